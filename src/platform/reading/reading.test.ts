// The whole way, through real child processes: pictures, scans, turned pages, limits, and children that die with us.
import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtParser } from "../../../test/bad-input/built.ts";
import { BAD_PDFS, goodPdf } from "../../../test/bad-input/make.ts";
import { encryption, onePage, pdf, textContent } from "../../../test/bad-input/pdf-by-hand.ts";
import { rootDir } from "../config.ts";
import { cages } from "./cage.ts";
import { createReader, type Progress, type Reader, type ReadOutcome } from "./child.ts";
import { LIMITS } from "./limits.ts";
import { parsePaths } from "./parse-command.ts";

let parserPath: string;
let reader: Reader;
/** The good invoice as a scan at 200 dpi. */
let scan: Buffer;

beforeAll(async () => {
  parserPath = builtParser();
  reader = createReader({ size: 2, parserPath });
  scan = (await reader.pageImage(goodPdf(), 1, 200)).bytes;
});
afterAll(() => reader.close());

const readingOf = (result: ReadOutcome) => {
  if (result.outcome !== "read") throw new Error(`unreadable: ${result.code} ${result.reason}`);
  return result.reading;
};
const bad = (name: string) => BAD_PDFS.find((file) => file.name.startsWith(`${name} `))!.make() as Buffer;

test("a PDF is read from its text layer, as bytes and as a stream", async () => {
  const whole = goodPdf();
  const reading = readingOf(await reader.read(whole));
  expect(reading.syntax).toBe("pdf");
  expect(reading.pages[0]).toMatchObject({ number: 1, source: "text", width: 595, height: 842 });
  expect(reading.fields.grossTotal!.value).toBe("119.00");
  async function* drops() {
    for (let at = 0; at < whole.length; at += 100) yield whole.subarray(at, at + 100);
  }
  expect(readingOf(await reader.read(drops())).fields).toEqual(reading.fields);
});

test("a scan is read by OCR, with boxes near those of the text layer", async () => {
  const steps: Progress[] = [];
  const text = readingOf(await reader.read(goodPdf()));
  const seen = readingOf(await reader.read(scan, { onProgress: (step) => steps.push(step) }));
  expect(seen.syntax).toBe("image");
  expect(seen.pages[0]!.source).toBe("ocr");
  expect(steps.some((step) => step.stage === "ocr" && step.page === 1 && step.pages === 1)).toBe(true);
  for (const path of ["invoiceNumber", "issueDate", "grossTotal"] as const) {
    expect(seen.fields[path]!.value, path).toBe(text.fields[path]!.value);
    expect(seen.fields[path]!.source).toBe("ocr");
    const [printed, found] = [text.fields[path]!.evidence[0]!.box, seen.fields[path]!.evidence[0]!.box];
    expect(Math.abs(printed.x + printed.width / 2 - found.x - found.width / 2), path).toBeLessThan(8);
    expect(Math.abs(printed.y - found.y), path).toBeLessThan(5);
  }
});

test.each([90, 180, 270] as const)("a scan lying turned by %i degrees is read, and its boxes lie on the page as it is in the file", async (angle) => {
  const turned = await sharp(scan).rotate(angle).png().toBuffer();
  const reading = readingOf(await reader.read(turned));
  expect(reading.fields.grossTotal?.value).toBe("119.00");
  const straight = readingOf(await reader.read(scan)).fields.grossTotal!.evidence[0]!.box;
  const page = reading.pages[0]!;
  const box = reading.fields.grossTotal!.evidence[0]!.box;
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const before = { x: straight.x + straight.width / 2, y: straight.y + straight.height / 2 };
  const expected = angle === 90 ? { x: page.width - before.y, y: before.x } : angle === 180 ? { x: page.width - before.x, y: page.height - before.y } : { x: before.y, y: page.height - before.x };
  expect(page.width > page.height).toBe(angle !== 180);
  expect(Math.abs(centre.x - expected.x)).toBeLessThan(8);
  expect(Math.abs(centre.y - expected.y)).toBeLessThan(8);
});

test("a slightly tilted scan is straightened for reading", async () => {
  const tilted = await sharp(scan).rotate(1.5, { background: "#ffffff" }).png().toBuffer();
  const reading = readingOf(await reader.read(tilted));
  expect(reading.fields.grossTotal?.value).toBe("119.00");
  expect(reading.lines.map((line) => line.netAmount?.value)).toEqual(["42.00", "58.00"]);
});

