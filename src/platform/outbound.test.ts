// The way out: what is never called, however it is spelt, and that a name cannot lead elsewhere between check and call.
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { createOutbound, isPublicAddress, OutboundRefusal, type Address, type OutboundReason } from "./outbound.ts";

/** Addresses and spellings that lead inside; each as a person could type it into a settings form. */
const inside: string[] = [
  "https://127.0.0.1/", "https://127.1/", "https://2130706433/", "https://0x7f000001/", "https://0x7f.1/", "https://0177.0.0.1/", "https://017700000001/", "https://127.0.0.1./",
  "https://①②⑦.⓪.⓪.①/", "https://127。0。0。1/", "https://%31%32%37.0.0.1/", "https://0/", "https://0.0.0.0/", "https://[::]/", "https://[::1]/", "https://[0:0:0:0:0:0:0:1]/",
  "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://[::127.0.0.1]/", "https://[64:ff9b::7f00:1]/", "https://[2002:7f00:1::]/", "https://[2001:0:7f00:1::]/",
  "https://10.0.0.1/", "https://172.16.0.1/", "https://172.31.255.255/", "https://192.168.0.1/", "https://100.64.0.1/", "https://198.18.0.1/", "https://192.0.0.8/", "https://203.0.113.5/",
  "https://169.254.169.254/latest/meta-data/", "https://0xa9fea9fe/", "https://2852039166/", "https://[fe80::1]/", "https://[fd00:ec2::254]/", "https://[fc00::1]/", "https://[fec0::1]/",
  "https://224.0.0.1/", "https://255.255.255.255/", "https://240.0.0.1/", "https://[ff02::1]/", "https://[2001:db8::1]/", "https://[3fff::1]/", "https://[64:ff9b:1::1]/",
];

const reasonOf = (work: Promise<unknown>): Promise<OutboundReason | "answered" | string> =>
  work.then(() => "answered", (error: unknown) => (error instanceof OutboundRefusal ? error.reason : String(error)));

