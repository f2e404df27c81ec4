/** From words on pages to a reading: every stage is a pure function in a file of its own; this one calls them in order. */
import { hasLegalForm } from "./address.ts";
import { amountText } from "./amount.ts";
import { candidatesOf, type DateCandidate, type IdCandidate, type NumberCandidate } from "./candidates.ts";
import { readCurrency } from "./currency.ts";
import { putDetails } from "./details.ts";
import { documentTypeOf } from "./document-type.ts";
import { checkOf, holds } from "./equations.ts";
import { putExemption } from "./exemptions.ts";
import { maker, put, type Make } from "./field.ts";
import { paymentTerms, putDates, putIds } from "./header-fields.ts";
import { headerAnswers } from "./header.ts";
import { putIdentifiers } from "./identifier-fields.ts";
import { labelsOf } from "./labels.ts";
import { addPeriodsAndPrices } from "./line-details.ts";
import { readLines } from "./line-fields.ts";
import { evidenceOf, layOut } from "./lines.ts";
import { conventionsOf } from "./locale.ts";
import { recognise, type Memory } from "./memory.ts";
import { recall, writtenAs } from "./recall.ts";
import { chanceOf, contributionsOf, PROVEN_CHANCE, WEIGHTS, type Ranking, type Weights } from "./model.ts";
import { partiesOf, textOf, type Chunk, type OwnCompanies, type OwnCompany, type Parties, type Party } from "./parties.ts";
import { ENGINE_VERSION, type Explanation, type Field, type FieldPath, type Fields, type Problem, type Reading, type ReadTax, type Source, type Syntax } from "./reading.ts";
import { figuresOf } from "./repairs.ts";
import { isTillReceipt, readReceiptHead } from "./receipts.ts";
import { settleTillTotals } from "./till-totals.ts";
import { allowancesOf, putTotals, taxOf } from "./total-fields.ts";
import { plainSigns, tellImitations } from "./unseen.ts";
import type { PageWords, Word } from "./words.ts";

export type ReadOptions = {
  /** Our own companies: they are never the supplier. */
  own?: readonly OwnCompany[];
  /** What the pages came from; "pdf" when absent. */
  syntax?: Syntax;
  /** What corrections taught of this and other suppliers. */
  memory?: Memory;
  /** Adds `explained` to the reading. */
  explain?: boolean;
  /** Findings from earlier stages, passed through. */
  problems?: Problem[];
};

/** Reads an invoice from words. Pure: the same words give the same reading. Never throws on odd documents. */
export function readWords(pages: readonly PageWords[], options: ReadOptions = {}): Reading {
  return explainWords(pages, options).reading;
}

/** Everything that was weighed for one field, best first. */
export type FieldRanking = Ranking<{ value: string; words: Word[] }>;

/** As `readWords`, with the candidates that were weighed for each ranked field; `weights` other than those shipped are for training. */
export function explainWords(printed: readonly PageWords[], options: ReadOptions & { weights?: Weights } = {}): { reading: Reading; rankings: FieldRanking[] } {
  const weights = options.weights ?? WEIGHTS;
  const { pages, problems: signs } = plainSigns(printed);
  const source: Source = pages.some((page) => page.source === "ocr") ? "ocr" : "text";
  const own: OwnCompanies = {
    names: (options.own ?? []).map((company) => company.name),
    vatIds: (options.own ?? []).flatMap((company) => company.vatIds ?? []).map(squeeze),
    ibans: (options.own ?? []).flatMap((company) => company.ibans ?? []).map(squeeze),
  };
  const layout = layOut(pages);
  const known = options.memory ? recognise(options.memory, layout) : null;
  const conventions = writtenAs(conventionsOf(layout), known);
  const labels = labelsOf(layout);
  const candidates = candidatesOf(layout, conventions);
  const type = documentTypeOf(layout);
  const receipt = isTillReceipt(layout, labels, type?.value);
  const figures = figuresOf({ layout, labels, receipt, known }, candidates.numbers, source === "text");
  const { table, items, totals } = figures;
  const headerLines = items?.headerLines ?? new Set<number>();
  const itemLines = table?.lines ?? new Set<number>();
  const itemArea = table?.area ?? new Set<number>();
  if (receipt && source === "ocr") settleTillTotals(layout, labels, candidates.numbers, totals);
  const answers = headerAnswers(layout, labels, candidates, itemArea, headerLines, weights, known);
  const parties = partiesOf(layout, labels, new Set([...itemArea, ...headerLines]), own, weights, known);
  const make = maker(source);
  const fields: Fields = {};
  const problems: Problem[] = [...(options.problems ?? []), ...signs.filter((each) => !options.problems?.some((known) => known.code === each.code && known.page === each.page))];
  put(fields, "documentType", type && make(type.words, type.value, type.confidence, ["title"]));
  putIds(fields, answers, make, weights);
  putDates(fields, answers, candidates, layout, make, weights);
  put(fields, "paymentTerms", paymentTerms(layout, labels, make));
  putParties(fields, parties, make, weights);
  const found = putIdentifiers(fields, layout, labels, parties, own, make);
  if (receipt || (source === "ocr" && (!fields["supplier.name"] || (fields["supplier.name"].confidence < 0.3 && !fields["customer.name"])))) readReceiptHead(layout, labels, candidates, fields, source);
  putTotals(fields, figures, make);
  put(fields, "currency", readCurrency(fields, layout, labels, candidates, totals, make));
  if (known) recall(fields, layout, candidates, known, make);
  const sums = items !== null && totals.equations.some((each) => each.name === "lines_sum" && holds(each));
  const details = putDetails(fields, { layout, labels, candidates, parties, items: new Set([...itemArea, ...headerLines]), found, receipt }, make);
  problems.push(...tellImitations(fields));
  const lines = table ? readLines(table, source, sums, figures.misprints) : [];
  if (table) addPeriodsAndPrices(lines, table.rows, layout, candidates, source);
  const taxes = totals.taxes.map((row): ReadTax => taxOf(row, make));
  putExemption(taxes, fields, lines, layout, make);
  const reading: Reading = {
    engine: { name: "counterfoil", version: ENGINE_VERSION, weights: weights.hash },
    syntax: options.syntax ?? "pdf",
    fields,
    lines,
    taxes,
    accounts: details.accounts,
    ...allowancesOf(totals, make),
    identifiers: details.identifiers,
    checks: totals.equations.map(checkOf),
    proof: totals.proof,
    ...(totals.proof === "complete" || totals.proof === "partial" ? { proofBound: Number(totals.chance.toPrecision(2)) } : {}),
    pages: pages.map(({ number, width, height, source: from, reason, words }) => ({ number, width, height, source: from, reason, words: words.filter((word) => !word.hidden).length })),
    problems,
  };
  const rankings = [...answers.idRankings.map(shown), ...answers.dateRankings.map(shown), ...parties.rankings.map((ranking) => named(ranking))];
  if (options.explain) reading.explained = rankings.filter((ranking) => ranking.learned).map((ranking) => explanationOf(ranking, weights));
  return { reading, rankings };
}

