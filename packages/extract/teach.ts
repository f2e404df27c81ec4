/** Teaching the memory from whole documents, and trying a lesson on documents that are known before it is taken. */
import { candidatesOf } from "./candidates.ts";
import { itemTableOf } from "./tables.ts";
import { labelsOf } from "./labels.ts";
import { layOut } from "./lines.ts";
import { conventionsOf } from "./locale.ts";
import { blame, learn, REMEMBERED, type Correction, type Memory } from "./memory.ts";
import { partiesOf, textOf } from "./parties.ts";
import { readWords, type ReadOptions } from "./read.ts";
import type { FieldPath } from "./reading.ts";
import type { PageWords } from "./words.ts";

/** A document that a person has confirmed, with its true values; a path that is absent was not looked at. */
export type Confirmed = { pages: readonly PageWords[]; values: Partial<Record<FieldPath, string | null>> };

/**
 * What a person corrected or confirmed on one document, taken into the memory. Give every field the person has seen, not
 * only the corrected ones: a place that was right grows stronger. Never give unreviewed output.
 */
export function teach(memory: Memory, pages: readonly PageWords[], supplier: string, corrections: readonly Correction[]): Memory {
  const layout = layOut(pages);
  const candidates = candidatesOf(layout, conventionsOf(layout));
  const labels = labelsOf(layout);
  const table = itemTableOf(layout, labels, candidates.numbers);
  const { chunks } = partiesOf(layout, labels, table?.area ?? new Set(), { names: [], vatIds: [], ibans: [] });
  const wrong = corrections.filter(({ path, value }) => value !== null && REMEMBERED.includes(path)).filter(({ path, value }) => {
    const read = readWords(pages, { memory }).fields[path];
    return read !== undefined && read.value !== value;
  });
  const names = chunks.filter((chunk) => chunk.name !== null).map((chunk) => ({ text: textOf(chunk.nameWords), words: chunk.nameWords }));
  return learn(blame(memory, layout, wrong.map(({ path }) => path)), { layout, candidates, names, supplier }, corrections);
}

/** What a changed memory does to documents that are known: how many values become right, how many wrong, and which. */
export type Replay = { fixes: number; breaks: number; broken: { document: number; path: FieldPath; was: string; becomes: string | null }[] };

/** Reads every confirmed document with both memories. Take the new one only when it breaks nothing. */
export function replay(before: Memory, after: Memory, confirmed: readonly Confirmed[], options: ReadOptions = {}): Replay {
  const result: Replay = { fixes: 0, breaks: 0, broken: [] };
  confirmed.forEach(({ pages, values }, document) => {
    const [old, now] = [readWords(pages, { ...options, memory: before }), readWords(pages, { ...options, memory: after })];
    for (const [path, value] of Object.entries(values) as [FieldPath, string | null][]) {
      const [was, becomes] = [old.fields[path]?.value ?? null, now.fields[path]?.value ?? null];
      if (was !== value && becomes === value) result.fixes++;
      else if (was === value && becomes !== value) {
        result.breaks++;
        result.broken.push({ document, path, was: was ?? "", becomes });
      }
    }
  });
  return result;
}
