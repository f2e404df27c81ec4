// Every registered route, called with hostile input by every kind of caller: never a 5xx, always the one error shape or an
// answer of the route's own schema, nothing of another workspace or of a company one may not see, nothing of our insides,
// in time, and afterwards the product still works. A new route is called without being named here; a right body in
// `rightBodies` only lets the calls get further.
//   CF_FUZZ_CALLS=50000 CF_FUZZ_SEED=7 CF_FUZZ_ROUTES=retention npx vitest run --project product test/fuzz.test.ts
import { randomUUID } from "node:crypto";
import type { FastifyInstance, InjectOptions } from "fastify";
import { expect, test } from "vitest";
import type { z } from "zod";
import { buildApp } from "../src/app.ts";
import { routes } from "../src/nouns.ts";
import { ErrorAnswer, type Route } from "../src/platform/http.ts";
import { roleMay, type Role } from "../src/access/index.ts";
import { createLimits } from "../src/platform/limits.ts";
import { clientOf, joined, signedIn, testServices, TEST_PASSWORD as password, type Client } from "./builders.ts";
import { alsoTry, complete, fileNames, hostileHeaders, hostilePayload, hostileQuery, hostileSegment, hostileUpload, mutate, schemaOf, seeded, writeJson, type Random } from "./hostile.ts";
import { aNeighboursThings, type Ids } from "./neighbour.ts";
import { multipart, ubl } from "./received-documents.ts";
import { plant } from "./security/payloads.ts";

const CALLS = Number(process.env["CF_FUZZ_CALLS"] ?? 3_000);
const SEED = Number(process.env["CF_FUZZ_SEED"] ?? 20_261_121);
/** Only the routes whose "METHOD /url" this matches. */
const ONLY = new RegExp(process.env["CF_FUZZ_ROUTES"] ?? "");
/** After so many calls things are used up (archived, void, accepted): a fresh workspace is made. */
const CALLS_A_WORKSPACE = 1_500;
/** The limits on requests a minute are counted by the application: a fresh one has counted none. */
const CALLS_AN_APP = 400;

const services = testServices();
/** An application whose limits nobody has used up yet. */
const anUncountedApp = () => buildApp({ ...services, limits: createLimits(null, services.log) });
const keyOf = (route: Route) => `${route.method} ${route.url}`;
const opens = (route: Route) => route.permission === "public" || route.permission === "signed-in";

/** Texts that stand everywhere in the neighbour's workspace, and in the company that the limited member may not see. */
const NEIGHBOUR = `qqneighbour${randomUUID().slice(0, 8)}`;
const HIDDEN = `qqhidden${randomUUID().slice(0, 8)}`;

/** Somebody who calls. `role` is what the permission table knows them by; null: nobody. */
type Kind = "owner" | "admin" | "member" | "readonly" | "limited" | "key" | "scoped" | "nobody";
type Caller = { kind: Kind; role: Role | null; client: Client | null; headers: Record<string, string> };

type World = {
  owner: Client & { email: string }; callers: Map<Kind, Caller>; idsFor(route: Route): Ids[]; bodyFor(route: Route): unknown;
  /** Takes in what a hostile call made, so that later calls go on with it. */
  keep(route: Route, id: string): void;
  /** Lets a caller whose session ended in again. */
  renew(kind: Kind): Promise<void>;
};

const base = { host: "localhost:3000", origin: "http://localhost:3000" };

