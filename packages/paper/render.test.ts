import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import fc from "fast-check";
import { PDFDict, PDFDocument, PDFName } from "pdf-lib";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCreditNote, aLongInvoice, anInvoice, aProposal, inkOf, textOfPages } from "./examples.ts";
import { copyPaperAssets, epcPayload, renderPdf, renderSvg, unprintableCharacters, type RenderOptions } from "./index.ts";
import { qrCode } from "./qr.ts";

const ledger: RenderOptions = { template: "ledger", paper: "a4" };
const letter: RenderOptions = { template: "letter", paper: "a4" };
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

for (const template of ["ledger", "letter"] as const) {
  for (const paper of ["a4", "us-letter"] as const) {
    test(`${template} on ${paper} prints an invoice, a credit note and a proposal with all their figures`, async () => {
      const invoice = (await textOfPages(await renderPdf(anInvoice(), { template, paper }))).join("\n");
      for (const text of ["Invoice", "TW-2026-0186", "Portobello Dental Practice", "Reception counter, oak and linoleum", "2,640.00", "607.20", "€3,247.20", "IE29 AIBK 9311 5212 3456 78", "1 of 1"]) expect(invoice).toContain(text);
      const credit = (await textOfPages(await renderPdf(aCreditNote(), { template, paper }))).join("\n");
      for (const text of ["Credit note", "TW-C-2026-0004", "TW-2026-0186", "€369.00", "Credited"]) expect(credit).toContain(text);
      const proposal = (await textOfPages(await renderPdf(aProposal(), { template, paper }))).join("\n");
      for (const text of ["P-2026-044", "Dear Orla", "European oak", "included", "€11,531.60", "€3,459.48", "Signature, name, date"]) expect(proposal).toContain(text);
    });
  }
}

test("the pages have the size of the paper", async () => {
  const size = async (paper: RenderOptions["paper"]) => (await PDFDocument.load(await renderPdf(anInvoice(), { template: "ledger", paper }))).getPage(0).getSize();
  expect(await size("a4")).toEqual({ width: expect.closeTo(595.28, 1), height: expect.closeTo(841.89, 1) });
  expect(await size("us-letter")).toEqual({ width: expect.closeTo(612, 1), height: expect.closeTo(792, 1) });
});

test("any language tag prints, also one whose language or region no page knows", async () => {
  for (const language of ["abcdefgh", "es-419", "zh-Hant-TW", "de-x-private", "sr-Latn-RS", "tlh"]) expect(await textOfPages(await renderPdf({ ...anInvoice(), language, locale: language }, ledger))).toHaveLength(1);
});

test("a draft says so where its number will be", async () => {
  for (const options of [ledger, letter]) expect((await textOfPages(await renderPdf(anInvoice({ number: null }), options)))[0]).toContain("Draft, no number yet");
});

test("an accepted proposal carries its certificate on a page of its own, and asks for no signature", async () => {
  const certificate = { acceptedBy: "Orla Ní Bhriain", acceptedAt: "7 November 2026, 14:06 (Europe/Dublin)", how: "Name typed, consent ticked", fingerprint: "7c1e90ab".repeat(8), total: "11531.60" };
  for (const options of [ledger, letter]) {
    const pages = await textOfPages(await renderPdf(aProposal({ certificate }), options));
    for (const text of ["Certificate of acceptance", "Orla Ní Bhriain", "7 November 2026, 14:06", "€11,531.60", "7c1e90ab 7c1e90ab"]) expect(pages.at(-1)).toContain(text);
    expect(pages.join("\n")).not.toContain("Signature, name, date");
  }
});

test("V1.3.7 V1.3.1 abuse-9 markup of any kind stays the text it is", async () => {
  const attacks = ["#panic(\"no\")", "$x^2$", "*not bold*", "<script>alert(1)</script>", "#import \"/etc/passwd\"", "\\u{41}", "= Heading", "@ref <label>", "`raw` ${1+1} {{x}}", "\"); #read(\"/etc/passwd\")", "{page} of {pages}"];
  for (const options of [ledger, letter]) {
    const text = (await textOfPages(await renderPdf(anInvoice({
      buyer: { name: attacks[0]!, address: [attacks[4]!, attacks[9]!] },
      lines: attacks.map((description) => ({ description, amount: "1.00" })),
    }), options))).join("\n");
    for (const attack of attacks) expect(text).toContain(attack);
  }
});