describe("abuse-10 V1.3.6 V13.2.4 V15.3.2 the way out", () => {
  const servers: Server[] = [];
  afterAll(() => { for (const server of servers) server.close(); });
  const serve = async (listener: RequestListener, host = "127.0.0.1") => {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((ready) => server.listen(0, host, ready));
    return (server.address() as AddressInfo).port;
  };
  const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname : url);

  test(`${inside.length} addresses and spellings that lead inside are refused before anything is sent`, async () => {
    expect(inside.length).toBeGreaterThanOrEqual(40);
    const outbound = createOutbound({ hosts: null, privateHosts: [], timeoutMs: 2000 });
    const let_in: string[] = [];
    for (const url of inside) {
      const reason = await reasonOf(outbound.fetch(url, { hosts: [hostOf(url)] }));
      if (reason !== "private_address" && reason !== "not_an_address") let_in.push(`${url}: ${reason}`);
    }
    expect(let_in).toEqual([]);
  });

  test("names that lead inside are refused: when any of their addresses is inside, and when they are called localhost", async () => {
    const addresses: Record<string, Address[]> = {
      "inside.example": [{ address: "10.1.2.3", family: 4 }],
      "mixed.example": [{ address: "93.184.216.34", family: 4 }, { address: "192.168.1.1", family: 4 }],
      "mapped.example": [{ address: "::ffff:10.0.0.1", family: 6 }],
      "zone.example": [{ address: "fe80::1%eth0", family: 6 }],
      "empty.example": [],
      "localhost.": [{ address: "127.0.0.1", family: 4 }],
    };
    const outbound = createOutbound({ hosts: null, privateHosts: [], resolve: async (host) => addresses[host]! });
    for (const host of Object.keys(addresses)) {
      const reason = await reasonOf(outbound.fetch(`https://${host}/`, { hosts: [host] }));
      expect([host, reason]).toEqual([host, host === "empty.example" ? "no_such_host" : "private_address"]);
    }
    expect(["93.184.216.34", "2606:2800:220:1::1"].map(isPublicAddress)).toEqual([true, true]);
  });

  test("scheme, port, credentials and hosts that nobody configured are refused", async () => {
    const asked: string[] = [];
    const resolve = async (host: string): Promise<Address[]> => { asked.push(host); return [{ address: "93.184.216.34", family: 4 }]; };
    const outbound = createOutbound({ hosts: ["idp.example"], privateHosts: [], resolve });
    const cases: [string, string[], OutboundReason][] = [
      ["http://idp.example/", ["idp.example"], "not_https"], ["ftp://idp.example/", ["idp.example"], "not_https"], ["file:///etc/passwd", [""], "not_https"],
      ["gopher://idp.example:443/", ["idp.example"], "not_https"], ["data:text/plain,x", [""], "not_https"], ["javascript:alert(1)", [""], "not_https"],
      ["https://user:secret@idp.example/", ["idp.example"], "with_credentials"], ["https://idp.example:22/", ["idp.example"], "port"], ["https://idp.example:25/", ["idp.example:25"], "port"],
      ["https://other.example/", ["idp.example"], "host_not_listed"], ["https://idp.example.evil.example/", ["idp.example"], "host_not_listed"],
      ["https://elsewhere.example/", ["elsewhere.example"], "host_not_listed"], ["https://idp.example:8443/", ["idp.example:443"], "host_not_listed"], ["not an address", ["idp.example"], "not_an_address"],
    ];
    for (const [url, hosts, reason] of cases) expect([url, await reasonOf(outbound.fetch(url, { hosts }))]).toEqual([url, reason]);
    expect(asked).toEqual([]);
  });

  test("a name is resolved once and the checked address is called, so that rebinding leads nowhere", async () => {
    const calls: string[] = [];
    const good = await serve((request, answer) => { calls.push(`good ${request.headers.host}`); answer.end("good"); });
    // The second address is another machine's, as an attacker's name server would answer a moment later.
    const evil = createServer((_request, answer) => { calls.push("evil"); answer.end("evil"); });
    servers.push(evil);
    await new Promise<void>((ready) => evil.listen(good, "127.0.0.2", ready));
    let lookups = 0;
    const rebinding = async (): Promise<Address[]> => [{ address: lookups++ === 0 ? "127.0.0.1" : "127.0.0.2", family: 4 }];
    const outbound = createOutbound({ hosts: null, privateHosts: [`rebind.example:${good}`], resolve: rebinding });
    expect(await (await outbound.fetch(`http://rebind.example:${good}/`, { hosts: ["rebind.example"] })).text()).toBe("good");
    expect({ lookups, calls }).toEqual({ lookups: 1, calls: [`good rebind.example:${good}`] });
    // The other way round: public when it was checked, private when it would be called. Nothing asks a second time.
    let asked = 0;
    const turning = createOutbound({ hosts: null, privateHosts: [], timeoutMs: 300, resolve: async () => [{ address: asked++ === 0 ? "192.0.2.1" : "127.0.0.1", family: 4 }] });
    expect(await reasonOf(turning.fetch("https://turn.example/", { hosts: ["turn.example"] }))).toBe("private_address");
    expect(asked).toBe(1);
  });

  test("redirects are not followed; size and time have an end; what was vouched for speaks plain HTTP only on this machine", async () => {
    let hits = 0;
    const port = await serve((request, answer) => {
      if (request.url === "/away") { answer.writeHead(302, { location: `http://127.0.0.1:${port}/target` }).end(); return; }
      if (request.url === "/target") { hits++; answer.end("secret"); return; }
      if (request.url === "/big") { answer.write(Buffer.alloc(70_000)); answer.end(Buffer.alloc(70_000)); return; }
      if (request.url === "/slow") { answer.writeHead(200); const drip = setInterval(() => answer.write("."), 50); answer.on("close", () => clearInterval(drip)); return; }
      answer.writeHead(201, { "content-type": "application/json", "set-cookie": "a=b" }).end(JSON.stringify({ method: request.method, agent: request.headers["user-agent"] }));
    });
    const outbound = createOutbound({ hosts: null, privateHosts: [`127.0.0.1:${port}`, `idp.internal:${port}`, "169.254.169.254:80"], maxBytes: 100_000, timeoutMs: 400, resolve: async () => [{ address: "10.0.0.7", family: 4 }] });
    const base = `http://127.0.0.1:${port}`;
    const hosts = ["127.0.0.1"];
    expect(await reasonOf(outbound.fetch(`${base}/away`, { hosts }))).toBe("redirect");
    expect(hits).toBe(0);
    expect(await reasonOf(outbound.fetch(`${base}/big`, { hosts }))).toBe("too_large");
    expect(await reasonOf(outbound.fetch(`${base}/slow`, { hosts }))).toBe("too_slow");
    expect(await reasonOf(outbound.fetch(`http://idp.internal:${port}/`, { hosts: ["idp.internal"] }))).toBe("private_address");
    expect(await reasonOf(outbound.fetch("http://169.254.169.254/", { hosts: ["169.254.169.254"] }))).toBe("private_address");
    const answer = await outbound.fetch(`${base}/x`, { hosts, method: "POST", body: "a=1" });
    expect([answer.status, await answer.json(), answer.headers.get("set-cookie")]).toEqual([201, { method: "POST", agent: "Counterfoil" }, null]);
    const closed = createOutbound({ hosts: null, privateHosts: ["127.0.0.1:1"] });
    await expect(closed.fetch("http://127.0.0.1:1/", { hosts })).rejects.toThrow("127.0.0.1 could not be reached: nothing answers there.");
  });

  test("a name without TXT records has none; a name server that is away is told apart", async () => {
    const failing = (code: string) => createOutbound({ hosts: null, privateHosts: [], txt: async () => { throw Object.assign(new Error(code), { code }); } });
    expect(await failing("ENODATA").txt("a.example")).toEqual([]);
    expect(await reasonOf(failing("ESERVFAIL").txt("a.example"))).toBe("unreachable");
    expect(await createOutbound({ hosts: null, privateHosts: [], txt: async () => [["one ", "record"]] }).txt("a.example")).toEqual(["one record"]);
  });
});
