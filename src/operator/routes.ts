import { z } from "zod";
import { IdParams, route } from "../platform/http.ts";
import { accessList, endAccessEarly, grantAccess } from "./access.ts";
import { AccessView, GrantAccess, GrantedAccess } from "./contract.ts";

const tag = "Operator access";

export const routes = [
  route({
    method: "GET", url: "/api/operator-access", tag, summary: "What the operator was allowed to read, newest first", permission: "workspace.own", answer: z.object({ items: z.array(AccessView) }),
    handler: async ({ scope }) => ({ items: await accessList(scope) }),
  }),
  route({
    method: "POST", url: "/api/operator-access", tag, summary: "Lets the operator read for a time; the code is shown this once", permission: "workspace.own", stepUp: true, showsSecret: true,
    body: GrantAccess, answer: GrantedAccess, status: 201, ratePerMinute: 10,
    handler: ({ scope, body }) => grantAccess(scope, body),
  }),
  route({
    method: "POST", url: "/api/operator-access/:id/end", tag, summary: "Ends an access before its time", permission: "workspace.own", params: IdParams, answer: AccessView,
    handler: ({ scope, params }) => endAccessEarly(scope, params.id),
  }),
];
