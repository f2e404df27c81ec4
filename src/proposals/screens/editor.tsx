import { useEffect, useRef, useState, type CSSProperties } from "react";
import {
  api, asApiError, BackButton, Button, ButtonLink, ChangedElsewhere, Checkbox, Combobox, DateInput, DecimalInput, FailedState, Field, FieldSet, IconButton, Input, Menu, Money, Note, Perforation, queryClient, Select, SkeletonLines,
  State, TextArea, useApiQuery, useCompany, useKeys, useParam, usePageTitle, useSession, type ApiError,
} from "../../web/kit.ts";
import type { ProposalView } from "../contract.ts";
import { Prose } from "./prose.tsx";
import { SendDialog } from "./record.tsx";

type Line = ProposalView["lines"][number];
type Draft = Pick<ProposalView, "customerId" | "title" | "contactName" | "currency" | "locale" | "validUntil" | "prices" | "taxRounding" | "template" | "paper" | "sections" | "groups" | "lines" | "terms" | "internalNote" | "invoiceOnAcceptance">
  & { schedule: { label: string; percent: string }[] };
type Item = { id: string; name: string; description: string | null; unit: string; unitPrice: string; vatCategory: Line["vatCategory"]; vatRate: string };
type Customer = { id: string; name: string; contactName: string | null };

const draftOf = (view: ProposalView): Draft => ({
  customerId: view.customerId, title: view.title, contactName: view.contactName, currency: view.currency, locale: view.locale, validUntil: view.validUntil, prices: view.prices, taxRounding: view.taxRounding,
  template: view.template, paper: view.paper, sections: view.sections, groups: view.groups, lines: view.lines, terms: view.terms, internalNote: view.internalNote, invoiceOnAcceptance: view.invoiceOnAcceptance,
  schedule: view.schedule.map(({ label, percent }) => ({ label, percent })),
});

/** The proposal as the seller writes it: text, lines, options; beside it the page as the buyer will see it. Saved by itself. */
export function ProposalEditor() {
  const id = useParam("id");
  const query = useApiQuery<ProposalView>("/api/proposals/{id}", { path: { id }, staleMs: Infinity });
  usePageTitle(query.data?.title);
  if (query.error && !query.data) return <div className="p-6"><FailedState what="The proposal could not be loaded" error={query.error} again={() => void query.refetch()} /></div>;
  if (!query.data) return <div className="p-6"><SkeletonLines lines={8} /></div>;
  return <Editing key={query.data.id} start={query.data} />;
}

