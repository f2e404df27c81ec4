// A person's way through the second half, in a real browser on the built product: customer, service, proposal; the buyer accepts
// on a phone; the invoice is issued, its PDF opened by a second program, the payment recorded, and all is paid.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, type TestContext } from "vitest";
import { textOfPages } from "../../packages/paper/examples.ts";
import { openBrowser } from "../browser.ts";
import { aBookkeeper, cookiesOf, startProduct, type Caller, type Product } from "../product.ts";

describe("B1 B8 journey: billing", () => {
  let product: Product;
  let browser: Browser;
  let missing: string | null = null;
  let page: Page;
  let call: Caller;
  let companyId: string;
  let link: string;
  let proposalId: string;
  const troubles: string[] = [];
  const watch = (one: Page) => {
    one.on("pageerror", (error) => troubles.push(error.message));
    one.on("console", (message) => { if (/Content Security Policy/i.test(message.text())) troubles.push(message.text()); });
    one.setDefaultTimeout(20_000);
    return one;
  };
  const needsBrowser = (context: TestContext) => { if (missing) context.skip(missing); };

  beforeAll(async () => {
    const opened = await openBrowser();
    if ("missing" in opened) { missing = opened.missing; return; }
    browser = opened;
    product = await startProduct();
    const bookkeeper = await aBookkeeper(product.address, { legalName: "Tidewater Joinery Ltd", vatId: "IE3209174KH", addressLine1: "The Boatyard", city: "Kinsale", email: "office@tidewaterjoinery.example", defaultVatRate: "23" });
    ({ call, companyId } = bookkeeper);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: product.address });
    await context.addCookies(cookiesOf(bookkeeper.cookie, product.address));
    page = watch(await context.newPage());
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  test("a customer and a service are written down", async (context) => {
    needsBrowser(context);
    await page.goto("/customers/new");
    await page.getByLabel("Name", { exact: true }).first().fill("Ballyvaughan House Hotel");
    await page.getByLabel("E-mail").first().fill("orla@ballyvaughanhouse.example");
    await page.keyboard.press("Control+s");
    await expect.poll(async () => (await call("GET", `/api/customers?companyId=${companyId}`)).body.items.length, { timeout: 15_000 }).toBe(1);
    await page.goto("/services/new");
    await page.getByLabel("Name", { exact: true }).first().fill("Bar and back-bar");
    await page.getByLabel("Price", { exact: false }).first().fill("8900");
    await page.keyboard.press("Control+s");
    await expect.poll(async () => (await call("GET", `/api/items?companyId=${companyId}`)).body.items.length, { timeout: 15_000 }).toBe(1);
  }, 60_000);

  test("a proposal is written, saves itself, and becomes a link", async (context) => {
    needsBrowser(context);
    const [customer] = (await call("GET", `/api/customers?companyId=${companyId}`)).body.items;
    await page.goto(`/proposals/new?customer=${customer.id}`);
    await page.waitForURL(/\/proposals\/[0-9a-f-]{36}\/edit/);
    proposalId = /proposals\/([0-9a-f-]{36})/.exec(page.url())![1]!;
    await page.getByLabel("Title").fill("Library bar and reading room");
    await page.getByRole("button", { name: "Add line" }).first().click();
    await page.getByLabel("What").first().fill("Bar and back-bar");
    await page.getByLabel("Price").first().fill("8900");
    await page.getByLabel("VAT %").first().fill("13.5");
    await page.getByRole("button", { name: "Choose-one group" }).click();
    await page.getByLabel("Question to the buyer").fill("Choose the timber");
    await page.getByLabel("What").nth(1).fill("Ash, limed");
    await page.getByLabel("VAT %").nth(1).fill("13.5");
    await page.getByLabel("What").nth(2).fill("European oak");
    await page.getByLabel("Price").nth(2).fill("1260");
    await page.getByLabel("VAT %").nth(2).fill("13.5");
    await page.getByLabel("VAT %").nth(2).blur();
    await expect.poll(async () => (await call("GET", `/api/proposals/${proposalId}`)).body, { timeout: 15_000 }).toMatchObject({ title: "Library bar and reading room", lines: [{ unitPrice: expect.stringMatching(/^8900/) }, { name: "Ash, limed" }, { name: "European oak", vatRate: expect.stringMatching(/^13\.5/) }] });
    await page.reload();
    await page.getByRole("button", { name: "Send", exact: false }).first().click();
    await page.getByRole("button", { name: "Only make a link" }).click();
    link = await page.getByLabel("Link for the buyer").inputValue();
    expect(link).toMatch(/\/p\/[\w-]{40,}$/);
  }, 90_000);

  test("the buyer chooses and accepts on a phone; a look alone changes nothing", async (context) => {
    needsBrowser(context);
    for (let index = 0; index < 5; index++) await fetch(link); // a mail scanner that follows the link
    expect((await call("GET", `/api/proposals/${proposalId}`)).body.state).toBe("sent");
    const phone = watch(await browser.newPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }));
    await phone.goto(link);
    await phone.getByRole("heading", { level: 1, name: "Library bar and reading room" }).waitFor();
    await phone.getByText("European oak").first().click();
    await phone.getByRole("button", { name: /Accept and sign for .*11,531\.60/ }).waitFor(); // (8,900 + 1,260) × 1.135
    await phone.getByLabel("Your name").fill("Orla Test");
    await phone.getByText(/I accept/).click();
    await phone.getByRole("button", { name: /Accept and sign for/ }).click();
    await phone.getByRole("heading", { name: "Accepted" }).waitFor();
    await phone.reload();
    await phone.getByRole("heading", { name: "Accepted" }).waitFor();
    expect(await phone.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await phone.close();
    const { body } = await call("GET", `/api/proposals/${proposalId}`);
    expect(body.answer).toMatchObject({ kind: "accepted", name: "Orla Test", totals: { grossTotal: "11531.60" } });
  }, 90_000);

  test("the accepted proposal is an invoice with nothing typed again; issued, paid, done", async (context) => {
    needsBrowser(context);
    let { invoices } = (await call("GET", `/api/proposals/${proposalId}`)).body;
    expect(invoices).toHaveLength(1);
    const id = invoices[0].id as string;
    const draft = (await call("GET", `/api/invoices/${id}`)).body;
    expect(draft).toMatchObject({ document: "draft", number: null, totals: { grossTotal: "11531.60" } });
    expect(draft.lines.map((line: { name: string }) => line.name)).toEqual(["Bar and back-bar", "European oak"]);
    await page.goto(`/invoices/${id}/edit`);
    await page.getByRole("button", { name: /^Issue/ }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: /^Issue/ }).first().click();
    await expect.poll(async () => (await call("GET", `/api/invoices/${id}`)).body.document, { timeout: 15_000 }).toBe("issued");
    const { number } = (await call("GET", `/api/invoices/${id}`)).body;
    await expect.poll(async () => (await call("GET", `/api/invoices/${id}/pdf`)).status, { timeout: 30_000 }).toBe(200);
    const text = (await textOfPages((await call("GET", `/api/invoices/${id}/pdf`)).bytes)).join("\n");
    expect(text).toContain(number);
    expect(text).toContain("European oak");
    expect(text.replace(/\s/g, "")).toContain("11,531.60");
    // No mail server is set up: the mail lies in the outbox, where one can look at it.
    await expect.poll(async () => (await call("GET", "/api/deliveries")).body.items[0]?.state, { timeout: 30_000 }).toBe("outbox");
    await page.goto("/settings/outbox");
    await page.locator("table tbody tr").first().waitFor();
    const [customer] = (await call("GET", `/api/customers?companyId=${companyId}`)).body.items;
    const { today } = (await call("GET", `/api/companies/${companyId}`)).body;
    const part = await call("POST", "/api/payments", { companyId, customerId: customer.id, receivedOn: today, amount: "5000.00", currency: "EUR" });
    expect(part.status).toBe(201);
    expect((await call("GET", `/api/invoices/${id}`)).body.settlement).toBe("part_paid");
    await call("POST", "/api/payments", { companyId, customerId: customer.id, receivedOn: today, amount: "6531.60", currency: "EUR" });
    await page.goto(`/invoices/${id}`);
    await page.getByText("Paid", { exact: false }).first().waitFor();
    expect((await call("GET", `/api/invoices/${id}`)).body).toMatchObject({ settlement: "paid", number });
  }, 120_000);

  test("no page broke and nothing was stopped by the content security policy", (context) => {
    needsBrowser(context);
    expect(troubles).toEqual([]);
  });
});
