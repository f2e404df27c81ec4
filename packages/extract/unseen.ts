/**
 * Characters that deceive: ones that print nothing within a number, digits of double width, letters of another script that
 * look like Latin ones. Values are made plain, what was printed stays with them, and people are told.
 */
import type { FieldPath, Fields, Problem } from "./reading.ts";
import type { Glyph, PageWords } from "./words.ts";

const NOTHING = /[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/;
const ALL_NOTHING = /[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
const WITHIN = /[0-9A-Z][\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+[0-9A-Z]/;
const FIGURE = /[0-9A-Z]/;
const WIDE = /[\uff01-\uff5e]/g;
const EAST_ASIAN = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

const told = (page: number, what: string): Problem => ({ code: "control_characters", page, message: `Page ${page}: ${what}. The values were read without them; compare them with the picture.` });

/** A finding when something that prints nothing stands between two figures of a page, where no writer of text needs it. */
export function unseenBetweenFigures(glyphs: readonly Glyph[], page: number): Problem | null {
  for (let i = 1; i + 1 < glyphs.length; i++) {
    const [before, glyph, after] = [glyphs[i - 1]!, glyphs[i]!, glyphs[i + 1]!];
    if (!NOTHING.test(glyph.text) || glyph.hidden || !FIGURE.test(before.text) || !FIGURE.test(after.text)) continue;
    if (Math.abs(before.baseline - after.baseline) < 0.2 * before.size && after.x0 - before.x1 < before.size) return told(page, "characters that cannot be seen stand within a number");
  }
  return null;
}

/** Pages whose words hold no unseen characters and no Latin signs of double width. The very same pages when there are none. */
export function plainSigns(pages: readonly PageWords[]): { pages: readonly PageWords[]; problems: Problem[] } {
  const problems: Problem[] = [];
  let changed = false;
  const plain = pages.map((page): PageWords => {
    if (!page.words.some((word) => NOTHING.test(word.text) || word.text.search(WIDE) >= 0)) return page;
    const within = page.words.some((word) => WITHIN.test(word.text));
    const wide = page.words.some((word) => /[\uff10-\uff19]/.test(word.text)) && !page.words.some((word) => EAST_ASIAN.test(word.text));
    if (within) problems.push(told(page.number, "characters that cannot be seen stand within a number"));
    if (wide) problems.push(told(page.number, "digits of double width are printed, which can pass for others"));
    changed = true;
    return { ...page, words: page.words.flatMap((word) => {
      const text = word.text.replace(ALL_NOTHING, "").replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
      return text === word.text ? [word] : text === "" ? [] : [{ ...word, text, printed: word.printed ?? { text: word.text, box: word.box } }];
    }) };
  });
  return { pages: changed ? plain : pages, problems };
}

/** Cyrillic and Greek letters that print like Latin ones. */
const IMITATES = /^[аеорсухіјѕԁһӏԛԝАВЕКМНОРСТХЅІЈԌΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανικρυ]+$/u;
const NAMES: readonly (readonly [path: FieldPath, words: string])[] = [
  ["supplier.name", "supplier's name"], ["supplier.tradingName", "supplier's trading name"], ["payee.name", "payee's name"], ["customer.name", "customer's name"], ["supplier.email", "supplier's e-mail"], ["supplier.website", "supplier's website"],
];

/** True for a text that is Latin, but for letters of another script that look Latin: within a word, or as a whole word. */
export function imitates(text: string): boolean {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => /\p{L}/u.test(word));
  if (words.some((word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word))) return true;
  return words.some((word) => /\p{Script=Latin}{2}/u.test(word)) && words.some((word) => word.length >= 4 && IMITATES.test(word));
}

/** Names that imitate others: each is told, and is no longer certain. */
export function tellImitations(fields: Fields): Problem[] {
  return NAMES.flatMap(([path, words]): Problem[] => {
    const field = fields[path];
    if (!field || !imitates(field.value)) return [];
    const message = `The ${words} (“${field.value.slice(0, 80)}”) has letters of another script that look like Latin ones. It may imitate another name.`;
    fields[path] = { ...field, level: "unsure", confidence: Math.min(field.confidence, 0.4), reason: message };
    return [{ code: "look_alike", message, ...(field.evidence[0] ? { page: field.evidence[0].page } : {}) }];
  });
}
