/**
 * Are our own invoices read back as they were written? `node scripts/bench.mjs own-printer [--count 22] [--languages de,ar] [--seed any]`: that
 * many invoices and credit notes in every template and language of the printer, and in languages that it prints with English
 * words and their own figures: on both papers, with trading names, logos, slips, titles, foreign currencies, several pages. Then
 * its layouts of other firms. Prints each field that comes back otherwise, and a table; ends with 1 when there is one.
 */
import { parseArgs } from "node:util";
import sharp from "sharp";
import { readPdfWords, readWords, toFlat, type FieldPath, type Reading } from "@counterfoil/extract";
import { labelLanguages, renderPdf, renderSample, sampleLayouts, type SampleLayout } from "@counterfoil/paper";
import { inItsScript, paperDocumentOf, paperTruthOf, randomFrom, tellStory, languages, type Language, type PaperWish, type Story } from "@counterfoil/specimens";

const { values } = parseArgs({ options: { count: { type: "string", default: "22" }, languages: { type: "string" }, seed: { type: "string", default: "own" } } });
/** Where each language is at home. Arabic and Hebrew documents come from firms with Latin names, and from firms with their own. */
const homes: Record<string, [Story["country"]["code"], string][]> = {
  en: [["GB", "en-GB"], ["US", "en-US"], ["IE", "en-IE"], ["IN", "en-IN"], ["MY", "en-MY"]], de: [["DE", "de-DE"], ["AT", "de-AT"], ["CH", "de-CH"]], fr: [["FR", "fr-FR"], ["BE", "fr-BE"], ["CH", "fr-CH"]], es: [["ES", "es-ES"]],
  it: [["IT", "it-IT"], ["CH", "it-CH"]], nl: [["NL", "nl-NL"], ["BE", "nl-BE"]], ar: [["GB", "ar"], ["IE", "ar-EG"], ["GB", "ar-SA"]], he: [["IE", "he"], ["GB", "he-IL"]],
  pl: [["PL", "pl-PL"]], pt: [["PT", "pt-PT"]], sv: [["SE", "sv-SE"]], da: [["DK", "da-DK"]], no: [["NO", "nb-NO"]],
};
const wanted = values.languages?.split(",") ?? [...labelLanguages, ...Object.keys(homes).filter((language) => !labelLanguages.includes(language))];
const table = new Map<string, { documents: number; same: number }>();
const logo = new Uint8Array(await sharp({ create: { width: 300, height: 120, channels: 4, background: { r: 30, g: 90, b: 60, alpha: 1 } } }).png().toBuffer());

for (const template of ["ledger", "letter"] as const) for (const language of wanted) for (let i = 0; i < Number(values.count); i++) {
  const [country, locale] = homes[language]![i % homes[language]!.length]!;
  const random = randomFrom(`${values.seed}-${template}-${language}-${i}`);
  const told = tellStory({ country, language: (languages as readonly string[]).includes(language) ? (language as Language) : "en", kind: i % 5 === 4 ? "credit_note" : "invoice", plain: true, long: i % 11 === 10 }, random);
  const story = i % 2 === 1 ? inItsScript(told, language) : told;
  const wish: PaperWish = {
    brand: i % 3 === 2, slip: i % 4 === 1, full: i % 4 >= 2, ...(i % 6 === 5 ? { title: story.lines[0]!.description } : {}), ...(i % 8 === 2 ? { logo } : {}),
    ...(i % 7 === 3 ? { currency: ["USD", "CHF", "EUR", "SEK", "PLN", "SAR", "ILS"].filter((each) => each !== story.country.currency)[i % 6]! } : {}),
  };
  const pdf = await renderPdf(paperDocumentOf(story, language, locale, wish), { template, paper: i % 2 === 0 ? "a4" : "us-letter" });
  const read = await readPdfWords(pdf.slice());
  const reading = readWords(read.pages, { problems: read.problems });
  const { _alt: alternatives = {}, ...truth } = paperTruthOf(story, template, wish);
  note(`${template} ${language}`, `${template} ${language} (${locale}) ${i}`, [...differencesOf(truth, toFlat(reading), "", alternatives), ...furtherDifferences(story, wish, reading)]);
}

