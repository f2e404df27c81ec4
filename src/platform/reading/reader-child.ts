/**
 * One child process, seen from the parent, who keeps the clock, checks every message, and ends the child when anything
 * is wrong with it.
 */

import { execFile, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import type { ChildMessage, Progress } from "./answers.ts";
import type { Cage } from "./cage.ts";
import { ByteQueue, encodeFrame, takeFrame, type Job } from "./frames.ts";
import { CannotRead, type Limits, type ReasonCode } from "./limits.ts";

const START_MS = 20_000;
const POLL_MS = 250;

export type Done = Exclude<ChildMessage, { type: "ready" | "progress" | "failed" }>;

/** A failure of the process rather than of the file's content: worth a second try in a fresh child. */
export class ChildFailed extends Error {
  readonly code: ReasonCode;
  readonly stderr: string;
  constructor(code: ReasonCode, stderr: string) {
    super(`the reading child failed: ${code}`);
    this.code = code;
    this.stderr = stderr;
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
export class ReaderChild {
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
