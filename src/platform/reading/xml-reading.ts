/**
 * An e-invoice, read exactly, as a Reading: the same fields that reading a page gives, with the source "xml". Its own
 * arithmetic is checked here, since a file can be exact and wrong. Given the pages of a hybrid invoice (Factur-X), each
 * value also gets the place where it is printed, and amounts that the page does not show are reported.
 */

import { addressLine, isCreditNote, type ReadInvoice, type ReadParty } from "@counterfoil/einvoice";
import { ENGINE_VERSION, readWords, type Check, type Evidence, type Field, type FieldPath, type PageWords, type Problem, type Reading, type ReadLine, type ReadTax, type Syntax } from "@counterfoil/extract";
import { Decimal, exponentOf, isCurrency } from "@counterfoil/money";
import { findAmount, findDate, findText, indexPages, type PageIndex } from "./find-on-page.ts";

type Kind = "text" | "amount" | "date" | "none";

/** `pages` are those of the PDF around the XML; empty for a plain XML file. */
export function readingOfInvoice(invoice: ReadInvoice, syntax: Syntax, pages: readonly PageWords[], problems: readonly Problem[]): Reading {
  const index = indexPages(pages);
  const { checks, supported } = arithmetic(invoice);
  const fields: Partial<Record<FieldPath, Field>> = {};
  const set = (path: FieldPath, value: string | undefined, kind: Kind = "text") => {
    const cleaned = clean(value);
    if (cleaned === "") return;
    fields[path] = field(cleaned, place(index, cleaned, kind), supported.get(path) ?? [], isMoney(path) ? contradicted(checks, path) : undefined);
  };

  set("documentType", invoice.typeCode ? (isCreditNote(invoice.typeCode) ? "credit_note" : "invoice") : undefined, "none");
  set("invoiceNumber", invoice.number);
  set("issueDate", invoice.issueDate, "date");
  set("dueDate", invoice.dueDate, "date");
  set("deliveryDate", invoice.delivery?.date ?? invoice.invoicingPeriod?.end, "date");
  set("purchaseOrder", invoice.purchaseOrderReference);
  set("buyerReference", invoice.buyerReference);
  set("currency", invoice.currency);
  setParty("supplier", invoice.seller);
  setParty("customer", invoice.buyer);
  set("supplier.taxNumber", invoice.seller?.taxNumber);
  set("supplier.email", invoice.seller?.contact?.email ?? mailOf(invoice.seller));
  set("supplier.phone", invoice.seller?.contact?.phone);
  set("customer.number", invoice.buyer?.identifiers[0]?.id);
  const transfer = invoice.payment?.transfers.find((each) => each.account);
  set("supplier.iban", transfer?.account?.replace(/\s/g, ""));
  set("supplier.bic", transfer?.bic);
  set("paymentReference", invoice.payment?.reference);
  set("paymentTerms", invoice.paymentTerms);
  set("netTotal", invoice.totals?.netTotal, "amount");
  set("taxTotal", invoice.totals?.vatTotal, "amount");
  set("grossTotal", invoice.totals?.grossTotal, "amount");
  set("prepaid", invoice.totals?.prepaid, "amount");
  set("rounding", invoice.totals?.rounding, "amount");
  set("amountDue", invoice.totals?.amountDue, "amount");

  function setParty(role: "supplier" | "customer", party: ReadParty | undefined) {
    set(`${role}.name`, party?.name ?? party?.tradingName);
    set(`${role}.vatId`, party?.vatId?.replace(/[\s.]/g, ""));
    const address = party?.address;
    const line = clean(addressLine(address) ?? undefined);
    if (line === "") return;
    // An address stands on several lines of the page, each with a box of its own.
    const parts = [address?.line1, address?.line2, address?.line3, [address?.postCode, address?.city].filter(Boolean).join(" ")];
    fields[`${role}.address`] = field(line, parts.flatMap((part) => findText(index, clean(part)).slice(0, 1)), []);
  }

  const found = [...problems];
  if (pages.some((page) => page.words.length > 0)) found.push(...differences(fields, pages));
  const holds = checks.every((check) => check.holds);
  const complete = ["net_plus_tax", "amount_due"].every((name) => checks.some((check) => check.name === name));
  return {
    engine: { name: "counterfoil", version: ENGINE_VERSION },
    syntax,
    fields,
    lines: linesOf(invoice, index, checks),
    taxes: taxesOf(invoice, index, checks),
    checks,
    proof: checks.length === 0 ? "none" : !holds ? "contradictory" : complete ? "complete" : "partial",
    pages: pages.length > 0 ? pages.map((page) => ({ number: page.number, width: page.width, height: page.height, source: "xml" as const, reason: "the invoice is in the file as XML", words: page.words.length })) : [],
    problems: found,
  };
}

