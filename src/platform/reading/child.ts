/**
 * Bytes to a Reading, safely: a small pool of limited child processes, one document at a time in each. The parent
 * keeps the clock, checks every answer, and throws a child away when anything went wrong. A crash, a memory or a time
 * failure is tried once more in a fresh child, because the machine may have been busy or the child worn; then the
 * document is unreadable. No file is tried more than twice, so none can keep the queue from moving.
 */

import { execFile, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Box, Reading } from "@counterfoil/extract";
import type { ChildMessage, Progress } from "./answers.ts";
import { cages, startIn, type Cage, type Isolation } from "./cage.ts";
import { ByteQueue, encodeFrame, takeFrame, type Job, type OwnCompany } from "./frames.ts";
import { CannotRead, LIMITS, unreadable, type Limits, type ReasonCode, type Unreadable } from "./limits.ts";
import type { PageImage } from "./raster.ts";
import { sniff } from "./sniff.ts";

export type { OwnCompany } from "./frames.ts";
export type { PageImage } from "./raster.ts";
export type { Progress } from "./answers.ts";
export type { Isolation } from "./cage.ts";

export type ReadOptions = {
  /** Only compared with the content ("PNG named .pdf"); the kind of the file never follows from it. */
  fileName?: string;
  /** The workspace's own companies, which are never the supplier. */
  own?: OwnCompany[];
  /** ISO 639-1 or Tesseract codes to read scans in; chosen by a look at the first page when absent. */
  languages?: string[];
  password?: string;
  /** Leaves out the second look at the digits of totals and IBAN (0.1 to 0.2 s), which finds fonts that lie about them. */
  trustFonts?: boolean;
  onProgress?: (progress: Progress) => void;
};

/** `flags` are the codes of problems because of which a person must look before export. */
export type ReadOutcome = { outcome: "read"; reading: Reading; flags: string[] } | Unreadable;

export type Reader = {
  /** Reads a document. Never rejects for a bad file, only when the reader itself cannot work (no child can be started, closed). */
  read(bytes: Uint8Array | AsyncIterable<Uint8Array>, options?: ReadOptions): Promise<ReadOutcome>;
  /** A page's picture for people; pages count from 1. Throws CannotRead, e.g. for XML or a page that is not there. */
  pageImage(bytes: Uint8Array, page: number, dpi?: number, password?: string): Promise<PageImage>;
  /** The words of one page with their places, for pointing at them. Throws CannotRead. */
  pageWords(bytes: Uint8Array, page: number, password?: string): Promise<WordsOfPage>;
  /** How many pages can be drawn. Throws CannotRead. */
  countPages(bytes: Uint8Array, password?: string): Promise<number>;
  /** What isolation this machine allows; starts a child when none has been started. */
  isolation(): Promise<Isolation>;
  close(): Promise<void>;
};

/** Boxes in points from the top left of the page as it is drawn. */
export type WordsOfPage = { page: number; width: number; height: number; source: "text" | "ocr" | "none"; words: { text: string; box: Box }[] };

export type ReaderOptions = {
  /** Children at work at the same time (default 1); one is started ahead, others when needed. */
  size?: number;
  /** The bundled `parser.ts`. */
  parserPath: string;
  limits?: Partial<Limits>;
  /** Cages to try in place of this machine's own list. */
  cages?: Cage[];
  /** What a child wrote to its standard error before it failed, for the operator's log. */
  onFailure?: (failure: { code: ReasonCode; stderr: string }) => void;
};

/** Findings that call for a person: the values may not be what the page shows. */
const FLAGS = new Set(["text_differs_from_picture", "hidden_text", "xml_differs_from_picture", "type_mismatch", "active_content", "look_alike", "control_characters", "pages_skipped"]);

const START_MS = 20_000;
const POLL_MS = 250;
const CPU_LIFE_MS = 900_000;

