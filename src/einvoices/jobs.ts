import { askAboutSent, transmitJob } from "./transmit.ts";

export const jobs = [{ kind: "einvoices.transmit" as const, parallel: 2, run: transmitJob }];
export const sweeps = [{ name: "einvoices.ask", everyMs: 30_000, run: askAboutSent }];
