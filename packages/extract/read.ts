/** From words on pages to a reading: every stage is a pure function in a file of its own; this one calls them in order. */
import { amountText } from "./amount.ts";
import { candidatesOf, type Candidates, type DateCandidate, type IdCandidate, type NumberCandidate } from "./candidates.ts";
import { EMAIL, PHONE } from "./address.ts";
import { readCurrency } from "./currency.ts";
import { documentTypeOf } from "./document-type.ts";
import { maker, type Make } from "./field.ts";
import { headerAnswers } from "./header.ts";
import { checkVatId, ibansIn, isBic, vatIdsIn, type FoundId } from "./identifiers.ts";
import { labelsOf, type Label } from "./labels.ts";
import { readLines } from "./line-fields.ts";
import { evidenceOf, layOut, overlapX, wordsAt, type Layout, type Segment } from "./lines.ts";
import { conventionsOf } from "./locale.ts";
import { partiesOf, textOf, type Chunk, type OwnCompanies, type OwnCompany, type Parties, type Party } from "./parties.ts";
import { WEIGHTS, type Ranking, type Weights } from "./model.ts";
import type { Ranked } from "./rank.ts";
import { ENGINE_VERSION, type Field, type FieldPath, type Fields, type Problem, type Reading, type ReadTax, type Source, type Syntax } from "./reading.ts";
import { isTillReceipt, readReceiptHead } from "./receipts.ts";
import { itemTableOf, netOf } from "./tables.ts";
import { totalsOf, type ItemFacts, type Total, type Totals } from "./totals.ts";
import type { PageWords, Word } from "./words.ts";

