import type { PublicProposal, Selection } from "../contract.ts";

type Line = PublicProposal["shown"]["lines"][number];

/** The buyer's choice as the page keeps it: quantity by line id, for the lines that are in. */
export type Chosen = ReadonlyMap<string, string>;

export const isFixed = (line: Line): boolean => !line.optional && line.groupId === null;

export const toSelection = (chosen: Chosen): Selection => [...chosen].map(([lineId, quantity]) => ({ lineId, quantity }));
export const fromSelection = (selection: readonly { lineId: string; quantity?: string | undefined }[], lines: readonly Line[]): Chosen =>
  new Map(selection.map(({ lineId, quantity }) => [lineId, quantity ?? lines.find((line) => line.id === lineId)?.quantity ?? "1"]));

/** Takes an option in or out; in a choose-one group the new one replaces the old. */
export function toggle(chosen: Chosen, line: Line, group: { id: string; min: number; max: number } | undefined, lines: readonly Line[]): Chosen {
  const next = new Map(chosen);
  if (next.has(line.id)) {
    if (!(group && group.min === 1 && group.max === 1)) next.delete(line.id);
    return next;
  }
  if (group?.max === 1) for (const other of lines) if (other.groupId === group.id) next.delete(other.id);
  next.set(line.id, line.quantity);
  return next;
}

const scaled = (text: string, places: number): bigint => {
  const [whole = "0", part = ""] = text.split(".");
  return BigInt(whole + part.padEnd(places, "0"));
};

/** The next quantity a stepper offers, up (1) or down (-1), within min and max; exact decimals. */
export function step(quantity: string, choice: { min: string; max: string; step: string }, direction: 1 | -1): string {
  const places = Math.max(...[quantity, choice.min, choice.max, choice.step].map((text) => text.split(".")[1]?.length ?? 0));
  const [now, min, max, by] = [quantity, choice.min, choice.max, choice.step].map((text) => scaled(text, places)) as [bigint, bigint, bigint, bigint];
  const wanted = now + (direction === 1 ? by : -by);
  const kept = wanted < min ? min : wanted > max ? max : wanted;
  const digits = kept.toString().padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, "");
}

/** What still keeps the choice from being complete, as a sentence; null when it is whole. */
export function whatIsMissing(chosen: Chosen, shown: PublicProposal["shown"]): string | null {
  for (const group of shown.groups) {
    const count = shown.lines.filter((line) => line.groupId === group.id && chosen.has(line.id)).length;
    if (count < group.min) return group.min === 1 ? `Choose one of “${group.title}”.` : `Choose at least ${group.min} of “${group.title}”.`;
    if (count > group.max) return `Choose at most ${group.max} of “${group.title}”.`;
  }
  return null;
}
