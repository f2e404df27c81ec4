import type { FastifyReply, FastifyRequest } from "fastify";
import { sql } from "kysely";
import { clearCookie, cookieName, setCookie } from "../access/index.ts";
import { maybe, run } from "../platform/database.ts";
import type { Services } from "../platform/services.ts";
import { hashOf, newToken, sameBytes } from "../platform/tokens.ts";
import type { Entry } from "./complete.ts";
import { refuse } from "./policy.ts";

/** A second step may be tried this often, and takes at most this long; then the first step comes again. */
export const CHALLENGE_TRIES = 5;
const CHALLENGE_MS = 10 * 60_000;

export type Challenge = { personId: string; entry: Entry; idHash: Buffer };

/**
 * Opens the second step. Its id goes into the page and a secret into the browser's cookie: whoever has only one of the two,
 * or puts together those of two sign-ins, has nothing (V6.6.2).
 */
export async function openChallenge(services: Services, reply: FastifyReply, personId: string, entry: Entry): Promise<string> {
  const id = newToken();
  const browser = newToken();
  const at = services.clock();
  const expiresAt = new Date(at.getTime() + CHALLENGE_MS);
  await services.database.transaction({ personId }, (db) => run(db, sql`
    insert into sign_in_challenge (id_hash, browser_hash, person_id, entry, created_at, expires_at)
    values (${hashOf(id)}, ${hashOf(browser)}, ${personId}, ${JSON.stringify(entry)}::jsonb, ${at}, ${expiresAt})`));
  setCookie(services, reply, "pending", browser, expiresAt, "strict");
  return id;
}

/** The open second step of this page and this browser; one that ended, expired or belongs to another browser is refused. */
export async function readChallenge(services: Services, request: FastifyRequest, id: string): Promise<Challenge> {
  const idHash = hashOf(id);
  const browser = request.cookies[cookieName(services, "pending")];
  const row = await services.database.transaction({ presented: idHash }, (db) => maybe(db, sql<{ person_id: string; browser_hash: Buffer; entry: Entry; tries: number; expires_at: Date; ended_at: Date | null }>`
    select person_id, browser_hash, entry, tries, expires_at, ended_at from sign_in_challenge where id_hash = ${idHash}`));
  if (!row || !browser || !sameBytes(row.browser_hash, hashOf(browser)) || row.ended_at || row.tries >= CHALLENGE_TRIES || row.expires_at <= services.clock()) throw refuse("second_step_ended");
  const { sessionEndsAt } = row.entry;
  return { personId: row.person_id, idHash, entry: { ...row.entry, sessionEndsAt: sessionEndsAt ? new Date(sessionEndsAt) : null } };
}

/** Takes one of the five tries, before the code is looked at, so that tries at the same moment count too (V6.6.3). Answers how many are left. */
export async function takeTry(services: Services, challenge: Challenge): Promise<number> {
  const row = await services.database.transaction({ personId: challenge.personId }, (db) => maybe(db, sql<{ tries: number }>`
    update sign_in_challenge set tries = tries + 1 where id_hash = ${challenge.idHash} and ended_at is null and tries < ${CHALLENGE_TRIES} returning tries`));
  if (!row) throw refuse("second_step_ended");
  return CHALLENGE_TRIES - row.tries;
}

/** Closes a second step that was passed; false when another request was first. */
export async function closeChallenge(services: Services, reply: FastifyReply, challenge: Challenge): Promise<boolean> {
  clearCookie(services, reply, "pending", "strict");
  return await services.database.transaction({ personId: challenge.personId }, (db) => run(db, sql`
    update sign_in_challenge set ended_at = ${services.clock()} where id_hash = ${challenge.idHash} and ended_at is null`)) === 1;
}
