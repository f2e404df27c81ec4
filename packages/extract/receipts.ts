/**
 * The head of a till receipt: shop name on the first lines, then its address, then the rest. Receipts have no address
 * blocks with headings, and their words usually come from OCR.
 */
import { hasLegalForm, hasStreetWord, PHONE, postalIn } from "./address.ts";
import type { Candidates } from "./candidates.ts";
import type { Label } from "./labels.ts";
import { evidenceOf, type Layout, type Line } from "./lines.ts";
import type { Field, Fields, Source } from "./reading.ts";
import { confidenceOf } from "./tables.ts";
import type { Word } from "./words.ts";

/** Sets supplier name, address and, when no label gave one, the date, from the top of the first page. */
export function readReceiptHead(layout: Layout, labels: readonly Label[], candidates: Candidates, fields: Fields, source: Source): void {
  const page = layout.pages[0];
  if (!page) return;
  const lines = layout.lines.filter((line) => line.page === page.number);
  const head = lines.slice(0, 16);
  const end = head.findIndex((line, i) => i > 0 && endsHead(line, labels, candidates));
  const top = end > 0 ? head.slice(0, end) : head.slice(0, 8);
  const nameAt = findName(top);
  if (nameAt < 0) return;
  const nameLines = [top[nameAt]!];
  const after = top[nameAt + 1];
  if (after && !hasLegalForm(top[nameAt]!.text) && hasLegalForm(after.text) && /^(?:sdn|bhd|gmbh|ltd|pte|limited|enterprise|co\b|\(m\))/i.test(after.text.trim())) nameLines.push(after);
  const name = nameLines.flatMap((line) => line.words);
  fields["supplier.name"] = field(name, clean(name), source, hasLegalForm(clean(name)) ? 0.85 : 0.7);
  const rest = top.slice(nameAt + nameLines.length).filter((line) => !isRegistration(line) && line.text.replace(/[^\p{L}]/gu, "").length >= 3);
  const from = rest.findIndex((line) => /\d/.test(line.text) || hasStreetWord(line.text) || postalIn(line.text) !== null);
  if (from < 0) {
    delete fields["supplier.address"];
    return;
  }
  const address: Line[] = [];
  for (const line of rest.slice(from, from + 6)) {
    if (PHONE.test(line.text) && !postalIn(line.text) && line.text.replace(/[^\p{L}]/gu, "").length < 12) break;
    address.push(line);
  }
  const words = address.flatMap((line) => line.words);
  if (words.length > 0) fields["supplier.address"] = field(words, address.map((line) => clean(line.words)).join(", "), source, 0.75);
}

/** The head ends where the document starts to talk about itself: numbers with labels, dates, phone, items. */
function endsHead(line: Line, labels: readonly Label[], candidates: Candidates): boolean {
  if (candidates.dates.some((date) => date.line === line.index)) return true;
  if (/\b(?:tel|phone|fax|gst|sst|tax invoice|invoice|receipt|cashier|bill|date|ust|steuer|h\/p|hp|email|website|table|order|rechnung|kasse|bon)\b/i.test(line.text) && !hasStreetWord(line.text)) return true;
  if (labels.some((label) => label.line === line.index && label.first === 0 && ["invoiceNumber", "issueDate", "vatId", "phone", "title", "customerNumber"].includes(label.field) && label.weight > 0.6)) return true;
  return candidates.numbers.filter((number) => number.line === line.index && number.decimals === 2).length > 0;
}

const isRegistration = (line: Line): boolean => /^\W*(?:\(?\s*(?:co|company|reg|roc|gst|sst)\b.*|\(?[\dA-Z]{5,9}\s?-?\s?[A-Z]\)?|\(?\d{6,}-?\w?\)?)\W*$/i.test(line.text.trim());

/** The name: a line with a company form near the top, else the first line that is made of letters. */
function findName(top: readonly Line[]): number {
  const readable = (line: Line): boolean => line.text.replace(/[^\p{L}]/gu, "").length >= 3 && line.text.replace(/[^\p{L}]/gu, "").length >= 0.5 * line.text.replace(/\s/g, "").length;
  const legal = top.slice(0, 5).findIndex((line) => readable(line) && hasLegalForm(line.text) && postalIn(line.text) === null);
  if (legal >= 0) {
    const before = top[legal - 1];
    return /^(?:\(?m\)?|sdn|bhd|s\/b|\W)*(?:sdn|bhd|gmbh|ltd|s\/b)/i.test(top[legal]!.text) && before && readable(before) ? legal - 1 : legal;
  }
  return top.findIndex((line) => readable(line) && !/\d{3,}/.test(line.text) && postalIn(line.text) === null);
}

const clean = (words: readonly Word[]): string => words.map((word) => word.text).join(" ").replace(/\s*\([\dA-Z-]*\d{4,}[\dA-Z-]*\)?\s*$/i, "").replace(/^[^\p{L}\d(]+|[\s,;:|·•~_=-]+$/gu, "").trim();

function field(words: Word[], value: string, source: Source, confidence: number): Field {
  const certain = confidenceOf(words, confidence);
  return { value, source, confidence: certain, level: certain >= 0.75 ? "sure" : "unsure", evidence: evidenceOf(words), checks: ["receipt_head"], alternatives: [], ...(certain < 0.75 ? { reason: "The name and address of a receipt are taken from its first lines." } : {}) };
}
