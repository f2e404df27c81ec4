import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { anApp, joined, signedIn, testServices, type Client } from "../../test/builders.ts";

const place = { anchors: [{ text: "nummer", dx: 0.1, dr: 0.2, dy: 0 }], at: { x: 0.6, y: 0.2, right: 0.75 }, page: "first" };
const number = { ...place, form: "9", lines: 1, ends: "", begins: true, after: "", avoid: [], confirmed: 3, failed: 1, corrected: true };
const layout = (word: string) => ({ supplier: "Harbour Timber", print: [`${word}@3,4`], documents: 2, fields: { invoiceNumber: number }, identity: { "supplier.name": ["Harbour Timber"] }, titles: [], writing: { decimal: "," } });
const memoryOf = (...words: string[]) => ({ version: 1, layouts: words.map(layout) });

describe("the doors of supplier memory", () => {
  const services = testServices();
  const holder = anApp(services);

  async function aSupplier(): Promise<{ owner: Client; url: string }> {
    const owner = await signedIn(holder.app);
    const company = await owner.call("POST", "/api/companies", { name: "Our Firm Ltd", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" });
    const supplier = await owner.call("POST", "/api/suppliers", { companyId: company.body.id, name: "Harbour Timber" });
    expect(supplier.status).toBe(201);
    return { owner, url: `/api/supplier-memory/${supplier.body.id}` };
  }
  const actionsOf = async (owner: Client): Promise<string[]> => (await owner.call("GET", "/api/events?limit=50")).body.items.map((event: { action: string }) => event.action).filter((action: string) => action.startsWith("supplier_memory."));

  test("a memory is taken in, looked at, handed out again and forgotten, one layout and then all; each is on record", async () => {
    const { owner, url } = await aSupplier();
    expect((await owner.call("GET", url)).body).toEqual({ layouts: [], lessons: [] });
    expect((await owner.call("POST", `${url}/import`, { memory: memoryOf("rechnung", "gutschrift", "mahnung") })).body).toEqual({ layouts: 3 });
    const { layouts } = (await owner.call("GET", url)).body;
    expect(layouts).toHaveLength(3);
    expect(layouts[0]).toMatchObject({ documents: 2, fields: ["invoiceNumber", "supplier.name"], confirmed: 3, failed: 1, source: "import", learnedBy: "Ada Test" });

    const out = await owner.call("GET", `${url}/export`);
    expect([out.status, out.headers["content-disposition"]]).toEqual([200, expect.stringContaining("Harbour-Timber.memory.json")]);
    expect(out.body.layouts).toHaveLength(3);
    expect(new Set(out.body.layouts.map((each: { print: string[] }) => each.print[0]))).toEqual(new Set(["rechnung@3,4", "gutschrift@3,4", "mahnung@3,4"]));

    const one = await owner.call("DELETE", `${url}/layouts/${layouts[0].id}`);
    expect([one.status, one.body.layouts.map((each: { id: string }) => each.id)]).toEqual([200, layouts.slice(1).map((each: { id: string }) => each.id)]);
    expect((await owner.call("DELETE", `${url}/layouts/${layouts[0].id}`)).status).toBe(404);
    expect((await owner.call("DELETE", url)).body.layouts).toEqual([]);
    expect((await owner.call("DELETE", url)).status).toBe(404);
    expect((await actionsOf(owner)).sort()).toEqual(["supplier_memory.exported", "supplier_memory.forgotten", "supplier_memory.forgotten", "supplier_memory.imported"]);
  });

  test("taking a file in leaves the layouts that are known as they were, with when they came", async () => {
    const { owner, url } = await aSupplier();
    await owner.call("POST", `${url}/import`, { memory: memoryOf("rechnung") });
    const before = (await owner.call("GET", url)).body.layouts;
    expect((await owner.call("POST", `${url}/import`, { memory: memoryOf("rechnung", "gutschrift") })).body).toEqual({ layouts: 1 });
    const after = (await owner.call("GET", url)).body.layouts;
    expect(after).toHaveLength(2);
    expect(after).toContainEqual(before[0]);
  });

  test.each([
    ["another version", { version: 7, layouts: [] }, "its version must be 1"],
    ["nothing", null, "its version must be 1"],
    ["a layout without its print", { version: 1, layouts: [{ supplier: "x" }] }, "layouts[0] lacks supplier, print or documents"],
    ["a field nobody remembers", { version: 1, layouts: [{ ...layout("a"), print: [], fields: { "__proto__x": number } }] }, "layouts[0].fields.__proto__x is not a field"],
    ["a place without sense", { version: 1, layouts: [{ ...layout("abc"), fields: { invoiceNumber: { ...number, at: { x: "far", y: 0, right: 0 } } } }] }, "layouts[0].fields.invoiceNumber is damaged"],
  ])("a file with %s is refused with the place of what is wrong, and nothing changes", async (_, memory, says) => {
    const { owner, url } = await aSupplier();
    await owner.call("POST", `${url}/import`, { memory: memoryOf("rechnung") });
    const answer = await owner.call("POST", `${url}/import`, { memory });
    expect([answer.status, answer.body.code, answer.body.message]).toEqual([422, "memory_damaged", expect.stringContaining(says)]);
    expect(answer.body.message).toContain("Choose a file that came from Export");
    expect((await owner.call("GET", url)).body.layouts).toHaveLength(1);
  });

  test("a supplier keeps at most fifty layouts", async () => {
    const { owner, url } = await aSupplier();
    const many = Array.from({ length: 51 }, (_, i) => `wort${"abcdefghijklmnopqrstuvwxyz"[i % 26]}${"abc"[Math.floor(i / 26)]}`);
    expect((await owner.call("POST", `${url}/import`, { memory: memoryOf(...many) })).body).toMatchObject({ code: "memory_too_large", message: "A supplier has at most 50 layouts; this file has 51." });
    expect((await owner.call("POST", `${url}/import`, { memory: memoryOf(...many.slice(1)) })).body).toEqual({ layouts: 50 });
  });

  test("who may only look sees and takes along what is known, but neither brings nor forgets; strangers find nothing", async () => {
    const { owner, url } = await aSupplier();
    await owner.call("POST", `${url}/import`, { memory: memoryOf("rechnung") });
    const [{ id }] = (await owner.call("GET", url)).body.layouts;
    const reader = await joined(holder.app, owner, "readonly");
    expect([(await reader.call("GET", url)).body.layouts.length, (await reader.call("GET", `${url}/export`)).status]).toEqual([1, 200]);
    const stranger = (await aSupplier()).owner;
    const status = async (client: Client) => [(await client.call("POST", `${url}/import`, { memory: memoryOf("neu") })).status, (await client.call("DELETE", `${url}/layouts/${id}`)).status, (await client.call("DELETE", url)).status];
    expect(await status(reader)).toEqual([403, 403, 403]);
    expect([...await status(stranger), (await stranger.call("GET", url)).status, (await stranger.call("GET", `${url}/export`)).status]).toEqual([404, 404, 404, 404, 404]);
    expect((await owner.call("GET", `/api/supplier-memory/${randomUUID()}`)).status).toBe(404);
    expect((await owner.call("GET", url)).body.layouts).toHaveLength(1);
  });
});
