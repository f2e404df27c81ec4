import { useState, type ReactNode } from "react";
import {
  Button, Content, DateText, FailedState, Icon, Input, Note, Page, Radios, Section, SkeletonLines, Tag, toast, useApiMutation, useApiQuery, useLocale, useSession, type ApiError, type IconName,
} from "../../web/kit.ts";
import type { Keep, Preview, RetentionView } from "../contract.ts";
import { enoughFor, fallsShortOf, isShorter, keepMeaning, keepWords } from "../policy.ts";
import { Holds } from "./holds.tsx";
import { FirstRunTable, PlanChart } from "./plan.tsx";
import { Runs } from "./runs.tsx";
import { dayOf, filesIn, inWords, longDay, size, untilThen } from "./words.ts";

const choices: readonly Keep[] = ["7_years", "3_years", "1_year", "permanent"];
const refresh = ["/api/retention", "/api/retention/preview"];

/** How long originals are kept, what that deletes and when, what is held, and what was deleted. */
export function RetentionPage() {
  const query = useApiQuery<RetentionView>("/api/retention", { refetchEveryMs: 60_000 });
  const [choice, setChoice] = useState<Keep | null>(null);
  const { may } = useSession();
  if (query.error && !query.data) return <Page title="File retention" back="/settings"><FailedState what="The retention setting could not be loaded" error={query.error} again={() => void query.refetch()} /></Page>;
  if (!query.data) return <Page title="File retention" back="/settings"><Content><SkeletonLines lines={10} /></Content></Page>;
  const view = query.data;
  const shown = choice ?? view.keep;
  const manages = may("settings.manage");
  return (
    <Page title="File retention" back="/settings" line>
      <Content className="max-w-[1120px]">
        <p className="max-w-[66ch] pt-3 text-ink-2">How long the original files of received invoices are kept, counted from the day they arrive. What was read from them, and everything you issue, stays as long as the workspace does.</p>
        <ClockNote clock={view.clock} />
        {view.pending && <Pending view={view} pending={view.pending} />}
        <div className="mt-6 grid gap-x-12 wide:grid-cols-[minmax(0,1fr)_440px] wide:grid-rows-[auto_auto_1fr]">
          <div className="min-w-0">
            <Radios framed label="Keep original files for" value={shown} onChange={setChoice} choices={choices.map((keep) => ({
              value: keep, label: <>{keepWords[keep]}{keep === "7_years" && <span className="font-regular text-ink-3"> recommended</span>}</>, hint: keepMeaning[keep],
              aside: keep === view.keep ? <Tag>Now</Tag> : keep === view.pending?.keep ? <Tag icon="clock"><span>From <DateText value={view.pending.firstRunAt} short /></span></Tag> : undefined,
            }))} />
            <LawNote keep={shown} />
          </div>
          <div className="min-w-0 max-wide:mt-6 wide:col-start-2 wide:row-span-2 wide:row-start-1"><Effect key={shown} view={view} keep={shown} onDone={() => setChoice(null)} /></div>
          <div className="mt-5 min-w-0 wide:col-start-1 wide:row-span-2 wide:row-start-2">{manages ? <><Holds openHolds={view.openHolds} /><Runs view={view} /></> : <p className="text-ink-2">Owners and admins choose, put legal holds and see what was deleted. You see what the choice means for the files.</p>}</div>
          <div className="min-w-0 wide:col-start-2 wide:row-start-3 wide:mt-3">
            <Section title="What this covers">
              <ul className="grid gap-2 text-ink-2">
                <Point icon="close"><b className="text-ink">Deleted for good:</b> the original, every page image and page text made of it, its data key, and ZIP exports that hold it. A download answers that it was deleted, and when.</Point>
                <Point icon="check"><b className="text-ink">Stays:</b> fields, lines, evidence text, approvals, exports of what was read, and the audit log with each deleted file's SHA-256.</Point>
                <Point icon="lock"><b className="text-ink">Not touched:</b> invoices, credit notes and proposals you issued, with their PDFs. They are your records and stay for the life of the workspace.</Point>
                <Point icon="server"><b className="text-ink">Backups</b> that your operator makes hold deleted files until those backups expire.</Point>
              </ul>
            </Section>
          </div>
        </div>
      </Content>
    </Page>
  );
}

const Point = ({ icon, children }: { icon: IconName; children: ReactNode }) => <li className="flex gap-2.5"><span className="pt-0.5 text-ink-3"><Icon name={icon} size={14} /></span><span className="min-w-0">{children}</span></li>;

/** Nothing is deleted while the clock is in doubt; the page says so before anything else. */
function ClockNote({ clock }: { clock: RetentionView["clock"] }) {
  if (clock.trusted) return null;
  const calm = clock.reason === "not_watched" || clock.reason === "nobody_looks";
  return <div className="mt-4 max-w-[760px]"><Note tone={calm ? "doubt" : "danger"}><b>Deletion waits: the server's date is not certain.</b> {clock.message} {clock.remedy}</Note></div>;
}

