import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { openCompany, shortDecimal } from "../companies/index.ts";
import { recordEvent } from "../events/index.ts";
import { csvNumber, type CsvNumber } from "../platform/csv.ts";
import { camelCase, readCsv, rowsHaveErrors, shownFirst, snakeCase } from "../platform/read-csv.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import { factsOf } from "./change.ts";
import { ChangeItem, itemColumns, type ImportAnswer, type ImportCsv, type ItemFilter } from "./contract.ts";
import { whyNotRate } from "./policy.ts";
import { insertItem, listItems, updateItem, type ItemFacts, type ItemRow, type ListedItem } from "./queries.ts";

/**
 * Reads services and products from CSV (claim B14). Rows are matched by code, else exact name; a column that is missing
 * from the file leaves what is there. Without `commit` nothing changes and every row says what would happen. With it, all
 * rows are written in one transaction, or none when one has an error (csv_has_errors).
 */
export function importItems(scope: Scope, input: z.infer<typeof ImportCsv>): Promise<ImportAnswer> {
  const { rows, unknownColumns } = readCsv(input.csv, "name", itemColumns);
  return scope.transaction(async (tx) => {
    const company = await openCompany(tx, input.companyId);
    const known = await allItems(tx, { companyId: input.companyId, archived: "no" });
    const byCode = new Map(known.filter((item) => item.code).map((item) => [item.code!, item]));
    const byName = new Map(known.map((item) => [item.name.toLowerCase(), item]));
    const codes = new Map<string, number>();
    const answer: ImportAnswer = { committed: input.commit, created: 0, updated: 0, unchanged: 0, failed: 0, unknownColumns, rows: [] };
    const shown: ImportAnswer["rows"] = [];
    const work: (() => Promise<unknown>)[] = [];
    for (const { line, values } of rows) {
      const name = values["name"] ?? "";
      const match = (values["code"] && byCode.get(values["code"])) || byName.get(name.toLowerCase()) || null;
      const { facts, errors } = factsOfRow(values, match, company.currency);
      const holder = facts?.code ? byCode.get(facts.code) : undefined;
      if (holder && holder.id !== match?.id) errors.push({ column: "code", message: `${holder.name} has this number already.` });
      const twice = facts?.code ? codes.get(facts.code) : undefined;
      if (twice) errors.push({ column: "code", message: `Line ${twice} has this number too.` });
      if (facts?.code && !twice) codes.set(facts.code, line);
      if (errors.length > 0 || !facts) {
        answer.failed += 1;
        shown.push({ line, name, action: "skip", errors });
      } else if (match && same(facts, match)) {
        answer.unchanged += 1;
        shown.push({ line, name, action: "skip", errors: [] });
      } else if (match) {
        answer.updated += 1;
        shown.push({ line, name, action: "update", errors: [] });
        work.push(() => updateItem(tx, match.id, facts, scope.now()));
      } else {
        answer.created += 1;
        shown.push({ line, name, action: "create", errors: [] });
        work.push(() => insertItem(tx, { id: randomUUID(), companyId: input.companyId, at: scope.now() }, facts));
      }
    }
    if (input.commit) {
      if (answer.failed > 0) throw rowsHaveErrors(answer.failed);
      for (const write of work) await write();
      if (work.length > 0) recordEvent(tx, { action: "items.imported", summary: `Imported services and products from CSV: ${answer.created} added, ${answer.updated} changed`, companyId: input.companyId, subjectKind: "company", subjectId: input.companyId, details: { created: answer.created, updated: answer.updated } });
    }
    return { ...answer, rows: shownFirst(shown) };
  });
}

const same = (facts: ItemFacts, item: ItemRow) => Object.keys(facts).every((key) => {
  const [given, kept] = [facts[key as keyof ItemFacts] ?? "", item[key as keyof ItemFacts] ?? ""];
  return given === kept || (/^(unit_price|vat_rate)$/.test(key) && shortDecimal(given) === shortDecimal(kept));
});

function factsOfRow(values: Record<string, string>, before: ItemRow | null, currency: string): { facts: ItemFacts | null; errors: { column: string; message: string }[] } {
  const usual: Record<string, string> = { kind: "service", unit: "C62", currency, vat_rate: "0" };
  const input: Record<string, unknown> = { version: 0 };
  for (const column of itemColumns) {
    const value = values[column] ?? before?.[column]?.toString() ?? "";
    input[camelCase(column)] = value === "" ? usual[column] ?? (column === "code" || column === "description" ? null : "") : value;
  }
  for (const code of ["currency", "vatCategory", "unit"]) input[code] = String(input[code]).toUpperCase();
  input["kind"] = String(input["kind"]).toLowerCase();
  const parsed = ChangeItem.safeParse(input);
  if (!parsed.success) return { facts: null, errors: parsed.error.issues.map((problem) => ({ column: snakeCase(String(problem.path[0] ?? "name")), message: problem.message })) };
  const problem = whyNotRate(parsed.data.vatCategory, parsed.data.vatRate);
  return { facts: factsOf(parsed.data), errors: problem ? [{ column: "vat_rate", message: problem }] : [] };
}

async function allItems(tx: Tx, filter: z.infer<typeof ItemFilter>): Promise<ItemRow[]> {
  const rows: ItemRow[] = [];
  let after: [string, string] | null = null;
  for (;;) {
    const page: ListedItem[] = await listItems(tx, filter, after, 1000);
    rows.push(...page);
    if (page.length < 1000) return rows;
    after = [page.at(-1)!.sort_key, page.at(-1)!.id];
  }
}

/** Rows of the services' CSV: the columns of the import, a page at a time. */
export async function* itemRows(scope: Scope, filter: z.infer<typeof ItemFilter>): AsyncGenerator<(string | CsvNumber)[]> {
  let after: [string, string] | null = null;
  for (;;) {
    const page: ListedItem[] = await scope.transaction((tx) => listItems(tx, filter, after, 1000));
    for (const row of page) yield itemColumns.map((column) => (column === "unit_price" || column === "vat_rate" ? csvNumber(shortDecimal(row[column])) : row[column]?.toString() ?? ""));
    if (page.length < 1000) return;
    after = [page.at(-1)!.sort_key, page.at(-1)!.id];
  }
}
