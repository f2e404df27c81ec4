import type { FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { z } from "zod";
import { noteRefusal } from "../events/index.ts";
import { refusalOf, type Wire } from "../platform/http.ts";
import { common, Refusal } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { doors } from "./refusals.ts";

/** The one shape of errors. What we did not expect is logged with the request id and told without details. */
export function answerError(services: Services, error: unknown, request: FastifyRequest, reply: FastifyReply, wire?: Wire) {
  const refusal = refusalFor(error, request);
  noteRefusal(request, refusal);
  if (refusal.status >= 500) services.log.error({ requestId: request.id, route: request.routeOptions.url, error: String(error), stack: (error as Error).stack }, "request failed");
  if (refusal.status === 429 || refusal.status === 503) reply.header("retry-after", String(secondsOf(refusal.message) ?? (refusal.status === 429 ? 60 : 3)));
  // The rest of a body that is not wanted is not waited for.
  if ([408, 413].includes(refusal.status)) reply.header("connection", "close");
  if (wire?.errorView) return reply.status(refusal.status).type(wire.answers ?? "application/json; charset=utf-8").serializer(JSON.stringify).send(wire.errorView(refusal, request.id));
  return reply.status(refusal.status).type("application/json; charset=utf-8").serializer(JSON.stringify)
    .send({ code: refusal.code, message: refusal.message, requestId: request.id, ...(refusal.fields.length ? { fields: refusal.fields } : {}) });
}

/** How long its sentence asks to wait. */
function secondsOf(message: string): number | null {
  const found = /(\d+) (second|minute|hour)/.exec(message);
  return found ? Number(found[1]) * { second: 1, minute: 60, hour: 3600 }[found[2] as "second" | "minute" | "hour"] : null;
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
  // Row security refused a row of another workspace or company: to this caller there is no such thing.
  if (code === "42501" && message.includes("row-level security")) return common.refuse("not_found");
  if (code === "23505") return doors.refuse("already_there"); // two took the same unique value at once
  if (/^(40001|40P01|55P03)$/.test(code)) return doors.refuse("busy");
  if (databaseAway.test(code) || /Connection terminated|timeout exceeded when trying to connect/.test(message)) return doors.refuse("unavailable");
  // A value PostgreSQL cannot hold. Contracts check every other value, so beside a cursor it was the cursor's.
  if (/^(22021|22P05|22P02|22003|22007|22008|22009)$/.test(code)) return (request.query as { cursor?: string } | null)?.cursor ? common.refuse("invalid_cursor") : doors.refuse("bad_request");
  if (brokenMultipart.test(message) && request.isMultipart?.()) return doors.refuse("broken_upload");
  if (/^FST_(PARTS|FILES|FIELDS)_LIMIT$/.test(code)) return doors.refuse("too_many_parts");
  if (code === "FST_REQ_FILE_TOO_LARGE" || statusCode === 413) return doors.refuse("too_large", { limit: request.isMultipart?.() ? "40 MB" : "1 MB" });
  if (statusCode === 415 || code === "FST_INVALID_MULTIPART_CONTENT_TYPE") return doors.refuse("not_supported");
  if (statusCode >= 400 && statusCode < 500) return new Refusal("bad_request", statusCode, doors.explain("bad_request"));
  return doors.refuse("broken", { requestId: request.id });
}
