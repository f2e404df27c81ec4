// Two workspaces, and in one of them somebody who is limited to one of its companies. Each has one of everything, with a word of
// its own in every text. Then all call the API at random, with right bodies and with ids taken from each other: in the path, in the
// query, in bodies. No answer may hold another's word, no other's id may be opened, and what nobody's own call changed must not change.
//   CF_FUZZ_MINUTES=10 CF_FUZZ_SEED=7 npx vitest run --project product test/two-tenants.test.ts
import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { unzipSync } from "fflate";
import pg from "pg";
import { expect, test } from "vitest";
import { buildApp } from "../src/app.ts";
import { routes } from "../src/nouns.ts";
import type { Route } from "../src/platform/http.ts";
import { createLimits } from "../src/platform/limits.ts";
import { clientOf, joined, signedIn, testServices, type Client } from "./builders.ts";
import { seeded, type Random } from "./hostile.ts";
import { aNeighboursThings } from "./neighbour.ts";

const MINUTES = Number(process.env["CF_FUZZ_MINUTES"] ?? 0);
const CALLS = Number(process.env["CF_FUZZ_CALLS"] ?? 1_500);
const SEED = Number(process.env["CF_FUZZ_SEED"] ?? 20_261_121);
/** After so many calls of one world its things are archived, void or paid: another is made. */
const CALLS_A_WORLD = 1_500;
/** Each application counts requests for its limits: a fresh one has counted none. */
const CALLS_AN_APP = 300;

const services = testServices();
const anUncountedApp = () => buildApp({ ...services, limits: createLimits(null, services.log) });

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
/** One possible call of a party. The templates of all parties stand in the same order, so that ids can be taken from the same place of another's. */
type Template = { method: Method; url: string; body?: unknown; headers?: Record<string, string>; rare: boolean };
type Party = { name: string; word: string; workspaceId: string; companyId: string; templates: Template[]; clients: { kind: string; cookie?: string; key?: string }[] };

const texts = new Set(["name", "title", "description", "reason", "note", "notes", "internalNote", "intro", "terms", "contactName", "legalName", "purchaseOrder", "text", "invoiceNote", "city"]);
const marked = (value: unknown, word: string, key = ""): unknown =>
  typeof value === "string" && texts.has(key) ? `${value} ${word}`
    : Array.isArray(value) ? value.map((one) => marked(one, word, key))
      : value !== null && typeof value === "object" && !Buffer.isBuffer(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one, word, name)])) : value;
const swapText = (payload: Buffer, word: string) => Buffer.from(payload.toString("latin1").replace("Harbour Print Works GmbH", `Harbour ${word} GmbH`).replace("Posters, A2", `Posters ${word}`).replace("theirs.xml", `${word}.xml`), "latin1");

/** The owner as one who puts the word into everything they write, and whose writing calls are noted. */
function writing(client: Client, word: string, noted: Template[]): Client {
  return {
    get cookie() { return client.cookie; },
    async call(method, url, payload, headers = {}) {
      const body = Buffer.isBuffer(payload) ? swapText(payload, word) : marked(payload, word);
      const answer = await client.call(method, url, body, headers);
      if (method !== "GET" && answer.status < 300) noted.push({ method, url, body, headers, rare: Buffer.isBuffer(body) });
      return answer;
    },
  };
}

const lists = routes.filter((route) => route.method === "GET" && !route.url.includes(":") && !["public", "signed-in"].includes(route.permission));
/** Acts that end the party itself are not tried with its own ids. */
const ending = (route: Route) => /^\/api\/(sso|operator-access|team\/members)/.test(route.url) && route.method !== "GET";

