import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { all, assume, type DatabaseHandle } from "../platform/database.ts";
import type { Services } from "../platform/services.ts";
import { createScope } from "../workspaces/index.ts";
import type { Verification } from "./contract.ts";
import type { Head } from "./queries.ts";
import { verifyChain } from "./verify.ts";

export const AUDIT_HELP = `counterfoil audit: checks the audit logs of this installation. Reads only, and prints numbers and hashes, never content.

  audit verify          Recompute the hash chain of every workspace. Ends with 0 when all are unbroken, 1 when one is broken,
                        2 when it could not be checked.
    --workspace ID      Of this workspace only.
    --heads FILE        Also compare with heads printed earlier: finds a tail that was cut off, whoever rewrote the rest.
    --json              One JSON document.
  audit head            Print each chain's head: workspace, number of events, hash. Keep it where the owner of this server cannot
                        write: it seals everything before it.
    --workspace ID, --json`;

/** Wrong words, or a file that cannot be used. */
class AuditError extends Error {
  override name = "OperatorError";
}

type Say = (line: string) => void;
type NotedHead = Head & { workspaceId: string };

/** `counterfoil audit verify|head`, on the database as the application sees it: row security lets each chain be read as its own workspace only. Answers the exit code. */
export async function auditCommand(words: string[], database: DatabaseHandle, say: Say = console.log, complain: Say = console.error): Promise<number> {
  try {
    const { verb, workspace, headsFile, json } = parse(words);
    if (verb === "help") { say(AUDIT_HELP); return 0; }
    const heads = (await headsOf(database)).filter((head) => !workspace || head.workspaceId === workspace);
    const noted = headsFile ? readHeads(await readFile(headsFile, "utf8").catch(() => { throw new AuditError(`${headsFile} cannot be read.`); }), headsFile) : [];
    const missing = noted.filter((one) => !heads.some((head) => head.workspaceId === one.workspaceId) && (!workspace || one.workspaceId === workspace));
    if (workspace && heads.length === 0 && missing.length === 0) throw new AuditError(`There is no audit log of a workspace ${workspace} here.`);
    if (verb === "head") {
      if (json) say(JSON.stringify(heads.map((head) => ({ workspaceId: head.workspaceId, seq: Number(head.seq), hash: head.hash.toString("hex") })), null, 2));
      else for (const head of heads) say(`${head.workspaceId} ${head.seq} ${head.hash.toString("hex")}`);
      return 0;
    }
    return await verify(database, heads, noted, missing, json, say);
  } catch (error) {
    if (!(error instanceof AuditError) && !isAway(error)) throw error;
    complain((error as Error).message);
    return 2;
  }
}

async function verify(database: DatabaseHandle, heads: NotedHead[], noted: NotedHead[], missing: NotedHead[], json: boolean, say: Say): Promise<number> {
  const verdicts: (Verification & { workspaceId: string })[] = [];
  for (const { workspaceId } of heads) {
    const verdict = await verifyWorkspace(database, workspaceId, noted.find((one) => one.workspaceId === workspaceId) ?? null);
    verdicts.push({ workspaceId, ...verdict });
    if (!json) say(`${workspaceId}  ${verdict.intact
      ? `unbroken, ${count(verdict.events)} events (${(verdict.milliseconds / 1000).toFixed(1)} s)`
      : `BROKEN at event ${verdict.firstBroken}. ${verdict.problem} The ${count(verdict.events)} events before it fit.`}`);
  }
  for (const one of missing) {
    const problem = `It is missing: the noted head says ${one.seq} events, and this workspace's log is not here. Either the workspace was deleted, or its log was.`;
    verdicts.push({ workspaceId: one.workspaceId, intact: false, events: 0, firstBroken: 1, problem, head: null, milliseconds: 0 });
    if (!json) say(`${one.workspaceId}  BROKEN at event 1. ${problem}`);
  }
  const broken = verdicts.filter((verdict) => !verdict.intact).length;
  const events = verdicts.reduce((sum, verdict) => sum + verdict.events, 0);
  if (json) say(JSON.stringify({ intact: broken === 0, workspaces: verdicts.length, events, broken, verdicts }, null, 2));
  else say(`${count(verdicts.length)} ${verdicts.length === 1 ? "log" : "logs"}, ${count(events)} events: ${broken === 0 ? "all unbroken." : `${broken} broken. Compare with a backup, and find out who could write to the database.`}`);
  return broken === 0 ? 0 : 1;
}

