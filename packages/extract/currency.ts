/** Which currency a document is in: votes of codes and signs, weighed by where they stand and how well they were read. */
import { CURRENCY_WORD, currencyOf, type Candidates } from "./candidates.ts";
import type { Make } from "./field.ts";
import { checkVatId } from "./identifiers.ts";
import type { Label } from "./labels.ts";
import { evidenceOf, wordsAt, type Layout } from "./lines.ts";
import { looksAmerican } from "./locale.ts";
import type { Field, Fields } from "./reading.ts";
import type { Totals } from "./totals.ts";
import type { Word } from "./words.ts";

const CURRENCY_ONLY = new RegExp(`^${CURRENCY_WORD.source}[.,)]?$`, "u");
const CURRENCY_MARK = new RegExp(CURRENCY_WORD.source, "u");

/**
 * The document's one currency, or null. An ISO code announced or beside an amount beats a symbol; a symbol that several
 * countries share needs a country. Without any mark the supplier's country only suggests one.
 */
export function readCurrency(fields: Fields, layout: Layout, labels: readonly Label[], candidates: Candidates, totals: Totals, make: Make): Field | null {
  const votes = new Map<string, { weight: number; words: Word[] }>();
  const vote = (code: string, weight: number, words: Word[]): void => {
    const before = votes.get(code);
    const trust = Math.min(1, ...words.map((word) => word.confidence ?? 1));
    votes.set(code, { weight: (before?.weight ?? 0) + weight * trust, words: before?.words ?? words });
  };
  const ocr = layout.segments.some((segment) => segment.words[0]?.confidence !== undefined);
  for (const label of labels.filter((each) => each.field === "currency")) {
    const line = layout.lines[label.line]!;
    const after = [...line.words.filter((word) => word.box.x > label.box.x && !label.words.includes(word)), ...(layout.segments.find((segment) => segment.page === label.page && segment.box.y > label.box.y && segment.box.y - label.box.y < 2 * label.box.height && segment.box.x >= label.box.x - 5)?.words ?? [])].slice(0, 4);
    const found = after.find((word) => CURRENCY_ONLY.test(word.text));
    if (found) vote(currencyOf(found.text.replace(/[.,)]$/, "")), 12, [found]);
  }
  const totalLines = new Set(Object.values(totals.values).flatMap((total) => (total?.candidate ? [total.candidate.line] : [])));
  for (const number of candidates.numbers) {
    if (!number.currency || (ocr && number.decimals !== 2)) continue;
    const marked = number.words.find((word) => CURRENCY_MARK.test(word.text)) ?? number.words[0]!;
    // "an indemnity of 40 €" in small print says little of what the bill is in.
    vote(number.currency, totalLines.has(number.line) ? 3 : number.segment.words.length > 8 ? 0.2 : 1, [marked]);
  }
  for (const segment of layout.segments) {
    for (const match of segment.text.matchAll(CURRENCY_WORD)) {
      // A scanner sees "£" in any smudge; words it must spell.
      if (ocr && !/^[A-Z]{2,4}$/.test(match[0])) continue;
      vote(currencyOf(match[0]), totalLines.has(segment.line) ? 2 : segment.words.length > 8 ? 0.1 : 0.4, wordsAt(segment, match.index, match.index + match[0].length));
    }
  }
  const best = [...votes].sort((a, b) => b[1].weight - a[1].weight)[0];
  const texts = layout.segments.map((segment) => segment.text);
  const resolved = best && best[1].weight > 0.2 ? resolveSymbol(best[0], texts, fields) : null;
  if (!best || !resolved) return currencyOfCountry(fields, layout);
  const rivals = [...votes].filter(([code]) => code !== best[0] && /^[A-Z]{3}$/.test(code) && votes.get(code)!.weight > 0.6 * best[1].weight);
  const doubtful = rivals.length > 0 || !resolved.certain;
  // Printed beside a total or announced, a mark of one currency only, and no other of any weight: nothing is left to doubt.
  const plain = !doubtful && best[1].weight >= 2 && ![...votes].some(([code, { weight }]) => code !== best[0] && weight > 0.15 * best[1].weight);
  return make(best[1].words.slice(0, 2), resolved.code, doubtful ? 0.65 : plain ? 0.99 : 0.95, ["printed"], doubtful ? { level: "unsure", reason: rivals.length > 0 ? `The page also mentions ${rivals.map(([code]) => code).join(" and ")}.` : "This sign is used by several currencies; the country decided." } : plain ? { level: "proven" } : {});
}

