import { expect, test } from "vitest";
import { byDue, leftOf, oldestFirst, whyNotShares, type OpenInvoice } from "./allocation.ts";

const invoice = (id: string, open: string, dueDate: string | null = null): OpenInvoice => ({ id, number: `TW-${id}`, title: null, dueDate, daysOverdue: 0, open, currency: "EUR" });

test("money goes to the oldest due first and stops when it is spent", () => {
  const invoices = byDue([invoice("late", "50.00", "2026-11-30"), invoice("early", "100.00", "2026-10-01"), invoice("never", "10.00")]);
  expect(invoices.map((one) => one.id)).toEqual(["early", "late", "never"]);
  expect(oldestFirst(invoices, "112.40", "EUR")).toEqual({ early: "100.00", late: "12.40" });
});

test("what is too much is left over, to the cent", () => {
  const shares = oldestFirst([invoice("a", "100.00")], "112.40", "EUR");
  expect(leftOf("112.40", shares, "EUR").left.minor).toBe(1240n);
});

test("shares above what is open, or above what arrived, are refused with the reason", () => {
  const invoices = [invoice("a", "100.00"), invoice("b", "100.00")];
  expect(whyNotShares(invoices, { a: "100.01" }, "500.00", "EUR")).toBe("TW-a has only 100.00 open");
  expect(whyNotShares(invoices, { a: "80.00", b: "80.00" }, "100.00", "EUR")).toBe("More is shared out than arrived");
  expect(whyNotShares(invoices, { a: "1o0" }, "100.00", "EUR")).toMatch(/write an amount/);
  expect(whyNotShares(invoices, { a: "80.00" }, "100.00", "EUR")).toBeNull();
});

test("an amount that cannot be read pays nothing", () => {
  expect(oldestFirst([invoice("a", "100.00")], "12,x", "EUR")).toEqual({});
  expect(oldestFirst([invoice("a", "100.00")], "-5.00", "EUR")).toEqual({});
});
