import pg from "pg";
import { describe, expect, test } from "vitest";
import { sql } from "kysely";
import { aScope, testServices } from "../../test/builders.ts";
import type { Scope } from "../workspaces/index.ts";
import { canonical, recordEvent, verifyChain } from "./index.ts";
import { canonicalText } from "./verify.ts";

describe("A10 abuse-22 the chain of the audit log", () => {
  const services = testServices();
  const record = (scope: Scope, summary: string, details: Record<string, unknown> = {}) =>
    scope.transaction(async (tx) => recordEvent(tx, { action: "test.done", summary, details, subjectKind: "thing", subjectId: "7" }));
  const verify = (scope: Scope, noted?: { seq: bigint; hash: Buffer }) => scope.transaction((tx) => verifyChain(tx, noted));

  /** As the superuser with triggers off: what nobody but the owner of the server can do. */
  async function asSuperuser(work: (query: (text: string, values?: unknown[]) => Promise<pg.QueryResult>) => Promise<void>): Promise<void> {
    const admin = new pg.Client(services.databaseConnections.admin);
    await admin.connect();
    try {
      await admin.query("set session_replication_role = replica"); // no triggers, no foreign keys
      await work((text, values) => admin.query(text, values));
    } finally {
      await admin.end();
    }
  }

  test("parallel transactions chain their events without a gap, and a rolled-back one leaves none", async () => {
    const scope = await aScope(services);
    await Promise.all(Array.from({ length: 40 }, (_, n) => scope.transaction(async (tx) => {
      recordEvent(tx, { action: "test.done", summary: `Did ${n}`, details: { b: n, a: [1, { z: 1, y: null }] } });
      if (n === 7) throw new Error("no");
    }).catch(() => undefined)));
    expect(await verify(scope)).toMatchObject({ intact: true, events: 39, firstBroken: null });
  });

  test("thousands of events of one transaction, and texts that PostgreSQL cannot hold, are written and fit", async () => {
    const scope = await aScope(services);
    await scope.transaction(async (tx) => {
      for (let n = 0; n < 2500; n++) recordEvent(tx, { action: "test.done", summary: `Did ${n}` });
      recordEvent(tx, { action: "test.odd", summary: "a\0b \ud800 c", details: { "k\0": "\0\udfff", big: 123456789012345680000000n, huge: 1e300, tiny: 1.5e-9, at: new Date(0), none: undefined, deep: [{ b: 1, a: [true, null, -0.25] }] } });
    });
    expect(await verify(scope)).toMatchObject({ intact: true, events: 2501 });
  });

  test("V16.4.2 the application's role can neither change, remove nor empty the log, nor turn its head back", async () => {
    const scope = await aScope(services);
    await record(scope, "Did it");
    const tries = [
      "update event set summary = 'x'", "update event set hash = previous_hash", "delete from event", "truncate event", "truncate event cascade",
      "update event_head set seq = 0", "update event_head set hash = ''", "delete from event_head", "truncate event_head",
      "alter table event disable trigger all", "drop trigger event_append_only on event", "alter table event no force row level security", "set session_replication_role = replica", "set role counterfoil_owner",
      "update alert set summary = 'x'", "delete from alert",
    ];
    for (const statement of tries)
      await expect(scope.transaction((tx) => tx.run(sql.raw(statement))), statement).rejects.toThrow(/permission denied|must be owner|only moves on/);
    expect(await verify(scope)).toMatchObject({ intact: true, events: 1 });
  });

  test("V16.4.2 the owner of the tables is stopped by triggers too", async () => {
    const scope = await aScope(services);
    await record(scope, "Did it");
    const owner = new pg.Client(services.databaseConnections.owner);
    await owner.connect();
    try {
      await owner.query("select set_config('app.workspace', $1, false)", [scope.workspaceId]); // row security is forced upon the owner as well
      await expect(owner.query("update event set summary = 'x'")).rejects.toThrow(/append-only/);
      await expect(owner.query("delete from event")).rejects.toThrow(/append-only/);
      await expect(owner.query("truncate event")).rejects.toThrow(/append-only/);
    } finally {
      await owner.end();
    }
  });

  test("V16.4.2 whatever column of whatever row a superuser changes, verify names that row", async () => {
    const scope = await aScope(services);
    const other = await aScope(services);
    const rows = 6;
    for (let n = 0; n < rows; n++) await record(scope, `Did ${n}`, { amount: "12.50", list: [n, 1.5, { deep: true }], text: "ä \" \\ \n" });
    await asSuperuser(async (query) => {
      const { rows: columns } = await query("select column_name as name, data_type as type, is_generated = 'ALWAYS' as derived from information_schema.columns where table_name = 'event' order by ordinal_position");
      expect(columns.length).toBeGreaterThanOrEqual(19);
      // Derived columns follow the action by themselves until somebody cuts them loose.
      for (const { name } of columns.filter((column) => column.derived)) await query(`alter table event alter column ${name} drop expression`);
      const changed: Record<string, string[]> = {
        uuid: ["gen_random_uuid()"], bigint: ["$column + 1000"], boolean: ["not $column", "null"],
        "timestamp with time zone": ["$column + interval '1 microsecond'", "$column - interval '1 year'"],
        text: ["coalesce($column, '') || 'x'", "case when $column is null then 'x' else '' end"],
        jsonb: ["$column || '{\"more\": 1}'", "'{}'", "jsonb_set($column, '{list,1}', '1.50')", "jsonb_set($column, '{list,0}', '1e30')", "jsonb_set($column, '{list,2,deep}', '\"true\"')", "$column - 'text'"],
        bytea: ["set_byte($column, 31, (get_byte($column, 31) + 1) % 256)", "''"],
      };
      await query("alter table event drop constraint event_actor_kind_check"); // so that any text fits there too
      let count = 0;
      for (const { name, type } of columns) {
        for (let seq = 1; seq <= rows; seq++) {
          for (const change of changed[type]!) {
            const value = name === "workspace_id" ? `'${other.workspaceId}'` : change.replaceAll("$column", name);
            const { rows: [before] } = await query(`select ${name}::text as value from event where workspace_id = $1 and seq = $2`, [scope.workspaceId, seq]);
            await query(`update event set ${name} = ${value} where workspace_id = $1 and seq = $2`, [scope.workspaceId, seq]);
            const verdict = await verify(scope);
            expect([verdict.intact, verdict.firstBroken], `${name} of ${seq}: ${change}`).toEqual([false, seq]);
            expect(verdict.problem, name).toBeTruthy();
            const where = name === "workspace_id" ? [other.workspaceId, seq] : name === "seq" ? [scope.workspaceId, seq + 1000] : [scope.workspaceId, seq];
            await query(`update event set ${name} = $3::${type} where workspace_id = $1 and seq = $2`, [...where, before.value]);
            count++;
          }
        }
      }
      console.info(`${columns.length} columns × ${rows} rows: ${count} changes, each named`);
      await query("alter table event drop column noun, drop column refused");
      await query("alter table event add column noun text generated always as (split_part(action, '.', 1)) stored, add column refused boolean generated always as (action ~ '(refused|failed)$') stored");
    });
    expect((await verify(scope)).intact).toBe(true);
  });

  test("rows that are taken out, put in, exchanged or cut off are named, with or without the head rewritten", async () => {
    const scope = await aScope(services);
    for (let n = 0; n < 8; n++) await record(scope, `Did ${n}`);
    const head = (await verify(scope)).head!;
    const noted = { seq: BigInt(head.seq), hash: Buffer.from(head.hash, "hex") };
    const id = scope.workspaceId;
    await asSuperuser(async (query) => {
      await query("create temporary table kept as select * from event where workspace_id = $1", [id]);
      await query("create temporary table kept_head as select * from event_head where workspace_id = $1", [id]);
      const { rows: [{ columns }] } = await query("select string_agg(attname, ', ') as columns from pg_attribute where attrelid = 'event'::regclass and attnum > 0 and not attisdropped and attgenerated = ''");
      const restore = async () => {
        await query("delete from event where workspace_id = $1", [id]);
        await query(`insert into event (${columns}) select ${columns} from kept`);
        await query("update event_head h set seq = k.seq, hash = k.hash from kept_head k where h.workspace_id = k.workspace_id");
        expect((await verify(scope, noted)).intact).toBe(true);
      };
      const breaks: [number, string[]][] = [
        [4, ["delete from event where workspace_id = $1 and seq = 4"]],
        [1, ["delete from event where workspace_id = $1 and seq = 1"]],
        [8, ["delete from event where workspace_id = $1 and seq = 8"]],
        [9, [`insert into event (${columns}) select ${columns.replace(/\bseq\b/, "9")} from event where workspace_id = $1 and seq = 8`]],
        [1, [`insert into event (${columns}) select ${columns.replace(/\bseq\b/, "0")} from event where workspace_id = $1 and seq = 1`]],
        [2, ["update event set seq = 100 where workspace_id = $1 and seq = 2", "update event set seq = 2 where workspace_id = $1 and seq = 3", "update event set seq = 3 where workspace_id = $1 and seq = 100"]],
        [9, ["update event_head set seq = 9 where workspace_id = $1"]],
        [9, ["update event_head set hash = '\\x00' where workspace_id = $1"]],
        [1, ["delete from event where workspace_id = $1"]],
      ];
      for (const [broken, statements] of breaks) {
        for (const statement of statements) await query(statement, [id]);
        expect((await verify(scope)).firstBroken, statements[0]).toBe(broken);
        await restore();
      }
      // Cut off with the head rewritten to match: the log alone looks whole; the noted head tells.
      await query("delete from event where workspace_id = $1 and seq > 5", [id]);
      await query("update event_head h set seq = e.seq, hash = e.hash from event e where h.workspace_id = $1 and e.workspace_id = $1 and e.seq = 5", [id]);
      expect((await verify(scope)).intact).toBe(true);
      expect(await verify(scope, noted)).toMatchObject({ intact: false, firstBroken: 6 });
      // Grown again to the same length: other events under the same numbers.
      for (let n = 0; n < 4; n++) await record(scope, `Invented ${n}`);
      expect((await verify(scope)).intact).toBe(true);
      expect(await verify(scope, noted)).toMatchObject({ intact: false, firstBroken: 8 });
    });
  });

  test("details come back from jsonb letter by letter", () => {
    for (const [text, wanted] of [["{}", "{}"], ["{\"b\": 1.50, \"aa\": [1, -2.0e5, \"1.50\"]}", "{\"aa\":[1,-2.0e5,\"1.50\"],\"b\":1.50}"], ["{\"a\": \"12 \\\" 3\", \"z\": null}", "{\"a\":\"12 \\\" 3\",\"z\":null}"]])
      expect(canonicalText(text!)).toBe(wanted);
    expect(canonicalText(JSON.stringify({ a: [1, { z: 1.25, y: null }], é: "\u2028" }))).toBe(canonical({ é: "\u2028", a: [1, { y: null, z: 1.25 }] }));
  });
});
