import { Decimal, formatDecimal, formatMoney, formatPercent, Money, parseAmount } from "@counterfoil/money";
import type { PaperDocument } from "./document.ts";
import { fill, labelsFor, type Labels } from "./labels.ts";
import { parseMarkdown, type Block } from "./markdown.ts";
import { qrCode } from "./qr.ts";

// Languages written from the right in their usual script; these pages are mirrored.
const rightToLeft = new Set(["ar", "he", "fa", "ur", "yi", "ps", "ckb", "dv", "sd", "ug"]);

const runsRightToLeft = (document: PaperDocument): boolean => rightToLeft.has(new Intl.Locale(document.language).language);

/** A number or name within a line that runs from the right keeps its own order: "2025-2313" would stand as "2313-2025". */
const apart = (document: PaperDocument, text: string): string => (runsRightToLeft(document) ? `\u2068${text}\u2069` : text);

/** Parts of a line of our own: they follow each other in the page's direction, whatever stands in them (U+200F begins it). */
const inOrder = (document: PaperDocument, parts: readonly string[]): string => (runsRightToLeft(document) && parts.length > 0 ? `\u200f${parts.map((part) => apart(document, part)).join(" · ")}` : parts.join(" · "));

export type SheetLine = {
  group: string | null; description: string; detail: string | null;
  /** With its unit, "3 h"; `count` and `unit` are the same in two parts. */
  quantity: string; count: string; unit: string; price: string; vat: string; amount: string;
  /** Quantity × price · VAT, for layouts without these columns; empty when it says nothing new. */
  working: string;
  box: "ticked" | "empty" | null;
  /** Too much text to be kept on one page. */
  long: boolean;
  /** Sum of the lines up to and including this one. */
  running: string;
};

/** A document as the templates print it: every value is final text, nothing is computed or formatted in a template. */
export type Sheet = ReturnType<typeof makeSheet>;

/**
 * Turns a document into final text: labels of its language, numbers and dates of its locale, sums carried from line to line.
 * Pure; the same document gives the same sheet on machines with the same Unicode locale data (one Node.js major).
 */
