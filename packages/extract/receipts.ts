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

const TILL = /\b(?:cash|change|tendered|cashier|r[uü]ckgeld|zur[uü]ck|gegeben|bar|bargeld|served by|geholpen door|kassabon|ec-?cash|girocard|kartenzahlung|kassierer|es bediente|kasse|bon-?nr|bediener|rounding adj\w*|wisselgeld|rendu|contanti|efectivo|visa|mastercard|payment|gst summary)\b/giu;

/** Whether this is a till receipt whatever it calls itself: the words of a till, and nobody the bill is addressed to. */
export function isTillReceipt(layout: Layout, labels: readonly Label[], type: DocumentType | undefined): boolean {
  const page = layout.pages[0];
  if (!page || layout.pages.length > 2) return false;
  if (labels.some((label) => label.field === "buyer" && label.first === 0 && label.weight >= 0.9 && /bill|sold|rechnungsempf|facture|invoice to/i.test(label.text))) return false;
  if (layout.lines.some((line) => /\biban\b/i.test(line.text))) return false;
  const words = new Set((layout.lines.map((line) => line.text).join("\n").match(TILL) ?? []).map((word) => word.toLowerCase()));
  const slip = page.height / page.width;
  // A long slip that names its tax registration is from a till, though it calls itself a tax invoice.
  if (slip > 1.55 && layout.pages.length === 1 && layout.lines.slice(0, 14).some((line) => REGISTERED.test(line.text) && line.words[0]!.confidence !== undefined)) return true;
  return words.size >= 2 || (words.size === 1 && (type === "receipt" || slip > (layout.lines.some((line) => REGISTERED.test(line.text) && line.words[0]!.confidence !== undefined) ? 1.2 : 1.7))) || type === "receipt";
}

/** Tax and company registrations as tills of the Commonwealth print them in the head. */
const REGISTERED = /\b(?:gst|sst|g57)\b.{0,8}\b(?:reg|id|no|number)\b|\b(?:sdn|bhd)\b/i;

/** Sets supplier name and address from the top of the first page; drops what the block search believed instead. */
export function readReceiptHead(layout: Layout, labels: readonly Label[], candidates: Candidates, fields: Fields, source: Source): void {
  const page = layout.pages[0];
  if (!page) return;
  delete fields["supplier.name"];
  delete fields["supplier.address"];
  delete fields["customer.name"];
  delete fields["customer.address"];
  const head = layout.lines.filter((line) => line.page === page.number && isReadable(line)).slice(0, 18);
  const town = head.slice(0, 13).findIndex((line) => postalIn(line.text) !== null);
  const end = head.findIndex((line, i) => i > 0 && endsHead(line, i, i < town - 1, labels, candidates));
  const top = (end > 0 ? head.slice(0, end) : head.slice(0, 9)).filter((line) => !candidates.dates.some((date) => date.line === line.index));
  const sizes = layout.segments.map((segment) => segment.fontSize).sort((a, b) => a - b);
  const nameAt = findName(top, sizes[Math.floor(sizes.length / 2)] ?? 10, labels);
  let next = 0;
  if (nameAt >= 0) {
    const nameLines = joined(top, nameAt);
    const words = nameLines.flatMap((line) => withoutDebris(line.words));
    const mended = mendName(cleanName(words));
    fields["supplier.name"] = field(words, mended.text, source, hasLegalForm(mended.text) ? 0.85 : 0.7, mended.repaired ? ["receipt_head", "repaired"] : ["receipt_head"]);
    next = Math.max(...nameLines.map((line) => top.indexOf(line))) + 1;
  }
  // The firm may be named below the address of its shop.
  const above = top.slice(0, Math.max(0, nameAt));
  readAddress(nameAt > 1 && above.some((line) => postalIn(line.text) !== null || FIVE_DIGITS.test(line.text)) ? above : top.slice(next), fields, source);
  const owner = fields["supplier.name"] && hasLegalForm(fields["supplier.name"].value) ? null : ownerBelow(layout, fields["supplier.name"]);
  if (owner) fields["supplier.name"] = field(owner.words, owner.text, source, 0.75, ["legal_name_below"]);
}