test("every picture format is read: PNG, JPEG upright by EXIF, WebP, GIF, and all pages of a TIFF", async () => {
  const picture = sharp(scan);
  const files = [
    await picture.clone().jpeg({ quality: 85 }).toBuffer(),
    await picture.clone().rotate(-90).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    await picture.clone().webp({ lossless: true }).toBuffer(),
    await picture.clone().gif().toBuffer(),
  ];
  for (const file of files) expect(readingOf(await reader.read(file)).fields.grossTotal?.value).toBe("119.00");

  const second = (await reader.pageImage(pdf({ objects: onePage(textContent(["Terms of delivery", "All goods remain our property until they are paid."])) }), 1, 200)).bytes;
  const stacked = await sharp([scan, second], { join: { across: 1 } }).greyscale().raw().toBuffer({ resolveWithObject: true });
  const tiff = await sharp(stacked.data, { raw: { ...stacked.info, pageHeight: stacked.info.height / 2 } as never }).tiff({ compression: "lzw" }).toBuffer();
  const reading = readingOf(await reader.read(tiff));
  expect(reading.pages.map((page) => page.source)).toEqual(["ocr", "ocr"]);
  expect(reading.fields.grossTotal?.value).toBe("119.00");
  expect(await reader.countPages(tiff)).toBe(2);
});

test("the picture for the review screen fits its limit, in the page's shape", async () => {
  const image = await reader.pageImage(goodPdf(), 1, 150);
  expect(image.bytes.length).toBeLessThanOrEqual(LIMITS.pageImageBytes);
  expect([image.width, image.height]).toEqual([1240, 1754]);
  const about = await sharp(image.bytes).metadata();
  expect([`image/${about.format}`, about.width]).toEqual([image.type, 1240]);
  const noisy = await sharp({ create: { width: 2000, height: 2800, channels: 3, background: "#888", noise: { type: "gaussian", mean: 128, sigma: 60 } } }).png().toBuffer();
  expect((await reader.pageImage(noisy, 1)).bytes.length).toBeLessThanOrEqual(LIMITS.pageImageBytes);
  await expect(reader.pageImage(goodPdf(), 2)).rejects.toMatchObject({ code: "no_pages" });
});

test("a locked PDF opens with its password, and says when it is the wrong one", async () => {
  const { key, dictionary, id } = encryption("secret", "owner");
  const locked = pdf({ objects: onePage(textContent(["Invoice number: 2025-0042", "Total EUR 119.00"])), encrypt: { key }, trailer: `/Encrypt ${dictionary} /ID ${id}` });
  expect(await reader.read(locked)).toMatchObject({ code: "password" });
  expect(await reader.read(locked, { password: "wrong" })).toMatchObject({ code: "password", reason: expect.stringContaining("not the right one") as string });
  expect(readingOf(await reader.read(locked, { password: "secret" })).fields.invoiceNumber!.value).toBe("2025-0042");
});

/** The scan as a page of a PDF, with what else is to be on it. */
async function scannedPdf(content = "") {
  const jpeg = await sharp(scan).jpeg({ quality: 85 }).toBuffer({ resolveWithObject: true });
  const image = { dictionary: `/Type /XObject /Subtype /Image /Width ${jpeg.info.width} /Height ${jpeg.info.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`, stream: jpeg.data };
  return pdf({ objects: onePage(`q 595 0 0 842 0 0 cm /I Do Q\n${content}`, { resources: "/XObject << /I 6 0 R >>", more: [image] }) });
}

test("a scanned PDF is read by OCR, page by page, and says why", async () => {
  const reading = readingOf(await reader.read(await scannedPdf()));
  expect(reading.pages[0]).toMatchObject({ source: "ocr", width: 595 });
  expect(reading.pages[0]!.reason).toContain("picture");
  expect(reading.fields.grossTotal!.value).toBe("119.00");
});

test("abuse-8 a scanner's own invisible text is not believed when the picture shows other amounts", async () => {
  const lie = textContent(["Nordwind Papier GmbH", "Invoice number: 2025-0042", "Invoice date: 2025-03-14", "Description Quantity Unit price Amount", "Paper A4 10 4.20 42.00", "Ink black 2 429.00 858.00", "Net total EUR 900.00", "Total EUR 900.00"]).replaceAll("BT", "BT 3 Tr");
  const result = await reader.read(await scannedPdf(lie));
  expect(readingOf(result).fields.grossTotal!.value).toBe("119.00");
  expect(result).toMatchObject({ flags: expect.arrayContaining(["text_differs_from_picture"]) as string[] });
});

test("a blank page says that there is nothing to read", async () => {
  const blank = pdf({ objects: onePage("1 g 0 0 10 10 re f") });
  expect(await reader.read(blank)).toMatchObject({ outcome: "unreadable", code: "no_text" });
});

