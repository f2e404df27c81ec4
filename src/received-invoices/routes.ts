import { z } from "zod";
import { IdParams, PageQuery, pageOf, route, sendFile } from "../platform/http.ts";
import { Uuid } from "../platform/fields.ts";
import { answerField, editLines, undoAnswer } from "./answer.ts";
import {
  AnswerField, Approve, ApproveMany, EditLines, GivePassword, Hold, InboxCounts, InboxFilter, InboxSort, ManyAnswer, MoveToCompany, OnlyVersion, PageWordsView, ReceivedDetail, ReceivedSummary,
  Reject, RejectMany, Release, Split, SplitAnswer, SupplierReceived, UploadAnswer,
} from "./contract.ts";
import { inboxCounts, inboxPage, supplierReceived } from "./list.ts";
import { pageImage, pageWords } from "./pages.ts";
import { receiveUpload } from "./receive.ts";
import { givePassword, moveToCompany, readAgain } from "./requeue.ts";
import { approve, approveMany, hold, keepWhole, markReviewed, notDuplicate, reject, rejectMany, release, reopen } from "./settle.ts";
import { split } from "./split.ts";
import { lookAt, openOriginal } from "./stored.ts";

const tag = "Received invoices";
const PageParams = IdParams.extend({ page: z.coerce.number().int().min(1).max(10_000) });

