import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Alternatives, Button, DateText, EvidenceInput, EvidenceStrip, Field, Iban, Input, KeyCap, Money, QuestionCard, Reason, State, useLocale, type AlternativeView } from "../../web/kit.ts";
import type { FieldView, QuestionView, ReceivedDetail } from "../contract.ts";
import { mayBeAbsent, neededFields } from "../policy.ts";
import { chipOf, fieldAt, kindOf, meritOf, shown, titleOf, typeWords } from "./words.ts";

/** What may be taken by a digit: the value as it stands, then the other readings, best first. */
export type Choice = { value: string; reason: string; merit?: string; /** Taking it confirms what is there. */ same: boolean };

export function choicesOf(path: string, field: FieldView | undefined): Choice[] {
  if (path === "documentType") return Object.keys(typeWords).map((value) => ({ value, reason: value === field?.value ? "As read" : "", same: value === field?.value }));
  if (!field || field.alternatives.length === 0) return [];
  const asRead = field.source === "human" ? "As you wrote it" : field.source === "derived" ? "Computed" : `As read, ${Math.round(field.confidence * 100)}% sure`;
  return [{ value: field.value, reason: asRead, merit: meritOf(field), same: true },
    ...field.alternatives.map((one) => ({ value: one.value, reason: one.reason.replace(/^./u, (letter) => letter.toUpperCase()), same: false }))].slice(0, 9);
}

/** The working of a value: the equations it stands in, with the numbers put in. */
export function workingOf(document: ReceivedDetail, path: string, field: FieldView | undefined): { text: string; holds: boolean }[] {
  const equations = document.checks.filter((check) => check.operands.includes(path)).map((check) => ({ text: `${check.equation}${check.holds || !check.difference ? "" : `, off by ${check.difference}`}`, holds: check.holds }));
  return field?.formula ? [{ text: field.formula, holds: true }, ...equations] : equations;
}

