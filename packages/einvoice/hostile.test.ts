// Files made to harm a reader are refused within two seconds, with the reason.
import { describe, expect, test } from "vitest";
import { readInvoiceFile } from "./read-file.ts";
import { XmlError } from "./xml.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const ubl = (content: string, prolog = "") => bytes(`${prolog}<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">${content}</Invoice>`);
const declared = (encoding: string, content: string) => ubl(content, `<?xml version="1.0" encoding="${encoding}"?>`);

async function refused(file: Uint8Array): Promise<{ code: string; message: string; ms: number }> {
  const started = performance.now();
  try {
    const { problems } = await readInvoiceFile(file);
    return { code: "read", message: problems[0]?.message ?? "", ms: performance.now() - started };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { code: error.code, message: error.message, ms: performance.now() - started };
  }
}

describe("V1.5.1 V5.2.3 hostile files", () => {
  test.each<[string, () => Uint8Array, string, RegExp]>([
    ["a DOCTYPE", () => ubl("", "<!DOCTYPE Invoice>"), "xml_forbidden", /DOCTYPE/],
    ["an external entity", () => ubl("<b:ID>&x;</b:ID>", '<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "xml_forbidden", /DOCTYPE/],
    ["a billion laughs", () => ubl("<b:ID>&h;</b:ID>", `<!DOCTYPE i [<!ENTITY a "ha">${"bcdefgh".split("").map((name, index) => `<!ENTITY ${name} "${`&${"abcdefg"[index]};`.repeat(10)}">`).join("")}]>`), "xml_forbidden", /DOCTYPE/],
    ["a DOCTYPE in UTF-16", () => new Uint8Array(Buffer.from(`\ufeff<!DOCTYPE a><a/>`, "utf16le")), "xml_forbidden", /DOCTYPE/],
    ["an entity nobody declared", () => ubl("<b:ID>&x;</b:ID>"), "xml_malformed", /entity/],
    ["200,000 levels", () => bytes("<a>".repeat(200_000) + "</a>".repeat(200_000)), "xml_too_deep", /100 deep/],
    ["150,000 levels inside an invoice", () => ubl("<a:X>".repeat(150_000)), "xml_too_deep", /100 deep/],
    ["a million elements", () => ubl("<b:Note/>".repeat(1_000_000)), "too_large", /200000 elements/],
    ["an attribute of 15 MB", () => ubl(`<b:ID schemeID="${"x".repeat(15_000_000)}">1</b:ID>`), "read", /states no issue date/],
    ["100,000 attributes", () => ubl(`<b:ID ${Array.from({ length: 100_000 }, (_, index) => `a${index}="1"`).join(" ")}/>`), "too_large", /256 attributes/],
    ["21 MB", () => ubl(`<b:Note>${"x".repeat(21 * 1024 * 1024)}</b:Note>`), "too_large", /20 MB/],
    ["a base64 bomb of 40 MB", () => ubl(`<a:AdditionalDocumentReference><b:ID>1</b:ID><a:Attachment><b:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="x.pdf">${"A".repeat(40 * 1024 * 1024)}</b:EmbeddedDocumentBinaryObject></a:Attachment></a:AdditionalDocumentReference>`), "too_large", /20 MB/],
    ["base64 of 15 MB broken into letters", () => ubl(`<a:AdditionalDocumentReference><b:ID>1</b:ID><a:Attachment><b:EmbeddedDocumentBinaryObject>${"A\n".repeat(7_500_000)}</b:EmbeddedDocumentBinaryObject></a:Attachment></a:AdditionalDocumentReference>`), "read", /states no/],
    ["a number of a million digits", () => ubl(`<b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode><a:LegalMonetaryTotal><b:PayableAmount>${"9".repeat(1_000_000)}</b:PayableAmount></a:LegalMonetaryTotal>`), "read", /states no/],
    ["UTF-8 that is Latin-1", () => Uint8Array.from([...declared("UTF-8", "<b:Note>"), 0xfc, 0xfc]), "encoding", /byte \d+/],
    ["ASCII that is not", () => declared("US-ASCII", "<b:Note>ü</b:Note>"), "encoding", /byte \d+/],
    ["UTF-7", () => declared("UTF-7", ""), "encoding", /UTF-7/],
    ["UTF-32", () => Uint8Array.from([0, 0, 0, 0x3c, 0, 0, 0, 0x61]), "encoding", /UTF-32|utf-32/],
    ["an encoding nobody knows", () => declared("x-évil".replace("é", "e"), ""), "encoding", /x-evil/],
    ["a file of zeros", () => new Uint8Array(5_000_000), "xml_malformed", /damaged/],
    ["nothing", () => new Uint8Array(0), "xml_malformed", /damaged|empty/],
    ["60,000 equal lines, each with extras", () => ubl('<a:InvoiceLine><b:ID>1</b:ID><b:UUID>2</b:UUID></a:InvoiceLine>'.repeat(60_000)), "read", /states no/],
    ["two groups of 60,000 siblings to compare", () => ubl(`<a:PaymentMeans>${"<b:PaymentID>1</b:PaymentID>".repeat(60_000)}</a:PaymentMeans>`.repeat(2)), "read", /states no/],
    ["a PDF with nothing in it", () => bytes("%PDF-1.7\n%%EOF"), "not_an_invoice", /carries no e-invoice/],
  ])("%s", async (_, file, code, reason) => {
    const made = file();
    const { code: got, message, ms } = await refused(made);
    expect([got, message]).toEqual([code, expect.stringMatching(reason)]);
    expect(ms).toBeLessThan(code === "read" ? 10_000 : 2_000); // what is large and no attack may take its time
  });

  test("encodings that honest files have are read", async () => {
    const encoded = { "UTF-8": 0, "ISO-8859-1": 0xe4, "ISO-8859-15": 0xa4, "windows-1252": 0x80 };
    const letters: Record<string, string> = { "ISO-8859-1": "ä", "ISO-8859-15": "€", "windows-1252": "€" };
    for (const [encoding, byte] of Object.entries(encoded)) {
      const file = byte === 0 ? declared(encoding, "<b:ID>ä€</b:ID>") : Uint8Array.from([...declared(encoding, "<b:ID>\u0001</b:ID>")].map((each) => (each === 1 ? byte : each)));
      expect((await readInvoiceFile(file)).invoice.number).toBe(letters[encoding] ?? "ä€");
    }
    for (const little of [true, false]) {
      const text = Buffer.from(`\ufeff${new TextDecoder().decode(declared("UTF-16", "<b:ID>ä€漢</b:ID>"))}`, "utf16le");
      expect((await readInvoiceFile(new Uint8Array(little ? text : text.swap16()))).invoice.number).toBe("ä€漢");
    }
  });
});
