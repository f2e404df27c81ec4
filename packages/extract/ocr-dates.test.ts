import { expect, test } from "vitest";
import { repairedDate } from "./ocr-dates.ts";
import { readWords } from "./read.ts";
import { typed } from "./test-pages.ts";

test("an impossible date is put right where one misread digit explains it, and only one", () => {
  expect(repairedDate("17", "83", "2017", "dmy")).toBe("2017-03-17");
  expect(repairedDate("23", "04", "2047", "dmy")).toBe("2017-04-23");
  expect(repairedDate("38", "04", "2017", "dmy")).toBeNull();
});

test("a repaired date says so and is never sure; a text layer is not repaired", () => {
  const receipt = "HARBOUR CAFE\n12 Quay Street\nDate: 17/83/2017\nTOTAL 12.00\nCASH 20.00\nCHANGE 8.00";
  expect(readWords([typed(receipt, { confidence: 0.9 })]).fields.issueDate).toMatchObject({ value: "2017-03-17", level: "unsure", checks: expect.arrayContaining(["repaired"]) });
  expect(readWords([typed(receipt)]).fields.issueDate).toBeUndefined();
});
