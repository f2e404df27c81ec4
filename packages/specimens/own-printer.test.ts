import { expect, test } from "vitest";
import { readPdfWords, readWords, toFlat } from "@counterfoil/extract";
import { renderPdf } from "@counterfoil/paper";
import { paperDocumentOf, paperTruthOf, randomFrom, tellStory, type Story, type Language } from "./index.ts";

const homes: [Language, Story["country"]["code"], string][] = [["en", "GB", "en-GB"], ["de", "DE", "de-DE"], ["fr", "FR", "fr-FR"], ["es", "ES", "es-ES"], ["it", "IT", "it-IT"], ["nl", "NL", "nl-NL"]];
const bare = (value: unknown): string => String(value).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

// All fields of many more documents, in every language, are compared by `node scripts/bench.mjs own-printer`.
test("what our own printer writes is read back as it was: parties, accounts, due dates, orders and every sum", async () => {
  for (const template of ["ledger", "letter"] as const) for (const [language, country, locale] of homes) for (let i = 0; i < 2; i++) {
    const story = tellStory({ country, language, kind: "invoice", plain: true }, randomFrom(`printed-${template}-${language}-${i}`));
    const pdf = await renderPdf(paperDocumentOf(story, language, locale), { template, paper: i === 0 ? "a4" : "us-letter" });
    const flat = toFlat(readWords((await readPdfWords(pdf)).pages));
    const truth = paperTruthOf(story, template);
    const name = `${template} ${language} ${i}`;
    for (const key of ["currency", "netTotal", "taxTotal", "grossTotal", "amountDue"] as const) expect([name, key, flat[key]]).toEqual([name, key, truth[key]]);
    expect([name, flat.dueDate, flat.purchaseOrder ?? null]).toEqual([name, truth.dueDate, truth.purchaseOrder]);
    for (const side of ["supplier", "customer"] as const) for (const key of ["name", "vatId", "address"] as const) expect([name, side, key, bare(flat[side][key] ?? "")]).toEqual([name, side, key, bare(truth[side]?.[key] ?? "")]);
    expect([name, flat.supplier.iban]).toEqual([name, truth.supplier?.iban]);
    expect([name, flat.lines.map((line) => line.netAmount)]).toEqual([name, truth.lines?.map((line) => line.netAmount)]);
  }
});
