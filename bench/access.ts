// What access control costs: a request that is signed in beside the same one that is not, and lists under row security beside the
// same lists without it. `node scripts/bench.mjs access [rows]`.
import { randomBytes, randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import pg from "pg";
import { z } from "zod";
import { roleMay } from "../src/access/index.ts";
import { buildApp } from "../src/app.ts";
import { EventFilter } from "../src/events/contract.ts";
import { eventPage } from "../src/events/list.ts";
import { InvoiceFilter } from "../src/invoices/contract.ts";
import { listInvoices } from "../src/invoices/queries.ts";
import { routes } from "../src/nouns.ts";
import { openDatabase } from "../src/platform/database.ts";
import { newWorkspaceKey } from "../src/platform/files.ts";
import { Done, route } from "../src/platform/http.ts";
import { createLimits } from "../src/platform/limits.ts";
import type { Services } from "../src/platform/services.ts";
import { InboxFilter, InboxSort } from "../src/received-invoices/contract.ts";
import { inboxPage } from "../src/received-invoices/list.ts";
import { createScope, type Scope } from "../src/workspaces/index.ts";
import { anInstallation, table } from "./installation.ts";

const rows = Number(process.argv[2] ?? 100_000);
const ROUNDS = 300;

type Taken = { median: number; quick: number };
/**
 * Milliseconds of several ways to do the same, taking turns so that a busy machine is busy for all of them: the median, and the
 * tenth that was least disturbed.
 */
async function compared<Name extends string>(ways: Record<Name, () => Promise<unknown>>, rounds: number): Promise<Record<Name, Taken>> {
  const names = Object.keys(ways) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -20; round < rounds; round++) {
    for (const name of names.map((_, at) => names[(at + round + 20) % names.length]!)) {
      const started = performance.now();
      await ways[name]();
      if (round >= 0) taken[name].push(performance.now() - started);
    }
  }
  return Object.fromEntries(names.map((name) => {
    const sorted = taken[name].sort((a, b) => a - b);
    return [name, { median: sorted[Math.floor(rounds / 2)]!, quick: sorted[Math.floor(rounds / 10)]! }];
  })) as Record<Name, Taken>;
}

const installation = await anInstallation();
const { services, connections } = installation;
const superuser = { ...connections.admin, database: connections.app.database };
const missed: string[] = [];
try {
  await requests();
  await lists();
} finally {
  await installation.close();
}
if (missed.length > 0) {
  console.log(`\nMissed: ${missed.join("; ")}`);
  process.exitCode = 1;
}

/** The same route with three doors: for anybody, and for a permission that every role has. */
async function requests(): Promise<void> {
  const handler = async () => ({ done: true as const });
  routes.push(
    route({ method: "GET", url: "/api/bench/open", tag: "Bench", summary: "Nothing, for anybody", permission: "public", answer: Done, handler }),
    route({ method: "GET", url: "/api/bench/closed", tag: "Bench", summary: "Nothing, for members", permission: "companies.read", answer: Done, handler }),
  );
  const app = await buildApp({ ...services, limits: { ...createLimits(null, services.log), take: async () => null } as unknown as Services["limits"] });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const at = `http://localhost:${(app.server.address() as { port: number }).port}`;
  const host = new URL(services.config.publicUrl).host;
  const inject = (url: string, headers: Record<string, string>) => async () => {
    const answer = await app.inject({ url, headers: { host, ...headers } });
    if (answer.statusCode !== 200) throw new Error(`${url} ${at}: ${answer.statusCode} ${answer.body}`);
  };
  const signUp = await app.inject({ method: "POST", url: "/api/sign-up", headers: { host, origin: services.config.publicUrl }, payload: { name: "Bea Bench", email: "bea@test.example", password: "tonal-plinth-orbit-83", workspaceName: "Bench" } });
  const cookie = signUp.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const made = await app.inject({ method: "POST", url: "/api/api-keys", headers: { host, origin: services.config.publicUrl, cookie }, payload: { name: "bench", role: "member" } });
  const authorization = `Bearer ${z.object({ key: z.string() }).parse(made.json()).key}`;
  const taken = await compared({ open: inject("/api/bench/open", {}), session: inject("/api/bench/closed", { cookie }), key: inject("/api/bench/closed", { authorization }) }, ROUNDS * 3);
  await app.close();
  const more = (one: Taken, of: keyof Taken) => (one[of] - taken.open[of]).toFixed(3);
  table(["request", "median, ms", "adds", "quickest tenth, ms", "adds"], ([["open to anybody", taken.open], ["by session cookie", taken.session], ["by API key", taken.key]] as const).map(([name, one]) => [name, one.median.toFixed(3), more(one, "median"), one.quick.toFixed(3), more(one, "quick")]));
  for (const [name, one] of [["session cookie", taken.session], ["API key", taken.key]] as const) if (Number(more(one, "median")) > 1) missed.push(`an authenticated request (${name}) adds ${more(one, "median")} ms, more than 1 ms`);
}

