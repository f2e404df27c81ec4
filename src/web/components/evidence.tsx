import type { ReactNode, Ref } from "react";
import { useField } from "./field.tsx";
import { Icon } from "./icons.tsx";
import { KeyCap } from "./marks.tsx";
import { Glyph } from "./state-chip.tsx";

// The pieces of the review screen. They take plain props and know nothing of the reading; the screen decides what is asked.

export type Level = "proven" | "sure" | "unsure";
export type EvidenceSource = "xml" | "text" | "ocr" | "derived" | "memory" | "human";
export const sourceWords: Record<EvidenceSource, string> = { xml: "XML", text: "Text", ocr: "Scan", derived: "Computed", memory: "Memory", human: "You" };

/** ● proven or sure, ◐ unsure; never a bare number. */
export function LevelGlyph({ level }: { level: Level }) {
  return <><Glyph stage={level === "unsure" ? "underWay" : "done"} tone={level === "unsure" ? "doubt" : "done"} size={14} /><span className="sr-only">{level}</span></>;
}

/** The card of the active doubtful field: amber edge, what is asked, and inside it the strip of the page, the value, the reason, the alternatives. */
export function QuestionCard({ label, children, foot, tone = "doubt" }: { label: ReactNode; children: ReactNode; foot?: ReactNode; tone?: "doubt" | "danger" }) {
  return (
    <section className={`mx-4 rounded-3 border border-line-strong p-3 pl-3.5 max-phone:mx-3 ${tone === "doubt" ? "shadow-[inset_3px_0_0_var(--doubt-mark)]" : "shadow-[inset_3px_0_0_var(--danger)]"}`}>
      <div className="flex items-baseline justify-between"><h3 className="text-sm font-medium text-ink-2">{label}</h3><span className={`text-sm font-medium ${tone === "doubt" ? "text-doubt" : "text-danger"}`}>{tone === "doubt" ? "Unsure" : "Stop"}</span></div>
      {children}
      {foot && <div className="mt-1.5 flex flex-wrap items-center gap-3 border-t border-line pt-2 text-sm text-ink-2">{foot}</div>}
    </section>
  );
}

/** The part of the page where the value stands, as a strip: the page's image moved under a window, the box marked. Box and page in points. */
export function EvidenceStrip({ image, page, box, alt }: { image: string; page: { width: number; height: number }; box: { x: number; y: number; width: number; height: number }; alt: string }) {
  const height = 36;
  // The text stands 18 px high in the strip, but a wide box still fits a strip of about 390 px.
  const scale = Math.min(18 / Math.max(box.height, 4), 390 / Math.max(box.width + 24, 40), 4);
  const left = Math.max(0, Math.min(box.x * scale - 60, page.width * scale - 390));
  return (
    <div className="relative my-2 h-9 overflow-hidden rounded-1 bg-sheet shadow-page" role="img" aria-label={alt}>
      <img src={image} alt="" className="absolute max-w-none" style={{ width: page.width * scale, left: -left, top: height / 2 - (box.y + box.height / 2) * scale }} />
      <span className="absolute rounded-[2px] bg-[#f0bd27]/40 mix-blend-multiply" style={{ left: box.x * scale - left - 4, width: box.width * scale + 8, top: height / 2 - (box.height * scale) / 2 - 2, height: box.height * scale + 4 }} />
    </div>
  );
}

/** The value itself, to confirm or correct. */
export function EvidenceInput({ value, onChange, was, ref, label, invalid, onFocus }: { value: string; onChange: (value: string) => void; /** "was read as 18" */ was?: ReactNode; ref?: Ref<HTMLInputElement>; label: string; invalid?: boolean; onFocus?: () => void }) {
  const field = useField();
  return (
    <div className="control my-1 flex h-9! items-center gap-2">
      <input ref={ref} id={field.id} aria-label={label} aria-invalid={invalid || undefined} value={value} onFocus={onFocus} onChange={(event) => onChange(event.target.value)} spellCheck={false} autoComplete="off" className="num min-w-0 flex-1 bg-transparent text-lg font-medium outline-none" />
      {was && <span className="shrink-0 text-sm text-ink-3">{was}</span>}
    </div>
  );
}

/** Why it is asked, in words and with the sums. */
export function Reason({ children }: { children: ReactNode }) {
  return <p className="mt-[7px] mb-[5px] text-[12.5px] leading-[18px] text-ink-2 [&_b]:text-ink">{children}</p>;
}

export type AlternativeView = { value: ReactNode; reason: ReactNode; /** "Fits the sums" */ merit?: string };

