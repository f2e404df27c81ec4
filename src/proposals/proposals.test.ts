import { createHash, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { anApp, clientOf, signedIn, testServices, type Client } from "../../test/builders.ts";
import { canonical } from "../events/index.ts";

const aCompany = { name: "Tidewater Joinery", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE", email: "office@tidewater.example" };

describe("proposals", () => {
  const services = testServices();
  const holder = anApp(services);

  async function ready() {
    const owner = await signedIn(holder.app);
    const { body: company } = await owner.call("POST", "/api/companies", aCompany);
    const { body: customer } = await owner.call("POST", "/api/customers", { companyId: company.id, name: "Ballyvaughan House Hotel", contactName: "Orla Ní Bhriain", email: "orla@ballyvaughan.example" });
    const timber = randomUUID();
    const content = {
      customerId: customer.id, title: "Library bar", currency: "EUR", validUntil: "2999-01-01", schedule: [{ label: "On acceptance", percent: "30" }, { label: "When fitted", percent: "70" }],
      sections: [{ title: "What we will make", text: "A **bar** & <script>alert(1)</script>" }], groups: [{ id: timber, title: "Choose the timber" }], terms: "Our terms",
      lines: [
        { name: "Bar", unitPrice: "8900", vatCategory: "S", vatRate: "13.5" },
        { name: "Ash", groupId: timber, unitPrice: "0", vatCategory: "S", vatRate: "13.5", preselected: true }, { name: "Oak", groupId: timber, unitPrice: "1260", vatCategory: "S", vatRate: "13.5" },
        { name: "Bays", optional: true, quantity: "3", quantityChoice: { min: "1", max: "6" }, unitPrice: "940", vatCategory: "S", vatRate: "13.5" },
      ],
    };
    const draft = async (more: object = {}) => {
      const answer = await owner.call("POST", "/api/proposals", { companyId: company.id, ...content, ...more });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return answer.body;
    };
    const sent = async (more: object = {}) => {
      const proposal = await draft(more);
      const answer = await owner.call("POST", `/api/proposals/${proposal.id}/send`, {});
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return { id: proposal.id as string, lines: proposal.lines, token: answer.body.link.split("/p/")[1] as string, ...answer.body };
    };
    return { owner, companyId: company.id as string, content, draft, sent };
  }
  const buyer = () => clientOf(holder.app, {});
  const open = (token: string, client: Client = buyer()) => client.call("GET", `/api/public/proposals/${token}`);
  const accept = async (token: string, more: object = {}) => {
    const { body } = await open(token);
    const oak = body.shown.lines.find((line: { name: string }) => line.name === "Oak").id;
    return buyer().call("POST", `/api/public/proposals/${token}/accept`, { hash: body.hash, selection: [{ lineId: oak }], name: "Orla Ní Bhriain", email: "orla@ballyvaughan.example", consent: true, consentVersion: body.shown.consent.version, ...more }, { "user-agent": "phone" });
  };

  test("from draft to accepted to invoice with nothing retyped, and the record says who accepted exactly what", async () => {
    const { owner, sent } = await ready();
    const proposal = await sent();
    expect(proposal.number).toMatch(/^P-\d{4}-001$/);
    const page = await open(proposal.token);
    expect(page.body).toMatchObject({ state: "open", initial: { totals: { netTotal: "8900.00" } }, lineAmounts: ["8900.00", "0.00", "1260.00", "2820.00"] });
    expect(createHash("sha256").update(canonical(page.body.shown)).digest("hex")).toBe(page.body.hash);
    expect((await owner.call("GET", `/api/proposals/${proposal.id}`)).body).toMatchObject({ state: "sent", views: 0 });
    await buyer().call("POST", `/api/public/proposals/${proposal.token}/view`);
    expect((await owner.call("GET", `/api/proposals/${proposal.id}`)).body).toMatchObject({ state: "viewed", views: 1 });
    const [bar, , oak, bays] = page.body.shown.lines;
    const quote = await buyer().call("POST", `/api/public/proposals/${proposal.token}/quote`, { selection: [{ lineId: oak.id }, { lineId: bays.id, quantity: "2" }] });
    expect(quote.body.totals).toMatchObject({ netTotal: "12040.00", vatTotal: "1625.40", grossTotal: "13665.40" });
    expect(quote.body.schedule.map((part: { amount: string }) => part.amount)).toEqual(["4099.62", "9565.78"]);
    const accepted = await accept(proposal.token, { selection: [{ lineId: oak.id }, { lineId: bays.id, quantity: "2" }], totals: { grossTotal: "1.00" } });
    expect(accepted.status, JSON.stringify(accepted.body)).toBe(200);
    expect(accepted.body).toMatchObject({ state: "accepted", answer: { kind: "accepted", name: "Orla Ní Bhriain", totals: { grossTotal: "13665.40" } } });
    const seen = (await owner.call("GET", `/api/proposals/${proposal.id}`)).body;
    expect(seen).toMatchObject({ state: "accepted", answer: { ip: "127.0.0.1", userAgent: "phone", shownHash: page.body.hash, consentText: expect.stringContaining(proposal.number) }, invoices: [{ number: null, total: "13665.40" }] });
    expect(seen.left.map((one: { left: string }) => one.left)).toEqual(["0", "0", "0"]);
    const record = await services.database.transaction({ workspaceId: (owner as unknown as { workspaceId: string }).workspaceId }, async (db) => (await sql<{ record: object; fingerprint: Buffer }>`select record, fingerprint from proposal_answer`.execute(db)).rows[0]!);
    expect(createHash("sha256").update(canonical(record.record)).digest("hex")).toBe(seen.answer.fingerprint);
    const { body: invoice } = await owner.call("GET", `/api/invoices/${seen.invoices[0].id}`);
    expect(invoice).toMatchObject({ document: "draft", title: "Library bar", contractReference: proposal.number, totals: { grossTotal: "13665.40" }, proposalId: proposal.id, blockers: [] });
    expect(invoice.lines.map((line: { name: string; quantity: string; unitPrice: string }) => [line.name, line.quantity, line.unitPrice])).toEqual([[bar.name, "1", "8900"], ["Oak", "1", "1260"], ["Bays", "2", "940"]]);
    const cheaper = await owner.call("PUT", `/api/invoices/${invoice.id}`, { customerId: invoice.customerId, currency: "EUR", version: invoice.version, lines: invoice.lines.map((line: object) => ({ ...line, unitPrice: "1" })) });
    expect(cheaper.body.code).toBe("line_from_proposal");
    expect((await owner.call("POST", `/api/invoices/${invoice.id}/issue`, {})).status).toBe(200);
    expect((await owner.call("GET", `/api/proposals/${proposal.id}`)).body.state).toBe("invoiced");
    expect((await owner.call("POST", `/api/proposals/${proposal.id}/invoices`, {})).body.code).toBe("nothing_left_to_invoice");
    await services.workJobs();
    const signed = await buyer().call("GET", `/api/public/proposals/${proposal.token}/pdf`);
    expect(signed.raw.subarray(0, 5).toString()).toBe("%PDF-");
    const mails = (await owner.call("GET", `/api/deliveries?subjectId=${proposal.id}`)).body.items;
    expect(mails).toMatchObject([{ kind: "acceptance", recipient: "orla@ballyvaughan.example", state: "outbox", attachments: [{ mediaType: "application/pdf" }] }]);
    expect((await owner.call("GET", "/api/deliveries?search=office@")).body.items[0].title).toContain("Accepted: proposal");
  });

  test("V2.3.4 abuse-18 P3 accepting and declining at once: exactly one wins, everybody sees its result, and repeating changes nothing", async () => {
    const { owner, sent } = await ready();
    for (let round = 0; round < 5; round++) {
      const proposal = await sent();
      const { body } = await open(proposal.token);
      const decline = () => buyer().call("POST", `/api/public/proposals/${proposal.token}/decline`, { hash: body.hash, name: "Orla", reason: "Too dear" });
      const answers = await Promise.all([accept(proposal.token), decline(), accept(proposal.token), decline()]);
      expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
      expect(new Set(answers.map((answer) => `${answer.body.state} ${answer.body.answer.fingerprint}`)).size).toBe(1);
      const again = await accept(proposal.token);
      expect(again.body.answer.fingerprint).toBe(answers[0]!.body.answer.fingerprint);
      const seen = (await owner.call("GET", `/api/proposals/${proposal.id}`)).body;
      expect(seen.invoices).toHaveLength(seen.answer.kind === "accepted" ? 1 : 0);
    }
  });

  test("V2.2.2 abuse-18 an acceptance of anything but what was shown is refused: another hash, a missing tick, a broken choice, an older sentence", async () => {
    const { sent } = await ready();
    const { token } = await sent();
    expect((await accept(token, { hash: "0".repeat(64) })).body.code).toBe("proposal_differs");
    expect((await accept(token, { selection: [] })).body).toMatchObject({ code: "selection_wrong", message: "“Choose the timber”: choose exactly 1." });
    expect((await accept(token, { consent: false })).status).toBe(400);
    expect((await accept(token, { consentVersion: "0" })).body.code).toBe("consent_outdated");
    expect((await accept(token, { name: "" })).status).toBe(400);
    expect((await open(token)).body.state).toBe("open");
  });

  test("P1 a new version supersedes the old link; an accepted proposal takes no new version", async () => {
    const { owner, content, sent } = await ready();
    const first = await sent();
    const before = (await owner.call("GET", `/api/proposals/${first.id}`)).body;
    expect(before.unsentChanges).toBe(false);
    const saved = await owner.call("PUT", `/api/proposals/${first.id}`, { ...content, title: "Larger bar", version: before.version });
    expect(saved.body).toMatchObject({ unsentChanges: true, sentVersion: 1, state: "sent" });
    expect((await open(first.token)).body.shown.title).toBe("Library bar");
    const second = (await owner.call("POST", `/api/proposals/${first.id}/send`, { version: saved.body.version })).body;
    expect(second).toMatchObject({ number: first.number, sentVersion: 2 });
    expect((await open(first.token)).body.state).toBe("superseded");
    expect((await accept(first.token)).body).toMatchObject({ code: "proposal_superseded", message: expect.stringContaining("Tidewater Joinery") });
    expect((await accept(second.link.split("/p/")[1])).body.state).toBe("accepted");
    const after = (await owner.call("GET", `/api/proposals/${first.id}`)).body;
    expect((await owner.call("POST", `/api/proposals/${first.id}/send`, {})).body.code).toBe("proposal_accepted");
    expect((await owner.call("PUT", `/api/proposals/${first.id}`, { ...content, version: after.version })).body.code).toBe("proposal_accepted");
    expect((await owner.call("POST", `/api/proposals/${first.id}/withdraw`, {})).body.code).toBe("proposal_answered");
  });

  test("P2 it can be accepted until the last instant of its day in the seller's zone, an extension is an event, and an expired one is only revived by a new version", async () => {
    services.moveClock(new Date("2026-07-01T10:00:00Z"));
    try {
      const { owner, sent } = await ready();
      // A session is good for a day, so the owner comes back for each step of the clock within it.
      const proposal = await sent({ validUntil: "2026-07-01" });
      const late = await sent({ validUntil: "2026-07-01" });
      expect((await owner.call("POST", `/api/proposals/${late.id}/extend`, { validUntil: "2026-07-01" })).body.code).toBe("extension_backwards");
      expect((await owner.call("POST", `/api/proposals/${late.id}/extend`, { validUntil: "2026-07-02" })).body).toMatchObject({ validUntil: "2026-07-02", unsentChanges: false });
      services.moveClock(new Date("2026-07-01T22:59:59.999Z"));
      expect((await open(proposal.token)).body).toMatchObject({ state: "open", endsAt: "2026-07-01T23:00:00.000Z" });
      services.moveClock(new Date("2026-07-01T23:00:00Z"));
      expect((await open(proposal.token)).body.state).toBe("expired");
      expect((await accept(proposal.token)).body).toMatchObject({ code: "proposal_expired", message: "The proposal ended on 2026-07-01. Ask Tidewater Joinery for a new version." });
      expect((await owner.call("GET", `/api/proposals/${proposal.id}`)).body.state).toBe("expired");
      expect((await owner.call("POST", `/api/proposals/${proposal.id}/extend`, { validUntil: "2026-08-01" })).body.code).toBe("proposal_ended");
      expect((await owner.call("POST", `/api/proposals/${proposal.id}/send`, {})).body.code).toBe("proposal_until_past");
      expect((await accept(late.token)).body.state).toBe("accepted");
      const events = (await owner.call("GET", `/api/events?subjectId=${late.id}`)).body.items.map((event: { action: string }) => event.action);
      expect(events).toContain("proposal.extended");
    } finally {
      services.moveClock(null);
    }
  });

  test("abuse-17 a token is kept only as its hash, a revoked link ends at once, and a guessed one leads nowhere", async () => {
    const { owner, sent } = await ready();
    const proposal = await sent();
    expect(Buffer.from(proposal.token, "base64url").length).toBeGreaterThanOrEqual(16);
    const another = (await owner.call("POST", `/api/proposals/${proposal.id}/links`, {})).body;
    const stored = await services.database.transaction({ workspaceId: (owner as unknown as { workspaceId: string }).workspaceId }, async (db) => JSON.stringify((await sql`select * from proposal_link`.execute(db)).rows));
    expect(stored).not.toContain(proposal.token);
    expect((await owner.call("DELETE", `/api/proposals/${proposal.id}/links/${proposal.linkId}`)).status).toBe(200);
    expect([(await open(proposal.token)).status, (await open(proposal.token)).body.code]).toEqual([410, "link_ended"]);
    expect((await open(another.link.split("/p/")[1])).body.state).toBe("open");
    expect((await open("A".repeat(43))).status).toBe(404);
    const page = await open(another.link.split("/p/")[1]);
    expect([page.headers["x-robots-tag"], page.headers["cache-control"], page.headers["set-cookie"]]).toEqual(["noindex", "no-store", undefined]);
  });

  test("P6 accepted quantities are invoiced in parts, never more than were accepted; a void invoice gives them back", async () => {
    const { owner, sent } = await ready();
    const proposal = await sent({ invoiceOnAcceptance: false });
    const { body } = await open(proposal.token);
    const [, , oak, bays] = body.shown.lines;
    await accept(proposal.token, { selection: [{ lineId: oak.id }, { lineId: bays.id, quantity: "5" }] });
    const part = (quantity: string) => owner.call("POST", `/api/proposals/${proposal.id}/invoices`, { lines: [{ lineId: bays.id, quantity }] });
    const first = await part("2");
    expect(first.status).toBe(201);
    await owner.call("POST", `/api/invoices/${first.body.id}/issue`, {});
    expect((await owner.call("GET", `/api/proposals/${proposal.id}`)).body.state).toBe("part_invoiced");
    expect((await part("4")).body).toMatchObject({ code: "line_left_exceeded", message: "“Bays” has 3 left to invoice." });
    expect((await part("0")).body.code).toBe("line_left_exceeded");
    await owner.call("POST", `/api/invoices/${first.body.id}/void`, { reason: "wrong" });
    expect((await part("5")).status).toBe(201);
    const rest = await owner.call("POST", `/api/proposals/${proposal.id}/invoices`, {});
    const invoice = (await owner.call("GET", `/api/invoices/${rest.body.id}`)).body;
    expect(invoice.lines.map((line: { name: string }) => line.name)).toEqual(["Bar", "Oak"]);
    expect((await owner.call("GET", "/api/proposals?tab=to_invoice")).body.items).toHaveLength(1);
  });

  test("a proposal that cannot be sent says why, and its list, counts and tabs agree", async () => {
    const { owner, draft, sent } = await ready();
    const poor = await draft({ customerId: null, lines: [], groups: [{ id: randomUUID(), title: "Empty" }], schedule: [{ label: "x", percent: "40" }], validUntil: "2020-01-01" });
    expect(poor.blockers.map((one: { code: string }) => one.code)).toEqual(["proposal_without_customer", "proposal_without_lines", "proposal_group_short", "proposal_until_past", "proposal_schedule_wrong"]);
    expect((await owner.call("POST", `/api/proposals/${poor.id}/send`, {})).body.code).toBe("proposal_without_customer");
    const withdrawn = await sent();
    await owner.call("POST", `/api/proposals/${withdrawn.id}/withdraw`, { reason: "Changed our mind" });
    expect((await accept(withdrawn.token)).body.code).toBe("proposal_withdrawn");
    await sent();
    const counts = (await owner.call("GET", "/api/proposals/counts")).body.counts;
    expect(counts).toEqual({ all: 3, draft: 1, open: 1, accepted: 0, to_invoice: 0, ended: 1 });
    for (const tab of Object.keys(counts)) expect((await owner.call("GET", `/api/proposals?tab=${tab}`)).body.items, tab).toHaveLength(counts[tab]);
    expect((await owner.call("DELETE", `/api/proposals/${withdrawn.id}`)).body.code).toBe("proposal_sent");
    expect((await owner.call("DELETE", `/api/proposals/${poor.id}`)).status).toBe(200);
    const pdf = await owner.call("GET", `/api/proposals/${withdrawn.id}/pdf`);
    expect(pdf.raw.subarray(0, 5).toString()).toBe("%PDF-");
  });
});
