/** Totals, taxes, allowances and charges as fields: how sure each is, why, and what else it could be. */
import { abs, amountShown, amountText, sum } from "./amount.ts";
import type { NumberCandidate } from "./candidates.ts";
import { holds, PROOF_BOUND } from "./equations.ts";
import { put, type Make } from "./field.ts";
import { evidenceOf } from "./lines.ts";
import type { AllowanceKind, Field, FieldPath, Fields, ReadAllowance, ReadTax } from "./reading.ts";
import { repairReason, type Figures, type Misprint } from "./repairs.ts";
import type { Term } from "./settlement.ts";
import type { Total, Totals } from "./totals.ts";

const TOTALS = ["lineTotal", "netTotal", "taxTotal", "grossTotal", "withholding", "prepaid", "rounding", "previousBalance", "amountDue"] as const;

/** Equations that prove a total which they and a label name. */
const SUMS = new Set(["net_plus_tax", "net_plus_tax_plus_rounding", "lines_sum", "net_of_lines", "net_equals_gross", "tax_included", "taxes_included", "tax_sum", "bases_sum", "tax_of_lines", "tax_in_lines", "gross_less_prepaid", "gross_plus_rounding", "amount_due"]);

/** Puts the totals into `fields`. Those that stand in a broken equation are unsure; a misprint comes with what would add up. */
export function putTotals(fields: Fields, { totals, misprints }: Figures, make: Make): void {
  const broken = new Set(totals.equations.filter((equation) => !holds(equation)).flatMap((equation) => equation.numbers));
  for (const name of TOTALS) {
    const total = totals.values[name];
    if (total) put(fields, name, totalField(total, totals, broken, misprints, make));
  }
  for (const [name, role] of [["allowanceTotal", "allowance"], ["chargeTotal", "charge"]] as const) putSum(fields, name, totals.changes.filter((term) => term.role === role), totals, make);
  // Nothing on the page speaks of a payment, and the total is proven: so is what is left to pay; the more where its own label says the same.
  const { amountDue, grossTotal } = fields;
  const said = amountDue && (amountDue.evidence.length === 0 || (amountDue.level === "sure" && amountDue.checks.includes("label")));
  if (said && amountDue.checks.includes("equals_gross") && grossTotal?.level === "proven") {
    const { reason: _settled, ...rest } = amountDue;
    fields.amountDue = { ...rest, level: "proven", confidence: grossTotal.confidence };
  }
}

function totalField(total: Total, { proof, chance }: Totals, broken: ReadonlySet<NumberCandidate>, misprints: readonly Misprint[], make: Make): Field {
  const arithmetic = total.checks.some((check) => SUMS.has(check)) && chance < PROOF_BOUND;
  const labelled = total.checks.includes("label");
  // One equation over misread digits can hold by chance; words from OCR need two.
  const seen = total.candidate?.words.some((word) => word.confidence !== undefined) ?? false;
  const proven = arithmetic && labelled && (proof === "complete" || (proof === "partial" && !seen));
  const confidence = proven ? (proof === "complete" ? 0.99 : 0.96) : Math.min(0.9, 0.45 + 0.45 * total.score);
  const alternatives = total.runnersUp.map(({ candidate, score }) => ({ value: amountText(candidate.amount), evidence: evidenceOf(candidate.words), confidence: Math.round(40 * score) / 100, reason: "another amount with such a label" }));
  if (!total.candidate) return { value: amountText(total.amount), source: "derived", confidence: Math.min(0.85, confidence), level: proof === "complete" ? "sure" : "unsure", evidence: [], formula: total.formula!, checks: total.checks, alternatives, ...(proof === "complete" ? {} : { reason: "This amount is computed, it is not printed." }) };
  const misprint = misprints.find((each) => each.numbers.includes(total.candidate!));
  if (misprint) return make(total.candidate.words, amountText(total.amount), Math.min(0.5, confidence), total.checks, { alternatives: [repairOf(misprint, total.candidate), ...alternatives], level: "unsure", reason: MISPRINTED });
  const doubt = proof === "contradictory" && (broken.has(total.candidate) || misprints.length === 0);
  return make(total.candidate.words, amountText(total.amount), doubt ? Math.min(0.7, confidence) : confidence, total.checks, { alternatives, ...(proven ? { level: "proven" } : doubt ? { level: "unsure", reason: "The totals on the page do not add up." } : {}) });
}