export function makeSheet(document: PaperDocument) {
  const labels = labelsFor(document.language);
  const locale = document.locale ?? document.language;
  const words = formats(document, locale);
  const taxName = document.taxName ?? labels.vat;
  const kind = document.kind === "invoice" ? labels.invoice : document.kind === "credit_note" ? labels.creditNote : labels.proposal;
  const number = document.number ?? labels.draft;
  const { seller, buyer, totals } = document;
  const tags = new Intl.Locale(document.language);
  return {
    kind: document.kind,
    // A page knows languages of two or three letters and regions of two; tags may have others ("es-419", invented ones).
    language: /^[a-z]{2,3}$/.test(tags.language) ? tags.language : "en",
    rtl: runsRightToLeft(document),
    region: [tags.region, new Intl.Locale(locale).region].find((region) => /^[A-Z]{2}$/.test(region ?? "")) ?? null,
    labels: { ...labels, vat: taxName },
    name: kind,
    number,
    draft: document.number === null,
    title: document.title ?? null,
    fileTitle: [kind, number, document.title].filter(Boolean).join(" · "),
    date: words.day(document.date),
    shortDate: words.shortDay(document.date),
    symbol: currencySymbol(document.currency, locale),
    currency: document.currency,
    sentence: factSentence(document, labels, words, number, kind),
    seller: {
      name: seller.name,
      brand: seller.brand ?? seller.name,
      address: seller.address,
      // Under a trading name stands the legal one, so that nobody has to look for it in the foot.
      legalName: seller.brand !== undefined && seller.brand !== seller.name ? seller.name : null,
      vatId: seller.vatId ?? null,
      taxNumber: seller.taxNumber ?? null,
      registration: seller.registration ?? null,
      phone: seller.phone ?? null,
      email: seller.email ?? null,
      website: seller.website ?? null,
      bank: seller.bank ? { iban: inFours(seller.bank.iban), bic: seller.bank.bic ?? null, holder: seller.bank.holder ?? seller.name, name: seller.bank.name ?? null } : null,
      foot: footOf(document, labels),
      colour: readableColour(seller.colour),
    },
    buyer: partyOf(document, buyer, labels),
    deliverTo: document.deliverTo ? partyOf(document, document.deliverTo, labels) : null,
    facts: [{ label: labels.facts.issued, text: words.day(document.date), short: words.shortDay(document.date), name: "issued", date: true }, ...document.facts.flatMap((fact) => factText(fact, labels, words.day, words.shortDay))],
    before: document.sections.filter((section) => section.place === "before").map(sectionOf),
    after: document.sections.filter((section) => section.place === "after").map(sectionOf),
    // A letter longer than this gets its own first page, and the lines begin on the next.
    ownLetterPage: document.sections.reduce((sum, section) => sum + (section.place === "before" ? section.text.length : 0), 0) > 1_400,
    lines: linesOf(document, labels, words),
    totals: {
      rows: [
        ...(totals.adjustments.length > 0 ? [{ label: labels.lineSum, amount: words.amount(Money.sum(countedAmounts(document), document.currency)) }] : []),
        ...totals.adjustments.map((row) => ({ label: row.label, amount: words.text(row.amount) })),
        { label: labels.net, amount: words.text(totals.net) },
        ...totals.vat.map((row) => ({ label: row.label ?? vatRowLabel(row, labels, taxName, words), amount: words.text(row.amount) })),
        ...(totals.rounding !== undefined && totals.toPay === undefined ? [{ label: labels.rounding, amount: words.text(totals.rounding) }] : []),
        ...(closesWithToPay(document) ? [
          ...(totals.paid.length > 0 || totals.rounding !== undefined ? [{ label: labels.gross, amount: words.text(totals.gross) }] : []),
          ...(totals.rounding !== undefined ? [{ label: labels.rounding, amount: words.text(totals.rounding) }] : []),
          ...totals.paid.map((row) => ({
            label: row.label ?? (row.date ? fill(labels.paidOn, { date: words.day(row.date) }) : labels.paid),
            amount: words.amount(Money.negate(parseAmount(row.amount, document.currency))),
          })),
        ] : []),
      ],
      long: totals.adjustments.length + totals.vat.length + totals.paid.length > 20 || document.schedule.length > 20 || document.legal.reduce((sum, text) => sum + tall(text), 0) > 2_000,
      net: words.text(totals.net),
      vat: totals.vat.map((row) => ({ rate: row.rate === undefined ? row.label ?? "" : words.percent(row.rate), base: row.base === undefined ? "" : words.text(row.base), amount: words.text(row.amount) })),
      tax: words.amount(Money.sum(totals.vat.map((row) => parseAmount(row.amount, document.currency)), document.currency)),
      gross: words.text(totals.gross),
      grossWithCurrency: words.currency(totals.gross),
      paid: totals.paid.map((row) => ({ label: row.label ?? (row.date ? fill(labels.paidOn, { date: words.day(row.date) }) : labels.paid), amount: words.text(row.amount) })),
      toPay: words.text(totals.toPay ?? totals.gross),
      toPayWithCurrency: words.currency(totals.toPay ?? totals.gross),
      closing: closesWithToPay(document)
        ? { label: document.kind === "credit_note" ? labels.credited : labels.toPay, amount: words.currency(totals.toPay!) }
        : { label: document.kind === "credit_note" ? labels.credited : labels.total, amount: words.currency(totals.gross) },
    },
    schedule: document.schedule.map((row) => ({ label: row.label, amount: words.currency(row.amount) })),
    notes: document.notes ? parseMarkdown(document.notes) : [],
    legal: document.legal,
    slip: document.slip ? {
      payee: document.slip.payee,
      iban: inFours(document.slip.iban),
      bic: document.slip.bic ?? null,
      reference: document.slip.reference,
      amount: words.currency(document.slip.amount),
      due: document.slip.due ? fill(labels.dueBy, { date: words.longDay(document.slip.due) }) : labels.toPay,
      qr: document.slip.qr ? qrCode(document.slip.qr) : null,
    } : null,
    signature: document.signature ? { statement: document.signature.statement ?? labels.accept, online: document.signature.online ?? null } : null,
    certificate: document.certificate ? {
      statement: document.certificate.statement ?? null,
      rows: [
        { label: labels.acceptedBy, text: [document.certificate.acceptedBy, document.certificate.email].filter(Boolean).join(", "), code: false },
        { label: labels.acceptedAt, text: document.certificate.acceptedAt, code: false },
        { label: labels.acceptedHow, text: document.certificate.how, code: false },
        ...(document.certificate.total !== undefined ? [{ label: labels.acceptedTotal, text: words.currency(document.certificate.total), code: false }] : []),
        ...document.certificate.more.map((row) => ({ ...row, code: false })),
        { label: labels.fingerprint, text: inGroups(document.certificate.fingerprint), code: true },
      ],
      hasSignature: document.certificate.signature !== undefined,
    } : null,
    hasLogo: seller.logo !== undefined,
  };
}

