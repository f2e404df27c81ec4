// Good files with bytes changed, taken away, doubled and slipped in: whatever comes of it, the reader gives one of its
// answers in time and reads the next good file. CF_FUZZ_FILES says how many, CF_FUZZ_SEED which ones, CF_FUZZ_FOLDER
// adds files of a folder to those that are changed.
import { mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writePdf, makeSpecimen } from "@counterfoil/specimens";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createReader, type Reader } from "../../src/platform/reading/child.ts";
import { REASON_CODES } from "../../src/platform/reading/limits.ts";
import { seeded, type Random } from "../hostile.ts";
import { ubl } from "../received-documents.ts";
import { hybrid } from "./bad-e-invoices.ts";
import { goodPicture } from "./bad-pictures.ts";
import { builtParser } from "./built.ts";
import { goodPdf } from "./make.ts";

const count = Number(process.env["CF_FUZZ_FILES"] ?? 150);
const firstSeed = Number(process.env["CF_FUZZ_SEED"] ?? 1);
const limits = { pageMs: 4_000, documentMs: 10_000, ocrPageMs: 10_000, ocrDocumentMs: 20_000 };
/** Two tries of the longest, and what ending a child takes. */
const longestMs = 2 * (limits.ocrDocumentMs + 2_000) + 5_000;
const atOnce = 2;

let reader: Reader;
const failures: string[] = [];
beforeAll(() => {
  reader = createReader({ size: atOnce, parserPath: builtParser(), limits, onFailure: ({ code }) => failures.push(code) });
});
afterAll(() => reader.close());

/** Words that mean something to a reader of PDF, XML or pictures, in places where they do not belong. */
const dictionary = [
  "obj", "endobj", "stream\n", "endstream", "xref", "trailer", "startxref", "<<", ">>", "[", "]", "(", ")", "R", "null", "2147483647", "-2147483648", "4294967296", "-1", "0", "NaN", "1e999", "99999999999999999999", "/Length 999999999", "/Filter /FlateDecode",
  "/Filter [/ASCIIHexDecode /LZWDecode /RunLengthDecode]", "/Kids [2 0 R]", "/Count -5", "/Type /Pages", "/Encrypt << >>", "/ObjStm", "/Prev 0", "/Rotate 37", "/MediaBox [0 0 1 1e9]", "BT", "ET", "Tj", "q q q q", "Do", "/XObject", "%%EOF", "%PDF-9.9",
  "<!DOCTYPE a [", "<!ENTITY x \"y\">", "&x;", "&#0;", "&#x110000;", "<![CDATA[", "]]>", "<!--", "-->", "<?xml", "?>", "xmlns:cbc=\"\"", "</", "/>", "<cbc:ID>", "\u0000", "\ufeff", "\ud83d\ude00", "\u202e", "\r", "\xff\xd8", "\xff\xd9", "\xff\xc0", "IDAT", "IEND", "II*\0", "WEBPVP8L", "GIF89a",
].map((word) => Buffer.from(word, "latin1"));

/** One change of a file. */
const changes: ((random: Random, bytes: Buffer, other: Buffer) => Buffer)[] = [
  (random, bytes) => { const out = Buffer.from(bytes); for (let i = random.pick([1, 1, 3, 20, 200]); i > 0; i--) out[random.int(out.length)]! ^= 1 << random.int(8); return out; },
  (random, bytes) => { const out = Buffer.from(bytes); for (let i = random.pick([1, 2, 8]); i > 0; i--) out[random.int(out.length)] = random.pick([0, 1, 0x20, 0x28, 0x3c, 0x7f, 0x80, 0xff]); return out; },
  (random, bytes) => bytes.subarray(0, random.int(bytes.length)),
  (random, bytes) => bytes.subarray(random.int(Math.min(bytes.length, 2000))),
  (random, bytes) => { const [from, length] = [random.int(bytes.length), random.pick([1, 4, 30, 500, 5000])]; return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]); },
  (random, bytes) => { const [from, length, times] = [random.int(bytes.length), random.pick([4, 60, 1000]), random.pick([1, 2, 50])]; const block = bytes.subarray(from, from + length); return Buffer.concat([bytes.subarray(0, from), ...Array.from({ length: times }, () => block), bytes.subarray(from)]); },
  (random, bytes) => { const size = random.pick([8, 100, 2000]); const [a, b] = [random.int(bytes.length), random.int(bytes.length)].sort((x, y) => x - y) as [number, number]; return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b, b + size), bytes.subarray(a + size, b), bytes.subarray(a, a + size), bytes.subarray(b + size)]); },
  (random, bytes) => { const at = random.int(bytes.length); return Buffer.concat([bytes.subarray(0, at), random.pick(dictionary), bytes.subarray(at)]); },
  (random, bytes) => { const at = random.int(bytes.length); const word = random.pick(dictionary); return Buffer.concat([bytes.subarray(0, at), word, bytes.subarray(at + word.length)]); },
  // A number somewhere becomes another: lengths, offsets, counts, amounts.
  (random, bytes) => { const text = bytes.toString("latin1"); const found = [...text.matchAll(/\d{1,10}/g)]; const one = found[random.int(found.length)]; return one ? Buffer.from(text.slice(0, one.index) + random.pick(["0", "-1", "1", "2147483647", "4294967295", "99999999999", "0.0000001", String(random.int(100000))]) + text.slice(one.index + one[0].length), "latin1") : bytes; },
  (random, bytes, other) => Buffer.concat([bytes.subarray(0, random.int(bytes.length)), other.subarray(random.int(other.length))]),
];

