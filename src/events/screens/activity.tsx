import { useEffect, useRef, useState, type ReactNode } from "react";
import {
  addDays, api, ApiError, asApiError, Avatar, Button, Count, DataTable, DateInput, DateText, EmptyState, Field, FilterBar, FilterChip, FilterChoices, Glyph, Icon, IconButton, Menu, Note, Page, SearchBox, showDateAndDay, showInstant,
  Tabs, toast, ToggleChip, useApiQuery, useFilters, useKeys, useLocale, usePages, usePhone, useSession, type Column, type MenuItem,
} from "../../web/kit.ts";
import type { AlertView, EventView, SavedView, Verification } from "../contract.ts";
import { isRefusal } from "../policy.ts";
import { AlertSheet, AlertStrip, useUnseenAlerts } from "./alerts.tsx";
import { Opened } from "./opened.tsx";
import { ViewTools } from "./views.tsx";
import { actionWords, nounChoices, nounLabel } from "./words.ts";

const spans = { today: { label: "today", days: 0 }, week: { label: "last 7 days", days: 6 }, month: { label: "last 30 days", days: 29 }, year: { label: "last 12 months", days: 364 }, all: { label: "since the beginning", days: null } } as const;
type Span = keyof typeof spans;

/** What the address holds. Everything but `view` and `alert` is the filter that a saved view keeps. */
const none = { q: "", what: "", who: "", when: "all", from: "", until: "", only: "", of: "", about: "", n: "" };
const start = { ...none, view: "", alert: "" };
type Filters = typeof none;
const kinds: Record<string, string> = { key: "API keys", job: "Counterfoil by itself", buyer: "Buyers", operator: "The operator", system: "The system" };
/** Pages that end early because filters rarely fit together are followed by themselves, this often. */
const FOLLOW = 30;