const MONEY = new Set<string>(["netTotal", "taxTotal", "grossTotal", "prepaid", "rounding", "amountDue"]);
const isMoney = (path: FieldPath) => MONEY.has(path);

function field(value: string, evidence: Evidence[], checks: string[], contradiction?: string): Field {
  const base = { value, source: "xml" as const, evidence, checks: ["xml", ...checks], alternatives: [] };
  return contradiction ? { ...base, confidence: 0.5, level: "unsure", reason: contradiction } : { ...base, confidence: 1, level: "proven" };
}

/** U+0000 and other control characters are nobody's text and cannot be stored. */
function clean(value: string | undefined): string {
  return (value ?? "").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "").trim().slice(0, 4000);
}

function mailOf(party: ReadParty | undefined): string | undefined {
  return party?.electronicAddress?.scheme === "EM" ? party.electronicAddress.id : undefined;
}

/** Totals stand at the end, everything else is printed first where it matters. */
function place(index: PageIndex, value: string, kind: Kind): Evidence[] {
  if (kind === "none" || index.words.length === 0) return [];
  if (kind === "amount") return findAmount(index, value).slice(-1);
  return (kind === "date" ? findDate(index, value) : findText(index, value)).slice(0, 1);
}

const compared: readonly (readonly [path: FieldPath, words: string])[] = [
  ["invoiceNumber", "number"], ["issueDate", "issue date"], ["supplier.name", "seller"], ["supplier.vatId", "seller's VAT number"], ["customer.name", "buyer"],
  ["currency", "currency"], ["grossTotal", "total"], ["amountDue", "amount due"], ["supplier.iban", "account to pay to"],
];

/**
 * Who pays whom, how much, when and on which account: what the file says is compared with what its page shows, read as any
 * other page. A value that is printed somewhere agrees; one that is not, while the page clearly says another, is told.
 */
function differences(fields: Partial<Record<FieldPath, Field>>, pages: readonly PageWords[]): Problem[] {
  const page = readWords(pages).fields;
  const found: Problem[] = [];
  for (const [path, words] of compared) {
    const [exact, seen] = [fields[path], page[path]];
    if (!exact || !seen || seen.level === "unsure" || exact.evidence.length > 0 || seen.source === "derived" || agree(path, exact.value, seen.value)) continue;
    found.push({ code: "xml_differs_from_picture", message: `The XML gives the ${words} as ${exact.value}, the page shows ${seen.value}. Compare the picture with the values.` });
  }
  return found.length > 0 ? found : notOnPage(fields);
}

function agree(path: FieldPath, one: string, other: string): boolean {
  const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase();
  if (isMoney(path)) return Decimal.equals(Decimal.tryParse(one) ?? Decimal.zero, Decimal.tryParse(other) ?? Decimal.zero);
  const squeezed = (text: string) => plain(text).replace(/[^\p{L}\p{N}]/gu, "");
  if (squeezed(one).includes(squeezed(other)) || squeezed(other).includes(squeezed(one))) return true;
  if (!path.endsWith(".name")) return false;
  // Names are written in more ways than one: half of the words in common is the same firm.
  const tokens = (text: string) => new Set(plain(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1));
  const [a, b] = [tokens(one), tokens(other)];
  return [...a].filter((word) => b.has(word)).length * 2 >= Math.min(a.size, b.size);
}

