import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rootDir } from "./config.ts";
import { createLog, logFields, scrub } from "./log.ts";

describe("the operator's log", () => {
  const written = (fields: Record<string, unknown>, message = "request failed"): { line: string; entry: Record<string, unknown> } => {
    let line = "";
    createLog("debug", (text) => { line += text; }).warn(fields, message);
    return { line, entry: JSON.parse(line) };
  };

  test("V16.2.4 V16.4.1 every entry is one object on one line, whatever is in it", () => {
    for (const evil of ["a\r\nb", "\n{\"level\":\"info\",\"message\":\"forged\"}\n", "\u2028\u2029\u0085", "\u001b[2J", "\0", "\ud800", "\"},{\"x\":\""]) {
      const { line, entry } = written({ error: evil, code: evil, requestId: evil }, evil);
      expect(line.endsWith("\n")).toBe(true);
      expect(line.slice(0, -1)).not.toMatch(/[\r\n\u001b\0]/);
      expect(line.trim().split("\n")).toHaveLength(1);
      expect(entry["level"]).toBe("warn");
    }
  });

  test("V16.2.2 V16.2.1 an entry says when, in UTC, how grave, and who, where and how it ended", () => {
    const { entry } = written({ requestId: "req_1", workspace: "w", actor: "p", actorKind: "person", ip: "203.0.113.9", method: "GET", route: "/api/invoices/:id", status: 404, ms: 3, code: "not_found" });
    expect(entry["time"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Math.abs(Date.now() - Date.parse(entry["time"] as string))).toBeLessThan(5_000);
    expect(Object.keys(entry)).toEqual(["time", "level", "message", "requestId", "workspace", "actor", "actorKind", "ip", "method", "route", "status", "ms", "code"]);
  });

  test("V16.2.5 only the fields of the list pass; objects, unknown fields and their values do not", () => {
    const { line, entry } = written({ requestId: "req_1", body: "SECRET-MARKER", headers: { cookie: "SECRET-MARKER" }, files: { "SECRET-MARKER": 1 }, keys: ["w/1", { deep: "SECRET-MARKER" }], total: "1,250.00" });
    expect(line).not.toContain("SECRET-MARKER");
    expect(line).not.toContain("1,250.00");
    expect(entry).toMatchObject({ requestId: "req_1", files: "[left out]", keys: ["w/1", "[left out]"], leftOut: 3 });
  });

  test("V16.2.5 keys, tokens, addresses, accounts and quoted data are struck out of errors and stacks", () => {
    const secrets = [
      "cf_live_Zk3xQ9v0aPq8sT1uW2yB4", "Bearer abcdefghijk.lmnop", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl", "https://books.example/p/4fJx8aPq8sT1uW2yB4Zk3", "/recover?token=4fJx8aPq8sT1uW2yB4Zk3",
      "postgres://counterfoil:hunter2hunter@db.example/x", "smtp://mailer:s3cret@mail.example", "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\n-----END PRIVATE KEY-----", "ada.lovelace@firm.example", "IE29 AIBK 9311 5212 3456 78", "IE29AIBK93115212345678",
      "password=correct-horse", "{\"password\": \"correct horse battery\"}", "Cookie: counterfoil=abc.def.ghi", "invalid input syntax for type uuid: \"Brennan Timber\"", "invalid input value for enum kind: \"Brennan Timber\"", "value \"99999999999\" is out of range for type integer", "Unexpected token 'B', \"Brennan Timber\" is not valid JSON",
      "c2VjcmV0LXZhbHVlLW9mLWEta2V5LXRoYXQtaXMtNDMtbG9uZw1",
    ];
    const markers = /Zk3xQ|abcdefghijk|c2lnbmF0|4fJx8|hunter2|s3cret|MIIEvQ|lovelace|AIBK|5212|correct|abc\.def|Brennan|99999999999|c2VjcmV0/;
    for (const secret of secrets) {
      expect(markers.test(secret), `a secret without a marker proves nothing: ${secret}`).toBe(true);
      const { line } = written({ error: `Error: it broke at ${secret} today`, stack: `Error: ${secret}\n    at file (/srv/app/src/x.ts:1:2)`, reason: secret }, `failed: ${secret}`);
      expect(line, secret).not.toMatch(markers);
    }
    expect(scrub("relation \"event_head\" does not exist at src/events/queries.ts:12:3")).toBe("relation \"event_head\" does not exist at src/events/queries.ts:12:3");
    expect(scrub("req_0a1b2c3d4e5f60718293, 24b5cd89-b248-4054-a7ee-a68fa52cf51d")).toBe("req_0a1b2c3d4e5f60718293, 24b5cd89-b248-4054-a7ee-a68fa52cf51d");
  });

  test("a text of any length and shape is scrubbed quickly and cut", () => {
    for (const text of ["a".repeat(100_000), "a@".repeat(50_000), "AB12 ".repeat(20_000), "password ".repeat(10_000), "-----BEGIN A-----".repeat(5_000), "eyJ".repeat(30_000)]) {
      const started = performance.now();
      expect(written({ error: text }).line.length).toBeLessThan(8_500);
      expect(performance.now() - started).toBeLessThan(200);
    }
  });

  test("V16.1.1 docs/security/logs.md lists every field that a line may carry, and none that may not", () => {
    const text = readFileSync(join(rootDir, "docs/security/logs.md"), "utf8");
    const listed = [...text.matchAll(/^\| `([A-Za-z]+)` \|/gm)].map((match) => match[1]!);
    expect(listed.toSorted()).toEqual(["time", "level", "message", "leftOut", ...Object.keys(logFields)].toSorted());
  });

  test("levels below the chosen one are silent", () => {
    const lines: string[] = [];
    const log = createLog("warn", (line) => lines.push(line));
    log.info({}, "no");
    log.error({}, "yes");
    expect(lines).toHaveLength(1);
    createLog("silent", (line) => lines.push(line)).error({}, "no");
    expect(lines).toHaveLength(1);
  });
});
