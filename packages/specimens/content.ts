/** What a document says, region by region, as labelled values: the same for every layout. */
import { addDays } from "@counterfoil/calendar";
import { addressLines, type Firm } from "./countries.ts";
import type { ColumnKind, Design } from "./design.ts";
import { fill, type Language } from "./phrases/index.ts";
import type { Random } from "./random.ts";
import { printable, type Ink, type Line, type Piece } from "./scene.ts";
import type { Story, StoryLine } from "./story.ts";
import { isNumeric, type Column, type Row, type Table } from "./table.ts";
import { writeAmount, writeDate, writeNumber } from "./writing.ts";

export type Fact = { label: string; value: string; path?: string };

/** A story told by a design: what all regions need. */
export type Telling = { story: Story; design: Design; ink: Ink; random: Random };

export const dateOf = ({ story, design }: Telling, date: string): string => writeDate(date, story.writing, design.isoDates ? "yyyy-MM-dd" : undefined);

/** An amount as a piece; `named` says whether the currency may stand beside it. */
export function amount({ story, design }: Telling, text: string, path: string | undefined, place: "line" | "total" | "due"): Piece {
  const named = design.money === "all" || (design.money === "totals" && place !== "line") || (design.money === "due" && place === "due");
  const shown = named ? writeAmount(text, story.writing) : writeNumber(text, story.writing, 2);
  const carries = named && story.writing.currencyPlace !== "none";
  return { text: shown, ...(path ? { path: carries && place !== "line" ? `${path} currency` : path } : {}) };
}

export function titleOf({ story }: Telling): string {
  const { words } = story;
  return story.kind === "invoice" ? words.invoice : story.kind === "credit_note" ? words.credit : story.kind === "receipt" ? words.receipt : words[story.other!];
}

/** Number, date and what else stands in the block of references: the important ones, then distractors, in a drawn order. */
export function factsOf(telling: Telling): Fact[] {
  const { story, design, random } = telling;
  const { words } = story;
  const r = random.fork("facts");
  const numberLabel = story.kind === "credit_note" ? words.creditNumber : story.kind === "other" ? { delivery: words.deliveryNote, statement: words.yourRef, quote: words.quoteNo, orderConfirmation: words.order, reminder: words.yourRef }[story.other!] : words.number;
  const first: Fact[] = [{ label: numberLabel, value: story.number, path: "invoiceNumber" }, { label: words.date, value: dateOf(telling, story.issueDate), path: "issueDate" }];
  if (design.title === "withNumber" && r.chance(0.7)) first.shift();
  if (r.chance(0.15)) first.reverse();
  const later: Fact[] = [];
  if (design.payment !== "sentence" && story.kind === "invoice" && r.chance(0.82)) later.push({ label: words.due, value: dateOf(telling, story.dueDate), path: "dueDate" });
  else if (story.kind === "invoice" && r.chance(0.5)) later.push({ label: words.terms, value: fill(words.payTerms, { days: story.termDays }), path: "paymentTerms" });
  if (story.purchaseOrder && story.kind !== "other") later.push({ label: words.order, value: story.purchaseOrder, path: "purchaseOrder" });
  if (story.kind === "credit_note") later.push({ label: words.originalInvoice, value: story.originalInvoice, path: "precedingInvoice.number" });
  if (design.vatPlace === "facts" && story.seller.vatPrinted) later.push({ label: words.vatId, value: story.seller.vatPrinted, path: "supplier.vatId" });
  const extra: Fact[] = [
    { label: words.customerNo, value: story.customerNumber, path: "customer.number" }, { label: words.delivered, value: dateOf(telling, story.deliveryDate), path: "deliveryDate" }, { label: words.orderDate, value: dateOf(telling, story.orderDate) },
    { label: words.yourRef, value: story.reference }, { label: words.deliveryNote, value: `${r.letters(2)}${r.digits(5)}`, path: "despatchAdvice" }, { label: words.project, value: `${r.pick(["P", "BV", "PR"])}-${r.digits(3)}`, path: "projectReference" }, { label: words.contract, value: `${r.digits(4)}/${r.digits(2)}`, path: "contractReference" },
    { label: words.period, value: `${dateOf(telling, story.orderDate)} – ${dateOf(telling, story.deliveryDate)}`, path: "periodStart periodEnd" }, { label: words.contact, value: `${story.seller.mail}`, path: "supplier.email" }, { label: words.quoteNo, value: `${r.letters(1)}${r.digits(4)}` },
  ];
  // One wording may serve two references of a firm; a page would not say the same label twice.
  const chosen = [...later, ...r.sample(extra, design.distractors)].filter((fact, index, all) => all.findIndex((other) => other.label === fact.label) === index && !first.some((each) => each.label === fact.label));
  const rest = r.chance(0.5) ? chosen : r.shuffle(chosen);
  const info = design.infoColumn ? [...contactFacts(telling), ...taxIdFacts(telling), ...(story.kind === "invoice" ? bankFacts(telling) : [])] : [];
  return [...(r.chance(0.2) ? [...rest.slice(0, 1), ...first, ...rest.slice(1)] : [...first, ...rest]), ...info];
}

