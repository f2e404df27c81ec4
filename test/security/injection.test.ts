// One payload in every text field, read again at every way out: JSON, CSV, XLSX, PDF, mail. Pages are read in tour.test.ts.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { extractXmlFromPdf } from "@counterfoil/einvoice";
import { parseMarkdown } from "@counterfoil/paper/markdown";
import { textOfPages } from "../../packages/paper/examples.ts";
import { contentDisposition } from "../../src/platform/http.ts";
import { nameText, text } from "../../src/platform/fields.ts";
import { anApp, signedIn, testServices, type Client } from "../builders.ts";
import { multipart } from "../received-documents.ts";
import { PAYLOAD, plant, type Planted } from "./payloads.ts";

const services = testServices();
const holder = anApp(services);
let owner: Client;
let planted: Planted;
const get = async (url: string) => (await owner.call("GET", url)).body;
/** What a reader sees of a text that was set in lines. */
const flat = (written: string) => written.replace(/\s+/g, "");

beforeAll(async () => {
  owner = await signedIn(holder.app, "Olive Owner");
  planted = await plant((...input) => owner.call(...input), (payload, headers) => owner.call("POST", "/api/received-invoices", payload, headers), () => services.workJobs());
});

describe("abuse-9 one payload through every way out", () => {
  test("V1.1.2 V1.1.1 it is kept as it was typed and comes back as it was typed: nothing is escaped on the way in", async () => {
    expect(planted.filled.length, planted.filled.join("\n")).toBeGreaterThan(60);
    const customer = await get(`/api/customers/${planted.customerId}`);
    expect([customer.name, customer.notes, customer.contactName]).toEqual([PAYLOAD, PAYLOAD, PAYLOAD]);
    const company = await get(`/api/companies/${planted.companyId}`);
    expect([company.name, company.legalName, company.invoiceNote]).toEqual([PAYLOAD, PAYLOAD, PAYLOAD]);
    const invoice = await get(`/api/invoices/${planted.invoiceId}`);
    expect([invoice.lines[0].name, invoice.lines[0].description, invoice.note, invoice.customer.name]).toEqual([PAYLOAD, PAYLOAD, PAYLOAD, PAYLOAD]);
    expect((await get(`/api/received-invoices/${planted.receivedId}`)).supplierName ?? JSON.stringify(await get(`/api/received-invoices/${planted.receivedId}`))).toContain(PAYLOAD.slice(0, 40));
    // Escapes of addresses are taken off once.
    const [once, twice] = [await get(`/api/customers?companyId=${planted.companyId}&search=${encodeURIComponent(PAYLOAD.slice(0, 60))}`), await get(`/api/customers?companyId=${planted.companyId}&search=${encodeURIComponent(encodeURIComponent(PAYLOAD.slice(0, 60)))}`)];
    expect([once.items.length, twice.items.length]).toEqual([1, 0]);
  });

  test("V1.3.1 answers are JSON and are never taken for a page", async () => {
    const { headers, raw } = await owner.call("GET", `/api/customers/${planted.customerId}`);
    expect(headers).toMatchObject({ "content-type": "application/json; charset=utf-8", "x-content-type-options": "nosniff" });
    expect(raw.toString()).toContain("onerror");
  });

  test("V1.2.1 in CSV no cell begins a formula, and a second reader gets the very text behind the apostrophe", async () => {
    for (const url of [`/api/customers.csv?companyId=${planted.companyId}`, `/api/items.csv?companyId=${planted.companyId}`, "/api/events.csv"]) {
      const { raw, status } = await owner.call("GET", url);
      expect(status, url).toBe(200);
      const cells = (parse(raw, { bom: true, relax_column_count: true }) as string[][]).flat();
      expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell) || /^-(?!\d+(\.\d+)?$)/.test(cell)), url).toEqual([]);
      expect(cells.some((cell) => cell === `'${PAYLOAD}` || cell.includes(PAYLOAD.slice(0, 40))), url).toBe(true);
    }
  });

  test("V1.2.1 in a workbook texts are texts: no formula, no link, well-formed", async () => {
    const { version } = await get(`/api/received-invoices/${planted.receivedId}`);
    expect((await owner.call("POST", `/api/received-invoices/${planted.receivedId}/approve`, { version })).body).toMatchObject({ state: "approved" });
    const { body: made } = await owner.call("POST", "/api/exports", { format: "xlsx" });
    await services.workJobs();
    const { raw, status } = await owner.call("GET", `/api/exports/${made.id}/file`);
    expect(status).toBe(200);
    const parts = unzipSync(raw);
    for (const [name, bytes] of Object.entries(parts).filter(([name]) => name.endsWith(".xml"))) {
      const names = new Set<string>();
      const parser = new SaxesParser();
      parser.on("opentag", (tag) => names.add(tag.name));
      parser.write(strFromU8(bytes)).close();
      expect([...names].filter((tag) => /^(f|hyperlink|externalLink|ddeLink)$/.test(tag)), name).toEqual([]);
    }
  });

  test("V1.3.7 V1.2.1 in the PDF it stands letter by letter: no template runs, and the XML inside is well-formed", async () => {
    for (const url of [`/api/invoices/${planted.invoiceId}/pdf`, `/api/invoices/${planted.draftId}/pdf`, `/api/proposals/${planted.proposalId}/pdf`]) {
      const { raw, status } = await owner.call("GET", url);
      expect(status, url).toBe(200);
      const printed = flat((await textOfPages(raw)).join(""));
      for (const piece of ['"><imgsrc=xonerror="window.stolen=1">', '#panic("t")', "{{7*7}}${7*7}", "droptableperson"]) expect(printed, url).toContain(piece);
      expect(printed).not.toContain("4949");
      const inside = await extractXmlFromPdf(new Uint8Array(raw));
      const written = inside && typeof inside === "object" && "xml" in inside ? (inside as { xml: Uint8Array }).xml : inside;
      if (written) new SaxesParser().write(typeof written === "string" ? written : Buffer.from(written as Uint8Array).toString("utf8")).close();
    }
  });

  test("V1.2.1 V1.3.11 V1.3.5 mail keeps it as plain text: no header more, no HTML part, no placeholder filled in", async () => {
    const folder = join(services.config.stateDir, "outbox");
    const mails = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8")).filter((mail) => mail.includes("buyer@customer.example"));
    expect(mails.length).toBeGreaterThanOrEqual(2);
    for (const mail of mails) {
      const [head, ...rest] = mail.split("\r\n\r\n");
      const names = head!.split("\r\n").filter((line) => !/^\s/.test(line)).map((line) => line.split(":")[0]!.toLowerCase());
      expect(names.filter((name) => !["from", "to", "reply-to", "subject", "message-id", "date", "mime-version", "content-type", "content-transfer-encoding"].includes(name)), head).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
      expect(head!.replace(/\r\n\s+/g, " ")).toMatch(/^To: .*<buyer@customer\.example>$/m);
      expect(mail).not.toMatch(/^content-type: text\/html/im);
      expect(decoded(rest.join("\r\n\r\n"))).toContain("{{7*7}}${7*7}");
    }
  });

  test("V1.3.11 an address or subject that carries a line break is refused or loses it", async () => {
    const send = (changes: object) => owner.call("POST", `/api/invoices/${planted.invoiceId}/send`, { to: "buyer@customer.example", subject: "x", message: "x", ...changes });
    expect((await send({ to: "buyer@customer.example\r\nBcc: thief@elsewhere.example" })).status).toBe(400);
    expect((await send({ toName: "x\r\nBcc: thief@elsewhere.example" })).status).toBe(400);
    expect((await send({ subject: "x\r\nBcc: thief@elsewhere.example" })).status).toBe(400);
    expect((await send({ subject: "x\u0000y" })).status).toBe(400);
  });
});

