import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { text, Uuid } from "../platform/fields.ts";
import { route, type Wire } from "../platform/http.ts";
import { Refusal } from "../platform/refusal.ts";
import { changeGroup, changeUser, findGroup, findUser, makeGroup, openDirectory, patchGroupRow, patchUserRow, provisionUser, removeGroup, removeUser, type Directory } from "./directory.ts";
import { listGroups, listUsers } from "./directory-queries.ts";
import { resourceTypes, schemas, serviceProviderConfig } from "./scim-facts.ts";
import { errorView, groupFilter, ListQuery, pagingOf, readGroup, readOperations, readUser, scimRefuse, userFilter, viewGroup, viewList, viewUser, wantsMembers } from "./scim.ts";
import { directoryUrl } from "./settings.ts";

const MEDIA = "application/scim+json";
const wire: Wire = { accepts: { mediaType: MEDIA, as: "json" }, answers: `${MEDIA}; charset=utf-8`, errorView };
const Resource = z.looseObject({ schemas: z.array(z.string()) });
const Body = z.looseObject({});
const Params = z.object({ id: z.string().max(200) });
/** An id that cannot be one of ours names nothing, as SCIM has it. */
const idIn = (params: { id: string }): string => {
  if (!Uuid.safeParse(params.id).success) throw scimRefuse("scim_not_found");
  return params.id;
};
const common = { tag: "Directory (SCIM 2.0)", permission: "public", wire, answer: Resource } as const;
const base = (request: FastifyRequest): string => directoryUrl(request.services);

/** Lets a directory in by its bearer token, and hands the work to it. */
async function inDirectory<T>(request: FastifyRequest, reply: FastifyReply, work: (directory: Directory) => Promise<T>): Promise<T> {
  try {
    return await work(await openDirectory(request.services, request));
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) void reply.header("www-authenticate", "Bearer realm=\"SCIM\"");
    throw error;
  }
}
const NameParams = z.object({ name: text(200) });
const named = <T extends { id: string }>(all: T[], name: string): T => {
  const one = all.find((item) => item.id === name);
  if (!one) throw scimRefuse("scim_not_found");
  return one;
};
const whole = <T>(items: T[]) => viewList(items, items.length, { from: 0, count: items.length });

