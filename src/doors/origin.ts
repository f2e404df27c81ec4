import type { FastifyRequest } from "fastify";
import type { Route } from "../platform/http.ts";
import type { Services } from "../platform/services.ts";
import { loopbackNames } from "./address.ts";
import { doors } from "./refusals.ts";

/** Claim A12: a request that changes state must come from our own pages when a browser's cookie vouches for it. */
export function guardOrigin(services: Services, request: FastifyRequest, byCookie: boolean): void {
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

/**
 * What a cookie opens is fetched by our own pages and by nobody else's. Browsers say in Sec-Fetch-* who asks and for what:
 * data goes only to a fetch of our own page, a file also to a picture of it, or to a person who follows a link to it.
 */
export function guardFetch(request: FastifyRequest, spec: Pick<Route, "answer" | "permission">): void {
  const site = request.headers["sec-fetch-site"];
  const dest = request.headers["sec-fetch-dest"];
  if (site === undefined || spec.permission === "public") return; // no browser, or a door that looks at no cookie
  const followed = dest === "document" && request.headers["sec-fetch-mode"] === "navigate";
  if (spec.answer !== "bytes") {
    if (dest !== "empty" || site !== "same-origin") throw doors.refuse("wrong_destination");
  } else if (site !== "same-origin" && !followed) throw doors.refuse("wrong_destination");
}
