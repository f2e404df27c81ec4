import { useEffect } from "react";
import { Button, Icon, KeyCap, Note, queryClient, useApiMutation, useApiQuery, useGo, usePageTitle, useSession } from "../../web/kit.ts";
import { StartCompany } from "./start-company.tsx";

type Progress = { state: "none" | "filling" | "filled"; done: number; of: number };

/** First run: keep one's own books from here on, or look around in a workspace filled with sample data. */
export function WelcomePage() {
  usePageTitle("Welcome");
  const { workspace, person, may, companies } = useSession();
  const go = useGo();
  const sample = useApiQuery<Progress>("/api/sample-data", { refetchEveryMs: 700 });
  const fill = useApiMutation<object, Progress>("post", "/api/sample-data", { refresh: ["/api/sample-data"] });
  const state = sample.data?.state ?? "none";
  const filling = fill.isPending || state === "filling";
  const allowed = may("companies.write");
  useEffect(() => {
    // There is a company now, so that nothing is left to do here.
    if (state !== "filled") return;
    void queryClient.invalidateQueries().then(() => go("/", { replace: true }));
  }, [state, go]);
  return (
    <div className="min-h-full bg-surface">
      <div className="mx-auto grid max-w-[1060px] gap-12 px-6 py-12 max-phone:px-4 max-phone:py-8 desk:grid-cols-[minmax(0,560px)_minmax(0,372px)] desk:justify-between desk:py-28">
        <section>
          <h1 className="paper-title text-3xl">Welcome, {person.name.split(" ")[0]}</h1>
          <p className="mt-2 mb-8 max-w-[52ch] text-lg text-ink-2">Counterfoil reads the invoices you receive and makes the ones you send. Whose books will it keep{companies.length > 0 ? " next" : " first"}?</p>
          {allowed ? <StartCompany name={companies.length > 0 ? "" : workspace.name} verb="Start empty" disabledBecause={filling ? "Sample data is being made" : null} onDone={() => go("/inbox", { replace: true })} />
            : <Note>An owner or admin of {workspace.name} adds the first company.</Note>}
        </section>
        <div>
          <section aria-labelledby="look" className="border-t border-line pt-5 desk:border-t-0 desk:pt-2">
            <h2 id="look">Or look around first</h2>
            <p className="mt-1.5 text-ink-2">Fills this workspace with a small joinery: customers, proposals, invoices, payments, and received documents in several languages, read on this server as you watch.</p>
            <div className="mt-4"><Button icon="inbox" busy={filling} disabledBecause={allowed ? null : "Only owners and admins can do this"} onClick={() => fill.mutate({})}>Explore with sample data</Button></div>
            {filling && <Filling progress={sample.data} />}
            {(fill.error ?? sample.error) && <div className="mt-3"><Note tone="danger">{(fill.error ?? sample.error)?.message}</Note></div>}
          </section>
          <section aria-labelledby="then" className="mt-8">
            <h2 id="then" className="pb-2.5">Ready to issue an invoice in four steps</h2>
            <ol className="border-t border-line">
              <Step title="Company name, address and VAT number" text="Settings, Company; the name is enough to begin" />
              <Step title="Bank account to be paid to" text="Printed on invoices, with a code to scan" />
              <Step title="First invoice number" text="Yours if you come from another tool; we keep it gapless" />
              <Step title="Logo and template" text="Two templates, both print and archive as PDF/A" />
            </ol>
            <p className="mt-4 flex items-center gap-2 text-sm text-ink-2 max-phone:hidden"><Icon name="help" /><span>Press <KeyCap keys="?" className="mx-0.5" /> anywhere for the keys, <KeyCap keys="mod+k" className="mx-0.5" /> to find or do anything.</span></p>
          </section>
        </div>
      </div>
    </div>
  );
}

/** How far the sample data is: a bar and the count, spoken as it moves. */
function Filling({ progress }: { progress: Progress | undefined }) {
  const { done, of } = progress ?? { done: 0, of: 0 };
  return (
    <div className="mt-3">
      <div className="h-1 overflow-hidden rounded-full bg-hover"><div className="h-full rounded-full bg-accent transition-[width] duration-(--slow)" style={{ width: `${of === 0 ? 0 : (done * 100) / of}%` }} /></div>
      <p className="mt-1.5 text-sm text-ink-2" role="status">Making sample data{of > 0 && <>, <span className="num">{done}</span> of <span className="num">{of}</span></>}</p>
    </div>
  );
}

function Step({ title, text }: { title: string; text: string }) {
  return <li className="flex gap-3 border-b border-line py-3"><svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" className="mt-1 shrink-0 text-ink-3"><circle cx="6" cy="6" r="4.3" fill="none" stroke="currentColor" strokeWidth="1.3" /></svg><span><span className="block font-strong">{title}</span><span className="block text-sm text-ink-2">{text}</span></span></li>;
}
