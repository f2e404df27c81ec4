import { Button, Count, DateText, EmptyState, FailedState, Glyph, Link, Sheet, SkeletonLines, toast, useApiMutation, useApiQuery, useSession } from "../../web/kit.ts";
import type { AlertView } from "../contract.ts";
import { alertWords, type AlertKind } from "../policy.ts";

type Alerts = { items: AlertView[]; nextCursor: string | null; unseen: number };
const path = "/api/alerts";
const refresh = [path, "/api/events"];

/** Unseen alerts of the reader, newest first; asked again every half minute. */
export const useUnseenAlerts = (enabled = true) => useApiQuery<Alerts>(path, { query: { unseen: "true", limit: "1" }, enabled, refetchEveryMs: 30_000 });

const useSeen = () => useApiMutation<string, AlertView>("post", "/api/alerts/{id}/seen", { request: (id) => ({ path: { id }, body: {} }), refresh });

/** The newest that the reader has not seen, above the list. */
export function AlertStrip({ alerts, onShow, onAll }: { alerts: Alerts; onShow: (alert: AlertView) => void; onAll: () => void }) {
  const seen = useSeen();
  const [alert] = alerts.items;
  if (!alert) return null;
  return (
    <section aria-label="Alerts" className="flex min-h-11 shrink-0 items-center gap-x-3 gap-y-1.5 border-b border-line px-6 py-1.5 max-phone:flex-wrap max-phone:px-4 max-phone:py-2.5">
      <Glyph stage="needsYou" tone="doubt" size={14} />
      <span className="min-w-0 flex-1 max-phone:basis-[calc(100%-28px)]"><b className="font-strong">{wordsOf(alert)}.</b> {alert.summary} <span className="text-ink-3"><DateText value={alert.at} short /></span>{seen.error && <span role="alert" className="block text-danger">{seen.error.message}</span>}</span>
      <span className="flex shrink-0 items-center gap-2 max-phone:ml-[26px]">
        <Button size="small" onClick={() => onShow(alert)}>Look</Button>
        <Button size="small" kind="quiet" busy={seen.isPending} onClick={() => seen.mutate(alert.id)}>Seen</Button>
        {alerts.unseen > 1 && <Button size="small" kind="quiet" onClick={onAll}>All {alerts.unseen}</Button>}
      </span>
    </section>
  );
}

const wordsOf = (alert: AlertView): string => alertWords[alert.kind as AlertKind] ?? alert.kind;

/** Every alert there was, with who has seen it. */
export function AlertSheet({ open, onClose, onShow, marked }: { open: boolean; onClose: () => void; onShow: (alert: AlertView) => void; marked: string }) {
  const { may } = useSession();
  const query = useApiQuery<Alerts>(path, { query: { limit: "100" }, enabled: open });
  const seen = useSeen();
  const all = useApiMutation<void, unknown>("post", "/api/alerts/seen", { request: () => ({ body: {} }), refresh, onDone: () => toast("Marked all as seen") });
  const items = query.data?.items ?? [];
  return (
    <Sheet open={open} onClose={onClose} title="Alerts" width={520} foot={<>
      {may("settings.manage") && <span className="mr-auto self-center"><Link to="/settings/alerts" className="link">When owners are alerted</Link></span>}
      <Button busy={all.isPending} onClick={() => all.mutate()} disabledBecause={query.data && query.data.unseen === 0 ? "You have seen all of them" : null}>Mark all as seen</Button>
    </>}>
      {query.error && !query.data ? <FailedState compact what="The alerts could not be loaded" error={query.error} again={() => void query.refetch()} />
        : !query.data ? <SkeletonLines lines={6} />
        : items.length === 0 ? <EmptyState title="Nothing has stood out" first>Owners are told of mass exports, many refusals, new devices, more rights, changed bank details, API keys and the operator's looks.</EmptyState> : (
          <ul className="border-t border-line">
            {items.map((alert) => (
              <li key={alert.id} className={`flex gap-3 border-b border-line py-2.5 ${alert.id === marked ? "-mx-2 rounded-2 bg-selected px-2" : ""}`}>
                <span className="pt-0.5"><Glyph stage={alert.seen ? "done" : "needsYou"} tone={alert.seen ? "off" : "doubt"} size={14} /></span>
                <span className="min-w-0 flex-1">
                  <b className="block font-strong">{wordsOf(alert)}</b>
                  <span className="block break-words">{alert.summary}</span>
                  <span className="block text-sm text-ink-3"><DateText value={alert.at} />{alert.actor.name && <> · {alert.actor.name}</>}{alert.seenBy.length > 0 && <> · seen by {alert.seenBy.map((one) => one.name).join(", ")}</>}</span>
                  <span className="mt-1.5 flex gap-2"><Button size="small" onClick={() => onShow(alert)}>Look</Button>{!alert.seen && <Button size="small" kind="quiet" busy={seen.isPending && seen.variables === alert.id} onClick={() => seen.mutate(alert.id)}>Seen</Button>}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      {query.data?.nextCursor && <p className="pt-3 text-sm text-ink-3">The newest <Count value={items.length} /> are shown.</p>}
    </Sheet>
  );
}