/** Needs no key and no queue, only the database: a check must work when the rest does not. */
export function verifyWorkspace(database: DatabaseHandle, workspaceId: string, noted: Head | null): Promise<Verification> {
  const services = { database, clock: () => new Date() } as unknown as Services;
  const scope = createScope(services, { workspaceId, actor: { kind: "operator", id: null, name: "Operator", role: null, may: () => false } });
  return scope.transaction((tx) => verifyChain(tx, noted));
}

/** The head of every chain, by workspace. Without any identity row security shows these and nothing else of a tenant. */
export const headsOf = (database: DatabaseHandle): Promise<NotedHead[]> => database.kysely.transaction().execute(async (db) => {
  await assume(db, {});
  return (await all(db, sql<{ workspace_id: string; seq: bigint; hash: Buffer }>`select workspace_id, seq, hash from event_head order by workspace_id`))
    .map((row) => ({ workspaceId: row.workspace_id, seq: row.seq, hash: row.hash }));
});

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What `audit head` printed, as lines or as JSON. */
function readHeads(text: string, file: string): NotedHead[] {
  const wrong = () => new AuditError(`${file} does not hold heads. Write it with: counterfoil audit head > ${file}`);
  let rows: string[][];
  if (text.trimStart().startsWith("[")) {
    try {
      rows = (JSON.parse(text) as { workspaceId: string; seq: number; hash: string }[]).map((one) => [one.workspaceId, String(one.seq), one.hash]);
    } catch {
      throw wrong();
    }
  } else rows = text.split("\n").map((line) => line.trim()).filter((line) => line && !line.startsWith("#")).map((line) => line.split(/\s+/));
  return rows.map(([workspaceId = "", seq = "", hash = "", ...more]) => {
    if (!uuid.test(workspaceId) || !/^\d{1,18}$/.test(seq) || !/^[0-9a-f]{64}$/i.test(hash) || more.length > 0) throw wrong();
    return { workspaceId: workspaceId.toLowerCase(), seq: BigInt(seq), hash: Buffer.from(hash, "hex") };
  });
}

function parse(words: string[]): { verb: "verify" | "head" | "help"; workspace: string | null; headsFile: string | null; json: boolean } {
  let parsed;
  try {
    parsed = parseArgs({ args: words, options: { workspace: { type: "string" }, all: { type: "boolean" }, heads: { type: "string" }, json: { type: "boolean" }, help: { type: "boolean", short: "h" } }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new AuditError(`${(error as Error).message.split(". ")[0]!.replace(/\.$/, "")}. See counterfoil audit --help.`);
  }
  const { workspace, all: every, heads, json, help } = parsed.values;
  const [verb, ...more] = parsed.positionals;
  if (help) return { verb: "help", workspace: null, headsFile: null, json: false };
  if ((verb !== "verify" && verb !== "head") || more.length > 0) throw new AuditError("Say audit verify or audit head. See counterfoil audit --help.");
  if (workspace !== undefined && !uuid.test(workspace)) throw new AuditError(`${workspace} is no workspace id. counterfoil audit head lists them.`);
  if (workspace !== undefined && every) throw new AuditError("--workspace and --all exclude each other.");
  if (heads !== undefined && verb === "head") throw new AuditError("--heads belongs to audit verify.");
  return { verb, workspace: workspace?.toLowerCase() ?? null, headsFile: heads ?? null, json: json ?? false };
}

const isAway = (error: unknown): boolean => /^(57P0[123]|08\w{3}|ECONNREFUSED|ECONNRESET|ENOENT|28P01|3D000|42P01)$/.test((error as { code?: string }).code ?? "");
const count = (value: number): string => value.toLocaleString("en");
