// Lighthouse on the main screens: accessibility is whole, best practices are kept. Installed for the run alone (LIGHTHOUSE names it).
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { startProduct } from "../product.ts";
import { has, run } from "./programs.ts";
import { careless } from "./stub.ts";
import { prepareWalk } from "./walk.ts";

const program = process.env["LIGHTHOUSE"] ?? "lighthouse";
const folder = mkdtempSync(join(tmpdir(), "cf-lighthouse-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const main = ["/", "/inbox", "/inbox/$id", "/invoices", "/invoices/$id", "/invoices/new", "/proposals/$id/edit", "/customers", "/team", "/activity", "/settings/security", "/trust", "/sign-in", "/p/$token"];

type Report = { categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>; audits: Record<string, { score: number | null; title: string; errorMessage?: string }>; finalDisplayedUrl: string };

async function judge(url: string, cookie?: string, tries = 2): Promise<{ accessibility: number; practices: number; lacking: string[]; url: string }> {
  const headers = join(folder, "headers.json");
  writeFileSync(headers, JSON.stringify(cookie ? { Cookie: cookie } : {}));
  const output = join(folder, "report.json");
  rmSync(output, { force: true });
  const { output: said } = await run(program, [url, "--only-categories=accessibility,best-practices", "--chrome-flags=--headless=new --no-sandbox --disable-gpu", "--no-enable-error-reporting", "--quiet", "--output=json", `--output-path=${output}`, `--extra-headers=${headers}`], { ms: 180_000, env: { CHROME_PATH: process.env["CHROME_PATH"] ?? "/usr/bin/chromium" } });
  let report: Report;
  try {
    report = JSON.parse(readFileSync(output, "utf8")) as Report;
  } catch {
    throw new Error(`lighthouse wrote no report for ${url}:\n${said.slice(-2000)}`);
  }
  const score = (name: string) => report.categories[name]?.score;
  // No score at all means that it could not measure, not that the page lacks something.
  if (typeof score("accessibility") !== "number" || typeof score("best-practices") !== "number") {
    if (tries > 1) return judge(url, cookie, tries - 1);
    throw new Error(`lighthouse could not measure ${url}: ${Object.values(report.audits).map((audit) => audit.errorMessage).filter(Boolean).slice(0, 3).join("; ")}`);
  }
  const lacking = ["accessibility", "best-practices"].flatMap((name) => report.categories[name]!.auditRefs.filter(({ id, weight }) => weight > 0 && report.audits[id]!.score !== null && report.audits[id]!.score! < 1).map(({ id }) => `${id}: ${report.audits[id]!.title}`));
  return { accessibility: score("accessibility")!, practices: score("best-practices")!, lacking, url: report.finalDisplayedUrl };
}

describe.skipIf(!has(program))("Lighthouse", () => {
  test("accessibility 1.0 and best practices of at least 0.95 on the main screens", async () => {
    const product = await startProduct({ COUNTERFOIL_REQUESTS_PER_MINUTE: "0" });
    try {
      const walk = await prepareWalk(product.address);
      const wrong: string[] = [];
      for (const path of main) {
        const screen = walk.screens.find((one) => one.path === path);
        if (!screen) { wrong.push(`${path} is no screen any more: correct the list`); continue; }
        const found = await judge(product.address + screen.address, path === "/sign-in" || path.startsWith("/p/") ? undefined : walk.cookie);
        console.info(`${path}: accessibility ${found.accessibility}, best practices ${found.practices}`);
        if (path !== "/sign-in" && /\/sign-in/.test(found.url)) wrong.push(`${path} was not shown signed in`);
        if (found.accessibility < 1 || found.practices < 0.95) wrong.push(`${path}: ${found.accessibility} ${found.practices} ${found.lacking.join("; ")}`);
      }
      expect(wrong).toEqual([]);
    } finally {
      await product.stop();
    }
  }, 1_500_000);

  test("it is awake: a planted page has less", async () => {
    const stub = await careless();
    try {
      expect((await judge(`http://127.0.0.1:${stub.port}/`)).accessibility).toBeLessThan(1);
    } finally {
      stub.close();
    }
  }, 300_000);
});
