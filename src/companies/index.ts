import { common } from "../platform/refusal.ts";
import type { Tx } from "../workspaces/index.ts";
import { needCompany } from "./change.ts";
import { refuse } from "./policy.ts";
import { findCompany, findSeries, type CompanyRow } from "./queries.ts";

export { createCompany, changeCompany } from "./change.ts";
export { formatNumber, isAccountNumber, plainAccount, plainElectronicAddress, plainTaxId } from "./policy.ts";
export type { CompanyRow } from "./queries.ts";
export { takeNextNumber, unlessTaken, type NumberTaken } from "./series.ts";
export { readStored, storeBytes } from "./stored.ts";
export { addressLines, shortDecimal, todayOf } from "./view.ts";

/** The company, or not_found. */
export const companyOf = (tx: Tx, id: string): Promise<CompanyRow> => needCompany(tx, id, findCompany);

/** The company, for new work in its books: refuses company_archived. */
export async function openCompany(tx: Tx, id: string): Promise<CompanyRow> {
  const company = await companyOf(tx, id);
  if (company.archived_at) throw refuse("company_archived", { name: company.name });
  return company;
}

/** Refuses not_found where a row is missing, which is also what a neighbour's row looks like. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw common.refuse("not_found");
  return row;
}

/** Is this a number series of the company? */
export const seriesOfCompany = async (tx: Tx, companyId: string, seriesId: string): Promise<boolean> => (await findSeries(tx, seriesId))?.company_id === companyId;
