import type { FastifyInstance } from "fastify";
import { isApi } from "./address.ts";

/**
 * What a page of ours may do: our own files and nothing inline. No Trusted Types policy may be made, so no text becomes
 * markup or script in the browser. `data:` and `blob:` pictures are QR codes and previews that the page itself made.
 */
export const PAGE_POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
  "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
].join("; ");

/** An answer of the API is data: should a browser take it for a page, it may do nothing at all. */
export const DATA_POLICY = "default-src 'none'; script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox";

const always: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "permissions-policy": "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-create=(self), publickey-credentials-get=(self), usb=(), xr-spatial-tracking=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "x-permitted-cross-domain-policies": "none",
};
const onPages = { ...always, "content-security-policy": PAGE_POLICY };
const onData = { ...always, "content-security-policy": DATA_POLICY, "cache-control": "no-store" };

/** Two years, subdomains, preload (claim A2). Only on encrypted connections: over a plain one a browser must ignore it. */
export const HSTS = "max-age=63072000; includeSubDomains; preload";

/** The headers that stand on the answer to `url`, whatever it is (claim A14). */
export const standingHeaders = (url: string, encrypted: boolean): Record<string, string> =>
  ({ ...(isApi(url) ? onData : onPages), ...(encrypted ? { "strict-transport-security": HSTS } : {}) });

/** Puts them on every answer of the application before anything else happens to the request. */
export function setStandingHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(standingHeaders(request.url, request.protocol === "https")).header("x-request-id", request.id);
  });
}
