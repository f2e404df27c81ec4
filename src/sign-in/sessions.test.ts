import { createHmac, generateKeyPairSync, hkdfSync, randomBytes } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { SignJWT, decodeJwt, decodeProtectedHeader } from "jose";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import { routes } from "../nouns.ts";
import { rootDir } from "../platform/config.ts";
import { openDatabase } from "../platform/database.ts";
import { readSession, readToken, signToken } from "../platform/tokens.ts";
import { anApp, clientOf, joined, signedIn, stepUp, testServices, TEST_PASSWORD, type Client } from "../../test/builders.ts";

const HOUR_MS = 3_600_000;

describe("sessions", () => {
  const services = testServices();
  const holder = anApp(services);
  let networks = 0;
  const anonymous = () => clientOf(holder.app, { from: `10.2.${++networks >> 8}.${networks & 255}` });
  const signIn = async (email: string, client = anonymous()): Promise<Client> => {
    const answer = await client.call("POST", "/api/sign-in", { email, password: TEST_PASSWORD });
    expect(answer.body).toMatchObject({ state: "signed_in" });
    return client;
  };
  const tokenOf = (client: { cookie: string }) => /(?:^|; )counterfoil=([^;]+)/.exec(client.cookie)![1]!;
  const copyOf = (client: { cookie: string }) => clientOf(holder.app, { cookie: `counterfoil=${tokenOf(client)}` });
  const status = async (client: Client) => (await client.call("GET", "/api/session")).status;
  const asOwnerOfDatabase = async (sql: string, values: unknown[] = []) => {
    const client = new pg.Client(services.databaseConnections.admin);
    await client.connect();
    return client.query(sql, values).finally(() => client.end());
  };
  const at = async <T>(instant: Date | number, work: () => Promise<T>): Promise<T> => {
    services.moveClock(new Date(instant));
    return work().finally(() => services.moveClock(null));
  };
  // A key of the ring for one purpose, as tokens.ts derives it.
  const keyOf = (purpose: string, audience = services.signing.audience) => new Uint8Array(Buffer.from(hkdfSync("sha256", services.signing.keyOf("test")!, audience, `counterfoil ${purpose} token`, 32)));

  test("B10 V7.2.1 V7.2.2 V7.2.3 the cookie is a signed token with 256 random bits that name a row, and the row decides", async () => {
    const ada = await signedIn(holder.app);
    const token = tokenOf(ada);
    expect(decodeProtectedHeader(token)).toEqual({ alg: "HS256", typ: "session+jwt", kid: "test" });
    const claims = decodeJwt(token);
    expect(Buffer.from(String(claims["sid"]), "base64url")).toHaveLength(32);
    expect(claims).toMatchObject({ aud: "counterfoil:test", sub: expect.any(String), exp: expect.any(Number), iat: expect.any(Number), nbf: expect.any(Number) });
    const sids = new Set<unknown>();
    for (let index = 0; index < 5; index++) sids.add(decodeJwt(tokenOf(await signIn(ada.email)))["sid"]);
    expect(sids.size).toBe(5);
    // A right signature over a session that is in no row opens nothing.
    const invented = await new SignJWT({ ...claims, sid: randomBytes(32).toString("base64url") }).setProtectedHeader({ alg: "HS256", typ: "session+jwt", kid: "test" }).sign(keyOf("session"));
    expect(await status(clientOf(holder.app, { cookie: `counterfoil=${invented}` }))).toBe(401);
  }, 60_000);

  test("B10 V7.4.1 abuse-13 a session that was ended is nobody at the next request, on every process, even for a copied cookie", async () => {
    const other = openDatabase(services.databaseConnections.app, { max: 2 });
    const second = await buildApp({ ...services, database: other });
    try {
      const ada = await signedIn(holder.app);
      const thief = () => clientOf(second, { cookie: `counterfoil=${token}` });
      let token = tokenOf(ada);
      expect(await status(thief())).toBe(200);
      const out = await ada.call("POST", "/api/sign-out");
      expect(out.headers["clear-site-data"]).toContain("storage");
      expect(String(out.headers["set-cookie"])).toMatch(/counterfoil=;.*Expires=Thu, 01 Jan 1970/);
      expect(await status(thief())).toBe(401);
      const again = await signIn(ada.email);
      token = tokenOf(again);
      expect(await status(thief())).toBe(200);
      await (await signIn(ada.email)).call("POST", "/api/sessions/end-others");
      expect(await status(thief())).toBe(401);
    } finally {
      await second.close();
      await other.close();
    }
  }, 60_000);

  test("V7.2.4 signing in, a fresh proof and another role each give a new id, and the old one is nobody: nothing can be fixed beforehand", async () => {
    const mallory = await signedIn(holder.app, "Mallory");
    const olive = await signedIn(holder.app, "Olive");
    // The victim's browser holds the attacker's session; after signing in it is another, and the attacker's is over.
    const victim = clientOf(holder.app, { cookie: mallory.cookie, from: "10.9.9.9" });
    const before = copyOf(mallory);
    await signIn(olive.email, victim);
    expect((await victim.call("GET", "/api/session")).body.person.email).toBe(olive.email);
    expect(await status(before)).toBe(401);
    const unproved = copyOf(victim);
    await stepUp(victim);
    expect(await status(unproved)).toBe(401);
    expect(await status(victim)).toBe(200);
    const max = await joined(holder.app, olive, "member");
    await max.call("GET", "/api/session");
    const asMember = copyOf(max);
    expect((await olive.call("PATCH", `/api/team/members/${max.personId}`, { role: "readonly" })).status).toBe(200);
    expect((await max.call("GET", "/api/session")).body.role).toBe("readonly");
    expect(await status(asMember)).toBe(401);
    expect(await status(max)).toBe(200);
  }, 60_000);

  test("V7.3.1 V7.3.2 a session ends after a day without use and after seven days in any case; a workspace may set less", async () => {
    const start = Date.now();
    const ada = await signedIn(holder.app);
    expect(await at(start + 23 * HOUR_MS, () => status(ada))).toBe(200);
    expect(await at(start + 46 * HOUR_MS, () => status(ada))).toBe(200);
    expect(await at(start + 71 * HOUR_MS, () => status(ada))).toBe(401);
    const busy = await signedIn(holder.app);
    for (let hours = 20; hours < 168; hours += 20) expect(await at(start + hours * HOUR_MS, () => status(busy)), `after ${hours} hours`).toBe(200);
    // A fresh proof gives another id, but no longer life.
    await at(start + 160 * HOUR_MS, () => stepUp(busy));
    expect(await at(start + 168 * HOUR_MS + 60_000, () => status(busy))).toBe(401);
    const strict = await signedIn(holder.app);
    expect((await strict.call("PUT", "/api/workspace/security", { requireSecondFactor: false, sessionIdleMinutes: 15, sessionHours: 2 })).status).toBe(200);
    expect(await at(start + 14 * 60_000, () => status(strict))).toBe(200);
    expect(await at(start + 32 * 60_000, () => status(strict))).toBe(401);
    const short = await signIn(strict.email);
    for (let minutes = 10; minutes < 120; minutes += 10) expect(await at(start + minutes * 60_000, () => status(short))).toBe(200);
    expect(await at(start + 125 * 60_000, () => status(short))).toBe(401);
  }, 60_000);

  test("V7.1.2 a person is signed in at 20 places at most; the one unused for longest ends", async () => {
    const ada = await signedIn(holder.app);
    const start = Date.now();
    const clients: Client[] = [];
    for (let index = 1; index <= 20; index++) clients.push(await at(start + index * 60_000, () => signIn(ada.email)));
    const after = start + 21 * 60_000;
    expect(await at(after, () => status(ada))).toBe(401);
    for (const client of clients) expect(await at(after, () => status(client))).toBe(200);
    expect((await at(after, () => clients[0]!.call("GET", "/api/sessions"))).body.items).toHaveLength(20);
  }, 120_000);

  test("V7.5.2 the list of devices opens none of them; one or all others can be signed out, after a proof", async () => {
    const ada = await signedIn(holder.app);
    const phone = await signIn(ada.email);
    const laptop = await signIn(ada.email);
    const list = async () => (await ada.call("GET", "/api/sessions")).body.items as { id: string; isThis: boolean }[];
    const sid = Buffer.from(String(decodeJwt(tokenOf(phone))["sid"]), "base64url").toString("base64url");
    expect(await list()).toHaveLength(3);
    expect(JSON.stringify(await list())).not.toContain(sid.slice(0, 12));
    const laptopName = (await laptop.call("GET", "/api/sessions")).body.items.find((one: { isThis: boolean }) => one.isThis).id;
    const later = Date.now() + 11 * 60_000;
    expect((await at(later, () => ada.call("POST", `/api/sessions/${laptopName}/end`))).body.code).toBe("step_up_needed");
    expect((await at(later, () => ada.call("POST", "/api/sessions/end-others"))).body.code).toBe("step_up_needed");
    expect((await ada.call("POST", `/api/sessions/${laptopName}/end`)).status).toBe(200);
    expect([await status(laptop), await status(phone), await status(ada)]).toEqual([401, 200, 200]);
    expect((await ada.call("POST", `/api/sessions/${laptopName}/end`)).body.code).toBe("no_session");
    const stranger = await signedIn(holder.app);
    expect((await stranger.call("POST", `/api/sessions/${(await list())[0]!.id}/end`)).status).toBe(404);
    expect((await ada.call("POST", "/api/sessions/end-others")).status).toBe(200);
    expect([await status(phone), await status(ada)]).toEqual([401, 200]);
  }, 60_000);

  test("V7.4.2 a removed, a suspended and a closed person are out at the next request", async () => {
    const olive = await signedIn(holder.app, "Olive");
    const removed = await joined(holder.app, olive, "member");
    expect((await olive.call("DELETE", `/api/team/members/${removed.personId}`)).status).toBe(200);
    expect((await removed.call("GET", "/api/companies")).status).not.toBe(200);
    const suspended = await joined(holder.app, olive, "member");
    await asOwnerOfDatabase("update membership set suspended_at = now() where person_id = $1", [suspended.personId]);
    expect((await suspended.call("GET", "/api/companies")).status).not.toBe(200);
    expect((await anonymous().call("POST", "/api/sign-in", { email: suspended.email, password: TEST_PASSWORD })).body.code).toBe("sign_in_suspended");
    const closed = await joined(holder.app, olive, "member");
    await asOwnerOfDatabase("update person set disabled_at = now() where id = $1", [closed.personId]);
    expect(await status(closed)).toBe(401);
    expect((await anonymous().call("POST", "/api/sign-in", { email: closed.email, password: TEST_PASSWORD })).body.code).toBe("sign_in_disabled");
  }, 60_000);

  test("V7.4.5 an admin signs a member out everywhere, but no owner, and nobody of another workspace", async () => {
    const olive = await signedIn(holder.app, "Olive");
    const admin = await joined(holder.app, olive, "admin");
    const max = await joined(holder.app, olive, "member");
    const phone = await signIn(max.email);
    expect((await admin.call("POST", `/api/team/members/${max.personId}/sign-out`)).body).toEqual({ ended: 2 });
    expect([await status(max), await status(phone)]).toEqual([401, 401]);
    const me = (await olive.call("GET", "/api/session")).body.person.id;
    expect((await admin.call("POST", `/api/team/members/${me}/sign-out`)).body.code).toBe("owner_only");
    const neighbour = await signedIn(holder.app, "Nina");
    expect((await neighbour.call("POST", `/api/team/members/${max.personId}/sign-out`)).status).toBe(404);
    const activity = await olive.call("GET", "/api/events?action=access.sessions_ended");
    expect(JSON.stringify(activity.body)).toContain("Signed Max member out everywhere");
  }, 60_000);

  describe("dangerous acts", () => {
    const dangerous = routes.filter((route) => route.stepUp === true);
    test("V7.5.1 every dangerous route asks for a proof of the last ten minutes, and takes none from an API key", async () => {
      const ada = await signedIn(holder.app);
      const { body: key } = await ada.call("POST", "/api/api-keys", { name: "k", role: "admin" });
      const program = clientOf(holder.app, { key: key.key });
      const url = (route: { url: string }) => route.url.replace(/:(\w+)/g, (_whole, name: string) => (name === "token" ? "x".repeat(43) : name === "provider" ? "google" : crypto.randomUUID()));
      const wrong: string[] = [];
      for (const route of dangerous) {
        const body = route.method === "GET" ? undefined : {};
        const late = await at(Date.now() + 10 * 60_000 + 2000, () => ada.call(route.method, url(route), body));
        if (late.body.code !== "step_up_needed") wrong.push(`${route.method} ${route.url} eleven minutes later: ${late.status} ${late.body.code}`);
        const fresh = await ada.call(route.method, url(route), body);
        if (fresh.body.code === "step_up_needed" || fresh.status === 401) wrong.push(`${route.method} ${route.url} at once: ${fresh.status} ${fresh.body.code}`);
        if (/end-others$|\/api\/totp$/.test(route.url)) await stepUp(ada);
        const byKey = await program.call(route.method, url(route), body);
        if (![401, 403].includes(byKey.status)) wrong.push(`${route.method} ${route.url} by key: ${byKey.status}`);
      }
      expect(wrong).toEqual([]);
      console.info(`${dangerous.length} dangerous routes walked`);
    }, 120_000);

    test("V7.5.1 among them are address, factors, keys, single sign-on, sessions of others and what the workspace asks of sign-ins", () => {
      const names = dangerous.map((route) => `${route.method} ${route.url}`);
      for (const needed of [
        "POST /api/address", "POST /api/totp", "DELETE /api/totp", "POST /api/passkeys", "DELETE /api/passkeys/:id", "POST /api/recovery-codes", "POST /api/sessions/end-others", "POST /api/sessions/:id/end",
        "PUT /api/workspace/security", "POST /api/api-keys", "POST /api/team/transfer",
      ]) expect(names).toContain(needed);
      expect(names.filter((name) => name.includes("/api/sso/")).length).toBeGreaterThan(0);
      // Only with some bodies: a powerful role given, a bank account changed.
      const sometimes = routes.filter((route) => typeof route.stepUp === "function").map((route) => `${route.method} ${route.url}`);
      expect(sometimes).toEqual(expect.arrayContaining(["POST /api/team/invitations", "PATCH /api/team/members/:id"]));
    });
  });

  describe("tokens", () => {
    /** A forged cookie per line, and why it is one. */
    async function forgeries(): Promise<[string, string][]> {
      const ada = await signedIn(holder.app);
      const token = tokenOf(ada);
      const [head, body, signature] = token.split(".") as [string, string, string];
      const claims = decodeJwt(token);
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
      const header = { alg: "HS256", typ: "session+jwt", kid: "test" };
      const sign = (change: object, with_: { header?: object; key?: Uint8Array } = {}) => new SignJWT({ ...claims, ...change }).setProtectedHeader({ ...header, ...with_.header } as never).sign(with_.key ?? keyOf("session"));
      const now = Math.floor(Date.now() / 1000);
      const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
      const pem = publicKey.export({ type: "spki", format: "pem" }) as string;
      const withPem = `${part(header)}.${body}`;
      const { exp: _exp, ...endless } = claims;
      const { nbf: _nbf, ...withoutStart } = claims;
      return [
        ["algorithm none", `${part({ ...header, alg: "none" })}.${body}.`],
        ["algorithm none with the old signature", `${part({ ...header, alg: "none" })}.${body}.${signature}`],
        ["no signature", `${head}.${body}.`],
        ["another algorithm of the same family", await sign({}, { header: { alg: "HS512" }, key: new Uint8Array(Buffer.concat([keyOf("session"), keyOf("session")])) })],
        ["RS256 by a key of theirs", await new SignJWT(claims).setProtectedHeader({ ...header, alg: "RS256" }).sign(privateKey)],
        ["HS256 with a public key as secret", `${withPem}.${createHmac("sha256", pem).update(withPem).digest("base64url")}`],
        ["another person", `${head}.${part({ ...claims, sub: crypto.randomUUID() })}.${signature}`],
        ["a signed other person", await sign({ sub: crypto.randomUUID() })],
        ["a key id that is a path", await sign({}, { header: { kid: "../../signing.keys" } }).then((text) => text.replace(/.$/, (last) => (last === "A" ? "B" : "A")))],
        ["no key id", await new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "session+jwt" }).sign(keyOf("session"))],
        ["a key of their own inside", await sign({}, { header: { jwk: { kty: "oct", k: Buffer.alloc(32, 7).toString("base64url") } }, key: new Uint8Array(32).fill(7) })],
        ["an address of keys of their own", await sign({}, { header: { jku: "https://evil.example/keys.json" }, key: new Uint8Array(32).fill(7) })],
        ["the ring's key itself, which is for no purpose", await sign({}, { key: new Uint8Array(services.signing.keyOf("test")!) })],
        ["the key of another purpose", await sign({}, { key: keyOf("sso") })],
        ["a token of another purpose", await signToken(services.signing, "sso", { subject: claims.sub!, claims: { sid: claims["sid"] }, at: new Date(), expiresAt: new Date(Date.now() + HOUR_MS) })],
        ["another type under the right key", await sign({}, { header: { typ: "sso+jwt" } })],
        ["no type", await sign({}, { header: { typ: undefined } })],
        ["another installation's audience", await sign({ aud: "counterfoil:other" })],
        ["another installation's audience and key", await sign({ aud: "counterfoil:other" }, { key: keyOf("session", "counterfoil:other") })],
        ["two audiences", await sign({ aud: ["counterfoil:test", "counterfoil:other"] })],
        ["no audience", await sign({ aud: undefined })],
        ["expired", await sign({ exp: now - 6 })],
        ["not yet valid", await sign({ nbf: now + 60 })],
        ["issued in the future", await sign({ iat: now + 60 })],
        ["without an end", await new SignJWT(endless).setProtectedHeader(header).sign(keyOf("session"))],
        ["without a beginning", await new SignJWT(withoutStart).setProtectedHeader(header).sign(keyOf("session"))],
        ["a short session id", await sign({ sid: "AAAA" })],
        ["not a token at all", "a.b.c"],
        ["empty", ""],
      ];
    }

    test("abuse-14 V9.1.1 V9.1.2 V9.1.3 V9.2.1 V9.2.2 V9.2.3 V9.2.4 a forged token is nobody, in each of the ways there are", async () => {
      const open: string[] = [];
      const all = await forgeries();
      for (const [why, cookie] of all) if (await status(clientOf(holder.app, { cookie: `counterfoil=${cookie}` })) !== 401) open.push(why);
      expect(open).toEqual([]);
      console.info(`${all.length} forged tokens, none taken`);
    }, 60_000);

    test("V9.1.1 one flipped bit anywhere in the token makes it nobody's", async () => {
      const ada = await signedIn(holder.app);
      const token = tokenOf(ada);
      const bytes = token.split(".").map((part) => Buffer.from(part, "base64url"));
      let tried = 0;
      for (const [index, part] of bytes.entries()) for (let bit = 0; bit < part.length * 8; bit += 3) {
        const flipped = Buffer.from(part);
        flipped[bit >> 3]! ^= 1 << (bit & 7);
        const forged = bytes.map((one, other) => (other === index ? flipped : one).toString("base64url")).join(".");
        tried++;
        expect(await readSession(services.signing, forged, new Date()), `bit ${bit} of part ${index}`).toBeNull();
      }
      expect(tried).toBeGreaterThan(500);
      expect(await readSession(services.signing, token, new Date())).not.toBeNull();
    });

    test("V9.2.1 clocks may differ by five seconds, not by six", async () => {
      const issued = new Date("2026-11-19T12:00:00Z");
      const text = await signToken(services.signing, "session", { subject: "somebody", claims: {}, at: issued, expiresAt: new Date(issued.getTime() + 60_000) });
      const good = async (ms: number) => (await readToken(services.signing, "session", text, new Date(issued.getTime() + ms))) !== null;
      expect([await good(-4000), await good(-6000), await good(0), await good(64_000), await good(66_000)]).toEqual([true, false, true, true, false]);
    });

    test("B10 V9.1.3 keys rotate: a token of the former key still opens and is signed anew; a key that is gone opens nothing", async () => {
      const ring = new Map([["one", randomBytes(32)]]);
      const signing = { currentId: "one", audience: "counterfoil:test", keyOf: (id: string) => ring.get(id) };
      const app = await buildApp({ ...services, signing });
      try {
        const ada = await signedIn(app);
        const old = tokenOf(ada);
        ring.set("two", randomBytes(32));
        signing.currentId = "two";
        const seen = await ada.call("GET", "/api/session");
        expect(seen.status).toBe(200);
        expect(decodeProtectedHeader(tokenOf(ada))["kid"]).toBe("two");
        expect(decodeJwt(tokenOf(ada))["sid"]).toBe(decodeJwt(old)["sid"]);
        expect((await ada.call("GET", "/api/session")).headers["set-cookie"]).toBeUndefined();
        expect(await status(clientOf(app, { cookie: `counterfoil=${old}` }))).toBe(200);
        ring.delete("one");
        expect(await status(clientOf(app, { cookie: `counterfoil=${old}` }))).toBe(401);
        expect(await status(ada)).toBe(200);
      } finally {
        await app.close();
      }
    });
  });

  test("A3 B10 every cookie is HttpOnly, and on TLS bound to the host by __Host-", async () => {
    const plain = await anonymous().call("POST", "/api/sign-in", { email: (await signedIn(holder.app)).email, password: TEST_PASSWORD });
    for (const cookie of [plain.headers["set-cookie"]].flat()) expect(String(cookie)).toMatch(/^counterfoil(-device)?=[\w.-]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const app = await buildApp({ ...services, config: { ...services.config, publicUrl: "https://books.example", trustedProxies: ["127.0.0.1"] } });
    try {
      const email = (await signedIn(holder.app)).email;
      const answer = await clientOf(app, {}).call("POST", "/api/sign-in", { email, password: TEST_PASSWORD }, { host: "books.example", origin: "https://books.example", "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.9" });
      expect(answer.status).toBe(200);
      const cookies = [answer.headers["set-cookie"]].flat().map(String);
      expect(cookies).toHaveLength(2);
      for (const cookie of cookies) expect(cookie).toMatch(/^__Host-counterfoil(-device)?=[\w.-]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
    } finally {
      await app.close();
    }
  }, 60_000);

  test("V6.3.4 one function opens sessions, and every way in ends in it", () => {
    const files = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]);
    const sources = files(join(rootDir, "src")).filter((path) => /\.ts$/.test(path) && !/\.test\.ts$/.test(path)).map((path) => ({ path: path.slice(rootDir.length + 1), text: readFileSync(path, "utf8") }));
    const calling = (name: string) => sources.filter(({ text }) => new RegExp(`(?<!function )\\b${name}\\(`).test(text)).map(({ path }) => path);
    expect(calling("openSession")).toEqual(["src/sign-in/complete.ts"]);
    expect(sources.filter(({ text }) => /insert into session\b/.test(text)).map(({ path }) => path)).toEqual(["src/access/sessions.ts"]);
    expect(calling("completeSignIn").filter((path) => path.startsWith("src/sign-in/")).sort()).toEqual(["address.ts", "enter.ts", "invitation.ts", "sign-up.ts"].map((name) => `src/sign-in/${name}`));
  });

  test("V6.5.3 no chance but the operating system's: Math.random stands nowhere in the product", () => {
    const files = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => entry.name === "node_modules" ? [] : entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]);
    const found = ["src", "packages"].flatMap((folder) => files(join(rootDir, folder))).filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$|\/bench\//.test(path)).filter((path) => readFileSync(path, "utf8").includes("Math.random"));
    expect(found).toEqual([]);
  });
});
