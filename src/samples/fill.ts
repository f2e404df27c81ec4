import { todayIn } from "@counterfoil/calendar";
import { recordEvent } from "../events/index.ts";
import { common } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { createScope, type Scope } from "../workspaces/index.ts";
import { billingSteps } from "./billing.ts";
import type { SampleProgress } from "./contract.ts";
import { joinerySteps } from "./joinery.ts";
import { findFill, findStep, finishFill, insertFill, insertStep, listSteps, lockFill, type FillRow } from "./queries.ts";
import { holdSteps, receivedSteps } from "./received.ts";
import type { Step } from "./steps.ts";

/** In the order in which they are made. Names are kept: they are how an interrupted fill knows what is there. */
export const steps: readonly Step[] = [...joinerySteps, ...receivedSteps, ...holdSteps, ...billingSteps];

const view = (row: FillRow | undefined): SampleProgress =>
  row ? { state: row.finished_at ? "filled" : "filling", done: row.finished_at ? row.steps : row.done, of: row.steps } : { state: "none", done: 0, of: 0 };

/** How far the sample data of the workspace is. */
export const sampleProgress = (scope: Scope): Promise<SampleProgress> => scope.transaction(async (tx) => view(await findFill(tx)));

/** Asks for sample data. Asked again it changes nothing and answers how far it is. */
export function askForSample(scope: Scope): Promise<SampleProgress> {
  return scope.transaction(async (tx) => {
    const isFirst = await insertFill(tx, { today: todayIn("Europe/Dublin", scope.now()), steps: steps.length, askedBy: scope.actor.name, at: scope.now() });
    if (isFirst) {
      recordEvent(tx, { action: "sample_data.asked", summary: "Asked for sample data", subjectKind: "workspace", subjectId: tx.workspaceId });
      await tx.enqueue("workspaces.fill-sample", {});
    }
    return view(await findFill(tx));
  });
}

/** Makes every step that is still missing, in order; may be killed and started again at any point. */
export async function fillSample(services: Services, workspaceId: string): Promise<void> {
  const scope = createScope(services, { workspaceId, actor: { kind: "job", id: null, name: "Sample data", role: "owner", may: () => true } });
  const fill = await scope.transaction(findFill);
  if (!fill || fill.finished_at) return;
  const ids = new Map((await scope.transaction(listSteps)).map((row) => [row.step, row.made]));
  const made = (step: string): string => {
    const id = ids.get(step);
    if (!id) throw new Error(`the sample step ${step} has to come first`);
    return id;
  };
  for (const step of steps) if (!ids.has(step.name)) ids.set(step.name, await once(scope, step, made));
  await scope.transaction(async (tx) => {
    if (await finishFill(tx, scope.now())) recordEvent(tx, { action: "sample_data.filled", summary: `Filled with sample data, ${steps.length} steps`, subjectKind: "workspace", subjectId: tx.workspaceId });
  });
}

/** A step and the note that it is done are one transaction; the lock lets a second worker wait and then find it done. */
const once = (scope: Scope, step: Step, made: (step: string) => string): Promise<string> => scope.transaction(async (tx) => {
  const fill = await lockFill(tx);
  if (!fill) throw common.refuse("not_found");
  const before = await findStep(tx, step.name);
  if (before) return before.made;
  const id = await step.run(scope, made, fill.today);
  await insertStep(tx, step.name, id, scope.now());
  return id;
});
