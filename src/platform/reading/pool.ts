/**
 * A small pool of limited child processes, one document at a time in each. A crash, a memory or a time failure is tried
 * once more in a fresh child, because the machine may have been busy or the child worn; then the document is
 * unreadable. No file is tried more than twice, so none can keep the queue from moving.
 */

import type { Progress } from "./answers.ts";
import { startIn, type Cage, type Isolation } from "./cage.ts";
import type { Job } from "./frames.ts";
import { CannotRead, type Limits, type ReasonCode } from "./limits.ts";
import { ChildFailed, ReaderChild, type Done } from "./reader-child.ts";

/** A child is replaced after this much work, far from RLIMIT_CPU. */
const CPU_LIFE_MS = 900_000;

export class ChildPool {
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
    private readonly onFailure: ((failure: { code: ReasonCode; stderr: string }) => void) | undefined,
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
