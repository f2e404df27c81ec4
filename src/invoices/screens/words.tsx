import { Delivery, State, StateChip, type IconName } from "../../web/kit.ts";
import type { InvoiceListRow, InvoiceView } from "../contract.ts";

/** Everything that shows an invoice or what it adds up to. */
export const invoiceCaches = ["/api/invoices", "/api/invoices/{id}", "/api/invoices/counts", "/api/invoices/numbers", "/api/invoices/{id}/payments", "/api/invoices/{id}/creditable", "/api/customers/{id}/balance", "/api/payments", "/api/payments/{id}", "/api/deliveries"] as const;

/** The one axis that matters most: late before settlement, and the document's own state when it has no settlement. */
export function MainState({ of }: { of: Pick<InvoiceListRow, "document" | "settlement" | "daysOverdue" | "kind" | "open"> }) {
  if (of.document === "draft" || of.document === "void") return <State of="document" is={of.document} />;
  if (of.document === "credited") return <State of="document" is="credited" />;
  if (of.daysOverdue > 0) return <State of="settlement" is="overdue" count={of.daysOverdue} />;
  return <Settled kind={of.kind} is={of.settlement} />;
}

/** Settlement in words; of a credit note, how far its credit was used. */
export function Settled({ kind, is }: { kind: InvoiceView["kind"]; is: InvoiceView["settlement"] }) {
  if (is === null) return <span className="text-ink-3">–</span>;
  if (kind === "credit_note" && is !== "applied") return <StateChip stage={is === "part_paid" ? "underWay" : "open"}>{is === "part_paid" ? "Part used" : "Not used yet"}</StateChip>;
  return <State of="settlement" is={is} />;
}

const deliveryWords: Record<string, string> = { waiting: "PDF being made", queued: "Queued", sent: "Sent", outbox: "In the outbox", failed: "Failed", unknown: "May have left" };
export function Delivered({ is }: { is: InvoiceView["delivery"] }) {
  if (is === null) return null;
  return <Delivery is={is === "waiting" ? "queued" : is === "unknown" ? "failed" : is}>{deliveryWords[is]}</Delivery>;
}

export const kindWord = (kind: InvoiceView["kind"]): string => (kind === "credit_note" ? "Credit note" : "Invoice");
export const kindIcon: Record<InvoiceView["kind"], IconName> = { invoice: "invoices", credit_note: "again" };
/** Where a document is opened: a draft in the editor, all others on their page. */
export const placeOfInvoice = (row: Pick<InvoiceListRow, "id" | "document">, may: (permission: string) => boolean): string => (row.document === "draft" && may("invoices.write") ? `/invoices/${row.id}/edit` : `/invoices/${row.id}`);

/** A SHA-256 short enough to compare by eye. */
export const shortHash = (hash: string): string => `${hash.slice(0, 8)}…${hash.slice(-8)}`;
