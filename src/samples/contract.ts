import { z } from "zod";

/** How far the sample data is. `done` and `of` count its steps; both are 0 before anybody asked. */
export const SampleProgress = z.object({ state: z.enum(["none", "filling", "filled"]), done: z.number().int(), of: z.number().int() });
export type SampleProgress = z.infer<typeof SampleProgress>;
