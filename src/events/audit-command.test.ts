import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { aScope, testServices } from "../../test/builders.ts";
import { auditCommand } from "./audit-command.ts";
import { recordEvent } from "./index.ts";

describe("abuse-22 A10 counterfoil audit", () => {
  const services = testServices();
  const run = async (...words: string[]) => {
    const said: string[] = [];
    const code = await auditCommand(words, services.database, (line) => said.push(line), (line) => said.push(line));
    return { code, said: said.join("\n") };
  };
  const fill = async (count: number) => {
    const scope = await aScope(services);
    for (let n = 0; n < count; n++) await scope.transaction(async (tx) => recordEvent(tx, { action: "test.done", summary: `Kept secret ${n}` }));
    return scope.workspaceId;
  };
  const superuser = async (...statements: [string, unknown[]][]) => {
    const admin = new pg.Client(services.databaseConnections.admin);
    await admin.connect();
    await admin.query("set session_replication_role = replica");
    for (const [text, values] of statements) await admin.query(text, values);
    await admin.end();
  };

  test("verifies every workspace's chain, names what is broken, and tells it by its exit code", async () => {
    const [one, two] = [await fill(5), await fill(3)];
    const whole = await run("verify");
    expect(whole.code).toBe(0);
    expect(whole.said).toContain(`${one}  unbroken, 5 events`);
    expect(whole.said).toContain("all unbroken");
    await superuser(["update event set summary = 'Something else' where workspace_id = $1 and seq = 2", [two]]);
    const broken = await run("verify", "--all");
    expect(broken.code).toBe(1);
    expect(broken.said).toContain(`${one}  unbroken`);
    expect(broken.said).toContain(`${two}  BROKEN at event 2. Its content does not fit its hash. The 1 events before it fit.`);
    expect(broken.said, "content is nobody's business here").not.toContain("Kept secret");
    expect((await run("verify", "--workspace", one)).code).toBe(0);
    const json = await run("verify", "--workspace", two, "--json");
    expect(json.code).toBe(1);
    expect(JSON.parse(json.said)).toMatchObject({ intact: false, workspaces: 1, broken: 1, verdicts: [{ workspaceId: two, firstBroken: 2, events: 1 }] });
    await superuser(["delete from event where workspace_id = $1", [two]], ["delete from event_head where workspace_id = $1", [two]]);
  });

  test("with heads kept elsewhere, a tail that was cut off together with the head is found, and so is a log that vanished", async () => {
    const id = await fill(6);
    const gone = await fill(2);
    const folder = mkdtempSync(join(tmpdir(), "audit-heads-"));
    const [lines, json] = [join(folder, "heads.txt"), join(folder, "heads.json")];
    writeFileSync(lines, `# noted on Monday\n${(await run("head")).said}\n`);
    writeFileSync(json, (await run("head", "--json")).said);
    expect((await run("verify", "--heads", lines)).code).toBe(0);
    await superuser(
      ["delete from event where workspace_id = $1 and seq > 4", [id]],
      ["update event_head h set seq = e.seq, hash = e.hash from event e where h.workspace_id = $1 and e.workspace_id = $1 and e.seq = 4", [id]],
      ["delete from event where workspace_id = $1", [gone]], ["delete from event_head where workspace_id = $1", [gone]],
    );
    expect((await run("verify")).code, "the log alone looks whole").toBe(0);
    for (const file of [lines, json]) {
      const cut = await run("verify", "--heads", file);
      expect(cut.code).toBe(1);
      expect(cut.said).toContain(`${id}  BROKEN at event 5. It is missing: the noted head says 6 events`);
      expect(cut.said).toContain(`${gone}  BROKEN at event 1.`);
    }
  });

  test("what cannot be checked ends with 2 and says why", async () => {
    const nonsense = join(mkdtempSync(join(tmpdir(), "audit-heads-")), "x");
    writeFileSync(nonsense, "hello");
    for (const [words, reason] of [
      [[], "Say audit verify"], [["check"], "Say audit verify"], [["verify", "--fast"], "Unknown option"], [["verify", "--workspace", "x"], "no workspace id"],
      [["verify", "--workspace", "00000000-0000-4000-8000-000000000000"], "no audit log of a workspace"], [["verify", "--heads", "/nowhere"], "cannot be read"], [["verify", "--heads", nonsense], "does not hold heads"], [["head", "--heads", nonsense], "belongs to audit verify"],
    ] as [string[], string][]) {
      const { code, said } = await run(...words);
      expect([code, said], words.join(" ")).toEqual([2, expect.stringContaining(reason)]);
    }
    expect((await run("--help")).code).toBe(0);
  });
});