test("equal documents are equal bytes, twice in this process and in another one run from a bundle", async () => {
  const here = sha256(await renderPdf(anInvoice(), ledger));
  await renderPdf(aProposal(), letter);
  expect(sha256(await renderPdf(anInvoice(), ledger))).toBe(here);
  expect(sha256(await renderPdf(anInvoice({ notes: "Other words." }), ledger))).not.toBe(here);
  const script = `import { renderPdf } from "./paper.mjs"; import { createHash } from "node:crypto";
    const pdf = await renderPdf(${JSON.stringify(anInvoice())}, ${JSON.stringify(ledger)});
    console.log(createHash("sha256").update(pdf).digest("hex"));`;
  expect(runInBundle(script).trim()).toBe(here);
});

test("1,900 lines are printed within 700 MB, every line once, with the sum carried from page to page", async () => {
  const script = `import { renderPdf } from "./paper.mjs"; import { writeFileSync } from "node:fs";
    writeFileSync("long.pdf", await renderPdf(${JSON.stringify(aLongInvoice(1_900))}, ${JSON.stringify(ledger)}));
    console.log(process.resourceUsage().maxRSS);`;
  expect(Number(runInBundle(script)) / 1_024).toBeLessThan(700);
  const pages = await textOfPages(new Uint8Array(readFileSync(join(folder, "long.pdf"))));
  const items = pages.map((page) => [...page.matchAll(/Item (\d+) of a long delivery/g)].map((match) => Number(match[1])));
  expect(items.flat()).toEqual(Array.from({ length: 1_900 }, (_, index) => index + 1));
  let printed = 0;
  for (const [index, page] of pages.entries()) {
    expect(page).toContain(`${index + 1} of ${pages.length}`);
    const carried = (printed * 1234 / 100).toLocaleString("en-IE", { minimumFractionDigits: 2 });
    if (index > 0 && items[index]!.length > 0) expect(page).toContain(`Carried forward ${carried}`);
    if (items[index]!.length > 0) expect(page).toContain("Description");
    printed += items[index]!.length;
  }
});

test("the totals are never alone on a page: at least two lines stand above them", async () => {
  for (let lines = 22; lines <= 34; lines += 1) {
    const pages = await textOfPages(await renderPdf(aLongInvoice(lines), ledger));
    const page = pages.find((text) => text.includes("To pay"))!;
    expect([...page.matchAll(/Item \d+ of/g)].length, `${lines} lines`).toBeGreaterThanOrEqual(2);
  }
});

test("the QR code on the slip is the code that was asked for, module by module", async () => {
  const text = epcPayload({ payee: "Tidewater Joinery Ltd", iban: "IE29AIBK93115212345678", bic: "AIBKIE2D", amount: "3247.20", reference: "TW-2026-0186" });
  const { size, runs } = qrCode(text);
  const { dark } = await inkOf(await renderPdf(anInvoice(), ledger), 6);
  const module = 29 / size;
  const wanted = new Set(runs.flatMap(([x, y, length]) => Array.from({ length }, (_, step) => `${x + step},${y}`)));
  // 16 mm from the left; the perforation lies at 245 mm and the code 7 mm below it.
  for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) expect(dark(16 + (x + 0.5) * module, 252 + (y + 0.5) * module), `module ${x},${y}`).toBe(wanted.has(`${x},${y}`));
});

test("every script of the world's larger markets has its letters", async () => {
  const texts = ["Ελληνικά", "Кириллица", "Tiếng Việt Ștefan Żółć Þór", "كرسي", "כיסא", "कुर्सी", "เก้าอี้", "木制桌子", "繁體桌子", "木製テーブル", "나무 탁자", "€ £ ¥ ₹ ₺ ₽ ₩ – “„”"];
  const document = anInvoice({ lines: texts.map((description) => ({ description, amount: "1.00" })) });
  expect(unprintableCharacters(document)).toEqual([]);
  for (const options of [ledger, letter]) {
    const text = (await textOfPages(await renderPdf(document, options))).join("\n");
    for (const word of ["Ελληνικά", "Кириллица", "Tiếng Việt Ștefan Żółć", "木制桌子", "木製テーブル", "나무 탁자"]) expect(text).toContain(word);
    expect(text).not.toContain("□");
  }
});

test("a character without a glyph becomes a box and is reported, and the file still is PDF/A", async () => {
  const document = anInvoice({ notes: "Emoji 🪵, bell \u0007, lone \ud800 half" });
  expect(unprintableCharacters(document)).toEqual(["🪵", "\ud800"]);
  expect((await textOfPages(await renderPdf(document, ledger)))[0]).toContain("Emoji □, bell , lone □ half");
});

