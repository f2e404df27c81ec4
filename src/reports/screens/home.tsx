import type { ReactNode } from "react";
import {
  ButtonLink, Content, Count, EmptyState, FailedState, Glyph, Link, Money, Page, plural, Section, SkeletonLines, useApiQuery, useCommands, useCompany, useGo, useKeys, useLocale, usePreference, useSession,
  type Stage, type Tone,
} from "../../web/kit.ts";
import type { HomeView } from "../contract.ts";
import { AgeingTable } from "./ageing.tsx";
import { FlowChart } from "./flow.tsx";

/** What needs you, money in and out around today, what is open both ways, and how well documents are read. */
export function HomePage() {
  const company = useCompany();
  const locale = useLocale();
  const { may, today } = useSession();
  const go = useGo();
  const query = useApiQuery<HomeView>("/api/home", { query: { companyId: company.id }, keep: true, refetchEveryMs: 60_000 });
  useCommands([{ label: "Upload invoices", icon: "upload", keys: "u", run: () => go("/inbox"), disabledBecause: may("received.write") ? null : "Your role may not upload" }]);
  useKeys("Home", [{ keys: "r", label: "Review the inbox", run: () => go("/inbox?tab=to_review") }]);
  const home = query.data;
  const title = capital(new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${home?.today ?? today}T00:00:00Z`)).replace(",", ""));
  const actions = (
    <>
      {may("received.write") && <span className="max-phone:hidden"><ButtonLink to="/inbox" icon="upload">Upload</ButtonLink></span>}
      {may("invoices.write") && <ButtonLink to="/invoices/new" kind="primary" icon="plus">New invoice</ButtonLink>}
    </>
  );
  if (query.error && !home) return <Page title={title} actions={actions}><FailedState what="Home could not be loaded" error={query.error} again={() => void query.refetch()} /></Page>;
  if (!home) return <Page title={title} actions={actions}><Content><SkeletonLines /></Content></Page>;
  return (
    <Page title={title} actions={actions} scroll={false}>
      {query.error && <FailedState compact what="These figures could not be refreshed" error={query.error} again={() => void query.refetch()} since={query.dataUpdatedAt} />}
      <div className="grid min-h-0 flex-1 grid-cols-1 overflow-y-auto desk:grid-cols-[minmax(0,1fr)_384px] desk:overflow-hidden">
        <div className="min-w-0 px-6 pt-1 pb-10 max-phone:px-4 desk:overflow-y-auto desk:pr-8">
          <NeedsYou home={home} />
          <Flows home={home} />
        </div>
        <div className="min-w-0 border-line px-6 pb-16 max-phone:px-4 desk:overflow-y-auto desk:border-l desk:pt-0">
          <AgeingTable title="Owed to us" rows={home.owed} none="Nothing is owed to you." tone="in" hrefOf={(bucket) => (bucket === "not_due" ? "/invoices?tab=open" : "/invoices?tab=overdue")} />
          <AgeingTable title="We owe" aside="not exported yet" rows={home.owing} none="No received invoice is open." tone="out" hrefOf={() => "/inbox"} />
          <Capture home={home} />
          <NextDays home={home} />
        </div>
      </div>
    </Page>
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

type Need = { key: string; stage: Stage; tone?: Tone; what: ReactNode; detail?: ReactNode; sums: readonly { currency: string; amount: string }[]; verb: string; to: string };

function NeedsYou({ home }: { home: HomeView }) {
  const { may } = useSession();
  const alerts = useApiQuery<{ unseen: number; items: { summary: string }[] }>("/api/alerts", { query: { unseen: "true", limit: "1" }, enabled: may("events.read"), staleMs: 30_000 });
  const needs = [...alertsOf(alerts.data), ...needsOf(home, useLocale())];
  return (
    <section aria-labelledby="needs-you">
      <h2 id="needs-you" className="mb-2">Needs you</h2>
      {needs.length === 0 ? <p className="border-y border-line py-4 text-ink-2">Nothing waits for you.</p> : (
        <ul className="border-t border-line">
          {needs.map((need) => (
            <li key={need.key} className="flex items-center gap-3 border-b border-line py-2.5 max-phone:flex-wrap">
              <span className="self-start pt-1"><Glyph stage={need.stage} tone={need.tone} size={14} /></span>
              <span className="min-w-0 flex-1 max-phone:basis-[calc(100%-28px)]"><span className="block">{need.what}</span>{need.detail && <span className="block text-sm text-ink-3">{need.detail}</span>}</span>
              <span className="shrink-0 text-right max-phone:ml-[26px] max-phone:flex-1 max-phone:text-left">{need.sums.slice(0, 2).map((sum) => <span key={sum.currency} className="block"><Money amount={sum.amount} currency={sum.currency} /></span>)}</span>
              <span className="flex w-[76px] shrink-0 justify-end max-phone:w-auto [&>a]:w-full max-phone:[&>a]:min-w-20"><ButtonLink to={need.to} size="small">{need.verb}</ButtonLink></span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What stood out and this person has not seen. */
function alertsOf(alerts: { unseen: number; items: { summary: string }[] } | undefined): Need[] {
  if (!alerts || alerts.unseen === 0) return [];
  return [{ key: "alerts", stage: "needsYou", sums: [], verb: "Look", to: "/activity", what: <b>{plural(alerts.unseen, "alert")} you have not seen</b>, detail: alerts.items[0]?.summary }];
}

function needsOf({ needs }: HomeView, locale: string): Need[] {
  const list: Need[] = [];
  const { bankChanged, review, unreadable, approve, overdue, acceptedDrafts, failedMail, unallocated } = needs;
  if (bankChanged.count > 0) list.push({
    key: "bank", stage: "needsYou", sums: bankChanged.sums, verb: "Open", to: bankChanged.count === 1 && bankChanged.id ? `/inbox/${bankChanged.id}` : "/inbox?tab=on_hold",
    what: <><b>Bank account changed</b> on {bankChanged.count === 1 ? <>an invoice{bankChanged.supplier && <> of {bankChanged.supplier}</>}</> : <>{bankChanged.count} invoices</>}. Payment is on hold.</>,
    detail: "Call the supplier at a number you knew before",
  });
  if (failedMail.count > 0) list.push({ key: "mail", stage: "needsYou", sums: [], verb: "Open", to: "/settings/outbox", what: <><b>{plural(failedMail.count, "mail")} could not be sent.</b></>, detail: failedMail.recipient && `To ${failedMail.recipient}${failedMail.count > 1 ? " and others" : ""}` });
  if (review.count > 0) {
    const proven = review.count - review.doubtful;
    list.push({
      key: "review", stage: "underWay", tone: review.doubtful > 0 ? "doubt" : "calm", sums: review.sums, verb: "Review", to: "/inbox?tab=to_review",
      what: <><b>{plural(review.count, "received invoice")} to review</b>. {[review.doubtful > 0 && `${review.doubtful} ${review.doubtful === 1 ? "needs" : "need"} an answer`, proven > 0 && `${proven} ${proven === 1 ? "has" : "have"} no open question`].filter(Boolean).join(", ")}.</>,
      detail: review.oldestAt && `Oldest from ${new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" }).format(new Date(review.oldestAt))}`,
    });
  }
  if (unreadable.count > 0) list.push({ key: "unreadable", stage: "needsYou", sums: [], verb: "Open", to: "/inbox?tab=to_read", what: <><b>{plural(unreadable.count, "document")} could not be read.</b></>, detail: "Each says what to do" });
  if (approve.count > 0) list.push({
    key: "approve", stage: "open", sums: approve.sums, verb: "Approve", to: "/inbox?tab=to_approve", what: <><b>{plural(approve.count, "invoice")} to approve</b>, all reviewed.</>,
    detail: approve.dueSoon > 0 ? `${approve.dueSoon} due within a week` : undefined,
  });
  if (overdue.count > 0) list.push({
    key: "overdue", stage: "needsYou", sums: overdue.sums, verb: "Open", to: "/invoices?tab=overdue",
    what: <><b>{overdue.count === 1 ? "1 invoice is" : `${overdue.count} invoices are`} overdue</b>, {overdue.count === 1 ? "" : "the oldest "}by {plural(overdue.oldestDays, "day")}.</>,
    detail: overdue.owesMost && `${overdue.owesMost} owes ${overdue.count === 1 ? "it" : "most"}`,
  });
  for (const proposal of needs.proposalsEnding) list.push({
    key: proposal.id, stage: "open", sums: [{ currency: proposal.currency, amount: proposal.amount }], verb: "Open", to: `/proposals/${proposal.id}`,
    what: <><b>{proposal.customerName ?? proposal.title}</b> {proposal.views > 0 ? `opened your proposal ${proposal.views === 1 ? "once" : proposal.views === 2 ? "twice" : `${proposal.views} times`}. It` : "has not opened your proposal, which"} expires {proposal.daysLeft === 0 ? "today" : proposal.daysLeft === 1 ? "tomorrow" : `in ${proposal.daysLeft} days`}.</>,
    detail: proposal.customerName ? proposal.title : undefined,
  });
  if (acceptedDrafts.count > 0) list.push({ key: "drafts", stage: "open", sums: acceptedDrafts.sums, verb: "Issue", to: "/invoices?tab=draft", what: <><b>{plural(acceptedDrafts.count, "draft")} from accepted proposals</b>, not issued yet.</> });
  if (unallocated.count > 0) list.push({ key: "money", stage: "open", sums: unallocated.sums, verb: "Open", to: "/payments?state=unallocated", what: <><b>{plural(unallocated.count, "payment")} with money left</b> that belongs to no invoice yet.</> });
  return list;
}

