import type { FastifyReply, FastifyRequest } from "fastify";
import type { Services } from "../platform/services.ts";
import { doors } from "./refusals.ts";

export const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Addresses that programs call; everything else is a page. */
export const isApi = (url: string): boolean => url.startsWith("/api/") || url.startsWith("/scim/");

/** Claim A1 and DNS rebinding: only our own host names, and behind TLS nothing in clear. */
export function guardAddress(services: Services, request: FastifyRequest, reply: FastifyReply): void {
  const own = new URL(services.config.publicUrl);
  const host = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  if (host !== own.hostname && !loopbackNames.has(host)) throw doors.refuse("wrong_host");
  if (own.protocol === "https:" && request.protocol !== "https" && !(loopbackNames.has(host) && request.url === "/healthz")) {
    if (isApi(request.url) || request.method !== "GET") throw doors.refuse("not_encrypted");
    void reply.redirect(services.config.publicUrl + request.url, 308);
  }
}
