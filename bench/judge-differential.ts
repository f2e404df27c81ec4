// Compares our rules with the official ones (SaxonJS) on documents and on seeded mutations of them:
//   node scripts/bench.mjs judge-differential ARTEFACTS RESULTS.jsonl FOLDER… [--count 5000] [--seed 1] [--seconds 200] [--show 20] [--countries | --categories]
// The official verdicts are slow, so they are kept in RESULTS.jsonl and the program may be run in steps; every run compares
// all that is there. With --countries the parties move to other countries first and the rules are Peppol's, for the national
// ones; with --categories lines, changes and breakdown take other VAT categories, rates and profiles first, for all three. Case 0 … n-1 are the documents themselves, the others mutations: something deleted, doubled or altered.
import { appendFileSync, existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { judge, passes, type RuleSet } from "@counterfoil/einvoice";
import { openOfficial } from "../src/platform/judging/official.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: {
  count: { type: "string", default: "5000" }, seed: { type: "string", default: "1" }, seconds: { type: "string", default: "200" }, show: { type: "string", default: "20" }, part: { type: "string", default: "0/1" }, countries: { type: "boolean" }, categories: { type: "boolean" } } });
const [artefacts, results, ...folders] = positionals;
if (!artefacts || !results || folders.length === 0) {
  console.error("usage: node scripts/bench.mjs judge-differential ARTEFACTS RESULTS.jsonl FOLDER… [--count 5000] [--seed 1] [--seconds 200] [--show 20] [--part 0/2] [--countries | --categories]");
  process.exit(2);
}

const filesBelow = (path: string): string[] => (statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => filesBelow(join(path, name))) : /\.xml$/i.test(path) ? [path] : []);
const documents = folders.flatMap(filesBelow).map((file) => ({ file, xml: readFileSync(file, "utf8") })).filter(({ xml }) => /<(\w+:)?(Invoice|CreditNote|CrossIndustryInvoice)[\s>]/.test(xml.slice(0, 6000)));
const sources = documents.filter(({ xml }) => xml.length < 30_000); // large ones are judged as they are; mutating them would take the day

function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Span = { name: string; start: number; open: number; close: number; end: number; leaf: boolean; parent: Span | null };
function spansOf(xml: string): Span[] {
  const spans: Span[] = [];
  let at: Span | null = null;
  for (const match of xml.matchAll(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g)) {
    const [whole, closing, name, , empty] = match;
    if (name === undefined) continue;
    if (closing) {
      at!.close = match.index;
      at!.end = match.index + whole.length;
      at = at!.parent;
    } else {
      const span: Span = { name: name.replace(/^.*:/, ""), start: match.index, open: match.index + whole.length, close: match.index + whole.length, end: match.index + whole.length, leaf: true, parent: at };
      if (at) at.leaf = false;
      spans.push(span);
      if (!empty) at = span;
    }
  }
  return spans;
}

const codes: Record<string, string[]> = {
  category: ["S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B", "X", " S ", ""], currency: ["EUR", "DKK", "SEK", "NOK", "XXX", "EURO"], country: ["DE", "FR", "IT", "NL", "SE", "DK", "NO", "GR", "IS", "XX", "de"],
  type: ["380", "381", "384", "326", "389", "71", "999"], means: ["30", "58", "59", "49", "48", "10", "31", "57", "ZZZ", "200"], plain: ["", " ", "0", "abc", "A B", "SEPA", "VAT", "380"], boolean: ["true", "false", "1", "0"],
};
function kindOf(name: string, parent: string): string[] {
  if (/CategoryCode$/.test(name) || (name === "ID" && /TaxCategory$/.test(parent))) return codes["category"]!;
  if (/CurrencyCode$/.test(name)) return codes["currency"]!;
  if (/^(CountryID|IdentificationCode)$/.test(name)) return codes["country"]!;
  if (/Indicator$/.test(name)) return codes["boolean"]!;
  if (/PaymentMeansCode$/.test(name) || (name === "TypeCode" && /PaymentMeans$/.test(parent))) return codes["means"]!;
  return /TypeCode$/.test(name) ? codes["type"]! : codes["plain"]!;
}

