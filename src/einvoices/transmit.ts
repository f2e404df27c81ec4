import { randomUUID } from "node:crypto";
import type { Identifier } from "@counterfoil/einvoice";
import { recordEvent } from "../events/index.ts";
import { findInvoice, formNames, readXml, refuseInvoice, type InvoiceRow } from "../invoices/index.ts";
import { all } from "../platform/database.ts";
import type { JobPayload } from "../platform/jobs.ts";
import { common, type Refusal } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { createScope, type Scope, type Tx } from "../workspaces/index.ts";
import type { z } from "zod";
import { askAbout, handOver, type Outcome } from "./access-point.ts";
import type { TransmissionList, TransmissionView } from "./contract.ts";
import { MOST_TRIES, nextLook, refuse, whyNotTransmit } from "./policy.ts";
import { dueTransmissions, findAccessPoint, findTransmission, insertTransmission, listTransmissions, lockTransmission, setTransmission, type TransmissionRow } from "./queries.ts";

const addressOf = (address: Identifier | undefined): string | null => (address?.scheme ? `${address.scheme}:${address.id}` : null);

const view = (row: TransmissionRow): TransmissionView => ({
  id: row.id, state: row.state, sender: row.sender, receiver: row.receiver, detail: row.detail, tries: row.tries, requestedBy: row.requested_by, requestedAt: row.requested_at.toISOString(),
  sentAt: row.sent_at?.toISOString() ?? null, endedAt: row.ended_at?.toISOString() ?? null,
});

/** The sendings of a document, newest first, and whether there may be another. */
export function readTransmissions(scope: Scope, invoiceId: string): Promise<z.infer<typeof TransmissionList>> {
  return scope.transaction(async (tx) => {
    const { rows, refusal } = await stand(tx, await needInvoice(tx, invoiceId));
    return { items: rows.map(view), possible: refusal === null, whyNot: refusal?.message ?? null };
  });
}

/** Sends an issued document through the access point: noted at once, handed over by a job that repeats what fails for now. */
export function transmitInvoice(scope: Scope, invoiceId: string): Promise<z.infer<typeof TransmissionList>> {
  return scope.transaction(async (tx) => {
    const invoice = await needInvoice(tx, invoiceId);
    const { refusal, sender, receiver } = await stand(tx, invoice);
    if (refusal) throw refusal;
    const row = await insertTransmission(tx, {
      id: randomUUID(), company_id: invoice.company_id, invoice_id: invoice.id, sender: sender!, receiver: receiver!, document_type: invoice.snapshot!.einvoice!.form, requested_by: scope.actor.name, requested_at: scope.now(),
    });
    await tx.enqueue("einvoices.transmit", { transmissionId: row.id });
    recordEvent(tx, { action: "einvoice.transmitted", summary: `Sent ${invoice.number} to ${receiver} through the access point`, subjectKind: "invoice", subjectId: invoice.id, companyId: invoice.company_id, details: { sender, receiver, transmissionId: row.id } });
    return { items: (await listTransmissions(tx, invoiceId)).map(view), possible: false, whyNot: refuse("already_transmitted", { number: invoice.number! }).message };
  });
}

async function needInvoice(tx: Tx, id: string): Promise<InvoiceRow> {
  const invoice = await findInvoice(tx, id);
  if (!invoice) throw common.refuse("not_found");
  return invoice;
}

async function stand(tx: Tx, invoice: InvoiceRow): Promise<{ rows: TransmissionRow[]; refusal: Refusal | null; sender: string | null; receiver: string | null }> {
  const rows = await listTransmissions(tx, invoice.id);
  const einvoice = invoice.snapshot?.einvoice ?? null;
  const [sender, receiver] = [addressOf(einvoice?.invoice.seller.electronicAddress), addressOf(einvoice?.invoice.buyer.electronicAddress)];
  const code = whyNotTransmit({ issued: invoice.issued_at !== null, voided: invoice.voided_at !== null, form: einvoice?.form ?? null, sender, receiver, accessPoint: (await findAccessPoint(tx)) !== undefined, before: rows.map((row) => row.state) });
  const number = invoice.number ?? "";
  const refusal = code === null ? null : code === "invoice_not_issued" || code === "invoice_void" ? refuseInvoice(code, { number }) : refuse(code, { number, form: einvoice ? formNames[einvoice.form] : "a PDF without data" });
  return { rows, refusal, sender, receiver };
}

