import { randomUUID } from "node:crypto";
import { openCompany, plainAccount, plainElectronicAddress, plainTaxId } from "../companies/index.ts";
import { recordEvent } from "../events/index.ts";
import { common } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { ChangeParty, NewParty, PartyKind } from "./contract.ts";
import { refuse } from "./policy.ts";
import { holderOfNumber, insertParty, lockParty, removeOtherBankAccounts, saveBankAccount, setPartyArchived, updateParty, type PartyFacts, type PartyRow } from "./queries.ts";

type Facts = Omit<NewParty, "companyId" | "bankAccounts">;

/** What people typed as columns: no empty texts, identifiers in the one form that is compared. */
export const factsOf = (input: Facts): PartyFacts => ({
  name: input.name, number: input.number || null, contact_name: input.contactName || null, email: input.email || null, phone: input.phone || null, website: input.website || null,
  address_line1: input.addressLine1 || null, address_line2: input.addressLine2 || null, postal_code: input.postalCode || null, city: input.city || null, region: input.region || null, country: input.country,
  vat_id: input.vatId ? plainTaxId(input.vatId) || null : null, tax_number: input.taxNumber || null, registration: input.registration || null,
  locale: input.locale, currency: input.currency, terms_days: input.termsDays, electronic_address: plainElectronicAddress(input.electronicAddress), einvoice_format: input.einvoiceFormat, buyer_reference: input.buyerReference || null, notes: input.notes || null,
});

/** Adds a customer or a supplier to a company's books. Refuses party_number_taken. */
export function createParty(scope: Scope, kind: PartyKind, input: NewParty): Promise<PartyRow> {
  return scope.transaction(async (tx) => {
    await openCompany(tx, input.companyId);
    const facts = factsOf(input);
    await refuseTakenNumber(tx, input.companyId, facts.number, null);
    const party = await insertParty(tx, { id: randomUUID(), companyId: input.companyId, isCustomer: kind === "customer", isSupplier: kind === "supplier", at: scope.now() }, facts);
    await keepAccounts(tx, party, input.bankAccounts);
    recordEvent(tx, { action: `${kind}.created`, summary: `Added the ${kind} ${party.name}`, subjectKind: "party", subjectId: party.id, companyId: party.company_id });
    return party;
  });
}

/** Changes a customer or supplier. What was issued to them keeps the details of its day. Refuses changed_elsewhere. */
export function changeParty(scope: Scope, kind: PartyKind, id: string, input: ChangeParty): Promise<PartyRow> {
  return scope.transaction(async (tx) => {
    const before = await lockParty(tx, id, kind);
    if (!before) throw common.refuse("not_found");
    if (before.version !== input.version) throw common.refuse("changed_elsewhere");
    const facts = factsOf(input);
    await refuseTakenNumber(tx, before.company_id, facts.number, id);
    const party = await updateParty(tx, id, facts, scope.now());
    const accounts = await keepAccounts(tx, party, input.bankAccounts);
    const changed = Object.keys(facts).filter((key) => facts[key as keyof PartyFacts] !== before[key as keyof PartyFacts]);
    if (changed.length > 0 || accounts.added.length > 0 || accounts.removed.length > 0)
      recordEvent(tx, { action: `${kind}.changed`, summary: `Changed the ${kind} ${party.name}`, subjectKind: "party", subjectId: id, companyId: party.company_id, details: { changed, ...accounts } });
    return party;
  });
}

/** Puts a customer or supplier away, or brings them back. Their documents stay. */
export function archiveParty(scope: Scope, kind: PartyKind, id: string, archived: boolean): Promise<PartyRow> {
  return scope.transaction(async (tx) => {
    if (!(await lockParty(tx, id, kind))) throw common.refuse("not_found");
    const party = await setPartyArchived(tx, id, archived ? scope.now() : null);
    recordEvent(tx, { action: `${kind}.${archived ? "archived" : "restored"}`, summary: `${archived ? "Archived" : "Brought back"} the ${kind} ${party.name}`, subjectKind: "party", subjectId: id, companyId: party.company_id });
    return party;
  });
}

export async function refuseTakenNumber(tx: Tx, companyId: string, number: string | null, except: string | null): Promise<void> {
  const holder = number ? await holderOfNumber(tx, companyId, number) : undefined;
  if (holder && holder.id !== except) throw refuse("party_number_taken", { name: holder.name });
}

/** Makes the bank accounts those of the list; tells which came and went, by their last digits. */
async function keepAccounts(tx: Tx, party: PartyRow, accounts: NewParty["bankAccounts"]): Promise<{ added: string[]; removed: string[] }> {
  const added: string[] = [];
  for (const account of accounts) {
    const iban = plainAccount(account.iban);
    const isNew = await saveBankAccount(tx, { id: randomUUID(), partyId: party.id, iban, bic: account.bic ? plainAccount(account.bic) : null, holder: account.holder || null, bankName: account.bankName || null, at: tx.scope.now() });
    if (isNew) added.push(`…${iban.slice(-4)}`);
  }
  const removed = await removeOtherBankAccounts(tx, party.id, accounts.map((account) => plainAccount(account.iban)), tx.scope.now());
  return { added, removed: removed.map((row) => `…${row.iban.slice(-4)}`) };
}
