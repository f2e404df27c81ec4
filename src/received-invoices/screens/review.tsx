import { Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { BackButton, Button, ButtonLink, Content, DateText, EmptyState, FailedState, Glyph, IconButton, Menu, NextQuestion, Note, PasswordInput, Perforation, plural, Sheet, showInstant, SkeletonLines, State, Tag, toast, useApiQuery, useGo, useKeys, useLocale, useMedia, useParam, usePageTitle, usePhone, useSession, type EvidenceBoxView, type KeyBinding, type MenuItem } from "../../web/kit.ts";
import type { FieldView, PageWordsView, QuestionView, ReceivedDetail, RejectCode } from "../contract.ts";
import type { z } from "zod";
import { DocumentHolds } from "../../retention/screens/index.ts";
import { explain, labelOf, whyNotAnswer, whyNotApprove, whyNotHold, whyNotReadAgain, whyNotReject, whyNotReopen, whyNotSplit } from "../policy.ts";
import { countDone, countKey, endRun, failureOf, forgetSettled, nextOf, openAgain, sendVerb, settle, settledLast, startRun, useDocument } from "./answering.ts";
import { LinesDialog } from "./lines-dialog.tsx";
import { ReadableInvoice } from "./paper.tsx";
import { BankCard, choicesOf, DuplicateCard, ValueCard } from "./question.tsx";
import { pickFiles } from "./upload.tsx";
import { leaveUploadKey } from "./uploads.ts";
import { SeveralCard, SplitDialog } from "./split-dialog.tsx";
import { FieldList, LineTable, Proof, walk } from "./values.tsx";
import { HoldDialog, refreshInbox, RejectDialog, reopenMany } from "./verbs.tsx";
import { Viewer } from "./viewer.tsx";
import { chipOf, fieldAt, kindOf, nameAndNumber, nameOf, readTyped, rejectWords, shown, titleOf } from "./words.ts";

/** One received document: the page at the left, its values at the right, between them the perforation. */
export function Review() {
  const id = useParam("id");
  const go = useGo();
  const desk = useDocument(id);
  const [ended, setEnded] = useState<{ id: string; done: number; ms: number; keys: number } | null>(null);
  useEffect(() => {
    startRun();
    leaveUploadKey(false);
    const count = (event: KeyboardEvent) => { if (!event.repeat && !["Shift", "Control", "Alt", "Meta"].includes(event.key)) countKey(); };
    addEventListener("keydown", count, true);
    return () => { removeEventListener("keydown", count, true); leaveUploadKey(true); endRun(); };
  }, []);
  const end = useCallback(() => {
    const run = endRun();
    setEnded({ id, done: run?.done ?? 0, ms: run ? Date.now() - run.since : 0, keys: run?.keys ?? 0 });
  }, [id]);
  if (ended?.id === id) return <QueueEnd {...ended} onBack={() => { setEnded(null); startRun(); }} />;
  const { query } = desk;
  if (query.error && !query.data) {
    return <Bare title="Document"><FailedState what={query.error.status === 404 ? "This document is not here" : "The document could not be loaded"} error={query.error} again={() => void query.refetch()} />{query.error.status === 404 && <Content><ButtonLink to="/inbox">Back to the inbox</ButtonLink></Content>}</Bare>;
  }
  if (!query.data || query.data.id !== id) return <Bare title="Review"><Content><SkeletonLines /></Content></Bare>;
  return <Desk key={id} document={query.data} desk={desk} onEnd={end} onUndone={(other) => { setEnded(null); startRun(); go(`/inbox/${other}`, { replace: true }); }} />;
}

function Bare({ title, children }: { title: string; children: ReactNode }) {
  return <><header className="flex h-[52px] shrink-0 items-center gap-3 border-b border-line px-4 pl-5"><BackButton to="/inbox" /><h1 className="text-md">{title}</h1></header>{children}</>;
}

const ruleWords = { "1_year": "1 year", "3_years": "3 years", "7_years": "7 years" } as const;
type Pointed = { evidence: { page: number; box: { x: number; y: number; width: number; height: number }; raw: string }[] };

function Desk({ document, desk, onEnd, onUndone }: { document: ReceivedDetail; desk: ReturnType<typeof useDocument>; onEnd: () => void; onUndone: (id: string) => void }) {
  const { id } = document;
  const { may, today, companies, company } = useSession();
  const locale = useLocale();
  const go = useGo();
  const phone = usePhone();
  const roomy = useMedia("(min-width: 1080px)");
  const { pending, failure, setFailure, send } = desk;
  const writes = may("received.write") && whyNotAnswer(document) === null;
  const settled = ["approved", "exported", "rejected"].includes(document.state);
  usePageTitle(nameAndNumber(document));

  // ---- What is asked
  const open = useMemo(() => document.questions.filter((question) => !pending.has(question.path)), [document.questions, pending]);
  const blocking = open.filter((question) => question.blocking);
  const atFirst = useRef(document.questions.filter((question) => question.blocking).length);
  atFirst.current = Math.max(atFirst.current, blocking.length);
  /** undefined: the first open question, if any stops the approval. */
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const active = chosen === undefined ? (writes ? blocking[0]?.path ?? null : null) : chosen;
  const question = open.find((one) => one.path === active);
  const field = active ? fieldAt(document, active) : undefined;
  const isValue = active !== null && !["duplicate", "bank_changed", "several_documents"].includes(active);
  const choices = isValue ? choicesOf(active, field) : [];

  const [draft, setDraft] = useState<string | null>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [editing, setEditing] = useState(0);
  const [working, setWorking] = useState(false);
  const [notice, setNotice] = useState("");
  const [rejecting, setRejecting] = useState(false), [holding, setHolding] = useState(false), [linesOpen, setLinesOpen] = useState(false), [askBank, setAskBank] = useState(false), [splitting, setSplitting] = useState(false);
  const [comparing, setComparing] = useState(false), [legalHolds, setLegalHolds] = useState(false), [pageSheet, setPageSheet] = useState(false), [busy, setBusy] = useState(false);
  const approveButton = useRef<HTMLButtonElement>(null), panel = useRef<HTMLDivElement>(null);

  const select = useCallback((path: string | null | undefined) => {
    setChosen(path); setDraft(null); setPointed(null); setProblem(null); setWorking(false); setAskBank(false); setEditing(0); setNotice("");
    (globalThis.document.activeElement as HTMLElement | null)?.blur?.();
  }, []);
  const edit = (first?: string) => { if (!writes || !isValue) return; setDraft(first ?? draft); setEditing((count) => count + 1); };
  // A value that was not found is typed: the caret is there at once. Nothing left to answer: Approve has the focus.
  useEffect(() => { if (question?.kind === "missing" && !phone && editing === 0) setEditing(1); /* once for each question */
  }, [question?.path]);
  const reading = document.reading.state === "waiting" || document.reading.state === "reading";
  const stuck = document.reading.state === "unreadable" || document.reading.state === "needs_password";
  const [byHand, setByHand] = useState(() => stuck && Object.keys(document.fields).length > 0);
  /** There are no values to look at (yet). */
  const shut = reading || (stuck && !byHand);
  const ready = writes && !shut && blocking.length === 0 && active === null;
  useEffect(() => { if (ready) approveButton.current?.focus({ preventScroll: true }); }, [ready, id]);
  useLayoutEffect(() => { panel.current?.scrollTo({ top: 0 }); }, [active]);

  const after = (path: string): string | null | undefined => {
    const rest = open.filter((one) => one.path !== path), place = open.findIndex((one) => one.path === path);
    const next = open.slice(place + 1).find((one) => one.blocking === (question?.blocking ?? true)) ?? rest.find((one) => one.blocking);
    return place < 0 ? undefined : next ? next.path : null;
  };
  const done = (path: string) => { const next = after(path); select(next); return next; };
  const blockedBy = (without?: string) => blocking.filter((one) => one.path !== without).length;

  // ---- Answers: the next question is there at once; a refused answer brings its question back
  const answer = (path: string, body: Record<string, unknown>) => void send("answers", { path, ...body }, path).then((detail) => { if (!detail) setChosen(path); });
  const confirm = (andApprove = false) => {
    if (!writes || !active || !isValue) return;
    if (draft === null && !field) { setProblem("Type the value, or say that it is not on the document."); edit(); return; }
    if (draft === null || (field && draft === shown(active, field.value, locale) && !pointed)) {
      if (!question && field?.source !== "derived") { select(undefined); return; }
      answer(active, { action: "confirm" });
    } else {
      const read = readTyped(active, draft, { locale, today, currency: document.fields.currency?.value ?? company?.currency ?? null });
      if (!read.ok || read.value === "") { setProblem(read.ok ? "Type the value." : read.problem); edit(); return; }
      answer(active, { action: "correct", value: read.value, ...(pointed ? { evidence: pointed.evidence } : {}) });
    }
    const last = blockedBy(active) === 0;
    done(active);
    if (andApprove && last) approve(active);
  };
  const take = (index: number) => {
    const choice = choices[index];
    if (!writes || !active || !choice) return;
    answer(active, choice.same ? { action: "confirm" } : { action: "correct", value: choice.value });
    done(active);
  };
  const absent = () => {
    if (!writes || !active || !isValue) return;
    answer(active, { action: "absent" });
    done(active);
  };
  const undo = async () => {
    if (document.canUndo && writes) {
      const last = [...document.answers].reverse().find((answer) => !answer.undone);
      const back = await send("undo", {});
      if (back && last) { select(last.path === "lines" || last.path === "taxes" ? undefined : last.path); toast(`Took back: ${last.path === "lines" ? "lines" : titleOf(last.path)}`); }
      return;
    }
    const before = settledLast();
    if (!before) { toast("Nothing to undo here"); return; }
    forgetSettled();
    openAgain(before.id);
    await reopenMany([before.id]);
    countDone(-1);
    onUndone(before.id);
  };
  const later = (by: 1 | -1) => {
    if (open.length === 0) { select(null); return; }
    const place = open.findIndex((one) => one.path === active);
    const next = open[(place + by + open.length) % open.length];
    select(place < 0 ? open[by === 1 ? 0 : open.length - 1]!.path : next!.path);
  };
  const step = (by: 1 | -1) => {
    const all = walk(document), place = active ? all.indexOf(active) : by === 1 ? -1 : all.length;
    const next = all[Math.max(0, Math.min(all.length - 1, place + by))];
    if (next) { select(next); requestAnimationFrame(() => globalThis.document.querySelector("[data-value-active]")?.scrollIntoView({ block: "nearest" })); }
  };

  // ---- Verbs: the next document is there at once, the server follows
  const leave = () => {
    void nextOf(document).then((next) => { if (next) go(`/inbox/${next}`, { replace: true }); else onEnd(); });
  };
  const goOn = (verb: "approve" | "reject" | "hold", body: Record<string, unknown>, past: string) => {
    const words = nameAndNumber(document);
    countDone();
    const result = settle(id, words, verb, body);
    leave();
    void result.then((worked) => {
      if (worked) {
        toast(`${past.replace("%", words)}`, { undo: () => void (verb === "hold" ? sendVerb(id, "release", {}).then(refreshInbox, () => undefined) : reopenMany([id])).then(() => { openAgain(id); countDone(-1); onUndone(id); }) });
        return;
      }
      countDone(-1);
      toast(`Not ${verb === "approve" ? "approved" : verb === "reject" ? "rejected" : "held"}: ${words}. ${failureOf(id)?.message ?? ""}`);
      onUndone(id);
    });
  };
  const keepWhole = () => { setSplitting(false); void send("keep-whole", {}, "several_documents").then((detail) => { if (detail) { select(undefined); toast(`Kept ${document.fileName} as one document`); } }); };
  const whyNot = whyNotApprove({ ...document, blocking: blocking.length });
  const approve = (answered?: string) => {
    if (!may("received.write")) return;
    const left = blockedBy(answered);
    if (left > 0) { select(undefined); setNotice(`${plural(left, "answer")} first. This is the one to start with.`); return; }
    const why = whyNotApprove({ ...document, blocking: 0 });
    if (why) { setNotice(explain(why).replace("{note}", document.approval.holdNote ?? "")); return; }
    goOn("approve", {}, "Approved %");
  };
  const release = async (body: Record<string, unknown>) => { setBusy(true); const detail = await send("release", body); setBusy(false); if (detail) { select(undefined); toast(`Released ${nameAndNumber(detail)}`); } };
  const reopen = async () => { setBusy(true); const detail = await send("reopen", {}); setBusy(false); if (detail) { openAgain(id); countDone(-1); select(undefined); toast(`Opened ${nameAndNumber(detail)} again`); } };
  const readAgain = async () => { const detail = await send("read-again", {}); if (detail) { select(undefined); toast(`Reading ${document.fileName} again`); } };

  // ---- The page
  const firstEvidence = field?.evidence[0];
  const [page, setPage] = useState(() => firstEvidence?.page ?? 1);
  useEffect(() => { if (firstEvidence) setPage(firstEvidence.page); }, [firstEvidence?.page, active]);
  const operands = useMemo(() => {
    if (!active || !isValue) return [];
    const named = document.checks.filter((check) => check.operands.includes(active)).flatMap((check) => check.operands);
    const line = /^lines\.(\d+)\.(quantity|unitPrice|netAmount)$/.exec(active);
    const row = line ? ["quantity", "unitPrice", "netAmount"].map((cell) => `lines.${line[1]}.${cell}`) : [];
    // A computed value stands nowhere: what it was computed from does.
    const same = field?.evidence.length === 0 ? Object.entries(document.fields).filter(([, one]) => one?.value === field.value && one.evidence.length > 0).map(([path]) => path) : [];
    return [...new Set([...named, ...row, ...same])].filter((path) => path !== active && path !== "lines");
  }, [active, isValue, document, field]);
  const boxes = useMemo<EvidenceBoxView[]>(() => {
    const out: EvidenceBoxView[] = [];
    const put = (path: string, kind: EvidenceBoxView["kind"]) => (fieldAt(document, path)?.evidence ?? []).forEach((one, index) => { if (one.page === page) out.push({ id: `${path}#${index}`, box: one.box, kind }); });
    const waiting = new Set(open.map((one) => one.path)), linked = new Set(operands);
    for (const path of new Set([...walk(document), ...waiting])) if (path !== active) put(path, linked.has(path) ? "operand" : waiting.has(path) ? "doubt" : "field");
    if (active) put(active, "active");
    if (pointed && active) for (const one of pointed.evidence) if (one.page === page) out.push({ id: `${active}#pointed`, box: one.box, kind: "active" });
    return out;
  }, [document, open, operands, active, page, pointed]);
  const focus = useMemo(() => {
    const own = firstEvidence?.page === page ? firstEvidence.box : null;
    const near = operands.flatMap((path) => fieldAt(document, path)?.evidence ?? []).filter((one) => one.page === page).map((one) => one.box).filter((box) => !own || Math.abs(box.y - own.y) < (active?.startsWith("lines.") ? 30 : 150));
    return own ? { box: own, with: near } : near[0] ? { box: near[0], with: near.slice(1, 6) } : null;
  }, [firstEvidence, operands, page, document, active]);
  const pick = (boxId: string) => select(boxId.split("#")[0]!);

  // ---- Pointing at words
  const [pointing, setPointing] = useState(false);
  const [find, setFind] = useState("");
  const [word, setWord] = useState<number | null>(null);
  const words = useApiQuery<z.infer<typeof PageWordsView>>("/api/received-invoices/{id}/pages/{page}/words", { path: { id, page }, enabled: pointing, staleMs: Infinity });
  const fold = (text: string) => text.normalize("NFKD").replace(/[\p{M}\s.,'’]/gu, "").toLocaleLowerCase();
  const matches = useMemo(() => new Set(find.trim() === "" ? [] : (words.data?.words ?? []).flatMap((one, index) => (fold(one.text).includes(fold(find)) ? [index] : []))), [find, words.data]);
  useEffect(() => { if (find.trim() !== "") setWord([...matches][0] ?? null); }, [matches, find]);
  const canPoint = writes && isValue && document.pages.length > 0;
  const point = () => { if (!canPoint) return; setFind(""); setWord(null); setPointing(true); if (phone) setPageSheet(true); };
  const takeWords = (from: number, to: number) => {
    const all = words.data?.words;
    if (!all || !active) return;
    const run = all.slice(Math.min(from, to), Math.max(from, to) + 1);
    if (run.length === 0) return;
    const x = Math.min(...run.map((one) => one.box.x)), y = Math.min(...run.map((one) => one.box.y));
    const box = { x, y, width: Math.max(...run.map((one) => one.box.x + one.box.width)) - x, height: Math.max(...run.map((one) => one.box.y + one.box.height)) - y };
    const raw = run.map((one) => one.text).join(" ");
    const read = readTyped(active, printedNumber(active, raw), { locale, today, currency: document.fields.currency?.value ?? null });
    setDraft(read.ok && read.value ? shown(active, read.value, locale) : raw);
    setPointed({ evidence: [{ page, box, raw }] });
    setProblem(null); setPointing(false); setPageSheet(false);
  };
  const choose = (index: number, extend: boolean) => { if (extend && word !== null) takeWords(word, index); else if (extend) setWord(index); else takeWords(index, index); };
  const stepMatch = (by: 1 | -1) => { const list = [...matches]; if (list.length === 0) return; const place = word === null ? -1 : list.indexOf(word); setWord(list[(place + by + list.length) % list.length] ?? null); };

  // ---- Keys
  const bindings: KeyBinding[] = [
    { keys: "escape", label: "Back out", run: () => { if (pointing) setPointing(false); else if (comparing) setComparing(false); else if (chosen !== undefined && chosen !== null) select(undefined); else go("/inbox"); } },
    { keys: "n", label: "Next document", run: () => { if (document.queue.nextId) go(`/inbox/${document.queue.nextId}`, { replace: true }); else toast("This is the last one"); } },
    { keys: "b", label: "Document before", run: () => { if (document.queue.previousId) go(`/inbox/${document.queue.previousId}`, { replace: true }); else toast("This is the first one"); } },
    { keys: "arrowdown", label: "Walk all fields", run: () => step(1) },
    { keys: "arrowup", label: "Walk all fields", hidden: true, run: () => step(-1) },
    { keys: "v", label: "How it adds up", run: () => setWorking(!working) },
    { keys: "u", label: "Undo the last answer", run: () => void undo() },
    ...(document.duplicate ? [{ keys: "d", label: "Side by side with the likely duplicate", run: () => setComparing(!comparing) }] : []),
    ...(writes ? [
      { keys: "enter", label: "Confirm, then approve", run: () => { if (isValue) confirm(); else if (active === "several_documents") setSplitting(true); else if (!active) approve(); } },
      { keys: "mod+enter", label: "Confirm, and approve when it was the last", whileEditing: true, run: () => { if (isValue && question) confirm(true); else approve(); } },
      { keys: "tab", label: "Next question", run: () => later(1) },
      { keys: "shift+tab", label: "Question before", hidden: true, run: () => later(-1) },
      { keys: "e", label: "Edit the value", run: () => edit() },
      { keys: "f2", label: "Edit the value", hidden: true, run: () => edit() },
      { keys: "/", label: "Point on the page", run: point },
      { keys: "backspace", label: "Not on this page", run: absent },
      { keys: "a", label: "Approve", run: () => approve() },
      { keys: "x", label: "Reject", run: () => setRejecting(true) },
      { keys: "h", label: "Hold", run: () => (active === "bank_changed" || document.state === "on_hold" ? leave() : setHolding(true)) },
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit): KeyBinding => ({
        keys: String(digit), label: "Take that alternative", hidden: digit !== 1,
        run: () => {
          if (active === "bank_changed") { if (digit === 2) setAskBank(true); return; }
          if (active === "several_documents") { if (digit === 1) setSplitting(true); else if (digit === 2) keepWhole(); return; }
          if (active === "duplicate") { if (digit === 1) goOn("reject", { code: "duplicate" }, "Rejected %"); else if (digit === 2) void send("not-duplicate", {}, "duplicate").then(() => select(undefined)); return; }
          if (choices.length > 0) take(digit - 1); else edit(String(digit));
        },
      })),
    ] : []),
  ];
  useKeys("Review", bindings);
  // ⌘Z takes the last answer here back before it takes a whole document back (the toast's undo).
  const newestUndo = useRef<() => boolean>(() => false);
  newestUndo.current = () => { if (!document.canUndo || !writes) return false; void undo(); return true; };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "z" || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      if (newestUndo.current()) { event.preventDefault(); event.stopPropagation(); }
    };
    addEventListener("keydown", listen, true);
    return () => removeEventListener("keydown", listen, true);
  }, []);

  // ---- Drawing
  const { queue } = document;
  const more: (MenuItem | false | null)[] = [
    may("received.write") && !whyNotHold(document) && !reading && { label: "Hold…", keys: "h", onChoose: () => setHolding(true) },
    phone && may("received.write") && !whyNotReject(document) && { label: "Reject…", danger: true, onChoose: () => setRejecting(true) },
    writes && blocking.length === 0 && document.review.state === "to_review" && { label: "Send on to be approved", icon: "approvals", onChoose: () => void send("review", {}).then((detail) => { if (detail) { toast(`Reviewed ${nameAndNumber(detail)}`); leave(); } }) },
    may("received.write") && document.original.kept && !whyNotSplit(document) && { label: "Split into several documents…", icon: "split", onChoose: () => setSplitting(true) },
    document.original.kept && { label: "Download the original", icon: "download", href: `/api/received-invoices/${id}/original` },
    may("settings.manage") && document.original.kept && { label: document.original.heldSince ? "Legal hold…" : "Put on legal hold…", icon: "lock", detail: document.original.heldSince ? undefined : "The original is not deleted while it stands", onChoose: () => setLegalHolds(true) },
    may("received.write") && document.original.kept && !whyNotReadAgain(document) && { label: "Read it again", icon: "again", detail: document.answers.some((answer) => !answer.undone) ? "Answers given so far are taken back" : undefined, onChoose: () => void readAgain() },
    document.supplierId !== null && { label: "Open the supplier", icon: "suppliers", onChoose: () => go(`/suppliers/${document.supplierId}`) },
    ...(writes && companies.length > 1 ? ["line" as const, { heading: "Move to" }, ...companies.filter((one) => one.id !== document.companyId).slice(0, 12).map((one) => ({ label: one.name, onChoose: () => void send("move", { companyId: one.id }).then((detail) => { if (detail) { toast(`Moved to ${one.name}`); leave(); } }) }))] : []),
  ];
  const approveWords = blocking.length > 0 ? `Approve after ${plural(blocking.length, "answer")}` : document.state === "on_hold" ? "On hold" : "Approve";
  const approveButtonView = may("received.write") && !settled && !shut && (
    <Button ref={approveButton} kind="primary" keys="a" onClick={() => approve()} disabledBecause={blocking.length > 0 ? `${plural(blocking.length, "answer")} first` : whyNot ? explain(whyNot).replace("{note}", document.approval.holdNote ?? "") : null} grow={phone}>{approveWords}</Button>
  );
  const header = (
    <header className="flex h-[52px] shrink-0 items-center gap-3 border-b border-line pr-4 pl-5 max-phone:sticky max-phone:top-0 max-phone:z-20 max-phone:bg-surface max-phone:pr-2">
      <BackButton to="/inbox" label="Back to the inbox" />
      <h1 className="min-w-0 clip text-md! font-regular!"><b>{nameOf(document)}</b>{document.invoiceNumber && <span className="num text-ink-2"> {document.invoiceNumber}</span>}</h1>
      <span className="shrink-0 max-phone:hidden"><State {...chipOf({ state: document.state, toCheck: open.map((one) => one.path) })} /></span>
      {document.original.heldSince && <span className="shrink-0 max-phone:hidden"><Tag icon="lock">Legal hold</Tag></span>}
      <span className="min-w-0 clip text-sm text-ink-3 max-desk:hidden" title={document.fileName}>{document.fileName}, came <DateText short value={document.receivedAt} /></span>
      <span className="flex-1" />
      {queue.position !== null && queue.length > 1 && <>
        <span aria-hidden="true" className="flex gap-[3px] max-desk:hidden">{Array.from({ length: Math.min(queue.length, 9) }, (_, index) => <i key={index} className={`h-1 w-4 rounded-[2px] ${index === segment(queue.position!, queue.length) ? "bg-accent" : "bg-line-strong"}`} />)}</span>
        <span className="num shrink-0 text-ink-2">{queue.position} of {queue.length}</span>
      </>}
      {!phone && may("received.write") && !whyNotReject(document) && <Button keys="x" onClick={() => setRejecting(true)}>Reject…</Button>}
      {!phone && settled && may("received.write") && !whyNotReopen(document) && <Button busy={busy} onClick={() => void reopen()}>Reopen</Button>}
      {!phone && approveButtonView && <span className="flex shrink-0">{approveButtonView}</span>}
      <Menu items={more} width={230}><IconButton icon="more" label="More" /></Menu>
    </header>
  );

  const viewer = (keys: boolean) => document.pages.length > 0 ? (
    <Viewer document={document} page={page} onPage={setPage} boxes={boxes} focus={focus} label={active && isValue ? titleOf(active) : null} onPick={(box) => { pick(box); setPageSheet(false); }} whole={blocking.length === 0 || (!focus && ["duplicate", "several_documents"].includes(blocking[0]?.path ?? ""))} keys={keys}
      pointing={pointing ? { words: words.data?.words ?? null, query: find, chosen: word, onChoose: choose, matches } : null}>
      {pointing && active && (
        <div data-tools className="absolute inset-x-4 top-4 z-10 mx-auto flex max-w-[560px] items-center gap-2 rounded-3 bg-surface px-3 py-2 shadow-page">
          <b className="shrink-0 max-phone:hidden">{titleOf(active)}</b>
          <input autoFocus value={find} aria-label={`Find ${titleOf(active)} on the page`} placeholder="Type what is printed, or press a word" onChange={(event) => setFind(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") { event.preventDefault(); event.stopPropagation(); if (word !== null) takeWords(word, word); }
              else if (["ArrowDown", "ArrowRight", "Tab"].includes(event.key) && !event.shiftKey) { event.preventDefault(); stepMatch(1); }
              else if (["ArrowUp", "ArrowLeft", "Tab"].includes(event.key)) { event.preventDefault(); stepMatch(-1); }
              else if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); setPointing(false); }
            }} className="control min-w-0 flex-1" />
          <span className="num shrink-0 text-sm text-ink-3" role="status">{words.isPending ? "Reading the words" : words.error ? words.error.message : find ? plural(matches.size, "match", "matches") : plural(words.data?.words.length ?? 0, "word")}</span>
          <IconButton icon="close" size="small" label="Stop pointing" onClick={() => setPointing(false)} />
        </div>
      )}
    </Viewer>
  ) : null;
  const left = reading ? <ReadingNow document={document} />
    : stuck && document.pages.length === 0 ? <Unread document={document} writes={may("received.write")} byHand={byHand} onByHand={() => { setByHand(true); select(undefined); setEditing(1); }} onReadAgain={() => void readAgain()} send={send} failure={failure} />
      : document.kind === "xml" ? <ReadableInvoice document={document} active={active} onPick={(path) => select(path)} />
        : viewer(true) ?? <div className="grid flex-1 place-items-center bg-sunken">{document.original.kept ? <EmptyState title="No page to show">The original can be downloaded under More.</EmptyState>
          : <EmptyState title="The original is deleted">What was read from it stands beside this.</EmptyState>}</div>;

  const nexts = blocking.filter((one) => one.path !== active);
  const skip = new Set([...(isValue && active ? [active] : []), ...nexts.map((one) => one.path)]);
  const quiet = open.filter((one) => !one.blocking).length;
  const sure = Object.values(document.fields).filter((one) => one && (one.level !== "unsure" || one.source === "human")).length;
  const card = question?.kind === "bank_changed" ? <BankCard document={document} question={question} writes={writes} busy={busy} asking={askBank} onAsk={setAskBank} onKeep={leave} onRelease={(spokeTo, calledNumber) => void release({ spokeTo, calledNumber })} />
    : question?.kind === "duplicate" ? <DuplicateCard document={document} question={question} writes={writes} comparing={comparing} onCompare={() => (phone && document.duplicate ? go(`/inbox/${document.duplicate.id}`) : setComparing(!comparing))} onReject={() => goOn("reject", { code: "duplicate" }, "Rejected %")} onApart={() => void send("not-duplicate", {}, "duplicate").then(() => select(undefined))} />
      : question?.kind === "several_documents" ? <SeveralCard document={document} question={question} writes={writes} onSplit={() => setSplitting(true)} onKeep={keepWhole} />
      : isValue && active ? <ValueCard key={active} document={document} path={active} question={question} draft={draft} problem={problem} editing={editing} working={working} writes={writes} onDraft={(text) => { setDraft(text); setProblem(null); }} onConfirm={confirm} onTake={take} onEdit={() => undefined} onCancel={() => { if (draft !== null) { setDraft(null); setPointed(null); setProblem(null); setEditing(0); } else select(undefined); }} onAbsent={absent} onLater={later} onPoint={canPoint ? point : null} onWorking={() => setWorking(true)} /> : null;
  const nextTitle = (one: QuestionView) => {
    const value: FieldView | undefined = fieldAt(document, one.path);
    if (one.kind === "bank_changed") return <><b>Bank account</b> <span className="text-ink-2">changed, ends {document.fields["supplier.iban"]?.value.slice(-4)}</span></>;
    if (one.kind === "several_documents") return <b>Several documents in one file?</b>;
    if (one.kind === "duplicate") return <b>Already here?</b>;
    return <><b>{titleOf(one.path)}</b> {value && <mark className="mark num">{shown(one.path, value.value, locale).slice(0, 40)}</mark>}</>;
  };
  const panelView = (
    <div ref={panel} className="flex min-h-0 flex-1 flex-col overflow-y-auto max-phone:overflow-visible max-phone:pb-[76px]">
      <Status document={document} settled={settled} failure={failure} notice={notice} writes={may("received.write")} busy={busy} onDismiss={() => setFailure(null)} onRelease={() => void release({})} onReopen={() => void reopen()} phone={phone} />
      {document.original.deletedAt && <div className="mx-5 mt-3 max-phone:mx-4"><Note>The original was deleted on <DateText value={document.original.deletedAt} /> by the workspace's retention setting ({document.original.rule ? ruleWords[document.original.rule] : ""}). What was read from it is kept.</Note></div>}
      {phone && document.original.heldSince && <div className="px-4 pt-3"><Tag icon="lock">Legal hold</Tag></div>}
      {!shut && (
        <>
          {!settled && (
            <div className="flex flex-wrap items-baseline gap-x-2.5 px-5 pt-[11px] pb-2 max-phone:px-4">
              <h2>{blocking.length > 0 ? `${Math.max(1, atFirst.current - blocking.length + 1)} of ${atFirst.current} to check` : document.proof === "complete" && quiet === 0 ? "Proven" : "Nothing stops the approval"}</h2>
              <span className="text-sm text-ink-2">{blocking.length > 0 ? (sure > 0 ? `${plural(sure, "field")} ${sure === 1 ? "needs" : "need"} nothing` : "") : quiet > 0 ? `${plural(quiet, "value")} unsure, none of which a payment depends on` : document.proof === "complete" ? "The sums hold. Enter approves" : "Enter approves"}</span>
            </div>
          )}
          {settled && <div className="h-3" />}
          {phone && document.pages.length > 0 && <div className="px-4 pb-2"><Button icon="eye" onClick={() => setPageSheet(true)}>Show the page</Button></div>}
          {card}
          {nexts.slice(0, 3).map((one, index) => <NextQuestion key={one.path} tone={one.kind === "unsure" || one.kind === "missing" ? "doubt" : "danger"} title={nextTitle(one)} aside={index === 0 ? "Next" : ""} onOpen={() => select(one.path)}>{one.reason}</NextQuestion>)}
          {nexts.length > 3 && <p className="px-5 pt-1.5 text-sm text-ink-3">and {nexts.length - 3} more after these</p>}
          <FieldList document={document} part="upper" active={active} skip={skip} asked={question !== undefined} writes={writes} onSelect={(path) => select(path)} onEdit={(path) => { select(path); setEditing(1); }} />
          <LineTable document={document} active={active} writes={writes} onSelect={(path) => select(path)} onEdit={() => setLinesOpen(true)} />
          <FieldList document={document} part="lower" active={active} skip={skip} asked={question !== undefined} writes={writes} onSelect={(path) => select(path)} onEdit={(path) => { select(path); setEditing(1); }} />
          <Teaches document={document} />
          {document.problems.length > 0 && <section className="px-5 pt-2.5 max-phone:px-4"><h3>Noticed</h3><ul className="mt-0.5 grid gap-1 text-ink-2">{document.problems.slice(0, 6).map((one, index) => <li key={index} className="flex gap-2"><span className="pt-1"><Glyph stage="needsYou" tone="doubt" size={12} /></span><span>{one.message}{one.page && document.pages.length > 1 ? ` (page ${one.page})` : ""}</span></li>)}</ul></section>}
          <div className="min-h-4 flex-1" />
        </>
      )}
    </div>
  );
  const proof = !shut && <Proof document={document} active={active} onSelect={(path) => select(path)} />;
  const dialogs = (
    <>
      <RejectDialog open={rejecting} onClose={() => setRejecting(false)} names={nameAndNumber(document)} onReject={(code: RejectCode, note) => { setRejecting(false); goOn("reject", { code, ...(note ? { note } : {}) }, "Rejected %"); }} />
      <HoldDialog open={holding} onClose={() => setHolding(false)} name={nameAndNumber(document)} onHold={(note) => { setHolding(false); goOn("hold", { note }, "Put % on hold"); }} />
      {legalHolds && <Suspense><DocumentHolds document={{ id, name: nameAndNumber(document) }} held={document.original.heldSince !== null} onClose={() => { setLegalHolds(false); void desk.query.refetch(); }} /></Suspense>}
      {splitting && <SplitDialog document={document} onClose={() => setSplitting(false)} onKeep={document.flags.includes("several_documents") ? keepWhole : null} onDone={(made) => { setSplitting(false); refreshInbox(); toast(`Split ${document.fileName} into ${plural(made.length, "document")}`); go("/inbox"); }} />}
      {linesOpen && <LinesDialog document={document} open onClose={() => setLinesOpen(false)} busy={busy} error={failure} onSave={(lines) => { setBusy(true); void send("lines", { lines }).then((detail) => { setBusy(false); if (detail) { setLinesOpen(false); toast(`Changed the lines of ${nameAndNumber(detail)}`); } }); }} />}
    </>
  );
  const spoken = question && isValue ? `${titleOf(question.path)}, ${question.kind === "missing" ? "not found" : "unsure"}${field ? `, read as ${shown(question.path, field.value, locale)}` : ""}${choices.length > 1 ? `, ${choices.length} alternatives` : ""}, question ${atFirst.current - blocking.length + 1} of ${atFirst.current}` : "";

  if (phone) {
    return (
      <>
        {header}
        {shut || stuck ? <div className="flex min-h-[50vh]">{left}</div> : null}
        {!shut && panelView}
        {proof && <div className="pb-[72px]">{proof}</div>}
        {!settled && !shut && <div className="fixed inset-x-0 bottom-0 z-20 flex gap-2 border-t border-line bg-surface px-4 pt-2 pb-3">
          {question && isValue && writes ? <><Button kind="primary" grow onClick={() => confirm()}>Confirm</Button><Button onClick={() => later(1)}>Later</Button></> : approveButtonView}
        </div>}
        <Sheet open={pageSheet} onClose={() => { setPageSheet(false); setPointing(false); }} title={active && isValue ? titleOf(active) : "Page"} width={900}><div className="-mx-5 -mb-5 flex h-[calc(100dvh-56px)]">{pageSheet && viewer(false)}</div></Sheet>
        {dialogs}
        <span className="sr-only" aria-live="polite">{spoken}</span>
      </>
    );
  }
  if (shut) return <>{header}{failure && !stuck && <div className="p-3"><Note tone="danger">{failure.message}</Note></div>}<div className="flex min-h-0 flex-1">{left}</div>{dialogs}</>;
  return (
    <>
      {header}
      <div className="grid min-h-0 flex-1" style={{ gridTemplateColumns: roomy ? "minmax(0,1fr) 7px 452px" : "minmax(0,1fr) 7px minmax(320px,46vw)" }}>
        <div className="flex min-h-0 min-w-0">
          {left}
          {comparing && document.duplicate && <Twin document={document} onClose={() => setComparing(false)} />}
        </div>
        <Perforation />
        <aside aria-label="Values" className="flex min-h-0 min-w-0 flex-col">{panelView}{proof}</aside>
      </div>
      {dialogs}
      <span className="sr-only" aria-live="polite">{spoken}</span>
    </>
  );
}