function Editing({ start }: { start: ProposalView }) {
  const company = useCompany();
  const { today } = useSession();
  const [saved, setSaved] = useState(start);
  const [draft, setDraft] = useState<Draft>(() => draftOf(start));
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [newer, setNewer] = useState<ProposalView | null>(null);
  const [sending, setSending] = useState(false);
  const profile = useApiQuery<{ defaultVatCategory: Line["vatCategory"]; defaultVatRate: string }>("/api/companies/{id}", { path: { id: company.id }, staleMs: 60_000 });
  const version = useRef(start.version);
  const dirty = useRef(false);
  const latest = useRef(draft);
  latest.current = draft;
  const busy = useRef<Promise<void> | null>(null);

  const change = (part: Partial<Draft>) => { dirty.current = true; setDraft((now) => ({ ...now, ...part })); };
  const save = async (): Promise<void> => {
    await busy.current;
    if (!dirty.current) return;
    dirty.current = false;
    setSaving(true);
    busy.current = api.put<ProposalView>("/api/proposals/{id}", { path: { id: start.id }, body: { ...latest.current, version: version.current } })
      .then((view) => {
        version.current = view.version;
        setSaved(view);
        setFailure(null);
        setSavedAt(new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" }).format(new Date()));
        queryClient.setQueryData(["/api/proposals/{id}", { path: { id: start.id }, query: {} }], view);
        void queryClient.invalidateQueries({ queryKey: ["/api/proposals"] });
      })
      .catch(async (error: unknown) => {
        dirty.current = true;
        const problem = asApiError(error);
        if (problem.code === "changed_elsewhere") setNewer(await api.get<ProposalView>("/api/proposals/{id}", { path: { id: start.id } }).catch(() => null));
        setFailure(problem);
      })
      .finally(() => { setSaving(false); busy.current = null; });
    await busy.current;
  };
  // 400 ms after the last key, so that leaving the page loses nothing.
  useEffect(() => {
    if (!dirty.current) return;
    const timer = setTimeout(() => void save(), 400);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => { if (dirty.current) event.preventDefault(); };
    addEventListener("beforeunload", warn);
    return () => { removeEventListener("beforeunload", warn); if (dirty.current) void save(); };
  }, []);
  useKeys("Proposal", [
    { keys: "mod+s", label: "Save", run: () => void save(), whileEditing: true },
    { keys: "mod+enter", label: "Send", run: () => void save().then(() => setSending(true)), whileEditing: true },
  ]);

  const setLine = (index: number, part: Partial<Line>) => change({ lines: draft.lines.map((line, at) => (at === index ? { ...line, ...part } : line)) });
  const addLine = (more: Partial<Line> = {}) => change({ lines: [...draft.lines, {
    id: crypto.randomUUID(), groupId: null, optional: false, preselected: false, itemId: null, name: "", description: null, quantity: "1", quantityChoice: null, unit: "C62", unitPrice: "0", discount: null,
    vatCategory: profile.data?.defaultVatCategory ?? "S", vatRate: profile.data?.defaultVatRate ?? "0", exemptionReason: null, ...more,
  }] });
  const move = (index: number, by: -1 | 1) => {
    const lines = [...draft.lines];
    const [line] = lines.splice(index, 1);
    lines.splice(index + by, 0, line!);
    change({ lines });
  };
  const addGroup = () => {
    const group = { id: crypto.randomUUID(), title: "Choose one", text: null, min: 1, max: 1 };
    const option = (preselected: boolean) => ({
      id: crypto.randomUUID(), groupId: group.id, optional: false, preselected, itemId: null, name: "", description: null, quantity: "1", quantityChoice: null, unit: "C62", unitPrice: "0", discount: null,
      vatCategory: profile.data?.defaultVatCategory ?? "S" as const, vatRate: profile.data?.defaultVatRate ?? "0", exemptionReason: null,
    });
    change({ groups: [...draft.groups, group], lines: [...draft.lines, option(true), option(false)] });
  };
  const errorOf = (path: string) => failure?.fields[path];
  const rows = (keep: (line: Line) => boolean) => draft.lines.map((line, index) => ({ line, index })).filter(({ line }) => keep(line));
  const lineRow = ({ line, index }: { line: Line; index: number }) => (
    <LineRow key={line.id} line={line} currency={draft.currency} amount={saved.lines.findIndex((one) => one.id === line.id) >= 0 ? saved.lineAmounts[saved.lines.findIndex((one) => one.id === line.id)] ?? null : null}
      error={(name) => errorOf(`lines.${index}.${name}`)} onChange={(part) => setLine(index, part)} onRemove={() => change({ lines: draft.lines.filter((_, at) => at !== index) })}
      onUp={index > 0 ? () => move(index, -1) : null} onDown={index < draft.lines.length - 1 ? () => move(index, 1) : null} />
  );
  const blocker = saved.blockers[0]?.message ?? null;

  return (
    <div className="flex min-h-full flex-col bg-surface">
      <header className="sticky top-0 z-10 flex min-h-14 flex-wrap items-center gap-3 border-b border-line bg-surface px-4 py-2">
        <BackButton to={saved.sentVersion ? `/proposals/${start.id}` : "/proposals"} />
        <h1 className="clip min-w-0 text-lg font-strong">{draft.title || "Untitled proposal"}</h1>
        <State of="proposal" is={saved.state} count={saved.views} />
        <span className="text-sm text-ink-2" role="status">{failure ? "Not saved" : saving ? "Saving" : savedAt ? `Saved ${savedAt}` : ""}</span>
        <span className="ml-auto flex items-center gap-2">
          <ButtonLink to={`/proposals/${start.id}`}>Overview</ButtonLink>
          <Button kind="primary" keys="mod+enter" disabledBecause={blocker} onClick={() => void save().then(() => setSending(true))}>{saved.sentVersion ? "Send new version" : "Send"}</Button>
        </span>
      </header>
      {newer && <ChangedElsewhere who="Somebody" when={newer.updatedAt} onReload={() => { version.current = newer.version; dirty.current = false; setSaved(newer); setDraft(draftOf(newer)); setNewer(null); setFailure(null); }} onKeep={() => { version.current = newer.version; setNewer(null); dirty.current = true; void save(); }} />}
      <div className="grid flex-1 desk:grid-cols-[minmax(0,1fr)_auto_minmax(0,460px)]">
        <div className="min-w-0 px-5 py-6">
          <div className="mx-auto grid max-w-[760px] gap-8">
            {failure && !newer && <Note tone="danger">{failure.message}</Note>}
            <section className="grid gap-4">
              <Field label="Title" error={errorOf("title")}><Input value={draft.title} onChange={(title) => change({ title })} autoFocus={draft.title === "Untitled proposal"} /></Field>
              <div className="grid gap-4 phone:grid-cols-2">
                <CustomerField value={draft.customerId} shown={saved.customerName} onChange={(customer) => change({ customerId: customer?.id ?? null })} error={errorOf("customerId")} />
                <Field label="Valid until the end of" optional error={errorOf("validUntil")}><DateInput value={draft.validUntil ?? ""} base={today} onChange={(validUntil) => change({ validUntil: validUntil || null })} /></Field>
              </div>
            </section>
            <Texts place="before" title="Letter" hint="What you say before the lines. ## headings, lists, **bold** and *italic* work." draft={draft} change={change} />
            <section className="grid gap-3">
              <h2 className="text-lg font-strong">Lines</h2>
              {rows((line) => !line.optional && line.groupId === null).map(lineRow)}
              <AddLine onAdd={addLine} />
            </section>
            {draft.groups.map((group, at) => (
              <FieldSet key={group.id} legend={`Options: ${group.title}`}>
                <div className="grid gap-3 border-l-2 border-line-strong pl-4">
                  <div className="grid items-end gap-3 phone:grid-cols-[1fr_150px_auto]">
                    <Field label="Question to the buyer" error={errorOf(`groups.${at}.title`)}><Input value={group.title} onChange={(title) => change({ groups: draft.groups.map((one) => (one.id === group.id ? { ...one, title } : one)) })} /></Field>
                    <Field label="May choose"><Select value={`${group.min}-${group.max}`} onChange={(value) => { const [min, max] = value.split("-").map(Number); change({ groups: draft.groups.map((one) => (one.id === group.id ? { ...one, min: min!, max: max! } : one)) }); }}
                      options={[{ value: "1-1", label: "Exactly one" }, { value: "0-1", label: "One or none" }, { value: "1-50", label: "One or more" }, { value: "0-50", label: "Any number" }]} /></Field>
                    <IconButton icon="trash" label="Remove these options" kind="plain" onClick={() => change({ groups: draft.groups.filter((one) => one.id !== group.id), lines: draft.lines.filter((line) => line.groupId !== group.id) })} />
                  </div>
                  {rows((line) => line.groupId === group.id).map(lineRow)}
                  <AddLine label="Add option" onAdd={(more) => addLine({ ...more, groupId: group.id })} />
                </div>
              </FieldSet>
            ))}
            <section className="grid gap-3">
              <h2 className="text-lg font-strong">Add if you like</h2>
              {rows((line) => line.optional && line.groupId === null).map(lineRow)}
              <div className="flex flex-wrap gap-2"><Button size="small" icon="plus" onClick={() => addLine({ optional: true })}>Optional line</Button><Button size="small" icon="plus" onClick={addGroup}>Choose-one group</Button></div>
            </section>
            <Texts place="after" title="After the lines" hint="Delivery, guarantee, what happens next." draft={draft} change={change} />
            <Field label="Terms" optional hint="The buyer can open them; the accepted text names them."><TextArea rows={3} value={draft.terms ?? ""} onChange={(terms) => change({ terms: terms || null })} /></Field>
            <Schedule draft={draft} change={change} error={errorOf("schedule")} />
            <Checkbox checked={draft.invoiceOnAcceptance} onChange={(invoiceOnAcceptance) => change({ invoiceOnAcceptance })} hint="It is not sent until you issue it.">Draft the invoice when the buyer accepts</Checkbox>
            {blocker && <Note tone="doubt">{blocker}</Note>}
          </div>
        </div>
        <div className="max-desk:hidden"><Perforation /></div>
        <aside className="bg-sunken px-5 py-6 max-desk:hidden" aria-label="As the buyer sees it"><Preview draft={draft} saved={saved} company={company.name} /></aside>
      </div>
      {sending && <SendDialog proposal={saved} onClose={() => setSending(false)} />}
    </div>
  );
}

function CustomerField({ value, shown, onChange, error }: { value: string | null; shown: string | null; onChange: (customer: Customer | null) => void; error?: string | undefined }) {
  const company = useCompany();
  const [search, setSearch] = useState("");
  const found = useApiQuery<{ items: Customer[] }>("/api/customers", { query: { companyId: company.id, search: search || null, limit: 20 }, keep: true });
  const [making, setMaking] = useState(false);
  const make = async (name: string) => {
    setMaking(true);
    const made = await api.post<Customer>("/api/customers", { body: { companyId: company.id, name } }).finally(() => setMaking(false));
    void queryClient.invalidateQueries({ queryKey: ["/api/customers"] });
    onChange(made);
  };
  return (
    <Field label="Customer" error={error}>
      <Combobox value={value ?? ""} shown={found.data?.items.find((one) => one.id === value)?.name ?? shown ?? undefined} onQuery={setSearch} loading={found.isFetching || making} placeholder="Name"
        options={(found.data?.items ?? []).map((one) => ({ value: one.id, label: one.name, detail: one.contactName ?? undefined }))}
        onChange={(id) => onChange(found.data?.items.find((one) => one.id === id) ?? null)} create={{ label: (query) => `Add customer ${query}`, run: (query) => void make(query) }} />
    </Field>
  );
}

function AddLine({ onAdd, label = "Add line" }: { onAdd: (line: Partial<Line>) => void; label?: string }) {
  const company = useCompany();
  const items = useApiQuery<{ items: Item[] }>("/api/items", { query: { companyId: company.id, limit: 50 }, staleMs: 30_000 });
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" icon="plus" onClick={() => onAdd({})}>{label}</Button>
      {(items.data?.items.length ?? 0) > 0 && (
        <Menu items={items.data!.items.slice(0, 30).map((item) => ({ label: item.name, detail: item.unitPrice, onChoose: () => onAdd({ itemId: item.id, name: item.name, description: item.description, unit: item.unit, unitPrice: item.unitPrice, vatCategory: item.vatCategory, vatRate: item.vatRate }) }))}>
          <Button size="small" icon="services">From services</Button>
        </Menu>
      )}
    </div>
  );
}

