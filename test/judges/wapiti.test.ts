// wapiti against every page and every reading route, signed in; and against a careless server.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { routes } from "../../src/nouns.ts";
import { startProduct } from "../product.ts";
import { has, run } from "./programs.ts";
import { careless } from "./stub.ts";
import { prepareWalk } from "./walk.ts";

const folder = mkdtempSync(join(tmpdir(), "cf-wapiti-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const modules = "xss,sql,exec,file,redirect,crlf,csp,http_headers,cookieflags,methods";

/** Every vulnerability it reports, by kind and address. */
async function judge(name: string, base: string, seconds: number, more: string[]): Promise<string[]> {
  const output = join(folder, `${name}.json`);
  const { output: said } = await run("wapiti", ["-u", base, "--scope", "folder", "-m", modules, "--max-scan-time", String(seconds), "--max-attack-time", String(Math.ceil(seconds / 4)), "--no-bugreport", "--flush-session", "--store-session", join(folder, name), "-f", "json", "-o", output, ...more], { ms: (seconds + 240) * 1000 });
  if (!existsSync(output)) throw new Error(`wapiti wrote no report:\n${said.slice(-2000)}`);
  const report = JSON.parse(readFileSync(output, "utf8")) as { vulnerabilities: Record<string, { path: string; info: string }[]>; infos: { target: string } };
  return Object.entries(report.vulnerabilities).flatMap(([kind, found]) => found.map(({ path, info }) => `${kind}: ${path} ${info}`));
}

describe.skipIf(!has("wapiti"))("wapiti", () => {
  test("V3.7.2 nothing but what a plain loopback address cannot have (HSTS, Secure) and what browsers have forgotten (X-XSS-Protection)", async () => {
    const product = await startProduct({ COUNTERFOIL_REQUESTS_PER_MINUTE: "0" });
    try {
      const walk = await prepareWalk(product.address);
      const reads = routes.filter((route) => route.method === "GET" && !/:/.test(route.url)).map((route) => {
        const shape = Object.keys(route.query?.shape ?? {});
        return `${product.address}${route.url}${shape.length ? `?${shape.map((name) => `${name}=1`).join("&")}` : ""}`;
      });
      const starts = [...walk.screens.map(({ address }) => product.address + address), ...reads];
      writeFileSync(join(folder, "starts.txt"), starts.join("\n"));
      const found = await judge("product", `${product.address}/`, 240, ["-s", join(folder, "starts.txt"), "-H", `Cookie: ${walk.cookie}`]);
      expect(found.filter((one) => !/^Strict-Transport|^HTTP Strict Transport|^Secure Flag|X-XSS-Protection|Strict-Transport-Security is not set/i.test(one))).toEqual([]);
    } finally {
      await product.stop();
    }
  }, 900_000);

  test("it is awake: script in the page, a redirect anywhere and missing headers of a planted server are found", async () => {
    const stub = await careless();
    try {
      const found = (await judge("stub", `http://127.0.0.1:${stub.port}/`, 60, [])).join("\n");
      for (const kind of [/Cross Site Scripting/i, /Redirect/i, /X-Frame-Options|Content.Security.Policy/i, /HttpOnly/i]) expect(found).toMatch(kind);
    } finally {
      stub.close();
    }
  }, 300_000);
});
