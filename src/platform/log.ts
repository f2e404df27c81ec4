/**
 * The operator's log: one JSON object a line, to standard error, times in UTC. It never holds invoice content or secrets:
 * only the fields of `logFields` pass, and what looks like a key, a token, an address or an account in them is struck out.
 */
export type Log = Record<"debug" | "info" | "warn" | "error", (fields: Record<string, unknown>, message: string) => void>;

const levels = ["debug", "info", "warn", "error", "silent"] as const;

/** Every field that a line may carry, with what it means. docs/security/logs.md lists the same. */
export const logFields: Readonly<Record<string, string>> = {
  // a request
  requestId: "id of the request, as the caller got it", workspace: "id of the workspace", actor: "id of the person or key", actorKind: "person or key", ip: "address it came from",
  method: "HTTP method", route: "pattern of the route, without ids", status: "HTTP status", ms: "milliseconds it took", code: "code of the refusal or error",
  // an error
  error: "the error's own words, scrubbed", stack: "where in the program it arose", reason: "why, in words of the program", detail: "words of a library, scrubbed", says: "last lines of the database's own log",
  // processes and the database
  role: "web, worker or database", pid: "process", signal: "signal that ended it", failures: "how often in a row", attached: "found running", pgdata: "folder of the database", from: "path copied from", to: "path copied to",
  applied: "migrations", until: "end of a certificate", fingerprint: "of a certificate", routes: "how many", address: "own address",
  // background work
  kind: "kind of a job", job: "id of a job", jobs: "how many", sweep: "name of a sweep", document: "id of a document", file: "id of a file", files: "how many files", orphans: "how many", unfinished: "how many", keys: "names in the file store (workspace and random id)",
  // retention and its clock
  gapHours: "how far two clocks are apart", database: "time of the database", application: "time of the program",
  // sign-in elsewhere
  stop: "step at which a sign-in elsewhere ended",
};

/** Makes a logger that writes entries of `level` and above. */
export function createLog(level: string = "info", write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const least = Math.max(0, levels.indexOf(level as (typeof levels)[number]));
  const at = (name: "debug" | "info" | "warn" | "error") => (fields: Record<string, unknown>, message: string) => {
    if (levels.indexOf(name) < least) return;
    const left = Object.keys(fields).filter((field) => !(field in logFields));
    const kept = Object.fromEntries(Object.entries(fields).filter(([field, value]) => field in logFields && value !== undefined).map(([field, value]) => [field, plain(value)]));
    write(`${JSON.stringify({ time: new Date().toISOString(), level: name, message: scrub(message), ...kept, ...(left.length > 0 ? { leftOut: left.length } : {}) })}\n`);
  };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

const LONGEST = 4_000;
const MOST = 100;

/** A value as it may stand in the log: short texts, numbers, and lists of those. Objects have no field list, so they are left out. */
function plain(value: unknown): unknown {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.slice(0, MOST).map(plain);
  if (value instanceof Error) return scrub(String(value));
  return typeof value === "object" ? "[left out]" : scrub(String(value));
}

type Unwanted = readonly [RegExp, string | ((found: string) => string)];
/** Struck out wherever they stand: values of a statement, a file or a header may come back in an error's words. Every repetition has a bound. */
const unwanted: readonly Unwanted[] = [
  [/\bcf_[a-z]{2,12}_[\w-]{8,200}/g, "[key]"],
  [/\bBearer [\w.~+/=-]{8,4000}/gi, "Bearer [token]"],
  [/\beyJ[\w-]{6,4000}\.[\w-]{1,4000}(?:\.[\w-]{0,1000})?/g, "[token]"],
  [/(\/(?:p|i|invite|verify|not-me)\/|[?&#](?:token|code|state|key|secret|SAMLResponse)=)[^\s&#"']{6,4000}/g, "$1[token]"],
  [/\b(postgres(?:ql)?|smtps?|https?|rediss?):\/\/[^\s/@]{1,200}@/gi, "$1://[login]@"],
  [/-----BEGIN [A-Z ]{1,40}-----[^]{0,4000}?(?:-----END [A-Z ]{1,40}-----|$)/g, "[key]"],
  [/[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g, "[address]"],
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g, "[account]"],
  [/\b(password|passwort|secret|token|cookie|authorization)("? ?[:=] ?)("[^"\n]{0,500}"|'[^'\n]{0,500}'|[^\s,;}]{1,500})/gi, "$1$2[secret]"],
  // What PostgreSQL and parsers quote from data that they could not read.
  [/(invalid input syntax for [\w ]{1,60}|invalid input value for enum \w{1,60}|value [^\n]{1,200} out of range|Unexpected token)[^\n]{0,4000}/g, (found) => `${/^(?:invalid input (?:syntax|value)|Unexpected token)/.exec(found)?.[0] ?? "out of range"} [value]`],
  [/[\w+=-]{43,4000}/g, (found) => (/\d/.test(found) && /[A-Za-z]/.test(found) ? "[long value]" : found)],
];

/** Takes secrets and data out of a text and cuts it. Line breaks stay: written as JSON they are two letters. */
export function scrub(text: string): string {
  let left = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  for (const [pattern, instead] of unwanted) left = left.replace(pattern, instead as string);
  return left.toWellFormed();
}
