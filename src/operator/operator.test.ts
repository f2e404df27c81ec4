import { execFileSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp, clientOf, signedIn, testServices } from "../../test/builders.ts";
import { multipart, ubl } from "../../test/received-documents.ts";
import { verifyChain } from "../events/index.ts";
import { routes } from "../nouns.ts";
import { loadConfig } from "../platform/config.ts";
import { openDatabase } from "../platform/database.ts";
import { createLog } from "../platform/log.ts";
import { keyId, openSecrets, type Secrets } from "../platform/secrets.ts";
import type { Route } from "../platform/http.ts";
import { createScope, type Scope } from "../workspaces/index.ts";
import { runOperator, type ConsoleHost } from "./console.ts";

const services = testServices();
const holder = anApp(services);
let printed: string[] = [];
let logged = "";
let input = "";
let stateDir: string;
let secrets: Secrets;
const smtpPassword = `smtp-${randomUUID()}`;

/** The console on the test's database, with a key ring in files, as an installation has it. */
const host = (): ConsoleHost => ({
  config: loadConfig({ COUNTERFOIL_STATE_DIR: stateDir, SMTP_URL: `smtp://mailer:${smtpPassword}@mail.example:587`, PORT: "3000" }),
  version: "1.2.3", routes,
  print: (line) => void printed.push(line),
  readInput: async () => input,
  open: async () => ({ ...services, log: createLog("debug", (line) => { logged += line; }), keys: secrets.keys, signing: secrets.signing, close: async () => undefined }),
  openReading: () => openDatabase({ ...services.databaseConnections.app, options: "-c default_transaction_read_only=on" }, { max: 2 }),
});
async function console_(...args: string[]): Promise<{ code: number; text: string }> {
  printed = [];
  const code = await runOperator(args, host());
  return { code, text: printed.join("\n") };
}

beforeAll(() => {
  stateDir = mkdtempSync(join(tmpdir(), "counterfoil-operator-"));
  secrets = openSecrets({ stateDir, masterKeys: [] });
  services.keys = secrets.keys;
  services.signing = secrets.signing;
});
afterAll(() => rmSync(stateDir, { recursive: true, force: true }));

