/**
 * Chance that can be repeated: one seed, one course of events. `fork` gives an independent source by name, so that a new
 * choice in one place does not change what is drawn in another.
 */
export type Random = {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Whole number from..to, both included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Picks a key by its weight. */
  weigh<K extends string>(weights: Partial<Record<K, number>>): K;
  sample<T>(list: readonly T[], count: number): T[];
  shuffle<T>(list: readonly T[]): T[];
  digits(count: number): string;
  letters(count: number): string;
  /** Approximately normal: mean 0, deviation 1. */
  normal(): number;
  fork(name: string): Random;
};

/** A 32-bit FNV-1a hash of a text, finished so that similar texts differ in all bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Source of chance for a seed (sfc32, a published small generator). */
export function randomFrom(seed: string): Random {
  let [a, b, c, d] = [hashOf(`${seed}/a`), hashOf(`${seed}/b`), hashOf(`${seed}/c`), 1];
  const next = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const shuffle = <T>(list: readonly T[]): T[] => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = int(0, i);
      [copy[i], copy[j]] = [copy[j]!, copy[i]!];
    }
    return copy;
  };
  return {
    next, int, shuffle,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)]!,
    weigh: <K extends string>(weights: Partial<Record<K, number>>): K => {
      const entries = Object.entries(weights) as [K, number][];
      let at = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      return (entries.find(([, weight]) => (at -= weight) < 0) ?? entries[entries.length - 1]!)[0];
    },
    sample: (list, count) => shuffle(list).slice(0, count),
    digits: (count) => Array.from({ length: count }, () => int(0, 9)).join(""),
    letters: (count) => Array.from({ length: count }, () => "ABCDEFGHJKLMNPRSTUVWXYZ"[int(0, 22)]!).join(""),
    normal: () => Array.from({ length: 6 }, next).reduce((sum, x) => sum + x, -3) * Math.SQRT2,
    fork: (name) => randomFrom(`${seed}/${name}`),
  };
}
