import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { networkOf } from "./network.ts";
import { doors } from "./refusals.ts";

/** Counts requests per person, API key or network, and answers 429 beyond the limit. */
export async function limitRequests(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    global: true, max: 1200, timeWindow: 60_000, hook: "preHandler",
    keyGenerator: (request) => request.caller?.actor.id ?? networkOf(request.ip),
    errorResponseBuilder: (_request, context) => doors.refuse("too_many_requests", { seconds: Math.ceil(context.ttl / 1000) }),
  });
}
