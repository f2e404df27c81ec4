// The built product in a process of its own, and a client that talks to it over HTTP like any program.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootDir } from "../src/platform/config.ts";
import { readLock } from "../src/platform/process-lock.ts";
import { lockFile, type Running } from "../src/start.ts";

export type Product = {
  address: string;
  stateDir: string;
  child: ChildProcess;
  /** Pid of one of the installation's processes, as they are now. */
  pidOf(part: "web" | "worker" | "database"): number | null;
  stop(): Promise<void>;
};

/** Starts the product on a fresh state folder (or the one of COUNTERFOIL_STATE_DIR in `more`) and a free port. */
export async function startProduct(more: NodeJS.ProcessEnv = {}): Promise<Product> {
  const stateDir = more["COUNTERFOIL_STATE_DIR"] ?? mkdtempSync(join(tmpdir(), "cf-product-"));
  const { DATABASE_URL: _outer, ...rest } = process.env;
  const child = spawn(process.execPath, [join(rootDir, "bin", "counterfoil.mjs"), "start"], { env: { ...rest, COUNTERFOIL_STATE_DIR: stateDir, PORT: "0", ...more }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stderr.on("data", (chunk: Buffer) => { output += chunk.toString(); });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const line = /running at (\S+)/.exec(output);
      if (line) resolve(line[1]!);
    });
    child.once("exit", (code) => reject(new Error(`start ended with ${code}: ${output}`)));
  });
  return {
    address, stateDir, child,
    pidOf(part) {
      if (part !== "database") return readLock<Running>(lockFile(stateDir))?.details.children.find((one) => one.role === part)?.pid ?? null;
      try {
        return Number(readFileSync(join(stateDir, "pgdata", "postmaster.pid"), "utf8").split("\n")[0]);
      } catch {
        return null;
      }
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}

export type Caller = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<{ status: number; body: any; bytes: Buffer; cookie: string | null }>;

/** Calls the product with a cookie or key; throws when it cannot be reached. */
export function callerOf(address: string, auth: { cookie?: string; key?: string } = {}): Caller {
  return async (method, path, body, headers = {}) => {
    const form = body instanceof FormData;
    const answer = await fetch(address + path, {
      method, redirect: "manual", signal: AbortSignal.timeout(20_000),
      headers: {
        ...(method === "GET" ? {} : { origin: address }), ...(auth.cookie ? { cookie: auth.cookie } : {}), ...(auth.key ? { authorization: `Bearer ${auth.key}` } : {}),
        ...(body !== undefined && !form ? { "content-type": "application/json" } : {}), ...headers,
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const json = (answer.headers.get("content-type") ?? "").includes("json");
    return { status: answer.status, body: json ? JSON.parse(bytes.toString("utf8")) : null, bytes, cookie: answer.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ") || null };
  };
}

/** A cookie header as the cookies that a browser takes. */
export const cookiesOf = (header: string, url: string): { name: string; value: string; url: string }[] =>
  header.split("; ").map((one) => ({ name: one.slice(0, one.indexOf("=")), value: one.slice(one.indexOf("=") + 1), url }));

/** Signs somebody up and makes a company; answers a caller with a cookie. */
export async function aBookkeeper(address: string, company: object = {}): Promise<{ call: Caller; cookie: string; companyId: string }> {
  const email = `niamh-${Math.random().toString(36).slice(2, 8)}@test.example`;
  const signUp = await callerOf(address)("POST", "/api/sign-up", { name: "Niamh Test", email, password: "a long enough password", workspaceName: "Test books" });
  const cookie = signUp.cookie!;
  const call = callerOf(address, { cookie });
  const made = await call("POST", "/api/companies", { name: "Tidewater Joinery", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE", iban: "IE29AIBK93115212345678", ...company });
  if (made.status !== 201) throw new Error(`company: ${made.status} ${JSON.stringify(made.body)}`);
  return { call, cookie, companyId: made.body.id };
}
