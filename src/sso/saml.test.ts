// SAML against a provider of another code base: good sign-ins, and forged answers, each refused with its reason.
import { beforeAll, describe, expect, test } from "vitest";
import { anApp, clientOf, testServices } from "../../test/builders.ts";
import { aBrowser, aCompany, aSamlProvider, certificateOf, fieldOf, outboundTo, txtOf, type Browser, type Company, type SamlProvider, type SamlUser } from "../../test/identity-providers.ts";
import { buildApp } from "../app.ts";

type Connection = Awaited<ReturnType<Company["connect"]>>;

describe("A30 V6.8.2 abuse-15 SAML", () => {
  const services = testServices();
  const holder = anApp(services);
  let company: Company;
  let idp: SamlProvider;
  let connection: Connection;
  const samlInput = (provider: SamlProvider, more: Record<string, unknown> = {}) => ({ kind: "saml", issuer: provider.issuer, entryPoint: provider.entryPoint, certificates: [provider.certificate.cert], ...more });
  beforeAll(async () => {
    services.outbound = outboundTo([], txtOf);
    company = await aCompany(holder.app);
    idp = aSamlProvider();
    connection = await company.connect(samlInput(idp));
  });

  const origin = "https://idp.example";
  const statusOf = async (browser: Browser) => (await clientOf(holder.app, { cookie: browser.client.cookie() }).call("GET", "/api/session")).status;
  const whoIs = async (browser: Browser) => (await clientOf(holder.app, { cookie: browser.client.cookie() }).call("GET", "/api/session")).body;
  /** A browser that began a sign-in, and the request that waits. */
  const begin = async (to: Connection = connection, next = "/inbox") => {
    const browser = aBrowser(holder.app);
    const place = await browser.visit(`${to.start}?next=${next}`);
    return { browser, startUrl: place.url };
  };
  const requestIn = async (startUrl: string, provider = idp, to: Connection = connection) => (await provider.answer(startUrl, { nameId: "nobody" }, to)).requestId;
  const signIn = async (user: SamlUser, to: Connection = connection, provider = idp) => {
    const { browser, startUrl } = await begin(to);
    const answer = await provider.answer(startUrl, user, to);
    return { browser, answer, place: await browser.post(to.acs, { SAMLResponse: answer.field }, origin) };
  };

  test("A30 V6.8.1 a person enters through the company's provider, becomes a member once, and is the same person the next time", async () => {
    const email = company.address("grace");
    const { browser, place } = await signIn({ nameId: "g-0042", attributes: { email, displayName: "Grace Hopper" } });
    expect(place).toMatchObject({ url: "http://localhost:3000/inbox", problem: null });
    const session = await whoIs(browser);
    expect(session).toMatchObject({ role: "member", person: { email, name: "Grace Hopper" }, workspace: { id: company.owner.workspaceId } });
    const moved = await signIn({ nameId: "g-0042", attributes: { email: company.address("grace.married") } });
    expect((await whoIs(moved.browser)).person.id).toBe(session.person.id);
    const { members } = (await company.owner.call("GET", "/api/team")).body;
    expect(members.filter((member: { email: string }) => member.email === email)).toHaveLength(1);
    const events = (await company.owner.call("GET", "/api/events?limit=50")).body.items.map((event: { action: string }) => event.action);
    expect(events).toContain("team.joined");
  });

  test("a name id that is a mail address is enough; our metadata are what the provider needs", async () => {
    expect((await signIn({ nameId: company.address("plain") })).place.problem).toBeNull();
    const metadata = await holder.app.inject({ url: new URL(connection.entityId).pathname, headers: { host: "localhost:3000" } });
    expect(metadata.headers["content-type"]).toContain("application/samlmetadata+xml");
    expect(metadata.body).toContain(`entityID="${connection.entityId}"`);
    expect(metadata.body).toContain(`Location="${connection.acs}"`);
    expect(metadata.body).toMatch(/WantAssertionsSigned="true"/);
  });

  const wrap = {
    /** The forged assertion that the attacker wants to be read, with the same shape as the signed one. */
    evil: (xml: string, email: string) => {
      const assertion = /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)![0];
      return assertion.replace(/<ds:Signature[\s\S]*?<\/ds:Signature>/, "").replace(/ID="_a[^"]+"/, `ID="_evil"`).replace(/(<saml:NameID[^>]*>)[^<]*/, `$1${email}`);
    },
    assertion: (xml: string) => /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)![0],
    responseSignature: (xml: string) => /<ds:Signature[\s\S]*?<\/ds:Signature>/.exec(xml)![0],
    assertionSignature: (xml: string) => /<ds:Signature[\s\S]*?<\/ds:Signature>/.exec(wrap.assertion(xml))![0],
  };

  test("V6.8.2 abuse-15 forged answers sign nobody in, and each says why", async () => {
    const victim = company.owner.email;
    const user = { nameId: company.address("honest") };
    const other = aSamlProvider("idp.example"); // the same name, another key
    const weak = certificateOf();
    /** An answer to a fresh request of this browser, before it is signed. */
    type Forge = (facts: { requestId: string; acs: string; entityId: string }) => string | Promise<string>;
    const good: Forge = (facts) => idp.sign(idp.template(user, facts), "both");
    const cases: [string, Forge, string | null][] = [
      ["the honest answer", good, null],
      ["unsigned", (facts) => idp.template(user, facts), "sso_not_signed"],
      ["only the assertion signed", (facts) => idp.sign(idp.template(user, facts), "assertion"), "sso_not_signed"],
      ["only the response signed", (facts) => idp.sign(idp.template(user, facts), "response"), "sso_not_signed"],
      ["the assertion's signature stripped", async (facts) => { const xml = await good(facts); return xml.replace(wrap.assertionSignature(xml), ""); }, "sso_not_signed"],
      ["the response's signature stripped", async (facts) => { const xml = await good(facts); return xml.replace(wrap.responseSignature(xml), ""); }, "sso_not_signed"],
      ["signed by another key under the same name", (facts) => other.sign(other.template(user, { ...facts, issuer: idp.issuer }), "both"), "sso_bad_signature"],
      ["signed by a certificate of the attacker that the answer carries itself", (facts) => idp.sign(idp.template(user, facts), "both", weak), "sso_bad_signature"],
      ["a changed name", async (facts) => (await good(facts)).replaceAll(user.nameId, victim), "sso_bad_signature"],
      ["XSW1 a copy of the response beside its signature", async (facts) => { const xml = await good(facts); const evil = xml.replace(/ID="_r[^"]+"/, "ID=\"_evil\"").replaceAll(user.nameId, victim); return evil.replace("</ds:Signature>", `<ds:Object>${xml}</ds:Object></ds:Signature>`); }, "sso_malformed"],
      ["XSW2 the signed response moved behind the forged one", async (facts) => { const xml = await good(facts); return xml.replace(/ID="_r[^"]+"/, "ID=\"_evil\"").replaceAll(user.nameId, victim).replace("</samlp:Response>", `${xml}</samlp:Response>`); }, "sso_malformed"],
      ["XSW3 a forged assertion before the signed one", async (facts) => { const xml = await good(facts); return xml.replace("<saml:Assertion", `${wrap.evil(xml, victim)}<saml:Assertion`); }, "sso_malformed"],
      ["XSW4 the signed assertion inside the forged one", async (facts) => { const xml = await good(facts); return xml.replace(wrap.assertion(xml), wrap.evil(xml, victim).replace("</saml:Assertion>", `${wrap.assertion(xml)}</saml:Assertion>`)); }, "sso_malformed"],
      ["XSW5 the forged assertion signed in name, the signed one at the end", async (facts) => { const xml = await good(facts); const signed = wrap.assertion(xml).replace(wrap.assertionSignature(xml), ""); return xml.replace(wrap.assertion(xml), wrap.evil(xml, victim).replace("<saml:Subject>", `${wrap.assertionSignature(xml)}<saml:Subject>`)).replace("</samlp:Response>", `${signed}</samlp:Response>`); }, "sso_malformed"],
      ["XSW6 the signed assertion inside the signature of the forged one", async (facts) => { const xml = await good(facts); const signature = wrap.assertionSignature(xml).replace("</ds:Signature>", `${wrap.assertion(xml).replace(wrap.assertionSignature(xml), "")}</ds:Signature>`); return xml.replace(wrap.assertion(xml), wrap.evil(xml, victim).replace("<saml:Subject>", `${signature}<saml:Subject>`)); }, "sso_malformed"],
      ["XSW7 the forged assertion in Extensions", async (facts) => { const xml = await good(facts); return xml.replace("<samlp:Status>", `<samlp:Extensions>${wrap.evil(xml, victim)}</samlp:Extensions><samlp:Status>`); }, "sso_malformed"],
      ["XSW8 the signed assertion in an Object of the forged one's signature", async (facts) => { const xml = await good(facts); const signature = wrap.assertionSignature(xml).replace("</ds:Signature>", `<ds:Object>${wrap.assertion(xml).replace(wrap.assertionSignature(xml), "")}</ds:Object></ds:Signature>`); return xml.replace(wrap.assertion(xml), wrap.evil(xml, victim).replace("<saml:Subject>", `${signature}<saml:Subject>`)); }, "sso_malformed"],
      ["one id twice", async (facts) => (await good(facts)).replace("<samlp:Status>", "<samlp:Status ID=\"_s1\"><x ID=\"_s1\"/>"), "sso_malformed"],
      ["a comment inside the name", async (facts) => idp.sign(idp.template({ nameId: `${victim}<!-- -->.evil.example` }, facts), "both"), "sso_malformed"],
      ["a comment put into the signed name", async (facts) => (await good(facts)).replace(user.nameId, `${user.nameId.slice(0, 4)}<!---->${user.nameId.slice(4)}`), "sso_malformed"],
      ["an instruction inside the name", async (facts) => (await good(facts)).replace(user.nameId, `${user.nameId}<?x ?>`), "sso_malformed"],
      ["CDATA inside the name", async (facts) => (await good(facts)).replace(user.nameId, `<![CDATA[${user.nameId}]]>`), "sso_malformed"],
      ["a DOCTYPE with an entity", async (facts) => `<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>${await good(facts)}`, "sso_malformed"],
      ["an undeclared entity", async (facts) => (await good(facts)).replace(user.nameId, "&e;"), "sso_malformed"],
      ["for another application", (facts) => idp.sign(idp.template(user, { ...facts, audience: "https://other.example" }), "both"), "sso_wrong_audience"],
      ["for another recipient", (facts) => idp.sign(idp.template(user, { ...facts, recipient: "https://other.example/acs" }), "both"), "sso_wrong_recipient"],
      ["for another destination", (facts) => idp.sign(idp.template(user, { ...facts, destination: "https://other.example/acs" }), "both"), "sso_wrong_recipient"],
      ["from another issuer", (facts) => idp.sign(idp.template(user, { ...facts, issuer: "https://evil.example" }), "both"), "sso_wrong_issuer"],
      ["expired", (facts) => idp.sign(idp.template(user, { ...facts, at: Date.now() - 400_000, notOnOrAfter: Date.now() - 6000 }), "both"), "sso_expired"],
      ["of eleven minutes ago, whatever end it claims", (facts) => idp.sign(idp.template(user, { ...facts, at: Date.now() - 660_000, notOnOrAfter: Date.now() + 86_400_000 }), "both"), "sso_expired"],
      ["from the future", (facts) => idp.sign(idp.template(user, { ...facts, at: Date.now() + 60_000 }), "both"), "sso_expired"],
      ["unsolicited", (facts) => idp.sign(idp.template(user, { ...facts, requestId: null }), "both"), "sso_unsolicited"],
      ["an answer to a request that we never made", (facts) => idp.sign(idp.template(user, { ...facts, requestId: `_${"0".repeat(76)}` }), "both"), "sso_unsolicited"],
      ["signed with SHA-1", (facts) => idp.sign(idp.template(user, facts), "both", idp.certificate, "http://www.w3.org/2000/09/xmldsig#rsa-sha1"), "sso_weak_algorithm"],
      ["signed with a shared secret", async (facts) => (await good(facts)).replaceAll("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2000/09/xmldsig#hmac-sha1"), "sso_weak_algorithm"],
      ["canonicalised with comments", async (facts) => (await good(facts)).replaceAll("http://www.w3.org/2001/10/xml-exc-c14n#\"", "http://www.w3.org/2001/10/xml-exc-c14n#WithComments\""), "sso_malformed"],
      ["an encrypted assertion", async (facts) => { const xml = await good(facts); return xml.replace(wrap.assertion(xml), "<saml:EncryptedAssertion/>"); }, "sso_encrypted"],
      ["a refusal of the provider", (facts) => idp.template(user, facts).replace("status:Success", "status:Responder").replace(/<saml:Assertion[\s\S]*<\/saml:Assertion>/, ""), "sso_denied"],
      ["two addresses", (facts) => idp.sign(idp.template({ nameId: "n-1", attributes: { email: [user.nameId, victim] } }, facts), "both"), "sso_no_address"],
      ["no address", (facts) => idp.sign(idp.template({ nameId: "n-1" }, facts), "both"), "sso_no_address"],
      ["an address of a domain that is not the company's", (facts) => idp.sign(idp.template({ nameId: victim }, facts), "both"), "sso_other_domain"],
      ["a huge answer", async (facts) => `${await good(facts)}${" ".repeat(250_000)}`, "sso_malformed"],
      ["a deep answer", async (facts) => (await good(facts)).replace("<samlp:Status>", `<samlp:Status>${"<x>".repeat(100)}${"</x>".repeat(100)}`), "sso_malformed"],
      ["not XML", () => "hello", "sso_malformed"],
      ["another kind of message", () => "<samlp:LogoutResponse xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\"/>", "sso_malformed"],
    ];
    const told: [string, string | null][] = [];
    for (const [name, forge] of cases) {
      const { browser, startUrl } = await begin();
      const requestId = await requestIn(startUrl);
      const place = await browser.post(connection.acs, { SAMLResponse: fieldOf(await forge({ requestId, ...connection })) }, origin);
      told.push([name, place.problem]);
      expect(await statusOf(browser), name).toBe(place.problem === null ? 200 : 401);
    }
    expect(told).toEqual(cases.map(([name, , problem]) => [name, problem]));
    console.info(`${cases.length - 1} forged answers refused, each with its reason`);
    const refused = (await company.owner.call("GET", "/api/events?limit=200")).body.items.filter((event: { action: string }) => event.action === "access.sign_in_refused");
    expect(refused.length).toBeGreaterThan(20);
  });

  test("V6.8.3 abuse-15 an answer counts once: not again here, not in a second process, not for two requests at the same moment", async () => {
    const second = await buildApp(services);
    try {
      const { browser, answer, place } = await signIn({ nameId: company.address("once") });
      expect(place.problem).toBeNull();
      expect((await browser.post(connection.acs, { SAMLResponse: answer.field }, origin)).problem).toBe("sso_used");
      const elsewhere = aBrowser(second);
      expect((await elsewhere.post(connection.acs, { SAMLResponse: answer.field }, origin)).problem).toBe("sso_used");
      // The same assertion in answer to a request that is still open.
      const { browser: fresh, startUrl } = await begin();
      const requestId = await requestIn(startUrl);
      const xml = idp.sign(idp.template({ nameId: company.address("once") }, { requestId, ...connection }), "both");
      const apps = [holder.app, second];
      const all = await Promise.all(Array.from({ length: 8 }, async (_one, index) => {
        const racing = aBrowser(apps[index % 2]!);
        for (const [name, value] of fresh.cookies) racing.cookies.set(name, value);
        return (await racing.post(connection.acs, { SAMLResponse: fieldOf(xml) }, origin)).problem;
      }));
      // A posted form carries no cookies; the browser that began has its own.
      expect(all.filter((problem) => problem === null)).toHaveLength(1);
      expect(all.filter((problem) => problem === "sso_used")).toHaveLength(7);
    } finally {
      await second.close();
    }
  });

  test("V10.1.2 abuse-15 an answer that another browser brings signs nobody in, though it is genuine (login CSRF)", async () => {
    const attacker = await begin();
    const answer = await idp.answer(attacker.startUrl, { nameId: company.address("attacker") }, connection);
    const victim = aBrowser(holder.app);
    expect((await victim.post(connection.acs, { SAMLResponse: answer.field }, origin)).problem).toBe("sso_other_browser");
    const busy = await begin(); // even when the victim is in the middle of a sign-in of their own
    const mine = await begin();
    const theirs = await idp.answer(mine.startUrl, { nameId: company.address("attacker") }, connection);
    expect((await busy.browser.post(connection.acs, { SAMLResponse: theirs.field }, origin)).problem).toBe("sso_other_browser");
    expect(await statusOf(busy.browser)).toBe(401);
  });

  test("abuse-15 V6.8.1 one company's provider opens nothing of another: not by its answer, its request or its certificate", async () => {
    const neighbour = await aCompany(holder.app);
    const theirIdp = aSamlProvider("idp.neighbour.example");
    const theirs = await neighbour.connect(samlInput(theirIdp));
    const user = { nameId: company.address("honest") };
    const ask = async () => { const { browser, startUrl } = await begin(); return { browser, requestId: await requestIn(startUrl) }; };
    const one = await ask();
    expect((await one.browser.post(connection.acs, { SAMLResponse: fieldOf(theirIdp.sign(theirIdp.template(user, { requestId: one.requestId, ...connection }), "both")) }, origin)).problem, "their provider at our door").toBe("sso_wrong_issuer");
    const two = await ask();
    expect((await two.browser.post(connection.acs, { SAMLResponse: fieldOf(theirIdp.sign(theirIdp.template(user, { requestId: two.requestId, ...connection, issuer: idp.issuer }), "both")) }, origin)).problem, "and in our provider's name").toBe("sso_bad_signature");
    const asked = await begin(theirs);
    const theirRequest = await requestIn(asked.startUrl, theirIdp, theirs);
    const three = await begin();
    expect((await three.browser.post(connection.acs, { SAMLResponse: fieldOf(idp.sign(idp.template(user, { requestId: theirRequest, ...connection }), "both")) }, origin)).problem, "the answer to a request of their connection").toBe("sso_unsolicited");
    const four = await begin(theirs);
    const fourth = await requestIn(four.startUrl, theirIdp, theirs);
    expect((await four.browser.post(theirs.acs, { SAMLResponse: fieldOf(theirIdp.sign(theirIdp.template(user, { requestId: fourth, ...theirs }), "both")) }, origin)).problem, "our address through their provider").toBe("sso_other_domain");
    // Two companies with a provider of the same name and key are still two: the name id of one is nobody at the other.
    const twin = await aCompany(holder.app);
    const shared = await twin.connect(samlInput(idp));
    const mine = await signIn({ nameId: "shared-1", attributes: { email: company.address("shared") } });
    const other = await signIn({ nameId: "shared-1", attributes: { email: twin.address("shared") } }, shared);
    expect((await whoIs(other.browser)).person.id).not.toBe((await whoIs(mine.browser)).person.id);
  });

  test("V7.6.1 the session ends when the provider says, and an end in the past begins none", async () => {
    const end = new Date(Date.now() + 3 * 3_600_000).toISOString();
    const { browser } = await signIn({ nameId: company.address("short"), sessionEnds: end });
    expect(await statusOf(browser)).toBe(200);
    services.moveClock(new Date(Date.parse(end) - 60_000));
    expect(await statusOf(browser)).toBe(200);
    services.moveClock(new Date(Date.parse(end) + 1000));
    expect(await statusOf(browser)).toBe(401);
    services.moveClock(null);
    expect((await signIn({ nameId: company.address("short"), sessionEnds: new Date(Date.now() - 1000).toISOString() })).place.problem).toBe("sso_expired");
  });

  test("V7.6.2 a sign-in that the provider began is refused, unless the owner allows it; then a person confirms it first", async () => {
    const strict = await begin();
    const unasked = (to: Connection) => fieldOf(idp.sign(idp.template({ nameId: company.address("portal") }, { requestId: null, ...to }), "both"));
    expect((await strict.browser.post(connection.acs, { SAMLResponse: unasked(connection) }, origin)).problem).toBe("sso_unsolicited");
    const open = await company.connect(samlInput(idp, { idpInitiated: true, name: "Portal" }));
    const browser = aBrowser(holder.app);
    const field = unasked(open);
    const place = await browser.post(open.acs, { SAMLResponse: field }, origin);
    expect(place.url).toBe("http://localhost:3000/sign-in/connect");
    expect(await statusOf(browser), "nothing before the confirmation").toBe(401);
    const client = clientOf(holder.app, { cookie: browser.client.cookie() });
    expect((await client.call("GET", "/api/sso/waiting")).body).toEqual({ kind: "arrival", email: company.address("portal"), name: "Olive Owner's workspace", ready: true });
    expect((await client.call("POST", "/api/sso/confirm", {}, { origin: "https://evil.example" })).status).toBe(403);
    expect((await browser.visit("/api/sso/arrive")).problem, "not by the way of sign-ins that began here").toBe("sso_other_browser");
    const again = aBrowser(holder.app);
    await again.post(open.acs, { SAMLResponse: unasked(open) }, origin);
    const confirming = clientOf(holder.app, { cookie: again.client.cookie() });
    expect((await confirming.call("POST", "/api/sso/confirm", {})).body).toEqual({ to: "/" });
    expect((await confirming.call("GET", "/api/session")).body.person.email).toBe(company.address("portal"));
    expect((await aBrowser(holder.app).post(open.acs, { SAMLResponse: field }, origin)).problem).toBe("sso_used");
    // An answer to a request must still be to one of ours.
    expect((await aBrowser(holder.app).post(open.acs, { SAMLResponse: fieldOf(idp.sign(idp.template({ nameId: company.address("portal") }, { requestId: "_made-up", ...open }), "both")) }, origin)).problem).toBe("sso_unsolicited");
  });

  test("two certificates stand side by side while the provider changes keys; weak ones are refused when they are entered", async () => {
    const next = certificateOf();
    const rolling = await company.connect(samlInput(idp, { certificates: [idp.certificate.cert, next.cert], name: "Rolling" }));
    for (const key of [idp.certificate, next]) {
      const { browser, startUrl } = await begin(rolling);
      const requestId = await requestIn(startUrl, idp, rolling);
      expect((await browser.post(rolling.acs, { SAMLResponse: fieldOf(idp.sign(idp.template({ nameId: company.address("rolling") }, { requestId, ...rolling }), "both", key)) }, origin)).problem).toBeNull();
    }
    const refuse = async (certificates: string[]) => (await company.owner.call("POST", "/api/sso/connections", { ...samlInput(idp), name: "Weak", certificates })).body.code;
    expect(await refuse([certificateOf(1024).cert])).toBe("weak_certificate");
    expect(await refuse(["-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"])).toBe("bad_certificate");
    expect((await company.owner.call("POST", "/api/sso/connections", { ...samlInput(idp), name: "Clear", entryPoint: "http://idp.example/sso" })).body.code).toBe("entry_point_not_https");
  });

  test("V6.8.4 a second factor counts when the provider states it; where it is required, silence is a refusal", async () => {
    const mfa = "https://refeds.org/profile/mfa";
    const required = await company.connect(samlInput(idp, { secondFactor: "required", name: "Strict", maxAgeMinutes: 5 }));
    expect((await signIn({ nameId: company.address("strict") }, required)).place.problem).toBe("sso_no_second_factor");
    expect((await signIn({ nameId: company.address("strict"), context: mfa }, required)).place.problem).toBeNull();
    expect((await signIn({ nameId: company.address("strict"), context: mfa, authnInstant: new Date(Date.now() - 6 * 60_000).toISOString() }, required)).place.problem).toBe("sso_too_old");
    const factorsOf = async (user: SamlUser, to: Connection) => {
      const { browser } = await signIn(user, to);
      const { person } = await whoIs(browser);
      const rows = await services.database.transaction({ personId: person.id }, (db) => db.selectFrom("session").select("factors").where("revoked_at", "is", null).orderBy("created_at", "desc").execute());
      return rows[0]!.factors;
    };
    expect(await factorsOf({ nameId: company.address("stated"), context: mfa }, connection)).toEqual(["saml", "second"]);
    expect(await factorsOf({ nameId: company.address("silent") }, connection)).toEqual(["saml"]);
    const trusted = await company.connect(samlInput(idp, { secondFactor: "trusted", name: "Trusted" }));
    expect(await factorsOf({ nameId: company.address("trusted") }, trusted)).toEqual(["saml", "second"]);
  });

  test("metadata are read from XML, and refused with what is wrong in them", async () => {
    const read = async (xml: string) => (await company.owner.call("POST", "/api/sso/metadata", { xml })).body;
    expect(await read(idp.metadata)).toMatchObject({ issuer: idp.issuer, entryPoint: idp.entryPoint, certificates: [{ subject: "idp.example" }] });
    expect((await read("<a")).message).toContain("not well-formed");
    expect((await read(`<!DOCTYPE x>${idp.metadata.replace(/<\?xml.*?\?>/, "")}`)).message).toContain("DOCTYPE");
    expect((await read(idp.metadata.replaceAll("IDPSSODescriptor", "SPSSODescriptor"))).message).toContain("no IDPSSODescriptor");
    expect((await read(idp.metadata.replace(/<md:KeyDescriptor[\s\S]*<\/md:KeyDescriptor>/, ""))).message).toContain("no signing certificate");
    expect((await company.owner.call("POST", "/api/sso/metadata", { url: "https://169.254.169.254/metadata" })).body.code).toBe("address_not_called");
  });
});
