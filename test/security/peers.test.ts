// The servers we call ourselves: database and mail. Nothing goes to another machine in clear, or to one that cannot prove its name.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSecureContext, TLSSocket } from "node:tls";
import nodemailer from "nodemailer";
import pg from "pg";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, expect, test } from "vitest";
import { checkSettings } from "../../src/platform/config.ts";
import { smtpOptions } from "../../src/platform/mail.ts";
import { parseConnection } from "../../src/platform/postgres/index.ts";
import { makeCertificate, type Certificate } from "../certificate.ts";

const folder = mkdtempSync(join(tmpdir(), "cf-peers-"));
const servers: { close(done: () => void): void }[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise<void>((done) => server.close(() => done())))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const authority = makeCertificate("Our Authority", { authority: true });
const stranger = makeCertificate("Another Authority", { authority: true });
const caFile = join(folder, "ca.pem");
writeFileSync(caFile, authority.cert);

/** Speaks as much of PostgreSQL's protocol as a connection needs to get as far as asking for a user; `null` has no TLS. Answers what reached it after TLS. */
async function aDatabase(certificate: Certificate | null): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = [];
  const server: Server = createServer((socket: Socket) => {
    socket.on("error", () => undefined).once("data", (first) => {
      if (first.readInt32BE(4) !== 80877103) return void asked.push("in clear"); // SSLRequest
      if (!certificate) return void socket.write("N");
      socket.write("S");
      const safe = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext({ cert: certificate.cert, key: certificate.key }) });
      safe.on("error", () => undefined).once("data", (startup) => {
        asked.push(startup.toString("latin1"));
        const text = Buffer.from("SERROR\0C28000\0Mproven far enough\0\0");
        const size = Buffer.alloc(4);
        size.writeInt32BE(text.length + 4);
        safe.end(Buffer.concat([Buffer.from("E"), size, text]));
      });
    });
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", () => ready()));
  return { port: (server.address() as AddressInfo).port, asked };
}
const connect = async (port: number, query: string): Promise<string> => {
  const client = new pg.Client({ ...parseConnection(`postgres://someone:word@localhost:${port}/books?${query}`), connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  return client.connect().then(() => "connected", (error: Error) => error.message).finally(() => void client.end().catch(() => undefined));
};

test("V12.3.1 a database on another machine is refused unless the address says that TLS protects it", () => {
  const says = (url: string) => checkSettings({ DATABASE_URL: url }).problems.find((problem) => problem.name === "DATABASE_URL")?.message ?? "fine";
  for (const query of ["", "?sslmode=prefer", "?sslmode=allow", "?sslmode=no-verify", "?ssl=false", "?sslmode=require&uselibpqcompat=true"]) expect(says(`postgres://u:p@db.example/books${query}`), query).toMatch(/Add \?sslmode=verify-full/);
  for (const query of ["?sslmode=verify-full", "?sslmode=verify-ca", "?sslmode=require", "?ssl=true"]) expect(says(`postgres://u:p@db.example/books${query}`), query).toBe("fine");
  for (const url of ["postgres://u:p@localhost/books", "postgres://u:p@127.0.0.1:5433/books", "postgres:///books?host=/run/postgresql"]) expect(says(url), "this machine").toBe("fine");
});

test("V12.3.1 a database that offers no TLS is left before a name or password is sent", async () => {
  const { port, asked } = await aDatabase(null);
  expect(await connect(port, "sslmode=verify-full")).toMatch(/does not support SSL/);
  expect(asked).toEqual([]);
});

test("V12.3.4 a database proves itself by our own authority's certificate; another authority's, and another name, are refused", async () => {
  const ours = await aDatabase(makeCertificate("localhost", { issuer: authority }));
  expect(await connect(ours.port, `sslmode=verify-full&sslrootcert=${caFile}`)).toBe("proven far enough");
  expect(ours.asked[0]).toContain("someone");
  const unpinned = await aDatabase(makeCertificate("localhost", { issuer: authority }));
  expect(await connect(unpinned.port, "sslmode=verify-full"), "authorities of the world do not know it").toMatch(/certificate/);
  const foreign = await aDatabase(makeCertificate("localhost", { issuer: stranger }));
  expect(await connect(foreign.port, `sslmode=verify-full&sslrootcert=${caFile}`)).toMatch(/certificate|issuer/);
  expect([...unpinned.asked, ...foreign.asked]).toEqual([]);
});

test("V12.3.1 a mail server on another machine gets no mail in clear, only this one may", async () => {
  const received: string[] = [];
  const server = new SMTPServer({ authOptional: true, disabledCommands: ["STARTTLS"], onData: (stream, _session, done) => { stream.resume(); stream.on("end", () => { received.push("mail"); done(); }); } });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", () => ready()));
  const { port } = server.server.address() as AddressInfo;
  const send = (url: string) => nodemailer.createTransport({ ...smtpOptions(url), connectionTimeout: 5000 }).sendMail({ from: "a@test.example", to: "b@test.example", subject: "x", text: "y" }).then(() => "sent", (error: Error) => error.message);
  expect(await send(`smtp://127.0.0.1:${port}`)).toBe("sent");
  // The same server under a name that is not known to be this machine.
  expect(await send(`smtp://[::ffff:127.0.0.1]:${port}`)).toMatch(/TLS|STARTTLS/);
  expect(received).toHaveLength(1);
});
