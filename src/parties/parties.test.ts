import { describe, expect, test } from "vitest";
import { anApp, aScope, signedIn, testServices } from "../../test/builders.ts";
import { createCompany } from "../companies/index.ts";
import { NewCompany } from "../companies/contract.ts";
import { findOrMakeSupplier, nameKey } from "./supplier.ts";

const aCompany = { name: "Tidewater Joinery", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" };

describe("customers and suppliers", () => {
  const services = testServices();
  const holder = anApp(services);
  const ready = async () => {
    const owner = await signedIn(holder.app);
    const { body: company } = await owner.call("POST", "/api/companies", aCompany);
    return { owner, companyId: company.id as string };
  };

  test("a customer is found by part of name, number, city or VAT id, is no supplier, and pages follow one another", async () => {
    const { owner, companyId } = await ready();
    for (const [index, name] of ["Quay Street Brewing", "Åland Books", "zeta", "Ballyvaughan House"].entries())
      await owner.call("POST", "/api/customers", { companyId, name, number: `C-${index}`, city: index === 0 ? "Galway" : "Cork", vatId: `IE ${index}234567 A` });
    const names = async (query: string) => (await owner.call("GET", `/api/customers?${query}`)).body.items.map((item: { name: string }) => item.name);
    expect(await names("search=galw")).toEqual(["Quay Street Brewing"]);
    expect(await names("search=C-2")).toEqual(["zeta"]);
    expect(await names("search=IE1234567A")).toEqual(["Åland Books"]);
    expect(await names("search=%25")).toEqual([]);
    expect((await owner.call("GET", "/api/suppliers")).body.items).toEqual([]);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { body: { items: { name: string }[]; nextCursor: string | null } } = await owner.call("GET", `/api/customers?limit=1${cursor ? `&cursor=${cursor}` : ""}`);
      seen.push(...page.body.items.map((item) => item.name));
      cursor = page.body.nextCursor;
    } while (cursor);
    expect([...seen].sort()).toEqual(["Ballyvaughan House", "Quay Street Brewing", "zeta", "Åland Books"].sort());
    expect((await owner.call("GET", "/api/customers?cursor=bm9wZQ")).body.code).toBe("invalid_cursor");
  });

  test("bank accounts keep the day they were first seen, and a number is given once", async () => {
    const { owner, companyId } = await ready();
    const { body: first } = await owner.call("POST", "/api/suppliers", { companyId, name: "Brennan Timber", number: "S1", bankAccounts: [{ iban: "IE29 AIBK 9311 5212 3456 78" }] });
    const { body: again } = await owner.call("PUT", `/api/suppliers/${first.id}`, { name: "Brennan Timber Ltd", number: "S1", version: 1, bankAccounts: [{ iban: "IE29AIBK93115212345678", bic: "AIBKIE2D" }, { iban: "DE89370400440532013000" }] });
    expect(again.bankAccounts).toHaveLength(2);
    expect(again.bankAccounts[0]).toMatchObject({ id: first.bankAccounts[0].id, bic: "AIBKIE2D", firstSeenAt: first.bankAccounts[0].firstSeenAt });
    expect((await owner.call("POST", "/api/suppliers", { companyId, name: "Other", number: "S1" })).body).toMatchObject({ code: "party_number_taken", message: expect.stringContaining("Brennan Timber Ltd") });
    expect((await owner.call("GET", `/api/customers/${first.id}`)).status).toBe(404);
  });

  test("B14 customers go out as CSV and come in again unchanged; errors are told per row and stop the whole import", async () => {
    const { owner, companyId } = await ready();
    await owner.call("POST", "/api/customers", { companyId, name: "=HYPERLINK(1)", number: "1", addressLine1: "1 Quay\nStreet".replace("\n", " "), notes: "two\nlines, \"quoted\"", termsDays: 30 });
    await owner.call("POST", "/api/customers", { companyId, name: "Größe & Söhne", number: "2", country: "DE", vatId: "DE123456789" });
    const csv = String((await owner.call("GET", "/api/customers.csv")).body);
    expect(csv).toContain("'=HYPERLINK(1)");
    const same = await owner.call("POST", "/api/customers/import", { companyId, csv, commit: true });
    expect(same.body).toMatchObject({ created: 0, updated: 0, unchanged: 2, failed: 0, unknownColumns: [] });
    const mixed = "\ufeffName;Number;Country;Terms days;Shoe size\r\nNew one;3;ie;14;43\r\n;4;IE;;\r\nBad country;5;Ireland;x;\r\nTwice;3;;;\r\nGröße & Söhne;2;;60;\r\n";
    const preview = await owner.call("POST", "/api/customers/import", { companyId, csv: mixed });
    expect(preview.body).toMatchObject({ committed: false, created: 1, updated: 1, failed: 3, unknownColumns: ["shoe_size"] });
    const errors = preview.body.rows.filter((row: { errors: unknown[] }) => row.errors.length > 0).map((row: { line: number; errors: { column: string }[] }) => [row.line, row.errors.map((error) => error.column)]);
    expect(errors).toEqual([[3, ["name"]], [4, ["country", "terms_days"]], [5, ["number"]]]);
    expect((await owner.call("POST", "/api/customers/import", { companyId, csv: mixed, commit: true })).body.code).toBe("csv_has_errors");
    expect((await owner.call("GET", "/api/customers")).body.items).toHaveLength(2);
    const right = await owner.call("POST", "/api/customers/import", { companyId, csv: "name\tnumber\tterms_days\nNew one\t3\t14\nGröße & Söhne\t2\t60\n", commit: true });
    expect(right.body).toMatchObject({ created: 1, updated: 1, failed: 0 });
    const changed = (await owner.call("GET", "/api/customers?search=Größe")).body.items[0];
    expect(changed).toMatchObject({ termsDays: 60, vatId: "DE123456789", country: "DE" });
    for (const broken of ["", "no head\nat all", 'name\n"unclosed']) expect((await owner.call("POST", "/api/customers/import", { companyId, csv: broken })).status).toBeLessThan(500);
  });

  test("a supplier is recognised by VAT id, then registration, then account, then name, and is made once", async () => {
    const scope = await aScope(services);
    const company = await createCompany(scope, NewCompany.parse(aCompany));
    const find = (facts: Partial<Parameters<typeof findOrMakeSupplier>[1]>) => scope.transaction((tx) => findOrMakeSupplier(tx, { companyId: company.id, name: "Brennan Timber Ltd", ...facts }));
    const made = await find({ vatId: "IE 9876543 B", registration: "CRO 402911", iban: "IE29AIBK93115212345678", address: ["Mill Road", "Ennis"] });
    expect([made.match, made.newAccount]).toEqual(["made", false]);
    const by = async (facts: Partial<Parameters<typeof findOrMakeSupplier>[1]>) => { const found = await find(facts); return [found.match, found.party.id === made.party.id, found.newAccount]; };
    expect(await by({ name: "B.T.", vatId: "IE9876543B" })).toEqual(["vat_id", true, false]);
    expect(await by({ name: "B.T.", registration: "cro-402911" })).toEqual(["registration", true, false]);
    expect(await by({ name: "B.T.", iban: "IE29 AIBK 9311 5212 3456 78" })).toEqual(["iban", true, false]);
    expect(await by({ name: "BRENNAN  TIMBER LIMITED" })).toEqual(["name", true, false]);
    expect(await by({ name: "Brennan Timber", iban: "DE89370400440532013000" })).toEqual(["name", true, true]);
    expect(await by({ name: "Brennan Timber", vatId: "IE1111111X" })).toEqual(["made", false, false]);
  });

  test("legal forms, accents and punctuation do not make another firm; different names do", () => {
    expect(nameKey("Müller & Söhne GmbH & Co. KG")).toBe(nameKey("MULLER SOHNE"));
    expect(nameKey("Café Zürich S.à r.l.")).not.toBe(nameKey("Cafe Zug"));
    expect(nameKey("Ltd")).not.toBe("");
  });
});
