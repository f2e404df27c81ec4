/**
 * The most that one answer may hold. The child cuts a reading down to this, so that an odd document (a description of
 * 10,000 letters) is still read; the parent refuses whatever is beyond it, because then it was not our code that answered.
 */

import type { Reading } from "@counterfoil/extract";

export const MOST = { text: 4000, evidence: 200, alternatives: 20, lines: 20_000, taxes: 1000, accounts: 100, allowances: 1000, identifiers: 200, checks: 20_000, operands: 20_000, problems: 2000, namesOfChecks: 50, points: 100_000 };

/** A copy within the bounds: texts cut and freed of control characters, lists cut, numbers made finite. */
export function bounded(reading: Reading): Reading {
  return bound(reading, "") as Reading;
}

const LISTS: Record<string, number> = { evidence: MOST.evidence, alternatives: MOST.alternatives, lines: MOST.lines, taxes: MOST.taxes, accounts: MOST.accounts, allowances: MOST.allowances, charges: MOST.allowances, identifiers: MOST.identifiers, operands: MOST.operands, problems: MOST.problems };

function bound(value: unknown, key: string): unknown {
  if (typeof value === "string") return cut(value, key);
  if (typeof value === "number") return Number.isFinite(value) ? Math.max(-MOST.points, Math.min(MOST.points, value)) : 0;
  if (Array.isArray(value)) {
    // "checks" is a list of names in a field and a list of equations in the reading.
    const most = key === "checks" ? (typeof value[0] === "string" ? MOST.namesOfChecks : MOST.checks) : (LISTS[key] ?? value.length);
    return value.slice(0, most).map((each) => bound(each, key));
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined).map(([name, each]) => [name, bound(each, name)]));
}

const SHORT: Record<string, number> = { reason: 500, message: 2000, code: 100, name: 100, checks: 100, operands: 100, difference: 100, formula: 2000, version: 40 };

function cut(text: string, key: string): string {
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "");
  const most = SHORT[key] ?? MOST.text;
  return clean.length <= most ? clean : `${clean.slice(0, most - 1)}…`;
}
