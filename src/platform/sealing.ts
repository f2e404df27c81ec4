import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";

// Sealing at rest. Small secrets (keys) are sealed with AES-256-GCM in one piece. Files are sealed in frames of 64 KiB
// (the STREAM construction: nonce = random prefix, counter, last-frame mark), so that memory stays constant, no byte is
// released unauthenticated, and a cut or reordered file is refused. AAD binds the bytes to workspace and file.

const FRAME = 64 * 1024;
const TAG = 16;
const MAGIC = Buffer.from("CFS1");

/** Seals a small secret: 12-byte nonce, ciphertext, 16-byte tag. */
export function sealBytes(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `sealBytes` made; throws when key, context or bytes are not the same. */
export function openBytes(key: Buffer, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12)).setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([decipher.update(sealed.subarray(12, sealed.length - TAG)), decipher.final()]);
}

const nonceOf = (prefix: Buffer, counter: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce, 0);
  nonce.writeUInt32BE(counter, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
};

/** Collects bytes into pieces of `size`; the last piece, of any length, is marked. */
class Pieces {
  #held: Buffer[] = [];
  #length = 0;
  constructor(private readonly size: number) {}
  add(chunk: Buffer): Buffer[] {
    this.#held.push(chunk);
    this.#length += chunk.length;
    if (this.#length <= this.size) return []; // keep one whole piece back: it may be the last
    let rest = Buffer.concat(this.#held);
    const ready: Buffer[] = [];
    while (rest.length > this.size) {
      ready.push(rest.subarray(0, this.size));
      rest = rest.subarray(this.size);
    }
    this.#held = [rest];
    this.#length = rest.length;
    return ready;
  }
  rest(): Buffer {
    return Buffer.concat(this.#held);
  }
}

/** A stream that seals what passes through it under a 32-byte data key. */
export function sealStream(key: Buffer, context: string): Transform {
  const prefix = randomBytes(7);
  const pieces = new Pieces(FRAME);
  let counter = 0;
  const seal = (frame: Buffer, last: boolean): Buffer => {
    const cipher = createCipheriv("aes-256-gcm", key, nonceOf(prefix, counter++, last)).setAAD(Buffer.from(context));
    return Buffer.concat([cipher.update(frame), cipher.final(), cipher.getAuthTag()]);
  };
  let started = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      if (!started) this.push(Buffer.concat([MAGIC, prefix]));
      started = true;
      for (const frame of pieces.add(chunk)) this.push(seal(frame, false));
      done();
    },
    flush(done) {
      if (!started) this.push(Buffer.concat([MAGIC, prefix]));
      this.push(seal(pieces.rest(), true));
      done();
    },
  });
}

/** A stream that opens what `sealStream` made; fails on the first frame that is not authentic, or when the end is missing. */
export function openStream(key: Buffer, context: string): Transform {
  const pieces = new Pieces(FRAME + TAG);
  let head: Buffer | null = Buffer.alloc(0);
  let prefix = Buffer.alloc(0);
  let counter = 0;
  const open = (frame: Buffer, last: boolean): Buffer => {
    const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(prefix, counter++, last)).setAAD(Buffer.from(context));
    decipher.setAuthTag(frame.subarray(frame.length - TAG));
    return Buffer.concat([decipher.update(frame.subarray(0, frame.length - TAG)), decipher.final()]);
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      try {
        if (head) {
          head = Buffer.concat([head, chunk]);
          if (head.length < MAGIC.length + 7) return done();
          if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error("not a sealed file");
          prefix = Buffer.from(head.subarray(MAGIC.length, MAGIC.length + 7));
          chunk = head.subarray(MAGIC.length + 7);
          head = null;
        }
        for (const frame of pieces.add(chunk)) this.push(open(frame, false));
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        const rest = pieces.rest();
        if (head || rest.length < TAG) throw new Error("sealed file is cut short");
        this.push(open(rest, true));
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
