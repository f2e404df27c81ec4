// Break-glass: an owner lets the operator look, for a time and for a reason, and sees every look.
import { randomUUID } from "node:crypto";
import { recordEvent } from "../events/index.ts";
import { queueMail } from "../platform/mail.ts";
import { common } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { hashOf, newToken } from "../platform/tokens.ts";
import { createScope, type Actor, type Scope, type Tx } from "../workspaces/index.ts";
import type { AccessView, GrantAccess, Readable } from "./contract.ts";
import { permissionsFor, readableWords, refuse, stateOf, whyNotRead } from "./policy.ts";
import { endAccess, insertAccess, listAccess, lockAccess, lockAccessByCode, noteUse, ownersOf, workspaceExists, type AccessRow } from "./queries.ts";

const PREFIX = "cf_access_";

const view = (row: AccessRow, now: Date): AccessView => ({
  id: row.id, state: stateOf(row, now), reason: row.reason, reads: row.reads, grantedBy: row.granted_by_name, createdAt: row.created_at.toISOString(), expiresAt: row.expires_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null, endedBy: row.ended_by_name, uses: row.uses, lastUsedAt: row.last_used_at?.toISOString() ?? null,
});

/** An owner grants access. The answer holds the code, this once; the owners are told by mail. */
export function grantAccess(scope: Scope, input: GrantAccess): Promise<AccessView & { code: string }> {
  const code = `${PREFIX}${newToken()}`;
  return scope.transaction(async (tx) => {
    const at = scope.now();
    const row = await insertAccess(tx, {
      id: randomUUID(), codeHash: hashOf(code), reason: input.reason, reads: input.reads, personId: scope.actor.kind === "person" ? scope.actor.id : null, personName: scope.actor.name,
      at, expiresAt: new Date(at.getTime() + input.hours * 3_600_000),
    });
    recordEvent(tx, {
      action: "operator_access.granted", summary: `Granted the operator access for ${input.hours} ${input.hours === 1 ? "hour" : "hours"}: ${input.reason}`,
      subjectKind: "operator_access", subjectId: row.id, details: { reads: row.reads, expiresAt: row.expires_at.toISOString(), reason: row.reason },
    });
    await tellOwners(tx, "The operator has been granted access", [
      `${scope.actor.name} lets the operator of this installation read ${wordsOf(row.reads)}, until ${instant(row.expires_at)}.`, `Reason: ${row.reason}`,
      "Every look will be in your activity log, and you will get a mail about each. You can end the access at any time under Settings › Security.",
    ]);
    return { ...view(row, at), code };
  });
}

/** What was granted, newest first. */
export const accessList = (scope: Scope): Promise<AccessView[]> => scope.transaction(async (tx) => (await listAccess(tx)).map((row) => view(row, scope.now())));

/** An owner ends an access before its time. From the same moment it opens nothing. */
export function endAccessEarly(scope: Scope, id: string): Promise<AccessView> {
  return scope.transaction(async (tx) => {
    const row = await lockAccess(tx, id);
    if (!row) throw common.refuse("not_found");
    if (stateOf(row, scope.now()) !== "open") throw refuse("access_over");
    recordEvent(tx, { action: "operator_access.ended", summary: "Ended the operator's access", subjectKind: "operator_access", subjectId: id });
    return view(await endAccess(tx, id, scope.actor.name), scope.now());
  });
}

/** Who acts at the console: the user of the operating system, as far as it tells. */
export const operatorActor = (name: string, reads: readonly Readable[] = []): Actor => {
  const allowed = new Set(reads.flatMap((kind) => permissionsFor[kind]));
  return { kind: "operator", id: name, name: `Operator (${name})`, role: null, companies: null, may: (permission) => allowed.has(permission) };
};

/**
 * Lets the operator pass for one look at one kind of record, or refuses. Either way the workspace's log has it before anything
 * is read, and a look is told to its owners by mail. `what` names the record by kind and id, never by content.
 */
export async function passByGrant(services: Services, request: { workspaceId: string; code: string | null; kind: Readable; what: string; subjectId: string | null; operator: string }): Promise<Actor> {
  const scope = createScope(services, { workspaceId: request.workspaceId, actor: operatorActor(request.operator), requestId: null, ip: null, userAgent: "counterfoil operator" });
  const verdict = await scope.transaction(async (tx) => {
    if (!(await workspaceExists(tx))) throw common.refuse("not_found");
    const access = request.code ? await lockAccessByCode(tx, hashOf(request.code)) : undefined;
    const why = whyNotRead(access, request.kind, scope.now());
    if (why || !access) {
      recordEvent(tx, {
        action: "operator_access.refused", summary: `The operator tried to read ${request.what} without a grant for it`, subjectKind: request.kind, ...(request.subjectId ? { subjectId: request.subjectId } : {}),
        details: { why, ...(access ? { access: access.id } : {}) },
      });
      return why ?? "access_not_granted" as const;
    }
    await noteUse(tx, access.id);
    recordEvent(tx, {
      action: "operator_access.used", summary: `The operator read ${request.what}`, subjectKind: request.kind, ...(request.subjectId ? { subjectId: request.subjectId } : {}),
      details: { access: access.id, reason: access.reason, grantedBy: access.granted_by_name },
    });
    await tellOwners(tx, "The operator has read in your workspace", [
      `The operator (${request.operator}) read ${request.what}, by the access that ${access.granted_by_name} granted: ${access.reason}`,
      `It ends ${instant(access.expires_at)}. You can end it at once under Settings › Security.`,
    ]);
    return access;
  });
  if (typeof verdict === "string") throw refuse(verdict);
  return operatorActor(request.operator, verdict.reads);
}

const wordsOf = (reads: readonly Readable[]) => reads.map((kind) => readableWords[kind].toLowerCase()).join(", ");
const instant = (at: Date) => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;

async function tellOwners(tx: Tx, subject: string, paragraphs: string[]): Promise<void> {
  const { services } = tx.scope;
  for (const owner of await ownersOf(tx))
    await queueMail(services, tx.db, { workspaceId: tx.workspaceId }, { kind: "operator-access", to: owner.email, toName: owner.name, subject, text: [...paragraphs, `${services.config.publicUrl}/settings/security`].join("\n\n") });
}