const MARKER = "Zanzibar Velvet";
/** A workspace whose names, amounts, notes and file names are all recognisable. */
async function aMarkedWorkspace() {
  const owner = await signedIn(holder.app, "Orla Ownermark");
  const company = await owner.call("POST", "/api/companies", { name: `${MARKER} Ltd`, country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE", iban: "IE29AIBK93115212345678" });
  const customer = await owner.call("POST", "/api/customers", { companyId: company.body.id, name: `${MARKER} Customer`, country: "IE", email: "marked@zanzibar.example" });
  expect([company.status, customer.status]).toEqual([201, 201]);
  const { payload, headers } = multipart([{ name: "zanzibar-velvet.xml", bytes: ubl() }]);
  const received = (await owner.call("POST", "/api/received-invoices", payload, headers)).body.results[0].id as string;
  await services.workJobs();
  const detail = await owner.call("GET", `/api/received-invoices/${received}`);
  const amount = JSON.stringify(detail.body).match(/\b\d{2,}\.\d{2}\b/)?.[0];
  expect(amount).toBeTruthy();
  const markers = [MARKER, "zanzibar", "Orla", "Ownermark", owner.email, amount!, "IE29AIBK"];
  const events = () => owner.call("GET", "/api/events?limit=100").then((answer) => (answer.body.items as { action: string; summary: string; actor: { kind: string; name: string }; details: Record<string, unknown> }[]).filter((event) => event.action.startsWith("operator_access") || event.actor.kind === "operator"));
  const mails = async () => (await services.database.transaction({ workspaceId: owner.workspaceId }, async (db) => (await sql<{ subject: string; recipient: string }>`select subject, recipient from mail where kind = 'operator-access' order by created_at`.execute(db)).rows));
  return { owner, received, customer: customer.body.id as string, markers, events, mails };
}
const grant = (owner: Awaited<ReturnType<typeof signedIn>>, more: object = {}) => owner.call("POST", "/api/operator-access", { hours: 2, reason: "an export hangs", reads: ["received_invoices"], ...more });

describe("B5 the operator's console", () => {
  test("counts and health come without any content, and the database itself gives this login nothing else", async () => {
    const { owner, markers } = await aMarkedWorkspace();
    const texts = [];
    for (const args of [["status"], ["status", "--json"], ["workspaces"], ["workspaces", "--json"], ["keys", "list"], ["keys", "list", "--json"], ["log"]]) texts.push((await console_(...args)).text);
    const everything = texts.join("\n") + logged;
    expect(everything).toContain(owner.workspaceId);
    expect(texts[0]).toMatch(/Received invoices +\d+/);
    for (const marker of markers) expect(everything.toLowerCase(), marker).not.toContain(marker.toLowerCase());

    // The console's login, asked directly: counts by the functions, no row of any tenant by itself.
    const db = services.database.kysely;
    expect((await sql<{ count: bigint }>`select count from console_counts() where what = 'received invoices'`.execute(db)).rows[0]!.count).toBeGreaterThan(0n);
    for (const table of ["workspace", "person", "company", "party", "received_invoice", "invoice", "file", "mail", "event"])
      expect(Number((await sql<{ n: bigint }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]!.n), table).toBe(0);
    const { rows } = await sql<{ column: string; type: string; door: string }>`
      select p.proname as door, unnest(p.proargnames) as column, format_type(unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])), null) as type from pg_proc p where p.proname like 'console\\_%'`.execute(db);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => row.type === "text").map((row) => row.column).filter((name) => !["what", "kind", "key_id", "seals", "current_key"].includes(name)), "a function of the console may answer numbers, ids, states and instants").toEqual([]);
  });

  test("without a grant it is refused, and the attempt stands in the workspace's log", async () => {
    const { owner, received, markers, events } = await aMarkedWorkspace();
    for (const code of [[], ["--grant", "cf_access_guessed"], ["--grant", ""]]) {
      const { code: exit, text } = await console_("open", "--workspace", owner.workspaceId, ...code, "show", "received-invoice", received);
      expect(exit).toBe(1);
      expect(text).toBe("No owner of this workspace has granted this access, or it has expired or was ended. Ask an owner for a new one.");
    }
    expect((await events()).map((event) => [event.action, event.actor.kind])).toEqual(Array(3).fill(["operator_access.refused", "operator"]));
    expect((await console_("open", "--workspace", randomUUID(), "list", "received-invoice")).code).toBe(1);
    for (const marker of markers) expect(printed.join("\n")).not.toContain(marker);
  });

  test("with a grant it reads what was granted and nothing else; each look is in the log and told by mail, before anything is shown", async () => {
    const { owner, received, customer, events, mails } = await aMarkedWorkspace();
    const granted = await grant(owner);
    expect(granted.status).toBe(201);
    const look = (...rest: string[]) => console_("open", "--workspace", owner.workspaceId, "--grant", granted.body.code, ...rest);

    const shown = await look("show", "received-invoice", received);
    expect(shown.code).toBe(0);
    expect(JSON.parse(shown.text).id).toBe(received);
    expect(JSON.parse((await look("list", "received-invoice")).text).items).toHaveLength(1);
    const other = await look("show", "customer", customer);
    expect([other.code, other.text]).toEqual([1, "The owner granted access to other records only. Ask for a new grant that names these."]);

    expect((await events()).map((event) => event.action)).toEqual(["operator_access.refused", "operator_access.used", "operator_access.used", "operator_access.granted"]);
    const [, used] = await events();
    expect(used!.details).toMatchObject({ access: granted.body.id, reason: "an export hangs" });
    expect((await mails()).map((mail) => [mail.recipient, mail.subject])).toEqual([
      [owner.email, "The operator has been granted access"], [owner.email, "The operator has read in your workspace"], [owner.email, "The operator has read in your workspace"]]);
    const { body } = await owner.call("GET", "/api/operator-access");
    expect(body.items[0]).toMatchObject({ state: "open", uses: 2, reads: ["received_invoices"] });
    expect(JSON.stringify(body)).not.toContain(granted.body.code);
    expect(await createScope(services, { workspaceId: owner.workspaceId, actor: { kind: "system", id: null, name: "test", role: null, may: () => true } }).transaction(verifyChain)).toMatchObject({ intact: true });
  });

  test("every kind of record that a grant names can be listed and shown, and the code may come by standard input", async () => {
    const { owner, customer } = await aMarkedWorkspace();
    const { body } = await grant(owner, { reads: ["received_invoices", "invoices", "proposals", "parties", "payments", "activity"] });
    input = `${body.code}\n`;
    for (const kind of ["received-invoice", "invoice", "proposal", "customer", "supplier", "payment", "activity"]) {
      const { code, text } = await console_("open", "--workspace", owner.workspaceId, "--grant", "-", "list", kind);
      expect([kind, code]).toEqual([kind, 0]);
      expect(JSON.parse(text)).toHaveProperty("items");
    }
    expect(JSON.parse((await console_("open", "--workspace", owner.workspaceId, "--grant", "-", "show", "customer", customer)).text).name).toBe(`${MARKER} Customer`);
  });

  test("a grant that is over, or another workspace's, opens nothing", async () => {
    const { owner, received } = await aMarkedWorkspace();
    const neighbour = await signedIn(holder.app, "Nina Neighbour");
    const open = (workspace: string, code: string) => console_("open", "--workspace", workspace, "--grant", code, "show", "received-invoice", received);
    const theirs = await grant(neighbour);
    expect((await open(owner.workspaceId, theirs.body.code)).code).toBe(1);
    expect((await open(neighbour.workspaceId, theirs.body.code)).text).toMatch(/nothing here with this address/);

    const expiring = await grant(owner, { hours: 1 });
    expect((await open(owner.workspaceId, expiring.body.code)).code).toBe(0);
    services.moveClock(new Date(Date.now() + 3_600_001));
    expect((await open(owner.workspaceId, expiring.body.code)).code).toBe(1);
    services.moveClock(null);

    const ended = await grant(owner);
    expect((await owner.call("POST", `/api/operator-access/${ended.body.id}/end`)).body).toMatchObject({ state: "ended", endedBy: "Orla Ownermark" });
    expect((await open(owner.workspaceId, ended.body.code)).code).toBe(1);
    expect((await owner.call("POST", `/api/operator-access/${ended.body.id}/end`)).status).toBe(409);
  });

  test("what reads by a grant cannot write: the login's transactions are read-only", async () => {
    const { owner } = await aMarkedWorkspace();
    const { body } = await grant(owner, { reads: ["invoices"] });
    const writing = routes.map((spec) => spec.method === "GET" && spec.url === "/api/invoices"
      ? { ...spec, handler: ({ scope }: { scope: Scope }) => scope.transaction((tx) => tx.run(sql`update company set name = 'changed'`)) } as unknown as Route : spec);
    await expect(runOperator(["open", "--workspace", owner.workspaceId, "--grant", body.code, "list", "invoice"], { ...host(), routes: writing }), "a route that writes where it should read").rejects.toThrow(/read-only transaction/);
    const database = host().openReading();
    try {
      await expect(database.transaction({ workspaceId: owner.workspaceId }, (db) => sql`update workspace set name = 'changed'`.execute(db))).rejects.toThrow(/read-only transaction/);
      await expect(database.transaction({ workspaceId: owner.workspaceId }, (db) => sql`delete from company`.execute(db))).rejects.toThrow(/read-only transaction/);
    } finally {
      await database.close();
    }
  });

  test("only an owner who has just proven who they are grants access, for 1 to 72 hours and with a reason", async () => {
    const owner = await signedIn(holder.app, "Olive Owner");
    expect((await grant(owner, { hours: 73 })).status).toBe(400);
    expect((await grant(owner, { hours: 0 })).status).toBe(400);
    expect((await grant(owner, { reason: " " })).status).toBe(400);
    expect((await grant(owner, { reads: [] })).status).toBe(400);
    expect((await grant(owner, { reads: ["everything"] })).status).toBe(400);
    const { body: key } = await owner.call("POST", "/api/api-keys", { name: "admin", role: "admin" });
    expect((await clientOf(holder.app, { key: key.key }).call("POST", "/api/operator-access", { hours: 1, reason: "because", reads: ["invoices"] })).status).toBe(403);
    services.moveClock(new Date(Date.now() + 11 * 60_000));
    expect((await grant(owner)).body.code).toBe("step_up_needed");
    services.moveClock(null);
    expect((await grant(owner)).status).toBe(201);
  });
});

