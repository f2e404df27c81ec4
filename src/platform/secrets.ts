/**
 * The secrets of one installation, made at its first start and kept in `<state>/secrets` (folder 0700, files 0600):
 *
 * - `master.keys`    seals workspace keys; replaced by COUNTERFOIL_MASTER_KEY where the operator keeps keys elsewhere
 * - `signing.keys`   signs session tokens
 * - `database.json`  passwords of the three database roles
 * - `keys.json`      when keys were made and retired; no key
 *
 * Key files hold one base64 key of 32 bytes a line, the current one first; older lines still open what they sealed.
 * A key's id is derived from the key, so a key keeps its id when it moves between file and environment.
 */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { chmodSync, closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, statSync, unlinkSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseKeys } from "./config.ts";

/** Keys by id. `keyOf` throws for an id that is not there: what it sealed cannot be read, and must not be guessed at. */
export type Keys = { currentId: string; keyOf(id: string): Buffer };

export type DatabasePasswords = { admin: string; owner: string; app: string };

export type Secrets = {
  /** Master keys, which seal workspace keys. */
  keys: Keys;
  /** Session signing keys; an unknown id is a forged or outdated token, hence undefined instead of an error. `audience` is this installation's own name in tokens. */
  signing: { currentId: string; keyOf(id: string): Buffer | undefined; audience: string };
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
  const noted = existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) as { masterKeyId: string; id?: string } : null;
  const known = noted?.masterKeyId ?? null;

  if (known && masterKeys.length === 0 && !existsSync(keyFile)) {
    throw new SecretsError(`The master key is missing. Restore ${keyFile} from your copy, or set COUNTERFOIL_MASTER_KEY to the key this installation was made with.`);
  }
  const master = openRing(keyFile, (inFile) => [...masterKeys, ...inFile], masterKeys.length > 0 && !existsSync(keyFile));
  if (known && !master.keyOf(known)) {
    throw new SecretsError(`The master key is not the one this installation was made with (${known}). Set COUNTERFOIL_MASTER_KEY to that key or restore ${keyFile}; to rotate, keep the old key after the new one.`);
  }
  const { currentId } = master;
  if (!known) createOnce(record, `${JSON.stringify({ id: randomUUID(), masterKeyId: currentId, createdAt: new Date().toISOString() })}\n`);
  else if (known !== currentId) replace(record, `${JSON.stringify({ ...noted, masterKeyId: currentId })}\n`);
  // An installation from before it had a name is named after its first master key, so that processes starting together agree.
  const { id } = JSON.parse(readFileSync(record, "utf8")) as { id?: string };
  if (!id) replace(record, `${JSON.stringify({ ...JSON.parse(readFileSync(record, "utf8")) as object, id: known })}\n`);

  return {
    keys: {
      get currentId() { return master.currentId; },
      keyOf(id) {
        const key = master.keyOf(id);
        if (!key) throw new SecretsError(`Master key ${id} is not among the configured keys; add it to COUNTERFOIL_MASTER_KEY or ${keyFile}.`);
        return key;
      },
    },
    signing: Object.assign(openRing(join(secretsFolder(stateDir), "signing.keys"), (inFile) => inFile, false), { audience: `counterfoil:${id ?? known}` }),
  };
}

const noteMasterKey = (record: string, masterKeyId: string) =>
  replace(record, `${JSON.stringify({ ...JSON.parse(readFileSync(record, "utf8")) as object, masterKeyId })}\n`);

const LOOK_AGAIN_MS = 2000;

/**
 * Keys of a file, read again when the file changes: a rotation reaches running processes without a restart. A new current key
 * is taken up within two seconds; one that another process already uses is looked for at once.
 */
