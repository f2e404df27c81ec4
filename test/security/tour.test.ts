// A browser on every screen of the product: once over books in which every text tries to be a script, once over the sample
// firm's, in both themes. Nothing runs that we did not write, nothing is asked of others, nothing is kept but preferences,
// one can leave from everywhere, and who left sees nothing by going back.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, type TestContext } from "vitest";
import { rootDir } from "../../src/platform/config.ts";
import { openBrowser } from "../browser.ts";
import { TEST_PASSWORD } from "../builders.ts";
import { callerOf, startProduct, type Caller, type Product } from "../product.ts";
import { PAYLOAD, plant, type Planted } from "./payloads.ts";

/** Every place of the product with its frame, read from the doors of the nouns. */
const places = readdirSync(join(rootDir, "src")).flatMap((noun) => {
  try {
    const door = readFileSync(join(rootDir, "src", noun, "screens", "index.ts"), "utf8");
    return [...door.matchAll(/\{ path: "([^"]+)"(.*?)screen:/g)].map(([, path, rest]) => ({ path: path!, layout: /layout: "(\w+)"/.exec(rest!)?.[1] ?? "shell" }));
  } catch {
    return [];
  }
});

/** What the browser may keep after a whole tour: a session, and choices of look and language that stay on the machine. */
const cookies = /^(__Host-)?counterfoil(-(device|pending|buyer-[0-9a-f]{8}))?$/;
const kept = /^counterfoil\.(theme|locale|company|sidebarFolded|singleKeys|homeCurrency)$/;

describe("a tour of every screen", () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;
  let missing: string | null = null;
  let page: Page;
  let call: Caller;
  let planted: Planted;
  const troubles: string[] = [];
  const elsewhere = new Set<string>();
  const referers = new Set<string>();
  /** Places where the way out was not found. */
  const without: string[] = [];
  const needsBrowser = (test: TestContext) => { if (missing) test.skip(missing); };

  const watch = (one: Page) => {
    const where = () => one.url().replace(product.address, "").replace(/[0-9a-f-]{36}/g, "…");
    one.on("pageerror", (error) => troubles.push(`${where()} broke: ${error.message}`));
    one.on("console", (message) => { if (message.type() === "error" && !/Failed to load resource: the server responded with a status of (401|404)/.test(message.text())) troubles.push(`${where()} says: ${message.text()}`); });
    one.on("dialog", (dialog) => { troubles.push(`${where()} opened a dialog: ${dialog.message()}`); void dialog.dismiss(); });
    one.on("request", (request) => {
      const url = new URL(request.url());
      if (!["blob:", "data:"].includes(url.protocol) && url.origin !== product.address) elsewhere.add(`${where()} asked ${request.url()}`);
      const { referer } = request.headers();
      if (referer) referers.add(`${where()} sent ${referer}`);
    });
    one.setDefaultTimeout(15_000);
    return one;
  };
  /** Goes to a place and waits until it stands. */
  const visit = async (path: string) => {
    await page.goto(path, { waitUntil: "load" });
    await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
    await page.waitForFunction("!document.querySelector('[aria-busy=true], .skeleton')", undefined, { timeout: 5_000 }).catch(() => undefined);
    await page.waitForTimeout(80);
    const seen = await page.evaluate("({ stolen: window.stolen, images: document.querySelectorAll('img[src=\"x\"], svg[onload], [onerror]').length, reports: window.violations })") as { stolen?: unknown; images: number; reports: string[] };
    if (seen.stolen !== undefined || seen.images > 0) troubles.push(`${path}: a text became an element`);
    troubles.push(...seen.reports.map((report) => `${path}: policy stopped ${report}`));
  };
  const fill = (path: string): string => {
    const ids: Record<string, string> = { "/invoices/$id/edit": planted.draftId, "/invoices/$id": planted.invoiceId, "/customers/$id": planted.customerId, "/suppliers/$id": planted.supplierId, "/services/$id": planted.itemId, "/payments/$id": planted.paymentId, "/proposals/$id": planted.proposalId, "/inbox/$id": planted.receivedId };
    const [, id] = Object.entries(ids).find(([start]) => path.startsWith(start)) ?? [];
    return path.replace("$id", id ?? planted.companyId).replace("$token", planted.link.split("/").at(-1)!);
  };
  const inside = places.filter(({ layout, path }) => ["shell", "focus"].includes(layout) && path !== "/welcome");
  const signedIn = async () => callerOf(product.address, { cookie: (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ") });

  beforeAll(async () => {
    const opened = await openBrowser();
    if ("missing" in opened) { missing = opened.missing; return; }
    browser = opened;
    product = await startProduct();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, baseURL: product.address, colorScheme: "light" });
    await context.addInitScript("window.violations = []; document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));");
    page = watch(await context.newPage());
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  test("V6.2.6 V6.2.7 V6.2.5 password fields hide what is typed and can show it, take what is pasted, and name themselves to password managers", async (test) => {
    needsBrowser(test);
    const fields = async (path: string) => {
      await visit(path);
      await page.locator("input[type=password]").first().waitFor();
      return page.locator("input[type=password]").evaluateAll((all) => (all as unknown as { autocomplete: string }[]).map((one) => one.autocomplete));
    };
    expect(await fields("/sign-up")).toEqual(["new-password"]);
    const [password, email] = [page.locator("input[type=password]"), page.getByLabel("E-mail")];
    expect(await email.getAttribute("autocomplete")).toMatch(/^(email|username)$/);
    expect(await password.evaluate((field) => { const event = new (globalThis as any).ClipboardEvent("paste", { bubbles: true, cancelable: true }); return (field as any).dispatchEvent(event) as boolean; })).toBe(true);
    await password.focus();
    await page.keyboard.insertText(TEST_PASSWORD);
    const shown = page.locator(`input[name="${await password.getAttribute("name")}"], #${await password.getAttribute("id")}`).first();
    await page.getByRole("button", { name: /show/i }).first().click();
    expect([await shown.getAttribute("type"), await shown.inputValue()]).toEqual(["text", TEST_PASSWORD]);
    await page.getByRole("button", { name: /hide/i }).first().click();
    expect(await shown.getAttribute("type")).toBe("password");
    await page.getByLabel("Your name").fill("Niamh Test");
    await email.fill("niamh@test.example");
    await page.getByLabel("Workspace").fill("Tour");
    await page.getByRole("button", { name: "Make account" }).click();
    await page.waitForURL(/\/(welcome|confirm|second-factor)?$|\/(welcome|confirm)/);
    call = await signedIn();
    expect((await call("GET", "/api/session")).status).toBe(200);
  }, 60_000);

  test("V3.7.1 V3.2.2 V1.2.3 abuse-9 every screen over books full of payloads: nothing runs, nothing is stopped, nothing breaks", async (test) => {
    needsBrowser(test);
    const upload = async (payload: Buffer, headers: Record<string, string>) => {
      const answer = await fetch(`${product.address}/api/received-invoices`, { method: "POST", body: new Uint8Array(payload), headers: { ...headers, origin: product.address, cookie: (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ") } });
      return { status: answer.status, body: await answer.json() };
    };
    planted = await plant((method, url, body, headers) => call(method, url, body, headers), upload, async () => undefined);
    await expect.poll(async () => (await call("GET", `/api/received-invoices/${planted.receivedId}`)).body.state, { timeout: 30_000 }).toMatch(/to_review|to_approve/);
    expect(inside.length).toBeGreaterThan(30);
    for (const { path } of inside) await visit(fill(path));
    // The payload was on the screen as text, else the walk proves nothing.
    await visit(`/customers/${planted.customerId}`);
    expect(await page.locator("body").innerText()).toContain(PAYLOAD.slice(0, 60));
    await visit(`/invoices/${planted.invoiceId}`);
    expect(await page.locator("body").innerText()).toContain(PAYLOAD.slice(0, 60));
    expect(troubles).toEqual([]);
  }, 240_000);

  test("abuse-17 V14.2.1 V3.3.2 the buyer's page over the same texts: nothing runs, and its secret is not in the address any more", async (test) => {
    needsBrowser(test);
    const stranger = await browser.newContext({ baseURL: product.address });
    await stranger.addInitScript("window.violations = []; document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));");
    const buyer = watch(await stranger.newPage());
    const token = planted.link.split("/").at(-1)!;
    await buyer.goto(planted.link);
    await buyer.getByRole("heading", { level: 1 }).first().waitFor();
    await expect.poll(() => buyer.url()).not.toContain(token);
    const asked: string[] = [];
    buyer.on("request", (request) => asked.push(`${request.method()} ${request.url()} ${JSON.stringify(request.headers())}`));
    await buyer.reload();
    await buyer.getByRole("heading", { level: 1 }).first().waitFor();
    expect(await buyer.locator("body").innerText()).toContain(PAYLOAD.slice(0, 40));
    expect(asked.filter((one) => one.split(" ")[1]!.includes(token) || /"referer":"[^"]/.test(one))).toEqual([]);
    expect(await buyer.evaluate("window.stolen")).toBeUndefined();
    expect(await buyer.evaluate("window.violations")).toEqual([]);
    expect(JSON.stringify(await buyer.evaluate("({ ...localStorage, ...sessionStorage })"))).not.toContain(token);
    const left = await stranger.cookies();
    expect(left.map(({ name, httpOnly, sameSite }) => [cookies.test(name), httpOnly, sameSite])).toEqual(left.map(() => [true, true, "Strict"]));
    await stranger.close();
  }, 60_000);

  test("V3.7.1 every screen over the sample firm's books, in the dark theme", async (test) => {
    needsBrowser(test);
    expect((await call("POST", "/api/sample-data")).status).toBe(202);
    await expect.poll(async () => (await call("GET", "/api/sample-data")).body.state, { timeout: 120_000, interval: 1_000 }).toBe("filled");
    const companies = (await call("GET", "/api/companies")).body.items as { id: string }[];
    const sample = companies.find((one) => one.id !== planted.companyId)!;
    await page.evaluate(`localStorage.setItem("counterfoil.company", ${JSON.stringify(JSON.stringify(sample.id))}); localStorage.setItem("counterfoil.theme", '"dark"');`);
    for (const { path } of inside) {
      await visit(fill(path));
      const wayOut = page.getByRole("dialog", { name: "Find or do" });
      await page.keyboard.press("Control+k");
      // The palette's own field: a page may have another combobox, and the palette comes a moment after the key.
      await wayOut.getByRole("combobox").fill("sign out", { timeout: 5_000 }).catch(() => undefined);
      if (!(await wayOut.getByText("Sign out", { exact: true }).first().waitFor({ timeout: 5_000 }).then(() => true, () => false))) without.push(path);
    }
    expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
    for (const { path } of places.filter(({ layout }) => layout === "public")) if (!path.includes("$")) await visit(path);
    expect(troubles).toEqual([]);
  }, 300_000);

  test("B11 V14.3.3 V3.3.4 V10.1.1 after the tour the browser holds one session cookie and preferences, and no page asked anybody else", async (test) => {
    needsBrowser(test);
    expect([...elsewhere]).toEqual([]);
    expect([...referers], "Referrer-Policy is no-referrer").toEqual([]);
    const jar = await context.cookies();
    expect(jar.filter(({ name, httpOnly }) => !cookies.test(name) || !httpOnly).map(({ name }) => name)).toEqual([]);
    expect(await page.evaluate("document.cookie")).toBe("");
    const stored = await page.evaluate(`(async () => ({
      local: { ...localStorage }, session: { ...sessionStorage },
      databases: (await indexedDB.databases()).map((one) => one.name), caches: "caches" in window ? await caches.keys() : [],
      workers: navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).length : 0,
    }))()`) as { local: Record<string, string>; session: Record<string, string>; databases: string[]; caches: string[]; workers: number };
    expect(Object.keys(stored.local).filter((name) => !kept.test(name))).toEqual([]);
    expect(Object.keys(stored.session).filter((name) => !/^tsr-scroll-restoration/.test(name))).toEqual([]);
    expect([stored.databases, stored.caches, stored.workers]).toEqual([[], [], 0]);
    expect(JSON.stringify(stored)).not.toMatch(/onerror|Harbour|IE29AIBK|eyJ[A-Za-z0-9_-]{10}/);
    console.info(`${inside.length} screens twice; cookies: ${jar.map(({ name }) => name).join(", ")}; storage: ${Object.keys(stored.local).join(", ")}`);
  });

  test("V7.4.4 one could sign out from every page of it", (test) => {
    needsBrowser(test);
    expect(without).toEqual([]);
  });

  test("V14.3.1 V7.4.1 who signed out sees nothing by going back, and the browser was told to forget", async (test) => {
    needsBrowser(test);
    await visit(`/customers/${planted.customerId}`);
    expect(await page.locator("body").innerText()).toContain(PAYLOAD.slice(0, 60));
    const told = page.waitForResponse((answer) => answer.url().endsWith("/api/sign-out"));
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: "Find or do" }).getByRole("combobox").fill("sign out");
    await page.keyboard.press("Enter");
    expect((await (await told).allHeaders())["clear-site-data"]).toContain("\"cache\"");
    await page.waitForURL("**/sign-in*");
    await page.goBack().catch(() => undefined);
    await page.waitForTimeout(800);
    const body = await page.locator("body").innerText();
    expect(body).not.toContain(PAYLOAD.slice(0, 30));
    expect(body).not.toContain("buyer@customer.example");
    expect((await call("GET", "/api/session")).status).toBe(401);
    expect((await context.cookies()).filter(({ name }) => /^(__Host-)?counterfoil$/.test(name))).toEqual([]);
  }, 60_000);
});