/** A shorter choice in its week: what comes, when, and the way back. */
function Pending({ view, pending }: { view: RetentionView; pending: NonNullable<RetentionView["pending"]> }) {
  const locale = useLocale();
  const { company, may } = useSession();
  const back = useApiMutation<void, RetentionView>("delete", "/api/retention/pending", { refresh, onDone: (after) => toast(`Original files stay ${inWords(after.keep)}`) });
  return (
    <div className="mt-4 max-w-[760px]">
      <Note tone="doubt" action={may("settings.manage") && <Button busy={back.isPending} onClick={() => back.mutate()}>Keep {keepWords[view.keep].toLowerCase()}</Button>}>
        <b>From {longDay(pending.firstRunAt, locale, company?.timeZone, true)}, original files are kept {inWords(pending.keep)}.</b>{" "}
        {pending.first.files > 0 ? <>{filesIn(pending.first.files, locale)} ({size(pending.first.bytes, locale)}) go with that run, {untilThen(pending.firstRunAt)}.</> : "No file is old enough to go with that run."} Until then you can change back and nothing is lost.
        <span className="block text-sm text-ink-2">Asked by {pending.askedBy ?? "somebody"} on <DateText value={pending.askedAt} />. Owners were told by mail.</span>
        {back.error && <span role="alert" className="block text-danger">{back.error.message}</span>}
      </Note>
    </div>
  );
}

function LawNote({ keep }: { keep: Keep }) {
  const { companies } = useSession();
  const short = fallsShortOf(keep, companies.map((company) => company.country));
  const [rule, ...more] = short;
  if (!rule) return null;
  const enough = enoughFor(companies.map((company) => company.country));
  const firms = companies.filter((company) => company.country === rule.country);
  return (
    <div className="mt-4"><Note tone="doubt">
      <b>{rule.office} asks for {rule.years} years{rule.yearEnd ? ", counted from the end of the year" : ""}</b> ({rule.law}). {firms[0]!.name}{firms.length > 1 ? ` and ${firms.length - 1} more are` : " is"} registered there{more.length > 0 ? `, and ${more.length === 1 ? `one more country asks` : `${more.length} more countries ask`} for longer too` : ""}. Keep the originals elsewhere, or choose {enough === "permanent" ? "Permanent" : keepWords[enough]}.
    </Note></div>
  );
}

/** The right half: what the choice does, and the way to make it. */
function Effect({ view, keep, onDone }: { view: RetentionView; keep: Keep; onDone: () => void }) {
  const isCurrent = keep === view.keep;
  const query = useApiQuery<Preview>("/api/retention/preview", { query: { keep }, enabled: !isCurrent, staleMs: 0 });
  return (
    <section aria-label={`What ${keepWords[keep]} does`} className="min-w-0 rounded-3 border border-line-strong px-[22px] py-5 max-phone:px-4">
      {isCurrent ? <Current view={view} />
        : query.error ? <FailedState compact what="The preview could not be made" error={query.error} again={() => void query.refetch()} />
          : !query.data ? <SkeletonLines lines={8} />
            : query.data.shorter ? <Shorter view={view} preview={query.data} onDone={onDone} /> : <Longer view={view} preview={query.data} onDone={onDone} />}
    </section>
  );
}

function Current({ view }: { view: RetentionView }) {
  const locale = useLocale();
  const { company } = useSession();
  const { plan } = view;
  if (plan.kept.files === 0) {
    return <><h2>What is due</h2><p className="mt-1 text-xl font-strong">Nothing yet</p><p className="text-ink-2">Each received invoice's original is kept {inWords(view.keep)} from the day it arrives.</p></>;
  }
  const stock = <p className="text-ink-2">{filesIn(plan.kept.files, locale)} {plan.kept.files === 1 ? "is" : "are"} kept, {size(plan.kept.bytes, locale)}{plan.oldestAt && <>; the oldest arrived on {dayOf(plan.oldestAt, locale, company?.timeZone)}</>}.{plan.held.files > 0 && <> {filesIn(plan.held.files, locale)} {plan.held.files === 1 ? "is" : "are"} under a legal hold and not counted below.</>}</p>;
  if (view.keep === "permanent" || plan.firstDueAt === null) {
    return <><h2>What is due</h2><p className="mt-1 text-xl font-strong">Nothing</p>{stock}<p className="mt-2 text-ink-2">{view.keep === "permanent" ? "Originals are kept until the workspace is deleted." : "Everything is under a legal hold."}</p></>;
  }
  return (
    <>
      <h2>What is due under {keepWords[view.keep]}</h2>
      {plan.first.files > 0
        ? <><p className="num mt-1 text-2xl font-strong">{filesIn(plan.first.files, locale)}</p><p className="text-ink-2">go with the next run, <b className="text-ink">{longDay(view.nextRunAt, locale, company?.timeZone, true)}</b>.</p></>
        : <><p className="mt-1 text-xl font-strong">Nothing before {dayOf(plan.firstDueAt, locale, company?.timeZone)}</p></>}
      {stock}
      <PlanChart plan={plan} from={new Date().toISOString()} />
      {plan.first.files > 0 && <FirstRunTable plan={plan} />}
    </>
  );
}

