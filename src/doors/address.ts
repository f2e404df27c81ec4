import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Services } from "../platform/services.ts";
import { doors } from "./refusals.ts";

export const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Addresses that programs call; everything else is a page. */
export const isApi = (url: string): boolean => url.startsWith("/api/") || url.startsWith("/scim/");

/** Headers by which a proxy speaks about the connection it took, and those that some frameworks let change a request. */
const forwarded = ["forwarded", "x-forwarded-for", "x-forwarded-port", "x-forwarded-proto", "x-forwarded-prefix", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip"];
const rewriting = ["x-forwarded-host", "x-original-url", "x-rewrite-url", "x-http-method-override", "x-http-method", "x-method-override", "x-request-id"];

/** Of these, two say that somebody on the way reads the request differently than we do. */
const single = new Set(["host", "content-length", "transfer-encoding", "content-type", "authorization", "cookie", "origin", "referer", "idempotency-key"]);

/** Whether an address is that of a declared proxy (addresses and CIDR ranges, COUNTERFOIL_BEHIND_TLS_PROXY). */
export function proxiesOf(declared: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const one of declared) {
    const [address = "", bits] = one.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
    const family = isIP(plain);
    return family !== 0 && list.check(plain, family === 6 ? "ipv6" : "ipv4");
  };
}

/**
 * Makes a request say one thing only. What only our proxy may say is dropped when somebody else said it; of the proxy's own
 * words the application believes those that the declared addresses added (Fastify's `trustProxy`: from the right, as far
 * as the addresses are declared ones). Throws a refusal for a request that two readers may understand in two ways.
 */
export function cleanHeaders(raw: IncomingMessage, fromProxy: boolean): void {
  for (const name of rewriting) delete raw.headers[name];
  if (!fromProxy) for (const name of forwarded) delete raw.headers[name];
  const seen = new Set<string>();
  for (let at = 0; at < raw.rawHeaders.length; at += 2) {
    const name = raw.rawHeaders[at]!.toLowerCase();
    if (!single.has(name)) continue;
    if (seen.has(name)) throw doors.refuse("ambiguous", { header: name });
    seen.add(name);
  }
  if (raw.httpVersion !== "1.1" && raw.httpVersion !== "1.0") throw doors.refuse("bad_request");
  if (!raw.url?.startsWith("/") || raw.url.startsWith("//")) throw doors.refuse("bad_request");
}

/** Claim A1 and DNS rebinding: only our own host names, and behind TLS nothing in clear. */
export function guardAddress(services: Services, request: FastifyRequest, reply: FastifyReply): void {
  const own = new URL(services.config.publicUrl);
  const host = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  if (host !== own.hostname && !loopbackNames.has(host)) throw doors.refuse("wrong_host");
  if (own.protocol === "https:" && request.protocol !== "https" && !(loopbackNames.has(host) && request.url === "/healthz")) {
    if (isApi(request.url) || !["GET", "HEAD"].includes(request.method)) throw doors.refuse("not_encrypted");
    void reply.redirect(services.config.publicUrl + request.url, 308);
  }
}
