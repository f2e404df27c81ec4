import { readFile, readdir } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { aScope, testServices } from "../../test/builders.ts";
import { queueMail, sendQueuedMail } from "./mail.ts";

describe("A22 mail by SMTP, or kept where it can be looked at", () => {
  const services = testServices();
  const servers: SMTPServer[] = [];
  afterEach(async () => {
    services.config.smtpUrl = null;
    await Promise.all(servers.splice(0).map((server) => new Promise<void>((done) => server.close(() => done()))));
  });

  /** A mail server on loopback; `answer` decides each message's fate. */
  async function aMailServer(answer: (recipient: string) => { code: number; message: string } | null = () => null): Promise<string[]> {
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true, disabledCommands: ["STARTTLS"], logger: false,
      onRcptTo({ address }, _session, done) {
        const refusal = answer(address);
        done(refusal ? Object.assign(new Error(refusal.message), { responseCode: refusal.code }) : null);
      },
      onData(stream, _session, done) {
        let text = "";
        stream.on("data", (chunk: Buffer) => { text += chunk.toString("latin1"); });
        stream.on("end", () => { received.push(text); done(); });
      },
    });
    servers.push(server);
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", () => ready()));
    services.config.smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    return received;
  }

  async function aMail(to: string, text = "Your invoice.") {
    const scope = await aScope(services);
    const mailId = await scope.transaction((tx) => queueMail(services, tx.db, { workspaceId: tx.workspaceId }, { kind: "invoice", to, subject: "Rechnung für März\r\nBcc: eve@test.example", text }));
    const send = () => sendQueuedMail(services, { workspaceId: scope.workspaceId, mailId });
    const row = () => scope.transaction((tx) => tx.db.selectFrom("mail").selectAll().where("id", "=", mailId).executeTakeFirstOrThrow());
    return { send, row };
  }

  test("V1.3.11 it leaves once, with its subject whole and no header smuggled in; sending again does nothing", async () => {
    const received = await aMailServer();
    const { send, row } = await aMail("buyer@test.example");
    await send();
    await send();
    expect(received).toHaveLength(1);
    expect((await row()).state).toBe("sent");
    expect(received[0]).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(received[0]).not.toMatch(/^Bcc:/m);
    expect(received[0]).toMatch(/^Message-ID: <[0-9a-f-]{36}@localhost>/m);
  });

  test("a refusal for good is told with its reason; one for now is tried again", async () => {
    let busy = true;
    const received = await aMailServer((to) => (to.startsWith("gone") ? { code: 550, message: "no such mailbox" } : busy ? { code: 451, message: "try later" } : null));
    const gone = await aMail("gone@test.example");
    await gone.send();
    expect(await gone.row()).toMatchObject({ state: "failed", error: expect.stringContaining("no such mailbox") });
    const later = await aMail("slow@test.example");
    await expect(later.send()).rejects.toThrow(/try later/);
    expect((await later.row()).state).toBe("queued");
    busy = false;
    await later.send();
    expect((await later.row()).state).toBe("sent");
    expect(received).toHaveLength(1);
  });

  test("a mail that was leaving when the process died is not sent again by itself", async () => {
    const received = await aMailServer();
    const { send, row } = await aMail("buyer@test.example");
    const { workspace_id } = await row();
    await services.database.transaction({ workspaceId: workspace_id! }, (db) => db.updateTable("mail").set({ state: "sending" }).execute());
    await send();
    expect((await row()).state).toBe("unknown");
    expect(received).toHaveLength(0);
  });

  test("without a mail server it is kept as a file, and its copy in the database no longer opens anything", async () => {
    const token = "t".repeat(43);
    const { send, row } = await aMail("guest@test.example", `Join: http://localhost:3000/invite/${token}\n`);
    await send();
    const kept = await row();
    expect(kept.state).toBe("kept");
    expect(kept.body_text).not.toContain(token);
    const folder = join(services.config.stateDir, "outbox");
    const files = await readdir(folder);
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
    expect(texts.some((text) => text.includes("guest@test.example") && text.replace(/=\r?\n/g, "").includes(token))).toBe(true);
  });
});
