import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { anApp, signedIn, testServices } from "../../test/builders.ts";

describe("A10 the audit log", () => {
  const services = testServices();
  const holder = anApp(services);

  test("the Activity list filters and pages, and its CSV is safe to open", async () => {
    const ada = await signedIn(holder.app);
    for (let n = 0; n < 5; n++) await ada.call("POST", "/api/api-keys", { name: `=HYPERLINK("x${n}")`, role: "member" });
    const first = await ada.call("GET", "/api/events?limit=3&action=key");
    expect(first.body.items).toHaveLength(3);
    const second = await ada.call("GET", `/api/events?limit=3&action=key&cursor=${first.body.nextCursor}`);
    expect(second.body.items).toHaveLength(2);
    expect(second.body.nextCursor).toBeNull();
    expect((await ada.call("GET", "/api/events?cursor=rubbish")).status).toBe(400);
    const csv = await ada.call("GET", "/api/events.csv");
    const rows = parse(String(csv.body), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.length).toBeGreaterThanOrEqual(6);
    expect(rows.flatMap((row) => Object.values(row)).some((cell) => /^[=+@]/.test(cell))).toBe(false);
  });
});
