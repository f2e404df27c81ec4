import { z } from "zod";
import { personOf } from "../access/index.ts";
import { Done, IdParams, route } from "../platform/http.ts";
import { checkConnection, dropConnection, keepConnection, viewConnection } from "./connections.ts";
import { CheckResult, ConnectionInput, ConnectionView, CreatedToken, Domain, DomainView, MetadataInput, MetadataView, NewToken, SsoPolicy, SsoSettings } from "./contract.ts";
import { checkDomain, claimDomain, dropDomain, viewDomain } from "./domains.ts";
import { entranceRoutes } from "./entrance.ts";
import { fetchMetadata, readMetadata } from "./saml-metadata.ts";
import { scimRoutes } from "./scim-routes.ts";
import { keepPolicy, readSettings } from "./settings.ts";
import { endToken, makeToken, viewToken } from "./tokens.ts";

const done = { done: true as const };
// Who sets up a provider decides who enters as whom, owners included. So only owners do, freshly proven; admins may look.
const owners = { tag: "Single sign-on", permission: "sso.manage", stepUp: true } as const;

const settingsRoutes = [
  route({
    method: "GET", url: "/api/sso", tag: "Single sign-on", summary: "Connections, domains, rules and directory of the workspace", permission: "settings.manage", answer: SsoSettings,
    handler: ({ scope }) => readSettings(scope),
  }),
  route({
    ...owners, method: "POST", url: "/api/sso/connections", summary: "Connect an identity provider", body: ConnectionInput, answer: ConnectionView, status: 201,
    handler: async ({ scope, body }) => viewConnection(scope.services, await keepConnection(scope, null, body)),
  }),
  route({
    ...owners, method: "PUT", url: "/api/sso/connections/:id", summary: "Change a connection", params: IdParams, body: ConnectionInput, answer: ConnectionView,
    handler: async ({ scope, params, body }) => viewConnection(scope.services, await keepConnection(scope, params.id, body)),
  }),
  route({
    ...owners, method: "DELETE", url: "/api/sso/connections/:id", summary: "Remove a connection", params: IdParams, answer: Done,
    async handler({ scope, params }) { await dropConnection(scope, params.id); return done; },
  }),
  route({
    method: "POST", url: "/api/sso/connections/:id/check", tag: "Single sign-on", summary: "Try a connection as far as that goes without a person", permission: "sso.manage", params: IdParams, body: z.object({}), answer: CheckResult, ratePerMinute: 20,
    handler: ({ scope, params }) => checkConnection(scope, params.id),
  }),
  route({
    method: "POST", url: "/api/sso/metadata", tag: "Single sign-on", summary: "Read a SAML provider's metadata, pasted or from its address", permission: "sso.manage", body: MetadataInput, answer: MetadataView, ratePerMinute: 20,
    handler: async ({ scope, body }) => ("xml" in body ? readMetadata(body.xml) : fetchMetadata(scope.services, body.url)),
  }),
  route({
    ...owners, method: "POST", url: "/api/sso/domains", summary: "Name a domain as the workspace's own; the answer says how to show it", body: z.object({ domain: Domain }), answer: DomainView, status: 201,
    handler: async ({ scope, body }) => viewDomain(await claimDomain(scope, body.domain)),
  }),
  route({
    method: "POST", url: "/api/sso/domains/:id/check", tag: "Single sign-on", summary: "Look for a domain's TXT record", permission: "sso.manage", params: IdParams, body: z.object({}), answer: DomainView, ratePerMinute: 20,
    handler: async ({ scope, params }) => viewDomain(await checkDomain(scope, params.id)),
  }),
  route({
    ...owners, method: "DELETE", url: "/api/sso/domains/:id", summary: "Give a domain up", params: IdParams, answer: Done,
    async handler({ scope, params }) { await dropDomain(scope, params.id); return done; },
  }),
  route({
    ...owners, method: "PUT", url: "/api/sso/policy", summary: "Set who has to come by single sign-on, who may join by it, and as what", body: SsoPolicy, answer: Done,
    async handler({ scope, body, request }) { await keepPolicy(scope, body, personOf(request).session.sso_workspace_id === scope.workspaceId); return done; },
  }),
  route({
    ...owners, method: "POST", url: "/api/sso/tokens", summary: "Make a directory's (SCIM) token; it is shown once", body: NewToken, answer: CreatedToken, status: 201, showsSecret: true,
    async handler({ scope, body }) {
      const { row, token } = await makeToken(scope, body);
      return { ...viewToken(row), token };
    },
  }),
  route({
    ...owners, method: "DELETE", url: "/api/sso/tokens/:id", summary: "End a directory's token", params: IdParams, answer: Done,
    async handler({ scope, params }) { await endToken(scope, params.id); return done; },
  }),
];

export const routes = [...settingsRoutes, ...entranceRoutes, ...scimRoutes];
