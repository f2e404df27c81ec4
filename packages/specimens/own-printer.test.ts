import { expect, test } from "vitest";
import { readPdfWords, readWords, toFlat } from "@counterfoil/extract";
import { labelLanguages, renderPdf } from "@counterfoil/paper";
import { inItsScript, languages, paperDocumentOf, paperTruthOf, randomFrom, tellStory, type Story, type Language } from "./index.ts";

const homes: Record<string, [Story["country"]["code"], string]> = { en: ["IE", "en-IE"], de: ["CH", "de-CH"], fr: ["FR", "fr-FR"], es: ["ES", "es-ES"], it: ["IT", "it-IT"], nl: ["NL", "nl-NL"], ar: ["GB", "ar-EG"], he: ["IE", "he-IL"], pl: ["PL", "pl-PL"], sv: ["SE", "sv-SE"] };
const bare = (value: unknown): string => String(value ?? "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
const amount = (text: string | null | undefined): number | undefined => (text === null || text === undefined ? undefined : Number(text));

// Many more documents, on all papers and with everything that a page can show, are compared by `node scripts/bench.mjs own-printer`.
test("every language of the printer is among those read back", () => {
  expect(labelLanguages.filter((language) => !(language in homes))).toEqual([]);
});

test.each(Object.keys(homes))("what our own printer writes is read back as it was, in both templates: %s", async (language) => {
  const [country, locale] = homes[language]!;
  for (const template of ["ledger", "letter"] as const) for (const kind of ["invoice", "credit_note"] as const) {
    const told = tellStory({ country, language: (languages as readonly string[]).includes(language) ? (language as Language) : "en", kind, plain: true }, randomFrom(`printed-${template}-${language}-${kind}`));
    const story = kind === "invoice" ? inItsScript(told, language) : told;
    const wish = { brand: true, full: kind === "invoice", slip: template === "letter" };
    const reading = readWords((await readPdfWords(await renderPdf(paperDocumentOf(story, language, locale, wish), { template, paper: kind === "invoice" ? "a4" : "us-letter" }))).pages);
    const flat = toFlat(reading);
    const { _alt: alternatives = {}, ...truth } = paperTruthOf(story, template, wish);
    const name = `${template} ${kind}`;
    const parties = (of: { supplier?: Record<string, unknown>; customer?: Record<string, unknown> }) => ["supplier.name", "supplier.vatId", "supplier.address", "supplier.iban", "customer.name", "customer.vatId", "customer.address"].map((path) => `${path}: ${bare((of[path.split(".")[0] as "supplier"] ?? {})[path.split(".")[1]!])}`);
    const header = (of: Partial<Record<"documentType" | "invoiceNumber" | "issueDate" | "dueDate" | "purchaseOrder" | "currency", string | null>>) => ["documentType", "invoiceNumber", "issueDate", "dueDate", "purchaseOrder", "currency"].map((path) => `${path}: ${bare(of[path as "currency"])}`);
    const sums = (of: Partial<Record<"netTotal" | "taxTotal" | "grossTotal" | "amountDue", string | null>>) => [of.netTotal, of.taxTotal, of.grossTotal, of.amountDue].map(amount);
    expect([name, ...header(flat as never)]).toEqual([name, ...header(truth)]);
    expect([name, ...parties(flat as never)]).toEqual([name, ...parties(truth as never)]);
    expect([name, ...sums(flat as never)]).toEqual([name, ...sums(truth)]);
    expect([name, flat.lines.map((line) => [amount(line.quantity), amount(line.netAmount)])]).toEqual([name, truth.lines!.map((line) => [amount(line.quantity), amount(line.netAmount)])]);
    truth.lines!.forEach((line, i) => expect([line.description, ...(alternatives[`lines.${i}.description`] ?? [])].map(bare)).toContain(bare(flat.lines[i]!.description)));
    if (story.seller.brand !== story.seller.name) expect([name, bare(reading.fields["supplier.tradingName"]?.value)]).toEqual([name, bare(story.seller.brand)]);
  }
}, 30_000);
