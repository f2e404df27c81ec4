// Eight years of file retention under each setting, with a moved clock: at each step exactly the due files are gone, with
// everything made of them, whatever was killed on the way. CF_FULL=1 takes 2,000 files a workspace.
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { aScope, testServices } from "../../test/builders.ts";
import { aCompany, clocksOfTest, deletionEvents, everythingOnDisk, moveTo, objectsOf, sealedBytes, stock, type Stocked } from "../../test/stock.ts";
import { verifyChain } from "../events/index.ts";
import type { Scope } from "../workspaces/index.ts";
import type { Keep } from "./contract.ts";
import { liftHold, placeHold } from "./holds.ts";
import { keepYears } from "./policy.ts";
import { runRetention, type RunOptions, type Stage } from "./run.ts";
import { chooseLonger, chooseShorter } from "./setting.ts";

const full = process.env["CF_FULL"] === "1";
const perWorkspace = full ? 2000 : 208;
const day = 86_400_000;
const first = new Date("2026-01-01T00:00:00Z");
const monthsLater = (months: number) => new Date(Date.UTC(2026, months, 1));

/** The rule, written down again in another way: whole years in UTC, the 29th of February ends on the 1st of March. */
const dueAt = (came: Date, keep: Keep): Date | null => {
  const years = keepYears[keep];
  if (years === null) return null;
  const due = new Date(came);
  due.setUTCFullYear(due.getUTCFullYear() + years);
  return due;
};

