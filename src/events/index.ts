export { recordEvent } from "../workspaces/index.ts";
export { writeEvents, canonical } from "./record.ts";
export { verifyChain } from "./verify.ts";
export { logAnswer, noteRefusal, recordDenial, recordView } from "./requests.ts";