/** Lists of a workspace with `rows` rows of each kind beside twenty others, under row security and as a superuser whom it does not touch. */
async function lists(): Promise<void> {
  const admin = new pg.Client(superuser);
  admin.on("error", () => undefined);
  await admin.connect();
  const workspaceId = randomUUID();
  const companies = Array.from({ length: 20 }, () => randomUUID());
  console.log(`\nWriting ${rows} invoices, received invoices and events …`);
  for (const [workspace, count, own] of [[workspaceId, rows, companies], ...Array.from({ length: 20 }, () => [randomUUID(), Math.ceil(rows / 100), [randomUUID()]] as const)] as [string, number, string[]][]) await fill(admin, workspace, count, own);
  await admin.query("vacuum analyze");

  const plain: Services = { ...services, database: openDatabase(superuser, { max: 2 }) };
  const scopeOf = (over: Services, limit: string[] | null): Scope => createScope(over, { workspaceId, actor: { kind: "person", id: randomUUID(), name: "Bea", role: "owner", companies: limit, may: (permission) => roleMay("owner", permission) } });
  const [one] = companies;
  const inbox = (scope: Scope, query: object) => inboxPage(scope, { ...InboxFilter.parse(query), sort: InboxSort.parse("received"), limit: 50 });
  const invoices = (scope: Scope, query: object) => scope.transaction((tx) => listInvoices(tx, InvoiceFilter.parse(query), scope.now(), null, 51));
  const events = (scope: Scope, query: object) => scope.transaction((tx) => eventPage(tx, EventFilter.parse(query), null, 50));
  const kinds = { invoices, "received invoices": inbox, events } as const;
  const results: string[][] = [];
  for (const [name, list] of Object.entries(kinds)) {
    for (const [how, query, limit, without] of [
      ["first page", {}, null, {}], ["of one company", { companyId: one }, null, { companyId: one }], ["limited to that company", {}, [one!], { companyId: one }],
      ...(name === "events" ? [] : [["search", { search: "Harbour 77" }, null, { search: "Harbour 77" }] as const]),
    ] as const) {
      if (name === "events" && limit !== null) continue; // events are for admins, who see all companies
      const under = scopeOf(services, limit as string[] | null);
      const free = scopeOf(plain, null);
      const { row, where } = await compared({ row: () => list(under, query), where: () => list(free, without) }, how === "search" ? 40 : ROUNDS);
      const cost = (of: keyof Taken) => (row[of] / where[of] - 1) * 100;
      const percent = (of: keyof Taken) => `${cost(of) >= 0 ? "+" : ""}${cost(of).toFixed(0)} %`;
      results.push([`${name}, ${how}`, where.median.toFixed(2), row.median.toFixed(2), percent("median"), percent("quick")]);
      const more = cost("median");
      if (more > 25) missed.push(`${name}, ${how}: row security costs ${more.toFixed(0)} %, more than 25 %`);
    }
  }
  console.log();
  table(["list", "plain where, ms", "row security, ms", "cost", "of the quickest tenth"], results);
  await plain.database.close();
  await admin.end();
}

