import { sql, type Kysely } from "kysely";
import type { InvitationRow } from "../access/index.ts";
import { all, maybe, one, run } from "../platform/database.ts";
import type { Database } from "../platform/database-types.ts";
import type { Stored } from "./passwords.ts";

type Db = Kysely<Database>;

// ---- Passwords

/** The stored password; one that may not be used any more counts as none. */
export const findCredential = async (db: Db, personId: string): Promise<Stored | undefined> => {
  const row = await maybe(db, sql<{ password_hash: string; scheme: Stored["scheme"]; pepper_key_id: string | null }>`
    select password_hash, scheme, pepper_key_id from credential where person_id = ${personId} and not must_reset`);
  return row && { hash: row.password_hash, scheme: row.scheme, pepperKeyId: row.pepper_key_id };
};
export const saveCredential = (db: Db, personId: string, stored: Stored, at: Date) => run(db, sql`
  insert into credential (person_id, password_hash, scheme, pepper_key_id, changed_at)
  values (${personId}, ${stored.hash}, ${stored.scheme}, ${stored.pepperKeyId}, ${at})
  on conflict (person_id) do update set password_hash = excluded.password_hash, scheme = excluded.scheme,
    pepper_key_id = excluded.pepper_key_id, changed_at = excluded.changed_at, must_reset = false`);
/** Makes the password useless; only a reset brings another. */
export const demandReset = (db: Db, personId: string) => run(db, sql`update credential set must_reset = true where person_id = ${personId}`);
export const insertReset = (db: Db, tokenHash: Buffer, personId: string, expiresAt: Date) =>
  run(db, sql`insert into password_reset (token_hash, person_id, expires_at) values (${tokenHash}, ${personId}, ${expiresAt})`);
export const findReset = (db: Db, tokenHash: Buffer) => maybe(db, sql<{ person_id: string; expires_at: Date; used_at: Date | null }>`
  select person_id, expires_at, used_at from password_reset where token_hash = ${tokenHash}`);
/** Uses a reset link, and ends every other one of the person. */
export const useReset = async (db: Db, tokenHash: Buffer, personId: string, at: Date): Promise<boolean> => {
  const used = await run(db, sql`update password_reset set used_at = ${at} where token_hash = ${tokenHash} and used_at is null and expires_at > ${at}`);
  if (used === 1) await run(db, sql`update password_reset set used_at = ${at} where person_id = ${personId} and used_at is null`);
  return used === 1;
};

// ---- People, the first of them, and their addresses

export const insertPerson = (db: Db, person: { id: string; email: string; name: string; verifiedAt: Date | null; verifyFirst: boolean }) =>
  run(db, sql`insert into person (id, email, name, email_verified_at, verify_first) values (${person.id}, ${person.email}, ${person.name}, ${person.verifiedAt}, ${person.verifyFirst})`);
export const setVerified = (db: Db, personId: string, at: Date) =>
  run(db, sql`update person set email_verified_at = coalesce(email_verified_at, ${at}), verify_first = false where id = ${personId}`);
export const setEmail = (db: Db, personId: string, email: string, at: Date) =>
  run(db, sql`update person set email = ${email}, email_verified_at = ${at}, verify_first = false where id = ${personId}`);
/** When the first sign-in of the installation was made; null: not yet. */
export const findOpening = async (db: Db): Promise<Date | null> => (await one(db, sql<{ opened_at: Date | null }>`select opened_at from installation`)).opened_at;
/** Notes the first sign-in; false when there was one. */
export const openInstallation = async (db: Db, at: Date): Promise<boolean> => await run(db, sql`update installation set opened_at = ${at} where opened_at is null`) === 1;
/** Names a password must not lean on: the person's workspaces, and the companies of the one in the transaction. */
export const listCompanyNames = (db: Db) => all(db, sql<{ name: string }>`select name from company order by name limit 50`);

