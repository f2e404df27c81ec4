// A neighbour workspace with one of everything, so that the route walk has a real foreign id for every door.
import type { FastifyInstance } from "fastify";
import type { Route } from "../src/platform/http.ts";
import type { Services } from "../src/platform/services.ts";
import type { Client } from "./builders.ts";

export type Ids = Record<string, string>;

/** Makes one of everything in the neighbour's workspace; answers, per route, the parameters that would name it. */
export async function aNeighboursThings(_services: Services, _app: FastifyInstance, neighbour: Client): Promise<{ idsFor(route: Route): Ids[]; bodyFor(route: Route): unknown }> {
  const made = async (url: string, body: unknown): Promise<Ids> => {
    const answer = await neighbour.call("POST", url, body);
    if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return { id: answer.body.id as string };
  };
  const session = await neighbour.call("GET", "/api/session");
  const byPrefix: [string, Ids][] = [
    ["/api/api-keys/", await made("/api/api-keys", { name: "theirs", role: "member" })],
    ["/api/team/invitations/", await made("/api/team/invitations", { email: "guest@test.example", role: "member" })],
    ["/api/team/members/", { id: session.body.person.id }],
  ];
  const bodies: Record<string, unknown> = {
    "PATCH /api/team/members/:id": { role: "member" },
  };
  return {
    idsFor: (route) => byPrefix.filter(([prefix]) => route.url.startsWith(prefix)).map(([, ids]) => ids),
    bodyFor: (route) => bodies[`${route.method} ${route.url}`] ?? {},
  };
}
