import { z } from "zod";

export const ClaimStates = z.enum(["kept", "off", "not_configured", "not_built", "broken"]);

export const RunView = z.object({
  result: z.enum(["passed", "failed", "skipped", "not run"]), at: z.iso.datetime(), version: z.string(),
  tests: z.number().int().describe("How many tests carry the promise's id"),
});

export const ClaimView = z.object({
  id: z.string().describe("Also the beginning of the titles of its tests"),
  area: z.string(), promise: z.string(), shows: z.string(),
  page: z.string().nullable(), command: z.string().nullable(),
  state: ClaimStates, says: z.string().describe("How it stands in this installation, read from it now"),
  lastRun: RunView.nullable().describe("Null: its tests were not run on this machine"),
});
export type ClaimView = z.infer<typeof ClaimView>;

export const ServiceView = z.object({ key: z.string(), vendor: z.string(), role: z.string(), purpose: z.string(), data: z.array(z.string()), region: z.string(), link: z.string().nullable() });

export const AsvsView = z.object({
  applies: z.number().int(), byTest: z.number().int().describe("To be shown by an automated test"), byConfiguration: z.number().int(), byReview: z.number().int(),
  notMet: z.array(z.object({ id: z.string(), reason: z.string() })), doesNotApply: z.number().int(),
  proven: z.number().int().nullable().describe("Of those by test: how many had a test that carries their id when the suite last ran here; null when it was not run"),
});

export const TrustView = z.object({
  at: z.iso.datetime(), version: z.string(), operator: z.string().nullable(),
  counts: z.record(z.string(), z.number().int()),
  areas: z.array(z.object({ key: z.string(), title: z.string() })),
  claims: z.array(ClaimView),
  lastRun: z.object({ at: z.iso.datetime(), version: z.string(), passed: z.number().int(), failed: z.number().int(), skipped: z.number().int() }).nullable(),
  asvs: AsvsView,
  services: z.array(ServiceView).describe("Services outside this installation that are on. Empty: everything stays on this server"),
  history: z.array(z.object({ at: z.iso.datetime(), change: z.enum(["added", "changed", "removed"]), vendor: z.string(), role: z.string(), region: z.string() })),
  security: z.object({ contact: z.string(), file: z.string(), answer: z.string() }),
});
export type TrustView = z.infer<typeof TrustView>;

export const WorkspaceTrustView = TrustView.extend({
  own: z.array(z.object({ label: z.string(), value: z.string(), page: z.string().nullable(), needs: z.string().nullable() })).describe("What this workspace has set for itself"),
  providers: z.array(z.object({ name: z.string(), kind: z.string(), issuer: z.string() })).describe("Identity providers that this workspace connected, as services of its own choice"),
});
export type WorkspaceTrustView = z.infer<typeof WorkspaceTrustView>;
