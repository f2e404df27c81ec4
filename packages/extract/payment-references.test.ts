import { describe, expect, test } from "vitest";
import { readWords } from "./read.ts";
import type { Field } from "./reading.ts";
import { typed } from "./test-pages.ts";

const reference = (lines: string, confidence?: number): Field | undefined => readWords([typed(`
Invoice No. R-1     Date 15.04.2024

${lines}
`, confidence === undefined ? {} : { confidence })]).fields.paymentReference;

describe("structured payment references", () => {
  test.each([
    ["Payment reference RF18 5390 0754 7034", "RF18539007547034", ["label", "rf_checksum"]],
    ["Referenz 21 00000 00003 13947 14300 09017", "210000000003139471430009017", ["qr_reference_checksum"]],
    ["+++090/9337/55493+++", "+++090/9337/55493+++", ["ogm_checksum"]],
    ["Mededeling *** 090/9337/55493 ***", "+++090/9337/55493+++", ["ogm_checksum"]],
    ["+71<000000000012344+12345678<", "000000000012344", ["fik_reference_checksum"]],
    ["# 01234567897 # 1234 50 5 >12345678#41#", "01234567897", ["luhn_reference_checksum"]],
    ["KID: 2345676", "2345676", ["label", "luhn_reference_checksum"]],
    ["KID 20241187", "20241187", ["label", "kid_mod11_checksum"]],
    ["OCR-nummer 1234566", "1234566", ["label", "luhn_reference_checksum"]],
    ["Viitenumero 12345 61", "1234561", ["label", "fi_reference_checksum"]],
    ["Sklic SI12 1234567890120", "SI121234567890120", ["si_reference_checksum"]],
  ])("%s", (line, value, checks) => {
    expect(reference(line)).toMatchObject({ value, checks: expect.arrayContaining(checks) as string[], level: "proven" });
  });

  test.each([["RF19 5390 0754 7034"], ["Referenz 21 00000 00003 13947 14300 09018"], ["+++090/9337/55494+++"], ["+71<000000000012345+12345678<"]])("%s has wrong check digits, and is not typed", (line) => {
    expect(reference(line)?.checks.some((check) => check.endsWith("_checksum")) ?? false).toBe(false);
  });

  test("in a scan one misread sign is put right, marked, and proves nothing by itself", () => {
    expect(reference("Reference RF18 539O 0754 7034", 0.95)).toMatchObject({ value: "RF18539007547034", checks: expect.arrayContaining(["rf_checksum", "repaired"]) as string[], level: "sure", evidence: [{ raw: "RF18 539O 0754 7034" }] });
    expect(reference("Mededeling +++O90/9337/55493+++", 0.95)).toMatchObject({ value: "+++090/9337/55493+++", level: "sure" });
    expect(reference("Reference RF18 539O 0754 7034")?.checks ?? []).not.toContain("repaired");
  });

  test("words behind it do not belong to it", () => {
    expect(reference("Please quote RF18 5390 0754 7034 IN YOUR PAYMENT")?.value).toBe("RF18539007547034");
  });
});
