// Reading changes nothing: every GET and HEAD is called by an owner, and the whole database is compared before and after.
import pg from "pg";
import { describe, expect, test } from "vitest";
import { anApp, signedIn, testServices } from "../../test/builders.ts";
import { aNeighboursThings } from "../../test/neighbour.ts";
import { routes } from "../nouns.ts";

/** What a read may write: who was seen when, that a document was read or refused (audit), counts, and the alert that much was read. */
const noted = new Set(["session", "api_key", "event", "event_head", "event_volume", "alert", "rate_limit", "refused_access"]);
const counted: Record<string, string> = { "public.mail": "where t.kind <> 'alert'", "pgboss.job": "where t.name <> 'mail.send'" };

describe("safe methods", () => {
  const services = testServices();
  const holder = anApp(services);

  test("V3.5.3 no GET or HEAD writes: the rows of all tables are the same before and after", async () => {
    const owner = await signedIn(holder.app, "Olive Owner");
    const things = await aNeighboursThings(services, holder.app, owner);
    await services.workJobs();
    const admin = new pg.Client(services.databaseConnections.admin);
    await admin.connect();
    const tables = (await admin.query<{ name: string }>("select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') and tablename !~ '^j[0-9a-f]{40,}$'")).rows.map((row) => row.name)
      .filter((name) => !noted.has(name.replace("public.", "")));
    const look = async () => {
      const found = new Map<string, string>();
      for (const name of tables) {
        const { rows: [row] } = await admin.query<{ state: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as state from ${name} t ${counted[name] ?? ""}`);
        found.set(name, row!.state);
      }
      return found;
    };
    try {
      expect(tables.length).toBeGreaterThan(30);
      const before = await look();
      const statuses = new Map<number, number>();
      const reads = routes.filter((route) => route.method === "GET");
      for (const route of reads) {
        const ids = /:\w+/.test(route.url) ? things.idsFor(route) : [{}];
        for (const id of ids as Record<string, string>[]) {
          const url = route.url.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(id[name] ?? id["id"] ?? "x"));
          for (const method of ["GET", "HEAD"] as const) {
            const answer = await holder.app.inject({ method, url, headers: { host: "localhost:3000", cookie: owner.cookie } });
            statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
            if (method === "HEAD") expect(answer.body).toBe("");
          }
        }
      }
      const after = await look();
      expect([...after].filter(([name, state]) => before.get(name) !== state).map(([name]) => name)).toEqual([]);
      expect(statuses.get(200)! / [...statuses.values()].reduce((sum, count) => sum + count, 0), JSON.stringify([...statuses])).toBeGreaterThan(0.6);
      // The comparison would see a write.
      await owner.call("POST", "/api/companies", { name: "One More Ltd", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" });
      const changed = await look();
      expect([...changed].filter(([name, state]) => after.get(name) !== state).map(([name]) => name)).toContain("public.company");
    } finally {
      await admin.end();
    }
  }, 180_000);
});
