import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Route } from "../platform/http.ts";
import { networkOf } from "../platform/network.ts";
import { createGate, GateFull, type Gate } from "./gate.ts";
import { doors } from "./refusals.ts";

/**
 * How much is worked on at once, by kind, so that slow things hold up only their own kind. `running` places, `waiting` in
 * the queues together, `waitingEach` of one workspace. A request holds its place while we work for it, not while its bytes
 * come or go over a slow line. What must get through (issuing, what other services tell us) has places of its own.
 */
export const PLACES = {
  api: { running: 24, waiting: 160, waitingEach: 128 },
  files: { running: 12, waiting: 96, waitingEach: 48 },
  public: { running: 16, waiting: 256, waitingEach: 128 },
  reserved: { running: 12, waiting: 256, waitingEach: 256 },
  uploads: { running: 64, waiting: 256, waitingEach: 128, runningEach: 16 },
} as const;

/** When the process itself comes so late to what it does every `LOOK_MS`, twice in a row, it sheds what can wait. */
export const LATE_MS = 300;
const LOOK_MS = 250;

/** How long a stop waits for requests in work. */
export const DRAIN_MS = 25_000;

export type Load = {
  /** Takes a place for the work on this request; `release` gives it back. */
  enter(request: FastifyRequest, spec: Route): Promise<void>;
  release(request: FastifyRequest): void;
  /** Remembers whose workspace a credential opens, so that its next request waits in that workspace's queue from the start. */
  learn(request: FastifyRequest, workspaceId: string): void;
  /** Takes in no more, and resolves when the last request in work is answered, at the latest after `ms`. */
  drain(ms?: number): Promise<void>;
  state(): { active: number; stopping: boolean; late: boolean; gates: Record<string, { running: number; waiting: number }> };
};

type Place = { leave: (() => void) | null; signal: { gone: boolean }; answered: boolean };
const MOST_CREDENTIALS = 10_000;

/** Keeps the work of one process within bounds: fair places, shedding when it is late, and an orderly end. */
export function guardLoad(app: FastifyInstance): Load {
  const gates = Object.fromEntries(Object.entries(PLACES).map(([name, places]) => [name, createGate(places)])) as Record<keyof typeof PLACES, Gate>;
  const places = new WeakMap<FastifyRequest, Place>();
  const workspaces = new Map<string, string>();
  let active = 0;
  let stopping = false;
  let late = false;
  let drained: (() => void) | null = null;

  const placeOf = (request: FastifyRequest): Place => {
    let place = places.get(request);
    if (!place) places.set(request, (place = { leave: null, signal: { gone: false }, answered: false }));
    return place;
  };
  const release = (request: FastifyRequest): void => {
    const place = places.get(request);
    place?.leave?.();
    if (place) place.leave = null;
  };

  app.addHook("onRequest", async (request, reply) => {
    active++;
    const place = placeOf(request);
    reply.raw.once("close", () => {
      place.signal.gone = true;
      place.answered = true;
      release(request);
      active--;
      if (active === 0) drained?.();
    });
    if (!stopping) return;
    reply.header("connection", "close");
    throw doors.refuse("stopping", { seconds: 5 });
  });
  app.addHook("onSend", async (request) => {
    const place = places.get(request);
    if (place) place.answered = true;
    release(request);
  });

  // Only where there is a socket: an application that a test calls has no clients to turn away.
  app.addHook("onListen", async () => {
    let last = performance.now();
    let times = 0;
    const timer = setInterval(() => {
      const now = performance.now();
      times = now - last - LOOK_MS > LATE_MS ? times + 1 : 0;
      late = times >= 2; // one long pause is no overload
      last = now;
    }, LOOK_MS).unref();
    app.server.once("close", () => clearInterval(timer));
  });

  return {
    release,
    async enter(request, spec) {
      const kind = kindOf(spec);
      if (late && kind !== "reserved") throw doors.refuse("overloaded", { seconds: 3 });
      const place = placeOf(request);
      if (place.leave) return;
      try {
        const leave = await gates[kind].enter(workspaces.get(credentialOf(request)) ?? networkOf(request.ip), place.signal);
        if (place.answered) leave();
        else place.leave = leave;
      } catch (error) {
        if (!(error instanceof GateFull)) throw error;
        throw error.because === "yours" ? doors.refuse("your_share", { seconds: 2 }) : doors.refuse("overloaded", { seconds: 2 });
      }
    },
    learn(request, workspaceId) {
      const credential = credentialOf(request);
      if (credential === "" || workspaces.get(credential) === workspaceId) return;
      if (workspaces.size >= MOST_CREDENTIALS) workspaces.delete(workspaces.keys().next().value!);
      workspaces.set(credential, workspaceId);
    },
    async drain(ms = DRAIN_MS) {
      stopping = true;
      if (active === 0) return;
      let timer: NodeJS.Timeout;
      await Promise.race([new Promise<void>((resolve) => { drained = resolve; }), new Promise<void>((resolve) => { timer = setTimeout(resolve, ms); })]);
      clearTimeout(timer!);
    },
    state: () => ({ active, stopping, late, gates: Object.fromEntries(Object.entries(gates).map(([name, gate]) => [name, gate.state()])) }),
  };
}

const kindOf = (spec: Route): keyof typeof PLACES =>
  spec.reserved ? "reserved" : spec.multipart ? "uploads" : spec.answer === "bytes" ? "files" : spec.permission === "public" ? "public" : "api";

/** The end of what a caller shows: a signature or random text, so that nobody can show another's. */
const credentialOf = (request: FastifyRequest): string => (request.headers.authorization ?? request.cookies["__Host-counterfoil"] ?? request.cookies["counterfoil"] ?? "").slice(-48);
