import { randomUUID } from "node:crypto";
import { recordEvent } from "../events/index.ts";
import { openFile } from "../platform/files.ts";
import type { OwnCompany, ReadOutcome } from "../platform/reading/child.ts";
import { unreadable } from "../platform/reading/limits.ts";
import { openBytes } from "../platform/sealing.ts";
import type { Services } from "../platform/services.ts";
import { memoryOfCompany } from "../supplier-memory/index.ts";
import { createScope, type Scope, type Tx } from "../workspaces/index.ts";
import { assess } from "./assess.ts";
import { carriedOver, currentOf } from "./current.ts";
import { answersOf, askForJob, claimPending, endPending, jobCame, lockReceived, lockReadingQueue, releasePending, renewLease, updateReceived, type Claim, type Settable } from "./queries.ts";
import { sealJson } from "../platform/sealed-json.ts";
import { open } from "./stored.ts";
import { ownCompanies } from "./suppliers.ts";

/** How long a claim holds without a sign of life, and how often one is given. Database time, so that clocks may differ. */
const LEASE_SECONDS = 15;
const HEARTBEAT_MS = 5_000;
const PROGRESS_MS = 500;
/** Documents of one workspace read at once, so that nobody's thousand files keep another's one waiting. */
const SHARE = 2;
/** After this long a job makes room for other workspaces and comes back at the end of the queue. */
const TURN_MS = 5_000;
/**
 * How often a document may be claimed. The reader itself gives a file two tries in fresh child processes; more claims
 * only happen when whole workers die. A file that takes its worker along must end too, but one that merely was in hand
 * when the machine was restarted a few times deserves better than "unreadable".
 */
const MOST_CLAIMS = 5;

/** The scope of a job in a workspace: it may do what its code does. */
export const jobScope = (services: Services, workspaceId: string): Scope => createScope(services, {
  workspaceId, actor: { kind: "job", id: null, name: "Counterfoil", role: null, may: () => true },
});

/** Reads a workspace's waiting documents, oldest first, for one turn. */
export async function readWaiting(services: Services, workspaceId: string): Promise<void> {
  const scope = jobScope(services, workspaceId);
  await scope.transaction(jobCame);
  const started = Date.now();
  while (await readNext(scope)) {
    if (Date.now() - started < TURN_MS) continue;
    await scope.transaction(async (tx) => {
      if (await askForJob(tx)) await tx.enqueue("received-invoices.read", {});
    });
    return;
  }
}

/** Claims and reads one document. False when none waits, or this workspace's share is being read already. */
export async function readNext(scope: Scope): Promise<boolean> {
  const token = randomUUID();
  const claim = await scope.transaction((tx) => claimPending(tx, token, LEASE_SECONDS, SHARE));
  if (!claim) return false;
  if (claim.claims > MOST_CLAIMS) {
    await finish(scope, claim, token, unreadable("crashed", "The reader ended each time."), 0);
    return true;
  }
  const sign = heartbeat(scope, claim.id, token);
  try {
    const started = Date.now();
    const outcome = await readClaimed(scope, claim, sign.progress);
    await sign.stop();
    await finish(scope, claim, token, outcome, Date.now() - started);
    return true;
  } catch (error) {
    // Not the file's fault (no child could be started, the store is away, we are shutting down): give it back for another try.
    await sign.stop();
    await scope.transaction((tx) => releasePending(tx, claim.id, token)).catch(() => undefined);
    throw error;
  }
}

async function readClaimed(scope: Scope, claim: Claim, onProgress: (progress: { page?: number | undefined; pages?: number | undefined }) => void): Promise<ReadOutcome> {
  const { services } = scope;
  const key = await scope.workspaceKey();
  const own: OwnCompany[] = await scope.transaction(ownCompanies);
  const memory = await scope.transaction((tx) => memoryOfCompany(tx, claim.companyId));
  const password = claim.sealedPassword ? openBytes(key, claim.sealedPassword, `received-password:${claim.id}`).toString("utf8") : undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of await openFile(services.files, key, claim)) chunks.push(chunk as Buffer);
  return services.reader.read(Buffer.concat(chunks), { fileName: claim.fileName, own, onProgress, ...(memory.layouts.length > 0 ? { memory } : {}), ...(password === undefined ? {} : { password }) });
}

