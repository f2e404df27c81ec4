import { PDFDocument, StandardFonts } from "pdf-lib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { anApp, signedIn, testServices } from "../../test/builders.ts";
import { multipart, ubl } from "../../test/received-documents.ts";

describe("pages", () => {
  const services = testServices();
  const holder = anApp(services);

  const owner = async () => {
    const client = await signedIn(holder.app);
    await client.call("POST", "/api/companies", { name: "Our Own Firm Ltd", country: "DE", currency: "EUR", timeZone: "Europe/Berlin", locale: "de" });
    return client;
  };
  const upload = async (client: Awaited<ReturnType<typeof owner>>, name: string, bytes: Buffer): Promise<string> => {
    const { payload, headers } = multipart([{ name, bytes }]);
    return (await client.call("POST", "/api/received-invoices", payload, headers)).body.results[0].id;
  };

  test("a text PDF is read, drawn and its words pointed at, the second time from what was kept", async () => {
    const client = await owner();
    const id = await upload(client, "invoice.pdf", await aPdf());
    await services.workJobs();
    const { body: detail } = await client.call("GET", `/api/received-invoices/${id}`);
    expect(detail.reading.state).toBe("read");
    expect(detail.pages).toMatchObject([{ number: 1, width: 595, height: 842, source: "text" }]);
    expect(detail.grossTotal).toBe("119.00");
    for (const field of Object.values(detail.fields) as { evidence: unknown[]; formula?: string }[]) expect(field.evidence.length > 0 || field.formula).toBeTruthy();
    const real = services.reader;
    for (let time = 0; time < 2; time++) {
      const image = await client.call("GET", `/api/received-invoices/${id}/pages/1/image`);
      expect(image.status).toBe(200);
      expect(await sharp(image.raw).metadata()).toMatchObject({ width: Math.round((595 / 72) * 150) });
      expect(image.headers["content-disposition"]).toContain("inline");
      const words = await client.call("GET", `/api/received-invoices/${id}/pages/1/words`);
      const word = words.body.words.find((one: any) => one.text === "RE-2026-77");
      expect(word.box.x).toBeCloseTo(150, 0);
      expect(word.box.y).toBeGreaterThan(90);
      expect(word.box.y).toBeLessThan(105);
      services.reader = { ...real, pageImage: () => { throw new Error("drawn again"); }, pageWords: () => { throw new Error("read again"); } };
    }
    services.reader = real;
    expect((await client.call("GET", `/api/received-invoices/${id}/pages/2/image`)).body.code).toBe("no_page");
  });

  test("an XML invoice has no pages, and a file that cannot be drawn says why", async () => {
    const client = await owner();
    const xml = await upload(client, "a.xml", ubl());
    expect((await client.call("GET", `/api/received-invoices/${xml}/pages/1/image`)).body.code).toBe("no_page");
    const broken = await upload(client, "b.pdf", Buffer.from("%PDF-1.7 and nothing more"));
    await services.workJobs();
    const { body } = await client.call("GET", `/api/received-invoices/${broken}`);
    expect(body.state).toBe("unreadable");
    expect(body.reading.remedy).not.toBe("");
    expect((await client.call("GET", `/api/received-invoices/${broken}/pages/1/image`)).body.code).toBe("page_unreadable");
  });

  test("a picture without text is an unreadable document that is still shown", async () => {
    const client = await owner();
    const png = await sharp({ create: { width: 400, height: 600, channels: 3, background: "#fff" } }).png().toBuffer();
    const id = await upload(client, "blank.png", png);
    await services.workJobs();
    expect((await client.call("GET", `/api/received-invoices/${id}`)).body).toMatchObject({ state: "unreadable", reading: { code: "no_text" } });
    expect((await client.call("GET", `/api/received-invoices/${id}/pages/1/image`)).status).toBe(200);
    expect((await client.call("GET", `/api/received-invoices/${id}/pages/1/words`)).body.words).toEqual([]);
  });
});

/** An invoice of one page as a text PDF. */
async function aPdf(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const at = (text: string, x: number, y: number, size = 10) => page.drawText(text, { x, y: 842 - y, size, font });
  at("Harbour Print Works GmbH", 60, 50, 14);
  at("Invoice number:", 60, 105); at("RE-2026-77", 150, 105);
  at("Invoice date:", 60, 120); at("2026-11-02", 150, 120);
  at("Description", 60, 200); at("Qty", 300, 200); at("Price", 380, 200); at("Amount EUR", 460, 200);
  at("Posters, A2", 60, 220); at("1", 300, 220); at("100.00", 380, 220); at("100.00", 460, 220);
  at("Net total", 300, 260); at("100.00", 460, 260);
  at("VAT 19 %", 300, 275); at("19.00", 460, 275);
  at("Total EUR", 300, 290); at("119.00", 460, 290);
  return Buffer.from(await pdf.save());
}