/** A workspace of our own with one of everything, and every kind of caller in it. */
async function aWorld(app: FastifyInstance): Promise<World> {
  const owner = await signedIn(app, "Olive Owner");
  const things = await aNeighboursThings(services, app, owner);
  const post = async (url: string, body: unknown) => {
    const answer = await owner.call("POST", url, body);
    if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const [company] = (await owner.call("GET", "/api/companies")).body.items;
  const [customer] = (await owner.call("GET", "/api/customers")).body.items;
  const other = await post("/api/companies", { name: `${HIDDEN} Ltd`, country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" });
  await post("/api/items", { companyId: other.id, name: `${HIDDEN} hour`, unitPrice: "50", currency: "EUR", vatCategory: "S", vatRate: "23" });
  const hiddenCustomer = await post("/api/customers", { companyId: other.id, name: `${HIDDEN} buyer`, country: "IE", notes: HIDDEN });
  await post("/api/invoices", { companyId: other.id, customerId: hiddenCustomer.id, currency: "EUR", title: HIDDEN, lines: [{ name: HIDDEN, unitPrice: "10", vatCategory: "S", vatRate: "23" }] });
  const content = {
    companyId: company.id, customerId: customer.id, title: "Library bar", currency: "EUR", validUntil: "2999-01-01", terms: "Our terms",
    schedule: [{ label: "On acceptance", percent: "30" }, { label: "When fitted", percent: "70" }], sections: [{ title: "What we make", text: "A **bar**" }], groups: [{ id: randomUUID(), title: "Timber", min: 0, max: 1 }],
    lines: [{ name: "Bar", unitPrice: "8900", vatCategory: "S", vatRate: "13.5" }, { name: "Bays", optional: true, quantity: "3", quantityChoice: { min: "1", max: "6", step: "1" }, unitPrice: "940", vatCategory: "S", vatRate: "13.5" }],
  };
  const [draft, sent, accepted] = [await post("/api/proposals", content), await post("/api/proposals", content), await post("/api/proposals", content)];
  const tokenOf = async (id: string) => { const { link, linkId } = await post(`/api/proposals/${id}/send`, {}); return { token: String(link).split("/").at(-1)!, linkId: linkId as string }; };
  const [open, answered] = [await tokenOf(sent.id), await tokenOf(accepted.id)];
  const answerTo = async (token: string) => {
    const { hash, shown } = (await owner.call("GET", `/api/public/proposals/${token}`)).body;
    return { hash, selection: [], name: "Bea Buyer", email: "bea@test.example", consent: true, consentVersion: shown.consent.version };
  };
  await post(`/api/public/proposals/${answered.token}/accept`, await answerTo(answered.token));
  const right = await rightBodies(content, company, customer, await answerTo(open.token), sent);
  const { payload, headers } = multipart([{ name: "one.xml", bytes: ubl() }, { name: "two.xml", bytes: ubl({ gross: "120.00" }) }]);
  const received = (await owner.call("POST", `/api/received-invoices?companyId=${company.id}`, payload, headers)).body.results as Ids[];
  await services.workJobs();
  const drafts = [await post("/api/invoices", right["POST /api/invoices"]), await post("/api/invoices", right["POST /api/invoices"])];
  const own = new Map<string, Ids[]>([["/api/received-invoices/:id", received], ["/api/invoices/:id", drafts.map(({ id }) => ({ id }))]]);
  const proposals: Ids[] = [{ id: draft.id, linkId: open.linkId }, { id: sent.id, linkId: open.linkId }, { id: accepted.id, linkId: answered.linkId }];
  const callers = new Map<Kind, Caller>([["nobody", { kind: "nobody", role: null, client: null, headers: base }]]);
  const renew = async (kind: Kind) => {
    const key = async (body: object) => ({ host: base.host, authorization: `Bearer ${(await post("/api/api-keys", body)).key}` });
    const person = async (role: Role, companyIds: string[] | null = null) => { const client = await joined(app, owner, role, { companyIds }); callers.set(kind, { kind, role, client, headers: base }); };
    if (kind === "owner") callers.set(kind, { kind, role: "owner", client: owner, headers: base });
    if (kind === "admin" || kind === "member" || kind === "readonly") await person(kind);
    if (kind === "limited") await person("member", [company.id]);
    if (kind === "key") callers.set(kind, { kind, role: "admin", client: null, headers: await key({ name: "admin", role: "admin" }) });
    if (kind === "scoped") callers.set(kind, { kind, role: "readonly", client: null, headers: await key({ name: "reader", role: "readonly", companyIds: [company.id] }) });
  };
  for (const kind of kinds) await renew(kind);
  return {
    owner, callers, renew,
    idsFor: (route) => route.url.startsWith("/api/public/") ? [open, answered] : [...(route.url.startsWith("/api/proposals/") ? proposals : things.idsFor(route)), ...[...own].flatMap(([url, ids]) => (route.url.startsWith(url) ? ids.slice(-6) : []))],
    keep: (route, id) => own.set(`${route.url}/:id`, [...(own.get(`${route.url}/:id`) ?? []), { id }]),
    bodyFor: (route) => right[keyOf(route)] ?? things.bodyFor(route),
  };
}
const kinds: Kind[] = ["owner", "admin", "member", "readonly", "limited", "key", "scoped"];

/** A workspace next door in which every text is the mark; its ids join the hostile values. */
async function aNeighbour(app: FastifyInstance): Promise<void> {
  const neighbour = await signedIn(app, `${NEIGHBOUR} person`);
  const planted = await plant((...input) => neighbour.call(...input), (payload, headers) => neighbour.call("POST", "/api/received-invoices", payload, headers), () => services.workJobs(), NEIGHBOUR);
  alsoTry([planted.companyId, planted.customerId, planted.supplierId, planted.itemId, planted.invoiceId, planted.draftId, planted.proposalId, planted.paymentId, planted.receivedId, neighbour.workspaceId]);
  const seen = await neighbour.call("GET", `/api/invoices/${planted.invoiceId}`);
  if (!JSON.stringify(seen.body).includes(NEIGHBOUR)) throw new Error("the neighbour's mark does not stand in what the neighbour sees");
}

/** Right bodies of the doors that `aNeighboursThings` has none for, so that what is changed in them stands alone. */
async function rightBodies(content: Record<string, any>, company: Record<string, any>, customer: Record<string, any>, answer: Record<string, unknown>, sent: Record<string, any>): Promise<Record<string, unknown>> {
  const line = { name: "Work", quantity: "2", unitPrice: "50", vatCategory: "S", vatRate: "23", discount: { percent: "10" } };
  const party = { ...customer, companyId: company["id"], bankAccounts: [{ iban: "DE02120300000000202051", bic: null, holder: null, bankName: null }] };
  const invoice = { companyId: company["id"], customerId: customer["id"], currency: "EUR", lines: [line], changes: [{ kind: "allowance", change: { amount: "5.00" }, reason: "Loyalty" }] };
  return {
    "POST /api/companies": company,
    "POST /api/customers": party, "POST /api/suppliers": party,
    "POST /api/items": { companyId: company["id"], name: "Hour", unitPrice: "50", currency: "EUR", vatCategory: "S", vatRate: "23" },
    "POST /api/customers/import": { companyId: company["id"], csv: "name,country,terms_days\nImported Ltd,IE,30\n", commit: true },
    "POST /api/items/import": { companyId: company["id"], csv: "name,unit_price,vat_category,vat_rate\nHour,50,S,23\n", commit: true },
    "POST /api/invoices": invoice, "PUT /api/invoices/:id": { ...invoice, version: 1 },
    "POST /api/invoices/:id/issue": {},
    "POST /api/payments": { companyId: company["id"], customerId: customer["id"], receivedOn: company["today"], amount: "10.00", currency: "EUR" },
    "POST /api/proposals": content, "PUT /api/proposals/:id": { ...content, version: sent["version"] },
    "POST /api/proposals/:id/send": {}, "POST /api/proposals/:id/links": {}, "POST /api/proposals/:id/extend": { validUntil: "2999-02-01" },
    "POST /api/proposals/:id/withdraw": { reason: "Changed plans" }, "POST /api/proposals/:id/invoices": { lines: [{ lineId: sent["lines"][0].id, quantity: "1" }] },
    "POST /api/public/proposals/:token/quote": { selection: [{ lineId: sent["lines"][1].id, quantity: "2" }] },
    "POST /api/public/proposals/:token/accept": answer,
    "POST /api/public/proposals/:token/decline": { hash: answer["hash"], name: "Bea Buyer", reason: "Too dear" },
    "POST /api/password": { current: "not the password at all", password },
    "POST /api/sign-up": { name: "Sam Signer", email: `${randomUUID()}@test.example`, password, workspaceName: "Sam's" },
    "POST /api/sign-in": { email: "nobody@test.example", password },
  };
}

type Answer = { status: number; type: string; text: string; requestId: string; tookMs: number; cpuMs: number };

const cpuSince = (before: NodeJS.CpuUsage): number => { const { user, system } = process.cpuUsage(before); return (user + system) / 1000; };

/** Sends one request; an answer that never comes, or a connection that breaks off, is a finding of its own. */
async function send(app: FastifyInstance, method: Route["method"], url: string, headers: Record<string, string>, payload?: string | Buffer): Promise<Answer | string> {
  let timer: NodeJS.Timeout | undefined;
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  const late = new Promise<string>((resolve) => { timer = setTimeout(() => resolve("no answer in 60 s"), 60_000); });
  const called = app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) }).then(
    (answer) => ({ status: answer.statusCode, type: String(answer.headers["content-type"] ?? ""), text: answer.body, requestId: String(answer.headers["x-request-id"] ?? ""), tookMs: performance.now() - begun, cpuMs: cpuSince(cpu) }),
    (error: Error) => `broke off: ${error.message}`);
  return Promise.race([called, late]).finally(() => clearTimeout(timer));
}

