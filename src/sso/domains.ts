import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { common } from "../platform/refusal.ts";
import { hashOf, newToken } from "../platform/tokens.ts";
import { recordEvent, type Scope } from "../workspaces/index.ts";
import type { DomainView } from "./contract.ts";
import { isMailService, refuse } from "./policy.ts";
import * as q from "./queries.ts";

/** SHA-256 of a domain: what names its row before anybody is signed in. */
export const domainHash = (domain: string): Buffer => hashOf(domain);

/** The TXT record that shows control over a domain. */
const recordOf = (row: { domain: string; proof: string }) => ({ name: `_counterfoil.${row.domain}`, value: `counterfoil-domain=${row.proof}` });

export const viewDomain = (row: q.DomainRow): z.input<typeof DomainView> => ({
  id: row.id, domain: row.domain, record: recordOf(row), verifiedAt: row.verified_at?.toISOString() ?? null, checkedAt: row.checked_at?.toISOString() ?? null, problem: row.problem,
});

const find = async (scope: Scope, id: string): Promise<q.DomainRow> => {
  const row = (await scope.transaction((tx) => q.listDomains(tx))).find((one) => one.id === id);
  if (!row) throw common.refuse("not_found");
  return row;
};

/** Names a domain as the workspace's own; it counts once its DNS shows that. */
export async function claimDomain(scope: Scope, domain: string): Promise<q.DomainRow> {
  if (isMailService(domain)) throw refuse("domain_public", { domain });
  return scope.transaction(async (tx) => {
    const id = randomUUID();
    await q.insertDomain(tx, { id, domain, hash: domainHash(domain), proof: newToken().slice(0, 32) }, scope.now());
    const row = (await q.listDomains(tx)).find((one) => one.domain === domain)!;
    if (row.id === id) recordEvent(tx, { action: "sso.domain_created", summary: `Named the domain ${domain}`, subjectKind: "sso_domain", subjectId: id });
    return row;
  });
}

/** Looks for the TXT record. Found: the domain is the workspace's, unless another one was first. */
export async function checkDomain(scope: Scope, id: string): Promise<q.DomainRow> {
  const row = await find(scope, id);
  const record = recordOf(row);
  const problem = await scope.services.outbound.txt(record.name).then(
    (found) => (found.some((text) => text.trim() === record.value) ? null
      : found.length === 0 ? `There is no TXT record at ${record.name} yet. New records can take an hour to be seen.` : `The TXT record at ${record.name} has another value.`),
    () => `The name servers of ${row.domain} did not answer. Try again in a minute.`,
  );
  await scope.transaction(async (tx) => {
    await q.settleDomain(tx, id, scope.now(), problem).catch((error: { code?: string }) => { throw error.code === "23505" ? refuse("domain_taken") : error; });
    if (problem === null && !row.verified_at) recordEvent(tx, { action: "sso.domain_changed", summary: `Verified the domain ${row.domain}`, subjectKind: "sso_domain", subjectId: id, details: { domain: row.domain } });
  });
  return find(scope, id);
}

/** Gives a domain up. */
export function dropDomain(scope: Scope, id: string): Promise<void> {
  return scope.transaction(async (tx) => {
    const rows = await q.listDomains(tx);
    const row = rows.find((one) => one.id === id);
    if (!row) throw common.refuse("not_found");
    if (row.verified_at && (await q.findPolicy(tx)).sso_required && !rows.some((one) => one.verified_at && one.id !== id)) throw refuse("domain_in_use");
    await q.removeDomain(tx, id);
    recordEvent(tx, { action: "sso.domain_removed", summary: `Gave up the domain ${row.domain}`, subjectKind: "sso_domain", subjectId: id, details: { domain: row.domain } });
  });
}
