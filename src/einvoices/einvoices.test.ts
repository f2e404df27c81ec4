import { judge, readInvoiceFile, readXmlInvoice } from "@counterfoil/einvoice";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anAccessPoint, type AccessPointDouble } from "../../test/access-point.ts";
import { anApp, clientOf, signedIn, testServices, type Client } from "../../test/builders.ts";
import { multipart } from "../../test/received-documents.ts";
import { createOutbound } from "../platform/outbound.ts";
import { askAboutSent, transmitJob } from "./transmit.ts";

const aCompany = {
  name: "Kestrel Joinery", legalName: "Kestrel Joinery GmbH", country: "DE", currency: "EUR", timeZone: "Europe/Berlin", locale: "de-DE", addressLine1: "Hafenweg 3", postalCode: "24103", city: "Kiel", vatId: "DE123456788",
  iban: "DE02120300000000202051", contactName: "Office", phone: "+49 431 5550", email: "office@kestrel.example", electronicAddress: "9930:DE123456788", termsDays: 30,
};
const aCustomer = { name: "Stadt Musterhafen", country: "DE", addressLine1: "Rathausplatz 1", postalCode: "24103", city: "Kiel", email: "rechnung@musterhafen.example", buyerReference: "04011000-12345-03", electronicAddress: "0204:04011000-12345-03" };
const lines = [
  { name: "Regal", quantity: "3", unitPrice: "129.90", discount: { percent: "10" }, vatCategory: "S", vatRate: "19" },
  { name: "Fachbuch", quantity: "2", unitPrice: "24.00", vatCategory: "S", vatRate: "7" },
];

