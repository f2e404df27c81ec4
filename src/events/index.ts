export { recordEvent } from "../workspaces/index.ts";
export { writeEvents, canonical } from "./record.ts";
export { verifyChain } from "./queries.ts";