function LineRow({ line, currency, amount, error, onChange, onRemove, onUp, onDown }: { line: Line; currency: string; amount: string | null; error: (name: string) => string | undefined; onChange: (part: Partial<Line>) => void; onRemove: () => void; onUp: (() => void) | null; onDown: (() => void) | null }) {
  const option = line.optional || line.groupId !== null;
  return (
    <div className="grid gap-2 rounded-3 border border-line p-3">
      <div className="grid items-start gap-2 phone:grid-cols-[1fr_84px_116px_84px_auto]">
        <Field label="What" error={error("name")}><Input value={line.name} onChange={(name) => onChange({ name })} /></Field>
        <Field label="Quantity" error={error("quantity")}><DecimalInput decimals={6} value={line.quantity} onChange={(quantity) => onChange({ quantity })} /></Field>
        <Field label="Price" error={error("unitPrice")}><DecimalInput decimals={6} value={line.unitPrice} onChange={(unitPrice) => onChange({ unitPrice })} /></Field>
        <Field label="VAT %" error={error("vatRate")}><DecimalInput decimals={4} value={line.vatRate} onChange={(vatRate) => onChange({ vatRate })} disabled={line.vatCategory !== "S"} /></Field>
        <span className="pt-5"><Menu items={[
          ...(onUp ? [{ label: "Move up", onChoose: onUp }] : []), ...(onDown ? [{ label: "Move down", onChoose: onDown }] : []),
          { label: line.quantityChoice ? "Fix the quantity" : "Let the buyer choose the quantity", onChoose: () => onChange({ quantityChoice: line.quantityChoice ? null : { min: "1", max: "10", step: "1" } }) },
          ...(line.groupId === null ? [{ label: line.optional ? "Make it fixed" : "Make it optional", onChoose: () => onChange({ optional: !line.optional }) }] : []),
          { label: "Remove", danger: true, onChoose: onRemove },
        ]}><IconButton icon="more" label={`More for ${line.name || "this line"}`} kind="plain" /></Menu></span>
      </div>
      <TextArea aria-label={`Details of ${line.name || "this line"}`} rows={1} value={line.description ?? ""} placeholder="Details" onChange={(description) => onChange({ description: description || null })} />
      <div className="flex flex-wrap items-center justify-between gap-3 text-ink-2">
        <span className="flex flex-wrap items-center gap-4">
          {option && <Checkbox checked={line.preselected} onChange={(preselected) => onChange({ preselected })}>Ticked at first</Checkbox>}
          {line.quantityChoice && <span className="flex items-center gap-2">from <Bound value={line.quantityChoice.min} label="Least quantity" onChange={(min) => onChange({ quantityChoice: { ...line.quantityChoice!, min } })} /> to <Bound value={line.quantityChoice.max} label="Most quantity" onChange={(max) => onChange({ quantityChoice: { ...line.quantityChoice!, max } })} /></span>}
        </span>
        <Money amount={amount} currency={currency} />
      </div>
    </div>
  );
}
const Bound = ({ value, label, onChange }: { value: string; label: string; onChange: (value: string) => void }) => (
  <input aria-label={label} value={value} inputMode="decimal" onChange={(event) => onChange(event.target.value)} className="num w-16 rounded-2 border border-control-line bg-surface px-2 py-1 text-ink" />
);

