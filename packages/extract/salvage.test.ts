import { PDFDocument, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import { PdfError, readPdfWords, salvagePdf } from "./index.ts";

/** Three pages, written plainly or with objects packed into streams. */
async function threePages(useObjectStreams: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const number of [1, 2, 3]) {
    const page = document.addPage([400, 600]);
    page.drawText(`Invoice number: 2025-00${number}`, { x: 40, y: 500, font, size: 12 });
    page.drawText("Total EUR 119.00", { x: 40, y: 300, font, size: 12 });
  }
  return document.save({ useObjectStreams });
}
const textOf = ({ pages }: Awaited<ReturnType<typeof readPdfWords>>) => pages.map((page) => page.words.map((word) => word.text).join(" "));

test("of a PDF that was cut off the pages before the cut are read, and it is told", async () => {
  const whole = await threePages(false);
  const cut = whole.subarray(0, whole.length - 200);
  await expect(readPdfWords(cut.slice(), { salvage: false })).rejects.toMatchObject({ code: "damaged" });
  const read = await readPdfWords(cut.slice());
  expect(textOf(read)).toEqual([1, 2, 3].map((number) => `Invoice number: 2025-00${number} Total EUR 119.00`));
  expect([read.pages[0]!.width, read.pages[0]!.height]).toEqual([400, 600]);
  expect(read.problems.map((problem) => problem.code)).toEqual(["salvaged"]);
  expect((await readPdfWords(whole)).problems).toEqual([]);
});

test("wherever a file is cut, what is read is part of what it said, or it is called damaged", async () => {
  for (const packed of [false, true]) {
    const whole = await threePages(packed);
    const all = new Set(textOf(await readPdfWords(whole.slice())).join(" ").split(" "));
    let read = 0;
    for (let at = 40; at < whole.length; at += 23) {
      try {
        const words = textOf(await readPdfWords(whole.slice(0, at))).join(" ").split(" ").filter(Boolean);
        expect(words.filter((word) => !all.has(word))).toEqual([]);
        if (words.length > 0) read++;
      } catch (error) {
        expect(error).toBeInstanceOf(PdfError);
        expect(["damaged", "no_pages"]).toContain((error as PdfError).code);
      }
    }
    // Objects packed into one stream at the end are lost with it.
    expect(read).toBeGreaterThan(packed ? 0 : 5);
  }
});

test("nothing is made of an encrypted, an empty or a looping file", async () => {
  const text = (body: string) => new TextEncoder().encode(`%PDF-1.4\n${body}`);
  expect(await salvagePdf(text(""))).toBeNull();
  expect(await salvagePdf(text("1 0 obj\n<< /Type /Page /Parent 1 0 R >>\nendobj\ntrailer << /Encrypt << /Filter /Standard >> /Root 1 0 R >>"))).toBeNull();
  const loop = await salvagePdf(text("1 0 obj\n<< /Type /Page /Parent 1 0 R >>\nendobj\n"));
  expect((await readPdfWords(loop!)).pages.map((page) => [page.width, page.height])).toEqual([[595, 842]]);
});
