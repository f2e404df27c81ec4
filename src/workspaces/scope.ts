import { AsyncLocalStorage } from "node:async_hooks";
import { sql, type RawBuilder, type Transaction } from "kysely";
import { all, maybe, one, run } from "../platform/database.ts";
import type { Database } from "../platform/database-types.ts";
import type { JobKind, JobPayload } from "../platform/jobs.ts";
import type { Services } from "../platform/services.ts";
import { openWorkspaceKey } from "../platform/files.ts";
import { common } from "../platform/refusal.ts";

/** Who acts. `may` answers from the one permission table; jobs and the system may do what their code does. */
export type Actor = {
  kind: "person" | "key" | "job" | "buyer" | "operator" | "system";
  id: string | null;
  name: string;
  role: "owner" | "admin" | "member" | "readonly" | null;
  /** The companies whose books the actor may see; null for all of the workspace. Row security enforces it. */
  companies?: readonly string[] | null;
  may(permission: string): boolean;
};

/** Something that happened, to be written to the audit chain at the end of the transaction. */
export type PendingEvent = {
  action: string;
  /** A sentence in the past tense, without invoice content beyond names and numbers. */
  summary: string;
  subjectKind?: string;
  subjectId?: string;
  companyId?: string | null;
  details?: Record<string, unknown>;
};

/** One open transaction of a workspace. All SQL goes through it, so row-level security always knows the tenant. */
export type Tx = {
  readonly db: Transaction<Database>;
  readonly scope: Scope;
  readonly workspaceId: string;
  readonly events: PendingEvent[];
  /** Exactly one row; anything else is our bug. */
  one<T>(query: RawBuilder<T>): Promise<T>;
  maybe<T>(query: RawBuilder<T>): Promise<T | undefined>;
  all<T>(query: RawBuilder<T>): Promise<T[]>;
  /** Runs a statement; answers how many rows changed. */
  run(query: RawBuilder<unknown>): Promise<number>;
  /** Puts a job into the queue in this transaction. */
  enqueue(kind: JobKind, payload: JobPayload): Promise<void>;
};

/** Workspace, actor and request: the only way to a tenant's data. */
export type Scope = {
  readonly services: Services;
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly requestId: string | null;
  readonly ip: string | null;
  readonly userAgent: string | null;
  now(): Date;
  /** Runs `work` in a transaction; a call inside another joins it. Events are written last, so that the chain's lock is held shortly. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The workspace's key, opened; kept for the scope's life. */
  workspaceKey(): Promise<Buffer>;
};

export type ScopeInput = {
  workspaceId: string;
  actor: Actor;
  requestId?: string | null;
  ip?: string | null;
  userAgent?: string | null;
};

/** Notes that something happened. It is written to the audit chain when the running transaction ends. */
export function recordEvent(tx: Tx, event: PendingEvent): void {
  tx.events.push(event);
}

/** The transaction that the running call stands in, so that a verb called by another verb joins it. */
const current = new AsyncLocalStorage<Tx>();

/** Makes the scope of one request or job. */
export function createScope(services: Services, input: ScopeInput): Scope {
  let key: Promise<Buffer> | null = null;
  const scope: Scope = {
    services,
    workspaceId: input.workspaceId,
    actor: input.actor,
    requestId: input.requestId ?? null,
    ip: input.ip ?? null,
    userAgent: input.userAgent ?? null,
    now: () => services.clock(),
    async transaction(work) {
      const outer = current.getStore();
      if (outer?.scope === scope) return work(outer);
      const identity = { workspaceId: input.workspaceId, personId: input.actor.kind === "person" ? input.actor.id ?? undefined : undefined, companies: input.actor.companies };
      return services.database.transaction(identity, async (db) => {
        const tx = makeTx(scope, db);
        return current.run(tx, async () => {
          const result = await work(tx);
          if (tx.events.length > 0) await services.writeEvents(tx);
          return result;
        });
      });
    },
    workspaceKey() {
      key ??= scope.transaction(async (tx) => {
        const row = await tx.maybe(sql<{ wrapped_key: Buffer; key_id: string }>`
          select wrapped_key, key_id from workspace where id = ${tx.workspaceId}`);
        if (!row) throw common.refuse("not_found");
        return openWorkspaceKey(services.keys, tx.workspaceId, row.wrapped_key, row.key_id);
      });
      key.catch(() => (key = null));
      return key;
    },
  };
  return scope;
}

function makeTx(scope: Scope, db: Transaction<Database>): Tx {
  return {
    db,
    scope,
    workspaceId: scope.workspaceId,
    events: [],
    one: (query) => one(db, query),
    maybe: (query) => maybe(db, query),
    all: (query) => all(db, query),
    run: (query) => run(db, query),
    enqueue: (kind, payload) => scope.services.queue.enqueue(db, kind, { ...payload, workspaceId: scope.workspaceId }),
  };
}
