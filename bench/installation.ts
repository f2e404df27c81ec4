// What measurements run on: the product's own services over a database of their own, and a table to print.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openServices } from "../src/host.ts";
import { loadConfig } from "../src/platform/config.ts";
import { createLog } from "../src/platform/log.ts";
import { connectionsOf, type Connections, type Postgres } from "../src/platform/postgres/index.ts";
import type { Services } from "../src/platform/services.ts";
import { prepareDatabase } from "../src/start.ts";

export type Installation = { services: Services; connections: Connections; close(): Promise<void> };

/**
 * A fresh installation with the embedded PostgreSQL as `start` would run it (durable, its own settings), or on DATABASE_URL.
 * BENCH_STATE names a folder to keep it in, for a measurement that knows its own data again.
 */
export async function anInstallation(): Promise<Installation> {
  const kept = process.env["BENCH_STATE"];
  const stateDir = kept ? resolve(kept) : mkdtempSync(join(tmpdir(), "counterfoil-bench-"));
  const config = loadConfig({ ...process.env, COUNTERFOIL_STATE_DIR: stateDir, LOG_LEVEL: "silent" });
  const log = createLog("silent");
  let postgres: Postgres | null = null;
  await prepareDatabase(config, log, (server) => { postgres = server; });
  const services = await openServices(config, { worker: false, log });
  return {
    services, connections: connectionsOf(config),
    async close() {
      await services.close();
      await (postgres as Postgres | null)?.stop();
      if (!kept) rmSync(stateDir, { recursive: true, force: true });
    },
  };
}

export type Times = { median: number; p95: number; worst: number };

/** Milliseconds of `rounds` runs after two that warm up. */
export async function timed(work: () => Promise<unknown>, rounds = 15): Promise<Times> {
  for (let round = 0; round < 2; round++) await work();
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  taken.sort((a, b) => a - b);
  return { median: taken[Math.floor(rounds / 2)]!, p95: taken[Math.min(rounds - 1, Math.floor(rounds * 0.95))]!, worst: taken.at(-1)! };
}

/** Prints rows under heads, numbers at the right. */
export function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const text = rows.map((row) => row.map((cell) => (typeof cell === "number" ? cell.toFixed(cell < 100 ? 1 : 0) : cell)));
  const widths = heads.map((head, at) => Math.max(head.length, ...text.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[], of: readonly (string | number)[]) => cells.map((cell, at) => (typeof of[at] === "number" ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join("  ").trimEnd();
  console.log(line(heads, rows[0] ?? []));
  console.log(widths.map((width) => "─".repeat(width)).join("  "));
  text.forEach((row, at) => console.log(line(row, rows[at]!)));
}
