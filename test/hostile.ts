// Hostile input for the fuzz test: values that break parsers, values that pass the first check and break the second, and
// ways to put them into bodies, addresses and headers. Everything follows from a seed.
import { z } from "zod";

export type Random = { next(): number; int(below: number): number; chance(share: number): boolean; pick<T>(list: readonly T[]): T };

/** Random numbers that are the same on every machine (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number) => Math.floor(next() * below);
  return { next, int, chance: (share) => next() < share, pick: (list) => list[int(list.length)]! };
}

/** JSON text that no JavaScript value stands for: 1e400, NaN, a key twice. */
class Raw {
  constructor(readonly text: string) {}
}

/** JSON.stringify, with raw pieces written as they are. */
export function writeJson(value: unknown): string {
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map((one) => writeJson(one ?? null)).join(",")}]`;
  if (value !== null && typeof value === "object")
    return `{${Object.entries(value).filter(([, one]) => one !== undefined).map(([key, one]) => `${JSON.stringify(key)}:${writeJson(one)}`).join(",")}}`;
  return JSON.stringify(value) ?? "null";
}

const nested = (depth: number, open: string, close: string) => new Raw(open.repeat(depth) + "1" + close.repeat(depth));
const uuids = ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "6f6bba3c-5e2e-4c6e-9d1b-2f4c1d9f6a10", "6F6BBA3C-5E2E-4C6E-9D1B-2F4C1D9F6A10", "6f6bba3c5e2e4c6e9d1b2f4c1d9f6a10", "{6f6bba3c-5e2e-4c6e-9d1b-2f4c1d9f6a10}", "not-a-uuid"];
/** Ids that are somebody else's: every place of an id tries them too. */
export const alsoTry = (ids: readonly string[]): void => { uuids.push(...ids); };
const dates = ["2026-02-30", "0000-00-00", "0000-01-01", "0001-01-01", "9999-12-31", "99999-01-01", "2024-02-29", "2026-13-01", "-001-01-01", "2026-11-21T00:00:00Z", "infinity", "today", "1582-10-10", "1900-01-01"];
const decimals = [
  "0", "-0", "-0.0", "0.000001", "-1", "1e400", "NaN", "Infinity", "1e5", "0x10", " 1 ", "1,5", "١٢", "999999999999", "-999999999999", "999999999999.999999", "-999999999999.999999", "999999999999999", "999999999999999.9999",
  "-999999999999999.99", "9999999999999999999999", "0.00", "00000000001", "100", "100.0000", "99.9999", "0.3333", "9".repeat(5000), "1.5", "-5", "0.01", "0.0001", "12.345678",
];
const numbers = [0, -1, 1, 1.5, -0, 2_147_483_647, 2_147_483_648, -2_147_483_649, 4_294_967_296, 9_007_199_254_740_991, -9_007_199_254_740_991, 1e21, 1e308, 5e-324, 365, 366, 3650, 200, new Raw("1e400"), new Raw("-1e400"), new Raw("NaN"), new Raw("1e-400"), new Raw("9".repeat(400))];
const codes = ["XXX", "XTS", "JPY", "BHD", "CLF", "eur", "EURO", "ZZ", "ZZZ", "DE", "XX", "S", "AE", "O", "E", "K", "C62", "ZZ9", "constructor", "__proto__", "toString"];
const texts = [
  "", " ", "\u0000", "a\u0000b", "\ud800", "x\udfff", "\ud83d", "😀".repeat(60), "\u202egnp.exe", "\u200b", "\ufeff", "\ufffe", "\u0007bell", "line\nbreak", "tab\there", "a".repeat(39), "a".repeat(200), "a".repeat(300), "ä".repeat(4000), "x".repeat(70_000), "Z͑ͫ̓ͪ̂ͫ".repeat(20), "ﷺ".repeat(30),
  "' or 1=1 --", "\\", "\\'; drop table person; --", "%", "_%\\", "%s%n", "${7*7}", "{{7*7}}", "{year}{counter:4}", "{counter:99999999999}", "{counter", "{__proto__}", "<script>alert(1)</script>", "#set page(width: 0pt)\n#panic()", "$ x $ #image(\"/etc/passwd\")", "`" .repeat(50), "[".repeat(500), "*".repeat(500), "# ".repeat(300), "../../../../etc/passwd", "file:///etc/passwd",
  "a@b", "a@b.example", "\"a b\"@b.example", "A@B.EXAMPLE", "ä@ö.example", "a@b.example\r\nBcc: c@d.example", "en", "de-DE", "en-u-nu-arab-ca-buddhist", "x-private", "i-klingon", "zh-Hant-TW-u-co-stroke", "Etc/GMT+14", "utc", "Asia/Kathmandu", "Europe/Nowhere", "#ffffff", "#00000000", "DE00", "GB29 NWBK 6016 1331 9268 19", "DE02120300000000202051",
  "all", "oldest_due", "none", "yes", "true", "null", "undefined", "[object Object]", "NaN", "=1+1", "@sum(a1)", "a,b\n\"c", "name\n\"unclosed", "name;name;name\n1;2;3", "name,unit_price,vat_category\nA,1e400,S\nB,999999999999.999999,ZZ\n\u0001,,\n", "name,terms_days,country\nA,99999999999,DE\nB,-1,XX\n",
];
/** Made anew each time, since a body may be changed again at a place inside. */
const shapes = (): unknown[] => [null, true, false, [], {}, [[]], [null], [{}], ["a", 1, null], { a: { b: { c: [] } } }, new Raw("{\"__proto__\":{\"admin\":true}}"), new Raw("{\"constructor\":{\"prototype\":{\"x\":1}}}"), new Raw("{\"a\":1,\"a\":2}"), { toString: "x", valueOf: 1, hasOwnProperty: null, length: -1 }, { then: "x" }, nested(200, "[", "]"), nested(5_000, "{\"a\":", "}"), new Raw(`[${"0,".repeat(3000)}0]`), new Raw("{\"$gt\":\"\"}")];

