// Writes src/platform/database-types.ts from a migrated database: one interface per table, as Kysely reads them.
import { writeFile } from "node:fs/promises";
import pg from "pg";

const types: Record<string, string> = {
  uuid: "string", text: "string", bpchar: "string", varchar: "string", date: "string", numeric: "string", timestamptz: "Date", bytea: "Buffer",
  bool: "boolean", int2: "number", int4: "number", int8: "bigint", jsonb: "unknown", inet: "string", float8: "number", _text: "string[]", _uuid: "string[]", interval: "unknown",
};

/** The text of the types file for the given database. */
export async function databaseTypes(connection: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ table: string; column: string; type: string; nullable: boolean; defaulted: boolean }>(`
      select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable,
             (a.atthasdef or a.attidentity <> '') as defaulted
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
      where n.nspname = 'public' and c.relkind in ('r', 'p', 'v') and not c.relispartition and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`);
    const tables = new Map<string, string[]>();
    for (const row of rows) {
      const base = types[row.type];
      if (!base) throw new Error(`no TypeScript type for ${row.table}.${row.column} (${row.type})`);
      const full = row.nullable ? `${base} | null` : base;
      tables.set(row.table, [...(tables.get(row.table) ?? []), `    ${row.column}: ${row.defaulted ? `Generated<${full}>` : full};`]);
    }
    const body = [...tables].map(([table, columns]) => `  ${table}: {\n${columns.join("\n")}\n  };`).join("\n");
    return `// Generated from the migrated database by \`npm run generate\`. Do not edit.\nimport type { Generated } from "kysely";\n\nexport interface Database {\n${body}\n}\n`;
  } finally {
    await client.end();
  }
}

export const writeTypes = async (connection: pg.ClientConfig, path: string) => writeFile(path, await databaseTypes(connection));
