import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Scope } from "../workspaces/scope.ts";
import { Uuid } from "./fields.ts";
import { common, Refusal } from "./refusal.ts";

/**
 * One door of the product. `permission` decides who may pass: a name from the permission table (a signed-in person or an
 * API key of the workspace), "signed-in" (a person, with or without a workspace) or "public" (anybody; the handler checks
 * its own token). A route without permission, body or answer schema does not compile.
 */
export type Route = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  url: string;
  summary: string;
  tag: string;
  permission: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The JSON answer, or "bytes" for files (sent by the handler through `reply`). */
  answer: z.ZodType | "bytes";
  status?: number;
  /** Multipart: the handler reads `request.files()` itself, as a stream. */
  multipart?: boolean;
  /** Requests a minute and person, key or network, beside the installation's limit on all requests; "uploads" is a setting. */
  ratePerMinute?: number | "uploads";
  /** Must get through under load: it has places of its own. */
  reserved?: boolean;
  /** A dangerous act: the person must have proved who they are within 10 minutes, and a key may not do it. A function says which bodies are dangerous. */
  stepUp?: boolean | ((body: never) => boolean);
  /** The answer holds a secret that is shown once: it is not kept for a repeat of the request. */
  showsSecret?: boolean;
  /** Only for people whose mail address is proven, where this installation sends mail. */
  verified?: boolean;
  /** Another site's page posts here on purpose (a SAML answer). Only public routes: no cookie counts, the handler trusts the message alone. */
  crossSite?: boolean;
  /** The media type of a foreign protocol, where it is not JSON as usual. */
  wire?: Wire;
  handler(call: Call<never, never, never>): Promise<unknown>;
};

/** How a foreign protocol speaks on a route: what bodies it sends beside JSON, and what its answers and errors look like. */
export type Wire = {
  /** Media type of bodies, read as JSON or as a form (each field once). */
  accepts?: { mediaType: string; as: "json" | "form" };
  /** Media type of answers and errors. */
  answers?: string;
  /** The protocol's own shape of an error. */
  errorView?(refusal: Refusal, requestId: string): unknown;
};

export type Call<P, Q, B> = {
  /** The workspace's scope. Only on routes with a permission from the table. */
  scope: Scope;
  params: P;
  query: Q;
  body: B;
  request: FastifyRequest;
  reply: FastifyReply;
};

type Shape<T> = T extends z.ZodType ? z.output<T> : undefined;

/** Declares a route, so that handler arguments and answer have the types of their schemas. */
export function route<
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  A extends z.ZodType | "bytes" = "bytes",
>(spec: {
  method: Route["method"]; url: string; summary: string; tag: string; permission: string;
  params?: P; query?: Q; body?: B; answer: A; status?: number; multipart?: boolean; ratePerMinute?: number | "uploads"; reserved?: boolean; stepUp?: boolean | ((body: Shape<B>) => boolean); verified?: boolean; showsSecret?: boolean; crossSite?: boolean; wire?: Wire;
  handler(call: Call<Shape<P>, Shape<Q>, Shape<B>>): Promise<A extends z.ZodType ? z.input<A> : unknown>;
}): Route {
  return spec as unknown as Route;
}

/** The one shape of every error. */
export const ErrorAnswer = z.object({
  code: z.string(),
  message: z.string(),
  requestId: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

export const IdParams = z.object({ id: Uuid });
export const Done = z.object({ done: z.literal(true) });

/** Keyset paging: `limit` rows after `cursor`, newest first unless the list says otherwise. */
export const PageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
/** A page of a list, with the cursor of the next one (null at the end). */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** A cursor holds the sort key of the last row, as text parts; it is not a secret and not trusted. */
export const encodeCursor = (parts: (string | number)[]): string => Buffer.from(JSON.stringify(parts)).toString("base64url");
export function decodeCursor(cursor: string, length: number): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parts) && parts.length === length && parts.every((part) => typeof part === "string" || typeof part === "number"))
      return parts.map(String);
  } catch { /* falls through to the refusal */ }
  throw common.refuse("invalid_cursor");
}

/** Cuts `limit + 1` rows to a page. */
export function toPage<Row, Item>(rows: Row[], limit: number, view: (row: Row) => Item, cursorOf: (row: Row) => (string | number)[]) {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { items: kept.map(view), nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}

/** RFC 6266 header for a download: a plain ASCII name and the real one, both without anything that breaks the header. */
export function contentDisposition(kind: "attachment" | "inline", name: string): string {
  const clean = name.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069/\\]/g, "_").slice(0, 200) || "file";
  const ascii = clean.replace(/[^\x20-\x7e]/g, "_").replace(/["%;]/g, "_");
  const encoded = encodeURIComponent(clean.toWellFormed?.() ?? clean).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** Sends a stored file: never sniffed, never run by the browser, never cached. */
export function sendFile(reply: FastifyReply, bytes: Readable | Buffer | Uint8Array, file: { name: string; mediaType: string; inline?: boolean; sizeBytes?: number }) {
  reply.header("content-type", file.mediaType)
    .header("content-disposition", contentDisposition(file.inline ? "inline" : "attachment", file.name))
    .header("content-security-policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
    .header("cache-control", "private, no-store");
  if (file.sizeBytes !== undefined) reply.header("content-length", file.sizeBytes);
  return reply.send(bytes);
}

/** SHA-256 of route and body, so that one Idempotency-Key cannot stand for two different requests. */
export const fingerprintOf = (url: string, body: unknown): Buffer =>
  createHash("sha256").update(url).update("\n").update(JSON.stringify(body ?? null)).digest();

/** A zod failure as the product's own refusal, with a path per field. */
export function refusalOf(error: z.ZodError): Refusal {
  const fields = error.issues.slice(0, 50).map((problem) => ({ path: problem.path.join("."), message: problem.message }));
  return new Refusal("invalid_input", 400, common.explain("invalid_input"), fields);
}