/** The total which the page must show; when none of its amounts is there, page and XML tell different stories. */
function notOnPage(fields: Partial<Record<FieldPath, Field>>): Problem[] {
  const gross = fields.grossTotal ?? fields.amountDue;
  const due = fields.amountDue ?? gross;
  if (!gross || !due || gross.evidence.length > 0 || due.evidence.length > 0) return [];
  return [{ code: "xml_differs_from_picture", message: `The XML states a total of ${gross.value}, which is printed on no page. Compare the picture with the values.` }];
}

type Row = { checks: Check[]; supported: Map<string, string[]> };

/** The rules of EN 16931 that tie the amounts together (BR-CO-10 to 17), with the numbers put in. */
function arithmetic(invoice: ReadInvoice): Row {
  const checks: Check[] = [];
  const supported = new Map<string, string[]>();
  const places = invoice.currency && isCurrency(invoice.currency) ? exponentOf(invoice.currency) : 2;
  const cent = Decimal.of(1, places);
  const add = (name: string, left: string, expected: Decimal, stated: string | undefined, operands: string[], tolerance = Decimal.zero) => {
    const actual = Decimal.tryParse(stated);
    if (!actual) return;
    const difference = Decimal.sub(expected, actual);
    const holds = Decimal.compare(Decimal.abs(difference), tolerance) <= 0;
    checks.push({ name, holds, equation: `${left} = ${Decimal.shortText(actual)}`, ...(holds ? {} : { difference: Decimal.shortText(difference) }), operands });
    if (holds) for (const operand of operands) supported.set(operand, [...(supported.get(operand) ?? []), name]);
  };
  const number = (text: string | undefined) => Decimal.tryParse(text) ?? Decimal.zero;
  const total = (values: (string | undefined)[]) => Decimal.sum(values.map(number));
  const { totals } = invoice;

  if (invoice.lines.length > 0 && invoice.lines.every((line) => line.netAmount !== undefined)) {
    add("lines_sum", shown(invoice.lines.map((line) => line.netAmount!), " + "), total(invoice.lines.map((line) => line.netAmount)), totals?.lineTotal, ["lineTotal", ...invoice.lines.map((_, i) => `lines.${i}.netAmount`)]);
  }
  if (totals?.lineTotal !== undefined) {
    const net = Decimal.add(Decimal.sub(number(totals.lineTotal), number(totals.allowanceTotal)), number(totals.chargeTotal));
    add("net_total", [totals.lineTotal, totals.allowanceTotal && `− ${totals.allowanceTotal}`, totals.chargeTotal && `+ ${totals.chargeTotal}`].filter(Boolean).join(" "), net, totals.netTotal, ["netTotal"]);
  }
  for (const [i, row] of invoice.vatBreakdown.entries()) {
    if (row.base === undefined || row.rate === undefined) continue;
    const tax = Decimal.mul(Decimal.mul(number(row.base), number(row.rate)), Decimal.of(1, 2));
    // Tax may have been rounded per line, which gives a cent more or less.
    add("tax_rate", `${row.base} × ${row.rate} %`, Decimal.round(tax, places), row.tax, [`taxes.${i}.base`, `taxes.${i}.rate`, `taxes.${i}.amount`], cent);
  }
  if (invoice.vatBreakdown.length > 0 && totals?.vatTotal !== undefined) {
    add("tax_sum", shown(invoice.vatBreakdown.map((row) => row.tax ?? "0"), " + "), total(invoice.vatBreakdown.map((row) => row.tax)), totals.vatTotal, ["taxTotal", ...invoice.vatBreakdown.map((_, i) => `taxes.${i}.amount`)]);
  }
  if (totals?.netTotal !== undefined) {
    add("net_plus_tax", `${totals.netTotal} + ${totals.vatTotal ?? "0"}`, Decimal.add(number(totals.netTotal), number(totals.vatTotal)), totals.grossTotal, ["netTotal", "taxTotal", "grossTotal"]);
  }
  if (totals?.grossTotal !== undefined) {
    const due = Decimal.add(Decimal.sub(number(totals.grossTotal), number(totals.prepaid)), number(totals.rounding));
    add("amount_due", [totals.grossTotal, totals.prepaid && `− ${totals.prepaid}`, totals.rounding && `+ ${totals.rounding}`].filter(Boolean).join(" "), due, totals.amountDue, ["grossTotal", "prepaid", "rounding", "amountDue"]);
  }
  return { checks, supported };
}

