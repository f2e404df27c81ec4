/** A till's own arithmetic: money given less change, rounding, and rows of base and tax vouch for the total. */
import { abs, CENT, near, type Amount } from "./amount.ts";
import { looksLikeMoney, type NumberCandidate } from "./candidates.ts";
import type { Label } from "./labels.ts";
import type { Ranked } from "./rank.ts";

/** How much a fact adds to a total's score. */
const SUPPORT = { cash: 0.8, row: 0.5, rounded: 0.7 };

/** What a till prints around the total: money given and change, rounding, and rows whose base and tax sum to it. */
export type TillFacts = { paid: Ranked<NumberCandidate> | null; givesChange: boolean; change: Ranked<NumberCandidate> | null; expected: Amount | null; rounding: Amount; rowSums: Set<Amount> };

const CHANGE = /change|r[uü]ckgeld|zur[uü]ck|rendu|cambio|resto|wissel|retour|reszta/i;

export function tillFacts(pairs: readonly Ranked<NumberCandidate>[], labels: readonly Label[], numbers: readonly NumberCandidate[]): TillFacts {
  const find = (pattern: RegExp): Ranked<NumberCandidate> | null => pairs.find((pair) => pair.label.field === "otherMoney" && pattern.test(pair.label.text) && pair.score > 0.35 && looksLikeMoney(pair.candidate)) ?? null;
  const change = find(CHANGE);
  const givesChange = labels.some((label) => label.field === "otherMoney" && CHANGE.test(label.text));
  const paid = pairs.find((pair) => pair.label.field === "otherMoney" && pair.label.words !== change?.label.words && pair.candidate !== change?.candidate && /^(?!.*change).*(?:cash|tender|bar|gegeben|received|contant|esp[eè]ces|efectivo|contanti|paid|visa|master|card|karte|pay|accepted|ringgit)/i.test(pair.label.text) && pair.score > 0.35 && looksLikeMoney(pair.candidate)) ?? null;
  const expected = paid && change && abs(paid.candidate.amount) > abs(change.candidate.amount) ? abs(paid.candidate.amount) - abs(change.candidate.amount) : null;
  const rounding = signed(pairs.find((pair) => pair.label.field === "rounding" && pair.candidate.amount !== 0n && abs(pair.candidate.amount) <= 50n * CENT)?.candidate.amount ?? 0n, pairs, numbers);
  const rowSums = new Set<Amount>();
  const byLine = new Map<number, NumberCandidate[]>();
  for (const number of numbers) if (number.decimals === 2 && !number.percent) byLine.set(number.line, [...(byLine.get(number.line) ?? []), number]);
  for (const row of byLine.values()) if (row.length === 2 && row[1]!.amount >= 0n && row[1]!.amount * 4n < row[0]!.amount) rowSums.add(row[0]!.amount + row[1]!.amount);
  return { paid, givesChange, change, expected, rounding, rowSums };
}

/** A rounding printed without its sign is taken off where only that leads from a printed amount to a total in whole five cents. */
function signed(rounding: Amount, pairs: readonly Ranked<NumberCandidate>[], numbers: readonly NumberCandidate[]): Amount {
  const leads = (by: Amount): boolean => pairs.some((pair) => pair.label.field === "grossTotal" && pair.score > 0.4 && pair.candidate.amount % (5n * CENT) === 0n && numbers.some((number) => number.decimals === 2 && number.amount === pair.candidate.amount - by));
  return rounding > 0n && !leads(rounding) && leads(-rounding) ? -rounding : rounding;
}

/** Further totals on a receipt: an unlabelled amount that equals money given less change, "net total", and money given itself. */
export function tillTotals(till: TillFacts | null, pairs: readonly Ranked<NumberCandidate>[], numbers: readonly NumberCandidate[]): Ranked<NumberCandidate>[] {
  if (!till) return [];
  const found = pairs.filter((pair) => pair.label.field === "netTotal").map((pair) => ({ ...pair, score: pair.score * (/net/i.test(pair.label.text) ? 0.75 : 0.5) }));
  if (till.expected !== null) for (const number of numbers) if (number.amount === till.expected && number !== till.paid!.candidate && number !== till.change!.candidate && looksLikeMoney(number)) found.push({ ...till.paid!, candidate: number, score: 0.45 });
  if (till.rounding !== 0n) {
    const before = pairs.filter((pair) => pair.label.field === "grossTotal" && pair.score > 0.4);
    for (const pair of before) for (const number of numbers) if (number.amount === pair.candidate.amount + till.rounding && looksLikeMoney(number)) found.push({ ...pair, candidate: number, score: 0.5 });
  }
  if (till.paid && !till.givesChange) found.push({ ...till.paid, score: till.paid.score * 0.4 });
  return found;
}

export function tillSupport(total: Amount, candidate: NumberCandidate, till: TillFacts, numbers: readonly NumberCandidate[]): number {
  let support = 0;
  if (till.expected !== null && candidate !== till.paid?.candidate && near(total, till.expected, CENT / 2n)) support += SUPPORT.cash;
  if (till.rowSums.has(total)) support += SUPPORT.row;
  // Where the till rounded, the rounded total is what was asked for.
  if (till.rounding !== 0n && numbers.some((number) => number.amount === total - till.rounding && number !== candidate)) support += SUPPORT.rounded;
  return support;
}
