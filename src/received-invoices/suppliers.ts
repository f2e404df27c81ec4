// Who is who: our own companies, which are never the supplier, and the suppliers on file.
import type { FieldPath, Fields } from "@counterfoil/extract";
import { findOrMakeSupplier, findSupplier, listBankAccounts, type SupplierFacts } from "../parties/index.ts";
import type { OwnCompany } from "../platform/reading/child.ts";
import type { Tx } from "../workspaces/index.ts";
import { labelOf, refuse } from "./policy.ts";
import { companyNames, lockSuppliers } from "./queries.ts";

/** The workspace's companies as the reader wants to know them. */
export async function ownCompanies(tx: Tx): Promise<OwnCompany[]> {
  const companies = await companyNames(tx);
  return companies.flatMap((company) => [...new Set([company.name, company.legal_name])].filter((name) => name !== null).map((name) => ({
    name,
    ...(company.vat_id ? { vatIds: [company.vat_id] } : {}),
    ...(company.iban ? { ibans: [company.iban] } : {}),
    ...(company.address ? { address: company.address } : {}),
  })));
}

/** What the current values say about the sender, as the parties noun wants to know it; null without a name. */
function supplierFacts(companyId: string, fields: Fields): SupplierFacts | null {
  const value = (path: FieldPath) => fields[path]?.value ?? null;
  const name = value("supplier.name");
  if (!name) return null;
  return {
    companyId, name, vatId: value("supplier.vatId"), taxNumber: value("supplier.taxNumber"), iban: value("supplier.iban"), bic: value("supplier.bic"),
    email: value("supplier.email"), phone: value("supplier.phone"), address: value("supplier.address")?.split(/\n|, /).map((line) => line.trim()).filter(Boolean) ?? null,
  };
}

/** The supplier on file whose document this seems to be, with the accounts on file. */
export async function recogniseSupplier(tx: Tx, companyId: string, fields: Fields): Promise<{ id: string; name: string; ibans: string[] } | null> {
  const facts = supplierFacts(companyId, fields);
  const match = facts && await findSupplier(tx, facts);
  if (!match || !match.party.is_supplier) return null;
  const accounts = await listBankAccounts(tx, [match.party.id]);
  return { id: match.party.id, name: match.party.name, ibans: accounts.map((account) => account.iban) };
}

/** The supplier to approve for, found or made from the fields. */
export async function supplierToApprove(tx: Tx, companyId: string, fields: Fields): Promise<{ id: string; name: string }> {
  const facts = supplierFacts(companyId, fields);
  if (!facts) throw refuse("questions_open", { paths: labelOf("supplier.name") });
  await lockSuppliers(tx, companyId);
  return (await findOrMakeSupplier(tx, facts)).party;
}
