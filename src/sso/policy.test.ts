import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { atMost, higher, isMailService, nextRole, roleByGroups, safeNext, statesSecondFactor } from "./policy.ts";

describe("what single sign-on decides, without a database", () => {
  test("V3.7.2 after a sign-in the browser goes to a path of ours, whatever it was asked to do", () => {
    for (const next of ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/\t/evil.example", "/%0d%0aset-cookie:x", "evil", "", null, undefined, "/api/sign-out", "/sign-in?problem=x", "/\u0000", " /x", "/x y"])
      expect(safeNext(next), String(next)).toBe(next === "/%0d%0aset-cookie:x" ? next : "/");
    for (const next of ["/inbox", "/invoices/5?company=a-b&x=1", "/settings/security"]) expect(safeNext(next)).toBe(next);
    fc.assert(fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.string().map((text) => `/${text}`)), (text) => {
      const to = new URL(safeNext(text), "http://localhost:3000");
      return to.origin === "http://localhost:3000" && !to.pathname.startsWith("/api/");
    }));
  });

  test("abuse-4 whatever rules and groups say, nobody becomes owner and no owner changes", () => {
    const role = fc.constantFrom("admin" as const, "member" as const, "readonly" as const);
    const current = fc.constantFrom("owner" as const, "admin" as const, "member" as const, "readonly" as const, null);
    fc.assert(fc.property(current, fc.array(fc.record({ group: fc.string(), role })), fc.array(fc.string()), role, role, (now, rules, groups, fallback, limit) => {
      const byGroups = roleByGroups(rules, groups);
      const next = nextRole(now, rules.length > 0, higher(byGroups, null), fallback);
      return (now === "owner") === (next === "owner") && ["readonly", "member", "admin"].indexOf(atMost(fallback, limit)) <= ["readonly", "member", "admin"].indexOf(limit);
    }));
    expect(roleByGroups([{ group: "a", role: "readonly" }, { group: "b", role: "admin" }], ["b", "a"])).toBe("admin");
    expect(nextRole("admin", false, null, "readonly")).toBe("admin");
    expect(nextRole("admin", true, null, "readonly")).toBe("readonly");
  });

  test("V6.8.4 only values that mean two factors count as two factors", () => {
    expect(["", "pwd", "otp", "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport", "MFA", "mfa2"].filter((value) => statesSecondFactor([value], []))).toEqual([]);
    expect(statesSecondFactor(["pwd", "mfa"], [])).toBe(true);
    expect(statesSecondFactor(["urn:own"], ["urn:own"])).toBe(true);
    expect(statesSecondFactor([], [""])).toBe(false);
  });

  test("mail services belong to nobody", () => {
    expect(["gmail.com", "contoso.onmicrosoft.com", "gmx.de"].every(isMailService)).toBe(true);
    expect(isMailService("gmail.com.example")).toBe(false);
  });
});
