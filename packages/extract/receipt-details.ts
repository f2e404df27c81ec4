/** What tills print beside the total: the time, money given and given back, a tip. And the rate at which a currency was changed. */
import { abs, amountOf, amountText, CENT, near, times, type Amount } from "./amount.ts";
import { CURRENCY_WORD, currencyOf, looksLikeMoney, type Candidates } from "./candidates.ts";
import { put, type Make } from "./field.ts";
import type { Label } from "./labels.ts";
import { lexicon } from "./lexicon.ts";
import { right, wordsAt, type Layout } from "./lines.ts";
import type { Fields } from "./reading.ts";
import type { ReferenceLabel } from "./references.ts";
import { check } from "./register-numbers.ts";

type Tender = "tendered" | "change" | "tip" | "none";
const TENDERS = lexicon<Tender>();
TENDERS.means("tendered", "tendered | cash tendered | amount tendered | cash | cash received | cash paid | amount received | paid cash | gegeben | gegeben bar | bar | bar gegeben | barzahlung | erhalten | especes | espece | recu especes | efectivo | entregado | entrega | contanti | contante | contant | ontvangen | dinheiro | numerario | entregue | gotowka | kontant | kontanter | kateinen | hotove | hotovost | keszpenz | numerar | tunai");
TENDERS.means("change", "change | change due | cash change | your change | ruckgeld | zuruck | wechselgeld | rendu | rendu monnaie | monnaie rendue | a rendre | cambio | su cambio | devolucion | vuelto | resto | wisselgeld | terug | retour | troco | reszta | vaxel | tillbaka | byttepenge | retur | vekslepenger | vaihtoraha | takaisin | vraceno | visszajaro | rest | baki");
TENDERS.means("tip", "tip | tips | gratuity | trinkgeld | pourboire | propina | mancia | fooi | gorjeta | napiwek | dricks | drikkepenge | juomaraha | spropitne | borravalo | bacsis");
TENDERS.means("none", "cash rounding | cash discount | cash sale | cash bill | cash account | exchange | no change | change of address | cash memo | cash receipt | bar code | barcode | cash on delivery | tip amount suggested");

const CLOCK = /(?<![\d:.,/-])([01]?\d|2[0-3])[:.h]([0-5]\d)(?::([0-5]\d))?(?:\s?(am|pm|a\.m\.|p\.m\.))?(?![\d:/]|[.,-]\d)/i;
const CLOCK_WORD = /\b(?:time|uhrzeit|uhr|zeit|heure|hora|ora|tijd|godz|godzina|czas|tid|kl|klo|kello|aika|cas|ido|idopont)\b/i;

/** The clock time beside the date or beside a word for it, as "14:05" or "14:05:09" of 24 hours. */
export function putTime(fields: Fields, layout: Layout, receipt: boolean, make: Make): void {
  const date = fields.issueDate?.evidence[0];
  for (const line of layout.lines) {
    const near = date !== undefined && line.page === date.page && Math.abs(line.box.y - date.box.y) < 1.2 * date.box.height;
    if (!near && !(receipt && CLOCK_WORD.test(line.text))) continue;
    for (const segment of line.segments) {
      const match = CLOCK.exec(segment.text);
      if (!match || (match[0].includes(".") && !/[ap]\.m\./i.test(match[0]) && !CLOCK_WORD.test(line.text))) continue;
      const afternoon = /^p/i.test(match[4] ?? "");
      const hour = match[4] ? (Number(match[1]) % 12) + (afternoon ? 12 : 0) : Number(match[1]);
      const value = `${String(hour).padStart(2, "0")}:${match[2]}${match[3] ? `:${match[3]}` : ""}`;
      return put(fields, "time", make(wordsAt(segment, match.index, match.index + match[0].length), value, near ? 0.9 : 0.8, [near ? "place" : "label"]));
    }
  }
}

/** Money given, money back and a tip, each beside its word. Where given less back is the total, that proves all three. */
export function putTenders(fields: Fields, layout: Layout, candidates: Candidates, excluded: ReadonlySet<number>, receipt: boolean, make: Make): void {
  for (const segment of layout.segments) {
    if (excluded.has(segment.line)) continue;
    const hit = TENDERS.find(segment.words.map((word) => word.text), false).find((each) => !each.inside && each.first <= 1);
    const meaning = hit?.meanings[0]!.meaning;
    if (!hit || !meaning || meaning === "none" || fields[meaning]) continue;
    const label = segment.words[hit.last]!;
    const amounts = candidates.numbers.filter((number) => number.line === segment.line && number.box.x >= right(label.box) - 1 && looksLikeMoney(number));
    if (amounts.length !== 1) continue;
    put(fields, meaning, make(amounts[0]!.words, amountText(amounts[0]!.amount < 0n ? -amounts[0]!.amount : amounts[0]!.amount), 0.82, ["label"]));
  }
  const { tendered, change, grossTotal, amountDue } = fields;
  if (!receipt && !(tendered && change)) for (const path of ["tendered", "change", "tip"] as const) delete fields[path];
  if (!tendered || !change) return;
  const cents = (text: string): bigint => BigInt(text.replace(".", ""));
  const paid = [amountDue, grossTotal].find((total) => total && /^-?\d+\.\d{2}$/.test(total.value) && cents(tendered.value) - cents(change.value) === cents(total.value));
  for (const path of ["tendered", "change"] as const) {
    const field = fields[path]!;
    if (paid) fields[path] = { ...field, checks: [...field.checks, "given_less_change"], confidence: Math.max(field.confidence, field.source === "ocr" ? field.confidence : 0.97) };
    else if (!receipt || (grossTotal && cents(tendered.value) < cents(change.value))) delete fields[path];
  }
}

