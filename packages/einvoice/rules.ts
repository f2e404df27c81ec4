import type { Doc, XmlNode } from "./tree.ts";
import { first, has, value } from "./tree.ts";
import { term } from "./terms.ts";

/**
 * The shape of business rules. A rule belongs to a group, which says on which elements its rules are asked; groups of one
 * pattern stand in order, and an element is judged by the first group of the pattern that takes it, as Schematron has it.
 * So order is part of the meaning wherever two groups could take the same element.
 */
export type Severity = "fatal" | "warning" | "information";
export type Check = (node: XmlNode, doc: Doc) => boolean;
export type Message = string | ((node: XmlNode, doc: Doc) => string);
export type Rule = { id: string; severity: Severity; holds: Check; text: Message };
/** Elements by their names, null when any name may do; `takes` decides. */
export type Selection = { names: readonly string[] | null; takes: Check };
export type Group = { of: Selection; rules: readonly Rule[]; unwanted: Unwanted | null };
export type Pattern = readonly Group[];

const always: Check = () => true;

/**
 * Elements by path: "AllowanceCharge", "PaymentMeans/PayeeFinancialAccount" (a parent's child), "/Invoice/cbc" from the
 * root, "*" for any element, alternatives by " | ". `where` narrows further.
 */
export function on(spec: string, where: Check = always): Selection {
  const paths = spec.split(/\s*\|\s*/).map((path) => ({ absolute: path.startsWith("/"), steps: path.replace(/^\//, "").split("/").reverse() }));
  const fits = (node: XmlNode): boolean => paths.some(({ absolute, steps }) => {
    let at: XmlNode | null = node;
    for (const step of steps) {
      if (at === null || (step !== "*" && at.name !== step)) return false;
      at = at.parent;
    }
    return !absolute || at === null;
  });
  const simple = paths.every(({ absolute, steps }) => !absolute && steps.length === 1);
  const names = [...new Set(paths.map(({ steps }) => steps[0]!))];
  return { names: names.includes("*") ? null : names, takes: simple ? where : (node, doc) => fits(node) && where(node, doc) };
}

/** Elements whose name ends so, whatever their namespace. */
export const ending = (suffix: string, where: Check = always): Selection => ({ names: null, takes: (node, doc) => node.name.endsWith(suffix) && where(node, doc) });

export const group = (of: Selection, rules: readonly Rule[], unwanted: Unwanted | null = null): Group => ({ of, rules, unwanted });

export const rule = (id: string, holds: Check, text: Message, severity: Severity = "fatal"): Rule => ({ id, severity, holds, text });

/** Must be there and say something. */
export const filled = (id: string, path: string, name: string): Rule =>
  rule(id, (node) => value(node, path) !== "", `The ${term(name)} is missing; state it in ${path}.`);

/** Must be there, even if it says nothing. */
export const present = (id: string, path: string, name: string): Rule =>
  rule(id, (node) => has(node, path), `The ${term(name)} is missing; state it in ${path}.`);

/** Must be there with something in at least one of its namesakes. */
export const anyFilled = (id: string, path: string, name: string): Rule => filled(id, path, name);

/** May be there once. */
export const once = (id: string, count: (node: XmlNode, doc: Doc) => number, what: string, severity: Severity = "fatal"): Rule =>
  rule(id, (node, doc) => count(node, doc) <= 1, (node, doc) => `There may be one ${what}, but there are ${count(node, doc)}; keep one.`, severity);

/** At most two digits after the point. Where an amount stands several times, the first is looked at. */
export const twoDecimals = (id: string, path: string, name: string): Rule =>
  rule(id, (node) => decimalsOf(textOf(node, path)) <= 2, (node) => `The ${term(name)} is “${textOf(node, path).slice(0, 40)}”; amounts have at most two decimals, so round it.`);

const textOf = (node: XmlNode, path: string): string => (path === "." ? node.text : (first(node, path)?.text ?? ""));

/** Characters after the first dot. */
export const decimalsOf = (text: string): number => (text.includes(".") ? text.length - text.indexOf(".") - 1 : 0);

// --- elements that a profile leaves out

/** Paths that must not occur below a group's element, as a tree of names, so that a document is walked once for all of them. */
export type Unwanted = { below: Map<string, Unwanted>; attributes: Map<string, UnwantedRule[]>; rules: UnwantedRule[] };
export type UnwantedRule = { id: string; severity: Severity; path: string };

/**
 * Reads a table of unwanted elements. Each row: where (path below the group's element, "" for itself), the number of the
 * first rule, and the unwanted names, whose rules are numbered on; "@name" is an attribute, a "!" in front makes it fatal.
 */
export function unwanted(prefix: string, rows: readonly (readonly [where: string, from: string, names: string])[]): Unwanted {
  const top: Unwanted = { below: new Map(), attributes: new Map(), rules: [] };
  for (const [where, from, names] of rows) {
    names.split(" ").forEach((entry, offset) => {
      const severity = entry.startsWith("!") ? "fatal" : "warning";
      const name = entry.replace("!", "");
      const path = where === "" ? name : `${where}/${name}`;
      const id = prefix + String(Number(from) + offset).padStart(from.length, "0");
      for (const steps of spread(path.split("/"))) plant(top, steps, { id, severity, path });
    });
  }
  return top;
}

const spread = ([step, ...rest]: string[]): string[][] =>
  step === undefined ? [[]] : step.split("|").flatMap((name) => spread(rest).map((tail) => [name, ...tail]));

function plant(tree: Unwanted, [step, ...rest]: string[], found: UnwantedRule): void {
  if (step === undefined) tree.rules.push(found);
  else if (step.startsWith("@")) tree.attributes.set(step.slice(1), [...(tree.attributes.get(step.slice(1)) ?? []), found]);
  else {
    const next = tree.below.get(step) ?? { below: new Map(), attributes: new Map(), rules: [] };
    tree.below.set(step, next);
    plant(next, rest, found);
  }
}

/** Reports each unwanted path below a node once, at its first occurrence. */
export function findUnwanted(node: XmlNode, tree: Unwanted, report: (found: UnwantedRule, at: XmlNode) => void): void {
  const seen = new Set<UnwantedRule>();
  const tell = (rules: readonly UnwantedRule[], at: XmlNode): void => {
    for (const found of rules) {
      if (seen.has(found)) continue;
      seen.add(found);
      report(found, at);
    }
  };
  const walk = (at: XmlNode, known: Unwanted): void => {
    if (known.attributes.size > 0) for (const name of at.attributes.keys()) tell(known.attributes.get(name) ?? [], at);
    if (known.below.size === 0) return;
    for (const child of at.children) {
      const next = known.below.get(child.name);
      if (next === undefined) continue;
      tell(next.rules, child);
      walk(child, next);
    }
  };
  walk(node, tree);
}
