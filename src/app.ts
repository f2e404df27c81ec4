import { existsSync } from "node:fs";
import { join } from "node:path";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import staticFiles from "@fastify/static";
import swagger from "@fastify/swagger";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors, jsonSchemaTransform, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { sql } from "kysely";
import { z } from "zod";
import { authenticate, guardRoute, permissionTable, type Caller } from "./access/index.ts";
import { routes } from "./nouns.ts";
import { rootDir } from "./platform/config.ts";
import { ErrorAnswer, fingerprintOf, refusalOf, type Route } from "./platform/http.ts";
import { common, declareRefusals, Refusal } from "./platform/refusal.ts";
import { LIMITS } from "./platform/reading/limits.ts";
import type { Services } from "./platform/services.ts";
import { createScope, type Scope } from "./workspaces/index.ts";

declare module "fastify" {
  interface FastifyRequest {
    services: Services;
    caller: Caller | null;
  }
}

const doors = declareRefusals({
  wrong_origin: [403, "This request came from another site. Open Counterfoil itself and try again."],
  wrong_host: [421, "This address is not one that this server answers to. Set COUNTERFOIL_PUBLIC_URL to the address people use."],
  not_encrypted: [403, "This server is only reachable over HTTPS. Use the https address."],
  too_many_requests: [429, "Too many requests in a minute. Try again in {seconds} seconds."],
  too_large: [413, "This is larger than the {limit} that one request may have."],
  not_supported: [415, "This kind of content is not accepted here. Send application/json, or multipart/form-data for files."],
  bad_request: [400, "This request cannot be read. Check its form."],
  broken_upload: [400, "The upload broke off, or it is no well-formed multipart/form-data. Send it again."],
  already_there: [409, "There is one with this number or name already. Choose another, or change the one that is there."],
  busy: [503, "Somebody else was changing the same thing. Try again in a few seconds."],
  unavailable: [503, "The database is restarting. Try again in a few seconds."],
  broken: [500, "Something broke on our side. Your entry is kept. Try again; if it stays, quote {requestId}."],
  key_reused: [409, "This Idempotency-Key was used for another request. Use a fresh one."],
});

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
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], styleSrcAttr: ["'unsafe-inline'"], imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'"], connectSrc: ["'self'"], manifestSrc: ["'self'"], objectSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"],
      },
    },
    hsts: config.publicUrl.startsWith("https:") ? { maxAge: 63_072_000, includeSubDomains: true, preload: true } : false,
    frameguard: { action: "deny" },
    referrerPolicy: { policy: "no-referrer" },
    crossOriginEmbedderPolicy: false,
  });
  await app.register(multipart, { limits: { fileSize: LIMITS.fileBytes, files: 100, fields: 20, parts: 120, headerPairs: 50 } });
  await app.register(rateLimit, {
    global: true, max: 1200, timeWindow: 60_000, hook: "preHandler",
    keyGenerator: (request) => request.caller?.actor.id ?? networkOf(request.ip),
    errorResponseBuilder: (_request, context) => doors.refuse("too_many_requests", { seconds: Math.ceil(context.ttl / 1000) }),
  });
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
    reply.header("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()").header("x-request-id", request.id);
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
    guardAddress(services, request, reply);
  });
  app.setErrorHandler((error, request, reply) => answerError(services, error, request, reply));
  app.get("/healthz", { schema: { hide: true }, config: { rateLimit: false } }, async (_request, reply) => {
    await sql`select 1`.execute(services.database.kysely);
    return reply.send({ status: "ok" });
  });
  app.get("/api/openapi.json", { schema: { hide: true } }, async () => app.swagger());
  await app.register(async (inside) => {
    for (const spec of routes) addRoute(inside as unknown as FastifyInstance, services, spec);
  });
  await serveWeb(app);
  log.debug({ routes: routes.length }, "web application built");
  return app;
}

/** Puts one route behind its door: who is calling, from where, and may they. */
function addRoute(app: FastifyInstance, services: Services, spec: Route): void {
  const open = spec.permission === "public" || spec.permission === "signed-in";
  if (!open && !(spec.permission in permissionTable)) throw new Error(`${spec.method} ${spec.url} names no permission of the table: ${spec.permission}`);
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
    onRequest: async (request) => {
      const carriesCookie = request.headers.cookie !== undefined;
      request.caller = spec.permission !== "public" || carriesCookie ? await authenticate(services, request) : null;
      guardOrigin(services, request, carriesCookie && request.caller?.kind !== "key");
      guardRoute(services, request, spec, request.caller);
    },
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
      if (reply.statusCode === 200 && spec.status) reply.status(spec.status);
      return answer;
    },
  } as Parameters<FastifyInstance["route"]>[0]);
}

const operationIdOf = (spec: Route): string =>
  spec.method.toLowerCase() + spec.url.replace(/^\/api/, "").replace(/[/.:_-]+(\w)?/g, (_whole, letter: string | undefined) => (letter ?? "").toUpperCase());

/** Runs a POST once per Idempotency-Key: key, work and answer are committed together, so a repeat gets the first answer. */
function once(scope: Scope, request: FastifyRequest, status: number, work: () => Promise<unknown>): Promise<unknown> {
  const key = String(request.headers["idempotency-key"]).slice(0, 200);
  const fingerprint = fingerprintOf(`${request.method} ${request.url}`, request.body);
  return scope.transaction(async (tx) => {
    const fresh = await tx.run(sql`insert into idempotency_key (workspace_id, key, fingerprint, status)
      values (${tx.workspaceId}, ${key}, ${fingerprint}, ${status}) on conflict do nothing`);
    if (!fresh) {
      const first = await tx.one(sql<{ fingerprint: Buffer; answer: unknown }>`
        select fingerprint, answer from idempotency_key where workspace_id = ${tx.workspaceId} and key = ${key}`);
      if (!first.fingerprint.equals(fingerprint)) throw doors.refuse("key_reused");
      return first.answer;
    }
    const answer = await work();
    await tx.run(sql`update idempotency_key set answer = ${JSON.stringify(answer ?? null)}::jsonb where workspace_id = ${tx.workspaceId} and key = ${key}`);
    return answer;
  });
}

