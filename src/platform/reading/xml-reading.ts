/**
 * An e-invoice, read exactly, as a Reading: the same fields that reading a page gives, with the source "xml". Its own
 * arithmetic is checked here, since a file can be exact and wrong. Given the pages of a hybrid invoice (Factur-X), each
 * value also gets the place where it is printed, and amounts that the page does not show are reported.
 */

import { addressLine, isCreditNote, type ReadAddress, type ReadAllowanceCharge, type ReadInvoice, type ReadParty } from "@counterfoil/einvoice";
import { allowanceKindOf, ENGINE_VERSION, isGtin, isIban, readWords, tellImitations, type Check, type Evidence, type Field, type FieldPath, type AllowanceKind, type PageWords, type Problem, type ReadAccount, type ReadAllowance, type ReadIdentifier, type Reading, type ReadLine, type ReadTax, type Syntax } from "@counterfoil/extract";
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
  set("taxPointDate", invoice.vatPointDate, "date");
  set("deliveryDate", invoice.delivery?.date ?? invoice.invoicingPeriod?.end, "date");
  set("periodStart", invoice.invoicingPeriod?.start, "date");
  set("periodEnd", invoice.invoicingPeriod?.end, "date");
  set("purchaseOrder", invoice.purchaseOrderReference);
  set("salesOrder", invoice.salesOrderReference);
  set("buyerReference", invoice.buyerReference);
  set("contractReference", invoice.contractReference);
  set("projectReference", invoice.projectReference);
  set("despatchAdvice", invoice.despatchAdviceReference);
  set("receivingAdvice", invoice.receivingAdviceReference);
  set("accountingReference", invoice.buyerAccountingReference);
  set("precedingInvoice.number", invoice.precedingInvoices[0]?.number);
  set("precedingInvoice.date", invoice.precedingInvoices[0]?.issueDate, "date");
  set("currency", invoice.currency);
  set("taxCurrency", invoice.vatCurrency);
  set("note", invoice.notes.map((note) => note.text).filter(Boolean).join("\n"));
  setParty("supplier", invoice.seller);
  setParty("customer", invoice.buyer);
  if (invoice.seller?.name) set("supplier.tradingName", invoice.seller.tradingName);
  set("supplier.taxNumber", invoice.seller?.taxNumber);
  set("supplier.email", invoice.seller?.contact?.email ?? mailOf(invoice.seller));
  set("customer.email", invoice.buyer?.contact?.email ?? mailOf(invoice.buyer));
  set("customer.number", invoice.buyer?.identifiers[0]?.id);
  set("payee.name", invoice.payee?.name);
  set("taxRepresentative.name", invoice.taxRepresentative?.name);
  setAddress("taxRepresentative.address", invoice.taxRepresentative?.address);
  set("taxRepresentative.vatId", invoice.taxRepresentative?.vatId?.replace(/[\s.]/g, ""));
  set("deliverTo.name", invoice.delivery?.name);
  setAddress("deliverTo.address", invoice.delivery?.address);
  const { payment } = invoice;
  const transfer = payment?.transfers.find((each) => each.account);
  set("supplier.iban", transfer?.account?.replace(/\s/g, ""));
  set("supplier.bic", transfer?.bic);
  set("paymentMeans", payment?.meansCode, "none");
  set("paymentReference", payment?.reference);
  set("paymentTerms", invoice.paymentTerms);
  set("mandateReference", payment?.directDebit?.mandate);
  set("creditorId", payment?.directDebit?.creditorId);
  set("debitedAccount", payment?.directDebit?.debitedAccount?.replace(/\s/g, ""));
  set("cardLastFour", payment?.card?.number?.replace(/\D/g, "").slice(-4));
  set("lineTotal", invoice.totals?.lineTotal, "amount");
  set("allowanceTotal", invoice.totals?.allowanceTotal, "amount");
  set("chargeTotal", invoice.totals?.chargeTotal, "amount");
  set("netTotal", invoice.totals?.netTotal, "amount");
  set("taxTotal", invoice.totals?.vatTotal, "amount");
  set("taxTotalInTaxCurrency", invoice.totals?.vatTotalInVatCurrency, "amount");
  set("grossTotal", invoice.totals?.grossTotal, "amount");
  set("prepaid", invoice.totals?.prepaid, "amount");
  set("rounding", invoice.totals?.rounding, "amount");
  set("amountDue", invoice.totals?.amountDue, "amount");

  function setParty(role: "supplier" | "customer", party: ReadParty | undefined) {
    set(`${role}.name`, party?.name ?? party?.tradingName);
    set(`${role}.vatId`, party?.vatId?.replace(/[\s.]/g, ""));
    set(`${role}.registrationNumber`, party?.legalRegistration?.id);
    set(`${role}.contactName`, party?.contact?.name);
    set(`${role}.phone`, party?.contact?.phone);
    setAddress(`${role}.address`, party?.address);
  }

  function setAddress(path: FieldPath, address: ReadAddress | undefined) {
    const line = clean(addressLine(address) ?? undefined);
    if (line === "") return;
    // An address stands on several lines of the page, each with a box of its own.
    const parts = [address?.line1, address?.line2, address?.line3, [address?.postCode, address?.city].filter(Boolean).join(" ")];
    fields[path] = field(line, parts.flatMap((part) => findText(index, clean(part)).slice(0, 1)), []);
  }

  const found = [...problems, ...tellImitations(fields)];
  if (pages.some((page) => page.words.length > 0)) found.push(...differences(fields, pages));
  const holds = checks.every((check) => check.holds);
  const complete = ["net_plus_tax", "amount_due"].every((name) => checks.some((check) => check.name === name));
  return {
    engine: { name: "counterfoil", version: ENGINE_VERSION },
    syntax,
    fields,
    lines: linesOf(invoice, index, checks),
    taxes: taxesOf(invoice, index, checks),
    accounts: accountsOf(invoice, index),
    allowances: allowancesOf(invoice.allowances, index),
    charges: allowancesOf(invoice.charges, index),
    identifiers: [...identifiersOf("supplier", invoice.seller, index), ...identifiersOf("customer", invoice.buyer, index)],
    checks,
    proof: checks.length === 0 ? "none" : !holds ? "contradictory" : complete ? "complete" : "partial",
    pages: pages.length > 0 ? pages.map((page) => ({ number: page.number, width: page.width, height: page.height, source: "xml" as const, reason: "the invoice is in the file as XML", words: page.words.length })) : [],
    problems: found,
  };
}

