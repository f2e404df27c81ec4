import type { FastifyRequest } from "fastify";
import type { Route } from "../platform/http.ts";
import { networkOf } from "../platform/network.ts";
import type { Services } from "../platform/services.ts";
import { doors } from "./refusals.ts";

/**
 * Counts a request for its person, API key or, when nobody is known, its network: once against the limit on all requests,
 * and once against the route's own where it has one. Throws 429 with the time to wait. Called before anything about the
 * caller's rights or the body is looked at, so that guesses count too.
 */
export async function countRequest(services: Services, request: FastifyRequest, spec: Route): Promise<void> {
  const { limits, config } = services;
  const who = request.caller?.actor.id ?? networkOf(request.ip);
  const all = limits.take({ name: "requests", max: config.limits.requestsPerMinute, seconds: 60 }, who);
  const max = spec.ratePerMinute === "uploads" ? config.limits.uploadsPerMinute : spec.ratePerMinute;
  const own = max === undefined ? null : limits.take({ name: `${spec.method} ${spec.url}`, max, seconds: 60 }, who);
  const verdict = (await own) ?? (await all);
  if (verdict) throw doors.refuse("too_many_requests", { seconds: verdict.retryAfterSeconds });
}
