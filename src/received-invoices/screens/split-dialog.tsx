import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { Button, Dialog, Icon, KeyCap, Note, plural, QuestionCard, Reason, useApiMutation } from "../../web/kit.ts";
import type { QuestionView, ReceivedDetail, SplitAnswer } from "../contract.ts";

type Part = { from: number; to: number };
const most = 100;

/** The parts that cuts make; a cut stands before the page it names. */
const partsOf = (cuts: ReadonlySet<number>, pages: number): Part[] => {
  const starts = [1, ...[...cuts].sort((a, b) => a - b)];
  return starts.map((from, index) => ({ from, to: (starts[index + 1] ?? pages + 1) - 1 }));
};
const sentence = (text: string): string => text.replace(/^./u, (letter) => letter.toLocaleUpperCase());
const rangeWords = ({ from, to }: Part): string => (from === to ? `Page ${from}` : `Pages ${from}–${to}`);

/** The file seems to hold several documents. */
export function SeveralCard({ document, question, writes, onSplit, onKeep }: { document: ReceivedDetail; question: QuestionView; writes: boolean; onSplit: () => void; onKeep: () => void }) {
  return (
    <QuestionCard label="Several documents in one file?" foot={writes ? <>
      <Button kind="primary" size="small" icon="split" keys="1" onClick={onSplit}>Split…</Button>
      <Button size="small" keys="2" onClick={onKeep}>Keep as one</Button>
    </> : undefined}>
      <Reason>{question.reason}</Reason>
      <ul className="my-1.5 grid gap-0.5 text-sm">{document.parts.slice(0, 6).map((part) => <li key={part.from} className="flex gap-2"><span className="num w-[88px] shrink-0 font-medium">{rangeWords(part)}</span>{part.from > 1 && <span className="min-w-0 text-ink-2">{sentence(part.reason)}</span>}</li>)}</ul>
      {document.parts.length > 6 && <p className="text-sm text-ink-3">and {document.parts.length - 6} more</p>}
    </QuestionCard>
  );
}

/** The pages side by side with a place to cut between any two; what was found is cut already. Arrows go from cut to cut, Space cuts. */
export function SplitDialog({ document, onClose, onKeep, onDone }: { document: ReceivedDetail; onClose: () => void; onKeep: (() => void) | null; onDone: (documents: SplitAnswer["documents"]) => void }) {
  const [cuts, setCuts] = useState<ReadonlySet<number>>(() => new Set(document.parts.slice(1).map((part) => part.from)));
  const found = useMemo(() => new Map(document.parts.slice(1).map((part) => [part.from, part.reason])), [document.parts]);
  const grid = useRef<HTMLOListElement>(null);
  const pages = document.pages.length;
  const parts = partsOf(cuts, pages);
  const split = useApiMutation<Part[], SplitAnswer>("post", "/api/received-invoices/{id}/split", {
    request: (chosen) => ({ path: { id: document.id }, body: { version: document.version, parts: chosen } }),
    refresh: ["/api/received-invoices", "/api/received-invoices/counts", "/api/received-invoices/{id}"],
    onDone: ({ documents }) => onDone(documents),
  });
  const turn = (page: number) => setCuts((before) => new Set(before.has(page) ? [...before].filter((one) => one !== page) : [...before, page]));
  const walk = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by) return;
    const all = [...grid.current!.querySelectorAll<HTMLElement>("[role=checkbox]")], at = all.indexOf(globalThis.document.activeElement as HTMLElement);
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
  };
  const partAt = (page: number) => parts.findIndex((part) => page >= part.from && page <= part.to);
  return (
    <Dialog open onClose={onClose} title="Split into several documents" width={880}
      description={<>Cut where a document begins. Each is read by itself, and this file moves to Rejected, where it can be reopened.</>}
      foot={<>
        <span className="mr-auto inline-flex items-center gap-1 text-sm text-ink-3 max-phone:hidden"><KeyCap keys="arrowleft" /><KeyCap keys="arrowright" /> Move <KeyCap keys="space" /> Cut</span>
        {onKeep ? <Button disabledBecause={split.isPending ? "The file is being split" : null} onClick={onKeep}>Keep as one</Button> : <Button onClick={onClose}>Cancel</Button>}
        <Button kind="primary" icon="split" busy={split.isPending} disabledBecause={parts.length < 2 ? "Cut between two pages first" : parts.length > most ? `One file can be split into up to ${most} documents` : null} onClick={() => split.mutate(parts)}>Split into {plural(parts.length, "document")}</Button>
      </>}>
      <div className="grid gap-4">
        {split.error && <Note tone="danger">{split.error.message}</Note>}
        <ol ref={grid} onKeyDown={walk} aria-label="Pages" className="grid grid-cols-[repeat(auto-fill,minmax(132px,1fr))] gap-y-3">
          {document.pages.map(({ number, width, height }) => {
            const cut = cuts.has(number), part = partAt(number);
            return (
              <li key={number} className="flex min-w-0 items-stretch">
                {number === 1 ? <span className="w-8 shrink-0" /> : (
                  <button type="button" role="checkbox" aria-checked={cut} aria-label={`Page ${number} begins a document`} title={found.get(number)} onClick={() => turn(number)}
                    className={`grid w-8 shrink-0 cursor-pointer place-items-center rounded-2 ${cut ? "text-on-accent" : "text-ink-3 hover:bg-hover hover:text-ink"}`}>
                    <span aria-hidden="true" className="col-start-1 row-start-1 h-full w-0 border-l-2 border-dashed" style={{ borderColor: cut ? "var(--accent)" : "var(--line)" }} />
                    <span aria-hidden="true" className={`col-start-1 row-start-1 grid size-6 place-items-center rounded-full border ${cut ? "border-accent bg-accent" : "border-line-strong bg-raised"}`}><Icon name={cut ? "split" : "plus"} size={12} /></span>
                  </button>
                )}
                <figure className="min-w-0 flex-1">
                  <img src={`/api/received-invoices/${document.id}/pages/${number}/image`} alt={`Page ${number}`} loading="lazy" className="w-full bg-sheet shadow-page" style={{ aspectRatio: `${width} / ${height}` }} />
                  <figcaption className="mt-1 flex justify-between gap-1 text-sm"><span className="num">Page {number}</span><span className="num text-ink-3" aria-label={`Document ${part + 1}`}>{part + 1}</span></figcaption>
                </figure>
              </li>
            );
          })}
        </ol>
        <section aria-live="polite">
          <h3>{parts.length < 2 ? "One document" : plural(parts.length, "document")}</h3>
          <ol className="mt-1 grid gap-0.5">
            {parts.map((part, index) => <li key={part.from} className="flex items-baseline gap-2"><span className="num w-5 shrink-0 text-ink-3">{index + 1}</span><span className="num w-[96px] shrink-0 font-medium">{rangeWords(part)}</span><span className="min-w-0 text-sm text-ink-2">{part.from === 1 ? "" : sentence(found.get(part.from) ?? "Cut by you")}</span></li>)}
          </ol>
        </section>
      </div>
    </Dialog>
  );
}
