// Answers of a review: shown at once, sent one after the other (each needs the version the one before made), and settled
// documents that can be taken back.
import { useCallback, useEffect, useRef, useState } from "react";
import { api, ApiError, queryClient, useApiQuery } from "../../web/kit.ts";
import type { ReceivedDetail } from "../contract.ts";
import { refreshInbox } from "./verbs.tsx";

type Body = Record<string, unknown>;
const path = "/api/received-invoices/{id}";
export const keyOfDetail = (id: string): unknown[] => [path, { path: { id }, query: {} }];
export const cachedDetail = (id: string): ReceivedDetail | undefined => queryClient.getQueryData<ReceivedDetail>(keyOfDetail(id));
export const loadDetail = (id: string): Promise<ReceivedDetail> => queryClient.fetchQuery({ queryKey: keyOfDetail(id), queryFn: () => api.get<ReceivedDetail>(path, { path: { id } }), staleTime: 15_000 });

// One line per document, also across a change of place: the next answer waits for the version of the one before.
const lines = new Map<string, Promise<unknown>>();
/** Refusals of documents that were left already; shown when one comes back to them. */
const failures = new Map<string, ApiError>();
/** The document settled last, for `U` after the screen has moved on. */
let lastSettled: { id: string; words: string } | null = null;
export const settledLast = () => lastSettled;
export const forgetSettled = () => { lastSettled = null; };

/** Sends one verb of a document after those before it, with the version they made. Its answer becomes what the screen shows. */
export function sendVerb(id: string, verb: string, body: Body): Promise<ReceivedDetail> {
  const before = lines.get(id) ?? Promise.resolve();
  const sent = before.catch(() => undefined).then(async () => {
    const version = cachedDetail(id)?.version ?? (await loadDetail(id)).version;
    const detail = await api.post<ReceivedDetail>(`${path}/${verb}`, { path: { id }, body: { version, ...body } });
    await queryClient.cancelQueries({ queryKey: keyOfDetail(id) });
    queryClient.setQueryData(keyOfDetail(id), detail);
    return detail;
  });
  lines.set(id, sent);
  return sent;
}

// Settled on this screen: a neighbour's cached place in the queue may not know it yet.
const settledHere = new Set<string>();
export const openAgain = (id: string): void => void settledHere.delete(id);

/** The document to go on with: a neighbour that is still open, else the newest one that is; null at the end of the queue. */
export async function nextOf(document: ReceivedDetail): Promise<string | null> {
  const { nextId, previousId } = (cachedDetail(document.id) ?? document).queue;
  const near = [nextId, previousId].find((one) => one && one !== document.id && !settledHere.has(one));
  // Not asked for without need: the next document has to be there at once.
  if (near) return near;
  const page = await api.get<{ items: { id: string }[] }>("/api/received-invoices", { query: { companyId: document.companyId, tab: "to_review", limit: 50 } }).catch(() => ({ items: [] }));
  return page.items.find((one) => one.id !== document.id && !settledHere.has(one.id))?.id ?? null;
}

/** Approves, rejects or holds while the screen goes on. Failing, it leaves the reason with the document. */
export async function settle(id: string, words: string, verb: "approve" | "reject" | "hold", body: Body): Promise<boolean> {
  settledHere.add(id);
  try {
    await sendVerb(id, verb, body);
    lastSettled = { id, words };
    refreshInbox();
    return true;
  } catch (error) {
    settledHere.delete(id);
    failures.set(id, error instanceof ApiError ? error : new ApiError(0, {}));
    await queryClient.invalidateQueries({ queryKey: keyOfDetail(id) });
    return false;
  }
}

/** What the last verb of this document was refused for, until the next one. */
export const failureOf = (id: string): ApiError | undefined => failures.get(id);
export const forgetFailure = (id: string): void => void failures.delete(id);

/** A run through the queue, for the line at its end. */
type Run = { since: number; done: number; keys: number };
let run: Run | null = null;
export const startRun = (): void => { run ??= { since: Date.now(), done: 0, keys: 0 }; };
export const countKey = (): void => { if (run) run.keys++; };
export const countDone = (by = 1): void => { if (run) run.done = Math.max(0, run.done + by); };
export function endRun(): Run | null { const ended = run; run = null; return ended; }

/** The document with its answers: `pending` are paths answered here and not yet confirmed by the server. */
export function useDocument(id: string) {
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<ApiError | null>(null);
  const now = useRef(id);
  now.current = id;
  const [poll, setPoll] = useState(false);
  const query = useApiQuery<ReceivedDetail>(path, { path: { id }, refetchEveryMs: poll ? 700 : false, staleMs: 1000 });
  const reading = query.data?.reading.state === "waiting" || query.data?.reading.state === "reading";
  useEffect(() => setPoll(reading), [reading]);
  useEffect(() => { setPending(new Set()); setFailure(failureOf(id) ?? null); forgetFailure(id); }, [id]);

  const send = useCallback(async (verb: string, body: Body, answered?: string): Promise<ReceivedDetail | null> => {
    if (answered) setPending((before) => new Set([...before, answered]));
    setFailure(null);
    try {
      const detail = await sendVerb(id, verb, body);
      refreshInbox();
      return detail;
    } catch (error) {
      const refused = error instanceof ApiError ? error : new ApiError(0, {});
      if (now.current === id) setFailure(refused);
      if (refused.code === "changed_elsewhere") await queryClient.invalidateQueries({ queryKey: keyOfDetail(id) });
      return null;
    } finally {
      if (answered && now.current === id) setPending((before) => new Set([...before].filter((one) => one !== answered)));
    }
  }, [id]);

  // The next two documents with their first pages, so that they appear at once.
  const next = query.data?.queue.nextId;
  useEffect(() => {
    let gone = false;
    const warm = async (other: string | null | undefined, deeper: number): Promise<void> => {
      if (!other || gone) return;
      const detail = await loadDetail(other);
      if (detail.pages.length > 0) new Image().src = `/api/received-invoices/${other}/pages/1/image`;
      if (deeper > 0) await warm(detail.queue.nextId, deeper - 1);
    };
    void warm(next, 1).catch(() => undefined);
    return () => { gone = true; };
  }, [next]);
  return { query, pending, failure, setFailure, send };
}
