import { describe, expect, test } from "vitest";
import { anApp, clientOf, signedIn, testServices, type Client } from "../../test/builders.ts";
import { fillSample } from "../samples/fill.ts";

describe("home", () => {
  const services = testServices();
  const holder = anApp(services);
  const filled = async (): Promise<Client & { workspaceId: string; companyId: string }> => {
    services.moveClock(new Date("2026-06-17T10:00:00Z"));
    const ada = await signedIn(holder.app);
    expect((await ada.call("POST", "/api/sample-data", {})).status).toBe(202);
    await fillSample(services, ada.workspaceId);
    return { ...ada, companyId: (await ada.call("GET", "/api/companies")).body.items[0].id };
  };

  test("what customers owe is, bucket by bucket, what their open invoices say, and the overdue part leads the list", async () => {
    const ada = await filled();
    const home = (await ada.call("GET", `/api/home?companyId=${ada.companyId}`)).body;
    expect(home.today).toBe("2026-06-17");
    const invoices = (await ada.call("GET", "/api/invoices?limit=200")).body.items as { kind: string; open: string; daysOverdue: number; document: string }[];
    const open = invoices.filter((one) => one.kind === "invoice" && one.document !== "draft" && Number(one.open) > 0);
    const cents = (rows: { open: string }[]) => rows.reduce((sum, row) => sum + BigInt(row.open.replace(".", "")), 0n);
    const total = (amount: string) => BigInt(amount.replace(".", ""));
    const [owed] = home.owed;
    expect(total(owed.total)).toBe(cents(open));
    const inBucket = (key: string) => owed.buckets.find((bucket: { key: string }) => bucket.key === key);
    expect(total(inBucket("not_due").amount)).toBe(cents(open.filter((one) => one.daysOverdue === 0)));
    expect(total(inBucket("days_1_30").amount)).toBe(cents(open.filter((one) => one.daysOverdue >= 1 && one.daysOverdue <= 30)));
    expect(home.needs.overdue).toMatchObject({ count: 2, oldestDays: 38, owesMost: "Marrowbone Books" });
    expect(home.needs.proposalsEnding).toMatchObject([{ customerName: "Ballyvaughan House Hotel", daysLeft: 1, views: 3 }]);
    expect(home.needs.unallocated.sums).toEqual([{ currency: "EUR", amount: "12.40" }]);
    const session = (await ada.call("GET", "/api/session")).body;
    expect(session.companies[0].open).toEqual({ inbox: 0, proposals: 2, invoices: 2 });
  }, 120_000);

  test("weeks begin on Monday, what was received stands in its week, and nothing is expected twice", async () => {
    const ada = await filled();
    const { flows } = (await ada.call("GET", `/api/home?companyId=${ada.companyId}`)).body;
    const [flow] = flows;
    expect(flow.weeks.map((week: { start: string }) => week.start)).toEqual(["2026-05-18", "2026-05-25", "2026-06-01", "2026-06-08", "2026-06-15", "2026-06-22", "2026-06-29", "2026-07-06", "2026-07-13", "2026-07-20", "2026-07-27", "2026-08-03"]);
    expect(flow.weeks.map((week: { ahead: boolean }) => week.ahead).indexOf(true)).toBe(4);
    const payments = (await ada.call("GET", "/api/payments?limit=200")).body.items as { receivedOn: string; amount: string }[];
    const of = (from: string, until: string) => payments.filter((one) => one.receivedOn >= from && one.receivedOn < until).reduce((sum, one) => sum + BigInt(one.amount.replace(".", "")), 0n);
    expect(BigInt(flow.weeks[1].in.replace(".", ""))).toBe(of("2026-05-25", "2026-06-01"));
    const home = (await ada.call("GET", `/api/home?companyId=${ada.companyId}`)).body;
    const expected = flow.weeks.slice(4).reduce((sum: bigint, week: { in: string }) => sum + BigInt(week.in.replace(".", "")), 0n);
    expect(expected).toBe(BigInt(home.owed[0].total.replace(".", "")) + of("2026-06-15", "2026-06-18"));
  }, 120_000);

  test("another workspace's company is not found, and a workspace without anything has an empty home", async () => {
    const ada = await filled();
    services.moveClock(null);
    const eve = await signedIn(holder.app, "Eve Test");
    expect((await eve.call("GET", `/api/home?companyId=${ada.companyId}`)).status).toBe(404);
    expect((await eve.call("GET", "/api/home")).body).toMatchObject({ owed: [], owing: [], flows: [], next: [], needs: { review: { count: 0 } } });
    expect((await clientOf(holder.app, {}).call("GET", "/api/home")).status).toBe(401);
  }, 120_000);
});
