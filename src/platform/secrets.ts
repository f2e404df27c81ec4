/**
 * The secrets of one installation, made at its first start and kept in `<state>/secrets` (folder 0700, files 0600):
 *
 * - `master.keys`    seals workspace keys; replaced by COUNTERFOIL_MASTER_KEY where the operator keeps keys elsewhere
 * - `signing.keys`   signs session tokens
 * - `database.json`  passwords of the three database roles
 *
 * Key files hold one base64 key of 32 bytes a line, the current one first; older lines still open what they sealed.
 * A key's id is derived from the key, so a key keeps its id when it moves between file and environment.
 */
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, statSync, unlinkSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseKeys } from "./config.ts";

/** Keys by id. `keyOf` throws for an id that is not there: what it sealed cannot be read, and must not be guessed at. */
export type Keys = { currentId: string; keyOf(id: string): Buffer };

export type DatabasePasswords = { admin: string; owner: string; app: string };

export type Secrets = {
  /** Master keys, which seal workspace keys. */
  keys: Keys;
  /** Session signing keys; an unknown id is a forged or outdated token, hence undefined instead of an error. */
  signing: { currentId: string; keyOf(id: string): Buffer | undefined };
};

/** Secrets are missing or unreadable; the message says which file and what to do. Nothing is made in their place. */
export class SecretsError extends Error {
  override name = "SecretsError";
}

/**
 * Opens the installation's keys and makes them at the very first start. Later a missing or different master key is an
 * error (`SecretsError`), because a fresh one would silently orphan everything sealed: it fails closed.
 */
export function openSecrets({ stateDir, masterKeys }: { stateDir: string; masterKeys: readonly Buffer[] }): Secrets {
  const record = join(stateDir, "installation.json");
  const keyFile = join(secretsFolder(stateDir), "master.keys");
  const known = existsSync(record) ? (JSON.parse(readFileSync(record, "utf8")) as { masterKeyId: string }).masterKeyId : null;

  if (known && masterKeys.length === 0 && !existsSync(keyFile)) {
    throw new SecretsError(`The master key is missing. Restore ${keyFile} from your copy, or set COUNTERFOIL_MASTER_KEY to the key this installation was made with.`);
  }
  const ring = [...masterKeys];
  if (ring.length === 0 || existsSync(keyFile)) ring.push(...readKeys(keyFile));
  const keys = keysById(ring);
  if (known && !keys.has(known)) {
    throw new SecretsError(`The master key is not the one this installation was made with (${known}). Set COUNTERFOIL_MASTER_KEY to that key or restore ${keyFile}; to rotate, keep the old key after the new one.`);
  }
  const currentId = keyId(ring[0]!);
  if (!known) createOnce(record, `${JSON.stringify({ masterKeyId: currentId, createdAt: new Date().toISOString() })}\n`);
  else if (known !== currentId) replace(record, `${JSON.stringify({ ...JSON.parse(readFileSync(record, "utf8")) as object, masterKeyId: currentId })}\n`);

  const signingRing = readKeys(join(secretsFolder(stateDir), "signing.keys"));
  const signing = keysById(signingRing);
  return {
    keys: {
      currentId,
      keyOf(id) {
        const key = keys.get(id);
        if (!key) throw new SecretsError(`Master key ${id} is not among the configured keys; add it to COUNTERFOIL_MASTER_KEY or ${keyFile}.`);
        return key;
      },
    },
    signing: { currentId: keyId(signingRing[0]!), keyOf: (id) => signing.get(id) },
  };
}

/** Passwords of the database roles, made at the first call. 256 random bits each, as base64url text. */
export function openDatabasePasswords(stateDir: string): DatabasePasswords {
  const path = join(secretsFolder(stateDir), "database.json");
  const password = () => randomBytes(32).toString("base64url");
  if (!existsSync(path)) createOnce(path, `${JSON.stringify({ admin: password(), owner: password(), app: password() })}\n`);
  const text = read(path);
  try {
    const { admin, owner, app } = JSON.parse(text) as Record<string, unknown>;
    if (typeof admin === "string" && typeof owner === "string" && typeof app === "string") return { admin, owner, app };
  } catch { /* told below */ }
  throw new SecretsError(`${path} does not hold the three database passwords; restore it from your copy.`);
}

/** The folder of secrets, made if need be, closed to everybody else even when someone opened it. */
export function secretsFolder(stateDir: string): string {
  const folder = join(stateDir, "secrets");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  close(folder, 0o700);
  return folder;
}

/** Name of a key: 12 hex digits of a hash, which tells nothing about the key. */
export const keyId = (key: Buffer): string => createHash("sha256").update("counterfoil key id\0").update(key).digest("hex").slice(0, 12);

const keysById = (ring: readonly Buffer[]) => new Map(ring.map((key) => [keyId(key), key]));

function readKeys(path: string): Buffer[] {
  if (!existsSync(path)) createOnce(path, `${randomBytes(32).toString("base64")}\n`);
  const keys = parseKeys(read(path));
  if (!keys) throw new SecretsError(`${path} does not hold keys of 32 bytes as base64, one a line; restore it from your copy.`);
  return keys;
}

function read(path: string): string {
  close(path, 0o600);
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new SecretsError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}); start as the user who made this installation.`, { cause: error });
  }
}

function close(path: string, mode: number): void {
  if (process.platform === "win32" || (statSync(path).mode & 0o777) === mode) return;
  try {
    chmodSync(path, mode);
  } catch { /* another user's file: reading it fails with its own sentence, and doctor names it */ }
}

/**
 * Creates a file that is whole from its first moment, or leaves the one somebody else created: the text is written and
 * synced under another name and then linked, which fails when the name is taken. O_EXCL alone would show an empty file
 * to a process that starts at the same time.
 */
function createOnce(path: string, text: string): void {
  const draft = writeDraft(path, text);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    unlinkSync(draft);
  }
  syncFolder(dirname(path));
}

function replace(path: string, text: string): void {
  renameSync(writeDraft(path, text), path);
  syncFolder(dirname(path));
}

function writeDraft(path: string, text: string): string {
  const draft = `${path}.${process.pid}.${randomBytes(6).toString("hex")}`;
  const file = openSync(draft, "wx", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return draft;
}

function syncFolder(path: string): void {
  if (process.platform === "win32") return; // folders cannot be opened there
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
