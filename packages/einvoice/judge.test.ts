import { describe, expect, test } from "vitest";
import { judge, passes, ruleIds, type RuleSet, type Verdict } from "./judge.ts";
import { semanticAmounts } from "./semantic-amounts.ts";
import { totalsOf, type TotalsInput, type VatRate } from "./totals.ts";
import type { Invoice } from "./types.ts";
import { vatFamilies } from "./vat-families.ts";
import { writeCii } from "./write-cii.ts";
import { writeUbl } from "./write-ubl.ts";

const peppol = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
const xrechnung = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";
const party = (name: string, country: string) => ({ name, identifiers: [], address: { line1: "1 Quay", city: "Cork", postCode: "10115", country } });
const exemptions: Record<string, string> = { E: "VATEX-EU-132", AE: "VATEX-EU-AE", K: "VATEX-EU-IC", G: "VATEX-EU-G", O: "VATEX-EU-O" };

/** An invoice with two lines, an allowance and a charge of one category, as EN 16931 wants it. */
function invoiceOf(vat: VatRate, more: Partial<Invoice> = {}): Invoice {
  const input: TotalsInput = {
    currency: "EUR", lines: [{ quantity: "3", unitPrice: "19.99", vat }, { quantity: "2", unitPrice: "40.04", vat }],
    allowances: [{ amount: "5.00", reason: "Loyalty", vat }], charges: [{ amount: "7.50", reason: "Freight", vat }],
  };
  const amounts = semanticAmounts(input, totalsOf(input));
  const nobody = vat.category === "O";
  const rated = <T extends { vatRate?: string }>(row: T): T => {
    const { vatRate: _, ...rest } = row;
    return nobody ? (rest as T) : row;
  };
  return {
    ...amounts, number: "2025-0001", issueDate: "2025-03-31", dueDate: "2025-04-30", typeCode: "380", specification: "urn:cen.eu:en16931:2017",
    seller: { ...party("Harbour Works Ltd", "IE"), legalRegistration: { id: "IE-4711" }, ...(!nobody && { vatId: "IE1234567T" }) },
    buyer: { ...party("Lough Foods Ltd", "DE"), ...(!nobody && { vatId: "DE123456789" }) },
    delivery: { date: "2025-03-30", address: { city: "Berlin", postCode: "10115", country: "DE" } },
    lines: amounts.lines.map((line, index) => rated({ ...line, id: String(index + 1), name: `Item ${index + 1}`, unit: "C62", classifications: [], attributes: [] })),
    allowances: amounts.allowances.map(rated), charges: amounts.charges.map(rated),
    vatBreakdown: amounts.vatBreakdown.map((row) => {
      const { exemptionReason: _, rate: __, ...plain } = row;
      return { ...plain, ...(!nobody && { rate: row.rate }), ...(exemptions[vat.category] && { exemptionReasonCode: exemptions[vat.category] }) };
    }),
    notes: [], precedingInvoices: [], supportingDocuments: [], ...more,
  } as Invoice;
}

const germans = (): Invoice => invoiceOf({ category: "S", rate: "19" }, {
  specification: xrechnung, businessProcess: "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0", buyerReference: "991-01484-64",
  seller: { ...party("Hafenkante GmbH", "DE"), vatId: "DE123456789", electronicAddress: { id: "rechnung@hafenkante.example", scheme: "EM" }, contact: { name: "Kontor", phone: "+49 30 123456", email: "kontor@hafenkante.example" } },
  buyer: { ...party("Amt Nordfeld", "DE"), electronicAddress: { id: "991-01484-64", scheme: "0204" } },
  payment: { meansCode: "58", transfers: [{ account: "DE02120300000000202051" }] },
} as Partial<Invoice>);

