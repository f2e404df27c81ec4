export { draftInvoice } from "./draft.ts";
export { reasonFor, totalsOfDraft, viewTotals, type DraftAmounts } from "./policy.ts";
export { paperLine, paperSeller } from "./print.ts";
export { findInvoice, invoicedQuantities, invoicesOfProposal, lockOpenInvoices, possibleTotals, sumOpen, type InvoiceRow, type LedgerEntryRow } from "./queries.ts";
export { logoOf } from "./render.ts";
export { allocateTo, creditSource, lockIssued, lockIssuedInvoices, post, recover, refundCreditNote, unallocate, writeOff, type Source } from "./settle.ts";
export { buyerSnapshot, hashOfSnapshot, sellerSnapshot } from "./snapshot.ts";
