import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { aScope, testServices } from "../../test/builders.ts";
import { retentionView } from "../retention/setting.ts";
import { askForSample, fillSample, sampleProgress, steps } from "./fill.ts";

describe("sample data", () => {
  const services = testServices();

  test("A15 asked twice and filled by two workers at once, everything is there once, and a crash in between loses nothing", async () => {
    const scope = await aScope(services);
    expect(await sampleProgress(scope)).toEqual({ state: "none", done: 0, of: 0 });
    await Promise.all([askForSample(scope), askForSample(scope)]);
    expect(await sampleProgress(scope)).toEqual({ state: "filling", done: 0, of: steps.length });

    // The file store fails on the third received document, as when the machine stops there.
    let files = 0;
    const put = services.files.put;
    services.files.put = (...input) => (++files === 3 ? Promise.reject(new Error("the machine stopped")) : put.apply(services.files, input));
    await expect(fillSample(services, scope.workspaceId)).rejects.toThrow("the machine stopped");
    services.files.put = put;
    const halfway = await sampleProgress(scope);
    expect(halfway.state).toBe("filling");
    expect(halfway.done).toBeGreaterThan(5);

    await Promise.all([fillSample(services, scope.workspaceId), fillSample(services, scope.workspaceId)]);
    expect(await sampleProgress(scope)).toEqual({ state: "filled", done: steps.length, of: steps.length });
    await fillSample(services, scope.workspaceId);
    const counts = await scope.transaction((tx) => tx.one(sql<{ companies: number; received: number; steps: number }>`
      select (select count(*)::int from company) as companies, (select count(*)::int from received_invoice) as received, (select count(*)::int from sample_step) as steps`));
    expect(counts).toEqual({ companies: 1, received: steps.filter((step) => step.name.startsWith("received.")).length, steps: steps.length });
    // File retention has something to show: originals with a date, one of them held.
    const received = counts.received;
    expect(await retentionView(scope)).toMatchObject({ keep: "7_years", openHolds: 1, plan: { kept: { files: received }, held: { files: 1 }, first: { files: 0 }, months: [{ files: received - 1 }] } });
  }, 120_000);
});
