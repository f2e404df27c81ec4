import { route } from "../platform/http.ts";
import { TrustView, WorkspaceTrustView } from "./contract.ts";
import { securityTxt } from "./security-txt.ts";
import { publicTrust, workspaceTrust } from "./view.ts";

const tag = "Trust";

export const routes = [
  route({
    method: "GET", url: "/api/trust", tag, summary: "Every promise with its state in this installation, and the services outside it", permission: "public", answer: TrustView, ratePerMinute: 120,
    handler: ({ request }) => publicTrust(request.services),
  }),
  route({
    method: "GET", url: "/api/trust/workspace", tag, summary: "The same, with what this workspace has set for itself", permission: "companies.read", answer: WorkspaceTrustView,
    handler: ({ scope }) => workspaceTrust(scope),
  }),
  route({
    method: "GET", url: "/.well-known/security.txt", tag, summary: "Whom to tell of a weakness (RFC 9116)", permission: "public", answer: "bytes", ratePerMinute: 120,
    handler: async ({ request, reply }) => reply.header("content-type", "text/plain; charset=utf-8").header("cache-control", "public, max-age=86400").send(securityTxt(request.services.config, request.services.clock())),
  }),
];
