/** Everything beyond the fields a payment needs: references, accounts, registers, contacts, places, what tills print. One call from read.ts. */
import type { Candidates } from "./candidates.ts";
import type { Make } from "./field.ts";
import type { FoundAccounts } from "./identifier-fields.ts";
import type { Label } from "./labels.ts";
import type { Layout } from "./lines.ts";
import type { Parties } from "./parties.ts";
import { putContacts, putDelivery, putOthers, putRegistrations, registerNumbers } from "./party-details.ts";
import { putNote } from "./notes.ts";
import { paymentAccounts, putCard, putPaymentMeans } from "./payment-accounts.ts";
import { putTypedReference } from "./payment-references.ts";
import type { Fields, ReadAccount, ReadIdentifier } from "./reading.ts";
import { putBuyerReferences, putExchange, putTenders, putTime } from "./receipt-details.ts";
import { putReferences, referenceLabels, textBehind } from "./references.ts";

/** What was read before. `items` are the lines of the item table. */
export type Read = { layout: Layout; labels: readonly Label[]; candidates: Candidates; parties: Parties; items: ReadonlySet<number>; found: FoundAccounts; receipt: boolean };

/** Adds to the fields, and gives the lists; a field that is there already stays. */
export function putDetails(fields: Fields, { layout, labels, candidates, parties, items, found, receipt }: Read, make: Make): { accounts: ReadAccount[]; identifiers: ReadIdentifier[] } {
  const { references, rivals } = referenceLabels(layout, labels);
  const buyers = new Set(parties.buyer?.chunk?.segments ?? []);
  putTypedReference(fields, layout, labels, items, make);
  putReferences(fields, layout, references, rivals, candidates, items, make);
  const accounts = paymentAccounts(layout, found.payable, buyers, items, make);
  // "Account No." announces a bank account as well as a customer's: where it is the bank's, it is no customer number.
  const number = fields["customer.number"]?.evidence[0];
  if (number && accounts.some((account) => account.number?.evidence.some((each) => each.page === number.page && Math.abs(each.box.x - number.box.x) < 1 && Math.abs(each.box.y - number.box.y) < 1))) delete fields["customer.number"];
  const chosen = accounts.find((account) => account.iban && account.iban.value === fields["supplier.iban"]?.value);
  if (chosen?.bic) fields["supplier.bic"] = chosen.bic;
  if (found.debited) fields.debitedAccount ??= make(found.debited.words, found.debited.found.value, 0.97, ["label", "iban_checksum"], { level: "proven" });
  const identifiers = registerNumbers(layout, found.sideOf, items, make);
  putRegistrations(fields, identifiers);
  putBuyerReferences(fields, labels, buyers, layout, make);
  putContacts(fields, layout, references, rivals, parties, items, make);
  putOthers(fields, layout, references, rivals, make);
  putDelivery(fields, parties, make);
  putExchange(fields, layout, references, candidates, make);
  for (const label of references.filter((each) => each.field === "paymentMeans")) putPaymentMeans(fields, textBehind(layout, label, []), make);
  if (!fields.paymentMeans && fields.mandateReference && fields.creditorId) {
    // A mandate and a creditor identifier are printed for one reason alone.
    fields.paymentMeans = { ...fields.mandateReference, value: "59", checks: ["mandate", "creditor_id"], alternatives: [] };
  }
  putCard(fields, layout, make);
  const till = receipt || fields.documentType?.value === "receipt";
  putTime(fields, layout, till, make);
  putTenders(fields, layout, candidates, items, till, make);
  if (!till) putNote(fields, layout, labels, items, make);
  return { accounts, identifiers };
}
