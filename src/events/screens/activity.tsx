import { useState, type ReactNode } from "react";
import {
  addDays, api, ApiError, asApiError, Avatar, Button, Count, DataTable, DateText, DownloadLink, EmptyState, FilterBar, FilterChip, FilterChoices, Glyph, Icon, Link, Note, Page, SearchBox, showDateAndDay, showInstant, ToggleChip, useApiQuery,
  useFilters, useKeys, useLocale, usePages, usePhone, useSession, type Column,
} from "../../web/kit.ts";
import type { EventView } from "../contract.ts";
import { actionWords, isRefusal, labelWords, nouns, placeOf, valueWords } from "./words.ts";

type Verdict = { intact: boolean; events: number; firstBroken: number | null; at: Date };

const spans = { today: { label: "today", days: 0 }, week: { label: "last 7 days", days: 6 }, month: { label: "last 30 days", days: 29 }, year: { label: "last 12 months", days: 364 }, all: { label: "since the beginning", days: null } } as const;
type Span = keyof typeof spans;

/** What happened, newest first, as the sealed chain of events holds it. Filters live in the address. */
export function ActivityPage() {
  const session = useSession();
  const locale = useLocale();
  const phone = usePhone();
  const zone = session.company?.timeZone;
  const [filters, setFilters] = useFilters({ q: "", what: "", who: "", when: "all", only: "", of: "" });
  const [openSeq, setOpenSeq] = useState<number | null>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [verifying, setVerifying] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const team = useApiQuery<{ members: { personId: string; name: string }[] }>("/api/team", { staleMs: 300_000 });
  const span = spans[filters.when as Span] ?? spans.all;
  const query = {
    search: filters.q, action: filters.what, companyId: filters.of, refused: filters.only === "refused" ? "true" : "",
    actorId: /^(job|key|buyer|system)$/.test(filters.who) ? "" : filters.who, actorKind: /^(job|key|buyer|system)$/.test(filters.who) ? filters.who : "",
    from: span.days === null ? "" : addDays(session.today, -span.days),
  };
  const pages = usePages<EventView>("/api/events", { query });
  const verify = async () => {
    setVerifying(true); setFailure(null);
    try {
      setVerdict({ ...(await api.get<Omit<Verdict, "at">>("/api/events/verification")), at: new Date() });
    } catch (error) {
      setFailure(asApiError(error));
    } finally {
      setVerifying(false);
    }
  };
  useKeys("Activity", [{ keys: "v", label: "Verify now", run: () => void verify() }]);

  const whoChoices = [{ value: "", label: "anyone" }, ...(team.data?.members ?? []).map((member) => ({ value: member.personId, label: member.name })), { value: "key", label: "API keys" }, { value: "job", label: "Counterfoil by itself" }, { value: "buyer", label: "Buyers" }];
  const filtered = Object.entries(filters).some(([name, value]) => value !== (name === "when" ? "all" : ""));
  const clear = () => setFilters({ q: "", what: "", who: "", when: "all", only: "", of: "" });
  const csv = `/api/events.csv?${new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""))}`;
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
    { key: "what", head: "What", width: 230, cell: (event) => <span className={`font-medium ${isRefusal(event.action) ? "text-danger" : ""}`}>{actionWords(event.action)}</span>, full: (event) => actionWords(event.action), phone: "title" },
    { key: "on", head: "On", link: true, phone: "note", cell: (event) => <span className="font-regular text-ink-2">{event.summary}</span>, full: (event) => event.summary },
    { key: "from", head: "From", width: 130, from: "wide", cell: (event) => <span className="text-ink-2">{event.ip ?? (event.actor.kind === "job" || event.actor.kind === "system" ? "Server" : "–")}</span> },
    { key: "seal", head: "Seal", width: 72, from: "desk", cell: (event) => <span className="font-code text-sm text-ink-3">{event.hash.slice(0, 4)}</span> },
  ];
  return (
    <Page title="Activity" scroll={false} line
      beside={verdict ? (verdict.intact
        ? <span role="status" className="flex items-center gap-2"><Glyph stage="done" />Unbroken, <Count value={verdict.events} /> events, checked {time(verdict.at.toISOString()).slice(0, 5)}</span>
        : <span role="status" className="flex items-center gap-2 text-danger"><Glyph stage="needsYou" />Broken at event <Count value={verdict.firstBroken ?? 0} /></span>) : undefined}
      actions={<><Button keys="v" busy={verifying} onClick={() => void verify()}>Verify now</Button><DownloadLink href={csv} icon="download">{phone ? "CSV" : "Export CSV"}</DownloadLink></>}>
      {verdict && !verdict.intact && (
        <div className="border-b border-line px-6 py-3 max-phone:px-4"><Note tone="danger">Event {verdict.firstBroken} does not fit the seal of the one before it: the log was changed outside of Counterfoil. The {verdict.events.toLocaleString("en")} events before it are unbroken. Compare with a backup, and find out who could write to the database.</Note></div>
      )}
      {failure && <div className="border-b border-line px-6 py-3 max-phone:px-4"><Note tone="danger">The log could not be checked. {failure.message}</Note></div>}
      <FilterBar>
        <SearchBox value={filters.q} onChange={(q) => setFilters({ q })} placeholder="Search events" />
        {session.companies.length > 0 && (
          <FilterChip label="Company" value={session.companies.find((one) => one.id === filters.of)?.name ?? null} onClear={() => setFilters({ of: "" })}>
            {(close) => <FilterChoices value={filters.of} choices={[{ value: "", label: "any" }, ...session.companies.map((one) => ({ value: one.id, label: one.name }))]} onChoose={(of) => { setFilters({ of }); close(); }} />}
          </FilterChip>
        )}
        <FilterChip label="Who" any="anyone" value={filters.who ? (whoChoices.find((one) => one.value === filters.who)?.label ?? "somebody who left") : null} onClear={() => setFilters({ who: "" })}>
          {(close) => <FilterChoices value={filters.who} choices={whoChoices} onChoose={(who) => { setFilters({ who }); close(); }} />}
        </FilterChip>
        <FilterChip label="What" any="anything" value={nouns.find((one) => one.value === filters.what)?.label ?? (filters.what ? actionWords(filters.what) : null)} onClear={() => setFilters({ what: "" })}>
          {(close) => <div className="max-h-80 overflow-y-auto"><FilterChoices value={filters.what} choices={[{ value: "", label: "anything" }, ...nouns]} onChoose={(what) => { setFilters({ what }); close(); }} /></div>}
        </FilterChip>
        <FilterChip label="When" any={spans.all.label} value={span === spans.all ? null : span.label} onClear={() => setFilters({ when: "all" })}>
          {(close) => <FilterChoices value={filters.when} choices={Object.entries(spans).map(([value, { label }]) => ({ value, label }))} onChoose={(when) => { setFilters({ when }); close(); }} />}
        </FilterChip>
        <ToggleChip on={filters.only === "refused"} onChange={(on) => setFilters({ only: on ? "refused" : "" })}>Refused only</ToggleChip>
      </FilterBar>
      <DataTable label="events" pages={pages} columns={columns} id={(event) => String(event.seq)} group={(event) => dayWords(event.at)}
        onOpen={(event) => setOpenSeq(openSeq === event.seq ? null : event.seq)} expanded={(event) => (openSeq === event.seq ? <Opened event={event} at={showDateAndDay(day(event.at), locale)} /> : null)}
        foot={<span className="max-phone:hidden">Reading a document is recorded as well as changing it.</span>}
        empty={filtered ? <EmptyState title="No event matches" action={<Button onClick={clear}>Clear filters</Button>} /> : <EmptyState title="Nothing has happened yet" first />} />
    </Page>
  );
}

