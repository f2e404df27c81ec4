// What a process keeps between two requests, and what it hands on: connections, caches, jobs. None may carry one tenant to another.
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { jobs } from "../src/nouns.ts";
import { rootDir } from "../src/platform/config.ts";
import { jobKinds } from "../src/platform/jobs.ts";
import { anApp, clientOf, joined, signedIn, testServices, type Client } from "./builders.ts";
import { seeded } from "./hostile.ts";
import { aNeighboursThings } from "./neighbour.ts";

const REQUESTS = process.env["CF_FULL"] === "1" ? 10_000 : 800;

describe("A6 V8.4.1 connections", () => {
  const services = testServices({ connections: 2 });
  const holder = anApp(services);

  test(`abuse-3 mixed requests of several tenants over two connections leave no identity on either (${REQUESTS} requests)`, async () => {
    const tenants: { marker: string; clients: Client[]; company: string }[] = [];
    for (let n = 0; n < 3; n++) {
      const owner = await signedIn(holder.app, `Owner ${n}`);
      const marker = `marker-${randomUUID()}`;
      const company = async (name: string) => (await owner.call("POST", "/api/companies", { name, country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" })).body.id as string;
      const [first, second] = [await company(`First ${marker}`), await company(`Second hidden-${marker}`)];
      await owner.call("POST", "/api/customers", { companyId: first, name: `Customer ${marker}` });
      await owner.call("POST", "/api/customers", { companyId: second, name: `Customer hidden-${marker}` });
      const { body } = await owner.call("POST", "/api/api-keys", { name: "limited", role: "member", companyIds: [first] });
      tenants.push({ marker, company: first, clients: [owner, await joined(holder.app, owner, "readonly", { companyIds: [first] }), clientOf(holder.app, { key: body.key })] });
    }
    const anonymous = clientOf(holder.app, {});
    const random = seeded(20_261_121);
    const identities = async (): Promise<string[]> => {
      const held = [await services.database.pool.connect(), await services.database.pool.connect()];
      try {
        const rows = await Promise.all(held.map((client) => client.query<{ identity: string }>(`select concat_ws('|', ${["workspace", "person", "presented", "email", "companies"].map((name) => `nullif(current_setting('app.${name}', true), '')`).join(", ")}) as identity`)));
        return rows.map(({ rows: [row] }) => row!.identity);
      } finally {
        held.forEach((client) => client.release());
      }
    };
    let sent = 0;
    const statuses = new Map<number, number>();
    while (sent < REQUESTS) {
      const batch = await Promise.all(Array.from({ length: 20 }, async () => {
        sent++;
        const tenant = random.pick(tenants);
        const who = random.int(4);
        const client = tenant.clients[who] ?? anonymous;
        // Reads, writes that succeed, are refused, or fail in the database half-way: each must leave the connection clean.
        const [method, url, body] = random.pick<readonly [string, string, unknown?]>([
          ["GET", "/api/companies"], ["GET", "/api/customers?search=Customer"], ["GET", "/api/session"], ["GET", `/api/companies/${tenant.company}`], ["GET", `/api/companies/${random.pick(tenants).company}`],
          ["POST", "/api/customers", { companyId: tenant.company, name: `Customer ${tenant.marker}` }], ["POST", "/api/customers", { companyId: random.pick(tenants).company, name: "X" }],
          ["POST", "/api/items", { companyId: tenant.company, name: `Item ${tenant.marker}`, code: "SAME", unitPrice: "1", currency: "EUR", vatCategory: "S", vatRate: "0" }], ["GET", "/api/customers?cursor=rubbish"],
        ]);
        return { tenant, who, answer: await client.call(method as "GET", url, body) };
      }));
      for (const { tenant, who, answer } of batch) {
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        expect(answer.status).toBeLessThan(500);
        const text = answer.raw.toString("utf8");
        for (const other of tenants) if (other !== tenant) expect(text).not.toContain(other.marker);
        if (who > 0) expect(text).not.toContain(`hidden-${tenant.marker}`);
      }
      expect(await identities()).toEqual(["", ""]);
    }
    console.info(`${sent} requests over 2 connections: ${[...statuses].sort().map(([status, count]) => `${count} × ${status}`).join(", ")}`);
    expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 4);
  }, 900_000);
});

describe("A6 V8.4.1 jobs", () => {
  const services = testServices();
  const holder = anApp(services);

  test("every job in the queue names the workspace (or the person) whose it is, and holds ids and nothing else", async () => {
    const owner = await signedIn(holder.app, "Olive Owner");
    await aNeighboursThings(services, holder.app, owner);
    const client = new pg.Client(services.databaseConnections.admin);
    await client.connect();
    const { rows } = await client.query<{ name: string; data: Record<string, string> }>("select name, data from pgboss.job where name not like '\\_\\_pgboss%'");
    await client.end();
    expect(rows.length).toBeGreaterThan(3);
    const kinds = new Set(rows.map((row) => row.name));
    for (const { name, data } of rows) {
      expect(data["workspaceId"] === owner.workspaceId || (data["workspaceId"] === undefined && data["personId"] !== undefined), `${name} names nobody: ${JSON.stringify(data)}`).toBe(true);
      for (const [key, value] of Object.entries(data)) expect(value, `${name}.${key} is no id`).toMatch(/^[0-9a-f-]{36}$/);
    }
    console.info(`${rows.length} jobs of the kinds ${[...kinds].sort().join(", ")}`);
  }, 120_000);

  test("every kind of job has one handler, and a payload without a workspace does nothing", async () => {
    expect(jobs.map((job) => job.kind).sort()).toEqual(Object.keys(jobKinds).sort());
    const before = await counts();
    for (const job of jobs) await job.run(services, {}).catch(() => undefined);
    expect(await counts()).toEqual(before);
  });

  /** Rows of each table, as a superuser sees them. */
  async function counts(): Promise<Record<string, string>> {
    const client = new pg.Client(services.databaseConnections.admin);
    await client.connect();
    const { rows: tables } = await client.query<{ name: string }>("select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1");
    const found: Record<string, string> = {};
    for (const { name } of tables) found[name] = (await client.query<{ n: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as n from "${name}" t`)).rows[0]!.n;
    await client.end();
    return found;
  }
});

/**
 * Collections that live as long as the process, or as a service in it, and are filled while it runs. Each says what keys it, so
 * that nothing of one tenant is found by another. None holds a row, a document or a name.
 */
const kept: Record<string, string> = {
  "src/platform/database.ts: prepared": "names of look-ups, by connection", "src/platform/database.ts: names": "names of look-ups, by their text",
  "src/platform/tokens.ts: fitted": "session tokens whose signature fitted, by key and the token's hash; the session itself is read each time",
  "src/platform/tokens.ts: derived": "signing keys of the installation, by purpose and key id",
  "src/platform/limits.ts: entries": "counts, by rule and whom it counts",
  "src/platform/reading/tesseract.ts: loaded": "language models, in a reading child", "src/platform/reading/tesseract.ts: data": "names of language files, in a reading child",
  "src/platform/reading/find-on-page.ts: monthNames": "names of months",
  "src/platform/reading/pool.ts: all": "reading children, which keep nothing between documents", "src/platform/reading/pool.ts: starting": "reading children that start",
  "src/platform/judging/official.ts: sheets": "official rules, by their file, in a worker of the command", "src/platform/judging/official.ts: waiting": "questions to that worker", "src/platform/judging/official.ts: compiled": "official rules, by their file",
  "src/platform/reading/read-document.ts: ways": "of one reading", "src/platform/reading/read-document.ts: left": "pages of one reading",
  "src/platform/children.ts: alive": "processes of the supervisor",
  "src/platform/secrets.ts: byId": "keys of the installation, by id",
  "src/doors/gate.ts: queues": "waiting requests, by workspace", "src/doors/gate.ts: busy": "running requests, by workspace",
  "src/doors/load.ts: places": "a request's place, by the request", "src/doors/load.ts: workspaces": "which workspace's queue a credential waits in, by the credential's hash",
  "src/doors/web-files.ts: routesOf": "addresses, by application",
  "src/trust/view.ts: kept": "the public Trust page of the installation, which holds no tenant's data",
  "src/sso/oidc.ts: kept": "a provider's public addresses and keys, by connection and the version of its settings",
  "src/events/requests.ts: codes": "a refusal's code, by the request",
  "src/retention/clock.ts: watchers": "how the clock runs", "src/retention/jobs.ts: started": "whether a sweep ran", "src/retention/orphans.ts: seen": "keys of objects without a row, with the workspace in the key",
};

test("A6 V8.4.1 V14.2.2 what a process keeps between requests is listed, with what keys it", () => {
  const files = (folder: string): string[] => readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? (["web", "screens"].includes(name) ? [] : files(path)) : /\.ts$/.test(path) && !/\.test\.ts$|\.d\.ts$/.test(path) ? [path] : [];
  });
  const found: string[] = [];
  for (const path of files(join(rootDir, "src"))) {
    let inService = false;
    for (const line of readFileSync(path, "utf8").split("\n")) {
      if (/^\S/.test(line)) inService = /^export (async )?function (create|open|start|watch|guard|use|keyRing|ring)\w*/.test(line) || /^(export )?class /.test(line) || /^export const \w+ = \(.*\) => \{$/.test(line);
      const made = /(?:const|let|readonly|static)\s+(\w+)(?:[^=]*)=\s*new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\)/.exec(line);
      if (made && (/^(export )?(const|let)/.test(line) || (inService && /^ {2}\S/.test(line)))) found.push(`${relative(rootDir, path)}: ${made[1]}`);
    }
  }
  expect(found.length).toBeGreaterThan(8);
  expect(found.filter((one) => !(one in kept)), "a collection that outlives a request: say in `kept` what keys it, or keep it for one request only").toEqual([]);
});
