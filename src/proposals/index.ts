export { createProposal } from "./draft.ts";
export { sendProposal } from "./send.ts";
export { acceptProposal, declineProposal } from "./answer.ts";
export { recordView, shownBy } from "./buyer.ts";
export { findLink, type LinkRow } from "./queries.ts";
