import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkVatId, innerChecksHold, isIban, repair, vatIdsIn } from "./identifiers.ts";
import { check, SCHEMES, squeezed, type SchemeName, type Verdict } from "./register-numbers.ts";
import { VAT_SCHEMES, type Scheme } from "./vat-numbers.ts";

// One number of each kind as its authority prints it as an example, or worked out by hand from the published rule.
const examples: Partial<Record<SchemeName, string>> = {
  abn: "53004085616", acn: "004085616", be_enterprise: "0428759497", ca_bn: "123456782", ch_uid: "CHE116281710", cnpj: "12ABC34501DE35", cz_ico: "25123891", dk_cvr: "13585628", fi_business: "01120389",
  gst_nz: "49091850", gstin: "27AAPFU0939F1ZV", it_codice_fiscale: "RSSMRA85T10A562S", no_org: "923609016", nzbn: "9429041562550", pl_regon: "123456785", rfc: "GODE561231GR8", rcs: "732829320", se_org: "5561888404",
  siren: "732829320", siret: "73282932000074", gln: "4012345000009", gtin: "4006381333931", leitweg: "04011000-1234512345-06", lei: "5493001KJTIIGC8Y1R12", creditor_id: "DE98ZZZ09999999999", us_routing: "111000025",
  rf: "RF18539007547034", qr_reference: "210000000003139471430009017", ogm: "090933755493", fi_reference: "1234561", luhn_reference: "1234567897", fik_reference: "000000000012344", kid_mod11: "20241187", si_reference: "SI121234567890120",
};
const vatExamples: Record<string, string> = {
  AT: "U13585627", BE: "0428759497", BG: "175074752", CHE: "116281710", CY: "10259033P", CZ: "25123891", DE: "136695976", DK: "13585628", EE: "100931558", EL: "094259216", ES: "A58818501", FI: "20774740", FR: "40303265045", GB: "980780684",
  HR: "33392005961", HU: "12892312", IE: "6388047V", IT: "00743110157", LT: "119511515", LU: "15027442", LV: "40003521600", MT: "11679112", NL: "004495445B01", NO: "923609016MVA", PL: "8567346215", PT: "501964843", RO: "18547290",
  SE: "556188840401", SI: "50223054", SK: "2022749619", XI: "980780684",
};
const ibans: Record<string, string> = {
  BE: "BE68539007547034", ES: "ES9121000418450200051332", FI: "FI2112345600000785", FR: "FR1420041010050500013M02606", IT: "IT60X0542811101000000123456", NO: "NO9386011117947", PT: "PT50000201231234567890154", DE: "DE89370400440532013000",
};

type Kind = { name: string; example: string; scheme: Scheme; verdict: (text: string) => Verdict };
const kinds: Kind[] = [
  ...Object.entries(SCHEMES).filter(([, scheme]) => "holds" in scheme && scheme !== SCHEMES.ein).map(([name, scheme]): Kind => ({ name, example: examples[name as SchemeName]!, scheme, verdict: (text) => check(name as SchemeName, text) })),
  ...Object.entries(VAT_SCHEMES).map(([country, scheme]): Kind => ({ name: `VAT ${country}`, example: vatExamples[country]!, scheme, verdict: (text) => checkVatId(country + text) })),
];

/** Another number of the kind: digits of the example drawn anew until the check holds. */
function drawn({ example, verdict }: Kind, random: () => number): string {
  for (let tries = 0; tries < 20_000; tries++) {
    const text = [...example].map((sign) => (/\d/.test(sign) && random() < 0.35 ? String(Math.floor(random() * 10)) : sign)).join("");
    if (text !== example && verdict(text) === "valid") return text;
  }
  throw new Error("no such number found");
}
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 2 ** 32; };
}

const ofAnyLength = new Set(["fi_reference", "luhn_reference", "kid_mod11", "si_reference", "rf", "VAT RO"]);

