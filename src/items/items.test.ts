import { describe, expect, test } from "vitest";
import { anApp, signedIn, testServices } from "../../test/builders.ts";

const aCompany = { name: "Tidewater Joinery", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" };

describe("services and products", () => {
  const services = testServices();
  const holder = anApp(services);
  const ready = async () => {
    const owner = await signedIn(holder.app);
    const { body: company } = await owner.call("POST", "/api/companies", aCompany);
    return { owner, companyId: company.id as string };
  };

  test("an item keeps six decimals of its price, and T11 a category without tax takes no rate", async () => {
    const { owner, companyId } = await ready();
    const item = { companyId, name: "Fitting", unit: "HUR", unitPrice: "95.123456", currency: "EUR", vatCategory: "S", vatRate: "13.5" };
    const made = await owner.call("POST", "/api/items", item);
    expect(made.body).toMatchObject({ unitPrice: "95.123456", vatRate: "13.5", kind: "service" });
    const wrong = await owner.call("POST", "/api/items", { ...item, vatCategory: "AE", vatRate: "23" });
    expect(wrong.body.fields).toEqual([{ path: "vatRate", message: expect.stringContaining("Reverse charge") }]);
    expect((await owner.call("POST", "/api/items", { ...item, vatRate: "0" })).status).toBe(400);
    await owner.call("POST", `/api/items/${made.body.id}/archive`);
    expect((await owner.call("GET", "/api/items")).body.items).toEqual([]);
    expect((await owner.call("GET", "/api/items?archived=only")).body.items).toHaveLength(1);
  });

  test("B14 services go out as CSV and come in again unchanged; a wrong rate is told in its row", async () => {
    const { owner, companyId } = await ready();
    await owner.call("POST", "/api/items", { companyId, name: "Oak board", code: "OAK-1", kind: "product", unit: "MTR", unitPrice: "12.50", currency: "EUR", vatCategory: "S", vatRate: "23", description: "+ planed" });
    const csv = String((await owner.call("GET", "/api/items.csv")).body);
    expect(csv).toContain("Oak board,OAK-1,product,'+ planed,MTR,12.5,EUR,S,23");
    expect((await owner.call("POST", "/api/items/import", { companyId, csv, commit: true })).body).toMatchObject({ unchanged: 1, created: 0, updated: 0, failed: 0 });
    const preview = await owner.call("POST", "/api/items/import", { companyId, csv: "name,unit_price,vat_category,vat_rate\nOak board,13,S,23\nExport,1,G,23\nNo price,,S,23\n" });
    expect(preview.body).toMatchObject({ updated: 1, created: 0, failed: 2 });
    expect(preview.body.rows.filter((row: { errors: unknown[] }) => row.errors.length).map((row: { line: number; errors: { column: string }[] }) => [row.line, row.errors[0]!.column])).toEqual([[3, "vat_rate"], [4, "unit_price"]]);
  });
});
