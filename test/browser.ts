// A browser for journeys: the machine's own Chromium, else the one that ships in an npm package. Where neither runs, the
// journeys are skipped with the reason, or fail when nothing may be skipped (CF_REQUIRE_ALL=1).
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import packaged from "@sparticuz/chromium";

const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Starts a browser, or says why there is none. */
export async function openBrowser(): Promise<Browser | { missing: string }> {
  const own = process.env["CHROME_PATH"] ?? known.find(existsSync);
  try {
    if (own) return await chromium.launch({ executablePath: own, args: quiet, headless: true });
    return await chromium.launch({ executablePath: await unpack(), args: [...packaged.args.filter((one) => !/single-process|no-zygote|disable-web-security|disable-site-isolation|allow-running-insecure/.test(one)), ...quiet], headless: true });
  } catch (error) {
    const missing = `no Chromium runs here: ${(error as Error).message.split("\n")[0]}`;
    if (process.env["CF_REQUIRE_ALL"] === "1") throw new Error(missing, { cause: error });
    console.info(`browser journeys are skipped: ${missing}`);
    return { missing };
  }
}

/** Unpacks the packaged browser into a folder of this user, since another user's copy in the common one cannot be run. */
async function unpack(): Promise<string> {
  const before = process.env["TMPDIR"];
  const own = join(tmpdir(), `counterfoil-chromium-${userInfo().username}`);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  process.env["TMPDIR"] = own;
  try {
    return await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}
