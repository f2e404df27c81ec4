import type { CivilDate } from "@counterfoil/calendar";
import { totalsOf, type Totals } from "@counterfoil/einvoice";
import { AmountError, Decimal, formatAmount, Money, money, splitByPercents } from "@counterfoil/money";
import { totalsInput } from "../invoices/policy.ts";
import { whyNotRate } from "../items/policy.ts";
import { common, declareRefusals, Refusal } from "../platform/refusal.ts";
import type { ProposalLineView, ProposalState, Selection } from "./contract.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  proposal_without_customer: [409, "A proposal needs a customer. Choose one, then send."],
  proposal_without_lines: [409, "A proposal needs at least one line. Add one, then send."],
  proposal_rate_wrong: [409, "Line {line}: {problem}"],
  proposal_until_past: [409, "It is valid until {date}, which is over. Choose a later day, then send."],
  proposal_schedule_wrong: [409, "The payment schedule comes to {sum} %. Its parts must be above 0 and make 100 % together."],
  proposal_group_short: [409, "“{title}” asks for at least {min}, but has {count} options. Add options, or ask for fewer."],
  proposal_total_negative: [409, "The total is below zero. Check the quantities and prices."],
  proposal_sent: [409, "It was sent already. Withdraw it, or send a new version."],
  proposal_not_sent: [409, "It was not sent yet."],
  proposal_accepted: [409, "It was accepted on {date} and cannot change. Write a new proposal."],
  proposal_answered: [409, "It was answered on {date}."],
  proposal_not_accepted: [409, "Only an accepted proposal can be invoiced."],
  proposal_withdrawn: [409, "{seller} has withdrawn this proposal. Ask them for a new one."],
  proposal_superseded: [409, "There is a newer version of this proposal. Ask {seller} for the new link."],
  proposal_expired: [409, "The proposal ended on {date}. Ask {seller} for a new version."],
  proposal_ended: [409, "It ended on {date}. Send a new version instead."],
  extension_backwards: [409, "An extension goes beyond {date}. Choose a later day."],
  proposal_differs: [409, "The proposal is not the one you were shown. Open the link again and read it once more."],
  consent_outdated: [409, "The sentence to accept has changed. Open the link again."],
  selection_wrong: [400, "{problem}"],
  link_unknown: [404, "This link does not lead to a proposal. Copy it whole from the mail, or ask for a new one."],
  link_ended: [410, "This link was withdrawn. Ask the sender for a new one."],
  line_left_exceeded: [409, "“{name}” has {left} left to invoice."],
  line_discount_whole: [409, "“{name}” has a fixed discount and is invoiced whole."],
  nothing_left_to_invoice: [409, "All that was accepted is invoiced already."],
});

/** The parts of a proposal that its choices and totals depend on. */
export type Offer = {
  currency: string; prices: "net" | "inclusive"; taxRounding: "document" | "line";
  groups: readonly { id: string; title: string; min: number; max: number }[];
  lines: readonly ProposalLineView[];
};
export type Chosen = { line: ProposalLineView; quantity: string };

/** What is ticked when the buyer opens the page. */
export const initialSelection = (offer: Offer): Selection => offer.lines.filter((line) => isOption(line) && line.preselected).map((line) => ({ lineId: line.id, quantity: line.quantity }));

const isOption = (line: ProposalLineView) => line.optional || line.groupId !== null;

/**
 * The lines a selection makes, in the order of the proposal: all fixed ones, and the options that were chosen, with their
 * quantities (P5). `problem` is a sentence for the buyer when the selection breaks a rule of the offer.
 */
