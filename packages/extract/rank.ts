/**
 * Key–value by geometry: which candidate does a label announce? Invoices put the value to the right of its label or
 * below it, seldom elsewhere. Every (label, candidate) pair gets a score from readable weights; neighbouring labels
 * compete, so that one value answers one question.
 */
import { groupBy, middle, overlapX, right, type Layout, type Line } from "./lines.ts";
import type { Candidate } from "./candidates.ts";
import type { Label, LabelField } from "./labels.ts";

export type Relation = "same_text" | "right" | "below" | "below_aside";

export type Ranked<C extends Candidate = Candidate> = { candidate: C; label: Label; relation: Relation; score: number };

/** The weights of a pair, before the label's own weight is multiplied in. */
const WEIGHTS = {
  same_text: 1.05,
  right: 1,
  below: 0.82,
  /** Below, set to the right without overlap: forms with small labels above flush-right values. */
  below_aside: 0.55,
  /** Per page width of empty space between label and value. */
  gap: 0.35,
  /** Per word of prose between them. */
  wordBetween: 0.12,
  /** The label stands in running text rather than at the start of its segment. */
  prose: 0.18,
  /** Per line height of distance below. */
  lineBelow: 0.08,
  /** Another label's text lies between. */
  labelBetween: 0.55,
};

const MOST_LINES_BELOW = 2.7;

/**
 * Pairs of labels of the given fields with the candidates, best first. `fits` scores a candidate for a field
 * (0 = impossible, 1 = typical).
 */
export function pairUp<C extends Candidate>(layout: Layout, labels: readonly Label[], candidates: readonly C[], fields: ReadonlySet<LabelField>, fits: (field: LabelField, candidate: C) => number): Ranked<C>[] {
  const pairs: Ranked<C>[] = [];
  const onLine = groupBy(labels, (label) => label.line);
  const onPage = groupBy(candidates, (candidate) => candidate.page);
  const linesOnPage = groupBy(layout.lines, (line) => line.page);
  const fitting = new Map<LabelField, Map<C, number>>();
  for (const label of labels) {
    if (!fields.has(label.field)) continue;
    const known = fitting.get(label.field) ?? new Map<C, number>();
    fitting.set(label.field, known);
    for (const candidate of onPage(label.page)) {
      if (!mayRelate(label, candidate)) continue;
      let fit = known.get(candidate);
      if (fit === undefined) known.set(candidate, (fit = fits(label.field, candidate)));
      if (fit <= 0) continue;
      const relation = relate(layout, label, candidate, onLine, linesOnPage(label.page));
      if (!relation) continue;
      const prose = wordsBefore(label) * WEIGHTS.prose;
      const score = (relation.score - Math.min(prose, 0.45)) * label.weight * fit;
      if (score > 0.08) pairs.push({ candidate, label, relation: relation.kind, score });
    }
  }
  return pairs.sort((a, b) => b.score - a.score || a.candidate.line - b.candidate.line || a.candidate.from - b.candidate.from);
}

/** The quick look: on the label's line, or a few lines below. */
function mayRelate(label: Label, candidate: Candidate): boolean {
  if (candidate.line === label.line) return true;
  const drop = middle(candidate.box) - middle(label.box);
  return drop > 0 && drop <= MOST_LINES_BELOW * Math.max(label.box.height, candidate.box.height);
}

/** Words of prose in front of a label within its segment; other labels and numbers do not count. */
function wordsBefore(label: Label): number {
  let count = 0;
  for (let i = label.first - 1; i >= 0 && count < 4; i--) {
    const text = label.segment.words[i]!.text;
    if (/[:|;•·]$/.test(text) || /^[-–|•·/]+$/.test(text) || /(?:\d|\p{L}{5})\.$/u.test(text)) break; // a sentence ends here
    if (/\p{L}{2,}/u.test(text) && !/\d/.test(text)) count++;
  }
  return count;
}

type OnLine = (line: number) => readonly Label[];

function relate(layout: Layout, label: Label, candidate: Candidate, labelsOn: OnLine, lines: readonly Line[]): { kind: Relation; score: number } | null {
  const page = layout.pages.find((each) => each.number === label.page)!;
  if (candidate.line === label.line) return relateOnLine(layout.lines[label.line]!, label, candidate, labelsOn(label.line), page.width);
  if (candidate.box.y < label.box.y + 0.25 * label.box.height) return null;
  return relateBelow(layout, label, candidate, labelsOn, lines);
}

function relateOnLine(line: Line, label: Label, candidate: Candidate, onLine: readonly Label[], pageWidth: number): { kind: Relation; score: number } | null {
  if (candidate.segment === label.segment) {
    const firstWord = candidate.segment.words.indexOf(candidate.words[0]!);
    if (firstWord < label.last || (firstWord === label.last && candidate.from <= candidate.segment.starts[label.last]!)) return null;
  } else if (candidate.box.x < right(label.box) - 0.3 * label.box.height) return null;
  const between = line.words.filter((word) => word.box.x >= right(label.box) - 1 && right(word.box) <= candidate.box.x + 1 && !label.words.includes(word) && !candidate.words.includes(word));
  const prose = between.filter((word) => /\p{L}{2,}/u.test(word.text) && !/^(?:EUR|USD|GBP|CHF|RM|INR|MYR|SGD|PLN|von|of|de|in|from|am|on|le|bis|zum|until|vom)[.:]?$/i.test(word.text)).length;
  const rival = onLine.some((other) => !NO_RIVALS.has(other.field) && !isGlued(other) && other.box.x > label.box.x + 0.5 && other.first !== label.first && between.some((word) => other.words.includes(word)) && !nested(other, label));
  const gap = Math.max(0, candidate.box.x - right(label.box));
  const near = candidate.segment === label.segment && gap < 1.2 * candidate.segment.fontSize;
  const score = (near ? WEIGHTS.same_text : WEIGHTS.right) - WEIGHTS.gap * (gap / pageWidth) - WEIGHTS.wordBetween * Math.min(prose, 4) - (rival ? WEIGHTS.labelBetween : 0);
  return score > 0 ? { kind: near ? "same_text" : "right", score } : null;
}

