import { writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buildApp } from "./app.ts";
import { createPlainListener } from "./doors/plain.ts";
import { DRAIN_MS } from "./doors/load.ts";
import { servedFile, watchCertificate } from "./doors/tls.ts";
import { openServices } from "./host.ts";
import type { Config } from "./platform/config.ts";

/**
 * Serves web and API until closed. `close` takes in no more, lets what is in work come to its end (`DRAIN_MS` at the
 * longest, meanwhile newcomers get 503) and then ends. Answers the address it listens on, and the plain one beside it.
 */
export async function startServer(config: Config): Promise<{ address: string; plainAddress: string | null; stopMs: number; close(): Promise<void> }> {
  const services = await openServices(config, { worker: false });
  const ends: (() => unknown)[] = [];
  try {
    const app = await buildApp(services);
    await app.listen({ host: config.host, port: config.port });
    if (config.tls) ends.push(watchCertificate(app.server, config.tls, services.log, { tell: (served) => writeFileSync(servedFile(config.stateDir), JSON.stringify(served), { mode: 0o600 }) }));
    const plain = config.httpPort === null ? null : await listen(createPlainListener(config), config.host, config.httpPort);
    if (plain) ends.push(() => { plain.close(); plain.closeAllConnections(); });
    return {
      address: addressOf(app.server, config.tls ? "https" : "http"),
      plainAddress: plain && addressOf(plain, "http"),
      stopMs: DRAIN_MS + 2000,
      async close() {
        await app.load.drain();
        ends.forEach((end) => end());
        app.server.closeIdleConnections();
        const closed = app.close();
        app.server.closeAllConnections();
        await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 1500))]);
        await services.close();
      },
    };
  } catch (error) {
    ends.forEach((end) => end());
    await services.close();
    throw error;
  }
}

const listen = (server: Server, host: string, port: number) => new Promise<Server>((resolve, reject) => {
  server.once("error", reject);
  server.listen({ host, port }, () => resolve(server));
});

function addressOf(server: Server, scheme: string): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `${scheme}://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