async function fill(admin: pg.Client, workspaceId: string, count: number, companies: string[]): Promise<void> {
  const { wrapped, keyId } = newWorkspaceKey(services.keys, workspaceId);
  await admin.query("begin");
  await admin.query("set local session_replication_role = replica"); // no triggers, no foreign keys: the rows are right as they are
  await admin.query("insert into workspace (id, name, wrapped_key, key_id) values ($1, 'Bench', $2, $3)", [workspaceId, wrapped, keyId]);
  await admin.query("insert into company (id, workspace_id, name, country, currency, time_zone, locale) select id, $1, 'Company ' || n, 'IE', 'EUR', 'Europe/Dublin', 'en-IE' from unnest($2::uuid[]) with ordinality c (id, n)", [workspaceId, companies]);
  await admin.query(`insert into party (id, workspace_id, company_id, is_customer, is_supplier, name)
    select gen_random_uuid(), $1, ($2::uuid[])[1 + n % cardinality($2::uuid[])], true, true, 'Harbour ' || n from generate_series(0, greatest($3::int / 50, 20)) n`, [workspaceId, companies, count]);
  await admin.query(`
    with p as (select id, company_id, row_number() over (partition by company_id) - 1 as n, count(*) over (partition by company_id) as of from party where workspace_id = $1)
    insert into invoice (id, workspace_id, kind, company_id, customer_id, series_id, currency, issue_date, due_date, number, period, counter, snapshot, snapshot_hash, issued_at, issued_by, net_minor, tax_minor, total_minor, title)
    select gen_random_uuid(), $1, 'invoice', c.id, p.id, c.id, 'EUR', date '2023-01-01' + (g.at / greatest($3::int / 1000, 1)), date '2023-01-31' + (g.at / greatest($3::int / 1000, 1)), 'N-' || g.at, '2026', g.at,
           jsonb_build_object('buyer', jsonb_build_object('name', 'Harbour ' || g.at % 2000), 'lines', repeat('x', 800)), $4, now(), 'Bea', 10000, 2300, 12300, 'Work ' || g.at
    from generate_series(1, $3::int) g (at) join lateral (select ($2::uuid[])[1 + g.at % cardinality($2::uuid[])] as id) c on true join p on p.company_id = c.id and p.n = g.at % p.of`, [workspaceId, companies, count, Buffer.alloc(32)]);
  await admin.query(`
    with f as (insert into file (id, workspace_id, company_id, store_key, wrapped_key, sha256, size_bytes, media_type)
      select gen_random_uuid(), $1::uuid, ($2::uuid[])[1 + n % cardinality($2::uuid[])], $1::uuid || '/' || gen_random_uuid(), '', decode(lpad(to_hex(n), 64, '0'), 'hex'), 1000, 'application/pdf' from generate_series(1, $3::int) n returning id, company_id, sha256)
    insert into received_invoice (id, workspace_id, company_id, file_id, sha256, file_name, kind, media_type, size_bytes, received_at, received_via, reading_state, review_state, supplier_name, invoice_number, currency, net_minor, tax_minor, gross_minor, issue_date)
    select gen_random_uuid(), $1, company_id, id, sha256, 'scan.pdf', 'pdf', 'application/pdf', 1000, timestamptz '2023-01-01' + row_number() over () * interval '9 minutes', 'web', 'read', case when row_number() over () % 3 = 0 then 'to_review' else 'reviewed' end,
           'Harbour ' || row_number() over () % 2000, 'R-' || row_number() over (), 'EUR', 10000, 2300, 12300, date '2023-01-01' + (row_number() over () / greatest($3::int / 1000, 1))::int from f`, [workspaceId, companies, count]);
  await admin.query(`
    insert into event (workspace_id, seq, at, action, actor_kind, actor_id, actor_name, subject_kind, subject_id, company_id, summary, previous_hash, hash)
    select $1, n, timestamptz '2023-01-01' + n * interval '9 minutes', (array['invoice.issued', 'received_invoice.viewed', 'payment.recorded'])[1 + n % 3], 'person', 'p' || n % 12, 'Bea Bench', 'invoice', 's' || n / 8, ($2::uuid[])[1 + n % cardinality($2::uuid[])],
           'Issued N-' || n, $4, $4 from generate_series(1, $3::int) n`, [workspaceId, companies, count, randomBytes(32)]);
  await admin.query("insert into event_head (workspace_id, seq, hash) values ($1, $2, $3)", [workspaceId, count, Buffer.alloc(32)]);
  await admin.query("commit");
}
