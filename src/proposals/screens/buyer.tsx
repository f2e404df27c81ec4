import { formatMoney, parseAmount } from "@counterfoil/money";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { api, asApiError, Button, FailedState, Field, Icon, Input, Note, SkeletonLines, TextArea, useApiQuery, useGo, useParam, usePageTitle, type ApiError } from "../../web/kit.ts";
import type { PublicProposal } from "../contract.ts";
import { fromSelection, isFixed, step, toggle, toSelection, whatIsMissing, type Chosen } from "./choice.ts";
import { Prose } from "./prose.tsx";

type Shown = PublicProposal["shown"];
type Line = Shown["lines"][number];
type Quote = Pick<PublicProposal, "lineAmounts"> & PublicProposal["initial"];

/** The page behind a link. The link's secret leaves the address at once: it becomes a cookie, and the address names the link by its id. */
export function BuyerPage() {
  const token = useParam("token");
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(token) ? <ByLink key={token} token={token} /> : <Entering token={token} />;
}

function Entering({ token }: { token: string }) {
  const go = useGo();
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let current = true;
    api.post("/api/public/proposals/enter" as never, { body: { token } } as never)
      .then((answer) => { if (current) go(`/p/${(answer as { linkId: string }).linkId}`, { replace: true }); })
      .catch((error: unknown) => { if (current) setFailure(asApiError(error)); });
    return () => { current = false; };
  }, [token, tries, go]);
  if (failure) return <main className="mx-auto max-w-[640px] p-6"><FailedState what="This proposal cannot be shown" error={failure} again={() => { setFailure(null); setTries(tries + 1); }} /></main>;
  return <main className="mx-auto max-w-[640px] p-6"><SkeletonLines lines={8} /></main>;
}

/** What the buyer sees: the proposal, their options, and a way to accept or decline. No account, no tracking beyond "opened". */
function ByLink({ token }: { token: string }) {
  const query = useApiQuery<PublicProposal>("/api/public/proposals/{token}", { path: { token }, staleMs: Infinity });
  usePageTitle(query.data?.shown.title);
  // Opening is told by a POST of the page itself: a mail scanner that only fetches the address counts as nobody.
  const told = useRef(false);
  useEffect(() => {
    if (!query.data || told.current) return;
    told.current = true;
    void api.post("/api/public/proposals/{token}/view" as never, { path: { token } } as never).catch(() => undefined);
  }, [query.data, token]);
  if (query.error) return <main className="mx-auto max-w-[640px] p-6"><FailedState what="This proposal cannot be shown" error={query.error} again={() => void query.refetch()} /></main>;
  if (!query.data) return <main className="mx-auto max-w-[640px] p-6"><SkeletonLines lines={8} /></main>;
  return <Proposal token={token} proposal={query.data} reload={() => void query.refetch()} />;
}

