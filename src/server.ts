import { buildApp } from "./app.ts";
import { openServices } from "./host.ts";
import type { Config } from "./platform/config.ts";

/** Serves web and API until closed. Answers the address it listens on. */
export async function startServer(config: Config): Promise<{ address: string; close(): Promise<void> }> {
  const services = await openServices(config, { worker: false });
  const app = await buildApp(services);
  try {
    const address = await app.listen({ host: config.host, port: config.port });
    return {
      address,
      async close() {
        app.server.closeIdleConnections?.();
        await Promise.race([app.close(), new Promise((resolve) => setTimeout(resolve, 3000))]);
        await services.close();
      },
    };
  } catch (error) {
    await services.close();
    throw error;
  }
}
