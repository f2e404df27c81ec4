// Files on their way: sent one by one, three at once, then watched until they are read. Kept outside React, so that the
// queue survives every change of place.
import { useSyncExternalStore } from "react";
import { ApiError, api, queryClient } from "../../web/kit.ts";
import type { ReceivedDetail, ReceivedSummary, UploadAnswer } from "../contract.ts";
import type { z } from "zod";

export type Upload = {
  id: number;
  file: File;
  companyId: string;
  state: "waiting" | "sending" | "reading" | "read" | "already_here" | "needs_password" | "unreadable" | "refused" | "failed";
  /** Sent part, 0 to 1. */
  sent: number;
  /** The document, once the server has it. */
  received?: string;
  page?: number | null;
  pages?: number | null;
  readMs?: number | null;
  /** Why it was not taken or not read, with what mends it. */
  problem?: string;
  startedAt?: number;
};

const atOnce = 3;
const pollMs = 700;

let uploads: readonly Upload[] = [];
let count = 0;
let running = 0;
let watching = false;
/** While the server asks for a pause: until when. */
let pausedUntil = 0;
const listeners = new Set<() => void>();

function set(next: readonly Upload[]): void {
  uploads = next;
  for (const listener of listeners) listener();
}
const change = (id: number, to: Partial<Upload>) => set(uploads.map((one) => (one.id === id ? { ...one, ...to } : one)));

export const useUploads = (): readonly Upload[] => useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => uploads);
export const isFinished = (upload: Upload): boolean => !["waiting", "sending", "reading"].includes(upload.state);
export const pausedFor = (): number => Math.max(0, pausedUntil - Date.now());

/** Takes files into the queue. A finished batch makes room for the next one. */
export function uploadFiles(files: readonly File[], companyId: string): void {
  const fresh = files.map((file): Upload => ({ id: ++count, file, companyId, state: "waiting", sent: 0 }));
  set([...(uploads.every(isFinished) ? [] : uploads), ...fresh]);
  pump();
}

export const clearUploads = (): void => set(uploads.filter((one) => !isFinished(one)));
/** Sends one again that did not arrive. */
export function sendAgain(id: number): void {
  change(id, { state: "waiting", sent: 0, problem: undefined });
  pump();
}

function pump(): void {
  if (Date.now() < pausedUntil) return;
  for (const one of uploads) {
    if (running >= atOnce) return;
    if (one.state !== "waiting") continue;
    running++;
    change(one.id, { state: "sending", startedAt: Date.now() });
    void send(one).finally(() => { running--; pump(); });
  }
}

async function send(upload: Upload): Promise<void> {
  const { id } = upload;
  try {
    const answer = await post(upload, (sent) => change(id, { sent }));
    const [result] = answer.results;
    if (!result || result.outcome === "refused" || !result.id) change(id, { state: "refused", problem: result?.message ?? "The server did not take this file." });
    else if (result.outcome === "already_here") change(id, { state: "already_here", received: result.id });
    else {
      change(id, { state: "reading", received: result.id, sent: 1 });
      refreshLists();
      void watch();
    }
  } catch (error) {
    const failure = error instanceof ApiError ? error : new ApiError(0, {});
    if (failure.status === 429) {
      // The rest starts by itself: this file goes back to the queue.
      pausedUntil = Date.now() + 20_000;
      change(id, { state: "waiting", sent: 0 });
      setTimeout(pump, 20_100);
    } else change(id, { state: failure.status === 0 || failure.status >= 500 ? "failed" : "refused", problem: failure.message });
  }
}

/** One file as multipart/form-data. XMLHttpRequest, as fetch tells nothing about what was sent. */
function post({ file, companyId }: Upload, onSent: (part: number) => void): Promise<z.infer<typeof UploadAnswer>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/received-invoices?companyId=${encodeURIComponent(companyId)}`);
    request.responseType = "json";
    request.upload.onprogress = (event) => { if (event.lengthComputable) onSent(event.loaded / event.total); };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300 && request.response) resolve(request.response as z.infer<typeof UploadAnswer>);
      else reject(new ApiError(request.status, { requestId: request.getResponseHeader("x-request-id"), ...(request.response as object | null) }));
    };
    request.onerror = () => reject(new ApiError(0, {}));
    const form = new FormData();
    form.append("file", file, file.name);
    request.send(form);
  });
}

const refreshLists = () => {
  for (const path of ["/api/received-invoices", "/api/received-invoices/counts", "/api/session"]) void queryClient.invalidateQueries({ queryKey: [path] });
};

/** Asks for the newest documents until none of ours is being read. */
async function watch(): Promise<void> {
  if (watching) return;
  watching = true;
  try {
    for (let failures = 0; failures < 40;) {
      await new Promise((resolve) => setTimeout(resolve, pollMs));
      const open = uploads.filter((one) => one.state === "reading" && one.received);
      if (open.length === 0) return;
      try {
        const [first] = open;
        const page = await api.get<{ items: ReceivedSummary[] }>("/api/received-invoices", { query: { companyId: first!.companyId, limit: 200 } });
        const known = new Map(page.items.map((row) => [row.id, row]));
        let settled = false;
        for (const one of open) {
          // Others may have pushed it off the newest page, or it is another company's: ask for it alone.
          const row = known.get(one.received!) ?? await api.get<ReceivedDetail>("/api/received-invoices/{id}", { path: { id: one.received! } });
          settled = (await follow(one, row)) || settled;
        }
        if (settled) refreshLists();
        failures = 0;
      } catch {
        failures++;
      }
    }
  } finally {
    watching = false;
  }
}

async function follow(upload: Upload, row: ReceivedSummary): Promise<boolean> {
  const { state, page, pages, reason, remedy } = row.reading;
  if (state === "waiting" || state === "reading") { change(upload.id, { page, pages }); return false; }
  if (state === "read") {
    // The document's fields come into the cache on the way, so that its review opens at once.
    const detail = await queryClient.fetchQuery<ReceivedDetail>({
      queryKey: ["/api/received-invoices/{id}", { path: { id: row.id }, query: {} }],
      queryFn: () => api.get<ReceivedDetail>("/api/received-invoices/{id}", { path: { id: row.id } }),
    }).catch(() => null);
    change(upload.id, { state: "read", readMs: detail?.readMs ?? null });
  } else change(upload.id, { state, problem: [reason, remedy].filter(Boolean).join(" ") });
  return true;
}

// On the review screen `U` takes an answer back, so the overlay leaves the key alone there.
let keyFree = true;
export function leaveUploadKey(free: boolean): void { keyFree = free; for (const listener of listeners) listener(); }
export const useUploadKey = (): boolean => useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => keyFree);
