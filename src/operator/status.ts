// Counts and health of an installation, for whoever runs it. Numbers, ids and instants: nothing here can carry content.
import { X509Certificate } from "node:crypto";
import { readFileSync, statfsSync } from "node:fs";
import type { Config } from "../platform/config.ts";
import { listKeys } from "../platform/secrets.ts";
import type { Services } from "../platform/services.ts";
import { consoleCounts, databaseHealth, queueHealth, type QueueLine } from "./queries.ts";

export type Status = {
  version: string;
  node: string;
  address: string;
  database: { place: "embedded" | "own server"; version: string; bytes: number; connections: number; oldestTransactionSeconds: number; migrations: number; newestMigration: string | null; clockDriftMs: number };
  counts: Record<string, number>;
  queue: QueueLine[];
  disk: { freeBytes: number; totalBytes: number };
  tls: { by: "certificate" | "proxy" | "loopback"; certificateEnds: string | null; certificateDays: number | null };
  keys: { ring: string; id: string; ageDays: number | null }[];
  backup: string;
};

const DAY_MS = 86_400_000;

/** Looks at everything; changes nothing. */
export async function statusOf(config: Config, services: Services, version: string): Promise<Status> {
  const db = services.database.kysely;
  const before = Date.now();
  const health = await databaseHealth(db);
  const here = (before + Date.now()) / 2;
  const disk = statfsSync(config.stateDir);
  const ends = config.tls ? new X509Certificate(readFileSync(config.tls.certFile)).validTo : null;
  return {
    version, node: process.version, address: config.publicUrl,
    database: {
      place: config.databaseUrl ? "own server" : "embedded", version: health.server, bytes: Number(health.database_bytes), connections: health.connections, oldestTransactionSeconds: health.oldest_transaction_s,
      migrations: health.migrations, newestMigration: health.newest_migration, clockDriftMs: Math.round(health.now.getTime() - here),
    },
    counts: Object.fromEntries((await consoleCounts(db)).map(({ what, count }) => [what, Number(count)])),
    queue: await queueHealth(db),
    disk: { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize },
    tls: {
      by: config.tls ? "certificate" : config.trustedProxies.length > 0 ? "proxy" : "loopback",
      certificateEnds: ends ? new Date(ends).toISOString() : null, certificateDays: ends ? Math.floor((Date.parse(ends) - Date.now()) / DAY_MS) : null,
    },
    keys: listKeys(config).filter((key) => key.current).map(({ ring, id, madeAt }) => ({ ring, id, ageDays: madeAt ? Math.floor((Date.now() - Date.parse(madeAt)) / DAY_MS) : null })),
    backup: "none known: this version makes no backups of its own",
  };
}

export const bytesText = (bytes: number): string => {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const step = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
  return `${(bytes / 1000 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step]}`;
};

/** The status as lines for a terminal; what needs a look is marked with "!". */
export function statusLines(status: Status): string[] {
  const { database, disk, tls } = status;
  const failed = status.queue.reduce((sum, line) => sum + line.failed, 0);
  const rows: [warn: boolean, label: string, text: string][] = [
    [false, "Version", `${status.version} on Node.js ${status.node}, ${status.address}`],
    [false, "Database", `PostgreSQL ${database.version} (${database.place}), ${bytesText(database.bytes)}, ${database.connections} connections, ${database.migrations} migrations up to ${database.newestMigration ?? "none"}`],
    [database.oldestTransactionSeconds > 300, "Transactions", `oldest ${database.oldestTransactionSeconds} s`],
    [Math.abs(database.clockDriftMs) > 1000, "Clock", `database ${database.clockDriftMs >= 0 ? "ahead" : "behind"} by ${Math.abs(database.clockDriftMs)} ms`],
    [disk.freeBytes < 2e9, "Disk", `${bytesText(disk.freeBytes)} free of ${bytesText(disk.totalBytes)}`],
    [tls.certificateDays !== null && tls.certificateDays < 21, "Encryption", tls.by === "certificate" ? `certificate ends in ${tls.certificateDays} days` : tls.by === "proxy" ? "by a declared proxy" : "loopback only"],
    ...status.keys.map((key): [boolean, string, string] => [(key.ageDays ?? 0) > 365, `${key.ring === "master" ? "Master" : "Signing"} key`, `${key.id}, ${key.ageDays ?? "unknown"} days old`]),
    [true, "Backup", status.backup],
    [failed > 0, "Queue", status.queue.length === 0 ? "empty" : status.queue.map((line) => `${line.name}: ${line.waiting} waiting${line.waiting > 0 ? ` (${line.oldest_s} s)` : ""}, ${line.running} running, ${line.failed} failed`).join("; ")],
    ...Object.entries(status.counts).map(([what, count]): [boolean, string, string] => [what === "mails failed" && count > 0, what[0]!.toUpperCase() + what.slice(1), what === "file bytes" ? bytesText(count) : String(count)]),
  ];
  const width = Math.max(...rows.map(([, label]) => label.length));
  return rows.map(([warn, label, text]) => `${warn ? "!" : " "} ${label.padEnd(width)}  ${text}`);
}