export const scimRoutes = [
  route({
    ...common, method: "GET", url: "/scim/v2/ServiceProviderConfig", summary: "What this directory interface can do",
    handler: ({ request, reply }) => inDirectory(request, reply, async () => serviceProviderConfig(base(request))),
  }),
  route({
    ...common, method: "GET", url: "/scim/v2/ResourceTypes", summary: "Kinds of resources",
    handler: ({ request, reply }) => inDirectory(request, reply, async () => whole(resourceTypes(base(request)))),
  }),
  route({
    ...common, method: "GET", url: "/scim/v2/ResourceTypes/:name", summary: "One kind of resource", params: NameParams,
    handler: ({ request, reply, params }) => inDirectory(request, reply, async () => named(resourceTypes(base(request)), params.name)),
  }),
  route({
    ...common, method: "GET", url: "/scim/v2/Schemas", summary: "Attributes of the resources",
    handler: ({ request, reply }) => inDirectory(request, reply, async () => whole(schemas(base(request)))),
  }),
  route({
    ...common, method: "GET", url: "/scim/v2/Schemas/:name", summary: "Attributes of one resource", params: NameParams,
    handler: ({ request, reply, params }) => inDirectory(request, reply, async () => named(schemas(base(request)), params.name)),
  }),

  route({
    ...common, method: "GET", url: "/scim/v2/Users", summary: "Users of the directory", query: ListQuery,
    handler: ({ request, reply, query }) => inDirectory(request, reply, async ({ scope }) => {
      const paging = pagingOf(query);
      const filter = userFilter(query.filter);
      const { rows, total } = await scope.transaction((tx) => listUsers(tx, filter, paging));
      return viewList(rows.map((row) => viewUser(base(request), row)), total, paging);
    }),
  }),
  route({
    ...common, method: "POST", url: "/scim/v2/Users", summary: "Take a person into the workspace", body: Body, status: 201,
    handler: ({ request, reply, body }) => inDirectory(request, reply, async (directory) => {
      const view = viewUser(base(request), await provisionUser(directory, readUser(body)));
      void reply.header("location", view.meta.location);
      return view;
    }),
  }),
  route({
    ...common, method: "GET", url: "/scim/v2/Users/:id", summary: "One user", params: Params,
    handler: ({ request, reply, params }) => inDirectory(request, reply, async (directory) => viewUser(base(request), await findUser(directory, idIn(params)))),
  }),
  route({
    ...common, method: "PUT", url: "/scim/v2/Users/:id", summary: "Replace a user", params: Params, body: Body,
    handler: ({ request, reply, params, body }) => inDirectory(request, reply, async (directory) => {
      const next = readUser(body);
      return viewUser(base(request), await changeUser(directory, idIn(params), (before) => ({ ...next, active: "active" in body ? next.active : before.active })));
    }),
  }),
  route({
    ...common, method: "PATCH", url: "/scim/v2/Users/:id", summary: "Change a user; active false suspends them at once", params: Params, body: Body,
    handler: ({ request, reply, params, body }) => inDirectory(request, reply, async (directory) => viewUser(base(request), await patchUserRow(directory, idIn(params), readOperations(body)))),
  }),
  route({
    ...common, method: "DELETE", url: "/scim/v2/Users/:id", summary: "Take a user out of the workspace", params: Params, answer: "bytes",
    handler: ({ request, reply, params }) => inDirectory(request, reply, async (directory) => { await removeUser(directory, idIn(params)); return reply.status(204).send(); }),
  }),

  route({
    ...common, method: "GET", url: "/scim/v2/Groups", summary: "Groups of the directory", query: ListQuery,
    handler: ({ request, reply, query }) => inDirectory(request, reply, async ({ scope }) => {
      const paging = pagingOf(query);
      const filter = groupFilter(query.filter);
      const members = wantsMembers(query);
      const { rows, total } = await scope.transaction((tx) => listGroups(tx, filter, paging, members));
      return viewList(rows.map((row) => viewGroup(base(request), row, members)), total, paging);
    }),
  }),
  route({
    ...common, method: "POST", url: "/scim/v2/Groups", summary: "Make a group", body: Body, status: 201,
    handler: ({ request, reply, body }) => inDirectory(request, reply, async (directory) => {
      const view = viewGroup(base(request), await makeGroup(directory, readGroup(body)), true);
      void reply.header("location", view.meta.location);
      return view;
    }),
  }),
  route({
    ...common, method: "GET", url: "/scim/v2/Groups/:id", summary: "One group", params: Params, query: ListQuery,
    handler: ({ request, reply, params, query }) => inDirectory(request, reply, async (directory) => viewGroup(base(request), await findGroup(directory, idIn(params)), wantsMembers(query))),
  }),
  route({
    ...common, method: "PUT", url: "/scim/v2/Groups/:id", summary: "Replace a group", params: Params, body: Body,
    handler: ({ request, reply, params, body }) => inDirectory(request, reply, async (directory) => viewGroup(base(request), await changeGroup(directory, idIn(params), readGroup(body)), true)),
  }),
  route({
    ...common, method: "PATCH", url: "/scim/v2/Groups/:id", summary: "Change a group's name or members", params: Params, body: Body,
    handler: ({ request, reply, params, body }) => inDirectory(request, reply, async (directory) => viewGroup(base(request), await patchGroupRow(directory, idIn(params), readOperations(body)), true)),
  }),
  route({
    ...common, method: "DELETE", url: "/scim/v2/Groups/:id", summary: "Take a group away", params: Params, answer: "bytes",
    handler: ({ request, reply, params }) => inDirectory(request, reply, async (directory) => { await removeGroup(directory, idIn(params)); return reply.status(204).send(); }),
  }),
];