describe.each(kinds)("$name", (kind) => {
  const { example, scheme, verdict } = kind;
  const valid = [example, ...[1, 2, 3].map((seed) => drawn(kind, chance(seed * 7919 + kind.name.length)))];
  const places = (text: string) => [...text].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));

  test("takes its example and made-up numbers", () => {
    for (const text of valid) expect(verdict(text), text).toBe("valid");
  });

  test("refuses them with one digit changed, two digits swapped, or one too few", () => {
    const accepted = { changed: 0, swapped: 0, changes: 0, swaps: 0 };
    for (const text of valid) {
      for (const at of places(text)) for (let digit = 0; digit < 10; digit++) {
        if (String(digit) === text[at]) continue;
        accepted.changes++;
        if (verdict(text.slice(0, at) + digit + text.slice(at + 1)) === "valid") accepted.changed++;
      }
      for (const at of places(text)) {
        if (!/\d/.test(text[at + 1] ?? "") || text[at] === text[at + 1]) continue;
        accepted.swaps++;
        if (verdict(text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2)) === "valid") accepted.swapped++;
      }
      // A reference of any length may by chance hold without its last digit.
      if (!ofAnyLength.has(kind.name)) expect(verdict(text.slice(0, -1)), `${text} without its last sign`).not.toBe("valid");
    }
    if (scheme.sure) expect(accepted.changed).toBe(0);
    // Where a rule has two ways to hold, or a part that it does not count, a change in ten or so slips through.
    expect(accepted.changed / accepted.changes).toBeLessThan(0.2);
    expect(accepted.swapped / accepted.swaps).toBeLessThan(0.4);
  });
});

test.each(Object.entries(ibans))("an IBAN of %s holds inside as well, and not with one of its inner digits changed alone", (country, iban) => {
  expect([isIban(iban), innerChecksHold(iban)]).toEqual([true, country === "DE" ? null : true]);
  const wrong = [...iban].flatMap((sign, at) => (at > 3 && /\d/.test(sign) ? [...Array(10).keys()].map((digit) => iban.slice(0, at) + digit + iban.slice(at + 1)) : [])).filter((text) => text !== iban);
  expect(wrong.some(isIban)).toBe(false);
  if (country !== "DE") expect(wrong.filter((text) => innerChecksHold(text)).length / wrong.length).toBeLessThan(0.02);
});

test("an IBAN of the wrong length, with letters where its country has digits, or with two digits swapped is none", () => {
  for (const wrong of ["DE8937040044053201300", "DE893704004405320130000", "DE8937040044053201300A", "NL91ABNA04171643O0", "DE89370400440352013000", "ZZ89370400440532013000"]) expect(isIban(wrong), wrong).toBe(false);
});

test("a US employer number is known by its first two digits alone", () => {
  expect([check("ein", "123456789"), check("ein", "073456789"), check("ein", "793456789"), check("ein", "12345678")]).toEqual(["valid", "wrong_check", "wrong_check", "unknown"]);
});

test("numbers without a check digit are well formed at best", () => {
  expect([check("de_handelsregister", squeezed("HRB 12345")), check("nl_kvk", "12345678"), check("gb_company", "SC123456"), check("gb_company", "12345"), checkVatId("CZ123456789"), checkVatId("GBGD123")]).toEqual(["well_formed", "well_formed", "well_formed", "unknown", "well_formed", "well_formed"]);
});

test("a VAT number with one misread letter is put right in text from a picture, and left alone elsewhere", () => {
  expect(vatIdsIn("USt-IdNr. DE1366959O6", true)).toEqual([]);
  expect(vatIdsIn("USt-IdNr. DE13669597G", true)).toMatchObject([{ value: "DE136695976", valid: true, repaired: true }]);
  expect(vatIdsIn("USt-IdNr. DE13669597G", false)).toEqual([]);
});

test("a repair that could be made in two ways is none", () => {
  fc.assert(fc.property(fc.stringMatching(/^[0-9OISBZG]{6,14}$/), (text) => {
    const mended = repair(text, (each) => check("luhn_reference", each) === "valid");
    if (mended === null) return;
    expect(check("luhn_reference", mended)).toBe("valid");
    expect([...mended].filter((sign, at) => sign !== text[at])).toHaveLength(1);
  }));
});
