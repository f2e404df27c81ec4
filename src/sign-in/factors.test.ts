import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import { anApp, clientOf, joined, signedIn, stepUp, testServices, withTotp, TEST_PASSWORD, type Client } from "../../test/builders.ts";
import { recoveryHash } from "./recovery-codes.ts";
import { openTotp, sealTotp } from "./totp.ts";

const HALF_MINUTE = 30_000;

describe("second factors", () => {
  const services = testServices();
  const holder = anApp(services);
  let networks = 0;
  const anonymous = () => clientOf(holder.app, { from: `10.3.${++networks >> 8}.${networks & 255}` });
  const first = async (email: string, client = anonymous()) => ({ client, answer: await client.call("POST", "/api/sign-in", { email, password: TEST_PASSWORD }) });
  const second = (client: Client, body: object) => client.call("POST", "/api/sign-in/second-step", body);
  /** The middle of a half minute some steps from now: there a code and its clock agree. */
  const middle = (steps: number) => new Date((Math.floor(Date.now() / HALF_MINUTE) + steps) * HALF_MINUTE + 15_000);
  const at = async <T>(instant: Date, work: () => Promise<T>): Promise<T> => { services.moveClock(instant); return work().finally(() => services.moveClock(null)); };
  const mails = (personId: string, kind: string) => services.database.transaction({ personId }, (db) => db.selectFrom("mail").selectAll().where("kind", "=", kind).execute());
  const idOf = async (client: Client) => (await client.call("GET", "/api/session")).body.person.id as string;

  test("V6.5.1 V6.5.5 a code works in its own half minute, once; a neighbouring one is told the server's time", async () => {
    const ada = await signedIn(holder.app);
    const { codeAt } = await withTotp(ada);
    const now = middle(2);
    await at(now, async () => {
      const { client, answer } = await first(ada.email);
      expect(answer.body).toMatchObject({ state: "second_factor", ways: ["totp", "recovery"] });
      const { request } = answer.body;
      expect((await client.call("GET", "/api/session")).status, "the first step alone opens nothing").toBe(401);
      for (const near of [-1, 1]) {
        const wrong = await second(client, { request, code: await codeAt(new Date(now.getTime() + near * HALF_MINUTE)) });
        expect(wrong.body).toMatchObject({ code: "code_of_other_time", message: expect.stringContaining(`Our clock says ${now.toISOString().slice(11, 19)} UTC`) });
      }
      expect((await second(client, { request, code: await codeAt(new Date(now.getTime() + 2 * HALF_MINUTE)) })).body.code).toBe("wrong_code");
      expect((await second(client, { request, code: await codeAt(now) })).status).toBe(200);
      expect((await client.call("GET", "/api/session")).status).toBe(200);
      const again = await first(ada.email);
      expect((await second(again.client, { request: again.answer.body.request, code: await codeAt(now) })).body.code, "the same code a second time").toBe("wrong_code");
      // At the same moment, too: two requests with one code, one of them passes.
      const next = middle(3);
      services.moveClock(next);
      const both = [await first(ada.email), await first(ada.email)];
      const code = await codeAt(next);
      const answers = await Promise.all(both.map(({ client, answer }) => second(client, { request: answer.body.request, code })));
      expect(answers.map((one) => one.status).sort()).toEqual([200, 403]);
    });
  }, 60_000);

  test("V6.5.2 V6.5.4 recovery codes have 128 bits, are kept as SHA-256, shown once, and each works once", async () => {
    const ada = await signedIn(holder.app);
    const { recoveryCodes } = await withTotp(ada);
    expect(new Set(recoveryCodes).size).toBe(10);
    // 26 signs of 32: 130 bits of room for 128 bits of chance.
    for (const code of recoveryCodes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{5}-){4}[0-9a-hjkmnp-tv-z]{6}$/);
    const personId = await idOf(ada);
    const rows = await services.database.transaction({ personId }, (db) => db.selectFrom("recovery_code").selectAll().execute());
    expect(rows.map((row) => row.code_hash.toString("hex")).sort()).toEqual(recoveryCodes.map((code) => createHash("sha256").update(code.replaceAll("-", "")).digest("hex")).sort());
    expect(recoveryHash(` ${recoveryCodes[0]!.toUpperCase().replaceAll("0", "O").replaceAll("1", "I")} `)).toEqual(recoveryHash(recoveryCodes[0]!));
    expect((await ada.call("GET", "/api/security")).body.recoveryCodesLeft).toBe(10);
    const { client, answer } = await first(ada.email);
    expect((await second(client, { request: answer.body.request, recoveryCode: "00000-00000-00000-00000-000000" })).body.code).toBe("wrong_recovery_code");
    expect((await second(client, { request: answer.body.request, recoveryCode: recoveryCodes[0]!.toUpperCase() })).status).toBe(200);
    expect((await client.call("GET", "/api/security")).body.recoveryCodesLeft).toBe(9);
    expect((await mails(personId, "recovery_used"))[0]!.body_text).toContain("9 are left");
    const again = await first(ada.email);
    expect((await second(again.client, { request: again.answer.body.request, recoveryCode: recoveryCodes[0] })).body.code).toBe("wrong_recovery_code");
    const { body: fresh } = await client.call("POST", "/api/recovery-codes");
    expect(fresh.recoveryCodes).toHaveLength(10);
    expect((await second(again.client, { request: again.answer.body.request, recoveryCode: recoveryCodes[1] })).body.code, "an old one after new ones were made").toBe("wrong_recovery_code");
    expect((await second(again.client, { request: again.answer.body.request, recoveryCode: fresh.recoveryCodes[1] })).status).toBe(200);
  }, 60_000);

  test("V6.6.2 the second step belongs to its page and its browser: swapping either opens nothing", async () => {
    const ada = await signedIn(holder.app, "Ada");
    const eve = await signedIn(holder.app, "Eve");
    const adas = await withTotp(ada);
    const eves = await withTotp(eve);
    const now = middle(2);
    await at(now, async () => {
      const hers = await first(ada.email);
      const mine = await first(eve.email);
      const [adasCode, evesCode] = [await adas.codeAt(now), await eves.codeAt(now)];
      // Eve's browser with Ada's step, with either code; no browser at all; a browser that began nothing.
      for (const code of [adasCode, evesCode]) expect((await second(mine.client, { request: hers.answer.body.request, code })).body.code).toBe("second_step_ended");
      expect((await second(anonymous(), { request: hers.answer.body.request, code: adasCode })).body.code).toBe("second_step_ended");
      // Ada's step with Eve's code, in Ada's browser: that is a wrong code, no more.
      expect((await second(hers.client, { request: hers.answer.body.request, code: evesCode })).body.code).toBe("wrong_code");
      expect((await second(hers.client, { request: mine.answer.body.request, code: evesCode })).body.code).toBe("second_step_ended");
      expect((await second(mine.client, { request: mine.answer.body.request, code: evesCode })).status).toBe(200);
      expect((await mine.client.call("GET", "/api/session")).body.person.email).toBe(eve.email);
      expect((await second(mine.client, { request: mine.answer.body.request, code: evesCode })).body.code, "a step that was passed").toBe("second_step_ended");
    });
    const slow = await first(ada.email);
    const late = new Date(Date.now() + 10 * 60_000 + 1000);
    expect((await at(late, async () => second(slow.client, { request: slow.answer.body.request, code: await adas.codeAt(late) }))).body.code).toBe("second_step_ended");
  }, 60_000);

  test("V6.6.3 five wrong tries end the step, tries at the same moment count, and the person hears of it", async () => {
    const ada = await signedIn(holder.app);
    const { codeAt } = await withTotp(ada);
    const now = middle(2);
    await at(now, async () => {
      const { client, answer } = await first(ada.email);
      const { request } = answer.body;
      const tries = await Promise.all(Array.from({ length: 9 }, () => second(client, { request, code: "000000" })));
      expect(tries.filter((one) => one.body.code === "wrong_code")).toHaveLength(5);
      expect(tries.filter((one) => one.body.code === "second_step_ended")).toHaveLength(4);
      expect((await second(client, { request, code: await codeAt(now) })).body.code, "the right code, too late").toBe("second_step_ended");
    });
    expect(await mails(await idOf(ada), "second_step_ended")).toHaveLength(1);
    // Beginning again and again does not help: the person's second steps wait for each other.
    const later = new Date(now.getTime() + 60_000);
    await at(later, async () => {
      const codes: string[] = [];
      for (let round = 0; round < 3; round++) {
        const { client, answer } = await first(ada.email);
        for (let tried = 0; tried < 5; tried++) codes.push((await second(client, { request: answer.body.request, code: "000000" })).body.code);
      }
      expect(codes).toContain("too_many_tries");
    });
  }, 60_000);

  test("V6.4.3 a reset password opens no session and skips no second factor", async () => {
    const ada = await signedIn(holder.app);
    const { codeAt } = await withTotp(ada);
    const personId = await idOf(ada);
    await anonymous().call("POST", "/api/password/forgotten", { email: ada.email });
    const token = /token=([\w-]+)/.exec((await mails(personId, "password_reset"))[0]!.body_text)![1];
    const reset = await anonymous().call("POST", "/api/password/reset", { token, password: "quiet harbour lantern" });
    expect([reset.status, reset.headers["set-cookie"]]).toEqual([200, undefined]);
    expect((await ada.call("GET", "/api/session")).status).toBe(401);
    const client = anonymous();
    const answer = await client.call("POST", "/api/sign-in", { email: ada.email, password: "quiet harbour lantern" });
    expect(answer.body).toMatchObject({ state: "second_factor" });
    expect((await client.call("GET", "/api/session")).status).toBe(401);
    const now = middle(2);
    expect((await at(now, async () => second(client, { request: answer.body.request, code: await codeAt(now) }))).status).toBe(200);
  }, 60_000);

  test("V7.4.3 adding or removing a factor ends every other session, and the person is told", async () => {
    const ada = await signedIn(holder.app);
    const other = (await first(ada.email)).client;
    await withTotp(ada);
    expect((await other.call("GET", "/api/session")).status).toBe(401);
    expect((await ada.call("GET", "/api/session")).status).toBe(200);
    expect(await mails(await idOf(ada), "totp_added")).toHaveLength(1);
    expect((await ada.call("DELETE", "/api/totp")).status).toBe(200);
    expect((await ada.call("GET", "/api/security")).body).toMatchObject({ totpSince: null, recoveryCodesLeft: 0 });
    expect((await first(ada.email)).answer.body.state).toBe("signed_in");
    expect((await ada.call("POST", "/api/recovery-codes")).body.code).toBe("no_factor");
  }, 60_000);

  test("a secret lies sealed in the database and opens only for its person", async () => {
    const ada = await signedIn(holder.app);
    const { secret } = await withTotp(ada);
    const personId = await idOf(ada);
    const row = (await services.database.transaction({ personId }, (db) => db.selectFrom("totp").selectAll().executeTakeFirstOrThrow()));
    expect(row.sealed_secret!.toString("latin1")).not.toContain(secret);
    expect(openTotp(services.keys, personId, row.sealed_secret!, row.key_id!)).toBe(secret);
    expect(() => openTotp(services.keys, crypto.randomUUID(), row.sealed_secret!, row.key_id!)).toThrow();
    expect(sealTotp(services.keys, personId, secret).sealed.equals(row.sealed_secret!)).toBe(false);
    // Setting up another app leaves the one in use alone until a code of the new one was typed.
    const again = await ada.call("POST", "/api/totp");
    expect((await ada.call("POST", "/api/totp/confirm", { code: "000000" })).body.code).toBe("wrong_code");
    expect(again.body.secret).not.toBe(secret);
    expect(openTotp(services.keys, personId, (await services.database.transaction({ personId }, (db) => db.selectFrom("totp").select("sealed_secret").executeTakeFirstOrThrow())).sealed_secret!, row.key_id!)).toBe(secret);
  }, 60_000);

  test("a factor that was shown as proof counts for the session from then on, and a wrong one proves nothing", async () => {
    const ada = await signedIn(holder.app);
    const { codeAt } = await withTotp(ada);
    const now = middle(2);
    expect((await ada.call("POST", "/api/session/prove", { code: "000000" })).body.code).toBe("wrong_code");
    expect((await ada.call("POST", "/api/session/prove", { password: "not the password" })).body.code).toBe("wrong_password");
    expect((await ada.call("POST", "/api/session/prove", {})).status).toBe(400);
    expect((await ada.call("POST", "/api/session/prove", { password: TEST_PASSWORD, code: "000000" })).status).toBe(400);
    expect((await at(now, async () => ada.call("POST", "/api/session/prove", { code: await codeAt(now) }))).status).toBe(200);
  }, 60_000);

  describe("V6.3.3 where others can reach the installation", () => {
    test("owners and admins must have a second factor before anything opens, others when the workspace says so", async () => {
      const config = { ...services.config, publicUrl: "https://books.example", trustedProxies: ["127.0.0.1"] };
      const app = await buildApp({ ...services, config });
      const tls = { host: "books.example", origin: "https://books.example", "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.9" };
      const via = (client: Client): Client => ({ cookie: "", call: (method, url, body, headers) => client.call(method, url, body, { ...tls, ...headers }) });
      try {
        const olive = await signedIn(holder.app, "Olive");
        const member = await joined(holder.app, olive, "member");
        const owner = via(clientOf(app, {}));
        expect((await owner.call("POST", "/api/sign-in", { email: olive.email, password: TEST_PASSWORD })).body.state).toBe("signed_in");
        const session = await owner.call("GET", "/api/session");
        expect(session.body).toMatchObject({ attention: { secondFactor: true }, companies: [] });
        for (const [method, url] of [["GET", "/api/companies"], ["GET", "/api/received-invoices"], ["POST", "/api/customers"], ["GET", "/api/team"], ["PUT", "/api/workspace/security"]] as const)
          expect((await owner.call(method, url, method === "GET" ? undefined : {})).body.code, url).toBe("second_factor_needed");
        expect((await owner.call("GET", "/api/security")).body.secondFactorAsked).toEqual(["Olive's workspace"]);
        await withTotp(owner);
        expect((await owner.call("GET", "/api/companies")).status).toBe(200);
        expect((await owner.call("DELETE", "/api/totp")).body.code).toBe("last_factor");
        const max = via(clientOf(app, {}));
        await max.call("POST", "/api/sign-in", { email: member.email, password: TEST_PASSWORD });
        expect((await max.call("GET", "/api/companies")).status).toBe(200);
        expect((await owner.call("PUT", "/api/workspace/security", { requireSecondFactor: true, sessionIdleMinutes: null, sessionHours: null })).body).toMatchObject({ requireSecondFactor: true, asksAdmins: true });
        expect((await max.call("GET", "/api/companies")).body.code).toBe("second_factor_needed");
        const change = (await owner.call("GET", "/api/events?action=workspace.security_changed")).body.items[0];
        expect(JSON.stringify(change)).toMatch(/"before":\{"requireSecondFactor":false\}.*"after":\{"requireSecondFactor":true\}|"after":\{"requireSecondFactor":true\}.*"before":\{"requireSecondFactor":false\}/);
        // A session that entered by password alone before the factor was set up elsewhere must show it.
        expect((await max.call("GET", "/api/session")).body.attention.secondFactor).toBe(true);
      } finally {
        await app.close();
      }
    }, 60_000);
  });

  test("V6.4.4 an owner takes a lost factor away, audited and told to the person; nobody does it to a member of other workspaces too", async () => {
    const olive = await signedIn(holder.app, "Olive");
    const max = await joined(holder.app, olive, "member", { name: "Max Lost" });
    await withTotp(max);
    const admin = await joined(holder.app, olive, "admin");
    expect((await admin.call("POST", `/api/team/members/${max.personId}/reset-second-factor`)).status).toBe(403);
    expect((await olive.call("POST", `/api/team/members/${max.personId}/reset-second-factor`)).status).toBe(200);
    expect((await max.call("GET", "/api/session")).status).toBe(401);
    expect((await first(max.email)).answer.body.state).toBe("signed_in");
    expect((await mails(max.personId, "factors_reset"))[0]!.body_text).toContain("Olive");
    expect(JSON.stringify((await olive.call("GET", "/api/events?action=access.factors_reset")).body)).toContain("Max Lost");
    const elsewhere = await signedIn(holder.app, "Nina");
    const { body: invited } = await olive.call("POST", "/api/team/invitations", { email: elsewhere.email, role: "member" });
    expect((await elsewhere.call("POST", "/api/invitations/accept", { token: String(invited.link).split("/").at(-1) })).status).toBe(200);
    const nina = await idOf(elsewhere);
    await stepUp(olive);
    expect((await olive.call("POST", `/api/team/members/${nina}/reset-second-factor`)).body.code).toBe("member_elsewhere");
    expect((await elsewhere.call("POST", `/api/team/members/${max.personId}/reset-second-factor`)).status).not.toBe(200);
  }, 60_000);
});