function Texts({ place, title, hint, draft, change }: { place: "before" | "after"; title: string; hint: string; draft: Draft; change: (part: Partial<Draft>) => void }) {
  const mine = draft.sections.map((section, index) => ({ section, index })).filter(({ section }) => section.place === place);
  const set = (index: number, part: Partial<Draft["sections"][number]>) => change({ sections: draft.sections.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-strong">{title}</h2>
      {mine.map(({ section, index }) => (
        <div key={index} className="grid gap-2">
          <div className="flex gap-2"><span className="min-w-0 flex-1"><Input aria-label="Heading" value={section.title ?? ""} placeholder="Heading, if any" onChange={(text) => set(index, { title: text || null })} /></span>
            <IconButton icon="trash" label="Remove this text" kind="plain" onClick={() => change({ sections: draft.sections.filter((_, at) => at !== index) })} /></div>
          <TextArea aria-label="Text" rows={4} value={section.text} onChange={(text) => set(index, { text })} />
        </div>
      ))}
      {mine.length === 0 && <p className="text-sm text-ink-3">{hint}</p>}
      <div><Button size="small" icon="plus" onClick={() => change({ sections: [...draft.sections, { title: null, text: "", place }] })}>Add text</Button></div>
    </section>
  );
}

function Schedule({ draft, change, error }: { draft: Draft; change: (part: Partial<Draft>) => void; error?: string | undefined }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-strong">Payment schedule</h2>
      {draft.schedule.map((part, index) => (
        <div key={index} className="grid grid-cols-[1fr_90px_auto] gap-2">
          <Input aria-label="When" value={part.label} placeholder="On acceptance" onChange={(label) => change({ schedule: draft.schedule.map((one, at) => (at === index ? { ...one, label } : one)) })} />
          <DecimalInput aria-label={`Share of ${part.label || "this part"}`} decimals={4} unit="%" value={part.percent} onChange={(percent) => change({ schedule: draft.schedule.map((one, at) => (at === index ? { ...one, percent } : one)) })} />
          <IconButton icon="trash" label="Remove this part" kind="plain" onClick={() => change({ schedule: draft.schedule.filter((_, at) => at !== index) })} />
        </div>
      ))}
      {error && <Note tone="danger">{error}</Note>}
      <div><Button size="small" icon="plus" onClick={() => change({ schedule: [...draft.schedule, draft.schedule.length === 0 ? { label: "On acceptance", percent: "100" } : { label: "", percent: "0" }] })}>Add part</Button></div>
    </section>
  );
}

