import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createHash } from "node:crypto";
import { dictionary } from "@zxcvbn-ts/language-common";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createOutbound } from "../platform/outbound.ts";
import { anApp, clientOf, signedIn, stepUp, testServices, TEST_PASSWORD } from "../../test/builders.ts";
import { isLeaked } from "./leaked.ts";
import { hashPassword, passwordFits } from "./passwords.ts";
import { commonStem, weigh, wordsOf } from "./strength.ts";

describe("passwords", () => {
  const services = testServices();
  const holder = anApp(services);
  let networks = 0;
  // Each from a network of its own, so that how often one network may sign up is not what is looked at.
  const anonymous = () => clientOf(holder.app, { from: `10.1.${++networks >> 8}.${networks & 255}` });
  const signUp = (password: string, more: object = {}) => anonymous().call("POST", "/api/sign-up", { name: "Niamh Test", email: `${crypto.randomUUID()}@kestrel.example`, workspaceName: "Larkfield Books", password, ...more });

  test("B9 V6.2.8 V6.2.9 V11.4.2 a password is kept as bcrypt 2b with 12 rounds, exactly as typed, whatever its length", async () => {
    const fits = async (stored: string, typed: string) => passwordFits(typed, await hashPassword(stored, services.keys), services.keys);
    for (const password of ["tonal-plinth-orbit", "x".repeat(72), "x".repeat(73), "😀".repeat(64), "ä".repeat(60), "y".repeat(256)])
      expect((await hashPassword(password, services.keys)).hash).toMatch(/^\$2b\$12\$/);
    // The 73rd byte, the case, spaces at the end and what stands behind a NUL all matter.
    expect(await fits(`${"x".repeat(72)}1`, `${"x".repeat(72)}1`)).toBe(true);
    expect(await fits(`${"x".repeat(72)}1`, `${"x".repeat(72)}2`)).toBe(false);
    expect(await fits("x".repeat(72), "x".repeat(73))).toBe(false);
    expect(await fits("😀".repeat(64), "😀".repeat(64))).toBe(true);
    expect(await fits("😀".repeat(64), `${"😀".repeat(63)}😁`)).toBe(false);
    expect(await fits("Tonal plinth orbit", "tonal plinth orbit")).toBe(false);
    expect(await fits("tonal plinth orbit ", "tonal plinth orbit")).toBe(false);
    expect(await fits("tonal\0plinth orbit", "tonal\0another thing")).toBe(false);
    expect(await fits("tonal\0plinth orbit", "tonal\0plinth orbit")).toBe(true);
    expect(await passwordFits("tonal-plinth-orbit", undefined, services.keys)).toBe(false);
  });

  test("V6.2.1 V6.2.5 V6.2.9 twelve characters are enough, 256 not too many, and no kinds of characters are asked for", async () => {
    expect((await signUp("tonalplinth")).body.fields[0]).toMatchObject({ path: "password" });
    expect((await signUp("orbitplinthx")).status).toBe(200);
    expect((await signUp("kv 9".repeat(64).slice(0, 255) + "!")).status).not.toBe(500);
    expect((await signUp("quiet harbour lantern seldom")).status).toBe(200);
    expect((await signUp("лампа тихая гавань редко")).status).toBe(200);
    expect((await signUp("x".repeat(257))).status).toBe(400);
  }, 60_000);

  test("V6.2.4 V6.2.12 common passwords are refused, decorated ones as well", async () => {
    const common = new Set(dictionary["passwords-common"]);
    // 3,000 and more that are as long as our minimum, or become so by decoration: each listed word stands for all of them.
    const long = [...common].filter((word) => word.length >= 12);
    const stems = [...common].filter((word) => word.length >= 8 && word.length < 12 && /^[a-z]+$/.test(word));
    expect(long.length + stems.length).toBeGreaterThan(3000);
    for (const word of long) expect((await weigh(word, [])).weakness, word).not.toBeNull();
    for (const word of stems.slice(0, 3000)) expect(commonStem(`${word}2026!`, common), word).not.toBeNull();
    for (const password of ["P@ssw0rd2026!", "password12345!", "passwordpassword", "1234567890123", "qwertzuiop123", "Iloveyou!2024", "!!!trustno1!!!"])
      expect((await signUp(password)).body, password).toMatchObject({ code: "weak_password", fields: [{ path: "password" }] });
    expect((await weigh(TEST_PASSWORD, [])).weakness).toBeNull();
  }, 120_000);

  test("V6.1.2 V6.2.11 a password may not lean on the product, the person, the address, the workspace or its companies", async () => {
    for (const password of ["counterfoil-2026!", "Larkfield Books", "niamh!larkfield", "kestrel.example", "NiamhTest2026!"])
      expect((await signUp(password)).body.code, password).toBe("weak_password");
    const ada = await signedIn(holder.app, "Augusta Lovelace");
    await ada.call("POST", "/api/companies", { name: "Tidewater Joinery", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" });
    const change = (password: string) => ada.call("POST", "/api/password", { current: TEST_PASSWORD, password });
    for (const password of ["TidewaterJoinery1", "augusta-lovelace"]) expect((await change(password)).body.code, password).toBe("weak_password");
    expect((await change("quiet harbour lantern")).status).toBe(200);
    expect(wordsOf("Olive Owner", "o.owner@books.example")).toEqual(["olive", "owner", "books", "example"]);
  }, 60_000);

  test("V6.2.2 V6.2.3 V7.4.3 changing the password takes the current one, and ends every other session", async () => {
    const ada = await signedIn(holder.app);
    const elsewhere = anonymous();
    expect((await elsewhere.call("POST", "/api/sign-in", { email: ada.email, password: TEST_PASSWORD })).status).toBe(200);
    expect((await ada.call("POST", "/api/password", { current: "not the password", password: "quiet harbour lantern" })).body.code).toBe("wrong_password");
    expect((await elsewhere.call("GET", "/api/session")).status).toBe(200);
    expect((await ada.call("POST", "/api/password", { current: TEST_PASSWORD, password: "quiet harbour lantern" })).status).toBe(200);
    expect((await elsewhere.call("GET", "/api/session")).status).toBe(401);
    expect((await ada.call("GET", "/api/session")).status).toBe(200);
    expect((await anonymous().call("POST", "/api/sign-in", { email: ada.email, password: TEST_PASSWORD })).status).toBe(401);
  });

  test("V6.2.10 a password from years ago still opens, and nobody is asked to change it", async () => {
    const ada = await signedIn(holder.app);
    services.moveClock(new Date(Date.now() + 5 * 365 * 86_400_000));
    try {
      const later = anonymous();
      expect((await later.call("POST", "/api/sign-in", { email: ada.email, password: TEST_PASSWORD })).body).toMatchObject({ state: "signed_in" });
      await stepUp(later);
    } finally { services.moveClock(null); }
  });

  describe("V6.2.12 the list of leaked passwords that an operator may name", () => {
    let list: Server;
    const asked: string[] = [];
    let answer = "";
    beforeAll(async () => {
      list = createServer((request, response) => { asked.push(request.url!); response.writeHead(answer ? 200 : 500, { "content-type": "text/plain" }).end(answer); });
      await new Promise<void>((resolve) => list.listen(0, "127.0.0.1", resolve));
    });
    afterAll(() => new Promise((resolve) => list.close(resolve)));

    test("five digits of the hash leave the house, a hit refuses, a list that is away refuses nobody, and by default nothing is asked", async () => {
      const { port } = list.address() as AddressInfo;
      const leaky = { ...services, config: { ...services.config, leakedPasswordsUrl: `http://127.0.0.1:${port}/range/` }, outbound: createOutbound({ hosts: null, privateHosts: [`127.0.0.1:${port}`] }) };
      const digest = createHash("sha1").update("quiet harbour lantern").digest("hex").toUpperCase();
      answer = `0000000000000000000000000000000000A:3\r\n${digest.slice(5)}:17\r\n`;
      expect(await isLeaked(leaky, "quiet harbour lantern")).toBe(true);
      expect(asked).toEqual([`/range/${digest.slice(0, 5)}`]);
      answer = `${digest.slice(5)}:0\r\n`; // padding
      expect(await isLeaked(leaky, "quiet harbour lantern")).toBe(false);
      answer = "";
      expect(await isLeaked(leaky, "quiet harbour lantern")).toBe(false);
      asked.length = 0;
      expect(await isLeaked(services, "quiet harbour lantern")).toBe(false);
      expect(asked).toEqual([]);
    });
  });

  test("abuse-12 a flood of passwords to hash is turned away with a time to come back, and the rest of the product goes on", async () => {
    const ada = await signedIn(holder.app);
    const flood = Promise.allSettled(Array.from({ length: 40 }, () => passwordFits("no such password", undefined, services.keys)));
    const late = await anonymous().call("POST", "/api/sign-in", { email: ada.email, password: TEST_PASSWORD });
    expect([late.status, late.body.code]).toEqual([503, "sign_in_busy"]);
    expect(Number(late.headers["retry-after"])).toBeGreaterThan(0);
    for (let index = 0; index < 20; index++) expect((await ada.call("GET", "/api/session")).status).toBe(200);
    const answers = await flood;
    expect(answers.filter((one) => one.status === "fulfilled")).toHaveLength(10); // two at once, eight waiting
    expect(answers.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []))).toEqual(Array(30).fill("sign_in_busy"));
    expect((await anonymous().call("POST", "/api/sign-in", { email: ada.email, password: TEST_PASSWORD })).status).toBe(200);
  }, 60_000);
});
