// The access point of a workspace: a service that speaks with networks (Peppol and others) for it, over plain REST as
// docs/access-point.md describes. We never speak AS4 ourselves.
import { recordEvent } from "../events/index.ts";
import { OutboundRefusal } from "../platform/outbound.ts";
import { openBytes, sealBytes } from "../platform/sealing.ts";
import type { Scope } from "../workspaces/index.ts";
import type { z } from "zod";
import { AccessPointAnswer, type AccessPointView, type PutAccessPoint } from "./contract.ts";
import { refuse } from "./policy.ts";
import { dropAccessPoint, findAccessPoint, saveAccessPoint, type AccessPointRow, type TransmissionRow } from "./queries.ts";

const contextOf = (workspaceId: string) => `access point ${workspaceId}`;

const view = (row: AccessPointRow | undefined): z.infer<typeof AccessPointView> => ({
  accessPoint: row ? { url: row.url, keyEndsIn: row.key_last_four, changedAt: row.changed_at.toISOString(), changedBy: row.changed_by } : null,
});

export const readAccessPoint = (scope: Scope) => scope.transaction(async (tx) => view(await findAccessPoint(tx)));

/** Sets address and key. A new address needs its key anew, so that one provider's key never reaches another. */
export async function setAccessPoint(scope: Scope, input: z.output<typeof PutAccessPoint>): Promise<z.infer<typeof AccessPointView>> {
  const key = await scope.workspaceKey();
  return scope.transaction(async (tx) => {
    const before = await findAccessPoint(tx);
    const url = input.url.replace(/\/+$/, "");
    if (!input.key && before?.url !== url) throw refuse("access_point_key_missing");
    const sealed = input.key ? sealBytes(key, Buffer.from(input.key), contextOf(tx.workspaceId)) : before!.sealed_key;
    await saveAccessPoint(tx, { url, sealed_key: sealed, key_last_four: input.key ? input.key.slice(-4) : before!.key_last_four, changed_at: scope.now(), changed_by: scope.actor.name });
    recordEvent(tx, { action: "access_point.set", summary: `Set the access point to ${new URL(url).host}`, subjectKind: "access_point", subjectId: tx.workspaceId, details: { before: before?.url ?? null, after: url, keyChanged: input.key !== undefined } });
    return view(await findAccessPoint(tx));
  });
}

/** Takes the access point away. What is on its way is asked about no more. */
export const removeAccessPoint = (scope: Scope) => scope.transaction(async (tx) => {
  const before = await findAccessPoint(tx);
  if (before) {
    await dropAccessPoint(tx);
    recordEvent(tx, { action: "access_point.removed", summary: "Removed the access point", subjectKind: "access_point", subjectId: tx.workspaceId, details: { before: before.url, after: null } });
  }
  return view(undefined);
});

/** How a call ended: an answer, a refusal that stands, or trouble that may pass. */
export type Outcome = { kind: "answer"; answer: z.infer<typeof AccessPointAnswer> } | { kind: "refused"; detail: string } | { kind: "trouble"; detail: string };

/** Hands a document over. The same transmission sent twice is one document there (Idempotency-Key). */
export const handOver = (scope: Scope, to: AccessPointRow, row: TransmissionRow, xml: Uint8Array): Promise<Outcome> => call(scope, to, "/documents", {
  method: "POST", body: Buffer.from(xml).toString("utf8"),
  headers: { "content-type": "application/xml; charset=utf-8", "idempotency-key": row.id, "x-sender": row.sender, "x-receiver": row.receiver, "x-document-type": row.document_type },
});

/** Asks how far a document is. */
export const askAbout = (scope: Scope, to: AccessPointRow, remoteId: string): Promise<Outcome> => call(scope, to, `/documents/${encodeURIComponent(remoteId)}`, { method: "GET", headers: {} });

async function call(scope: Scope, to: AccessPointRow, path: string, request: { method: string; headers: Record<string, string>; body?: string }): Promise<Outcome> {
  const secret = openBytes(await scope.workspaceKey(), to.sealed_key, contextOf(scope.workspaceId)).toString("utf8");
  try {
    const answer = await scope.services.outbound.fetch(`${to.url}${path}`, { ...request, hosts: [new URL(to.url).host], headers: { ...request.headers, authorization: `Bearer ${secret}`, accept: "application/json" } });
    const text = await answer.text();
    const read = AccessPointAnswer.safeParse(parsed(text));
    const said = (read.success && read.data.message?.replace(/\s+/g, " ").trim()) || `it answered ${answer.status}`;
    if (answer.status === 408 || answer.status === 425 || answer.status === 429 || answer.status >= 500) return { kind: "trouble", detail: said.slice(0, 1000) };
    if (answer.status === 401 || answer.status === 403) return { kind: "refused", detail: `The access point does not accept the key: ${said}`.slice(0, 1000) };
    if (answer.status >= 400) return { kind: "refused", detail: said.slice(0, 1000) };
    if (!read.success) return { kind: "trouble", detail: "its answer is not what an access point answers (see the documentation)" };
    return { kind: "answer", answer: read.data };
  } catch (error) {
    if (error instanceof OutboundRefusal) return { kind: ["unreachable", "too_slow", "no_such_host"].includes(error.reason) ? "trouble" : "refused", detail: error.message };
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
