import { sql, type Kysely } from "kysely";
import type { InvitationRow } from "../access/index.ts";
import { all, maybe, run } from "../platform/database.ts";
import type { Database } from "../platform/database-types.ts";
import type { Stored } from "./passwords.ts";

type Db = Kysely<Database>;

export const findCredential = async (db: Db, personId: string): Promise<Stored | undefined> => {
  const row = await maybe(db, sql<{ password_hash: string; scheme: Stored["scheme"]; pepper_key_id: string | null }>`
    select password_hash, scheme, pepper_key_id from credential where person_id = ${personId}`);
  return row && { hash: row.password_hash, scheme: row.scheme, pepperKeyId: row.pepper_key_id };
};
export const saveCredential = (db: Db, personId: string, stored: Stored, at: Date) => run(db, sql`
  insert into credential (person_id, password_hash, scheme, pepper_key_id, changed_at)
  values (${personId}, ${stored.hash}, ${stored.scheme}, ${stored.pepperKeyId}, ${at})
  on conflict (person_id) do update set password_hash = excluded.password_hash, scheme = excluded.scheme,
    pepper_key_id = excluded.pepper_key_id, changed_at = excluded.changed_at`);
export const insertReset = (db: Db, tokenHash: Buffer, personId: string, expiresAt: Date) =>
  run(db, sql`insert into password_reset (token_hash, person_id, expires_at) values (${tokenHash}, ${personId}, ${expiresAt})`);
export const findReset = (db: Db, tokenHash: Buffer) => maybe(db, sql<{ person_id: string; expires_at: Date; used_at: Date | null }>`
  select person_id, expires_at, used_at from password_reset where token_hash = ${tokenHash}`);
export const useReset = (db: Db, tokenHash: Buffer, at: Date) =>
  run(db, sql`update password_reset set used_at = ${at} where token_hash = ${tokenHash} and used_at is null and expires_at > ${at}`);
export const listSessions = (db: Db, personId: string, now: Date) => all(db, sql<{ id: Buffer; created_at: Date; last_seen_at: Date; ip: string | null; user_agent: string | null }>`
  select id, created_at, last_seen_at, ip, user_agent from session
  where person_id = ${personId} and revoked_at is null and expires_at > ${now} order by last_seen_at desc limit 100`);
export const findInvitation = (db: Db, tokenHash: Buffer) => maybe(db, sql<InvitationRow>`
  select id, workspace_id, email, role, expires_at, created_at, accepted_at, revoked_at from invitation where token_hash = ${tokenHash}`);
export const acceptInvitationRow = (db: Db, id: string, at: Date) =>
  run(db, sql`update invitation set accepted_at = ${at} where id = ${id} and accepted_at is null and revoked_at is null and expires_at > ${at}`);
export const findPersonByEmail = (db: Db, email: string) => maybe(db, sql<{ id: string; name: string; email: string }>`
  select id, name, email from person where email = ${email}`);
export const insertPerson = (db: Db, person: { id: string; email: string; name: string }) =>
  run(db, sql`insert into person (id, email, name) values (${person.id}, ${person.email}, ${person.name})`);