/** "1 EUR = 4.3215 PLN", or a labelled rate; and the tax in that other currency where rate × tax says which amount it is. */
export function putExchange(fields: Fields, layout: Layout, references: readonly ReferenceLabel[], candidates: Candidates, make: Make): void {
  const currency = fields.currency?.value;
  if (!currency) return;
  for (const line of layout.lines) {
    const match = /(?<![\d.,])1(?:[.,]0+)?\s?([A-Z]{3})\s?=\s?(\d{1,4}[.,]\d{2,8})\s?([A-Z]{3})(?![A-Z])/.exec(line.text);
    if (!match || match[1] === match[3] || (match[1] !== currency && match[3] !== currency)) continue;
    const words = line.words.filter((word) => word.text.includes(match[2]!));
    if (words.length === 0) continue;
    put(fields, "exchangeRate", make(words, match[2]!.replace(",", "."), 0.9, ["form"]));
    const other = match[1] === currency ? match[3]! : match[1]!;
    const named = line.words.filter((word) => word.text.includes(other)).slice(-1);
    if (named.length > 0) put(fields, "taxCurrency", make(named, other, 0.85, ["exchange_rate"]));
    putForeignTax(fields, candidates, match[1] === currency ? "times" : "over", make);
    return;
  }
  for (const label of references.filter((each) => each.field === "exchangeRate")) {
    const rates = candidates.numbers.filter((number) => number.line === label.line && number.box.x >= right(label.box) - 1 && !number.percent && number.decimals >= 3);
    if (rates.length !== 1) continue;
    put(fields, "exchangeRate", make(rates[0]!.words, amountText(rates[0]!.amount, rates[0]!.decimals), 0.85, ["label"]));
    const mark = layout.lines[label.line]!.words.flatMap((word) => [...word.text.matchAll(CURRENCY_WORD)].map((found) => ({ word, code: currencyOf(found[0]) }))).find(({ code }) => /^[A-Z]{3}$/.test(code) && code !== currency);
    if (mark) put(fields, "taxCurrency", make([mark.word], mark.code, 0.8, ["exchange_rate"]));
    return putForeignTax(fields, candidates, "times", make);
  }
}

/** The amount in the tax currency that the tax comes to at the printed rate, within a cent for each hundred. */
function putForeignTax(fields: Fields, candidates: Candidates, way: "times" | "over", make: Make): void {
  const { taxTotal, exchangeRate, taxCurrency } = fields;
  if (!taxTotal || !exchangeRate || !taxCurrency || fields.taxTotalInTaxCurrency) return;
  const [tax, rate] = [amountOf(taxTotal.value), amountOf(exchangeRate.value)];
  if (tax === null || rate === null || tax === 0n) return;
  const slack = (expected: Amount): Amount => CENT + abs(expected) / 10_000n;
  const found = candidates.numbers.find((number) => number.currency === taxCurrency.value && (way === "times" ? near(number.amount, times(tax, rate), slack(number.amount)) : near(tax, times(number.amount, rate), slack(tax))));
  if (found) put(fields, "taxTotalInTaxCurrency", make(found.words, amountText(found.amount), 0.93, ["tax_times_rate"]));
}

/** A label for a tax number in the buyer's block, and a reference of a German authority whose check digits hold. */
export function putBuyerReferences(fields: Fields, labels: readonly Label[], buyers: ReadonlySet<unknown>, layout: Layout, make: Make): void {
  for (const label of labels.filter((each) => each.field === "taxNumber" && buyers.has(each.segment))) {
    const match = /^[\s:.#-]*((?:\d{2,3}[/ ]\d{3}[/ ]\d{4,5}|\d{9,13}|[A-Z0-9][A-Z0-9/-]{6,18}))(?![\p{L}\d])/u.exec(label.segment.words.slice(label.last + 1).map((word) => word.text).join(" "));
    if (match && /\d{3}/.test(match[1]!)) put(fields, "customer.taxNumber", make(label.segment.words.slice(label.last + 1).filter((word) => match[1]!.includes(word.text)), match[1]!, 0.82, ["label"]));
  }
  const reference = fields.buyerReference;
  if (reference && check("leitweg", reference.value.toUpperCase()) === "valid") fields.buyerReference = { ...reference, level: "proven", confidence: Math.max(reference.confidence, 0.97), checks: [...reference.checks, "leitweg_checksum"] };
  else if (!reference) for (const segment of layout.segments) {
    const match = /(?<![\d-])\d{2,12}-[0-9A-Za-z]{1,30}-\d{2}(?![\d-])/.exec(segment.text);
    if (match && /leitweg/i.test(layout.lines[segment.line]!.text) && check("leitweg", match[0].toUpperCase()) === "valid") return put(fields, "buyerReference", make(wordsAt(segment, match.index, match.index + match[0].length), match[0], 0.98, ["label", "leitweg_checksum"], { level: "proven" }));
  }
}
