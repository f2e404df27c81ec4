// The page as data: every promise with its state here, its last test run, the services outside, their history.
import type { Config } from "../platform/config.ts";
import type { Services } from "../platform/services.ts";
import type { Scope } from "../workspaces/index.ts";
import { areas, claims, standingOf } from "./claims.ts";
import type { TrustView, WorkspaceTrustView } from "./contract.ts";
import type { Facts } from "./facts.ts";
import { examine, examineWorkspace } from "./installation.ts";
import { ownerConnections, serviceChanges, type ServiceChange } from "./queries.ts";
import { checklist, lastRun, runStamp, type Run } from "./run.ts";
import { servicesOf } from "./services.ts";

/** Puts together what is shown. A promise whose tests failed in the last run of this very version is broken, whatever its facts say. */
export function viewOf(config: Config, facts: Facts, run: Run | null, history: readonly ServiceChange[], now: Date): TrustView {
  const views = claims.map((claim) => {
    const ran = run?.claims[claim.id];
    const standing = standingOf(claim, facts);
    const failed = ran?.result === "failed" && run!.version === facts.version && standing.state === "kept";
    return {
      id: claim.id, area: claim.area, promise: claim.promise, shows: claim.shows, page: claim.where.page ?? null, command: claim.where.command ?? null,
      ...(failed ? { state: "broken" as const, says: "A test of it failed when the suite last ran here." } : standing),
      lastRun: ran ? { result: ran.result, at: ran.at, version: run!.version, tests: ran.passed + ran.failed + ran.skipped } : null,
    };
  });
  const count = (state: string) => views.filter((view) => view.state === state).length;
  const results = Object.values(run?.claims ?? {});
  const sum = (pick: (one: (typeof results)[number]) => number) => results.reduce((total, one) => total + pick(one), 0);
  return {
    at: now.toISOString(), version: facts.version, operator: config.operator,
    counts: { kept: count("kept"), off: count("off"), not_configured: count("not_configured"), not_built: count("not_built"), broken: count("broken") },
    areas: Object.entries(areas).map(([key, title]) => ({ key, title })),
    claims: views,
    lastRun: run ? { at: run.at, version: run.version, passed: sum((one) => one.passed), failed: sum((one) => one.failed), skipped: sum((one) => one.skipped) } : null,
    asvs: { ...checklist(), proven: run?.asvs?.proven ?? null },
    services: servicesOf(config),
    history: history.map(({ at, change, vendor, role, region }) => ({ at: at.toISOString(), change, vendor, role, region })),
    security: { contact: config.securityContact, file: "/.well-known/security.txt", answer: "within one business day" },
  };
}

const FRESH_MS = 15_000;
const kept = new WeakMap<Services, { until: number; stamp: number; view: Promise<TrustView> }>();

/** The public page's data. Many may ask at once: the catalogue is read at most every fifteen seconds. */
export function publicTrust(services: Services): Promise<TrustView> {
  const now = services.clock();
  const stamp = runStamp();
  const before = kept.get(services);
  if (before && before.until > now.getTime() && before.stamp === stamp) return before.view;
  const view = (async () => {
    const db = services.database.kysely;
    return viewOf(services.config, await examine(services.config, db), lastRun(), await serviceChanges(db, 100), now);
  })();
  kept.set(services, { until: now.getTime() + FRESH_MS, stamp, view });
  view.catch(() => kept.delete(services));
  return view;
}

const span = (minutes: number): string => {
  const [count, unit] = minutes % 1440 === 0 && minutes > 1440 ? [minutes / 1440, "day"] : minutes % 60 === 0 ? [minutes / 60, "hour"] : [minutes, "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
};

/** The same for somebody signed in: with what their workspace has set for itself. */
export function workspaceTrust(scope: Scope): Promise<WorkspaceTrustView> {
  const { services } = scope;
  return scope.transaction(async (tx) => {
    const { facts: own, settings } = await examineWorkspace(tx);
    const facts = await examine(services.config, tx.db, own);
    const view = viewOf(services.config, facts, lastRun(), await serviceChanges(tx.db, 100), scope.now());
    const retention = own.retention?.years === "permanent" ? "for ever" : `${own.retention?.years} ${own.retention?.years === 1 ? "year" : "years"}`;
    return {
      ...view,
      own: [
        { label: "Original files are kept", value: retention, page: "/settings/retention", needs: null },
        { label: "Second factor", value: own.secondFactorForAll ? "of everybody" : facts.reach === "loopback" ? "when a person sets one up" : "of owners and admins", page: "/settings/security", needs: null },
        { label: "A session ends", value: `after ${span(settings.session_idle_minutes ?? 1440)} without use, ${span((settings.session_hours ?? 168) * 60)} at most`, page: "/settings/security", needs: null },
        { label: "Single sign-on", value: own.sso.connections === 0 ? "not connected" : `${own.sso.connections === 1 ? "connected" : `${own.sso.connections} connections`}${own.sso.required ? ", required" : ""}`, page: "/settings/security", needs: null },
        { label: "E-invoices leave through", value: settings.access_point ? new URL(settings.access_point).host : "mail alone", page: "/settings/access-point", needs: "settings.manage" },
        { label: "Team", value: `${settings.people} ${settings.people === 1 ? "person" : "people"}`, page: "/team", needs: "team.read" },
        { label: "API keys", value: settings.keys === 0 ? "none" : String(settings.keys), page: "/settings/api-keys", needs: "keys.manage" },
        { label: "Operator access", value: own.operatorAccess === 0 ? "none open" : `${own.operatorAccess} open`, page: "/settings/security", needs: "workspace.own" },
        { label: "Last export", value: own.lastExportAt ? own.lastExportAt.toISOString().slice(0, 10) : "never: take your data out from time to time", page: "/exports", needs: null },
      ],
      providers: scope.actor.may("settings.manage") ? await ownerConnections(tx) : [],
    };
  });
}
