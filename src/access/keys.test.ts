import { createHash } from "node:crypto";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { anApp, clientOf, joined, signedIn, testServices, type Client } from "../../test/builders.ts";
import { keyMay, permissions, roleMay } from "./permissions.ts";

describe("A4 API keys", () => {
  const services = testServices();
  const holder = anApp(services);
  const made = async (owner: Client, body: object): Promise<{ id: string; key: string; client: Client }> => {
    const answer = await owner.call("POST", "/api/api-keys", { name: "till", role: "member", ...body });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return { id: answer.body.id, key: answer.body.key, client: clientOf(holder.app, { key: answer.body.key }) };
  };
  const listed = async (owner: Client, id: string) => (await owner.call("GET", "/api/api-keys")).body.items.find((key: { id: string }) => key.id === id);

  test("A4 V11.4.1 the whole database, dumped, holds of a key only its SHA-256", async () => {
    const owner = await signedIn(holder.app);
    // A repeat of the request must not bring the key back either, nor may the answer be kept for it.
    const headers = { "idempotency-key": "make-once" };
    const first = await owner.call("POST", "/api/api-keys", { name: "scanner", role: "member" }, headers);
    const again = await owner.call("POST", "/api/api-keys", { name: "scanner", role: "member" }, headers);
    expect([first.status, again.status, again.body.code]).toEqual([201, 409, "shown_once"]);
    const { key } = first.body as { key: string };
    const client = new pg.Client(services.databaseConnections.admin);
    await client.connect();
    const dump: string[] = [];
    const { rows: tables } = await client.query<{ name: string }>("select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')");
    for (const { name } of tables) dump.push(...(await client.query<{ row: string }>(`select t::text as row from ${name} t`)).rows.map((one) => one.row));
    await client.end();
    const text = dump.join("\n");
    expect(dump.length).toBeGreaterThan(10);
    expect(text).not.toContain(key);
    expect(text).not.toContain(key.slice("cf_live_".length, -4));
    expect(text).toContain(createHash("sha256").update(key).digest("hex"));
    expect(JSON.stringify((await owner.call("GET", "/api/api-keys")).body)).not.toContain(key.slice(8, -4));
    expect(await listed(owner, first.body.id)).toMatchObject({ prefix: "cf_live_", lastFour: key.slice(-4) });
  });

  test("A4 a key does what its role and its scopes both allow, and nothing else", async () => {
    const owner = await signedIn(holder.app);
    const { client } = await made(owner, { scopes: ["companies.read", "customers.read"] });
    expect((await client.call("GET", "/api/companies")).status).toBe(200);
    expect((await client.call("GET", "/api/customers")).status).toBe(200);
    expect((await client.call("GET", "/api/invoices")).status).toBe(403);
    expect((await client.call("POST", "/api/customers", {})).status).toBe(403);
    for (const role of ["admin", "member", "readonly"] as const) {
      for (const permission of permissions) {
        expect(keyMay(role, null, permission)).toBe(roleMay(role, permission));
        expect(keyMay(role, [permission], permission)).toBe(roleMay(role, permission));
        expect(permissions.filter((other) => other !== permission && keyMay(role, [permission], other))).toEqual([]);
      }
    }
    expect((await owner.call("POST", "/api/api-keys", { name: "x", role: "readonly", scopes: ["invoices.issue"] })).body.code).toBe("scope_above_role");
    expect((await owner.call("POST", "/api/api-keys", { name: "x", role: "member", scopes: ["everything"] })).status).toBe(400);
    expect((await owner.call("POST", "/api/api-keys", { name: "x", role: "owner" })).status).toBe(400);
  });

  test("A4 a key limited to a company sees that company alone", async () => {
    const owner = await signedIn(holder.app);
    const company = async (name: string) => (await owner.call("POST", "/api/companies", { name, country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" })).body.id as string;
    const [ours, theirs] = [await company("Ours"), await company("Theirs")];
    const { client, id } = await made(owner, { companyIds: [ours] });
    expect((await client.call("GET", "/api/companies")).body.items.map((one: { id: string }) => one.id)).toEqual([ours]);
    expect((await client.call("GET", `/api/companies/${theirs}`)).status).toBe(404);
    expect((await listed(owner, id)).companies).toEqual([{ id: ours, name: "Ours" }]);
    expect((await owner.call("POST", "/api/api-keys", { name: "x", role: "admin", companyIds: [ours] })).body.code).toBe("sees_all_companies");
  });

  test("A4 a key shows when and from where it was used, ends after a year unless told otherwise, and at once when it is revoked", async () => {
    const owner = await signedIn(holder.app);
    const { client, id } = await made(owner, {});
    expect(await listed(owner, id)).toMatchObject({ lastUsedAt: null, lastUsedFrom: null });
    await client.call("GET", "/api/companies");
    const used = await listed(owner, id);
    expect(Date.now() - new Date(used.lastUsedAt).getTime()).toBeLessThan(60_000);
    expect(used.lastUsedFrom).toBe("127.0.0.1");
    expect(Math.round((new Date(used.expiresAt).getTime() - Date.now()) / 86_400_000)).toBe(365);
    const short = await made(owner, { expiresInDays: 1 });
    services.moveClock(new Date(Date.now() + 86_300_000));
    expect((await short.client.call("GET", "/api/companies")).status).toBe(200);
    services.moveClock(new Date(Date.now() + 86_500_000));
    expect((await short.client.call("GET", "/api/companies")).status).toBe(401);
    services.moveClock(null);
    expect((await owner.call("DELETE", `/api/api-keys/${id}`)).body.endedBecause).toBe("revoked");
    expect((await client.call("GET", "/api/companies")).status).toBe(401);
  });

  test("A4 V7.5.1 making and ending a key asks for a fresh proof, and no key makes or ends one", async () => {
    const owner = await signedIn(holder.app);
    const { id, client } = await made(owner, { role: "admin" });
    expect((await client.call("POST", "/api/api-keys", { name: "child", role: "member" })).body.code).toBe("person_needed");
    expect((await client.call("DELETE", `/api/api-keys/${id}`)).body.code).toBe("person_needed");
    services.moveClock(new Date(Date.now() + 11 * 60_000));
    expect((await owner.call("POST", "/api/api-keys", { name: "late", role: "member" })).body.code).toBe("step_up_needed");
    expect((await owner.call("DELETE", `/api/api-keys/${id}`)).body.code).toBe("step_up_needed");
    services.moveClock(null);
    expect((await (await joined(holder.app, owner, "member")).call("GET", "/api/api-keys")).status).toBe(403);
  });
});
