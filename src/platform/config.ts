/**
 * Everything an operator can set, read once from the environment; other files get it as a `Config`.
 *
 * `settings` is the one table of names, defaults and meanings: `doctor` prints it and the README is checked against it.
 * A wrong value becomes a `SettingsError`, whose sentences name the variable and say what to do.
 */
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

/** What the product runs with. Paths are absolute; `null` means "not set", and the feature says so. */
export type Config = {
  /** Address the web process listens on; anything but loopback needs `tls` or `trustedProxies` (claim A1). */
  host: string;
  /** 0 lets the operating system choose. */
  port: number;
  /** Root of what people see in links and mails, without a trailing slash: "https://invoices.example". */
  publicUrl: string;
  /** Holds the database, sealed files, secrets and locks: all state of one installation. */
  stateDir: string;
  /** A PostgreSQL server of your own; null means the embedded one under `stateDir`. */
  databaseUrl: string | null;
  tls: { certFile: string; keyFile: string } | null;
  /** Addresses (or CIDR ranges) of the TLS-terminating proxy whose `X-Forwarded-*` headers are believed. */
  trustedProxies: string[];
  smtpUrl: string | null;
  /** Sender of every mail: "Name <address>" or an address. */
  mailFrom: string;
  /** Keys of 32 bytes from COUNTERFOIL_MASTER_KEY or its file, current first; none means the generated one in `stateDir`/secrets. */
  masterKeys: Buffer[];
  /** Who runs this installation, as the Trust page says it: "Kestrel Bookkeeping, Ireland"; null: not said. */
  operator: string | null;
  /** Where weaknesses are told, as security.txt has it: a mailto: or https: address. */
  securityContact: string;
  /** Who runs the services that this installation uses, by their key ("mail", "database"), as the Trust page says it. */
  providers: Record<string, { name: string; region: string }>;
  /** Parser children that may run at the same time. */
  readers: number;
  logLevel: LogLevel;
  /** Port of a plain listener beside TLS that only sends people to the encrypted address; null: none. */
  httpPort: number | null;
  /** How much one may ask for; 0 sets no limit. The first two a minute of a person, API key or network, the others of a workspace. */
  limits: { requestsPerMinute: number; uploadsPerMinute: number; documentsPerDay: number; mailsPerHour: number };
  /** Who may make a sign-in without an invitation: anybody, or nobody after the first owner. */
  signUp: "open" | "invited";
  /** Where leaked passwords are asked about, by the first five digits of a hash; null: nowhere. */
  leakedPasswordsUrl: string | null;
  /** Google as a way to sign in; null: not offered. */
  google: { clientId: string; clientSecret: string; baseUrl: string } | null;
  /** Microsoft as a way to sign in. `tenant` stands in the address; with `tenants` only these directories are let in. */
  microsoft: { clientId: string; clientSecret: string; baseUrl: string; tenant: string; tenants: string[] } | null;
  /** The hosts that may be called at all (single sign-on); null: any public one that an owner enters. */
  outboundHosts: string[] | null;
  /** "host:port" pairs inside private networks that may be called all the same. */
  outboundPrivateHosts: string[];
};

export type Setting = { name: string; default: string; meaning: string; secret: boolean };