describe("what an operator does to people", () => {
  test("V7.4.5 the operator ends the sessions of one person, and of everybody", async () => {
    const one = await signedIn(holder.app, "Una");
    const other = await signedIn(holder.app, "Otto");
    expect((await console_("sessions", "end", "--person", one.email.toUpperCase())).text).toBe("Ended 1 session.");
    expect((await one.call("GET", "/api/session")).status).toBe(401);
    expect((await other.call("GET", "/api/session")).status).toBe(200);
    expect((await console_("sessions", "end", "--all")).text).toMatch(/^Ended \d+ sessions? of \d+ (person|people)\.$/);
    expect((await other.call("GET", "/api/session")).status).toBe(401);
    await expect(console_("sessions", "end")).rejects.toThrow(/--person EMAIL, or --all/);
    await expect(console_("sessions", "end", "--person", "nobody@test.example")).rejects.toThrow("Nobody here signs in with this address.");
  });

  test("V6.4.4 lost factors are removed by the operator: in the log of each workspace, by mail to the person, sessions ended", async () => {
    const person = await signedIn(holder.app, "Fiona Factor");
    const { body: session } = await person.call("GET", "/api/session");
    await services.database.transaction({ personId: session.person.id }, (db) => sql`
      insert into recovery_code (code_hash, person_id, created_at) values (${randomBytes(32)}, ${session.person.id}, now())`.execute(db));
    const { text } = await console_("person", "reset-factor", person.email);
    expect(text).toContain("Took away the authenticator, passkeys and recovery codes");
    expect((await person.call("GET", "/api/session")).status).toBe(401);
    const found = await services.database.transaction({ personId: session.person.id }, async (db) => ({
      codes: (await sql`select 1 from recovery_code`.execute(db)).rows.length, mails: (await sql<{ recipient: string }>`select recipient from mail where subject like '%econd factor%' or body_text like '%econd factor%'`.execute(db)).rows,
    }));
    expect(found).toEqual({ codes: 0, mails: [{ recipient: person.email }] });
    const events = await services.database.transaction({ workspaceId: person.workspaceId }, async (db) => (await sql<{ actor_kind: string }>`select actor_kind from event where action = 'access.factors_reset'`.execute(db)).rows);
    expect(events).toEqual([{ actor_kind: "operator" }]);
  });
});

