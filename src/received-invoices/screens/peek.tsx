import { useEffect, useRef, useState } from "react";
import { Button, DateText, daysBetween, FailedState, Facts, Glyph, IconButton, Mark, Menu, Money, plural, SkeletonLines, State, useApiQuery, useGo, useLocale, useSession } from "../../web/kit.ts";
import type { ReceivedDetail, ReceivedSummary } from "../contract.ts";
import { chipOf, fieldAt, nameOf, shown, titleOf } from "./words.ts";

/** A document at a glance, beside the list: its page, totals, and what it waits for. */
export function Peek({ row, onStep, onReject, onHold }: { row: ReceivedSummary; onStep?: (by: 1 | -1) => void; onReject: () => void; onHold: () => void }) {
  const { may, today } = useSession();
  const go = useGo();
  const id = useSettled(row.id);
  const query = useApiQuery<ReceivedDetail>("/api/received-invoices/{id}", { path: { id }, keep: true });
  const detail = query.data?.id === row.id ? query.data : null;
  const open = ["to_review", "duplicate", "on_hold", "to_approve"].includes(row.state);
  const chip = chipOf(row);
  const pages = row.reading.pages;
  return (
    <>
      <div className="flex items-center gap-2">
        <h2 className="min-w-0 flex-1 clip" title={nameOf(row)}>{nameOf(row)}</h2>
        {onStep && <><IconButton icon="left" size="small" label="Row before" onClick={() => onStep(-1)} /><IconButton icon="right" size="small" label="Next row" onClick={() => onStep(1)} /></>}
      </div>
      <p className="clip text-sm text-ink-3">{[row.invoiceNumber, pages ? plural(pages, "page") : row.kind === "xml" ? "E-invoice" : null].filter(Boolean).join(" · ")}{(row.invoiceNumber || pages || row.kind === "xml") && " · "}came <DateText short value={row.receivedAt} /></p>
      <PeekPage row={row} detail={detail} onOpen={() => go(`/inbox/${row.id}`)} />
      <div className="flex items-baseline justify-between"><span className="text-ink-2">Total</span><span className="text-xl font-strong"><Money amount={row.grossTotal} currency={row.currency ?? undefined} /></span></div>
      {query.error && !detail ? <FailedState compact what="The document could not be loaded" error={query.error} again={() => void query.refetch()} /> : (
        <div className="mt-2">
          <Facts right items={[
            detail?.netTotal && detail.taxTotal ? ["Net + VAT", <span key="n" className="num"><Money amount={detail.netTotal} total /> + <Money amount={detail.taxTotal} total /></span>] : null,
            row.amountDue && row.amountDue !== row.grossTotal ? ["Amount due", <Money key="a" amount={row.amountDue} total />] : null,
            row.reading.state === "read" || row.dueDate ? ["Due", row.dueDate ? <span key="d"><DateText value={row.dueDate} late={open && row.dueDate < today} />{open && row.dueDate >= today && daysBetween(today, row.dueDate) <= 60 ? `, ${plural(daysBetween(today, row.dueDate), "day")}` : ""}</span> : <span key="d" className="text-ink-3">not stated</span>] : null,
            detail && row.reading.state === "read" ? ["Read by", readBy(detail)] : null,
            detail?.supplier ? ["Known supplier", detail.supplier.invoices > 0 ? `${plural(detail.supplier.invoices, "invoice")}${detail.supplier.since ? ` since ${detail.supplier.since.slice(0, 4)}` : ""}` : "on file"] : null,
            detail?.original.deletedAt ? ["Original", <span key="o">deleted on <DateText value={detail.original.deletedAt} /></span>] : detail?.original.heldSince ? ["Original", "under a legal hold"] : null,
            ["State", <State key="s" {...chip} />],
          ]} />
        </div>
      )}
      {open && detail && detail.questions.length > 0 && <Answers detail={detail} />}
      {open && detail && detail.questions.length === 0 && <p className="mt-3.5 text-ink-2">{detail.proof === "complete" ? "The sums prove it. Nothing to answer." : "Nothing to answer."}</p>}
      {!detail && !query.error && <div className="mt-4"><SkeletonLines lines={3} /></div>}
      {row.reading.reason && row.reading.state !== "read" && <p className="mt-3 text-ink-2">{row.reading.reason} {row.reading.remedy}</p>}
      {row.approval.holdNote && row.state === "on_hold" && <p className="mt-3 text-danger">{row.approval.holdNote}</p>}
      <div className="mt-4 flex gap-2">
        <Button kind={open ? "primary" : "plain"} grow keys="enter" onClick={() => go(`/inbox/${row.id}`)}>{open && may("received.write") ? "Review" : "Open"}</Button>
        {open && may("received.write") && <Button keys="x" onClick={onReject}>Reject…</Button>}
        <Menu items={[
          open && row.state !== "on_hold" && may("received.write") && { label: "Hold…", keys: "h", onChoose: onHold },
          detail?.original.kept !== false && { label: "Download the original", icon: "download", href: `/api/received-invoices/${row.id}/original` },
          row.supplierId ? { label: "Open the supplier", icon: "suppliers", onChoose: () => go(`/suppliers/${row.supplierId}`) } : null,
        ]}><IconButton icon="more" label="More" kind="plain" /></Menu>
      </div>
    </>
  );
}

