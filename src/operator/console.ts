/**
 * `counterfoil operator …`: counts and health, keys, sessions; and reading in one workspace, by its owner's grant only.
 * Every command leaves a line in logs/operator.log (0600). Nothing here prints a secret; codes are read and never repeated.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Config } from "../platform/config.ts";
import type { DatabaseHandle } from "../platform/database.ts";
import type { Route } from "../platform/http.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { createScope } from "../workspaces/index.ts";
import { passByGrant } from "./access.ts";
import type { Readable } from "./contract.ts";
import { KeyError, keyLines, removeRetired, rewrap, rotateMaster, rotateSigning } from "./keys.ts";
import { endAllSessions, endSessions, personByEmail, resetFactors, type Person } from "./people.ts";
import { everyWorkspace } from "./queries.ts";
import { bytesText, statusLines, statusOf } from "./status.ts";

/** What the console stands on; the command line gives the real thing, a test its own. */
export type ConsoleHost = {
  config: Config;
  version: string;
  /** The product's routes: what a grant opens is shown by the same code as in the browser. */
  routes: readonly Route[];
  print(line: string): void;
  readInput(): Promise<string>;
  open(): Promise<Services & { close(): Promise<void> }>;
  /** A database login whose every transaction is read-only, whatever the code in it tries. */
  openReading(): DatabaseHandle;
};

export const OPERATOR_HELP = `Usage: counterfoil operator <command>

  status [--json]                     Counts and health of this installation.
  workspaces [--json]                 Workspaces by id, with counts. No names.
  sessions end --person EMAIL|--all   Sign a person, or everybody, out everywhere.
  person reset-factor EMAIL           Remove the second factors of somebody who lost all of them.
  keys list [--json]                  Keys by id, with age and what they seal. Never a key.
  keys rotate master|signing          Make a fresh key; the old one goes on opening what it sealed.
  keys rewrap                         Seal everything under the current master key. May be broken off and run again.
  keys remove ID                      Take out an old key that seals nothing any more.
  open --workspace ID --grant CODE list KIND
  open --workspace ID --grant CODE show KIND ID
                                      Read, by an owner's grant. "--grant -" takes the code from standard input.
                                      KIND: received-invoice, invoice, proposal, customer, supplier, payment, activity.
  log [--lines N]                     What was done here, from logs/operator.log.`;

/** A mistake in the words of a command. */
class WordsError extends Error {
  override name = "OperatorError";
}

/** Runs one command. Answers the exit code: 0 done, 1 refused or failed. Throws "OperatorError" for what a person must change. */
export async function runOperator(args: readonly string[], host: ConsoleHost): Promise<number> {
  const [command, ...rest] = args;
  if (command === undefined || command === "help" || command === "--help" || command === "-h") {
    host.print(OPERATOR_HELP);
    return command === undefined ? 1 : 0;
  }
  if (command === "log") return showLog(rest, host);
  const run = commands[command];
  if (!run) throw new WordsError(`There is no operator command “${command}”. See counterfoil operator --help.`);
  const services = await host.open();
  const operator = operatorName();
  try {
    const done = await run(rest, host, services, operator);
    note(host, operator, done.note, "done");
    return 0;
  } catch (error) {
    note(host, operator, `${command}${["keys", "sessions", "person"].includes(command) && /^[a-z-]+$/.test(rest[0] ?? "") ? ` ${rest[0]}` : ""}`, error instanceof Refusal ? `refused: ${error.code}` : "failed");
    if (!(error instanceof Refusal)) throw error;
    host.print(error.message);
    return 1;
  } finally {
    await services.close();
  }
}

type Command = (args: string[], host: ConsoleHost, services: Services, operator: string) => Promise<{ note: string }>;

