import { expect, test } from "vitest";
import { readWords } from "./read.ts";
import { typed } from "./test-pages.ts";

const read = (text: string) => {
  const { fields } = readWords([typed(text)]);
  return [fields.invoiceNumber?.value, fields.issueDate?.value];
};
const letter = (sentence: string): string => `
Saltwell Joinery Ltd
14 Quay Street, Kilroe



${sentence}

Customer no. K31360. Supplied 2024-04-27.`;

test.each([
  ["Invoice 2024-17 of 3 March 2024", "2024-17", "2024-03-03"],
  ["No. 6818 of 3 May 2024. Due 2 June 2024. Your order 82204.", "6818", "2024-05-03"],
  ["N. FPR 7490/24 del 30 agosto 2024. Scadenza 29 settembre 2024.", "FPR 7490/24", "2024-08-30"],
  ["Rechnung Nr. RE-77 vom 17. Dezember 2022", "RE-77", "2022-12-17"],
  ["Facture n° 2024/088 du 5 avril 2024", "2024/088", "2024-04-05"],
  ["Credit note CN-5 of 8 May 2024. Credits invoice 2024-17 of 3 March 2024.", "CN-5", "2024-05-08"],
])("%s", (sentence, number, date) => {
  expect(read(letter(sentence))).toEqual([number, date]);
});
