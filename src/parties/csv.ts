import { randomUUID } from "node:crypto";
import { openCompany } from "../companies/index.ts";
import { recordEvent } from "../events/index.ts";
import { camelCase, readCsv, rowsHaveErrors, shownFirst, snakeCase } from "../platform/read-csv.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { z } from "zod";
import { factsOf } from "./change.ts";
import { ChangeParty, partyColumns, type ImportAnswer, type ImportCsv, type PartyFilter } from "./contract.ts";
import { insertParty, listParties, updateParty, type ListedParty, type PartyFacts, type PartyRow } from "./queries.ts";

type Column = (typeof partyColumns)[number];

/**
 * Reads customers from CSV (claim B14). Rows are matched by number, else VAT id, else exact name; a column that is missing
 * from the file leaves what is there. Without `commit` nothing changes and every row says what would happen. With it, all
 * rows are written in one transaction, or none when one has an error (csv_has_errors).
 */
export function importCustomers(scope: Scope, input: z.infer<typeof ImportCsv>): Promise<ImportAnswer> {
  const { rows, unknownColumns } = readCsv(input.csv, "name", partyColumns);
  return scope.transaction(async (tx) => {
    await openCompany(tx, input.companyId);
    const known = await knownParties(tx, input.companyId);
    const numbers = new Map<string, number>();
    const answer: ImportAnswer = { committed: input.commit, created: 0, updated: 0, unchanged: 0, failed: 0, unknownColumns, rows: [] };
    const work: (() => Promise<unknown>)[] = [];
    const shown: ImportAnswer["rows"] = [];
    for (const { line, values } of rows) {
      const name = values["name"] ?? "";
      const match = (values["number"] && known.byNumber.get(values["number"])) || (values["vat_id"] && known.byVatId.get(values["vat_id"].replace(/[^A-Za-z0-9]/g, "").toUpperCase())) || known.byName.get(name.toLowerCase()) || null;
      const { facts, errors } = factsOfRow(values, match);
      const twice = facts?.number ? numbers.get(facts.number) : undefined;
      if (facts?.number && twice) errors.push({ column: "number", message: `Line ${twice} has this number too.` });
      if (facts?.number) numbers.set(facts.number, twice ?? line);
      const holder = facts?.number ? known.byNumber.get(facts.number) : undefined;
      if (holder && holder.id !== match?.id) errors.push({ column: "number", message: `${holder.name} has this number already.` });
      if (match && !match.is_customer && errors.length === 0) errors.push({ column: "name", message: "This is a supplier. Add them as customer by hand." });
      if (errors.length > 0 || !facts) {
        answer.failed += 1;
        shown.push({ line, name, action: "skip", errors });
        continue;
      }
      if (match && Object.keys(facts).every((key) => facts[key as keyof PartyFacts] === match[key as keyof PartyFacts])) {
        answer.unchanged += 1;
        shown.push({ line, name, action: "skip", errors: [] });
      } else if (match) {
        answer.updated += 1;
        shown.push({ line, name, action: "update", errors: [] });
        work.push(() => updateParty(tx, match.id, facts, scope.now()));
      } else {
        answer.created += 1;
        shown.push({ line, name, action: "create", errors: [] });
        work.push(() => insertParty(tx, { id: randomUUID(), companyId: input.companyId, isCustomer: true, isSupplier: false, at: scope.now() }, facts));
      }
    }
    if (input.commit) {
      if (answer.failed > 0) throw rowsHaveErrors(answer.failed);
      for (const write of work) await write();
      if (work.length > 0) recordEvent(tx, { action: "customers.imported", summary: `Imported customers from CSV: ${answer.created} added, ${answer.updated} changed`, companyId: input.companyId, subjectKind: "company", subjectId: input.companyId, details: { created: answer.created, updated: answer.updated } });
    }
    return { ...answer, rows: shownFirst(shown) };
  });
}

async function knownParties(tx: Tx, companyId: string) {
  const rows: PartyRow[] = [];
  for (const kind of ["customer", "supplier"] as const) {
    let after: [string, string] | null = null;
    for (;;) {
      const page: ListedParty[] = await listParties(tx, kind, { companyId, archived: "all" }, after, 1000);
      rows.push(...page);
      if (page.length < 1000) break;
      after = [page.at(-1)!.sort_key, page.at(-1)!.id];
    }
  }
  const byNumber = new Map(rows.filter((row) => row.number).map((row) => [row.number!, row]));
  const customersFirst = [...rows].sort((a, b) => Number(a.is_customer) - Number(b.is_customer)); // a later entry wins
  const byVatId = new Map(customersFirst.filter((row) => row.vat_id).map((row) => [row.vat_id!, row]));
  const byName = new Map(customersFirst.filter((row) => row.is_customer).map((row) => [row.name.toLowerCase(), row]));
  return { byNumber, byVatId, byName };
}

function factsOfRow(values: Record<string, string>, before: PartyRow | null): { facts: PartyFacts | null; errors: { column: string; message: string }[] } {
  const given = partyColumns.filter((column) => values[column] !== undefined);
  const input: Record<string, unknown> = { version: 0 };
  for (const column of partyColumns) {
    const value = given.includes(column) ? values[column]! : before?.[column as keyof PartyRow]?.toString() ?? "";
    input[camelCase(column)] = column === "name" ? value : value === "" ? null : value;
  }
  if (input["einvoiceFormat"] === null) delete input["einvoiceFormat"];
  for (const code of ["country", "currency"]) {
    const value = input[code];
    if (typeof value === "string") input[code] = value.toUpperCase();
  }
  if (typeof input["termsDays"] === "string") input["termsDays"] = /^\d{1,3}$/.test(input["termsDays"]) ? Number(input["termsDays"]) : Number.NaN;
  const parsed = ChangeParty.safeParse(input);
  if (parsed.success) return { facts: factsOf(parsed.data), errors: [] };
  const errors = parsed.error.issues.map((problem) => {
    const column = snakeCase(String(problem.path[0] ?? "name"));
    return { column, message: column === "terms_days" ? "Write a whole number of days from 0 to 365." : problem.message };
  });
  return { facts: null, errors };
}

/** Rows of the customers' CSV: the columns of the import, a page at a time so that a long list takes little memory. */
export async function* customerRows(scope: Scope, filter: z.infer<typeof PartyFilter>): AsyncGenerator<string[]> {
  let after: [string, string] | null = null;
  for (;;) {
    const page: ListedParty[] = await scope.transaction((tx) => listParties(tx, "customer", filter, after, 1000));
    for (const row of page) yield partyColumns.map((column: Column) => row[column]?.toString() ?? "");
    if (page.length < 1000) return;
    after = [page.at(-1)!.sort_key, page.at(-1)!.id];
  }
}