function Shorter({ view, preview, onDone }: { view: RetentionView; preview: Preview; onDone: () => void }) {
  const locale = useLocale();
  const { company, may } = useSession();
  const [typed, setTyped] = useState("");
  const { plan } = preview;
  const words = keepWords[plan.keep];
  const waits = view.pending?.keep === plan.keep;
  const change = useApiMutation<void, RetentionView>("post", "/api/retention/shorter", { request: () => ({ body: { keep: plan.keep } }), refresh, onDone: (after) => { toast(`Original files are kept for ${words} from ${longDay(after.pending!.firstRunAt, locale, company?.timeZone)}`); onDone(); } });
  const send = () => { if (typed.trim() === words && !waits) change.mutate(); };
  const firstRun = waits ? view.pending!.firstRunAt : preview.firstRunAt;
  return (
    <>
      <h2>What {words} would delete</h2>
      {plan.first.files > 0 ? (
        <><p className="num mt-1 text-2xl font-strong">{filesIn(plan.first.files, locale)}</p>
          <p className="text-ink-2">{size(plan.first.bytes, locale)}, of {filesIn(plan.kept.files, locale)} kept now. The first run is on <b className="text-ink">{longDay(firstRun, locale, company?.timeZone, true)}</b>; until then you can change back and nothing is lost.</p></>
      ) : (
        <><p className="mt-1 text-xl font-strong">{plan.firstDueAt ? `Nothing before ${dayOf(plan.firstDueAt, locale, company?.timeZone)}` : "Nothing yet"}</p>
          <p className="text-ink-2">No original is old enough to go with the first run, on {longDay(firstRun, locale, company?.timeZone, true)}. Until then you can change back.</p></>
      )}
      <FirstRunTable plan={plan} />
      <PlanChart plan={plan} from={firstRun} />
      {!may("settings.manage") ? null : waits ? <p className="mt-4 text-ink-2">This change waits already. It can be taken back above.</p> : (
        <form className="mt-4" onSubmit={(event) => { event.preventDefault(); send(); }}>
          <label className="block"><span className="mb-1 block text-sm font-medium text-ink-2">Type <b className="text-ink">{words}</b> to confirm</span><Input value={typed} onChange={setTyped} autoComplete="off" /></label>
          <Failure error={change.error} />
          <div className="mt-3 flex flex-wrap gap-2">
            <Button kind="danger" type="submit" busy={change.isPending} disabledBecause={typed.trim() === words ? null : `Type ${words} first`}>Delete after {words}</Button>
            <Button kind="quiet" onClick={onDone}>Keep {keepWords[view.keep].toLowerCase()}</Button>
          </div>
        </form>
      )}
      <p className="mt-2.5 text-sm text-ink-3">Only owners and admins can change this. It is written to the audit log, and owners get a mail.</p>
    </>
  );
}

function Longer({ view, preview, onDone }: { view: RetentionView; preview: Preview; onDone: () => void }) {
  const locale = useLocale();
  const { company, may } = useSession();
  const { plan } = preview;
  const change = useApiMutation<void, RetentionView>("put", "/api/retention", { request: () => ({ body: { keep: plan.keep } }), refresh, onDone: (after) => { toast(`Original files are kept ${inWords(after.keep)}`); onDone(); } });
  return (
    <>
      <h2>What {keepWords[plan.keep]} would change</h2>
      <p className="mt-1 text-xl font-strong">{plan.keep === "permanent" ? "Nothing more is deleted" : plan.first.files > 0 ? `Still ${filesIn(plan.first.files, locale)} in the next run` : plan.firstDueAt ? `Nothing before ${dayOf(plan.firstDueAt, locale, company?.timeZone)}` : "Nothing yet"}</p>
      <p className="text-ink-2">It counts at once. What was deleted before does not come back.{isShorter(view.pending?.keep ?? view.keep, view.keep) ? " The change that waits is taken back." : ""}</p>
      <PlanChart plan={plan} from={preview.firstRunAt} />
      <Failure error={change.error} />
      {may("settings.manage") && <div className="mt-4 flex flex-wrap gap-2"><Button kind="primary" busy={change.isPending} onClick={() => change.mutate()}>Keep {inWords(plan.keep)}</Button><Button kind="quiet" onClick={onDone}>Cancel</Button></div>}
      <p className="mt-2.5 text-sm text-ink-3">Only owners and admins can change this. It is written to the audit log.</p>
    </>
  );
}

const Failure = ({ error }: { error: ApiError | null }) => (error ? <p role="alert" className="mt-2 text-danger">{error.message}</p> : null);