/** Name and address of a party, each line with its path. */
export function partyLines(firm: Firm & { vatPrinted?: string | null }, side: "supplier" | "customer" | "deliverTo" | null, telling: Telling, options: { vat?: boolean; bold?: boolean } = {}): Line[] {
  const path = (field: string): { path?: string } => (side ? { path: `${side}.${field}` } : {});
  return [
    [{ text: firm.name, ...path("name"), ...(options.bold ? { bold: true } : {}) }],
    ...addressLines(firm, telling.story.international).map((text): Line => [{ text, ...path("address") }]),
    ...(options.vat && firm.vatPrinted ? [[{ text: `${telling.story.words.vatId}${telling.design.colon || ":"} ` }, { text: firm.vatPrinted, ...path("vatId") }]] : []),
  ];
}

/** Phone, mail, web, registers: what a firm prints about itself. */
export function contactFacts(telling: Telling): Fact[] {
  const { story: { seller, words } } = telling;
  return [{ label: words.phone, value: seller.phone, path: "supplier.phone" }, { label: words.mail, value: seller.mail, path: "supplier.email" }, { label: words.web, value: seller.web, path: "supplier.website" }];
}

export function taxIdFacts(telling: Telling): Fact[] {
  const { story: { seller, words } } = telling;
  return seller.vatPrinted ? [{ label: words.vatId, value: seller.vatPrinted, path: "supplier.vatId" }] : [];
}

export const registerFacts = ({ story: { seller } }: Telling): Fact[] => seller.registers.map(({ label, value, isVat, isTax }) => ({ label, value, ...(isVat ? { path: "supplier.vatId" } : isTax ? { path: "supplier.taxNumber" } : {}) }));

export function bankFacts(telling: Telling, index = 0): Fact[] {
  const { story } = telling;
  const { words } = story;
  const account = story.accounts[index]!;
  const domestic: Fact[] = [{ label: words.account, value: account.number, path: `accounts.${index}.number` }, { label: words.sort, value: account.sort, path: `accounts.${index}.routing` }];
  return [
    { label: words.bank, value: account.bank },
    ...(account.iban ? [...(["SE", "DK", "NO", "GB"].includes(story.country.code) ? domestic : []), { label: words.iban, value: account.ibanPrinted, path: `${index === 0 ? "" : "other."}supplier.iban` }, { label: words.bic, value: account.bic, path: `${index === 0 ? "" : "other."}supplier.bic` }] : domestic),
  ];
}

/** Totals in printing order. `kind` tells which are strong. */
export type TotalRow = { label: string; amount: Piece; strong?: boolean; key: string };

