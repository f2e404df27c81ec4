// How good a password is. Read by the server, which decides, and by the browser, which shows it while somebody types.
// The lists (49,233 common passwords) are fetched when they are first needed, so that pages stay small.

/** Why a password is refused. */
export type Weakness = "too_short" | "too_long" | "common" | "names_you" | "guessable";

export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 256;

/** Words that no password of ours may lean on, whoever makes it (V6.1.2). Names of person, workspace, company and mail address join them. */
export const PRODUCT_WORDS: readonly string[] = ["counterfoil", "invoice", "invoices", "billing", "accounting", "bookkeeping", "rechnung", "facture", "factura"];

/** Words of a text that are long enough to matter: "Olive Owner <o.owner@books.example>" → olive, owner, books, example. */
export const wordsOf = (...texts: readonly (string | null | undefined)[]): string[] =>
  [...new Set(texts.flatMap((text) => fold(text ?? "").split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 4))];

const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const letterOf: Record<string, string> = { "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "€": "e", "!": "i", "|": "l", "+": "t" };
const spelt = (text: string): string => [...text].map((sign) => letterOf[sign] ?? sign).join("");

/** At most this much around a listed word is decoration: "password2026!!" is the word "password". */
const DECORATION = 8;
/** What is left of a password without the names in it must be this long. */
const REST = 8;
/** zxcvbn's estimate of 10⁸ guesses and more: score 3 of 4. */
const MIN_SCORE = 3;

type Judge = { common: ReadonlySet<string>; score(password: string, words: readonly string[]): number };
let judge: Promise<Judge> | null = null;
const loadJudge = (): Promise<Judge> => (judge ??= Promise.all([import("@zxcvbn-ts/core"), import("@zxcvbn-ts/language-common")]).then(([{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }]) => {
  const { qwerty, qwertz, azerty, keypad } = adjacencyGraphs;
  // Of long passwords the first 72 characters are weighed: longer work would only cost time.
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: { qwerty, qwertz, azerty, keypad }, maxLength: 72 });
  return { common: new Set(dictionary["passwords-common"]), score: (password: string, words: readonly string[]) => zxcvbn.check(password, [...words]).score };
}));

/** The listed word that a password is, or that it merely decorates or repeats; null when there is none. */
export function commonStem(password: string, common: ReadonlySet<string>): string | null {
  const folded = fold(password);
  for (const text of [folded, spelt(folded)]) {
    if (common.has(text)) return text;
    // The word inside, with the decoration of either spelling taken off: "P@ssw0rd2026!" ends in digits, not in letters.
    for (const stem of [text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""), spelt(folded.replace(/^[^\p{L}@$]+|[^\p{L}]+$/gu, ""))]) {
      if (stem.length >= 4 && folded.length - stem.length <= DECORATION && common.has(stem)) return stem;
    }
    const repeated = /^(.{3,}?)\1+$/u.exec(text)?.[1];
    if (repeated && common.has(repeated)) return repeated;
  }
  return null;
}

/** Whether a password is little more than names: those of the product, the person, their mail address, their workspaces and companies. */
export function leansOnNames(password: string, words: readonly string[]): boolean {
  const folded = fold(password);
  let rest = folded;
  for (const word of [...words].sort((a, b) => b.length - a.length)) if (word.length >= 4) rest = rest.replaceAll(word, "");
  return rest.length < folded.length && [...rest].length < REST;
}

/** How good a password is, from 0 to 4, and why it is refused (null: it is not). `words`: names that it must not lean on. */
export async function weigh(password: string, words: readonly string[]): Promise<{ score: number; weakness: Weakness | null }> {
  const length = [...password].length;
  if (length < MIN_PASSWORD) return { score: 0, weakness: "too_short" };
  if (length > MAX_PASSWORD) return { score: 0, weakness: "too_long" };
  const { common, score } = await loadJudge();
  if (commonStem(password, common)) return { score: 0, weakness: "common" };
  const names = [...PRODUCT_WORDS, ...words];
  if (leansOnNames(password, names)) return { score: 1, weakness: "names_you" };
  const points = score(password, names);
  return { score: points, weakness: points < MIN_SCORE ? "guessable" : null };
}

/** What to tell about a weak password. */
export const weaknessWords: Record<Weakness, string> = {
  too_short: "Use at least 12 characters.",
  too_long: "Use at most 256 characters.",
  common: "This is one of the passwords that are tried first, or only decorates one. Choose words of your own.",
  names_you: "This is little more than a name that others know. Choose words that have nothing to do with you or us.",
  guessable: "This can be guessed. Make it longer, or less regular; a short sentence is good.",
};
