import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import type { Config } from "../platform/config.ts";
import { isApi } from "./address.ts";

/** Claims A2 and A14: what stands on every answer, errors included. */
export async function setSecurityHeaders(app: FastifyInstance, config: Config): Promise<void> {
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
  app.addHook("onRequest", async (request, reply) => {
    reply.header("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()").header("x-request-id", request.id);
    if (isApi(request.url)) reply.header("cache-control", "no-store");
  });
}
