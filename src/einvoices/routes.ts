import { CannotRead, LIMITS, unreadable } from "../platform/reading/limits.ts";
import { route } from "../platform/http.ts";
import { readAccessPoint, removeAccessPoint, setAccessPoint } from "./access-point.ts";
import { AccessPointView, CheckAnswer, CheckQuery, InvoiceParams, PutAccessPoint, TransmissionList } from "./contract.ts";
import { refuse } from "./policy.ts";
import { readTransmissions, transmitInvoice } from "./transmit.ts";

const tag = "E-invoices";

export const routes = [
  route({
    method: "POST", url: "/api/e-invoices/check", tag, permission: "invoices.read", multipart: true, ratePerMinute: 60,
    summary: "Judges one file (XML or a PDF that carries it) by our own rules of EN 16931, Peppol and XRechnung; nothing of it is kept", query: CheckQuery, answer: CheckAnswer,
    async handler({ query, request }) {
      const part = await request.file({ limits: { fileSize: LIMITS.xmlBytes, files: 1 } });
      if (!part) throw refuse("no_file_to_check");
      try {
        const bytes = await part.toBuffer().catch((error: { code?: string }) => { throw error.code === "FST_REQ_FILE_TOO_LARGE" ? new CannotRead("too_large") : error; });
        if (bytes.length === 0) throw new CannotRead("empty");
        const judged = await request.services.reader.judge(bytes, query.rules?.split(","));
        return { fileName: (part.filename ?? "").replace(/[\u0000-\u001f\u007f]/g, "").slice(0, 200), ...judged, valid: judged.findings.every((finding) => finding.severity !== "fatal") };
      } catch (error) {
        if (!(error instanceof CannotRead)) throw error;
        const { reason, remedy } = unreadable(error.code, error.detail);
        throw refuse("einvoice_not_readable", { reason: `${reason} ${remedy}` });
      }
    },
  }),
  route({
    method: "GET", url: "/api/invoices/:id/transmissions", tag, summary: "How sendings of a document through the access point went", permission: "invoices.read", params: InvoiceParams, answer: TransmissionList,
    handler: ({ scope, params }) => readTransmissions(scope, params.id),
  }),
  route({
    method: "POST", url: "/api/invoices/:id/transmissions", tag, summary: "Sends an issued XRechnung or Peppol invoice through the access point", permission: "invoices.issue", params: InvoiceParams, answer: TransmissionList, status: 201,
    handler: ({ scope, params }) => transmitInvoice(scope, params.id),
  }),
  route({
    method: "GET", url: "/api/access-point", tag, summary: "The access point that e-invoices are sent through", permission: "settings.manage", answer: AccessPointView,
    handler: ({ scope }) => readAccessPoint(scope),
  }),
  route({
    method: "PUT", url: "/api/access-point", tag, summary: "Sets the access point", permission: "settings.manage", stepUp: true, body: PutAccessPoint, answer: AccessPointView, ratePerMinute: 20,
    handler: ({ scope, body }) => setAccessPoint(scope, body),
  }),
  route({
    method: "DELETE", url: "/api/access-point", tag, summary: "Removes the access point", permission: "settings.manage", stepUp: true, answer: AccessPointView,
    handler: ({ scope }) => removeAccessPoint(scope),
  }),
];
