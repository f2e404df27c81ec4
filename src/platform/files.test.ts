import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FileTooLarge, folderStore, openFile, saveFile } from "./files.ts";

describe("A29 sealed files in a folder", () => {
  let folder: string;
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), "counterfoil-store-")); });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const key = randomBytes(32);
  const workspaceId = randomUUID();
  const inPieces = (bytes: Buffer, size: number) => Readable.from((function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  })());

  const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
    const found: T[] = [];
    for await (const item of items) found.push(item);
    return found;
  };

  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_003])("a file of %i bytes comes back as it was, and lies sealed", async (size) => {
    const store = folderStore(folder);
    const plain = randomBytes(size);
    const saved = await saveFile(store, workspaceId, key, inPieces(plain, 7001), 2_000_000);
    expect(saved.sizeBytes).toBe(size);
    expect((await buffer(await openFile(store, key, saved))).equals(plain)).toBe(true);
    const onDisk = await readFile(join(folder, saved.storeKey));
    expect(saved.storeKey.startsWith(`${workspaceId}/`)).toBe(true);
    if (size > 16) expect(onDisk.includes(plain.subarray(0, 16))).toBe(false);
  });

  test("V11.3.3 abuse-23 a changed byte, a cut end, swapped frames or another file's key are refused", async () => {
    const store = folderStore(folder);
    const saved = await saveFile(store, workspaceId, key, Readable.from([randomBytes(200_000)]), 300_000);
    const path = join(folder, saved.storeKey);
    const good = await readFile(path);
    const frame = 65_536 + 16;
    const swapped = Buffer.concat([good.subarray(0, 11), good.subarray(11 + frame, 11 + 2 * frame), good.subarray(11, 11 + frame), good.subarray(11 + 2 * frame)]);
    for (const bad of [Buffer.from(good.map((byte, at) => (at === 100_000 ? byte ^ 1 : byte))), good.subarray(0, 11 + frame), good.subarray(0, good.length - 1), swapped]) {
      await writeFile(path, bad);
      await expect(openFile(store, key, saved).then(buffer)).rejects.toThrow();
    }
    await writeFile(path, good);
    const other = await saveFile(store, workspaceId, key, Readable.from([Buffer.from("other")]), 100);
    await expect(openFile(store, key, { storeKey: saved.storeKey, wrappedKey: other.wrappedKey }).then(buffer)).rejects.toThrow();
  });

  test("a file over the limit leaves nothing behind", async () => {
    const store = folderStore(folder);
    await expect(saveFile(store, workspaceId, key, Readable.from([randomBytes(50_000), randomBytes(50_000)]), 60_000)).rejects.toThrow(FileTooLarge);
    await expect(readFile(join(folder, "tmp"))).rejects.toThrow(/EISDIR/);
    const { readdir } = await import("node:fs/promises");
    expect(await readdir(join(folder, "tmp"))).toEqual([]);
  });

  test("A11 what lies in the store can be listed by workspace, and what is removed is listed no more", async () => {
    const store = folderStore(folder);
    const [mine, theirs] = [randomUUID(), randomUUID()];
    const keys = async (prefix: string) => (await all(store.list(prefix))).map((one) => one.key).sort();
    expect(await keys(`${mine}/`)).toEqual([]);
    const first = await saveFile(store, mine, key, Readable.from([Buffer.from("first")]), 100);
    const second = await saveFile(store, mine, key, Readable.from([Buffer.from("second")]), 100);
    const other = await saveFile(store, theirs, key, Readable.from([Buffer.from("other")]), 100);
    expect(await keys(`${mine}/`)).toEqual([first.storeKey, second.storeKey].sort());
    expect(await keys("")).toEqual(expect.arrayContaining([first.storeKey, second.storeKey, other.storeKey]));
    const [listed] = await all(store.list(second.storeKey));
    expect(listed!.sizeBytes).toBe((await readFile(join(folder, second.storeKey))).length);
    expect(Math.abs(listed!.putAt.getTime() - Date.now())).toBeLessThan(60_000);
    await store.remove(first.storeKey);
    await store.remove(first.storeKey);
    expect(await keys(`${mine}/`)).toEqual([second.storeKey]);
  });

  test("A11 a file that was begun and never finished is cleared, a new one is left alone", async () => {
    const store = folderStore(folder);
    const [old, fresh] = [join(folder, "tmp", randomUUID()), join(folder, "tmp", randomUUID())];
    for (const path of [old, fresh]) await writeFile(path, "half");
    await utimes(old, new Date("2020-01-01"), new Date("2020-01-01"));
    expect(await store.clearUnfinished(new Date(Date.now() - 3_600_000))).toBe(1);
    await expect(readFile(old)).rejects.toThrow(/ENOENT/);
    expect(await readFile(fresh, "utf8")).toBe("half");
    await rm(fresh);
  });

  test("V5.3.2 abuse-20 a key that would leave the folder is refused", async () => {
    const store = folderStore(folder);
    await expect(store.has("../../etc/passwd")).rejects.toThrow(/not a file key/);
    await expect(store.remove("../../etc/passwd")).rejects.toThrow(/not a file key/);
  });
});
