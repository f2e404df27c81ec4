import type { z } from "zod";
import { IdParams, PageQuery, pageOf, route, toPage } from "../platform/http.ts";
import { textCursor } from "../platform/read-csv.ts";
import { common } from "../platform/refusal.ts";
import { DeliveryDetail, DeliveryFilter, DeliveryView, Resend } from "./contract.ts";
import { resend } from "./deliver.ts";
import { documentKinds, stateOf, whyNotResend } from "./policy.ts";
import { findDelivery, listDeliveries, type DeliveryRow } from "./queries.ts";

const tag = "Sent mail";
const view = (row: DeliveryRow): DeliveryView => ({
  id: row.id, companyId: row.company_id, kind: row.kind, subject: row.subject_kind && row.subject_id ? { kind: row.subject_kind, id: row.subject_id } : null,
  recipient: row.recipient, recipientName: row.recipient_name, title: row.title, state: stateOf(row.state), error: row.error, attempts: row.attempts,
  attachments: row.attachments.map(({ name, mediaType }) => ({ name, mediaType })), resendable: whyNotResend({ kind: row.kind, state: stateOf(row.state) }, true) === null,
  createdAt: row.created_at.toISOString(), settledAt: row.settled_at?.toISOString() ?? null,
});
/** Links that let somebody in are shown to nobody but their recipient. */
const masked = (text: string) => text.replace(/(\/(?:p|i|invite|reset)\/)[\w-]{16,}/g, "$1…");
const detail = (row: DeliveryRow): z.infer<typeof DeliveryDetail> => ({ ...view(row), text: documentKinds.includes(row.kind) ? masked(row.body_text) : null, replyTo: row.reply_to });

export const routes = [
  route({
    method: "GET", url: "/api/deliveries", tag, summary: "Mails of the workspace, newest first", permission: "deliveries.read", query: PageQuery.extend(DeliveryFilter.shape), answer: pageOf(DeliveryView),
    handler: ({ scope, query }) => scope.transaction(async (tx) => {
      const [time, id] = query.cursor ? textCursor(query.cursor) : [null, null];
      if (time !== null && Number.isNaN(Date.parse(time))) throw common.refuse("invalid_cursor");
      return toPage(await listDeliveries(tx, query, time === null ? null : [time, id!], query.limit + 1), query.limit, view, (row) => [row.sort_key, row.id]);
    }),
  }),
  route({
    method: "GET", url: "/api/deliveries/:id", tag, summary: "One mail with its text", permission: "deliveries.read", params: IdParams, answer: DeliveryDetail,
    handler: ({ scope, params }) => scope.transaction(async (tx) => {
      const row = await findDelivery(tx, params.id);
      if (!row) throw common.refuse("not_found");
      return detail(row);
    }),
  }),
  route({
    method: "POST", url: "/api/deliveries/:id/resend", tag, summary: "Sends a document's mail once more", permission: "invoices.issue", params: IdParams, body: Resend, answer: DeliveryDetail, status: 201,
    handler: async ({ scope, params, body }) => detail(await resend(scope, params.id, body)),
  }),
];
