import { lookup, resolveTxt } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { BlockList, isIP, isIPv4 } from "node:net";

/** An address on the way out, as the resolver gave it. */
export type Address = { address: string; family: 4 | 6 };

export type OutboundOptions = {
  /** Only these hosts may be called at all; null: any host that a caller names. */
  hosts: readonly string[] | null;
  /** "host:port" pairs that the operator vouches for: they may have a private address, and on this very machine speak plain HTTP. */
  privateHosts: readonly string[];
  resolve?: (host: string) => Promise<Address[]>;
  txt?: (name: string) => Promise<string[][]>;
  /** Further certificate authorities, as PEM. */
  ca?: string | undefined;
  timeoutMs?: number;
  maxBytes?: number;
};

export type OutboundRequest = {
  /** The hosts ("name" or "name:port") that this call may go to: what was configured or discovered, never what an answer says. */
  hosts: readonly string[];
  method?: string;
  headers?: Record<string, string>;
  body?: string | undefined;
};

/** The one way out of the product for addresses that people or vendors typed. */
export type Outbound = {
  /** Calls an address that passed every check; its answer, of at most `maxBytes`, is read to the end. Throws `OutboundRefusal`. */
  fetch(url: string | URL, request: OutboundRequest): Promise<Response>;
  /** TXT records of a name, each joined from its parts; none when there is no such name. */
  txt(name: string): Promise<string[]>;
};

export type OutboundReason =
  | "not_an_address" | "not_https" | "with_credentials" | "port" | "host_not_listed" | "no_such_host" | "private_address"
  | "redirect" | "too_large" | "too_slow" | "unreachable";

const sentences: Record<OutboundReason, string> = {
  not_an_address: "{url} is not a web address.",
  not_https: "{url} is not an https address. Only encrypted connections are made.",
  with_credentials: "The address holds a user name or password. Leave them out.",
  port: "Port {port} is not one that is called. Use 443, or a port from 1024 up.",
  host_not_listed: "{host} is not among the hosts that this installation may call.",
  no_such_host: "The name {host} cannot be resolved.",
  private_address: "{host} leads to an address inside a private network, which is not called. An operator can allow it with COUNTERFOIL_OUTBOUND_PRIVATE_HOSTS.",
  redirect: "{host} answers with a redirect, which is not followed. Enter the final address.",
  too_large: "{host} answered with more than is read.",
  too_slow: "{host} did not answer in time.",
  unreachable: "{host} could not be reached: {detail}.",
};

/** Why a call was not made, or not finished. The message is for people. */
export class OutboundRefusal extends Error {
  constructor(readonly reason: OutboundReason, facts: Record<string, string> = {}, options?: ErrorOptions) {
    super(sentences[reason].replace(/\{(\w+)\}/g, (_whole, name: string) => facts[name] ?? ""), options);
    this.name = "OutboundRefusal";
  }
}

// IPv4: what IANA's special-purpose registry says is not globally reachable, and multicast.
const closed = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24], ["192.0.2.0", 24],
  ["192.31.196.0", 24], ["192.52.193.0", 24], ["192.88.99.0", 24], ["192.168.0.0", 16], ["192.175.48.0", 24], ["198.18.0.0", 15], ["198.51.100.0", 24],
  ["203.0.113.0", 24], ["224.0.0.0", 4], ["240.0.0.0", 4],
] as const) closed.addSubnet(net, bits, "ipv4");
// IPv6: only global unicast is open, without the ranges that carry an IPv4 address inside or stand in books.
const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");
for (const [net, bits] of [["2001::", 23], ["2001:db8::", 32], ["2002::", 16], ["2620:4f:8000::", 48], ["3fff::", 20]] as const) closed.addSubnet(net, bits, "ipv6");
// Never, whatever an operator allows: cloud metadata, multicast, "any".
const never4 = new BlockList();
const never6 = new BlockList(); // apart: a list that holds ::ffff:0:0/96 would match every IPv4 address
for (const [net, bits] of [["0.0.0.0", 8], ["169.254.0.0", 16], ["224.0.0.0", 4], ["240.0.0.0", 4]] as const) never4.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [["::", 128], ["fe80::", 10], ["ff00::", 8], ["::ffff:0:0", 96], ["64:ff9b::", 96], ["64:ff9b:1::", 48], ["fd00:ec2::254", 128]] as const) never6.addSubnet(net, bits, "ipv6");

