// Google and Microsoft, against a certified OpenID provider in this process, and against one that lies.
import { beforeAll, describe, expect, test } from "vitest";
import { anApp, clientOf, signedIn, testServices } from "../../test/builders.ts";
import { aBrowser, aLyingProvider, anOpenIdProvider, closeProviders, outboundTo, type Browser, type OpenIdProvider } from "../../test/identity-providers.ts";

const callback = (vendor: string) => `http://localhost:3000/api/sso/${vendor}/callback`;
const directory = "11111111-2222-3333-4444-555555555555";
const oid = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
let count = 0;
const freshAddress = () => `someone${++count}@people.example`;

describe("A25 signing in with Google and Microsoft", () => {
  const services = testServices();
  const holder = anApp(services);
  closeProviders();
  let google: OpenIdProvider;
  let microsoft: OpenIdProvider;
  let liar: Awaited<ReturnType<typeof aLyingProvider>>;
  const useGoogle = (provider: OpenIdProvider) => { services.config.google = { clientId: provider.clientId, clientSecret: provider.clientSecret, baseUrl: provider.issuer }; };
  const base = (provider: OpenIdProvider) => new URL(provider.issuer).origin;

  beforeAll(async () => {
    google = await anOpenIdProvider({ redirectUris: () => [callback("google")] });
    microsoft = await anOpenIdProvider({ redirectUris: () => [callback("microsoft")], microsoftDirectory: directory });
    liar = await aLyingProvider();
    services.outbound = outboundTo([google.host, microsoft.host, liar.host]);
    services.config.microsoft = { clientId: microsoft.clientId, clientSecret: microsoft.clientSecret, baseUrl: base(microsoft), tenant: "common", tenants: [] };
    useGoogle(google);
  });

  const whoIs = async (browser: Browser) => (await clientOf(holder.app, { cookie: browser.client.cookie() }).call("GET", "/api/session")).body;
  const prove = (personId: string) => services.database.transaction({ personId }, (db) => db.updateTable("person").set({ email_verified_at: new Date() }).where("id", "=", personId).execute());
  const withGoogle = async (account: { sub: string; email: string; verified?: boolean }, browser = aBrowser(holder.app)) => {
    google.signIn({ sub: account.sub, claims: { email: account.email, email_verified: account.verified ?? true, name: "Grace Hopper", picture: "https://pictures.example/grace" } });
    return { browser, place: await browser.visit("/api/sso/google/start?next=/inbox") };
  };

  test("A25 V10.2.1 a new person enters by code, PKCE and state; of what Google says only the proven address is kept", async () => {
    const email = freshAddress();
    const { browser, place } = await withGoogle({ sub: "g-new", email });
    expect(place).toMatchObject({ url: "http://localhost:3000/inbox", problem: null });
    const asked = new URL(base(google) + google.requests.findLast((line) => line.includes("/auth?"))!.split(" ")[1]!);
    expect(asked.searchParams.get("code_challenge_method")).toBe("S256");
    expect(asked.searchParams.get("state")).toMatch(/^[\w-]{40,}$/);
    expect(asked.searchParams.get("nonce")).toMatch(/^[\w-]{40,}$/);
    const session = await whoIs(browser);
    expect(session).toMatchObject({ person: { email, name: email.split("@")[0] }, role: "owner", workspace: { name: `${email.split("@")[0]}'s workspace` } });
    const rows = await services.database.transaction({ personId: session.person.id }, (db) => db.selectFrom("person_identity").selectAll().execute());
    expect(rows).toMatchObject([{ issuer: google.issuer, subject: "g-new", email_at_link: email }]);
    expect(JSON.stringify([rows, session])).not.toMatch(/Grace|pictures\.example/);
    const again = await withGoogle({ sub: "g-new", email: "changed@people.example" });
    expect((await whoIs(again.browser)).person.email).toBe(email);
  });

  test("A25 abuse-16 an address that Google did not verify makes nobody and links nobody", async () => {
    const ada = await signedIn(holder.app);
    await prove((await ada.call("GET", "/api/session")).body.person.id);
    for (const email of [freshAddress(), ada.email]) {
      const { browser, place } = await withGoogle({ sub: `g-unverified-${email}`, email, verified: false });
      expect(place.problem).toBe("sso_address_unproven");
      expect((await clientOf(holder.app, { cookie: browser.client.cookie() }).call("GET", "/api/session")).status).toBe(401);
    }
  });

  test("abuse-16 V10.5.2 who signed up first with somebody's address, unproven, is not joined to the address's owner", async () => {
    const squatter = await signedIn(holder.app, "Sly Squatter");
    const { browser, place } = await withGoogle({ sub: "g-victim", email: squatter.email });
    expect(place.problem).toBe("sso_person_unproven");
    expect((await clientOf(holder.app, { cookie: browser.client.cookie() }).call("GET", "/api/session")).status).toBe(401);
    const id = (await squatter.call("GET", "/api/session")).body.person.id;
    expect(await services.database.transaction({ personId: id }, (db) => db.selectFrom("person_identity").selectAll().execute())).toEqual([]);
  });

  test("A25 abuse-16 a person who is here already is linked only after their own proof and consent, in the same browser", async () => {
    const ada = await signedIn(holder.app);
    const personId = (await ada.call("GET", "/api/session")).body.person.id;
    await prove(personId);
    const { browser, place } = await withGoogle({ sub: "g-ada", email: ada.email });
    expect(place.url).toBe("http://localhost:3000/sign-in/connect");
    const waiting = [...browser.cookies].find(([name]) => name === "counterfoil-sso-waiting")!.join("=");
    const anonymous = clientOf(holder.app, { cookie: waiting });
    expect((await anonymous.call("GET", "/api/sso/waiting")).body).toEqual({ kind: "link", email: ada.email, name: "Google", ready: false });
    expect((await anonymous.call("POST", "/api/sso/confirm", {})).status).toBe(401);
    const other = await signedIn(holder.app, "Bob Other");
    expect((await clientOf(holder.app, { cookie: `${waiting}; ${other.cookie}` }).call("POST", "/api/sso/confirm", {})).body.code).toBe("other_person");
    const both = clientOf(holder.app, { cookie: `${waiting}; ${ada.cookie}` });
    services.moveClock(new Date(Date.now() + 11 * 60_000));
    expect((await both.call("POST", "/api/sso/confirm", {})).body.code).toBe("nothing_to_confirm");
    services.moveClock(null);
    expect((await both.call("GET", "/api/sso/waiting")).body.ready).toBe(true);
    expect((await both.call("POST", "/api/sso/confirm", {})).body).toEqual({ to: "/" });
    expect((await clientOf(holder.app, { cookie: `${waiting}; ${ada.cookie}` }).call("POST", "/api/sso/confirm", {})).body.code).toBe("sso_used");
    const next = await withGoogle({ sub: "g-ada", email: ada.email });
    expect((await whoIs(next.browser)).person.id).toBe(personId);
    expect((await ada.call("GET", "/api/sso/links")).body.items).toContainEqual(expect.objectContaining({ vendor: "google", offered: true, email: ada.email }));
    expect((await ada.call("DELETE", "/api/sso/links/google")).status).toBe(200);
    expect((await withGoogle({ sub: "g-ada", email: ada.email })).place.url).toBe("http://localhost:3000/sign-in/connect");
  });

  test("a signed-in person links Google from their settings; nobody else's browser can finish that", async () => {
    const ada = await signedIn(holder.app);
    const begun = await ada.call("POST", "/api/sso/links/google", { next: "/you" });
    const flow = String([begun.headers["set-cookie"]].flat().find((line) => String(line).includes("sso-begun"))).split(";")[0]!;
    google.signIn({ sub: "g-elsewhere", claims: { email: "private@elsewhere.example", email_verified: true } });
    const elsewhere = aBrowser(holder.app);
    elsewhere.cookies.set("counterfoil-sso-begun", flow.split("=").slice(1).join("="));
    expect((await elsewhere.visit(begun.body.href)).problem).toBe("sso_other_browser");
    const again = await ada.call("POST", "/api/sso/links/google", { next: "/you" });
    const mine = aBrowser(holder.app);
    for (const line of [again.headers["set-cookie"]].flat().concat(ada.cookie).map(String)) mine.cookies.set(line.split("=")[0]!, line.split(";")[0]!.split("=").slice(1).join("="));
    expect((await mine.visit(again.body.href)).url).toBe("http://localhost:3000/you");
    const id = (await ada.call("GET", "/api/session")).body.person.id;
    const entered = await withGoogle({ sub: "g-elsewhere", email: "private@elsewhere.example" });
    expect((await whoIs(entered.browser)).person.id).toBe(id);
  });

  test("V10.1.2 abuse-14 an answer counts once, with its state, in the browser that asked", async () => {
    const begin = async (browser: Browser) => {
      google.signIn({ sub: "g-flow", claims: { email: "flow@people.example", email_verified: true } });
      const start = await holder.app.inject({ url: "/api/sso/google/start", headers: { host: "localhost:3000" } });
      browser.cookies.set("counterfoil-sso-begun", String([start.headers["set-cookie"]].flat().find((line) => line?.includes("sso-begun"))).split(";")[0]!.split("=").slice(1).join("="));
      const jar: string[] = [];
      for (let url = String(start.headers.location); ;) {
        const answer = await fetch(url, { redirect: "manual", headers: { cookie: jar.join("; ") } });
        jar.push(...answer.headers.getSetCookie().map((line) => line.split(";")[0]!));
        url = new URL(answer.headers.get("location")!, url).href;
        if (url.startsWith(callback("google"))) return url;
      }
    };
    const mine = aBrowser(holder.app);
    const answer = await begin(mine);
    const state = new URL(answer).searchParams.get("state")!;
    expect((await aBrowser(holder.app).visit(answer)).problem, "another browser").toBe("sso_other_browser");
    const wrong = aBrowser(holder.app);
    await begin(wrong);
    expect((await wrong.visit(answer)).problem, "this code with another sign-in's cookie").toBe("sso_other_browser");
    const held = mine.cookies.get("counterfoil-sso-begun")!;
    const tampered = aBrowser(holder.app);
    tampered.cookies.set("counterfoil-sso-begun", `${held.slice(0, -3)}AAA`);
    expect((await tampered.visit(answer)).problem, "a changed cookie").toBe("sso_other_browser");
    expect((await aBrowser(holder.app).visit(`${callback("google")}?code=x&state=${state}`)).problem).toBe("sso_other_browser");
    expect((await mine.visit(answer)).problem).toBeNull();
    mine.cookies.set("counterfoil-sso-begun", held);
    expect((await mine.visit(answer)).problem, "the same answer again").toBe("sso_used");
    const late = aBrowser(holder.app);
    const tooLate = await begin(late);
    services.moveClock(new Date(Date.now() + 11 * 60_000));
    expect((await late.visit(tooLate)).problem, "after eleven minutes").toBe("sso_other_browser");
    services.moveClock(null);
    expect(Buffer.from(held.split(".").at(-1)!, "base64url").toString("latin1")).not.toContain(state);
  });

  test("V6.8.2 V10.2.2 V10.5.1 V10.5.3 V10.5.4 an id token for others, from others, of yesterday, unsigned or with another nonce signs nobody in", async () => {
    const lies: [string, Parameters<typeof liar.lie>[0], string | null][] = [
      ["the honest answer", {}, null],
      ["another nonce", { claims: { nonce: "another" } }, "sso_wrong_nonce"], ["no nonce", { claims: { nonce: undefined } as never }, "sso_wrong_nonce"],
      ["another issuer", { claims: { iss: "https://evil.example" } }, "sso_wrong_issuer"], ["another audience", { claims: { aud: "somebody-else" } }, "sso_wrong_audience"],
      ["a second audience without azp", { claims: { aud: ["counterfoil", "somebody-else"] } }, "sso_wrong_audience"], ["another azp", { claims: { azp: "somebody-else" } }, "sso_wrong_audience"],
      ["expired", { claims: { exp: Math.floor(Date.now() / 1000) - 10 } }, "sso_expired"], ["another key", { signWith: "other" }, "sso_bad_signature"], ["no signature", { signWith: "none" }, "sso_bad_signature"],
      ["another provider's answer (mix-up)", { authorize: () => ({ iss: "https://evil.example" }) }, "sso_wrong_issuer"], ["an answer that does not say whose it is", { authorize: () => ({ iss: "" }) }, "sso_wrong_issuer"],
      ["a refusal", { authorize: () => ({ code: "", error: "access_denied" }) }, "sso_denied"], ["a failure", { authorize: () => ({ code: "", error: "server_error", error_description: "<script>" }) }, "sso_failed"],
      ["a changed state", { authorize: () => ({ state: "other" }) }, "sso_other_browser"],
    ];
    useGoogle(liar);
    try {
      const told: [string, string | null][] = [];
      for (const [index, [name, lie]] of lies.entries()) {
        liar.signIn({ sub: `liar-${index}`, claims: { email: `liar${index}@people.example`, email_verified: true } });
        liar.lie(lie);
        const browser = aBrowser(holder.app);
        const place = await browser.visit("/api/sso/google/start");
        told.push([name, place.problem]);
        expect((await clientOf(holder.app, { cookie: browser.client.cookie() }).call("GET", "/api/session")).status, name).toBe(place.problem === null ? 200 : 401);
      }
      expect(told).toEqual(lies.map(([name, , problem]) => [name, problem]));
      console.info(`${lies.length - 1} answers refused, each with its reason`);
    } finally {
      useGoogle(google);
    }
  });

  test("V10.1.1 no token of the provider is stored or sent to the browser", async () => {
    useGoogle(liar);
    try {
      liar.lie({});
      liar.signIn({ sub: "liar-scan", claims: { email: "scan@people.example", email_verified: true } });
      const browser = aBrowser(holder.app);
      const place = await browser.visit("/api/sso/google/start");
      expect(place.problem).toBeNull();
      expect(JSON.stringify([place, ...browser.cookies])).not.toContain("an access token");
      const tables = await query<{ name: string }>("select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'");
      for (const { name } of tables) expect((await query<{ text: string }>(`select coalesce(string_agg(t::text, ' '), '') as text from "${name}" t`))[0]!.text, name).not.toMatch(/an access token|eyJ[\w-]+\.eyJ/);
      expect(tables.length).toBeGreaterThan(40);
    } finally {
      useGoogle(google);
    }
  });

  const withMicrosoft = async (account: Record<string, unknown>) => {
    microsoft.signIn({ sub: `ms-${account["oid"]}`, claims: { tid: directory, ...account } });
    const browser = aBrowser(holder.app);
    return { browser, place: await browser.visit("/api/sso/microsoft/start") };
  };

  test("A25 V6.8.1 V10.5.3 Microsoft's issuer with a directory in place of {tenantid} is checked, and (tid, oid) names the person", async () => {
    const email = freshAddress();
    const first = await withMicrosoft({ oid, email, xms_edov: true });
    expect(first.place.problem).toBeNull();
    const session = await whoIs(first.browser);
    expect(session.person.email).toBe(email);
    const rows = await services.database.transaction({ personId: session.person.id }, (db) => db.selectFrom("person_identity").select(["issuer", "subject"]).execute());
    expect(rows).toEqual([{ issuer: `${base(microsoft)}/${directory}/v2.0`, subject: oid }]);
    const moved = await withMicrosoft({ oid, email: "new-name@people.example", xms_edov: true });
    expect((await whoIs(moved.browser)).person.id).toBe(session.person.id);
    const elsewhere = await withMicrosoft({ oid, tid: "99999999-2222-3333-4444-555555555555", email: freshAddress(), xms_edov: true });
    expect(elsewhere.place.problem, "another directory's id under this issuer").toBe("sso_wrong_issuer");
    expect((await withMicrosoft({ oid: "../x", email, xms_edov: true })).place.problem).toBe("sso_wrong_issuer");
  });

  test("A25 abuse-16 Microsoft's e-mail, which a directory's administrator can write, counts only when Microsoft says the domain is proven", async () => {
    const victim = await signedIn(holder.app);
    await prove((await victim.call("GET", "/api/session")).body.person.id);
    for (const [index, proof] of [{}, { xms_edov: false }, { xms_edov: "0" }, { email_verified: true }].entries()) {
      const { place } = await withMicrosoft({ oid: `aaaaaaaa-bbbb-cccc-dddd-00000000000${index}`, email: victim.email, ...proof });
      expect(place.problem, JSON.stringify(proof)).toBe("sso_address_unproven");
    }
  });

  test("people of other Microsoft directories are refused where the operator lists some", async () => {
    services.config.microsoft!.tenants = ["99999999-2222-3333-4444-555555555555"];
    expect((await withMicrosoft({ oid, email: freshAddress(), xms_edov: true })).place.problem).toBe("sso_other_directory");
    services.config.microsoft!.tenants = [];
  });

  test("where sign-up is by invitation, a stranger is refused; a provider that is away or not set up is told, never a 5xx", async () => {
    services.config.signUp = "invited";
    expect((await withGoogle({ sub: "g-stranger", email: freshAddress() })).place.problem).toBe("sso_unknown");
    const olive = await invitedBy();
    const invited = freshAddress();
    const { body } = await olive.call("POST", "/api/team/invitations", { email: invited, role: "member" });
    const to = new URL(body.link).pathname;
    google.signIn({ sub: "g-other", claims: { email: freshAddress(), email_verified: true } });
    expect((await aBrowser(holder.app).visit(`/api/sso/google/start?next=${to}`)).problem, "somebody else's invitation").toBe("sso_unknown");
    google.signIn({ sub: "g-invited", claims: { email: invited, email_verified: true } });
    const guest = aBrowser(holder.app);
    expect((await guest.visit(`/api/sso/google/start?next=${to}`)).url).toBe(`http://localhost:3000${to}`);
    const client = clientOf(holder.app, { cookie: guest.client.cookie() });
    expect((await client.call("GET", "/api/session")).body.workspace).toBeNull();
    expect((await client.call("POST", "/api/invitations/accept", { token: to.split("/").at(-1) })).status).toBe(200);
    expect((await client.call("GET", "/api/session")).body).toMatchObject({ role: "member", workspace: { id: olive.workspaceId } });
    services.config.signUp = "open";
    const { google: set } = services.config;
    services.config.google = { ...set!, baseUrl: "http://127.0.0.1:9" };
    expect((await aBrowser(holder.app).visit("/api/sso/google/start")).problem).toBe("sso_unreachable");
    services.config.google = null;
    expect((await aBrowser(holder.app).visit("/api/sso/google/start")).problem).toBe("provider_not_offered");
    services.config.google = set;
    for (const query of ["", "?code=x", "?error=%00&state=%FF", "?state=a&state=b&code=c", `?code=${"x".repeat(5000)}&state=y`]) {
      const place = await aBrowser(holder.app).visit(`/api/sso/google/callback${query}`);
      expect(place.problem ?? place.status, query).toBe(query.includes("state=b") ? 400 : "sso_other_browser");
    }
  });

  const invitedBy = async () => {
    services.config.signUp = "open";
    const olive = await signedIn(holder.app, "Olive");
    services.config.signUp = "invited";
    return olive;
  };
  const query = async <T extends object>(sql: string): Promise<T[]> => {
    const { default: pg } = await import("pg");
    const client = new pg.Client(services.databaseConnections.admin);
    await client.connect();
    return client.query(sql).then((result) => result.rows as T[]).finally(() => client.end());
  };
});