/** What happened, newest first, as the sealed chain of events holds it. Filters live in the address. */
export function ActivityPage() {
  const session = useSession();
  const locale = useLocale();
  const phone = usePhone();
  const zone = session.company?.timeZone;
  const [address, setAddress] = useFilters(start);
  const { view: viewId, alert: alertId, ...filters } = address;
  const setFilters = (change: Partial<Filters>) => setAddress(change);
  const [openSeq, setOpenSeq] = useState<number | null>(null);
  const [alertsOpen, setAlertsOpen] = useState(alertId !== "");
  const team = useApiQuery<{ members: { personId: string; name: string }[] }>("/api/team", { staleMs: 300_000 });
  const counts = useApiQuery<{ total: number; nouns: { noun: string; events: number }[] }>("/api/events/counts", { staleMs: 60_000, keep: true });
  const saved = useApiQuery<{ items: SavedView[] }>("/api/events/views", { staleMs: 60_000 });
  const alerts = useUnseenAlerts();

  const span = spans[filters.when as Span] ?? spans.all;
  const custom = filters.from !== "" || filters.until !== "";
  const isKind = filters.who in kinds;
  const query = {
    search: filters.q, action: filters.what, companyId: filters.of, refused: filters.only === "refused" ? "true" : "", alert: filters.only === "alerts" ? "true" : "", subjectId: filters.about, seq: filters.n,
    actorId: isKind ? "" : filters.who, actorKind: isKind ? filters.who : "", from: custom ? filters.from : span.days === null ? "" : addDays(session.today, -span.days), until: custom ? filters.until : "", timeZone: zone ?? "",
  };
  const pages = usePages<EventView>("/api/events", { query });
  const short = pages.status === "full" && pages.hasOlder && pages.rows.length < 50;
  useFollow(pages.identity, short && pages.rows.length === 0, pages.older);
  useEffect(() => { if (filters.n && pages.rows.length === 1) setOpenSeq(pages.rows[0]!.seq); }, [filters.n, pages.rows]);

  const views = saved.data?.items ?? [];
  const current = views.find((one) => one.id === viewId) ?? null;
  const active = Object.fromEntries(Object.entries(filters).filter(([name, value]) => value !== none[name as keyof Filters]));
  const filtered = Object.keys(active).length > 0;
  const asSaved = JSON.stringify(Object.entries(current?.filter ?? {}).toSorted()) === JSON.stringify(Object.entries(active).toSorted());
  const builtIn = filters.only === "" ? "all" : filters.only;
  const tab = current ? current.id : Object.keys(active).every((name) => name === "only") ? builtIn : filtered ? "" : "all";
  const chooseTab = (key: string) => {
    const view = views.find((one) => one.id === key);
    setAddress({ ...start, ...(view ? { ...view.filter, view: view.id } : key === "all" ? {} : { only: key }) });
  };
  const clear = () => setAddress(start);

  const { verdict, verifying, failure, verify } = useVerify();
  useKeys("Activity", [{ keys: "v", label: "Verify now", run: () => void verify() }, { keys: "!", label: "Alerts", run: () => setAlertsOpen(true) }]);
  const showAlert = (alert: AlertView) => {
    setAlertsOpen(false);
    setAddress({ ...start, ...(alert.event !== null ? { n: String(alert.event) } : { who: alert.actor.id ?? "", only: "refused" }) });
  };

  const asAddress = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
  const exports: MenuItem[] = [{ label: "Export CSV, for spreadsheets", icon: "download", href: `/api/events.csv?${asAddress}` }, { label: "Export JSON Lines, with hashes", icon: "download", href: `/api/events.jsonl?${asAddress}` }];
  const time = (at: string) => new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone: zone }).format(new Date(at));
  const day = (at: string) => new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date(at));
  const dayWords = (at: string) => {
    const date = day(at);
    const words = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", ...(date.slice(0, 4) === session.today.slice(0, 4) ? {} : { year: "numeric" }), timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
    return date === session.today ? `Today, ${words}` : date === addDays(session.today, -1) ? `Yesterday, ${words}` : words;
  };
  const columns: Column<EventView>[] = [
    { key: "time", head: "Time", width: 96, cell: (event) => phone ? <DateText value={event.at} short /> : <time dateTime={event.at} title={showInstant(event.at, locale, zone)} className="num text-ink-2">{time(event.at)}</time>, phone: "aside" },
    { key: "who", head: "Who", width: 190, cell: (event) => <span className="flex items-center gap-2"><Who event={event} /><span className="clip">{event.actor.name ?? "Counterfoil"}</span></span>, phone: "state" },
    { key: "what", head: "What", width: 230, cell: (event) => <span className={`font-medium ${isRefusal(event.action) ? "text-danger" : ""}`}>{event.alerts.length > 0 && <span className="mr-1.5 inline-block align-[-2px]" title="Raised an alert"><Glyph stage="needsYou" tone="doubt" /><span className="sr-only">Raised an alert. </span></span>}{actionWords(event.action)}</span>, full: (event) => actionWords(event.action), phone: "title" },
    { key: "on", head: "On", link: true, phone: "note", cell: (event) => <span className="font-regular text-ink-2">{event.summary}</span>, full: (event) => event.summary },
    { key: "from", head: "From", width: 150, from: "wide", cell: (event) => <span className="text-ink-2" title={event.ip ?? undefined}>{event.device ?? event.ip ?? (event.actor.kind === "job" || event.actor.kind === "system" ? "Server" : "–")}</span> },
    { key: "seal", head: "Seal", width: 72, from: "desk", cell: (event) => <span className="font-code text-sm text-ink-3">{event.hash.slice(0, 4)}</span> },
  ];
  const whoChoices = [{ value: "", label: "anyone" }, ...(team.data?.members ?? []).map((member) => ({ value: member.personId, label: member.name })), ...Object.entries(kinds).map(([value, label]) => ({ value, label }))];
  const noun = filters.what.split(".")[0]!;
  const total = counts.data && (Object.keys(active).length === 0 ? counts.data.total : Object.keys(active).length === 1 && filters.what === noun && noun ? counts.data.nouns.find((one) => one.noun === noun)?.events ?? 0 : undefined);
  const further = <Button onClick={pages.older}>Search further back</Button>;

  return (
    <Page title="Activity" scroll={false} line beside={<Verdict verdict={verdict} time={time} />}
      actions={<>
        <Button icon="warning" keys={phone ? undefined : "!"} onClick={() => setAlertsOpen(true)}>{alerts.data?.unseen ? <>Alerts <b className="num font-strong text-doubt">{alerts.data.unseen}</b></> : "Alerts"}</Button>
        {!phone && <Button keys="v" busy={verifying} onClick={() => void verify()}>Verify now</Button>}
        <Menu items={[phone && { label: "Verify now", icon: "check", onChoose: () => void verify(), disabledBecause: verifying ? "It is being checked" : null }, ...exports]}>{phone ? <IconButton icon="more" label="Verify and export" /> : <Button icon="download">Export</Button>}</Menu>
      </>}>
      {alerts.data && <AlertStrip alerts={alerts.data} onShow={showAlert} onAll={() => setAlertsOpen(true)} />}
      {verdict && !verdict.intact && (
        <div className="border-b border-line px-6 py-3 max-phone:px-4"><Note tone="danger"><b>Event {verdict.firstBroken?.toLocaleString("en")} does not fit: the log was changed outside of Counterfoil.</b> {verdict.problem} The {verdict.events.toLocaleString("en")} events before it are unbroken. Compare with a backup, and find out who could write to the database.</Note></div>
      )}
      {failure && <div className="border-b border-line px-6 py-3 max-phone:px-4"><Note tone="danger">The log could not be checked. {failure.message}</Note></div>}
      <Tabs keys current={tab} onChoose={chooseTab} tabs={[{ key: "all", label: "All" }, { key: "refused", label: "Refused" }, { key: "alerts", label: "Raised an alert" }, ...views.map((one) => ({ key: one.id, label: one.name }))]}
        extra={<ViewTools current={current} filter={active} changed={filtered && !asSaved && !(tab === "refused" || tab === "alerts")} onSaved={(view) => setAddress({ view: view.id })} onDeleted={() => setAddress(start)} />} />
      <FilterBar aside={total !== undefined && !phone ? <span className="text-sm text-ink-2"><Count value={total} /> {total === 1 ? "event" : "events"}</span> : undefined}>
        <SearchBox value={filters.q} onChange={(q) => setFilters({ q })} placeholder={counts.data ? `Search ${counts.data.total.toLocaleString(locale)} events` : "Search events"} />
        {session.companies.length > 0 && (
          <FilterChip label="Company" value={session.companies.find((one) => one.id === filters.of)?.name ?? null} onClear={() => setFilters({ of: "" })}>
            {(close) => <FilterChoices value={filters.of} choices={[{ value: "", label: "any" }, ...session.companies.map((one) => ({ value: one.id, label: one.name }))]} onChoose={(of) => { setFilters({ of }); close(); }} />}
          </FilterChip>
        )}
        <FilterChip label="Who" any="anyone" value={filters.who ? (whoChoices.find((one) => one.value === filters.who)?.label ?? pages.rows.find((event) => event.actor.id === filters.who)?.actor.name ?? "somebody who left") : null} onClear={() => setFilters({ who: "" })}>
          {(close) => <div className="max-h-80 overflow-y-auto"><FilterChoices value={filters.who} choices={whoChoices} onChoose={(who) => { setFilters({ who }); close(); }} /></div>}
        </FilterChip>
        <FilterChip label="What" any="anything" value={filters.what ? (filters.what === noun ? nounLabel(noun) : actionWords(filters.what)) : null} onClear={() => setFilters({ what: "" })}>
          {(close) => <div className="max-h-80 overflow-y-auto"><FilterChoices value={filters.what} choices={[{ value: "", label: "anything" }, ...nounChoices(counts.data?.nouns ?? []).map((one) => ({ value: one.noun, label: `${nounLabel(one.noun)} · ${one.events.toLocaleString(locale)}` }))]} onChoose={(what) => { setFilters({ what }); close(); }} /></div>}
        </FilterChip>
        <FilterChip label="When" any={spans.all.label} value={custom ? <>{filters.from ? <DateText value={filters.from} short /> : "the beginning"} – {filters.until ? <DateText value={filters.until} short /> : "today"}</> : span === spans.all ? null : span.label} onClear={() => setFilters({ when: "all", from: "", until: "" })}>
          {(close) => (
            <>
              <FilterChoices value={custom ? "" : filters.when} choices={Object.entries(spans).map(([value, { label }]) => ({ value, label }))} onChoose={(when) => { setFilters({ when, from: "", until: "" }); close(); }} />
              <div className="mt-3 grid grid-cols-2 gap-2 border-t border-line pt-3">
                <Field label="From"><DateInput short placeholder="1/11" value={filters.from} onChange={(from) => setFilters({ from })} /></Field>
                <Field label="Until"><DateInput short placeholder="19/11" value={filters.until} onChange={(until) => setFilters({ until })} /></Field>
              </div>
            </>
          )}
        </FilterChip>
        <ToggleChip on={filters.only === "refused"} onChange={(on) => setFilters({ only: on ? "refused" : "" })}>Refused only</ToggleChip>
        {filters.about && <ToggleChip on onChange={() => setFilters({ about: "" })} icon="close">All about one thing</ToggleChip>}
        {filters.n && <ToggleChip on onChange={() => setFilters({ n: "" })} icon="close">Event {Number(filters.n).toLocaleString(locale)}</ToggleChip>}
      </FilterBar>
      <DataTable label="events" pages={pages} columns={columns} id={(event) => String(event.seq)} group={(event) => dayWords(event.at)}
        onOpen={(event) => setOpenSeq(openSeq === event.seq ? null : event.seq)}
        expanded={(event) => (openSeq === event.seq ? <Opened event={event} at={`${showDateAndDay(day(event.at), locale)}, ${time(event.at)}`} onSubject={() => setAddress({ ...start, about: event.subject.id ?? "" })} onActor={() => setAddress({ ...start, who: event.actor.id ?? "" })} /> : null)}
        after={short && pages.rows.length > 0 ? <p className="flex items-center gap-3 px-6 py-3 text-ink-2 max-phone:px-4">These filters rarely fit together; there may be older ones. {further}</p> : short ? <p className="flex items-center gap-3 px-6 py-6 text-ink-2 max-phone:px-4">Nothing fits in this part of the log. {further}</p> : undefined}
        foot={<span className="max-phone:hidden">Reading a document is recorded as well as changing it.</span>}
        empty={short ? <EmptyState title="Nothing fits in the newest part of the log" action={further} /> : filtered ? <EmptyState title="No event matches" action={<Button onClick={clear}>Clear filters</Button>}>A search finds words, or how they begin, in what happened, who did it, the address and the request id.</EmptyState> : <EmptyState title="Nothing has happened yet" first />} />
      <AlertSheet open={alertsOpen} onClose={() => { setAlertsOpen(false); if (alertId) setAddress({ alert: "" }); }} onShow={showAlert} marked={alertId} />
    </Page>
  );
}

