// The words that events are found by. Pure: the job that indexes and the search that looks up must cut text alike.

const LONGEST = 40;

/** The words of a text: lower case, without accents, each once. "Müller & Söhne TW-0188" → muller, sohne, tw, 0188. */
export function wordsOf(text: string): string[] {
  const found = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(found.map((word) => [...word].slice(0, LONGEST).join("")))];
}

export type Searchable = { summary: string; actor_name: string | null; ip: string | null; request_id: string | null };

/** Everything an event can be found by: its sentence, who did it, the address and the request. */
export const wordsOfEvent = (event: Searchable): string[] =>
  wordsOf(`${event.summary} ${event.actor_name ?? ""} ${event.ip ?? ""} ${event.request_id ?? ""}`);

/** Does each wanted word begin one of the event's words? */
export const fits = (wanted: readonly string[], event: Searchable): boolean => {
  const words = wordsOfEvent(event);
  return wanted.every((want) => words.some((word) => word.startsWith(want)));
};