test("any text at all can be printed", async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 120 }), { minLength: 1, maxLength: 6 }), async (texts) => {
    const lines = texts.filter((text) => text.trim() !== "").map((description) => ({ description, detail: description, amount: "1.00" }));
    expect((await renderPdf(anInvoice({ lines, notes: texts.join("\n") }), ledger)).length).toBeGreaterThan(5_000);
  }), { numRuns: 40, seed: 7 });
}, 120_000);

test("pages written from the right are mirrored", async () => {
  const logo = await aRedSquare();
  const sides = async (language: string) => {
    const { width, dark } = await inkOf(await renderPdf(anInvoice({ language, locale: language, seller: { name: "A", logo } }), ledger), 2);
    return [dark(20, 27.5), dark(width - 20, 27.5)];
  };
  expect(await sides("en")).toEqual([true, false]);
  expect(await sides("he")).toEqual([false, true]);
  const text = (await textOfPages(await renderPdf(anInvoice({ language: "ar", locale: "ar-AE" }), letter))).join("\n");
  expect(text).toContain("3,247.20");
});

test("the file is tagged PDF/A-3a and carries its attachments with their relationship", async () => {
  const xml = new TextEncoder().encode("<invoice/>");
  const pdf = await renderPdf(anInvoice(), { ...ledger, attachments: [{ name: "factur-x.xml", mime: "text/xml", bytes: xml, relationship: "alternative", description: "The invoice as data" }] });
  const text = Buffer.from(pdf).toString("latin1");
  expect(text).toContain("<pdfaid:part>3</pdfaid:part>");
  expect(text).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  expect(document.getTitle()).toBe("Invoice · TW-2026-0186");
  expect(document.getCreationDate()).toEqual(new Date("2026-11-17T00:00:00Z"));
  expect(String(document.catalog.lookup(PDFName.of("Lang")))).toContain("en");
  expect(document.catalog.lookup(PDFName.of("MarkInfo"), PDFDict).get(PDFName.of("Marked"))?.toString()).toBe("true");
  expect(text).toContain("/AFRelationship /Alternative");
  expect(text).toContain("(factur-x.xml)");
  await expect(renderPdf(anInvoice(), { ...ledger, attachments: [{ name: "../x", mime: "text/xml", bytes: xml, relationship: "data" }] })).rejects.toThrow("cannot be the name of an attachment");
});

test("a logo is drawn within its frame, and a broken one gives a sentence", async () => {
  const logo = await aRedSquare();
  const { dark } = await inkOf(await renderPdf(anInvoice({ seller: { name: "A", logo } }), ledger), 2);
  expect([dark(17, 16), dark(28, 27), dark(31, 27)]).toEqual([true, true, false]);
  const broken = logo.slice(0, 60);
  await expect(renderPdf(anInvoice({ seller: { name: "A", logo: broken } }), ledger)).rejects.toThrow("not a readable PNG image");
  await expect(renderPdf(anInvoice(), ledger)).resolves.toBeInstanceOf(Uint8Array);
});

test("one page is a small file, as fonts are cut down to the letters used", async () => {
  expect((await renderPdf(anInvoice(), ledger)).length).toBeLessThan(80_000);
});

test("V1.3.4 a preview as SVG is drawn from outlines, without scripts", async () => {
  const svg = await renderSvg(anInvoice({ notes: "<script>alert(1)</script>" }), ledger);
  expect(svg).toMatch(/^<svg/);
  expect(svg).not.toContain("<script");
});

async function aRedSquare(): Promise<Uint8Array> {
  return new Uint8Array(await sharp({ create: { width: 300, height: 300, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 1 } } }).png().toBuffer());
}

// A bundle as the product's build makes it: one file, templates and fonts copied beside it.
let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "counterfoil-paper-"));
  symlinkSync(fileURLToPath(new URL("../../node_modules", import.meta.url)), join(folder, "node_modules"));
  await build({ entryPoints: [fileURLToPath(new URL("index.ts", import.meta.url))], bundle: true, platform: "node", format: "esm", outfile: join(folder, "paper.mjs"), external: ["@myriaddreamin/typst-ts-node-compiler"], logLevel: "error" });
  copyPaperAssets(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function runInBundle(script: string): string {
  writeFileSync(join(folder, "run.mjs"), script);
  return execFileSync(process.execPath, ["run.mjs"], { cwd: folder, encoding: "utf8" });
}