/** A value that does not belong where `right` stands; half the time one of the same kind, which gets further. */
function hostileFor(random: Random, right: unknown): unknown {
  if (random.chance(0.6)) {
    if (typeof right === "number") return random.pick(numbers);
    if (typeof right === "boolean") return random.pick([true, false, null, "true", 1]);
    if (Array.isArray(right)) return random.chance(0.5) ? random.pick(shapes()) : Array.from({ length: random.pick([2, 21, 501, 2001]) }, () => right[0] ?? {});
    if (typeof right === "string") {
      if (/^[0-9a-f]{8}-/.test(right)) return random.pick(uuids);
      if (/^\d{4}-\d\d-\d\d/.test(right)) return random.pick(dates);
      if (/^-?\d+(\.\d+)?$/.test(right)) return random.pick(decimals);
      if (/^[A-Z][A-Z0-9]{0,2}$/.test(right)) return random.pick(codes);
      return random.pick(texts);
    }
  }
  return random.pick(random.pick<readonly unknown[]>([uuids, dates, decimals, numbers, codes, texts, texts, shapes()]));
}

type Place = { holder: Record<string, unknown> | unknown[]; key: string | number };
function placesOf(value: unknown, found: Place[] = []): Place[] {
  if (value instanceof Raw || value === null || typeof value !== "object") return found;
  for (const key of Array.isArray(value) ? value.slice(0, 20).keys() : Object.keys(value)) {
    found.push({ holder: value as Place["holder"], key });
    placesOf((value as Record<string | number, unknown>)[key], found);
  }
  return found;
}

/** The body with one to three of its places changed: another value, none, or a key too many. */
export function mutate(random: Random, body: unknown): unknown {
  const copy: unknown = structuredClone(body);
  if (random.chance(0.04)) return random.pick(shapes());
  for (let left = 1 + random.int(3); left > 0; left--) {
    const places = placesOf(copy);
    if (places.length === 0 || random.chance(0.08)) {
      if (copy !== null && typeof copy === "object" && !Array.isArray(copy)) Object.defineProperty(copy, random.pick(["__proto__", "constructor", "id", "workspaceId", "\u0000", "extra"]), { value: random.pick(shapes()), enumerable: true, configurable: true, writable: true });
      continue;
    }
    const { holder, key } = random.pick(places);
    const at = holder as Record<string | number, unknown>;
    if (random.chance(0.12)) delete at[key];
    else at[key] = hostileFor(random, at[key]);
  }
  return copy;
}

type Schema = { type?: string; properties?: Record<string, Schema>; required?: string[]; items?: Schema; anyOf?: Schema[]; enum?: unknown[]; const?: unknown; format?: string; pattern?: string; minimum?: number; minLength?: number };
export const schemaOf = (type: z.ZodType): Schema => z.toJSONSchema(type, { io: "input", unrepresentable: "any" }) as Schema;

