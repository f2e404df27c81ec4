// axe-core on every screen, in both themes and at the width of a phone. A new screen is found by itself.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, type TestContext } from "vitest";
import { openBrowser } from "../browser.ts";
import { cookiesOf, startProduct, type Product } from "../product.ts";
import { prepareWalk, type Walk } from "./walk.ts";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const every = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
const colours = { type: "rule", values: ["color-contrast"] };
// What a theme can change is colours alone.
const looks = {
  "light, wide": { width: 1440, height: 900, theme: "light", rules: every }, "light, phone": { width: 390, height: 844, theme: "light", rules: every },
  "dark, wide": { width: 1440, height: 900, theme: "dark", rules: colours }, "dark, phone": { width: 390, height: 844, theme: "dark", rules: colours },
} as const;
/** A part of the screens, for work on one of them: CF_SCREENS=/invoices. */
const only = new RegExp(process.env["CF_SCREENS"] ?? "");
type Found = { id: string; impact: string; help: string; nodes: { target: string[]; failureSummary?: string }[] };

/** What axe finds on the page as it stands, serious and critical ones. The page's policy stays on: the debugger puts the code there. */
async function judge(page: Page, rules: typeof every = every): Promise<string[]> {
  await page.evaluate(source);
  const found = await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ["violations"] }).then((result) => result.violations)`) as Found[];
  return found.filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, impact, help, nodes }) => `${impact} ${id} (${help}): ${nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ""}`);
}

describe("axe", () => {
  let product: Product;
  let browser: Browser;
  let walk: Walk;
  let missing: string | null = null;
  beforeAll(async () => {
    const opened = await openBrowser();
    if ("missing" in opened) { missing = opened.missing; return; }
    browser = opened;
    product = await startProduct({ COUNTERFOIL_REQUESTS_PER_MINUTE: "0" });
    walk = await prepareWalk(product.address);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });
  const needsBrowser = (context: TestContext) => { if (missing) context.skip(missing); };
  const open = async ({ width, height, theme }: (typeof looks)[keyof typeof looks]): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport: { width, height }, baseURL: product.address, colorScheme: theme, reducedMotion: "reduce", hasTouch: width < 500, isMobile: width < 500 });
    await context.addCookies(cookiesOf(walk.cookie, product.address));
    return context;
  };

  test.each(Object.entries(looks))("no screen has a serious or critical defect: %s", async (_name, look) => {
    if (missing) return void console.info(missing); // with CF_REQUIRE_ALL=1 it would have failed above
    const context = await open(look);
    const faults: string[] = [];
    let judged = 0;
    const one = async (page: Page, { path, address }: Walk["screens"][number]) => {
      await page.goto(address, { waitUntil: "load" });
      await page.locator("h1").first().waitFor({ timeout: 15_000 });
      await page.waitForLoadState("networkidle");
      faults.push(...(await judge(page, look.rules)).map((fault) => `${path}: ${fault}`));
      if (look.width < 500 && !(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"))) faults.push(`${path}: wider than the phone`);
      judged++;
    };
    const screens = walk.screens.filter(({ path }) => only.test(path));
    const rest = [...screens];
    await Promise.all([0, 1].map(async () => {
      const page = await context.newPage();
      page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
      page.on("console", (message) => { if (/Content Security Policy|Trusted/i.test(message.text())) faults.push(`${page.url()}: ${message.text()}`); });
      for (let screen = rest.shift(); screen; screen = rest.shift()) await one(page, screen).catch((error: Error) => { faults.push(`${screen!.path}: ${error.message.split("\n")[0]}`); });
    }));
    await context.close();
    console.info(`${judged} screens`);
    expect(faults).toEqual([]);
    expect(judged).toBe(screens.length);
  }, 600_000);

  test("the judge is awake: planted defects are found", async (context) => {
    needsBrowser(context);
    const page = await browser.newPage();
    await page.setContent(`<html><body><h1>x</h1><img src="data:,"><input type="text"><a href="#"></a><p style="color:#aaa;background:#fff">too pale</p></body></html>`);
    const found = (await judge(page)).join("\n");
    for (const rule of ["image-alt", "label", "link-name", "color-contrast", "html-has-lang"]) expect(found).toContain(rule);
    await page.close();
  });
});
