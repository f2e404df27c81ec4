import type { Services } from "../platform/services.ts";
import { recordEvent, type Scope } from "../workspaces/index.ts";
import type { z } from "zod";
import { viewConnection } from "./connections.ts";
import type { SsoPolicy, SsoSettings } from "./contract.ts";
import { directoryFacts, listTokens } from "./directory-queries.ts";
import { viewDomain } from "./domains.ts";
import { refuse } from "./policy.ts";
import * as q from "./queries.ts";
import { viewToken } from "./tokens.ts";

/** Everything of the settings screen in one answer. */
export function readSettings(scope: Scope): Promise<z.input<typeof SsoSettings>> {
  const { services } = scope;
  return scope.transaction(async (tx) => {
    const [policy, rules, owners, facts] = [await q.findPolicy(tx), await q.listRules(tx), await q.listOwners(tx), await directoryFacts(tx)];
    return {
      connections: (await q.listConnections(tx)).map((row) => viewConnection(services, row)),
      domains: (await q.listDomains(tx)).map(viewDomain),
      policy: { required: policy.sso_required, exempt: owners.filter((one) => one.sso_exempt).map((one) => one.person_id), join: policy.sso_join, defaultRole: policy.sso_default_role, rules },
      owners: owners.map((one) => ({ personId: one.person_id, name: one.name, email: one.email, isYou: one.person_id === scope.actor.id })),
      affected: (await q.countAffected(tx)).affected,
      directory: { baseUrl: directoryUrl(services), tokens: (await listTokens(tx)).map(viewToken), people: facts.people, groups: facts.groups },
    };
  });
}

/** Where directories (SCIM) write to. */
export const directoryUrl = (services: Services): string => `${services.config.publicUrl}/scim/v2`;

/**
 * Sets who has to come by single sign-on, and as what. It can be required only when it works (a connection that is on, a
 * verified domain), when somebody can still enter without it, and by somebody who is not locked out by it.
 */
export function keepPolicy(scope: Scope, next: SsoPolicy, cameByConnection: boolean): Promise<void> {
  return scope.transaction(async (tx) => {
    const owners = await q.listOwners(tx);
    if (next.exempt.some((id) => !owners.some((one) => one.person_id === id))) throw refuse("exempt_not_owner");
    if (next.required) {
      if (!(await q.listConnections(tx)).some((one) => one.enabled)) throw refuse("no_enabled_connection");
      if (!(await q.listDomains(tx)).some((one) => one.verified_at)) throw refuse("no_verified_domain");
      if (next.exempt.length === 0) throw refuse("no_exempt_owner");
      if (!cameByConnection && !next.exempt.includes(scope.actor.id ?? "")) throw refuse("come_in_first");
    }
    const before = await q.findPolicy(tx);
    const rulesBefore = await q.listRules(tx);
    await q.savePolicy(tx, next);
    await q.saveExempt(tx, next.exempt);
    await q.saveRules(tx, next.rules);
    recordEvent(tx, {
      action: "sso.policy_changed", summary: next.required === before.sso_required ? "Changed who joins by single sign-on" : next.required ? "Required single sign-on" : "No longer requires single sign-on", subjectKind: "workspace", subjectId: tx.workspaceId,
      details: {
        before: { required: before.sso_required, join: before.sso_join, defaultRole: before.sso_default_role, exempt: owners.filter((one) => one.sso_exempt).map((one) => one.person_id), rules: rulesBefore },
        after: { required: next.required, join: next.join, defaultRole: next.defaultRole, exempt: next.exempt, rules: next.rules },
      },
    });
  });
}
