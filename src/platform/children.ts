/** Child processes that are started again whenever they end, until they are told to stop. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "./log.ts";
import { startOf, type ProcessName } from "./process-lock.ts";

export type ChildrenOptions<Role extends string> = {
  /** The program; it gets its role as the only argument and says `{ ready: true, address }` over the channel. */
  script: string;
  env: NodeJS.ProcessEnv;
  /** Where standard output and error of a role go: a file descriptor, or "inherit". */
  output: (role: Role) => number | "inherit";
  log: Log;
  /** Called whenever a child has started or ended. */
  changed: () => void;
  /** Called when a child that was never ready has ended three times in a row: another try will not help. */
  gaveUp: (role: Role) => void;
};

export type Children<Role extends string> = {
  /** Runs a role from now on. Resolves with the address of its first child that is ready. */
  keep(role: Role): Promise<string>;
  /** The children that run now. */
  running(): (ProcessName & { role: Role })[];
  /** Ends every child kindly; others take their place. */
  restart(): void;
  /** Ends all for good: kindly first, then by force after `withinMs`, or as soon as `hurry` says so. */
  stop(withinMs: number, hurry: () => boolean): Promise<void>;
};

// A child that lived this long was all right; what ended it now is news.
const SETTLED_MS = 20_000;
const LONGEST_PAUSE_MS = 10_000;

export function createChildren<Role extends string>({ script, env, output, log, changed, gaveUp }: ChildrenOptions<Role>): Children<Role> {
  const alive = new Map<Role, { child: ChildProcess; name: ProcessName }>();
  let stopping = false;

  function keep(role: Role): Promise<string> {
    return new Promise((firstReady) => {
      let everReady = false;
      let failures = 0;
      const launch = () => {
        if (stopping) return;
        const born = Date.now();
        const child = fork(script, [role], { env, execArgv: [], stdio: ["ignore", output(role), output(role), "ipc"] });
        const started = child.pid === undefined ? null : startOf(child.pid);
        if (child.pid !== undefined && started) alive.set(role, { child, name: { pid: child.pid, started } });
        changed();
        child.on("error", (error) => log.error({ role, error: error.message }, "process could not be started"));
        child.on("message", (message) => {
          log.info({ role, pid: child.pid, ms: Date.now() - born }, "process is ready");
          everReady = true;
          firstReady((message as { address?: string }).address ?? "");
        });
        child.on("exit", (code, signal) => {
          alive.delete(role);
          if (stopping) return;
          changed();
          failures = Date.now() - born > SETTLED_MS ? 0 : failures + 1;
          log.warn({ role, pid: child.pid, code, signal, failures }, "process ended; starting another");
          if (!everReady && failures >= 3) gaveUp(role);
          else setTimeout(launch, failures <= 1 ? 0 : Math.min(LONGEST_PAUSE_MS, 100 * 2 ** failures));
        });
      };
      launch();
    });
  }

  async function end(child: ChildProcess, withinMs: number, hurry: () => boolean): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    const deadline = Date.now() + withinMs;
    child.kill("SIGTERM");
    await Promise.race([gone, (async () => { while (Date.now() < deadline && !hurry()) await sleep(20); })()]);
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    await gone;
  }

  return {
    keep,
    running: () => [...alive].map(([role, { name }]) => ({ role, ...name })),
    restart: () => { for (const { child } of alive.values()) child.kill("SIGTERM"); },
    async stop(withinMs, hurry) {
      stopping = true;
      await Promise.all([...alive.values()].map(({ child }) => end(child, withinMs, hurry)));
    },
  };
}