const samples = ["12.5", "19", "5", "1234.50", "EUR", "DE", "C62", "#22405c", "ab".repeat(32), "X{counter:4}"];

/** `right`, with the fields that the schema knows besides; all of a body when there is none. A right-looking sketch, not always a valid one. */
export function complete(random: Random, schema: Schema, right: unknown, share = 0.7): unknown {
  if (right !== undefined && right !== null && typeof right === "object" && !Array.isArray(right) && schema.properties) {
    const missing = Object.entries(schema.properties).filter(([key]) => !(key in right) && (schema.required?.includes(key) || random.chance(share)));
    const known = Object.entries(right).map(([key, value]) => [key, schema.properties![key] ? complete(random, schema.properties![key]!, value, share) : value] as const);
    return Object.fromEntries([...known, ...missing.map(([key, one]) => [key, complete(random, one, undefined, share)] as const)]);
  }
  if (Array.isArray(right) && schema.items) return right.map((one) => complete(random, schema.items!, one, share));
  if (right !== undefined) return right;
  if (schema.anyOf) return complete(random, random.pick(schema.anyOf), undefined, share);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  switch (schema.type) {
    case "object": return complete(random, schema, {}, share);
    case "array": return schema.items && random.chance(0.8) ? [complete(random, schema.items, undefined, share)] : [];
    case "integer": case "number": return Math.max(schema.minimum ?? 1, 1);
    case "boolean": return random.chance(0.5);
    case "null": return null;
    default:
  }
  if (schema.format === "uuid") return uuids[2];
  if (schema.format === "date") return "2026-11-21";
  if (schema.format === "email") return "guest@test.example";
  return samples.find((one) => schema.pattern && new RegExp(schema.pattern).test(one)) ?? "Some words to begin with";
}

const cursorOf = (parts: unknown) => Buffer.from(writeJson(parts)).toString("base64url");
const cursors = [
  "x", "====", "bnVsbA", "%00", cursorOf([]), cursorOf({}), cursorOf(null), cursorOf([null]), cursorOf([1.5]), cursorOf([-1]), cursorOf([new Raw("1e400")]), cursorOf(["99999999999999999999"]), cursorOf([1e21]), cursorOf(["1"]), cursorOf([[1]]),
  ...[["x", uuids[2]], ["infinity", uuids[2]], ["0000-00-00", uuids[2]], ["2026-11-21 10:00:00+99", uuids[2]], ["2026-02-30T00:00:00Z", uuids[2]], ["2026-11-21T00:00:00Z", uuids[2]], ["1", uuids[2]], ["", uuids[2]], ["NaN", uuids[2]], ["\u0000", uuids[2]], ["\ud800", uuids[2]], ["0", "x"], ["2026-02-30", "1"], ["0000-00-00", "1"], ["9999-99-99", "999999999999999999"], ["2026-11-21", "1"], ["+275760-09-13T00:00:00Z", uuids[2]], ["Sat, 01 Jan 0000 00:00:00 GMT", uuids[2]]].map(cursorOf),
];
const segments = ["%00", "%ED%A0%80", "%", "%zz", "..%2f..%2fetc%2fpasswd", "a".repeat(150), "a".repeat(3000), "1e400", "NaN", "-1", "0", "1", "9999999999", "__proto__", "%F0%9F%98%80", "null", ";", "%20"];
const inAddress = (value: unknown) => encodeURIComponent(typeof value === "string" ? value.slice(0, 3000).toWellFormed() : writeJson(value).slice(0, 3000));

/** One segment of a path instead of an id. */
export const hostileSegment = (random: Random): string => (random.chance(0.5) ? inAddress(random.pick(uuids)) : random.pick(segments));

