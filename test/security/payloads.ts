// One text that tries every way out at once, and a workspace in which every text field that the API takes holds it.
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { routes } from "../../src/nouns.ts";
import { schemaOf } from "../hostile.ts";
import { multipart, ubl } from "../received-documents.ts";

/** A formula, HTML in text and attribute, Typst, XML, a template and SQL. A browser that obeys it sets `window.stolen`. */
export const PAYLOAD = `=1+1|"><img src=x onerror="window.stolen=1"><svg onload=window.stolen=1>#panic("t")]]>&x;{{7*7}}\${7*7}';drop table person;--`;

export type Call = (method: "GET" | "POST" | "PUT", url: string, body?: unknown, headers?: Record<string, string>) => Promise<{ status: number; body: any }>;

type Schema = { type?: string; properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; enum?: unknown[]; const?: unknown; format?: string; pattern?: string; maxLength?: number };

/** `right` with the payload in every free text that its contract knows, cut to what fits; the paths of those texts. */
function loaded(schema: Schema | undefined, right: unknown, path: string, kept: ReadonlySet<string>, filled: string[], mark: string): unknown {
  if (!schema || kept.has(path)) return right;
  const one = schema.anyOf?.find((each) => each.type !== "null" && !(Array.isArray(right) && each.type !== "array") && !(each.const !== undefined)) ?? schema;
  if (one.properties) {
    const had = (right ?? {}) as Record<string, unknown>;
    const shown = Object.entries(one.properties).map(([key, inner]) => [key, loaded(inner, had[key], path ? `${path}.${key}` : key, kept, filled, mark)] as const).filter(([, value]) => value !== undefined);
    return right === undefined && path !== "" ? undefined : { ...had, ...Object.fromEntries(shown) };
  }
  if (one.items) return Array.isArray(right) ? right.map((each, index) => loaded(one.items, each, `${path}.${index}`, kept, filled, mark)) : right;
  if (one.type !== "string" || one.format || one.pattern || one.enum || one.const !== undefined || /(^|\.)(cursor|version|consentVersion|number)$/.test(path)) return right;
  filled.push(path);
  return mark.slice(0, Math.min(one.maxLength ?? mark.length, mark.length));
}

/** Calls a route with a loaded body; a field that the contract refuses the payload for keeps its right value. Answers what was made and which fields hold the payload. */
export async function callLoaded(call: Call, method: "POST" | "PUT", url: string, right: object, at = url, mark = PAYLOAD): Promise<{ body: any; filled: string[]; refused: string[] }> {
  const route = routes.find((one) => one.method === method && one.url === url);
  if (!route?.body) throw new Error(`${method} ${url} is no route with a body`);
  const schema = schemaOf(route.body as z.ZodType) as Schema;
  const kept = new Set<string>();
  for (let tries = 0; tries < 5; tries++) {
    const filled: string[] = [];
    const { status, body } = await call(method, at, loaded(schema, right, "", kept, filled, mark));
    if (status < 300) return { body, filled, refused: [...kept] };
    if (status !== 400 || !body.fields?.length) throw new Error(`${method} ${at}: ${status} ${JSON.stringify(body)}`);
    for (const field of body.fields as { path: string }[]) kept.add(field.path);
  }
  throw new Error(`${method} ${at} refuses the payload in other fields each time`);
}

const xml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export type Planted = { companyId: string; customerId: string; supplierId: string; itemId: string; invoiceId: string; draftId: string; proposalId: string; paymentId: string; receivedId: string; link: string; filled: string[]; refused: string[] };

/** A workspace with one of everything, the payload (or another mark) in every text of it. `work` works off what waits in the queue. */
export async function plant(call: Call, upload: (payload: Buffer, headers: Record<string, string>) => Promise<{ status: number; body: any }>, work: () => Promise<void>, mark = PAYLOAD): Promise<Planted> {
  const filled: string[] = [];
  const refused: string[] = [];
  const make = async (method: "POST" | "PUT", url: string, right: object, at?: string) => {
    const made = await callLoaded(call, method, url, right, at, mark);
    filled.push(...made.filled.map((path) => `${method} ${url} ${path}`));
    refused.push(...made.refused.map((path) => `${method} ${url} ${path}`));
    return made.body;
  };
  const company = await make("POST", "/api/companies", { name: "x", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE", iban: "IE29AIBK93115212345678", email: "office@firm.example", defaultVatRate: "23" });
  const companyId = company.id as string;
  const bankAccounts = [{ iban: "DE02120300000000202051", bic: "x", holder: "x", bankName: "x" }];
  const customer = await make("POST", "/api/customers", { companyId, name: "x", country: "IE", email: "buyer@customer.example", bankAccounts });
  const supplier = await make("POST", "/api/suppliers", { companyId, name: "x", email: "desk@supplier.example", bankAccounts });
  const item = await make("POST", "/api/items", { companyId, name: "x", unitPrice: "50", currency: "EUR", vatCategory: "S", vatRate: "23" });
  const line = { itemId: item.id, group: "x", name: "x", description: "x", quantity: "2", unitPrice: "50", vatCategory: "S", vatRate: "23" };
  const content = { companyId, customerId: customer.id, currency: "EUR", lines: [line], changes: [{ kind: "allowance", change: { amount: "5.00" }, reason: "x" }] };
  const draft = await make("POST", "/api/invoices", content);
  const invoice = await make("POST", "/api/invoices", content);
  await make("PUT", "/api/invoices/:id/note", { internalNote: "x", tags: ["x"] }, `/api/invoices/${invoice.id}/note`);
  await make("POST", "/api/invoices/:id/issue", { send: { to: "buyer@customer.example", toName: "x", subject: "x", message: "x" } }, `/api/invoices/${invoice.id}/issue`);
  const payment = await make("POST", "/api/payments", { companyId, customerId: customer.id, receivedOn: company.today, amount: "10.00", currency: "EUR" });
  const groupId = randomUUID();
  const proposal = await make("POST", "/api/proposals", {
    companyId, customerId: customer.id, title: "x", currency: "EUR", validUntil: "2999-01-01", sections: [{ title: "x", text: "x" }], groups: [{ id: groupId, title: "x", text: "x", min: 0, max: 1 }], terms: "x",
    schedule: [{ label: "x", percent: "100" }], lines: [{ name: "x", unitPrice: "8900", vatCategory: "S", vatRate: "13.5" }, { groupId, name: "x", unitPrice: "10", vatCategory: "S", vatRate: "13.5" }],
  });
  const sent = await make("POST", "/api/proposals/:id/send", { mail: { to: "buyer@customer.example", toName: "x", subject: "x", message: "x" } }, `/api/proposals/${proposal.id}/send`);
  const text = xml(mark);
  const form = multipart([{ name: "=cmd|'x'!A0 <img src=x onerror=window.stolen=1>.xml", bytes: ubl({ number: text.slice(0, 60).replace(/&[^;]*$/, ""), supplier: text, description: text, iban: "DE02120300000000202051" }) }]);
  const uploaded = await upload(form.payload, form.headers);
  const receivedId = uploaded.body.results?.[0]?.id as string;
  if (!receivedId) throw new Error(`upload: ${uploaded.status} ${JSON.stringify(uploaded.body)}`);
  await work();
  return { companyId, customerId: customer.id, supplierId: supplier.id, itemId: item.id, invoiceId: invoice.id, draftId: draft.id, proposalId: proposal.id, paymentId: payment.id, receivedId, link: sent.link, filled, refused };
}