const jobScope = (services: Services, workspaceId: string) =>
  createScope(services, { workspaceId, actor: { kind: "job", id: "einvoices.transmit", name: "Access point", role: null, may: () => true } });

/** The job: hands one document over. What fails for now is tried again by the queue; after the last try it has failed. */
export async function transmitJob(services: Services, payload: JobPayload): Promise<void> {
  const scope = jobScope(services, payload.workspaceId!);
  const id = payload["transmissionId"]!;
  const { row, to } = await scope.transaction(async (tx) => ({ row: await findTransmission(tx, id), to: await findAccessPoint(tx) }));
  if (!row || row.state !== "waiting") return;
  const outcome: Outcome = to ? await handOver(scope, to, row, (await readXml(scope, row.invoice_id)).bytes) : { kind: "refused", detail: refuse("no_access_point").message };
  const after = await settle(scope, id, ["waiting"], outcome, true);
  if (after?.state === "waiting") throw new Error(`transmission ${id}: ${after.detail}`);
}

/** The sweep: asks about everything that is due. What goes wrong with one keeps nobody else's waiting. */
export async function askAboutSent(services: Services): Promise<void> {
  for (const { workspace_id, id } of await services.database.transaction({}, (db) => all(db, dueTransmissions(services.clock())))) {
    try {
      await askAboutOne(jobScope(services, workspace_id), id);
    } catch (error) {
      services.log.error({ error: String(error), workspace: workspace_id }, "a sent document could not be asked about; it is tried again with the next sweep");
    }
  }
}

async function askAboutOne(scope: Scope, id: string): Promise<void> {
  const { row, to } = await scope.transaction(async (tx) => ({ row: await findTransmission(tx, id), to: await findAccessPoint(tx) }));
  if (!row?.remote_id || row.state !== "sent") return;
  const outcome: Outcome = to ? await askAbout(scope, to, row.remote_id) : { kind: "trouble", detail: refuse("no_access_point").message };
  await settle(scope, id, ["sent"], outcome, false);
}

/** Writes down how a call ended. */
function settle(scope: Scope, id: string, from: readonly string[], outcome: Outcome, sending: boolean): Promise<TransmissionRow | null> {
  return scope.transaction(async (tx) => {
    const row = await lockTransmission(tx, id, from);
    if (!row) return null;
    const now = scope.now();
    const after = afterOutcome({ ...row, tries: row.tries + (sending ? 1 : 0) }, outcome, now, sending);
    const saved = await setTransmission(tx, after);
    if (saved.state !== row.state && saved.state !== "sent") {
      const words = { delivered: "arrived", rejected: "was rejected", failed: "could not be sent", waiting: "waits", sent: "was sent" }[saved.state];
      const invoice = await findInvoice(tx, row.invoice_id);
      recordEvent(tx, { action: `einvoice.${saved.state}`, summary: `${invoice?.number ?? "A document"} ${words}${saved.detail ? `: ${saved.detail}` : ""}`.slice(0, 300), subjectKind: "invoice", subjectId: row.invoice_id, companyId: row.company_id, details: { transmissionId: id, receiver: row.receiver, state: saved.state } });
    }
    return saved;
  });
}

function afterOutcome(row: TransmissionRow, outcome: Outcome, now: Date, sending: boolean): TransmissionRow {
  if (outcome.kind === "trouble") {
    if (!sending) return { ...row, detail: outcome.detail, next_look_at: nextLook(row.sent_at ?? row.requested_at, now) };
    return row.tries >= MOST_TRIES ? { ...row, state: "failed", detail: outcome.detail, ended_at: now, next_look_at: null } : { ...row, detail: outcome.detail };
  }
  if (outcome.kind === "refused") return { ...row, state: sending ? "rejected" : row.state, detail: outcome.detail, ended_at: sending ? now : null, next_look_at: sending ? null : nextLook(row.sent_at ?? row.requested_at, now) };
  const { id: remoteId, status = "accepted", message } = outcome.answer;
  const known = { ...row, remote_id: remoteId ?? row.remote_id, detail: message?.replace(/\s+/g, " ").trim().slice(0, 1000) || null, sent_at: row.sent_at ?? now };
  if (status === "delivered" || status === "rejected") return { ...known, state: status, ended_at: now, next_look_at: null };
  return { ...known, state: "sent", next_look_at: known.remote_id ? nextLook(known.sent_at, now) : null };
}
