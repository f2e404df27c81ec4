import type { FastifyRequest } from "fastify";
import { endSessionsIn, endWhatTheyGranted } from "../access/index.ts";
import { deviceOf } from "../platform/device.ts";
import { queueMail } from "../platform/mail.ts";
import type { Services } from "../platform/services.ts";
import { hashOf, newToken } from "../platform/tokens.ts";
import { findPerson, inWorkspaces, noteInWorkspaces, type PersonFacts } from "./people.ts";
import { refuse } from "./policy.ts";
import { deleteIdentitiesSince, deletePasskeysSince, deleteTotpSince, demandReset, endAddressProofs, findNotice, insertNotice, setEmail, useNotice, type NoticeRow } from "./queries.ts";
import { resetLink } from "./reset.ts";

const WEEK_MS = 7 * 86_400_000;
type Db = Parameters<typeof findPerson>[0];

/** Notes what happened and answers the link by which the person says that it was not them, for a week and once. */
async function notMeLink(services: Services, db: Db, request: FastifyRequest, personId: string, restoreEmail: string | null): Promise<string> {
  const token = newToken();
  const at = services.clock();
  await insertNotice(db, { tokenHash: hashOf(token), personId, at, device: deviceOf(request.headers["user-agent"] ?? null), ip: request.ip, restoreEmail, expiresAt: new Date(at.getTime() + WEEK_MS) });
  return `${services.config.publicUrl}/not-me?token=${token}`;
}

const facts = (services: Services, request: FastifyRequest) =>
  `  Device   ${deviceOf(request.headers["user-agent"] ?? null)}\n  Address  ${request.ip}\n  Time     ${services.clock().toISOString().slice(0, 16).replace("T", " ")} UTC\n\n`;

/** Tells a person of a sign-in from a browser that they never used before (B18). */
export async function tellOfNewDevice(services: Services, db: Db, request: FastifyRequest, person: PersonFacts): Promise<void> {
  const link = await notMeLink(services, db, request, person.id, null);
  await queueMail(services, db, { personId: person.id }, {
    kind: "new_device", to: person.email, toName: person.name, subject: "New sign-in to Counterfoil",
    text: `Somebody signed in to Counterfoil as ${person.email} in a browser that you had not used before.\n\n${facts(services, request)}`
      + `Was it you? Then there is nothing to do.\n\nIf not, open this page: it signs out every device and makes the password useless.\n${link}\n`,
  });
}

/** Tells the old address that it is no longer the sign-in's, with a way back. */
export async function tellOfAddressChange(services: Services, db: Db, request: FastifyRequest, person: PersonFacts, next: string): Promise<void> {
  const link = await notMeLink(services, db, request, person.id, person.email);
  await queueMail(services, db, { personId: person.id }, {
    kind: "address_changed", to: person.email, toName: person.name, subject: "The address of your Counterfoil sign-in was changed",
    text: `${person.name} signs in with ${next} from now on, no longer with ${person.email}.\n\n${facts(services, request)}`
      + `Was it you? Then there is nothing to do.\n\nIf not, open this page: it brings this address back, signs out every device and makes the password useless.\n${link}\n`,
  });
}

async function validNotice(services: Services, token: string): Promise<NoticeRow & { tokenHash: Buffer }> {
  const tokenHash = hashOf(token);
  const notice = await services.database.transaction({ presented: tokenHash }, (db) => findNotice(db, tokenHash));
  if (!notice || notice.used_at || notice.expires_at <= services.clock()) throw refuse("notice_ended");
  return { ...notice, tokenHash };
}

/** What the page shows before anything is done: opening the link alone does nothing. */
export async function readNotice(services: Services, token: string): Promise<{ device: string; ip: string | null; at: string; restoresAddress: boolean }> {
  const notice = await validNotice(services, token);
  return { device: notice.device, ip: notice.ip, at: notice.session_at.toISOString(), restoresAddress: notice.restore_email !== null };
}

/**
 * "This was not me": ends every session, makes the password useless, takes away factors and identities that were added since
 * (a thief's own), ends the API keys and invitations made since, brings an address back that was changed, and mails a reset link. The workspaces' logs say so, which alerts owners.
 */
export async function itWasNotMe(services: Services, request: FastifyRequest, token: string): Promise<void> {
  const notice = await validNotice(services, token);
  const personId = notice.person_id;
  const now = services.clock();
  const done = await services.database.transaction({ personId }, async (db) => {
    if ((await useNotice(db, notice.tokenHash, now)) !== 1) throw refuse("notice_ended");
    const ended = await endSessionsIn(db, personId, now, "not_me");
    await demandReset(db, personId);
    for (const purpose of ["verify", "change"] as const) await endAddressProofs(db, personId, purpose, now);
    const removed = await deletePasskeysSince(db, personId, notice.session_at) + await deleteTotpSince(db, personId, notice.session_at) + await deleteIdentitiesSince(db, personId, notice.session_at);
    if (notice.restore_email) await setEmail(db, personId, notice.restore_email, now);
    const person = (await findPerson(db, personId))!;
    await queueMail(services, db, { personId }, {
      kind: "password_reset", to: person.email, toName: person.name, subject: "Choose a new Counterfoil password",
      text: `You told us that a sign-in as ${person.email} was not yours. Every device is signed out, and the password no longer works.\n\nChoose a new one within an hour:\n${await resetLink(services, db, personId)}\n\n`
        + `Later, ask for another link at ${services.config.publicUrl}/recover. Then look at Activity: it shows what was done meanwhile.\n`,
    });
    return { person, ended, removed };
  }).catch((error: { code?: string }) => { throw error.code === "23505" ? refuse("address_gone") : error; });
  const granted: Awaited<ReturnType<typeof endWhatTheyGranted>>[] = [];
  await inWorkspaces(services, request, done.person, async (tx) => { granted.push(await endWhatTheyGranted(tx, personId, "not_me", notice.session_at)); });
  await noteInWorkspaces(services, request, done.person, {
    action: "access.not_me", summary: `${done.person.name} says that a sign-in was not theirs; ${done.ended} sessions ended, the password must be reset`,
    details: { device: notice.device, address: notice.ip, sessions: done.ended, factorsRemoved: done.removed,
      keysEnded: granted.reduce((sum, one) => sum + one.keysEnded.length, 0), invitationsWithdrawn: granted.reduce((sum, one) => sum + one.invitationsWithdrawn, 0) },
  });
}
