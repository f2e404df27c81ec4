/** One JSON object a line, to standard error. Never holds invoice content or secrets: callers pass ids and codes. */
export type Log = Record<"debug" | "info" | "warn" | "error", (fields: Record<string, unknown>, message: string) => void>;

const levels = ["debug", "info", "warn", "error", "silent"] as const;

/** Makes a logger that writes entries of `level` and above. */
export function createLog(level: string = "info", write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const least = Math.max(0, levels.indexOf(level as (typeof levels)[number]));
  const at = (name: "debug" | "info" | "warn" | "error") => (fields: Record<string, unknown>, message: string) => {
    if (levels.indexOf(name) < least) return;
    write(`${JSON.stringify({ time: new Date().toISOString(), level: name, message, ...fields })}\n`);
  };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