test("V5.2.1 files beyond the size limit are refused, streams as soon as they pass it", async () => {
  const small = createReader({ parserPath, limits: { fileBytes: 1000 } });
  let given = 0;
  async function* endless() {
    for (;;) {
      given += 100;
      yield Buffer.alloc(100);
    }
  }
  expect(await small.read(endless())).toMatchObject({ code: "too_large" });
  expect(given).toBeLessThan(1300);
  await small.close();
});

test("V1.4.3 many documents at once are all read, and children are replaced in between", async () => {
  const own = createReader({ size: 2, parserPath, limits: { childDocuments: 3 } });
  const results = await Promise.all(Array.from({ length: 12 }, (_, i) => own.read(i % 4 === 3 ? bad("N8") : goodPdf())));
  expect(results.map((result) => result.outcome)).toEqual(Array.from({ length: 12 }, (_, i) => (i % 4 === 3 ? "unreadable" : "read")));
  await own.close();
});

const onLinux = process.platform === "linux";
const childrenOf = (pid: number) => readdirSync("/proc").filter((name) => /^\d+$/.test(name)).filter((name) => {
  try {
    const text = readFileSync(`/proc/${name}/stat`, "latin1");
    return Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[1]) === pid;
  } catch {
    return false;
  }
}).map(Number);
const isAlive = (pid: number) => {
  try {
    return !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
  } catch {
    return false;
  }
};
const until = async (holds: () => boolean, ms: number) => {
  for (const end = Date.now() + ms; Date.now() < end && !holds(); ) await new Promise((resolve) => setTimeout(resolve, 50));
  return holds();
};

