// `counterfoil clock`: the clock by which original files are deleted, and the operator's word for it.
import { userInfo } from "node:os";
import { loadConfig } from "../platform/config.ts";
import { openDatabase } from "../platform/database.ts";
import { connectionsOf } from "../platform/postgres/index.ts";
import { confirmClock, readClock, viewClock } from "./clock.ts";

/** What was said and the exit code: 0 trusted, 1 not trusted or not confirmed. */
export async function clockCommand(words: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<{ says: string; code: number }> {
  const [verb, date] = words;
  const database = openDatabase(connectionsOf(loadConfig(env)).app, { max: 1 });
  const services = { database, clock: () => new Date() };
  try {
    const { now, reason } = viewClock(await readClock(services));
    if (verb === "confirm") {
      const today = now.slice(0, 10);
      if (reason === "clocks_differ") return { says: `The clocks of this machine and of the database differ by more than an hour. Put the wrong one right first.`, code: 1 };
      if (!date || Math.abs(Date.parse(`${date}T12:00:00Z`) - Date.parse(`${today}T12:00:00Z`)) > 86_400_000 || Number.isNaN(Date.parse(date)))
        return { says: `The server takes today for ${today}, and you say ${date ?? "nothing"}. Look at a calendar that does not come from this machine. If ${today} is right, say: counterfoil clock confirm ${today}`, code: 1 };
      await confirmClock(services, `operator ${userInfo().username}`);
      return { says: `Confirmed: today is ${today}. Files are deleted by this clock from now on.`, code: 0 };
    }
    const clock = viewClock(await readClock(services));
    return clock.trusted ? { says: `The clock is trusted: ${clock.now}`, code: 0 } : { says: `The clock is not trusted (${clock.now}). ${clock.message}\n${clock.remedy}`, code: 1 };
  } finally {
    await database.close();
  }
}