/** A long sum is shown by its ends. */
function shown(values: string[], separator: string): string {
  return values.length <= 12 ? values.join(separator) : [...values.slice(0, 5), `… (${values.length - 7} more)`, ...values.slice(-2)].join(separator);
}

function contradicted(checks: readonly Check[], operand: string): string | undefined {
  const broken = checks.find((check) => !check.holds && check.operands.includes(operand));
  return broken ? `The file's own arithmetic does not hold: ${broken.equation}, off by ${broken.difference}.` : undefined;
}

function linesOf(invoice: ReadInvoice, index: PageIndex, checks: readonly Check[]): ReadLine[] {
  let after = -1;
  return invoice.lines.map((line, i) => {
    const found: ReadLine = {};
    const name = clean(line.name ?? line.description);
    // Lines are printed in the file's order: the next one stands below the last.
    const anchor = name === "" ? undefined : findText(index, name).find((evidence) => order(evidence) > after);
    if (anchor) after = order(anchor);
    const near = (evidence: Evidence[]) => {
      if (!anchor) return [];
      const distance = (each: Evidence) => Math.abs(each.box.y - anchor.box.y);
      const close = evidence.filter((each) => each.page === anchor.page && distance(each) < 1.5 * anchor.box.height);
      return close.sort((a, b) => distance(a) - distance(b) || b.box.x - a.box.x).slice(0, 1);
    };
    const put = (key: keyof ReadLine, value: string | undefined, evidence: (value: string) => Evidence[], contradiction?: string) => {
      const cleaned = clean(value);
      if (cleaned !== "") found[key] = field(cleaned, evidence(cleaned), [], contradiction);
    };
    put("description", name, () => (anchor ? [anchor] : []));
    put("quantity", line.quantity, (value) => near(findAmount(index, value)));
    put("unit", line.unit, () => []);
    put("unitPrice", line.unitPrice, (value) => near(findAmount(index, value)));
    put("netAmount", line.netAmount, (value) => near(findAmount(index, value)), contradicted(checks, `lines.${i}.netAmount`));
    put("taxRate", line.vatRate, (value) => near(findAmount(index, value)));
    put("itemId", line.sellerItemId ?? line.standardItemId?.id, (value) => near(findText(index, value)));
    return found;
  });
}

const order = (evidence: Evidence) => evidence.page * 100_000 + evidence.box.y;

function taxesOf(invoice: ReadInvoice, index: PageIndex, checks: readonly Check[]): ReadTax[] {
  return invoice.vatBreakdown.map((row, i) => {
    const found: ReadTax = {};
    const put = (key: keyof ReadTax, value: string | undefined, kind: Kind) => {
      const cleaned = clean(value);
      if (cleaned !== "") found[key] = field(cleaned, place(index, cleaned, kind), [], contradicted(checks, `taxes.${i}.${key}`));
    };
    put("rate", row.rate, "amount");
    put("base", row.base, "amount");
    put("amount", row.tax, "amount");
    put("category", row.category, "none");
    return found;
  });
}