/** What a person is told of an amount that all others contradict. */
export const MISPRINTED = "This amount contradicts the others on the page; one digit seems to be wrong.";

/** The smallest repair: one digit of one amount. */
export const repairOf = (misprint: Misprint, at: NumberCandidate): Field["alternatives"][number] => ({ value: amountText(misprint.expected), evidence: evidenceOf(at.words), confidence: 0.6, reason: repairReason(misprint) });

/** BT-107 and BT-108: the one amount where it is printed, else the sum of several. */
function putSum(fields: Fields, name: FieldPath, terms: readonly Term[], { proof }: Totals, make: Make): void {
  const amounts = terms.map((term) => abs(term.candidate.amount));
  if (terms.length === 1) put(fields, name, make(terms[0]!.candidate.words, amountText(amounts[0]!), proof === "complete" ? 0.95 : 0.8, [...(terms[0]!.label ? ["label"] : []), "net_of_lines"], proof === "complete" && terms[0]!.label ? { level: "proven" } : {}));
  else if (terms.length > 1) put(fields, name, { value: amountText(sum(amounts)), source: "derived", confidence: 0.85, level: "sure", evidence: [], formula: `${amounts.map((amount) => amountShown(amount)).join(" + ")} = ${amountShown(sum(amounts))}`, checks: ["net_of_lines"], alternatives: [] });
}

const KINDS: readonly [AllowanceKind, RegExp][] = [
  ["tip", /\btip\b|gratuity|service charge|svc|trinkgeld|pourboire|propina|mancia|fooi|dricks|drikkepenge/i],
  ["deposit", /deposit|pfand|consigne|statiegeld|\bpant\b|kaucja|fianza|cauzione|dep[oó]sito/i],
  ["freight", /freight|shipping|carriage|deliver|postage|fracht|versand|porto|liefer|anfahrt|transport|\bport\b|frais d|livraison|exp[eé]dition|env[ií]o|portes|trasport|spedizion|verzend|vracht|bezorg|frakt|fragt|forsendelse|dostaw|przesy/i],
];

/** Discounts and charges of the whole document (BG-20, BG-21), typed by their words; those that are needed to come from the lines to the net total. */
export function allowancesOf({ changes, proof }: Totals, make: Make): { allowances: ReadAllowance[]; charges: ReadAllowance[] } {
  const entry = (term: Term): ReadAllowance => {
    const level = proof === "complete" ? ({ level: term.label ? "proven" : "sure" } as const) : {};
    return {
      kind: KINDS.find(([, words]) => words.test(term.label ?? ""))?.[0] ?? (term.role === "allowance" ? "discount" : "other"),
      amount: make(term.candidate.words, amountText(abs(term.candidate.amount)), proof === "complete" ? 0.95 : 0.8, ["net_of_lines"], level),
      ...(term.percent ? { percent: make(term.percent.words, amountText(abs(term.percent.amount), 0), 0.85, ["printed"]) } : {}),
      ...(term.words && term.words.length > 0 ? { reason: make(term.words, term.words.map((word) => word.text).join(" ").replace(/\s*:\s*$/, ""), 0.85, ["label"]) } : {}),
    };
  };
  return { allowances: changes.filter((term) => term.role === "allowance").map(entry), charges: changes.filter((term) => term.role === "charge").map(entry) };
}

/** One row of the tax summary. */
export function taxOf(row: Totals["taxes"][number], make: Make): ReadTax {
  const checks = row.holds ? ["tax_of_base"] : [];
  const field = (candidate: NumberCandidate | undefined, decimals: number): Field | undefined => candidate && make(candidate.words, amountText(candidate.amount, decimals), row.holds ? 0.97 : 0.75, checks, row.holds ? { level: "proven" } : {});
  const [rate, base, amount] = [field(row.rateFrom, 0), field(row.base, 2), field(row.amount, 2)];
  return { ...(rate ? { rate } : {}), ...(base ? { base } : {}), ...(amount ? { amount } : {}) };
}
