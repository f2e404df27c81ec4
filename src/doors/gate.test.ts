import { expect, test } from "vitest";
import { createGate, GateFull } from "./gate.ts";

const tick = () => new Promise((resolve) => setImmediate(resolve));

test("V15.2.2 abuse-25 whoever sends much waits behind themselves: a newcomer is next, however long the queue", async () => {
  const gate = createGate({ running: 2, waiting: 1000 });
  const order: string[] = [];
  const leaves: (() => void)[] = [];
  const come = (who: string) => gate.enter(who).then((leave) => { order.push(who); leaves.push(leave); });
  for (let index = 0; index < 500; index++) void come("large");
  await tick();
  void come("small");
  void come("tiny");
  for (let done = 0; done < 6; done++) {
    leaves.shift()!();
    await tick();
  }
  expect(order).toEqual(["large", "large", "large", "small", "tiny", "large", "large", "large"]);
});

test("V15.2.2 a full gate turns away at once, and the longest queue gives way to a newcomer", async () => {
  const gate = createGate({ running: 1, waiting: 10, waitingEach: 8 });
  const leave = await gate.enter("a");
  const waiting = Array.from({ length: 8 }, () => gate.enter("a").catch((error: GateFull) => error));
  await expect(gate.enter("a")).rejects.toMatchObject({ because: "yours" });
  const b = [gate.enter("b"), gate.enter("b")];
  const newcomer = gate.enter("c"); // the tenth place is taken: the last of the longest queue loses it
  expect(await waiting[7]).toMatchObject({ because: "yours" });
  expect(gate.state()).toEqual({ running: 1, waiting: 10 });
  leave();
  (await waiting[0] as () => void)();
  (await b[0]!)();
  (await newcomer)();
  expect(gate.state().running).toBe(1);
});

test("nobody runs more than their own share, and who has gone away is passed over", async () => {
  const gate = createGate({ running: 4, waiting: 10, runningEach: 2 });
  const first = await gate.enter("a");
  await gate.enter("a");
  const signal = { gone: false };
  const third = gate.enter("a", signal).catch((error: GateFull) => error);
  const fourth = gate.enter("a");
  await gate.enter("b");
  expect(gate.state()).toEqual({ running: 3, waiting: 2 });
  signal.gone = true;
  first();
  first(); // leaving twice gives one place back
  expect(await third).toBeInstanceOf(GateFull);
  await fourth;
  expect(gate.state()).toEqual({ running: 3, waiting: 0 });
});
