import type { Config } from "./config.ts";
import type { DatabaseHandle } from "./database.ts";
import type { FileStore, KeyRing } from "./files.ts";
import type { Queue } from "./jobs.ts";
import type { Limits } from "./limits.ts";
import type { Log } from "./log.ts";
import type { Outbound } from "./outbound.ts";
import type { Reader } from "./reading/child.ts";
import type { SigningKeys } from "./tokens.ts";
import type { SsoHooks } from "../sign-in/index.ts";
import type { Tx } from "../workspaces/scope.ts";

/** What one process of the product works with. Made once by its host (web, worker, test) and handed down. */
export type Services = {
  config: Config;
  log: Log;
  database: DatabaseHandle;
  queue: Queue;
  files: FileStore;
  /** Master keys, which seal workspace keys. */
  keys: KeyRing;
  /** Keys that sign session tokens. */
  signing: SigningKeys;
  /** Counts what may happen only so often, over all processes. */
  limits: Limits;
  /** Reads documents and draws pages in limited child processes. */
  reader: Reader;
  /** The one way out, for addresses that somebody typed. */
  outbound: Outbound;
  /** What single sign-on adds to sign-in; absent where that is not there (a worker, most tests). */
  sso?: SsoHooks;
  /** Writes a transaction's events to the audit chain; the host takes it from the events noun. */
  writeEvents: (tx: Tx) => Promise<void>;
  /** Now. A test moves it. */
  clock: () => Date;
};
