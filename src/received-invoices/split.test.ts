import sharp from "sharp";
import { makeSpecimen, writePdf, type Page } from "@counterfoil/specimens";
import { describe, expect, test } from "vitest";
import { anApp, signedIn, testServices, type Client } from "../../test/builders.ts";
import { multipart, ubl } from "../../test/received-documents.ts";
import { whyNotParts } from "./policy.ts";

test("each page is in exactly one part, in order, and what is wrong is said", () => {
  expect(whyNotParts([{ from: 1, to: 2 }, { from: 3, to: 3 }], 3)).toBeNull();
  expect(whyNotParts([{ from: 1, to: 1 }, { from: 3, to: 3 }], 3)).toMatch("Page 2 is in none");
  expect(whyNotParts([{ from: 2, to: 2 }, { from: 3, to: 3 }], 3)).toMatch("Page 1 is in none");
  expect(whyNotParts([{ from: 1, to: 1 }, { from: 2, to: 2 }], 3)).toMatch("Page 3 is in none");
  expect(whyNotParts([{ from: 1, to: 2 }, { from: 2, to: 3 }], 3)).toMatch("Page 2 is in two");
  expect(whyNotParts([{ from: 3, to: 3 }, { from: 1, to: 2 }], 3)).toMatch("Page 1 is in none");
  expect(whyNotParts([{ from: 2, to: 1 }, { from: 3, to: 3 }], 3)).toMatch("run backwards");
  expect(whyNotParts([{ from: 1, to: 1 }, { from: 2, to: 4 }], 3)).toMatch("there is no page 4");
});

