import { renderPdf, type PaperDocumentInput } from "@counterfoil/paper";
import { paperLine, paperSeller } from "../invoices/index.ts";
import type { ShownProposal } from "./contract.ts";
import { amountsPerLine, chosenLines, initialSelection } from "./policy.ts";
import type { AnswerRow, VersionRow } from "./queries.ts";
import { quoteOf } from "./view.ts";

/** Prints a sent version: with the boxes as they were ticked by the seller, or, once accepted, as the buyer chose, with the certificate. */
export const printProposal = (version: VersionRow, answer: AnswerRow | null, timeZone: string, logo: Buffer | null): Promise<Uint8Array> =>
  renderPdf(paperOf(version, answer?.kind === "accepted" ? answer : null, timeZone, logo), { template: version.template, paper: version.paper });

export function paperOf({ shown }: Pick<VersionRow, "shown">, answer: AnswerRow | null, timeZone: string, logo: Buffer | null): PaperDocumentInput {
  const selection = answer ? answer.selection : initialSelection(shown);
  const { chosen } = chosenLines(shown, answer ? answer.selection.filter((one) => shown.lines.some((line) => line.id === one.lineId && line.optional)) : selection);
  const quantities = new Map(chosen.map(({ line, quantity }) => [line.id, quantity]));
  const { quote } = quoteOf(shown, selection);
  const totals = answer?.totals ?? quote.totals;
  const amounts = amountsPerLine({ ...shown, lines: shown.lines.map((line) => ({ ...line, quantity: quantities.get(line.id) ?? line.quantity })) });
  const groups = new Map(shown.groups.map((group) => [group.id, group.title]));
  return {
    kind: "proposal", number: shown.number, title: shown.title, language: shown.locale.split("-")[0]!, locale: shown.locale, currency: shown.currency, date: shown.sentOn,
    seller: paperSeller(shown.seller as Parameters<typeof paperSeller>[0], logo),
    buyer: { name: shown.buyer.name, address: shown.buyer.address, ...(shown.buyer.contactName ? { attention: shown.buyer.contactName } : {}), ...(shown.buyer.vatId ? { vatId: shown.buyer.vatId } : {}) },
    facts: [{ name: "issued", date: shown.sentOn }, { name: "version", text: String(shown.sentVersion) }, ...(shown.validUntil ? [{ name: "validUntil" as const, date: shown.validUntil }] : [])],
    sections: [
      ...shown.sections.map((section) => ({ ...(section.title ? { title: section.title } : {}), text: section.text, place: section.place })),
      ...(shown.terms ? [{ text: shown.terms, place: "after" as const }] : []),
    ],
    lines: inPrintedOrder(shown).map((line) => ({
      ...paperLine({ ...line, group: line.groupId ? groups.get(line.groupId) ?? null : line.optional ? optionalWord(shown.locale) : null, quantity: quantities.get(line.id) ?? line.quantity, amount: amounts[shown.lines.indexOf(line)]! }, shown.locale),
      ...(line.optional ? { option: quantities.has(line.id) ? "chosen" as const : "not_chosen" as const } : {}),
    })),
    totals: { net: totals.netTotal, gross: totals.grossTotal, vat: totals.vat.map((row) => ({ rate: row.rate, base: row.base, amount: row.tax })) },
    schedule: (answer ? (answer.record["schedule"] as typeof quote.schedule) : quote.schedule).map((part) => ({ label: `${part.label} (${part.percent} %)`, amount: part.amount })),
    legal: [...new Set(totals.vat.map((row) => row.reason).filter((reason): reason is string => reason !== null))],
    ...(answer ? { certificate: certificateOf(answer, shown.locale, timeZone) } : { signature: {} }),
  };
}

/** As on the buyer's page: what is fixed, then each group of options, then what may be added. */
function inPrintedOrder(shown: ShownProposal): ShownProposal["lines"] {
  const fixed = shown.lines.filter((line) => !line.optional);
  const grouped = shown.groups.flatMap((group) => shown.lines.filter((line) => line.groupId === group.id));
  return [...fixed, ...grouped, ...shown.lines.filter((line) => line.optional && line.groupId === null)];
}

const optionalWords: Record<string, string> = { en: "Add if you like", de: "Auf Wunsch", fr: "En option", es: "Opcional", it: "Facoltativo", nl: "Naar keuze" };
const optionalWord = (locale: string) => optionalWords[locale.split("-")[0]!] ?? optionalWords["en"]!;

function certificateOf(answer: AnswerRow, locale: string, timeZone: string): NonNullable<PaperDocumentInput["certificate"]> {
  const at = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "medium", timeZone }).format(answer.at);
  return {
    acceptedBy: answer.name, ...(answer.email ? { email: answer.email } : {}), acceptedAt: `${at} (${timeZone})`, how: String(answer.record["method"]),
    statement: answer.consent_text!, total: answer.totals!.grossTotal, fingerprint: answer.fingerprint.toString("hex"),
    more: [
      { label: "SHA-256 of the proposal", text: answer.shown_hash.toString("hex").replace(/(.{8})(?!$)/g, "$1 ") },
      ...(answer.ip ? [{ label: "IP", text: answer.ip }] : []), ...(answer.user_agent ? [{ label: "Browser", text: answer.user_agent.replace(/\s+/g, " ").trim().slice(0, 300) }] : []),
    ],
  };
}
