import type { ReactNode } from "react";
import { DateText, Link, plural, StateChip, type Stage, type Tone } from "../../web/kit.ts";
import type { ClaimView, TrustView } from "../contract.ts";

const looks: Record<ClaimView["state"], { stage: Stage; tone?: Tone; word: string }> = {
  kept: { stage: "done", word: "Kept" }, off: { stage: "open", tone: "off", word: "Off" }, not_configured: { stage: "notBegun", word: "Not configured" }, not_built: { stage: "notBegun", word: "Not yet built" }, broken: { stage: "needsYou", word: "Broken" },
};

/** Where a promise can be looked at: a page for somebody signed in, a file, or a command of the operator. */
function Where({ claim, signedIn }: { claim: ClaimView; signedIn: boolean }) {
  if (claim.command) return <code className="font-code text-sm break-words">{claim.command}</code>;
  if (!claim.page || claim.page === "/trust") return <>this page</>;
  if (claim.page.startsWith("/.well-known/")) return <a className="link" href={claim.page}>{claim.page}</a>;
  return signedIn ? <Link className="link" to={claim.page}>{claim.page}</Link> : <span className="break-words">{claim.page}, for whoever is signed in</span>;
}

/** One promise: its state here, and, opened, how to see for oneself. */
function Promise_({ claim, open, signedIn }: { claim: ClaimView; open: boolean; signedIn: boolean }) {
  const look = looks[claim.state];
  const run = claim.lastRun;
  return (
    <li id={claim.id} className="scroll-mt-4 border-t border-line">
      <details key={String(open)} open={open || undefined} className="group">
        <summary className="-mx-2 grid cursor-default list-none grid-cols-[34px_minmax(0,1fr)_122px] items-center gap-x-2 rounded-2 px-2 py-1.5 hover:bg-hover max-phone:grid-cols-[34px_minmax(0,1fr)] [&::-webkit-details-marker]:hidden">
          <span className="num self-start text-sm text-ink-3">{claim.id}</span>
          <span className="min-w-0"><span className={claim.state === "not_built" ? "text-ink-2" : ""}>{claim.promise}</span><span className="block text-sm text-ink-3">{claim.says}</span></span>
          <span className="max-phone:col-start-2 max-phone:mt-0.5"><StateChip stage={look.stage} tone={look.tone}>{look.word}</StateChip></span>
        </summary>
        <dl className="grid grid-cols-[84px_minmax(0,1fr)] gap-x-3 gap-y-1 pt-1 pb-3 pl-[42px] text-sm max-phone:grid-cols-1">
          <dt className="text-ink-3">What shows it</dt><dd>{claim.shows}</dd>
          {claim.state !== "not_built" && <><dt className="text-ink-3">Where</dt><dd><Where claim={claim} signedIn={signedIn} /></dd></>}
          {claim.state !== "not_built" && <><dt className="text-ink-3">Tests</dt><dd>{run ? <>{plural(run.tests, "test")} titled {claim.id}: {run.result}, <DateText value={run.at} />, version {run.version}</> : <>titled {claim.id}; not run on this machine. <code className="font-code">npm run claims {claim.id}</code> runs them.</>}</dd></>}
        </dl>
      </details>
    </li>
  );
}

// The serif belongs to what leaves the workspace: the public page.
const heading = (signedIn: boolean) => (signedIn ? "mb-1" : "paper-title mb-1 text-xl");

function Group({ title, note, claims, open, signedIn }: { title: string; note?: ReactNode; claims: readonly ClaimView[]; open: boolean; signedIn: boolean }) {
  if (claims.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className={heading(signedIn)}>{title}</h2>
      {note && <p className="mb-1 text-sm text-ink-2">{note}</p>}
      <ul>{claims.map((claim) => <Promise_ key={claim.id} claim={claim} open={open} signedIn={signedIn} />)}</ul>
    </section>
  );
}

/** All promises by area. What is broken comes before everything, what is not yet built after it. */
export function Promises({ view, open, signedIn }: { view: TrustView; open: boolean; signedIn: boolean }) {
  const built = view.claims.filter((claim) => claim.state !== "broken" && claim.state !== "not_built");
  const shared = { open, signedIn };
  return (
    <>
      <Group title="Broken" claims={view.claims.filter((claim) => claim.state === "broken")} {...shared} />
      {view.areas.map((area) => <Group key={area.key} title={area.title} claims={built.filter((claim) => claim.area === area.key)} {...shared} />)}
      <Group title="Not yet built" note="Promised, and not there or only in part. Each says what is missing." claims={view.claims.filter((claim) => claim.state === "not_built")} {...shared} />
    </>
  );
}

