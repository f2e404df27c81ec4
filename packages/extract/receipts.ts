/**
 * The head of a till receipt: the shop's name on one of the first lines, then its address, then the rest. Receipts have
 * no address blocks with headings, and their words usually come from OCR, so every line is weighed before it is believed.
 */
import { hasLegalForm, hasStreetWord, looksLikeStreet, PHONE, postalIn } from "./address.ts";
import type { Candidates } from "./candidates.ts";
import { plain, withinOneEdit } from "./fold.ts";
import type { Label } from "./labels.ts";
import { evidenceOf, type Layout, type Line } from "./lines.ts";
import type { DocumentType, Field, Fields, Source } from "./reading.ts";
import { confidenceOf } from "./field.ts";
import type { Word } from "./words.ts";

const TILL = /\b(?:cash|change|tendered|cashier|r[uü]ckgeld|gegeben|bar|ec-?cash|girocard|kartenzahlung|kassierer|es bediente|kasse|bon-?nr|bediener|rounding adj\w*|wisselgeld|rendu|contanti|efectivo|visa|mastercard|payment|gst summary)\b/giu;

/** Whether this is a till receipt whatever it calls itself: the words of a till, and nobody the bill is addressed to. */
export function isTillReceipt(layout: Layout, labels: readonly Label[], type: DocumentType | undefined): boolean {
  const page = layout.pages[0];
  if (!page || layout.pages.length > 2) return false;
  if (labels.some((label) => label.field === "buyer" && label.first === 0 && label.weight >= 0.9 && /bill|sold|rechnungsempf|facture|invoice to/i.test(label.text))) return false;
  if (layout.lines.some((line) => /\biban\b/i.test(line.text))) return false;
  const words = new Set((layout.lines.map((line) => line.text).join("\n").match(TILL) ?? []).map((word) => word.toLowerCase()));
  return words.size >= 2 || (words.size === 1 && (type === "receipt" || page.height / page.width > 1.7)) || type === "receipt";
}

/** Sets supplier name and address from the top of the first page; drops what the block search believed instead. */
export function readReceiptHead(layout: Layout, labels: readonly Label[], candidates: Candidates, fields: Fields, source: Source): void {
  const page = layout.pages[0];
  if (!page) return;
  delete fields["supplier.name"];
  delete fields["supplier.address"];
  delete fields["customer.name"];
  delete fields["customer.address"];
  const head = layout.lines.filter((line) => line.page === page.number && isReadable(line)).slice(0, 18);
  const end = head.findIndex((line, i) => i > 0 && endsHead(line, i, labels, candidates));
  const top = (end > 0 ? head.slice(0, end) : head.slice(0, 9)).filter((line) => !candidates.dates.some((date) => date.line === line.index));
  const sizes = layout.segments.map((segment) => segment.fontSize).sort((a, b) => a - b);
  const nameAt = findName(top, sizes[Math.floor(sizes.length / 2)] ?? 10, labels);
  let next = 0;
  if (nameAt >= 0) {
    const nameLines = joined(top, nameAt);
    const words = nameLines.flatMap((line) => line.words);
    const mended = mendLegalForm(cleanName(words));
    fields["supplier.name"] = field(words, mended.text, source, hasLegalForm(mended.text) ? 0.85 : 0.7, mended.repaired ? ["receipt_head", "repaired"] : ["receipt_head"]);
    next = Math.max(...nameLines.map((line) => top.indexOf(line))) + 1;
  }
  readAddress(top.slice(next), fields, source);
}

/** Lines the recogniser itself doubts are noise from logos and creases. */
const isReadable = (line: Line): boolean => trustOf(line) >= 0.45 && line.words.reduce((sum, word) => sum + word.text.length, 0) >= 3;

/** Mean confidence of a line, long words counting more. */
function trustOf(line: Line): number {
  const length = line.words.reduce((sum, word) => sum + word.text.length, 0);
  return line.words.reduce((sum, word) => sum + word.text.length * (word.confidence ?? 1), 0) / Math.max(1, length);
}