export function totalRows(telling: Telling): TotalRow[] {
  const { story, design, random } = telling;
  const { words } = story;
  const r = random.fork("totals");
  const rows: TotalRow[] = [];
  const money = (key: string, label: string, text: string, path: string | undefined, strong = false): void => void rows.push({ key, label: design.money === "labels" && (strong || key === "net") ? `${label} ${story.writing.code}` : label, amount: amount(telling, text, path, strong ? "due" : "total"), ...(strong ? { strong } : {}) });
  const minus = (text: string): string => (text.startsWith("-") ? text.slice(1) : `-${text}`);
  const changed = story.discount !== null || story.freight !== null;
  const netLabel = changed && words.subtotal.toLowerCase() === words.netTotal.toLowerCase() ? `${words.netTotal} 2` : words.netTotal;
  if (changed) money("subtotal", words.subtotal, story.subtotal, "subtotal");
  if (story.discount) money("discount", story.discount.percent ? `${words.docDiscount} ${story.discount.percent}%` : words.docDiscount, r.chance(0.8) ? minus(story.discount.amount) : story.discount.amount, "discount");
  if (story.freight) money("freight", words.freight, story.freight, "freight");
  const untaxed = story.treatment !== "normal";
  const printNet = !story.inclusive && !(untaxed && r.chance(0.4));
  if (printNet) money("net", changed && r.chance(0.5) && netLabel !== words.netTotal ? words.netTotal : netLabel.replace(/ 2$/, ""), story.net, "netTotal");
  const taxes = (): void => {
    if (untaxed && r.chance(0.5)) return;
    if (design.taxGrid === "only" && story.taxes.length > 1) return money("tax", words.taxTotal, story.tax, "taxTotal");
    if (story.halves && story.treatment === "normal") {
      for (const [index, row] of story.taxes.entries()) for (const half of ["CGST", "SGST"]) {
        const rate = String(Number(row.rate) / 2);
        money("tax", `${half} ${rate}%`, halfOf(row.amount), `taxes.${index}.half`);
      }
      return;
    }
    story.taxes.forEach((row, index) => money("tax", fill(story.inclusive ? words.includes : words.taxed, { r: rateText(telling, row.rate) }), row.amount, story.taxes.length === 1 ? "taxTotal taxes.0.amount" : `taxes.${index}.amount`));
    if (story.taxes.length > 1 && r.chance(0.3)) money("taxTotal", words.taxTotal, story.tax, "taxTotal");
  };
  if (!story.inclusive) taxes();
  const settles = story.withheld !== null || story.prepaid !== null || story.rounding !== null;
  const showGross = !(story.withheld && r.chance(0.35));
  if (showGross) money("gross", words.grossTotal, story.gross, "grossTotal", !settles);
  if (story.inclusive) taxes();
  if (story.withheld) money("withheld", fill(words.withheld, { r: story.withheld.rate }), minus(story.withheld.amount), "withheld");
  if (story.prepaid) money("prepaid", words.prepaid, r.chance(0.6) ? minus(story.prepaid) : story.prepaid, "prepaid");
  if (story.rounding) money("rounding", words.rounding, story.rounding, "rounding");
  if (settles || design.dueTwice) money("due", showGross ? words.amountDue : r.pick([words.amountDue, words.grossTotal]), story.due, "amountDue", true);
  return rows;
}

