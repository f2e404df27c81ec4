// Outside programs as judges: run one, keep what it says, and never let one hang.
import { spawn, spawnSync } from "node:child_process";

/** Whether a program is there; with CF_REQUIRE_ALL=1 it must be. */
export function has(program: string): boolean {
  const found = spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
  if (!found && process.env["CF_REQUIRE_ALL"] === "1") throw new Error(`${program} is not installed; .ci/judges.sh installs it`);
  if (!found) console.info(`${program} is not installed: this judge is skipped`);
  return found;
}

/** Runs a program to its end (or `ms`) and answers its exit code and all it printed. */
export function run(program: string, args: string[], options: { ms: number; cwd?: string; env?: NodeJS.ProcessEnv }): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: options.cwd, env: { ...process.env, ...options.env }, stdio: ["ignore", "pipe", "pipe"], timeout: options.ms, killSignal: "SIGKILL" });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => { output += chunk.toString(); });
    child.on("error", reject).on("close", (code) => resolve({ code, output }));
  });
}