function Proposal({ token, proposal, reload }: { token: string; proposal: PublicProposal; reload: () => void }) {
  const { shown } = proposal;
  const settled = proposal.state !== "open";
  const [chosen, setChosen] = useState<Chosen>(() => fromSelection(proposal.answer?.selection ?? proposal.initial.selection, shown.lines));
  const [quote, setQuote] = useState<Quote>({ ...proposal.initial, lineAmounts: proposal.lineAmounts });
  const [quoting, setQuoting] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const missing = whatIsMissing(chosen, shown);
  const signing = useRef<HTMLElement>(null);
  const money = useMoney(shown);

  // The server adds up: the page shows its figures and never its own.
  const first = useRef(true);
  useEffect(() => {
    if (first.current) { first.current = false; return; }
    if (settled || missing) return;
    let current = true;
    setQuoting(true);
    const timer = setTimeout(() => {
      api.post("/api/public/proposals/{token}/quote" as never, { path: { token }, body: { selection: toSelection(chosen) } } as never)
        .then((answer) => { if (current) { setQuote(answer as Quote); setFailure(null); } })
        .catch((error: unknown) => { if (current) setFailure(asApiError(error)); })
        .finally(() => { if (current) setQuoting(false); });
    }, 120);
    return () => { current = false; clearTimeout(timer); };
  }, [chosen, token, settled, missing]);

  const totals = settled && proposal.answer?.totals ? proposal.answer.totals : quote.totals;
  const amountOf = (line: Line) => quote.lineAmounts[shown.lines.indexOf(line)] ?? "0";
  const before = shown.sections.filter((section) => section.place === "before");
  const after = shown.sections.filter((section) => section.place === "after");
  const fixed = shown.lines.filter(isFixed);
  const addable = shown.lines.filter((line) => line.optional && line.groupId === null);
  const choose = (line: Line, group?: Shown["groups"][number]) => { if (!settled) setChosen((now) => toggle(now, line, group, shown.lines)); };
  const option = (line: Line, group?: Shown["groups"][number]) => (
    <OptionRow key={line.id} line={line} one={group?.max === 1} name={group?.id ?? line.id} on={chosen.has(line.id)} quantity={chosen.get(line.id) ?? line.quantity} settled={settled}
      amount={money(amountOf(line), "plain")} price={money(line.unitPrice, "plain")} onToggle={() => choose(line, group)}
      onStep={(direction) => setChosen((now) => new Map(now).set(line.id, step(now.get(line.id) ?? line.quantity, line.quantityChoice!, direction)))} />
  );
  const selection = <YourSelection shown={shown} chosen={chosen} totals={totals} amountOf={amountOf} money={money} quoting={quoting} schedule={settled && proposal.answer ? proposal.answer.schedule : quote.schedule} />;

  return (
    <main className="min-h-full bg-surface pb-28 desk:pb-16">
      <header className="border-b border-line">
        <div className="mx-auto flex h-16 max-w-[1080px] items-center gap-3 px-5">
          {proposal.hasLogo && <img src={`/api/public/proposals/${token}/logo`} alt="" className="max-h-9 max-w-[120px]" />}
          <span className="text-lg font-strong">{shown.seller.brand}</span>
          <span className="ml-auto flex items-center gap-4">
            {shown.seller.email && <a className="link max-phone:hidden" href={`mailto:${shown.seller.email}?subject=${encodeURIComponent(`Proposal ${shown.number}`)}`}>Ask a question</a>}
            <a className="inline-flex h-9 items-center gap-2 rounded-2 border border-line-strong px-3 touch:h-11" href={`/api/public/proposals/${token}/pdf`}><Icon name="download" /> PDF</a>
          </span>
        </div>
      </header>
      <Banner proposal={proposal} />
      <div className="mx-auto grid max-w-[1080px] gap-14 px-5 py-8 desk:grid-cols-[minmax(0,1fr)_340px] desk:py-14">
        <div className="min-w-0 text-lg">
          <p className="text-md text-ink-2">Proposal {shown.number}{shown.sentVersion > 1 ? `, version ${shown.sentVersion}` : ""} · {longDate(shown.sentOn, shown.locale)}</p>
          <h1 className="paper-title mt-1 text-3xl">{shown.title}</h1>
          <p className="mt-2 text-ink-2">For {[shown.buyer.contactName, shown.buyer.name].filter(Boolean).join(", ")}</p>
          {before.map((section, index) => (
            <section key={index} className="mt-8 font-paper text-lg leading-relaxed">
              {section.title && <h2 className="paper-title mb-3 text-xl">{section.title}</h2>}
              <Prose text={section.text} />
            </section>
          ))}
          {fixed.length > 0 && (
            <section className="mt-10">
              <h2 className="paper-title border-b border-line pb-2 text-xl">What you get</h2>
              {fixed.map((line) => (
                <div key={line.id} className="flex gap-6 border-b border-line py-4">
                  <div className="min-w-0 flex-1">
                    <p className="font-strong">{line.name}{line.quantity !== "1" && <span className="num font-regular text-ink-2">, {line.quantity} × {money(line.unitPrice, "plain")}</span>}</p>
                    {line.description && <p className="mt-1 whitespace-pre-line text-ink-2">{line.description}</p>}
                    {line.quantityChoice && !settled && <Stepper line={line} quantity={chosen.get(line.id) ?? line.quantity} onStep={(direction) => setChosen((now) => new Map(now).set(line.id, step(now.get(line.id) ?? line.quantity, line.quantityChoice!, direction)))} />}
                  </div>
                  <p className="num">{money(amountOf(line), "plain")}</p>
                </div>
              ))}
            </section>
          )}
          {shown.groups.map((group) => (
            <fieldset key={group.id} className="mt-10">
              <legend className="paper-title text-xl">{group.title}</legend>
              <p className="mt-1 text-ink-2">{group.text ?? (group.max === 1 ? (group.min === 1 ? "Choose one." : "Choose one, or none.") : `Choose ${group.min === group.max ? group.min : `${group.min} to ${group.max}`}.`)}</p>
              <div className="mt-4 grid gap-2">{shown.lines.filter((line) => line.groupId === group.id).map((line) => option(line, group))}</div>
            </fieldset>
          ))}
          {addable.length > 0 && (
            <fieldset className="mt-10">
              <legend className="paper-title text-xl">Add if you like</legend>
              <div className="mt-4 grid gap-2">{addable.map((line) => option(line))}</div>
            </fieldset>
          )}
          {after.map((section, index) => (
            <section key={index} className="mt-10 font-paper text-lg leading-relaxed">
              {section.title && <h2 className="paper-title mb-3 text-xl">{section.title}</h2>}
              <Prose text={section.text} />
            </section>
          ))}
          {shown.terms && (
            <details className="mt-10 border-t border-line pt-4"><summary className="cursor-pointer font-strong">Terms</summary><div className="mt-3 text-md text-ink-2"><Prose text={shown.terms} /></div></details>
          )}
          <section ref={signing} id="sign" className="mt-12 scroll-mt-6">
            {proposal.state === "open"
              ? <Answer token={token} proposal={proposal} chosen={chosen} total={money(totals.grossTotal, "symbol")} missing={missing} waiting={quoting || failure !== null} selection={selection} reload={reload} />
              : <Receipt proposal={proposal} />}
          </section>
          {failure && <div className="mt-4"><Note tone="danger">{failure.message}</Note></div>}
        </div>
        <aside className="max-desk:hidden">
          <div className="sticky top-8">
            {selection}
            {proposal.state === "open" && <div className="mt-5 grid"><Button kind="primary" grow onClick={() => toSigning(signing.current)}>Go to signing</Button></div>}
          </div>
        </aside>
      </div>
      {proposal.state === "open" && <Bar total={money(totals.grossTotal, "symbol")} target={signing} />}
    </main>
  );
}

