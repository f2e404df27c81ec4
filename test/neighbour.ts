// A neighbour workspace with one of everything, so that the route walk has a real foreign id for every door.
import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Route } from "../src/platform/http.ts";
import type { Services } from "../src/platform/services.ts";
import type { Client, TestServices } from "./builders.ts";
import { makeCertificate } from "./certificate.ts";
import { multipart, ubl } from "./received-documents.ts";

export type Ids = Record<string, string>;

/** Makes one of everything in the neighbour's workspace; answers, per route, the parameters that would name it. */
export async function aNeighboursThings(services: Services, _app: FastifyInstance, neighbour: Client): Promise<{ idsFor(route: Route): Ids[]; bodyFor(route: Route): unknown }> {
  const made = async (url: string, body: unknown): Promise<Ids> => {
    const answer = await neighbour.call("POST", url, body);
    if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return { id: answer.body.id as string };
  };
  const session = await neighbour.call("GET", "/api/session");
  const connection = {
    kind: "saml", name: "Their directory", issuer: "https://login.test.example", entryPoint: "https://login.test.example/saml", certificates: [makeCertificate("login.test.example", { rsaBits: 2048 }).cert],
  };
  const received = await aReceivedInvoice(services, neighbour);
  const billing = await aBilledCustomer(services, neighbour, received.companyId, made);
  const byPrefix: [string, Ids][] = [
    ...billing.ids,
    ["/api/received-invoices/", { id: received.id, page: "1" }],
    ["/api/received-invoices/suppliers/", { id: received.supplierId }],
    ["/api/retention/holds/", await made("/api/retention/holds", { documentId: received.id, reason: "Audit" })],
    ["/api/exports/", await made("/api/exports", { format: "csv" })],
    ["/api/api-keys/", await made("/api/api-keys", { name: "theirs", role: "member" })],
    ["/api/team/invitations/", await made("/api/team/invitations", { email: "guest@test.example", role: "member" })],
    ["/api/team/members/", { id: session.body.person.id }],
    ["/api/events/views/", await made("/api/events/views", { name: `Theirs ${randomUUID().slice(0, 8)}`, filter: { action: "key" } })],
    ["/api/alerts/", { id: (await neighbour.call("GET", "/api/alerts")).body.items[0].id }],
    ["/api/sso/connections/", await made("/api/sso/connections", connection)],
    ["/api/sso/domains/", await made("/api/sso/domains", { domain: `d${randomUUID().slice(0, 8)}.test.example` })],
    ["/api/sso/tokens/", await made("/api/sso/tokens", { name: "theirs" })],
    ["/api/operator-access/", await made("/api/operator-access", { hours: 1, reason: "an export hangs", reads: ["activity"] })],
  ];
  const version = { version: 1 };
  const bodies: Record<string, unknown> = {
    ...billing.bodies,
    ...Object.fromEntries(["undo", "review", "approve", "release", "reopen", "not-duplicate", "read-again", "keep-whole"].map((verb) => [`POST /api/received-invoices/:id/${verb}`, version])),
    "POST /api/received-invoices/:id/answers": { ...version, path: "invoiceNumber", action: "confirm" },
    "POST /api/received-invoices/:id/lines": { ...version, lines: [] },
    "POST /api/received-invoices/:id/reject": { ...version, code: "other" },
    "POST /api/received-invoices/:id/hold": { ...version, note: "wait" },
    "POST /api/received-invoices/:id/password": { password: "secret" },
    "POST /api/received-invoices/:id/split": { ...version, parts: [{ from: 1, to: 1 }, { from: 2, to: 2 }] },
    "POST /api/received-invoices/:id/move": { ...version, companyId: received.companyId },
    "POST /api/retention/holds/:id/lift": { reason: "Closed" },
    "PATCH /api/team/members/:id": { role: "member" },
    "PUT /api/exports/schedule": { every: "week", day: 1, format: "csv" },
    "PUT /api/sso/connections/:id": connection,
    "PATCH /api/events/views/:id": { name: "Ours now" },
  };
  return {
    idsFor: (route) => byPrefix.filter(([prefix]) => route.url.startsWith(prefix)).map(([, ids]) => ids),
    bodyFor: (route) => bodies[`${route.method} ${route.url}`] ?? {},
  };
}