/**
 * The firm behind the shop, printed at the foot: "Owned by …", or a name with its company form that begins like the name
 * in the head or stands where the head names nobody.
 */
function ownerBelow(layout: Layout, shop: Field | undefined): { words: Word[]; text: string } | null {
  const lines = layout.lines.slice(3);
  for (const [i, line] of lines.entries()) {
    const said = /^\W*(?:owned|operated|managed)(?: and (?:owned|operated|managed))? by\b\W*/i.exec(line.text);
    const from = said && said[0].length >= line.text.length - 2 ? lines[i + 1] : line;
    if (!from || trustOf(from) < 0.7) continue;
    const words = from === line && said ? line.words.slice(said[0].trim().split(/\s+/).length) : from.words;
    const text = cleanName(words);
    if (said && hasLegalForm(text)) return { words, text };
    const form = /^(.{3,40}?\b(?:GmbH(?: & Co\.? KG)?|AG|e\.K\.|OHG|KG|Ltd|Limited|Inc|LLC|[Ss][Dd][Nn]\.? [Bb][Hh][Dd]|S\.?A\.?S|S\.?r\.?l|B\.?V)\b\.?)(?:\W|$)/.exec(text);
    if (!said && form && letters(form[1]!) >= 6 && !shop && !NOT_A_NAME.test(text)) return { words: words.slice(0, form[1]!.split(" ").length), text: form[1]! };
  }
  return null;
}

/** What the recogniser made of a logo beside the name: a short word at the edge that it doubts itself. */
function withoutDebris(words: readonly Word[]): Word[] {
  const debris = (word: Word | undefined): boolean => word !== undefined && (word.confidence ?? 1) < 0.45 && letters(word.text) <= 2;
  let from = 0;
  let to = words.length;
  while (to - from > 1 && debris(words[from])) from++;
  while (to - from > 1 && debris(words[to - 1]) && !/^\W*(?:s\W?b|sb)\W*$/i.test(words[to - 1]!.text)) to--;
  return words.slice(from, to);
}

/** Lines the recogniser itself doubts are noise from logos and creases. */
const isReadable = (line: Line): boolean => trustOf(line) >= 0.45 && line.words.reduce((sum, word) => sum + word.text.length, 0) >= 3;

/** Mean confidence of a line, long words counting more. */
function trustOf(line: Line): number {
  const length = line.words.reduce((sum, word) => sum + word.text.length, 0);
  return line.words.reduce((sum, word) => sum + word.text.length * (word.confidence ?? 1), 0) / Math.max(1, length);
}

const FIVE_DIGITS = /(?<!\d)\d{5}(?!\d)/;

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
    if (address.some((each) => postalIn(each.text) !== null || FIVE_DIGITS.test(each.text)) && (/[\d(]/.test(line.text) || line.words.length > 3)) break;
    address.push(line);
  }
  const words = address.flatMap((line) => line.words);
  if (words.length > 0) fields["supplier.address"] = field(words, address.map((line) => trim(textOf(line.words))).join(", "), source, 0.75, ["receipt_head"]);
}

/** The head ends where the document starts to talk about itself: labelled numbers, dates, telephone, items. */
function endsHead(line: Line, position: number, townFollows: boolean, labels: readonly Label[], candidates: Candidates): boolean {
  if (candidates.dates.some((date) => date.line === line.index)) return position > 3;
  if (isRegistration(line) || townFollows) return false;
  if (/\b(?:tel|telp|phone|fax|gst (?:reg|id|no)|sst (?:reg|id|no)|invoice no|cashier|h\/p|hp|email|website|table no|order no|rechnung|kasse|bon|uid|ust-?id|steuer)\b/i.test(line.text) && !postalIn(line.text)) return true;
  if (/^\W*(?:tel|telp|fax|phone)\b/i.test(line.text)) return true;
  if (labels.some((label) => label.line === line.index && label.first === 0 && ["invoiceNumber", "issueDate", "vatId", "phone", "customerNumber"].includes(label.field) && label.weight > 0.6)) return true;
  return candidates.numbers.some((number) => number.line === line.index && number.decimals === 2) && !hasStreetWord(line.text) && !/^\W*(?:no|lot)\b/i.test(line.text);
}

