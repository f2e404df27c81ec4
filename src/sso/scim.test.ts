// SCIM as Okta and Entra send it, and what a directory may not do.
import { beforeAll, describe, expect, test } from "vitest";
import { anApp, clientOf, joined, signedIn, testServices } from "../../test/builders.ts";
import { aCompany, outboundTo, txtOf, type Company } from "../../test/identity-providers.ts";
import { hashOf } from "../platform/tokens.ts";

const PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
const GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
const ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

describe("A30 SCIM 2.0", () => {
  const services = testServices();
  const holder = anApp(services);
  let company: Company;
  let token: string;
  type Answer = { status: number; body: any; headers: Record<string, unknown> };
  const call = async (method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown, bearer = token, type = "application/scim+json"): Promise<Answer> => {
    const answer = await holder.app.inject({
      method, url: `/scim/v2${path}`, headers: { host: "localhost:3000", authorization: `Bearer ${bearer}`, ...(body === undefined ? {} : { "content-type": `${type}; charset=utf-8` }) },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    return { status: answer.statusCode, body: answer.body ? answer.json() : null, headers: answer.headers };
  };
  const makeToken = async (of: Company, more = {}) => (await of.owner.call("POST", "/api/sso/tokens", { name: "Okta", highestRole: "admin", ...more })).body as { id: string; token: string };
  beforeAll(async () => {
    services.outbound = outboundTo([], txtOf);
    company = await aCompany(holder.app);
    token = (await makeToken(company)).token;
  });
  let made = 0;
  const user = (more: Record<string, unknown> = {}) => {
    const userName = company.address(`user${++made}`);
    return { schemas: [USER], userName, name: { givenName: "Grace", familyName: "Hopper" }, emails: [{ primary: true, value: userName, type: "work" }], active: true, ...more };
  };
  const memberOf = async (of: Company, email: string) => (await of.owner.call("GET", "/api/team")).body.members.find((member: { email: string }) => member.email === email);
  const sessionOf = async (email: string, of: Company = company) => {
    const person = await services.database.transaction({ email }, (db) => db.selectFrom("person").select("id").where("email", "=", email).executeTakeFirstOrThrow());
    const { openSession } = await import("../access/index.ts");
    const reply = { setCookie: (name: string, value: string) => { cookies.push(`${name}=${value}`); } };
    const cookies: string[] = [];
    await openSession(services, { cookies: {}, headers: {}, ip: "127.0.0.1" } as never, reply as never, person.id, { workspaceId: of.owner.workspaceId, factors: ["password"], via: "password" });
    return { client: clientOf(holder.app, { cookie: cookies[0]! }), personId: person.id };
  };

  test("the token is shown once, kept as its SHA-256, ends at once, and opens the directory alone", async () => {
    const one = await makeToken(company, { name: "Once" });
    expect(one.token).toMatch(/^cf_scim_[\w-]{43}$/);
    const settings = await company.owner.call("GET", "/api/sso");
    expect(JSON.stringify(settings.body)).not.toContain(one.token);
    const rows = await services.database.transaction({ workspaceId: company.owner.workspaceId }, (db) => db.selectFrom("directory_token").selectAll().where("id", "=", one.id).execute());
    expect(rows[0]!.token_hash.equals(hashOf(one.token))).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(one.token);
    expect((await call("GET", "/Users", undefined, one.token)).status).toBe(200);
    expect(settings.body.directory.tokens.find((each: { id: string }) => each.id === one.id).lastUsedAt).toBeNull();
    expect((await company.owner.call("GET", "/api/sso")).body.directory.tokens.find((each: { id: string }) => each.id === one.id).lastUsedAt).not.toBeNull();
    expect((await clientOf(holder.app, { key: one.token }).call("GET", "/api/team")).status).toBe(401);
    await company.owner.call("DELETE", `/api/sso/tokens/${one.id}`);
    const ended = await call("GET", "/Users", undefined, one.token);
    expect(ended).toMatchObject({ status: 401, body: { schemas: [ERROR], status: "401" }, headers: { "www-authenticate": "Bearer realm=\"SCIM\"" } });
    const { body: key } = await company.owner.call("POST", "/api/api-keys", { name: "k", role: "admin" });
    expect((await call("GET", "/Users", undefined, key.key)).status).toBe(401);
    const short = await makeToken(company, { name: "Short", expiresInDays: 1 });
    services.moveClock(new Date(Date.now() + 25 * 3_600_000));
    expect((await call("GET", "/Users", undefined, short.token)).status).toBe(401);
    services.moveClock(null);
  });

  test("A30 as Okta does it: asks by user name, creates, reads, replaces, deactivates, activates", async () => {
    const fresh = user();
    const asked = await call("GET", `/Users?filter=${encodeURIComponent(`userName eq "${fresh.userName}"`)}&startIndex=1&count=100`);
    expect(asked).toMatchObject({ status: 200, body: { schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] } });
    expect(asked.headers["content-type"]).toContain("application/scim+json");
    const created = await call("POST", "/Users", { ...fresh, displayName: "Grace Hopper", locale: "en-US", externalId: "00u1", groups: [], password: "x1y2z3" });
    expect(created).toMatchObject({ status: 201, body: { userName: fresh.userName, externalId: "00u1", active: true, name: { givenName: "Grace", familyName: "Hopper" }, emails: [{ value: fresh.userName, primary: true }], meta: { resourceType: "User" } } });
    expect(created.headers["location"]).toBe(created.body.meta.location);
    expect(JSON.stringify(created.body)).not.toContain("x1y2z3");
    const { id } = created.body;
    expect(await memberOf(company, fresh.userName)).toMatchObject({ role: "member", name: "Grace Hopper" });
    expect((await call("GET", `/Users?filter=${encodeURIComponent(`userName eq "${fresh.userName.toUpperCase()}"`)}`)).body.totalResults).toBe(1);
    expect((await call("GET", `/Users/${id}`)).body).toEqual(created.body);
    expect((await call("PUT", `/Users/${id}`, { ...fresh, id, name: { givenName: "Grace", familyName: "Murray" } })).body.name.familyName).toBe("Murray");
    const off = await call("PATCH", `/Users/${id}`, { schemas: [PATCH], Operations: [{ op: "replace", value: { active: false } }] });
    expect(off).toMatchObject({ status: 200, body: { active: false } });
    expect((await call("PATCH", `/Users/${id}`, { schemas: [PATCH], Operations: [{ op: "replace", value: { active: true } }] })).body.active).toBe(true);
    const again = await call("POST", "/Users", fresh);
    expect(again).toMatchObject({ status: 409, body: { schemas: [ERROR], status: "409", scimType: "uniqueness" } });
  });

  test("A30 as Entra does it: \"Add\" and \"Replace\", \"False\" as text, dotted names, paths with filters, members by value", async () => {
    const fresh = user({ externalId: "entra-1", active: "True", roles: [], "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { department: "Books" } });
    const { body: { id } } = await call("POST", "/Users", fresh, token, "application/json");
    const address = company.address("renamed");
    const patched = await call("PATCH", `/Users/${id}`, {
      schemas: [PATCH],
      Operations: [
        { op: "Replace", path: "emails[type eq \"work\"].value", value: address }, { op: "Replace", path: "displayName", value: "G. Hopper" }, { op: "Add", path: "name.givenName", value: "Grace B." },
        { op: "Add", path: "phoneNumbers[type eq \"work\"].value", value: "+1" }, { op: "Replace", path: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", value: "Audit" },
        { op: "Replace", value: { "name.familyName": "H.", "urn:ietf:params:scim:schemas:core:2.0:User:externalId": "entra-2" } },
      ],
    });
    expect(patched).toMatchObject({ status: 200, body: { displayName: "G. Hopper", emails: [{ value: address }], name: { givenName: "Grace B.", familyName: "H." }, externalId: "entra-2", active: true } });
    expect((await call("GET", `/Users?filter=${encodeURIComponent("externalId eq \"entra-2\"")}`)).body.totalResults).toBe(1);
    const off = await call("PATCH", `/Users/${id}`, { schemas: [PATCH], Operations: [{ op: "Replace", path: "active", value: "False" }] });
    expect(off.body.active).toBe(false);
    expect((await call("GET", `/Users?filter=${encodeURIComponent(`userName eq "${fresh.userName}"`)}`)).body.Resources[0].active).toBe(false);
    expect((await call("PATCH", `/Users/${id}`, { schemas: [PATCH], Operations: [{ op: "Add", path: "active", value: "True" }] })).body.active).toBe(true);

    const group = (await call("POST", "/Groups", { schemas: [GROUP, "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"], displayName: "Books team", externalId: "g-1", meta: { resourceType: "Group" } })).body;
    expect((await call("PATCH", `/Groups/${group.id}`, { schemas: [PATCH], Operations: [{ op: "Add", path: "members", value: [{ $ref: null, value: id }] }] })).body.members).toMatchObject([{ value: id }]);
    const listed = await call("GET", `/Groups?excludedAttributes=members&filter=${encodeURIComponent("displayName eq \"Books team\"")}`);
    expect(listed.body.Resources[0]).not.toHaveProperty("members");
    expect((await call("GET", `/Groups/${group.id}?excludedAttributes=members`)).body).not.toHaveProperty("members");
    expect((await call("GET", `/Users/${id}`)).body.groups).toMatchObject([{ value: group.id, display: "Books team" }]);
    expect((await call("PATCH", `/Groups/${group.id}`, { schemas: [PATCH], Operations: [{ op: "Remove", path: "members", value: [{ $ref: null, value: id }] }] })).body.members).toEqual([]);
    await call("PATCH", `/Groups/${group.id}`, { schemas: [PATCH], Operations: [{ op: "add", value: { members: [{ value: id }] } }] });
    expect((await call("PATCH", `/Groups/${group.id}`, { schemas: [PATCH], Operations: [{ op: "remove", path: `members[value eq "${id}"]` }, { op: "replace", value: { id: group.id, displayName: "Bookkeepers" } }] })).body).toMatchObject({ displayName: "Bookkeepers", members: [] });
    expect((await call("DELETE", `/Groups/${group.id}`)).status).toBe(204);
    expect((await call("GET", `/Groups/${group.id}`)).status).toBe(404);
  });

  test("V7.4.2 active false ends the person's sessions and keys in the workspace at once, and nothing elsewhere", async () => {
    const fresh = user();
    const { body: { id } } = await call("POST", "/Users", fresh);
    const { client, personId } = await sessionOf(fresh.userName);
    await services.database.transaction({ workspaceId: company.owner.workspaceId }, (db) => db.updateTable("membership").set({ role: "admin" }).where("person_id", "=", personId).execute());
    const key = (await client.call("POST", "/api/api-keys", { name: "theirs", role: "member" })).body.key as string;
    expect((await client.call("GET", "/api/companies")).status).toBe(200);
    expect((await clientOf(holder.app, { key }).call("GET", "/api/companies")).status).toBe(200);
    // The same person works in another workspace too, in another browser.
    const other = await aCompany(holder.app);
    await services.database.transaction({ workspaceId: other.owner.workspaceId }, (db) => db.insertInto("membership").values({ workspace_id: other.owner.workspaceId, person_id: personId, role: "member" }).execute());
    const elsewhere = await sessionOf(fresh.userName, other);
    await call("PATCH", `/Users/${id}`, { schemas: [PATCH], Operations: [{ op: "Replace", path: "active", value: "False" }] });
    expect((await client.call("GET", "/api/companies")).status).toBe(401);
    expect((await clientOf(holder.app, { key }).call("GET", "/api/companies")).status).toBe(401);
    expect((await elsewhere.client.call("GET", "/api/companies")).status).toBe(200);
    expect((await elsewhere.client.call("POST", "/api/session/workspace", { workspaceId: company.owner.workspaceId })).status).toBe(404);
    await call("PATCH", `/Users/${id}`, { schemas: [PATCH], Operations: [{ op: "Replace", path: "active", value: "True" }] });
    expect((await clientOf(holder.app, { key }).call("GET", "/api/companies")).status, "an ended key stays ended").toBe(401);
    const back = await sessionOf(fresh.userName);
    expect((await back.client.call("GET", "/api/companies")).status).toBe(200);
    expect((await call("DELETE", `/Users/${id}`)).status).toBe(204);
    expect((await back.client.call("GET", "/api/companies")).status).toBe(401);
    expect((await call("GET", `/Users/${id}`)).status).toBe(404);
    expect(await memberOf(company, fresh.userName)).toBeUndefined();
    expect((await elsewhere.client.call("GET", "/api/companies")).status, "the person stays").toBe(200);
  });

  test("abuse-4 groups give roles up to admin by the owner's rules and the token's limit, never owner; owners are left alone", async () => {
    const of = await aCompany(holder.app);
    const rules = { required: false, exempt: [], join: true, defaultRole: "readonly", rules: [{ group: "Finance admins", role: "admin" }, { group: "Finance", role: "member" }] };
    expect((await of.owner.call("PUT", "/api/sso/policy", { ...rules, rules: [{ group: "Bosses", role: "owner" }] })).status).toBe(400);
    expect((await of.owner.call("PUT", "/api/sso/policy", rules)).status).toBe(200);
    const strong = (await makeToken(of)).token;
    const add = async (name: string) => (await call("POST", "/Users", { schemas: [USER], userName: of.address(name) }, strong)).body.id as string;
    const grace = await add("grace");
    const roleOf = async (name: string) => (await memberOf(of, of.address(name))).role;
    expect(await roleOf("grace")).toBe("readonly");
    const finance = (await call("POST", "/Groups", { schemas: [GROUP], displayName: "Finance", members: [{ value: grace }] }, strong)).body.id;
    expect(await roleOf("grace")).toBe("member");
    const admins = (await call("POST", "/Groups", { schemas: [GROUP], displayName: "Finance admins", members: [{ value: grace }] }, strong)).body.id;
    expect(await roleOf("grace")).toBe("admin");
    await call("PATCH", `/Groups/${admins}`, { schemas: [PATCH], Operations: [{ op: "Remove", path: "members", value: [{ value: grace }] }] }, strong);
    expect(await roleOf("grace")).toBe("member");
    await call("DELETE", `/Groups/${finance}`, undefined, strong);
    expect(await roleOf("grace")).toBe("readonly");
    // A token that may give no more than member lowers what the whole directory gives.
    const weak = (await makeToken(of, { name: "Weak", highestRole: "member" })).token;
    await call("PUT", `/Groups/${admins}`, { schemas: [GROUP], displayName: "Finance admins", members: [{ value: grace }] }, weak);
    expect(await roleOf("grace")).toBe("member");
    for (const claim of [{ roles: [{ value: "owner" }] }, { role: "owner" }, { entitlements: [{ value: "owner" }] }]) await call("PUT", `/Users/${grace}`, { schemas: [USER], userName: of.address("grace"), ...claim }, strong);
    expect(await roleOf("grace")).toBe("member");
  });

  test("abuse-4 the last owner cannot be deprovisioned, and is told in SCIM's words", async () => {
    const of = await aCompany(holder.app);
    const bearer = (await makeToken(of)).token;
    // The owner uses an address of the company.
    const me = (await of.owner.call("GET", "/api/session")).body.person.id as string;
    await services.database.transaction({ personId: me }, (db) => db.updateTable("person").set({ email: of.address("olive"), email_verified_at: new Date() }).where("id", "=", me).execute());
    const { body, status } = await call("POST", "/Users", { schemas: [USER], userName: of.address("olive") }, bearer);
    expect(status).toBe(201);
    expect((await memberOf(of, of.address("olive"))).role).toBe("owner");
    for (const attempt of [
      await call("PATCH", `/Users/${body.id}`, { schemas: [PATCH], Operations: [{ op: "replace", value: { active: false } }] }, bearer), await call("DELETE", `/Users/${body.id}`, undefined, bearer),
      await call("PUT", `/Users/${body.id}`, { schemas: [USER], userName: of.address("olive"), active: false }, bearer),
    ]) expect(attempt).toMatchObject({ status: 409, body: { schemas: [ERROR], detail: "You are the only owner. Make someone else owner first." } });
    expect((await of.owner.call("GET", "/api/companies")).status).toBe(200);
    expect((await call("GET", `/Users/${body.id}`, undefined, bearer)).body.active).toBe(true);
    const second = await joined(holder.app, of.owner, "admin");
    await of.owner.call("PATCH", `/api/team/members/${second.personId}`, { role: "owner" });
    expect((await call("PATCH", `/Users/${body.id}`, { schemas: [PATCH], Operations: [{ op: "replace", value: { active: false } }] }, bearer)).body.active).toBe(false);
    expect((await of.owner.call("GET", "/api/companies")).status).toBe(401);
  });

  test("abuse-16 only addresses of verified domains are provisioned, and an unproven sign-in is not taken over", async () => {
    const stranger = await signedIn(holder.app, "Stranger");
    expect(await call("POST", "/Users", { schemas: [USER], userName: stranger.email })).toMatchObject({ status: 400, body: { scimType: "invalidValue" } });
    expect(await call("POST", "/Users", { schemas: [USER], userName: "ok", emails: [{ value: `x@sub.${company.domain}` }] })).toMatchObject({ status: 400 });
    const squatter = clientOf(holder.app, {});
    const taken = company.address("taken");
    await squatter.call("POST", "/api/sign-up", { name: "Sly", email: taken, password: "tonal-plinth-orbit-83", workspaceName: "W" });
    expect(await call("POST", "/Users", { schemas: [USER], userName: taken })).toMatchObject({ status: 409, body: { detail: expect.stringContaining("never confirmed") } });
    const { body: { id } } = await call("POST", "/Users", user());
    expect((await call("PATCH", `/Users/${id}`, { schemas: [PATCH], Operations: [{ op: "replace", path: "emails[type eq \"work\"].value", value: stranger.email }] })).status).toBe(400);
  });

  test("what the directory says of a person stays with the directory: it never renames or readdresses their sign-in", async () => {
    const fresh = user();
    const { body: { id } } = await call("POST", "/Users", fresh);
    const { client } = await sessionOf(fresh.userName);
    const before = (await client.call("GET", "/api/session")).body.person;
    await call("PUT", `/Users/${id}`, { ...fresh, userName: company.address("other"), emails: [{ value: company.address("other"), primary: true }], displayName: "Somebody Else" });
    expect((await client.call("GET", "/api/session")).body.person).toEqual(before);
  });

  test("V8.2.2 abuse-1 one workspace's directory neither sees nor changes another's", async () => {
    const neighbour = await aCompany(holder.app);
    const theirs = (await makeToken(neighbour)).token;
    const { body: { id } } = await call("POST", "/Users", user());
    const group = (await call("POST", "/Groups", { schemas: [GROUP], displayName: "Ours", members: [{ value: id }] })).body.id;
    expect((await call("GET", "/Users", undefined, theirs)).body.totalResults).toBe(0);
    for (const [method, path, body] of [
      ["GET", `/Users/${id}`], ["PUT", `/Users/${id}`, { schemas: [USER], userName: neighbour.address("x") }], ["PATCH", `/Users/${id}`, { Operations: [{ op: "replace", value: { active: false } }] }], ["DELETE", `/Users/${id}`],
      ["GET", `/Groups/${group}`], ["PUT", `/Groups/${group}`, { displayName: "Mine" }], ["PATCH", `/Groups/${group}`, { Operations: [{ op: "remove", path: "members" }] }], ["DELETE", `/Groups/${group}`],
    ] as const) expect((await call(method, path, body, theirs)).status, `${method} ${path}`).toBe(404);
    expect((await call("POST", "/Groups", { displayName: "Theirs", members: [{ value: id }] }, theirs)).status).toBe(400);
    expect((await call("GET", `/Users/${id}`)).body.active).toBe(true);
    expect((await call("GET", `/Groups/${group}`)).body.members).toHaveLength(1);
  });

  test("lists page by startIndex and count; descriptions of the interface say what it does", async () => {
    const of = await aCompany(holder.app);
    const bearer = (await makeToken(of)).token;
    for (const name of ["a", "b", "c", "d", "e"]) await call("POST", "/Users", { schemas: [USER], userName: of.address(name) }, bearer);
    const names = async (query: string) => (await call("GET", `/Users?${query}`, undefined, bearer)).body;
    expect((await names("startIndex=2&count=2")).Resources.map((one: { userName: string }) => one.userName)).toEqual([of.address("b"), of.address("c")]);
    expect(await names("startIndex=-3&count=0")).toMatchObject({ totalResults: 5, startIndex: 1, itemsPerPage: 0 });
    expect(await names("startIndex=100")).toMatchObject({ totalResults: 5, itemsPerPage: 0, Resources: [] });
    expect((await names("count=-1")).itemsPerPage).toBe(0);
    expect((await call("GET", "/ServiceProviderConfig")).body).toMatchObject({ patch: { supported: true }, filter: { supported: true }, bulk: { supported: false } });
    expect((await call("GET", "/ResourceTypes")).body.Resources.map((one: { id: string }) => one.id)).toEqual(["User", "Group"]);
    expect((await call("GET", "/Schemas")).body.Resources.map((one: { id: string }) => one.id)).toEqual([USER, GROUP]);
    expect((await call("GET", `/Schemas/${USER}`)).body.attributes.find((one: { name: string }) => one.name === "userName")).toMatchObject({ required: true, uniqueness: "server", mutability: "readWrite" });
    expect((await call("GET", "/ResourceTypes/User")).body.endpoint).toBe("/Users");
    expect((await call("GET", "/ResourceTypes/Nothing")).status).toBe(404);
  });

  test("B12 what does not fit is answered in SCIM's error shape, never a 5xx", async () => {
    const { body: { id } } = await call("POST", "/Users", user());
    const cases: [string, Promise<Answer>, number, string?][] = [
      ["a filter we do not have", call("GET", `/Users?filter=${encodeURIComponent("userName sw \"a\"")}`), 400, "invalidFilter"], ["a filter by an attribute we do not keep", call("GET", `/Users?filter=${encodeURIComponent("title eq \"x\"")}`), 400, "invalidFilter"],
      ["a prototype's name as attribute", call("GET", `/Users?filter=${encodeURIComponent("constructor eq \"x\"")}`), 400, "invalidFilter"], ["NUL in a filter", call("GET", `/Users?filter=${encodeURIComponent("userName eq \"a\\u0000\"")}`), 400],
      ["count in words", call("GET", "/Users?count=many"), 400, "invalidValue"], ["no user name", call("POST", "/Users", { schemas: [USER] }), 400, "invalidValue"], ["a number as name", call("POST", "/Users", { userName: 5 }), 400, "invalidValue"],
      ["a list as body", call("POST", "/Users", []), 400], ["operations that are none", call("PATCH", `/Users/${id}`, { Operations: "x" }), 400, "invalidSyntax"], ["no operation", call("PATCH", `/Users/${id}`, { Operations: [] }), 400, "invalidSyntax"],
      ["an operation we do not have", call("PATCH", `/Users/${id}`, { Operations: [{ op: "move", path: "userName" }] }), 400, "invalidSyntax"], ["a path that is none", call("PATCH", `/Users/${id}`, { Operations: [{ op: "replace", path: "a[b", value: 1 }] }), 400, "invalidPath"],
      ["perhaps", call("PATCH", `/Users/${id}`, { Operations: [{ op: "replace", path: "active", value: "perhaps" }] }), 400, "invalidValue"], ["userName taken away", call("PATCH", `/Users/${id}`, { Operations: [{ op: "remove", path: "userName" }] }), 400, "mutability"],
      ["a prototype", call("PATCH", `/Users/${id}`, { Operations: [{ op: "add", value: JSON.parse("{\"constructor\": {\"prototype\": 1}}") }] }), 400], ["an id that is none", call("GET", "/Users/not-an-id"), 404], ["somebody unknown", call("GET", `/Users/${crypto.randomUUID()}`), 404],
      ["a member that is none", call("POST", "/Groups", { displayName: "G", members: [{ value: "x" }] }), 400, "invalidValue"], ["a group without a name", call("POST", "/Groups", {}), 400, "invalidValue"], ["an address that is none", call("POST", "/Users", { userName: "x", emails: [{ value: "x" }] }), 400, "invalidValue"],
      ["a line break in a name", call("POST", "/Users", { ...user(), displayName: "a\nb" }), 400, "invalidValue"], ["half a character", call("POST", "/Users", { ...user(), displayName: "\ud800" }), 400],
    ];
    for (const [name, answer, status, scimType] of cases) {
      const { status: got, body, headers } = await answer;
      expect([name, got]).toEqual([name, status]);
      if (status < 400) continue;
      expect(headers["content-type"], name).toContain("application/scim+json");
      expect(body, name).toMatchObject({ schemas: [ERROR], status: String(status), ...(scimType ? { scimType } : {}), detail: expect.any(String) });
    }
    const broken = await holder.app.inject({ method: "POST", url: "/scim/v2/Users", payload: "{ no json", headers: { host: "localhost:3000", authorization: `Bearer ${token}`, "content-type": "application/scim+json" } });
    expect([broken.statusCode, broken.json().schemas]).toEqual([400, [ERROR]]);
    expect((await call("GET", "/Nothing")).status).toBe(404);
  });
});