/** The card of a value that is asked, or of a proven one that is being corrected. */
export function ValueCard({ document, path, question, draft, problem, editing, working, writes, onDraft, onConfirm, onTake, onEdit, onCancel, onAbsent, onLater, onPoint, onWorking }: {
  document: ReceivedDetail; path: string; question: QuestionView | undefined; draft: string | null; problem: string | null; editing: number; working: boolean; writes: boolean;
  onDraft: (text: string) => void; onConfirm: (approve: boolean) => void; onTake: (index: number) => void; onEdit: () => void; onCancel: () => void; onAbsent: () => void; onLater: (by: 1 | -1) => void; onPoint: (() => void) | null; onWorking: () => void;
}) {
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const field = fieldAt(document, path);
  const choices = choicesOf(path, field);
  const evidence = field?.evidence[0];
  const page = evidence && document.pages.find((one) => one.number === evidence.page);
  const value = draft ?? (field ? shown(path, field.value, locale) : "");
  // Each request to edit brings the caret, with everything selected unless a character was typed already.
  useEffect(() => { if (editing > 0) { input.current?.focus({ preventScroll: true }); if (draft === null) input.current?.select(); } /* the draft at that moment */
  }, [editing, path]);
  const press = (event: KeyboardEvent) => {
    if (event.target !== input.current || event.nativeEvent.isComposing) return;
    const stop = () => { event.preventDefault(); event.stopPropagation(); };
    if (event.key === "Enter") { stop(); input.current?.blur(); onConfirm(event.metaKey || event.ctrlKey); }
    else if (event.key === "Tab") { stop(); input.current?.blur(); onLater(event.shiftKey ? -1 : 1); }
    else if (event.key === "Escape") { stop(); input.current?.blur(); onCancel(); }
    else if (event.altKey && /^Digit[1-9]$/.test(event.code)) { stop(); const at = Number(event.code.slice(5)) - 1; if (choices[at]) { input.current?.blur(); onTake(at); } }
  };
  const asked = question !== undefined;
  const missing = question?.kind === "missing";
  const absentAllowed = !(neededFields as readonly string[]).includes(path) || mayBeAbsent.has(path);
  const lines = workingOf(document, path, field);
  const items: AlternativeView[] = choices.map((choice) => ({ value: shown(path, choice.value, locale), reason: choice.reason, merit: choice.merit }));
  const wide = kindOf(path) === "text" && choices.some((choice) => choice.value.length > 14);
  const foot = writes ? (
    <>
      <Button kind="primary" size="small" keys="enter" onClick={() => onConfirm(false)}>{draft !== null ? "Save" : field ? "Confirm" : "Save"}</Button>
      {choices.length > 1 && <span className="inline-flex items-center gap-1 max-phone:hidden"><KeyCap keys="1" />–<KeyCap keys={String(choices.length)} /> Choose</span>}
      {onPoint && <button type="button" className="inline-flex items-center gap-1 rounded-1 hover:text-ink" onClick={onPoint}><KeyCap keys="/" /> Point on page</button>}
      {asked && <button type="button" className="inline-flex items-center gap-1 rounded-1 hover:text-ink" onClick={() => onLater(1)}><KeyCap keys="tab" /> Later</button>}
      {!asked && <button type="button" className="inline-flex items-center gap-1 rounded-1 hover:text-ink" onClick={onCancel}><KeyCap keys="escape" /> Leave it</button>}
      {(field || asked) && absentAllowed && <button type="button" className="ml-auto rounded-1 hover:text-ink" onClick={onAbsent} title="Not on this page (Backspace)">Not there</button>}
    </>
  ) : undefined;
  const inner = (
    <div onKeyDown={press} className="[&_[role=img]>img]:mix-blend-multiply">
      {evidence && page && document.pages.length > 0 && <EvidenceStrip image={`/api/received-invoices/${document.id}/pages/${evidence.page}/image`} page={page} box={evidence.box} alt={`Printed: ${evidence.raw}`} />}
      {writes ? <EvidenceInput ref={input} label={titleOf(path)} value={value} onChange={onDraft} onFocus={onEdit} invalid={problem !== null} was={draft !== null && field && draft !== shown(path, field.value, locale) ? `was ${shown(path, field.value, locale)}` : evidence && field && draft === null && value.length < 20 && evidence.raw.length < 22 && evidence.raw.replace(/\s/g, "") !== value.replace(/\s/g, "") ? `printed ${evidence.raw}` : undefined} />
        : <p className="num my-1 text-lg font-medium">{value || "–"}</p>}
      {problem && <p role="alert" className="mt-1.5 text-sm text-danger">{problem}</p>}
      {question && <Reason>{question.reason}{missing && field === undefined ? onPoint ? " Type it, or point at it on the page." : " Type it." : ""}</Reason>}
      {!question && field?.reason && <Reason>{field.reason}</Reason>}
      {field?.formula && !working && field.formula.slice(0, 16).toLowerCase() !== (question?.reason ?? field.reason ?? "").slice(0, 16).toLowerCase() && <Reason><b className="num whitespace-normal">{field.formula.replace(/^./u, (letter) => letter.toUpperCase())}</b></Reason>}
      {working && (lines.length > 0 ? <ul className="mb-1.5 grid gap-0.5 text-sm text-ink-2">{lines.map((line) => <li key={line.text} className={`num whitespace-normal ${line.holds ? "" : "text-danger"}`}>{line.text}</li>)}</ul> : <Reason>No sum uses this value. {field?.checks.length ? `It rests on: ${field.checks.join(", ").replaceAll("_", " ")}.` : ""}</Reason>)}
      {!working && lines.length > 0 && !field?.formula && <button type="button" onClick={onWorking} className="mb-1 inline-flex items-center gap-1.5 rounded-1 text-sm text-ink-3 hover:text-ink"><KeyCap keys="v" /> How it adds up</button>}
      {items.length > 0 && writes && <div className={wide ? "[&_b]:max-w-[55%] [&_b]:clip" : ""}><Alternatives items={items} active={draft === null ? Math.max(0, choices.findIndex((choice) => choice.same)) : -1} onTake={onTake} /></div>}
    </div>
  );
  if (asked) return <QuestionCard label={titleOf(path)} foot={foot}>{inner}</QuestionCard>;
  return (
    <section className="mx-4 rounded-3 border border-line-strong p-3 max-phone:mx-3">
      <div className="flex items-baseline justify-between"><h3 className="text-sm font-medium text-ink-2">{titleOf(path)}</h3><span className="text-sm text-ink-3">{field ? (field.level === "proven" ? "Proven" : field.source === "human" ? "Your answer" : "Sure") : "Not found"}</span></div>
      {inner}
      {foot && <div className="mt-1.5 flex flex-wrap items-center gap-3 border-t border-line pt-2 text-sm text-ink-2">{foot}</div>}
    </section>
  );
}

