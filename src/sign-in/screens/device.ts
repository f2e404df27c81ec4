/** A browser's own description as people say it: "Firefox on Linux". Programs (curl, a key's client) keep their name. */
export function deviceOf(userAgent: string | null): string {
  if (!userAgent) return "Unknown device";
  const browser = [["Edg/", "Edge"], ["OPR/", "Opera"], ["Firefox/", "Firefox"], ["HeadlessChrome/", "Chrome"], ["Chrome/", "Chrome"], ["Safari/", "Safari"]].find(([sign]) => userAgent.includes(sign!))?.[1];
  const system = [["iPhone", "iPhone"], ["iPad", "iPad"], ["Android", "Android"], ["Windows", "Windows"], ["Mac OS X", "macOS"], ["CrOS", "ChromeOS"], ["Linux", "Linux"]].find(([sign]) => userAgent.includes(sign!))?.[1];
  if (!browser) return userAgent.split(/[\s/(]/)[0] || "Unknown device";
  return system ? `${browser} on ${system}` : browser;
}
