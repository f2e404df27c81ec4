// A person's ways in, in a real browser on the built product: password, passkey, authenticator app, recovery codes, a proof
// before a dangerous act, a second factor that the workspace asks for. With CF_SHOTS=<folder> each screen is also drawn,
// wide and on a phone, light and dark.
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "otplib";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, type TestContext } from "vitest";
import { openBrowser } from "../browser.ts";
import { callerOf, startProduct, type Product } from "../product.ts";

const password = "tonal-plinth-orbit-83";
const shots = process.env["CF_SHOTS"];

describe("journey: sign-in", () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let missing: string | null = null;
  let secret = "";
  let recovery: string[] = [];
  const troubles: string[] = [];
  const needsBrowser = (test: TestContext) => { if (missing) test.skip(missing); };

  /** A window of somebody: with an authenticator in the computer, as a finger on a laptop would be. */
  async function aWindow(): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, baseURL: product.address, acceptDownloads: true });
    const page = await context.newPage();
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("console", (message) => { if (/Content Security Policy|TrustedHTML/i.test(message.text())) troubles.push(message.text()); });
    page.setDefaultTimeout(15_000);
    const devtools = await context.newCDPSession(page);
    await devtools.send("WebAuthn.enable");
    await devtools.send("WebAuthn.addVirtualAuthenticator", { options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
    return { context, page };
  }
  async function draw(name: string, on = page): Promise<void> {
    if (!shots) return;
    mkdirSync(shots, { recursive: true });
    for (const [size, viewport] of [["desk", { width: 1280, height: 800 }], ["phone", { width: 390, height: 844 }]] as const) {
      await on.setViewportSize(viewport);
      for (const colorScheme of ["light", "dark"] as const) {
        await on.emulateMedia({ colorScheme });
        await on.waitForTimeout(250);
        await on.screenshot({ path: join(shots, `${name}-${size}-${colorScheme}.png`) });
      }
    }
    await on.setViewportSize({ width: 1280, height: 800 });
    await on.emulateMedia({ colorScheme: "light" });
  }
  const newestMail = (kind: RegExp) => {
    const folder = join(product.stateDir, "outbox");
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8").replaceAll("=\r\n", "").replaceAll("=3D", "="));
    return texts.find((text) => kind.test(text)) ?? null;
  };
  /** The next code: the app shows none twice, and neither may we. */
  let usedStep = 0;
  async function code(): Promise<string> {
    while (Math.floor(Date.now() / 30_000) <= usedStep) await new Promise((resolve) => setTimeout(resolve, 500));
    // Near the end of a half minute the code would be of another one when it arrives.
    if (Date.now() % 30_000 > 27_000) await new Promise((resolve) => setTimeout(resolve, 30_000 - (Date.now() % 30_000) + 50));
    usedStep = Math.floor(Date.now() / 30_000);
    return generate({ secret });
  }

  beforeAll(async () => {
    const opened = await openBrowser();
    if ("missing" in opened) { missing = opened.missing; return; }
    browser = opened;
    product = await startProduct();
    ({ context, page } = await aWindow());
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  test("V6.2.6 V6.2.7 a new password shows how good it is, takes paste, has a switch to read it and names for password managers", async (test) => {
    needsBrowser(test);
    await page.goto("/sign-up");
    await page.getByLabel("Your name").fill("Niamh Test");
    await page.getByLabel("E-mail").fill("niamh@test.example");
    const field = page.locator("input[autocomplete=new-password]");
    await field.fill("niamh2026niamh");
    await page.getByText("little more than a name").waitFor();
    await draw("sign-up-weak");
    expect(await field.getAttribute("type")).toBe("password");
    await field.fill("");
    await field.evaluate((input: HTMLInputElement, text) => {
      input.focus();
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      if (input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))) document.execCommand("insertText", false, text);
    }, password);
    expect(await field.inputValue(), "nothing may stop a paste").toBe(password);
    await page.getByText("Very good.").waitFor();
    await page.getByRole("button", { name: "Show" }).click();
    expect(await page.locator("input[autocomplete=new-password]").getAttribute("type")).toBe("text");
    await page.getByRole("button", { name: "Hide" }).click();
    expect(await page.getByLabel("E-mail").getAttribute("autocomplete")).toBe("username");
    await page.getByLabel("Workspace").fill("Kestrel Books");
    await draw("sign-up");
    await page.getByRole("button", { name: "Make account" }).click();
    await page.waitForURL("**/welcome");
    await page.getByRole("button", { name: "Start empty" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/welcome"));
  });

  test("a passkey and an authenticator app are added in Security, with recovery codes that are shown once", async (test) => {
    needsBrowser(test);
    await page.goto("/settings/security");
    await page.getByRole("heading", { name: "Second factor" }).waitFor();
    await draw("security-empty");
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByLabel("Name").fill("Test laptop");
    await draw("add-passkey");
    await page.getByRole("button", { name: "Make a passkey" }).click();
    await page.getByRole("heading", { name: "Your recovery codes" }).waitFor();
    recovery = await page.locator("ol li").allTextContents();
    expect(recovery).toHaveLength(10);
    await draw("recovery-codes");
    await page.getByLabel("I have kept them").check();
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByText("Test laptop").waitFor();
    await page.getByRole("button", { name: "Add an authenticator app" }).click();
    await page.getByRole("img", { name: "QR code for the authenticator app" }).waitFor();
    secret = (await page.locator("code").first().textContent())!.replaceAll(" ", "");
    await draw("add-totp");
    await page.getByLabel("Code", { exact: true }).fill(await code());
    await page.getByRole("button", { name: "Turn it on" }).click();
    await page.getByText("Authenticator app", { exact: true }).waitFor();
    await draw("security-full");
  });

  test("a passkey alone signs in; a password asks for the second step", async (test) => {
    needsBrowser(test);
    await page.getByRole("button", { name: "Sign out here" }).click();
    await page.waitForURL("**/sign-in");
    await page.getByRole("button", { name: "Use a passkey" }).waitFor();
    await draw("sign-in");
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    expect((await (await page.request.get("/api/security")).json()).via).toBe("passkey");
    await page.request.post("/api/sign-out", { headers: { origin: product.address } });
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill("niamh@test.example");
    await page.locator("input[type=password]").fill("not the password");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("Address and password do not match").waitFor();
    await draw("sign-in-wrong");
    await page.locator("input[type=password]").fill(password);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("heading", { name: "One more step" }).waitFor();
    await draw("second-step-passkey");
    await page.getByRole("button", { name: "Use a code" }).click();
    await page.getByLabel("Code of your authenticator app").fill("000000");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("This code is not right").waitFor();
    await draw("second-step-wrong");
    // A clock that is a whole step late: the page says what time it is here.
    await page.getByLabel("Code of your authenticator app").fill(await generate({ secret, epoch: Math.floor(Date.now() / 1000) + 30 }));
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText(/Our clock says \d\d:\d\d:\d\d UTC/).waitFor();
    await draw("second-step-other-time");
    await page.getByLabel("Code of your authenticator app").fill(await code());
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  });

  test("V7.5.1 a dangerous act whose proof is too old asks once, and goes on by itself", async (test) => {
    needsBrowser(test);
    await page.goto("/settings/security");
    await page.getByLabel("Ask everybody for a second factor").check();
    // Ten minutes pass.
    let refused = 0;
    await page.route("**/api/workspace/security", async (route) => {
      if (route.request().method() !== "PUT" || refused++ > 0) return route.continue();
      await route.fulfill({ status: 403, contentType: "application/json", body: JSON.stringify({ code: "step_up_needed", message: "Prove again.", requestId: "req_test" }) });
    });
    const before = (await context.cookies()).find((one) => one.name === "counterfoil")!.value;
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Is it you?" }).waitFor();
    await draw("step-up");
    await page.getByRole("button", { name: "Use the password" }).click();
    await page.getByRole("dialog").locator("input[type=password]").fill(password);
    await draw("step-up-password");
    await page.getByRole("button", { name: "Continue" }).last().click();
    await page.getByText("Saved what sign-ins must bring").first().waitFor();
    expect((await context.cookies()).find((one) => one.name === "counterfoil")!.value).not.toBe(before);
    expect((await (await page.request.get("/api/workspace/security")).json()).requireSecondFactor).toBe(true);
    await page.unroute("**/api/workspace/security");
  });

  test("V6.3.3 somebody without a second factor is led to set one up, and nothing opens before", async (test) => {
    needsBrowser(test);
    const invited = await page.request.post("/api/team/invitations", { headers: { origin: product.address }, data: { email: "max@test.example", role: "member" } });
    const { link } = await invited.json();
    const other = await aWindow();
    await other.page.goto(new URL(link).pathname);
    await other.page.getByLabel("Your name").fill("Max Test");
    await other.page.locator("input[type=password]").fill(password);
    await draw("invitation", other.page);
    await other.page.getByRole("button", { name: "Join" }).click();
    await other.page.waitForURL("**/second-factor**");
    await other.page.getByRole("heading", { name: "Set up a second factor" }).waitFor();
    await draw("second-factor", other.page);
    expect((await other.page.request.get("/api/received-invoices")).status()).toBe(403);
    await other.page.getByText("Finger, face or PIN").click();
    await other.page.getByRole("button", { name: "Make a passkey" }).click();
    await other.page.getByRole("heading", { name: "Keep these" }).waitFor();
    await draw("second-factor-codes", other.page);
    await other.page.getByLabel("I have kept them").check();
    await other.page.getByRole("button", { name: "Continue" }).click();
    await other.page.waitForURL((url) => !url.pathname.startsWith("/second-factor"));
    expect((await other.page.request.get("/api/received-invoices")).status()).toBe(200);
    await other.context.close();
  });

  test("B18 a mail about a strange sign-in leads to a page that shuts everybody out, by a press and not by opening it", async (test) => {
    needsBrowser(test);
    const thief = callerOf(product.address);
    const first = await thief("POST", "/api/sign-in", { email: "niamh@test.example", password }, { "user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0" });
    const step = await thief("POST", "/api/sign-in/second-step", { request: first.body.request, recoveryCode: recovery[0] }, { cookie: first.cookie!, "user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0" });
    expect(step.status).toBe(200);
    await expect.poll(() => newestMail(/not-me\?token=/), { timeout: 15_000 }).not.toBeNull();
    const token = /not-me\?token=([\w-]+)/.exec(newestMail(/not-me\?token=/)!)![1]!;
    await page.goto(`/not-me?token=${token}`);
    await page.getByText("Firefox on Windows").waitFor();
    expect(page.url(), "the token stays in no history").not.toContain(token);
    await draw("not-me");
    const asThief = callerOf(product.address, { cookie: step.cookie! });
    expect((await asThief("GET", "/api/session")).status).toBe(200);
    await page.getByRole("button", { name: "This was not me" }).click();
    await page.getByRole("heading", { name: "Everybody is signed out" }).waitFor();
    await draw("not-me-done");
    expect((await asThief("GET", "/api/session")).status).toBe(401);
    expect((await page.request.get("/api/session")).status()).toBe(401);
    await expect.poll(() => newestMail(/recover\?token=/), { timeout: 15_000 }).not.toBeNull();
    const reset = /recover\?token=([\w-]+)/.exec(newestMail(/recover\?token=/)!)![1]!;
    await page.goto(`/recover?token=${reset}`);
    await page.locator("input[type=password]").fill("a quite different long password");
    await draw("recover");
    await page.getByRole("button", { name: "Change password" }).click();
    await page.getByRole("heading", { name: "Password changed" }).waitFor();
    await page.goto("/sign-in?next=/settings/security");
    await page.getByLabel("E-mail").fill("niamh@test.example");
    await page.locator("input[type=password]").fill("a quite different long password");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("heading", { name: "One more step" }).waitFor(); // the factor from before the thief is still asked for
    await page.getByRole("button", { name: "Use your passkey" }).click();
    await page.waitForURL("**/settings/security");
    await page.getByText("Where you are signed in").waitFor();
  });

  test("V7.4.4 sign out is in the menu of every page", async (test) => {
    needsBrowser(test);
    for (const path of ["/", "/invoices", "/settings", "/activity"]) {
      await page.goto(path);
      await page.getByRole("button", { name: "Niamh Test" }).click();
      await page.getByRole("menuitem", { name: "Sign out" }).waitFor();
      await page.keyboard.press("Escape");
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/more");
    await page.getByRole("button", { name: "Sign out" }).waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test("no script broke and no content was blocked on the way", (test) => {
    needsBrowser(test);
    expect(troubles).toEqual([]);
  });
});