/** An approved received invoice, so that it has a supplier and can be exported. */
async function aReceivedInvoice(services: Services, neighbour: Client): Promise<{ id: string; supplierId: string; companyId: string }> {
  const company = await neighbour.call("POST", "/api/companies", { name: "Next Door Ltd", vatId: "IE1234567WA", city: "Kinsale", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" });
  const { payload, headers } = multipart([{ name: "theirs.xml", bytes: ubl() }], { companyId: company.body.id });
  const { id } = (await neighbour.call("POST", "/api/received-invoices", payload, headers)).body.results[0];
  await (services as TestServices).workJobs();
  const { body } = await neighbour.call("GET", `/api/received-invoices/${id}`);
  const approved = await neighbour.call("POST", `/api/received-invoices/${id}/approve`, { version: body.version });
  if (approved.status !== 200) throw new Error(`approve: ${approved.status} ${JSON.stringify(approved.body)}`);
  return { id, supplierId: approved.body.supplierId, companyId: company.body.id };
}

/** A customer, a service, an invoice that is paid in part, a credit note, a mail, a draft and a sent proposal, with right bodies for their doors. */
async function aBilledCustomer(services: Services, neighbour: Client, companyId: string, made: (url: string, body: unknown) => Promise<Ids>) {
  const get = async (url: string) => (await neighbour.call("GET", url)).body;
  const post = async (url: string, body: unknown) => {
    const answer = await neighbour.call("POST", url, body);
    if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const company = await get(`/api/companies/${companyId}`);
  const customer = await made("/api/customers", { companyId, name: "Theirs Ltd", country: "IE", email: "buyer@test.example" });
  const supplier = await made("/api/suppliers", { companyId, name: "Their supplier" });
  const memory = { version: 1, layouts: [{ supplier: "Theirs", print: [], documents: 1, fields: {}, identity: {}, titles: [], writing: {} }] };
  await post(`/api/supplier-memory/${supplier["id"]}/import`, { memory });
  const [layout] = (await get(`/api/supplier-memory/${supplier["id"]}`)).layouts;
  const item = await made("/api/items", { companyId, name: "Hour", unitPrice: "50", currency: "EUR", vatCategory: "S", vatRate: "23" });
  const line = { name: "Work", quantity: "2", unitPrice: "50", vatCategory: "S", vatRate: "23" };
  const invoice = await made("/api/invoices", { companyId, customerId: customer["id"], currency: "EUR", lines: [line] });
  const mail = { to: "buyer@test.example" };
  await post(`/api/invoices/${invoice["id"]}/issue`, { send: mail });
  await (services as TestServices).workJobs();
  const draft = await made("/api/invoices", { companyId, customerId: customer["id"], currency: "EUR", lines: [line] });
  const payment = await made("/api/payments", { companyId, customerId: customer["id"], receivedOn: company.today, amount: "10.00", currency: "EUR" });
  const entries = (await get(`/api/payments/${payment["id"]}`)).entries as { id: string; kind: string }[];
  const { lines } = await get(`/api/invoices/${invoice["id"]}`);
  const credit = { lines: [{ lineId: lines[0].id, amount: "1.00" }], reason: "test" };
  const note = await post(`/api/invoices/${invoice["id"]}/credit-notes`, credit);
  const [delivery] = (await get("/api/deliveries")).items;
  const again = async (url: string) => ({ ...(await get(url)) });
  const amount = { amount: "1.00", reason: "test" };
  const draftProposal = await made("/api/proposals", { companyId, customerId: customer["id"], title: "Theirs", currency: "EUR", lines: [line] });
  const proposal = await made("/api/proposals", { companyId, customerId: customer["id"], title: "Theirs", currency: "EUR", lines: [line] });
  const sent = await post(`/api/proposals/${proposal["id"]}/send`, {});
  await (services as TestServices).workJobs();
  const allocations = { allocations: [{ invoiceId: invoice["id"], amount: "1.00" }] };
  const ids: [string, Ids][] = [
    ["/api/companies/", { id: companyId, seriesId: company.series[0].id }],
    ["/api/customers/", customer], ["/api/suppliers/", supplier], ["/api/supplier-memory/", { ...supplier, layout: layout.id }], ["/api/items/", item],
    ["/api/invoices/", invoice], ["/api/invoices/", draft], ["/api/payments/", payment], ["/api/credit-notes/", { id: note.id }], ["/api/deliveries/", { id: delivery.id }],
    ["/api/proposals/", { ...proposal, linkId: sent.linkId }], ["/api/proposals/", { ...draftProposal, linkId: sent.linkId }],
  ];
  const bodies: Record<string, unknown> = {
    "PUT /api/companies/:id": company,
    "POST /api/companies/:id/series": { name: "Second", kind: "invoice", pattern: "X{counter:4}" },
    "PUT /api/companies/:id/series/:seriesId": company.series[0],
    "POST /api/companies/:id/series/:seriesId/start": { issueDate: company.today, nextNumber: "5" },
    "PUT /api/customers/:id": await again(`/api/customers/${customer["id"]}`),
    "PUT /api/suppliers/:id": await again(`/api/suppliers/${supplier["id"]}`),
    "POST /api/supplier-memory/:id/import": { memory },
    "PUT /api/items/:id": await again(`/api/items/${item["id"]}`),
    "PUT /api/invoices/:id": { currency: "EUR", version: 1 },
    "PUT /api/invoices/:id/note": {},
    "POST /api/invoices/:id/send": mail,
    "POST /api/invoices/:id/void": { reason: "test" },
    "POST /api/invoices/:id/credit-preview": credit,
    "POST /api/invoices/:id/credit-notes": credit,
    "POST /api/invoices/:id/write-off": { ...amount, kind: "rounding" },
    "POST /api/invoices/:id/recover": amount,
    "POST /api/payments/:id/allocate": allocations,
    "POST /api/payments/:id/unallocate": { entryId: entries[0]!.id, reason: "test" },
    "POST /api/payments/:id/refund": amount,
    "POST /api/payments/:id/reverse": { reason: "test" },
    "POST /api/credit-notes/:id/allocate": allocations,
    "POST /api/credit-notes/:id/unallocate": { entryId: entries[0]!.id, reason: "test" },
    "POST /api/credit-notes/:id/refund": amount,
    "PUT /api/proposals/:id": { title: "Ours now", currency: "EUR", version: 1 },
    "POST /api/proposals/:id/extend": { validUntil: "2099-12-31" },
  };
  return { ids, bodies };
}
