import { join } from "node:path";
import { writeEvents } from "./events/index.ts";
import type { Config } from "./platform/config.ts";
import { rootDir } from "./platform/config.ts";
import { openDatabase } from "./platform/database.ts";
import { folderStore } from "./platform/files.ts";
import { openQueue } from "./platform/jobs.ts";
import { createLimits } from "./platform/limits.ts";
import { createLog, type Log } from "./platform/log.ts";
import { createOutbound } from "./platform/outbound.ts";
import { connect, connectionsOf } from "./platform/postgres/index.ts";
import { createReader } from "./platform/reading/child.ts";
import { ssoHooks } from "./sso/index.ts";
import { openSecrets } from "./platform/secrets.ts";
import type { Services } from "./platform/services.ts";

/** Opens what a process works with: database under the application's role, queue, file store, keys, parser children. */
export async function openServices(config: Config, options: { worker: boolean; log?: Log }): Promise<Services & { close(): Promise<void> }> {
  const log = options.log ?? createLog(config.logLevel);
  const { app } = connectionsOf(config);
  const { keys, signing } = openSecrets(config);
  await (await connect(app)).end(); // a database that is starting or recovering is waited for
  const database = openDatabase(app, { max: 16 });
  const queue = await openQueue(app, log, { worker: options.worker });
  // The web process only draws pages; one child is enough and the rest of the machine reads documents.
  const reader = createReader({ size: options.worker ? config.readers : 1, parserPath: join(rootDir, "dist", "parser.js") });
  return {
    config, log, database, queue, keys, signing, reader, writeEvents, limits: createLimits(database.pool, log),
    files: folderStore(join(config.stateDir, "files")),
    sso: ssoHooks,
    outbound: createOutbound({ hosts: config.outboundHosts, privateHosts: config.outboundPrivateHosts }),
    clock: () => new Date(),
    async close() {
      await queue.stop();
      await reader.close();
      await database.close();
    },
  };
}
