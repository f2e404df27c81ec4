import { createHash, randomBytes, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, opendir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { openBytes, openStream, sealBytes, sealStream } from "./sealing.ts";

/** An object in the store. `putAt` is by the store's own clock. */
export type StoredObject = { key: string; sizeBytes: number; putAt: Date };

/**
 * Where sealed bytes lie: a folder now, an S3 bucket by the same shape. Keys begin with the workspace's id. `put` returns
 * only when the bytes would survive a power cut (folder: fsync of file and folder; S3: the 200 of PUT), and `remove` only
 * when they would not come back after one.
 */
export type FileStore = {
  put(key: string, bytes: Readable): Promise<void>;
  get(key: string): Promise<Readable>;
  remove(key: string): Promise<void>;
  has(key: string): Promise<boolean>;
  /** Everything whose key begins with `prefix` (a workspace's id and a slash; "" for all), in no order. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /** Removes what was begun before an instant and never became an object; answers how many. */
  clearUnfinished(before: Date): Promise<number>;
};

/** A file store in a folder: `tmp` beside, write, fsync, rename, fsync of the folder. */
export function folderStore(folder: string): FileStore {
  const base = resolve(folder);
  const pathOf = (key: string): string => {
    if (!/^[0-9a-f-]{36}(\/[a-z0-9-]+)+$/.test(key)) throw new Error(`not a file key: ${key}`);
    const path = join(base, ...key.split("/"));
    if (!path.startsWith(base + sep)) throw new Error(`not a file key: ${key}`);
    return path;
  };
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      const temporary = join(base, "tmp", randomUUID());
      await mkdir(dirname(temporary), { recursive: true, mode: 0o700 });
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        await pipeline(bytes, createWriteStream(temporary, { mode: 0o600, flush: true }));
        await rename(temporary, path);
        const directory = await open(dirname(path), "r");
        await directory.sync().finally(() => directory.close());
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async get(key) {
      const path = pathOf(key);
      await stat(path);
      return createReadStream(path);
    },
    async remove(key) {
      const path = pathOf(key);
      await rm(path, { force: true });
      const directory = await open(dirname(path), "r").catch(ifThere);
      await directory?.sync().finally(() => directory.close());
    },
    has: async (key) => stat(pathOf(key)).then(() => true, () => false),
    async *list(prefix) {
      if (!/^([0-9a-f-]{36}\/)?[0-9a-z-]*$/.test(prefix)) throw new Error(`not the beginning of a file key: ${prefix}`);
      for await (const path of filesUnder(join(base, prefix.slice(0, prefix.lastIndexOf("/") + 1)))) {
        const key = path.slice(base.length + 1).split(sep).join("/");
        if (key.startsWith("tmp/") || !key.startsWith(prefix)) continue;
        const found = await stat(path).catch(ifThere);
        if (found) yield { key, sizeBytes: found.size, putAt: found.mtime };
      }
    },
    async clearUnfinished(before) {
      let cleared = 0;
      for await (const path of filesUnder(join(base, "tmp"))) {
        const found = await stat(path).catch(ifThere);
        if (!found || found.mtime >= before) continue;
        await rm(path, { force: true });
        cleared++;
      }
      return cleared;
    },
  };
}

/** Nothing, for what was removed between looking and asking. */
const ifThere = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== "ENOENT") throw error;
};

/** Paths of all files in a folder and the folders in it; none when it is not there. */
async function* filesUnder(folder: string): AsyncGenerator<string> {
  const directory = await opendir(folder).catch(ifThere);
  if (!directory) return;
  for await (const entry of directory) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

/** The keys of one installation: the server's master key seals workspace keys, which seal the data key of each file. */
export type KeyRing = { currentId: string; keyOf(id: string): Buffer };

/** Makes a new workspace key and returns it sealed for the database. */
export function newWorkspaceKey(ring: KeyRing, workspaceId: string): { wrapped: Buffer; keyId: string } {
  const wrapped = sealBytes(ring.keyOf(ring.currentId), randomBytes(32), `workspace:${workspaceId}`);
  return { wrapped, keyId: ring.currentId };
}

/** Seals a workspace's key anew, under the current master key. The key itself stays, so nothing sealed by it changes. */
export function rewrapWorkspaceKey(ring: KeyRing, workspaceId: string, wrapped: Buffer, keyId: string): { wrapped: Buffer; keyId: string } {
  const current = ring.currentId;
  return { wrapped: sealBytes(ring.keyOf(current), openWorkspaceKey(ring, workspaceId, wrapped, keyId), `workspace:${workspaceId}`), keyId: current };
}

/** Opens a workspace's key with the master key that sealed it. */
export function openWorkspaceKey(ring: KeyRing, workspaceId: string, wrapped: Buffer, keyId: string): Buffer {
  return openBytes(ring.keyOf(keyId), wrapped, `workspace:${workspaceId}`);
}

export type StoredFile = { id: string; storeKey: string; wrappedKey: Buffer; sha256: Buffer; sizeBytes: number };

/** Thrown by `saveFile` while streaming when the file is larger than allowed; nothing is kept. */
export class FileTooLarge extends Error {}

/**
 * Streams bytes into the store, sealed under a fresh data key, and takes SHA-256 and size of the plain bytes on the way.
 * When it returns the file is on disk; the caller then writes the `file` row. An abandoned file without a row is swept.
 */
export async function saveFile(store: FileStore, workspaceId: string, workspaceKey: Buffer, bytes: Readable, maxBytes: number): Promise<StoredFile> {
  const id = randomUUID();
  const storeKey = `${workspaceId}/${id}`;
  const dataKey = randomBytes(32);
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes) return done(new FileTooLarge());
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const sealing = sealStream(dataKey, storeKey);
  const flow = pipeline(bytes, measure, sealing);
  flow.catch(() => undefined);
  try {
    await store.put(storeKey, sealing);
    await flow;
  } catch (error) {
    await flow.catch((first) => { throw first; });
    throw error;
  }
  return { id, storeKey, wrappedKey: sealBytes(workspaceKey, dataKey, storeKey), sha256: hash.digest(), sizeBytes };
}

/** Opens a stored file as a stream of plain bytes. It fails, rather than lies, when a byte on disk was changed. */
export async function openFile(store: FileStore, workspaceKey: Buffer, file: Pick<StoredFile, "storeKey" | "wrappedKey">): Promise<Readable> {
  const dataKey = openBytes(workspaceKey, file.wrappedKey, file.storeKey);
  const sealed = await store.get(file.storeKey);
  const opening = openStream(dataKey, file.storeKey);
  sealed.on("error", (error) => opening.destroy(error));
  opening.on("close", () => sealed.destroy());
  return sealed.pipe(opening);
}
