import type { CivilDate } from "@counterfoil/calendar";
import type { Scope } from "../workspaces/index.ts";

/**
 * One thing the sample data consists of. `run` makes it and answers its id; `made` gives the ids of earlier steps, `today`
 * is the day the fill was asked for, so that a fill which was interrupted over midnight goes on with the same dates.
 */
export type Step = { name: string; run(scope: Scope, made: (step: string) => string, today: CivilDate): Promise<string> };
