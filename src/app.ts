import cookie from "@fastify/cookie";
import multipart from "@fastify/multipart";
import swagger from "@fastify/swagger";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, type FastifyServerOptions, type RequestPayload } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { sql } from "kysely";
import { z } from "zod";
import { authenticate, guardBody, guardRoute, permissionTable, type Caller } from "./access/index.ts";
import { cleanHeaders, guardAddress, proxiesOf } from "./doors/address.ts";
import { BODY_BYTES, guardContent, guardQuery, hasBody, inTime } from "./doors/content.ts";
import { answerError } from "./doors/errors.ts";
import { setStandingHeaders, standingHeaders } from "./doors/headers.ts";
import { countRequest } from "./doors/limits.ts";
import { guardLoad, type Load } from "./doors/load.ts";
import { once } from "./doors/once.ts";
import { guardFetch, guardOrigin } from "./doors/origin.ts";
import { answerClientError, createSocketServer, newRequestId } from "./doors/sockets.ts";
import { readCertificate } from "./doors/tls.ts";
import { noteRoutes, serveWeb } from "./doors/web-files.ts";
import { logAnswer } from "./events/index.ts";
import { routes } from "./nouns.ts";
import { ErrorAnswer, type Route } from "./platform/http.ts";
import { LIMITS } from "./platform/reading/limits.ts";
import { common } from "./platform/refusal.ts";
import type { Services } from "./platform/services.ts";
import { createScope, type Scope } from "./workspaces/index.ts";

declare module "fastify" {
  interface FastifyRequest {
    services: Services;
    caller: Caller | null;
  }
  interface FastifyInstance {
    load: Load;
  }
}

/** Builds the web application with every route of the product. It does not listen yet. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const { config, log } = services;
  const tls = config.tls ? readCertificate(config.tls).options : null;
  const isProxy = proxiesOf(config.trustedProxies);
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_BYTES,
    trustProxy: config.trustedProxies.length > 0 ? (address: string) => isProxy(address) : false,
    genReqId: newRequestId,
    requestIdHeader: false,
    return503OnClosing: false, // the door says so itself, with our headers
    routerOptions: { maxParamLength: 200 },
    serverFactory: (handler) => createSocketServer(handler, tls),
    clientErrorHandler: answerClientError,
    // An address that the router cannot take apart reaches no hook; its answer has the shape of all others.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      reply.headers(standingHeaders("/api/", request.protocol === "https")).header("x-request-id", request.id);
      return answerError(services, error, request, reply);
    },
  } as FastifyServerOptions) as unknown as FastifyInstance;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest("services", { getter: () => services });
  app.decorateRequest("caller", null);
  app.removeContentTypeParser("text/plain");
  noteRoutes(app);
  setStandingHeaders(app);
  const load = guardLoad(app);
  app.decorate("load", load);
  app.addHook("onRequest", async (request, reply) => {
    try {
      cleanHeaders(request.raw, isProxy(request.raw.socket.remoteAddress ?? ""));
    } catch (error) {
      reply.header("connection", "close"); // whatever follows on this connection is not to be trusted either
      throw error;
    }
    guardAddress(services, request, reply);
  });
  app.addHook("onResponse", async (request, reply) => logAnswer(request, reply));
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: LIMITS.fileBytes, files: 100, fields: 20, parts: 120, headerPairs: 50 } });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Counterfoil", version: "1", description: "Both sides of an invoice. Amounts are decimal text, dates ISO 8601. Lists page by cursor. Every POST takes an Idempotency-Key." },
      components: { securitySchemes: { apiKey: { type: "http", scheme: "bearer" }, session: { type: "apiKey", in: "cookie", name: "counterfoil" } } },
      security: [{ apiKey: [] }, { session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject, // shapes with an id stand once, under components
  });

  app.setErrorHandler((error, request, reply) => answerError(services, error, request, reply));
  const isHealthy = atMostOnceASecond(() => sql`select 1`.execute(services.database.kysely));
  app.get("/healthz", { schema: { hide: true } }, async (_request, reply) => {
    await isHealthy();
    return reply.send({ status: "ok" });
  });
  app.get("/api/openapi.json", {
    schema: { hide: true },
    onRequest: async (request, reply) => {
      request.caller = await authenticate(services, request, reply);
      if (!request.caller) throw common.refuse("not_signed_in");
    },
  }, async () => app.swagger());
  await app.register(async (inside) => {
    for (const spec of routes) {
      if (spec.wire) await inside.register(async (own) => { speak(own as unknown as FastifyInstance, services, load, spec); });
      else addRoute(inside as unknown as FastifyInstance, services, load, spec);
    }
  });
  await serveWeb(app);
  log.debug({ routes: routes.length }, "web application built");
  return app;
}

/** A route of a foreign protocol: its own bodies and errors, the same door. */
function speak(own: FastifyInstance, services: Services, load: Load, spec: Route): void {
  const { accepts } = spec.wire!;
  const readJson = own.getDefaultJsonParser("error", "error");
  if (accepts) own.addContentTypeParser(accepts.mediaType, { parseAs: "string" }, (request, body, done) => {
    if (accepts.as === "json") return readJson(request, body as string, done as never);
    const fields = new URLSearchParams(body as string);
    const once = new Set(fields.keys()).size === [...fields.keys()].length;
    return once ? done(null, Object.fromEntries(fields)) : done(Object.assign(new Error("a field stands twice"), { statusCode: 400 }));
  });
  own.setErrorHandler((error, request, reply) => answerError(services, error, request, reply, spec.wire));
  addRoute(own, services, load, spec);
}