const decoded = (body: string): string => {
  const quoted = body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const plain = [...body.matchAll(/base64\r\n[^]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/g)].map((found) => Buffer.from(found[1]!, "base64").toString("utf8"));
  return [body, quoted, Buffer.from(body, "base64").toString("utf8"), ...plain].join("\n");
};

describe("what texts and pictures may be", () => {
  test("V1.3.3 control, direction and zero-width characters are refused in names, controls in every text", async () => {
    const names = ["a\u0000b", "a\u0007b", "a\nb", "a\u202eb", "a\u2066b", "a\u200bb", "a\u200fb", "a\ufeffb", "\ud800", "a\u007fb"];
    expect(names.filter((name) => nameText(200).safeParse(name).success)).toEqual([]);
    expect(["a\u0000b", "a\u001bb", "\udfff"].filter((value) => text(200).safeParse(value).success)).toEqual([]);
    expect(["Ånna Müller-Lüdenscheidt", "東京 株式会社", "שלום", "O'Brien & Sons"].filter((name) => !nameText(200).safeParse(name).success)).toEqual([]);
    for (const body of [{ name: "A\u202egnp.exe" }, { number: "1\u200b2" }]) {
      const { status, body: answer } = await owner.call("POST", "/api/customers", { companyId: planted.companyId, name: "Fine", ...body });
      expect([status, answer.code]).toEqual([400, "invalid_input"]);
    }
  });

  test("V1.3.4 a logo that is SVG is refused, under any name, and others are drawn anew as PNG", async () => {
    const upload = (name: string, bytes: Buffer) => { const { payload, headers } = multipart([{ name, bytes }]); return owner.call("POST", `/api/companies/${planted.companyId}/logo`, payload, headers); };
    const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="window.stolen=1"><script>window.stolen=1</script></svg>`);
    for (const [name, bytes] of [["logo.svg", svg], ["logo.png", svg], ["logo.png", Buffer.concat([Buffer.from("\ufeff<?xml version=\"1.0\"?>"), svg])], ["logo.png", Buffer.concat([Buffer.from("   \n<!-- x -->"), svg])]] as const)
      expect((await upload(name, bytes)).body.code, name).toBe("logo_is_svg");
    const jpeg = await sharp({ create: { width: 40, height: 20, channels: 3, background: "red" } }).jpeg().withExif({ IFD0: { Copyright: "window.stolen" } }).toBuffer();
    expect((await upload("logo.jpg", Buffer.concat([jpeg, Buffer.from("<script>window.stolen=1</script>")]))).status).toBe(200);
    const { raw, headers } = await owner.call("GET", `/api/companies/${planted.companyId}/logo`);
    expect(headers["content-type"]).toBe("image/png");
    expect((await sharp(raw).metadata()).format).toBe("png");
    expect(raw.toString("latin1")).not.toContain("stolen");
  });

  test("V1.3.5 V1.2.2 of Markdown only emphasis, lists, headings and links to http, https and mail come through", () => {
    const hrefs = (written: string) => JSON.stringify(parseMarkdown(written)).match(/"href":"[^"]*"/g) ?? [];
    for (const address of ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//evil.example", "/logout", "java\tscript:x", "blob:x"]) expect(hrefs(`[x](${address})`), address).toEqual([]);
    expect(hrefs("[x](https://a.example) [y](mailto:a@b.example) [z](http://a.example)")).toHaveLength(3);
    const kinds = new Set(JSON.stringify(parseMarkdown("# a\n\n<b onclick=x>b</b>\n\n![i](https://a.example/x.png)\n\n- c\n\n```\nd\n```\n\n<script>e</script>")).match(/"type":"\w+"/g));
    expect([...kinds].sort()).toEqual(['"type":"heading"', '"type":"list"', '"type":"paragraph"']);
  });

  test("V5.4.1 V5.4.2 V1.2.1 a download is named by us, and no name breaks out of its header", async () => {
    for (const name of ['a".exe', "a\r\nSet-Cookie: x=1", "a\u0000b", "../../etc/passwd", "naïve – 請求書.pdf", "\u202egpj.exe", "a;filename=b", "%22", "'*'", "\ud800"]) {
      const header = contentDisposition("attachment", name);
      expect(header, name).toMatch(/^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''(?:[A-Za-z0-9!#$&+\-.^_`|~]|%[0-9A-F]{2})*$/);
      expect(header).not.toMatch(/[\r\n]|\.\.\/|%2F|%5C|%00|%0[AD]|%E2%80%AE/i);
    }
    const number = (await get(`/api/invoices/${planted.invoiceId}`)).number as string;
    const { headers } = await owner.call("GET", `/api/invoices/${planted.invoiceId}/pdf?download=yes`);
    expect(String(headers["content-disposition"])).toContain(number.replace(/[^\w-]/g, "_"));
    expect(String(headers["content-disposition"])).toMatch(/^attachment;/);
    const original = await owner.call("GET", `/api/received-invoices/${planted.receivedId}/original`);
    expect(original.headers).toMatchObject({ "x-content-type-options": "nosniff" });
    expect(String(original.headers["content-disposition"])).toMatch(/^attachment; filename="[^"]*"; filename\*=UTF-8''[^<>"\s]*$/);
  });
});
