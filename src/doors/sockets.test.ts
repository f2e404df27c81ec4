// Bytes on a raw socket: what no client library sends. Two readers on the way (a proxy and we) must never see two requests.
import { connect, type AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testServices } from "../../test/builders.ts";
import { buildApp } from "../app.ts";
import { SOCKETS } from "./sockets.ts";

describe("raw sockets", () => {
  const services = testServices();
  let app: FastifyInstance;
  let port: number;
  beforeAll(async () => {
    app = await buildApp(services);
    await app.listen({ host: "127.0.0.1", port: 0 });
    port = (app.server.address() as AddressInfo).port;
  });
  afterAll(() => app.close());

  /** Sends pieces, each after a pause, and answers what came back until the other side closed (or `ms` passed). */
  const talk = (pieces: string | string[], { ms = 3000, pauseMs = 0 } = {}) => new Promise<string>((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", async () => {
      for (const piece of [pieces].flat()) {
        if (socket.destroyed) return;
        socket.write(Buffer.from(piece, "latin1"));
        if (pauseMs) await new Promise((next) => setTimeout(next, pauseMs));
      }
    });
    const timer = setTimeout(() => socket.destroy(), ms);
    socket.on("data", (chunk) => { text += chunk.toString("latin1"); }).on("error", () => undefined).on("close", () => { clearTimeout(timer); resolve(text); });
  });
  const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
  const json = "content-type: application/json";
  const head = "POST /api/sign-in HTTP/1.1\r\nHost: localhost:3000\r\n";

  test("V4.2.1 requests that could be read in two ways are refused, and the connection closed: both lengths, two lengths, unknown codings", async () => {
    const hidden = "GET /healthz HTTP/1.1\r\nHost: localhost:3000\r\n\r\n";
    const cases: Record<string, string> = {
      "both lengths": `${head}${json}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
      "both lengths, the other way round": `${head}${json}\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${hidden}`,
      "two lengths": `${head}${json}\r\nContent-Length: 2\r\nContent-Length: ${2 + hidden.length}\r\n\r\n{}${hidden}`,
      "the same length twice": `${head}${json}\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}`,
      "a list of lengths": `${head}${json}\r\nContent-Length: 2, 2\r\n\r\n{}`,
      "a signed length": `${head}${json}\r\nContent-Length: +2\r\n\r\n{}`,
      "a length in hex": `${head}${json}\r\nContent-Length: 0x2\r\n\r\n{}`,
      "an unknown coding": `${head}${json}\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`,
      "chunked not last": `${head}${json}\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${hidden}`,
      "a space before the colon": `${head}${json}\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`,
      "a vertical tab in the coding": `${head}${json}\r\nTransfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n${hidden}`,
      "a folded header": `${head}${json}\r\nX-A: b\r\n Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n{}`,
      "a bare line feed": "GET /healthz HTTP/1.1\nHost: localhost:3000\n\n",
      "a bare carriage return": "GET /healthz HTTP/1.1\rHost: localhost:3000\r\n\r\n",
      "a chunk size that overflows": `${head}${json}\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}\r\n0\r\n\r\n`,
      "a chunk size with a sign": `${head}${json}\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n`,
      "a null in a header": "GET /healthz HTTP/1.1\r\nHost: localhost:3000\r\nX-A: a\0b\r\n\r\n",
      "a space in the address": "GET /healthz /x HTTP/1.1\r\nHost: localhost:3000\r\n\r\n",
      "another protocol": "GET /healthz HTTP/2.0\r\nHost: localhost:3000\r\n\r\n",
      "no protocol": "GET /healthz\r\n\r\n",
    };
    const wrong: string[] = [];
    for (const [name, bytes] of Object.entries(cases)) {
      const text = await talk(bytes);
      const found = statuses(text);
      if (found.length !== 1 || ![400, 405, 505].includes(found[0]!) || !/connection: close/i.test(text)) wrong.push(`${name}: ${found.join()} ${text.slice(0, 80)}`);
    }
    expect(wrong).toEqual([]);
  });

  test("V4.2.1 a header that may stand once and stands twice is refused: host, length, type, cookie, authorization, origin", async () => {
    for (const lines of ["Host: localhost:3000\r\nHost: evil.example", "Host: localhost:3000\r\nOrigin: http://localhost:3000\r\nOrigin: https://evil.example", "Host: localhost:3000\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b", "Host: localhost:3000\r\nCookie: a=1\r\nCookie: b=2"]) {
      const text = await talk(`GET /api/session HTTP/1.1\r\n${lines}\r\nConnection: close\r\n\r\n`);
      expect(statuses(text), lines).toEqual([400]);
      expect(text).toContain("\"code\":\"ambiguous\"");
    }
  });

  test("an address with a scheme, without a slash or for a proxy is refused, as is a request without a host", async () => {
    for (const target of ["http://evil.example/api/session", "api/session", "*"]) {
      const text = await talk(`GET ${target} HTTP/1.1\r\nHost: localhost:3000\r\nConnection: close\r\n\r\n`);
      expect(statuses(text)[0], target).toBeGreaterThanOrEqual(400);
    }
    expect(statuses(await talk("GET /api/session HTTP/1.1\r\nConnection: close\r\n\r\n"))).toEqual([421]);
    expect(statuses(await talk("GET /api/session HTTP/1.0\r\n\r\n"))).toEqual([421]);
    expect(statuses(await talk("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n"))).toEqual([405]);
    expect(statuses(await talk("GET /healthz HTTP/1.1\r\nHost: localhost:3000\r\nExpect: wonders\r\n\r\n"))).toEqual([417]);
    expect(statuses(await talk("TRACE /healthz HTTP/1.1\r\nHost: localhost:3000\r\nCookie: a=secret\r\nConnection: close\r\n\r\n"))).toEqual([405]);
  });

  test("A14 V3.4.4 V4.1.1 V13.4.4 Node's own answers carry our headers and our shape too", async () => {
    for (const bytes of ["NONSENSE / HTTP/1.1\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", `GET / HTTP/1.1\r\nHost: localhost:3000\r\nX: ${"y".repeat(20_000)}\r\n\r\n`, "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n", "GET /healthz HTTP/1.1\r\nHost: localhost:3000\r\nExpect: x\r\n\r\n"]) {
      const [head = "", body = ""] = (await talk(bytes)).split("\r\n\r\n");
      for (const header of ["content-security-policy: default-src 'none'", "x-content-type-options: nosniff", "x-frame-options: DENY", "referrer-policy: no-referrer", "permissions-policy: ", "cache-control: no-store", "content-type: application/json; charset=utf-8"]) expect(head.toLowerCase(), bytes.slice(0, 20)).toContain(header.toLowerCase());
      expect(Object.keys(JSON.parse(body))).toEqual(["code", "message", "requestId"]);
    }
    expect(statuses(await talk(`GET / HTTP/1.1\r\nHost: localhost:3000\r\nX: ${"y".repeat(20_000)}\r\n\r\n`))).toEqual([431]);
  });

  test("V15.2.2 abuse-25 headers that come in drips end with 408 instead of holding a connection", async () => {
    app.server.headersTimeout = 400;
    const text = await talk(Array.from({ length: 30 }, (_, index) => (index === 0 ? "GET /healthz HTTP/1.1\r\nHost: localhost:3000\r\n" : `X-${index}: y\r\n`)), { ms: 6000, pauseMs: 150 });
    expect(statuses(text)).toEqual([408]);
    app.server.headersTimeout = SOCKETS.headersMs;
  });

  test("V15.2.2 abuse-25 a body that comes in drips ends with 408, holds no place, and others are answered meanwhile", async () => {
    const usual = SOCKETS.bodyMs;
    (SOCKETS as { bodyMs: number }).bodyMs = 700;
    const drip = () => talk([`${head}Origin: http://localhost:3000\r\n${json}\r\nContent-Length: 100\r\n\r\n{`, ...Array.from({ length: 10 }, () => " ")], { ms: 5000, pauseMs: 150 });
    const drips = Array.from({ length: 40 }, drip);
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect(app.load.state().gates["public"]).toEqual({ running: 0, waiting: 0 });
    const began = Date.now();
    expect(statuses(await talk("GET /api/trust HTTP/1.1\r\nHost: localhost:3000\r\nConnection: close\r\n\r\n"))).toEqual([200]);
    expect(Date.now() - began).toBeLessThan(2000);
    const answers = (await Promise.all(drips)).flatMap(statuses);
    (SOCKETS as { bodyMs: number }).bodyMs = usual;
    expect(answers.filter((status) => status === 408).length + answers.filter((status) => status === 429).length).toBe(40); // more than the door takes in a minute are told so at once
    expect(answers).toContain(408);
  });

  test("one connection takes request after request, and pipelined ones are answered in order", async () => {
    const one = "GET /healthz HTTP/1.1\r\nHost: localhost:3000\r\n\r\n";
    expect(statuses(await talk(`${one}${one}GET /api/session HTTP/1.1\r\nHost: localhost:3000\r\nConnection: close\r\n\r\n`))).toEqual([200, 200, 401]);
  });
});