/** What the flat form lacks, or what is asked of fields that it does not compare. */
function furtherDifferences(story: Story, wish: PaperWish, reading: Reading): string[] {
  const expected: Partial<Record<FieldPath, string>> = {
    "customer.number": story.customerNumber, deliveryDate: story.deliveryDate, ...(story.accounts[0]!.iban && (!wish.slip || story.kind === "invoice") ? { "supplier.bic": story.accounts[0]!.bic } : {}),
    ...(wish.brand && story.seller.brand !== story.seller.name ? { "supplier.tradingName": story.seller.brand } : {}), ...(story.kind === "credit_note" ? { "precedingInvoice.number": story.originalInvoice } : {}),
    ...(story.prepaid ? { prepaid: story.prepaid } : {}),
  };
  return Object.entries(expected).flatMap(([path, value]) => (bare(reading.fields[path as FieldPath]?.value ?? "") === bare(value) ? [] : [`${path}: wrote ${JSON.stringify(value)}, read ${JSON.stringify(reading.fields[path as FieldPath]?.value)}`]));
}

/** Layouts of other firms show less: what every one of them has. */
const layoutHomes: Record<SampleLayout, [Story["country"]["code"], Language]> = { din_5008: ["DE", "de"], facture: ["FR", "fr"], us_plain: ["US", "en"], factuur: ["NL", "nl"], factura: ["ES", "es"], fattura: ["IT", "it"], till_receipt: ["IE", "en"] };
if (!values.languages) for (const layout of sampleLayouts) for (let i = 0; i < Number(values.count); i++) {
  const [country, language] = layoutHomes[layout];
  const story = tellStory({ country, language, kind: "invoice", plain: true }, randomFrom(`${values.seed}-${layout}-${i}`));
  const read = await readPdfWords((await renderSample(layout, paperDocumentOf(story, language, language))).slice());
  const { invoiceNumber, issueDate, currency, supplier, customer, lines, netTotal, taxTotal, grossTotal, _alt: alternatives = {} } = paperTruthOf(story, "ledger");
  const truth = layout === "till_receipt" ? { invoiceNumber, issueDate, currency, grossTotal, supplier: { name: supplier?.name } } : { invoiceNumber, issueDate, currency, netTotal, taxTotal, grossTotal, supplier: { name: supplier?.name }, customer: { name: customer?.name }, lines: lines?.map(({ description, netAmount }) => ({ description, netAmount })) };
  note(layout, `${layout} ${i}`, differencesOf(truth, toFlat(readWords(read.pages, { problems: read.problems })), "", alternatives));
}
console.log("\n| template and language | documents | read back identically |\n|---|---|---|");
for (const [name, row] of table) console.log(`| ${name} | ${row.documents} | ${row.same} |`);
if ([...table.values()].some((row) => row.same < row.documents)) process.exitCode = 1;

function note(group: string, name: string, differences: readonly string[]): void {
  const row = table.get(group) ?? { documents: 0, same: 0 };
  table.set(group, row);
  row.documents++;
  if (differences.length === 0) row.same++;
  else console.log(`- ${name}:\n${differences.map((line) => `  - ${line}`).join("\n")}`);
}

/** Every value that is wanted and not read exactly: amounts by value, ids and names without spaces. */
function differencesOf(truth: unknown, got: unknown, path: string, alternatives: Record<string, string[]>): string[] {
  if (truth === undefined) return [];
  if (Array.isArray(truth)) {
    const read = Array.isArray(got) ? got : [];
    return [...(truth.length === read.length ? [] : [`${path}: ${truth.length} wanted, ${read.length} read`]), ...truth.flatMap((each, i) => differencesOf(each, read[i], `${path}.${i}`, alternatives))];
  }
  if (truth !== null && typeof truth === "object") return Object.entries(truth).flatMap(([key, value]) => differencesOf(value, (got as Record<string, unknown> | undefined)?.[key], path === "" ? key : `${path}.${key}`, alternatives));
  const same = truth === null ? got === undefined || got === null : /Total|amountDue|quantity|unitPrice|netAmount/.test(path) ? got !== undefined && Number(truth) === Number(got) : [truth, ...(alternatives[path] ?? [])].some((each) => bare(each) === bare(got ?? ""));
  return same ? [] : [`${path}: wrote ${JSON.stringify(truth)}, read ${JSON.stringify(got)}`];
}

function bare(value: unknown): string {
  return String(value).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