const StrictError = ErrorAnswer.strict();
const insides = /\n\s+at |node_modules|\.ts:\d|\.js:\d|postgres|violates|kysely|zod|stack/i;

/** An answer takes at most 2 s. On a machine that others use too, time counts when we spent it, or when it is beyond all excuse. */
const isLate = ({ tookMs, cpuMs }: Answer): boolean => (tookMs > 2_000 && cpuMs > 2_000) || tookMs > 15_000;

/** What is wrong with an answer to hostile input; null when nothing is. */
function faultOf(answer: Answer | string, route: Route, caller: Caller): string | null {
  if (typeof answer === "string") return answer;
  if (answer.text.includes(NEIGHBOUR)) return "tells of another workspace";
  if (caller.kind === "limited" && answer.text.includes(HIDDEN)) return "tells of a company that the member may not see";
  if (caller.kind === "scoped" && answer.text.includes(HIDDEN)) return "tells of a company that the key may not see";
  if (isLate(answer)) return `late: ${Math.round(answer.tookMs)} ms, ${Math.round(answer.cpuMs)} ms of them busy`;
  if (answer.status >= 500) return `${answer.status}`;
  if (answer.status < 400) {
    if (!opens(route) && (caller.role === null || !roleMay(caller.role, route.permission))) return `${answer.status} for a caller who may not`;
    if (route.answer === "bytes" || answer.status >= 300 || answer.status === 204) return null;
    if (!/^application\/(json|scim\+json)(;|$)/.test(answer.type)) return `${answer.status} as ${answer.type || "nothing"}`;
    const read = route.answer.safeParse(JSON.parse(answer.text));
    return read.success ? null : `${answer.status} outside its own schema: ${JSON.stringify(read.error.issues[0])}`;
  }
  if (answer.type.startsWith("application/scim+json")) return insides.test(answer.text) ? `${answer.status} that tells our insides: ${answer.text.slice(0, 200)}` : null;
  if (!answer.type.startsWith("application/json")) return `${answer.status} as ${answer.type || "nothing"}`;
  const read = StrictError.safeParse(JSON.parse(answer.text));
  if (!read.success) return `${answer.status} in another shape: ${answer.text.slice(0, 200)}`;
  const { code, message, requestId } = read.data;
  if (!/^[a-z_]+$/.test(code) || message.length < 10 || message.length > 1000 || requestId !== answer.requestId) return `${answer.status} that says too little or too much: ${answer.text.slice(0, 200)}`;
  return insides.test(message) ? `${answer.status} that tells our insides: ${message.slice(0, 200)}` : null;
}