function Flows({ home }: { home: HomeView }) {
  const company = useCompany();
  const [chosen, choose] = usePreference<string | null>("homeCurrency", null);
  const flow = home.flows.find((one) => one.currency === chosen) ?? home.flows.find((one) => one.currency === company.currency) ?? home.flows[0];
  if (!flow) {
    return (
      <section className="mt-7"><h2>Due in and out</h2>
        <EmptyState title="No amounts yet" action={<ButtonLink to="/inbox">Upload an invoice</ButtonLink>}>Issued and received invoices appear here by the week in which they fall due.</EmptyState>
      </section>
    );
  }
  return (
    <section className="mt-7" aria-labelledby="flow-title">
      <FlowChart flow={flow} others={home.flows.filter((one) => one !== flow).map((one) => one.currency)} onCurrency={choose} />
    </section>
  );
}

function Capture({ home: { capture } }: { home: HomeView }) {
  const rows: [string, ReactNode][] = [
    ["Approved without a correction", capture.approved > 0 ? <span className="num">{capture.untouched} of {capture.approved}</span> : <span className="text-ink-3">–</span>],
    ["Corrected most", capture.corrected.length > 0 ? capture.corrected.map(fieldWords).join(", ") : <span className="text-ink-3">–</span>],
    ["Median time to read", capture.medianMs === null ? <span className="text-ink-3">–</span> : <span className="num">{(capture.medianMs / 1000).toLocaleString("en", { maximumFractionDigits: 1, minimumFractionDigits: 1 })} s</span>],
  ];
  return (
    <Section title={<span className="text-md font-strong">Capture, last {capture.days} days</span>} aside={<Link to="/inbox" className="link">Inbox</Link>}>
      {capture.read === 0 ? <p className="text-ink-2">Nothing was read yet.</p> : (
        <>
          <p className="num text-2xl font-strong tracking-[-0.015em]">{Math.floor((capture.proven * 100) / capture.read)}%</p>
          <p className="text-sm text-ink-3">of <Count value={capture.read} /> documents proven by their own sums</p>
          <dl className="mt-2.5">{rows.map(([label, value]) => <div key={label} className="flex justify-between gap-3 border-t border-line py-1"><dt className="text-ink-2">{label}</dt><dd className="text-right">{value}</dd></div>)}</dl>
        </>
      )}
    </Section>
  );
}

