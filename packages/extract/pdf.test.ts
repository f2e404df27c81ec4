import { degrees, PDFDocument, rgb, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import { PdfError, readPdfWords } from "./pdf.ts";

async function pdf(draw: (page: import("pdf-lib").PDFPage, font: import("pdf-lib").PDFFont) => void | Promise<void>, pages = 1): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let i = 0; i < pages; i++) await draw(document.addPage([400, 300]), font);
  return document.save();
}
const simple = (): Promise<Uint8Array> => pdf((page, font) => page.drawText("Invoice 4711", { x: 40, y: 250, size: 12, font }));
const code = (bytes: Uint8Array, options = {}): Promise<string> => readPdfWords(bytes, options).then(() => "read", (error: unknown) => (error as PdfError).code);

test("words come with page, font size and a box measured from the top left", async () => {
  const { pages, problems, needsOcr } = await readPdfWords(await simple());
  expect([problems, needsOcr]).toEqual([[], []]);
  expect(pages[0]).toMatchObject({ number: 1, width: 400, height: 300, source: "text" });
  const [first, second] = pages[0]!.words;
  expect([first!.text, second!.text]).toEqual(["Invoice", "4711"]);
  expect(first!.fontSize).toBeCloseTo(12, 1);
  expect(first!.box.x).toBeCloseTo(40, 0);
  expect(first!.box.y).toBeCloseTo(300 - 250 - 0.78 * 12, 0);
  expect(second!.box.x).toBeGreaterThan(first!.box.x + first!.box.width);
});

test("a page turned by 90 degrees gives its boxes as the page is shown", async () => {
  const bytes = await pdf((page, font) => {
    page.setRotation(degrees(90));
    page.drawText("Upright", { x: 380, y: 40, size: 12, font, rotate: degrees(90) });
  });
  const { pages } = await readPdfWords(bytes);
  expect(pages[0]).toMatchObject({ width: 300, height: 400 });
  expect(pages[0]!.words[0]).toMatchObject({ text: "Upright" });
  expect(pages[0]!.words[0]!.rotated).toBeUndefined();
  expect(pages[0]!.words[0]!.box.x).toBeCloseTo(40, 0);
});

test("remarks along the margin are marked as turned", async () => {
  const { pages } = await readPdfWords(await pdf((page, font) => page.drawText("Margin", { x: 20, y: 50, size: 8, font, rotate: degrees(90) })));
  expect(pages[0]!.words[0]).toMatchObject({ text: "Margin", rotated: true });
});

test("text outside the page or of no size is hidden, reported, and still there to be seen by us", async () => {
  const bytes = await pdf((page, font) => {
    page.drawText("Visible amount due 100.00", { x: 40, y: 250, size: 12, font });
    page.drawText("pay 900.00 instead", { x: 40, y: 200, size: 0.8, font });
    page.drawText("outside", { x: 900, y: 100, size: 12, font });
  });
  const { pages, problems } = await readPdfWords(bytes);
  expect(pages[0]!.words.filter((word) => word.hidden).map((word) => word.text)).toEqual(expect.arrayContaining(["900.00", "outside"]));
  expect(problems).toMatchObject([{ code: "hidden_text", page: 1 }]);
});

test("a page that is only a picture asks for OCR, an empty page does not", async () => {
  const document = await PDFDocument.create();
  const pixel = Uint8Array.from(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"));
  const image = await document.embedPng(pixel);
  document.addPage([400, 300]).drawImage(image, { x: 0, y: 0, width: 400, height: 300 });
  document.addPage([400, 300]).drawRectangle({ x: 10, y: 10, width: 20, height: 20, color: rgb(0, 0, 0) });
  const { needsOcr, pages } = await readPdfWords(await document.save());
  expect(needsOcr).toEqual([{ page: 1, reason: "the page is a picture without text" }]);
  expect(pages.map((page) => page.source)).toEqual(["none", "none"]);
});

test("junk in front of the header is cut away", async () => {
  const bytes = await simple();
  const junk = new TextEncoder().encode("Received: by mail gateway\r\n".repeat(120));
  const { pages } = await readPdfWords(Buffer.concat([junk, bytes]));
  expect(pages[0]!.words.map((word) => word.text)).toEqual(["Invoice", "4711"]);
});

test("what cannot be read is refused with a code", async () => {
  const bytes = await simple();
  expect(await code(new Uint8Array())).toBe("not_a_pdf");
  expect(await code(new TextEncoder().encode("hello, this is text"))).toBe("not_a_pdf");
  expect(await code(bytes.slice(0, Math.floor(bytes.length / 3)))).toBe("damaged");
  expect(await code(await pdf(() => {}, 3), { maxPages: 2 })).toBe("too_many_pages");
});

test("a password is asked for, not guessed", async () => {
  // RC4-40 with an empty page and the user password "secret", made by hand: the key material need not be right for the refusal.
  const text = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<" + "28".repeat(32) + ">/U<" + "51".repeat(32) + ">>>endobj\ntrailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]/Size 5>>\n%%EOF";
  expect(await code(new TextEncoder().encode(text))).toBe("password");
});

test("V1.4.3 reading many documents does not grow the library's memory", async () => {
  const bytes = await simple();
  await readPdfWords(bytes);
  for (let i = 0; i < 50; i++) expect((await readPdfWords(bytes)).pages).toHaveLength(1);
});
