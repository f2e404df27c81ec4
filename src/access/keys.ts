import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { common } from "../platform/refusal.ts";
import { hashOf, newToken } from "../platform/tokens.ts";
import { recordEvent, type Scope } from "../workspaces/index.ts";
import type { NewApiKey } from "./contract.ts";
import { mayGrant } from "./permissions.ts";
import { refuse, refuseIf, scopeAbove, whyNotLimit } from "./policy.ts";
import { insertApiKey, revokeApiKey, setCompanies } from "./queries.ts";
import { companiesNamed } from "./team.ts";

/** Makes an API key. Only its SHA-256 is kept, so this answer is the one time it can be read (claim A4). */
export function createApiKey(scope: Scope, input: z.output<typeof NewApiKey>): Promise<{ id: string; key: string }> {
  return scope.transaction(async (tx) => {
    if (!mayGrant(scope.actor.role!, input.role)) throw refuse("role_above_own");
    refuseIf(whyNotLimit(input.role, input.companyIds));
    const scopes = input.scopes && [...new Set(input.scopes)];
    const above = scopeAbove(input.role, scopes);
    if (above) throw refuse("scope_above_role", { scope: above });
    const companies = await companiesNamed(tx, input.companyIds);
    const key = `cf_live_${newToken()}`;
    const id = randomUUID();
    await insertApiKey(tx, {
      id, name: input.name, role: input.role, scopes, allCompanies: companies === null, keyHash: hashOf(key), prefix: "cf_live_", lastFour: key.slice(-4),
      createdBy: scope.actor.kind === "person" ? scope.actor.id : null, at: scope.now(),
      expiresAt: input.expiresInDays === null ? null : new Date(scope.now().getTime() + input.expiresInDays * 86_400_000),
    });
    if (companies) await setCompanies(tx, "key", id, companies.map((company) => company.id));
    recordEvent(tx, {
      action: "key.created", summary: `Created the API key ${input.name}`, subjectKind: "api_key", subjectId: id,
      details: { role: input.role, scopes: scopes ?? "all of the role", companies: companies?.map((company) => company.name) ?? "all", expiresInDays: input.expiresInDays },
    });
    return { id, key };
  });
}

/** Ends an API key at once; one that has ended stays as it is. */
export function endApiKey(scope: Scope, id: string): Promise<void> {
  return scope.transaction(async (tx) => {
    const row = await revokeApiKey(tx, id, scope.now());
    if (!row) throw common.refuse("not_found");
    if (row.fresh) recordEvent(tx, { action: "key.revoked", summary: `Revoked the API key ${row.name}`, subjectKind: "api_key", subjectId: id });
  });
}