/** Numbers that are random and the same each time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

describe("A11 eight years of file retention", () => {
  const services = testServices();
  const run = (scope: Scope, more: Partial<RunOptions> = {}) => runRetention(services, scope.workspaceId, { clocks: clocksOfTest(services), batch: 25, ...more });

  test(`${perWorkspace} files in a workspace of each setting: at each step exactly the due ones are gone, killed on the way and run twice`, async () => {
    const random = numbers(20260101);
    const stages: Stage[] = ["begun", "marked", "made removed", "original removed", "removed", "written"];
    const keeps: Keep[] = ["1_year", "3_years", "7_years", "permanent"];
    const workspaces: { keep: Keep; scope: Scope; held: string; documents: Stocked[]; holdId: string; documentHolds: Set<string> }[] = [];
    await moveTo(services, new Date(first.getTime() - 10 * day));
    for (const keep of keeps) {
      const scope = await aScope(services);
      await aCompany(scope);
      const held = await aCompany(scope, "Held Ltd");
      if (keep === "permanent") await chooseLonger(scope, keep);
      else if (keep !== "7_years") await chooseShorter(scope, keep);
      workspaces.push({ keep, scope, held, documents: [], holdId: (await placeHold(scope, { companyId: held, reason: "Revenue audit" })).id, documentHolds: new Set() });
    }
    await moveTo(services, first);
    for (const { scope } of workspaces) expect((await run(scope))!.state).toBe("finished");

    const gone = new Map<string, string>(); // SHA-256 of the sealed bytes → key, of everything that was deleted
    let deletions = 0, kills = 0, looks = 0;
    const steps = 16; // of six months
    for (let step = 1; step <= steps; step++) {
      const from = monthsLater((step - 1) * 6), until = monthsLater(step * 6);
      for (const one of workspaces) {
        const company = await one.scope.transaction((tx) => tx.one(sql<{ id: string }>`select id from company where workspace_id = ${tx.workspaceId} and name <> 'Held Ltd'`));
        // What arrives in these months, the first and the last instants of it included, and a 29th of February.
        const count = Math.floor(perWorkspace / steps);
        const came = Array.from({ length: count }, (_, index) => new Date(index === count - 1 ? from.getTime() : index === count - 2 ? until.getTime() - 1 : from.getTime() + Math.floor(random() * (until.getTime() - from.getTime()))));
        const leap = new Date("2028-02-29T10:00:00Z");
        if (leap >= from && leap < until) came.push(leap);
        const heldCount = Math.max(2, Math.floor(count / 10));
        const documents = [
          ...(await stock(one.scope, company.id, came.slice(heldCount), { pages: (index) => (index % 3 === 0 ? 1 : 0) })),
          ...(await stock(one.scope, one.held, came.slice(0, heldCount), { pages: () => 1 })),
        ];
        one.documents.push(...documents);
        const document = documents[0]!;
        await placeHold(one.scope, { documentId: document.id, reason: "Dispute" });
        one.documentHolds.add(document.id);
      }

      await moveTo(services, until);
      // The company's hold is lifted after six years: what is past its time goes with the next run.
      if (step === 12) for (const one of workspaces) await liftHold(one.scope, one.holdId, "Audit closed");
      for (const one of workspaces) {
        const companyHeld = step < 12;
        const due = one.documents.filter((document) => {
          const at = dueAt(document.cameAt, one.keep);
          return at !== null && at <= until && !one.documentHolds.has(document.id) && !(companyHeld && document.companyId === one.held);
        });
        const before = new Set(await objectsOf(services, one.scope.workspaceId));
        for (const key of due.flatMap((document) => document.objects)) if (before.has(key)) gone.set(createHash("sha256").update(await sealedBytes(services, key)).digest("hex"), key);

        // Killed once or more on the way, each time at another stage.
        for (let tries = 0; tries < (full ? 3 : 1); tries++) {
          const stage = stages[Math.floor(random() * stages.length)]!;
          let left = Math.floor(random() * 6);
          const killed = await run(one.scope, { stages: (at) => { if (at === stage && left-- === 0) throw new Error("killed"); } }).then(() => false, (error: Error) => { expect(error.message).toBe("killed"); return true; });
          if (killed) kills++;
        }
        expect((await run(one.scope))!.state).toBe("finished");
        const again = (await run(one.scope))!;
        expect(again).toMatchObject({ state: "finished", deleted: 0, errors: 0 });

        const dueIds = new Set(due.map((document) => document.id));
        const wanted = one.documents.filter((document) => !dueIds.has(document.id)).flatMap((document) => document.objects).sort();
        expect(await objectsOf(services, one.scope.workspaceId), `${one.keep} at ${until.toISOString()}`).toEqual(wanted);
        const events = await deletionEvents(one.scope);
        expect([...events.keys()].sort()).toEqual(due.map((document) => document.fileId).sort());
        for (const document of due) expect(events.get(document.fileId)).toEqual({ count: 1, sha256: document.sha256, sizeBytes: document.sizeBytes, rule: one.keep });
        const rows = await one.scope.transaction((tx) => tx.all(sql<{ id: string }>`
          select r.id from received_invoice r join file f on f.id = r.file_id where r.workspace_id = ${tx.workspaceId} and f.deleted_at is not null and f.wrapped_key = ''::bytea`));
        expect(rows.map((row) => row.id).sort()).toEqual([...dueIds].sort());
        expect(await one.scope.transaction(async (tx) => (await tx.all(sql`select 1 from received_invoice where workspace_id = ${tx.workspaceId}`)).length), "what was read stays").toBe(one.documents.length);
        looks += one.documents.length;
      }
      deletions = gone.size;
    }
    // Nothing of what was deleted lies anywhere in the state folder, under any name.
    const onDisk = await everythingOnDisk(services.config.stateDir);
    expect([...gone.keys()].filter((hash) => onDisk.has(hash))).toEqual([]);
    expect(onDisk.size).toBeGreaterThan(perWorkspace);
    for (const { scope } of workspaces) expect(await scope.transaction(verifyChain)).toMatchObject({ intact: true });
    const summary = workspaces.map(({ keep, documents }) => `${keep} ${documents.filter((document) => { const at = dueAt(document.cameAt, keep); return at !== null && at <= monthsLater(96); }).length}/${documents.length} due`).join(", ");
    console.info(`eight years, ${workspaces.length} × ${workspaces[0]!.documents.length} files (${summary}): ${deletions} objects deleted, ${kills} kills, ${looks} states of documents compared`);
    for (const { keep, documents } of workspaces) if (keep !== "permanent") expect(documents.length).toBeGreaterThanOrEqual(perWorkspace);
  }, full ? 1_800_000 : 240_000);
});