/** Every variable the product reads, in the order of the README's table. */
export const settings: readonly Setting[] = [
  { name: "PORT", default: "3000", secret: false, meaning: "TCP port of the web application and API. 0 picks a free one." },
  {
    name: "HOST", default: "127.0.0.1", secret: false,
    meaning: "Address to listen on. Anything but loopback needs COUNTERFOIL_TLS_CERT and COUNTERFOIL_TLS_KEY, or COUNTERFOIL_BEHIND_TLS_PROXY.",
  },
  {
    name: "COUNTERFOIL_STATE_DIR", default: "./.counterfoil; as root /var/lib/counterfoil/<checkout>", secret: false,
    meaning: "Folder with all state: database, sealed files, secrets. Back it up, keep it private.",
  },
  {
    name: "DATABASE_URL", default: "embedded PostgreSQL", secret: true,
    meaning: "postgres:// address of a PostgreSQL server (15 or newer) to use instead of the embedded one.",
  },
  {
    name: "COUNTERFOIL_PUBLIC_URL", default: "http://localhost:PORT", secret: false,
    meaning: "Address people use, as printed in links and mails. Required behind a proxy.",
  },
  { name: "COUNTERFOIL_TLS_CERT", default: "none", secret: false, meaning: "PEM file with the certificate chain, to serve HTTPS directly." },
  { name: "COUNTERFOIL_TLS_KEY", default: "none", secret: false, meaning: "PEM file with the certificate's private key. Both files are read again when they change." },
  { name: "COUNTERFOIL_HTTP_PORT", default: "none", secret: false, meaning: "Port beside TLS that answers plain HTTP by sending people to the https address; it serves nothing." },
  {
    name: "COUNTERFOIL_BEHIND_TLS_PROXY", default: "none", secret: false,
    meaning: "Addresses or CIDR ranges, separated by commas, of the proxy that terminates TLS. Only its forwarded headers are believed.",
  },
  {
    name: "SMTP_URL", default: "none: mails stay in the outbox", secret: true,
    meaning: "smtp://user:password@host:587 or smtps://… of the server that sends mail.",
  },
  {
    name: "COUNTERFOIL_MAIL_FROM", default: "Counterfoil <no-reply@PUBLIC HOST>", secret: false,
    meaning: "Sender of mails, as an address or as Name <address>.",
  },
  {
    name: "COUNTERFOIL_MASTER_KEY", default: "generated in the state folder", secret: true,
    meaning: "32 bytes as base64 or hex. Seals files and tokens; without it nothing sealed can be read again. To rotate, put the new key first and the old ones after it, separated by commas.",
  },
  {
    name: "COUNTERFOIL_MASTER_KEY_FILE", default: "none", secret: false,
    meaning: "File that holds the master key, for secret stores that mount files.",
  },
  { name: "COUNTERFOIL_OPERATOR", default: "not said", secret: false, meaning: "Who runs this installation, for the public Trust page, for instance Kestrel Bookkeeping, Ireland." },
  {
    name: "COUNTERFOIL_SECURITY_CONTACT", default: "security@PUBLIC HOST", secret: false,
    meaning: "Mail address or https:// page where weaknesses are told; shown on the Trust page and in security.txt.",
  },
  {
    name: "COUNTERFOIL_PROVIDERS", default: "none", secret: false,
    meaning: "Who runs the mail server and the database, and where, for the Trust page: mail=Example Mail, Germany; database=Example Cloud, Ireland.",
  },
  { name: "COUNTERFOIL_READERS", default: "2", secret: false, meaning: "Documents read at the same time (parser processes), 1 to 32." },
  {
    name: "COUNTERFOIL_SIGN_UP", default: "open on this machine alone, else invited", secret: false,
    meaning: "Who may make a sign-in: open (anybody; needs SMTP_URL beyond this machine, to prove addresses) or invited (the first owner, then only by invitation).",
  },
  {
    name: "COUNTERFOIL_LEAKED_PASSWORDS_URL", default: "none: nothing is asked", secret: false,
    meaning: "Asks a list of leaked passwords about new ones, by the first five digits of their SHA-1, for instance https://api.pwnedpasswords.com/range/.",
  },
  { name: "COUNTERFOIL_GOOGLE_CLIENT_ID", default: "none: Google is not offered", secret: false, meaning: "Client ID of the OAuth client at Google, for signing in with Google." },
  { name: "COUNTERFOIL_GOOGLE_CLIENT_SECRET", default: "none", secret: true, meaning: "Client secret of that OAuth client." },
  { name: "COUNTERFOIL_GOOGLE_URL", default: "https://accounts.google.com", secret: false, meaning: "Issuer to use instead of Google, for a proxy." },
  { name: "COUNTERFOIL_MICROSOFT_CLIENT_ID", default: "none: Microsoft is not offered", secret: false, meaning: "Application (client) ID at Microsoft Entra, for signing in with Microsoft." },
  { name: "COUNTERFOIL_MICROSOFT_CLIENT_SECRET", default: "none", secret: true, meaning: "Client secret of that application." },
  { name: "COUNTERFOIL_MICROSOFT_TENANT", default: "common", secret: false, meaning: "common, organizations, consumers, or the directory (tenant) ID whose people may sign in." },
  { name: "COUNTERFOIL_MICROSOFT_TENANTS", default: "any", secret: false, meaning: "Directory (tenant) IDs, separated by commas, whose people may sign in with Microsoft; others are refused." },
  { name: "COUNTERFOIL_MICROSOFT_URL", default: "https://login.microsoftonline.com", secret: false, meaning: "Sign-in host to use instead, for a national cloud or a proxy." },
  { name: "COUNTERFOIL_OUTBOUND_HOSTS", default: "any public host", secret: false, meaning: "Hosts, separated by commas, that may be called for single sign-on; all others are refused." },
  {
    name: "COUNTERFOIL_OUTBOUND_PRIVATE_HOSTS", default: "none", secret: false,
    meaning: "host:port pairs, separated by commas, inside private networks that may be called all the same, for instance an identity provider of your own.",
  },
  { name: "COUNTERFOIL_REQUESTS_PER_MINUTE", default: "1200", secret: false, meaning: "Requests a minute of one person, API key or (signed out) network; 0 sets no limit." },
  { name: "COUNTERFOIL_UPLOADS_PER_MINUTE", default: "300", secret: false, meaning: "Upload requests a minute of one person or API key; 0 sets no limit." },
  { name: "COUNTERFOIL_DOCUMENTS_PER_DAY", default: "10000", secret: false, meaning: "Documents that one workspace may receive within 24 hours; 0 sets no limit." },
  { name: "COUNTERFOIL_MAILS_PER_HOUR", default: "1000", secret: false, meaning: "Mails that one workspace may send in an hour; 0 sets no limit." },
  { name: "LOG_LEVEL", default: "info", secret: false, meaning: "debug, info, warn, error or silent. Logs are JSON lines." },
];

