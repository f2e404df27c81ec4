// Every column of the database has a class (security/data-map.json), and the classes' rules hold where they can be checked.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { rootDir } from "../../src/platform/config.ts";
import { testServices } from "../builders.ts";

type Class = "public" | "working" | "business" | "personal" | "secret";
type DataMap = { classes: Record<Class, string>; files: { where: string; holds: string; class: Class; rule: string }[]; tables: Record<string, Partial<Record<Class, string[]>>> };
const map = JSON.parse(readFileSync(join(rootDir, "security", "data-map.json"), "utf8")) as DataMap;
const classes = Object.keys(map.classes) as Class[];

describe("data and their classes", () => {
  const services = testServices();
  async function catalogue(): Promise<{ table: string; column: string; type: string }[]> {
    const client = new pg.Client(services.databaseConnections.owner);
    await client.connect();
    const { rows } = await client.query(`
      select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`).finally(() => client.end());
    return rows;
  }

  test("V14.1.1 every column has one class, and the map names nothing that is not there", async () => {
    const columns = await catalogue();
    expect(columns.length).toBeGreaterThan(500);
    const wrong: string[] = [];
    for (const { table, column } of columns) {
      const given = classes.filter((one) => map.tables[table]?.[one]?.includes(column));
      if (given.length !== 1) wrong.push(`${table}.${column} is ${given.length === 0 ? "in no class" : given.join(" and ")}: put it into one in security/data-map.json (secret opens something, personal is about a person, business is what documents say, working is ids, states and instants)`);
    }
    const there = new Set(columns.map(({ table, column }) => `${table}.${column}`));
    for (const [table, byClass] of Object.entries(map.tables)) for (const column of Object.values(byClass).flat()) if (!there.has(`${table}.${column}`)) wrong.push(`${table}.${column} is no longer there: take it out of security/data-map.json`);
    expect(wrong).toEqual([]);
  });

  test("V14.1.2 every class has its rule, every place of files its class", () => {
    for (const one of classes) expect(map.classes[one].length, one).toBeGreaterThan(10);
    for (const place of map.files) expect([classes.includes(place.class), place.holds.length > 0, place.rule.length > 0], place.where).toEqual([true, true, true]);
    const page = readFileSync(join(rootDir, "docs", "security", "data.md"), "utf8");
    for (const one of classes) expect(page, `docs/security/data.md says nothing of ${one}`).toContain(`**${one}**`);
  });

  test("V14.2.4 what is secret lies as a hash or sealed, and no answer of the API has a place for it", async () => {
    const types = new Map((await catalogue()).map(({ table, column, type }) => [`${table}.${column}`, type]));
    const readable = Object.entries(map.tables).flatMap(([table, byClass]) => (byClass.secret ?? []).map((column) => `${table}.${column}`)).filter((name) => types.get(name) !== "bytea");
    // A bcrypt hash is text by its own form; the key that makes a request idempotent opens nothing of anybody else's.
    expect(readable).toEqual(["credential.password_hash", "idempotency_key.key"]);

    const description = JSON.parse(readFileSync(join(rootDir, "openapi.json"), "utf8")) as { paths: Record<string, Record<string, { responses?: unknown }>>; components: { schemas: Record<string, unknown> } };
    const names = new Set(Object.values(map.tables).flatMap((byClass) => byClass.secret ?? []).filter((name) => !["id", "key", "fingerprint"].includes(name)).map((name) => name.replace(/_(\w)/g, (_whole, letter: string) => letter.toUpperCase())));
    expect(names.has("keyHash")).toBe(true);
    const found: string[] = [];
    const visit = (node: unknown, where: string): void => {
      if (Array.isArray(node)) return node.forEach((one) => visit(one, where));
      if (!node || typeof node !== "object") return;
      const properties = (node as { properties?: Record<string, unknown> }).properties;
      for (const name of Object.keys(properties ?? {})) if (names.has(name)) found.push(`${where} answers ${name}`);
      Object.values(node).forEach((one) => visit(one, where));
    };
    for (const [path, methods] of Object.entries(description.paths)) for (const [method, operation] of Object.entries(methods)) visit(operation.responses, `${method.toUpperCase()} ${path}`);
    for (const [name, schema] of Object.entries(description.components.schemas).filter(([name]) => !name.endsWith("Input"))) visit(schema, name);
    expect(found).toEqual([]);
  });
});