/** How many promises stand how. */
export function Figures({ view }: { view: TrustView }) {
  const { counts } = view;
  const broken = counts["broken"] ?? 0;
  const off = (counts["off"] ?? 0) + (counts["not_configured"] ?? 0);
  const figure = (count: number, word: string, danger = false) => <div><b className={`paper-title num block text-3xl ${danger ? "text-danger" : ""}`}>{count}</b><span className="text-sm text-ink-2">{word}</span></div>;
  return (
    <>
      <div className="mb-2.5 flex justify-between gap-3 border-b border-ink pb-3">
        {broken > 0 && figure(broken, "broken", true)}{figure(counts["kept"] ?? 0, "kept")}{figure(off, "off or not set up")}{figure(counts["not_built"] ?? 0, "not yet built")}
      </div>
      <p className="text-sm text-ink-2">{broken === 0 ? `${view.claims.length} promises, none broken. A broken one would stand first, in red.` : `${view.claims.length} promises, ${broken} broken.`}</p>
    </>
  );
}

/** The column beside: who touches the data, this installation, the checklist, whom to tell. */
export function Installation({ view, further }: { view: TrustView; /** Of a signed-in person's workspace. */ further?: ReactNode }) {
  const { asvs, lastRun } = view;
  const signedIn = further !== undefined;
  return (
    <>
      <div className="max-desk:hidden"><Figures view={view} /></div>
      {further}
      <Part title="Who touches the data" id="services" signedIn={signedIn}>
        {view.services.length === 0
          ? <p className="border-t border-line pt-2">No sub-processors: everything stays on this server.</p>
          : <ul>{view.services.map((service) => (
            <li key={service.key} className="border-t border-line py-2">
              <div className="flex gap-3"><b className="min-w-0 flex-1 font-strong">{service.link ? <a className="hover:underline" href={service.link} rel="noreferrer">{service.vendor}</a> : service.vendor}</b><span className="text-right text-ink-2">{service.region}</span></div>
              <div className="text-sm text-ink-2">{service.role}. {service.purpose}: {service.data.join(", ")}.</div>
            </li>
          ))}</ul>}
        <p className="mt-2 text-sm text-ink-2">Made from the running configuration. What is off does not appear.</p>
        {view.history.length > 0 && (
          <details className="mt-2 text-sm" open={view.history.length <= 3 || undefined}>
            <summary className="cursor-default text-ink-2">What changed</summary>
            <ul className="mt-1 grid gap-1">{view.history.map((line) => <li key={`${line.at}${line.vendor}${line.change}`} className="flex gap-3"><span className="w-24 shrink-0 text-ink-3"><DateText value={line.at.slice(0, 10)} /></span><span>{{ added: "Began", changed: "Changed", removed: "Ended" }[line.change]}: {line.vendor}, {line.role.toLowerCase()}, {line.region}</span></li>)}</ul>
          </details>
        )}
      </Part>
      <Part title="This installation" signedIn={signedIn}>
        <dl className="grid grid-cols-[72px_minmax(0,1fr)] gap-x-3 gap-y-1">
          {view.operator && <><dt className="text-ink-3">Run by</dt><dd>{view.operator}</dd></>}
          <dt className="text-ink-3">Version</dt><dd className="num">{view.version}</dd>
          <dt className="text-ink-3">Read</dt><dd><DateText value={view.at} /></dd>
          <dt className="text-ink-3">Tests</dt><dd>{lastRun ? <>{lastRun.passed} passed{lastRun.failed > 0 && <span className="text-danger">, {lastRun.failed} failed</span>}{lastRun.skipped > 0 && `, ${lastRun.skipped} skipped`}, <DateText value={lastRun.at} />{lastRun.version !== view.version && `, version ${lastRun.version}`}</> : "not run on this machine"}</dd>
        </dl>
      </Part>
      <Part title="OWASP ASVS 5.0, level 2" signedIn={signedIn}>
        <p className="text-sm text-ink-2">{asvs.applies} requirements apply. {asvs.byTest} are to be shown by a test{asvs.proven !== null && `, ${asvs.proven} of them are`}; {asvs.byConfiguration} by the configuration, {asvs.byReview} by a review. {asvs.notMet.length === 0 ? "None is known as not met." : `${asvs.notMet.length} ${asvs.notMet.length === 1 ? "is" : "are"} not met.`} {asvs.doesNotApply} more do not apply here.</p>
        {asvs.notMet.length > 0 && <details className="mt-1 text-sm"><summary className="cursor-default text-ink-2">Not met, and why</summary><ul className="mt-1 grid gap-1">{asvs.notMet.map((entry) => <li key={entry.id}><span className="num text-ink-3">{entry.id}</span> {entry.reason}</li>)}</ul></details>}
      </Part>
      <Part title="Tell us about a weakness" id="weakness" signedIn={signedIn}>
        <p>{view.security.contact.startsWith("mailto:") ? <a className="link break-words" href={view.security.contact}>{view.security.contact.slice(7)}</a> : <a className="link break-words" href={view.security.contact} rel="noreferrer">{view.security.contact}</a>}</p>
        <p className="mt-1 text-sm text-ink-2">You get an answer from a person {view.security.answer}. Also in <a className="link" href={view.security.file}>security.txt</a>.</p>
      </Part>
    </>
  );
}

export function Part({ title, id, signedIn, children }: { title: string; id?: string; signedIn: boolean; children: ReactNode }) {
  return <section id={id} className="mt-7 scroll-mt-4"><h2 className={heading(signedIn)}>{title}</h2>{children}</section>;
}
