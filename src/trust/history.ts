// The history of outside services: a configuration that differs from the one before leaves a line that nobody can take back.
import { createHash } from "node:crypto";
import type { Services } from "../platform/services.ts";
import { insertServiceChange, lastChanges, lockServiceHistory, type ServiceChange } from "./queries.ts";
import { servicesOf, type Service } from "./services.ts";

const fingerprintOf = ({ vendor, role, purpose, data, region }: Service): string => createHash("sha256").update(JSON.stringify([vendor, role, purpose, data, region])).digest("hex").slice(0, 16);

/** Compares what is on with what was on, and notes what came, changed or went. Several processes may ask at once. Answers how many lines were added. */
export function noteServices(services: Services): Promise<number> {
  return services.database.transaction({}, async (db) => {
    await lockServiceHistory(db);
    const before = new Map((await lastChanges(db)).filter((row) => row.change !== "removed").map((row) => [row.service, row]));
    const at = services.clock();
    const changes: ServiceChange[] = [];
    for (const service of servicesOf(services.config)) {
      const known = before.get(service.key);
      before.delete(service.key);
      const fingerprint = fingerprintOf(service);
      if (known?.fingerprint !== fingerprint) changes.push({ at, service: service.key, change: known ? "changed" : "added", vendor: service.vendor, role: service.role, region: service.region, fingerprint });
    }
    for (const gone of before.values()) changes.push({ ...gone, at, change: "removed" });
    for (const change of changes) await insertServiceChange(db, change);
    return changes.length;
  });
}