const bytes = (xml: string | Uint8Array): Uint8Array => (typeof xml === "string" ? new TextEncoder().encode(xml) : xml);
const textOf = (xml: string | Uint8Array): string => (typeof xml === "string" ? xml : new TextDecoder().decode(xml));
const verdictOn = (xml: string | Uint8Array, rules?: RuleSet[]): Verdict => judge(bytes(xml), rules ? { rules } : {});
const fatal = ({ findings }: Verdict): string[] => findings.filter(({ severity }) => severity === "fatal").map(({ rule }) => rule).sort();
const fired = ({ findings }: Verdict): string[] => findings.map(({ rule }) => rule);
/** The document with something replaced; fails when there was nothing to replace. */
function edited(xml: string | Uint8Array, from: string | RegExp, to: string): string {
  const text = textOf(xml);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${String(from)} is not in the document`);
  return changed;
}

const rates: Record<string, string> = { S: "20", L: "7", M: "4" };
const writers = { UBL: writeUbl, CII: writeCii };

for (const [syntax, write] of Object.entries(writers)) {
  const made = (code: string): string => textOf(write(invoiceOf({ category: code as VatRate["category"], rate: rates[code] ?? "0" })));
  const [rate, tax, reason, base] = syntax === "UBL"
    ? ["cbc:Percent", "cbc:TaxAmount", "cbc:TaxExemptionReasonCode", "cbc:TaxableAmount"] : ["ram:RateApplicablePercent", "ram:CalculatedAmount", "ram:ExemptionReasonCode", "ram:BasisAmount"];

  describe(`VAT categories in ${syntax}`, () => {
    for (const { code, rules, rate: wanted, needs, exempt, byRate } of vatFamilies) {
      const xml = made(code);
      test(`an invoice of category ${code} as the standard wants it has no errors`, () => {
        expect(fatal(verdictOn(xml, ["EN16931"]))).toEqual([]);
      });
      test(`${rules}: rates, parties, base, tax and reason that do not fit category ${code} are found`, () => {
        const wrongRate = wanted === "absent" ? xml : textOf(xml).replaceAll(new RegExp(`<${rate}>[^<]*</${rate}>`, "g"), `<${rate}>${wanted === "zero" ? "5" : "-1"}</${rate}>`);
        if (wanted !== "absent") expect(fatal(verdictOn(wrongRate, ["EN16931"]))).toEqual(expect.arrayContaining([`${rules}-05`, `${rules}-06`, `${rules}-07`]));
        const nobody = needs === "nobody"
          ? textOf(write(invoiceOf({ category: "O", rate: "0" }, { seller: { ...party("Harbour Works Ltd", "IE"), vatId: "IE1234567T" } } as Partial<Invoice>)))
          : textOf(write({ ...invoiceOf({ category: code as VatRate["category"], rate: rates[code] ?? "0" }), seller: { ...party("Harbour Works Ltd", "IE"), legalRegistration: { id: "IE-4711" } } } as Invoice));
        expect(fatal(verdictOn(nobody, ["EN16931"]))).toEqual(expect.arrayContaining([`${rules}-02`, `${rules}-03`, `${rules}-04`]));
        const noReason = exempt ? edited(xml, new RegExp(`<${reason}>[^<]*</${reason}>`), "") : null;
        if (noReason) expect(fatal(verdictOn(noReason, ["EN16931"]))).toEqual([`${rules}-10`]);
        if (!(syntax === "CII" && (code === "L" || code === "M"))) expect(fatal(verdictOn(edited(xml, new RegExp(`<${base}( [^>]*)?>[^<]*`), `<${base}$1>7.00`), ["EN16931"]))).toContain(`${rules}-08`);
        if (!byRate) expect(fatal(verdictOn(textOf(xml).replace(new RegExp(`(<${tax}[^>]*>)[^<]*(</${tax}>(?![\\s\\S]*<${tax}))`), "$112.00$2"), ["EN16931"]))).toContain(`${rules}-09`);
      });
    }
    test("a category that lines have and the breakdown has not is found", () => {
      const foreign = syntax === "UBL" ? edited(made("Z"), /(<cac:ClassifiedTaxCategory>\s*<cbc:ID>)Z/, "$1E") : edited(made("Z"), /(<ram:CategoryCode>)Z(?=<\/ram:CategoryCode>)/, "$1E");
      expect(fatal(verdictOn(foreign, ["EN16931"]))).toContain("BR-E-01");
    });
  });

  describe(`totals in ${syntax}`, () => {
    const xml = made("S");
    const names = syntax === "UBL"
      ? { "BR-CO-10": "cbc:LineExtensionAmount", "BR-CO-11": "cbc:AllowanceTotalAmount", "BR-CO-12": "cbc:ChargeTotalAmount", "BR-CO-13": "cbc:TaxExclusiveAmount", "BR-CO-15": "cbc:TaxInclusiveAmount", "BR-CO-16": "cbc:PayableAmount" }
      : { "BR-CO-10": "ram:LineTotalAmount", "BR-CO-11": "ram:AllowanceTotalAmount", "BR-CO-12": "ram:ChargeTotalAmount", "BR-CO-13": "ram:TaxBasisTotalAmount", "BR-CO-15": "ram:GrandTotalAmount", "BR-CO-16": "ram:DuePayableAmount" };
    for (const [rule, name] of Object.entries(names)) {
      test(`${rule}: a cent more in ${name} is found, and the message says both amounts`, () => {
        const at = syntax === "UBL" ? textOf(xml).indexOf("<cac:LegalMonetaryTotal>") : textOf(xml).indexOf("<ram:SpecifiedTradeSettlementHeaderMonetarySummation>");
        let stated = "";
        const changed = textOf(xml).slice(0, at) + textOf(xml).slice(at).replace(new RegExp(`(<${name}[^>]*>)([\\d.]+)`), (_, open: string, amount: string) => {
          stated = amount;
          return `${open}${(Number(amount) + 0.01).toFixed(2)}`;
        });
        const verdict = verdictOn(changed, ["EN16931"]);
        expect(fatal(verdict)).toContain(rule);
        const { text, path, line } = verdict.findings.find((finding) => finding.rule === rule)!;
        expect(text).toContain((Number(stated) + 0.01).toFixed(2));
        expect(path).toMatch(/^\//);
        expect(line).toBeGreaterThan(0);
      });
    }
    test("more than two decimals are found, and codes that are on no list", () => {
      const amount = syntax === "UBL" ? edited(xml, /(<cbc:PayableAmount[^>]*>)[^<]*/, "$1171.0600") : edited(xml, /(<ram:DuePayableAmount>)[^<]*/, "$1171.0600");
      expect(fatal(verdictOn(amount, ["EN16931"]))).toContain("BR-DEC-18");
      const currency = syntax === "UBL" ? edited(xml, "<cbc:DocumentCurrencyCode>EUR", "<cbc:DocumentCurrencyCode>EUX") : edited(xml, "<ram:InvoiceCurrencyCode>EUR", "<ram:InvoiceCurrencyCode>EUX");
      expect(fatal(verdictOn(currency, ["EN16931"]))).toContain("BR-CL-04");
      expect(fatal(verdictOn(edited(xml, /unitCode="C62"/, 'unitCode="PCS"'), ["EN16931"]))).toContain("BR-CL-23");
    });
    test("a tax that is a cent off passes the official rules and is told by our own warning", () => {
      const off = syntax === "UBL"
        ? textOf(xml).replace(/(<cac:TaxSubtotal>[\s\S]*?<cbc:TaxAmount[^>]*>)28\.51/, "$128.52") : textOf(xml).replace(/(<ram:CalculatedAmount>)28\.51/, "$128.52");
      expect(off).not.toBe(xml);
      const verdict = judge(bytes(off));
      expect(verdict.findings.find(({ rule }) => rule === "CF-VAT")).toMatchObject({ severity: "warning", count: 1 });
      expect(fired(verdict).filter((rule) => /BR-(CO-17|S-09)/.test(rule))).toEqual([]);
    });
  });

  describe(`Peppol and XRechnung in ${syntax}`, () => {
    test("an invoice between Germans passes XRechnung, and says which rules were asked", () => {
      const verdict = judge(bytes(write(germans())));
      expect(verdict).toMatchObject({ syntax, profile: xrechnung, rules: ["EN16931", "XRECHNUNG"] });
      expect(fatal(verdict)).toEqual([]);
      expect(passes(verdict)).toBe(true);
    });
    test("XRechnung misses the buyer's reference, the contact and how to pay", () => {
      const { buyerReference: _, payment: __, ...bare } = germans();
      const { contact: ___, ...seller } = bare.seller;
      expect(fatal(judge(bytes(write({ ...bare, seller } as Invoice))))).toEqual(["BR-DE-1", "BR-DE-15", "BR-DE-2"]);
    });
    test("the same invoice passes Peppol, and fails without electronic addresses, order or profile", () => {
      const good = { ...germans(), specification: peppol, payment: { meansCode: "30", transfers: [{ account: "DE02120300000000202051" }] }, buyer: { ...germans().buyer, electronicAddress: { id: "4000001000005", scheme: "0088" } },
        seller: { ...germans().seller, electronicAddress: { id: "4000001000005", scheme: "0088" } } } as Invoice;
      expect(fatal(verdictOn(write(good), ["PEPPOL"]))).toEqual([]);
      const wrong = { ...good, specification: "urn:cen.eu:en16931:2017", businessProcess: "", buyerReference: undefined, seller: { ...good.seller, electronicAddress: undefined } } as unknown as Invoice;
      expect(fatal(verdictOn(write(wrong), ["PEPPOL"]))).toEqual(expect.arrayContaining(["PEPPOL-EN16931-R001", "PEPPOL-EN16931-R003", "PEPPOL-EN16931-R004", "PEPPOL-EN16931-R007", "PEPPOL-EN16931-R020"]));
      expect(fatal(verdictOn(write({ ...good, buyer: { ...good.buyer, electronicAddress: { id: "4000001000006", scheme: "0088" } } } as Invoice), ["PEPPOL"]))).toEqual(["PEPPOL-COMMON-R040"]);
    });
    test("national rules ask only their own: a Dutch seller needs a KvK number, a Danish one a CVR number", () => {
      const abroad = (country: string): Verdict => verdictOn(write({ ...germans(), specification: peppol, seller: { ...germans().seller, address: { ...party("", country).address }, vatId: `${country}123456789`, legalRegistration: { id: "4711" } } } as Invoice), ["PEPPOL"]);
      expect(fatal(abroad("NL")).filter((rule) => /^[A-Z]{2}-R/.test(rule))).toEqual(["NL-R-003"]);
      expect(fatal(abroad("DK")).filter((rule) => /^[A-Z]{2}-R/.test(rule))).toEqual(["DK-R-014"]);
    });
  });
}

describe("documents of any kind", () => {
  const part = (inside: string): string => `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">${inside}</Invoice>`;
  test("a part of an invoice is judged by the rules of what is there", () => {
    const verdict = judge(bytes(part("<cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine><cac:InvoiceLine/>")), { fragment: true, rules: ["EN16931"] });
    expect(verdict.findings.find(({ rule }) => rule === "BR-21")).toMatchObject({ count: 1, path: "/Invoice/cac:InvoiceLine[2]" });
    expect(verdict.findings.find(({ rule }) => rule === "BR-24")).toMatchObject({ count: 2 });
    expect(fired(verdict)).not.toContain("BR-49");
  });
  test("any element may be the root of a fragment, and only of a fragment", () => {
    const line = `<cac:PaymentMeans xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"/>`;
    expect(fired(judge(bytes(line), { fragment: true }))).toEqual(["BR-49"]);
    expect(() => judge(bytes(line))).toThrow(/root is “PaymentMeans”/);
  });
  test("an element of a foreign namespace is no term, whatever its name", () => {
    const foreign = part(`<x:ID xmlns:x="urn:example:other">1</x:ID>`);
    expect(fatal(judge(bytes(foreign), { fragment: true }))).toContain("BR-02");
  });
  test("text that is no number, no date or no code is a finding and never a crash", () => {
    const wild = textOf(writeUbl(germans())).replaceAll(/>(\d+\.\d\d|\d{4}-\d\d-\d\d|\d+)</g, ">1e5x<");
    expect(fatal(judge(bytes(wild), { rules: ["EN16931", "PEPPOL", "XRECHNUNG"] }))).toEqual(expect.arrayContaining(["BR-CO-10", "BR-CO-15", "PEPPOL-EN16931-F001"]));
  });
  test("what may stand once and stands twice is an error of our own, and so is an amount that is no number", () => {
    const good = textOf(writeUbl(germans()));
    expect(fired(judge(bytes(good)))).toEqual([]);
    const twice = edited(good, "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>", "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>".repeat(2));
    expect(judge(bytes(twice)).findings.find(({ rule }) => rule === "CF-ONCE")).toMatchObject({ severity: "fatal", count: 1, path: "/Invoice/cbc:DocumentCurrencyCode[2]" });
    expect(fatal(judge(bytes(edited(good, /(<cbc:PriceAmount[^>]*>)[^<]*/, "$1twelve"))))).toContain("CF-NUMBER");
  });
  test("something to be paid without a date or terms is a warning of our own", () => {
    const { dueDate: _, ...open } = germans();
    expect(judge(bytes(writeCii(open as Invoice))).findings).toMatchObject([{ rule: "CF-DUE", severity: "warning" }]);
  });
  test("a DOCTYPE is refused, and so is an endless depth", () => {
    expect(() => judge(bytes(`<!DOCTYPE a><Invoice/>`))).toThrow(/DOCTYPE/);
    expect(() => judge(bytes("<Invoice>".repeat(200_000)))).toThrow(/deep/);
  });
  test("what UBL knows and the standard does not is a warning, told once with the place", () => {
    const extra = edited(writeUbl(germans()), "<cbc:IssueDate>", "<cbc:UUID>x</cbc:UUID><cbc:IssueDate>");
    expect(judge(bytes(extra)).findings.find(({ rule }) => rule === "UBL-CR-005")).toMatchObject({ severity: "warning", count: 1, path: "/Invoice/cbc:UUID" });
  });
  test("every rule set has its rules, and every id is spelled as published", () => {
    expect([ruleIds("UBL", "EN16931").length, ruleIds("CII", "EN16931").length, ruleIds("UBL", "PEPPOL").length, ruleIds("CII", "PEPPOL").length, ruleIds("UBL", "XRECHNUNG").length, ruleIds("CII", "XRECHNUNG").length])
      .toEqual([975, 802, 156, 84, 55, 49]);
    for (const id of [...ruleIds("UBL", "EN16931"), ...ruleIds("CII", "PEPPOL")]) expect(id).toMatch(/^(BR|UBL|CII|PEPPOL|[A-Z]{2})-[A-Z0-9-]+$/);
  });
});