function openRing(path: string, combine: (fromFile: Buffer[]) => Buffer[], fileIsOptional: boolean): { readonly currentId: string; keyOf(id: string): Buffer | undefined } {
  let byId = new Map<string, Buffer>();
  let first = "";
  let seen = "";
  let lookedAt = 0;
  const stampOf = () => {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat ? `${stat.ino} ${stat.mtimeMs} ${stat.size}` : "";
  };
  const load = () => {
    const keys = combine(fileIsOptional && !existsSync(path) ? [] : readKeys(path));
    byId = new Map(keys.map((key) => [keyId(key), key]));
    first = keyId(keys[0]!);
    seen = stampOf();
    lookedAt = Date.now();
  };
  const refresh = () => {
    lookedAt = Date.now();
    try {
      const stamp = stampOf();
      if (stamp !== "" && stamp !== seen) load(); // a file that is gone must not be made anew: what is known stays good
    } catch { /* half restored: the next start says what is wrong */ }
  };
  load();
  return {
    get currentId() {
      if (Date.now() - lookedAt > LOOK_AGAIN_MS) refresh();
      return first;
    },
    keyOf(id) {
      if (!byId.has(id)) refresh();
      return byId.get(id);
    },
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

function readKeys(path: string): Buffer[] {
  if (!existsSync(path)) createOnce(path, `${randomBytes(32).toString("base64")}\n`);
  const keys = parseKeys(read(path));
  if (!keys) throw new SecretsError(`${path} does not hold keys of 32 bytes as base64, one a line; restore it from your copy.`);
  return keys;
}

/** What is known of a key without showing it. */
export type KeyFacts = { id: string; ring: "master" | "signing"; current: boolean; source: "environment" | "file"; madeAt: string | null; retiredAt: string | null };

type KeyDates = Record<string, { madeAt?: string; retiredAt?: string }>;
const datesFile = (stateDir: string) => join(secretsFolder(stateDir), "keys.json");
const readDates = (stateDir: string): KeyDates => existsSync(datesFile(stateDir)) ? JSON.parse(read(datesFile(stateDir))) as KeyDates : {};

/** The keys of an installation by id, current ones first, with their dates. Never a key. */
export function listKeys({ stateDir, masterKeys }: { stateDir: string; masterKeys: readonly Buffer[] }): KeyFacts[] {
  const folder = secretsFolder(stateDir);
  const dates = readDates(stateDir);
  const record = join(stateDir, "installation.json");
  const madeFirst = existsSync(record) ? (JSON.parse(readFileSync(record, "utf8")) as { createdAt?: string }).createdAt ?? null : null;
  const facts = (ring: KeyFacts["ring"], keys: readonly Buffer[], source: KeyFacts["source"], offset: number): KeyFacts[] => keys.map((key, index) => {
    const id = keyId(key);
    return { id, ring, current: index + offset === 0, source, madeAt: dates[id]?.madeAt ?? madeFirst, retiredAt: dates[id]?.retiredAt ?? null };
  });
  const fileKeys = (name: string) => existsSync(join(folder, name)) ? readKeys(join(folder, name)) : [];
  const given = new Set(masterKeys.map(keyId));
  return [
    ...facts("master", masterKeys, "environment", 0),
    ...facts("master", fileKeys("master.keys").filter((key) => !given.has(keyId(key))), "file", masterKeys.length),
    ...facts("signing", fileKeys("signing.keys"), "file", 0),
  ];
}

/** Puts a fresh key before the others of a ring's file. Running processes take it up by themselves. Answers the ids. */
export function addKey(stateDir: string, ring: KeyFacts["ring"], now: Date): { id: string; before: string } {
  const path = join(secretsFolder(stateDir), `${ring}.keys`);
  const keys = readKeys(path);
  const fresh = randomBytes(32);
  const id = keyId(fresh);
  const before = keyId(keys[0]!);
  const dates = readDates(stateDir);
  replace(datesFile(stateDir), `${JSON.stringify({ ...dates, [id]: { madeAt: now.toISOString() }, [before]: { ...dates[before], retiredAt: now.toISOString() } })}\n`);
  replace(path, `${[fresh, ...keys].map((key) => key.toString("base64")).join("\n")}\n`);
  if (ring === "master") noteMasterKey(join(stateDir, "installation.json"), id);
  return { id, before };
}

/** Takes a key that is not the current one out of its file, for good. False when the file does not hold it. */
export function removeKey(stateDir: string, ring: KeyFacts["ring"], id: string): boolean {
  const path = join(secretsFolder(stateDir), `${ring}.keys`);
  const keys = readKeys(path);
  if (keys.length === 0 || keyId(keys[0]!) === id || !keys.some((key) => keyId(key) === id)) return false;
  replace(path, `${keys.filter((key) => keyId(key) !== id).map((key) => key.toString("base64")).join("\n")}\n`);
  const { [id]: _gone, ...dates } = readDates(stateDir);
  replace(datesFile(stateDir), `${JSON.stringify(dates)}\n`);
  return true;
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