export type SettingsProblem = { name: string; message: string };

/** The environment holds a value we cannot work with. `problems` has one sentence per variable. */
export class SettingsError extends Error {
  readonly problems: SettingsProblem[];
  constructor(problems: SettingsProblem[]) {
    super(problems.map((problem) => problem.message).join("\n"));
    this.name = "SettingsError";
    this.problems = problems;
  }
}

/** Folder that holds package.json, migrations and dist, whether this code runs from src/ or as a bundle in dist/. */
export const rootDir: string = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(from: string): string {
  for (let dir = from; ; dir = dirname(dir)) {
    const manifest = join(dir, "package.json");
    if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, "utf8")) as { name?: string }).name === "counterfoil") return dir;
    if (dirname(dir) === dir) throw new Error(`Counterfoil's own folder was not found above ${from}; the installation is incomplete.`);
  }
}

/**
 * Where state lives when nobody said: as root outside the (often 0700) home, because PostgreSQL runs as another user who
 * must reach it; else beside the checkout, or in the user's state folder when the checkout is read-only.
 */
export function defaultStateDir(env: NodeJS.ProcessEnv = process.env, root = rootDir, uid = process.getuid?.()): string {
  if (uid === 0) return join("/var/lib/counterfoil", createHash("sha256").update(root).digest("hex").slice(0, 8));
  const beside = join(root, ".counterfoil");
  if (existsSync(beside) || isWritable(root)) return beside;
  return join(env["XDG_STATE_HOME"] || join(homedir(), ".local", "state"), "counterfoil");
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, "");
  return name === "localhost" || name === "::1" || (isIP(name) === 4 && name.startsWith("127."));
}

/** True when nobody but this machine can reach the installation: it listens on loopback, is called by a loopback name, and no proxy passes others on to it. */
export const isLoopbackOnly = (config: Pick<Config, "host" | "publicUrl" | "trustedProxies">): boolean =>
  isLoopback(config.host) && isLoopback(new URL(config.publicUrl).hostname) && config.trustedProxies.length === 0;

/** 32-byte keys, each written as base64, base64url or hex, separated by commas or white space; null when one is none of them. */
export function parseKeys(text: string): Buffer[] | null {
  const keys = text.split(/[\s,]+/).filter(Boolean).map(parseKey);
  return keys.length > 0 && keys.every((key) => key !== null) ? keys : null;
}

function parseKey(trimmed: string): Buffer | null {
  const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, "hex") : /^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed) ? Buffer.from(trimmed, "base64") : null;
  return key?.length === 32 ? key : null;
}