/** The number among printed words ("Total: 327 00" is 327.00: scans lose the point before two last digits). */
function printedNumber(path: string, raw: string): string {
  const kind = kindOf(path);
  if (kind !== "money" && kind !== "number" && kind !== "percent") return raw;
  const figures = /[-−(]?\d[\d.,'’\s]*[)-]?/.exec(raw)?.[0].trim() ?? raw;
  return kind === "money" ? figures.replace(/^([-−]?\d+)\s(\d{2})$/, "$1.$2") : figures;
}

/** Which of at most nine marks stands for this place in the queue. */
const segment = (position: number, length: number): number => (length <= 9 ? position - 1 : Math.min(8, Math.floor(((position - 1) * 9) / length)));

/** A person put something right on a page that a machine read: what the next ones gain from it, and where to see it. */
function Teaches({ document }: { document: ReceivedDetail }) {
  const go = useGo();
  const corrected = [...new Set(document.answers.filter((answer) => !answer.undone && answer.action !== "confirm").map((answer) => (answer.path.startsWith("lines") ? "lines" : labelOf(answer.path))))];
  if ((document.syntax !== "pdf" && document.syntax !== "image") || document.state === "rejected" || corrected.length === 0) return null;
  const what = corrected.length > 4 ? `${corrected.slice(0, 3).join(", ")} and ${corrected.length - 3} more` : corrected.join(", ");
  const supplier = document.supplierName ?? "this supplier";
  return (
    <p className="px-5 pt-2.5 text-sm text-ink-2 max-phone:px-4">
      {document.state !== "approved" && document.state !== "exported" ? <>Once you approve, the next invoices of {supplier} are read with what you corrected: {what}.</>
        : <>Corrected here: {what}. {document.supplierId && <a className="link" href={`/suppliers/${document.supplierId}`} onClick={(event) => { event.preventDefault(); go(`/suppliers/${document.supplierId}`); }}>What we learned of {supplier}</a>}</>}
    </p>
  );
}

/** What became of it, or what keeps it: approved, rejected, held, changed elsewhere. */
function Status({ document, settled, failure, notice, writes, busy, phone, onDismiss, onRelease, onReopen }: { document: ReceivedDetail; settled: boolean; failure: { message: string; code: string } | null; notice: string; writes: boolean; busy: boolean; phone: boolean; onDismiss: () => void; onRelease: () => void; onReopen: () => void }) {
  const locale = useLocale();
  const when = (at: string | null) => (at ? showInstant(at, locale) : "");
  const { review, approval } = document;
  const box = (node: ReactNode) => <div className="px-4 pt-3 max-phone:px-3">{node}</div>;
  return (
    <>
      {failure && box(<Note tone={failure.code === "changed_elsewhere" ? "doubt" : "danger"} action={<Button size="small" onClick={onDismiss}>{failure.code === "changed_elsewhere" ? "Go on" : "Close"}</Button>}>{failure.code === "changed_elsewhere" ? "Somebody changed this document meanwhile. It is shown as it stands now." : failure.message}</Note>)}
      <div role="status">{notice && box(<Note tone="doubt">{notice}</Note>)}</div>
      {settled && box(
        <Note tone="calm" action={phone && writes && !whyNotReopen(document) ? <Button size="small" busy={busy} onClick={onReopen}>Reopen</Button> : undefined}>
          {document.state === "rejected" ? <>Rejected{review.by ? ` by ${review.by}` : ""} {when(review.at)}: {review.rejectCode ? rejectWords[review.rejectCode].toLowerCase() : ""}{review.rejectNote ? `. ${review.rejectNote}` : ""}</>
            : <>Approved{approval.by ? ` by ${approval.by}` : ""} {when(approval.at)}{document.export.at ? `, exported ${when(document.export.at)}` : ""}</>}
        </Note>,
      )}
      {document.state === "on_hold" && approval.holdCode !== "bank_changed" && box(<Note tone="doubt" action={writes ? <Button size="small" busy={busy} onClick={onRelease}>Release</Button> : undefined}>On hold: {approval.holdNote}</Note>)}
    </>
  );
}

function ReadingNow({ document }: { document: ReceivedDetail }) {
  const { page, pages } = document.reading;
  return (
    <div className="grid min-h-0 flex-1 place-items-center bg-sunken" role="status">
      <div className="w-[300px] rounded-3 bg-surface p-5 shadow-page">
        <p className="flex items-center gap-2 font-strong"><Glyph stage="quarter" size={14} />{document.reading.state === "waiting" ? "Waiting to be read" : page ? `Reading page ${page}${pages ? ` of ${pages}` : ""}` : "Reading"}</p>
        <div className="mt-3 h-[3px] overflow-hidden rounded-full bg-line"><span className="block h-full bg-accent transition-[width] duration-(--slow)" style={{ width: `${page && pages ? Math.round((page / (pages + 0.5)) * 100) : 8}%` }} /></div>
        <p className="mt-3 text-sm text-ink-3">{document.fileName}. You can leave; it goes on by itself.</p>
      </div>
    </div>
  );
}

/** Why it could not be read, and what mends it. */
function Unread({ document, writes, byHand, onByHand, onReadAgain, send, failure }: { document: ReceivedDetail; writes: boolean; byHand: boolean; onByHand: () => void; onReadAgain: () => void; send: ReturnType<typeof useDocument>["send"]; failure: { message: string } | null }) {
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const locked = document.reading.state === "needs_password";
  const unlock = () => { if (!password) return; setBusy(true); void send("password", { password }).then(() => { setBusy(false); setPassword(""); }); };
  return (
    <div className="flex min-h-0 flex-1 items-start justify-center overflow-y-auto bg-sunken px-6 py-16 max-phone:p-4">
      <section className="w-full max-w-[460px] rounded-3 bg-surface p-6 shadow-page">
        <h2 className="flex items-center gap-2 text-xl"><Glyph stage="needsYou" size={16} />{locked ? "This PDF needs a password" : "This file could not be read"}</h2>
        <p className="mt-2 text-ink-2">{document.reading.reason} {locked ? "" : document.reading.remedy}</p>
        {locked && writes && (
          <form className="mt-4 grid gap-2" onSubmit={(event) => { event.preventDefault(); unlock(); }}>
            <label className="grid gap-1"><span className="text-sm font-medium text-ink-2">Password of the file</span><PasswordInput value={password} onChange={setPassword} autoComplete="off" autoFocus aria-label="Password of the file" /></label>
            {failure && <p role="alert" className="text-danger">{failure.message}</p>}
            <div><Button kind="primary" type="submit" busy={busy}>Unlock and read</Button></div>
            <p className="text-sm text-ink-3">It is kept sealed with the file, so that its pages can be shown.</p>
          </form>
        )}
        {writes && (
          <div className="mt-5 flex flex-wrap gap-2 border-t border-line pt-4">
            {!byHand && !locked && <Button kind="primary" icon="edit" onClick={onByHand}>Type the fields</Button>}
            <Button icon="upload" onClick={pickFiles}>Upload another copy</Button>
            {!locked && <Button icon="again" onClick={onReadAgain}>Read it again</Button>}
          </div>
        )}
        <p className="mt-3 text-sm text-ink-3">{document.fileName}. <a className="link" href={`/api/received-invoices/${document.id}/original`} download>Download the original</a></p>
      </section>
    </div>
  );
}

/** The likely duplicate beside it. */
function Twin({ document, onClose }: { document: ReceivedDetail; onClose: () => void }) {
  const go = useGo();
  const twin = document.duplicate!;
  const other = useApiQuery<ReceivedDetail>("/api/received-invoices/{id}", { path: { id: twin.id } });
  return (
    <section aria-label="The likely duplicate" className="flex min-h-0 min-w-0 flex-1 flex-col border-l border-line-strong bg-sunken">
      <div className="flex h-10 shrink-0 items-center gap-2 border-b border-line bg-surface px-3"><b className="clip">{twin.supplierName} <span className="num font-regular text-ink-2">{twin.invoiceNumber}</span></b><State {...chipOf({ state: twin.state, toCheck: [] })} /><span className="flex-1" /><Button size="small" kind="quiet" onClick={() => go(`/inbox/${twin.id}`)}>Open</Button><IconButton icon="close" size="small" label="Close" onClick={onClose} /></div>
      {other.data && other.data.pages.length === 0 ? <ReadableInvoice document={other.data} active={null} onPick={() => undefined} />
        : <div className="min-h-0 flex-1 overflow-auto p-4">{(other.data?.pages ?? []).slice(0, 10).map((page) => <img key={page.number} src={`/api/received-invoices/${twin.id}/pages/${page.number}/image`} alt={`Page ${page.number} of the other document`} className="mb-3 w-full bg-sheet shadow-page" style={{ aspectRatio: `${page.width} / ${page.height}` }} />)}</div>}
    </section>
  );
}

function QueueEnd({ done, ms, keys, onBack }: { done: number; ms: number; keys: number; onBack: () => void }) {
  const { may } = useSession();
  const seconds = Math.round(ms / 1000);
  const time = seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min${seconds % 60 ? ` ${seconds % 60} s` : ""}`;
  usePageTitle("Reviewed");
  return (
    <Bare title="Review">
      <EmptyState first title="Nothing is left to review" action={<><ButtonLink to="/inbox" kind="primary">Back to the inbox</ButtonLink>{may("exports.create") && <ButtonLink to="/exports?new=1">Export the approved</ButtonLink>}<Button kind="quiet" onClick={onBack}>Show the last one</Button></>}>
        Reviewed <span className="num">{done}</span> in {time}.{keys > 0 ? ` ${plural(keys, "key")}.` : ""}
      </EmptyState>
    </Bare>
  );
}