/** Renews the lease every few seconds and notes how far the reading is. */
function heartbeat(scope: Scope, id: string, token: string) {
  let at: { page: number | null; pages: number | null } = { page: null, pages: null };
  let last = 0;
  let running: Promise<unknown> = Promise.resolve();
  let stopped = false;
  const beat = () => {
    if (stopped) return;
    last = Date.now();
    const now = at;
    running = running.then(() => scope.transaction((tx) => renewLease(tx, id, token, LEASE_SECONDS, now)))
      .catch((error: unknown) => scope.services.log.warn({ document: id, error: String(error) }, "the lease of a reading could not be renewed"));
  };
  const timer = setInterval(beat, HEARTBEAT_MS);
  return {
    progress(step: { page?: number | undefined; pages?: number | undefined }) {
      at = { page: step.page ?? at.page, pages: step.pages ?? at.pages };
      if (Date.now() - last > PROGRESS_MS) beat();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** Stores the outcome, once: whoever lost the lease meanwhile stores nothing. */
async function finish(scope: Scope, claim: Claim, token: string, outcome: ReadOutcome, readMs: number): Promise<void> {
  const key = await scope.workspaceKey();
  const reading = outcome.outcome === "read" ? outcome.reading : null;
  await scope.transaction(async (tx) => {
    // Two copies of one invoice read at the same moment must still find each other, so results are stored one by one.
    await lockReadingQueue(tx);
    if (!(await endPending(tx, claim.id, token))) return;
    const row = await lockReceived(tx, claim.id);
    if (!row) return;
    const standing = row.sealed_current ? await open(scope, row) : null; // kept where it is read again by a lesson
    if (standing && !reading) {
      await updateReceived(tx, claim.id, { reading_state: "read", ...(await assess(tx, row, standing.current)) });
      return;
    }
    const answers = standing ? (await answersOf(tx, claim.id)).filter((answer) => answer.undone_at === null).map((answer) => answer.path) : [];
    const current = standing ? carriedOver(currentOf(reading), standing.current, reading, answers) : currentOf(reading);
    const sealed = reading ? {
      sealed_reading: await sealJson(key, reading, `received-reading:${claim.id}`),
      sealed_current: await sealJson(key, current, `received-current:${claim.id}`),
    } : { sealed_reading: null, sealed_current: null };
    const result: Settable = outcome.outcome === "read" ? {
      reading_state: "read", unreadable_code: null, unreadable_reason: null, unreadable_remedy: null,
      page_count: outcome.reading.pages.length, engine_version: outcome.reading.engine.version, syntax: outcome.reading.syntax,
      ...(await assess(tx, row, current, outcome.flags)),
    } : {
      reading_state: outcome.code === "password" ? "needs_password" : "unreadable",
      unreadable_code: outcome.code, unreadable_reason: outcome.reason, unreadable_remedy: outcome.remedy,
      ...(outcome.code === "password" ? { sealed_password: null } : {}),
    };
    await updateReceived(tx, claim.id, { ...sealed, ...result, read_at: scope.now(), read_ms: readMs });
    recordOutcome(tx, row.file_name, claim, outcome);
  });
}

function recordOutcome(tx: Tx, fileName: string, claim: Claim, outcome: ReadOutcome): void {
  const read = outcome.outcome === "read";
  recordEvent(tx, {
    action: read ? "received_invoice.read" : "received_invoice.unreadable",
    summary: read ? `Read ${fileName}` : `Could not read ${fileName}`,
    subjectKind: "received_invoice", subjectId: claim.id, companyId: claim.companyId,
    details: read ? { engine: outcome.reading.engine.version, syntax: outcome.reading.syntax, proof: outcome.reading.proof, flags: outcome.flags } : { code: outcome.code },
  });
}
