import { useEffect, useState } from "react";
import { Button, DateText, FailedState, SkeletonLines, useApiQuery } from "../../web/kit.ts";
import type { TrustView } from "../contract.ts";
import { Figures, Installation, Promises } from "./promises.tsx";

/** What anybody may see of this installation, signed in or not. */
export function TrustPage() {
  const query = useApiQuery<TrustView>("/api/trust", { staleMs: 15_000 });
  const [print, setPrint] = useState(false);
  const view = query.data;
  // As evidence on paper every promise is open; the print begins once that is drawn.
  useEffect(() => { if (print) { window.print(); setPrint(false); } }, [print]);
  useEffect(() => { if (view && location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView(); }, [view === undefined]);
  return (
    <div className="min-h-full bg-surface">
      <header className="border-b border-line">
        <div className="mx-auto flex min-h-15 max-w-[1240px] flex-wrap items-center gap-x-4 gap-y-1 px-6 py-2 max-phone:px-4">
          <span className="flex items-center gap-3"><Sign /><b className="font-strong">Counterfoil</b>{view?.operator && <span className="text-ink-2">at {view.operator}</span>}</span>
          <nav aria-label="On this page" className="no-print ml-auto flex items-center gap-4 max-phone:ml-0 max-phone:w-full"><a className="link" href="#weakness">Security contact</a><a className="link" href="#services">Sub-processors</a><span className="max-phone:hidden"><Button icon="print" onClick={() => setPrint(true)} disabledBecause={view ? null : "Nothing is loaded yet."}>Print as evidence</Button></span></nav>
        </div>
      </header>
      <div className="mx-auto grid max-w-[1148px] grid-cols-[minmax(0,720px)_minmax(0,340px)] justify-between gap-x-12 px-6 pt-9 pb-16 max-desk:grid-cols-1 max-phone:px-4 max-phone:pt-6">
        <main>
          <h1 className="paper-title max-w-[20em] text-3xl text-balance max-phone:text-2xl">What this installation promises, and whether it keeps it</h1>
          <p className="mt-2.5 max-w-[62ch] font-paper text-lg text-ink-2">
            Each line is a promise with tests that bear its name. States are read now, from the running configuration and the database.{" "}
            {view && (view.lastRun ? <>The tests last ran on this machine on <DateText value={view.lastRun.at} />.</> : "The tests have not been run on this machine.")}
          </p>
          {view && <div className="mt-6 desk:hidden"><Figures view={view} /></div>}
          {query.error && !view ? <div className="mt-6"><FailedState what="The page could not be loaded" error={query.error} again={() => void query.refetch()} /></div>
            : !view ? <div className="mt-8"><SkeletonLines lines={12} /></div>
            : <Promises view={view} open={print} signedIn={false} />}
        </main>
        {view && <aside aria-label="This installation" className="max-desk:mt-10 max-desk:max-w-[720px] desk:pt-1"><Installation view={view} /></aside>}
      </div>
    </div>
  );
}

/** The sign of the product: the stub, the perforation, the sheet. */
const Sign = () => (
  <svg width="22" height="22" viewBox="0 0 20 20" aria-hidden="true"><rect x="1" y="3" width="5" height="14" rx="1.5" fill="var(--accent)" /><rect x="10" y="3.6" width="8.4" height="12.8" rx="1.2" fill="none" stroke="var(--ink)" strokeWidth="1.3" /><path d="M8 3v14" stroke="var(--ink)" strokeWidth="1.3" strokeDasharray="1.3 1.8" strokeLinecap="round" /></svg>
);