const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const addressOf = (random: Random, route: Route, own: Ids) =>
  route.url.replace(/:(\w+)/g, (_whole, name: string) => (own[name] !== undefined && random.chance(0.85) ? encodeURIComponent(own[name]) : hostileSegment(random)));
const bodySchemas = new Map(routes.filter((route) => route.body).map((route) => [route, schemaOf(route.body as z.ZodType)]));
const passes = (route: Route, body: unknown): boolean => {
  try {
    return route.body!.safeParse(JSON.parse(writeJson(body))).success;
  } catch {
    return false;
  }
};
const querySchemas = new Map(routes.filter((route) => route.query).map((route) => [route, schemaOf(route.query as z.ZodType)]));

/** What to send to a route: mostly a right request with something changed in it. */
async function requestTo(random: Random, route: Route, world: World, app: FastifyInstance): Promise<{ url: string; headers: Record<string, string>; payload?: string | Buffer }> {
  const ids = world.idsFor(route);
  const own = ids.length > 0 ? random.pick(ids) : {};
  const url = addressOf(random, route, own) + hostileQuery(random, querySchemas.get(route) ?? null);
  const headers = hostileHeaders(random);
  if (route.multipart) {
    const files = Array.from({ length: random.pick([0, 1, 1, 1, 2]) }, () => ({ name: random.pick(fileNames), bytes: random.pick([png, ubl(), Buffer.alloc(0), Buffer.from("%PDF-1.7\n%%EOF"), Buffer.from("<!DOCTYPE a [<!ENTITY a \"&a;\">]><a>&a;</a>")]) }));
    const upload = hostileUpload(random, multipart(files, random.chance(0.3) ? { ["__proto__"]: "x", companyId: "x" } : {}));
    return { url, headers: { ...headers, ...upload.headers }, payload: upload.payload };
  }
  const schema = bodySchemas.get(route);
  if (!schema) return route.method === "GET" || random.chance(0.7) ? { url, headers } : { url, headers: { ...headers, "content-type": "application/json" }, payload: random.pick(["{}", "[", "null", "{\"__proto__\":1}", ""]) };
  const right = complete(random, schema, world.bodyFor(route), random.pick([0, 0, 0.3, 0.9]));
  // Who names an old version is turned away at once; most calls know the present one.
  if (right !== null && typeof right === "object" && "version" in right && own["id"] && random.chance(0.8)) {
    const { body } = await world.owner.call("GET", `${/^\/api\/[\w-]+/.exec(route.url)![0]}/${own["id"]}`);
    if (typeof body?.version === "number") right.version = body.version;
  }
  // Half the time one that the contract lets pass: what breaks behind it is worse than what breaks at it.
  // One in five is right as it is, so that things move on to states (sent, paid, approved) where others fit.
  let body = random.chance(0.2) ? right : mutate(random, right);
  for (let tries = random.pick([0, 12]); tries > 0 && body !== right && !passes(route, body); tries--) body = mutate(random, right);
  const sent = hostilePayload(random, body);
  return { url, headers: { ...headers, ...sent.headers }, payload: sent.payload };
}