/** Words for parties and titles claim no amount, date or number beside them. */
const NO_RIVALS: ReadonlySet<LabelField> = new Set(["seller", "buyer", "deliverTo", "payee", "otherParty", "title"]);

/** "PO-45018": the value's own letters, announcing nothing. */
const isGlued = (label: Label): boolean => /\d{2}/.test(label.words[label.words.length - 1]!.text);

const nested = (a: Label, b: Label): boolean => a.segment === b.segment && a.first >= b.first && a.last <= b.last;

function relateBelow(layout: Layout, label: Label, candidate: Candidate, labelsOn: OnLine, lines: readonly Line[]): { kind: Relation; score: number } | null {
  const height = Math.max(label.box.height, candidate.box.height);
  const drop = (middle(candidate.box) - middle(label.box)) / height;
  if (drop < 0.3 || drop > MOST_LINES_BELOW) return null;
  // A label with its own value beside it does not look below; the rate in "VAT 20 %" is none.
  const segment = label.segment;
  const after = /\d/.test(segment.words.slice(label.last + 1).map((word) => word.text).join(" ").replace(/\d+(?:[.,]\d+)?\s?%/g, ""));
  if (after) return null;
  const lineWords = layout.lines[candidate.line]!.words;
  const blocked = lines.some((line) => line.index !== label.line && line.index !== candidate.line &&
    middle(line.box) > middle(label.box) + 0.3 * label.box.height && middle(line.box) < middle(candidate.box) - 0.3 * candidate.box.height &&
    line.words.some((word) => overlapX(word.box, label.box) > 0.2 && overlapX(word.box, candidate.box) > 0.2));
  const aligned = overlapX(label.box, candidate.box) > 0.25 || Math.abs(label.box.x - candidate.box.x) < 1.2 * height || Math.abs(right(label.box) - right(candidate.box)) < 1.2 * height;
  // The value's own line may carry its own label to the left: then that one speaks for it.
  const ownLabel = labelsOn(candidate.line).some((other) => other.field !== "title" && !isGlued(other) && right(other.box) <= candidate.box.x + 1 && candidate.box.x - right(other.box) < 12 * height && !lineWords.some((word) => word.box.x > right(other.box) && right(word.box) < candidate.box.x && /\d/.test(word.text)));
  const penalty = (ownLabel ? WEIGHTS.labelBetween : 0) + (blocked ? 0.4 : 0);
  if (aligned) {
    const leading = lineWords.filter((word) => candidate.segment.words.includes(word) && word.box.x < candidate.box.x - 1 && /\p{L}{2,}/u.test(word.text)).length;
    const score = WEIGHTS.below - WEIGHTS.lineBelow * Math.max(0, drop - 1) - penalty - WEIGHTS.wordBetween * leading;
    return score > 0 ? { kind: "below", score } : null;
  }
  if (drop > 1.9 || candidate.box.x < right(label.box)) return null;
  const crowd = lineWords.some((word) => word.box.x > label.box.x - height && right(word.box) < candidate.box.x) || layout.lines[label.line]!.words.some((word) => word.box.x > right(label.box) + height && !label.segment.words.includes(word));
  const score = WEIGHTS.below_aside - penalty - (crowd ? 0.4 : 0) - WEIGHTS.lineBelow * drop;
  return score > 0 ? { kind: "below_aside", score } : null;
}

/**
 * One value for one question: walks the pairs from the best and gives each label and each candidate away once.
 * Later pairs of the same field stay as alternatives.
 */
export function assign<C extends Candidate>(pairs: readonly Ranked<C>[], field: (pair: Ranked<C>) => string = (pair) => pair.label.field): Map<string, Ranked<C>[]> {
  const answers = new Map<string, Ranked<C>[]>();
  const takenCandidates = new Map<C, Ranked<C>>();
  const takenLabels = new Map<string, Ranked<C>>();
  for (const pair of pairs) {
    const key = `${pair.label.line}:${pair.label.segment.starts[pair.label.first]}:${pair.label.box.x}:${field(pair)}`;
    const holder = takenCandidates.get(pair.candidate);
    if (holder && holder.label.segment.words[holder.label.first] !== pair.label.segment.words[pair.label.first]) continue;
    if (takenLabels.has(key)) continue;
    takenCandidates.set(pair.candidate, pair);
    takenLabels.set(key, pair);
    const list = answers.get(field(pair)) ?? [];
    list.push(pair);
    answers.set(field(pair), list);
  }
  return answers;
}

