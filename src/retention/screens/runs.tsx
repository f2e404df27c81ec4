import { useState } from "react";
import { Button, DateText, FailedState, Link, PlainTable, Section, showInstant, SkeletonLines, StateChip, useApiQuery, useLocale, useSession } from "../../web/kit.ts";
import type { DeletionView, RetentionView, RunView } from "../contract.ts";
import type { z } from "zod";
import { filesIn, longDay, size } from "./words.ts";

/** What the nightly runs did, each with its evidence. */
export function Runs({ view }: { view: RetentionView }) {
  const locale = useLocale();
  const { company } = useSession();
  const [shown, setShown] = useState(6);
  const query = useApiQuery<{ items: RunView[]; nextCursor: string | null }>("/api/retention/runs", { query: { limit: 100 }, refetchEveryMs: 60_000 });
  const runs = query.data?.items ?? [];
  return (
    <Section title="Past runs" aside={<>Next: {longDay(view.nextRunAt, locale, company?.timeZone, true)}</>}>
      {query.error && !query.data ? <FailedState compact what="The runs could not be loaded" error={query.error} again={() => void query.refetch()} /> : !query.data ? <SkeletonLines lines={3} /> : runs.length === 0 ? (
        <p className="text-ink-2">There was no run yet. The first is on {longDay(view.nextRunAt, locale, company?.timeZone, true)}.</p>
      ) : (
        <>
          <PlainTable caption="Past runs">
            <thead className="sr-only"><tr><th scope="col">When</th><th scope="col">Result</th><th scope="col">Evidence</th></tr></thead>
            <tbody>{runs.slice(0, shown).map((run) => (
              <tr key={run.id}>
                <td className="num py-1.5! whitespace-nowrap">{showInstant(run.finishedAt ?? run.startedAt, locale, company?.timeZone)}</td>
                <td className="py-1.5!"><Result run={run} /></td>
                <td className="text-right">{run.deleted.files + run.bundles > 0 && <a className="link text-sm" href={`/api/retention/deletions.csv?runId=${run.id}`} download aria-label={`Evidence of the run of ${showInstant(run.startedAt, locale, company?.timeZone)} as CSV`}>Evidence</a>}</td>
              </tr>
            ))}</tbody>
          </PlainTable>
          {runs.length > shown && <div className="mt-2"><Button kind="quiet" size="small" onClick={() => setShown(shown + 20)}>Show older runs</Button></div>}
        </>
      )}
      {view.deleted.files > 0 && <Deletions view={view} />}
    </Section>
  );
}

function Result({ run }: { run: RunView }) {
  const locale = useLocale();
  if (run.state === "running") return <StateChip stage="quarter">Running</StateChip>;
  if (run.state === "refused") return <StateChip stage="needsYou" title={run.refusedBecause ?? undefined}><span className="whitespace-normal">Nothing deleted: the date is not certain</span></StateChip>;
  const more = [run.bundles > 0 && `${run.bundles} ${run.bundles === 1 ? "export" : "exports"}`, run.held > 0 && `${run.held} held`, run.resumed > 0 && "taken up again after an interruption"].filter(Boolean).join(", ");
  return (
    <span className="text-ink-2">
      {run.deleted.files > 0 ? <><b className="text-ink">{filesIn(run.deleted.files, locale)}</b>, {size(run.deleted.bytes, locale)}</> : "None due"}{more && <span className="text-ink-3"> · {more}</span>}
      {run.errors > 0 && <span className="block text-danger">{run.errors} could not be deleted and {run.errors === 1 ? "is" : "are"} tried again: {run.lastError}</span>}
    </span>
  );
}

/** The newest deletions, and all of them as a table to take along. */
function Deletions({ view }: { view: RetentionView }) {
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const query = useApiQuery<{ items: z.infer<typeof DeletionView>[] }>("/api/retention/deletions", { query: { limit: 20 }, enabled: open });
  return (
    <div className="mt-3">
      <p className="flex flex-wrap items-baseline gap-x-3 text-ink-2"><span>{filesIn(view.deleted.files, locale)} deleted in all, {size(view.deleted.bytes, locale)}.</span><button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? "Hide" : "Show the newest"}</button><a className="link" href="/api/retention/deletions.csv" download>All as CSV</a></p>
      {open && (query.error ? <FailedState compact what="The deletions could not be loaded" error={query.error} again={() => void query.refetch()} /> : !query.data ? <SkeletonLines lines={3} /> : (
        <PlainTable caption="Deleted files, newest first">
          <thead><tr><th scope="col">File</th><th scope="col">Received</th><th scope="col">Deleted</th><th scope="col" className="max-phone:hidden">SHA-256</th></tr></thead>
          <tbody>{query.data.items.map((one) => (
            <tr key={one.documentId + one.sha256}><td>{one.kind === "original" ? <Link className="link" to={`/inbox/${one.documentId}`}>{one.fileName}</Link> : one.fileName}</td><td className="whitespace-nowrap"><DateText value={one.receivedAt} /></td><td className="whitespace-nowrap"><DateText value={one.deletedAt} /></td><td className="font-code text-sm text-ink-3 max-phone:hidden" title={one.sha256}>{one.sha256.slice(0, 16)}…</td></tr>
          ))}</tbody>
        </PlainTable>
      ))}
    </div>
  );
}
