import { describe, expect, test } from "vitest";
import { changesOf, shownFields } from "./changes.ts";

describe("A10 before and after of settings", () => {
  test("names what differs with its values, and nothing that stayed", () => {
    expect(changesOf({ name: "A", terms_days: 14, version: 1, updated_at: new Date(0) }, { name: "B", terms_days: 14, version: 2, updated_at: new Date(1) }))
      .toEqual({ changed: ["name"], before: { name: "A" }, after: { name: "B" } });
    expect(changesOf({ archived_at: null, list: [1, 2], big: 1n, gone: "x" }, { archived_at: new Date(0), list: [1, 2], big: 1n })).toEqual({ changed: ["archived_at"], before: { archived_at: null }, after: { archived_at: "1970-01-01T00:00:00.000Z" } });
  });

  test("V16.2.5 shows the last four of an account, and of a secret only whether there is one", () => {
    const changes = changesOf({ iban: "IE29 AIBK 9311 5212 3456 78", bic: null, client_secret: "s3cr3t", password_hash: "x" }, { iban: "IE64IRCE92050112345678", bic: "IRCEIE2D", client_secret: "other", password_hash: null });
    expect(changes.before).toEqual({ iban: "…5678", bic: null, client_secret: "set", password_hash: "set" });
    expect(changes.after).toEqual({ iban: "…5678", bic: "…IE2D", client_secret: "set", password_hash: null });
    expect(changes.changed).toEqual(["iban", "bic", "client_secret", "password_hash"]);
    expect(JSON.stringify([changes, shownFields({ iban: "IE29AIBK93115212345678", token: "abc" }, ["iban", "token"])])).not.toMatch(/AIBK|s3cr3t|other|abc/);
  });
});
