import { expect, test } from "vitest";
import { parsePaperDocument, PaperDocumentError } from "./document.ts";
import { anInvoice } from "./examples.ts";
import { labelLanguages, labelsFor } from "./labels.ts";
import { parseMarkdown } from "./markdown.ts";
import { epcPayload, qrCode } from "./qr.ts";
import { makeSheet, readableColour } from "./sheet.ts";

function problemsOf(json: unknown): readonly string[] {
  try {
    parsePaperDocument(json);
    return [];
  } catch (error) {
    if (error instanceof PaperDocumentError) return error.problems;
    throw error;
  }
}

test("a document survives the way through JSON", () => {
  const document = parsePaperDocument(JSON.stringify(anInvoice()));
  expect(document).toEqual(parsePaperDocument(anInvoice()));
  expect(document.lines[0]!.amount).toBe("2340.00");
});

test("each mistake is named with its place and what to write instead", () => {
  const broken = { ...anInvoice(), date: "2026-02-30", currency: "EURO", seller: { address: [] }, lines: [{ description: "Desk", price: "12,50", amount: "1.00" }] };
  expect(problemsOf(broken)).toEqual([
    "currency must be an ISO 4217 currency like EUR.",
    "date must be a date like 2026-03-31.",
    "seller.name is missing.",
    "lines[0].price must be a number written with a dot, like 1234.50.",
  ]);
});

test("an amount with more decimals than its currency is refused, never rounded", () => {
  expect(problemsOf(anInvoice({ currency: "JPY", lines: [{ description: "机", amount: "100.5" }], totals: { net: "100", gross: "100" }, slip: undefined })))
    .toEqual(["lines[0].amount: 100.5 has more decimals than JPY allows (0)."]);
});

test("text that is no JSON and values that are no documents give one clear sentence", () => {
  expect(problemsOf("{ not json")[0]).toMatch(/^The document is not JSON: /);
  for (const value of [null, 17, "[]", "null"]) expect(problemsOf(value)[0]).toMatch(/^The document must be object/);
});

test("an image that is no PNG is refused before the typesetter sees it", () => {
  expect(problemsOf({ ...anInvoice(), seller: { name: "A", logo: "PHN2Zz48L3N2Zz4=" } })).toEqual(["seller.logo is not a PNG image."]);
  expect(problemsOf({ ...anInvoice(), seller: { name: "A", logo: "not base64!" } })).toEqual(["seller.logo must be a PNG image as base64 text."]);
});

test("more lines than we print in one document are refused", () => {
  const line = { description: "Desk", amount: "1.00" };
  expect(problemsOf(anInvoice({ lines: Array.from({ length: 5_001 }, () => line) }))).toEqual(["lines must be at most 5000 lines."]);
});

test("every language has every word, and a stranger is printed in English", () => {
  const names = (value: object): string[] => Object.entries(value).flatMap(([key, item]) => (typeof item === "object" ? names(item).map((name) => `${key}.${name}`) : item.trim() === "" ? [] : [key]));
  for (const language of labelLanguages) expect(names(labelsFor(language)), language).toEqual(names(labelsFor("en")));
  expect(labelsFor("de-AT").invoice).toBe("Rechnung");
  expect(labelsFor("sw").invoice).toBe("Invoice");
});

test("numbers, dates and labels follow the document's language and locale", () => {
  const sheet = (language: string, locale: string) => makeSheet(parsePaperDocument(anInvoice({ language, locale })));
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
  expect(plain(sheet("de", "de-DE").totals.closing.amount)).toBe("3.247,20 €");
  expect(plain(sheet("de", "de-DE").totals.rows[1]!.label)).toBe("USt 23 % auf 2.640,00");
  expect(plain(sheet("fr", "fr-FR").totals.rows[1]!.label)).toBe("TVA 23 % sur 2 640,00");
  expect(sheet("nl", "nl-NL").facts.map((fact) => fact.label)).toEqual(["Datum", "Vervaldatum", "Uw bestelling", "Geleverd op"]);
  expect(sheet("en", "en-US").facts[1]!.text).toBe("Dec 1, 2026");
  expect(sheet("en", "en-IE").sentence.replace(/\u00a0/g, " ")).toBe("No. TW-2026-0186 of 17 November 2026. Due 1 December 2026. Your order PD-311. Supplied 16 November 2026.");
});

test("the sum carried forward counts what is chosen and nothing else", () => {
  const sheet = makeSheet(parsePaperDocument(anInvoice({ kind: "proposal", lines: [
    { description: "Bar", amount: "100.00" }, { description: "Oak", amount: "20.00", option: "chosen" }, { description: "Ash", amount: "30.00", option: "not_chosen" }, { description: "Discount", amount: "-0.50" },
  ] })));
  expect(sheet.lines.map((line) => line.running)).toEqual(["100.00", "120.00", "120.00", "119.50"]);
  expect(sheet.lines.map((line) => line.box)).toEqual(["ticked", "ticked", "empty", "ticked"]);
  expect(sheet.lines[3]!.amount).toBe("\u22120.50");
});

test("the company colour is used for text only where it can be read", () => {
  expect(readableColour("#22405c")).toBe("#22405c");
  expect(readableColour("#ffd84d")).toBeNull();
});

test("V1.3.5 V1.3.1 little Markdown becomes data, everything else stays text", () => {
  expect(parseMarkdown("## Scope\nA **bold** and *soft* word, [us](https://a.example) [no](javascript:alert)\n\n- one\n- two\n\n3. three")).toEqual([
    { type: "heading", spans: [{ text: "Scope" }] },
    { type: "paragraph", lines: [[{ text: "A " }, { text: "bold", bold: true }, { text: " and " }, { text: "soft", italic: true }, { text: " word, " }, { text: "us", href: "https://a.example" }, { text: " " }, { text: "[no](javascript:alert)" }]] },
    { type: "list", ordered: false, start: 1, items: [[{ text: "one" }], [{ text: "two" }]] },
    { type: "list", ordered: true, start: 3, items: [[{ text: "three" }]] },
  ]);
  const hostile = "*".repeat(5_000) + "[".repeat(5_000) + "(".repeat(5_000);
  const before = performance.now();
  expect(parseMarkdown(hostile)).toHaveLength(1);
  expect(performance.now() - before).toBeLessThan(1_000);
});

test("an EPC code says exactly what the guideline asks for, and refuses what banks would refuse", () => {
  const transfer = { payee: "Tidewater Joinery Ltd", iban: "IE29 AIBK 9311 5212 3456 78", bic: "AIBKIE2D", amount: "3247.2", reference: "TW-2026-0186" };
  expect(epcPayload(transfer).split("\n")).toEqual(["BCD", "002", "1", "SCT", "AIBKIE2D", "Tidewater Joinery Ltd", "IE29AIBK93115212345678", "EUR3247.20", "", "", "TW-2026-0186"]);
  expect(epcPayload({ ...transfer, reference: "RF18 5390 0754 7034" }).split("\n").at(-1)).toBe("RF18539007547034");
  expect(() => epcPayload({ ...transfer, amount: "0.00" })).toThrow("0.01 to 999,999,999.99");
  expect(() => epcPayload({ ...transfer, iban: "IE29AIBK93115212345679" })).toThrow("not a valid IBAN");
  const { size, runs } = qrCode(epcPayload(transfer));
  expect(size).toBeLessThanOrEqual(69); // version 13, the largest the guideline allows
  expect(runs[0]).toEqual([0, 0, 7]);
});
