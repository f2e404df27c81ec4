/** What a row prints beside its figures: its number in the list (EN 16931 BT-126) and the article's GTIN (BT-157). */
import { plain } from "./fold.ts";
import { evidenceOf } from "./lines.ts";
import { confidenceOf } from "./field.ts";
import type { Field, ReadLine, Source } from "./reading.ts";
import { check } from "./register-numbers.ts";
import type { ItemRow } from "./table-rows.ts";
import type { Word } from "./words.ts";

const made = (words: readonly Word[], value: string, source: Source, confidence: number, level: Field["level"], checks: string[]): Field => ({ value, source, confidence: confidenceOf(words, confidence), level, evidence: evidenceOf(words), checks, alternatives: [] });

/** Adds number and GTIN to the lines, which stand in the order of their rows. */
export function addLineDetails(lines: readonly ReadLine[], rows: readonly ItemRow[], source: Source): void {
  rows.forEach((row, i) => {
    const found = gtinOf(row);
    if (found) lines[i]!.gtin = made([found.word], found.value, source, found.labelled ? 0.98 : 0.9, found.labelled ? "proven" : "sure", [...(found.labelled ? ["label"] : []), "gtin_checksum"]);
  });
  const numbers = rows.map(numberOf);
  // A position counts up from row to row: what does not is something else.
  const counts = numbers.every((number, i) => number !== null && (i === 0 ? number.count > 0 : number.count > numbers[i - 1]!.count));
  if (counts && (rows.length > 1 || numbers[0]?.count === 1)) numbers.forEach((number, i) => { lines[i]!.lineNumber = made([number!.word], number!.text, source, rows.length > 1 ? 0.95 : 0.8, "sure", ["sequence"]); });
}

function numberOf(row: ItemRow): { word: Word; text: string; count: number } | null {
  const word = row.line.words[0];
  const match = word && /^(\d{1,4})[.)]?$/.exec(word.text);
  const taken = [row.quantity, row.unitPrice, row.amount, row.taxRate, row.discount].some((number) => number?.words.includes(word!));
  if (!match || taken || row.itemId.includes(word) || row.description.includes(word)) return null;
  return { word, text: match[1]!, count: Number(match[1]) };
}

/** Thirteen or fourteen digits whose check digit fits; fewer only behind "GTIN" or "EAN". */
function gtinOf(row: ItemRow): { word: Word; value: string; labelled: boolean } | null {
  const words = [...new Set([...row.itemId, ...row.description, ...row.line.words])];
  for (const [at, word] of words.entries()) {
    const digits = /(?:^|[^\d])(\d{8}|\d{12,14})$/.exec(word.text.replace(/[.,;)]$/, ""))?.[1];
    if (!digits || check("gtin", digits) !== "valid") continue;
    const labelled = /gtin|ean|upc|isbn/.test(plain(`${words[at - 1]?.text ?? ""} ${words[at - 2]?.text ?? ""} ${word.text}`));
    if (labelled || digits.length === 13) return { word, value: digits, labelled };
  }
  return null;
}