const MONEY = new Set<string>(["lineTotal", "allowanceTotal", "chargeTotal", "netTotal", "taxTotal", "grossTotal", "prepaid", "rounding", "amountDue"]);
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
    add("net_total", [totals.lineTotal, totals.allowanceTotal && `− ${totals.allowanceTotal}`, totals.chargeTotal && `+ ${totals.chargeTotal}`].filter(Boolean).join(" "), net, totals.netTotal, ["lineTotal", ...(totals.allowanceTotal ? ["allowanceTotal"] : []), ...(totals.chargeTotal ? ["chargeTotal"] : []), "netTotal"]);
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
    put("lineNumber", line.id, (value) => near(findText(index, value)));
    if (line.standardItemId?.id && isGtin(line.standardItemId.id)) put("gtin", line.standardItemId.id, (value) => near(findText(index, value)));
    const off = line.allowances.length === 1 && line.charges.length === 0 ? line.allowances[0] : undefined;
    put("discount", off?.amount, (value) => near(findAmount(index, value)));
    put("discountPercent", off?.percent, (value) => near(findAmount(index, value)));
    put("grossPrice", line.grossUnitPrice, (value) => near(findAmount(index, value)));
    put("baseQuantity", line.baseQuantity, (value) => near(findAmount(index, value)));
    put("periodStart", line.period?.start, (value) => near(findDate(index, value)));
    put("periodEnd", line.period?.end, (value) => near(findDate(index, value)));
    put("taxCategory", line.vatCategory, () => []);
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
    put("reason", row.exemptionReason, "text");
    return found;
  });
}

const exactly = (value: string | undefined, index: PageIndex, kind: Kind): Field | undefined => {
  const cleaned = clean(value);
  return cleaned === "" ? undefined : field(cleaned, place(index, cleaned, kind), []);
};
const present = <T extends object>(cells: T) => Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined)) as { [Key in keyof T]: Exclude<T[Key], undefined> };

/** BG-17: an account is an IBAN when its check digits say so, else a number of its country. */
function accountsOf(invoice: ReadInvoice, index: PageIndex): ReadAccount[] {
  return (invoice.payment?.transfers ?? []).filter((each) => each.account).map((each) => {
    const account = each.account!.replace(/\s/g, "").toUpperCase();
    return present({ ...(isIban(account) ? { iban: exactly(account, index, "text") } : { number: exactly(each.account, index, "text") }), bic: exactly(each.bic, index, "text"), name: exactly(each.accountName, index, "text") }) as ReadAccount;
  });
}

/** UNTDID 5189 (allowances) and 7161 (charges): the codes that say what kind it is. */
const KIND_OF_CODE: Record<string, AllowanceKind> = { "41": "discount", "42": "discount", "60": "discount", "63": "discount", "64": "discount", "65": "discount", "67": "discount", "68": "discount", "70": "discount", "71": "discount", "88": "discount", "95": "discount", "100": "discount", "102": "discount", "103": "discount", "104": "discount", DL: "freight", FC: "freight", FI: "freight", SH: "freight", DAC: "deposit" };

function allowancesOf(rows: readonly ReadAllowanceCharge[], index: PageIndex): ReadAllowance[] {
  return rows.map((row): ReadAllowance => ({ kind: KIND_OF_CODE[row.reasonCode ?? ""] ?? allowanceKindOf(row.reason ?? ""), ...(present({ amount: exactly(row.amount, index, "amount"), percent: exactly(row.percent, index, "amount"), reason: exactly(row.reason, index, "text") }) as Omit<ReadAllowance, "kind">) }));
}

/** Schemes of ISO/IEC 6523 that name a register we know by a word. */
const REGISTER: Record<string, string> = { "0002": "siren", "0009": "siret", "0007": "se_org", "0088": "gln", "0060": "duns", "0106": "kvk", "0190": "oin", "0192": "no_org", "0199": "lei", "0208": "be_enterprise", "0184": "cvr", "0212": "fi_business", "0204": "leitweg", "0151": "abn", "0183": "uid" };

function identifiersOf(party: ReadIdentifier["party"], of: ReadParty | undefined, index: PageIndex): ReadIdentifier[] {
  return [...(of?.identifiers ?? []), ...(of?.legalRegistration ? [of.legalRegistration] : [])].flatMap(({ id, scheme }) => {
    const value = exactly(id, index, "text");
    return value ? [{ party, scheme: REGISTER[scheme ?? ""] ?? (scheme ? `icd_${clean(scheme).slice(0, 20)}` : "other"), value }] : [];
  });
}