async function goodFiles(): Promise<{ name: string; bytes: Buffer }[]> {
  // A small picture is recognised in a fraction of the time.
  const crop = (await goodPicture()).extract({ left: 700, top: 850, width: 500, height: 150 });
  const pictures = await Promise.all([crop.clone().png().toBuffer(), crop.clone().jpeg().toBuffer(), crop.clone().tiff({ compression: "lzw" }).toBuffer(), crop.clone().webp().toBuffer(), crop.clone().gif().toBuffer()]);
  const made = ["a", "b", "c", "d", "e", "f", "g", "h"].map((seed) => ({ name: `specimen-${seed}.pdf`, bytes: Buffer.from(writePdf(makeSpecimen(`fuzz-${seed}`).pages)) }));
  const own = [
    { name: "good.pdf", bytes: goodPdf() }, { name: "hybrid.pdf", bytes: hybrid([["factur-x.xml", ubl({ number: "2025-0042" })]]) }, { name: "ubl.xml", bytes: ubl({ number: "2025-0042" }) },
    ...pictures.map((bytes, i) => ({ name: `picture.${["png", "jpg", "tif", "webp", "gif"][i]}`, bytes })),
  ];
  const folder = process.env["CF_FUZZ_FOLDER"];
  const named = folder === undefined ? [] : readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()
    .filter((name) => /\.(pdf|xml|png|jpe?g|tiff?|webp|gif)$/i.test(name) && statSync(join(folder, name)).size < 400_000)
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  return [...own, ...made, ...named];
}

test("abuse-5 V5.2.2 changed files end in one of the reader's answers, in time, and good files are read in between", { timeout: count * 3_000 + 60_000 }, async () => {
  const files = await goodFiles();
  // Pictures cost a hundred times as much as the rest; a tenth of the files is enough of them.
  const isPicture = ({ name }: { name: string }) => !/\.(pdf|xml)$/i.test(name);
  const [pictures, others] = [files.filter(isPicture), files.filter((file) => !isPicture(file))];
  const outcomes = new Map<string, number>();
  const faults: string[] = [];
  let next = firstSeed;
  const last = firstSeed + count;
  const worker = async () => {
    while (next < last) {
      const seed = next++;
      const random = seeded(seed);
      const { name, bytes } = random.pick(random.chance(0.1) ? pictures : others);
      let changed = bytes;
      for (let i = random.pick([1, 1, 2, 4]); i > 0 && changed.length > 0; i--) changed = random.pick(changes)(random, changed, random.pick(files).bytes);
      const begun = Date.now();
      const answer = await reader.read(changed, { fileName: name }).catch((error: unknown) => ({ outcome: "thrown" as const, error }));
      const took = Date.now() - begun;
      const outcome = answer.outcome === "unreadable" ? answer.code : answer.outcome;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      const known = answer.outcome === "read" || (answer.outcome === "unreadable" && REASON_CODES.includes(answer.code) && answer.remedy !== "");
      if (!known || took > longestMs || outcome === "crashed") faults.push(`seed ${seed} of ${name}: ${outcome} after ${took} ms, kept as ${keep(seed, name, changed)} ${answer.outcome === "thrown" ? String(answer.error) : ""}`);
      if (seed % 100 === 0) {
        const good = await reader.read(goodPdf());
        if (good.outcome !== "read" || good.reading.fields.grossTotal?.value !== "119.00") faults.push(`after seed ${seed} a good file was not read: ${JSON.stringify(good).slice(0, 200)}`);
      }
      if (count > 1000 && (seed - firstSeed) % 500 === 499) console.log(`${seed - firstSeed + 1} of ${count}: ${JSON.stringify(Object.fromEntries(outcomes))}, children that failed ${failures.length}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  expect(faults).toEqual([]);
  // Changes that no reader notices, or that every reader refuses, would show nothing.
  expect(outcomes.get("read") ?? 0).toBeGreaterThan(count / 10);
  expect(count - (outcomes.get("read") ?? 0)).toBeGreaterThan(count / 20);
});

/** A file that broke the contract is worth keeping: it becomes a bad file with a number. */
function keep(seed: number, name: string, bytes: Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), "counterfoil-mutation-")), `${seed}-${name.replaceAll(/[^\w.-]/g, "_")}`);
  writeFileSync(path, bytes);
  return path;
}