/** A company with one of everything in it, written by `owner` with the word in each text; and every call that this makes possible. */
async function aParty(app: FastifyInstance, owner: Client & { workspaceId: string }, name: string): Promise<Omit<Party, "clients">> {
  const word = `word${name}${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  const noted: Template[] = [];
  const things = await aNeighboursThings(services, app, writing(owner, word, noted));
  const company = noted.find((one) => one.url === "/api/companies")!;
  const companyId = (await owner.call("GET", "/api/companies")).body.items.find((one: { name: string }) => one.name.includes(word)).id as string;
  const templates: Template[] = noted.filter((one) => !/^\/api\/(sso|operator-access)/.test(one.url) && one !== company).map((one) => ({ ...one, headers: one.headers ?? {} }));
  for (const route of routes.filter((one) => one.url.includes(":") && !["public", "signed-in"].includes(one.permission) && !one.multipart)) {
    for (const ids of things.idsFor(route)) {
      const url = route.url.replace(/:(\w+)/g, (_whole, part: string) => ids[part] ?? ids["id"]!);
      templates.push({ method: route.method, url, ...(route.method === "GET" || route.method === "DELETE" ? {} : { body: marked(things.bodyFor(route), word) }), rare: ending(route) || route.method === "DELETE" });
    }
  }
  const customer = things.idsFor({ url: "/api/customers/:id" } as Route)[0]!["id"]!;
  const invoice = things.idsFor({ url: "/api/invoices/:id" } as Route)[0]!["id"]!;
  for (const route of lists) for (const query of ["", `?companyId=${companyId}`, `?customerId=${customer}`, `?subjectId=${invoice}&supplierId=${customer}`, "?limit=1"]) templates.push({ method: "GET", url: route.url + query, rare: /csv|jsonl|verify/.test(route.url) });
  templates.push({ method: "POST", url: "/api/session/workspace", body: { workspaceId: owner.workspaceId }, rare: false }, { method: "GET", url: "/api/session", rare: false });
  return { name, word, workspaceId: owner.workspaceId, companyId, templates };
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** The call with some of its ids taken from the same places of another's; `path` tells whether one stands in the path now. */
function withForeignIds(random: Random, own: Template, other: Template | undefined, share: number): { url: string; body: unknown; path: boolean; swapped: number } {
  let swapped = 0;
  const take = (mine: string, theirs: string): string => {
    const foreign = [...theirs.matchAll(uuid)].map((match) => match[0]);
    let at = 0;
    return mine.replace(uuid, (id) => { const next = foreign[at++]; if (!next || next === id || !random.chance(share)) return id; swapped++; return next; });
  };
  if (!other || Buffer.isBuffer(own.body)) return { url: own.url, body: own.body, path: false, swapped };
  const [path, query = ""] = own.url.split("?");
  const [otherPath, otherQuery = ""] = other.url.split("?");
  const newPath = take(path!, otherPath!);
  const inPath = swapped > 0;
  const newQuery = take(query, otherQuery);
  const body = own.body === undefined ? undefined : JSON.parse(take(JSON.stringify(own.body), JSON.stringify(other.body ?? null)));
  return { url: newPath + (query ? `?${newQuery}` : ""), body, path: inPath, swapped };
}

/** Everything of an answer as text; what a ZIP or a workbook holds as well. */
function textOf(answer: { headers: Record<string, unknown>; raw: Buffer }): string {
  const inside = answer.raw.subarray(0, 2).toString("latin1") === "PK" ? Object.values(unzipSync(answer.raw)).map((bytes) => Buffer.from(bytes).toString("utf8")).join("\n") : "";
  return `${JSON.stringify(answer.headers)}\n${answer.raw.toString("utf8")}\n${inside}`;
}

const asSuperuser = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(services.databaseConnections.admin);
  await client.connect();
  return work(client).finally(() => client.end());
};

/** Count and hash of every table's rows of a workspace, as the superuser sees them; of one company's, when it is named. */
const standing = (workspaceId: string, companyId: string | null): Promise<Record<string, string>> => asSuperuser(async (client) => {
  const { rows } = await client.query<{ name: string; company: boolean; parent: string | null; column: string | null }>(`
    select c.relname as name, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id' and a.attnotnull) as company, f.parent, f.column
    from pg_class c
    left join lateral (
      select k.confrelid::regclass::text as parent, a.attname as column
      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
      where k.conrelid = c.oid and k.contype = 'f' and cardinality(k.conkey) = 2 and k.confrelid::regclass::text in ('invoice', 'proposal', 'received_invoice', 'party', 'number_series')
        and a.attnotnull order by 1 limit 1) f on true
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id')`);
  const found: Record<string, string> = {};
  for (const { name, company, parent, column } of rows) {
    if (companyId !== null && !company && !parent) continue;
    const mine = companyId === null ? "true" : company ? "t.company_id = $2" : `t."${column}" in (select id from ${parent} where workspace_id = $1 and company_id = $2)`;
    const { rows: [row] } = await client.query<{ n: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as n from "${name}" t where t.workspace_id = $1 and ${mine}`, companyId === null ? [workspaceId] : [workspaceId, companyId]);
    found[name] = row!.n;
  }
  return found;
});

test(`A6 A8 B3 V8.2.2 V8.4.1 V15.3.3 abuse-1 two tenants and a limited member, calling with each other's ids, cross nowhere (seed ${SEED})`, async () => {
  console.info(`seed ${SEED}`);
  const random = seeded(SEED);
  const until = MINUTES > 0 ? Date.now() + MINUTES * 60_000 : 0;
  const totals = { calls: 0, swapped: 0, done: 0, worlds: 0, files: 0 };
  const statuses = new Map<number, number>();
  while (totals.calls < (MINUTES > 0 ? Number.POSITIVE_INFINITY : CALLS) && (MINUTES === 0 || Date.now() < until)) {
    totals.worlds++;
    const budget = Math.min(CALLS_A_WORLD, MINUTES > 0 ? CALLS_A_WORLD : CALLS - totals.calls);
    await oneWorld(budget);
  }
  console.info(`${totals.calls} calls in ${totals.worlds} worlds, ${totals.swapped} with foreign ids, ${totals.done} done, ${totals.files} files read; nothing crossed. ${[...statuses].sort((a, b) => a[0] - b[0]).map(([status, count]) => `${count} × ${status}`).join(", ")}`);
  expect(totals.swapped).toBeGreaterThan(totals.calls / 4);
  expect(totals.done).toBeGreaterThan(totals.calls / 5);

  async function oneWorld(budget: number): Promise<void> {
    let app = await anUncountedApp();
    const [first, second] = [await signedIn(app, "Olive Owner"), await signedIn(app, "Otto Owner")];
    const key = async (owner: Client, body: object) => (await owner.call("POST", "/api/api-keys", { name: "fuzz", ...body })).body.key as string;
    const a = await aParty(app, first, "A");
    const l = await aParty(app, first, "L"); // another company of the first workspace
    const b = await aParty(app, second, "B");
    const member = await joined(app, first, "member", { companyIds: [l.companyId] });
    const parties: Record<"a" | "b" | "l", Party> = {
      a: { ...a, clients: [{ kind: "owner", cookie: first.cookie }, { kind: "key", key: await key(first, { role: "admin" }) }] },
      b: { ...b, clients: [{ kind: "owner", cookie: second.cookie }, { kind: "key", key: await key(second, { role: "admin" }) }] },
      l: { ...l, clients: [{ kind: "member", cookie: member.cookie }, { kind: "key", key: await key(first, { role: "member", companyIds: [l.companyId] }) }] },
    };
    await services.workJobs();
    await app.close();

    let since = CALLS_AN_APP;
    const held = new Map<object, Client>();
    /** One call of a party; checks its answer. */
    const call = async (party: Party, others: readonly Party[]): Promise<void> => {
      if (since >= CALLS_AN_APP) {
        if (held.size > 0) await app.close();
        app = await anUncountedApp();
        held.clear();
        since = 0;
      }
      const at = random.int(party.templates.length);
      const own = party.templates[at]!;
      const other = random.pick(others);
      const swap = random.chance(0.7);
      if (own.rare && !swap && !random.chance(0.1)) return;
      if (own.rare && Buffer.isBuffer(own.body) && !random.chance(0.1)) return;
      const { url, body, path, swapped } = withForeignIds(random, own, swap ? other.templates[at] : undefined, 0.6);
      if (own.rare && swapped === 0 && !Buffer.isBuffer(own.body) && !random.chance(0.1)) return;
      const who = random.pick(party.clients);
      let client = held.get(who);
      if (!client) held.set(who, (client = clientOf(app, who)));
      since++;
      totals.calls++;
      const headers = { ...own.headers, ...(own.method === "POST" && random.chance(0.1) ? { "idempotency-key": random.pick(["same", "another"]) } : {}) };
      const answer = await client.call(own.method, url, body, headers);
      if (who.cookie) who.cookie = client.cookie;
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (swapped > 0) totals.swapped++;
      if (answer.status < 300) totals.done++;
      if (!String(answer.headers["content-type"]).includes("json")) totals.files++;
      const said = `${party.name} (${who.kind}) ${own.method} ${url} ${JSON.stringify(body)?.slice(0, 300) ?? ""} → ${answer.status}`;
      if (answer.status >= 500) throw new Error(`${said} ${answer.raw.toString("utf8").slice(0, 300)}`);
      if (path && answer.status < 300) throw new Error(`${said}: opened with an id of ${other.name}`);
      const text = textOf(answer);
      for (const one of others) if (text.includes(one.word)) throw new Error(`${said}: the answer holds a word of ${one.name}: …${text.slice(Math.max(0, text.indexOf(one.word) - 150), text.indexOf(one.word) + 60)}…`);
    };
    const { a: A, b: B, l: L } = parties;
    const phase = async (calls: number, acting: readonly [Party, readonly Party[]][], still: readonly [string, string, string | null][]) => {
      const before = await Promise.all(still.map(([, workspaceId, companyId]) => standing(workspaceId, companyId)));
      for (const end = totals.calls + calls; totals.calls < end; ) await call(...random.pick(acting));
      await services.workJobs();
      for (const [index, [name, workspaceId, companyId]] of still.entries()) expect(await standing(workspaceId, companyId), `${name} changed though none of its own calls did`).toEqual(before[index]);
    };
    // The owner of the first workspace may see both of its companies; the second workspace's none of them; the limited one theirs alone.
    await phase(budget * 0.3, [[A, [B]]], [["B", B.workspaceId, null]]);
    await phase(budget * 0.2, [[B, [A, L]]], [["A", A.workspaceId, null]]);
    await phase(budget * 0.3, [[L, [A, B]]], [["B", B.workspaceId, null], ["A's company", A.workspaceId, A.companyId]]);
    await phase(budget * 0.2, [[A, [B]], [B, [A, L]], [L, [A, B]]], []);
    await app.close();
  }
}, Math.max(300_000, MINUTES * 60_000 + 300_000));
