/**
 * What parent and child say to each other: frames of a 4-byte big-endian length and JSON. On stdin a job's frame is
 * followed by the file's bytes; on file descriptor 3 come frames only. The parent treats the latter as hostile: the
 * length is bounded before anything is kept, and the JSON goes through the schema in `answers.ts`.
 */

import type { Confirmed, Correction, Memory, PageWords, TaughtLine } from "@counterfoil/extract";
import type { Limits } from "./limits.ts";

/** Own companies, so that the reader never takes the buyer for the supplier. */
export type OwnCompany = { name: string; vatIds?: string[]; ibans?: string[]; address?: string };

export type ReadJob = { op: "read"; size: number; fileName?: string; own?: OwnCompany[]; languages?: string[]; password?: string; trustFonts?: boolean; explain?: boolean; memory?: Memory; limits: Limits };
/** `onWords` is set within the child only: who wants the words that a document was read from. */
export type WatchedReadJob = ReadJob & { onWords?: (pages: readonly PageWords[]) => void };
/** What a person corrected and confirmed on this document, to be taken into `memory`. */
export type TeachJob = Omit<ReadJob, "op"> & { op: "teach"; supplier: string; corrections: Correction[]; lines?: TaughtLine[] };
/** Reads a confirmed document with both memories: what becomes right, what wrong? */
export type ReplayJob = Omit<ReadJob, "op"> & { op: "replay"; before: Memory; after: Memory; values: Confirmed["values"]; lines?: TaughtLine[] };
export type PageImageJob = { op: "page-image"; size: number; page: number; dpi: number; password?: string; limits: Limits };
export type CountJob = { op: "count"; size: number; password?: string; limits: Limits };
/** Runs of pages of a PDF as files of their own; as many from the first on as fit into one answer. */
export type CutJob = { op: "cut"; size: number; parts: { from: number; to: number }[]; password?: string; limits: Limits };
export type PageWordsJob = { op: "page-words"; size: number; page: number; password?: string; limits: Limits };
/** `rules` are names of rule sets; those the document claims when absent. */
export type JudgeJob = { op: "judge"; size: number; rules?: string[]; limits: Limits };
export type Job = ReadJob | TeachJob | ReplayJob | PageImageJob | CountJob | PageWordsJob | JudgeJob | CutJob;

export function encodeFrame(value: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(value), "utf8");
  const frame = Buffer.allocUnsafe(4 + body.length);
  frame.writeUInt32BE(body.length, 0);
  body.copy(frame, 4);
  return frame;
}

/** Collects arriving chunks. `take(n)` gives the next n bytes once they are there, without copying more than once. */
export class ByteQueue {
  private chunks: Buffer[] = [];
  length = 0;

  push(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
  }

  take(size: number): Buffer | null {
    if (this.length < size) return null;
    const parts: Buffer[] = [];
    let missing = size;
    while (missing > 0) {
      const first = this.chunks[0]!;
      if (first.length <= missing) {
        parts.push(first);
        this.chunks.shift();
        missing -= first.length;
      } else {
        parts.push(first.subarray(0, missing));
        this.chunks[0] = first.subarray(missing);
        missing = 0;
      }
    }
    this.length -= size;
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts, size);
  }

  /** The length that the next frame announces, without taking it. */
  peekLength(): number | null {
    if (this.length < 4) return null;
    let head = this.chunks[0]!;
    if (head.length < 4) {
      head = Buffer.concat(this.chunks);
      this.chunks = [head];
    }
    return head.readUInt32BE(0);
  }
}

/** The next whole frame as text, null when it has not fully arrived. Throws RangeError when it announces more than `most`. */
export function takeFrame(queue: ByteQueue, most: number): string | null {
  const length = queue.peekLength();
  if (length === null) return null;
  if (length > most) throw new RangeError(`a frame of ${length} bytes, ${most} are allowed`);
  if (queue.length < 4 + length) return null;
  queue.take(4);
  return queue.take(length)!.toString("utf8");
}