/** A query string of the route's own names (and foreign ones) with values that do not fit, some of them twice. */
export function hostileQuery(random: Random, schema: Schema | null): string {
  const properties = schema?.properties ?? {};
  const names = Object.keys(properties);
  if (names.length === 0 && random.chance(0.9)) return "";
  const pairs = Array.from({ length: random.int(5) }, () => {
    const name = random.chance(0.95) && names.length > 0 ? random.pick(names) : random.pick(["__proto__", "constructor", "a[b]", "%", "%00", "x".repeat(2000)]);
    const sketch = properties[name] && complete(random, properties[name]!, undefined);
    const value = name === "cursor" ? random.pick(cursors)
      : random.chance(0.3) ? inAddress(sketch)
      : random.chance(0.1) ? random.pick(segments) : inAddress(hostileFor(random, sketch));
    const suffix = random.chance(0.04) ? random.pick(["[]", "[0]", "[__proto__]", "%5B%5D"]) : "";
    return `${name}${suffix}=${value}${random.chance(0.06) ? `&${name}=${value}&${name}` : ""}`;
  });
  return pairs.length ? `?${pairs.join("&")}` : "";
}

/** Headers that go with any request. Names and values are such as a client can really send. */
export function hostileHeaders(random: Random): Record<string, string> {
  const headers: Record<string, string> = {};
  if (random.chance(0.15)) headers["idempotency-key"] = random.pick(["", "k", "x".repeat(500), "\u00ff\u00fe", "' or 1=1", `key-${random.int(20)}`]);
  if (random.chance(0.05)) headers["accept"] = random.pick(["text/html", "x", "*/*;q=abc", ""]);
  if (random.chance(0.05)) headers["accept-language"] = random.pick(["xx-YY-zz", "a".repeat(400), "*", ";;;"]);
  if (random.chance(0.05)) headers["user-agent"] = random.pick(["", "a".repeat(2000), "\u00e4\u00ff", "() { :; }; echo x"]);
  if (random.chance(0.03)) headers["content-encoding"] = "gzip";
  return headers;
}

/** The body as bytes with its content type, seldom broken off, doubled or sent as something else. */
export function hostilePayload(random: Random, body: unknown): { payload: string | Buffer; headers: Record<string, string> } {
  const json = writeJson(body);
  const asJson = { "content-type": "application/json" };
  if (random.chance(0.85)) return { payload: json, headers: asJson };
  switch (random.int(9)) {
    case 0: return { payload: json.slice(0, random.int(json.length + 1)), headers: asJson };
    case 1: return { payload: json + json, headers: asJson };
    case 2: return { payload: json, headers: { "content-type": random.pick(["text/plain", "application/x-www-form-urlencoded", "application/xml", "", "application/json; charset=utf-16", ";;;", "application/json, text/html", "multipart/form-data", "multipart/form-data; boundary=x", "application/octet-stream"]) } };
    case 3: return { payload: "", headers: asJson };
    case 4: return { payload: `\ufeff${json}`, headers: asJson };
    case 5: return { payload: Buffer.from([0xff, 0xfe, 0x00, 0xd8, ...Buffer.from(json)]), headers: asJson };
    case 6: return { payload: `${"[".repeat(100_000)}${"]".repeat(100_000)}`, headers: asJson };
    case 7: return { payload: random.pick(["null", "1e400", "NaN", "\"\\ud800\"", "{\"a\":\u0000}", "'", "//"]), headers: asJson };
    default: return { payload: `{"x":"${"y".repeat(1_100_000)}"}`, headers: asJson };
  }
}

/** A multipart body whose bytes were changed on the way, or whose head does not fit it. */
export function hostileUpload(random: Random, upload: { payload: Buffer; headers: Record<string, string> }): { payload: Buffer; headers: Record<string, string> } {
  const payload = Buffer.from(upload.payload);
  switch (random.int(6)) {
    case 0: return { payload: payload.subarray(0, random.int(payload.length)), headers: upload.headers };
    case 1: for (let left = 20; left > 0; left--) payload[random.int(payload.length)] = random.int(256); return { payload, headers: upload.headers };
    case 2: return { payload, headers: { "content-type": random.pick(["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=other", `multipart/form-data; boundary=${"b".repeat(300)}`, "multipart/mixed; boundary=x", "application/json"]) } };
    case 3: return { payload: Buffer.concat([payload, payload]), headers: upload.headers };
    case 4: return { payload: Buffer.alloc(0), headers: upload.headers };
    default: return { payload, headers: upload.headers };
  }
}

/** Names of files as nobody should send them. */
export const fileNames = ["a.pdf", "", ".", "../../etc/passwd", "x".repeat(3000), "%00.pdf", "a\u0000b.png", "\u202efdp.exe", "ä😀.xml", "a.pdf\"; filename=\"b.exe", "CON", "\\\\server\\share"];
