// sqlmap on every free text that a route takes: one request a route, made from its own schema, with the texts marked. What a
// schema holds to a number, a date, an identifier or a list of words never reaches a statement as text, so it is not asked
// about; a test of its own holds that. Routes that take the same texts to the same place share a request.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { afterAll, describe, expect, test } from "vitest";
import { routes } from "../../src/nouns.ts";
import type { Route } from "../../src/platform/http.ts";
import { complete, schemaOf, seeded } from "../hostile.ts";
import { startProduct } from "../product.ts";
import { has, run } from "./programs.ts";
import { careless } from "./stub.ts";
import { prepareWalk, type Walk } from "./walk.ts";

const folder = mkdtempSync(join(tmpdir(), "cf-sqlmap-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const BUDGET_MS = 8 * 60_000;

type Schema = { type?: string; format?: string; enum?: unknown[]; const?: unknown; pattern?: string; properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[] };
const json = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;

/** Free text: a string whose schema would let an injection through to the code behind it. */
const isFree = (schema: Schema | undefined): boolean =>
  schema !== undefined && (schema.anyOf ? schema.anyOf.some(isFree) : schema.type === "string" && !schema.enum && schema.const === undefined && !schema.format && (!schema.pattern || new RegExp(schema.pattern).test("x' AND 1=1--")));

/** Puts sqlmap's mark behind every free text of a value. */
function marked(value: unknown, schema: Schema | undefined, count: { marks: number }): unknown {
  const inner = schema?.anyOf?.find((one) => one.type !== "null") ?? schema;
  if (typeof value === "string" && isFree(schema) && count.marks < 6) {
    count.marks++;
    return `${value || "x"}*`;
  }
  if (Array.isArray(value)) return value.map((one) => marked(one, inner?.items, count));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one, inner?.properties?.[name], count)]));
  return value;
}

/** A request to a route as a file for `sqlmap -r`; null when the route takes no free text. */
function requestTo(route: Route, walk: Walk, known: Record<string, string>, port: string): string | null {
  const count = { marks: 0 };
  const params = route.params ? json(route.params) : undefined;
  const path = route.url.replace(/:(\w+)/g, (_whole, name: string) => {
    const free = isFree(params?.properties?.[name]);
    if (free) count.marks++;
    return `${known[`${/^\/api\/[\w-]+/.exec(route.url)?.[0] ?? ""}/${name}`] ?? known[name] ?? (name === "page" ? "1" : crypto.randomUUID())}${free ? "*" : ""}`;
  });
  const query = route.query ? json(route.query) : undefined;
  const pairs = Object.entries(query?.properties ?? {}).filter(([name, schema]) => isFree(schema) || known[name]).map(([name, schema]) => {
    if (!isFree(schema)) return `${name}=${known[name]}`;
    count.marks++;
    return `${name}=${name === "cursor" ? Buffer.from(JSON.stringify(["2026-11-21", "1"])).toString("base64url") : "a"}*`;
  });
  let body = "";
  if (route.body) {
    const right = complete(seeded(7), schemaOf(route.body), undefined, 1);
    const filled = JSON.parse(JSON.stringify(right ?? {}), (name, value) => (typeof value === "string" && known[name] && /Id$/.test(name) ? known[name] : value));
    body = JSON.stringify(marked(filled, json(route.body), count));
  }
  if (count.marks === 0) return null;
  return [`${route.method} ${path}${pairs.length ? `?${pairs.join("&")}` : ""} HTTP/1.1`, `Host: localhost:${port}`, `Authorization: Bearer ${walk.key}`, ...(body ? ["Content-Type: application/json"] : []), "", body].join("\r\n");
}

async function judge(name: string, args: string[]): Promise<{ output: string; found: boolean }> {
  const { output } = await run("sqlmap", ["--ignore-stdin", ...args, "--batch", "--level=1", "--risk=1", "--dbms=postgresql", "--flush-session", "--disable-coloring", "--timeout=10", "--retries=0", "--threads=4", "--ignore-code=*", `--output-dir=${join(folder, name)}`], { ms: 240_000 });
  return { output, found: /is vulnerable|^Parameter:|identified the following injection/m.test(output) };
}

describe.skipIf(!has("sqlmap"))("sqlmap", () => {
  test("V1.2.4 no free text of any route is a way into a statement", async () => {
    const product = await startProduct({ COUNTERFOIL_REQUESTS_PER_MINUTE: "0" });
    try {
      const walk = await prepareWalk(product.address);
      const { port } = new URL(product.address);
      const company = (await walk.call("GET", "/api/companies")).body.items[0];
      const known: Record<string, string> = { companyId: company.id };
      for (const [list, names] of Object.entries({ "/api/customers": ["customerId"], "/api/suppliers": ["supplierId"], "/api/items": ["itemId"], "/api/invoices": ["invoiceId"], "/api/proposals": [], "/api/payments": [], "/api/received-invoices": [], "/api/exports": [], "/api/companies": [] })) {
        const id = (await walk.call("GET", list)).body?.items?.[0]?.id;
        if (id) for (const name of [`${list}/id`, ...names]) known[name] = id;
      }
      // Signing out, deleting the key or leaving would end the run; one's own password is asked of nobody else.
      const requests = routes.filter((route) => !/api-keys|sign-out|sessions|leave|ownership|shorter|password|passkey|totp|recovery/.test(route.url) || route.method === "GET")
        .flatMap((route) => { const text = requestTo(route, walk, known, port); return text ? [{ route, text }] : []; });
      // The least of the budget is spent on what is asked the most: lists, searches, texts.
      requests.sort((a, b) => Number(b.route.method === "GET") - Number(a.route.method === "GET"));
      const ends = Date.now() + BUDGET_MS;
      const found: string[] = [];
      const untested: string[] = [];
      let tested = 0;
      await Promise.all([0, 1].map(async () => {
        for (let next = requests.shift(); next; next = requests.shift()) {
          const { route, text } = next;
          const name = `${route.method} ${route.url}`;
          if (Date.now() > ends) { untested.push(name); continue; }
          const file = join(folder, `${name.replace(/\W+/g, "_")}.txt`);
          writeFileSync(file, text);
          const ask = () => judge(name.replace(/\W+/g, "_"), ["-r", file]);
          // What it guesses from answers that differ by chance does not come again; a way into a statement does.
          let { output, found: hit } = await ask();
          if (hit) ({ output, found: hit } = await ask());
          if (hit) found.push(`${name}\n${output.slice(-1500)}`);
          else if (!/does not (?:seem|appear) to be (?:injectable|dynamic)|all tested parameters do not appear|not appear to be injectable/i.test(output)) untested.push(`${name}: ${output.split("\n").filter((line) => /ERROR|CRITICAL/.test(line)).slice(-2).join(" ")}`);
          else tested++;
        }
      }));
      console.info(`${tested} routes with free text tested, ${untested.length} not${untested.length ? `:\n${untested.join("\n")}` : ""}`);
      expect(found).toEqual([]);
      expect(tested).toBeGreaterThan(20);
    } finally {
      await product.stop();
    }
  }, 900_000);

  test("it is awake: a planted statement made of text is found", async () => {
    const stub = await careless();
    try {
      expect((await judge("stub", ["-u", `http://127.0.0.1:${stub.port}/item?id=1`])).found).toBe(true);
    } finally {
      stub.close();
    }
  }, 300_000);
});