describe("e-invoices", () => {
  const services = testServices();
  const holder = anApp(services);
  let point: AccessPointDouble;
  beforeAll(async () => {
    point = await anAccessPoint();
    services.outbound = createOutbound({ hosts: ["127.0.0.1"], privateHosts: [point.host] });
  });
  afterAll(() => point.close());

  const books = async (company: object = {}, customer: object = {}) => {
    const owner = await signedIn(holder.app);
    const must = async (method: string, url: string, body?: unknown) => {
      const answer = await owner.call(method as "POST", url, body);
      if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    };
    const { id: companyId } = await must("POST", "/api/companies", { ...aCompany, ...company });
    const { id: customerId } = await must("POST", "/api/customers", { companyId, ...aCustomer, ...customer });
    const draft = (more: object = {}) => must("POST", "/api/invoices", { companyId, customerId, currency: "EUR", lines, deliveryDate: "2026-01-15", ...more });
    return { owner, must, companyId, customerId, draft };
  };
  const bytesOf = async (client: Client, url: string) => (await client.call("GET", url)).raw;

  test("an issued invoice carries Factur-X by default: the data inside is judged clean and says what the page says", async () => {
    const { owner, must, draft } = await books();
    const before = await draft({ changes: [{ kind: "charge", change: { amount: "9.50" }, reason: "Fracht" }] });
    expect(before.einvoice).toMatchObject({ format: "auto", form: "facturx", needs: [] });
    const issued = await must("POST", `/api/invoices/${before.id}/issue`, {});
    expect(issued.einvoice.form).toBe("facturx");
    const pdf = await bytesOf(owner, `/api/invoices/${before.id}/pdf`);
    const { invoice, xml, container } = await readInvoiceFile(pdf);
    expect(container).toBe("pdf");
    expect(judge(xml).findings.filter((finding) => finding.severity === "fatal")).toEqual([]);
    expect(invoice).toMatchObject({ number: issued.number, currency: "EUR", buyerReference: "04011000-12345-03", totals: { grossTotal: issued.totals.grossTotal }, payment: { meansCode: "58", transfers: [{ account: aCompany.iban }] } });
    expect(Buffer.from(await bytesOf(owner, `/api/invoices/${before.id}/xml`)).equals(Buffer.from(xml))).toBe(true);
  }, 60_000);

  test("without the data an e-invoice needs, the default is a PDF alone, and a promised format is refused with what is missing", async () => {
    const { owner, must, draft, customerId } = await books({ vatId: null, taxNumber: null, iban: null }, { buyerReference: null, electronicAddress: null, email: null });
    const plain = await draft();
    expect(plain.einvoice).toMatchObject({ format: "auto", form: null });
    expect(plain.einvoice.needs.map((need: { rule: string }) => need.rule)).toContain("BR-S-02");
    const issued = await must("POST", `/api/invoices/${plain.id}/issue`, {});
    expect((await owner.call("GET", `/api/invoices/${issued.id}/xml`)).body.code).toBe("einvoice_absent");
    const customer = await must("GET", `/api/customers/${customerId}`);
    await must("PUT", `/api/customers/${customerId}`, { ...customer, einvoiceFormat: "xrechnung" });
    const promised = await draft();
    expect(promised.einvoice).toMatchObject({ format: "xrechnung", form: "xrechnung" });
    const rules = promised.einvoice.needs.map((need: { rule: string }) => need.rule);
    expect(rules).toEqual(expect.arrayContaining(["BR-DE-15", "BR-S-02"]));
    const refused = await owner.call("POST", `/api/invoices/${promised.id}/issue`, {});
    expect([refused.status, refused.body.code]).toEqual([409, "einvoice_incomplete"]);
    expect(refused.body.fields.length).toBe(promised.einvoice.needs.length);
    expect((await must("GET", `/api/invoices/${promised.id}`)).document, "nothing was issued").toBe("draft");
    // For this document alone another form may be chosen.
    const { version, ...rest } = await must("GET", `/api/invoices/${promised.id}`);
    const chosen = await must("PUT", `/api/invoices/${promised.id}`, { ...rest, version, einvoiceFormat: "none" });
    expect(chosen.einvoice).toMatchObject({ format: "none", form: null, needs: [] });
    expect((await must("POST", `/api/invoices/${promised.id}/issue`, {})).document).toBe("issued");
  }, 60_000);

  test("an XRechnung hangs on the mail beside its PDF, its credit note goes out alike, and both are judged clean in their own rules", async () => {
    const { owner, must, draft } = await books({}, { einvoiceFormat: "xrechnung" });
    const { id } = await draft();
    const issued = await must("POST", `/api/invoices/${id}/issue`, { send: { to: "rechnung@musterhafen.example" } });
    await services.workJobs();
    const view = await must("GET", `/api/invoices/${id}`);
    expect(view.einvoice.xml.sha256).toMatch(/^[0-9a-f]{64}$/);
    const [sent] = (await must("GET", "/api/deliveries")).items;
    expect(sent.attachments.map((one: { name: string }) => one.name).sort()).toEqual([`${issued.number}.pdf`, `${issued.number}.xml`]);
    const note = await must("POST", `/api/invoices/${id}/credit-notes`, { lines: "all", reason: "Falsch bestellt" });
    expect(note.einvoice.form).toBe("xrechnung");
    await services.workJobs();
    for (const one of [id, note.id]) {
      const xml = await bytesOf(owner, `/api/invoices/${one}/xml`);
      const verdict = judge(xml);
      expect(verdict.rules).toEqual(["EN16931", "XRECHNUNG"]);
      expect(verdict.findings.filter((finding) => finding.severity === "fatal")).toEqual([]);
      expect(readXmlInvoice(xml).invoice.typeCode).toBe(one === id ? "380" : "381");
    }
    expect(readXmlInvoice(await bytesOf(owner, `/api/invoices/${note.id}/xml`)).invoice.precedingInvoices).toEqual([{ number: issued.number, issueDate: issued.issueDate }]);
  }, 60_000);

  test("a partial credit note of an invoice with inclusive prices, discounts and charges is a clean e-invoice too", async () => {
    const { must, owner, draft } = await books();
    const before = await draft({ prices: "inclusive", changes: [{ kind: "allowance", change: { percent: "3" }, reason: "Treue" }, { kind: "charge", change: { amount: "4.99" }, reason: "Versand" }] });
    expect(before.einvoice.needs).toEqual([]);
    await must("POST", `/api/invoices/${before.id}/issue`, {});
    for (const part of [{ lineId: before.lines[0].id, quantity: "1" }, { lineId: before.lines[1].id, amount: "10.00" }]) {
      const note = await must("POST", `/api/invoices/${before.id}/credit-notes`, { lines: [part], reason: "Teilweise zurück" });
      expect(note.einvoice.form).toBe("facturx");
      expect(judge(await bytesOf(owner, `/api/invoices/${note.id}/xml`)).findings.filter((finding) => finding.severity === "fatal")).toEqual([]);
    }
  }, 60_000);

  test("a document goes through the access point: once, however often it is tried, and what becomes of it is told", async () => {
    const { owner, must, draft } = await books({}, { einvoiceFormat: "peppol" });
    const id = (await must("POST", `/api/invoices/${(await draft()).id}/issue`, {})).id;
    const list = () => must("GET", `/api/invoices/${id}/transmissions`);
    expect(await list()).toMatchObject({ items: [], possible: false, whyNot: expect.stringContaining("No access point") });
    expect((await owner.call("POST", `/api/invoices/${id}/transmissions`)).body.code).toBe("no_access_point");
    expect((await owner.call("PUT", "/api/access-point", { url: point.url })).body.code).toBe("access_point_key_missing");
    expect((await must("PUT", "/api/access-point", { url: `${point.url}/`, key: point.key })).accessPoint).toMatchObject({ url: point.url, keyEndsIn: "1234" });
    expect(JSON.stringify(await must("GET", "/api/access-point"))).not.toContain(point.key);
    expect((await owner.call("PUT", "/api/access-point", { url: "https://elsewhere.example/api" })).body.code, "a key never goes to another address").toBe("access_point_key_missing");
    expect((await list()).possible).toBe(true);
    const { items: [made] } = await must("POST", `/api/invoices/${id}/transmissions`);
    expect((await owner.call("POST", `/api/invoices/${id}/transmissions`)).body.code).toBe("already_transmitted");
    point.trouble.push({ status: 503, message: "Busy" }, "break", { status: 200, body: "<html>" });
    const payload = { workspaceId: owner.workspaceId, transmissionId: made.id };
    for (const words of ["Busy", "could not be reached", "not what an access point answers"]) {
      await expect(transmitJob(services, payload)).rejects.toThrow(words);
      expect((await list()).items[0]).toMatchObject({ state: "waiting", detail: expect.stringContaining(words) });
    }
    await transmitJob(services, payload);
    await transmitJob(services, payload); // a second run of the job finds nothing to do
    expect((await list()).items[0]).toMatchObject({ state: "sent", tries: 4 });
    const [document] = [...point.documents.values()].slice(-1);
    expect(document!.headers).toMatchObject({ "idempotency-key": made.id, "x-sender": "9930:DE123456788", "x-receiver": "0204:04011000-12345-03" });
    expect(judge(Buffer.from(document!.xml)).findings.filter((finding) => finding.severity === "fatal")).toEqual([]);
    services.moveClock(new Date(Date.now() + 10 * 60_000));
    await askAboutSent(services);
    expect((await list()).items[0].state).toBe("sent");
    document!.status = "delivered";
    services.moveClock(new Date(Date.now() + 60 * 60_000));
    await askAboutSent(services);
    services.moveClock(null);
    expect((await list()).items[0]).toMatchObject({ state: "delivered", endedAt: expect.any(String) });
    const log = JSON.stringify((await owner.call("GET", "/api/events?search=einvoice")).body) + JSON.stringify((await owner.call("GET", "/api/events?action=einvoice")).body);
    expect(log).toContain("einvoice.delivered");
    expect(log).not.toContain(point.key);
  }, 60_000);

  test("a refusal of the access point ends the sending with its words, and the document can be sent again", async () => {
    const { owner, must, draft } = await books({}, { einvoiceFormat: "xrechnung" });
    await must("PUT", "/api/access-point", { url: point.url, key: "wrong-key" });
    const id = (await must("POST", `/api/invoices/${(await draft()).id}/issue`, {})).id;
    await must("POST", `/api/invoices/${id}/transmissions`);
    await services.workJobs();
    const after = await must("GET", `/api/invoices/${id}/transmissions`);
    expect(after).toMatchObject({ possible: true, items: [{ state: "rejected", detail: expect.stringContaining("does not accept the key: Unknown key") }] });
    await must("PUT", "/api/access-point", { url: point.url, key: point.key });
    await must("POST", `/api/invoices/${id}/transmissions`);
    await services.workJobs();
    expect((await must("GET", `/api/invoices/${id}/transmissions`)).items.map((one: { state: string }) => one.state)).toEqual(["sent", "rejected"]);
    expect((await must("DELETE", "/api/access-point")).accessPoint).toBeNull();
    void owner;
  }, 60_000);

  test("any file can be judged: a clean one, a broken one, a PDF that carries one, and what is none says so", async () => {
    const { owner, must, draft } = await books();
    const { id } = await must("POST", `/api/invoices/${(await draft()).id}/issue`, {});
    const check = (name: string, bytes: Uint8Array, query = "") => { const { payload, headers } = multipart([{ name, bytes: Buffer.from(bytes) }]); return owner.call("POST", `/api/e-invoices/check${query}`, payload, headers); };
    const xml = await bytesOf(owner, `/api/invoices/${id}/xml`);
    expect((await check("good.xml", xml)).body).toMatchObject({ valid: true, syntax: "CII", container: "xml", says: { seller: "Kestrel Joinery GmbH", currency: "EUR" } });
    expect((await check("good.pdf", await bytesOf(owner, `/api/invoices/${id}/pdf`))).body).toMatchObject({ valid: true, container: "pdf" });
    const broken = Buffer.from(Buffer.from(xml).toString("utf8").replace(/<ram:DuePayableAmount>[^<]*</, "<ram:DuePayableAmount>1.00<"));
    const found = (await check("broken.xml", broken)).body;
    expect(found.valid).toBe(false);
    expect(found.findings.find((finding: { rule: string }) => finding.rule === "BR-CO-16")).toMatchObject({ severity: "fatal", line: expect.any(Number) });
    expect((await check("good.xml", xml, "?rules=EN16931,XRECHNUNG")).body.rules).toEqual(["EN16931", "XRECHNUNG"]);
    for (const [name, bytes] of [["note.txt", Buffer.from("hello")], ["empty.xml", Buffer.alloc(0)], ["bomb.xml", Buffer.from("<!DOCTYPE a [<!ENTITY a 'b'>]><Invoice>&a;</Invoice>")], ["plain.pdf", Buffer.from("%PDF-1.7\n%%EOF")]] as const) {
      const answer = await check(name, bytes);
      expect([name, answer.status, answer.body.code]).toEqual([name, 422, "einvoice_not_readable"]);
      expect(answer.body.message.length).toBeGreaterThan(20);
    }
    expect((await clientOf(holder.app, {}).call("POST", "/api/e-invoices/check")).status).toBe(401);
  }, 60_000);
});
