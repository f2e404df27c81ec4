import { describe, expect, test } from "vitest";
import { anApp, clientOf, joined, signedIn, testServices, TEST_PASSWORD } from "../../test/builders.ts";

describe("sign-in", () => {
  const services = testServices();
  const holder = anApp(services);
  const anonymous = () => clientOf(holder.app, {});
  const good = TEST_PASSWORD;

  test("sign-up makes a workspace; signing out ends the session at once, even for a copied cookie", async () => {
    const ada = await signedIn(holder.app);
    const before = await ada.call("GET", "/api/session");
    expect(before.body).toMatchObject({ role: "owner", workspace: { name: "Ada Test's workspace" }, companies: [] });
    expect((await ada.call("POST", "/api/sign-out")).status).toBe(200);
    expect((await ada.call("GET", "/api/session")).status).toBe(401);
  });

  test("A3 the session cookie is HttpOnly and SameSite", async () => {
    const answer = await anonymous().call("POST", "/api/sign-up", { name: "B", email: "cookie@test.example", password: good, workspaceName: "W" });
    expect(String(answer.headers["set-cookie"])).toMatch(/HttpOnly/);
    expect(String(answer.headers["set-cookie"])).toMatch(/SameSite=Lax/);
  });

  test("wrong password and unknown address get the same answer", async () => {
    const ada = await signedIn(holder.app);
    const wrong = await anonymous().call("POST", "/api/sign-in", { email: ada.email, password: "not the password" });
    const unknown = await anonymous().call("POST", "/api/sign-in", { email: "nobody@test.example", password: "not the password" });
    expect(wrong.status).toBe(401);
    expect({ ...wrong.body, requestId: "" }).toEqual({ ...unknown.body, requestId: "" });
    expect((await anonymous().call("POST", "/api/sign-in", { email: ada.email.toUpperCase(), password: good })).status).toBe(200);
  });

  test("a reset link works once, within the hour, and ends every session", async () => {
    const ada = await signedIn(holder.app);
    await anonymous().call("POST", "/api/password/forgotten", { email: ada.email });
    await anonymous().call("POST", "/api/password/forgotten", { email: "nobody@test.example" });
    const personId = (await ada.call("GET", "/api/session")).body.person.id;
    const [mail] = await services.database.transaction({ personId }, (db) => db.selectFrom("mail").selectAll().execute());
    const token = /token=([\w-]+)/.exec(mail!.body_text)![1];
    const next = "another long password";
    expect((await anonymous().call("POST", "/api/password/reset", { token, password: next })).status).toBe(200);
    expect((await ada.call("GET", "/api/session")).status).toBe(401);
    expect((await anonymous().call("POST", "/api/password/reset", { token, password: next })).status).toBe(410);
    expect((await anonymous().call("POST", "/api/sign-in", { email: ada.email, password: good })).status).toBe(401);
    expect((await anonymous().call("POST", "/api/sign-in", { email: ada.email, password: next })).status).toBe(200);
  });

  test("an invitation brings a new person in with its role, once; the last owner cannot leave or step down", async () => {
    const olive = await signedIn(holder.app, "Olive");
    const { body } = await olive.call("POST", "/api/team/invitations", { email: "guest1@test.example", role: "member" });
    const token = String(body.link).split("/").at(-1)!;
    expect((await anonymous().call("GET", `/api/invitations/${token}`)).body).toMatchObject({ email: "guest1@test.example", role: "member", hasSignIn: false });
    const guest = anonymous();
    expect((await guest.call("POST", "/api/invitations/accept", { token, name: "Guest", password: good })).status).toBe(200);
    expect((await guest.call("GET", "/api/session")).body).toMatchObject({ role: "member", workspace: { id: olive.workspaceId } });
    expect((await guest.call("GET", "/api/team")).status).toBe(403);
    expect((await anonymous().call("POST", "/api/invitations/accept", { token, name: "Again", password: good })).status).toBe(410);
    const me = (await olive.call("GET", "/api/session")).body.person.id;
    expect((await olive.call("PATCH", `/api/team/members/${me}`, { role: "admin" })).body.code).toBe("last_owner");
    expect((await olive.call("DELETE", `/api/team/members/${me}`)).body.code).toBe("last_owner");
  });

  test("an admin cannot make or remove an owner", async () => {
    const olive = await signedIn(holder.app, "Olive");
    const admin = await joined(holder.app, olive, "admin");
    expect((await admin.call("POST", "/api/team/invitations", { email: "boss@test.example", role: "owner" })).body.code).toBe("role_above_own");
    const me = (await olive.call("GET", "/api/session")).body.person.id;
    expect((await admin.call("DELETE", `/api/team/members/${me}`)).body.code).toBe("role_above_own");
  });

  test("B12 input that does not fit names its fields, and is never a 5xx", async () => {
    const bad = await anonymous().call("POST", "/api/sign-up", { name: "", email: "no", password: "short", workspaceName: "a\u0000b" });
    expect(bad.status).toBe(400);
    expect(bad.body.fields.map((field: { path: string }) => field.path).sort()).toEqual(["email", "name", "password", "workspaceName"]);
    const { statusCode } = await holder.app.inject({ method: "POST", url: "/api/sign-in", payload: "{ not json", headers: { host: "localhost:3000", "content-type": "application/json" } });
    expect(statusCode).toBe(400);
  });
});