/** The account is not the one the supplier used before: both side by side, and never solved by Enter. */
export function BankCard({ document, question, writes, busy, asking, onAsk, onRelease, onKeep }: {
  document: ReceivedDetail; question: QuestionView; writes: boolean; busy: boolean; asking: boolean; onAsk: (on: boolean) => void; onRelease: (spokeTo: string, calledNumber: string) => void; onKeep: () => void;
}) {
  const [spokeTo, setSpokeTo] = useState(""), [number, setNumber] = useState("");
  const now = document.fields["supplier.iban"]?.value ?? "";
  const before = document.supplier?.ibans.filter((iban) => iban !== now) ?? [];
  const ready = spokeTo.trim() && number.trim();
  return (
    <QuestionCard tone="danger" label="Bank account" foot={writes && !asking ? <>
      <Button kind="primary" size="small" keys="h" onClick={onKeep}>Keep on hold</Button>
      <button type="button" className="inline-flex items-center gap-1 rounded-1 hover:text-ink" onClick={() => onAsk(true)}><KeyCap keys="2" /> We called and spoke to …</button>
    </> : undefined}>
      <dl className="my-2 grid grid-cols-[88px_minmax(0,1fr)] gap-y-1">
        <dt className="text-ink-2">This invoice</dt><dd className="font-medium"><Iban value={now} /></dd>
        <dt className="text-ink-2">On file</dt><dd>{before.length > 0 ? before.slice(0, 3).map((iban) => <span key={iban} className="block"><Iban value={iban} /></span>) : "–"}</dd>
      </dl>
      <Reason>{question.reason} Payment stays on hold. Call a number you know, not one from this document.</Reason>
      {asking && (
        <div className="mt-2 grid gap-3 border-t border-line pt-3">
          <Field label="Spoke to" required><Input value={spokeTo} onChange={setSpokeTo} autoFocus maxLength={200} /></Field>
          <Field label="Number called" required><Input value={number} onChange={setNumber} figures type="tel" maxLength={60} onEnter={() => { if (ready) onRelease(spokeTo.trim(), number.trim()); }} /></Field>
          <div className="flex gap-2"><Button kind="primary" busy={busy} disabledBecause={ready ? null : "Say who and on which number"} onClick={() => onRelease(spokeTo.trim(), number.trim())}>Release the hold</Button><Button kind="quiet" onClick={() => onAsk(false)}>Cancel</Button></div>
          <p className="text-sm text-ink-3">Somebody else then approves, where there is a second person.</p>
        </div>
      )}
    </QuestionCard>
  );
}

/** It seems to be here already. */
export function DuplicateCard({ document, question, writes, comparing, onCompare, onReject, onApart }: { document: ReceivedDetail; question: QuestionView; writes: boolean; comparing: boolean; onCompare: () => void; onReject: () => void; onApart: () => void }) {
  const twin = document.duplicate;
  const row = (label: string, mine: ReactNode, other: ReactNode) => <tr><th scope="row" className="w-[72px] pr-2 text-left font-regular text-ink-2">{label}</th><td className="clip pr-2">{mine}</td><td className="clip">{other}</td></tr>;
  return (
    <QuestionCard tone="danger" label="Already here?" foot={writes ? <>
      <Button kind="primary" size="small" keys="1" onClick={onReject}>Reject this one</Button>
      <Button size="small" keys="2" onClick={onApart}>Keep both</Button>
      <button type="button" className="inline-flex items-center gap-1 rounded-1 hover:text-ink max-phone:hidden" onClick={onCompare}><KeyCap keys="d" /> {comparing ? "Close the other" : "Side by side"}</button>
    </> : undefined}>
      <Reason>{question.reason}</Reason>
      {twin && (
        <table className="my-1.5 w-full table-fixed leading-6">
          <thead><tr className="text-xs text-ink-3"><th className="w-[72px]" /><th scope="col" className="text-left font-medium">This one</th><th scope="col" className="text-left font-medium">The other</th></tr></thead>
          <tbody>
            {row("Supplier", document.supplierName, twin.supplierName)}
            {row("Number", <span className="num">{document.invoiceNumber}</span>, <span className="num">{twin.invoiceNumber}</span>)}
            {row("Issued", <DateText value={document.issueDate} />, <DateText value={twin.issueDate} />)}
            {row("Total", <Money amount={document.grossTotal} currency={document.currency ?? undefined} />, <Money amount={twin.grossTotal} currency={twin.currency ?? undefined} />)}
            {row("Came", <DateText short value={document.receivedAt} />, <DateText short value={twin.receivedAt} />)}
            {row("State", "", <State {...chipOf({ state: twin.state, toCheck: [] })} />)}
          </tbody>
        </table>
      )}
    </QuestionCard>
  );
}

