import { useEffect, useMemo, useState, type ReactNode } from "react";
import { addDays } from "@counterfoil/calendar";
import { formatAmount, Money as Amount, parseAmount } from "@counterfoil/money";
import { Button, ChangedElsewhere, Combobox, ConfirmDialog, DateInput, FailedState, Field, Glyph, IconButton, Input, Link, Money, Note, Perforation, SkeletonLines, SplitButton, State, TextArea, toast, useApiMutation, useApiQuery, useCommands, useCompany, useFilters, useGo, useKeys, useLocale, useMedia, useMoneyText, useParam, usePageTitle, useSession, queryClient, showDate, type ApiPage } from "../../web/kit.ts";
import type { CompanyView } from "../../companies/contract.ts";
import type { PartyView } from "../../parties/contract.ts";
import type { CustomerBalance } from "../../payments/contract.ts";
import type { InvoiceView } from "../contract.ts";
import { dueDateOf, whyNotIssue } from "../policy.ts";
import { draftOf, newDraft, totalsOf, withBlank, writtenLines, type Draft } from "./draft.ts";
import { Changes, Details, detailsGiven } from "./details.tsx";
import { EinvoiceState } from "./einvoice.tsx";
import { IssueDialog } from "./issue-dialog.tsx";
import { LineTable } from "./lines.tsx";
import { NewCustomerDialog } from "./new-customer.tsx";
import { PagePreview } from "./preview.tsx";
import { useSaving, type Saving } from "./saving.ts";
import { TotalsBlock } from "./totals.tsx";
import { invoiceCaches } from "./words.tsx";

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

function useProfile() {
  const company = useCompany();
  return useApiQuery<CompanyView>("/api/companies/{id}", { path: { id: company.id }, staleMs: 60_000 });
}

export function NewInvoice() {
  const [filters, setFilters] = useFilters({ customer: "", draft: "" });
  // Read once: the first save writes the draft's id into the address, so that a reload goes on with it.
  const [draftId] = useState(filters.draft);
  const profile = useProfile();
  if (draftId !== "") return <Stored id={draftId} />;
  if (!profile.data) return <Waiting title="New invoice" failed={profile.error && <FailedState what="The company could not be loaded" error={profile.error} again={() => void profile.refetch()} />} />;
  return <Editor company={profile.data} start={null} draft={{ ...newDraft(profile.data), customerId: filters.customer }} onMade={(view) => setFilters({ draft: view.id })} />;
}

export function EditInvoice() {
  return <Stored id={useParam("id")} />;
}

function Stored({ id }: { id: string }) {
  const go = useGo();
  const query = useApiQuery<InvoiceView>("/api/invoices/{id}", { path: { id }, staleMs: 0 });
  const profile = useProfile();
  // What the server has now: an older copy in the cache would be refused at the first save.
  const view = query.isFetchedAfterMount ? query.data : undefined;
  const [start, setStart] = useState<InvoiceView | null>(null);
  useEffect(() => { if (view && !start) { if (view.document === "draft") setStart(view); else go(`/invoices/${id}`, { replace: true }); } }, [view, start, go, id]);
  const error = query.error ?? profile.error;
  if (!start || !profile.data) return <Waiting title="Invoice" failed={error && !start && <FailedState what="The draft could not be loaded" error={error} again={() => { void query.refetch(); void profile.refetch(); }} />} />;
  return <Editor key={start.id} company={profile.data} start={start} draft={draftOf(start, profile.data)} />;
}

function Waiting({ title, failed }: { title: string; failed: ReactNode }) {
  const go = useGo();
  return <><header className="flex h-[52px] items-center gap-3 border-b border-line pr-4 pl-2.5"><IconButton icon="close" label="Close" onClick={() => go("/invoices")} /><h1 className="text-md">{title}</h1></header>{failed || <div className="p-7"><SkeletonLines lines={6} /></div>}</>;
}