export type AddressProof = { person_id: string; email: string; purpose: "verify" | "change"; browser_hash: Buffer | null; expires_at: Date; used_at: Date | null };
export const insertAddressProof = (db: Db, row: { tokenHash: Buffer; personId: string; email: string; purpose: AddressProof["purpose"]; browserHash: Buffer | null; at: Date; expiresAt: Date }) => run(db, sql`
  insert into address_proof (token_hash, person_id, email, purpose, browser_hash, created_at, expires_at)
  values (${row.tokenHash}, ${row.personId}, ${row.email}, ${row.purpose}, ${row.browserHash}, ${row.at}, ${row.expiresAt})`);
export const findAddressProof = (db: Db, tokenHash: Buffer) => maybe(db, sql<AddressProof>`
  select person_id, email, purpose, browser_hash, expires_at, used_at from address_proof where token_hash = ${tokenHash}`);
export const useAddressProof = (db: Db, tokenHash: Buffer, at: Date) =>
  run(db, sql`update address_proof set used_at = ${at} where token_hash = ${tokenHash} and used_at is null and expires_at > ${at}`);
/** A newer link makes the older ones of the same kind useless. */
export const endAddressProofs = (db: Db, personId: string, purpose: AddressProof["purpose"], at: Date) =>
  run(db, sql`update address_proof set used_at = ${at} where person_id = ${personId} and purpose = ${purpose} and used_at is null`);

// ---- Invitations

export const findInvitation = (db: Db, tokenHash: Buffer) => maybe(db, sql<InvitationRow>`
  select id, workspace_id, email, role, expires_at, created_at, accepted_at, revoked_at from invitation where token_hash = ${tokenHash}`);
export const acceptInvitationRow = (db: Db, id: string, at: Date) =>
  run(db, sql`update invitation set accepted_at = ${at} where id = ${id} and accepted_at is null and revoked_at is null and expires_at > ${at}`);

// ---- Codes of an authenticator app, recovery codes

export type TotpRow = { sealed_secret: Buffer | null; key_id: string | null; confirmed_at: Date | null; last_step: bigint; next_secret: Buffer | null; next_key_id: string | null; next_made_at: Date | null };
export const findTotp = (db: Db, personId: string) => maybe(db, sql<TotpRow>`
  select sealed_secret, key_id, confirmed_at, last_step, next_secret, next_key_id, next_made_at from totp where person_id = ${personId}`);
export const saveNextTotp = (db: Db, personId: string, sealed: Buffer, keyId: string, at: Date) => run(db, sql`
  insert into totp (person_id, next_secret, next_key_id, next_made_at) values (${personId}, ${sealed}, ${keyId}, ${at})
  on conflict (person_id) do update set next_secret = excluded.next_secret, next_key_id = excluded.next_key_id, next_made_at = excluded.next_made_at`);
/** The secret that was being set up becomes the one in use; `step` is the one whose code proved it. */
export const confirmTotp = (db: Db, personId: string, step: bigint, at: Date) => run(db, sql`
  update totp set sealed_secret = next_secret, key_id = next_key_id, confirmed_at = ${at}, last_step = ${step}, next_secret = null, next_key_id = null, next_made_at = null
  where person_id = ${personId} and next_secret is not null`);
/** Uses up a step: false when it, or a later one, was used before. */
export const useTotpStep = async (db: Db, personId: string, step: bigint): Promise<boolean> =>
  await run(db, sql`update totp set last_step = ${step} where person_id = ${personId} and last_step < ${step}`) === 1;
export const deleteTotp = (db: Db, personId: string) => run(db, sql`delete from totp where person_id = ${personId}`);
export const deleteTotpSince = (db: Db, personId: string, since: Date) => run(db, sql`delete from totp where person_id = ${personId} and confirmed_at >= ${since}`);

export const replaceRecoveryCodes = async (db: Db, personId: string, hashes: readonly Buffer[], at: Date): Promise<void> => {
  await run(db, sql`delete from recovery_code where person_id = ${personId}`);
  for (const hash of hashes) await run(db, sql`insert into recovery_code (code_hash, person_id, created_at) values (${hash}, ${personId}, ${at})`);
};
export const useRecoveryCode = async (db: Db, personId: string, hash: Buffer, at: Date): Promise<boolean> =>
  await run(db, sql`update recovery_code set used_at = ${at} where code_hash = ${hash} and person_id = ${personId} and used_at is null`) === 1;
