/** The header's numbers and dates as fields: the learned ranking where the weights know the field, else the answers by rule. */
import type { Candidates, DateCandidate, IdCandidate } from "./candidates.ts";
import { put, type Make } from "./field.ts";
import type { HeaderAnswers } from "./header.ts";
import type { Label } from "./labels.ts";
import { evidenceOf, overlapX, type Layout } from "./lines.ts";
import { chanceOf, PROVEN_CHANCE, REMEMBERED_PLACE, WEIGHTS, type Choice, type Ranking, type Weights } from "./model.ts";
import type { Ranked } from "./rank.ts";
import type { Field, FieldPath, Fields } from "./reading.ts";
import type { Word } from "./words.ts";

/** A candidate with how surely it is the answer, 0 to 1, and why. */
type Answer<C> = { candidate: C; certainty: number; label: Label | null; checks: string[]; because: string };

const certaintyByRule = (pair: Ranked): number => Math.min(0.97, 0.5 + 0.47 * pair.score);

/** Best first; empty when "none" is likelier. A value printed twice counts with both its places. */
export function learnedAnswers<C extends { value: string }>(ranking: Ranking<C>, weights: Weights = WEIGHTS): Answer<C>[] | null {
  const top = ranking.choices[0];
  if (!top || !(ranking.learned || (top.features[REMEMBERED_PLACE] ?? 0) > 0)) return null;
  const byValue = new Map<string, { choice: Choice<C>; share: number }>();
  for (const choice of ranking.choices) {
    const known = byValue.get(choice.candidate.value);
    if (known) known.share += choice.share;
    else byValue.set(choice.candidate.value, { choice, share: choice.share });
  }
  const answers = [...byValue.values()].sort((a, b) => b.share - a.share);
  if (answers[0]!.share <= ranking.none) return [];
  return answers.filter(({ share }, i) => i === 0 || share > 0.02).slice(0, 4).map(({ choice, share }) => ({
    candidate: choice.candidate, certainty: (choice.features[REMEMBERED_PLACE] ?? 0) > 0 ? Math.min(0.98, share) : chanceOf(weights, ranking.field, share), label: null, because: "weighed lower than the value above",
    checks: [...((choice.features["label"] ?? 0) > 0.3 ? ["label"] : (choice.features["label of bareTitle"] ?? 0) > 0.5 ? ["title"] : []), "ranked", ...(share >= ALONE ? ["no_rival"] : []), ...((choice.features[REMEMBERED_PLACE] ?? 0) > 0 ? ["memory"] : [])],
  }));
}

const byRule = <C extends IdCandidate | DateCandidate>(pairs: readonly Ranked<C>[] | undefined, least: number): Answer<C>[] => (pairs?.[0] && pairs[0].score >= least ? pairs.map((pair) => ({ candidate: pair.candidate, certainty: certaintyByRule(pair), label: pair.label, checks: ["label"], because: `printed beside “${pair.label.text}”` })) : []);

const ID_PATHS: Record<string, FieldPath> = { invoiceNumber: "invoiceNumber", purchaseOrder: "purchaseOrder", buyerReference: "buyerReference", customerNumber: "customer.number", paymentReference: "paymentReference" };

/** From this share on nothing else on the page comes near, and no label is needed: on layouts not seen such answers were never wrong. */
const ALONE = 0.99;

/** Labelled, behind the title, or alone, and so clear that unseen layouts proved it right: as good as a checksum. */
const provenBy = (answer: Answer<unknown>): Partial<Field> => (answer.certainty >= PROVEN_CHANCE && answer.checks.includes("ranked") && ["label", "title", "no_rival"].some((check) => answer.checks.includes(check)) ? { level: "proven" } : {});

export function putIds(fields: Fields, answers: HeaderAnswers, make: Make, weights: Weights = WEIGHTS): void {
  const tax = answers.ids.get("taxNumber")?.find((pair) => pair.score > 0.6 && pair.candidate.value.length >= 6);
  if (tax) put(fields, "supplier.taxNumber", make(tax.candidate.words, tax.candidate.value, certaintyByRule(tax), ["label"]));
  const found = Object.entries(ID_PATHS).flatMap(([name, path]) => {
    const ranking = answers.idRankings.find((each) => each.field === name);
    const list = (ranking && learnedAnswers(ranking, weights)) ?? byRule(answers.ids.get(name), path === "invoiceNumber" ? 0.25 : 0.4);
    return list.length > 0 ? [{ path, list }] : [];
  });
  // One printing answers one question: the surer one keeps it, the other takes its next best if that is good enough.
  const taken = new Map<string, FieldPath>();
  for (const { path, list } of found.sort((a, b) => b.list[0]!.certainty - a.list[0]!.certainty)) {
    const at = list.findIndex((answer, i) => !taken.has(placeOf(answer.candidate)) && (i === 0 || answer.certainty > 0.3));
    if (at < 0) continue;
    const best = list[at]!;
    taken.set(placeOf(best.candidate), path);
    const series = seriesBefore(best);
    const value = series ? `${series.text} ${best.candidate.value}` : best.candidate.value;
    const field = make(series ? [series, ...best.candidate.words] : best.candidate.words, value, best.certainty, best.checks, provenBy(best));
    field.alternatives = list.filter((other, i) => i !== at && other.candidate.value !== best.candidate.value && list.findIndex((each) => each.candidate.value === other.candidate.value) === i).slice(0, 3)
      .map((other) => ({ value: other.candidate.value, evidence: evidenceOf(other.candidate.words), confidence: Math.round(50 * other.certainty) / 100, reason: other.because }));
    put(fields, path, field);
  }
}