/** Half of an even amount, exactly. */
function halfOf(text: string): string {
  const minor = BigInt(text.replace(".", "")) / 2n;
  const digits = (minor < 0n ? -minor : minor).toString().padStart(3, "0");
  return `${minor < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const rateText = ({ story, design }: Telling, rate: string): string => writeNumber(rate, story.writing, design.rateDecimals ? 2 : undefined);

/** The table of lines by the design's columns; columns without anything to say are left out. */
export function tableOf(telling: Telling): Table {
  const { story, design, random } = telling;
  const { words } = story;
  const discounts = story.lines.some((line) => line.discountPercent !== null);
  let kinds = design.columns.filter((kind) => kind !== "discount" && !(kind === "unit" && design.unitWithQuantity) && !(story.inclusive && (kind === "tax" || kind === "gross")) && !(story.treatment !== "normal" && kind === "tax"));
  if (discounts) {
    if (!kinds.includes("price")) kinds = insertBefore(kinds, "net", "price");
    kinds = insertBefore(kinds, "net", "discount");
  }
  if (!kinds.includes("quantity") && kinds.includes("price")) kinds = insertBefore(kinds, "price", "quantity");
  if (design.detail === "working" && !discounts) kinds = kinds.filter((kind) => !["quantity", "unit", "price"].includes(kind));
  const quantityAlign = random.fork("align").pick(["right", "right", "right", "left", "centre"] as const);
  const columns = kinds.map((kind): Column => ({ kind, title: headingOf(telling, kind), align: kind === "quantity" ? quantityAlign : isNumeric(kind) ? "right" : "left" }));
  const rows: Row[] = [];
  let section: string | null = null;
  let running = 0n;
  let sectionSum = 0n;
  const closeSection = (): void => {
    if (section !== null && design.sectionSums) rows.push({ cells: aligned(kinds, `${words.subtotal} ${section}`, writeNumber(textOf(sectionSum), story.writing, 2)), bold: true, running: writeNumber(textOf(running), story.writing, 2) });
    sectionSum = 0n;
  };
  story.lines.forEach((line, index) => {
    if (line.section !== section) {
      closeSection();
      section = line.section;
      if (section !== null) rows.push({ cells: [[[{ text: section, bold: true }]]], spanning: true, ...(index > 0 ? { running: writeNumber(textOf(running), story.writing, 2) } : {}) });
    }
    const remarks = random.fork(`remark ${story.number} ${index}`);
    if (design.comments && remarks.chance(0.3)) rows.push({ cells: [[[{ text: remarks.pick([`${words.deliveryNote} ${remarks.digits(6)} – ${dateOf(telling, story.deliveryDate)}`, `${words.project}: ${remarks.letters(2)}-${remarks.digits(3)}`]) }]]], spanning: true, ...(index > 0 ? { running: writeNumber(textOf(running), story.writing, 2) } : {}) });
    running += minorOf(line.net);
    sectionSum += minorOf(line.net);
    const lower = design.numbersBelow && design.detail !== "working";
    rows.push({ cells: kinds.map((kind) => (lower && kind !== "description" && kind !== "pos" && kind !== "code" ? [[], ...cellOf(telling, line, kind, index)] : cellOf(telling, line, kind, index))), running: writeNumber(textOf(running), story.writing, 2) });
  });
  closeSection();
  return { columns, rows, carried: (sum) => aligned(kinds, words.carried, sum), brought: (sum) => aligned(kinds, words.brought, sum) };
}

/** Open invoices of a customer with their balance: the table of statements and reminders. */
export function openItems(telling: Telling): Table {
  const { story, random } = telling;
  const { words, writing } = story;
  const r = random.fork(`open ${story.number}`);
  let balance = 0n;
  const rows = Array.from({ length: r.int(2, 9) }, (): Row => {
    const value = BigInt(r.int(900, 400000));
    balance += value;
    const date = writeDate(`${story.issueDate.slice(0, 4)}-${String(r.int(1, 12)).padStart(2, "0")}-${String(r.int(1, 28)).padStart(2, "0")}`, writing);
    return { cells: [[[{ text: date }]], [[{ text: `${words.invoice} ${r.digits(6)}` }]], [[{ text: writeNumber(textOf(value), writing, 2) }]], [[{ text: writeNumber(textOf(balance), writing, 2) }]]] };
  });
  rows.push({ cells: [[[]], [[{ text: words.amountDue, bold: true }]], [[]], [[{ text: writeAmount(textOf(balance), writing), bold: true }]]] });
  const column = (kind: ColumnKind, title: string, align: "left" | "right"): Column => ({ kind, title, align });
  return { columns: [column("code", words.date, "left"), column("description", words.openItem, "left"), column("price", words.grossTotal, "right"), column("net", words.balance, "right")], rows, carried: () => [], brought: () => [] };
}

const minorOf = (text: string): bigint => BigInt(text.replace(".", ""));
const textOf = (minor: bigint): string => {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(3, "0");
  return `${minor < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const insertBefore = (kinds: ColumnKind[], before: ColumnKind, kind: ColumnKind): ColumnKind[] => [...kinds.slice(0, kinds.indexOf(before)), kind, ...kinds.slice(kinds.indexOf(before))];
const aligned = (kinds: ColumnKind[], label: string, sum: string): Line[][] => kinds.map((kind) => (kind === "description" ? [[{ text: label }]] : kind === "net" ? [[{ text: sum }]] : [[]]));

function headingOf({ story, design }: Telling, kind: ColumnKind): string {
  const { words } = story;
  const plain = kind === "net" && story.inclusive ? words.gross : kind === "price" && story.inclusive ? words.price.replace(/\s(?:HT|netto|net|excl\.?.*)$/i, "") : kind === "date" ? dayOf[story.language] : words[kind];
  return design.money === "columnHead" && (kind === "net" || kind === "price") && !/\(|EUR|RM|Rs/.test(plain) ? `${plain} ${story.writing.language === "en" ? `(${story.writing.code})` : story.writing.code}` : plain;
}

const dayOf: Record<Language, string> = { en: "Date", de: "Datum", fr: "Date", es: "Fecha", it: "Data", nl: "Datum", pl: "Data", pt: "Data", sv: "Datum", da: "Dato", no: "Dato" };

function cellOf(telling: Telling, line: StoryLine, kind: ColumnKind, index: number): Line[] {
  const { story, design, random } = telling;
  const path = `lines.${index}.`;
  switch (kind) {
    case "pos": { const count = index + 1; return [[{ text: { plain: String(count), tens: String(count * 10), padded: String(count).padStart(3, "0"), dotted: `${count}.` }[design.numbering] }]]; }
    case "date": return [[{ text: dateOf(telling, addDays(story.deliveryDate, -((7 * (story.lines.length - index)) % 23))) }]];
    case "code": return [[{ text: line.code, path: `${path}itemId` }]];
    case "description": {
      const first: Line = [{ text: design.detail === "inline" && line.detail ? `${line.description}, ${line.detail}` : line.description, path: `${path}description` }];
      const small = design.size * 0.88;
      if (design.detail === "working" && !story.lines.some((each) => each.discountPercent)) {
        const working: Line = [{ text: writeNumber(line.quantity, story.writing), path: `${path}quantity`, size: small }, { text: ` ${line.unit}`, path: `${path}unit`, size: small }, { text: ` ${random.fork("times").pick(["x", "×", "à", "@"])} `, size: small }, { text: writeNumber(line.unitPrice, story.writing), path: `${path}unitPrice`, size: small }, ...(line.per ? [{ text: ` /${line.per}`, size: small }] : [])];
        return [first, working];
      }
      return [first, ...(design.detail === "below" && line.detail ? [[{ text: line.detail, path: `${path}detail`, size: small }]] : []), ...(periodsOf(telling) ? [[{ text: dateOf(telling, monthOf(story, index)[0]), path: `${path}periodStart`, size: small }, { text: " – ", size: small }, { text: dateOf(telling, monthOf(story, index)[1]), path: `${path}periodEnd`, size: small }]] : []), ...(design.codeBelow && !design.columns.includes("code") ? [[{ text: `${story.words.code} ${line.code}`, path: `${path}code`, size: small }]] : [])];
    }
    case "quantity": { const text = writeNumber(line.quantity, story.writing, design.quantityDecimals === null ? undefined : Math.max(design.quantityDecimals, line.quantity.split(".")[1]?.length ?? 0)); return [[{ text, path: `${path}quantity` }, ...(design.unitWithQuantity ? [{ text: ` ${line.unit}`, path: `${path}unit` }] : [])]]; }
    case "unit": return [[{ text: line.unit, path: `${path}unit` }]];
    case "price": { const places = line.unitPrice.split(".")[1]?.length ?? 2; return [[design.money === "all" && places === 2 && !line.per ? amount(telling, line.unitPrice, `${path}unitPrice`, "line") : { text: writeNumber(line.unitPrice, story.writing, places), path: `${path}unitPrice` }, ...(line.per ? [{ text: ` /${line.per}` }] : [])]]; }
    case "discount": return line.discountPercent ? [[{ text: writeNumber(line.discountPercent, story.writing) + (story.words.discount.includes("%") ? "" : " %"), path: `${path}discountPercent` }]] : [[]];
    case "rate": return [[{ text: `${rateText(telling, line.rate)}${story.words.rate.includes("%") && random.fork("percent").chance(0.6) ? "" : random.fork("percent").chance(0.5) ? "%" : " %"}`, path: `${path}taxRate` }]];
    case "tax": return [[amount(telling, line.tax, `${path}tax`, "line")]];
    case "net": return [[amount(telling, line.net, `${path}netAmount`, "line")]];
    case "gross": return [[amount(telling, line.gross, `${path}gross`, "line")]];
  }
}

/** Some firms print under each service which days it was for. */
export const periodsOf = ({ story, design, random }: Telling): boolean => design.detail !== "working" && !design.numbersBelow && story.kind !== "other" && random.fork("row periods").chance(0.04);
/** The days that a row is for, from and to. */
export const monthOf = (story: Story, index: number): [string, string] => [addDays(story.orderDate, -index), addDays(story.deliveryDate, -index)];

/** Whether a face can print what the story needs; Polish and the rupee sign are not in the standard faces. */
export const canPrint = (text: string, ink: Ink): boolean => printable(text, ink) === text;