export function createReader(options: ReaderOptions): Reader {
  const limits: Limits = { ...LIMITS, ...options.limits };
  const pool = new ChildPool(options.parserPath, options.size ?? 1, limits, options.cages ?? cages(limits), options.onFailure);
  pool.warmUp();

  return {
    async read(source, settings = {}) {
      try {
        const bytes = await collect(source, limits);
        const { kind } = sniff(bytes);
        if (kind === "xml" && bytes.length > limits.xmlBytes) throw new CannotRead("too_large");
        const { onProgress, ...rest } = settings;
        const message = await pool.run({ op: "read", size: bytes.length, limits, ...rest }, bytes, onProgress);
        if (message.type !== "read") throw new CannotRead("crashed");
        const flags = [...new Set(message.reading.problems.map((problem) => problem.code))].filter((code) => FLAGS.has(code));
        return { outcome: "read", reading: message.reading, flags };
      } catch (error) {
        if (error instanceof CannotRead) return unreadable(error.code, error.detail, limits);
        throw error;
      }
    },

    async pageImage(bytes, page, dpi = 150, password) {
      if (sniff(bytes).kind === "xml") throw new CannotRead("not_supported", "An XML invoice has no pages to draw.");
      const message = await pool.run({ op: "page-image", size: bytes.length, page, dpi, limits, ...(password ? { password } : {}) }, bytes);
      if (message.type !== "page-image") throw new CannotRead("crashed");
      return { bytes: Buffer.from(message.image, "base64"), type: message.mediaType, width: message.width, height: message.height };
    },

    async pageWords(bytes, page, password) {
      if (sniff(bytes).kind === "xml") throw new CannotRead("not_supported", "An XML invoice has no pages to read.");
      const message = await pool.run({ op: "page-words", size: bytes.length, page, limits, ...(password ? { password } : {}) }, bytes);
      if (message.type !== "page-words") throw new CannotRead("crashed");
      const { width, height, source, words } = message;
      return { page, width, height, source, words };
    },

    async countPages(bytes, password) {
      if (sniff(bytes).kind === "xml") return 0;
      const message = await pool.run({ op: "count", size: bytes.length, limits, ...(password ? { password } : {}) }, bytes);
      if (message.type !== "count") throw new CannotRead("crashed");
      return message.pages;
    },

    isolation: () => pool.isolation(),
    close: () => pool.close(),
  };
}

