import { sql } from "kysely";
import type { Tx } from "../workspaces/index.ts";

export type FillRow = { today: string; steps: number; asked_by: string; finished_at: Date | null; done: number };

export const findFill = (tx: Tx) => tx.maybe(sql<FillRow>`
  select f.today, f.steps, f.asked_by, f.finished_at, (select count(*)::int from sample_step s where s.workspace_id = f.workspace_id) as done
  from sample_fill f where f.workspace_id = ${tx.workspaceId}`);

/** 1 for the first who asks, 0 for everybody after. */
export const insertFill = (tx: Tx, row: { today: string; steps: number; askedBy: string; at: Date }) => tx.run(sql`
  insert into sample_fill (workspace_id, today, steps, asked_by, started_at) values (${tx.workspaceId}, ${row.today}, ${row.steps}, ${row.askedBy}, ${row.at})
  on conflict do nothing`);

/** Holds the fill until the transaction ends: two workers take its steps in turn. */
export const lockFill = (tx: Tx) => tx.maybe(sql<{ today: string }>`
  select today from sample_fill where workspace_id = ${tx.workspaceId} for update`);

export const finishFill = (tx: Tx, at: Date) => tx.run(sql`
  update sample_fill set finished_at = ${at} where workspace_id = ${tx.workspaceId} and finished_at is null`);

export const findStep = (tx: Tx, step: string) => tx.maybe(sql<{ made: string }>`
  select made from sample_step where workspace_id = ${tx.workspaceId} and step = ${step}`);

export const listSteps = (tx: Tx) => tx.all(sql<{ step: string; made: string }>`
  select step, made from sample_step where workspace_id = ${tx.workspaceId}`);

export const insertStep = (tx: Tx, step: string, made: string, at: Date) => tx.run(sql`
  insert into sample_step (workspace_id, step, made, done_at) values (${tx.workspaceId}, ${step}, ${made}, ${at})`);
