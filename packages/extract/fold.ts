/**
 * Text reduced to what matters when comparing words printed by different people: case, accents, punctuation and the
 * many ways to write "number" disappear. "Rechnungs-Nr.:", "RECHNUNGSNUMMER" and "Rechnungsnr" all become
 * ["rechnungs", "№"].
 */

/** The one token that stands for no., nr., n°, numéro, número, nummer, # … */
export const NUMBER = "№";

const NUMBER_WORDS = new Set(["no", "nr", "nbr", "num", "numb", "number", "numero", "nummer", "numer", "nro", "nos", "cislo", "numeri", "رقم", "מספר", "מס", "αρ", "αριθ", "αριθμος", "szam", "szama", "sorszam", "sorszama", "numar", "numarul", "broj", "br"]);
/** Germanic compounds are taken apart at these, so that the lexicon needs each noun once. */
const COMPOUND = /^(\p{L}{3,}?)(nummern|nummer|numero|numer|nr|datum|dato)$/u;

/** Lower case without accents; ß and the Nordic letters in their usual spelling. */
export function plain(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase()
    .replace(/ß/g, "ss").replace(/æ/g, "ae").replace(/ø/g, "o").replace(/ł/g, "l").replace(/đ/g, "d").replace(/[\u0649\u06cc]/g, "\u064a").replace(/\u0629/g, "\u0647").replace(/\u06a9/g, "\u0643").replace(/\u0640/g, "");
}

const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 20_000;

/** Tokens of one printed word (or any text), in order. The same words come again and again, so they are kept. */
export function tokensOf(text: string): readonly string[] {
  const before = known.get(text);
  if (before) return before;
  const tokens = takeApart(text);
  if (text.length <= 60) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, tokens);
  }
  return tokens;
}

function takeApart(text: string): string[] {
  if (/^[nN]\.$/.test(text)) return [NUMBER]; // Italian, Portuguese; as a word of its own
  const marked = !/[#°º˚№]/.test(text) ? text : text.replace(/#/g, ` ${NUMBER} `).replace(/(?<!\p{L})[nN]\s?\.?\s?[°º˚]/gu, ` ${NUMBER} `).replace(/№/g, ` ${NUMBER} `);
  const tokens: string[] = [];
  for (const part of plain(marked).split(/[^\p{L}\p{N}№%]+/u)) {
    if (part === "") continue;
    if (part === NUMBER || NUMBER_WORDS.has(part)) {
      if (tokens[tokens.length - 1] !== NUMBER) tokens.push(NUMBER); // "# No." says it twice
      continue;
    }
    if (part.startsWith("ال") && /^ال\p{L}{3,}/u.test(part)) {
      tokens.push(part.slice(2)); // the Arabic article
      continue;
    }
    const compound = COMPOUND.exec(part);
    if (!compound) tokens.push(part);
    else tokens.push(compound[1]!, /^(datum|dato)$/.test(compound[2]!) ? "datum" : NUMBER);
  }
  return tokens;
}

/** True when the words differ by at most one letter changed, added or lost. */
export function withinOneEdit(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  return restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB;
}

/** Share of common tokens of two names (Dice), 0 to 1; legal forms count. */
export function similarity(a: string, b: string): number {
  const left = new Set(nameTokens(a));
  const other = new Set(nameTokens(b));
  if (left.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const token of left) if (other.has(token)) common++;
  return (2 * common) / (left.size + other.size);
}

export const nameTokens = (name: string): string[] => plain(name.replace(/(\p{L})\.(?=\p{L}(\.|\b))/gu, "$1")).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