/** Takes a stream into memory up to the limit: a second try needs the bytes again. */
async function collect(source: Uint8Array | AsyncIterable<Uint8Array>, limits: Limits): Promise<Uint8Array> {
  if (source instanceof Uint8Array) {
    if (source.length > limits.fileBytes) throw new CannotRead("too_large");
    return source;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > limits.fileBytes) throw new CannotRead("too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

type Done = Exclude<ChildMessage, { type: "ready" | "progress" | "failed" }>;

/** A failure of the process rather than of the file's content: worth a second try in a fresh child. */
class ChildFailed extends Error {
  readonly code: ReasonCode;
  readonly stderr: string;
  constructor(code: ReasonCode, stderr: string) {
    super(`the reading child failed: ${code}`);
    this.code = code;
    this.stderr = stderr;
  }
}

class ChildPool {
  private readonly idle: ReaderChild[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly all = new Set<ReaderChild>();
  private readonly starting = new Set<Promise<unknown>>();
  private atWork = 0;
  private closed = false;
  private cage: Promise<Cage> | undefined;
  /** Started ahead of need. */
  private spare: Promise<ReaderChild> | undefined;
  /** The child in which the cage was found to work. */
  private first: ReaderChild | undefined;

  constructor(
    private readonly parserPath: string,
    private readonly size: number,
    private readonly limits: Limits,
    private readonly choices: readonly Cage[],
    private readonly onFailure: ReaderOptions["onFailure"],
  ) {}

  /** Starts one child ahead of need, unless one is idle already. */
  warmUp(): void {
    if (this.closed || this.spare || this.idle.length > 0) return;
    this.spare = this.start();
    // A failure to start shows when somebody asks for a child.
    this.spare.catch(() => {});
  }

  async isolation(): Promise<Isolation> {
    this.warmUp();
    await this.spare;
    const { name, network, user, memory, files } = await this.cage!;
    return { name, network, user, memory, files };
  }

  async run(job: Job, bytes: Uint8Array, onProgress?: (progress: Progress) => void): Promise<Done> {
    await this.enter();
    try {
      try {
        return await this.attempt(job, bytes, onProgress);
      } catch (error) {
        if (!(error instanceof ChildFailed) || this.closed) throw error;
        this.onFailure?.(error);
      }
      return await this.attempt(job, bytes, onProgress);
    } catch (error) {
      if (!(error instanceof ChildFailed)) throw error;
      // Closing is not the document's fault: whoever asked may ask again later.
      if (this.closed) throw new Error("The reader has been closed.", { cause: error });
      this.onFailure?.(error);
      throw new CannotRead(error.code, "", { cause: error });
    } finally {
      this.leave();
    }
  }

  private async attempt(job: Job, bytes: Uint8Array, onProgress?: (progress: Progress) => void): Promise<Done> {
    const child = await this.take();
    let keep = false;
    try {
      const answer = await child.work(job, bytes, onProgress);
      keep = child.jobs < this.limits.childDocuments && answer.usage.residentBytes < this.limits.childIdleBytes && answer.usage.cpuMs < CPU_LIFE_MS;
      return answer;
    } finally {
      if (keep && !this.closed) this.idle.push(child);
      else {
        child.kill();
        this.all.delete(child);
        this.warmUp();
      }
    }
  }

  private async take(): Promise<ReaderChild> {
    if (this.closed) throw new Error("The reader has been closed.");
    for (let child = this.idle.pop(); child; child = this.idle.pop()) {
      if (child.alive) return child;
      this.all.delete(child);
    }
    const spare = this.spare;
    this.spare = undefined;
    if (spare) {
      const child = await spare;
      if (child.alive) return child;
      this.all.delete(child);
    }
    return this.start();
  }

  private start(): Promise<ReaderChild> {
    const started = this.startOne();
    this.starting.add(started);
    const forget = () => this.starting.delete(started);
    started.then(forget, forget);
    return started;
  }

  private async startOne(): Promise<ReaderChild> {
    const cage = await this.findCage();
    const { first } = this;
    this.first = undefined;
    return first?.alive ? first : this.startIn(cage);
  }

  private async startIn(cage: Cage): Promise<ReaderChild> {
    const child = new ReaderChild(startIn(cage, this.parserPath), cage, this.limits);
    this.all.add(child);
    try {
      await child.ready;
      if (this.closed) throw new Error("The reader has been closed.");
      return child;
    } catch (error) {
      child.kill();
      this.all.delete(child);
      throw error;
    }
  }

  /** Tries the cages from the strictest down, once per pool; the child in the one that works is kept. */
  private findCage(): Promise<Cage> {
    this.cage ??= (async () => {
      const reasons: string[] = [];
      for (const cage of this.choices) {
        try {
          this.first = await this.startIn(cage);
          return cage;
        } catch (error) {
          if (this.closed) throw error;
          reasons.push(`${cage.name}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      throw new Error(`No reading process can be started from ${this.parserPath}. ${reasons.join("; ")}`);
    })();
    this.cage.catch(() => (this.cage = undefined));
    return this.cage;
  }

  private enter(): Promise<void> | void {
    if (this.atWork < this.size) {
      this.atWork++;
      return;
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.atWork--;
  }

  async close(): Promise<void> {
    this.closed = true;
    const children = [...this.all];
    for (const child of children) child.kill();
    await Promise.allSettled(this.starting);
    for (const child of this.all) child.kill();
    await Promise.all([...children, ...this.all].map((child) => child.gone));
    this.all.clear();
    this.idle.length = 0;
  }
}

type ParseMessage = (value: unknown) => ChildMessage;

let parseMessage: Promise<ParseMessage> | undefined;

/** The schema of answers takes as long to load as a child to start: both go on side by side. */
function loadSchema(): Promise<ParseMessage> {
  parseMessage ??= import("./answers.ts").then(({ ChildMessage }) => (value) => ChildMessage.parse(value));
  return parseMessage;
}

/** One child process: starts, does one job after the other, dies. */
class ReaderChild {
  jobs = 0;
  alive = true;
  readonly ready: Promise<void>;
  readonly gone: Promise<void>;
  private readonly queue = new ByteQueue();
  private stderr = "";
  private raised = false;
  private parse: ParseMessage | undefined;
  private receive: (message: ChildMessage) => void = () => {};
  private fail: (error: ChildFailed) => void = () => {};

  constructor(
    private readonly process: ChildProcess,
    private readonly cage: Cage,
    private readonly limits: Limits,
  ) {
    this.gone = new Promise((resolve) => process.once("close", () => resolve()));
    process.once("error", (error) => this.end("crashed", error.message));
    process.once("exit", (_code, signal) => this.end(this.whyEnded(signal)));
    process.stdin!.on("error", () => {}); // EPIPE of a dying child; its exit tells the story
    process.stderr!.on("data", (chunk: Buffer) => (this.stderr = (this.stderr + chunk.toString("utf8")).slice(-8192)));
    (process.stdio[3] as NodeJS.ReadableStream).on("data", (chunk: Buffer) => this.arrived(chunk));
    (process.stdio[3] as NodeJS.ReadableStream).on("error", () => {});
    void loadSchema().then((parse) => {
      this.parse = parse;
      this.takeMessages();
    });

    this.ready = new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.end("too_slow"), START_MS);
      this.receive = (message) => {
        clearTimeout(timer);
        if (message.type === "ready") resolve();
        else reject(new Error("the child spoke out of turn"));
      };
      this.fail = (error) => {
        clearTimeout(timer);
        reject(new Error(`${error.code} ${error.stderr.trim().split("\n").slice(0, 4).join(" ")}`.trim()));
      };
    });
    this.ready.catch(() => {});
  }

  /** Sends one job and waits for its answer under the deadlines. Throws CannotRead for the file's sake, ChildFailed for the child's. */
  work(job: Job, bytes: Uint8Array, onProgress?: (progress: Progress) => void): Promise<Done> {
    this.jobs++;
    return new Promise<Done>((resolve, reject) => {
      const { limits } = this;
      let ocr = false;
      const begun = Date.now();
      let timer = setTimeout(() => this.end("too_slow"), limits.pageMs);
      /** Every step has its own time, and all together stay within the document's. */
      const allow = (ms: number) => {
        clearTimeout(timer);
        const left = begun + (ocr ? limits.ocrDocumentMs : limits.documentMs) - Date.now();
        timer = setTimeout(() => this.end("too_slow"), Math.max(0, Math.min(ms, left)));
      };
      const poll = this.cage.memory ? undefined : setInterval(() => this.pollMemory(), POLL_MS);
      const finish = () => {
        clearTimeout(timer);
        clearInterval(poll);
        this.receive = () => {};
        this.fail = () => {};
      };
      this.fail = (error) => {
        finish();
        reject(error);
      };
      this.receive = (message) => {
        if (message.type === "progress") {
          if (message.stage === "ocr") ocr = true;
          if (message.stage === "ocr" || message.stage === "picture") this.allowPictures();
          // A share of a page is not a new page: the clock of the page runs on.
          if (message.share === undefined || message.share === 0) allow(timeFor(message, limits));
          const { type: _type, ...step } = message;
          onProgress?.(step);
          return;
        }
        finish();
        if (message.type === "failed") {
          if (message.fatal) {
            // The child writes its reason to stderr and ends; give that a moment, for the log.
            setTimeout(() => reject(new ChildFailed(message.code, this.stderr)), 20);
          } else reject(new CannotRead(message.code, message.detail));
          return;
        }
        if (message.type === "ready") return reject(new ChildFailed("crashed", "the child started twice"));
        resolve(message);
      };
      const stdin = this.process.stdin!;
      stdin.write(encodeFrame(job));
      stdin.write(bytes);
    });
  }

  /** Pictures take more memory than text: the soft limit is raised to the hard one once it comes to them. */
  private allowPictures(): void {
    if (this.raised || !this.cage.raise || this.process.pid === undefined) return;
    this.raised = true;
    const [command, ...args] = this.cage.raise(this.process.pid) as [string, ...string[]];
    execFile(command, args, () => {}); // When refused, the lower limit stays: safe.
  }

  /** Ends the child and all that it may have started; whoever waits for it is told. */
  kill(): void {
    this.end("crashed", "ended by the reader");
  }

  private arrived(chunk: Buffer): void {
    this.queue.push(chunk);
    if (this.queue.length > 2 * this.limits.answerBytes) this.end("crashed", "the child answers without end");
    this.takeMessages();
  }

  private takeMessages(): void {
    if (!this.alive || !this.parse) return;
    try {
      for (let text = takeFrame(this.queue, this.limits.answerBytes); text !== null; text = takeFrame(this.queue, this.limits.answerBytes)) {
        this.receive(this.parse(JSON.parse(text)));
      }
    } catch (error) {
      this.end("crashed", `the child's answer is not one: ${error instanceof Error ? error.message.slice(0, 2000) : String(error)}`);
    }
  }

  private end(code: ReasonCode, note = ""): void {
    if (!this.alive) return;
    this.alive = false;
    const { pid } = this.process;
    if (pid !== undefined) {
      try {
        process.kill(-pid, "SIGKILL");
      } catch {
        this.process.kill("SIGKILL");
      }
    }
    this.fail(new ChildFailed(code, note || this.stderr));
  }

  private whyEnded(signal: NodeJS.Signals | null): ReasonCode {
    if (signal === "SIGXCPU") return "too_slow";
    // V8 out of heap ends by SIGABRT or SIGTRAP and says so; so does the kernel's last resort by SIGKILL.
    if (/out of memory|allocation failed|bad_alloc|Cannot allocate|Zone/i.test(this.stderr) || signal === "SIGKILL") return "too_much_memory";
    return "crashed";
  }

  /** Where the kernel has no RLIMIT_DATA (macOS, Windows) the resident size is watched instead. */
  private pollMemory(): void {
    const { pid } = this.process;
    if (pid === undefined) return;
    if (process.platform === "linux") {
      try {
        const pages = Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1]);
        if (pages * 4096 > this.limits.memoryBytes) this.end("too_much_memory");
      } catch {
        // Already gone.
      }
      return;
    }
    execFile("ps", ["-o", "rss=", "-p", String(pid)], (error, stdout) => {
      if (!error && Number(stdout) * 1024 > this.limits.memoryBytes) this.end("too_much_memory");
    });
  }
}

/** Time for the step that begins: the pages' text goes fast and together, pictures and OCR page by page. */
function timeFor(step: Progress, limits: Limits): number {
  if (step.stage === "ocr") return limits.ocrPageMs;
  if (step.stage === "text") return limits.pageMs + 100 * (step.pages ?? 0);
  return limits.pageMs;
}