/** Goes on to the next page while pages come empty, so that nobody presses a button through a long log. */
function useFollow(identity: string, empty: boolean, older: () => void): void {
  const followed = useRef({ identity, times: 0 });
  useEffect(() => {
    if (followed.current.identity !== identity) followed.current = { identity, times: 0 };
    if (empty && followed.current.times < FOLLOW) { followed.current.times++; older(); }
  });
}

type Checked = Verification & { at: Date };

function useVerify() {
  const [verdict, setVerdict] = useState<Checked | null>(null);
  const [verifying, setVerifying] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const verify = async () => {
    setVerifying(true);
    setFailure(null);
    try {
      setVerdict({ ...(await api.post<Verification>("/api/events/verify", { body: {} })), at: new Date() });
    } catch (error) {
      setFailure(asApiError(error));
    } finally {
      setVerifying(false);
    }
  };
  return { verdict, verifying, failure, verify };
}

/** What the check found, with the newest seal to keep elsewhere. */
function Verdict({ verdict, time }: { verdict: Checked | null; time: (at: string) => string }): ReactNode {
  if (!verdict) return null;
  if (!verdict.intact) return <span role="status" className="flex items-center gap-2 text-danger"><Glyph stage="needsYou" />Broken at event <Count value={verdict.firstBroken ?? 0} /></span>;
  const { head } = verdict;
  const keep = () => void navigator.clipboard.writeText(`${head?.seq} ${head?.hash}`).then(() => toast("Seal copied. Keep it elsewhere: it proves later that nothing before it was changed"), () => toast("The browser did not allow copying"));
  return (
    <span role="status" className="flex min-w-0 items-center gap-2">
      <Glyph stage="done" /><span className="clip">Unbroken, <Count value={verdict.events} /> events, checked {time(verdict.at.toISOString()).slice(0, 5)} in {verdict.milliseconds < 1000 ? `${verdict.milliseconds} ms` : `${(verdict.milliseconds / 1000).toFixed(1)} s`}</span>
      {head && <IconButton icon="copy" label="Copy the newest seal" size="small" onClick={keep} />}
    </span>
  );
}

function Who({ event }: { event: EventView }) {
  if (event.actor.kind === "person") return <Avatar name={event.actor.name ?? "?"} />;
  const icon = event.actor.kind === "key" ? "key" : event.actor.kind === "buyer" ? "people" : event.actor.kind === "operator" ? "eye" : "server";
  return <span className="grid size-[22px] shrink-0 place-items-center rounded-full border border-line-strong text-ink-2"><Icon name={icon} size={12} /></span>;
}