export type ReadOptions = {
  /** Our own companies: they are never the supplier. */
  own?: readonly OwnCompany[];
  /** What the pages came from; "pdf" when absent. */
  syntax?: Syntax;
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
export function explainWords(pages: readonly PageWords[], options: ReadOptions & { weights?: Weights } = {}): { reading: Reading; rankings: FieldRanking[] } {
  const weights = options.weights ?? WEIGHTS;
  const source: Source = pages.some((page) => page.source === "ocr") ? "ocr" : "text";
  const own: OwnCompanies = {
    names: (options.own ?? []).map((company) => company.name),
    vatIds: (options.own ?? []).flatMap((company) => company.vatIds ?? []).map(squeeze),
    ibans: (options.own ?? []).flatMap((company) => company.ibans ?? []).map(squeeze),
  };
  const layout = layOut(pages);
  const conventions = conventionsOf(layout);
  const labels = labelsOf(layout);
  const candidates = candidatesOf(layout, conventions);
  const table = itemTableOf(layout, labels, candidates.numbers);
  const headerLines = new Set(table ? rangeOf(table.header.first, table.header.last) : []);
  const itemLines = table?.lines ?? new Set<number>();
  const itemArea = table?.area ?? new Set<number>();
  const items: ItemFacts | null = table && table.rows.length > 0 ? { sum: table.rows.reduce((total, row) => total + netOf(row), 0n), count: table.rows.length, gross: table.gross, lines: itemLines, headerLines } : null;
  const type = documentTypeOf(layout);
  const receipt = isTillReceipt(layout, labels, type?.value);
  const totals = totalsOf(layout, labels, candidates.numbers, items, receipt);
  const answers = headerAnswers(layout, labels, candidates, itemArea, headerLines, weights);
  const parties = partiesOf(layout, labels, new Set([...itemArea, ...headerLines]), own, weights);
  const make = maker(source);
  const fields: Fields = {};
  const problems: Problem[] = [...(options.problems ?? [])];
  put(fields, "documentType", type && make(type.words, type.value, type.confidence, ["title"]));
  putIds(fields, answers, make);
  putDates(fields, answers, candidates, layout, make);
  put(fields, "paymentTerms", paymentTerms(layout, labels, make));
  putParties(fields, parties, make);
  putIdentifiers(fields, layout, labels, parties, own, make);
  if (receipt || (source === "ocr" && !fields["supplier.name"])) readReceiptHead(layout, labels, candidates, fields, source);
  putTotals(fields, totals, make);
  put(fields, "currency", readCurrency(fields, layout, labels, candidates, totals, make));
  const sums = items !== null && totals.equations.some((each) => each.name === "lines_sum" && each.holds);
  const reading: Reading = {
    engine: { name: "counterfoil", version: ENGINE_VERSION, weights: weights.hash },
    syntax: options.syntax ?? "pdf",
    fields,
    lines: table ? readLines(table, source, sums) : [],
    taxes: totals.taxes.map((row): ReadTax => taxOf(row, make)),
    checks: totals.equations,
    proof: totals.proof,
    pages: pages.map(({ number, width, height, source: from, reason, words }) => ({ number, width, height, source: from, reason, words: words.filter((word) => !word.hidden).length })),
    problems,
  };
  return { reading, rankings: [...answers.idRankings.map(shown), ...answers.dateRankings.map(shown), ...parties.rankings.map((ranking) => named(ranking))] };
}

const shown = (ranking: Ranking<IdCandidate | DateCandidate>): FieldRanking => ({ ...ranking, choices: ranking.choices.map((choice) => ({ ...choice, candidate: { value: choice.candidate.value, words: choice.candidate.words } })) });
const named = (ranking: Ranking<Chunk>): FieldRanking => ({ ...ranking, choices: ranking.choices.map((choice) => ({ ...choice, candidate: { value: textOf(choice.candidate.nameWords), words: choice.candidate.nameWords } })) });

function put(fields: Fields, path: FieldPath, field: Field | null | undefined | false): void {
  if (field && field.value !== "" && (field.evidence.length > 0 || field.formula)) fields[path] = field;
}

const squeeze = (text: string): string => text.replace(/[\s.-]/g, "").toUpperCase();
const rangeOf = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

const bestScore = (pair: Ranked): number => Math.min(0.97, 0.5 + 0.47 * pair.score);

function putIds(fields: Fields, answers: ReturnType<typeof headerAnswers>, make: Make): void {
  const tax = answers.ids.get("taxNumber")?.find((pair) => pair.score > 0.6 && pair.candidate.value.length >= 6);
  if (tax) put(fields, "supplier.taxNumber", make(tax.candidate.words, tax.candidate.value, bestScore(tax), ["label"]));
  const paths: Record<string, FieldPath> = { invoiceNumber: "invoiceNumber", purchaseOrder: "purchaseOrder", buyerReference: "buyerReference", customerNumber: "customer.number", paymentReference: "paymentReference" };
  for (const [label, path] of Object.entries(paths)) {
    const ranked = answers.ids.get(label) ?? [];
    const best = ranked[0];
    if (!best || best.score < (path === "invoiceNumber" ? 0.25 : 0.4)) continue;
    const agreeing = ranked.filter((other) => other.candidate.value === best.candidate.value).length;
    const series = seriesBefore(best);
    const value = series ? `${series.text} ${best.candidate.value}` : best.candidate.value;
    const field = make(series ? [series, ...best.candidate.words] : best.candidate.words, value, bestScore(best) + (agreeing > 1 ? 0.03 : 0), ["label"]);
    field.alternatives = ranked.filter((other, i) => other.candidate.value !== best.candidate.value && ranked.findIndex((each) => each.candidate.value === other.candidate.value) === i).slice(0, 3)
      .map((other) => ({ value: other.candidate.value, evidence: evidenceOf(other.candidate.words), confidence: Math.round(50 * other.score) / 100, reason: `printed beside “${other.label.text}”` }));
    put(fields, path, field);
  }
}

/** The words behind "Payment terms", on its line or below it, where they say something of days, dates or discount. */
function paymentTerms(layout: Layout, labels: readonly Label[], make: Make): Field | null {
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
function seriesBefore(pair: Ranked<IdCandidate>): Word | null {
  const { candidate, label } = pair;
  const word = candidate.segment.words[candidate.segment.words.indexOf(candidate.words[0]!) - 1];
  if (!word || label.words.includes(word) || !/^[A-Z]{1,4}$/.test(word.text) || /^(?:NO|NR|N|NUM|VOM|DU|DEL|OF|DE|EUR|USD|ID|REF|PO)$/.test(word.text)) return null;
  return candidate.box.x - word.box.x - word.box.width < 0.8 * word.fontSize ? word : null;
}

function putDates(fields: Fields, answers: ReturnType<typeof headerAnswers>, candidates: Candidates, layout: Layout, make: Make): void {
  const field = (pair: Ranked<DateCandidate>, checks: string[]): Field => {
    const { candidate } = pair;
    const ambiguous = candidate.other !== undefined;
    const made = make(candidate.words, candidate.value, ambiguous ? Math.min(0.7, bestScore(pair)) : bestScore(pair), checks, ambiguous ? { level: "unsure", reason: "Day and month could be swapped, and nothing else in the document decides." } : {});
    if (candidate.other) made.alternatives.push({ value: candidate.other, evidence: evidenceOf(candidate.words), confidence: 0.3, reason: "day and month swapped" });
    return made;
  };
  const issue = answers.dates.get("issueDate")?.[0];
  const due = (answers.dates.get("dueDate") ?? []).find((pair) => pair.score > 0.35);
  const delivery = (answers.dates.get("deliveryDate") ?? []).find((pair) => pair.score > 0.4);
  if (issue && issue.score > 0.15) put(fields, "issueDate", field(issue, ["label"]));
  else {
    // Without any label: the only date, or the first one near the top.
    const spare = candidates.dates.filter((date) => date !== due?.candidate && date !== delivery?.candidate && date.page === 1 && !(answers.dates.get("otherDate") ?? []).some((pair) => pair.candidate === date && pair.score > 0.6));
    const first = spare.find((date) => date.box.y < 0.45 * layout.pages[0]!.height) ?? (spare.length === 1 ? spare[0] : undefined);
    if (first) put(fields, "issueDate", make(first.words, first.value, 0.6, [], { level: "unsure", reason: "The date has no label; it is the first one on the page." }));
  }
  if (due) {
    const made = field(due, ["label"]);
    const issued = fields.issueDate?.value;
    if (issued && made.value < issued && due.candidate.other && due.candidate.other >= issued) made.value = due.candidate.other;
    if (issued && made.value < issued) {
      made.level = "unsure";
      made.reason = "This due date lies before the issue date.";
      made.confidence = Math.min(made.confidence, 0.4);
    }
    put(fields, "dueDate", made);
  }
  if (delivery) put(fields, "deliveryDate", field(delivery, ["label"]));
}

function putParties(fields: Fields, parties: Parties, make: Make): void {
  const side = (party: Party | null, runnersUp: Party[], name: FieldPath, address: FieldPath, share: "seller" | "buyer"): void => {
    if (!party?.name || party.name.length === 0) return;
    const confidence = Math.min(0.95, 0.55 + 0.1 * Math.max(0, party.score) + 0.1 * Math.min(1, party.margin));
    const made = make(party.name, party.nameText!, confidence, party.heading ? [`heading “${party.heading}”`] : ["place"]);
    made.alternatives = runnersUp.map((other) => ({ value: other.nameText!, evidence: evidenceOf(other.name!), confidence: 0.3, reason: `another block that could be the ${share}` }));
    put(fields, name, made);
    if (party.address.length > 0) put(fields, address, make(party.address.flat(), party.addressText!, confidence, ["address_block"]));
  };
  side(parties.seller, parties.sellerRunnersUp, "supplier.name", "supplier.address", "seller");
  side(parties.buyer, parties.buyerRunnersUp, "customer.name", "customer.address", "buyer");
}

/** Identifiers found by their own form, given to seller or buyer by label and place. */
function putIdentifiers(fields: Fields, layout: Layout, labels: readonly Label[], parties: Parties, own: OwnCompanies, make: Make): void {
  const buyerSegments = new Set(parties.buyer?.chunk?.segments ?? []);
  const sellerSegments = new Set(parties.seller?.chunk?.segments ?? []);
  const ibans: { found: FoundId; words: Word[] }[] = [];
  const vats: { found: FoundId; words: Word[]; buyer: number }[] = [];
  for (const segment of layout.segments) {
    for (const found of ibansIn(segment.text)) ibans.push({ found, words: wordsAt(segment, found.from, found.to) });
    const joined = wrappedIban(segment, layout);
    if (joined) ibans.push(joined);
    for (const found of vatIdsIn(segment.text)) {
      if (ibansIn(segment.text).some((iban) => found.from < iban.to && found.to > iban.from)) continue;
      vats.push({ found, words: wordsAt(segment, found.from, found.to), buyer: buyerSide(segment, found, layout, buyerSegments, sellerSegments, parties, own) });
    }
  }
  // "… will be debited from your account IBAN …" names the buyer's account.
  const debited = ({ words }: { words: Word[] }): boolean => words.length > 0 && /\b(?:ihrem konto|ihr konto|your account|votre compte|uw rekening|su cuenta|suo conto)\b/i.test(textBefore(layout, words[0]!));
  const iban = ibans.filter(({ found, words }) => !own.ibans.includes(found.value) && !debited({ words })).sort((a, b) => Number(b.found.valid) - Number(a.found.valid))[0];
  if (iban) put(fields, "supplier.iban", iban.found.valid ? make(iban.words, iban.found.value, iban.found.repaired ? 0.8 : 0.99, ["iban_checksum", ...(iban.found.repaired ? ["repaired"] : [])], iban.found.repaired ? { level: "unsure", reason: "One misread character was put right by the check digits." } : { level: "proven" })
    : make(iban.words, iban.found.value, 0.4, [], { level: "unsure", reason: "The check digits of this IBAN do not fit." }));
  putBic(fields, layout, labels, make);
  putVat(fields, vats, own, make);
  labelledVat(fields, layout, labels, vats, (segment, found) => buyerSide(segment, found, layout, buyerSegments, sellerSegments, parties, own), make);
  putContacts(fields, layout, buyerSegments, make);
}

/** What stands on the line before a word, and on the line above it. */
function textBefore(layout: Layout, word: Word): string {
  const line = layout.lines.find((each) => each.words.includes(word));
  if (!line) return "";
  const above = layout.lines[line.index - 1];
  return `${above && above.page === line.page ? above.text : ""} ${line.words.slice(0, line.words.indexOf(word)).map((each) => each.text).join(" ")}`.slice(-60);
}

/** An IBAN whose last group went to the next line. */
function wrappedIban(segment: Segment, layout: Layout): { found: FoundId; words: Word[] } | null {
  if (!/[A-Z]{2}\d{2} ?(?:[A-Z0-9]{4,}|[A-Z0-9]{2,3} [A-Z0-9]{2,})(?: [A-Z0-9]{2,})*$/.test(segment.text)) return null;
  const below = layout.segments.find((other) => other.page === segment.page && other.box.y > segment.box.y && other.box.y - segment.box.y < 2 * segment.box.height && Math.abs(other.box.x - segment.box.x) < 2 * segment.fontSize && /^[\dA-Z ]+$/.test(other.text));
  if (!below || ibansIn(segment.text).some((found) => found.valid)) return null;
  const found = ibansIn(`${segment.text} ${below.text}`).find((each) => each.valid);
  return found ? { found, words: [...wordsAt(segment, found.from, segment.text.length), ...below.words] } : null;
}

function putBic(fields: Fields, layout: Layout, labels: readonly Label[], make: Make): void {
  for (const label of labels.filter((each) => each.field === "bic")) {
    const line = layout.lines[label.line]!;
    const after = line.words.filter((word) => word.box.x >= label.box.x && !label.words.includes(word));
    const text = after.map((word) => word.text).join(" ");
    const inLabel = label.words.map((word) => word.text).join("").split(":")[1] ?? "";
    const match = /^\W*([A-Z]{4} ?[A-Z]{2} ?[A-Z0-9]{2}(?: ?[A-Z0-9]{3})?)(?![A-Z0-9])/.exec(text) ?? /^([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)$/.exec(inLabel);
    const below = layout.segments.find((segment) => segment.page === label.page && segment.box.y > label.box.y && segment.box.y - label.box.y < 2.5 * label.box.height && overlapX(segment.box, label.box) > 0.3 && isBic(segment.text.replace(/\s/g, "")));
    const value = match ? match[1]!.replace(/\s/g, "") : below?.text.replace(/\s/g, "");
    if (!value || !isBic(value)) continue;
    const words = match ? (inLabel ? label.words : after.slice(0, match[1]!.trim().split(" ").length)) : below!.words;
    put(fields, "supplier.bic", make(words, value, 0.9, ["label", "bic_form"]));
    return;
  }
}

const BUYERS_OWN = /\b(?:ihre|ihr|your|client|kunden|kunde|customer|buyer|cliente|klant|acheteur|abnehmer|koper|nabywc\w*)\b/i;

/** Above 0: the VAT number is the buyer's. */
function buyerSide(segment: Segment, found: FoundId, layout: Layout, buyers: ReadonlySet<Segment>, sellers: ReadonlySet<Segment>, parties: Parties, own: OwnCompanies): number {
  if (own.vatIds.includes(found.value)) return 10;
  let side = 0;
  const line = layout.lines[segment.line]!;
  const before = line.words.filter((word) => word.box.x < segment.box.x + segment.box.width && (word.box.x < segment.box.x || segment.words.includes(word))).map((word) => word.text).join(" ");
  if (BUYERS_OWN.test(before.slice(-90))) side += 3;
  if (buyers.has(segment)) side += 2.5;
  if (sellers.has(segment)) side -= 2.5;
  const near = (party: Party | null): number => {
    const box = party?.chunk?.segments[party.chunk.segments.length - 1]?.box;
    if (!box || party!.page !== segment.page) return Infinity;
    return Math.abs(segment.box.x - box.x) / 4 + Math.abs(segment.box.y - box.y);
  };
  const [toBuyer, toSeller] = [near(parties.buyer), near(parties.seller)];
  if (toBuyer < 60 && toBuyer < toSeller) side += 1.2;
  if (toSeller < 60 && toSeller < toBuyer) side -= 1.2;
  const page = layout.pages.find((each) => each.number === segment.page)!;
  if (segment.box.y > 0.8 * page.height) side -= 0.8;
  if (segment.box.y < 0.1 * page.height) side -= 0.5;
  return side;
}

function putVat(fields: Fields, vats: { found: FoundId; words: Word[]; buyer: number }[], own: OwnCompanies, make: Make): void {
  const field = (each: { found: FoundId; words: Word[] }): Field => {
    const verdict = checkVatId(each.found.value);
    if (verdict === "valid") return make(each.words, each.found.value, 0.98, ["vat_checksum"], { level: "proven" });
    return make(each.words, each.found.value, verdict === "well_formed" ? 0.85 : 0.7, verdict === "well_formed" ? ["vat_form"] : [], verdict === "well_formed" ? {} : { level: "unsure", reason: "The check digit of this VAT number does not fit." });
  };
  const sorted = [...vats].sort((a, b) => Number(b.found.valid) - Number(a.found.valid));
  const distinct = sorted.filter((each, i) => sorted.findIndex((other) => other.found.value === each.found.value) === i).map((each) => ({ ...each, buyer: Math.max(...sorted.filter((other) => other.found.value === each.found.value).map((other) => other.buyer)) }));
  const seller = distinct.filter((each) => each.buyer <= 0.9 && !own.vatIds.includes(each.found.value)).sort((a, b) => a.buyer - b.buyer)[0];
  const buyer = distinct.filter((each) => each !== seller && (each.buyer > 0 || own.vatIds.includes(each.found.value) || distinct.length === 2)).sort((a, b) => b.buyer - a.buyer)[0];
  if (seller) put(fields, "supplier.vatId", field(seller));
  if (buyer && !(seller && buyer.buyer < seller.buyer)) put(fields, "customer.vatId", field(buyer));
}

/** National forms without the country's prefix, which their label names. */
const NATIONAL: [RegExp, string][] = [[/^(?:nip)/i, "PL"], [/p\.?\s?iva|partita/i, "IT"], [/^(?:cif|nif)/i, "ES"], [/contribuinte|^nif/i, "PT"], [/ust|mwst|steuer/i, "DE"], [/btw/i, "NL"], [/tva/i, "FR"], [/momsreg|moms/i, "SE"], [/cvr/i, "DK"], [/alv|y-tunnus/i, "FI"]];

/** A number behind a VAT label without a country's prefix is still what the page says; checked where the label tells the country. */
function labelledVat(fields: Fields, layout: Layout, labels: readonly Label[], vats: readonly { words: Word[] }[], sideOf: (segment: Segment, found: FoundId) => number, make: Make): void {
  for (const label of labels.filter((each) => each.field === "vatId")) {
    const line = layout.lines[label.line]!;
    const last = label.words[label.words.length - 1]!;
    const after = line.words.filter((word) => word.box.x >= last.box.x && (label.segment.words.includes(word) || word.box.x - last.box.x < 200));
    const text = after.map((word) => word.text).join(" ").slice(0, 60);
    const match = /(?:^|[\s#:.])([A-Z]{2}\s?[A-Z0-9]{8,13}|\d[\d .-]{6,14}\d|[A-Z]-?\d{8}|\d{8}-?[A-Z]|[A-Z]\d{7}[A-Z])(?=$|[\s,;|)])/.exec(text);
    if (!match || /%|[.,]\d{2}(?!\d)/.test(match[0])) continue;
    const words = after.filter((word) => match[1]!.includes(word.text.replace(/^.*[#:]/, "").replace(/[,;)]$/, "")) && /\d/.test(word.text) || word.text.includes(match[1]!));
    if (words.length === 0 || vats.some((vat) => vat.words.some((word) => words.includes(word)))) continue;
    const value = match[1]!.replace(/[\s.-]/g, "");
    const own = BUYERS_OWN.test(line.words.filter((word) => word.box.x <= label.box.x + label.box.width).map((word) => word.text).join(" ").slice(-80)) ? 3 : 0;
    const side = Math.max(own, sideOf(label.segment, { value, from: 0, to: 0, valid: false }));
    const path: FieldPath = side > 0.9 ? "customer.vatId" : "supplier.vatId";
    if (fields[path]) continue;
    const country = NATIONAL.filter(([pattern]) => pattern.test(label.text)).find(([, code]) => checkVatId(code + value) === "valid");
    put(fields, path, country ? make(words, value, 0.95, ["vat_checksum"], { level: "proven" }) : make(words, value, 0.6, ["label"], { level: "unsure", reason: "This tax number has no form that can be checked." }));
  }
}

function putContacts(fields: Fields, layout: Layout, buyers: ReadonlySet<Segment>, make: Make): void {
  for (const segment of layout.segments) {
    if (buyers.has(segment)) continue;
    const mail = EMAIL.exec(segment.text);
    if (mail && !fields["supplier.email"]) put(fields, "supplier.email", make(wordsAt(segment, mail.index, mail.index + mail[0].length), mail[0].replace(/[.,;]$/, ""), 0.8, ["form"]));
    const phone = /\b(?:tel|telefon|phone|fon|t[eé]l[eé]phone|ph|tlf|telefono|telefoon)\b[\s.:]*/i.exec(segment.text);
    if (!phone || fields["supplier.phone"]) continue;
    const number = PHONE.exec(segment.text.slice(phone.index + phone[0].length));
    if (number && number.index < 6) {
      const from = phone.index + phone[0].length + number.index;
      put(fields, "supplier.phone", make(wordsAt(segment, from, from + number[0].length), number[0].trim(), 0.8, ["label"]));
    }
  }
}

function putTotals(fields: Fields, totals: Totals, make: Make): void {
  for (const name of ["netTotal", "taxTotal", "grossTotal", "prepaid", "rounding", "amountDue"] as const) {
    const total = totals.values[name];
    if (total) put(fields, name, totalField(total, totals.proof, make));
  }
}

function totalField(total: Total, proof: Totals["proof"], make: Make): Field {
  const arithmetic = total.checks.some((check) => ["net_plus_tax", "lines_sum", "gross_less_prepaid", "gross_plus_rounding", "tax_rows_sum"].includes(check));
  const labelled = total.checks.includes("label");
  // One equation over misread digits can hold by chance; words from OCR need two.
  const seen = total.candidate?.words.some((word) => word.confidence !== undefined) ?? false;
  const proven = arithmetic && labelled && (proof === "complete" || (proof === "partial" && !seen));
  const confidence = proven ? (proof === "complete" ? 0.99 : 0.96) : Math.min(0.9, 0.45 + 0.45 * total.score);
  const alternatives = total.runnersUp.map(({ candidate, score }) => ({ value: amountText(candidate.amount), evidence: evidenceOf(candidate.words), confidence: Math.round(40 * score) / 100, reason: "another amount with such a label" }));
  if (total.candidate) return make(total.candidate.words, amountText(total.amount), confidence, total.checks, { alternatives, ...(proven ? { level: "proven" } : proof === "contradictory" ? { level: "unsure", reason: "The totals on the page do not add up." } : {}) });
  return { value: amountText(total.amount), source: "derived", confidence: Math.min(0.85, confidence), level: proof === "complete" ? "sure" : "unsure", evidence: [], formula: total.formula!, checks: total.checks, alternatives, ...(proof === "complete" ? {} : { reason: "This amount is computed, it is not printed." }) };
}

function taxOf(row: Totals["taxes"][number], make: Make): ReadTax {
  const checks = row.holds ? ["tax_of_base"] : [];
  const field = (candidate: NumberCandidate | undefined, decimals: number): Field | undefined => candidate && make(candidate.words, amountText(candidate.amount, decimals), row.holds ? 0.97 : 0.75, checks, row.holds ? { level: "proven" } : {});
  const [rate, base, amount] = [field(row.rateFrom, 0), field(row.base, 2), field(row.amount, 2)];
  return { ...(rate ? { rate } : {}), ...(base ? { base } : {}), ...(amount ? { amount } : {}) };
}
