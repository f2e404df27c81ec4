// A neighbour workspace with one of everything, so that the route walk has a real foreign id for every door.
import type { FastifyInstance } from "fastify";
import type { Route } from "../src/platform/http.ts";
import type { Services } from "../src/platform/services.ts";
import type { Client, TestServices } from "./builders.ts";
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
  const received = await aReceivedInvoice(services, neighbour);
  const byPrefix: [string, Ids][] = [
    ["/api/received-invoices/", { id: received.id, page: "1" }],
    ["/api/received-invoices/suppliers/", { id: received.supplierId }],
    ["/api/exports/", await made("/api/exports", { format: "csv" })],
    ["/api/api-keys/", await made("/api/api-keys", { name: "theirs", role: "member" })],
    ["/api/team/invitations/", await made("/api/team/invitations", { email: "guest@test.example", role: "member" })],
    ["/api/team/members/", { id: session.body.person.id }],
  ];
  const version = { version: 1 };
  const bodies: Record<string, unknown> = {
    ...Object.fromEntries(["undo", "review", "approve", "release", "reopen", "not-duplicate", "read-again"].map((verb) => [`POST /api/received-invoices/:id/${verb}`, version])),
    "POST /api/received-invoices/:id/answers": { ...version, path: "invoiceNumber", action: "confirm" },
    "POST /api/received-invoices/:id/lines": { ...version, lines: [] },
    "POST /api/received-invoices/:id/reject": { ...version, code: "other" },
    "POST /api/received-invoices/:id/hold": { ...version, note: "wait" },
    "POST /api/received-invoices/:id/password": { password: "secret" },
    "POST /api/received-invoices/:id/move": { ...version, companyId: received.companyId },
    "PATCH /api/team/members/:id": { role: "member" },
  };
  return {
    idsFor: (route) => byPrefix.filter(([prefix]) => route.url.startsWith(prefix)).map(([, ids]) => ids),
    bodyFor: (route) => bodies[`${route.method} ${route.url}`] ?? {},
  };
}

/** An approved received invoice, so that it has a supplier and can be exported. */
async function aReceivedInvoice(services: Services, neighbour: Client): Promise<{ id: string; supplierId: string; companyId: string }> {
  const company = await neighbour.call("POST", "/api/companies", { name: "Next Door Ltd", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" });
  const { payload, headers } = multipart([{ name: "theirs.xml", bytes: ubl() }]);
  const { id } = (await neighbour.call("POST", "/api/received-invoices", payload, headers)).body.results[0];
  await (services as TestServices).workJobs();
  const { body } = await neighbour.call("GET", `/api/received-invoices/${id}`);
  const approved = await neighbour.call("POST", `/api/received-invoices/${id}/approve`, { version: body.version });
  if (approved.status !== 200) throw new Error(`approve: ${approved.status} ${JSON.stringify(approved.body)}`);
  return { id, supplierId: approved.body.supplierId, companyId: company.body.id };
}
