/**
 * How a child is locked up. Worker threads do not do: their limits see the JavaScript heap only, not buffers or
 * WebAssembly memory, and a native crash takes the server along. So: a process of its own, under `RLIMIT_DATA`,
 * without network, as nobody, unable to write a byte. Not every machine allows all of it (containers without
 * privileges, macOS), so the cages are tried from the strictest down, and the first in which a child says "ready" is
 * kept. Which one it is shows in `counterfoil doctor`.
 */

import { spawn, type ChildProcess } from "node:child_process";
import { accessSync, constants, existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Limits } from "./limits.ts";

/** What holds: cut off from the network, run as another user, memory limited by the kernel, files closed but for the code. */
export type Isolation = { name: string; network: boolean; user: boolean; memory: boolean; files: boolean };

/** `command` goes before node's own; `raise` is the command that lifts the memory limit of a running child. */
export type Cage = Isolation & { command: string[]; raise?: (pid: number) => string[] };

const NOBODY = "65534";

/** RLIMIT_CPU counts over the child's life; it only ends what has been orphaned, as deadlines are the parent's work. */
const CPU_SECONDS = 1800;
const HEAP_MB = 256;

/**
 * A child reads a few documents and ends, so compiling a function costs more than it saves until the function is really
 * hot: on 38 invoices one after the other this saves a third of the processor time. Later versions of Node wait by themselves and
 * do not know the first of these options.
 */
const PATIENT_COMPILERS = Number(process.versions.node.split(".")[0]) < 22 ? ["--interrupt-budget=1000000", "--wasm-tiering-budget=400000000"] : [];

/** Cages that this machine has the tools for, strictest first. `root` and `platform` are parameters for the tests. */
export function cages(limits: Limits, root = process.getuid?.() === 0, platform: string = process.platform): Cage[] {
  const tool = (name: string) => (platform === "linux" ? findTool(name) : null);
  const prlimit = tool("prlimit");
  const setpriv = tool("setpriv");
  const unshare = tool("unshare");

  // No --as: V8 and WebAssembly reserve far more address space than they use. RLIMIT_DATA counts what can be written.
  const limited = prlimit ? [prlimit, `--data=${limits.textMemoryBytes}:${limits.memoryBytes}`, `--cpu=${CPU_SECONDS}`, "--nofile=64", "--fsize=0", "--core=0", "--"] : [];
  const raise = prlimit ? (pid: number) => [prlimit, "--pid", String(pid), `--data=${limits.memoryBytes}:${limits.memoryBytes}`] : undefined;
  const alone = unshare ? (root ? [unshare, "--net", "--"] : [unshare, "--map-root-user", "--net", "--"]) : null;
  const powerless = setpriv ? [setpriv, "--no-new-privs", "--pdeathsig", "KILL", "--bounding-set=-all", "--inh-caps=-all"] : null;
  const orphanless = setpriv ? [setpriv, "--no-new-privs", "--pdeathsig", "KILL", "--"] : null;
  const nobody = powerless ? [...powerless, "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--"] : null;
  const self = powerless ? [...powerless, "--"] : null;

  const found: Cage[] = [];
  const add = (name: string, user: boolean, ...parts: (string[] | null)[]) => {
    if (parts.some((part) => part === null)) return;
    for (const files of [true, false]) found.push({ name, files, network: parts.includes(alone) && alone !== null, user, memory: limited.length > 0, command: [...parts.flat(), ...limited] as string[], ...(raise ? { raise } : {}) });
  };
  if (root) add("no network, user nobody", true, alone, nobody);
  // The code may lie in a folder that only root can read: then root it is, but without a single capability.
  add("no network", false, alone, self);
  if (root) add("user nobody", true, nobody);
  if (root) add("no capabilities", false, self);
  add("limits only", false, orphanless);
  add("limits only", false);
  return found;
}

/** The machine's own Tesseract, which is used when it turns out to be new enough; null when there is none, or the build left no data for it. */
export function ownTesseract(parserPath: string): string | null {
  return existsSync(join(dirname(parserPath), "tessdata")) ? findTool("tesseract") : null;
}

/** Starts a child in a cage; nothing of the parent's environment goes along. It leads a process group of its own. */
export function startIn(cage: Cage, parserPath: string): ChildProcess {
  const tesseract = ownTesseract(parserPath);
  const fence = cage.files ? [...readOnlyCode(parserPath), ...(tesseract ? ["--allow-child-process"] : [])] : [];
  const node = [process.execPath, `--max-old-space-size=${HEAP_MB}`, ...PATIENT_COMPILERS, "--disable-proto=delete", "--no-warnings", ...fence, parserPath, ...(tesseract ? [`--tesseract=${tesseract}`] : [])];
  const [command, ...args] = [...cage.command, ...node] as [string, ...string[]];
  return spawn(command, args, { env: {}, cwd: "/", detached: true, stdio: ["pipe", "ignore", "pipe", "pipe"], windowsHide: true });
}

/**
 * Node's own permissions: of all files only the program and its packages may be read. Native addons (sharp) pass by
 * them, so this is a second fence, not the first. Where the machine has a Tesseract of its own, the child may start it:
 * what it starts stays in the cage. The option had another name before Node 22.13.
 */
function readOnlyCode(parserPath: string): string[] {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const readable = new Set([dirname(parserPath)]);
  for (let folder = dirname(parserPath); ; folder = dirname(folder)) {
    for (const path of [join(folder, "node_modules"), join(folder, "package.json")]) {
      if (!existsSync(path)) continue;
      readable.add(path);
      readable.add(realpathSync(path));
    }
    if (folder === dirname(folder)) break;
  }
  const option = major > 22 || (major === 22 && minor >= 13) ? "--permission" : "--experimental-permission";
  return [option, "--allow-addons", ...[...readable].map((path) => `--allow-fs-read=${path.endsWith(".json") ? path : join(path, "/")}`)];
}

function findTool(name: string): string | null {
  for (const folder of ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"]) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not here.
    }
  }
  return null;
}

