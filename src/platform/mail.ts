import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { sql, type Kysely } from "kysely";
import nodemailer from "nodemailer";
import { isLoopback } from "./config.ts";
import { maybe, run } from "./database.ts";
import type { Database } from "./database-types.ts";
import { openFile, openWorkspaceKey } from "./files.ts";
import type { JobPayload } from "./jobs.ts";
import type { Services } from "./services.ts";

export type OutgoingMail = {
  kind: string;
  to: string;
  toName?: string | undefined;
  fromName?: string | undefined;
  replyTo?: string | undefined;
  subject: string;
  text: string;
  attachments?: { fileId: string; name: string; mediaType: string }[];
};

/**
 * Puts a mail into the outbox in the caller's transaction: it leaves after the commit, or not at all. `owner` is the
 * workspace that sends, or the person an account mail is for. Returns the mail's id.
 */
export async function queueMail(services: Pick<Services, "queue" | "config">, db: Kysely<Database>, owner: { workspaceId: string } | { personId: string }, mail: OutgoingMail): Promise<string> {
  const id = randomUUID();
  const domain = new URL(services.config.publicUrl).hostname;
  const line = (value: string) => value.replace(/[\u0000-\u001f\u007f]+/g, " ").trim(); // no header may be smuggled in
  await run(db, sql`
    insert into mail (id, workspace_id, person_id, kind, recipient, recipient_name, from_name, reply_to, subject, body_text, attachments, message_id)
    values (${id}, ${"workspaceId" in owner ? owner.workspaceId : null}, ${"personId" in owner ? owner.personId : null}, ${mail.kind},
            ${line(mail.to)}, ${mail.toName ? line(mail.toName) : null}, ${mail.fromName ? line(mail.fromName) : null},
            ${mail.replyTo ? line(mail.replyTo) : null}, ${line(mail.subject)}, ${mail.text}, ${JSON.stringify(mail.attachments ?? [])}::jsonb,
            ${`<${id}@${domain}>`})`);
  await services.queue.enqueue(db, "mail.send", { ...owner, mailId: id });
  return id;
}

/** How to reach a mail server: TLS 1.2 or newer, from the beginning or by STARTTLS; without it only on this very machine. */
export const smtpOptions = (url: string) => ({ url, requireTLS: !isLoopback(new URL(url).hostname), tls: { minVersion: "TLSv1.2" as const } });

type MailRow = {
  id: string; workspace_id: string | null; recipient: string; recipient_name: string | null; from_name: string | null; reply_to: string | null;
  subject: string; body_text: string; attachments: { fileId: string; name: string; mediaType: string }[]; state: string; attempts: number; message_id: string;
};

const quoted = (name: string, address: string) => ({ name, address });

/**
 * Sends one mail from the outbox: by SMTP, or, with no SMTP_URL, as an .eml file in the state folder's `outbox` ("kept"),
 * where the operator can look. A mail that may have left before a crash is never sent twice: it becomes "unknown".
 */
export async function sendQueuedMail(services: Services, payload: JobPayload): Promise<void> {
  const identity = { workspaceId: payload.workspaceId, personId: payload.personId };
  const id = payload["mailId"]!;
  const claimed = await services.database.transaction(identity, async (db) => {
    const mail = await maybe(db, sql<MailRow>`select * from mail where id = ${id} for update`);
    if (!mail || !["queued", "sending"].includes(mail.state)) return null;
    if (mail.state === "sending") {
      await run(db, sql`update mail set state = 'unknown', settled_at = now(), error = 'The server stopped while this was leaving. Ask whether it arrived before sending it again.' where id = ${id}`);
      return null;
    }
    await run(db, sql`update mail set state = 'sending', attempts = attempts + 1 where id = ${id}`);
    const attachments = [];
    for (const attachment of mail.attachments) {
      const file = await maybe(db, sql<{ store_key: string; wrapped_key: Buffer; ws_key: Buffer; key_id: string }>`
        select f.store_key, f.wrapped_key, w.wrapped_key as ws_key, w.key_id from file f join workspace w on w.id = f.workspace_id where f.id = ${attachment.fileId}`);
      if (!file) continue;
      const key = openWorkspaceKey(services.keys, mail.workspace_id!, file.ws_key, file.key_id);
      const content = await buffer(await openFile(services.files, key, { storeKey: file.store_key, wrappedKey: file.wrapped_key }));
      attachments.push({ filename: attachment.name, contentType: attachment.mediaType, content });
    }
    return { mail, attachments };
  });
  if (!claimed) return;
  const { mail, attachments } = claimed;
  const sender = /^(?:(.*?)\s*)<(.+)>$/.exec(services.config.mailFrom);
  const message = {
    from: quoted(mail.from_name ?? sender?.[1]?.replace(/^"|"$/g, "") ?? "", sender?.[2] ?? services.config.mailFrom),
    to: quoted(mail.recipient_name ?? "", mail.recipient),
    ...(mail.reply_to ? { replyTo: mail.reply_to } : {}),
    subject: mail.subject, text: mail.body_text, messageId: mail.message_id, attachments,
    disableFileAccess: true, disableUrlAccess: true,
  };
  // Once a mail is settled its copy here no longer opens anything: tokens in links are kept only as hashes, where they belong.
  const settle = (state: string, error: string | null) => services.database.transaction(identity, (db) => run(db, sql`
    update mail set state = ${state}, error = ${error}, settled_at = ${services.clock()},
      body_text = regexp_replace(body_text, '(/p/|/invite/|token=)[A-Za-z0-9_-]{16,}', '\\1…', 'g')
    where id = ${id}`));
  if (!services.config.smtpUrl) {
    const folder = join(services.config.stateDir, "outbox");
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { message: bytes } = await nodemailer.createTransport({ streamTransport: true, buffer: true }).sendMail(message);
    await writeFile(join(folder, `${id}.eml`), bytes as Buffer, { mode: 0o600 });
    await settle("kept", null);
    return;
  }
  const transport = nodemailer.createTransport({ ...smtpOptions(services.config.smtpUrl), connectionTimeout: 15_000, socketTimeout: 60_000 });
  try {
    await transport.sendMail(message);
    await settle("sent", null);
  } catch (error) {
    const { responseCode, message: reason } = error as { responseCode?: number; message: string };
    const final = (responseCode !== undefined && responseCode >= 500) || mail.attempts >= 5;
    if (final) await settle("failed", reason.slice(0, 500));
    else {
      await services.database.transaction(identity, (db) => run(db, sql`update mail set state = 'queued', error = ${reason.slice(0, 500)} where id = ${id}`));
      throw error; // the queue tries again, later each time
    }
  } finally {
    transport.close();
  }
}
