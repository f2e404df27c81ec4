import { expect, test } from "vitest";
import { ByteQueue, encodeFrame, takeFrame } from "./frames.ts";

test("frames come out whole, however the bytes arrive", () => {
  const stream = Buffer.concat([encodeFrame({ a: 1 }), encodeFrame({ b: "ü".repeat(1000) }), Buffer.from("rest")]);
  for (const size of [1, 3, 7, 1000, stream.length]) {
    const queue = new ByteQueue();
    const frames: string[] = [];
    for (let at = 0; at < stream.length; at += size) {
      queue.push(stream.subarray(at, at + size));
      for (let frame = frames.length < 2 ? takeFrame(queue, 10_000) : null; frame !== null; frame = frames.length < 2 ? takeFrame(queue, 10_000) : null) frames.push(frame);
    }
    expect(frames.map((frame) => JSON.parse(frame) as unknown)).toEqual([{ a: 1 }, { b: "ü".repeat(1000) }]);
    expect(queue.take(4)!.toString()).toBe("rest");
    expect(queue.take(1)).toBeNull();
  }
});

test("a frame that announces too much is refused before it is kept", () => {
  const queue = new ByteQueue();
  queue.push(Buffer.from([0x7f, 0xff, 0xff, 0xff]));
  expect(() => takeFrame(queue, 1000)).toThrow(RangeError);
});
