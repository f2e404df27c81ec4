/** Whom an address counts as: an IPv4 address by itself, an IPv6 one by its /64, since one line gets that many. */
export function networkOf(ip: string): string {
  if (!ip.includes(":")) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1]!;
  const [head, tail = ""] = ip.replace(/%.*$/, "").split("::");
  const left = head!.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const parts = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${parts.slice(0, 4).map((part) => Number.parseInt(part, 16).toString(16)).join(":")}::/64`;
}