export const deleteRecoveryCodes = (db: Db, personId: string) => run(db, sql`delete from recovery_code where person_id = ${personId}`);

// ---- Passkeys

export type PasskeyRow = {
  id: string; person_id: string; credential_id: Buffer; public_key: Buffer; counter: bigint; transports: string[]; backed_up: boolean; name: string; created_at: Date; last_used_at: Date | null;
};
const passkeyColumns = sql`id, person_id, credential_id, public_key, counter, transports, backed_up, name, created_at, last_used_at`;
export const listPasskeys = (db: Db, personId: string) => all(db, sql<PasskeyRow>`select ${passkeyColumns} from passkey where person_id = ${personId} order by created_at, id`);
export const findPasskey = (db: Db, credentialHash: Buffer) => maybe(db, sql<PasskeyRow>`select ${passkeyColumns} from passkey where credential_hash = ${credentialHash}`);
export const insertPasskey = (db: Db, row: Omit<PasskeyRow, "last_used_at"> & { credentialHash: Buffer }) => run(db, sql`
  insert into passkey (id, person_id, credential_hash, credential_id, public_key, counter, transports, backed_up, name, created_at)
  values (${row.id}, ${row.person_id}, ${row.credentialHash}, ${row.credential_id}, ${row.public_key}, ${row.counter}, ${row.transports}, ${row.backed_up}, ${row.name}, ${row.created_at})`);
/** Moves the counter on; false when another sign-in did meanwhile, which a cloned key would cause. */
export const usePasskey = async (db: Db, id: string, before: bigint, counter: number, backedUp: boolean, at: Date): Promise<boolean> =>
  await run(db, sql`update passkey set counter = ${counter}, backed_up = ${backedUp}, last_used_at = ${at} where id = ${id} and counter = ${before}`) === 1;
export const renamePasskey = (db: Db, personId: string, id: string, name: string) => run(db, sql`update passkey set name = ${name} where person_id = ${personId} and id = ${id}`);
export const deletePasskey = (db: Db, personId: string, id: string) => maybe(db, sql<{ name: string }>`delete from passkey where person_id = ${personId} and id = ${id} returning name`);
export const deletePasskeysSince = (db: Db, personId: string, since: Date) => run(db, sql`delete from passkey where person_id = ${personId} and created_at >= ${since}`);
export const deleteIdentitiesSince = (db: Db, personId: string, since: Date) => run(db, sql`delete from person_identity where person_id = ${personId} and linked_at >= ${since}`);

export type PasskeyPurpose = "add" | "enter" | "second" | "prove";
export const insertPasskeyChallenge = (db: Db, row: { hash: Buffer; purpose: PasskeyPurpose; personId: string | null; expiresAt: Date }) => run(db, sql`
  insert into passkey_challenge (challenge_hash, purpose, person_id, expires_at) values (${row.hash}, ${row.purpose}, ${row.personId}, ${row.expiresAt})`);
/** Uses up a challenge: once, in time, for its purpose and person. */
export const usePasskeyChallenge = async (db: Db, hash: Buffer, purpose: PasskeyPurpose, personId: string | null, at: Date): Promise<boolean> =>
  await run(db, sql`update passkey_challenge set used_at = ${at} where challenge_hash = ${hash} and purpose = ${purpose} and person_id is not distinct from ${personId}::uuid and used_at is null and expires_at > ${at}`) === 1;

// ---- "This was not me"

export type NoticeRow = { person_id: string; session_at: Date; device: string; ip: string | null; restore_email: string | null; expires_at: Date; used_at: Date | null };
export const insertNotice = (db: Db, row: { tokenHash: Buffer; personId: string; at: Date; device: string; ip: string; restoreEmail: string | null; expiresAt: Date }) => run(db, sql`
  insert into sign_in_notice (token_hash, person_id, session_at, device, ip, restore_email, expires_at)
  values (${row.tokenHash}, ${row.personId}, ${row.at}, ${row.device}, ${row.ip}, ${row.restoreEmail}, ${row.expiresAt})`);