const CURRENCY_OF: Record<string, string> = {
  AT: "EUR", BE: "EUR", DE: "EUR", EE: "EUR", EL: "EUR", ES: "EUR", FI: "EUR", FR: "EUR", GR: "EUR", HR: "EUR", IE: "EUR", IT: "EUR", LT: "EUR", LU: "EUR", LV: "EUR", MT: "EUR", NL: "EUR", PT: "EUR", SI: "EUR", SK: "EUR", CY: "EUR",
  GB: "GBP", CH: "CHF", PL: "PLN", CZ: "CZK", DK: "DKK", SE: "SEK", NO: "NOK", HU: "HUF", RO: "RON", BG: "BGN",
};

/** No currency is printed: the supplier's country suggests one, and a person is asked. */
function currencyOfCountry(fields: Fields, layout: Layout): Field | null {
  const suggest = (value: string, because: string, evidence: Field["evidence"]): Field => ({ value, source: "derived", confidence: 0.55, level: "unsure", evidence, formula: `no currency is printed; ${because}`, checks: [], reason: "No currency is printed; the country suggests this one.", alternatives: [] });
  for (const path of ["supplier.vatId", "supplier.iban"] as const) {
    const id = fields[path];
    const code = id && CURRENCY_OF[id.value.slice(0, 2)];
    if (id && code) return suggest(code, `${id.value.slice(0, 2)} in ${id.value}`, id.evidence);
    if (id && checkVatId(id.value) === "valid" && /^\d{2}[A-Z]{5}/.test(id.value)) return suggest("INR", `an Indian GSTIN ${id.value}`, id.evidence);
  }
  const countries: [RegExp, string, string][] = [[/\bS[Dd][Nn]\.? ?B[Hh][Dd]\b|\b(?:SELANGOR|KUALA LUMPUR|JOHOR|MALAYSIA|PETALING JAYA|Petaling Jaya|\d{5} KL|Selangor|Kuala Lumpur|Johor|Malaysia)\b/, "MYR", "an address or company form of Malaysia"], [/\bGSTIN\b|\b(?:Karnataka|Maharashtra|Tamil Nadu|Gujarat|Bengaluru|Mumbai|New Delhi)\b/i, "INR", "an address or tax number of India"], [/\bPTE\.? LTD\b/i, "SGD", "a company form of Singapore"]];
  for (const [pattern, code, because] of countries) {
    const segment = layout.segments.find((each) => pattern.test(each.text));
    if (segment) return suggest(code, because, evidenceOf(segment.words));
  }
  return null;
}

function resolveSymbol(code: string, texts: readonly string[], fields: Fields): { code: string; certain: boolean } | null {
  if (/^[A-Z]{3}$/.test(code)) return { code, certain: true };
  const all = texts.join("\n");
  if (code === "$") {
    if (/\bABN\b|\b(?:NSW|VIC|QLD)\b/.test(all)) return { code: "AUD", certain: false };
    if (/\b(?:HST|PST|QST)\b|\b(?:ON|QC|BC|AB|MB|SK|NS),? [A-Z]\d[A-Z] ?\d[A-Z]\d\b|\bCanada\b/.test(all)) return { code: "CAD", certain: false };
    if (/\bSingapore\b/.test(all)) return { code: "SGD", certain: false };
    if (/\bHong Kong\b/.test(all)) return { code: "HKD", certain: false };
    if (/\bNew Zealand\b/.test(all)) return { code: "NZD", certain: false };
    if (/\b(?:M[eé]xico|RFC)\b/.test(all)) return { code: "MXN", certain: false };
    return { code: "USD", certain: looksAmerican(texts) };
  }
  if (code === "kr") {
    const iban = fields["supplier.iban"]?.value ?? "";
    const vat = fields["supplier.vatId"]?.value ?? "";
    const country = iban.slice(0, 2) || vat.slice(0, 2);
    const found = country === "SE" ? "SEK" : country === "DK" ? "DKK" : country === "NO" ? "NOK" : /\bmva\b|org\.? ?nr.*MVA/i.test(all) ? "NOK" : /\bCVR\b/.test(all) ? "DKK" : /\bbankgiro\b|\bplusgiro\b|förfallo/i.test(all) ? "SEK" : null;
    return found ? { code: found, certain: false } : null;
  }
  return null;
}