const urlWith = (protocols: string[]) => (text: string) => {
  try {
    const url = new URL(text);
    return protocols.includes(url.protocol) && url.hostname !== "";
  } catch {
    return false;
  }
};

// A unix socket address (postgres:///name?host=/run/postgresql) has no host name, so it is checked more loosely.
const isDatabaseUrl = (text: string) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);
/** Whether a database address says how the connection is protected: nothing to say on this machine, TLS, or a plain word that there is none. */
function saysEncryption(text: string): boolean {
  const { hostname, searchParams } = new URL(text);
  const host = decodeURIComponent(searchParams.get("host") ?? hostname);
  if (host === "" || host.startsWith("/") || isLoopback(host)) return true;
  const mode = searchParams.get("sslmode");
  // "prefer" would go on in clear, "no-verify" and libpq's "require" would talk to anybody.
  if (mode === "verify-full" || mode === "disable") return true;
  return (mode === "verify-ca" || mode === "require" || (mode === null && /^(true|1)$/.test(searchParams.get("ssl") ?? ""))) && searchParams.get("uselibpqcompat") !== "true";
}
const isProxy = (text: string) => {
  const [address = "", bits, ...rest] = text.split("/");
  const family = isIP(address);
  return rest.length === 0 && family !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)));
};
const isSender = (text: string) => /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text);

const isHost = (text: string) => /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/.test(text);
const list = (text: string) => text.toLowerCase().split(",").map((part) => part.trim()).filter(Boolean);
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const providerUrl = (text: string) => urlWith(["https:"])(text) || (urlWith(["http:"])(text) && isLoopback(new URL(text).hostname));
const Provider = z.string().refine(providerUrl, "must be an https address, for instance https://accounts.google.com.").transform((text) => text.replace(/\/+$/, "")).optional();
const Hosts = (refusal: string) => z.string().transform(list).refine((hosts) => hosts.every(isHost), refusal).optional();

const Amount = (standard: number) => z.string().regex(/^\d{1,7}$/, "must be a whole number, or 0 for no limit.").transform(Number).default(standard);

/** "mail=Name, Region; database=Name, Region"; null when it is not that. */
function providers(text: string): Record<string, { name: string; region: string }> | null {
  const found: Record<string, { name: string; region: string }> = {};
  for (const part of text.split(";").map((one) => one.trim()).filter(Boolean)) {
    const match = /^(mail|database)\s*=\s*([^,=\u0000-\u001f]{1,100}),\s*([^=\u0000-\u001f]{1,100})$/.exec(part);
    if (!match) return null;
    found[match[1]!] = { name: match[2]!.trim(), region: match[3]!.trim() };
  }
  return found;
}

