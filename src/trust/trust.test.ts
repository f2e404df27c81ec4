import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { anApp, clientOf, signedIn, testServices } from "../../test/builders.ts";
import { loadConfig, rootDir } from "../platform/config.ts";
import { claims } from "./claims.ts";
import type { TrustView, WorkspaceTrustView } from "./contract.ts";
import { noteServices } from "./history.ts";
import { examine } from "./installation.ts";
import { trustText } from "./report.ts";
import { securityTxt } from "./security-txt.ts";
import { adapters, servicesOf } from "./services.ts";
import { viewOf } from "./view.ts";

const services = testServices();
const holder = anApp(services);
const anonymous = () => clientOf(holder.app, {});
const owner = async (work: (client: pg.Client) => Promise<unknown>) => {
  const client = new pg.Client(services.databaseConnections.owner);
  await client.connect();
  await work(client).finally(() => client.end());
};
const configOf = (more: Record<string, string> = {}) => loadConfig({ COUNTERFOIL_STATE_DIR: services.config.stateDir, ...more });
const viewNow = async (more: Record<string, string> = {}) => {
  const config = configOf(more);
  return viewOf(config, await examine(config, services.database.kysely), null, [], new Date("2026-11-21T12:00:00Z"));
};
const stateOf = (view: TrustView, id: string) => view.claims.find((claim) => claim.id === id)!;

