// `counterfoil trust`: the page as text or JSON, without a running web process.
import type { Config } from "../platform/config.ts";
import { openDatabase } from "../platform/database.ts";
import { connectionsOf } from "../platform/postgres/index.ts";
import type { TrustView } from "./contract.ts";
import { examine } from "./installation.ts";
import { serviceChanges } from "./queries.ts";
import { lastRun } from "./run.ts";
import { viewOf } from "./view.ts";

const words = { kept: "kept", off: "off", not_configured: "not configured", not_built: "not yet built", broken: "BROKEN" } as const;

/** What this installation promises and whether it keeps it. `broken` counts what does not hold and should. */
export async function trustReport(config: Config, json: boolean): Promise<{ report: string; broken: number }> {
  const database = openDatabase(connectionsOf(config).app, { max: 2 });
  try {
    const view = viewOf(config, await examine(config, database.kysely), lastRun(), await serviceChanges(database.kysely, 100), new Date());
    return { report: json ? JSON.stringify(view, null, 2) : trustText(view), broken: view.counts["broken"] ?? 0 };
  } finally {
    await database.close();
  }
}

/** The page as lines, what is broken first. */
export function trustText(view: TrustView): string {
  const broken = view.claims.filter((claim) => claim.state === "broken");
  const line = (claim: TrustView["claims"][number]) => `${claim.id.padEnd(4)} ${words[claim.state].padEnd(15)} ${claim.promise}\n${" ".repeat(21)}${claim.says}`;
  const { counts, asvs, lastRun: run } = view;
  return [
    `Counterfoil ${view.version}${view.operator ? ` at ${view.operator}` : ""}, ${view.at.slice(0, 16).replace("T", " ")} UTC`,
    `${counts["kept"]} kept, ${counts["off"]! + counts["not_configured"]!} off or not configured, ${counts["not_built"]} not yet built, ${counts["broken"]} broken`,
    "",
    ...(broken.length > 0 ? ["Broken", ...broken.map(line), ""] : []),
    ...view.areas.flatMap((area) => [area.title, ...view.claims.filter((claim) => claim.area === area.key && claim.state !== "broken").map(line), ""]),
    "Who touches the data",
    ...(view.services.length === 0 ? ["No sub-processors: everything stays on this server."] : view.services.map((service) => `${service.vendor}: ${service.role.toLowerCase()}, ${service.region}. ${service.purpose}.`)),
    "",
    `Tests: ${run ? `${run.passed} passed, ${run.failed} failed, ${run.skipped} skipped on ${run.at.slice(0, 16).replace("T", " ")} UTC, version ${run.version}` : "not run on this machine; npm run claims does"}`,
    `OWASP ASVS 5.0, level 2: ${asvs.applies} requirements apply, ${asvs.byTest} by test${asvs.proven === null ? "" : ` (${asvs.proven} proven)`}, ${asvs.byConfiguration} by configuration, ${asvs.byReview} by review, ${asvs.notMet.length} not met`,
    `Weaknesses: ${view.security.contact.replace(/^mailto:/, "")}, answered ${view.security.answer}`,
  ].join("\n");
}
