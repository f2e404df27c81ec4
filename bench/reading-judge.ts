/** When an answer counts as right: dates to the day, amounts to half a cent, ids without separators, names and addresses by their words. */
import type { FlatLine } from "@counterfoil/extract";
import type { Truth } from "./reading-documents.ts";

export const HEADER = ["documentType", "invoiceNumber", "issueDate", "dueDate", "purchaseOrder", "currency", "supplier.name", "supplier.vatId", "supplier.address", "supplier.iban", "customer.name", "customer.vatId", "customer.address", "netTotal", "taxTotal", "grossTotal", "amountDue"] as const;
export type HeaderKey = (typeof HEADER)[number];
export const LINE_KEYS = ["description", "quantity", "unitPrice", "netAmount"] as const;

const fold = (text: unknown): string => String(text).normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/æ/g, "ae").replace(/ø/g, "o").replace(/ł/g, "l");
const idOf = (text: unknown): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, "");
const tokens = (text: unknown): string[] => fold(String(text).replace(/(\p{L})\.(?=\p{L}(\.|\b))/gu, "$1")).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Share of common words, counting repetitions, 0 to 1. */
export function wordsInCommon(a: unknown, b: unknown): number {
  const [left, right] = [tokens(a), tokens(b)];
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  let common = 0;
  for (const token of left) {
    const at = rest.indexOf(token);
    if (at >= 0) { common++; rest.splice(at, 1); }
  }
  return (2 * common) / (left.length + right.length);
}

/** Share of common pairs of neighbouring letters: a missing space does not make a description wrong. */
function pairsInCommon(a: string, b: string): number {
  const count = new Map<string, number>();
  for (let i = 0; i + 1 < a.length; i++) count.set(a.slice(i, i + 2), (count.get(a.slice(i, i + 2)) ?? 0) + 1);
  let common = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const left = count.get(b.slice(i, i + 2)) ?? 0;
    if (left > 0) { common++; count.set(b.slice(i, i + 2), left - 1); }
  }
  return (2 * common) / Math.max(1, a.length + b.length - 2);
}

export function isRight(key: string, wanted: unknown, got: unknown): boolean {
  if (got === undefined || got === null || got === "") return false;
  if (/Date$/.test(key)) return wanted === got;
  if (/Total$|amountDue|quantity|unitPrice|netAmount/.test(key)) return Math.abs(Number(wanted) - Number(got)) < 0.0051;
  if (/name$/.test(key)) return idOf(wanted) === idOf(got) || wordsInCommon(wanted, got) >= 0.8;
  if (/address$|description/.test(key)) return idOf(wanted) === idOf(got) || wordsInCommon(typeof wanted === "object" ? Object.values(wanted as object).join(" ") : wanted, got) >= 0.7 || (key === "description" && pairsInCommon(idOf(wanted), idOf(got)) >= 0.7);
  return idOf(wanted) === idOf(got);
}

export const valueAt = (from: unknown, path: string): unknown => path.split(".").reduce<unknown>((at, key) => (at === null || at === undefined ? undefined : (at as Record<string, unknown>)[key]), from);

/** undefined: the truth does not say. */
export function verdictOf(truth: Truth, path: string, got: unknown): "right" | "wrong" | "missing" | "rightly_absent" | "invented" | undefined {
  const wanted = valueAt(truth, path);
  if (wanted === undefined) return undefined;
  const empty = got === undefined || got === null || got === "";
  if (wanted === null) return empty ? "rightly_absent" : "invented";
  if (empty) return "missing";
  return [wanted, ...(truth._alt?.[path] ?? [])].some((each) => isRight(path, each, got)) ? "right" : "wrong";
}

export type LineScore = { right: number; wrong: number; missing: number; exact: boolean; misses: string[] };

/** Lines in order; a line that has no partner with the same amount or words is missing. */
export function scoreLines(truth: Truth, lines: readonly FlatLine[]): LineScore | undefined {
  const wanted = truth["lines"] as Record<string, unknown>[] | undefined;
  if (!Array.isArray(wanted)) return undefined;
  const free = new Set(lines);
  const score: LineScore = { right: 0, wrong: 0, missing: 0, exact: wanted.length === lines.length, misses: wanted.length === lines.length ? [] : [`${wanted.length} lines wanted, ${lines.length} read`] };
  wanted.forEach((want, i) => {
    const alt = (key: string): unknown[] => [want[key], ...(truth._alt?.[`lines.${i}.${key}`] ?? [])];
    const hits = (line: FlatLine, key: (typeof LINE_KEYS)[number]): boolean => alt(key).some((each) => isRight(key, each, line[key]));
    const worth = (line: FlatLine): number => (hits(line, "netAmount") ? 1 : 0) + wordsInCommon(want["description"] ?? "", line.description ?? "");
    const partner = [...free].sort((a, b) => worth(b) - worth(a))[0];
    const paired = partner && worth(partner) >= 0.5 ? partner : undefined;
    if (paired) free.delete(paired);
    for (const key of LINE_KEYS) {
      if (want[key] === undefined || want[key] === null) continue;
      if (!paired || paired[key] === undefined) score.missing++;
      else if (hits(paired, key)) score.right++;
      else { score.wrong++; score.missing++; }
      if (paired && hits(paired, key)) continue;
      score.exact = false;
      score.misses.push(`line ${i + 1} ${key}: want ${JSON.stringify(want[key])} got ${JSON.stringify(paired?.[key])}`);
    }
  });
  for (const extra of free) for (const key of LINE_KEYS) if (extra[key] !== undefined) score.wrong++;
  return score;
}

export const f1 = (right: number, wrong: number, missing: number): number => (right === 0 ? (wrong + missing === 0 ? 1 : 0) : (2 * right) / (2 * right + wrong + missing));