const commands: Record<string, Command> = {
  async status(args, host, services) {
    const { json } = words(args, { json: { type: "boolean" } }).values;
    const status = await statusOf(host.config, services, host.version);
    if (json) host.print(JSON.stringify(status, null, 2));
    else statusLines(status).forEach(host.print);
    return { note: "status" };
  },

  async workspaces(args, host, services) {
    const { json } = words(args, { json: { type: "boolean" } }).values;
    let count = 0;
    for await (const row of everyWorkspace(services.database.kysely)) {
      const line = {
        id: row.id, kind: row.kind, createdAt: row.created_at.toISOString(), people: Number(row.people), owners: Number(row.owners), companies: Number(row.companies), received: Number(row.received),
        invoices: Number(row.invoices), proposals: Number(row.proposals), files: Number(row.files), fileBytes: Number(row.file_bytes), events: Number(row.events),
      };
      count++;
      host.print(json ? JSON.stringify(line)
        : `${line.id}  ${line.createdAt.slice(0, 10)}  ${line.people} people (${line.owners} owners), ${line.companies} companies, ${line.received} received, ${line.invoices} invoices, ${line.proposals} proposals, ${line.files} files (${bytesText(line.fileBytes)}), ${line.events} events`);
    }
    if (!json) host.print(`${count} ${count === 1 ? "workspace" : "workspaces"}.`);
    return { note: "workspaces" };
  },

  async sessions(args, host, services, operator) {
    const { values, positionals: [verb] } = words(args, { person: { type: "string" }, all: { type: "boolean" } });
    if (verb !== "end" || (values.person === undefined) === (values.all !== true)) throw new WordsError("Say whose sessions: counterfoil operator sessions end --person EMAIL, or --all.");
    if (values.all) {
      const { people, sessions } = await endAllSessions(services);
      host.print(`Ended ${sessions} ${sessions === 1 ? "session" : "sessions"} of ${people} ${people === 1 ? "person" : "people"}.`);
      return { note: `sessions end --all: ${sessions}` };
    }
    const person = await someone(services, values.person as string);
    const ended = await endSessions(services, person, operator);
    host.print(`Ended ${ended} ${ended === 1 ? "session" : "sessions"}.`);
    return { note: `sessions end ${person.id}: ${ended}` };
  },

  async person(args, host, services, operator) {
    const { positionals: [verb, email] } = words(args, {});
    if (verb !== "reset-factor" || !email) throw new WordsError("Say whose: counterfoil operator person reset-factor EMAIL.");
    const person = await someone(services, email);
    await resetFactors(services, person, operator);
    host.print("Took away the authenticator, passkeys and recovery codes, and ended all sessions. The person is told by mail, and each of their workspaces has it in its log.");
    return { note: `person reset-factor ${person.id}` };
  },

  async keys(args, host, services, operator) {
    const { values, positionals: [verb, what] } = words(args, { json: { type: "boolean" } });
    const now = services.clock();
    if (verb === "list") {
      const lines = await keyLines(host.config, services);
      if (values.json) host.print(JSON.stringify(lines, null, 2));
      else for (const line of lines) {
        const seals = Object.entries(line.seals).map(([kind, count]) => `${count} ${kind}`).join(", ");
        host.print("missing" in line ? `! ${line.id}  is not here, yet seals ${seals}. Restore it.`
          : `  ${line.id}  ${line.ring.padEnd(7)} ${(line.current ? "current" : "old").padEnd(7)}  from ${line.source}, ${line.ageDays ?? "?"} days old${line.ring === "master" ? `, seals ${seals || "nothing"}` : ""}`);
      }
      return { note: "keys list" };
    }
    if (verb === "rotate" && what === "master") {
      const { id, before } = rotateMaster(host.config, now);
      host.print(`New master key ${id}; ${before} goes on opening what it sealed. Keep a copy of the new key file, then run: counterfoil operator keys rewrap`);
      return { note: `keys rotate master: ${before} to ${id}` };
    }
    if (verb === "rotate" && what === "signing") {
      const { id, before, removed } = rotateSigning(host.config, now);
      host.print(`New signing key ${id}; sessions signed by ${before} stay good until they end.${removed.length > 0 ? ` Removed ${removed.join(", ")}.` : ""}`);
      return { note: `keys rotate signing: ${before} to ${id}` };
    }
    if (verb === "rewrap" && what === undefined) {
      const { changed, current, secrets } = await rewrap(services, operator);
      host.print(`Sealed ${changed} workspace keys and ${secrets} authenticator secrets under ${services.keys.currentId}; ${current} workspaces were current already.`);
      return { note: `keys rewrap: ${changed}` };
    }
    if (verb === "remove" && what) {
      await removeRetired(host.config, services, what);
      host.print(`Removed key ${what}. Remove it from your copies when no backup sealed by it is needed any more.`);
      return { note: `keys remove ${what}` };
    }
    throw new WordsError("Say what to do with the keys: list, rotate master, rotate signing, rewrap, or remove ID.");
  },

  async open(args, host, services, operator) {
    const { values, positionals: [verb, kindWord, id] } = words(args, { workspace: { type: "string" }, grant: { type: "string" } });
    const kind = kinds[kindWord ?? ""];
    const workspaceId = String(values.workspace ?? "");
    if ((verb !== "list" && verb !== "show") || !kind || (verb === "show") !== (id !== undefined)) throw new WordsError(`Say what to read: open --workspace ID --grant CODE list KIND, or show KIND ID. KIND: ${Object.keys(kinds).join(", ")}.`);
    const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
    if (!uuid.test(workspaceId)) throw new WordsError("Give the workspace's id: --workspace ID. counterfoil operator workspaces lists them.");
    if (id !== undefined && !uuid.test(id)) throw new WordsError("Give the record's id; list shows them.");
    const url = verb === "list" ? kind.list : kind.show;
    if (!url) throw new WordsError(`There is nothing more to show of ${kindWord}; use list.`);
    const spec = host.routes.find((route) => route.method === "GET" && route.url === url);
    if (!spec || spec.answer === "bytes") throw new Error(`no route ${url}`);
    const code = values.grant === "-" ? (await host.readInput()).trim() : (values.grant as string | undefined)?.trim();
    const what = verb === "list" ? `the list of ${kind.many}` : `${kindWord!.replace("-", " ")} ${id}`;
    const actor = await passByGrant(services, { workspaceId, code: code || null, kind: kind.reads, what, subjectId: id ?? null, operator });

    // From here on nothing can be written: the login's transactions are read-only, and what reading would note has been noted.
    const database = host.openReading();
    try {
      const scope = createScope({ ...services, database, writeEvents: async (tx) => { tx.events.length = 0; } }, { workspaceId, actor, userAgent: "counterfoil operator" });
      const call = { scope, params: spec.params ? spec.params.parse({ id }) : {}, query: spec.query ? spec.query.parse({ limit: "200" }) : {}, body: undefined };
      host.print(JSON.stringify(spec.answer.parse(await spec.handler(call as never)), null, 2));
    } finally {
      await database.close();
    }
    return { note: `open ${workspaceId} ${verb} ${kindWord}${id ? ` ${id}` : ""}` };
  },
};