describe("several invoices in one PDF", () => {
  const services = testServices();
  const holder = anApp(services);

  const owner = async () => {
    const client = await signedIn(holder.app);
    await client.call("POST", "/api/companies", { name: "Our Own Firm Ltd", country: "DE", currency: "EUR", timeZone: "Europe/Berlin", locale: "de" });
    return client;
  };
  const upload = async (client: Client, name: string, bytes: Buffer): Promise<string> => {
    const { payload, headers } = multipart([{ name, bytes }]);
    const { id } = (await client.call("POST", "/api/received-invoices", payload, headers)).body.results[0];
    await services.workJobs();
    return id;
  };
  const detail = async (client: Client, id: string) => (await client.call("GET", `/api/received-invoices/${id}`)).body;
  const split = (client: Client, id: string, version: number, parts: unknown) => client.call("POST", `/api/received-invoices/${id}/split`, { version, parts });

  const specimens = ["three in one a", "three in one b", "three in one c"].map((seed) => makeSpecimen(seed, { kinds: ["invoice"] }));
  const joined = (): Buffer => Buffer.from(writePdf(specimens.flatMap((one): Page[] => one.pages)));
  /** Where each specimen begins and ends. */
  const parts = specimens.map((one, index) => {
    const before = specimens.slice(0, index).reduce((sum, each) => sum + each.pages.length, 0);
    return { from: before + 1, to: before + one.pages.length };
  });

  test("three invoices in one file are found, cut, read one by one, and the file itself is put away", async () => {
    const client = await owner();
    const id = await upload(client, "Scans of May.pdf", joined());
    const before = await detail(client, id);
    expect(before.parts.map(({ from, to }: { from: number; to: number }) => ({ from, to }))).toEqual(parts);
    expect(before.parts.slice(1).every((part: { reason: string }) => part.reason.length > 10)).toBe(true);
    expect(before.questions[0]).toMatchObject({ path: "several_documents", kind: "several_documents", blocking: true });
    expect(before.flags).toContain("several_documents");
    expect((await client.call("POST", `/api/received-invoices/${id}/approve`, { version: before.version })).body.code).toBe("questions_open");

    const answer = await split(client, id, before.version, parts);
    expect(answer.status).toBe(201);
    const made: { id: string; fileName: string }[] = answer.body.documents;
    expect(made.map((one) => one.fileName)).toEqual(parts.map(({ from, to }) => `Scans of May (${from === to ? `page ${from}` : `pages ${from}–${to}`}).pdf`));
    await services.workJobs();
    for (const [index, one] of made.entries()) {
      const read = await detail(client, one.id);
      expect(read.reading.state).toBe("read");
      expect(read.pages).toHaveLength(specimens[index]!.pages.length);
      expect(read.parts).toEqual([]);
      expect(read.invoiceNumber).toBe(specimens[index]!.truth.invoiceNumber);
      expect(read.grossTotal).toBe(specimens[index]!.truth.grossTotal);
    }
    const after = await detail(client, id);
    expect(after).toMatchObject({ state: "rejected", review: { rejectCode: "other", rejectNote: "Split into 3 documents" } });
    expect((await split(client, id, after.version, parts)).body.code).toBe("already_rejected");
    const [event] = (await client.call("GET", "/api/events?action=received_invoice.split")).body.items;
    expect(event).toMatchObject({ subject: { id }, details: { into: made.map((one) => one.id) } });

    // Taken back, and cut once more: the same bytes are the same documents.
    await client.call("POST", "/api/received-invoices/reject-many", { ids: [made[0]!.id], code: "wrong" });
    const reopened = (await client.call("POST", `/api/received-invoices/${id}/reopen`, { version: after.version })).body;
    expect(reopened.state).not.toBe("rejected");
    const again = await split(client, id, reopened.version, parts);
    expect(again.body.documents.map((one: { id: string }) => one.id)).toEqual(made.map((one) => one.id));
    expect((await detail(client, made[0]!.id)).review.state).not.toBe("rejected");
    const files = await services.database.transaction({ workspaceId: client.workspaceId }, (db) => db.selectFrom("file").select("store_key").execute());
    const kept: string[] = [];
    for await (const { key } of services.files.list(`${client.workspaceId}/`)) kept.push(key);
    expect(kept.sort()).toEqual(files.map((one) => one.store_key).sort());
  });

  test("a person who says that it is one document is not asked again", async () => {
    const client = await owner();
    const id = await upload(client, "one.pdf", joined());
    const before = await detail(client, id);
    const whole = await client.call("POST", `/api/received-invoices/${id}/keep-whole`, { version: before.version });
    expect(whole.body.questions.map((one: { path: string }) => one.path)).not.toContain("several_documents");
    expect(whole.body.flags).not.toContain("several_documents");
    expect((await client.call("POST", `/api/received-invoices/${id}/keep-whole`, { version: whole.body.version })).body.code).toBe("not_several");
    // It can still be cut, elsewhere than proposed.
    const last = parts[2]!.to;
    const answer = await split(client, id, whole.body.version, [{ from: 1, to: 1 }, { from: 2, to: last }]);
    expect(answer.body.documents).toHaveLength(2);
  });

  test("a batch of forty is not too long to find where each begins", async () => {
    const client = await owner();
    const batch = Array.from({ length: 40 }, (_, index) => makeSpecimen(`batch of forty ${index}`, { kinds: ["invoice", "receipt"] }));
    const id = await upload(client, "batch.pdf", Buffer.from(writePdf(batch.flatMap((one) => one.pages))));
    const before = await detail(client, id);
    expect(before.reading.code).toBeNull();
    expect(before.pages).toHaveLength(batch.reduce((sum, one) => sum + one.pages.length, 0));
    expect(before.parts.length).toBeGreaterThan(30);
    expect(before.questions[0].reason).toMatch("only the first one was read");
  }, 120_000);

  test("the pages of a TIFF are told apart as those of a PDF are, and cut into PDFs that show the same", async () => {
    const client = await owner();
    const two = ["a page of a fax", "another page of a fax"].map((seed) => makeSpecimen(seed, { kinds: ["invoice"], languages: ["en"], families: ["uk-trade"] })).map((one) => ({ ...one, pages: one.pages.slice(0, 1) }));
    const pdf = Buffer.from(writePdf(two.flatMap((one) => one.pages)));
    const pictures = await Promise.all([1, 2].map(async (page) => (await services.reader.pageImage(pdf, page, 200)).bytes));
    const stacked = await sharp(pictures, { join: { across: 1 } }).greyscale().threshold(160).toColourspace("b-w").raw().toBuffer({ resolveWithObject: true });
    const tiff = await sharp(stacked.data, { raw: { ...stacked.info, pageHeight: stacked.info.height / 2 } as never }).toColourspace("b-w").tiff({ compression: "ccittfax4", bitdepth: 1, xres: 200 / 25.4, yres: 200 / 25.4 }).toBuffer();
    const id = await upload(client, "Fax.tiff", tiff);
    const before = await detail(client, id);
    expect(before.parts.map(({ from, to }: { from: number; to: number }) => [from, to])).toEqual([[1, 1], [2, 2]]);
    const answer = await split(client, id, before.version, [{ from: 1, to: 1 }, { from: 2, to: 2 }]);
    expect(answer.body.documents.map((one: { fileName: string; kind: string }) => [one.fileName, one.kind])).toEqual([["Fax (page 1).pdf", "pdf"], ["Fax (page 2).pdf", "pdf"]]);
    await services.workJobs();
    for (const [index, one] of answer.body.documents.entries()) {
      const [read] = (await detail(client, one.id)).pages;
      expect([read.source, Math.round(read.width), Math.round(read.height)]).toEqual(["ocr", Math.round(before.pages[index].width), Math.round(before.pages[index].height)]);
      expect((await detail(client, one.id)).invoiceNumber).toBe(two[index]!.truth.invoiceNumber);
      const shown = await client.call("GET", `/api/received-invoices/${one.id}/pages/1/image`);
      expect(shown.status).toBe(200);
    }
  }, 240_000);

  test("bad cuts, old versions, other kinds of files and neighbours are refused, and nothing is made", async () => {
    const client = await owner();
    const id = await upload(client, "three.pdf", joined());
    const { version } = await detail(client, id);
    const gap = await split(client, id, version, [{ from: 1, to: 1 }, { from: 3, to: 3 }]);
    expect([gap.status, gap.body.code, gap.body.message]).toEqual([400, "parts_wrong", "Page 2 is in none of the documents. Each page belongs to one."]);
    expect((await split(client, id, version, [{ from: 1, to: 1 }])).status).toBe(400);
    expect((await split(client, id, version - 1, parts)).body.code).toBe("changed_elsewhere");
    const neighbour = await owner();
    expect((await split(neighbour, id, version, parts)).status).toBe(404);
    expect((await neighbour.call("POST", `/api/received-invoices/${id}/keep-whole`, { version })).status).toBe(404);
    const xml = await upload(client, "a.xml", ubl());
    expect((await split(client, xml, (await detail(client, xml)).version, parts)).body.code).toBe("not_splittable");
    expect((await client.call("GET", "/api/received-invoices")).body.items).toHaveLength(2);
    expect((await detail(client, id)).state).toBe("to_review");
  });
});