test.runIf(onLinux)("a child in the middle of a bomb dies with its parent", async () => {
  const folder = mkdtempSync(join(tmpdir(), "counterfoil-orphan-"));
  const bomb = join(folder, "paths.pdf");
  writeFileSync(bomb, bad("N34"));
  const parent = spawn(process.execPath, [join(parserPath, "..", "cli.js"), "parse", bomb], { stdio: "ignore" });
  let children: number[] = [];
  expect(await until(() => (children = childrenOf(parent.pid!)).length > 0, 10_000)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  children = childrenOf(parent.pid!);
  expect(children.length).toBeGreaterThan(0);
  parent.kill("SIGKILL");
  expect(await until(() => children.every((pid) => !isAlive(pid)), 5_000)).toBe(true);
  rmSync(folder, { recursive: true });
});

test.runIf(onLinux)("V1.4.1 V13.3.2 abuse-5 a child has no environment, no rights to write, its memory limited, and is nobody when we are root", async () => {
  const isolation = await reader.isolation();
  await reader.read(goodPdf());
  const [pid] = childrenOf(process.pid).filter((each) => readFileSync(`/proc/${each}/cmdline`, "latin1").includes("parser.js"));
  expect(readFileSync(`/proc/${pid}/environ`, "latin1")).toBe("");
  if (isolation.memory) {
    const limits = readFileSync(`/proc/${pid}/limits`, "latin1");
    expect(limits).toMatch(/Max file size\s+0\s+0/);
    expect(limits).toMatch(new RegExp(`Max data size\\s+\\d+\\s+${LIMITS.memoryBytes}`));
  }
  const status = readFileSync(`/proc/${pid}/status`, "latin1");
  if (isolation.user) expect(/^Uid:\s+(\d+)/m.exec(status)![1]).toBe("65534");
  if (isolation.network) expect(readFileSync(`/proc/${pid}/net/dev`, "latin1").split("\n").filter((line) => /^\s*(eth|en|wl)/.test(line))).toEqual([]);
});

test.runIf(onLinux)("V1.4.1 abuse-5 files are closed to a child but for the program and its packages", async () => {
  expect((await reader.isolation()).files).toBe(true);
  const spy = join(mkdtempSync(join(rootDir, "node_modules", ".counterfoil-spy-")), "spy.mjs");
  writeFileSync(spy, `import { readFileSync, writeSync } from "node:fs"; const say = (message) => { const body = Buffer.from(JSON.stringify(message)); const length = Buffer.alloc(4); length.writeUInt32BE(body.length); writeSync(3, Buffer.concat([length, body])); };
    say({ type: "ready" }); process.stdin.on("data", () => { let code = "read"; try { readFileSync("/etc/hostname"); readFileSync("/etc/passwd"); } catch (error) { code = error.code; } say({ type: "failed", code: "damaged", detail: code, fatal: false }); });`);
  const watched = createReader({ parserPath: spy });
  expect(await watched.read(goodPdf())).toMatchObject({ reason: expect.stringContaining("ERR_ACCESS_DENIED") as string });
  await watched.close();
  rmSync(join(spy, ".."), { recursive: true });
});

test.runIf(onLinux && process.getuid?.() === 0)("code that only root can read is run as root without its powers, still without network", async () => {
  const closed = mkdtempSync(join(rootDir, "node_modules", ".counterfoil-closed-"));
  for (const name of readdirSync(join(parserPath, "..")).filter((each) => each.endsWith(".js"))) copyFileSync(join(parserPath, "..", name), join(closed, name));
  const own = createReader({ parserPath: join(closed, "parser.js") });
  expect(await own.isolation()).toMatchObject({ user: false, network: (await reader.isolation()).network });
  expect((await own.read(goodPdf())).outcome).toBe("read");
  await own.close();
  rmSync(closed, { recursive: true });
});

test("V5.2.1 abuse-5 where the kernel limits no memory, the parent watches it and ends the child", async () => {
  const limits = { memoryBytes: 350 * 1024 * 1024 };
  const bare = cages({ ...LIMITS, ...limits }, false, "darwin");
  expect(bare.map(({ memory, network, command }) => ({ memory, network, command }))).toEqual([{ memory: false, network: false, command: [] }, { memory: false, network: false, command: [] }]);
  const watching = createReader({ parserPath, limits, cages: bare });
  expect(await watching.read(bad("N32"))).toMatchObject({ outcome: "unreadable", code: "too_much_memory" });
  expect((await watching.read(goodPdf())).outcome).toBe("read");
  await watching.close();
});

test("a child that answers anything but a proper answer is thrown away, and the file is unreadable", async () => {
  const folder = mkdtempSync(join(tmpdir(), "counterfoil-liar-"));
  const answers: Record<string, string> = {
    junk: `Buffer.from([0, 0, 0, 3, 1, 2, 3])`,
    endless: `Buffer.from([0xff, 0xff, 0xff, 0xff])`,
    prototype: `frame('{"type":"read","__proto__":{"reading":1}}')`,
    unknown: `frame('{"type":"read","reading":{"extra":true},"usage":{"residentBytes":1,"cpuMs":1}}')`,
    infinite: `frame('{"type":"count","pages":1e999,"usage":{"residentBytes":1,"cpuMs":1}}')`,
    twice: `frame('{"type":"ready"}')`,
  };
  for (const [name, answer] of Object.entries(answers)) {
    const liar = join(folder, `${name}.mjs`);
    writeFileSync(liar, `import { writeSync } from "node:fs"; const frame = (text) => { const head = Buffer.alloc(4); head.writeUInt32BE(text.length); return Buffer.concat([head, Buffer.from(text)]); };
      writeSync(3, frame('{"type":"ready"}')); process.stdin.once("data", () => writeSync(3, ${answer}));`);
    const failures: string[] = [];
    const fooled = createReader({ parserPath: liar, onFailure: ({ code }) => failures.push(code) });
    expect(await fooled.read(goodPdf()), name).toMatchObject({ outcome: "unreadable", code: "crashed" });
    expect(failures, name).toEqual(["crashed", "crashed"]);
    await fooled.close();
  }
  rmSync(folder, { recursive: true });
});

test("a reader that is closed in the middle of its work blames nobody's document, and one that cannot start says why", async () => {
  const own = createReader({ parserPath });
  const reading = own.read(bad("N34"));
  setTimeout(() => void own.close(), 700);
  await expect(reading).rejects.toThrow("closed");
  const none = createReader({ parserPath: join(parserPath, "..", "no-such-parser.js") });
  await expect(none.read(goodPdf())).rejects.toThrow(/No reading process can be started/);
  await none.close();
});

test("parse prints one line a file, in order, errors among them, and counts both", async () => {
  const folder = mkdtempSync(join(tmpdir(), "counterfoil-parse-"));
  const paths = [join(folder, "good.pdf"), join(folder, "cut.pdf"), join(folder, "missing.pdf"), folder, join(folder, "good2.pdf")];
  writeFileSync(paths[0]!, goodPdf());
  writeFileSync(paths[1]!, bad("N8"));
  writeFileSync(paths[4]!, goodPdf());
  const lines: string[] = [];
  const count = await parsePaths(paths, { format: "flat", parserPath, write: (line) => lines.push(line) });
  expect(count).toEqual({ read: 2, failed: 3 });
  const objects = lines.map((line) => JSON.parse(line) as { file: string; grossTotal?: string; error?: { code: string } });
  expect(objects.map((each) => each.file)).toEqual(paths);
  expect(objects.map((each) => each.grossTotal ?? each.error?.code)).toEqual(["119.00", "damaged", "no_file", "no_file", "119.00"]);
  rmSync(folder, { recursive: true });
});