export function chosenLines(offer: Offer, selection: Selection): { chosen: Chosen[]; problem: string | null } {
  const wanted = new Map(selection.map((one) => [one.lineId, one]));
  const chosen: Chosen[] = [];
  let problem: string | null = wanted.size < selection.length ? "A line is chosen twice." : null;
  const unknown = selection.find((one) => !offer.lines.some((line) => line.id === one.lineId));
  if (unknown) problem ??= "An option was chosen that this proposal does not have.";
  for (const line of offer.lines) {
    const pick = wanted.get(line.id);
    if (isOption(line) && !pick) continue;
    const quantity = pick?.quantity ?? line.quantity;
    problem ??= quantityProblem(line, quantity);
    chosen.push({ line, quantity: Decimal.tryParse(quantity) ? Decimal.shortText(Decimal.parse(quantity)) : quantity });
  }
  for (const group of offer.groups) {
    const count = chosen.filter(({ line }) => line.groupId === group.id).length;
    const range = group.min === group.max ? `exactly ${group.min}` : count < group.min ? `at least ${group.min}` : `at most ${group.max}`;
    if (count < group.min || count > group.max) problem ??= `“${group.title}”: choose ${range}.`;
  }
  if (chosen.length === 0) problem ??= "Choose at least one line.";
  return { chosen, problem };
}

function quantityProblem(line: ProposalLineView, quantity: string): string | null {
  const value = Decimal.tryParse(quantity);
  if (value === null) return `“${line.name}”: write a quantity like 3.`;
  if (!line.quantityChoice) return Decimal.equals(value, Decimal.parse(line.quantity)) ? null : `“${line.name}”: the quantity is ${line.quantity}.`;
  const { min, max, step } = line.quantityChoice;
  if (Decimal.compare(value, Decimal.parse(min)) < 0 || Decimal.compare(value, Decimal.parse(max)) > 0) return `“${line.name}”: choose from ${min} to ${max}.`;
  const scale = Math.max(value.scale, Decimal.parse(min).scale, Decimal.parse(step).scale);
  const units = (text: Decimal) => Decimal.round(text, scale).units;
  const beyond = units(value) - units(Decimal.parse(min));
  return units(Decimal.parse(step)) > 0n && beyond % units(Decimal.parse(step)) === 0n ? null : `“${line.name}”: choose in steps of ${step} from ${min}.`;
}

/** Totals of the lines that were chosen, by the one place of totals. */
export function totalsOfChosen(offer: Offer, chosen: readonly Chosen[]): Totals {
  try {
    return totalsOf(totalsInput({ ...offer, lines: chosen.map(({ line, quantity }) => ({ ...line, quantity })) }));
  } catch (error) {
    if (error instanceof AmountError) throw new Refusal("invalid_input", 400, common.explain("invalid_input"), [{ path: "lines", message: error.message }]);
    throw error;
  }
}

/** Per line of the offer, what it comes to by its own quantity, chosen or not; "+1,260.00" beside an option. */
export const amountsPerLine = (offer: Offer): string[] => totalsOfChosen(offer, offer.lines.map((line) => ({ line, quantity: line.quantity }))).lines.map((line) => formatAmount(line.amount));

/** What is due when: the last part takes the residue (A10). Empty without a schedule, or while its percents are not 100. */
export function scheduleOf(total: Money, schedule: readonly { label: string; percent: string }[]): { label: string; percent: string; amount: string }[] {
  if (schedule.length === 0 || scheduleProblem(schedule) !== null) return schedule.map((part) => ({ ...part, amount: formatAmount(Money.zero(total.currency)) }));
  const parts = splitByPercents(total, schedule.map((part) => Decimal.parse(part.percent)));
  return schedule.map((part, index) => ({ ...part, amount: formatAmount(parts[index]!) }));
}
function scheduleProblem(schedule: readonly { percent: string }[]): string | null {
  const percents = schedule.map((part) => Decimal.parse(part.percent));
  const sum = Decimal.sum(percents);
  return percents.some((percent) => percent.units <= 0n) || !Decimal.equals(sum, Decimal.hundred) ? Decimal.shortText(sum) : null;
}