function readAddress(lines: readonly Line[], fields: Fields, source: Source): void {
  const rest = lines.filter((line) => !isRegistration(line) && letters(line.text) >= 2);
  const from = rest.findIndex((line) => /\d/.test(line.text) || hasStreetWord(line.text) || postalIn(line.text) !== null);
  if (from < 0) return;
  const address: Line[] = [];
  for (const line of rest.slice(from, from + 6)) {
    if (PHONE.test(line.text) && !postalIn(line.text) && !hasStreetWord(line.text) && letters(line.text) < 12) {
      if (address.length === 0) continue;
      break;
    }
    if (/@|www\.|https?:|\b(?:no\.? gst|careline|hotline|tax invoice|table|shopping hours|opening)\b/i.test(line.text)) break;
    // Behind the town only the state or country still belongs to it.
    if (address.some((each) => postalIn(each.text) !== null || /(?<!\d)\d{5}(?!\d)/.test(each.text)) && (/[\d(]/.test(line.text) || line.words.length > 3)) break;
    address.push(line);
  }
  const words = address.flatMap((line) => line.words);
  if (words.length > 0) fields["supplier.address"] = field(words, address.map((line) => trim(textOf(line.words))).join(", "), source, 0.75, ["receipt_head"]);
}

/** The head ends where the document starts to talk about itself: labelled numbers, dates, telephone, items. */
function endsHead(line: Line, position: number, labels: readonly Label[], candidates: Candidates): boolean {
  if (candidates.dates.some((date) => date.line === line.index)) return position > 3;
  if (isRegistration(line)) return false;
  if (/\b(?:tel|telp|phone|fax|gst (?:reg|id|no)|sst (?:reg|id|no)|invoice no|cashier|h\/p|hp|email|website|table no|order no|rechnung|kasse|bon|uid|ust-?id|steuer)\b/i.test(line.text) && !postalIn(line.text)) return true;
  if (/^\W*(?:tel|telp|fax|phone)\b/i.test(line.text)) return true;
  if (labels.some((label) => label.line === line.index && label.first === 0 && ["invoiceNumber", "issueDate", "vatId", "phone", "customerNumber"].includes(label.field) && label.weight > 0.6)) return true;
  return candidates.numbers.some((number) => number.line === line.index && number.decimals === 2) && !hasStreetWord(line.text) && !/^\W*(?:no|lot)\b/i.test(line.text);
}

const isRegistration = (line: Line): boolean => /\d|^\W*(?:tax invoice|sst|\(?gst)/i.test(line.text) && /^\W*(?:(?:co|company|ca|reg|roc|business)\b.{0,12}\bno\b.*|\(?[\dA-Z]{5,12}\s?-?\s?[A-Z]\)?|\(?\d{6,}-?\w?\)?|\(?gst.*|\(.*\b(?:no|reg)\b.*\d.*\)|tax invoice.*|sst.*)\W*$/i.test(line.text.trim());
const letters = (text: string): number => text.replace(/[^\p{L}]/gu, "").length;
const textOf = (words: readonly Word[]): string => words.map((word) => word.text).join(" ");
const trim = (text: string): string => text.replace(/^[^\p{L}\d(]+|[\s,;:|·•~_=-]+$/gu, "").trim();

/** What shops call themselves. */
const TRADE = /\b(?:enterprise|trading|restaurant|restoran|hardware|pharmacy|apotheke|cafe|caf[eé]|coffee|store|stores|shop|market|markt|mart|hypermarket|supermarket|services|marketing|bakery|b[aä]ckerei|confectionery|kitchen|house|bistro|bar|hotel|clinic|bookstore|books|motor|auto|electrical|stationery|industries|machinery|perniagaan|syarikat|kedai|pasar|deco|gift|gmbh|baumarkt|drogerie|metzgerei|gastst[aä]tte|tankstelle|petrol|station|retail|food|foods)\b/i;
const NOT_A_NAME = /\b(?:welcome|thank|goods sold|tax invoice|invoice|receipt|quittung|kundenbeleg|your order|sold by|duplicate|copy|reprint|unsere|[oö]ffnungszeiten|shopping|return|refund|exchange|herzlich|willkommen|company no)\b/i;

/** The most name-like of the head's lines, or -1: company form, trade word, capitals, size, and what follows it. */
function findName(top: readonly Line[], median: number, labels: readonly Label[]): number {
  let best = { at: -1, score: 0.3 };
  top.forEach((line, i) => {
    const text = cleanName(line.words);
    const count = letters(text);
    if (count < 3 || count < 0.5 * text.replace(/\s/g, "").length || isRegistration(line) || NOT_A_NAME.test(text) || /\d[.,]\d{2}(?!\d)/.test(text) || /[?!]/.test(text)) return;
    const legal = hasLegalForm(mendLegalForm(text).text);
    if (!legal && (postalIn(text) !== null || looksLikeStreet(text) || (hasStreetWord(text) && /\d/.test(text)) || /\d{4,}/.test(text))) return;
    if (/^\W*(?:no|lot|jalan|jln|tel|fax|unit|block|level)\b/i.test(text) && !legal) return;
    if (labels.some((label) => label.line === line.index && label.first === 0 && label.words.length === line.words.length && label.field !== "otherParty")) return;
    const long = line.words.filter((word) => letters(word.text) >= 3).length;
    const upper = text.replace(/[^\p{Lu}]/gu, "").length / count;
    const below = top.slice(i + 1).filter((other) => !isRegistration(other)).slice(0, 2);
    const isAddress = (other: Line | undefined): boolean => other !== undefined && /\d/.test(other.text) && (hasStreetWord(other.text) || postalIn(other.text) !== null || looksLikeStreet(other.text));
    const follows = isAddress(below[0]) ? (isAddress(below[1]) ? 0.7 : 0.4) : isAddress(below[1]) ? 0.2 : 0;
    if (!legal && (long === 0 || trustOf(line) < 0.6)) return;
    const doubt = line.words.reduce((least, word) => Math.min(least, word.confidence ?? 1), 1) < 0.2 ? 0.2 : 0;
    const score = 0.45 - doubt + (legal ? 1 : 0) + (TRADE.test(text) ? 0.5 : 0) + (upper > 0.8 ? 0.25 : upper < 0.05 ? -0.5 : 0) + Math.max(-0.2, Math.min(0.5, 0.6 * (Math.max(...line.segments.map((segment) => segment.fontSize)) / median - 1))) + follows - 0.11 * Math.min(i, 5) - (text.length > 45 ? 0.3 : 0);
    if (score > best.score) best = { at: i, score };
  });
  return best.at;
}

/** A name may take two lines: "MEGA FRESH" / "(CITY) SDN BHD". */
function joined(top: readonly Line[], at: number): Line[] {
  const lines = [top[at]!];
  const before = top[at - 1];
  const after = top[at + 1];
  if (before && /^\W*(?:\([^)\d]*\)?|sdn|bhd|gmbh|trading|enterprise|s\/b)\b/i.test(lines[0]!.text) && letters(before.text) >= 3 && !NOT_A_NAME.test(before.text) && !isRegistration(before)) lines.unshift(before);
  if (after && !hasLegalForm(textOf(lines[0]!.words)) && onlyForms(after.text)) lines.push(after);
  return lines;
}

const onlyForms = (text: string): boolean => {
  const words = text.split(/\s+/).filter((word) => letters(word) > 0);
  return words.length > 0 && words.length <= 4 && (words.every((word) => hasLegalForm(word) || /^(?:sdn|bhd|trading|enterprise|services|coffee|co\.?|restaurant|house|marketing)\W*$/i.test(word)));
};

/** Registration numbers behind or below the form are no part of the name. */
const cleanName = (words: readonly Word[]): string => trim(textOf(words).replace(/ ?(?:\( ?)?(?:co|ca|company|reg)\.? ?\.? ?(?:no|reg)\b.*$/i, "").replace(/(?: ?\(| )(?=[\dA-Z]*\d{4})[\dA-Z]+ ?-? ?[A-Z]{0,2}\)?(?: ?\(\w{1,4}\))? ?$/i, ""));

/** One misread letter in "SDN BHD" is put right; what was printed stays in the evidence. */
function mendLegalForm(text: string): { text: string; repaired: boolean } {
  const words = text.split(" ");
  let repaired = false;
  for (let i = 0; i + 1 < words.length; i++) {
    const [first, second] = [plain(words[i]!).replace(/\W/g, ""), plain(words[i + 1]!).replace(/\W/g, "")];
    if (first.length === 3 && second.length === 3 && withinOneEdit(first, "sdn") && withinOneEdit(second, "bhd") && (first === "sdn" || second === "bhd") && !(first === "sdn" && second === "bhd")) {
      words[i] = "SDN";
      words[i + 1] = "BHD";
      repaired = true;
    }
  }
  return { text: words.join(" "), repaired };
}

function field(words: Word[], value: string, source: Source, confidence: number, checks: string[]): Field {
  const certain = confidenceOf(words, confidence);
  return { value, source, confidence: certain, level: certain >= 0.75 ? "sure" : "unsure", evidence: evidenceOf(words), checks, alternatives: [], ...(certain < 0.75 ? { reason: "The name and address of a receipt are taken from its first lines." } : {}) };
}