/** True for an address that anybody on the Internet could reach; IPv6 forms that wrap an IPv4 address are not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, "ipv4");
  return isIP(address) === 6 && !address.includes("%") && global6.check(address, "ipv6") && !closed.check(address, "ipv6");
}
const isLoopbackAddress = (address: string) => address === "::1" || (isIPv4(address) && address.startsWith("127."));
const isNever = (address: string) => isIP(address) === 0 || address.includes("%") || (isIPv4(address) ? never4.check(address, "ipv4") : never6.check(address, "ipv6"));

const portOf = (url: URL): number => (url.port ? Number(url.port) : url.protocol === "https:" ? 443 : 80);
const listed = (url: URL, hosts: readonly string[]): boolean =>
  hosts.some((host) => host.toLowerCase() === url.hostname || host.toLowerCase() === `${url.hostname}:${portOf(url)}`);

/** Makes the client. Resolves a name once, checks every address it has, and connects to the checked one, so that a second look-up cannot lead elsewhere. */
export function createOutbound(options: OutboundOptions): Outbound {
  const resolve = options.resolve ?? (async (host) => (await lookup(host, { all: true, verbatim: true })) as Address[]);
  const txt = options.txt ?? resolveTxt;
  const timeoutMs = options.timeoutMs ?? 10_000;
  const maxBytes = options.maxBytes ?? 1024 * 1024;

  /** The checks before anything leaves the machine; answers the address to connect to. */
  async function check(url: URL, hosts: readonly string[]): Promise<Address> {
    const host = url.hostname;
    const vouched = listed(url, options.privateHosts.filter((one) => /:\d+$/.test(one)));
    if (url.protocol !== "https:" && !(url.protocol === "http:" && vouched)) throw new OutboundRefusal("not_https", { url: url.origin === "null" ? url.protocol : url.origin });
    if (url.username || url.password) throw new OutboundRefusal("with_credentials");
    if (portOf(url) !== 443 && portOf(url) < 1024 && !vouched) throw new OutboundRefusal("port", { port: String(portOf(url)) });
    if (!listed(url, hosts) || (options.hosts && !listed(url, options.hosts))) throw new OutboundRefusal("host_not_listed", { host });
    const literal = host.replace(/^\[|\]$/g, "");
    const family = isIP(literal);
    const found = family ? [{ address: literal, family: family as 4 | 6 }] : await resolve(host).catch((cause: unknown) => { throw new OutboundRefusal("no_such_host", { host }, { cause }); });
    if (found.length === 0) throw new OutboundRefusal("no_such_host", { host });
    for (const { address } of found) {
      if (isPublicAddress(address)) continue;
      if (!vouched || isNever(address) || (url.protocol === "http:" && !isLoopbackAddress(address))) throw new OutboundRefusal("private_address", { host });
    }
    if (url.protocol === "http:" && !found.every(({ address }) => isLoopbackAddress(address))) throw new OutboundRefusal("not_https", { url: url.origin });
    return found[0]!;
  }

  function call(url: URL, to: Address, request: OutboundRequest, signal: AbortSignal): Promise<Response> {
    const { hostname: host } = url;
    const secure = url.protocol === "https:";
    return new Promise((done, fail) => {
      const outgoing = (secure ? https : http).request({
        host: to.address, family: to.family, port: portOf(url), path: url.pathname + url.search, method: request.method ?? "GET",
        headers: {
          "user-agent": "Counterfoil", ...request.headers, host: url.host, "accept-encoding": "identity",
          ...(request.body === undefined ? {} : { "content-length": String(Buffer.byteLength(request.body)) }),
        },
        agent: false, signal, maxHeaderSize: 16_384,
        ...(secure ? { servername: isIP(host.replace(/^\[|\]$/g, "")) ? "" : host, minVersion: "TLSv1.2" as const, ...(options.ca ? { ca: options.ca } : {}) } : {}),
      }, (incoming) => {
        const status = incoming.statusCode ?? 500;
        if (status >= 300 && status < 400) { fail(new OutboundRefusal("redirect", { host })); incoming.destroy(); return; }
        const chunks: Buffer[] = [];
        let length = 0;
        incoming.on("data", (chunk: Buffer) => {
          length += chunk.length;
          if (length > maxBytes) { fail(new OutboundRefusal("too_large", { host })); incoming.destroy(); } else chunks.push(chunk);
        });
        incoming.on("error", fail);
        incoming.on("aborted", () => fail(new Error("the connection broke off")));
        incoming.on("end", () => {
          const headers = new Headers();
          for (const [name, value] of Object.entries(incoming.headers)) for (const one of [value].flat()) if (one !== undefined && name !== "set-cookie") headers.append(name, one);
          done(new Response(status === 204 ? null : Buffer.concat(chunks), { status: Math.max(200, status), headers }));
        });
      });
      outgoing.on("error", fail);
      outgoing.end(request.body);
    });
  }

  return {
    async fetch(given, request) {
      const typed = String(given);
      if (!URL.canParse(typed)) throw new OutboundRefusal("not_an_address", { url: typed.slice(0, 200) });
      const url = new URL(typed);
      const signal = AbortSignal.timeout(timeoutMs);
      const late = new Promise<never>((_done, fail) => signal.addEventListener("abort", () => fail(new OutboundRefusal("too_slow", { host: url.hostname }))));
      late.catch(() => undefined);
      const work = async () => call(url, await check(url, request.hosts), request, signal);
      return Promise.race([work(), late]).catch((cause: unknown) => {
        if (cause instanceof OutboundRefusal) throw cause;
        if (signal.aborted) throw new OutboundRefusal("too_slow", { host: url.hostname }, { cause });
        throw new OutboundRefusal("unreachable", { host: url.hostname, detail: wordsFor(cause) }, { cause });
      });
    },
    async txt(name) {
      try {
        return (await txt(name)).map((parts) => parts.join(""));
      } catch (error) {
        if (/^(ENOTFOUND|ENODATA|NXDOMAIN)$/.test((error as { code?: string }).code ?? "")) return [];
        throw new OutboundRefusal("unreachable", { host: name, detail: "the name server did not answer" }, { cause: error });
      }
    },
  };
}

/** A network error's cause in words, without addresses. */
function wordsFor(cause: unknown): string {
  const code = (cause as { code?: string }).code ?? "";
  if (code === "ECONNREFUSED") return "nothing answers there";
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)) return `its certificate is not trusted (${code})`;
  if (/^HPE_/.test(code)) return "its answer is not HTTP";
  return code && /^[A-Z_]+$/.test(code) ? code : "the connection broke off";
}