describe("V11.2.2 keys", () => {
  test("a master key is rotated: workspace keys and authenticator secrets are sealed anew, may be broken off, and files still open", async () => {
    const { owner, received } = await aMarkedWorkspace();
    const { body: session } = await owner.call("GET", "/api/session");
    const { openTotp, sealTotp } = await import("../sign-in/index.ts");
    const secret = "JBSWY3DPEHPK3PXP";
    const seal = () => sealTotp(secrets.keys, session.person.id, secret).sealed;
    const before = secrets.keys.currentId;
    await services.database.transaction({ personId: session.person.id }, (db) => sql`
      insert into totp (person_id, sealed_secret, key_id, confirmed_at, next_secret, next_key_id) values (${session.person.id}, ${seal()}, ${before}, now(), ${seal()}, ${before})`.execute(db));

    const { text } = await console_("keys", "rotate", "master");
    const fresh = /New master key (\w{12})/.exec(text)![1]!;
    await expect.poll(() => secrets.keys.currentId, { timeout: 5000 }).toBe(fresh);
    await expect(console_("keys", "remove", before)).rejects.toThrow(/still seals \d+ workspace keys/);

    // Broken off in the middle: a workspace that cannot be opened stops the run; those before it stay done.
    const real = secrets.keys;
    let allowed = 1;
    secrets = { ...secrets, keys: { get currentId() { return real.currentId; }, keyOf: (id) => { if (id === before && allowed-- <= 0) throw new Error("power cut"); return real.keyOf(id); } } };
    await expect(console_("keys", "rewrap")).rejects.toThrow("power cut");
    secrets = { ...secrets, keys: real };
    const rest = await console_("keys", "rewrap");
    expect(rest.text).toMatch(/1 workspaces were current already/);
    expect((await console_("keys", "rewrap")).text).toMatch(/^Sealed 0 workspace keys and 0 authenticator secrets/);
    await console_("keys", "remove", before);
    expect(() => openSecrets({ stateDir, masterKeys: [] }).keys.keyOf(before)).toThrow(/not among the configured keys/);

    expect((await owner.call("GET", `/api/received-invoices/${received}/original`)).status).toBe(200);
    const row = await services.database.transaction({ personId: session.person.id }, async (db) => (await sql<{ sealed_secret: Buffer; key_id: string; next_key_id: string }>`select sealed_secret, key_id, next_key_id from totp`.execute(db)).rows[0]!);
    expect([row.key_id, row.next_key_id]).toEqual([fresh, fresh]);
    expect(openTotp(real, session.person.id, row.sealed_secret, row.key_id)).toBe(secret);
    const { rows } = await services.database.transaction({ workspaceId: owner.workspaceId }, (db) => sql`select 1 from event where action = 'workspace.key_rewrapped' and actor_kind = 'operator'`.execute(db));
    expect(rows).toHaveLength(1);
  });

  test("a signing key is rotated without signing anybody out; the old one leaves when no session of it can be good", async () => {
    const person = await signedIn(holder.app, "Sina Signed");
    const old = secrets.signing.currentId;
    await console_("keys", "rotate", "signing");
    expect((await person.call("GET", "/api/session")).status).toBe(200);
    await expect(console_("keys", "remove", old)).rejects.toThrow(/may still be good/);
    services.moveClock(new Date(Date.now() + 9 * 86_400_000));
    const { text } = await console_("keys", "rotate", "signing");
    services.moveClock(null);
    expect(text).toContain(`Removed ${old}.`);
    await expect.poll(() => secrets.signing.currentId, { timeout: 5000 }).toBe(/New signing key (\w{12})/.exec(text)![1]!);
    expect(secrets.signing.keyOf(old), "a key that was taken out opens nothing, also in a process that knew it").toBeUndefined();
  });

  test("a master key from the environment is the operator's to change, and the console says how", async () => {
    const given = randomBytes(32);
    const config = loadConfig({ COUNTERFOIL_STATE_DIR: stateDir, COUNTERFOIL_MASTER_KEY: given.toString("base64"), PORT: "3000" });
    await expect(runOperator(["keys", "rotate", "master"], { ...host(), config })).rejects.toThrow(/put a new key .* before the present one/);
    printed = [];
    await runOperator(["keys", "list"], { ...host(), config });
    expect(printed.join("\n")).toContain(`${keyId(given)}  master  current`);
    expect(printed.join("\n")).not.toContain(given.toString("base64"));
  });
});

