import { useState, type ReactNode } from "react";
import { Button, DateInput, Dialog, Field, Fields, Input, Note, useSession, type ApiError } from "../../web/kit.ts";

/** Asks before something that stays in the books: what follows, and why it is done. */
export function ReasonDialog({ title, children, verb, label = "Why", placeholder, danger = false, dated = false, busy, error, onClose, onConfirm }: {
  title: ReactNode; children?: ReactNode; verb: string; label?: string; placeholder?: string; danger?: boolean; /** Also asks for the day, today at first. */ dated?: boolean; busy: boolean; error: ApiError | null; onClose: () => void; onConfirm: (reason: string, date: string) => void;
}) {
  const { today } = useSession();
  const [reason, setReason] = useState("");
  const [date, setDate] = useState(today);
  const because = reason.trim() === "" ? "Say why first" : dated && !/^\d{4}-\d\d-\d\d$/.test(date) ? "Write the day first" : null;
  const confirm = () => { if (!because) onConfirm(reason.trim(), date); };
  return (
    <Dialog open onClose={onClose} title={title} width={460} foot={<><Button onClick={onClose}>Cancel</Button><Button kind={danger ? "danger" : "primary"} busy={busy} disabledBecause={because} reasonBeside onClick={confirm}>{verb}</Button></>}>
      {children && <div className="mb-3.5 text-ink-2">{children}</div>}
      {error && <div className="mb-3"><Note tone="danger">{error.message}</Note></div>}
      <Fields>
        <Field label={label} required className={dated ? "phone:col-span-8!" : ""}><Input value={reason} onChange={setReason} placeholder={placeholder} onEnter={confirm} maxLength={500} /></Field>
        {dated && <Field label="On" className="phone:col-span-4!"><DateInput short value={date} onChange={setDate} /></Field>}
      </Fields>
    </Dialog>
  );
}