function mutated(xml: string, next: () => number): string {
  const pick = <T,>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const spans = spansOf(xml).filter((span) => span.parent !== null);
  const span = pick(spans);
  const whole = xml.slice(span.start, span.end);
  const put = (text: string, from = span.start, to = span.end): string => xml.slice(0, from) + text + xml.slice(to);
  const what = next();
  if (what < 0.2) return put("");
  if (what < 0.3) return put(whole + whole);
  if (what < 0.36) return put(xml.slice(span.start, span.open).replace(/\s+[\w]+\s*=\s*"[^"]*"/, "") + xml.slice(span.open, span.end));
  if (what < 0.4) return put(xml.slice(span.start, span.open).replace(/(\s+(?!xmlns)[\w]+\s*=\s*")[^"]*"/, (_, start: string) => `${start}${pick(codes["plain"]!)}"`) + xml.slice(span.open, span.end));
  const numbers = spans.filter((one) => one.leaf && /^\s*-?\d+(\.\d+)?\s*$/.test(xml.slice(one.open, one.close)) && /Amount|Percent|Quantity|Numeric/.test(one.name));
  if (what < 0.75 && numbers.length > 0) {
    const one = pick(numbers);
    const text = xml.slice(one.open, one.close).trim();
    const value = Number(text);
    const altered = pick([(value + 0.01).toFixed(2), (value - 0.01).toFixed(2), (value + 1).toFixed(2), (value - 1).toFixed(2), (value + 0.5).toFixed(2), (value + 0.005).toFixed(3), (-value).toFixed(2), "0", "0.00", `${text}0`, `${text}.000`.replace(/\.(\d+)\.000/, ".$1000"), (value * 1.1).toFixed(2), "", "100"]);
    return put(altered, one.open, one.close);
  }
  const leaves = spans.filter((one) => one.leaf && one.close > one.open);
  const one = pick(leaves);
  const text = xml.slice(one.open, one.close);
  if (/Date/.test(one.name)) return put(pick([text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)), text.replace(/\d{4}/, "1999"), text.replace(/\d{4}/, "2099"), "", "2024-13-45"]), one.open, one.close);
  return put(next() < 0.8 ? pick(kindOf(one.name, one.parent!.name)) : `${text.slice(0, 3)}X`, one.open, one.close);
}

/** The parties in other countries, with payment means, identifiers and texts that national rules look at. */
function moved(xml: string, next: () => number): string {
  const pick = <T,>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const home = pick(["NO", "DK", "IT", "SE", "GR", "IS", "NL", "DE", "DE"]);
  const away = next() < 0.7 ? home : pick(["NO", "DK", "IT", "SE", "GR", "IS", "NL", "DE"]);
  let seen = 0;
  const tax = (country: string): string => (country === "GR" ? "EL" : country);
  let text = xml.replace(/(<(?:cbc:IdentificationCode|ram:CountryID)[^>]*>)[^<]*/g, (_, open: string) => open + ((seen += 1) === 1 ? home : away));
  let numbers = 0;
  text = text.replace(/(<cbc:CompanyID>|<ram:ID schemeID="VA">)[^<]*/g, (_, open: string) => {
    numbers += 1;
    return (next() < 0.3 ? open.replace('"VA"', '"VAT"') : open) + tax(numbers === 1 ? home : away) + pick(["123456789", "094259216", "974760673MVA", "556036079301", "5560360793", "00743110157", "Godkänd för F-skatt", "GODKÄND FÖR F-SKATT", "Foretaksregisteret"]).replace(/^(?=[GF])/, "");
  });
  text = text.replace(/(<(?:cbc:PaymentMeansCode|ram:TypeCode)[^>]*>)(?:30|58|31|42|1|10|59|57|97)(?=<)/g, (whole: string, open: string) => (next() < 0.7 ? open + pick(["30", "31", "42", "49", "50", "56", "93", "9", "48", "58", "59", "97"]) : whole));
  text = text.replace(/(<(?:cbc:PaymentID|ram:PaymentReference)[^>]*>)[^<]*/g, (_, open: string) => open + pick(["01#", "04#1234567890123456", "71#123456789012345", "73#", "Payment"]));
  text = text.replace(/schemeID="(\d{4})"/g, (whole: string) => (next() < 0.4 ? `schemeID="${pick(["0088", "0184", "0192", "0196", "0106", "0190", "0007", "0208", "0201", "0210", "0211", "0151", "9906", "9907", "9933", "0204"])}"` : whole));
  text = text.replace(/(<cbc:DocumentDescription>)[^<]*/g, (_, open: string) => open + pick(["##M.AR.K##", "##INVOICE|URL##", "EINDAGI", "text"]));
  return text.replace(/(FinancialInstitutionBranch>\s*<cbc:ID[^>]*>|<ram:BICID>)[^<]*/g, (_, open: string) => open + pick(["SE:PLUSGIRO", "SE:BANKGIRO", "DABADKKK"]));
}

/** Other VAT categories, rates, exemptions and German profiles. */
function taxed(xml: string, next: () => number): string {
  const pick = <T,>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const all = ["S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B"];
  const category = pick(all);
  const rate = pick(["0", "0", "7", "19", "25.00", "-1", "0.3"]);
  let text = xml.replace(/(<cac:(?:Classified)?TaxCategory>\s*<cbc:ID[^>]*>|<ram:CategoryCode>)[^<]*/g, (_, open: string) => open + (next() < 0.93 ? category : pick(all)));
  if (next() < 0.8) text = text.replace(/(<(?:cbc:Percent|ram:RateApplicablePercent)>)[^<]*/g, (_, open: string) => open + (next() < 0.95 ? rate : "19"));
  if (next() < 0.4) text = text.replace(/<(cbc:Percent|ram:RateApplicablePercent)>[^<]*<\/\1>/g, (whole: string) => (next() < 0.9 ? "" : whole));
  if (next() < 0.5) text = text.replace(/(<cac:TaxSubtotal>[\s\S]*?<cbc:TaxAmount[^>]*>|<ram:CalculatedAmount>)[^<]*/g, (_, open: string) => `${open}0.00`);
  if (next() < 0.4) text = text.replace(/(<cac:TaxCategory>[\s\S]*?)(<cac:TaxScheme>)/, "$1<cbc:TaxExemptionReason>x</cbc:TaxExemptionReason>$2").replace(/(<ram:TypeCode>VAT<\/ram:TypeCode>)(\s*<ram:BasisAmount>)/, "$1<ram:ExemptionReason>x</ram:ExemptionReason>$2");
  if (next() < 0.5) text = text.replace(/<cac:PartyTaxScheme>[\s\S]*?<\/cac:PartyTaxScheme>|<ram:SpecifiedTaxRegistration>[\s\S]*?<\/ram:SpecifiedTaxRegistration>/g, (whole: string) => (next() < 0.5 ? "" : whole));
  const profile = pick(["", "#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0", "#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9"]);
  text = text.replace(/(<cbc:CustomizationID>|GuidelineSpecifiedDocumentContextParameter>\s*<ram:ID>)[^<]*/, (_, open: string) => `${open}urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0${profile}`);
  if (next() < 0.5) text = text.replace(/listID="[^"]*"/g, () => `listID="${pick(["CVD", "STI", "XX"])}"`).replace(/(<cac:AdditionalItemProperty>\s*<cbc:Name>|<ram:ApplicableProductCharacteristic>\s*<ram:Description>)[^<]*/g, (_, open: string) => `${open}cva`);
  return text;
}

function caseOf(index: number): { file: string; xml: string } {
  if (index < documents.length) return documents[index]!;
  const next = random(Number(values.seed) * 1_000_003 + index);
  const { file, xml } = sources[Math.floor(next() * sources.length)]!;
  const once = mutated(values.countries ? moved(xml, next) : values.categories ? taxed(xml, next) : xml, next);
  return { file, xml: next() < 0.3 ? mutated(once, next) : once };
}

const syntaxOf = (xml: string): "UBL" | "CII" => (/<(\w+:)?CrossIndustryInvoice[\s>]/.test(xml) ? "CII" : "UBL");
// Which additions are asked depends on where a document is from, not on what a mutation made of its profile.
const setsOf = (file: string): RuleSet[] => (values.countries ? ["PEPPOL"] : values.categories ? ["EN16931", "XRECHNUNG"] : ["EN16931", ...(/peppol/i.test(file) ? ["PEPPOL" as const] : /xrechnung/i.test(file) ? ["XRECHNUNG" as const] : [])]);

type Kept = { index: number; rules?: Record<string, [number, string]>; error?: string };
const kept = new Map<number, Kept>();
if (existsSync(results)) for (const text of readFileSync(results, "utf8").split("\n").filter(Boolean)) {
  const one = JSON.parse(text) as Kept;
  kept.set(one.index, one);
}
const cases = documents.length + Number(values.count);
const until = Date.now() + Number(values.seconds) * 1000;
const [share = 0, shares = 1] = values.part.split("/").map(Number);
if (Number(values.seconds) > 0) {
  const official = await openOfficial(artefacts);
  for (let index = share; index < cases && Date.now() < until; index += shares) {
    if (kept.has(index)) continue;
    const { file, xml } = caseOf(index);
    let one: Kept;
    try {
      const { findings } = await official.judge(xml, syntaxOf(xml), setsOf(file));
      one = { index, rules: Object.fromEntries(findings.map(({ rule, count, severity }) => [rule, [count, severity]])) };
    } catch (error) {
      one = { index, error: String(error).slice(0, 200) };
    }
    kept.set(index, one);
    appendFileSync(results, `${JSON.stringify(one)}\n`);
  }
  await official.close();
}

const differences = new Map<string, string[]>();
let [compared, brokenOff, passed, alike, firings] = [0, 0, 0, 0, 0];
const passedCases: string[] = [];
for (const { index, rules, error } of kept.values()) {
  const { file, xml } = caseOf(index);
  if (error !== undefined || rules === undefined) {
    brokenOff += 1;
    try {
      if (!passes(judge(new TextEncoder().encode(xml), { rules: setsOf(file) }))) continue;
      passed += 1;
      passedCases.push(`${index} ${file.split("/").at(-1)}: ${error}`);
    } catch { /* refused as unreadable, which is a verdict too */ }
    continue;
  }
  compared += 1;
  let ours: Record<string, [number, string]> = {};
  try {
    ours = Object.fromEntries(judge(new TextEncoder().encode(xml), { rules: setsOf(file), fragment: true }).findings.map(({ rule, count, severity }) => [rule, [count, severity]]));
  } catch (problem) {
    differences.set("unreadable", [...(differences.get("unreadable") ?? []), `${index} ${file}: ${String(problem)}`]);
  }
  firings += Object.keys(rules).length;
  let same = true;
  for (const rule of new Set([...Object.keys(rules), ...Object.keys(ours)])) {
    if (String(rules[rule]) === String(ours[rule])) continue;
    same = false;
    differences.set(rule, [...(differences.get(rule) ?? []), `${index} ${file.split("/").at(-1)}: official ${rules[rule] ?? "no"}, ours ${ours[rule] ?? "no"}`]);
  }
  if (same) alike += 1;
}
console.log(`${compared} documents compared (${documents.length} as they are, the others mutated with seed ${values.seed}), ${alike} alike in every rule, count and severity; ${firings} rules fired. ` +
  `${brokenOff} more on which the official rules break off, ${passed} of which ours would let pass. ${cases - kept.size} not asked yet.`);
if (passed > 0) console.log(`Let pass, e.g.\n  ${passedCases.slice(0, Number(values.show)).join("\n  ")}`);
for (const [rule, texts] of [...differences].sort(([, a], [, b]) => b.length - a.length)) console.log(`${rule}: ${texts.length} differences, e.g.\n  ${texts.slice(0, Number(values.show)).join("\n  ")}`);
process.exitCode = differences.size > 0 ? 1 : 0;