export type Blocker = { code: string; message: string };
/** Everything that keeps a proposal from being sent; empty when it may be. */
export function whyNotSend(offer: Offer, facts: { hasCustomer: boolean; validUntil: CivilDate | null; today: CivilDate; schedule: readonly { percent: string }[]; accepted: CivilDate | null }): Blocker[] {
  if (facts.accepted) return [blocker("proposal_accepted", { date: facts.accepted })];
  const found: Blocker[] = [];
  if (!facts.hasCustomer) found.push(blocker("proposal_without_customer"));
  if (offer.lines.length === 0) found.push(blocker("proposal_without_lines"));
  offer.lines.forEach((line, index) => {
    const problem = whyNotRate(line.vatCategory, line.vatRate);
    if (problem) found.push(blocker("proposal_rate_wrong", { line: index + 1, problem }));
  });
  for (const group of offer.groups) {
    const count = offer.lines.filter((line) => line.groupId === group.id).length;
    if (count < group.min) found.push(blocker("proposal_group_short", { title: group.title, min: group.min, count }));
  }
  if (facts.validUntil && facts.validUntil < facts.today) found.push(blocker("proposal_until_past", { date: facts.validUntil }));
  const sum = facts.schedule.length > 0 ? scheduleProblem(facts.schedule) : null;
  if (sum !== null) found.push(blocker("proposal_schedule_wrong", { sum }));
  if (found.length === 0 && Money.isNegative(totalsOfChosen(offer, chosenLines(offer, initialSelection(offer)).chosen).grossTotal)) found.push(blocker("proposal_total_negative"));
  return found;
}
const blocker = (code: Parameters<typeof explain>[0], parameters: Record<string, string | number> = {}): Blocker => ({ code, message: explain(code, parameters) });

export type StateFacts = { sent: boolean; viewed: boolean; answer: "accepted" | "declined" | null; withdrawn: boolean; over: boolean; anyInvoiced: boolean; allInvoiced: boolean };

/** The state of a proposal by its latest version (P1). An answer outlives everything that happens after it. */
export function proposalState(facts: StateFacts): ProposalState {
  if (!facts.sent) return "draft";
  if (facts.answer === "accepted") return facts.allInvoiced ? "invoiced" : facts.anyInvoiced ? "part_invoiced" : "accepted";
  if (facts.answer === "declined") return "declined";
  if (facts.withdrawn) return "withdrawn";
  if (facts.over) return "expired";
  return facts.viewed ? "viewed" : "sent";
}

/** What the holder of a link to one version sees. */
export function publicState(facts: { answer: "accepted" | "declined" | null; superseded: boolean; withdrawn: boolean; over: boolean }): "open" | "accepted" | "declined" | "expired" | "withdrawn" | "superseded" {
  if (facts.answer) return facts.answer;
  if (facts.superseded) return "superseded";
  if (facts.withdrawn) return "withdrawn";
  return facts.over ? "expired" : "open";
}

// The sentence a buyer ticks. A new wording gets a new version; old records keep theirs.
const consents: Record<string, string> = {
  en: "I accept proposal {number}, version {version}, with the options above, for {buyer}.",
  de: "Ich nehme das Angebot {number}, Fassung {version}, mit den oben gewählten Optionen für {buyer} an.",
  fr: "J’accepte le devis {number}, version {version}, avec les options ci-dessus, pour {buyer}. Bon pour accord.",
  es: "Acepto el presupuesto {number}, versión {version}, con las opciones indicadas arriba, en nombre de {buyer}.",
  it: "Accetto il preventivo {number}, versione {version}, con le opzioni sopra indicate, per {buyer}.",
  nl: "Ik ga namens {buyer} akkoord met offerte {number}, versie {version}, met de hierboven gekozen opties.",
};
export function consentFor(locale: string, facts: { number: string; version: number; buyer: string }): { version: string; text: string } {
  const language = locale.split("-")[0]!;
  const text = (consents[language] ?? consents["en"]!).replace("{number}", facts.number).replace("{version}", String(facts.version)).replace("{buyer}", () => facts.buyer);
  return { version: `1-${consents[language] ? language : "en"}`, text };
}

/** Minor units as decimal text. */
export const amountText = (minor: bigint, currency: string): string => formatAmount(money(minor, currency));