describe("the Trust page", () => {
  test("anybody sees every promise with its state here, and nothing of any tenant", async () => {
    const person = await signedIn(holder.app, "Petra Private");
    const company = await person.call("POST", "/api/companies", { name: "Marked Secret Works", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" });
    expect(company.status).toBe(201);
    const { status, body } = await anonymous().call("GET", "/api/trust");
    expect(status).toBe(200);
    expect((body as TrustView).claims.map((claim) => claim.id)).toEqual(claims.map((claim) => claim.id));
    expect(Object.values((body as TrustView).counts).reduce((sum, count) => sum + count, 0)).toBe(50);
    const text = JSON.stringify(body);
    for (const secret of ["Petra", "Marked Secret", person.email, person.workspaceId, services.config.stateDir, services.databaseConnections.app.password as string]) expect(text).not.toContain(secret);
    expect(text.length).toBeLessThan(40_000);
  });

  test("states follow the configuration: TLS, single sign-on providers, mail", async () => {
    const loopback = await viewNow();
    expect([stateOf(loopback, "A2").state, stateOf(loopback, "A25").state, stateOf(loopback, "A5").state]).toEqual(["not_configured", "not_configured", "not_built"]);
    const exposed = await viewNow({ COUNTERFOIL_BEHIND_TLS_PROXY: "10.0.0.1", COUNTERFOIL_PUBLIC_URL: "https://books.example", COUNTERFOIL_GOOGLE_CLIENT_ID: "id", COUNTERFOIL_GOOGLE_CLIENT_SECRET: "shh-secret" });
    expect([stateOf(exposed, "A2").state, stateOf(exposed, "A3").state]).toEqual(["kept", "kept"]);
    expect(stateOf(exposed, "A25")).toMatchObject({ state: "kept", says: "On: Google." });
    expect(stateOf(exposed, "A1").says).toBe("TLS by a declared proxy; requests in clear are refused.");
    expect(JSON.stringify(exposed)).not.toContain("shh-secret");
  });

  test("a table without row security breaks A6 on the page and in the report, before anything else", async () => {
    expect(stateOf(await viewNow(), "A6").state).toBe("kept");
    await owner((client) => client.query("create table planted (id uuid, workspace_id uuid)"));
    try {
      const view = await viewNow();
      expect(stateOf(view, "A6")).toMatchObject({ state: "broken", says: expect.stringContaining("planted") });
      expect(trustText(view).split("\n").slice(1, 4)).toEqual([expect.stringContaining("3 broken"), "", "Broken"]);
      await owner((client) => client.query("alter table planted enable row level security; alter table planted force row level security; create policy open on planted using (true)"));
      expect(stateOf(await viewNow(), "A6").state, "a policy that lets everything through is none").toBe("broken");
    } finally {
      await owner((client) => client.query("drop table planted"));
    }
  });

  test("a login that may change events breaks A10", async () => {
    await owner((client) => client.query("grant update on event to counterfoil_app"));
    try {
      expect(stateOf(await viewNow(), "A10").state).toBe("broken");
    } finally {
      await owner((client) => client.query("revoke update on event from counterfoil_app"));
    }
    expect(stateOf(await viewNow(), "A10").state).toBe("kept");
  });

  test("a promise whose test failed in the last run of this version is broken; a run of another version is only shown", async () => {
    const config = configOf();
    const facts = await examine(config, services.database.kysely);
    const run = (version: string) => ({ at: "2026-11-20T10:00:00Z", version, claims: { A4: { at: "2026-11-20T10:00:00Z", result: "failed" as const, passed: 1, failed: 1, skipped: 0 } } });
    expect(stateOf(viewOf(config, facts, run(facts.version), [], new Date()), "A4")).toMatchObject({ state: "broken", lastRun: { result: "failed", tests: 2 } });
    expect(stateOf(viewOf(config, facts, run("0.0.1"), [], new Date()), "A4")).toMatchObject({ state: "kept", lastRun: { version: "0.0.1" } });
  });

  test("A15 retention, roles and the audit trail are settings that everybody in a workspace can look at", async () => {
    const person = await signedIn(holder.app, "Tess Trial");
    const filled = await person.call("POST", "/api/sample-data", {});
    expect(filled.status).toBeLessThan(300);
    const { body } = await person.call("GET", "/api/trust/workspace");
    const own = (body as WorkspaceTrustView).own;
    expect(own.find((one) => one.label === "Original files are kept")).toEqual({ label: "Original files are kept", value: "7 years", page: "/settings/retention", needs: null });
    expect(own.find((one) => one.label === "Team")).toMatchObject({ value: "1 person", page: "/team" });
    expect(stateOf(body, "A11").says).toBe("This workspace keeps files for 7 years.");
    for (const url of ["/api/team", "/api/events?limit=10", "/api/retention"]) expect((await person.call("GET", url)).status, url).toBe(200);
    expect((await person.call("GET", "/api/events?limit=10")).body.items.length).toBeGreaterThan(0);
    expect((await anonymous().call("GET", "/api/trust/workspace")).status).toBe(401);
  });

  test("B18 the page reminds of the last export, and B5 tells how many accesses of the operator are open", async () => {
    const person = await signedIn(holder.app, "Hannah Habit");
    const ask = async () => (await person.call("GET", "/api/trust/workspace")).body as WorkspaceTrustView;
    expect((await ask()).own.find((one) => one.label === "Last export")).toMatchObject({ value: "never: take your data out from time to time", page: "/exports" });
    expect(stateOf(await ask(), "B18").says).toBe("Nothing has been exported yet. No scheduled export is set up.");
    await person.call("PUT", "/api/exports/schedule", { every: "month", day: 1, format: "csv" });
    expect(stateOf(await ask(), "B18").says).toContain("A scheduled export is set up.");
    expect(stateOf(await ask(), "B5").says).toBe("No grant is open in this workspace.");
    await person.call("POST", "/api/operator-access", { hours: 1, reason: "a hanging export", reads: ["activity"] });
    expect(stateOf(await ask(), "B5").says).toBe("One grant is open in this workspace now.");
  });
});

describe("A26 V13.1.1 services outside", () => {
  test("what is off does not appear; what is on is named with role, purpose, data and region", () => {
    expect(servicesOf(configOf())).toEqual([]);
    expect(servicesOf(configOf({ SMTP_URL: "smtp://localhost:25", DATABASE_URL: "postgres://u:p@127.0.0.1/x" })), "what this very server does is no sub-processor").toEqual([]);
    const on = servicesOf(configOf({
      SMTP_URL: "smtps://key:smtp-secret@smtp.eu.mailgun.org:465", DATABASE_URL: "postgres://u:db-secret@db.internal.example/x?sslmode=verify-full", COUNTERFOIL_PROVIDERS: "database=Example Cloud, Ireland",
      COUNTERFOIL_MICROSOFT_CLIENT_ID: "id", COUNTERFOIL_MICROSOFT_CLIENT_SECRET: "ms-secret", COUNTERFOIL_LEAKED_PASSWORDS_URL: "https://api.pwnedpasswords.com/range/",
    }));
    expect(on.map((service) => [service.vendor, service.role, service.region])).toEqual([
      ["Mailgun", "Outgoing mail", "United States"], ["Example Cloud", "Database", "Ireland"], ["Microsoft", "Sign-in", "Worldwide"], ["Have I Been Pwned", "Check of new passwords", "Worldwide"]]);
    for (const service of on) expect(service.purpose.length * service.data.length).toBeGreaterThan(0);
    expect(JSON.stringify(on), "no host name, user or secret of the operator").not.toMatch(/(?:smtp|db|ms)-secret|internal\.example|smtp\.eu/);
  });

  test("V14.2.3 every file that talks to the network belongs to an adapter of the list", () => {
    const files = (folder: string): string[] => readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return name === "web" || name === "screens" ? [] : statSync(path).isDirectory() ? files(path) : /\.ts$/.test(name) && !/\.test\.ts$/.test(name) ? [path] : [];
    });
    const talks = /\bfrom "(?:node:(?:http|https|http2|dgram|dns|dns\/promises)|nodemailer|pg|pg-boss|undici)"|(?<![.\w])(?:fetch|createConnection|createServer)\(|import \{[^}]*\b(?:connect|Socket)\b[^}]*\} from "node:(?:net|tls)"/;
    const found = files(join(rootDir, "src")).filter((path) => talks.test(readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "").replace(/^import type .*$/gm, "")))
      .map((path) => relative(rootDir, path));
    expect(found.length).toBeGreaterThan(5);
    const listed = new Set(adapters.flatMap((adapter) => adapter.code));
    expect(found.filter((path) => !listed.has(path)), "name the file in src/trust/services.ts, in `code` of the adapter it belongs to, with its descriptor").toEqual([]);
    expect([...listed].filter((path) => !found.includes(path)), "these talk to nobody: take them out of src/trust/services.ts").toEqual([]);
  });

  test("a change of the configuration leaves a line in the public history, once, and no line can be taken back", async () => {
    const at = (more: Record<string, string>, when: string) => noteServices({ ...services, config: configOf(more), clock: () => new Date(when) });
    const mailgun = { SMTP_URL: "smtps://k:s@smtp.mailgun.org:465" };
    expect(await at({}, "2026-01-01T00:00:00Z")).toBe(0);
    expect((await Promise.all([at(mailgun, "2026-02-01T00:00:00Z"), at(mailgun, "2026-02-01T00:00:00Z")])).sort()).toEqual([0, 1]);
    expect(await at(mailgun, "2026-02-02T00:00:00Z")).toBe(0);
    expect(await at({ ...mailgun, COUNTERFOIL_PROVIDERS: "mail=Example Mail, Germany" }, "2026-03-01T00:00:00Z")).toBe(1);
    expect(await at({}, "2026-04-01T00:00:00Z")).toBe(1);
    services.moveClock(new Date(Date.now() + 60_000));
    const { body } = await anonymous().call("GET", "/api/trust");
    services.moveClock(null);
    expect((body as TrustView).history.map((line) => [line.at.slice(0, 10), line.change, line.vendor, line.region])).toEqual([
      ["2026-04-01", "removed", "Example Mail", "Germany"], ["2026-03-01", "changed", "Example Mail", "Germany"], ["2026-02-01", "added", "Mailgun", "United States"]]);
    await expect(services.database.pool.query("delete from service_change")).rejects.toThrow(/permission denied/);
    await expect(services.database.pool.query("update service_change set vendor = 'nobody'")).rejects.toThrow(/permission denied/);
  });
});