const isRegistration = (line: Line): boolean => /\d|^\W*(?:tax invoice|sst|\(?gst)/i.test(line.text) && /^\W*(?:(?:co|company|ca|reg|roc|business)\b.{0,12}\bno\b.*|\(?[\dA-Z]{5,12}\s?-?\s?[A-Z]\)?|\(?\d{6,}-?\w?\)?|\(?gst.*|\(.*\b(?:no|reg)\b.*\d.*\)|tax invoice.*|sst.*)\W*$/i.test(line.text.trim());
const letters = (text: string): number => text.replace(/[^\p{L}]/gu, "").length;
const textOf = (words: readonly Word[]): string => words.map((word) => word.text).join(" ");

/** The words of a name, with those joined again that the recogniser split in wide print: "Mark tkauf". */
function nameOf(words: readonly Word[]): string {
  const gap = (i: number): number => words[i]!.box.x - words[i - 1]!.box.x - words[i - 1]!.box.width;
  const widest = Math.max(0, ...words.slice(1).map((_, i) => gap(i + 1)));
  return words.reduce((text, word, i) => {
    if (i === 0) return word.text;
    const before = words[i - 1]!;
    const pitch = before.box.width / Math.max(1, before.text.length);
    const split = before.confidence !== undefined && /\p{Ll}$/u.test(before.text) && /^\p{Ll}/u.test(word.text) && gap(i) < 0.7 * widest && gap(i) < 0.9 * pitch;
    return `${text}${split ? "" : " "}${word.text}`;
  }, "");
}
const trim = (text: string): string => text.replace(/^[^\p{L}\d(]+|[\s,;:|·•~_=-]+$/gu, "").trim();

/** What shops call themselves. */
const TRADE = /\b(?:enterprise|trading|restaurant|restoran|hardware|pharmacy|apotheke|cafe|caf[eé]|coffee|store|stores|shop|market|markt|mart|hypermarket|supermarket|services|marketing|bakery|b[aä]ckerei|confectionery|kitchen|house|bistro|bar|hotel|clinic|bookstore|books|motor|auto|electrical|stationery|industries|machinery|perniagaan|syarikat|kedai|pasar|deco|gift|gmbh|baumarkt|drogerie|metzgerei|gastst[aä]tte|tankstelle|petrol|station|retail|food|foods)\b/i;
const NOT_A_NAME = /\b(?:welcome|thank|goods sold|tax invoice|invoice|receipt|quittung|kundenbeleg|your order|sold by|duplicate|copy|reprint|unsere|[oö]ffnungszeiten|shopping|return|refund|exchange|herzlich|willkommen|company no)\b/i;

/** The most name-like of the head's lines, or -1: company form, trade word, capitals, size, and what follows it. */
function findName(top: readonly Line[], median: number, labels: readonly Label[]): number {
  let best = { at: -1, score: 0.3 };
  top.forEach((line, i) => {
    const text = cleanName(withoutDebris(line.words));
    const count = letters(text);
    if (count < 3 || count < 0.5 * text.replace(/\s/g, "").length || isRegistration(line) || NOT_A_NAME.test(text) || /\d[.,]\d{2}(?!\d)/.test(text) || /[?!]/.test(mendName(text).text)) return;
    const legal = hasLegalForm(mendName(text).text) || /\bS\W?B ?[{([]\d{5}/.test(line.text);
    if (!legal && (postalIn(text) !== null || looksLikeStreet(text) || (hasStreetWord(text) && /\d/.test(text)) || /\d{4,}/.test(text))) return;
    if (/^\W*(?:no|lot|jalan|jln|tel|fax|unit|block|level)\b/i.test(text) && !legal) return;
    if (labels.some((label) => label.line === line.index && label.first === 0 && label.words.length === line.words.length && label.field !== "otherParty")) return;
    const long = line.words.filter((word) => letters(word.text) >= 3).length;
    const upper = text.replace(/[^\p{Lu}]/gu, "").length / count;
    const below = top.slice(i + 1).filter((other) => !isRegistration(other)).slice(0, 2);
    const isAddress = (other: Line | undefined): boolean => other !== undefined && /\d/.test(other.text) && (hasStreetWord(other.text) || postalIn(other.text) !== null || looksLikeStreet(other.text));
    const follows = isAddress(below[0]) ? (isAddress(below[1]) ? 0.8 : 0.4) : isAddress(below[1]) ? 0.2 : 0;
    if (!legal && (long === 0 || trustOf(line) < 0.6)) return;
    const registered = top[i + 1] !== undefined && isCompanyNumber(top[i + 1]!.text) ? 0.5 : 0;
    const noise = line.words.reduce((sum, word) => sum + ((word.confidence ?? 1) < 0.6 ? word.text.length : 0), 0) / Math.max(1, line.words.reduce((sum, word) => sum + word.text.length, 0));
    const doubt = line.words.reduce((least, word) => Math.min(least, word.confidence ?? 1), 1) < 0.2 ? 0.2 : 0;
    const score = 0.45 - doubt - 0.5 * noise + registered + (legal ? 1 : 0) + (TRADE.test(text) ? 0.5 : 0) + (upper > 0.8 ? 0.25 : upper < 0.05 ? -0.5 : 0) + Math.max(-0.2, Math.min(0.5, 0.6 * (Math.max(...line.segments.map((segment) => segment.fontSize)) / median - 1))) + follows - 0.11 * Math.min(i, follows >= 0.8 ? 2 : 5) - (text.length > 45 ? 0.3 : 0);
    if (score > best.score) best = { at: i, score };
  });
  return best.at;
}

/** "(002049088-U)", "Co. Reg. No: 289892V": what stands below the name of a company. */
const isCompanyNumber = (text: string): boolean => /^\W*(?:(?:co|company|ca|reg|roc|business)\b[^\d]{0,14})?\(?\d{5,9}(?:\s?[-.]?\s?[A-Z])\W*$/i.test(text.trim());

/** A name may take two lines: "MEGA FRESH" / "(CITY) SDN BHD". */
function joined(top: readonly Line[], at: number): Line[] {
  const lines = [top[at]!];
  const before = top[at - 1];
  const after = top[at + 1];
  if (before && /^\W{0,6}(?:\([^)\d]{0,60}\)?|sdn|bhd|gmbh|trading|enterprise|s\/b)\b/i.test(lines[0]!.text) && letters(before.text) >= 3 && !NOT_A_NAME.test(before.text) && !isRegistration(before)) lines.unshift(before);
  if (after && !hasLegalForm(textOf(lines[0]!.words)) && onlyForms(after.text)) lines.push(after);
  // "DELPHIN" in large letters, "APOTHEKE" below: a trade alone names nobody.
  if (before && lines.length === 1 && TRADE_ALONE.test(cleanName(lines[0]!.words)) && withoutDebris(before.words).some((word) => letters(word.text) >= 3 && (word.confidence ?? 1) > 0.6) && !NOT_A_NAME.test(before.text)) lines.unshift(before);
  return lines;
}

const TRADE_ALONE = /^(?:apotheke|pharmacy|coffee|cafe|restaurant|restoran|hotel|bakery|b[aä]ckerei|supermarket|hypermarket|hardware|bistro|kitchen|clinic)\W*$/i;

const onlyForms = (text: string): boolean => {
  const words = text.split(/\s+/).filter((word) => letters(word) > 0);
  return words.length > 0 && words.length <= 4 && (words.every((word) => hasLegalForm(word) || /^(?:sdn|bhd|trading|enterprise|services|coffee|co\.?|restaurant|house|marketing)\W*$/i.test(word)));
};

/** Registration numbers behind or below the form are no part of the name. */
const cleanName = (words: readonly Word[]): string => trim(nameOf(words).replace(/(\b(?:S\W?B|SDN\.? BHD)) ?[{([]\d{5}.*$/i, "$1").replace(/ ?(?:\( ?)?(?:co|ca|company|reg)\.? ?\.? ?(?:no|reg)\b.*$/i, "").replace(/(?: ?\(| )(?=[\dA-Z]*\d{4})[\dA-Z]+ ?-? ?[A-Z]{0,2}\)?(?: ?\(\w{1,4}\))? ?$/i, ""));

/** Long words of the trade, which one misread letter leaves recognisable. */
const TRADE_WORDS = "enterprise trading restaurant restoran hardware pharmacy apotheke supermarket hypermarket services marketing stationery electrical industries machinery perniagaan baumarkt drogerie metzgerei tankstelle".split(" ");

/**
 * Puts right what one misread letter spoils: "SDN BHD", whose two words vouch for each other, and long words of the
 * trade. What was printed stays in the evidence.
 */
function mendName(text: string): { text: string; repaired: boolean } {
  const words = text.replace(/\bS\W?B ?[{([](?=\d{5})/i, "SB (").split(" ");
  let repaired = false;
  const put = (i: number, word: string): void => {
    words[i] = word;
    repaired = true;
  };
  const letterFor: Record<string, string> = { "1": "I", "0": "O", "5": "S", "8": "B", "£": "E" };
  for (let i = 0; i < words.length; i++) {
    // Initials are letters: "D.1.Y." is D.I.Y.
    if (/^(?:[\p{Lu}\d£]\.){2,}$/u.test(words[i]!) && /[1058£]/.test(words[i]!) && /\p{Lu}/u.test(words[i]!)) put(i, words[i]!.replace(/[1058£]/g, (sign) => letterFor[sign]!));
    const word = plain(words[i]!).replace(/\W/g, "");
    const next = plain(words[i + 1] ?? "").replace(/\W/g, "");
    const alike = word.length === 3 && next.length === 3 && withinOneEdit(word, "sdn") && withinOneEdit(next, "bhd") && (word === "sdn" || next === "bhd");
    const broken = i > 0 && next === "bhd" && /^s[^\p{L}]{0,1}[\p{L}!|1]{0,2}[^\p{L}]?$/u.test(plain(words[i]!)) && word.length <= 3;
    if ((alike || broken) && !(word === "sdn" && next === "bhd")) {
      put(i, "SDN");
      put(i + 1, "BHD");
    }
    if (word.length < 7) continue;
    const meant = TRADE_WORDS.find((each) => each !== word && each.length === word.length && withinOneEdit(word, each));
    if (meant && !TRADE_WORDS.includes(word)) put(i, /^\p{Lu}+$/u.test(words[i]!.replace(/[^\p{L}]/gu, "")) ? meant.toUpperCase() : meant[0]!.toUpperCase() + meant.slice(1));
  }
  return { text: words.join(" "), repaired };
}

function field(words: Word[], value: string, source: Source, confidence: number, checks: string[]): Field {
  const certain = confidenceOf(words, confidence);
  return { value, source, confidence: certain, level: certain >= 0.75 ? "sure" : "unsure", evidence: evidenceOf(words), checks, alternatives: [], ...(certain < 0.75 ? { reason: "The name and address of a receipt are taken from its first lines." } : {}) };
}
