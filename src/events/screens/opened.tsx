import type { ReactNode } from "react";
import { Button, Icon, Link, Tag, toast } from "../../web/kit.ts";
import type { EventView } from "../contract.ts";
import { alertWords, type AlertKind } from "../policy.ts";
import { differencesOf, placeOf, restOf } from "./words.ts";

const copy = (text: string, what: string) => void navigator.clipboard.writeText(text).then(() => toast(`${what} copied`), () => toast("The browser did not allow copying"));

/** What an event holds: what was before and after, who, from where, and its place in the chain. */
export function Opened({ event, at, onSubject, onActor }: { event: EventView; at: string; onSubject: () => void; onActor: () => void }) {
  const place = placeOf(event);
  const differences = differencesOf(event.details);
  const rest = restOf(event.details);
  return (
    <div className="grid gap-x-10 gap-y-4 py-2 pr-6 phone:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)] phone:pl-[88px] max-phone:px-4 max-phone:pb-4">
      <div className="min-w-0">
        {event.alerts.length > 0 && <p className="mb-2 flex flex-wrap gap-1.5">{event.alerts.map((kind) => <Tag key={kind} icon="warning">{alertWords[kind as AlertKind] ?? kind}</Tag>)}</p>}
        <p className="break-words whitespace-normal">{event.summary}</p>
        {differences.length > 0 && (
          <table className="mt-2 w-full table-fixed border-separate border-spacing-0 whitespace-normal">
            <caption className="sr-only">Before and after</caption>
            <colgroup><col style={{ width: 124 }} /><col /></colgroup>
            <thead className="sr-only"><tr><th scope="col">Field</th><th scope="col">Before and after</th></tr></thead>
            <tbody>
              {differences.map((one) => (
                <tr key={one.label} className="align-top">
                  <th scope="row" className="py-0.5 pr-3 text-left font-regular text-ink-3">{one.label}</th>
                  <td className="py-0.5 break-words"><s className="text-ink-3">{one.before}</s><Icon name="arrow" size={12} className="mx-1.5 inline text-ink-3" /><b className="font-strong">{one.after}</b></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {rest.length > 0 && <div className="mt-2"><Rows items={rest} /></div>}
        <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1.5">
          {place && <Link to={place} className="link">Open it</Link>}
          {event.subject.id && <Button size="small" onClick={onSubject}>All about this</Button>}
          {event.actor.id && <Button size="small" onClick={onActor}>All by {event.actor.name ?? "them"}</Button>}
        </p>
      </div>
      <Rows items={[
        ["When", at],
        ["Device", event.device ?? "–"],
        ["Address", event.ip ?? "–"],
        ["Request", event.requestId ? <Copied key="r" text={event.requestId} what="Request id">{event.requestId}</Copied> : "–"],
        ["Event", <span key="e" className="num">{event.seq.toLocaleString("en")}</span>],
        ["Seal", <Copied key="s" text={event.hash} what="Seal">{event.hash.slice(0, 16)}…</Copied>],
        ["Follows", <code key="f" className="font-code text-sm" title={event.previousHash}>{event.previousHash.slice(0, 16)}…</code>],
      ]} />
    </div>
  );
}

function Copied({ text, what, children }: { text: string; what: string; children: ReactNode }) {
  return <button type="button" onClick={() => copy(text, what)} title={`Copy: ${text}`} className="inline-flex max-w-full items-center gap-1.5 rounded-1 font-code text-sm hover:text-accent-text"><span className="clip">{children}</span><Icon name="copy" size={12} className="shrink-0 text-ink-3" /></button>;
}

function Rows({ items }: { items: readonly (readonly [string, ReactNode])[] }) {
  return <dl className="grid grid-cols-[112px_minmax(0,1fr)] content-start gap-x-3 gap-y-1 max-phone:grid-cols-[88px_minmax(0,1fr)]">{items.map(([label, value]) => <div key={label} className="contents"><dt className="text-ink-3">{label}</dt><dd className="min-w-0 break-words whitespace-normal">{value}</dd></div>)}</dl>;
}