type Words = ReturnType<typeof formats>;

/** The document's ways to write numbers and dates. Minus is U+2212, as a hyphen is too short beside tabular digits. */
function formats(document: PaperDocument, locale: string) {
  // The Arabic letter mark orders as U+200F does, and no font has a sign for it.
  const minus = (text: string) => text.replace(/-/g, "\u2212").replace(/\u061c/g, "\u200f");
  const amount = (money: Money) => minus(formatMoney(money, locale, { currencyDisplay: "none" }));
  const digits = parseAmount("0", document.currency);
  const decimals = (formatMoney(digits, "en", { currencyDisplay: "none" }).split(".")[1] ?? "").length;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const shortDay = new Intl.DateTimeFormat(locale, { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" });
  const longDay = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return {
    amount,
    text: (text: string) => amount(parseAmount(text, document.currency)),
    currency: (text: string) => minus(formatMoney(parseAmount(text, document.currency), locale)),
    price: (text: string) => minus(formatDecimal(Decimal.parse(text), locale, decimals)),
    quantity: (text: string) => minus(formatDecimal(Decimal.parse(text), locale)),
    percent: (text: string) => minus(formatPercent(Decimal.parse(text), locale)),
    day: (date: string) => day.format(new Date(`${date}T00:00:00Z`)),
    shortDay: (date: string) => shortDay.format(new Date(`${date}T00:00:00Z`)),
    longDay: (date: string) => longDay.format(new Date(`${date}T00:00:00Z`)),
  };
}

function linesOf(document: PaperDocument, labels: Labels, words: Words): SheetLine[] {
  let sum = parseAmount("0", document.currency);
  let group: string | undefined;
  const rates = new Set(document.lines.map((line) => line.vatLabel ?? line.vatRate));
  return document.lines.map((line) => {
    const amount = line.amount === null ? null : parseAmount(line.amount, document.currency);
    if (amount !== null && line.option !== "not_chosen") sum = Money.add(sum, amount);
    const quantity = line.quantity === undefined ? "" : [words.quantity(line.quantity), line.unit].filter(Boolean).join("\u00a0");
    const price = line.price === undefined ? "" : words.price(line.price);
    const vat = line.vatLabel ?? (line.vatRate === undefined ? "" : words.percent(line.vatRate));
    const oneOfIt = line.quantity === undefined || Decimal.equals(Decimal.parse(line.quantity), Decimal.of(1));
    const startsGroup = line.group !== undefined && line.group !== group;
    group = line.group;
    return {
      group: startsGroup ? line.group! : null,
      description: line.description,
      detail: line.detail?.trim() ? line.detail.trim() : null,
      quantity, price, vat,
      count: line.quantity === undefined ? "" : words.quantity(line.quantity),
      unit: line.unit ?? "",
      amount: amount === null ? labels.included : words.amount(amount),
      working: inOrder(document, [oneOfIt || price === "" ? "" : `${quantity} × ${price}`, rates.size > 1 && vat !== "" ? `${labels.vat} ${vat}` : ""].filter(Boolean)),
      box: line.option === undefined ? (document.kind === "proposal" && document.lines.some((each) => each.option !== undefined) ? "ticked" : null) : line.option === "chosen" ? "ticked" : "empty",
      long: tall(line.description) + tall(line.detail ?? "") > 1_800,
      running: words.amount(sum),
    };
  });
}

/** Rough height of a text, in characters: a line break costs a line of about 90. */
function tall(text: string): number {
  return text.length + 90 * (text.split("\n").length - 1);
}

function countedAmounts(document: PaperDocument): Money[] {
  return document.lines.filter((line) => line.amount !== null && line.option !== "not_chosen").map((line) => parseAmount(line.amount!, document.currency));
}

function closesWithToPay(document: PaperDocument): boolean {
  return document.totals.toPay !== undefined && document.kind !== "proposal";
}

function vatRowLabel(row: { rate?: string | undefined; base?: string | undefined }, labels: Labels, taxName: string, words: Words): string {
  const rate = row.rate === undefined ? "" : words.percent(row.rate);
  if (row.base === undefined) return `${taxName} ${rate}`.trim();
  return fill(labels.vatRow, { vat: taxName, rate, base: words.text(row.base) }).replace("  ", " ");
}

type SheetFact = { label: string; text: string; /** Dates in figures, "17.11.2026". */ short: string | null; name: string; /** a date or period, in the page's own language */ date: boolean };

function factText(fact: PaperDocument["facts"][number], labels: Labels, day: (date: string) => string, shortDay: (date: string) => string): SheetFact[] {
  if ("label" in fact) return [{ label: fact.label, text: fact.text, short: null, name: "other", date: false }];
  // The issue date always stands first, taken from the document's own date.
  if (fact.name === "issued") return [];
  const text = (write: (date: string) => string) => ("date" in fact ? write(fact.date) : "from" in fact ? `${write(fact.from)} – ${write(fact.to)}` : fact.text);
  return [{ label: labels.facts[fact.name], text: text(day), short: text(shortDay), name: fact.name, date: !("text" in fact) }];
}

/**
 * The Letter template's one sentence: "No. P-2026-044 of 6 November 2026. Valid until 20 November 2026." Under a title of the
 * document's own the sentence says what it is: "Proposal P-2026-044 of …", for nothing else on the page does.
 */
function factSentence(document: PaperDocument, labels: Labels, words: Words, number: string, kind: string): string {
  const version = document.facts.find((fact) => "name" in fact && fact.name === "version");
  const announced = document.title !== undefined ? `${kind} ${apart(document, number)}` : document.number === null ? number : `${labels.number} ${apart(document, number)}`;
  const named = version && "text" in version ? `${announced}, ${labels.facts.version.toLowerCase()} ${version.text},` : announced;
  const day = (date: string) => unbroken(words.longDay(date));
  const facts = document.facts.filter((fact) => fact !== version).flatMap((fact) => factText(fact, labels, day, day));
  return [fill(labels.numberOfDate, { number: named, date: day(document.date) }), ...facts.map((fact) => unbroken(`${fact.label} ${fact.date ? fact.text : apart(document, fact.text)}`))].join(". ") + ".";
}

function footOf(document: PaperDocument, labels: Labels): string[] {
  const { seller } = document;
  return [
    seller.name,
    seller.registration,
    seller.vatId && `${labels.vatId} ${apart(document, seller.vatId)}`,
    seller.taxNumber && `${labels.taxNumber} ${apart(document, seller.taxNumber)}`,
    seller.phone, seller.email, seller.website,
    // With a slip the account stands there; without one the foot is where people look for it.
    ...(!document.slip && seller.bank && document.kind !== "proposal" ? [`IBAN ${inFours(seller.bank.iban)}`, seller.bank.bic && `BIC ${seller.bank.bic}`] : []),
    // Lines break between the parts, not within them.
  ].filter((part): part is string => Boolean(part)).map(unbroken);
}

/** Short pieces of a sentence go to the next line as a whole. */
function unbroken(text: string): string {
  return text.length <= 48 ? text.replace(/ /g, "\u00a0") : text;
}

function partyOf(document: PaperDocument, party: PaperDocument["buyer"], labels: Labels) {
  return { name: party.name, attention: party.attention ?? null, address: party.address, vat: party.vatId ? `${labels.vatId} ${apart(document, party.vatId)}` : null, vatId: party.vatId ?? null };
}

function sectionOf(section: PaperDocument["sections"][number]): { title: string | null; blocks: Block[] } {
  return { title: section.title ?? null, blocks: parseMarkdown(section.text) };
}

function currencySymbol(currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency }).formatToParts(0).find((part) => part.type === "currency")?.value ?? currency;
}

/** IBANs are read in fours. */
function inFours(iban: string): string {
  return iban.replace(/\s/g, "").replace(/(.{4})(?=.)/g, "$1 ");
}

/** Long fingerprints need places to break: groups of eight. */
function inGroups(code: string): string {
  return code.replace(/\s/g, "").replace(/(.{8})(?=.)/g, "$1 ");
}

/** The company colour when it can carry text on white (4.5 : 1, WCAG 2.2), else null and the ink is used. */
export function readableColour(colour: string | undefined): string | null {
  if (colour === undefined) return null;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= 4.5 ? colour : null;
}