function Editor({ company, start, draft: initial, onMade }: { company: CompanyView; start: InvoiceView | null; draft: Draft; onMade?: (view: InvoiceView) => void }) {
  const { may, today } = useSession();
  const go = useGo();
  const locale = useLocale();
  const money = useMoneyText();
  const [draft, setDraft] = useState(initial);
  const [asking, setAsking] = useState<"send" | "issue" | "discard" | null>(null);
  const [adding, setAdding] = useState<string | null>(null);
  const [query, setQuery] = useState("");
  const [details, setDetails] = useState(() => detailsGiven(initial));
  const roomy = useMedia("(min-width: 1200px)");
  const [previewed, setPreviewed] = useState(false);
  const { saving, view, flush, keepMine, takeTheirs, stop } = useSaving({
    draft, start, companyId: company.id, onMade: (made) => onMade?.(made),
    // The server's ids of the lines that were sent, so that they stay the same lines.
    onSaved: (answer, keys) => setDraft((now) => { const ids = new Map(keys.map((key, index) => [key, answer.lines[index]?.id ?? null])); return now.lines.every((line) => !ids.has(line.key) || line.id === ids.get(line.key)) ? now : { ...now, lines: now.lines.map((line) => (ids.has(line.key) ? { ...line, id: ids.get(line.key) ?? null } : line)) }; }),
  });
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));

  const found = useApiQuery<ApiPage<PartyView>>("/api/customers", { query: { companyId: company.id, search: query, limit: 20 }, keep: true });
  const chosen = useApiQuery<PartyView>("/api/customers/{id}", { path: { id: draft.customerId }, enabled: draft.customerId !== "" });
  const customer = draft.customerId === "" ? null : (chosen.data ?? found.data?.items.find((one) => one.id === draft.customerId) ?? null);
  const balance = useApiQuery<CustomerBalance>("/api/customers/{id}/balance", { path: { id: draft.customerId }, enabled: draft.customerId !== "" && may("payments.read") }).data;
  const chooseCustomer = (party: PartyView | null) => setDraft((now) => ({
    ...now, customerId: party?.id ?? "",
    // Their currency while nothing is priced yet; their reference while none was written.
    currency: party?.currency && writtenLines(now).every((line) => line.unitPrice === "") ? party.currency : now.currency,
    buyerReference: party?.buyerReference && now.buyerReference === "" ? party.buyerReference : now.buyerReference,
  }));
  // The customer that came with the address brings their currency and reference too.
  const [greeted, setGreeted] = useState(start !== null || initial.customerId === "");
  useEffect(() => { if (!greeted && chosen.data) { setGreeted(true); if (chosen.data.currency || chosen.data.buyerReference) chooseCustomer(chosen.data); } }, [greeted, chosen.data]);

  const { totals, problem: sumProblem } = useMemo(() => totalsOf(draft, locale), [draft, locale]);
  const lines = writtenLines(draft);
  const issueDate = isDate(draft.issueDate) ? draft.issueDate : today;
  const terms = /^\d{1,3}$/.test(draft.termsDays) ? Number(draft.termsDays) : (customer?.termsDays ?? company.termsDays);
  const due = dueDateOf(issueDate, isDate(draft.dueDate) ? draft.dueDate : null, terms);
  const paperLocale = draft.locale || customer?.locale || company.locale;
  const blockers = whyNotIssue({ issued: null, customer: customer ?? (draft.customerId ? { vatId: null } : null), lines, total: totals?.grossTotal ?? parseAmount("0", draft.currency), issueDate: isDate(draft.issueDate) ? draft.issueDate : null, dueDate: isDate(draft.dueDate) ? draft.dueDate : null, today });
  const series = company.series.find((one) => one.id === draft.seriesId) ?? company.series.find((one) => one.kind === "invoice" && one.isDefault && !one.archivedAt);
  const title = customer ? `Invoice to ${customer.name}` : "New invoice";
  usePageTitle(title);
  const leave = view ? `/invoices/${view.id}` : "/invoices";

  // What the customer was promised and the data do not allow yet, as of the last save.
  const promised = view && view.einvoice.form !== null && view.einvoice.format !== "auto" ? (view.einvoice.needs[0]?.text ?? null) : null;
  const whyNot = !may("invoices.issue") ? "Your role does not issue invoices" : saving.problem ? saving.problem.message : (blockers[0]?.message ?? sumProblem ?? promised);
  const openIssue = async (how: "send" | "issue") => {
    if (whyNot) { document.getElementById("before-you-issue")?.scrollIntoView({ block: "center" }); return; }
    try { await flush(); setAsking(how); } catch { /* the head says why it could not be saved */ }
  };
  const close = async () => {
    try {
      if (view || lines.length > 0 || draft.customerId !== initial.customerId) await flush();
      await Promise.all(invoiceCaches.map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
      go("/invoices");
    } catch { /* the head says why it could not be saved; the draft stays open */ }
  };
  const openPdf = async () => {
    // Opened before waiting, or the browser takes it for an advertisement.
    const page = open("about:blank", "_blank");
    try { const saved = await flush(); if (page) page.location.href = `/api/invoices/${saved.id}/pdf`; } catch { page?.close(); }
  };
  const discard = useApiMutation<string>("delete", "/api/invoices/{id}", { request: (id) => ({ path: { id } }), refresh: invoiceCaches, onDone: () => { toast("Discarded the draft"); go("/invoices", { replace: true }); } });
  useKeys("Invoice", [
    { keys: "mod+enter", label: "Issue and send", run: () => void openIssue("send"), whileEditing: true },
    { keys: "mod+s", label: "Save", run: () => void flush().catch(() => undefined), whileEditing: true },
    { keys: "mod+p", label: "PDF", run: () => void openPdf(), whileEditing: true },
    { keys: "escape", label: "Save and close", run: () => void close() },
  ]);
  useCommands([
    { label: "Issue and send", icon: "send", keys: "mod+enter", run: () => void openIssue("send"), disabledBecause: whyNot },
    { label: "Issue without sending", icon: "approvals", run: () => void openIssue("issue"), disabledBecause: whyNot },
    { label: "Open the PDF", icon: "download", keys: "mod+p", run: () => void openPdf() },
    ...(view ? [{ label: "Discard the draft", icon: "trash" as const, run: () => setAsking("discard") }] : []),
  ]);
  const showPreview = roomy || previewed;
  const foreign = balance?.balances.filter((one) => /[1-9]/.test(one.open)) ?? [];
  return (
    <>
      <header className="flex min-h-[52px] shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-surface py-2 pr-4 pl-2.5 max-phone:sticky max-phone:top-0 max-phone:z-20">
        <IconButton icon="close" label="Save and close" onClick={() => void close()} />
        <h1 className="min-w-0 clip text-md max-phone:flex-1 max-phone:basis-1/2">{title}</h1>
        <span className="max-phone:order-2"><State of="document" is="draft" /></span>
        <Saved saving={saving} again={() => void flush().catch(() => undefined)} />
        <span className="flex-1 max-phone:hidden" />
        {!roomy && <Button kind="quiet" icon="eye" onClick={() => setPreviewed(!previewed)} aria-expanded={previewed}>{previewed ? "Write" : "Preview"}</Button>}
        <span className="max-phone:hidden"><Button kind="quiet" icon="invoices" keys="mod+p" onClick={() => void openPdf()}>PDF</Button></span>
        <span className="max-phone:hidden"><Button onClick={() => void close()}>Save and close</Button></span>
        <span className="max-phone:order-3"><SplitButton kind="primary" keys="mod+enter" disabledBecause={whyNot} onClick={() => void openIssue("send")} items={[
          { label: "Issue without sending", detail: "Takes the number and makes the PDF; no mail leaves.", onChoose: () => void openIssue("issue"), disabledBecause: whyNot },
          { label: "Open the PDF", icon: "invoices", keys: "mod+p", onChoose: () => void openPdf() },
          "line", { label: "Discard draft", danger: true, icon: "trash", onChoose: () => (view ? setAsking("discard") : go("/invoices")) },
        ]}>Issue and send</SplitButton></span>
      </header>
      {saving.newer && <ChangedElsewhere who="Somebody" when={saving.newer.updatedAt} onKeep={keepMine} onReload={() => { const theirs = takeTheirs(); if (theirs) setDraft(draftOf(theirs, company)); }} />}
      {saving.state === "gone" && <div className="px-7 py-3"><Note tone="danger" action={<Button size="small" onClick={() => go(leave)}>Open it</Button>}>{saving.error?.message}</Note></div>}
      <div className={`grid min-h-0 flex-1 ${roomy ? "grid-cols-[minmax(0,1fr)_7px_minmax(440px,588px)]" : "grid-cols-1"}`}>
        {(roomy || !previewed) && (
          <div className="min-h-0 overflow-y-auto px-7 pt-5 pb-16 max-phone:overflow-visible max-phone:px-4">
            <div className="grid gap-3 phone:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)]">
              <Field label="Customer">
                <Combobox icon="people" autoFocus={draft.customerId === ""} value={draft.customerId} shown={customer?.name ?? ""} after={customer ? `${terms} days net` : undefined} placeholder="Type a name" onQuery={setQuery} loading={found.isFetching}
                  options={(found.data?.items ?? []).map((one) => ({ value: one.id, label: one.name, detail: [one.contactName, one.city].filter(Boolean).join(", ") || undefined, aside: one.number ?? undefined }))}
                  onChange={(id) => chooseCustomer(found.data?.items.find((one) => one.id === id) ?? null)} {...(may("customers.write") ? { create: { label: (name: string) => `New customer “${name}”`, run: setAdding } } : {})} />
              </Field>
              <div className="grid grid-cols-2 gap-2 phone:grid-cols-3">
                <Field label="Issued"><DateInput short value={draft.issueDate} onChange={(value) => set({ issueDate: value })} placeholder={showDate(today, locale)} /></Field>
                <Field label="Due"><DateInput short value={draft.dueDate} onChange={(value) => set({ dueDate: value })} base={issueDate} placeholder={showDate(due, locale)} /></Field>
                <Field label="Their order" className="max-phone:col-span-2"><Input value={draft.purchaseOrder} onChange={(purchaseOrder) => set({ purchaseOrder })} maxLength={100} autoComplete="off" /></Field>
              </div>
            </div>
            <div className="mt-3 grid gap-3 phone:grid-cols-[minmax(0,1fr)_auto] phone:items-end">
              <Field label="Title" optional><Input value={draft.title} onChange={(value) => set({ title: value })} placeholder="What it is for, printed above the lines" maxLength={200} autoComplete="off" /></Field>
              {!details && <Button icon="down" onClick={() => setDetails(true)}>Dates, references, language</Button>}
            </div>
            <div className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
              {view?.proposalId && <span>From an accepted <Link className="link" to={`/proposals/${view.proposalId}`}>proposal</Link></span>}
              {customer && foreign.map((one) => <span key={one.currency} className="num">Open balance before this: {money(one.open, one.currency)}{/[1-9]/.test(one.overdue) && <span className="text-danger"> ({money(one.overdue, one.currency)} overdue)</span>}</span>)}
              {customer && balance && foreign.length === 0 && <span>Owes nothing before this</span>}
              {customer && !customer.addressLine1 && !customer.city && <span className="text-doubt">No address yet. <Link className="link" to={`/customers/${customer.id}/edit?then=`}>Add it</Link></span>}
            </div>
            {details && <Details draft={draft} company={company} set={set} terms={customer?.termsDays ?? company.termsDays} locale={paperLocale} onClose={() => setDetails(false)} />}
            <div className="mt-5"><LineTable draft={draft} company={company} totals={totals} onLines={(change) => setDraft((now) => ({ ...now, lines: withBlank(change(now.lines), company) }))} /></div>
            <div className="mt-5 grid items-start gap-x-9 gap-y-6 phone:grid-cols-[minmax(0,1fr)_282px]">
              <div className="min-w-0">
                <Field label="Note on the invoice"><TextArea rows={2} value={draft.note} onChange={(note) => set({ note })} maxLength={8000} /></Field>
                {company.invoiceNote && <p className="mt-1 text-sm text-ink-3">Printed below it on every invoice: {company.invoiceNote}</p>}
              </div>
              <div className="max-phone:order-first">
                {totals ? <TotalsBlock totals={totals} changes={draft.changes} closing="To pay" /> : <Note tone="danger">{sumProblem}</Note>}
                <Changes draft={draft} set={set} />
              </div>
            </div>
            <section id="before-you-issue" className="mt-6 max-w-[520px]" aria-labelledby="before">
              <h2 id="before" className="text-md">Before you issue</h2>
              <ul className="mt-1.5">
                {blockers.map((one) => <Point key={one.code + one.message} stage={lines.length === 0 && !view ? "open" : "needsYou"}>{one.message}</Point>)}
                {totals && lines.length > 0 && <Point stage="done" tone="done">Totals and VAT follow EN 16931.{" "}<Working totals={totals} /></Point>}
                {view && lines.length > 0 && customer && <Point stage={view.einvoice.needs.length === 0 ? "done" : view.einvoice.format === "auto" ? "open" : "needsYou"} tone={view.einvoice.needs.length === 0 ? "done" : undefined}><EinvoiceState of={view.einvoice} /></Point>}
                {customer && !customer.email && <Point stage="underWay" tone="doubt">{customer.name} has no e-mail address. You are asked for one when you send.</Point>}
                {!company.iban && <Point stage="underWay" tone="doubt">No bank account is set for {company.name}, so the page has no payment slip. <Link className="link" to="/settings">Add it</Link></Point>}
                {company.series.length > 0 && <Point stage="open">Issuing takes the next number{series?.lastNumber ? <> after <span className="num">{series.lastNumber}</span></> : series ? <>, like <span className="num">{series.example}</span>,</> : ""} and freezes the invoice. Later changes are made by credit note.</Point>}
              </ul>
            </section>
          </div>
        )}
        {roomy && <Perforation />}
        {showPreview && (
          <aside aria-label="Preview" className="min-h-0 overflow-y-auto bg-sunken px-5 pt-4 pb-8">
            <div className="mx-auto max-w-[560px]"><PagePreview draft={draft} company={company} customer={customer} totals={totals} issueDate={issueDate} dueDate={due} locale={paperLocale} /></div>
          </aside>
        )}
      </div>
      {adding !== null && <NewCustomerDialog name={adding} company={company} onClose={() => setAdding(null)} onAdded={(party) => { setAdding(null); queryClient.setQueryData(["/api/customers/{id}", { path: { id: party.id }, query: {} }], party); chooseCustomer(party); }} />}
      {(asking === "send" || asking === "issue") && view && totals && <IssueDialog view={view} how={asking} customer={customer} company={company} series={series ?? null} due={due} issueDate={issueDate} onClose={() => setAsking(null)} onIssued={(issued) => { stop(); go(`/invoices/${issued.id}`, { replace: true }); }} />}
      <ConfirmDialog open={asking === "discard"} onClose={() => setAsking(null)} danger title="Discard this draft?" verb="Discard draft" busy={discard.isPending} error={discard.error} onConfirm={() => { if (!view) return; stop(); discard.mutate(view.id); }}>It has no number yet, so nothing of it stays{totals && Amount.isZero(totals.amountDue) ? "." : ` but the entry in the activity log: ${totals ? money(formatAmount(totals.amountDue), draft.currency) : ""}${customer ? ` to ${customer.name}` : ""}.`}</ConfirmDialog>
    </>
  );
}