/** "supplier.vatId" as people say it: "Supplier VAT id". */
const fieldWords = (path: string): string => capital(path.replace(/[._]/g, " ").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase().replace(/\bvat\b/, "VAT").replace(/\biban\b/, "IBAN"));

const nextWords: Record<HomeView["next"][number]["kind"], string> = { proposal_ends: "proposal ends", invoice_due: "pays", received_due: "" };

function NextDays({ home }: { home: HomeView }) {
  const locale = useLocale();
  const company = useCompany();
  const day = (date: string) => new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`)).replace(",", "");
  return (
    <Section title={<span className="text-md font-strong">Next seven days</span>}>
      {home.next.length === 0 ? <p className="text-ink-2">Nothing falls due.</p> : (
        <ul>
          {home.next.map((item) => (
            <li key={`${item.kind}${item.id}`}>
              <Link to={item.kind === "proposal_ends" ? `/proposals/${item.id}` : item.kind === "invoice_due" ? `/invoices/${item.id}` : `/inbox/${item.id}`} className="flex gap-2 border-t border-line py-1 hover:bg-hover touch:py-2.5">
                <span className="num w-[52px] shrink-0 text-ink-3">{item.date === home.today ? "Today" : day(item.date)}</span>
                <span className="min-w-0 flex-1 clip">{[item.name, nextWords[item.kind]].filter(Boolean).join(" ")}</span>
                <Money amount={item.amount} currency={item.currency} code={item.currency !== company.currency} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
