// The words that events are found by. Pure: the job that indexes and the search that looks up must cut text alike.

const LONGEST = 40;

/** Lower case without accents; plain letters, which most texts are, need no Unicode tables. */
const fold = (text: string): string => (/[^\x00-\x7f]/.test(text) ? text.normalize("NFKD").replace(/\p{M}/gu, "") : text).toLowerCase();
const cut = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a text: lower case, without accents, each once. "Müller & Söhne TW-0188" → muller, sohne, tw, 0188. */
export function wordsOf(text: string): string[] {
  return [...new Set(cut(fold(text)).map((word) => (word.length > LONGEST ? [...word].slice(0, LONGEST).join("") : word)))];
}

export type Searchable = { summary: string; actor_name: string | null; ip: string | null; request_id: string | null };

const textOf = (event: Searchable): string => `${event.summary} ${event.actor_name ?? ""} ${event.ip ?? ""} ${event.request_id ?? ""}`;

/** Everything an event can be found by: its sentence, who did it, the address and the request. */
export const wordsOfEvent = (event: Searchable): string[] => wordsOf(textOf(event));

/** Does each wanted word begin one of the event's words? Most texts do not even hold the letters. */
export function fits(wanted: readonly string[], event: Searchable): boolean {
  const text = fold(textOf(event));
  if (!wanted.every((want) => text.includes(want))) return false;
  const words = cut(text);
  return wanted.every((want) => words.some((word) => word.startsWith(want)));
}
