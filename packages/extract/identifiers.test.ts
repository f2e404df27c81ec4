import { expect, test } from "vitest";
import { checkVatId, ibansIn, isBic, isGstin, isGtin, isIban, repair, vatIdsIn } from "./identifiers.ts";

test("IBANs need the right length, form and check digits", () => {
  expect(["DE89370400440532013000", "GB29NWBK60161331926819", "FR1420041010050500013M02606", "NL91ABNA0417164300", "CH9300762011623852957", "NO9386011117947"].every(isIban)).toBe(true);
  expect(["DE89370400440532013001", "DE8937040044053201300", "XX89370400440532013000"].some(isIban)).toBe(false);
});

test("IBANs are found in groups and behind a glued label", () => {
  expect(ibansIn("IBAN: DE89 3704 0044 0532 0130 00 BIC: COBADEFFXXX").map((found) => found.value)).toEqual(["DE89370400440532013000"]);
});

test("one misread sign is put right only when exactly one reading passes", () => {
  const [found] = ibansIn("IBAN DE89 37O4 0044 0532 0130 00");
  expect(found).toMatchObject({ value: "DE89370400440532013000", valid: true, repaired: true });
  expect(repair("1111", () => true)).toBeNull();
});

test("words behind a tax number are not taken for an account", () => {
  expect(ibansIn("FR40303265045 PORT COMPRIS NON")).toEqual([]);
});

test.each(["DE136695976", "ATU13585627", "BE0428759497", "NL004495445B01", "FR44732829320", "IT00743110157", "ESA58818501", "PT501964843", "PL5260001246", "GB980780684", "IE6388047V", "DK13585628", "SE556188840401", "FI01120389", "NO923609016MVA", "CHE116281710MWST", "LU15027442", "CZ25123891", "27AAPFU0939F1ZV"])("%s passes its country's check", (id) => {
  expect(checkVatId(id)).toBe("valid");
});

test("wrong check digits and unknown forms are told apart", () => {
  expect(checkVatId("DE136695977")).toBe("wrong_check");
  expect(checkVatId("DE12345")).toBe("unknown");
});

test("VAT numbers are found with separators, and end where the next word begins", () => {
  expect(vatIdsIn("USt-IdNr. DE 136 695 976 Amtsgericht 12").map((found) => found.value)).toEqual(["DE136695976"]);
  expect(vatIdsIn("BTW NL 0044.95.445.B01").map((found) => [found.value, found.valid])).toEqual([["NL004495445B01", true]]);
});

test("BIC, GSTIN and GTIN by form and check", () => {
  expect([isBic("COBADEFFXXX"), isBic("BYLADEM1001"), isBic("INVOICES")]).toEqual([true, true, false]);
  expect([isGstin("27AAPFU0939F1ZV"), isGstin("27AAPFU0939F1ZW")]).toEqual([true, false]);
  expect([isGtin("4006381333931"), isGtin("4006381333932"), isGtin("123")]).toEqual([true, false, false]);
});
