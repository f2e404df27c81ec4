/** Lessons of supplier memory, in the child: what a corrected document teaches, and what a lesson does to a confirmed one. */

import { replay, teach, type Memory, type PageWords } from "@counterfoil/extract";
import type { ReadJob, ReplayJob, TeachJob } from "./frames.ts";
import { CannotRead } from "./limits.ts";
import { readDocument, type Report } from "./read-document.ts";

/** The memory with this document's corrections. Throws CannotRead where there are no words: an e-invoice teaches no layout. */
export async function teachDocument(bytes: Uint8Array, job: TeachJob, report: Report): Promise<Memory> {
  const pages = await wordsOf(bytes, job, report);
  return teach(job.memory ?? { version: 1, layouts: [] }, pages, job.supplier, job.corrections, job.lines, { own: job.own ?? [] });
}

/** How many values of a confirmed document become right, how many wrong. */
export async function replayDocument(bytes: Uint8Array, job: ReplayJob, report: Report): Promise<{ fixes: number; breaks: number }> {
  const pages = await wordsOf(bytes, job, report);
  const { fixes, breaks } = replay(job.before, job.after, [{ pages, values: job.values, ...(job.lines ? { lines: job.lines } : {}) }], { own: job.own ?? [] });
  return { fixes, breaks };
}

async function wordsOf(bytes: Uint8Array, job: TeachJob | ReplayJob, report: Report): Promise<readonly PageWords[]> {
  let pages: readonly PageWords[] = [];
  const { size, fileName, own, languages, password, limits } = job;
  const read: ReadJob = { op: "read", size, limits, ...(fileName ? { fileName } : {}), ...(own ? { own } : {}), ...(languages ? { languages } : {}), ...(password ? { password } : {}) };
  await readDocument(bytes, { ...read, onWords: (seen) => { pages = seen; } }, report);
  if (pages.length === 0) throw new CannotRead("no_text", "There are no printed words to learn from.");
  return pages;
}
