// The public page of a proposal: looking changes nothing, the link opens nothing but itself, and what a buyer sends counts only
// as far as it agrees with what was shown.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { hashOf } from "../../src/platform/tokens.ts";
import { anApp, clientOf, signedIn, testServices, type Client } from "../builders.ts";

const services = testServices();
const holder = anApp(services);
let owner: Client;
let [companyId, customerId] = ["", ""];
const groupId = randomUUID();
const content = () => ({
  companyId, customerId, title: "Library bar", currency: "EUR", validUntil: "2999-01-01", groups: [{ id: groupId, title: "Timber", min: 0, max: 1 }],
  lines: [{ name: "Bar", unitPrice: "8900", vatCategory: "S", vatRate: "13.5" }, { groupId, name: "Oak", unitPrice: "1260", vatCategory: "S", vatRate: "13.5" }, { name: "Bays", optional: true, quantity: "3", quantityChoice: { min: "1", max: "6", step: "1" }, unitPrice: "940", vatCategory: "S", vatRate: "13.5" }],
});
const post = async (url: string, body: unknown) => {
  const answer = await owner.call("POST", url, body);
  if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const sent = async () => {
  const proposal = await post("/api/proposals", content());
  const { link, linkId } = await post(`/api/proposals/${proposal.id}/send`, {});
  return { id: proposal.id as string, linkId: linkId as string, token: String(link).split("/").at(-1)! };
};
/** A stranger's call; each from a network of its own, so that limits on one network are not what stops them. */
let strangers = 0;
const call = async (method: "GET" | "HEAD" | "POST", url: string, payload?: object, headers: Record<string, string> = {}) => {
  const answer = await holder.app.inject({ method, url, remoteAddress: `203.0.${Math.floor(strangers / 250) % 250}.${strangers++ % 250}`, headers: { host: "localhost:3000", ...(method === "POST" ? { origin: "http://localhost:3000" } : {}), ...headers }, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: String(answer.headers["content-type"]).includes("json") ? answer.json() : answer.body, headers: answer.headers, cookies: answer.cookies };
};
const answerTo = async (token: string) => {
  const { hash, shown } = (await call("GET", `/api/public/proposals/${token}`)).body;
  return { shown, body: { hash, selection: [] as { lineId: string; quantity?: string }[], name: "Bea Buyer", email: "bea@test.example", consent: true, consentVersion: shown.consent.version } };
};
/** How many rows every table holds, and the proposal's own row, as the database has them. */
const state = async (id: string) => {
  const client = new pg.Client(services.databaseConnections.admin);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>("select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('rate_limit', 'session') order by 1");
    const counts: Record<string, string> = {};
    for (const { name } of tables) counts[name] = (await client.query<{ n: string }>(`select count(*)::text as n from ${client.escapeIdentifier(name)}`)).rows[0]!.n;
    const { rows } = await client.query("select to_jsonb(p) as proposal, (select jsonb_agg(to_jsonb(l)) from proposal_link l where l.proposal_id = p.id) as links from proposal p where p.id = $1", [id]);
    return { counts, rows };
  } finally {
    await client.end();
  }
};

beforeAll(async () => {
  owner = await signedIn(holder.app, "Olive Owner");
  companyId = (await post("/api/companies", { name: "Own Firm", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE", email: "office@firm.example" })).id;
  customerId = (await post("/api/customers", { companyId, name: "Hotel", country: "IE", email: "buyer@hotel.example" })).id;
});

describe("abuse-17 a buyer's link", () => {
  test("V3.5.3 fifty looks by mail scanners and previews change no row of any table", async () => {
    const { id, token } = await sent();
    await services.workJobs();
    const before = await state(id);
    const agents = ["Mozilla/5.0 (compatible; MailScanner)", "facebookexternalhit/1.1", "Slackbot-LinkExpanding 1.0", "curl/8", ""];
    for (let index = 0; index < 50; index++) {
      const headers = { "user-agent": agents[index % agents.length]!, ...(index % 7 === 0 ? { purpose: "prefetch", "sec-purpose": "prefetch" } : {}) };
      expect([200, 404]).toContain((await call(index % 5 === 0 ? "HEAD" : "GET", `/p/${token}`, undefined, headers)).status);
      expect((await call("GET", `/api/public/proposals/${token}`, undefined, headers)).body.state).toBe("open");
      for (const verb of ["accept", "decline", "view", "quote", "enter"]) expect((await call("GET", `/api/public/proposals/${token}/${verb}?consent=true&name=x`, undefined, headers)).status).toBeGreaterThanOrEqual(400);
    }
    expect(await state(id)).toEqual(before);
  });

  test("V14.2.1 V3.3.2 the secret has 256 bits, lies as a hash, and is exchanged for a cookie that no script and no other site's page can use", async () => {
    const { id, linkId, token } = await sent();
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const { rows } = await state(id);
    expect(rows[0].links[0].token_hash).toBe(`\\x${hashOf(token).toString("hex")}`);
    expect(JSON.stringify(rows)).not.toContain(token);
    const entered = await call("POST", "/api/public/proposals/enter", { token });
    expect(entered.body).toEqual({ linkId });
    const [cookie] = entered.cookies;
    expect(cookie).toMatchObject({ name: `counterfoil-buyer-${linkId.slice(0, 8)}`, value: token, httpOnly: true, sameSite: "Strict", path: "/" });
    const held = { cookie: `${cookie!.name}=${cookie!.value}` };
    expect((await call("GET", `/api/public/proposals/${linkId}`, undefined, held)).body.state).toBe("open");
    // The id alone, another link's cookie, or another site's page open nothing.
    expect((await call("GET", `/api/public/proposals/${linkId}`)).status).toBe(404);
    const other = await sent();
    expect((await call("GET", `/api/public/proposals/${other.linkId}`, undefined, held)).status).toBe(404);
    expect((await call("GET", `/api/public/proposals/${other.linkId}`, undefined, { cookie: `counterfoil-buyer-${other.linkId.slice(0, 8)}=${token}` })).status).toBe(404);
    expect((await call("POST", `/api/public/proposals/${linkId}/decline`, { hash: "0".repeat(64), name: "x", reason: "x" }, { ...held, origin: "https://elsewhere.example" })).body.code).toBe("wrong_origin");
    // Ended, it ends for the cookie too.
    await owner.call("DELETE", `/api/proposals/${id}/links/${linkId}`);
    expect((await call("GET", `/api/public/proposals/${linkId}`, undefined, held)).status).toBe(410);
  });

  test("a guessed, cut or altered secret leads nowhere, and says nothing about others", async () => {
    const { token } = await sent();
    const answers = await Promise.all([token.slice(0, -1), `${token}A`, token.replace(/^./, token.startsWith("A") ? "B" : "A"), token.toUpperCase(), "A".repeat(43), randomUUID()].map((one) => call("GET", `/api/public/proposals/${one}`)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.code} ${body.message}`)).size).toBe(1);
    expect(answers[0]!.body.code).toBe("link_unknown");
  });
});

describe("abuse-18 what a buyer sends", () => {
  test("V2.2.2 prices, quantities and currency come from what was shown, whatever the buyer writes", async () => {
    const { id, token } = await sent();
    const { shown, body } = await answerTo(token);
    const [bar, oak, bays] = shown.lines as { id: string }[];
    const tampered = { ...body, totals: { grossTotal: "1.00" }, currency: "JPY", lines: [{ id: bar!.id, unitPrice: "0.01" }], selection: [{ lineId: oak!.id, unitPrice: "0.01", amount: "0.01" }, { lineId: bays!.id, quantity: "2", unitPrice: "0" }] };
    for (const selection of [[{ lineId: bays!.id, quantity: "-1" }], [{ lineId: bays!.id, quantity: "7" }], [{ lineId: bays!.id, quantity: "1.5" }], [{ lineId: randomUUID() }], [{ lineId: bays!.id, quantity: "1e9" }], [{ lineId: oak!.id, quantity: "9" }]])
      expect((await call("POST", `/api/public/proposals/${token}/accept`, { ...body, selection })).status, JSON.stringify(selection)).toBeGreaterThanOrEqual(400);
    expect((await call("POST", `/api/public/proposals/${token}/accept`, { ...body, hash: "0".repeat(64) })).body.code).toBe("proposal_differs");
    const accepted = await call("POST", `/api/public/proposals/${token}/accept`, tampered);
    if (accepted.status === 400) expect((await call("POST", `/api/public/proposals/${token}/accept`, { ...body, selection: [{ lineId: oak!.id }, { lineId: bays!.id, quantity: "2" }] })).status).toBe(200);
    const { answer, invoices } = (await owner.call("GET", `/api/proposals/${id}`)).body;
    expect(answer.totals.grossTotal).toBe("13665.40"); // (8,900 + 1,260 + 2 × 940) × 1.135
    expect((await owner.call("GET", `/api/invoices/${invoices[0].id}`)).body).toMatchObject({ currency: "EUR", totals: { grossTotal: "13665.40" } });
  });

  test("V2.3.4 a hundred acceptances at once are one: one record, one draft invoice, one pair of mails, the same answer for all", async () => {
    const { id, token } = await sent();
    const { body } = await answerTo(token);
    const { counts: before } = await state(id);
    const answers = await Promise.all(Array.from({ length: 100 }, (_one, index) => call("POST", `/api/public/proposals/${token}/accept`, { ...body, name: `Buyer ${index}` })));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => answer.body.answer.fingerprint)).size).toBe(1);
    const { counts: after } = await state(id);
    const grew = Object.fromEntries(Object.keys(after).map((name) => [name, Number(after[name]) - Number(before[name])]).filter(([, by]) => by !== 0));
    expect(grew).toMatchObject({ proposal_answer: 1, invoice: 1, mail: 1 });
    expect(grew["invoice_line"]).toBe(1);
    const { invoices, answer } = (await owner.call("GET", `/api/proposals/${id}`)).body;
    expect([invoices.length, answer.totals.grossTotal]).toEqual([1, "10101.50"]);
  });

  test("an older version, a withdrawn and an ended proposal cannot be accepted", async () => {
    const first = await sent();
    const { body } = await answerTo(first.token);
    const { version } = (await owner.call("GET", `/api/proposals/${first.id}`)).body;
    await owner.call("PUT", `/api/proposals/${first.id}`, { ...content(), title: "Dearer", version });
    await post(`/api/proposals/${first.id}/send`, {});
    expect((await call("POST", `/api/public/proposals/${first.token}/accept`, body)).body.code).toBe("proposal_superseded");
    const second = await sent();
    const answer = await answerTo(second.token);
    await post(`/api/proposals/${second.id}/withdraw`, { reason: null });
    expect((await call("POST", `/api/public/proposals/${second.token}/accept`, answer.body)).body.code).toBe("proposal_withdrawn");
    expect((await clientOf(holder.app, {}).call("GET", `/api/proposals/${second.id}`)).status).toBe(401);
  });
});
