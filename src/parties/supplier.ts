import { randomUUID } from "node:crypto";
import { isAccountNumber, plainAccount, plainTaxId } from "../companies/index.ts";
import { recordEvent } from "../events/index.ts";
import type { Tx } from "../workspaces/index.ts";
import { insertParty, markKind, partiesByIban, partiesByRegistration, partiesByTaxId, partiesForNames, saveBankAccount, type PartyRow } from "./queries.ts";

/** What a received invoice says about its sender. Texts as printed; only the name is needed. */
export type SupplierFacts = {
  companyId: string;
  name: string;
  vatId?: string | null; taxNumber?: string | null; registration?: string | null;
  iban?: string | null; bic?: string | null; email?: string | null; phone?: string | null;
  /** Lines of the postal address, as printed. */
  address?: string[] | null;
  country?: string | null;
};
/** How the supplier was recognised; "made" when nobody fitted. */
export type SupplierMatch = "vat_id" | "registration" | "iban" | "name" | "made";

/**
 * The supplier whom a received invoice is from: by VAT id, else registration or tax number, else bank account, else name
 * (legal forms, accents and punctuation aside); made when nobody fits. A step that finds two different parties decides
 * nothing. A VAT id that contradicts the found party's goes before bank account and name, which two firms may share.
 * `newAccount` says that the bank account was not known for a supplier who had one: worth a question before paying.
 */
export async function findOrMakeSupplier(tx: Tx, facts: SupplierFacts): Promise<{ party: PartyRow; match: SupplierMatch; newAccount: boolean }> {
  const seen = await findSupplier(tx, facts);
  const party = seen?.party ?? await makeSupplier(tx, facts);
  if (!party.is_supplier) await markKind(tx, party.id, "supplier");
  const iban = facts.iban ? plainAccount(facts.iban) : null;
  let newAccount = false;
  if (iban && isAccountNumber(iban)) {
    const added = await saveBankAccount(tx, { id: randomUUID(), partyId: party.id, iban, bic: facts.bic ? plainAccount(facts.bic) : null, holder: null, bankName: null, at: tx.scope.now() });
    newAccount = added && seen !== null;
    if (newAccount) recordEvent(tx, { action: "supplier.account_seen", summary: `First saw the bank account …${iban.slice(-4)} of ${party.name}`, subjectKind: "party", subjectId: party.id, companyId: party.company_id });
  }
  return { party: { ...party, is_supplier: true }, match: seen?.match ?? "made", newAccount };
}

/** As `findOrMakeSupplier`, but only looks; null when nobody fits. */
export async function findSupplier(tx: Tx, facts: SupplierFacts): Promise<{ party: PartyRow; match: Exclude<SupplierMatch, "made"> } | null> {
  const vatId = facts.vatId ? plainTaxId(facts.vatId) : "";
  const only = (rows: PartyRow[]) => (rows.length === 1 ? rows[0]! : null);
  const fits = (party: PartyRow | null) => (party && !(vatId && party.vat_id && party.vat_id !== vatId) ? party : null);
  if (vatId) {
    const party = only(await partiesByTaxId(tx, facts.companyId, vatId));
    if (party) return { party, match: "vat_id" };
  }
  const registrations = [facts.registration, facts.taxNumber].map((id) => (id ? plainTaxId(id) : "")).filter((id) => id.length >= 4);
  if (registrations.length > 0) {
    const party = fits(only(await partiesByRegistration(tx, facts.companyId, registrations)));
    if (party) return { party, match: "registration" };
  }
  if (facts.iban && isAccountNumber(facts.iban)) {
    const party = fits(only(await partiesByIban(tx, facts.companyId, plainAccount(facts.iban))));
    if (party) return { party, match: "iban" };
  }
  const key = nameKey(facts.name);
  if (key.length >= 3) {
    const beginning = facts.name.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "").slice(0, 3);
    const named = (await partiesForNames(tx, facts.companyId, beginning)).filter((row) => nameKey(row.name) === key);
    const party = fits(only(named));
    if (party) return { party, match: "name" };
  }
  return null;
}

const legalForms = /\b(gmbh( & co\.? ?kg)?|ug|ag|kg|ohg|gbr|e\.? ?k|ltd|limited|plc|llc|llp|inc|corp|co|company|s\.?a\.?r\.?l|s\.?a\.?s|s\.?a|s\.?r\.?l|s\.?p\.?a|s\.?l|b\.?v|n\.?v|oy|ab|as|aps|sp\.? ?z ?o\.? ?o|d\.?a\.?c|teo)\b\.?/g;

/** A name without legal form, accents, case and punctuation: "Brennan Timber Ltd." and "BRENNAN TIMBER" are one. */
export const nameKey = (name: string): string => {
  const folded = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const bare = folded.replace(legalForms, " ").replace(/[^\p{L}\p{N}]/gu, "");
  return bare || folded.replace(/[^\p{L}\p{N}]/gu, "");
};

async function makeSupplier(tx: Tx, facts: SupplierFacts): Promise<PartyRow> {
  const [line1 = null, line2 = null, ...rest] = facts.address ?? [];
  const cut = (text: string | null | undefined, longest: number) => text?.replace(/\s+/g, " ").trim().slice(0, longest) || null;
  const party = await insertParty(tx, { id: randomUUID(), companyId: facts.companyId, isCustomer: false, isSupplier: true, at: tx.scope.now() }, {
    name: cut(facts.name, 200) ?? "Unnamed supplier", number: null, contact_name: null, electronic_address: null, einvoice_format: "auto", email: cut(facts.email, 320), phone: cut(facts.phone, 60), website: null,
    address_line1: cut(line1, 200), address_line2: cut(line2, 200), postal_code: null, city: cut(rest.join(", "), 100), region: null,
    country: facts.country && /^[A-Z]{2}$/.test(facts.country) ? facts.country : null,
    vat_id: facts.vatId ? plainTaxId(facts.vatId).slice(0, 30) || null : null, tax_number: cut(facts.taxNumber, 60), registration: cut(facts.registration, 100),
    locale: null, currency: null, terms_days: null, buyer_reference: null, notes: null,
  });
  recordEvent(tx, { action: "supplier.created", summary: `Added the supplier ${party.name} from a received invoice`, subjectKind: "party", subjectId: party.id, companyId: party.company_id });
  return party;
}
