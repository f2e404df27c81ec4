/** What a firm's name looks like in a line of print, and what does not. */
import { hasLegalForm, LEGAL_FORMS } from "./address.ts";
import { right, segmentOf, type Line, type Segment } from "./lines.ts";
import type { Word } from "./words.ts";

/** A company form on a line of its own. */
export const onlyLegalForm = (text: string): boolean => hasLegalForm(text) && text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length <= 3 && text.replace(LEGAL_FORMS, "").replace(/[^\p{L}\d]/gu, "").length <= 2;

export const isTitleWord = (text: string): boolean => /^(?:herrn?|frau|mr|mrs|ms|firma|monsieur|madame|m\.|mme|sr|sra|an|to)\.?$/i.test(text.trim());

/** Headings of an address or a contact, which name nobody. */
export const NEUTRAL = /^(?:adres(?:se)?|address|anschrift|direcci[oó]n|indirizzo|morada|adresa|cím|osoite|e-?mail|mail|courriel|correo|email|telefon|telephone|phone|tel|fax|kontakt|contact|web|website|internet|bank|btw-?id|ust-?id(?:nr)?|vat(?: no)?|iban|bic|swift|to|para|a|à|an|aan|till|til|dla|invoice to|from|van|von|de|da|od|fra|från)\W*$/iu;

/** Letters, not a sentence, not a title of the document. */
export function couldBeName(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, "").length;
  return letters >= 2 && text.length <= 80 && letters >= 0.45 * text.replace(/\s/g, "").length && !/^(?:invoice|tax invoice|rechnung|facture|factuur|fattura|factura|receipt|page|seite|original|copy|kopie|duplicate)\b[^\p{L}]*$/iu.test(text) && !/[:?!]$/.test(text) && !/^[#:&<]|_/.test(text) && !isTitleWord(text) && !onlyLegalForm(text) && !NEUTRAL.test(text);
}

/** Words that firms without a legal form carry in their names too. */
const SOFT = /(?<!\p{L})(?:trading|group|company|enterprise|holdings?|verein|stiftung|genossenschaft)(?!\p{L})/giu;
export const hasHardForm = (text: string): boolean => hasLegalForm(text.replace(SOFT, " "));

/** The last word, or what stands before a bracket, belongs to a legal form. */
export const endsInForm = (text: string): boolean => {
  const words = text.replace(/\s*\([^)]*\)$/, "").split(/\s+/);
  return words.length > 1 && !hasLegalForm(words.slice(0, -1).join(" ")) ? hasLegalForm(words.join(" ")) : hasLegalForm(words.slice(-3).join(" "));
};

/** Segments joined over gaps that dots and bars leave, but not over the gap between columns. */
export function stretchesOf(line: Line): Segment[] {
  if (line.segments.length < 2) return [];
  const groups: Word[][] = [];
  for (const segment of line.segments) {
    const last = groups[groups.length - 1];
    if (last && segment.box.x - right(last[last.length - 1]!.box) < 2.6 * segment.fontSize) last.push(...segment.words);
    else groups.push([...segment.words]);
  }
  return groups.map((words) => segmentOf(words, line.index));
}