test("V2.2.1 V15.3.3 V15.3.5 V15.3.6 V16.5.1 V1.5.2 B12 abuse-1 hostile input never breaks a route: no 5xx, one shape of errors, and the next good request works", async () => {
  const random = seeded(SEED);
  let app = await anUncountedApp();
  // Clients outlive the application that they began with.
  const anyApp = { inject: (options: InjectOptions) => app.inject(options) } as unknown as FastifyInstance;
  await aNeighbour(anyApp);
  let world = await aWorld(anyApp);
  const faults = new Map<string, { times: number; first: string }>();
  const statuses = new Map<number, number>();
  const answered = new Set<Route>();
  const logged: string[] = [];
  const noteLog = services.log.error;
  services.log.error = (fields) => { logged.push(`${String(fields["error"])}\n${String(fields["stack"])}`); };
  let current = "";
  const note = (fault: string, detail: string) => {
    const key = `${current.split("\n")[0]}: ${fault.split(": ")[0]}`;
    const known = faults.get(key);
    if (known) known.times++;
    else {
      faults.set(key, { times: 1, first: `${fault}\n${detail}`.slice(0, 4000) });
      console.info(`${key}\n${fault}\n${detail}`.slice(0, 4000)); // a long run says at once what it found
    }
  };
  const broke = (error: unknown) => note("an error nobody caught", String((error as Error).stack ?? error));
  process.on("uncaughtException", broke).on("unhandledRejection", broke);

  const stillWorks = async () => {
    // A hostile call may have shut the owner out by right: signed out, handed over, or asked for a second factor.
    if ((await world.owner.call("GET", "/api/team")).status !== 200) await freshWorld();
    const { status, body } = await world.owner.call("POST", "/api/companies", { name: "Still Here Ltd", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" });
    if (status !== 201) note("a good request after it fails", `${status} ${JSON.stringify(body)}`);
  };
  // What was taken in must not break the worker either: PDFs of it, mails, exports.
  const jobsWork = async () => {
    current = "jobs";
    for (let broken = 0; broken < 20; broken++) {
      const error = await services.workJobs().then(() => null, (thrown: Error) => thrown);
      if (!error) return;
      note(`a job fails with ${error.message.slice(0, 80)}`, String(error.stack));
    }
  };
  const freshWorld = async () => { world = await aWorld(anyApp); };
  const everybody: Kind[] = [...kinds, "nobody"];
  const calls = new Map<Kind, number>();
  const deck: Route[] = [];
  let [renewed, slowest] = [0, 0];
  for (let call = 0; call < CALLS; call++) {
    if (call > 0 && call % 5_000 === 0) console.info(`${call} calls, ${faults.size} kinds of faults: ${[...faults.keys()].join("; ")}`);
    if (call > 0 && call % CALLS_A_WORKSPACE === 0) { await jobsWork(); await stillWorks(); await freshWorld(); }
    if (call > 0 && call % CALLS_AN_APP === 0) { await app.close(); app = await anUncountedApp(); await stillWorks(); }
    if (deck.length === 0) deck.push(...routes.filter((route) => ONLY.test(keyOf(route))));
    const route = deck.splice(random.int(deck.length), 1)[0]!;
    const caller = world.callers.get(random.chance(0.4) ? "owner" : random.pick(everybody))!;
    const { url, headers, payload } = await requestTo(random, route, world, app);
    let auth: Record<string, string> = { ...caller.headers, ...(caller.client ? { cookie: caller.client.cookie } : {}) };
    // Signing out ends the session that asks, so that one is a session of its own.
    if (caller.client && route.url === "/api/sign-out") {
      const apart = clientOf(anyApp, {});
      await apart.call("POST", "/api/sign-in", { email: (caller.client as Client & { email: string }).email, password });
      auth = { ...base, cookie: apart.cookie };
    }
    current = `${keyOf(route)}\n${caller.kind} ${url} ${JSON.stringify(headers)} ${String(payload ?? "").slice(0, 1500)}`;
    logged.length = 0;
    const answer = await send(app, route.method, url, { ...headers, ...auth }, payload);
    let fault: string | null;
    try { fault = faultOf(answer, route, caller); } catch (error) { fault = `an answer that is no JSON: ${String(error)}`; }
    if (fault) note(fault, `${current}\n${logged.join("\n")}`);
    if (typeof answer === "string") continue;
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    slowest = Math.max(slowest, answer.tookMs);
    calls.set(caller.kind, (calls.get(caller.kind) ?? 0) + 1);
    if (answer.status < 300) answered.add(route);
    if (answer.status === 201 && route.method === "POST" && !route.url.includes(":") && answer.type.includes("json")) {
      const { id } = JSON.parse(answer.text) as { id?: unknown };
      if (typeof id === "string") world.keep(route, id);
    }
    // The session of this caller ended: by a hostile call of their own, or because the owner's call put them out.
    const out = caller.kind !== "nobody" && !opens(route) && (answer.status === 401 || /"code":"(no_workspace|suspended|second_factor_needed)"/.test(answer.text));
    if (out) {
      renewed++;
      const again = async (client: Client) => {
        await client.call("POST", "/api/sign-in", { email: (client as Client & { email: string }).email, password });
        return (await client.call("GET", "/api/team")).status === 200;
      };
      if (!(await again(world.owner))) await freshWorld();
      else if (caller.kind !== "owner" && !(caller.client && await again(caller.client))) await world.renew(caller.kind).catch(freshWorld);
    }
  }
  await jobsWork();
  await stillWorks();
  await app.close();
  process.off("uncaughtException", broke).off("unhandledRejection", broke);
  services.log.error = noteLog;

  const count = (from: number, below: number) => [...statuses].reduce((sum, [status, times]) => sum + (status >= from && status < below ? times : 0), 0);
  console.info(`${CALLS} hostile calls on ${routes.length} routes, ${answered.size} of which did their work at least once: ${[...statuses].sort((a, b) => a[0] - b[0]).map(([status, times]) => `${status} × ${times}`).join(", ")}; by ${[...calls].map(([kind, times]) => `${kind} × ${times}`).join(", ")}; slowest ${Math.round(slowest)} ms; ${faults.size} kinds of faults, ${renewed} sessions lost`);
  expect([...faults].map(([key, { times, first }]) => `${key} (${times} times)\n${first}`)).toEqual([]);
  // The calls must get past the doors, or they prove nothing.
  expect(count(200, 300)).toBeGreaterThan(CALLS * 0.05);
  expect(statuses.get(429) ?? 0).toBeLessThan(CALLS * 0.05);
  expect([...calls.keys()].sort()).toEqual([...everybody].sort());
}, 300_000 + CALLS * 250);
