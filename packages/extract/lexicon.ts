/** Phrases looked up in printed words: folded, longest first, forgiving one misread letter when the words come from OCR. */
import { NUMBER, tokensOf, withinOneEdit } from "./fold.ts";

type Phrase<M> = { tokens: readonly string[]; meaning: M; weight: number };

/** A phrase found at words first..last; a phrase with several meanings has them all. `inside` when it begins within a word. */
export type Hit<M> = { first: number; last: number; inside: boolean; meanings: { meaning: M; weight: number }[] };

export type Lexicon<M> = {
  /** Adds phrases, "|" between them; "~0.6" after one is its weight (1 when absent). */
  means(meaning: M, ...rows: string[]): void;
  /** Phrases in these words from left to right, without overlap. */
  find(words: readonly string[], fuzzy: boolean): Hit<M>[];
};

const SHORTEST_FUZZY = 6;
const MOST_MISREAD = 5_000;

export function lexicon<M>(): Lexicon<M> {
  const byFirst = new Map<string, Phrase<M>[]>();
  const none: Phrase<M>[] = [];
  /** Longest first; put in order when it is looked up, as most phrases never are. */
  const unordered = new Set<Phrase<M>[]>();
  /** What a misread word may have been meant to be; the same words come again and again. */
  const misread = new Map<string, Phrase<M>[]>();

  function means(meaning: M, ...rows: string[]): void {
    for (const entry of rows.join("|").split("|")) {
      const [text, weight] = entry.split("~");
      const tokens = tokensOf(text!);
      if (tokens.length === 0) continue;
      const list = byFirst.get(tokens[0]!) ?? [];
      list.push({ tokens, meaning, weight: weight ? Number(weight) : 1 });
      byFirst.set(tokens[0]!, list);
      unordered.add(list);
    }
    misread.clear();
  }

  function beginningWith(token: string, fuzzy: boolean): Phrase<M>[] {
    const list = byFirst.get(token) ?? (fuzzy && token.length >= SHORTEST_FUZZY ? nearlyBeginningWith(token) : none);
    if (unordered.delete(list)) list.sort((a, b) => b.tokens.length - a.tokens.length || b.weight - a.weight);
    return list;
  }

  function nearlyBeginningWith(token: string): Phrase<M>[] {
    const before = misread.get(token);
    if (before) return before;
    let list = none;
    for (const [first, phrases] of byFirst) {
      if (first.length >= SHORTEST_FUZZY && withinOneEdit(first, token)) {
        list = phrases;
        break;
      }
    }
    if (misread.size >= MOST_MISREAD) misread.clear();
    misread.set(token, list);
    return list;
  }

  function phrasesAt(tokens: readonly { text: string }[], at: number, fuzzy: boolean): Phrase<M>[] {
    const list = beginningWith(tokens[at]!.text, fuzzy);
    if (list.length === 0) return list;
    const matching = list.filter((phrase) => phrase.tokens.every((each, i) => {
      const here = tokens[at + i]?.text;
      return here !== undefined && (i === 0 || here === each || (fuzzy && each.length >= SHORTEST_FUZZY && withinOneEdit(here, each)));
    }));
    const longest = matching[0]?.tokens.length ?? 0;
    const seen = new Set<M>();
    return matching.filter((phrase) => phrase.tokens.length === longest && !seen.has(phrase.meaning) && seen.add(phrase.meaning));
  }

  function find(words: readonly string[], fuzzy: boolean): Hit<M>[] {
    const tokens: { text: string; word: number; inside: boolean }[] = [];
    words.forEach((word, index) => tokensOf(word).forEach((text, i) => {
      if (text !== NUMBER || tokens[tokens.length - 1]?.text !== NUMBER) tokens.push({ text, word: index, inside: i > 0 }); // "# No." says it twice
    }));
    const hits: Hit<M>[] = [];
    for (let at = 0; at < tokens.length; ) {
      const phrases = phrasesAt(tokens, at, fuzzy);
      if (phrases.length === 0) {
        at++;
        continue;
      }
      const length = phrases[0]!.tokens.length;
      const first = tokens[at]!.word;
      let last = tokens[at + length - 1]!.word;
      // "#INV-7" is the sign and the value in one word: the value is not part of the label.
      if (last > first && tokens[at + length - 1]!.text === NUMBER && /\d/.test(words[last]!)) last--;
      hits.push({ first, last, inside: tokens[at]!.inside, meanings: phrases.map(({ meaning, weight }) => ({ meaning, weight })) });
      at += length;
    }
    return hits;
  }

  return { means, find };
}
