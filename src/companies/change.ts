import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { recordEvent } from "../events/index.ts";
import { changesOf, shownFields } from "../platform/changes.ts";
import { common } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { ChangeCompany, NewCompany } from "./contract.ts";
import { plainAccount, plainElectronicAddress, plainTaxId, refuse } from "./policy.ts";
import { insertCompany, insertSeries, lockCompany, setCompanyArchived, updateCompany, type CompanyRow } from "./queries.ts";

/** What people typed, in the form that is kept: no empty texts, identifiers without spaces. */
function tidy<T extends NewCompany>(input: T): T {
  const emptied = Object.fromEntries(Object.entries(input).map(([key, value]) => [key, value === "" ? null : value])) as T;
  return { ...emptied, vatId: emptied.vatId && plainTaxId(emptied.vatId), iban: emptied.iban && plainAccount(emptied.iban), bic: emptied.bic && plainAccount(emptied.bic), electronicAddress: plainElectronicAddress(emptied.electronicAddress), colour: emptied.colour?.toLowerCase() ?? null };
}

const startingSeries = [
  { kind: "invoice", name: "Invoices", pattern: "{year}-{counter:4}" },
  { kind: "credit_note", name: "Credit notes", pattern: "CN-{year}-{counter:4}" },
  { kind: "proposal", name: "Proposals", pattern: "P-{year}-{counter:3}" },
] as const;

/** Adds a company with a series each for invoices, credit notes and proposals, restarting every year. */
export function createCompany(scope: Scope, input: NewCompany): Promise<CompanyRow> {
  return scope.transaction(async (tx) => {
    await refuseUnknownZone(tx, input.timeZone);
    const company = await insertCompany(tx, randomUUID(), tidy(input), scope.now());
    for (const series of startingSeries)
      await insertSeries(tx, { ...series, id: randomUUID(), company_id: company.id, resets: "yearly", chronological: series.kind !== "proposal", is_default: true });
    recordEvent(tx, { action: "company.created", summary: `Added the company ${company.name}`, subjectKind: "company", subjectId: company.id, companyId: company.id, details: { after: shownFields(company, ["name", "country", "currency", "time_zone", "vat_id", "iban"]) } });
    return company;
  });
}

const bankFields = ["iban", "bic", "bank_name", "account_holder"] as const;

/**
 * Changes a company's profile. What was issued keeps the profile of its day. Refuses changed_elsewhere. `askProof` is called
 * before bank details change, and refuses whoever did not prove just now who they are.
 */
export function changeCompany(scope: Scope, id: string, input: ChangeCompany, askProof: () => void): Promise<CompanyRow> {
  return scope.transaction(async (tx) => {
    const before = await needCompany(tx, id, lockCompany);
    if (before.version !== input.version) throw common.refuse("changed_elsewhere");
    await refuseUnknownZone(tx, input.timeZone);
    const company = await updateCompany(tx, id, tidy(input), scope.now());
    if (bankFields.some((field) => before[field] !== company[field])) askProof();
    // Bank details are named with their last digits: a changed account is what an auditor looks for first.
    const changes = changesOf(before, company);
    if (changes.changed.length > 0) recordEvent(tx, { action: "company.changed", summary: `Changed the company ${company.name}`, subjectKind: "company", subjectId: id, companyId: id, details: changes });
    return company;
  });
}

/** Puts a company away or brings it back. Its documents stay. */
export function archiveCompany(scope: Scope, id: string, archived: boolean): Promise<CompanyRow> {
  return scope.transaction(async (tx) => {
    await needCompany(tx, id, lockCompany);
    const company = (await setCompanyArchived(tx, id, archived ? scope.now() : null))!;
    recordEvent(tx, { action: archived ? "company.archived" : "company.restored", summary: `${archived ? "Archived" : "Brought back"} the company ${company.name}`, subjectKind: "company", subjectId: id, companyId: id });
    return company;
  });
}

/** JavaScript and PostgreSQL each bring a list of time zones; "overdue" is asked of both, so both must know the name. */
async function refuseUnknownZone(tx: Tx, name: string): Promise<void> {
  await tx.one(sql`select now() at time zone ${name} as local`).catch((error: { code?: string }) => { throw error.code === "22023" ? refuse("time_zone_unknown", { name }) : error; });
}

export async function needCompany(tx: Tx, id: string, find: (tx: Tx, id: string) => Promise<CompanyRow | undefined>): Promise<CompanyRow> {
  const company = await find(tx, id);
  if (!company) throw common.refuse("not_found");
  return company;
}