/** Puts one route behind its door: who is calling, from where, and may they. */
function addRoute(app: FastifyInstance, services: Services, load: Load, spec: Route): void {
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
    // Before the body is read and checked: nobody learns the shape of a door that is closed to them.
    onRequest: async (request, reply) => {
      await load.enter(request, spec);
      const carriesCookie = request.headers.cookie !== undefined;
      request.caller = !spec.crossSite && (spec.permission !== "public" || carriesCookie) ? await authenticate(services, request, reply) : null;
      if (request.caller?.workspaceId) load.learn(request, request.caller.workspaceId);
      await countRequest(services, request, spec);
      if (!spec.crossSite) {
        const byCookie = carriesCookie && request.caller?.kind !== "key";
        guardOrigin(services, request, byCookie);
        if (byCookie) guardFetch(request, spec);
      }
      guardRoute(services, request, spec, request.caller);
      guardContent(request, spec);
      guardQuery(request, spec);
      if (hasBody(request)) load.release(request); // its bytes may come slowly
    },
    ...(spec.multipart ? {} : { preParsing: async (request: FastifyRequest, _reply: FastifyReply, payload: RequestPayload) => inTime(request, payload) }),
    preHandler: async (request: FastifyRequest) => {
      if (typeof spec.stepUp === "function") guardBody(services, spec, request.caller, request.body);
      await load.enter(request, spec);
    },
    async handler(request, reply) {
      const scope = open || !request.caller?.workspaceId ? (undefined as unknown as Scope) : createScope(services, {
        workspaceId: request.caller.workspaceId, actor: request.caller.actor, requestId: request.id, ip: request.ip,
        userAgent: request.headers["user-agent"]?.slice(0, 300) ?? null,
      });
      const call = { scope, params: request.params, query: request.query, body: request.body, request, reply };
      const answer = json && scope && spec.method === "POST" && !spec.multipart && request.headers["idempotency-key"]
        ? await once(scope, request, spec, () => spec.handler(call as never))
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

/** Runs `work` at most once a second, however often it is asked; everybody who asks meanwhile gets its outcome. */
function atMostOnceASecond(work: () => Promise<unknown>): () => Promise<unknown> {
  let last: { at: number; outcome: Promise<unknown> } | null = null;
  return () => {
    if (!last || Date.now() - last.at > 1000) last = { at: Date.now(), outcome: work() };
    return last.outcome;
  };
}
