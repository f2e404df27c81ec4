import { useState } from "react";
import { api, Button, Dialog, Field, Input, Note, queryClient, Radios, toast, useApiMutation, useKeys, type ApiError } from "../../web/kit.ts";
import type { ManyAnswer, ReceivedDetail, RejectCode } from "../contract.ts";
import type { z } from "zod";
import { rejectWords } from "./words.ts";

export type ManyResult = z.infer<typeof ManyAnswer>;
const lists = ["/api/received-invoices", "/api/received-invoices/counts", "/api/received-invoices/{id}"];

/** After any verb: lists, counts and the sidebar ask again. */
export const refreshInbox = (): void => {
  for (const path of [...lists.slice(0, 2), "/api/session"]) void queryClient.invalidateQueries({ queryKey: [path] });
};

/** The refused ones of several in one line: what and why, once for each reason. */
export function tellResult(result: ManyResult, verb: string, undo?: () => void): void {
  const refused = result.results.filter((one) => one.outcome === "refused");
  const why = [...new Set(refused.map((one) => one.message ?? ""))].filter(Boolean);
  const stay = refused.length === 0 ? "" : `${refused.length === 1 ? "One stays" : `${refused.length} stay`}: ${why[0]?.replace(/\.$/, "")}${why.length > 1 ? `, and ${why.length - 1} other ${why.length === 2 ? "reason" : "reasons"}` : ""}`;
  toast([result.done > 0 && `${verb} ${result.done}`, stay].filter(Boolean).join(". "), result.done > 0 && undo ? { undo } : {});
}

/** Takes a settled document back: the newest version is asked for first, as the list's may be old. */
export async function reopenMany(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    try {
      const { version } = await api.get<ReceivedDetail>("/api/received-invoices/{id}", { path: { id } });
      const detail = await api.post<ReceivedDetail>("/api/received-invoices/{id}/reopen", { path: { id }, body: { version } });
      queryClient.setQueryData(["/api/received-invoices/{id}", { path: { id }, query: {} }], detail);
    } catch { /* exported or reopened meanwhile: the list shows how it stands */ }
  }
  refreshInbox();
}

export function useApproveMany() {
  return useApiMutation<string[], ManyResult>("post", "/api/received-invoices/approve-many", {
    request: (ids) => ({ body: { ids } }), refresh: lists,
    onDone: (result) => tellResult(result, "Approved", () => void reopenMany(result.results.filter((one) => one.outcome === "done").map((one) => one.id))),
  });
}

const codes = Object.keys(rejectWords) as RejectCode[];

/** Why it is rejected: a digit chooses, Enter proceeds. `names` are the documents in words. */
export function RejectDialog({ open, onClose, names, busy = false, error = null, onReject }: {
  open: boolean; onClose: () => void; names: string; busy?: boolean; error?: ApiError | null; onReject: (code: RejectCode, note: string | undefined) => void;
}) {
  const [code, setCode] = useState<RejectCode>("not_ours");
  const [note, setNote] = useState("");
  const reject = () => { onReject(code, note.trim() || undefined); setNote(""); };
  useKeys("Reject", codes.map((one, index) => ({ keys: String(index + 1), label: rejectWords[one], run: () => setCode(one), inDialog: true, hidden: true })), open);
  return (
    <Dialog open={open} onClose={onClose} title={`Reject ${names}?`} description="It stays here to be read, and can be opened again." width={440}
      foot={<><Button onClick={onClose}>Cancel</Button><Button kind="danger" busy={busy} onClick={reject}>Reject</Button></>}>
      <div className="grid gap-3">
        <Radios label="Why" value={code} onChange={setCode} choices={codes.map((one, index) => ({ value: one, label: rejectWords[one], aside: <span className="num text-sm text-ink-3 max-phone:hidden">{index + 1}</span> }))} />
        <Field label="Note" optional><Input value={note} onChange={setNote} maxLength={500} onEnter={reject} placeholder="For whoever asks later" /></Field>
        {error && <Note tone="danger">{error.message}</Note>}
      </div>
    </Dialog>
  );
}

/** One line on why it waits. */
export function HoldDialog({ open, onClose, name, busy = false, error = null, onHold }: { open: boolean; onClose: () => void; name: string; busy?: boolean; error?: ApiError | null; onHold: (note: string) => void }) {
  const [note, setNote] = useState("");
  const hold = () => { if (note.trim()) { onHold(note.trim()); setNote(""); } };
  return (
    <Dialog open={open} onClose={onClose} title={`Hold ${name}`} description="It cannot be approved until somebody releases it." width={440}
      foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" busy={busy} disabledBecause={note.trim() ? null : "Say why first"} onClick={hold}>Hold</Button></>}>
      <Field label="Why" required><Input value={note} onChange={setNote} onEnter={hold} maxLength={500} placeholder="Waiting for the delivery note" autoComplete="off" /></Field>
      {error && <div className="mt-3"><Note tone="danger">{error.message}</Note></div>}
    </Dialog>
  );
}
