// Every screen of the product as an address that shows something, on a workspace full of sample data: for the judges that
// look at pages. A new screen is found by itself; one with a parameter nobody fills here makes the walk fail.
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { rootDir } from "../../src/platform/config.ts";
import { callerOf, type Caller } from "../product.ts";

/** The paths of all screens as the nouns declare them, "/invoices/$id" and the like. */
export function screenPaths(): string[] {
  const files = readdirSync(join(rootDir, "src")).map((noun) => join(rootDir, "src", noun, "screens", "index.ts")).filter(existsSync);
  const text = [...files, join(rootDir, "src/web/router.tsx")].map((file) => readFileSync(file, "utf8")).join("\n");
  return [...new Set([...text.matchAll(/\bpath: "(\/[^"]*)"/g)].map(([, path]) => path!))].sort();
}

export type Walk = { call: Caller; cookie: string; key: string; email: string; password: string; screens: { path: string; address: string }[] };

/** Signs an owner up, fills the workspace with sample data and answers every screen's address, public ones included. */
export async function prepareWalk(address: string): Promise<Walk> {
  const [email, password] = [`walker-${randomUUID().slice(0, 8)}@test.example`, "a walk through every screen"];
  const signUp = await callerOf(address)("POST", "/api/sign-up", { name: "Wanda Walker", email, password, workspaceName: "Walked books" });
  if (signUp.status !== 200 || !signUp.cookie) throw new Error(`sign-up: ${signUp.status} ${JSON.stringify(signUp.body)}`);
  const call = callerOf(address, { cookie: signUp.cookie });
  const get = async (path: string) => {
    const answer = await call("GET", path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  await call("POST", "/api/sample-data", {});
  for (let left = 240; (await get("/api/sample-data")).state !== "filled"; left--) {
    if (left === 0) throw new Error("the sample data was not filled within two minutes");
    await sleep(500);
  }
  const first = async (path: string, pick: (item: any) => boolean = () => true): Promise<string> => {
    const found = (await get(path)).items.find(pick);
    if (!found) throw new Error(`${path} has nothing for the walk`);
    return found.id;
  };
  const made = async (path: string, body: unknown) => {
    const answer = await call("POST", path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const { key } = await made("/api/api-keys", { name: "walker", role: "admin" });
  const invitation = await made("/api/team/invitations", { email: "guest@test.example", role: "member" });
  const sent = await first("/api/proposals?limit=200", (one) => one.state === "sent");
  const { link } = await made(`/api/proposals/${sent}/links`, {});
  const proposal = await first("/api/proposals?limit=200", (one) => one.state === "draft").catch(() => sent);
  const issued = await first("/api/invoices?limit=200", (one) => one.kind !== "credit_note" && one.number);
  const draft = await first("/api/invoices?limit=200", (one) => !one.number).catch(() => issued);
  const ids: [RegExp, string][] = [
    [/^\/customers\//, await first("/api/customers")], [/^\/suppliers\//, await first("/api/suppliers")], [/^\/services\//, await first("/api/items")], [/^\/inbox\//, await first("/api/received-invoices")],
    [/^\/invoices\/\$id\/edit/, draft], [/^\/invoices\//, issued], [/^\/payments\//, await first("/api/payments")],
    [/^\/proposals\/\$id\/edit/, proposal], [/^\/proposals\//, sent], [/^\/p\//, link.split("/").at(-1)], [/^\/invite\//, String(invitation.link).split("/").at(-1)!],
  ];
  const screens = screenPaths().map((path) => {
    if (!path.includes("$")) return { path, address: path };
    const found = ids.find(([pattern]) => pattern.test(path));
    if (!found) throw new Error(`${path} is a screen that the walk in test/judges/walk.ts has no id for`);
    return { path, address: path.replace(/\$\w+/, found[1]) };
  });
  return { call, cookie: signUp.cookie, key, email, password, screens };
}
