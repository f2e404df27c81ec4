/**
 * Documents with known answers for measuring and training the reading engine: a folder of files with `NAME.truth.json`
 * beside them, specimens of many layouts, and invoices that our own printer makes in every template and language it has.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { labelLanguages, renderPdf, renderSample, sampleLayouts, type PaperDocumentInput } from "@counterfoil/paper";
import { makeSpecimen, writePdf } from "@counterfoil/specimens";

/** `group`: documents of one group share a supplier or a layout and are never split between training and measuring. */
export type Labelled = { name: string; group: string; bytes: () => Promise<Uint8Array> | Uint8Array; truth: Truth };
/** As the corpus writes it: the flat invoice; null is known to be absent, a missing key unknown; `_alt` lists further right answers. */
export type Truth = Record<string, unknown> & { _alt?: Record<string, unknown[]> };

/** All PDFs below a folder that have a truth file. The first part of a name says where a file comes from: that is its group. */
export function documentsIn(folder: string): Labelled[] {
  const found: Labelled[] = [];
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) found.push(...documentsIn(path));
    else if (/\.pdf$/i.test(name) && existsSync(`${path}.truth.json`)) {
      const truth = JSON.parse(readFileSync(`${path}.truth.json`, "utf8")) as Truth;
      found.push({ name: basename(path), group: (truth["_group"] as string | undefined) ?? name.split("-")[0]!, bytes: () => new Uint8Array(readFileSync(path)), truth });
    }
  }
  return found;
}

/** Specimens: a firm and a layout of its own each. Groups are families of layouts, so that whole families can be held out. */
export function* specimenDocuments(count: number, seed: string, families?: readonly string[]): Generator<Labelled> {
  for (let i = 0; i < count; i++) {
    const made = makeSpecimen(`${seed}-${i}`, families ? { families: [...families] } : {});
    yield { name: `${made.family}-${made.language}-${seed}-${i}`, group: made.family, bytes: () => writePdf(made.pages), truth: made.truth as unknown as Truth };
  }
}

/** A sequence of numbers in [0, 1) that is the same on every run. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const FIRMS = ["Nordlicht Werbung GmbH", "Atelier Beaumont SARL", "Harbour Lane Studio Ltd", "De Wit Techniek B.V.", "Talleres Robledo S.L.", "Officina Bianchi S.r.l.", "Kestrel Analytics LLC", "Blauwe Steen V.O.F."];
const STREETS: [string, string][] = [["Hafenstraße 12", "20457 Hamburg"], ["14 rue des Lilas", "69003 Lyon"], ["27 Orchard Road", "Leeds LS1 4AP"], ["Keizersgracht 88", "1015 CN Amsterdam"], ["Calle de Alcalá 45", "28014 Madrid"], ["Via Garibaldi 9", "20121 Milano"], ["410 Maple Avenue", "Portland, OR 97205"], ["Lindenlaan 3", "3581 AB Utrecht"]];
const ITEMS = ["Consulting on site", "Oak board 27 mm, planed", "Website maintenance", "Travel, 120 km", "Safety gloves, size 9", "Printing of 500 flyers", "Filter cartridge F7", "Workshop for the sales team"];

/** Invoices as our own printer makes them: both templates in every language, and the layouts of other firms. */
export function* ownDocuments(count: number, seed = 1): Generator<Labelled> {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const styles = [...(["ledger", "letter"] as const).flatMap((template) => labelLanguages.map((language) => ({ template, language, layout: null }))), ...sampleLayouts.map((layout) => ({ template: null, language: null, layout }))];
  for (let i = 0; i < count; i++) {
    const style = styles[i % styles.length]!;
    const seller = Math.floor(random() * FIRMS.length);
    const buyer = (seller + 1 + Math.floor(random() * (FIRMS.length - 1))) % FIRMS.length;
    const day = (from: number): string => new Date(Date.UTC(2025, 0, 1 + from)).toISOString().slice(0, 10);
    const issued = Math.floor(random() * 500);
    const rate = pick([19, 20, 21, 22, 23, 7]);
    const lines = Array.from({ length: 1 + Math.floor(random() * 6) }, () => {
      const quantity = 1 + Math.floor(random() * 12);
      const price = 100 + Math.floor(random() * 60000);
      return { description: pick(ITEMS), quantity: String(quantity), price: cents(price), vatRate: String(rate), amount: cents(quantity * price) };
    });
    const net = lines.reduce((sum, line) => sum + Math.round(Number(line.amount) * 100), 0);
    const tax = Math.round((net * rate) / 100);
    const credit = style.template !== null && random() < 0.12;
    const number = pick([`RE-2025-${1000 + i}`, `F25/${300 + i}`, `${20250000 + i}`, `INV-${7000 + i}`]);
    const order = `PO-${45000 + i}`;
    const document: PaperDocumentInput = {
      kind: credit ? "credit_note" : "invoice", number, date: day(issued), currency: style.template ? pick(["EUR", "EUR", "GBP", "USD", "CHF"]) : style.layout === "us_plain" ? "USD" : "EUR", ...(style.language ? { language: style.language } : {}),
      seller: { name: FIRMS[seller]!, address: STREETS[seller]!, vatId: "DE136695976", bank: { iban: "DE89370400440532013000", bic: "COBADEFFXXX" }, email: "office@seller.example" },
      buyer: { name: FIRMS[buyer]!, address: STREETS[buyer]!, ...(random() < 0.5 ? { vatId: "FR40303265045" } : {}) },
      facts: credit ? [{ name: "original", text: `RE-2024-${900 + i}` }] : [{ name: "due", date: day(issued + 14) }, { name: "order", text: order }],
      lines, totals: { net: cents(net), vat: [{ rate: String(rate), base: cents(net), amount: cents(tax) }], gross: cents(net + tax), toPay: cents(net + tax) },
    };
    const name = `own-${style.template ?? style.layout}-${style.language ?? ""}-${i}`;
    yield {
      name, group: `own-${style.template ?? style.layout}`,
      bytes: () => (style.template ? renderPdf(document, { template: style.template, paper: "a4" }) : renderSample(style.layout!, document)),
      truth: {
        documentType: credit ? "credit_note" : style.layout === "till_receipt" ? undefined : "invoice", invoiceNumber: number, issueDate: day(issued), currency: document.currency,
        supplier: { name: FIRMS[seller]!, ...(style.layout === "till_receipt" ? {} : style.layout === "us_plain" ? { address: STREETS[seller]!.join(", "), iban: null } : { address: STREETS[seller]!.join(", "), vatId: "DE136695976", iban: "DE89370400440532013000" }) },
        customer: style.layout === "till_receipt" ? {} : { name: FIRMS[buyer]!, address: STREETS[buyer]!.join(", ") },
        ...(credit ? { dueDate: null, purchaseOrder: null } : style.layout === "till_receipt" ? {} : { dueDate: day(issued + 14), purchaseOrder: style.template ? order : undefined }),
        netTotal: cents(net), taxTotal: cents(tax), grossTotal: cents(net + tax),
        ...(style.layout === "till_receipt" ? {} : { lines: lines.map(({ description, quantity, price, amount }) => ({ description, quantity, unitPrice: price, netAmount: amount })) }),
      },
    };
  }
}

const cents = (minor: number): string => (minor / 100).toFixed(2);