describe("A28 security contact", () => {
  const fields = (text: string) => new Map(text.trim().split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]));

  test("security.txt names whom to tell and ends in more than 30 days and less than a year", async () => {
    const { status, raw, headers } = await anonymous().call("GET", "/.well-known/security.txt");
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
    const found = fields(raw.toString("utf8"));
    expect([...found.keys()]).toEqual(["Contact", "Expires", "Policy", "Canonical", "Preferred-Languages"]);
    expect(found.get("Contact")).toBe("mailto:security@localhost");
    const days = (Date.parse(found.get("Expires")!) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThan(365);
    expect(found.get("Expires")).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
  });

  test("the operator's own contact is used, and one that is no address is refused with a sentence", () => {
    const at = (contact: string) => fields(securityTxt(configOf({ COUNTERFOIL_SECURITY_CONTACT: contact }), new Date())).get("Contact");
    expect(at("safety@books.example")).toBe("mailto:safety@books.example");
    expect(at("https://books.example/report")).toBe("https://books.example/report");
    expect(() => at("call me\nContact: mailto:evil@evil.example")).toThrow(/COUNTERFOIL_SECURITY_CONTACT must be a mail address or an https:\/\/ page/);
  });

  test("V15.1.1 SECURITY.md says whom to tell, that an answer comes within one business day, and how soon faults are mended", () => {
    const text = readFileSync(join(rootDir, "SECURITY.md"), "utf8");
    expect(text).toMatch(/within one business day/);
    expect(text).toMatch(/48 hours/);
    expect(text).toMatch(/7 days/);
    expect(text).toMatch(/30 days/);
  });
});