/** Each variable alone. The message is the whole sentence a person reads. */
const Environment = z.object({
  PORT: z.string().regex(/^\d{1,5}$/, "must be a number from 0 to 65535, for instance 3000.")
    .refine((text) => Number(text) <= 65535, "must be a number from 0 to 65535, for instance 3000.").transform(Number).default(3000),
  HOST: z.string().regex(/^[A-Za-z0-9.:_[\]-]+$/, "must be a host name or address, for instance 127.0.0.1.").default("127.0.0.1"),
  COUNTERFOIL_STATE_DIR: z.string().refine((text) => !text.includes("\0"), "must be the path of a folder.").optional(),
  DATABASE_URL: z.string().refine(isDatabaseUrl, "must look like postgres://user:password@host:5432/database; remove it to use the embedded PostgreSQL.")
    .refine((text) => !isDatabaseUrl(text) || saysEncryption(text), "names another machine, but not how the connection is encrypted. Add ?sslmode=verify-full (and &sslrootcert=FILE for a certificate authority of your own); ?sslmode=disable says that there is no encryption.").optional(),
  COUNTERFOIL_PUBLIC_URL: z.string().refine(urlWith(["http:", "https:"]), "must be the full address people use, for instance https://invoices.example.")
    .refine((text) => !URL.canParse(text) || (new URL(text).pathname === "/" && !new URL(text).search && !new URL(text).hash), "must be an address without a path, for instance https://invoices.example.")
    .transform((text) => new URL(text).origin).optional(),
  COUNTERFOIL_TLS_CERT: z.string().optional(),
  COUNTERFOIL_TLS_KEY: z.string().optional(),
  COUNTERFOIL_BEHIND_TLS_PROXY: z.string().transform((text) => text.split(",").map((part) => part.trim()).filter(Boolean))
    .refine((list) => list.every(isProxy), "must list the proxy's addresses or ranges, separated by commas, for instance 10.0.0.5,172.16.0.0/12.").default([]),
  SMTP_URL: z.string().refine(urlWith(["smtp:", "smtps:"]), "must look like smtp://user:password@host:587 or smtps://user:password@host:465.").optional(),
  COUNTERFOIL_MAIL_FROM: z.string().refine(isSender, "must be an address or Name <address>, for instance Example Ltd <invoices@example.com>.").optional(),
  COUNTERFOIL_MASTER_KEY: z.string().refine((text) => parseKeys(text) !== null, "must be 32 random bytes as base64 or hex; make one with: openssl rand -base64 32").optional(),
  COUNTERFOIL_MASTER_KEY_FILE: z.string().optional(),
  COUNTERFOIL_OPERATOR: z.string().max(200, "must be at most 200 characters.").refine((text) => !/[\u0000-\u001f\u007f]/.test(text), "must be one line.").optional(),
  COUNTERFOIL_SECURITY_CONTACT: z.string().transform((text) => (/^[^\s:/@]+@[^\s@]+$/.test(text) ? `mailto:${text}` : text))
    .refine((text) => /^mailto:[^\s:/@<>]+@[^\s@<>]+$/.test(text) || urlWith(["https:"])(text), "must be a mail address or an https:// page, for instance security@example.com.").optional(),
  COUNTERFOIL_PROVIDERS: z.string().transform(providers).refine((map) => map !== null, "must look like mail=Example Mail, Germany; database=Example Cloud, Ireland (keys: mail, database).").optional(),
  COUNTERFOIL_READERS: z.string().regex(/^\d{1,2}$/, "must be a whole number from 1 to 32.")
    .refine((text) => Number(text) >= 1 && Number(text) <= 32, "must be a whole number from 1 to 32.").transform(Number).default(2),
  COUNTERFOIL_SIGN_UP: z.enum(["open", "invited"], { error: "must be open or invited." }).optional(),
  COUNTERFOIL_LEAKED_PASSWORDS_URL: z.string().refine((text) => urlWith(["https:"])(text) || (urlWith(["http:"])(text) && isLoopback(new URL(text).hostname)), "must be an https address, for instance https://api.pwnedpasswords.com/range/.")
    .transform((text) => text.replace(/\/*$/, "/")).optional(),
  COUNTERFOIL_GOOGLE_CLIENT_ID: z.string().optional(),
  COUNTERFOIL_GOOGLE_CLIENT_SECRET: z.string().optional(),
  COUNTERFOIL_GOOGLE_URL: Provider,
  COUNTERFOIL_MICROSOFT_CLIENT_ID: z.string().optional(),
  COUNTERFOIL_MICROSOFT_CLIENT_SECRET: z.string().optional(),
  COUNTERFOIL_MICROSOFT_TENANT: z.string().toLowerCase().refine((text) => guid.test(text) || ["common", "organizations", "consumers"].includes(text), "must be common, organizations, consumers or a directory (tenant) ID.").default("common"),
  COUNTERFOIL_MICROSOFT_TENANTS: z.string().transform(list).refine((ids) => ids.every((id) => guid.test(id)), "must list directory (tenant) IDs, separated by commas.").default([]),
  COUNTERFOIL_MICROSOFT_URL: Provider,
  COUNTERFOIL_OUTBOUND_HOSTS: Hosts("must list hosts, separated by commas, for instance login.example.com."),
  COUNTERFOIL_OUTBOUND_PRIVATE_HOSTS: z.string().transform(list).refine((hosts) => hosts.every((host) => isHost(host) && /:\d+$/.test(host)), "must list host:port pairs, separated by commas, for instance idp.corp.example:443.").default([]),
  COUNTERFOIL_HTTP_PORT: z.string().regex(/^\d{1,5}$/, "must be a number from 0 to 65535, for instance 80.").refine((text) => Number(text) <= 65535, "must be a number from 0 to 65535, for instance 80.").transform(Number).optional(),
  COUNTERFOIL_REQUESTS_PER_MINUTE: Amount(1200),
  COUNTERFOIL_UPLOADS_PER_MINUTE: Amount(300),
  COUNTERFOIL_DOCUMENTS_PER_DAY: Amount(10_000),
  COUNTERFOIL_MAILS_PER_HOUR: Amount(1000),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"], { error: "must be debug, info, warn, error or silent." }).default("info"),
});

/** The settings and what is wrong with them; `config` is null as soon as there is one problem. For `doctor`. */
export function checkSettings(env: NodeJS.ProcessEnv = process.env): { config: Config | null; problems: SettingsProblem[] } {
  // An empty variable is what compose files make of an unset one.
  const given = Object.fromEntries(settings.map(({ name }) => [name, env[name]?.trim()]).filter(([, value]) => value));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const problems = new Map<string, SettingsProblem>();
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      if (!problems.has(name)) problems.set(name, { name, message: `${name} ${issue.message}` });
    }
    return { config: null, problems: [...problems.values()] };
  }

  const values = parsed.data;
  const problems: SettingsProblem[] = [];
  const wrong = (name: string, rest: string) => void problems.push({ name, message: `${name} ${rest}` });
  const { COUNTERFOIL_TLS_CERT: certFile, COUNTERFOIL_TLS_KEY: keyFile, COUNTERFOIL_BEHIND_TLS_PROXY: trustedProxies } = values;

  if (certFile && !keyFile) wrong("COUNTERFOIL_TLS_KEY", "is missing: COUNTERFOIL_TLS_CERT is set, and a certificate works only together with its key.");
  if (keyFile && !certFile) wrong("COUNTERFOIL_TLS_CERT", "is missing: COUNTERFOIL_TLS_KEY is set, and a key works only together with its certificate.");
  for (const [name, path] of [["COUNTERFOIL_TLS_CERT", certFile], ["COUNTERFOIL_TLS_KEY", keyFile]] as const) {
    if (path && !isReadable(path)) wrong(name, `names ${path}, which cannot be read; check the path and its permissions.`);
  }
  const tls = certFile && keyFile ? { certFile: resolve(certFile), keyFile: resolve(keyFile) } : null;

  if (values.COUNTERFOIL_HTTP_PORT !== undefined && !tls) wrong("COUNTERFOIL_HTTP_PORT", "is set, but there is no encrypted address to send people to: set COUNTERFOIL_TLS_CERT and COUNTERFOIL_TLS_KEY, or remove it.");
  if (!isLoopback(values.HOST) && !tls && trustedProxies.length === 0) {
    wrong("HOST", `is ${values.HOST}, which other machines can reach, but nothing encrypts the connection. Set COUNTERFOIL_TLS_CERT and COUNTERFOIL_TLS_KEY, or name the TLS-terminating proxy in COUNTERFOIL_BEHIND_TLS_PROXY, or use HOST=127.0.0.1.`);
  }
  const publicUrl = values.COUNTERFOIL_PUBLIC_URL;
  if (trustedProxies.length > 0 && !publicUrl) wrong("COUNTERFOIL_PUBLIC_URL", "is missing: behind a proxy the product cannot know its own address. Set it to what people type, for instance https://invoices.example.");
  if (publicUrl?.startsWith("http:") && (tls || trustedProxies.length > 0)) wrong("COUNTERFOIL_PUBLIC_URL", `is ${publicUrl}, but connections are encrypted; it must begin with https://.`);
  if (publicUrl?.startsWith("http:") && !isLoopback(new URL(publicUrl).hostname)) wrong("COUNTERFOIL_PUBLIC_URL", `is ${publicUrl}, which would carry sign-ins in clear; it must begin with https:// unless it is localhost.`);

  for (const vendor of ["GOOGLE", "MICROSOFT"] as const) {
    const [id, secret] = [`COUNTERFOIL_${vendor}_CLIENT_ID`, `COUNTERFOIL_${vendor}_CLIENT_SECRET`] as const;
    if (values[id] && !values[secret]) wrong(secret, `is missing: ${id} is set, and a client works only together with its secret.`);
    if (values[secret] && !values[id]) wrong(id, `is missing: ${secret} is set, and a secret works only together with its client.`);
  }

  const loopbackOnly = isLoopbackOnly({ host: values.HOST, publicUrl: publicUrl ?? "http://localhost", trustedProxies });
  const signUp = values.COUNTERFOIL_SIGN_UP ?? (loopbackOnly ? "open" : "invited");
  if (signUp === "open" && !loopbackOnly && !values.SMTP_URL) wrong("COUNTERFOIL_SIGN_UP", "is open, but no mail can be sent, so nobody could prove an address. Set SMTP_URL, or use COUNTERFOIL_SIGN_UP=invited.");

  let masterKeys: Buffer[] | null = [];
  if (values.COUNTERFOIL_MASTER_KEY) masterKeys = parseKeys(values.COUNTERFOIL_MASTER_KEY);
  else if (values.COUNTERFOIL_MASTER_KEY_FILE) {
    const path = values.COUNTERFOIL_MASTER_KEY_FILE;
    masterKeys = isReadable(path) ? parseKeys(readFileSync(path, "utf8")) : null;
    if (!masterKeys) wrong("COUNTERFOIL_MASTER_KEY_FILE", `names ${path}, which cannot be read or does not hold 32 bytes as base64 or hex.`);
  }

  const state = values.COUNTERFOIL_STATE_DIR;
  const scheme = tls ? "https" : "http";
  const url = publicUrl ?? `${scheme}://localhost:${values.PORT}`;
  const config: Config = {
    host: values.HOST.replace(/^\[|\]$/g, ""),
    port: values.PORT,
    publicUrl: url,
    stateDir: state ? (isAbsolute(state) ? state : resolve(state)) : defaultStateDir(env),
    databaseUrl: values.DATABASE_URL ?? null,
    tls,
    trustedProxies,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.COUNTERFOIL_MAIL_FROM ?? `Counterfoil <no-reply@${new URL(url).hostname}>`,
    masterKeys: masterKeys ?? [],
    operator: values.COUNTERFOIL_OPERATOR ?? null,
    securityContact: values.COUNTERFOIL_SECURITY_CONTACT ?? `mailto:security@${new URL(url).hostname}`,
    providers: values.COUNTERFOIL_PROVIDERS ?? {},
    readers: values.COUNTERFOIL_READERS,
    httpPort: values.COUNTERFOIL_HTTP_PORT ?? null,
    limits: {
      requestsPerMinute: values.COUNTERFOIL_REQUESTS_PER_MINUTE, uploadsPerMinute: values.COUNTERFOIL_UPLOADS_PER_MINUTE,
      documentsPerDay: values.COUNTERFOIL_DOCUMENTS_PER_DAY, mailsPerHour: values.COUNTERFOIL_MAILS_PER_HOUR,
    },
    logLevel: values.LOG_LEVEL,
    signUp,
    leakedPasswordsUrl: values.COUNTERFOIL_LEAKED_PASSWORDS_URL ?? null,
    google: values.COUNTERFOIL_GOOGLE_CLIENT_ID && values.COUNTERFOIL_GOOGLE_CLIENT_SECRET
      ? { clientId: values.COUNTERFOIL_GOOGLE_CLIENT_ID, clientSecret: values.COUNTERFOIL_GOOGLE_CLIENT_SECRET, baseUrl: values.COUNTERFOIL_GOOGLE_URL ?? "https://accounts.google.com" } : null,
    microsoft: values.COUNTERFOIL_MICROSOFT_CLIENT_ID && values.COUNTERFOIL_MICROSOFT_CLIENT_SECRET ? {
      clientId: values.COUNTERFOIL_MICROSOFT_CLIENT_ID, clientSecret: values.COUNTERFOIL_MICROSOFT_CLIENT_SECRET, baseUrl: values.COUNTERFOIL_MICROSOFT_URL ?? "https://login.microsoftonline.com",
      tenant: values.COUNTERFOIL_MICROSOFT_TENANT, tenants: values.COUNTERFOIL_MICROSOFT_TENANTS,
    } : null,
    outboundHosts: values.COUNTERFOIL_OUTBOUND_HOSTS ?? null,
    outboundPrivateHosts: values.COUNTERFOIL_OUTBOUND_PRIVATE_HOSTS,
  };
  return { config: problems.length === 0 ? config : null, problems };
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** Reads the settings once, at the start of a process. Throws `SettingsError`. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const { config, problems } = checkSettings(env);
  if (!config) throw new SettingsError(problems);
  return config;
}
