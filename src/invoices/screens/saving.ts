import { useCallback, useEffect, useRef, useState } from "react";
import { api, ApiError, asApiError, keyOf, queryClient, useLocale } from "../../web/kit.ts";
import type { InvoiceView } from "../contract.ts";
import { checkedBody, writtenLines, type Draft, type DraftBody, type Problem } from "./draft.ts";

export type Saving = {
  /** held: something cannot be saved as it is; failed: the server could not be reached or broke, and is asked again. */
  state: "untouched" | "waiting" | "saving" | "saved" | "held" | "failed" | "conflict" | "gone";
  at: Date | null;
  problem: Problem | null;
  error: ApiError | null;
  /** The draft as somebody else left it, while it and ours differ. */
  newer: InvoiceView | null;
};

/** What a body says, apart from the ids of its lines: those come from the server and are no change. */
const meaning = (body: DraftBody): string => JSON.stringify({ ...body, lines: body.lines.map(({ id: _, ...line }) => line) });

const pauseMs = 400;
const retryMs = 4000;

/**
 * Keeps a draft on the server: saved 400 ms after the last key, one request at a time, never over somebody else's change. The
 * first save makes the draft. `flush` saves what is left and answers the draft as the server has it.
 */
export function useSaving({ draft, start, companyId, onMade, onSaved }: { draft: Draft; start: InvoiceView | null; companyId: string; onMade: (view: InvoiceView) => void; onSaved: (view: InvoiceView, sentKeys: readonly string[]) => void }) {
  const locale = useLocale();
  const [saving, setSaving] = useState<Saving>({ state: "untouched", at: start ? new Date(start.updatedAt) : null, problem: null, error: null, newer: null });
  const [view, setView] = useState<InvoiceView | null>(start);
  const now = useRef({ draft, view: start, sent: "", running: null as Promise<InvoiceView> | null, timer: 0 as unknown as ReturnType<typeof setTimeout>, closed: false, conflict: false });
  now.current.draft = draft;
  const first = useRef(true);
  const callbacks = useRef({ onMade, onSaved });
  callbacks.current = { onMade, onSaved };

  const save = useCallback(async (): Promise<InvoiceView> => {
    const state = now.current;
    clearTimeout(state.timer);
    if (state.running) await state.running.catch(() => undefined);
    if (state.running) return state.running;
    const { draft: current } = state;
    const { body, problem } = checkedBody(current, locale);
    if (!body) {
      setSaving((before) => ({ ...before, state: "held", problem, error: null }));
      throw new ApiError(400, { code: "draft_held", message: `${problem.message}.`.replace(/\.\.$/, ".") });
    }
    const text = meaning(body);
    if (state.view && text === state.sent) return state.view;
    setSaving((before) => ({ ...before, state: "saving", problem: null, error: null }));
    const keys = writtenLines(current).map((line) => line.key);
    const made = state.view === null;
    const running = (made ? api.post<InvoiceView>("/api/invoices", { body: { ...body, companyId } }) : api.put<InvoiceView>("/api/invoices/{id}", { path: { id: state.view!.id }, body: { ...body, version: state.view!.version } }));
    state.running = running;
    try {
      const answer = await running;
      state.view = answer;
      state.sent = text;
      queryClient.setQueryData(keyOf("/api/invoices/{id}", { path: { id: answer.id } }), answer);
      setView(answer);
      if (!state.closed) {
        if (made) callbacks.current.onMade(answer);
        callbacks.current.onSaved(answer, keys);
      }
      setSaving({ state: "saved", at: new Date(), problem: null, error: null, newer: null });
      return answer;
    } catch (cause) {
      const error = asApiError(cause);
      if (error.code === "changed_elsewhere" && state.view) {
        state.conflict = true;
        const newer = await api.get<InvoiceView>("/api/invoices/{id}", { path: { id: state.view.id } }).catch(() => null);
        setSaving((before) => ({ ...before, state: "conflict", error, newer }));
      } else if (error.status === 404 || error.code === "invoice_already_issued") setSaving((before) => ({ ...before, state: "gone", error }));
      else {
        setSaving((before) => ({ ...before, state: "failed", error }));
        // A refusal stays one until something changes; an unreachable or breaking server is asked again.
        if (error.status === 0 || error.status >= 500 || error.status === 429) state.timer = setTimeout(() => void save().catch(() => undefined), retryMs);
      }
      throw error;
    } finally {
      state.running = null;
    }
  }, [companyId, locale]);

  useEffect(() => {
    const state = now.current;
    if (first.current) {
      first.current = false;
      const { body } = checkedBody(draft, locale);
      if (state.view && body) state.sent = meaning(body);
      return;
    }
    if (state.conflict) return;
    const { body } = checkedBody(draft, locale);
    if (body && meaning(body) === state.sent && !state.running) return;
    setSaving((before) => ({ ...before, state: before.state === "failed" ? "failed" : "waiting" }));
    clearTimeout(state.timer);
    state.timer = setTimeout(() => void save().catch(() => undefined), pauseMs);
  }, [draft, locale, save]);

  // Leaving sends what the pause had not yet sent.
  useEffect(() => {
    const state = now.current;
    state.closed = false;
    return () => { state.closed = true; clearTimeout(state.timer); if (!state.conflict && (state.view || writtenLines(state.draft).length > 0)) void save().catch(() => undefined); };
  }, [save]);
  useEffect(() => {
    const unsaved = saving.state === "waiting" || saving.state === "saving" || saving.state === "failed" || saving.state === "conflict";
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [saving.state]);

  return {
    saving, view,
    flush: save,
    /** Ours instead of theirs: the next save goes over the newer version. */
    keepMine: () => { const state = now.current; if (!saving.newer) return; state.view = saving.newer; state.conflict = false; state.sent = ""; void save().catch(() => undefined); },
    /** Theirs instead of ours; the caller puts it into the editor. */
    takeTheirs: (): InvoiceView | null => {
      const state = now.current;
      if (!saving.newer) return null;
      state.view = saving.newer; state.conflict = false; first.current = true;
      setView(saving.newer);
      setSaving({ state: "saved", at: new Date(saving.newer.updatedAt), problem: null, error: null, newer: null });
      return saving.newer;
    },
    /** Nothing is saved any more: the draft was issued or discarded. */
    stop: () => { now.current.conflict = true; clearTimeout(now.current.timer); },
  };
}
