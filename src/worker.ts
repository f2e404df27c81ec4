import { openServices } from "./host.ts";
import { jobs, sweeps } from "./nouns.ts";
import type { Config } from "./platform/config.ts";

/** Works jobs off and runs the sweeps until closed. */
export async function startWorker(config: Config): Promise<{ close(): Promise<void> }> {
  const services = await openServices(config, { worker: true });
  for (const job of jobs) await services.queue.work(job.kind, { parallel: job.parallel }, (payload) => job.run(services, payload));
  const timers = sweeps.map((sweep) => {
    let running = false;
    const turn = async () => {
      if (running) return;
      running = true;
      await sweep.run(services).catch((error: unknown) => services.log.warn({ sweep: sweep.name, error: String(error) }, "sweep failed"));
      running = false;
    };
    void turn();
    return setInterval(turn, sweep.everyMs);
  });
  return {
    async close() {
      timers.forEach(clearInterval);
      await services.close();
    },
  };
}
