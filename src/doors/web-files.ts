import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { rootDir } from "../platform/config.ts";
import { common } from "../platform/refusal.ts";
import { isApi } from "./address.ts";
import { answerError } from "./errors.ts";
import { doors } from "./refusals.ts";
import { allMethods } from "./sockets.ts";

/** What the build makes for browsers; nothing else in its folder is served (no maps, no hidden files, no folders). */
const served = /^[\w-][\w.-]*\.(?:js|css|woff2|svg|png|ico|webmanifest)$/;

/** The files of the built web application by their addresses. */
export function webFiles(folder: string): string[] {
  const in_ = (path: string) => readdirSync(join(folder, path), { withFileTypes: true }).filter((entry) => entry.isFile() && served.test(entry.name)).map((entry) => `${path}${entry.name}`);
  return [...in_(""), ...(existsSync(join(folder, "assets")) ? in_("assets/") : [])];
}

/** The built web application: its files, and its page for every other address that is not the API's. */
export async function serveWeb(app: FastifyInstance, folder = join(rootDir, "dist", "web")): Promise<void> {
  const built = existsSync(join(folder, "index.html"));
  const methods = methodsByUrl(app);
  if (built) {
    await app.register(staticFiles, {
      root: folder, serve: false, index: false, cacheControl: false, dotfiles: "deny",
      setHeaders: (reply, path) => {
        void reply.header("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
        if (path.endsWith(".js")) void reply.header("content-type", "text/javascript; charset=utf-8");
        if (path.endsWith(".svg")) void reply.header("content-type", "image/svg+xml; charset=utf-8");
      },
    });
    for (const name of webFiles(folder)) app.get(`/${name}`, { schema: { hide: true } }, (_request, reply) => reply.sendFile(name));
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0]!;
    const page = built && !isApi(path) && !/\/\.|\.\w{1,8}$/.test(path);
    if (page && ["GET", "HEAD"].includes(request.method)) return reply.header("cache-control", "no-cache").sendFile("index.html");
    const known = methods(path);
    const allowed = known.length > 0 ? known : page ? ["GET", "HEAD"] : allMethods;
    if (known.length === 0 && !page && allMethods.includes(request.method)) return answerError(request.services, common.refuse("not_found"), request, reply);
    reply.header("allow", allowed.join(", "));
    return answerError(request.services, doors.refuse("wrong_method", { method: request.method, allowed: allowed.join(", ") }), request, reply);
  });
}

/** Which methods an address takes, of the routes that are added from the beginning to the end of building. */
const routesOf = new WeakMap<FastifyInstance, { pattern: RegExp; method: string }[]>();

/** Begins to note the routes that are added; call it before the first. */
export function noteRoutes(app: FastifyInstance): void {
  const noted: { pattern: RegExp; method: string }[] = [];
  routesOf.set(app, noted);
  app.addHook("onRoute", ({ url, method }) => {
    const pattern = new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/:\w+/g, "[^/]+")}$`);
    for (const one of [method].flat()) noted.push({ pattern, method: one });
  });
}

function methodsByUrl(app: FastifyInstance): (path: string) => string[] {
  return (path) => [...new Set((routesOf.get(app) ?? []).filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];
}
