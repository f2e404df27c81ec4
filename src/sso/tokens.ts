import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { common } from "../platform/refusal.ts";
import { hashOf, newToken } from "../platform/tokens.ts";
import { recordEvent, type Scope } from "../workspaces/index.ts";
import type { NewToken, TokenView } from "./contract.ts";
import { insertToken, revokeToken, type TokenRow } from "./directory-queries.ts";

const DAY_MS = 86_400_000;
export const TOKEN_PREFIX = "cf_scim_";

export const viewToken = (row: TokenRow): z.input<typeof TokenView> => ({
  id: row.id, name: row.name, lastFour: row.last_four, highestRole: row.highest_role, createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at?.toISOString() ?? null, lastUsedAt: row.last_used_at?.toISOString() ?? null,
});

/** Makes a directory's token. Only its SHA-256 is kept: this answer is the one time it can be read. A second one beside the first lets a directory change over. */
export function makeToken(scope: Scope, input: z.output<typeof NewToken>): Promise<{ row: TokenRow; token: string }> {
  return scope.transaction(async (tx) => {
    const token = `${TOKEN_PREFIX}${newToken()}`;
    const row = await insertToken(tx, {
      id: randomUUID(), name: input.name, hash: hashOf(token), lastFour: token.slice(-4), highestRole: input.highestRole, createdBy: scope.actor.kind === "person" ? scope.actor.id : null,
      expiresAt: input.expiresInDays === null ? null : new Date(scope.now().getTime() + input.expiresInDays * DAY_MS),
    }, scope.now());
    recordEvent(tx, { action: "scim.token_created", summary: `Made the directory token ${input.name}`, subjectKind: "directory_token", subjectId: row.id, details: { highestRole: input.highestRole } });
    return { row, token };
  });
}

/** Ends a directory's token at once. */
export function endToken(scope: Scope, id: string): Promise<void> {
  return scope.transaction(async (tx) => {
    const row = await revokeToken(tx, id, scope.now());
    if (!row) throw common.refuse("not_found");
    recordEvent(tx, { action: "scim.token_removed", summary: `Ended the directory token ${row.name}`, subjectKind: "directory_token", subjectId: id });
  });
}
