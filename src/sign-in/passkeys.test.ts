import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import { anApp, clientOf, signedIn, testServices, TEST_PASSWORD, withTotp, type Client } from "../../test/builders.ts";
import { anAuthenticator, type Quirks } from "../../test/authenticator.ts";

describe("passkeys", () => {
  const services = testServices();
  const holder = anApp(services);
  let networks = 0;
  const anonymous = () => clientOf(holder.app, { from: `10.4.${++networks >> 8}.${networks & 255}` });

  async function withPasskey(client: Client, authenticator = anAuthenticator(), name = "Test key") {
    const { body: { options } } = await client.call("POST", "/api/passkeys/options");
    const answer = await client.call("POST", "/api/passkeys", { name, response: authenticator.make(options) });
    expect(answer.status).toBe(201);
    return { authenticator, recoveryCodes: answer.body.recoveryCodes as string[] | null };
  }
  /** Tries to sign in; the authenticator may lie in one respect. */
  async function enter(authenticator: ReturnType<typeof anAuthenticator>, quirks: Quirks = {}, client = anonymous()) {
    const { body: { options } } = await client.call("POST", "/api/sign-in/passkey/options");
    return { client, options, answer: await client.call("POST", "/api/sign-in/passkey", { answer: authenticator.show(options, quirks) }) };
  }

  test("a passkey alone signs in, counts as two factors, and is named, renamed, used and removed", async () => {
    const ada = await signedIn(holder.app);
    const { authenticator, recoveryCodes } = await withPasskey(ada);
    expect(recoveryCodes).toHaveLength(10);
    const { client, options, answer } = await enter(authenticator);
    expect(options).toMatchObject({ rpId: "localhost", userVerification: "required" });
    expect(options.allowCredentials ?? []).toEqual([]);
    expect(answer.body).toMatchObject({ state: "signed_in" });
    expect((await client.call("GET", "/api/session")).body.person.email).toBe(ada.email);
    const [passkey] = (await client.call("GET", "/api/security")).body.passkeys;
    expect(passkey).toMatchObject({ name: "Test key", lastUsedAt: expect.any(String) });
    expect((await client.call("PATCH", `/api/passkeys/${passkey.id}`, { name: "Blue key" })).status).toBe(200);
    expect((await client.call("GET", "/api/security")).body.passkeys[0].name).toBe("Blue key");
    expect((await client.call("DELETE", `/api/passkeys/${passkey.id}`)).status).toBe(200);
    expect((await enter(authenticator)).answer.body.code).toBe("wrong_passkey");
    const stranger = await signedIn(holder.app);
    const other = await withPasskey(client);
    const [theirs] = (await client.call("GET", "/api/security")).body.passkeys;
    expect((await stranger.call("DELETE", `/api/passkeys/${theirs.id}`)).status).toBe(404);
    expect((await stranger.call("PATCH", `/api/passkeys/${theirs.id}`, { name: "Mine" })).status).toBe(404);
    expect((await enter(other.authenticator)).answer.status).toBe(200);
  }, 60_000);

  test("after a password a passkey is the second step, and it proves a dangerous act", async () => {
    const ada = await signedIn(holder.app);
    const { authenticator } = await withPasskey(ada);
    const client = anonymous();
    const first = await client.call("POST", "/api/sign-in", { email: ada.email, password: TEST_PASSWORD });
    expect(first.body).toMatchObject({ state: "second_factor", ways: ["passkey", "recovery"] });
    const { request } = first.body;
    const { body: { options } } = await client.call("POST", "/api/sign-in/second-step/passkey-options", { request });
    expect(options.allowCredentials).toHaveLength(1);
    expect((await anonymous().call("POST", "/api/sign-in/second-step/passkey-options", { request })).body.code, "another browser").toBe("second_step_ended");
    // A challenge for entering is none for the second step, and somebody else's key is nobody's.
    const eve = await signedIn(holder.app, "Eve");
    const eves = await withPasskey(eve);
    expect((await client.call("POST", "/api/sign-in/second-step", { request, passkey: eves.authenticator.show(options) })).body.code).toBe("wrong_passkey");
    const { body: { options: enterOptions } } = await client.call("POST", "/api/sign-in/passkey/options");
    expect((await client.call("POST", "/api/sign-in/second-step", { request, passkey: authenticator.show(enterOptions) })).body.code).toBe("wrong_passkey");
    const { body: { options: again } } = await client.call("POST", "/api/sign-in/second-step/passkey-options", { request });
    expect((await client.call("POST", "/api/sign-in/second-step", { request, passkey: authenticator.show(again) })).status).toBe(200);
    services.moveClock(new Date(Date.now() + 11 * 60_000));
    try {
      expect((await client.call("POST", "/api/sessions/end-others")).body.code).toBe("step_up_needed");
      const { body: { options: proof } } = await client.call("POST", "/api/session/prove/passkey-options");
      expect((await client.call("POST", "/api/session/prove", { passkey: authenticator.show(proof) })).status).toBe(200);
      expect((await client.call("POST", "/api/sessions/end-others")).status).toBe(200);
    } finally { services.moveClock(null); }
  }, 60_000);

  test("a lie about origin, host, act, challenge, person's presence, key or counter is refused", async () => {
    const ada = await signedIn(holder.app);
    const { authenticator } = await withPasskey(ada);
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const lies: [string, Quirks][] = [
      ["a phishing page's origin", { origin: "https://localhost.evil.example" }], ["another port, where that is another program", { origin: "https://localhost:8443" }], ["another host's key", { rpId: "evil.example" }],
      ["an answer of making a key", { type: "webauthn.create" }], ["a challenge of their own", { challenge: Buffer.alloc(32, 1).toString("base64url") }],
      ["nobody verified", { userVerified: false }], ["another key", { signWith: privateKey }],
    ];
    for (const [why, quirks] of lies) expect((await enter(authenticator, quirks)).answer.body.code, why).toBe("wrong_passkey");
    expect((await enter(authenticator)).answer.status).toBe(200);
    // A cloned key repeats a counter that was passed.
    const { counter } = authenticator.kept[0]!;
    expect((await enter(authenticator, { counter: counter })).answer.body.code, "the counter of last time").toBe("wrong_passkey");
    expect((await enter(authenticator, { counter: 1 })).answer.body.code, "an older counter").toBe("wrong_passkey");
    expect((await enter(authenticator)).answer.status).toBe(200);
    const { body: { options } } = await ada.call("POST", "/api/passkeys/options");
    for (const quirks of [{ origin: "https://evil.example" }, { rpId: "evil.example" }, { userVerified: false }, { type: "webauthn.get" }] as Quirks[])
      expect((await ada.call("POST", "/api/passkeys", { name: "Bad", response: anAuthenticator().make(options, quirks) })).body.code).toBe("wrong_passkey");
  }, 60_000);

  test("an answer works once, within five minutes, and only for the person and act it was asked for", async () => {
    const ada = await signedIn(holder.app);
    const { authenticator } = await withPasskey(ada);
    const { body: { options } } = await anonymous().call("POST", "/api/sign-in/passkey/options");
    const answer = authenticator.show(options);
    expect((await anonymous().call("POST", "/api/sign-in/passkey", { answer })).status).toBe(200);
    expect((await anonymous().call("POST", "/api/sign-in/passkey", { answer })).body.code).toBe("wrong_passkey");
    const { body: { options: late } } = await anonymous().call("POST", "/api/sign-in/passkey/options");
    const lateAnswer = authenticator.show(late);
    services.moveClock(new Date(Date.now() + 5 * 60_000 + 1000));
    expect((await anonymous().call("POST", "/api/sign-in/passkey", { answer: lateAnswer })).body.code).toBe("wrong_passkey");
    services.moveClock(null);
    // A challenge for making a key, given to Eve, makes none for Ada.
    const eve = await signedIn(holder.app, "Eve");
    const { body: { options: eves } } = await eve.call("POST", "/api/passkeys/options");
    expect((await ada.call("POST", "/api/passkeys", { name: "Eve's", response: anAuthenticator().make(eves) })).body.code).toBe("wrong_passkey");
    // The same key cannot be added twice.
    const { body: { options: twice } } = await ada.call("POST", "/api/passkeys/options");
    expect(twice.excludeCredentials).toHaveLength(1);
  }, 60_000);

  test("hostile forms of an answer are refused as such, and where the address is a number there are no passkeys", async () => {
    for (const answer of [{}, { id: "x" }, { id: "a".repeat(5000), rawId: "a", type: "public-key", response: {} }, { id: "AAAA", rawId: "AAAA", type: "public-key", response: { clientDataJSON: "AAAA", authenticatorData: "", signature: "" } }]) {
      const { status } = await anonymous().call("POST", "/api/sign-in/passkey", { answer });
      expect([400, 403]).toContain(status);
    }
    const app = await buildApp({ ...services, config: { ...services.config, publicUrl: "http://127.0.0.1:3000" } });
    try {
      const client = clientOf(app, {});
      expect((await client.call("GET", "/api/sign-in/ways")).body.passkeys).toBe(false);
      expect((await client.call("POST", "/api/sign-in/passkey/options", undefined, { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" })).body.code).toBe("passkeys_need_name");
    } finally { await app.close(); }
  }, 60_000);

  test("with a passkey and an app, either may be removed, and the codes stay until the last is gone", async () => {
    const ada = await signedIn(holder.app);
    await withTotp(ada);
    const { recoveryCodes } = await withPasskey(ada);
    expect(recoveryCodes, "there are some already").toBeNull();
    const [passkey] = (await ada.call("GET", "/api/security")).body.passkeys;
    await ada.call("DELETE", `/api/passkeys/${passkey.id}`);
    expect((await ada.call("GET", "/api/security")).body).toMatchObject({ passkeys: [], recoveryCodesLeft: 10, totpSince: expect.any(String) });
    await ada.call("DELETE", "/api/totp");
    expect((await ada.call("GET", "/api/security")).body.recoveryCodesLeft).toBe(0);
  }, 60_000);
});
