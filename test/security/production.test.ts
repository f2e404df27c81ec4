// The built product as an operator runs it: what its console prints with real secrets in the environment, and that nothing of development is left in it.
import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rootDir } from "../../src/platform/config.ts";
import { routes } from "../../src/nouns.ts";
import { startProduct, type Product } from "../product.ts";

describe("the running product", () => {
  const secrets = { master: randomBytes(32).toString("base64"), smtp: `smtp-${randomUUID()}`, google: `google-${randomUUID()}` };
  const settings = {
    COUNTERFOIL_MASTER_KEY: secrets.master, SMTP_URL: `smtp://mailer:${secrets.smtp}@127.0.0.1:9/`, COUNTERFOIL_GOOGLE_CLIENT_ID: "client", COUNTERFOIL_GOOGLE_CLIENT_SECRET: secrets.google, LOG_LEVEL: "debug",
  };
  let product: Product;
  beforeAll(async () => { product = await startProduct(settings); }, 180_000);
  afterAll(() => product?.stop());

  const command = (...args: string[]) => promisify(execFile)(process.execPath, [join(rootDir, "bin", "counterfoil.mjs"), ...args], { env: { ...process.env, ...settings, COUNTERFOIL_STATE_DIR: product.stateDir, PORT: "0", DATABASE_URL: "" }, timeout: 120_000 })
    .then(({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }), (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, text: error.stdout + error.stderr }));

  test("B5 V13.3.2 the operator's commands work beside it, and neither they nor any log shows a secret", async () => {
    const results = new Map<string, { code: number; text: string }>();
    for (const args of [["operator", "status"], ["operator", "workspaces", "--json"], ["operator", "keys", "list"], ["operator", "keys", "rotate", "master"], ["operator", "keys", "rotate", "signing"], ["operator", "keys", "rewrap"],
      ["operator", "open", "--workspace", randomUUID(), "--grant", "cf_access_wrong", "list", "invoice"], ["operator", "log"], ["operator", "nonsense"], ["trust"], ["trust", "--json"], ["doctor"]]) results.set(args.join(" "), await command(...args));
    expect(results.get("operator status")!.text).toMatch(/Workspaces +0/);
    expect(results.get("operator keys list")!.text).toMatch(/[0-9a-f]{12} {2}master +current +from environment/);
    expect(results.get("operator keys rotate master")).toMatchObject({ code: 1, text: expect.stringContaining("put a new key") });
    expect(results.get("operator keys rotate signing")!.code).toBe(0);
    expect(results.get("operator nonsense")!.text).toContain("There is no operator command “nonsense”");
    expect(results.get("trust")!.text).toMatch(/^Counterfoil \d/);
    expect(JSON.parse(results.get("trust --json")!.text).claims).toHaveLength(50);

    const logs = readdirSync(join(product.stateDir, "logs")).map((name) => readFileSync(join(product.stateDir, "logs", name), "utf8"));
    const everything = [...[...results.values()].map((result) => result.text), ...logs].join("\n");
    const kept = readdirSync(join(product.stateDir, "secrets")).filter((name) => name !== "keys.json").flatMap((name) => readFileSync(join(product.stateDir, "secrets", name), "utf8").match(/[A-Za-z0-9+/_=-]{30,}/g) ?? []);
    expect(kept.length).toBeGreaterThanOrEqual(4);
    for (const secret of [...Object.values(secrets), ...kept]) expect(everything.includes(secret), `${secret.slice(0, 5)}… was shown`).toBe(false);
    for (const name of ["secrets", "logs"]) expect(statSync(join(product.stateDir, name)).mode & 0o077, name).toBe(0);
    // The signing key was rotated under the running web process, which goes on.
    expect((await fetch(`${product.address}/api/trust`)).status).toBe(200);
  }, 240_000);

  test.runIf(process.platform === "linux")("V13.4.2 it runs as production, and no address of development leads anywhere", async () => {
    for (const part of ["web", "worker"] as const) expect(readFileSync(`/proc/${product.pidOf(part)}/environ`, "utf8").split("\0"), part).toContain("NODE_ENV=production");
    expect(routes.filter((route) => /debug|test|mock|dev|internal|graphi?ql|swagger-ui|playground/i.test(route.url.replace("/api/open", ""))).map((route) => route.url)).toEqual([]);
    const page = await (await fetch(`${product.address}/`)).text();
    for (const path of ["/debug", "/api/debug", "/metrics", "/api/metrics", "/.env", "/.git/HEAD", "/.git/config", "/package.json", "/src/app.ts", "/dist/cli.js", "/@vite/client", "/node_modules/fastify/package.json", "/server-status", "/actuator/env", "/api/docs", "/api/swagger", "/documentation", "/__open-in-editor", "/assets/", "/web.inputs.json", "/stamps.json"]) {
      const answer = await fetch(product.address + path);
      const text = await answer.text();
      expect(answer.status === 404 || text === page, `${path}: ${answer.status} ${text.slice(0, 80)}`).toBe(true);
    }
    const broken = await fetch(`${product.address}/api/received-invoices/%00`, { headers: { authorization: "Bearer cf_live_nothing_of_this_kind_is_here" } });
    expect(await broken.text()).not.toMatch(/\bat .*\.(ts|js):\d+|node_modules|stack/);
    expect(existsSync(join(rootDir, "dist", "web", "assets")) && readdirSync(join(rootDir, "dist", "web", "assets")).filter((name) => name.endsWith(".map"))).toEqual([]);
  });
});