function Who({ event }: { event: EventView }) {
  if (event.actor.kind === "person") return <Avatar name={event.actor.name ?? "?"} />;
  return <span className="grid size-[22px] shrink-0 place-items-center rounded-full border border-line-strong text-ink-2"><Icon name={event.actor.kind === "key" ? "key" : event.actor.kind === "buyer" ? "people" : "server"} size={12} /></span>;
}

/** What an event holds: what was before and after, who, from where, and its place in the chain. */
function Opened({ event, at }: { event: EventView; at: string }) {
  const place = placeOf(event);
  const { before, after, ...rest } = event.details;
  const left: [string, ReactNode][] = [
    ...(before !== undefined || after !== undefined ? [["Change", <span key="change"><s className="text-ink-3">{valueWords(before)}</s> <Icon name="arrow" size={12} className="inline text-ink-3" /> <b className="font-strong">{valueWords(after)}</b></span>] as [string, ReactNode]] : []),
    ...Object.entries(rest).map(([key, value]): [string, ReactNode] => [labelWords(key), valueWords(value)]),
  ];
  const right: [string, ReactNode][] = [
    ["When", at], ["Address", event.ip ?? "–"], ["Device", event.userAgent ?? "–"], ["Request", <code key="r" className="font-code text-sm">{event.requestId ?? "–"}</code>],
    ["Seal", <code key="s" className="font-code text-sm" title={event.hash}>{event.hash.slice(0, 12)} follows {event.previousHash.slice(0, 8)}</code>], ["Event", <span key="e" className="num">{event.seq}</span>],
  ];
  const list = (items: [string, ReactNode][]) => <dl className="grid grid-cols-[100px_minmax(0,1fr)] gap-x-3 gap-y-1">{items.map(([label, value]) => <div key={label} className="contents"><dt className="text-ink-3">{label}</dt><dd className="min-w-0 break-words whitespace-normal">{value}</dd></div>)}</dl>;
  return (
    <div className="grid gap-x-10 gap-y-3 py-2 pr-6 phone:grid-cols-2 phone:pl-[88px] max-phone:px-4 max-phone:pb-3">
      <div>{list(left.length > 0 ? left : [["About", event.summary]])}{place && <p className="mt-2"><Link to={place} className="link">Open it</Link></p>}</div>
      {list(right)}
    </div>
  );
}
