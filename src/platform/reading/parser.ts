/**
 * The child process in which untrusted files are parsed. It is started inside limits by `child.ts`, gets one job at a
 * time on stdin, answers on file descriptor 3, knows no environment, no network and no place to write to, and ends
 * when its parent does. Whatever happens here, the parent only ever sees a checked answer or a dead child.
 */

import { writeSync } from "node:fs";
import { createRequire } from "node:module";
import type { ChildMessage, Progress } from "./answers.ts";
import { bounded } from "./bounds.ts";
import { ByteQueue, encodeFrame, takeFrame, type Job } from "./frames.ts";
import { CannotRead } from "./limits.ts";
import { isFatal, loadPdfium } from "./pdfium.ts";
import { readPageWords } from "./page-words.ts";
import { countPages, drawPage, readDocument } from "./read-document.ts";
import { preferSystemTesseract } from "./tesseract.ts";

const ANSWERS = 3;
/** Bytes of a job's frame: its memory is the largest part. */
const MOST_JOB = 16 << 20;
const parent = process.ppid;
const queue = new ByteQueue();
let busy = false;

/** Blocks until the parent has taken everything: an answer may be larger than the pipe. */
function send(message: ChildMessage): void {
  let rest = encodeFrame(message);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(ANSWERS, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") process.exit(1);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

/** Called from within long WebAssembly runs, which keep `end` of stdin from being noticed. */
function progress(step: Progress): void {
  if (process.ppid !== parent) process.exit(0);
  send({ type: "progress", ...step });
}

async function work(job: Job, bytes: Buffer): Promise<void> {
  try {
    const answer = await answerTo(job, bytes);
    const usage = { residentBytes: process.memoryUsage.rss(), cpuMs: (process.cpuUsage().user + process.cpuUsage().system) / 1000 };
    send({ ...answer, usage });
  } catch (error) {
    const fatal = isFatal(error);
    if (error instanceof CannotRead) send({ type: "failed", code: error.code, detail: error.detail.slice(0, 1000), fatal: false });
    else send({ type: "failed", code: fatal && isMemory(error) ? "too_much_memory" : "crashed", detail: "", fatal: true });
    if (!(error instanceof CannotRead)) {
      // For the operator's log, through the parent; never for the person who uploaded.
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`, () => process.exit(1));
    }
  }
}

type Answer = Extract<ChildMessage, { type: "read" | "taught" | "replayed" | "page-image" | "page-words" | "count" | "judge" | "cut" }> extends infer Each ? (Each extends unknown ? Omit<Each, "usage"> : never) : never;

async function answerTo(job: Job, bytes: Buffer): Promise<Answer> {
  switch (job.op) {
    case "read":
      return { type: "read", reading: bounded(await readDocument(bytes, job, progress)) };
    case "teach":
      return { type: "taught", memory: await (await import("./lessons.ts")).teachDocument(bytes, job, progress) };
    case "replay":
      return { type: "replayed", ...(await (await import("./lessons.ts")).replayDocument(bytes, job, progress)) };
    case "page-image": {
      const image = await drawPage(bytes, job, progress);
      return { type: "page-image", image: image.bytes.toString("base64"), mediaType: image.type, width: image.width, height: image.height };
    }
    case "page-words": {
      const { width, height, source, words } = await readPageWords(bytes, job, progress);
      return { type: "page-words", width, height, source, words: words.filter((word) => !word.hidden).slice(0, 50_000).map(({ text, box }) => ({ text: text.replaceAll("\0", "").slice(0, 1000), box })) };
    }
    case "judge":
      return { type: "judge", judged: await (await import("./judge-document.ts")).judgeDocument(bytes, job) };
    case "cut":
      return { type: "cut", files: (await (await import("./cut-pdf.ts")).cutPdf(bytes, job, progress)).map((file) => file.toString("base64")) };
    case "count":
      return { type: "count", pages: await countPages(bytes, job) };
  }
}

/** PDFium and Tesseract abort when `malloc` fails; V8 and the buffers say so in words. */
function isMemory(error: unknown): boolean {
  const text = error instanceof Error ? error.message : String(error);
  return /memory|allocation|OOM|Aborted|unreachable/i.test(text);
}

let pending: Job | null = null;

/** Takes jobs from what has arrived, one after the other. */
async function next(): Promise<void> {
  if (busy) return;
  busy = true;
  for (;;) {
    if (!pending) {
      const header = takeFrame(queue, MOST_JOB);
      if (header === null) break;
      pending = JSON.parse(header) as Job;
    }
    const bytes = queue.take(pending.size);
    if (bytes === null) break;
    const job = pending;
    pending = null;
    await work(job, bytes);
  }
  busy = false;
}

process.stdin.on("data", (chunk: Buffer) => {
  queue.push(chunk);
  void next();
});
process.stdin.on("end", () => process.exit(0));
process.stdin.on("error", () => process.exit(0));
// Everything a file may call for must be within reach of this cage; if not, ending now makes the parent try the next.
const require = createRequire(import.meta.url);
for (const name of ["@hyzyla/pdfium", "sharp", "heic-decode", "pdf-lib", "tesseract.js-core/tesseract-core-simd-lstm", "@tesseract.js-data/eng/package.json"]) require.resolve(name);
const tesseract = /^--tesseract=(\/.+)$/.exec(process.argv[2] ?? "")?.[1];
if (tesseract) preferSystemTesseract(tesseract);
send({ type: "ready" });
// Most files are PDFs, and a child waits for its file anyway. A failure shows when the library is used.
void loadPdfium().catch(() => {});
