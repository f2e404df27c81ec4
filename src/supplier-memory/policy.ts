import { declareRefusals } from "../platform/refusal.ts";

/** Layouts that a company keeps; the longest unused go first. All of them travel with each document that is read. */
export const MOST_LAYOUTS_KEPT = 200;
/** Confirmed documents of a supplier that a lesson is tried on, the newest first. */
export const MOST_REPLAYED = 20;

export const { refuse } = declareRefusals({
  memory_damaged: [422, "{problem} Choose a file that came from Export, unchanged."],
  memory_too_large: [422, "A supplier has at most {most} layouts; this file has {count}."],
});