const kinds: Record<string, { reads: Readable; many: string; list: string; show: string | null }> = {
  "received-invoice": { reads: "received_invoices", many: "received invoices", list: "/api/received-invoices", show: "/api/received-invoices/:id" },
  invoice: { reads: "invoices", many: "invoices", list: "/api/invoices", show: "/api/invoices/:id" },
  proposal: { reads: "proposals", many: "proposals", list: "/api/proposals", show: "/api/proposals/:id" },
  customer: { reads: "parties", many: "customers", list: "/api/customers", show: "/api/customers/:id" },
  supplier: { reads: "parties", many: "suppliers", list: "/api/suppliers", show: "/api/suppliers/:id" },
  payment: { reads: "payments", many: "payments", list: "/api/payments", show: "/api/payments/:id" },
  activity: { reads: "activity", many: "events", list: "/api/events", show: null },
};

/** Options and words of a command; a wrong one is a sentence. */
function words(args: string[], options: NonNullable<Parameters<typeof parseArgs>[0]>["options"] & object) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true }) as { values: Record<string, string | boolean | undefined>; positionals: string[] };
  } catch (error) {
    throw new WordsError(`${(error as Error).message.split(". ")[0]!.replace(/\.$/, "")}. See counterfoil operator --help.`);
  }
}

async function someone(services: Services, email: string): Promise<Person> {
  const person = await personByEmail(services, email);
  if (!person) throw new KeyError("Nobody here signs in with this address.");
  return person;
}

/** The person at the console, as far as the operating system tells: the one behind sudo, else the process's user. */
const operatorName = (): string => (process.env["SUDO_USER"] ?? userInfo().username).replace(/[^\w.@-]/g, "_").slice(0, 64);

const logFile = (host: ConsoleHost) => join(host.config.stateDir, "logs", "operator.log");

/** Ids and outcomes only: no code, no address, no content. */
function note(host: ConsoleHost, operator: string, command: string, outcome: string): void {
  mkdirSync(join(host.config.stateDir, "logs"), { recursive: true, mode: 0o700 });
  appendFileSync(logFile(host), `${JSON.stringify({ time: new Date().toISOString(), operator, command, outcome })}\n`, { mode: 0o600 });
}

function showLog(args: string[], host: ConsoleHost): number {
  const { values } = words(args, { lines: { type: "string" } });
  const count = Number(values.lines ?? 50);
  if (!Number.isInteger(count) || count < 1) throw new WordsError("--lines takes a whole number, for instance 50.");
  const lines = existsSync(logFile(host)) ? readFileSync(logFile(host), "utf8").trimEnd().split("\n").slice(-count) : [];
  for (const line of lines) {
    const entry = JSON.parse(line) as { time: string; operator: string; command: string; outcome: string };
    host.print(`${entry.time}  ${entry.operator}  ${entry.command}  ${entry.outcome}`);
  }
  if (lines.length === 0) host.print("Nothing has been done here yet.");
  return 0;
}
