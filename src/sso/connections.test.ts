// A workspace's own OpenID provider: who enters as what, what their session opens, and single sign-on as a requirement.
import { beforeAll, describe, expect, test } from "vitest";
import { anApp, clientOf, joined, signedIn, testServices, withTotp, type Client } from "../../test/builders.ts";
import { aBrowser, aCompany, aLyingProvider, anOpenIdProvider, closeProviders, outboundTo, txtOf, type Account, type Browser, type Company, type OpenIdProvider } from "../../test/identity-providers.ts";

describe("A30 single sign-on of a workspace by OpenID", () => {
  const services = testServices();
  const holder = anApp(services);
  closeProviders();
  let liar: Awaited<ReturnType<typeof aLyingProvider>>;
  let hosts: string[] = [];
  beforeAll(async () => {
    liar = await aLyingProvider();
    reach(liar.host);
  });
  const reach = (host: string) => { hosts = [...hosts, host]; services.outbound = outboundTo(hosts, txtOf); };
  const oidcInput = (provider: OpenIdProvider, more: Record<string, unknown> = {}) => ({ kind: "oidc", issuer: provider.issuer, clientId: provider.clientId, clientSecret: provider.clientSecret, ...more });
  const clientIn = (browser: Browser): Client => clientOf(holder.app, { cookie: browser.client.cookie() });
  const through = async (connection: { start: string }, provider: OpenIdProvider, account: Account, browser = aBrowser(holder.app)) => {
    provider.signIn(account);
    const place = await browser.visit(`${connection.start}?next=/inbox`);
    return { browser, place, client: clientIn(browser) };
  };
  const policy = (more: Record<string, unknown> = {}) => ({ required: false, exempt: [], join: true, defaultRole: "member", rules: [], ...more });
  const aConnected = async (more: Record<string, unknown> = {}) => {
    const company = await aCompany(holder.app);
    const connection = await company.connect(oidcInput(liar, more));
    return { company, connection, enter: (name: string, claims: Record<string, unknown> = {}) => through(connection, liar, { sub: `${company.domain} ${name}`, claims: { email: company.address(name), name, ...claims } }) };
  };

  test("A30 V6.8.2 a certified provider, whose id token is thin, signs somebody in by its own account of them", async () => {
    const company = await aCompany(holder.app);
    let redirect = "";
    const provider = await anOpenIdProvider({ redirectUris: () => ["http://localhost:3000/api/sso/placeholder/callback"], thinTokens: true });
    reach(provider.host);
    const connection = await company.connect(oidcInput(provider));
    redirect = `http://localhost:3000/api/sso/${connection.id}/callback`;
    const exact = await anOpenIdProvider({ redirectUris: () => [redirect], thinTokens: true });
    reach(exact.host);
    await company.owner.call("PUT", `/api/sso/connections/${connection.id}`, oidcInput(exact, { enabled: true, name: "Company sign-in" }));
    const { place, client } = await through(connection, exact, { sub: "u-1", claims: { email: company.address("grace"), email_verified: true, name: "Grace" } });
    expect(place).toMatchObject({ url: "http://localhost:3000/inbox", problem: null });
    expect((await client.call("GET", "/api/session")).body).toMatchObject({ role: "member", person: { name: "Grace" }, workspace: { id: company.owner.workspaceId } });
    // Another issuer behind the same connection: the identities of the one before mean nothing.
    const known = () => services.database.transaction({ workspaceId: company.owner.workspaceId }, (db) => db.selectFrom("sso_identity").select("issuer").execute());
    expect(await known()).toHaveLength(1);
    await company.owner.call("PUT", `/api/sso/connections/${connection.id}`, oidcInput(liar, { enabled: true, name: "Company sign-in" }));
    expect(await known()).toHaveLength(0);
  });

  test("V10.1.1 the client secret is sealed, never shown, and never sent to another provider", async () => {
    const { company, connection } = await aConnected({ clientSecret: "the very secret" });
    expect(JSON.stringify((await company.owner.call("GET", "/api/sso")).body)).not.toContain("the very secret");
    const [row] = await services.database.transaction({ workspaceId: company.owner.workspaceId }, (db) => db.selectFrom("sso_connection").selectAll().execute());
    expect(row!.sealed_secret!.toString("latin1")).not.toContain("the very secret");
    const kept = await company.owner.call("PUT", `/api/sso/connections/${connection.id}`, { ...oidcInput(liar), clientSecret: undefined, name: "Renamed", enabled: true });
    expect(kept.body).toMatchObject({ name: "Renamed", hasSecret: true });
    const thief = await aLyingProvider();
    reach(thief.host);
    expect((await company.owner.call("PUT", `/api/sso/connections/${connection.id}`, { ...oidcInput(thief), clientSecret: undefined, name: "Thief", enabled: true })).body.code).toBe("secret_needed");
  });

  test("abuse-10 an issuer inside the network, or one that speaks for everybody, is refused when it is entered", async () => {
    const company = await aCompany(holder.app);
    const code = async (issuer: string) => (await company.owner.call("POST", "/api/sso/connections", { ...oidcInput(liar), name: "X", issuer })).body.code;
    for (const issuer of ["https://169.254.169.254", "https://localhost", "https://127.0.0.1:5432", "https://[::1]", "http://10.0.0.1", "https://2130706433"]) expect([issuer, await code(issuer)]).toEqual([issuer, "address_not_called"]);
    liar.lie({ metadata: { issuer: `${liar.issuer}/{tenantid}/v2.0` } });
    expect(await code(liar.issuer)).toMatch(/^(issuer_for_everybody|sso_wrong_issuer)$/);
    liar.lie({});
  });

  test("A30 only addresses of the workspace's verified domains enter, and only as the provider says they are", async () => {
    const { company, connection, enter } = await aConnected();
    const stranger = await signedIn(holder.app, "Stranger");
    const by = async (claims: Record<string, unknown>) => (await through(connection, liar, { sub: "s-1", claims })).place.problem;
    expect(await by({ email: stranger.email })).toBe("sso_other_domain");
    expect(await by({ email: `x@sub.${company.domain}` })).toBe("sso_other_domain");
    expect(await by({ email: company.address("x"), email_verified: false })).toBe("sso_address_unproven");
    expect(await by({})).toBe("sso_no_address");
    expect(await by({ email: ["a", "b"] })).toBe("sso_no_address");
    expect((await enter("fine")).place.problem).toBeNull();
    await company.owner.call("PUT", `/api/sso/connections/${connection.id}`, { ...oidcInput(liar), name: "Off", enabled: false });
    expect((await enter("fine")).place.problem).toBe("sso_switched_off");
  });

  test("abuse-4 groups give roles at each sign-in, up and down, never owner and never away from owner; nobody joins where joining is off", async () => {
    const { company, enter } = await aConnected();
    const set = (more: Record<string, unknown>) => company.owner.call("PUT", "/api/sso/policy", policy(more));
    const rules = [{ group: "admins", role: "admin" }, { group: "readers", role: "readonly" }];
    expect((await set({ rules, defaultRole: "readonly" })).status).toBe(200);
    const roleOf = async (client: Client) => (await client.call("GET", "/api/session")).body.role;
    expect(await roleOf((await enter("ann", { groups: ["admins", "readers", "owner", "owners"] })).client)).toBe("admin");
    expect(await roleOf((await enter("ann", { groups: ["readers"] })).client)).toBe("readonly");
    expect(await roleOf((await enter("ann", { groups: "admins" })).client)).toBe("admin");
    expect(await roleOf((await enter("ann", { role: "owner", roles: ["owner"], groups: [{ name: "admins" }] })).client)).toBe("readonly");
    expect((await set({ rules: [{ group: "x", role: "owner" }] })).status).toBe(400);
    expect((await set({ defaultRole: "owner" })).status).toBe(400);
    const me = (await company.owner.call("GET", "/api/session")).body.person.id as string;
    await services.database.transaction({ personId: me }, (db) => db.updateTable("person").set({ email: company.address("boss"), email_verified_at: new Date() }).where("id", "=", me).execute());
    expect(await roleOf((await enter("boss", { groups: ["readers"] })).client)).toBe("owner");
    await set({ join: false });
    expect((await enter("late")).place.problem).toBe("sso_no_place");
    expect((await enter("ann")).place.problem).toBeNull();
  });

  test("only owners set single sign-on up, freshly proven: an admin could make a provider that says they are the owner", async () => {
    const { company, connection } = await aConnected();
    const admin = await joined(holder.app, company.owner, "admin");
    expect((await admin.call("GET", "/api/sso")).status).toBe(200);
    for (const [method, path, body] of [
      ["POST", "/api/sso/connections", { ...oidcInput(liar), name: "Mine" }], ["PUT", `/api/sso/connections/${connection.id}`, { ...oidcInput(liar), name: "Mine", enabled: true }], ["DELETE", `/api/sso/connections/${connection.id}`, undefined],
      ["POST", "/api/sso/domains", { domain: "mine.example" }], ["PUT", "/api/sso/policy", policy()], ["POST", "/api/sso/tokens", { name: "mine" }], ["POST", `/api/sso/connections/${connection.id}/check`, {}], ["POST", "/api/sso/metadata", { xml: "<x/>" }],
    ] as const) expect((await admin.call(method, path, body)).body.code, path).toBe("not_permitted");
    services.moveClock(new Date(Date.now() + 11 * 60_000));
    expect((await company.owner.call("PUT", "/api/sso/policy", policy())).body.code).toBe("step_up_needed");
    services.moveClock(null);
  });

  test("V8.4.1 a session that a company's provider vouched for opens that company's workspace alone, and changes nothing of the person's own sign-in", async () => {
    const { company, enter } = await aConnected();
    // Somebody with a sign-in and a workspace of their own, who also works for the company.
    const bob = await signedIn(holder.app, "Bob");
    const id = (await bob.call("GET", "/api/session")).body.person.id as string;
    await services.database.transaction({ personId: id }, (db) => db.updateTable("person").set({ email: company.address("bob"), email_verified_at: new Date() }).where("id", "=", id).execute());
    const { client } = await enter("bob");
    const session = (await client.call("GET", "/api/session")).body;
    expect(session).toMatchObject({ person: { id }, role: "member", workspace: { id: company.owner.workspaceId } });
    expect(session.workspaces.map((one: { id: string }) => one.id)).toEqual([company.owner.workspaceId]);
    expect((await client.call("POST", "/api/session/workspace", { workspaceId: bob.workspaceId })).status).toBe(404);
    await services.database.transaction({ personId: id }, (db) => db.updateTable("session").set({ active_workspace_id: bob.workspaceId }).where("sso_workspace_id", "is not", null).execute());
    expect((await client.call("GET", "/api/companies")).status, "not even when the row says so").toBe(403);
    await services.database.transaction({ personId: id }, (db) => db.updateTable("session").set({ active_workspace_id: company.owner.workspaceId }).where("sso_workspace_id", "is not", null).execute());
    for (const [method, path, body] of [["POST", "/api/totp", undefined], ["POST", "/api/passkeys/options", undefined], ["POST", "/api/recovery-codes", undefined], ["POST", "/api/address", { email: "evil@evil.example" }], ["POST", "/api/sso/links/google", {}]] as const)
      expect((await client.call(method, path, body)).body.code, path).toBe("own_sign_in_needed");
    expect((await bob.call("GET", "/api/session")).body.workspaces).toHaveLength(2);
    const [link] = await services.database.transaction({}, (db) => db.executeQuery<{ kind: string }>({ sql: "select confdeltype as kind from pg_constraint where conname = 'session_sso_workspace_id_fkey'", parameters: [], query: { kind: "RawNode" } as never, queryId: { queryId: "test" } })).then((result) => result.rows);
    expect(link!.kind, "with the workspace the session goes, not its limit").toBe("c");
  });

  test("V6.8.4 acr, amr and auth_time: what the provider leaves out counts as one factor, and too old a proof is refused", async () => {
    const { company, connection, enter } = await aConnected();
    const factors = async (claims: Record<string, unknown>) => {
      const { client } = await enter("factors", claims);
      const id = (await client.call("GET", "/api/session")).body.person.id as string;
      const rows = await services.database.transaction({ personId: id }, (db) => db.selectFrom("session").select("factors").where("revoked_at", "is", null).orderBy("created_at", "desc").execute());
      return rows[0]!.factors;
    };
    expect(await factors({})).toEqual(["oidc"]);
    expect(await factors({ amr: ["pwd"] })).toEqual(["oidc"]);
    expect(await factors({ amr: "mfa" })).toEqual(["oidc", "second"]);
    expect(await factors({ amr: ["pwd", "mfa"] })).toEqual(["oidc", "second"]);
    const change = (more: Record<string, unknown>) => company.owner.call("PUT", `/api/sso/connections/${connection.id}`, { ...oidcInput(liar), name: "C", enabled: true, ...more });
    await change({ secondFactor: "required", secondFactorValues: ["urn:our:strong"] });
    expect((await enter("factors")).place.problem).toBe("sso_no_second_factor");
    expect((await enter("factors", { acr: "urn:our:strong" })).place.problem).toBeNull();
    await change({ secondFactor: "trusted", maxAgeMinutes: 30 });
    const now = Math.floor(Date.now() / 1000);
    expect((await enter("factors")).place.problem, "no auth_time").toBe("sso_too_old");
    expect((await enter("factors", { auth_time: now - 31 * 60 })).place.problem).toBe("sso_too_old");
    expect(await factors({ auth_time: now - 60 })).toEqual(["oidc", "second"]);
    // Who has a second factor here is asked for it, unless the provider states one.
    await change({});
    const { client } = await enter("own-factor", { amr: ["mfa"] });
    const own = (await client.call("GET", "/api/session")).body.person.id as string;
    await services.database.transaction({ personId: own }, (db) => db.updateTable("session").set({ factors: ["password"] }).where("person_id", "=", own).execute());
    await withTotp(client);
    expect((await enter("own-factor")).place.url).toMatch(/\/second-step\?request=[\w-]{43}&ways=totp/);
    expect((await enter("own-factor", { amr: ["mfa"] })).place.url).toBe("http://localhost:3000/inbox");
  });

  test("V7.6.1 the session ends when the provider says", async () => {
    const { enter } = await aConnected();
    const end = Math.floor(Date.now() / 1000) + 3600;
    const { client } = await enter("short", { session_not_on_or_after: end });
    services.moveClock(new Date((end - 60) * 1000));
    expect((await client.call("GET", "/api/session")).status).toBe(200);
    services.moveClock(new Date((end + 1) * 1000));
    expect((await client.call("GET", "/api/session")).status).toBe(401);
    services.moveClock(null);
  });

  test("A30 required single sign-on: the company's people come by it alone, sessions from before are held at the door, the named owner enters with a second factor", async () => {
    const { company, connection, enter } = await aConnected();
    const { owner } = company;
    const me = (await owner.call("GET", "/api/session")).body.person.id as string;
    const ann = clientOf(holder.app, {});
    await ann.call("POST", "/api/sign-up", { name: "Ann", email: company.address("ann"), password: "tonal-plinth-orbit-83", workspaceName: "Ann's own" });
    const annId = (await ann.call("GET", "/api/session")).body.person.id as string;
    await services.database.transaction({ personId: annId }, (db) => db.updateTable("person").set({ email_verified_at: new Date() }).where("id", "=", annId).execute());
    await enter("ann");
    await ann.call("POST", "/api/session/workspace", { workspaceId: owner.workspaceId });
    expect((await ann.call("GET", "/api/companies")).status).toBe(200);
    const set = (more: Record<string, unknown>) => owner.call("PUT", "/api/sso/policy", policy({ required: true, ...more }));
    expect((await set({})).body.code).toBe("no_exempt_owner");
    expect((await set({ exempt: [annId] })).body.code).toBe("exempt_not_owner");
    expect((await set({ exempt: [me] })).status).toBe(200);
    // Ann's own session works in her own workspace, and is stopped at the company's door.
    expect((await ann.call("GET", "/api/companies")).body.code).toBe("sso_needed");
    expect((await ann.call("GET", "/api/session")).body).toMatchObject({ attention: { singleSignOn: true }, companies: [] });
    const own = (await ann.call("GET", "/api/session")).body.workspaces.find((one: { name: string }) => one.name === "Ann's own").id;
    await ann.call("POST", "/api/session/workspace", { workspaceId: own });
    expect((await ann.call("GET", "/api/companies")).status).toBe(200);
    const viaCompany = await enter("ann");
    expect((await viaCompany.client.call("GET", "/api/companies")).status).toBe(200);
    // Somebody who has no other place cannot sign in by a password at all.
    const only = await enter("only");
    const onlyId = (await only.client.call("GET", "/api/session")).body.person.id as string;
    await services.database.transaction({ personId: onlyId }, async (db) => {
      const row = await services.database.transaction({ personId: annId }, (mine) => mine.selectFrom("credential").selectAll().where("person_id", "=", annId).executeTakeFirstOrThrow());
      await db.insertInto("credential").values({ ...row, person_id: onlyId }).execute();
    });
    const refused = await clientOf(holder.app, {}).call("POST", "/api/sign-in", { email: company.address("only"), password: "tonal-plinth-orbit-83" });
    expect(refused.body).toMatchObject({ code: "sso_required", message: expect.stringContaining(`/api/sso/${connection.id}/start`) });
    // The named owner, whose address is the company's too, enters with password and second factor.
    await services.database.transaction({ personId: me }, (db) => db.updateTable("person").set({ email: company.address("olive"), email_verified_at: new Date() }).where("id", "=", me).execute());
    expect((await owner.call("GET", "/api/companies")).body.code).toBe("second_factor_needed");
    await withTotp(owner);
    expect((await owner.call("GET", "/api/companies")).status).toBe(200);
    // While it is required, its last connection and domain stay.
    expect((await owner.call("DELETE", `/api/sso/connections/${connection.id}`)).body.code).toBe("connection_in_use");
    expect((await owner.call("PUT", `/api/sso/connections/${connection.id}`, { ...oidcInput(liar), name: "C", enabled: false })).body.code).toBe("connection_in_use");
    const { domains } = (await owner.call("GET", "/api/sso")).body;
    expect((await owner.call("DELETE", `/api/sso/domains/${domains[0].id}`)).body.code).toBe("domain_in_use");
    expect((await owner.call("PUT", "/api/sso/policy", policy())).status).toBe(200);
    expect((await owner.call("DELETE", `/api/sso/connections/${connection.id}`)).status).toBe(200);
  });

  test("an owner who would lock themselves out cannot require single sign-on", async () => {
    const { company, enter } = await aConnected();
    const second = await joined(holder.app, company.owner, "admin");
    await company.owner.call("PATCH", `/api/team/members/${second.personId}`, { role: "owner" });
    expect((await company.owner.call("PUT", "/api/sso/policy", policy({ required: true, exempt: [second.personId] }))).body.code).toBe("come_in_first");
    const me = (await company.owner.call("GET", "/api/session")).body.person.id as string;
    await services.database.transaction({ personId: me }, (db) => db.updateTable("person").set({ email: company.address("me"), email_verified_at: new Date() }).where("id", "=", me).execute());
    const { client } = await enter("me");
    expect((await client.call("PUT", "/api/sso/policy", policy({ required: true, exempt: [second.personId] }))).status).toBe(200);
  });

  test("a domain is one workspace's: by its DNS, never a mail service's, and only while the record can be read", async () => {
    const first = await aCompany(holder.app);
    const second = await aCompany(holder.app);
    const claimed = await second.owner.call("POST", "/api/sso/domains", { domain: `@${first.domain.toUpperCase()}` });
    expect(claimed.body).toMatchObject({ domain: first.domain, verifiedAt: null, record: { name: `_counterfoil.${first.domain}` } });
    expect((await second.owner.call("POST", `/api/sso/domains/${claimed.body.id}/check`, {})).body).toMatchObject({ verifiedAt: null, problem: expect.stringContaining("another value") });
    const both = services.outbound;
    services.outbound = outboundTo([], () => [claimed.body.record.value]);
    expect((await second.owner.call("POST", `/api/sso/domains/${claimed.body.id}/check`, {})).body.code).toBe("domain_taken");
    services.outbound = outboundTo([], () => { throw Object.assign(new Error("away"), { code: "ESERVFAIL" }); });
    expect((await second.owner.call("POST", `/api/sso/domains/${claimed.body.id}/check`, {})).body.problem).toContain("did not answer");
    services.outbound = both;
    expect((await second.owner.call("POST", "/api/sso/domains", { domain: "gmail.com" })).body.code).toBe("domain_public");
    for (const domain of ["localhost", "a b.example", "http://x.example", "-a.example", "127.0.0.1", "x".repeat(300)]) expect((await second.owner.call("POST", "/api/sso/domains", { domain })).status, domain).toBe(400);
  });

  test("the sign-in page offers a company's way by the domain alone, whether or not the person exists", async () => {
    const { company, connection } = await aConnected({ name: "Acme" });
    const ways = async (email: string) => (await clientOf(holder.app, {}).call("GET", `/api/sign-in/ways?email=${encodeURIComponent(email)}`)).body.ways;
    const known = await ways(company.owner.email.replace(/@.*/, `@${company.domain}`));
    const unknown = await ways(company.address("nobody-at-all"));
    expect(unknown).toMatchObject([{ kind: "sso", name: "Acme", href: expect.stringContaining(`/api/sso/${connection.id}/start`) }]);
    expect(known.length).toBe(unknown.length);
    expect(await ways("someone@elsewhere.example")).toEqual([]);
    expect(await ways("not an address")).toEqual([]);
  });

  test("trying a connection tells step by step what answers and what is missing", async () => {
    const { company, connection } = await aConnected();
    const tried = await company.owner.call("POST", `/api/sso/connections/${connection.id}/check`, {});
    expect(tried.body).toMatchObject({ good: true, steps: [{ name: "Provider answers", state: "good" }, { name: "PKCE", state: "good" }, { name: "Signing keys", state: "good", detail: "1 found." }, { name: "Domain", state: "good" }] });
    const before = services.outbound;
    services.outbound = outboundTo([], txtOf);
    expect((await company.owner.call("POST", `/api/sso/connections/${connection.id}/check`, {})).body).toMatchObject({ good: false, steps: [{ name: "Provider answers", state: "failed", detail: expect.stringContaining("not an https address") }, expect.anything()] });
    services.outbound = before;
  });
});