const EXPLAINED = 4;

function explanationOf(ranking: FieldRanking, weights: Weights): Explanation {
  const round = (number: number, places: number): number => Math.round(number * 10 ** places) / 10 ** places;
  return {
    field: ranking.field, none: round(ranking.none, 4),
    candidates: ranking.choices.slice(0, EXPLAINED).map(({ candidate, features, score, share }) => ({
      value: candidate.value, page: candidate.words[0]!.page, raw: candidate.words.map((word) => word.text).join(" ").slice(0, 200), share: round(share, 4), score: round(score, 2),
      facts: contributionsOf(weights, ranking.field, features).slice(0, 12).map(({ feature, adds }) => ({ name: feature, adds })),
    })),
  };
}

const shown = (ranking: Ranking<IdCandidate | DateCandidate>): FieldRanking => ({ ...ranking, choices: ranking.choices.map((choice) => ({ ...choice, candidate: { value: choice.candidate.value, words: choice.candidate.words } })) });
const named = (ranking: Ranking<Chunk>): FieldRanking => ({ ...ranking, choices: ranking.choices.map((choice) => ({ ...choice, candidate: { value: textOf(choice.candidate.nameWords), words: choice.candidate.nameWords } })) });

const squeeze = (text: string): string => text.replace(/[\s.-]/g, "").toUpperCase();

/** As `PROVEN_CHANCE`, of a company whose heading names its part. */
const HEADED_CHANCE = 0.95;

function putParties(fields: Fields, parties: Parties, make: Make, weights: Weights): void {
  const side = (party: Party | null, runnersUp: Party[], name: FieldPath, address: FieldPath, share: "seller" | "buyer"): void => {
    if (!party?.name || party.name.length === 0) return;
    const learned = weights.fields[name] !== undefined;
    const confidence = learned ? chanceOf(weights, name, party.margin) : Math.min(0.95, 0.55 + 0.1 * Math.max(0, party.score) + 0.1 * Math.min(1, party.margin));
    // A company under a heading that says "seller" is one, where the ranking agrees.
    const headed = share === "seller" && party.chunk?.heading?.field === "seller" && party.chunk.heading.weight >= 0.9 && confidence >= HEADED_CHANCE && hasLegalForm(party.nameText!);
    const made = make(party.name, party.nameText!, confidence, [party.heading ? `heading “${party.heading}”` : "place", ...(learned ? ["ranked"] : [])], learned && (confidence >= PROVEN_CHANCE || headed) ? { level: "proven" } : {});
    made.alternatives = runnersUp.map((other) => ({ value: other.nameText!, evidence: evidenceOf(other.name!), confidence: 0.3, reason: `another block that could be the ${share}` }));
    put(fields, name, made);
    if (party.address.length > 0) put(fields, address, make(party.address.flat(), party.addressText!, 0.97 * confidence, ["address_block"]));
  };
  side(parties.seller, parties.sellerRunnersUp, "supplier.name", "supplier.address", "seller");
  const trading = parties.seller?.trading;
  if (trading) put(fields, "supplier.tradingName", make(trading, textOf(trading), 0.85, ["legal_name_elsewhere"]));
  side(parties.buyer, parties.buyerRunnersUp, "customer.name", "customer.address", "buyer");
}