export const findNotice = (db: Db, tokenHash: Buffer) => maybe(db, sql<NoticeRow>`
  select person_id, session_at, device, ip, restore_email, expires_at, used_at from sign_in_notice where token_hash = ${tokenHash}`);
export const useNotice = (db: Db, tokenHash: Buffer, at: Date) =>
  run(db, sql`update sign_in_notice set used_at = ${at} where token_hash = ${tokenHash} and used_at is null and expires_at > ${at}`);

// ---- Delays

export type DelayRow = { key: Buffer; failures: number; retry_at: Date; last_failed_at: Date };
/** The rows of these keys, made where there are none, locked in one order. */
export const lockDelays = async (db: Db, keys: readonly Buffer[], now: Date): Promise<DelayRow[]> => {
  const sorted = [...keys].sort(Buffer.compare);
  await run(db, sql`insert into sign_in_delay (key, failures, retry_at, last_failed_at) select unnest(${sorted}::bytea[]), 0, ${now}::timestamptz, ${now}::timestamptz on conflict do nothing`);
  return all(db, sql<DelayRow>`select key, failures, retry_at, last_failed_at from sign_in_delay where key = any (${sorted}::bytea[]) order by key for update`);
};
export const countTry = (db: Db, key: Buffer, failures: number, retryAt: Date, now: Date) =>
  run(db, sql`update sign_in_delay set failures = ${failures}, retry_at = ${retryAt}, last_failed_at = ${now} where key = ${key}`);
export const forgetDelays = (db: Db, key: Buffer) => run(db, sql`delete from sign_in_delay where key = ${key}`);
export const forgiveTry = (db: Db, key: Buffer) => run(db, sql`update sign_in_delay set failures = greatest(failures - 1, 0), retry_at = 'epoch' where key = ${key}`);

/** Whether a person has used this browser before. */
export const isKnownDevice = async (db: Db, personId: string, device: Buffer): Promise<boolean> =>
  (await maybe(db, sql`select 1 from person_device where person_id = ${personId} and device_hash = ${device}`)) !== undefined;

// ---- What a workspace asks for

export type WorkspaceSecurity = { require_second_factor: boolean; session_idle_minutes: number | null; session_hours: number | null };
export const lockWorkspaceSecurity = (db: Db, workspaceId: string) => one(db, sql<WorkspaceSecurity>`
  select require_second_factor, session_idle_minutes, session_hours from workspace where id = ${workspaceId} for update`);
export const findWorkspaceSecurity = (db: Db, workspaceId: string) => one(db, sql<WorkspaceSecurity>`
  select require_second_factor, session_idle_minutes, session_hours from workspace where id = ${workspaceId}`);
export const saveWorkspaceSecurity = (db: Db, workspaceId: string, next: WorkspaceSecurity) => run(db, sql`
  update workspace set require_second_factor = ${next.require_second_factor}, session_idle_minutes = ${next.session_idle_minutes}, session_hours = ${next.session_hours} where id = ${workspaceId}`);

// ---- Clearing away

/** Deletes what has expired: row security lets through only that. Answers how many rows. */
export const clearWorn = async (db: Db, now: Date): Promise<number> => {
  let count = 0;
  for (const table of ["sign_in_challenge", "passkey_challenge", "address_proof", "sign_in_notice"] as const)
    count += await run(db, sql`delete from ${sql.table(table)} where expires_at < now() - interval '1 day'`);
  count += await run(db, sql`delete from session where expires_at < now() - interval '90 days'`);
  count += await run(db, sql`delete from person_device where last_seen_at < now() - interval '400 days'`);
  count += await run(db, sql`delete from sign_in_delay where last_failed_at < ${new Date(now.getTime() - 2 * 86_400_000)}`);
  return count;
};