function Saved({ saving, again }: { saving: Saving; again: () => void }) {
  const locale = useLocale();
  const time = saving.at?.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" });
  const words: Record<Saving["state"], ReactNode> = {
    untouched: saving.at ? `Saved ${time}` : "Not saved yet", waiting: "Saving", saving: "Saving", saved: `Saved ${time}`, held: <span className="text-danger">Not saved: {saving.problem?.message}</span>,
    failed: <span className="text-danger">Not saved: {saving.error?.message} <button type="button" className="link" onClick={again}>Try again</button></span>, conflict: <span className="text-danger">Not saved</span>, gone: <span className="text-danger">Not saved</span>,
  };
  return <span role="status" className="num min-w-0 text-sm whitespace-normal! text-ink-3 max-phone:order-2 max-phone:flex-1">{words[saving.state]}</span>;
}

function Point({ stage, tone, children }: { stage: "done" | "open" | "underWay" | "needsYou"; tone?: "done" | "doubt"; children: ReactNode }) {
  return <li className="flex gap-2 py-[5px] text-ink-2"><span className="pt-1"><Glyph stage={stage} tone={tone} /></span><span>{children}</span></li>;
}

/** How the tax was reckoned: base × rate, rounded once per rate. */
function Working({ totals }: { totals: NonNullable<ReturnType<typeof totalsOf>["totals"]> }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? "Hide the working" : "Show the working"}</button>
      {open && <span className="mt-1 block">{totals.vatBreakdown.map((row) => <span key={`${row.category}${row.rate}`} className="num block"><Money amount={formatAmount(row.base)} total /> × {row.rate}% = <Money amount={formatAmount(row.tax)} total /></span>)}</span>}
    </>
  );
}