describe("V13.3.2 V16.2.5 secrets", () => {
  test("no command prints a secret or leaves one in a log", async () => {
    const { owner, received } = await aMarkedWorkspace();
    const { body } = await grant(owner);
    input = body.code;
    const texts: string[] = [];
    const commands = [
      ["status"], ["status", "--json"], ["workspaces"], ["workspaces", "--json"], ["sessions", "end", "--all"], ["person", "reset-factor", owner.email], ["keys", "list"], ["keys", "list", "--json"], ["keys", "rotate", "signing"],
      ["keys", "rotate", "master"], ["keys", "rewrap"], ["keys", "remove", "000000000000"], ["open", "--workspace", owner.workspaceId, "--grant", "-", "list", "received-invoice"],
      ["open", "--workspace", owner.workspaceId, "--grant", body.code, "show", "received-invoice", received], ["open", "--workspace", owner.workspaceId, "--grant", "cf_access_wrong", "list", "invoice"], ["log"], ["--help"], ["nonsense"], ["keys"],
    ];
    for (const args of commands) {
      try {
        texts.push((await console_(...args)).text);
      } catch (error) {
        texts.push((error as Error).message, (error as Error).stack ?? "", printed.join("\n"));
      }
    }
    const folder = join(stateDir, "logs");
    const everything = [...texts, logged, ...readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"))].join("\n");
    expect(everything.length).toBeGreaterThan(2000);
    const held = readdirSync(join(stateDir, "secrets")).filter((name) => name !== "keys.json").flatMap((name) => readFileSync(join(stateDir, "secrets", name), "utf8").match(/[A-Za-z0-9+/_=-]{20,}/g) ?? []);
    expect(held.length).toBeGreaterThanOrEqual(3);
    for (const secret of [...held, body.code, "cf_access_wrong", smtpPassword]) {
      expect(everything.includes(secret), `${secret.slice(0, 4)}… was printed`).toBe(false);
      expect(everything.includes(Buffer.from(secret, "base64").toString("hex")), `${secret.slice(0, 4)}… was printed as hex`).toBe(false);
    }
    expect(statSync(join(folder, "operator.log")).mode & 0o777).toBe(0o600);
    expect((await console_("log", "--lines", "3")).text.split("\n")).toHaveLength(3);
  });
});

test("abuse-23 whoever takes the database's files and the file store finds no key and no document in them", async () => {
  const { owner, received } = await aMarkedWorkspace();
  const original = (await owner.call("GET", `/api/received-invoices/${received}/original`)).raw;
  const line = original.toString("utf8").match(/<cbc:ID>[^<]+<\/cbc:ID>/)![0];
  expect(original.includes(line)).toBe(true);
  const stolen = execFileSync("find", [join(services.config.stateDir, "files"), "-type", "f"], { encoding: "utf8" }).trim().split("\n");
  expect(stolen.length).toBeGreaterThan(0);
  for (const path of stolen) {
    const bytes = readFileSync(path);
    expect(bytes.includes(line), path).toBe(false);
    expect(bytes.subarray(0, 4).toString()).toBe("CFS1");
  }
  const { rows: [key] } = await services.database.transaction({ workspaceId: owner.workspaceId }, (db) => sql<{ wrapped_key: Buffer; key_id: string }>`select wrapped_key, key_id from workspace`.execute(db));
  const { openWorkspaceKey } = await import("../platform/files.ts");
  const thief = { currentId: "thief", keyOf: () => randomBytes(32) };
  expect(() => openWorkspaceKey(thief, owner.workspaceId, key!.wrapped_key, key!.key_id)).toThrow();
  expect(() => openWorkspaceKey(secrets.keys, randomUUID(), key!.wrapped_key, key!.key_id), "a key moved to another workspace opens nothing").toThrow();
  const plain = openWorkspaceKey(secrets.keys, owner.workspaceId, key!.wrapped_key, key!.key_id);
  const { default: pg } = await import("pg");
  const client = new pg.Client(services.databaseConnections.admin);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>("select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'schema_migration'");
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string }>(`select t::text as text from ${name} t`);
      const dump = rows.map((row) => row.text).join("\n");
      for (const [what, secret] of [["the workspace's key", plain], ["the master key", secrets.keys.keyOf(key!.key_id)]] as const)
        for (const form of ["hex", "base64", "base64url"] as const) expect(dump.includes(secret.toString(form)), `${what} as ${form} in ${name}`).toBe(false);
    }
  } finally {
    await client.end();
  }
});
