export { recordEvent, writeEvents, canonical } from "./record.ts";
export { verifyChain } from "./queries.ts";
