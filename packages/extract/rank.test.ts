import { expect, test } from "vitest";
import { candidatesOf } from "./candidates.ts";
import { headerAnswers } from "./header.ts";
import { labelsOf } from "./labels.ts";
import { layOut } from "./lines.ts";
import { conventionsOf } from "./locale.ts";
import { typed } from "./test-pages.ts";

function answers(text: string): Record<string, string> {
  const layout = layOut([typed(text)]);
  const { ids, dates } = headerAnswers(layout, labelsOf(layout), candidatesOf(layout, conventionsOf(layout)), new Set(), new Set());
  return Object.fromEntries([...ids, ...dates].map(([field, ranked]) => [field, ranked[0]!.candidate.value]));
}

test("a value stands to the right of its label, over a gap of any width", () => {
  expect(answers("Invoice No: 4711\nDue Date                                    14.06.2024")).toMatchObject({ invoiceNumber: "4711", dueDate: "2024-06-14" });
});

test("a value stands below its label when a row of labels is followed by a row of values", () => {
  expect(answers("Invoice Date        Due Date          Your Order\n03.05.2024          02.06.2024        PO-99")).toMatchObject({ issueDate: "2024-05-03", dueDate: "2024-06-02", purchaseOrder: "PO-99" });
});

test("a small label above a value set flush right", () => {
  expect(answers("Rechnungsnummer\n                              RE-12")).toMatchObject({ invoiceNumber: "RE-12" });
});

test("the title announces the number and the date on its line", () => {
  expect(answers("Rechnung RE-2024/7 vom 05.03.2024\n\nEs gilt der Vertrag vom 01.01.2020.")).toMatchObject({ invoiceNumber: "RE-2024/7", issueDate: "2024-03-05" });
});

test("neighbouring labels do not take each other's values", () => {
  expect(answers("Customer No  10442   Invoice No  7788\nOrder No     5512")).toMatchObject({ customerNumber: "10442", invoiceNumber: "7788", purchaseOrder: "5512" });
});

test("the end of a service period is no due date", () => {
  expect(answers("Leistungszeitraum 01.05.2024 bis 31.05.2024")["dueDate"]).toBeUndefined();
  expect(answers("Bitte überweisen Sie den Betrag bis 14.06.2024.")["dueDate"]).toBe("2024-06-14");
});