const placeOf = (candidate: IdCandidate): string => `${candidate.line}:${candidate.segment.starts[0]}:${candidate.box.x}`;

/** The words behind "Payment terms", on its line or below it, where they say something of days, dates or discount. */
export function paymentTerms(layout: Layout, labels: readonly Label[], make: Make): Field | null {
  for (const label of labels.filter((each) => each.field === "paymentTerms" && each.first === 0 && each.weight >= 0.9)) {
    const rest = label.segment.words.slice(label.last + 1).filter((word) => /[\p{L}\d]/u.test(word.text));
    const line = layout.lines[label.line]!;
    const beside = line.segments[line.segments.indexOf(label.segment) + 1];
    const below = layout.segments.find((segment) => segment.page === label.page && segment.box.y > label.box.y && segment.box.y - label.box.y < 2.2 * label.box.height && overlapX(segment.box, label.box) > 0.3);
    const words = rest.length > 0 ? rest : [beside?.words, below?.words].find((each) => each && /\d/.test(each.map((word) => word.text).join(" ")));
    const text = words?.map((word) => word.text).join(" ") ?? "";
    if (words && /\d|immediate|sofort|receipt|comptant|immédiat|contado|vista/i.test(text)) return make(words, text, 0.8, ["label"]);
  }
  return null;
}

/** "FT 2024/88": capitals of a number series between the label and the digits belong to the number. */
function seriesBefore({ candidate, label }: Answer<IdCandidate>): Word | null {
  const word = candidate.segment.words[candidate.segment.words.indexOf(candidate.words[0]!) - 1];
  if (!word || label?.words.includes(word) || !/^[A-Z]{1,4}$/.test(word.text) || /^(?:NO|NR|N|NUM|VOM|DU|DEL|OF|DE|EUR|USD|ID|REF|PO|NIP|VAT|INV|TVA|IVA)$/.test(word.text)) return null;
  return candidate.box.x - word.box.x - word.box.width < 0.8 * word.fontSize ? word : null;
}

export function putDates(fields: Fields, answers: HeaderAnswers, candidates: Candidates, layout: Layout, make: Make, weights: Weights = WEIGHTS): void {
  const list = (name: string, least: number): Answer<DateCandidate>[] => {
    const ranking = answers.dateRankings.find((each) => each.field === name);
    return (ranking && learnedAnswers(ranking, weights)) ?? byRule(answers.dates.get(name)?.filter((pair) => pair.score > least), least);
  };
  const field = (answer: Answer<DateCandidate>): Field => {
    const { candidate } = answer;
    const ambiguous = candidate.other !== undefined;
    if (candidate.repaired) return make(candidate.words, candidate.value, Math.min(0.6, answer.certainty), [...answer.checks, "repaired"], { level: "unsure", reason: "There is no such day as printed; one digit was misread and has been put right." });
    const made = make(candidate.words, candidate.value, ambiguous ? Math.min(0.7, answer.certainty) : answer.certainty, answer.checks, ambiguous ? { level: "unsure", reason: "Day and month could be swapped, and nothing else in the document decides." } : provenBy(answer));
    if (candidate.other) made.alternatives.push({ value: candidate.other, evidence: evidenceOf(candidate.words), confidence: 0.3, reason: "day and month swapped" });
    return made;
  };
  const issue = list("issueDate", 0.15)[0];
  const due = list("dueDate", 0.35)[0];
  const delivery = list("deliveryDate", 0.4)[0];
  if (issue) put(fields, "issueDate", field(issue));
  else {
    // Without any label: the only date, or the first one near the top.
    const spare = candidates.dates.filter((date) => date !== due?.candidate && date !== delivery?.candidate && date.page === 1 && !(answers.dates.get("otherDate") ?? []).some((pair) => pair.candidate === date && pair.score > 0.6));
    const first = spare.find((date) => date.box.y < 0.45 * layout.pages[0]!.height) ?? (spare.length === 1 ? spare[0] : undefined);
    if (first) put(fields, "issueDate", make(first.words, first.value, 0.6, [], { level: "unsure", reason: "The date has no label; it is the first one on the page." }));
  }
  if (due) put(fields, "dueDate", notBefore(field(due), due.candidate, fields.issueDate?.value));
  if (delivery) put(fields, "deliveryDate", field(delivery));
}

/** A due date before the issue date is read the other way round if that helps, else doubted. */
function notBefore(due: Field, { other }: DateCandidate, issued: string | undefined): Field {
  if (!issued || due.value >= issued) return due;
  if (other && other >= issued) return { ...due, value: other };
  return { ...due, level: "unsure", reason: "This due date lies before the issue date.", confidence: Math.min(due.confidence, 0.4) };
}
