import { expect, test, describe } from "vitest";
import sharp from "sharp";
import fc from "fast-check";
import { anApp, aScope, signedIn, testServices } from "../../test/builders.ts";
import { createCompany } from "./change.ts";
import { NewCompany } from "./contract.ts";
import { formatNumber, isAccountNumber, patternAndReset, patternProblem } from "./policy.ts";
import { listSeries } from "./queries.ts";
import { startSeries, takeNextNumber } from "./series.ts";

const aCompany = { name: "Tidewater Joinery", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" };

describe("number patterns", () => {
  test("N9 the width is a minimum, the counter may exceed 32 bits, and every token is filled", () => {
    const facts = { issueDate: "2026-11-21", series: "Shop", customer: "K7" };
    expect(formatNumber("{year}-{counter:4}", { ...facts, counter: 7n })).toBe("2026-0007");
    expect(formatNumber("{year}-{counter:4}", { ...facts, counter: 10_000n })).toBe("2026-10000");
    expect(formatNumber("{series}/{yy}{month}/{customer}#{counter}", { ...facts, counter: 20_261_121_000_001n })).toBe("Shop/2611/K7#20261121000001");
  });

  test("a pattern without exactly one counter, with unknown tokens or odd signs is refused", () => {
    for (const wrong of ["INV", "{counter}{counter:2}", "{day}-{counter}", "{counter", "<b>{counter}", "{counter:19}"]) expect(patternProblem(wrong), wrong).not.toBeNull();
    for (const right of ["{counter}", "SI#{counter:6}", "Größe {year}/{counter:4}"]) expect(patternProblem(right), right).toBeNull();
    expect(patternAndReset("{counter:4}", "yearly")).toMatch(/\{year\}/);
    expect(patternAndReset("{year}-{counter:4}", "monthly")).toMatch(/\{month\}/);
    expect(patternAndReset("{counter:4}", "never")).toBeNull();
  });

  test("two counters never give the same number", () => {
    fc.assert(fc.property(fc.bigInt(1n, 10n ** 17n), fc.bigInt(1n, 10n ** 17n), fc.integer({ min: 1, max: 18 }), (a, b, width) => {
      const write = (counter: bigint) => formatNumber(`{year}-{counter:${width}}`, { issueDate: "2026-01-01", counter, series: "", customer: "" });
      expect(write(a) === write(b)).toBe(a === b);
    }));
  });

  test("an IBAN with one changed digit is refused, an account number of other countries is not", () => {
    expect(isAccountNumber("IE29 AIBK 9311 5212 3456 78")).toBe(true);
    expect(isAccountNumber("IE29 AIBK 9311 5212 3456 79")).toBe(false);
    expect(isAccountNumber("123456789")).toBe(true);
    expect(isAccountNumber("12")).toBe(false);
  });
});

describe("B8 companies over the API", () => {
  const services = testServices();
  const holder = anApp(services);

  test("a new company comes with its series, is changed with its version, and an outdated version is refused", async () => {
    const owner = await signedIn(holder.app);
    const made = await owner.call("POST", "/api/companies", { ...aCompany, vatId: "ie 1234567-wa", iban: "IE29 AIBK 9311 5212 3456 78", email: "" });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(made.body).toMatchObject({ vatId: "IE1234567WA", iban: "IE29AIBK93115212345678", email: null, hasLogo: false, version: 1 });
    expect(made.body.series.map((series: { kind: string; isDefault: boolean }) => [series.kind, series.isDefault])).toEqual([["credit_note", true], ["invoice", true], ["proposal", true]]);
    const changed = await owner.call("PUT", `/api/companies/${made.body.id}`, { ...aCompany, name: "Tidewater", version: 1 });
    expect(changed.body).toMatchObject({ name: "Tidewater", vatId: null, version: 2 });
    const late = await owner.call("PUT", `/api/companies/${made.body.id}`, { ...aCompany, version: 1 });
    expect([late.status, late.body.code]).toEqual([409, "changed_elsewhere"]);
    const session = await owner.call("GET", "/api/session");
    expect(session.body.companies).toMatchObject([{ id: made.body.id, name: "Tidewater", currency: "EUR", country: "IE", timeZone: "Europe/Dublin", locale: "en-IE" }]);
  });

  test("a wrong time zone, currency, locale or IBAN is told beside its field", async () => {
    const owner = await signedIn(holder.app);
    const answer = await owner.call("POST", "/api/companies", { ...aCompany, timeZone: "Europe/Atlantis", currency: "ABC", locale: "!", iban: "DE00123456789012345678" });
    expect(answer.status).toBe(400);
    expect(answer.body.fields.map((field: { path: string }) => field.path).sort()).toEqual(["currency", "iban", "locale", "timeZone"]);
  });

  test("V1.3.4 a logo is re-encoded to a small PNG; SVG and files that only look like pictures are refused", async () => {
    const owner = await signedIn(holder.app);
    const { body: company } = await owner.call("POST", "/api/companies", aCompany);
    const upload = (bytes: Buffer, name: string) => {
      const boundary = "----cf";
      const payload = Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n`), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
      return owner.call("POST", `/api/companies/${company.id}/logo`, payload, { "content-type": `multipart/form-data; boundary=${boundary}` });
    };
    const jpeg = await sharp({ create: { width: 3000, height: 900, channels: 3, background: "#22405c" } }).withExif({ IFD0: { Copyright: "secret place" } }).jpeg().toBuffer();
    expect((await upload(jpeg, "logo.jpg")).body.hasLogo).toBe(true);
    const stored = await owner.call("GET", `/api/companies/${company.id}/logo`);
    expect(stored.headers["content-type"]).toBe("image/png");
    const metadata = await sharp(stored.raw).metadata();
    expect(metadata).toMatchObject({ format: "png", width: 1200, height: 360 });
    expect(metadata.exif).toBeUndefined();
    expect((await upload(Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), "logo.png")).body.code).toBe("logo_is_svg");
    expect((await upload(Buffer.from("GIF89a not really"), "logo.png")).body.code).toBe("logo_not_usable");
    expect((await upload(jpeg.subarray(0, 400), "logo.png")).body.code).toBe("logo_not_usable");
    expect((await owner.call("DELETE", `/api/companies/${company.id}/logo`)).body.hasLogo).toBe(false);
    expect((await owner.call("GET", `/api/companies/${company.id}/logo`)).status).toBe(404);
  });

  test("a series starts where older books ended, but never moves once it has given a number", async () => {
    const scope = await aScope(services);
    const company = await createCompany(scope, NewCompany.parse(aCompany));
    const take = (issueDate: string) => scope.transaction((tx) => takeNextNumber(tx, { companyId: company.id, kind: "invoice", seriesId: null, issueDate, customerNumber: null }));
    const [series] = (await scope.transaction((tx) => listSeries(tx, company.id))).filter((one) => one.kind === "invoice");
    const start = (nextNumber: string) => startSeries(scope, company.id, series!.id, { issueDate: "2026-03-01", nextNumber });
    await start("500");
    await start("188");
    expect((await take("2026-02-01")).number).toBe("2026-0188");
    await expect(start("300")).rejects.toMatchObject({ code: "series_in_use" });
    expect((await take("2026-02-01")).number).toBe("2026-0189");
    await expect(take("2026-01-31")).rejects.toMatchObject({ code: "issue_date_too_early", message: expect.stringContaining("2026-0189 (2026-02-01)") });
    expect((await take("2027-01-01")).number).toBe("2027-0001");
  });

  test("a counter of a failed transaction is not used up", async () => {
    const scope = await aScope(services);
    const company = await createCompany(scope, NewCompany.parse(aCompany));
    const request = { companyId: company.id, kind: "invoice" as const, seriesId: null, issueDate: "2026-02-01", customerNumber: null };
    await expect(scope.transaction(async (tx) => {
      await takeNextNumber(tx, request);
      throw new Error("power cut");
    })).rejects.toThrow("power cut");
    expect((await scope.transaction((tx) => takeNextNumber(tx, request))).number).toBe("2026-0001");
  });
});