const toSigning = (element: HTMLElement | null) => {
  element?.scrollIntoView({ behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  element?.querySelector("input")?.focus({ preventScroll: true });
};

type MoneyText = (amount: string, form: "plain" | "symbol") => string;
function useMoney(shown: Shown): MoneyText {
  return useMemo(() => (amount, form) => {
    const [whole, part = ""] = amount.split(".");
    const fits = parseAmount(part.length > 2 && /^0*$/.test(part.slice(2)) ? `${whole}.${part.slice(0, 2)}` : amount, shown.currency);
    const text = formatMoney(fits, shown.locale);
    return form === "symbol" ? text : text.replace(/[^\d.,\s\u2019'\u2212-]/g, "").trim();
  }, [shown.currency, shown.locale]);
}
const longDate = (date: string, locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));

/** A proposal that can no longer be answered says so first. */
function Banner({ proposal: { state, shown, answer } }: { proposal: PublicProposal }) {
  const words: Partial<Record<PublicProposal["state"], string>> = {
    accepted: answer ? `Accepted by ${answer.name} on ${longDate(answer.at, shown.locale)}.` : "Accepted.",
    declined: "This proposal was declined.",
    expired: `The proposal ended${shown.validUntil ? ` on ${longDate(shown.validUntil, shown.locale)}` : ""}. Ask ${shown.seller.brand} for a new version.`,
    withdrawn: `${shown.seller.brand} withdrew this proposal.`,
    superseded: `A newer version replaced this one. Ask ${shown.seller.brand} for its link.`,
  };
  const text = words[state];
  if (!text) return null;
  return <div role="status" className={state === "accepted" ? "bg-accent-soft text-accent-text" : "bg-doubt-soft text-doubt"}><p className="mx-auto max-w-[1080px] px-5 py-3 text-lg font-medium">{text}</p></div>;
}

function OptionRow({ line, one, name, on, quantity, amount, price, settled, onToggle, onStep }: { line: Line; one: boolean; name: string; on: boolean; quantity: string; amount: string; price: string; settled: boolean; onToggle: () => void; onStep: (direction: 1 | -1) => void }) {
  return (
    <div className={`rounded-3 border bg-surface ${on ? "border-accent shadow-[inset_0_0_0_1px_var(--accent)]" : "border-line-strong"} ${settled && !on ? "opacity-60" : ""}`}>
      <label className="flex min-h-14 cursor-pointer items-center gap-4 p-4">
        <input type={one ? "radio" : "checkbox"} name={name} checked={on} disabled={settled} onChange={onToggle} onClick={() => { if (one && on) onToggle(); }} className="size-[18px] shrink-0 accent-(--accent)" />
        <span className="min-w-0 flex-1">
          <span className="font-strong">{line.name}</span>
          {line.description && <span className="block whitespace-pre-line text-md text-ink-2">{line.description}</span>}
          {line.quantityChoice && <span className="num block text-md text-ink-2">{price} each, {line.quantityChoice.min} to {line.quantityChoice.max}</span>}
        </span>
        <span className={`num shrink-0 ${on ? "" : "text-ink-2"}`}>{/^[0.,]*$/.test(amount) ? "included" : `+${amount}`}</span>
      </label>
      {line.quantityChoice && on && !settled && <div className="px-4 pb-4 pl-[50px]"><Stepper line={line} quantity={quantity} onStep={onStep} /></div>}
    </div>
  );
}

function Stepper({ line, quantity, onStep }: { line: Line; quantity: string; onStep: (direction: 1 | -1) => void }) {
  const choice = line.quantityChoice!;
  const button = "grid size-11 place-items-center disabled:text-ink-3";
  return (
    <div className="mt-2 inline-flex items-center rounded-2 border border-control-line" role="group" aria-label={`Quantity of ${line.name}`}>
      <button type="button" className={button} aria-label="Less" disabled={quantity === choice.min} onClick={() => onStep(-1)}><Icon name="minus" /></button>
      <output className="num min-w-10 text-center" aria-live="polite">{quantity}</output>
      <button type="button" className={button} aria-label="More" disabled={quantity === choice.max} onClick={() => onStep(1)}><Icon name="plus" /></button>
    </div>
  );
}

function YourSelection({ shown, chosen, totals, amountOf, money, quoting, schedule }: { shown: Shown; chosen: Chosen; totals: PublicProposal["initial"]["totals"]; amountOf: (line: Line) => string; money: MoneyText; quoting: boolean; schedule: PublicProposal["initial"]["schedule"] }) {
  const rows = shown.lines.filter((line) => isFixed(line) || chosen.has(line.id));
  return (
    <div aria-busy={quoting}>
      <p className="flex items-baseline justify-between gap-4"><span className="text-lg font-strong">Your selection</span>{shown.validUntil && <span className="text-md text-ink-2">Valid until {longDate(shown.validUntil, shown.locale)}</span>}</p>
      <dl className="mt-3 grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5 text-lg">
        {rows.map((line) => <Row key={line.id} label={`${line.name}${(chosen.get(line.id) ?? line.quantity) === "1" ? "" : `, ${chosen.get(line.id) ?? line.quantity}`}`} value={money(amountOf(line), "plain")} />)}
        <div className="col-span-2 my-1 border-t border-line" />
        <Row label="Net" value={money(totals.netTotal, "plain")} />
        {totals.vat.map((row, index) => <Row key={index} label={`VAT ${row.rate} %`} value={money(row.tax, "plain")} />)}
      </dl>
      <p className="mt-3 flex items-baseline justify-between gap-4 border-t-2 border-ink pt-3 font-paper text-2xl font-strong"><span>Total</span><output className="num" aria-live="polite">{money(totals.grossTotal, "symbol")}</output></p>
      {schedule.length > 0 && <ul className="mt-3 grid gap-1 text-md text-ink-2">{schedule.map((part, index) => <li key={index} className="flex justify-between gap-4"><span>{part.label}</span><span className="num">{money(part.amount, "symbol")}</span></li>)}</ul>}
    </div>
  );
}
const Row = ({ label, value }: { label: string; value: string }) => <><dt className="min-w-0 text-ink-2">{label}</dt><dd className="num text-right">{value}</dd></>;

function Answer({ token, proposal, chosen, total, missing, waiting, selection, reload }: { token: string; proposal: PublicProposal; chosen: Chosen; total: string; missing: string | null; waiting: boolean; selection: ReactNode; reload: () => void }) {
  const { shown } = proposal;
  const [declining, setDeclining] = useState(false);
  const [values, setValues] = useState({ name: shown.buyer.contactName ?? "", email: "", reason: "", consent: false });
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (path: string, body: object) => {
    setBusy(true);
    try {
      await api.post(path as never, { path: { token }, body } as never);
      setError(null);
      reload();
    } catch (problem) {
      setError(asApiError(problem));
    } finally {
      setBusy(false);
    }
  };
  const errorOf = (name: string) => error?.fields[name];
  if (declining) {
    return (
      <form onSubmit={(event) => { event.preventDefault(); void send("/api/public/proposals/{token}/decline", { hash: proposal.hash, name: values.name, reason: values.reason }); }} className="grid max-w-[520px] gap-4">
        <h2 className="paper-title text-2xl">Decline</h2>
        <Field label="Your name" error={errorOf("name")}><Input value={values.name} onChange={(name) => setValues({ ...values, name })} autoComplete="name" /></Field>
        <Field label="What should be different?" optional><TextArea rows={3} value={values.reason} onChange={(reason) => setValues({ ...values, reason })} /></Field>
        {error && <Note tone="danger">{error.message}</Note>}
        <div className="flex flex-wrap gap-3"><Button type="submit" kind="danger" busy={busy} disabledBecause={values.name.trim() ? null : "Write your name first"}>Decline the proposal</Button><Button onClick={() => setDeclining(false)}>Back</Button></div>
      </form>
    );
  }
  const reason = missing ?? (!values.name.trim() ? "Write your name first" : !values.consent ? "Tick the sentence to accept" : waiting ? "The total is being confirmed" : null);
  return (
    <form className="grid max-w-[520px] gap-5" onSubmit={(event) => {
      event.preventDefault();
      if (!reason) void send("/api/public/proposals/{token}/accept", { hash: proposal.hash, selection: toSelection(chosen), name: values.name, email: values.email || null, consent: true, consentVersion: shown.consent.version });
    }}>
      <h2 className="paper-title text-2xl">Accept</h2>
      {selection}
      <Field label="Your name" error={errorOf("name")}><Input value={values.name} onChange={(name) => setValues({ ...values, name })} autoComplete="name" /></Field>
      <Field label="Your e-mail" optional error={errorOf("email")}><Input type="email" value={values.email} onChange={(email) => setValues({ ...values, email })} autoComplete="email" /></Field>
      <label className="flex min-h-11 cursor-pointer items-start gap-3 text-lg">
        <input type="checkbox" checked={values.consent} onChange={(event) => setValues({ ...values, consent: event.target.checked })} className="mt-0.5 size-[18px] shrink-0 accent-(--accent)" />
        <span>{shown.consent.text}</span>
      </label>
      {error && <Note tone="danger">{error.message}</Note>}
      <div className="grid gap-2">
        <Button type="submit" kind="primary" grow busy={busy} disabledBecause={reason}>Accept and sign for {total}</Button>
        {reason && <p className="text-md text-ink-2">{reason.replace(/\.?$/, ".")}</p>}
      </div>
      <p><button type="button" className="link" onClick={() => setDeclining(true)}>Decline</button></p>
    </form>
  );
}

function Receipt({ proposal }: { proposal: PublicProposal }) {
  const { answer, shown } = proposal;
  if (!answer) return null;
  return (
    <div className="max-w-[620px] rounded-3 border border-line-strong p-5" role="status">
      <h2 className="paper-title text-2xl">{answer.kind === "accepted" ? "Accepted" : "Declined"}</h2>
      <p className="mt-2 text-ink-2">{answer.name}{answer.email ? `, ${answer.email}` : ""}, {new Intl.DateTimeFormat(shown.locale, { dateStyle: "long", timeStyle: "short" }).format(new Date(answer.at))}</p>
      {answer.consentText && <p className="mt-3">“{answer.consentText}”</p>}
      {answer.reason && <p className="mt-3">“{answer.reason}”</p>}
      <p className="mt-4 text-md text-ink-2">Fingerprint of exactly what was shown, chosen and declared:</p>
      <p className="num mt-1 break-all font-code text-sm">{answer.fingerprint}</p>
      {answer.kind === "accepted" && <p className="mt-4 text-md text-ink-2">Keep this page or the PDF. {shown.seller.brand} has been told.</p>}
    </div>
  );
}

/** On a phone: total and the way to sign, until the signing part itself is in sight. */
function Bar({ total, target }: { total: string; target: React.RefObject<HTMLElement | null> }) {
  const [away, setAway] = useState(true);
  useEffect(() => {
    const element = target.current;
    if (!element) return;
    const watch = new IntersectionObserver(([entry]) => setAway(!entry?.isIntersecting), { rootMargin: "0px 0px -80px 0px" });
    watch.observe(element);
    return () => watch.disconnect();
  }, [target]);
  if (!away) return null;
  return (
    <div className="fixed inset-x-0 bottom-0 z-10 flex items-center justify-between gap-4 border-t border-line-strong bg-surface px-5 py-3 desk:hidden">
      <span><span className="block text-sm text-ink-2">Total incl. VAT</span><span className="num text-xl font-strong">{total}</span></span>
      <Button kind="primary" onClick={() => toSigning(target.current)}>Accept…</Button>
    </div>
  );
}