export const routes = [
  route({
    method: "POST", url: "/api/received-invoices", tag, permission: "received.write", multipart: true, ratePerMinute: "uploads",
    summary: "Upload one or more files (multipart/form-data); each is answered for by itself, and the request is only refused when none could be taken",
    query: z.object({ companyId: Uuid.optional() }), answer: UploadAnswer, status: 201,
    async handler({ scope, query, request }) {
      return { results: (await receiveUpload(scope, request, query.companyId)).map(({ status: _status, ...result }) => result) };
    },
  }),
  route({
    method: "GET", url: "/api/received-invoices", tag, summary: "Received documents, newest first, by tab and filter", permission: "received.read",
    query: PageQuery.extend(InboxFilter.shape).extend({ sort: InboxSort.default("received") }), answer: pageOf(ReceivedSummary),
    handler: ({ scope, query }) => inboxPage(scope, query),
  }),
  route({
    method: "GET", url: "/api/received-invoices/counts", tag, summary: "How many documents stand under each tab", permission: "received.read",
    query: InboxFilter.omit({ tab: true }), answer: InboxCounts,
    handler: ({ scope, query }) => inboxCounts(scope, query),
  }),
  route({
    method: "GET", url: "/api/received-invoices/suppliers/:id", tag, summary: "What came from one supplier", permission: "received.read",
    params: IdParams, answer: SupplierReceived,
    handler: ({ scope, params }) => supplierReceived(scope, params.id),
  }),
  route({
    method: "POST", url: "/api/received-invoices/approve-many", tag, summary: "Approve several documents; those with open questions say so", permission: "received.write",
    body: ApproveMany, answer: ManyAnswer,
    handler: ({ scope, body }) => approveMany(scope, body.ids),
  }),
  route({
    method: "POST", url: "/api/received-invoices/reject-many", tag, summary: "Reject several documents for one reason", permission: "received.write",
    body: RejectMany, answer: ManyAnswer,
    handler: ({ scope, body }) => rejectMany(scope, body.ids, body.code, body.note),
  }),
  route({
    method: "GET", url: "/api/received-invoices/:id", tag, summary: "One document with its values, evidence, questions and neighbours in the queue", permission: "received.read",
    params: IdParams, answer: ReceivedDetail,
    handler: ({ scope, params }) => lookAt(scope, params.id),
  }),
  route({
    method: "GET", url: "/api/received-invoices/:id/original", tag, summary: "The file as it came", permission: "received.read", params: IdParams, answer: "bytes",
    async handler({ scope, params, reply }) {
      const { bytes, ...file } = await openOriginal(scope, params.id);
      return sendFile(reply, bytes, file);
    },
  }),
  route({
    method: "GET", url: "/api/received-invoices/:id/pages/:page/image", tag, summary: "A page's picture (JPEG or PNG, 150 dpi); pages count from 1", permission: "received.read",
    params: PageParams, answer: "bytes",
    async handler({ scope, params, reply }) {
      const image = await pageImage(scope, params.id, params.page);
      return sendFile(reply, image.bytes, { name: `page-${params.page}.${image.mediaType === "image/png" ? "png" : "jpg"}`, mediaType: image.mediaType, inline: true, sizeBytes: image.bytes.length });
    },
  }),
  route({
    method: "GET", url: "/api/received-invoices/:id/pages/:page/words", tag, summary: "A page's words with their places, for pointing at a value", permission: "received.read",
    params: PageParams, answer: PageWordsView,
    handler: ({ scope, params }) => pageWords(scope, params.id, params.page),
  }),
  route({
    method: "POST", url: "/api/received-invoices/:id/answers", tag, summary: "Confirm a value, correct it, or say that it is not on the document", permission: "received.write",
    params: IdParams, body: AnswerField, answer: ReceivedDetail,
    handler: ({ scope, params, body }) => answerField(scope, params.id, body),
  }),
  route({
    method: "POST", url: "/api/received-invoices/:id/lines", tag, summary: "Replace the lines", permission: "received.write",
    params: IdParams, body: EditLines, answer: ReceivedDetail,
    handler: ({ scope, params, body }) => editLines(scope, params.id, body),
  }),
  route({
    method: "POST", url: "/api/received-invoices/:id/undo", tag, summary: "Take back the last answer", permission: "received.write",
    params: IdParams, body: OnlyVersion, answer: ReceivedDetail,
    handler: ({ scope, params, body }) => undoAnswer(scope, params.id, body.version),
  }),
  route({
    method: "POST", url: "/api/received-invoices/:id/review", tag, summary: "Everything is answered; somebody else approves", permission: "received.write",
    params: IdParams, body: OnlyVersion, answer: ReceivedDetail,
    handler: ({ scope, params, body }) => markReviewed(scope, params.id, body.version),
  }),
  route({
    method: "POST", url: "/api/received-invoices/:id/approve", tag, summary: "Approve; finds or makes the supplier", permission: "received.write",
    params: IdParams, body: Approve, answer: ReceivedDetail,
    handler: ({ scope, params, body }) => approve(scope, params.id, body),
  }),
  route({
    method: "POST", url: "/api/received-invoices/:id/reject", tag, summary: "Reject, with a reason", permission: "received.write",
    params: IdParams, body: Reject, answer: ReceivedDetail,
    handler: ({ scope, params, body }) => reject(scope, params.id, body),
  }),
  route({
    method: "POST", url: "/api/received-invoices/:id/hold", tag, summary: "Put on hold, with a reason", permission: "received.write",
    params: IdParams, body: Hold, answer: ReceivedDetail,
    handler: ({ scope, params, body }) => hold(scope, params.id, body),
  }),
  route({
    method: "POST", url: "/api/received-invoices/:id/release", tag, summary: "Release from hold; a changed bank account needs who confirmed it", permission: "received.write",
    params: IdParams, body: Release, answer: ReceivedDetail,
    handler: ({ scope, params, body }) => release(scope, params.id, body),
  }),
  route({
    method: "POST", url: "/api/received-invoices/:id/reopen", tag, summary: "Open an approved, rejected or reviewed document again", permission: "received.write",
    params: IdParams, body: OnlyVersion, answer: ReceivedDetail,
    handler: ({ scope, params, body }) => reopen(scope, params.id, body.version),
  }),
  route({
    method: "POST", url: "/api/received-invoices/:id/not-duplicate", tag, summary: "The likely duplicate is a document of its own", permission: "received.write",
    params: IdParams, body: OnlyVersion, answer: ReceivedDetail,
    handler: ({ scope, params, body }) => notDuplicate(scope, params.id, body.version),
  }),
  route({
    method: "POST", url: "/api/received-invoices/:id/split", tag, permission: "received.write", ratePerMinute: 30,
    summary: "Cut a PDF into several documents, which are read like uploads; the file itself is rejected and can be reopened",
    params: IdParams, body: Split, answer: SplitAnswer, status: 201,
    handler: ({ scope, params, body }) => split(scope, params.id, body),
  }),
  route({
    method: "POST", url: "/api/received-invoices/:id/keep-whole", tag, summary: "The file that looks like several documents is one", permission: "received.write",
    params: IdParams, body: OnlyVersion, answer: ReceivedDetail,
    handler: ({ scope, params, body }) => keepWhole(scope, params.id, body.version),
  }),
  route({
    method: "POST", url: "/api/received-invoices/:id/password", tag, summary: "The password of a protected PDF; it is read again", permission: "received.write",
    params: IdParams, body: GivePassword, answer: ReceivedDetail, ratePerMinute: 30,
    handler: ({ scope, params, body }) => givePassword(scope, params.id, body.password),
  }),
  route({
    method: "POST", url: "/api/received-invoices/:id/read-again", tag, summary: "Read the document again; answers given so far are taken back", permission: "received.write",
    params: IdParams, body: OnlyVersion, answer: ReceivedDetail, ratePerMinute: 60,
    handler: ({ scope, params, body }) => readAgain(scope, params.id, body.version),
  }),
  route({
    method: "POST", url: "/api/received-invoices/:id/move", tag, summary: "Move to another company of the workspace", permission: "received.write",
    params: IdParams, body: MoveToCompany, answer: ReceivedDetail,
    handler: ({ scope, params, body }) => moveToCompany(scope, params.id, body),
  }),
];
