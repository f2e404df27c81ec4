// A stock of received documents for tests of file retention: many rows at once, over real sealed objects in the store.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { sql } from "kysely";
import { saveFile, type StoredFile } from "../src/platform/files.ts";
import type { Services } from "../src/platform/services.ts";
import { confirmClock, type Clocks } from "../src/retention/clock.ts";
import type { Scope } from "../src/workspaces/index.ts";

/** A document as it was put there. `objects` are the store keys of its original and of everything made of it. */
export type Stocked = { id: string; fileId: string; companyId: string; cameAt: Date; sha256: string; sizeBytes: number; objects: string[] };

/** All three clocks at the time of the services, which a test moves. */
export const clocksOfTest = (services: Services): Clocks => ({ application: services.clock, database: async () => services.clock(), monotonicMs: () => performance.now() });

/** Moves the time, and says as the operator that it is right. */
export async function moveTo(services: Services & { moveClock(to: Date | null): void }, at: Date): Promise<void> {
  services.moveClock(at);
  await confirmClock(services, "test", clocksOfTest(services));
}

export async function aCompany(scope: Scope, name = "Tidewater Joinery"): Promise<string> {
  const id = randomUUID();
  await scope.transaction((tx) => tx.run(sql`
    insert into company (id, workspace_id, name, country, currency, time_zone, locale) values (${id}, ${tx.workspaceId}, ${name}, 'IE', 'EUR', 'Europe/Dublin', 'en-IE')`));
  return id;
}

/** Puts documents there that came at these instants, each with `pages` pictures and words of pages. */
export async function stock(scope: Scope, companyId: string, cameAt: readonly Date[], options: { pages?: (index: number) => number; bytes?: (index: number) => number } = {}): Promise<Stocked[]> {
  const { services } = scope;
  const key = await scope.workspaceKey();
  const save = (size: number) => saveFile(services.files, scope.workspaceId, key, Readable.from([randomBytes(size)]), 1_000_000);
  const made: { document: Stocked; files: StoredFile[] }[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: 16 }, async () => {
    for (let index = next++; index < cameAt.length; index = next++) {
      const original = await save(options.bytes?.(index) ?? 20 + (index % 60));
      const files = [original];
      for (let page = 0; page < (options.pages?.(index) ?? 0); page++) files.push(await save(40), await save(30));
      made[index] = { files, document: { id: randomUUID(), fileId: original.id, companyId, cameAt: cameAt[index]!, sha256: original.sha256.toString("hex"), sizeBytes: original.sizeBytes, objects: files.map((file) => file.storeKey) } };
    }
  }));
  for (let start = 0; start < made.length; start += 500) {
    const part = made.slice(start, start + 500);
    const files = part.flatMap(({ files, document }) => files.map((file) => ({ ...file, cameAt: document.cameAt })));
    const pages = part.flatMap(({ files, document }) => files.slice(1).map((file, index) => ({ received: document.id, fileId: file.id, page: Math.floor(index / 2) + 1, content: index % 2 === 0 ? "image" : "words" })));
    await scope.transaction(async (tx) => {
      await tx.run(sql`
        insert into file (id, workspace_id, company_id, store_key, wrapped_key, sha256, size_bytes, media_type, created_at)
        select id, ${tx.workspaceId}, ${companyId}, store_key, decode(wrapped_key, 'hex'), decode(sha256, 'hex'), size_bytes, 'application/pdf', came_at
        from unnest(${files.map((file) => file.id)}::uuid[], ${files.map((file) => file.storeKey)}::text[], ${files.map((file) => file.wrappedKey.toString("hex"))}::text[], ${files.map((file) => file.sha256.toString("hex"))}::text[],
          ${files.map((file) => file.sizeBytes)}::bigint[], ${files.map((file) => file.cameAt.toISOString())}::timestamptz[]) as t (id, store_key, wrapped_key, sha256, size_bytes, came_at)`);
      await tx.run(sql`
        insert into received_invoice (id, workspace_id, company_id, file_id, sha256, file_name, kind, media_type, size_bytes, received_at, received_via, reading_state, page_count, supplier_name)
        select id, ${tx.workspaceId}, ${companyId}, file_id, decode(sha256, 'hex'), left(sha256, 8) || '.pdf', 'pdf', 'application/pdf', size_bytes, came_at, 'api', 'read', 1, 'Brennan Timber'
        from unnest(${part.map(({ document }) => document.id)}::uuid[], ${part.map(({ document }) => document.fileId)}::uuid[], ${part.map(({ document }) => document.sha256)}::text[],
          ${part.map(({ document }) => document.sizeBytes)}::bigint[], ${part.map(({ document }) => document.cameAt.toISOString())}::timestamptz[]) as t (id, file_id, sha256, size_bytes, came_at)`);
      await tx.run(sql`
        insert into received_page (id, workspace_id, received_invoice_id, page, content, file_id)
        select gen_random_uuid(), ${tx.workspaceId}, received, page, content, file_id
        from unnest(${pages.map((page) => page.received)}::uuid[], ${pages.map((page) => page.fileId)}::uuid[], ${pages.map((page) => page.page)}::int[], ${pages.map((page) => page.content)}::text[]) as t (received, file_id, page, content)`);
    });
  }
  return made.map(({ document }) => document);
}

/** Store keys of a workspace, sorted. */
export async function objectsOf(services: Services, workspaceId: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const object of services.files.list(`${workspaceId}/`)) keys.push(object.key);
  return keys.sort();
}

/** What lies under a key, as it lies there. */
export const sealedBytes = async (services: Services, key: string): Promise<Buffer> => buffer(await services.files.get(key));

/** SHA-256 of every file below the state folder, whatever it is called. */
export async function everythingOnDisk(stateDir: string): Promise<Set<string>> {
  const { readdir } = await import("node:fs/promises");
  const found = new Set<string>();
  for (const entry of await readdir(stateDir, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) found.add(createHash("sha256").update(await readFile(join(entry.parentPath, entry.name))).digest("hex"));
  return found;
}

/** Deletion events of a workspace: file id → how many. */
export async function deletionEvents(scope: Scope): Promise<Map<string, { count: number; sha256: string; sizeBytes: number; rule: string }>> {
  const rows = await scope.transaction((tx) => tx.all(sql<{ file_id: string; count: number; sha256: string; size: number; rule: string }>`
    select details->>'fileId' as file_id, count(*)::int as count, min(details->>'sha256') as sha256, min((details->>'sizeBytes')::int) as size, min(details->>'rule') as rule
    from event where workspace_id = ${tx.workspaceId} and action = 'retention.file_deleted' group by 1`));
  return new Map(rows.map((row) => [row.file_id, { count: row.count, sha256: row.sha256, sizeBytes: row.size, rule: row.rule }]));
}