/** A sketch of the buyer's page, with the figures the server last confirmed. */
function Preview({ draft, saved, company }: { draft: Draft; saved: ProposalView; company: string }) {
  const amountOf = (line: Line) => saved.lineAmounts[saved.lines.findIndex((one) => one.id === line.id)] ?? null;
  const row = (line: Line) => <li key={line.id} className="flex justify-between gap-4 border-b border-line py-1.5"><span className="min-w-0">{line.optional || line.groupId ? (line.preselected ? "☑ " : "☐ ") : ""}{line.name || "…"}</span><Money amount={amountOf(line)} currency={draft.currency} /></li>;
  return (
    <div style={{ "--ink-3": "#5b5f5a" } as CSSProperties} className="sticky top-20 rounded-1 bg-sheet p-7 font-paper text-sheet-ink shadow-page">
      <p className="text-sm">{company}</p>
      <p className="mt-3 text-2xl font-strong">{draft.title || "Untitled proposal"}</p>
      <p className="mt-1 text-sm">For {saved.customerName ?? "…"}</p>
      <div className="mt-4 grid gap-3 text-md">{draft.sections.filter((section) => section.place === "before").map((section, index) => <div key={index}>{section.title && <p className="font-strong">{section.title}</p>}<Prose text={section.text} /></div>)}</div>
      <ul className="mt-4 text-md">{draft.lines.map(row)}</ul>
      <p className="mt-3 flex justify-between border-t-2 border-current pt-2 text-lg font-strong"><span>Total</span><Money amount={saved.totals.grossTotal} currency={draft.currency} code total /></p>
    </div>
  );
}
