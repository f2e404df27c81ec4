// What an operator may do to a person: end their sessions, and take away second factors when everything is lost.
import { recordEvent } from "../events/index.ts";
import { queueMail } from "../platform/mail.ts";
import type { Services } from "../platform/services.ts";
import { createScope } from "../workspaces/index.ts";
import { operatorActor } from "./access.ts";
import { consoleSignedIn, consoleWorkspacesOf, endSessionsOf, findPersonByEmail, removeFactors } from "./queries.ts";

export type Person = { id: string; email: string; name: string };

/** The person with an address, exactly; undefined when nobody has it. */
export const personByEmail = (services: Services, email: string): Promise<Person | undefined> =>
  services.database.transaction({ email: email.trim().toLowerCase() }, (db) => findPersonByEmail(db, email.trim().toLowerCase()));

/** Ends every session of a person, at once on every process. Written into the log of each of their workspaces. */
export async function endSessions(services: Services, person: Person, operator: string): Promise<number> {
  const ended = await services.database.transaction({ personId: person.id }, (db) => endSessionsOf(db, person.id, services.clock()));
  await noteInWorkspaces(services, person, operator, "session.ended_by_operator", `The operator signed ${person.name} out everywhere`, { sessions: ended });
  return ended;
}

/** Signs everybody out. One person at a time, so that it can be broken off and run again. */
export async function endAllSessions(services: Services): Promise<{ people: number; sessions: number }> {
  const total = { people: 0, sessions: 0 };
  for (let after: string | null = null; ; ) {
    const page: { person_id: string }[] = await consoleSignedIn(services.database.kysely, after, 1000);
    for (const { person_id: id } of page) {
      total.sessions += await services.database.transaction({ personId: id }, (db) => endSessionsOf(db, id, services.clock()));
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
export async function resetFactors(services: Services, person: Person, operator: string): Promise<{ totp: number; passkeys: number; recoveryCodes: number; sessions: number }> {
  const removed = await services.database.transaction({ personId: person.id }, async (db) => {
    const factors = await removeFactors(db, person.id);
    const sessions = await endSessionsOf(db, person.id, services.clock());
    await queueMail(services, db, { personId: person.id }, {
      kind: "factors-reset", to: person.email, toName: person.name, subject: "Your second factors were removed",
      text: [
        "The operator of this installation removed your authenticator, passkeys and recovery codes, and signed you out everywhere.",
        "If you asked for this, sign in with your password and set up a new second factor.",
        "If you did not, change your password now and tell the owners of your workspaces: somebody may be trying to enter in your name.",
        `${services.config.publicUrl}/sign-in`,
      ].join("\n\n"),
    });
    return { ...factors, sessions };
  });
  await noteInWorkspaces(services, person, operator, "factors.reset_by_operator", `The operator removed the second factors of ${person.name}`, removed);
  return removed;
}

async function noteInWorkspaces(services: Services, person: Person, operator: string, action: string, summary: string, details: Record<string, unknown>): Promise<void> {
  for (const workspaceId of await consoleWorkspacesOf(services.database.kysely, person.id)) {
    const scope = createScope(services, { workspaceId, actor: operatorActor(operator), userAgent: "counterfoil operator" });
    await scope.transaction(async (tx) => recordEvent(tx, { action, summary, subjectKind: "person", subjectId: person.id, details }));
  }
}
