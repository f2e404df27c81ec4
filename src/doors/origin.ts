import type { FastifyRequest } from "fastify";
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
