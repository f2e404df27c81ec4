// The key ring, from the operator's side: what there is, a fresh key, workspace keys sealed anew, an old key taken out. No key is ever shown.
import { recordEvent } from "../events/index.ts";
import type { Config } from "../platform/config.ts";
import { rewrapWorkspaceKey } from "../platform/files.ts";
import { addKey, listKeys, removeKey, type KeyFacts } from "../platform/secrets.ts";
import type { Services } from "../platform/services.ts";
import { openTotp, sealTotp } from "../sign-in/index.ts";
import { createScope } from "../workspaces/index.ts";
import { operatorActor } from "./access.ts";
import { consoleKeys, consoleTotpNotUnder, everyWorkspace, lockSealedKey, lockTotp, replaceSealedKey, replaceTotp } from "./queries.ts";

/** Sessions live seven days at most; a signing key that retired before that signs nothing that is still good. */
const SIGNING_OVERLAP_DAYS = 8;
const DAY_MS = 86_400_000;

/** A sentence for the operator instead of a change. */
export class KeyError extends Error {
  override name = "OperatorError";
}

export type KeyLine = KeyFacts & { ageDays: number | null; seals: Record<string, number> };

/** Every key by id, with its age and what it still seals; keys that seal something and are nowhere to be found come last, with no source. */
export async function keyLines(config: Config, services: Services): Promise<(KeyLine | { id: string; missing: true; seals: Record<string, number> })[]> {
  const uses = new Map<string, Record<string, number>>();
  for (const { key_id, seals, count } of await consoleKeys(services.database.kysely)) uses.set(key_id, { ...uses.get(key_id), [seals]: Number(count) });
  const keys = listKeys(config);
  const now = services.clock().getTime();
  const known = new Set(keys.map((key) => key.id));
  return [
    ...keys.map((key) => ({ ...key, ageDays: key.madeAt ? Math.floor((now - Date.parse(key.madeAt)) / DAY_MS) : null, seals: uses.get(key.id) ?? {} })),
    ...[...uses].filter(([id]) => !known.has(id)).map(([id, seals]) => ({ id, missing: true as const, seals })),
  ];
}

/** A fresh master key before the others. What is sealed stays as it is until `rewrap`. */
export function rotateMaster(config: Config, now: Date): { id: string; before: string } {
  if (config.masterKeys.length > 0) {
    throw new KeyError("The master key comes from COUNTERFOIL_MASTER_KEY or its file, which only you can change: put a new key (openssl rand -base64 32) before the present one, separated by a comma, restart, then run counterfoil operator keys rewrap.");
  }
  return addKey(config.stateDir, "master", now);
}

/** A fresh signing key. The one before goes on verifying until no session of it can be good any more; older ones are taken out. */
export function rotateSigning(config: Config, now: Date): { id: string; before: string; removed: string[] } {
  const over = listKeys(config).filter((key) => key.ring === "signing" && !key.current && key.retiredAt !== null && now.getTime() - Date.parse(key.retiredAt) > SIGNING_OVERLAP_DAYS * DAY_MS);
  const added = addKey(config.stateDir, "signing", now);
  return { ...added, removed: over.map((key) => key.id).filter((id) => removeKey(config.stateDir, "signing", id)) };
}

/**
 * Seals every workspace's key and every authenticator secret under the current master key. One transaction each, so a run that
 * was broken off goes on where it stopped and two at once do no harm. Answers how many workspaces were changed, how many were
 * already current, and how many secrets were changed.
 */
export async function rewrap(services: Services, operator: string): Promise<{ changed: number; current: number; secrets: number }> {
  const to = services.keys.currentId;
  const result = { changed: 0, current: 0, secrets: 0 };
  for await (const workspace of everyWorkspace(services.database.kysely)) {
    if (workspace.key_id === to) {
      result.current++;
      continue;
    }
    const scope = createScope(services, { workspaceId: workspace.id, actor: operatorActor(operator), userAgent: "counterfoil operator" });
    const changed = await scope.transaction(async (tx) => {
      const row = await lockSealedKey(tx);
      if (!row || row.key_id === to) return false;
      const { wrapped, keyId } = rewrapWorkspaceKey(services.keys, workspace.id, row.wrapped_key, row.key_id);
      await replaceSealedKey(tx, wrapped, keyId);
      recordEvent(tx, { action: "workspace.key_rewrapped", summary: "The workspace's key was sealed under a new master key", details: { before: row.key_id, after: keyId } });
      return true;
    });
    if (changed) result.changed++;
    else result.current++;
  }
  for (let after: string | null = null; ; ) {
    const people: string[] = await consoleTotpNotUnder(services.database.kysely, to, after, 1000);
    for (const personId of people) if (await rewrapTotp(services, personId, to)) result.secrets++;
    if (people.length < 1000) return result;
    after = people.at(-1)!;
  }
}

const rewrapTotp = (services: Services, personId: string, to: string): Promise<boolean> => services.database.transaction({ personId }, async (db) => {
  const row = await lockTotp(db, personId);
  if (!row || (row.key_id ?? to) === to && (row.next_key_id ?? to) === to) return false;
  const anew = (sealed: Buffer | null, keyId: string | null) => sealed && keyId ? sealTotp(services.keys, personId, openTotp(services.keys, personId, sealed, keyId)) : { sealed: null, keyId: null };
  const used = anew(row.sealed_secret, row.key_id);
  const next = anew(row.next_secret, row.next_key_id);
  await replaceTotp(db, personId, { sealed_secret: used.sealed, key_id: used.keyId, next_secret: next.sealed, next_key_id: next.keyId });
  return true;
});

/** Takes a retired key out of its file, once nothing depends on it any more. */
export async function removeRetired(config: Config, services: Services, id: string): Promise<void> {
  const lines = await keyLines(config, services);
  const key = lines.find((line) => line.id === id);
  if (!key || "missing" in key) throw new KeyError(`There is no key ${id} here; counterfoil operator keys list names them.`);
  if (key.current) throw new KeyError(`Key ${id} is the current ${key.ring} key. Rotate first.`);
  if (key.source === "environment") throw new KeyError(`Key ${id} comes from COUNTERFOIL_MASTER_KEY or its file; take it out there once nothing depends on it.`);
  const uses = Object.entries(key.seals).map(([what, count]) => `${count} ${what}`);
  if (uses.length > 0) {
    throw new KeyError(`Key ${id} still seals ${uses.join(" and ")}. ${key.seals["workspace keys"] || key.seals["authenticator secrets"] ? "Run counterfoil operator keys rewrap. " : ""}${key.seals["long passwords"] ? "Long passwords move to the new key when their owners sign in; until then keep the key." : ""}`.trim());
  }
  if (key.ring === "signing" && (!key.retiredAt || services.clock().getTime() - Date.parse(key.retiredAt) < SIGNING_OVERLAP_DAYS * DAY_MS)) {
    throw new KeyError(`Sessions signed by ${id} may still be good until ${SIGNING_OVERLAP_DAYS} days after it retired. Rotate again after that, or end all sessions first: counterfoil operator sessions end --all.`);
  }
  removeKey(config.stateDir, key.ring, id);
}
