import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import { openBytes, sealBytes } from "./sealing.ts";

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);
// A reading is at most as large as a reading child's answer; anything beyond is not ours.
const mostBytes = 64 * 1024 * 1024;

/** JSON, compressed and sealed by the workspace's key. `context` says what it is and of which row; it must match when opened. */
export async function sealJson(key: Buffer, value: unknown, context: string): Promise<Buffer> {
  return sealBytes(key, await deflate(Buffer.from(JSON.stringify(value), "utf8"), { level: 3 }), context);
}

/** Opens what `sealJson` sealed. Throws when a byte was changed or the context is another. */
export async function openJson<T>(key: Buffer, sealed: Buffer, context: string): Promise<T> {
  const bytes = await inflate(openBytes(key, sealed, context), { maxOutputLength: mostBytes });
  return JSON.parse(bytes.toString("utf8")) as T;
}
