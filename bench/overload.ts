// More than can be done, open loop: requests come by the clock whether or not earlier ones were answered, and latency counts
// from when they were due. `node scripts/bench.mjs overload [seconds a step]`. Passes when goodput at four times the capacity
// is at least 0.8 of the peak, refusals are 429 or 503 with Retry-After and leave within 200 ms, and nothing else fails.
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { aBookkeeper, startProduct } from "../test/product.ts";

const STEP_S = Number(process.argv[2] ?? 15);
const TENANTS = 10;
const MOST_SOCKETS = 3000;

type Outcome = { status: number; ms: number; retryAfter: boolean };

/** A client of bytes: one request at a time on each of its sockets, as cheap as can be. */
function clientOf(port: number) {
  const idle: Socket[] = [];
  let open = 0;
  const take = (): Socket | null => {
    for (let socket = idle.pop(); socket; socket = idle.pop()) if (!socket.destroyed) return socket;
    if (open >= MOST_SOCKETS) return null;
    open++;
    const socket = connect(port, "127.0.0.1");
    socket.setNoDelay(true).on("close", () => { open--; }).on("error", () => undefined);
    return socket;
  };
  return {
    close: () => idle.forEach((socket) => socket.destroy()),
    call: (bytes: string, due: number) => new Promise<Outcome>((resolve) => {
      const socket = take();
      if (!socket) return resolve({ status: 0, ms: 0, retryAfter: false });
      let text = "";
      const done = (outcome: Outcome, reuse: boolean) => {
        socket.removeListener("data", onData).removeListener("close", onClose);
        if (reuse) idle.push(socket);
        else socket.destroy();
        resolve(outcome);
      };
      const onData = (chunk: Buffer) => {
        text += chunk.toString("latin1");
        const end = text.indexOf("\r\n\r\n");
        if (end < 0) return;
        const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
        if (text.length < end + 4 + length) return;
        done({ status: Number(text.slice(9, 12)), ms: performance.now() - due, retryAfter: /retry-after: [1-9]/i.test(text) }, !/connection: close/i.test(text));
      };
      const onClose = () => done({ status: -1, ms: performance.now() - due, retryAfter: false }, false);
      socket.on("data", onData).on("close", onClose);
      socket.write(bytes);
    }),
  };
}

const quantile = (values: number[], share: number) => values.length === 0 ? 0 : values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

const product = await startProduct({ COUNTERFOIL_REQUESTS_PER_MINUTE: "0", LOG_LEVEL: "error" });
try {
  const { port } = new URL(product.address);
  const requests: string[] = [];
  for (let tenant = 0; tenant < TENANTS; tenant++) {
    const { call } = await aBookkeeper(product.address);
    const { body } = await call("POST", "/api/api-keys", { name: "load", role: "member" });
    for (const path of ["/api/companies", "/api/invoices?limit=20", "/api/customers?limit=20"]) requests.push(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAuthorization: Bearer ${body.key}\r\n\r\n`);
  }
  const client = clientOf(Number(port));
  const rss = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${product.pidOf("web")}/status`, "utf8"))?.[1] ?? 0) / 1024;

  /** Closed loop: how many a second get through with 32 at a time. */
  const capacity = async (seconds: number) => {
    const until = performance.now() + seconds * 1000;
    let count = 0;
    await Promise.all(Array.from({ length: 32 }, async (_, index) => {
      for (let at = index; performance.now() < until; at++) if ((await client.call(requests[at % requests.length]!, performance.now())).status === 200) count++;
    }));
    return count / seconds;
  };
  const offer = async (perSecond: number, seconds: number) => {
    const outcomes: Promise<Outcome>[] = [];
    const began = performance.now();
    for (let sent = 0; performance.now() - began < seconds * 1000; ) {
      for (const due = began + (sent / perSecond) * 1000; due <= performance.now() && sent < perSecond * seconds; sent++) {
        outcomes.push(client.call(requests[sent % requests.length]!, began + (sent / perSecond) * 1000));
        if (began + ((sent + 1) / perSecond) * 1000 > performance.now()) { sent++; break; }
      }
      await sleep(2);
    }
    const all = await Promise.all(outcomes);
    const good = all.filter((one) => one.status === 200);
    const refused = all.filter((one) => one.status === 429 || one.status === 503);
    return {
      offered: Math.round(all.length / seconds), goodput: Math.round(good.length / seconds), refused: Math.round(refused.length / seconds), unsent: all.filter((one) => one.status === 0).length,
      other: all.filter((one) => ![200, 429, 503, 0].includes(one.status)).length, untimed: refused.filter((one) => !one.retryAfter).length,
      p50: Math.round(quantile(good.map((one) => one.ms), 0.5)), p95: Math.round(quantile(good.map((one) => one.ms), 0.95)), refusalP95: Math.round(quantile(refused.map((one) => one.ms), 0.95)), rssMb: Math.round(rss()),
    };
  };

  await capacity(4); // warm
  const full = await capacity(8);
  console.log(`capacity ${Math.round(full)}/s, closed loop, 32 at once`);
  const before = await offer(full * 0.5, Math.min(10, STEP_S));
  console.table({ "0.5": before });
  const steps: Record<string, Awaited<ReturnType<typeof offer>>> = {};
  for (const times of [1, 2, 4, 8]) {
    steps[`${times}`] = await offer(full * times, STEP_S);
    console.table({ [`${times}`]: steps[`${times}`] });
    await sleep(1000);
  }
  const after = await offer(full * 0.5, Math.min(10, STEP_S));
  const peak = Math.max(...Object.values(steps).map((step) => step.goodput));
  const four = steps["4"]!;
  console.table({ before: { p95: before.p95, rssMb: before.rssMb }, after: { p95: after.p95, rssMb: after.rssMb } });
  const verdicts = {
    "goodput at 4 × is at least 0.8 of the peak": four.goodput >= 0.8 * peak,
    "refusals leave within 200 ms (p95 at 4 ×)": four.refusalP95 <= 200,
    "each refusal says when to come back": Object.values(steps).every((step) => step.untimed === 0),
    "nothing else fails": Object.values(steps).every((step) => step.other === 0),
  };
  console.table(verdicts);
  console.log(`goodput at 4 × is ${(four.goodput / peak).toFixed(2)} of the peak`);
  client.close();
  if (Object.values(verdicts).includes(false)) process.exitCode = 1;
} finally {
  await product.stop();
}
