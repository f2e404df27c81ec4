// The built product with work in it: what it writes and where, what it keeps to itself, and that it goes on when a mail server
// does not answer.
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync, readlinkSync, statSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rootDir } from "../../src/platform/config.ts";
import { aBookkeeper, callerOf, startProduct, type Caller, type Product } from "../product.ts";
import { ubl } from "../received-documents.ts";

/** Every file under a folder. */
const filesOf = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)) : []);

describe("the running product", () => {
  let product: Product;
  let call: Caller;
  let [cookie, companyId] = ["", ""];
  let silent: Server;
  const sockets = new Set<Socket>();
  const marks = { line: "qqmarkedline7231", note: "qqmarkednote7232", password: "tonal-plinth-orbit-83" };

  beforeAll(async () => {
    // A mail server that takes the connection and never says a word.
    silent = createServer((socket) => { sockets.add(socket); socket.on("error", () => undefined); });
    await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
    const { port } = silent.address() as { port: number };
    // The books are begun without it, since a new person's address is proven by a mail.
    const first = await startProduct({ LOG_LEVEL: "debug" });
    ({ cookie, companyId } = await aBookkeeper(first.address, { email: "office@firm.example" }));
    first.child.kill("SIGTERM");
    await once(first.child, "exit");
    product = await startProduct({ COUNTERFOIL_STATE_DIR: first.stateDir, SMTP_URL: `smtp://127.0.0.1:${port}/`, LOG_LEVEL: "debug" });
    call = callerOf(product.address, { cookie });
  }, 180_000);
  afterAll(async () => {
    await product?.stop();
    for (const socket of sockets) socket.destroy();
    silent?.close();
  });

  test("V16.5.2 with a mail server that never answers, everything else goes on and the mail waits", async () => {
    const customer = (await call("POST", "/api/customers", { companyId, name: "Hotel", country: "IE", email: "buyer@hotel.example" })).body;
    const invoice = (await call("POST", "/api/invoices", { companyId, customerId: customer.id, currency: "EUR", lines: [{ name: marks.line, unitPrice: "10", vatCategory: "S", vatRate: "23" }], internalNote: marks.note })).body;
    const begun = Date.now();
    const issued = await call("POST", `/api/invoices/${invoice.id}/issue`, { send: { to: "buyer@hotel.example", subject: "Invoice", message: "Hello" } });
    expect(issued.status).toBe(200);
    expect(Date.now() - begun).toBeLessThan(10_000);
    await expect.poll(async () => (await call("GET", `/api/invoices/${invoice.id}/pdf`)).status, { timeout: 60_000 }).toBe(200);
    // The worker meets the silent server, and reads documents meanwhile.
    await expect.poll(() => sockets.size, { timeout: 60_000 }).toBeGreaterThan(0);
    const form = new FormData();
    form.append("files", new Blob([new Uint8Array(ubl({ description: marks.line }))]), "a.xml");
    const uploaded = await call("POST", "/api/received-invoices", form);
    expect(uploaded.status).toBe(201);
    await expect.poll(async () => (await call("GET", `/api/received-invoices/${uploaded.body.results[0].id}`)).body.readingState ?? (await call("GET", `/api/received-invoices/${uploaded.body.results[0].id}`)).body.state, { timeout: 60_000 }).toMatch(/read|to_review|to_approve/);
    expect((await call("GET", "/api/deliveries")).body.items[0].state).toMatch(/queued|sending|waiting|outbox/);
    expect((await call("GET", "/api/home")).status).toBe(200);
  }, 180_000);

  test("V5.3.1 V5.3.2 what was uploaded lies outside everything that is served, under random names, and no address leads to it", async () => {
    const store = filesOf(join(product.stateDir, "files"));
    expect(store.length).toBeGreaterThan(0);
    expect(store.filter((path) => !/^[0-9a-f-]{36}\/[0-9a-f-]{36}$/.test(relative(join(product.stateDir, "files"), path).split("\\").join("/")))).toEqual([]);
    expect(resolve(product.stateDir).startsWith(resolve(rootDir, "dist", "web"))).toBe(false);
    const page = (await call("GET", "/")).bytes.toString();
    for (const path of [`/files/${relative(join(product.stateDir, "files"), store[0]!)}`, `/${relative(join(product.stateDir, "files"), store[0]!)}`, "/files/", "/uploads/a.xml", "/secrets/master.keys", "/../files/", "/assets/../../../secrets/master.keys", "/.counterfoil/secrets/master.keys"]) {
      const answer = await callerOf(product.address, { cookie })("GET", path);
      expect(answer.status === 404 || answer.status === 400 || answer.bytes.toString() === page, path).toBe(true);
    }
    expect(statSync(join(product.stateDir, "files")).mode & 0o077).toBe(0);
  });

  test.runIf(process.platform === "linux")("V16.2.3 its processes write to the state folder and to their own streams, nowhere else", () => {
    const elsewhere: string[] = [];
    let looked = 0;
    for (const part of ["web", "worker"] as const) {
      const pid = product.pidOf(part)!;
      for (const fd of readdirSync(`/proc/${pid}/fd`)) {
        let to: string;
        let flags: number;
        try {
          to = readlinkSync(`/proc/${pid}/fd/${fd}`);
          flags = Number.parseInt(/flags:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/fdinfo/${fd}`, "utf8"))![1]!, 8);
        } catch { continue; } // closed meanwhile
        looked++;
        const writes = (flags & 3) !== 0;
        if (writes && to.startsWith("/") && !to.startsWith(resolve(product.stateDir)) && !/^\/dev\/(null|pts\/|shm\/)|^\/tmp\/\.org\.chromium|memfd:/.test(to)) elsewhere.push(`${part}: ${to}`);
      }
    }
    expect(looked).toBeGreaterThan(20);
    expect(elsewhere).toEqual([]);
  });

  test("abuse-17 V14.2.1 V16.2.5 fifty looks at a buyer's link leave its secret in no log, nor a password, a cookie or a document's words", async () => {
    const customer = (await call("GET", `/api/customers?companyId=${companyId}`)).body.items[0];
    const proposal = (await call("POST", "/api/proposals", { companyId, customerId: customer.id, title: "Bar", currency: "EUR", lines: [{ name: marks.line, unitPrice: "8900", vatCategory: "S", vatRate: "13.5" }] })).body;
    const { link } = (await call("POST", `/api/proposals/${proposal.id}/send`, {})).body;
    const token = String(link).split("/").at(-1)!;
    const stranger = callerOf(product.address);
    for (let index = 0; index < 50; index++) await stranger("GET", index % 2 ? `/p/${token}` : `/api/public/proposals/${token}`);
    await stranger("GET", `/api/public/proposals/${token}x`);
    await stranger("POST", "/api/sign-in", { email: "nobody@test.example", password: marks.password });
    await stranger("POST", `/api/public/proposals/${token}/accept`, { nonsense: true });
    await new Promise((done) => setTimeout(done, 500));
    const logs = filesOf(join(product.stateDir, "logs")).map((path) => readFileSync(path, "utf8")).join("\n");
    expect(logs.length).toBeGreaterThan(500);
    for (const secret of [token, marks.password, cookie.split("=")[1]!, marks.line, marks.note]) expect(logs.includes(secret), secret.slice(0, 12)).toBe(false);
    expect((await call("GET", `/api/proposals/${proposal.id}`)).body).toMatchObject({ state: "sent", views: 0 });
  }, 60_000);

  test("abuse-23 the words of documents and every secret are absent from the data folder as it lies on disk", () => {
    const all = filesOf(product.stateDir).filter((path) => !path.includes(`${join(product.stateDir, "secrets")}`));
    expect(all.length).toBeGreaterThan(100);
    const secrets = [cookie.split("=")[1]!, marks.password, "Harbour Print Works GmbH, Kai 4"].map((text) => Buffer.from(text));
    const inStore = [marks.line, "Posters, A2", "UBL"].map((text) => Buffer.from(text));
    const found: string[] = [];
    for (const path of all) {
      const bytes = readFileSync(path);
      for (const secret of secrets) if (bytes.includes(secret)) found.push(`${relative(product.stateDir, path)} holds ${secret.toString().slice(0, 12)}…`);
      if (path.startsWith(join(product.stateDir, "files"))) for (const text of inStore) if (bytes.includes(text)) found.push(`${relative(product.stateDir, path)} holds ${text.toString()}`);
    }
    expect(found).toEqual([]);
  });

  test("V14.3.2 nothing of the API or of a file may be kept by a browser or a cache", async () => {
    const invoices = (await call("GET", "/api/invoices")).body.items as { id: string }[];
    const answers = await Promise.all(["/api/session", "/api/customers", `/api/invoices/${invoices[0]!.id}`, `/api/invoices/${invoices[0]!.id}/pdf`, `/api/customers.csv?companyId=${companyId}`, "/api/nothing", "/api/received-invoices/x", "/api/trust"].map(async (path) => [path, (await fetch(product.address + path, { headers: { cookie } })).headers.get("cache-control")]));
    expect(answers.filter(([, control]) => !/no-store/.test(control ?? ""))).toEqual([]);
    expect((await fetch(`${product.address}/api/session`)).headers.get("cache-control")).toContain("no-store");
    // The page itself holds nothing of anybody; its program files carry their content's hash in their names.
    expect((await fetch(product.address)).headers.get("cache-control")).toBe("no-cache");
  });
});
