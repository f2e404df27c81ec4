import { createHash } from "node:crypto";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { aScope, anApp, clientOf, signedIn, testServices } from "../../test/builders.ts";
import { multipart, ubl } from "../../test/received-documents.ts";
import { shownName } from "./file-name.ts";

describe("receiving documents", () => {
  const services = testServices();
  const holder = anApp(services);

  const owner = async () => {
    const client = await signedIn(holder.app);
    await aCompany(client);
    return client;
  };
  const upload = (client: Awaited<ReturnType<typeof owner>>, files: { name: string; bytes: Buffer }[], fields: Record<string, string> = {}) => {
    const { payload, headers } = multipart(files, fields);
    return client.call("POST", "/api/received-invoices", payload, headers);
  };

  test("several files of one request are each answered for, and what is acknowledged is on disk", async () => {
    const client = await owner();
    const invoice = ubl();
    const answer = await upload(client, [{ name: "a.xml", bytes: invoice }, { name: "program.pdf", bytes: Buffer.from("MZ\x90\x00 this is a program") }, { name: "empty.pdf", bytes: Buffer.alloc(0) }, { name: "b.xml", bytes: ubl() }]);
    expect(answer.status).toBe(201);
    expect(answer.body.results.map((result: any) => [result.fileName, result.outcome, result.code])).toEqual([
      ["a.xml", "received", undefined], ["program.pdf", "refused", "not_supported"], ["empty.pdf", "refused", "empty"], ["b.xml", "received", undefined],
    ]);
    const { body } = await client.call("GET", "/api/received-invoices");
    expect(body.items.map((item: any) => [item.fileName, item.state, item.kind])).toEqual([["b.xml", "waiting", "xml"], ["a.xml", "waiting", "xml"]]);
    const original = await client.call("GET", `/api/received-invoices/${answer.body.results[0].id}/original`);
    expect(createHash("sha256").update(original.raw).digest("hex")).toBe(createHash("sha256").update(invoice).digest("hex"));
    expect(String(original.headers["content-disposition"])).toContain('attachment; filename="a.xml"');
  });

  test("a request of which nothing can be taken is refused with the first reason's status", async () => {
    const client = await owner();
    const one = await upload(client, [{ name: "x.exe", bytes: Buffer.from("MZ....") }]);
    expect([one.status, one.body.code]).toEqual([415, "not_supported"]);
    const empty = await upload(client, [{ name: "x.pdf", bytes: Buffer.alloc(0) }]);
    expect([empty.status, empty.body.code]).toEqual([422, "empty"]);
    const two = await upload(client, [{ name: "x.exe", bytes: Buffer.from("MZ....") }, { name: "y.sh", bytes: Buffer.from("#!/bin/sh") }]);
    expect([two.status, two.body.code, two.body.fields.map((field: any) => field.path)]).toEqual([422, "nothing_received", ["x.exe", "y.sh"]]);
    expect((await client.call("GET", "/api/received-invoices")).body.items).toEqual([]);
    expect((await upload(client, [])).body.code).toBe("no_files");
    const events = await client.call("GET", "/api/events?action=received_invoice.refused");
    expect(events.body.items).toHaveLength(4);
  });

  test("the same bytes at once, a hundred times, are one document, one file and one job", async () => {
    const client = await owner();
    const bytes = ubl();
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => upload(client, [{ name: `copy-${index}.xml`, bytes }])));
    const results = answers.map((answer) => answer.body.results[0]);
    expect(new Set(results.map((result) => result.id)).size).toBe(1);
    expect(results.filter((result) => result.outcome === "received")).toHaveLength(1);
    expect(results.filter((result) => result.outcome === "already_here" && result.duplicate)).toHaveLength(99);
    const rows = await services.database.transaction({ workspaceId: client.workspaceId }, (db) => db.selectFrom("file").selectAll().execute());
    expect(rows).toHaveLength(1);
  });

  test("two workspaces may hold the same bytes, and neither learns of the other", async () => {
    const [mine, theirs] = [await owner(), await owner()];
    const bytes = ubl();
    const first = await upload(theirs, [{ name: "same.xml", bytes }]);
    const second = await upload(mine, [{ name: "same.xml", bytes }]);
    expect(second.body.results[0].outcome).toBe("received");
    expect(second.body.results[0].id).not.toBe(first.body.results[0].id);
    const foreign = first.body.results[0].id;
    for (const url of ["", "/original", "/pages/1/image"]) expect((await mine.call("GET", `/api/received-invoices/${foreign}${url}`)).status).toBe(404);
    expect((await mine.call("POST", `/api/received-invoices/${foreign}/approve`, { version: 1 })).status).toBe(404);
  });

  test("an API key uploads too, to the company it names", async () => {
    const client = await owner();
    const second = await aCompany(client, "Second Books Ltd");
    const { body: key } = await client.call("POST", "/api/api-keys", { name: "scanner", role: "member" });
    const scanner = { ...client, call: clientOf(holder.app, { key: key.key }).call };
    const answer = await upload(scanner, [{ name: "scan.xml", bytes: ubl() }], { companyId: second });
    expect(answer.status).toBe(201);
    const { body } = await client.call("GET", `/api/received-invoices/${answer.body.results[0].id}`);
    expect([body.companyId, body.receivedVia, body.receivedBy]).toEqual([second, "api", "scanner"]);
    const unknown = await upload(scanner, [{ name: "scan.xml", bytes: ubl() }], { companyId: "0d9a1b7e-6f4e-4b0a-9c6e-0123456789ab" });
    expect([unknown.status, unknown.body.code]).toEqual([404, "company_unknown"]);
  });

  test("V5.2.1 a file above the limit is refused while it streams, and the next one in the request still arrives", async () => {
    const client = await owner();
    const large = Buffer.alloc(20 * 1024 * 1024 + 1, 0x20);
    large.write("<?xml version=\"1.0\"?><Invoice>");
    const answer = await upload(client, [{ name: "large.xml", bytes: large }, { name: "after.xml", bytes: ubl() }]);
    expect(answer.body.results.map((result: any) => [result.outcome, result.code])).toEqual([["refused", "too_large"], ["received", undefined]]);
  });

  test("a request that breaks off is refused and leaves no document", async () => {
    const client = await owner();
    const { payload, headers } = multipart([{ name: "cut.xml", bytes: ubl() }]);
    const answer = await client.call("POST", "/api/received-invoices", payload.subarray(0, payload.length - 400), headers);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect((await client.call("GET", "/api/received-invoices")).body.items).toEqual([]);
  });

  test("abuse-5 thousands of parts, headers of a megabyte and names that mean something to JavaScript are refused or of no effect", async () => {
    const client = await owner();
    const boundary = "----parts";
    const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
    const part = (disposition: string, body: string | Buffer) => Buffer.concat([Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`), Buffer.from(body), Buffer.from("\r\n")]);
    const end = Buffer.from(`--${boundary}--\r\n`);
    const post = (...parts: Buffer[]) => client.call("POST", "/api/received-invoices", Buffer.concat([...parts, end]), headers);
    const many = await post(...Array.from({ length: 10_000 }, (_, i) => part(`name="field-${i}"`, "x")));
    expect([many.status, many.body.code]).toEqual([413, "too_many_parts"]);
    const proto = await post(part('name="__proto__"', "polluted"), part('name="files"; filename="__proto__"', ubl()));
    expect([proto.status, proto.body.results.map((result: any) => result.code ?? result.outcome)]).toEqual([201, ["received", "bad_field_name"]]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    const swollen = await post(part(`name="files"; filename="a.xml"; x="${"y".repeat(1_000_000)}"`, ubl()));
    expect([swollen.status, swollen.body.results?.[0].fileName]).toEqual([201, "a.xml"]);
    // What was taken before the limit is told, so that nobody sends it again.
    const [first, over] = [await post(part('name="files"; filename="b.xml"', ubl()), ...Array.from({ length: 150 }, (_, i) => part(`name="files"; filename="${i}.xml"`, ubl()))), 100];
    expect(first.status).toBe(201);
    expect(first.body.results.filter((result: any) => result.outcome === "received")).toHaveLength(over);
    expect(first.body.results.at(-1)).toMatchObject({ outcome: "refused", code: "too_many_parts" });
  });

  test("without a company there is nothing to receive for, and the answer says so", async () => {
    const client = await signedIn(holder.app);
    const answer = await upload(client, [{ name: "a.xml", bytes: ubl() }]);
    expect([answer.status, answer.body.code]).toEqual([409, "company_needed"]);
  });

  test("abuse-23 V14.2.4 neither names, amounts nor text of a document stand in the file store or the sealed columns", async () => {
    const client = await owner();
    const marker = `MARKER-${Date.now()}`;
    await upload(client, [{ name: "m.xml", bytes: ubl({ description: marker }) }]);
    await services.workJobs();
    const admin = new pg.Client(services.databaseConnections.admin);
    await admin.connect();
    const { rows } = await admin.query("select row_to_json(r)::text as text from received_invoice r").finally(() => admin.end());
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.text.includes(marker) || row.text.includes(Buffer.from(marker).toString("hex")))).toEqual([]);
  });

  test("V5.3.2 V1.3.3 abuse-20 names are shown clean and never as a path", () => {
    expect(shownName("../../etc/passwd")).toBe("passwd");
    expect(shownName("..\\..\\x.pdf")).toBe("x.pdf");
    expect(shownName("a\u0000b\r\n\".pdf")).toBe("ab_.pdf");
    expect(shownName("invoice\u202Efdp.exe")).toBe("invoicefdp.exe");
    expect(shownName(undefined)).toBe("document");
    expect(shownName("...")).toBe("document");
    const long = shownName(`${"𝔄".repeat(255)}.pdf`);
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(255);
    expect(long.endsWith("….pdf")).toBe(true);
  });

  test("a scope without rights sees nothing of it", async () => {
    const scope = await aScope(services);
    const rows = await scope.transaction((tx) => tx.db.selectFrom("received_invoice").select("id").execute());
    expect(rows).toEqual([]);
  });
});

async function aCompany(client: { call: (...input: any[]) => Promise<any> }, name = "Our Own Firm Ltd"): Promise<string> {
  const answer = await client.call("POST", "/api/companies", { name, country: "DE", currency: "EUR", timeZone: "Europe/Berlin", locale: "de" });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}
