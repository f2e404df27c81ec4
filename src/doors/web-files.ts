import { existsSync } from "node:fs";
import { join } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { rootDir } from "../platform/config.ts";
import { common } from "../platform/refusal.ts";
import { isApi } from "./address.ts";
import { answerError } from "./errors.ts";

/** The built web application: static files, and its page for every other address that is not the API's. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  const folder = join(rootDir, "dist", "web");
  const built = existsSync(join(folder, "index.html"));
  if (built) {
    await app.register(staticFiles, {
      root: folder, wildcard: false, index: false, cacheControl: false, decorateReply: true,
      setHeaders: (reply, path) => void reply.header("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (!built || request.method !== "GET" || isApi(request.url) || /\.\w{1,8}$/.test(request.url.split("?")[0]!))
      return answerError(request.services, common.refuse("not_found"), request, reply);
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}
