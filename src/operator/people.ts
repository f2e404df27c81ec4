// What an operator may do to a person: end their sessions, and take away second factors when everything is lost.
import { endSessionsOf } from "../access/index.ts";
import { recordEvent } from "../events/index.ts";
import type { Services } from "../platform/services.ts";
import { listMemberships, personByEmail as findByEmail, resetSecondFactor } from "../sign-in/index.ts";
import { createScope } from "../workspaces/index.ts";
import { operatorActor } from "./access.ts";
import { consoleSignedIn } from "./queries.ts";

export type Person = { id: string; email: string; name: string };

/** The person with an address, exactly; undefined when nobody has it. */
export const personByEmail = (services: Services, email: string): Promise<Person | undefined> => findByEmail(services, email.trim().toLowerCase());

/** Ends every session of a person, at once on every process. Written into the log of each of their workspaces. */
export async function endSessions(services: Services, person: Person, operator: string): Promise<number> {
  const ended = await endSessionsOf(services, person.id, "operator");
  await noteInWorkspaces(services, person, operator, "access.sessions_ended", `Signed ${person.name} out everywhere`, { sessions: ended });
  return ended;
}

/** Signs everybody out. One person at a time, so that it can be broken off and run again. */
export async function endAllSessions(services: Services): Promise<{ people: number; sessions: number }> {
  const total = { people: 0, sessions: 0 };
  for (let after: string | null = null; ; ) {
    const page: { person_id: string }[] = await consoleSignedIn(services.database.kysely, after, 1000);
    for (const { person_id: id } of page) {
      total.sessions += await endSessionsOf(services, id, "operator");
      total.people++;
    }
    if (page.length < 1000) return total;
    after = page.at(-1)!.person_id;
  }
}

/**
 * Takes away every second factor of a person who has lost all of them, recovery codes too, and ends their sessions. The password
 * stays needed; at the next sign-in a new factor is set up. Every workspace's log has it, and the person is told by mail.
 */
export async function resetFactors(services: Services, person: Person, operator: string): Promise<void> {
  await resetSecondFactor(services, person.id, "The operator of this installation");
  await noteInWorkspaces(services, person, operator, "access.factors_reset", `Took away the second factor of ${person.name}`, {});
}

async function noteInWorkspaces(services: Services, person: Person, operator: string, action: string, summary: string, details: Record<string, unknown>): Promise<void> {
  for (const { id: workspaceId } of await services.database.transaction({ personId: person.id }, (db) => listMemberships(db, person.id))) {
    const scope = createScope(services, { workspaceId, actor: operatorActor(operator), userAgent: "counterfoil operator" });
    await scope.transaction(async (tx) => recordEvent(tx, { action, summary, subjectKind: "person", subjectId: person.id, details }));
  }
}