/** IPv6 networks count as one address from /64 up, since one line gets that many. */
function networkOf(ip: string): string {
  if (!ip.includes(":")) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1]!;
  const [head, tail = ""] = ip.split("::");
  const left = head!.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  return [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right].slice(0, 4).join(":");
}

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Claim A1 and DNS rebinding: only our own host names, and behind TLS nothing in clear. */
function guardAddress(services: Services, request: FastifyRequest, reply: FastifyReply): void {
  const own = new URL(services.config.publicUrl);
  const host = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  if (host !== own.hostname && !loopbackNames.has(host)) throw doors.refuse("wrong_host");
  if (own.protocol === "https:" && request.protocol !== "https" && !(loopbackNames.has(host) && request.url === "/healthz")) {
    if (request.url.startsWith("/api/") || request.method !== "GET") throw doors.refuse("not_encrypted");
    void reply.redirect(services.config.publicUrl + request.url, 308);
  }
}

/** Claim A12: a request that changes state must come from our own pages when a browser's cookie vouches for it. */
function guardOrigin(services: Services, request: FastifyRequest, byCookie: boolean): void {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return;
  const origin = request.headers.origin ?? (request.headers.referer ? originOf(request.headers.referer) : undefined);
  if (origin === undefined && !byCookie) return;
  const own = services.config.publicUrl;
  const local = `${request.protocol}://${request.headers.host}`;
  const same = origin === new URL(own).origin || (origin === local && loopbackNames.has(new URL(local).hostname));
  if (!same) throw doors.refuse("wrong_origin");
}

function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return "null";
  }
}

/** The one shape of errors. What we did not expect is logged with the request id and told without details. */
function answerError(services: Services, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const refusal = refusalFor(error, request);
  if (refusal.status >= 500) services.log.error({ requestId: request.id, route: request.routeOptions.url, error: String(error), stack: (error as Error).stack }, "request failed");
  if (refusal.status === 429) reply.header("retry-after", String(/(\d+) seconds/.exec(refusal.message)?.[1] ?? 60));
  if (refusal.status === 503) reply.header("retry-after", "3");
  return reply.status(refusal.status).type("application/json; charset=utf-8").serializer(JSON.stringify)
    .send({ code: refusal.code, message: refusal.message, requestId: request.id, ...(refusal.fields.length ? { fields: refusal.fields } : {}) });
}

/** What the multipart parser says about bytes that are none: it throws plain errors. */
const brokenMultipart = /^Multipart: Boundary not found$|unexpected end of multipart data$|^The needle cannot/i;
const databaseAway = /^(57P0[123]|08\w{3}|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/;

function refusalFor(error: unknown, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof z.ZodError) return refusalOf(error);
  const { code = "", statusCode = 500, message = "" } = error as { code?: string; statusCode?: number; message?: string };
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((problem) => ({ path: problem.instancePath.replace(/^\//, "").replaceAll("/", "."), message: problem.message ?? "cannot be used" }));
    return new Refusal("invalid_input", 400, common.explain("invalid_input"), fields);
  }
  if (code === "23505") return doors.refuse("already_there"); // two took the same unique value at once
  if (/^(40001|40P01|55P03)$/.test(code)) return doors.refuse("busy");
  if (databaseAway.test(code) || /Connection terminated|timeout exceeded when trying to connect/.test(message)) return doors.refuse("unavailable");
  // A value PostgreSQL cannot hold. Contracts check every other value, so beside a cursor it was the cursor's.
  if (/^(22021|22P05|22P02|22003|22007|22008|22009)$/.test(code)) return (request.query as { cursor?: string } | null)?.cursor ? common.refuse("invalid_cursor") : doors.refuse("bad_request");
  if (brokenMultipart.test(message) && request.isMultipart?.()) return doors.refuse("broken_upload");
  if (code === "FST_REQ_FILE_TOO_LARGE" || statusCode === 413) return doors.refuse("too_large", { limit: request.isMultipart?.() ? "40 MB" : "1 MB" });
  if (statusCode === 415 || code === "FST_INVALID_MULTIPART_CONTENT_TYPE") return doors.refuse("not_supported");
  if (statusCode >= 400 && statusCode < 500) return new Refusal("bad_request", statusCode, doors.explain("bad_request"));
  return doors.refuse("broken", { requestId: request.id });
}

/** The built web application: static files, and its page for every other address that is not the API's. */
async function serveWeb(app: FastifyInstance): Promise<void> {
  const folder = join(rootDir, "dist", "web");
  const built = existsSync(join(folder, "index.html"));
  if (built) {
    await app.register(staticFiles, {
      root: folder, wildcard: false, index: false, cacheControl: false, decorateReply: true,
      setHeaders: (reply, path) => reply.setHeader("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (!built || request.method !== "GET" || request.url.startsWith("/api/") || /\.\w{1,8}$/.test(request.url.split("?")[0]!))
      return answerError(request.services, common.refuse("not_found"), request, reply);
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}

async function tlsOptions(tls: { certFile: string; keyFile: string }) {
  const { readFile } = await import("node:fs/promises");
  return { cert: await readFile(tls.certFile), key: await readFile(tls.keyFile), minVersion: "TLSv1.2" };
}
