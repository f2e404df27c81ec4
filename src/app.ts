import cookie from "@fastify/cookie";
import multipart from "@fastify/multipart";
import swagger from "@fastify/swagger";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { sql } from "kysely";
import { z } from "zod";
import { authenticate, guardBody, guardRoute, permissionTable, type Caller } from "./access/index.ts";
import { guardAddress } from "./doors/address.ts";
import { answerError } from "./doors/errors.ts";
import { setSecurityHeaders } from "./doors/headers.ts";
import { limitRequests } from "./doors/limits.ts";
import { once } from "./doors/once.ts";
import { guardOrigin } from "./doors/origin.ts";
import { tlsOptions } from "./doors/tls.ts";
import { serveWeb } from "./doors/web-files.ts";
import { routes } from "./nouns.ts";
import { ErrorAnswer, type Route } from "./platform/http.ts";
import { LIMITS } from "./platform/reading/limits.ts";
import type { Services } from "./platform/services.ts";
import { createScope, type Scope } from "./workspaces/index.ts";

declare module "fastify" {
  interface FastifyRequest {
    services: Services;
    caller: Caller | null;
  }
}

/** Builds the web application with every route of the product. It does not listen yet. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const { config, log } = services;
  const app = Fastify({
    logger: false,
    bodyLimit: 1024 * 1024,
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    genReqId: () => `req_${crypto.randomUUID().replaceAll("-", "").slice(0, 20)}`,
    https: null,
    routerOptions: { maxParamLength: 200 },
    // An address that the router cannot take apart reaches no hook; its answer has the shape of all others.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      reply.header("x-request-id", request.id).header("cache-control", "no-store").header("x-content-type-options", "nosniff");
      return answerError(services, error, request, reply);
    },
    ...(config.tls ? { https: await tlsOptions(config.tls) } : {}),
  } as object) as unknown as FastifyInstance;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest("services", { getter: () => services });
  app.decorateRequest("caller", null);
  await app.register(cookie);
  await setSecurityHeaders(app, config);
  await app.register(multipart, { limits: { fileSize: LIMITS.fileBytes, files: 100, fields: 20, parts: 120, headerPairs: 50 } });
  await limitRequests(app);
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Counterfoil", version: "1", description: "Both sides of an invoice. Amounts are decimal text, dates ISO 8601. Lists page by cursor. Every POST takes an Idempotency-Key." },
      components: { securitySchemes: { apiKey: { type: "http", scheme: "bearer" }, session: { type: "apiKey", in: "cookie", name: "counterfoil" } } },
      security: [{ apiKey: [] }, { session: [] }],
    },
    transform: jsonSchemaTransform,
  });

  app.addHook("onRequest", async (request, reply) => {
    guardAddress(services, request, reply);
  });
  app.setErrorHandler((error, request, reply) => answerError(services, error, request, reply));
  app.get("/healthz", { schema: { hide: true }, config: { rateLimit: false } }, async (_request, reply) => {
    await sql`select 1`.execute(services.database.kysely);
    return reply.send({ status: "ok" });
  });
  app.get("/api/openapi.json", { schema: { hide: true } }, async () => app.swagger());
  await app.register(async (inside) => {
    for (const spec of routes) {
      if (spec.wire) await inside.register(async (own) => { speak(own as unknown as FastifyInstance, services, spec); });
      else addRoute(inside as unknown as FastifyInstance, services, spec);
    }
  });
  await serveWeb(app);
  log.debug({ routes: routes.length }, "web application built");
  return app;
}

/** A route of a foreign protocol: its own bodies and errors, the same door. */
function speak(own: FastifyInstance, services: Services, spec: Route): void {
  const { accepts } = spec.wire!;
  const readJson = own.getDefaultJsonParser("error", "error");
  if (accepts) own.addContentTypeParser(accepts.mediaType, { parseAs: "string" }, (request, body, done) => {
    if (accepts.as === "json") return readJson(request, body as string, done as never);
    const fields = new URLSearchParams(body as string);
    const once = new Set(fields.keys()).size === [...fields.keys()].length;
    return once ? done(null, Object.fromEntries(fields)) : done(Object.assign(new Error("a field stands twice"), { statusCode: 400 }));
  });
  own.setErrorHandler((error, request, reply) => answerError(services, error, request, reply, spec.wire));
  addRoute(own, services, spec);
}

/** Puts one route behind its door: who is calling, from where, and may they. */
function addRoute(app: FastifyInstance, services: Services, spec: Route): void {
  const open = spec.permission === "public" || spec.permission === "signed-in";
  if (!open && !(spec.permission in permissionTable)) throw new Error(`${spec.method} ${spec.url} names no permission of the table: ${spec.permission}`);
  if (spec.crossSite && spec.permission !== "public") throw new Error(`${spec.method} ${spec.url} is crossSite, so it must be public: a cookie must not vouch for another site's form`);
  const json = spec.answer !== "bytes";
  app.route({
    method: spec.method,
    url: spec.url,
    schema: {
      summary: spec.summary, tags: [spec.tag],
      operationId: operationIdOf(spec),
      ...(spec.permission === "public" ? { security: [] } : {}),
      ...(spec.params ? { params: spec.params } : {}),
      ...(spec.query ? { querystring: spec.query } : {}),
      ...(spec.body ? { body: spec.body } : {}),
      ...(spec.multipart ? { consumes: ["multipart/form-data"] } : {}),
      response: { [spec.status ?? 200]: json ? spec.answer as z.ZodType : z.any().describe("The file's bytes"), default: ErrorAnswer },
    } as object,
    config: { rateLimit: spec.ratePerMinute ? { max: spec.ratePerMinute, timeWindow: 60_000 } : {} },
    // Before the body is read and checked: nobody learns the shape of a door that is closed to them.
    onRequest: async (request, reply) => {
      const carriesCookie = request.headers.cookie !== undefined;
      request.caller = !spec.crossSite && (spec.permission !== "public" || carriesCookie) ? await authenticate(services, request, reply) : null;
      if (!spec.crossSite) guardOrigin(services, request, carriesCookie && request.caller?.kind !== "key");
      guardRoute(services, request, spec, request.caller);
    },
    ...(typeof spec.stepUp === "function" ? { preHandler: async (request: FastifyRequest) => guardBody(services, spec, request.caller, request.body) } : {}),
    async handler(request, reply) {
      const scope = open || !request.caller?.workspaceId ? (undefined as unknown as Scope) : createScope(services, {
        workspaceId: request.caller.workspaceId, actor: request.caller.actor, requestId: request.id, ip: request.ip,
        userAgent: request.headers["user-agent"]?.slice(0, 300) ?? null,
      });
      const call = { scope, params: request.params, query: request.query, body: request.body, request, reply };
      const answer = json && scope && spec.method === "POST" && !spec.multipart && request.headers["idempotency-key"]
        ? await once(scope, request, spec.status ?? 200, () => spec.handler(call as never))
        : await spec.handler(call as never);
      if (!json) return answer;
      if (spec.wire?.answers) reply.type(spec.wire.answers);
      if (reply.statusCode === 200 && spec.status) reply.status(spec.status);
      return answer;
    },
  } as Parameters<FastifyInstance["route"]>[0]);
}

const operationIdOf = (spec: Route): string =>
  spec.method.toLowerCase() + spec.url.replace(/^\/api/, "").replace(/[/.:_-]+(\w)?/g, (_whole, letter: string | undefined) => (letter ?? "").toUpperCase());
