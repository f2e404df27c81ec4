// What other nouns and hosts may use of file retention.
export { confirmClock, readClock, viewClock } from "./clock.ts";
export { placeHold } from "./holds.ts";
export { keepWords } from "./policy.ts";
