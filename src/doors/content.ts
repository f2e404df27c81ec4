import { PassThrough } from "node:stream";
import type { FastifyRequest, RequestPayload } from "fastify";
import { z } from "zod";
import type { Route } from "../platform/http.ts";
import { common, Refusal } from "../platform/refusal.ts";
import { doors } from "./refusals.ts";
import { SOCKETS } from "./sockets.ts";

/** The largest body that is no upload. */
export const BODY_BYTES = 1024 * 1024;

/** Whether bytes follow the headers. */
export const hasBody = (request: FastifyRequest): boolean =>
  request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0;

/** Ends a body that comes in drips: all of it is here after `SOCKETS.bodyMs`, or the request is refused. */
export function inTime(request: FastifyRequest, payload: RequestPayload): RequestPayload {
  if (request.raw.complete || !hasBody(request)) return payload;
  const timely = new PassThrough();
  const timer = setTimeout(() => timely.destroy(doors.refuse("too_slow")), SOCKETS.bodyMs);
  timely.once("close", () => clearTimeout(timer)).once("end", () => clearTimeout(timer));
  // A request that was refused by its headers has nobody who reads its body: the late end must not end the process.
  timely.on("error", () => undefined);
  payload.once("error", (error) => timely.destroy(error));
  return payload.pipe(timely);
}

/**
 * Only the kind of content that the route was made for: JSON, files for an upload, and what a foreign protocol brings. A
 * page of another site can send forms and plain text without asking; none of our doors reads them.
 */
export function guardContent(request: FastifyRequest, spec: Route): void {
  const type = request.headers["content-type"];
  if (type === undefined || request.method === "GET" || request.method === "HEAD") return;
  const kind = type.split(";")[0]!.trim().toLowerCase();
  const wanted = spec.multipart ? "multipart/form-data" : spec.wire?.accepts?.mediaType;
  if (kind !== (wanted ?? "application/json") && !(spec.wire && kind === "application/json")) throw doors.refuse("not_supported");
}

/** One name stands once in a query, unless the route takes several of it: two readers would each take another of two. */
export function guardQuery(request: FastifyRequest, spec: Route): void {
  const query = request.query as Record<string, unknown>;
  for (const name in query) {
    if (!Array.isArray(query[name]) || takesMany(spec.query?.shape[name])) continue;
    throw new Refusal("invalid_input", 400, common.explain("invalid_input"), [{ path: name, message: "stands more than once; send it once" }]);
  }
}

function takesMany(schema: unknown): boolean {
  if (!(schema instanceof z.ZodType)) return false;
  const { type, innerType, in: first, options } = (schema as unknown as { def: { type: string; innerType?: unknown; in?: unknown; options?: unknown[] } }).def;
  return type === "array" || type === "set" || takesMany(innerType) || takesMany(first) || (options ?? []).some(takesMany);
}
