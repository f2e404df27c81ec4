// A person's way through the first half, in a real browser on the built product: account, company, twenty files at once,
// review, a correction, approval, export; opened again by second programs.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, type TestContext } from "vitest";
import { renderSample, type SampleLayout } from "@counterfoil/paper";
import sharp from "sharp";
import { anInvoice } from "../../packages/paper/examples.ts";
import { openBrowser } from "../browser.ts";
import { startProduct, type Product } from "../product.ts";
import { ubl } from "../received-documents.ts";

describe("journey: capture", () => {
  let product: Product;
  let browser: Browser;
  let missing: string | null = null;
  let page: Page;
  let folder: string;
  const troubles: string[] = [];

  beforeAll(async () => {
    const opened = await openBrowser();
    if ("missing" in opened) { missing = opened.missing; return; }
    browser = opened;
    product = await startProduct();
    folder = mkdtempSync(join(tmpdir(), "cf-journey-"));
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: product.address, acceptDownloads: true });
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("console", (message) => { if (/Content Security Policy/i.test(message.text())) troubles.push(message.text()); });
    page.setDefaultTimeout(20_000);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });
  const needsBrowser = (context: TestContext) => { if (missing) context.skip(missing); };

  test("sign up and start empty", async (context) => {
    needsBrowser(context);
    await page.goto("/sign-up");
    await page.getByLabel("Your name").fill("Niamh Test");
    await page.getByLabel("E-mail").fill("niamh@test.example");
    await page.locator("input[type=password]").fill("a long enough password");
    await page.getByLabel("Workspace").fill("Kestrel Books");
    await page.getByRole("button", { name: "Make account" }).click();
    await page.waitForURL("**/welcome");
    await page.getByRole("button", { name: "Start empty" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/welcome"));
    await page.goto("/inbox");
    await page.getByRole("heading", { level: 1 }).first().waitFor();
  });

  test("twenty files of every kind at once are read, and each is told about", async (context) => {
    needsBrowser(context);
    const layouts: SampleLayout[] = ["din_5008", "facture", "us_plain", "factuur", "factura", "fattura"];
    const files: string[] = [];
    const put = (name: string, bytes: Uint8Array) => { const path = join(folder, name); writeFileSync(path, bytes); files.push(path); };
    for (let index = 0; index < 17; index++) {
      if (index % 3 === 2) put(`theirs-${index}.xml`, ubl({ number: `E-${1000 + index}` }));
      else put(`theirs-${index}.pdf`, await renderSample(layouts[index % layouts.length]!, anInvoice({ number: `R-${2000 + index}`, date: `2026-10-${10 + index}` }) as never));
    }
    const receipt = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="900" height="700"><rect width="900" height="700" fill="white"/><g font-family="DejaVu Sans, sans-serif" font-size="34"><text x="60" y="90">Harbour Print Works Ltd</text><text x="60" y="150">Receipt 4711</text><text x="60" y="210">Date 2026-11-02</text><text x="60" y="330">Total EUR 24.60</text></g></svg>`);
    put("receipt.png", await sharp(receipt).png().toBuffer());
    put("empty.pdf", Buffer.alloc(0));
    put("notes.pdf", Buffer.from("this is no invoice"));
    await page.locator("input[type=file]").first().setInputFiles(files);
    // 18 are kept, two are refused with a reason; those kept end as read.
    await expect.poll(async () => {
      const { items } = await (await page.request.get("/api/received-invoices?limit=100")).json();
      return items.filter((item: { state: string }) => !["waiting", "reading"].includes(item.state)).length;
    }, { timeout: 180_000, interval: 1000 }).toBe(18);
    await page.goto("/inbox");
    await expect.poll(() => page.locator("table tbody tr").count(), { timeout: 20_000 }).toBeGreaterThanOrEqual(18);
  }, 240_000);

  test("review one: correct a value, answer what is open, approve", async (context) => {
    needsBrowser(context);
    const { items } = await (await page.request.get("/api/received-invoices?limit=100&search=R-2000")).json();
    expect(items).toHaveLength(1);
    await page.goto(`/inbox/${items[0].id}`);
    await page.locator("img").first().waitFor();
    const before = await (await page.request.get(`/api/received-invoices/${items[0].id}`)).json();
    const origin = { origin: product.address };
    const corrected = await page.request.post(`/api/received-invoices/${items[0].id}/answers`, { data: { version: before.version, path: "purchaseOrder", action: "correct", value: "PO-77" }, headers: origin });
    expect(corrected.status(), await corrected.text()).toBe(200);
    await page.reload();
    await page.getByText("PO-77").first().waitFor();
    // Whatever is still open is answered with Enter, as a person would; then the document is approved.
    for (let key = 0; key < 30; key++) {
      const state = await (await page.request.get(`/api/received-invoices/${items[0].id}`)).json();
      if (["approved", "exported"].includes(state.state)) break;
      await page.keyboard.press("Enter");
      await page.waitForTimeout(400);
    }
    const after = await (await page.request.get(`/api/received-invoices/${items[0].id}`)).json();
    expect(after.state).toBe("approved");
  }, 120_000);

  test("approved documents leave as CSV and XLSX that other programs open", async (context) => {
    needsBrowser(context);
    const download = async (format: string) => {
      const made = await page.request.post("/api/exports", { data: { format, selection: { includeExported: true } }, headers: { origin: product.address } });
      expect(made.status(), await made.text()).toBeLessThan(300);
      const { id } = await made.json();
      await expect.poll(async () => (await (await page.request.get(`/api/exports/${id}`)).json()).state, { timeout: 30_000 }).toBe("ready");
      return (await page.request.get(`/api/exports/${id}/file`)).body();
    };
    const rows = parse(await download("csv"), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.length).toBeGreaterThanOrEqual(1);
    expect(JSON.stringify(rows)).toContain("R-2000");
    const sheet = unzipSync(await download("xlsx"));
    expect(Object.keys(sheet)).toContain("xl/workbook.xml");
    await page.goto("/exports");
    await page.getByRole("heading", { level: 1, name: "Exports" }).waitFor();
  }, 90_000);

  test("no page broke and nothing was stopped by the content security policy", (context) => {
    needsBrowser(context);
    expect(troubles).toEqual([]);
  });
});