/** The other readings by digit, the best first; on the phone rows of 44 px. */
export function Alternatives({ items, active = 0, onTake }: { items: readonly AlternativeView[]; active?: number; onTake: (index: number) => void }) {
  return (
    <ul aria-label="Alternatives">
      {items.map((item, index) => (
        <li key={index}>
          <button type="button" onClick={() => onTake(index)} className={`flex min-h-[29px] w-full items-center gap-2.5 rounded-[4px] px-2 text-left touch:min-h-11 ${index === active ? "bg-accent-soft" : "hover:bg-hover"}`}>
            <KeyCap keys={String(index + 1)} /><b className="num min-w-[26px]">{item.value}</b><span className="min-w-0 flex-1 clip text-ink-2">{item.reason}</span>{item.merit && <span className="text-sm font-medium text-accent-text">{item.merit}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A question that waits for its turn. */
export function NextQuestion({ title, children, tone = "doubt", aside = "Next", onOpen }: { title: ReactNode; children?: ReactNode; tone?: "doubt" | "danger"; aside?: ReactNode; onOpen: () => void }) {
  return (
    <button type="button" onClick={onOpen} className="mx-4 mt-2.5 flex w-[calc(100%-32px)] gap-2.5 rounded-3 border border-line px-3.5 py-[9px] text-left leading-[18px] hover:bg-hover">
      <span className="pt-0.5"><Glyph stage={tone === "danger" ? "needsYou" : "underWay"} tone={tone} size={14} /></span>
      <span className="min-w-0 flex-1">{title}{children && <span className="block text-sm text-ink-3">{children}</span>}</span>
      <span className="text-sm text-ink-3">{aside}</span>
    </button>
  );
}

/** A field for reading: glyph, label, value, source or remark. Hovering or walking to it lights its box; a press corrects it. */
export function EvidenceRow({ level, label, value, remark, active = false, onActive, onEdit, ref }: { level: Level | "missing"; label: ReactNode; value: ReactNode; remark?: ReactNode; active?: boolean; onActive?: () => void; onEdit?: () => void; ref?: Ref<HTMLButtonElement> }) {
  return (
    <button ref={ref} type="button" tabIndex={-1} onPointerEnter={onActive} onFocus={onActive} onClick={onEdit}
      className={`-mx-1 grid w-[calc(100%+8px)] grid-cols-[20px_118px_minmax(0,1fr)_auto] items-center rounded-1 px-1 text-left leading-6 focus-visible:-outline-offset-2 touch:min-h-11 ${active ? "bg-selected" : "hover:bg-hover"}`}>
      <span>{level === "missing" ? <Glyph stage="notBegun" size={14} /> : <LevelGlyph level={level} />}</span><span className="clip text-ink-2">{label}</span>
      <span className={`num clip ${level === "missing" ? "text-ink-3" : ""}`}>{value}</span><span className="pl-2 text-sm text-ink-3">{remark}</span>
    </button>
  );
}

/** A line of the proof: Σ lines, VAT, total; ✓, or the difference in red. */
export function ProofRow({ label, amount, holds, difference, total = false }: { label: ReactNode; amount: ReactNode; holds: boolean | null; difference?: ReactNode; total?: boolean }) {
  return (
    <div className={`grid grid-cols-[1fr_auto_20px] items-center gap-1.5 ${total ? "h-7 text-lg font-strong text-ink" : "h-[21px] text-ink-2"}`}>
      <span className="clip">{label}{holds === false && difference && <span className="num ml-2 text-sm text-danger">{difference}</span>}</span><span className="num">{amount}</span>
      <span className={`justify-self-end ${holds ? "text-accent-text" : "text-danger"}`}>{holds === null ? null : <><Icon name={holds ? "check" : "close"} size={14} stroke={1.8} /><span className="sr-only">{holds ? "holds" : "does not hold"}</span></>}</span>
    </div>
  );
}

export type EvidenceBoxView = { id: string; box: { x: number; y: number; width: number; height: number }; kind: "active" | "operand" | "doubt" | "field"; label?: string };

/**
 * A page's image with the boxes over it. `scale` is pixels per point; boxes are in points from the top left. Marks keep their light colours in the dark theme.
 * `text` is what was read, for those who do not see the image.
 */
export function PageWithEvidence({ image, page, scale, boxes, onPick, text, number, rotate = 0 }: { image: string; page: { width: number; height: number }; scale: number; boxes: readonly EvidenceBoxView[]; onPick?: (id: string) => void; text: string; number: number; rotate?: 0 | 90 | 180 | 270 }) {
  const looks: Record<EvidenceBoxView["kind"], string> = {
    active: "bg-[rgb(240_189_39/.5)] shadow-[0_0_0_2px_#b98700]",
    operand: "bg-[rgb(15_95_75/.08)] shadow-[0_0_0_1.5px_#0f5f4b]",
    doubt: "bg-[rgb(240_189_39/.38)]",
    field: "hover:bg-[rgb(15_95_75/.08)] hover:shadow-[0_0_0_1px_#0f5f4b]",
  };
  return (
    <figure className="relative bg-sheet shadow-page" style={{ width: page.width * scale, height: page.height * scale, rotate: rotate ? `${rotate}deg` : undefined }} aria-label={`Page ${number}`}>
      <img src={image} alt={text} draggable={false} className="absolute inset-0 size-full select-none [:root[data-theme=dark]_&]:brightness-92" />
      {boxes.map(({ id, box, kind, label }) => (
        <button key={id} type="button" tabIndex={-1} aria-hidden="true" onClick={() => onPick?.(id)} className={`absolute rounded-[2px] mix-blend-multiply ${looks[kind]}`}
          style={{ left: box.x * scale - 4, top: box.y * scale - 2, width: box.width * scale + 8, height: box.height * scale + 4 }} data-label={label} />
      ))}
      {boxes.filter((one) => one.kind === "active" && one.label).map(({ id, box, label }) => (
        <span key={`${id}-label`} aria-hidden="true" className="pointer-events-none absolute -translate-y-full rounded-1 bg-[#5c3f00] px-1.5 text-[11px] leading-[18px] font-medium whitespace-nowrap text-[#fff]" style={{ left: Math.max(0, box.x * scale - 4), top: box.y * scale - 6 }}>{label}</span>
      ))}
    </figure>
  );
}