function readBy(detail: ReceivedDetail): string {
  const way = detail.syntax === "ubl" || detail.syntax === "cii" || detail.syntax === "fatturapa" ? "XML" : detail.syntax === "facturx" ? "XML in the PDF" : detail.pages.some((page) => page.source === "ocr") ? "Scan" : "Text";
  const fields = Object.values(detail.fields), sure = fields.filter((field) => field && field.level !== "unsure").length;
  return fields.length > 0 ? `${way}, ${sure} of ${fields.length} sure` : way;
}

function Answers({ detail }: { detail: ReceivedDetail }) {
  const locale = useLocale();
  const needed = detail.questions.filter((question) => question.blocking), shownOnes = (needed.length > 0 ? needed : detail.questions).slice(0, 4);
  const rest = detail.questions.length - shownOnes.length;
  return (
    <>
      <h3 className="mt-3.5">{needed.length > 0 ? `${plural(needed.length, "answer")} needed` : `${plural(detail.questions.length, "value")} to look at`}</h3>
      <ul>
        {shownOnes.map((question) => {
          const field = fieldAt(detail, question.path), danger = question.kind === "bank_changed" || question.kind === "duplicate";
          return (
            <li key={question.path} className="flex gap-2 py-1.5">
              <span className="pt-1"><Glyph stage={danger ? "needsYou" : "underWay"} tone={danger ? "danger" : "doubt"} size={14} /></span>
              <span className="min-w-0">{question.kind === "unsure" && field ? <><span className="text-ink-2">{titleOf(question.path)}</span> <Mark>{shown(question.path, field.value, locale)}</Mark> <span className="block text-ink-2">{question.reason}</span></> : question.reason}</span>
            </li>
          );
        })}
      </ul>
      {rest > 0 && <p className="text-sm text-ink-3">and {rest} more</p>}
    </>
  );
}

/** The first page from the top, or from where the first doubt stands. */
function PeekPage({ row, detail, onOpen }: { row: ReceivedSummary; detail: ReceivedDetail | null; onOpen: () => void }) {
  const box = useRef<HTMLButtonElement>(null);
  const [width, setWidth] = useState(300);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => { if (entry) setWidth(entry.contentRect.width); });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const page = detail?.pages[0];
  const height = 212;
  const look = "my-3 block w-full overflow-hidden rounded-1 text-left shadow-page";
  if (row.kind === "xml" || (detail && !page)) {
    return (
      <button ref={box} type="button" onClick={onOpen} className={`${look} bg-sheet p-4 text-[#1b1b1a]`} style={{ height: row.kind === "xml" ? 112 : 72 }} aria-label="Open the document">
        <span className="block text-sm text-[#57544d]">{row.kind === "xml" ? "Electronic invoice, no pages" : row.fileName}</span>
        <span className="paper-title block clip text-xl">{row.supplierName ?? ""}</span>
        <span className="num block">{row.invoiceNumber}</span>
      </button>
    );
  }
  if (!page) return <button ref={box} type="button" aria-label="Open the document" onClick={onOpen} className={`${look} bg-sunken`} style={{ height }} />;
  const scale = width / page.width;
  const boxes = (detail?.questions ?? []).flatMap(({ path }) => (fieldAt(detail!, path)?.evidence ?? []).filter((one) => one.page === 1).map((one) => one.box));
  const first = boxes[0];
  const hidden = Math.max(0, page.height * scale - height);
  const top = first ? Math.min(hidden, Math.max(0, (first.y + first.height) * scale - height * 0.6)) : 0;
  return (
    <button ref={box} type="button" onClick={onOpen} className={`${look} bg-sunken`} style={{ height: Math.min(height, page.height * scale) }} aria-label="Open the document">
      <span className="relative block bg-sheet" style={{ marginTop: -top, height: page.height * scale }}>
        <img src={`/api/received-invoices/${row.id}/pages/1/image`} alt="" draggable={false} className="size-full mix-blend-multiply" />
        {boxes.map((box, index) => <span key={index} className="absolute rounded-[2px] bg-[rgb(240_189_39/.38)] mix-blend-multiply" style={{ left: box.x * scale - 2, top: box.y * scale - 1, width: box.width * scale + 4, height: box.height * scale + 2 }} />)}
      </span>
    </button>
  );
}

/** The id once the cursor has rested on it, so that walking through a list does not ask for every row. */
function useSettled(id: string): string {
  const [settled, settle] = useState(id);
  useEffect(() => { const timer = setTimeout(() => settle(id), 90); return () => clearTimeout(timer); }, [id]);
  return settled;
}

