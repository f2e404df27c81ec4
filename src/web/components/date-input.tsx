import { Popover } from "radix-ui";
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { useLocale } from "../preferences.ts";
import { useSessionIfAny } from "../session.tsx";
import { addDays, addMonths, civilOf, daysInMonth, isIsoDate, isoOf, readDate, showDate, showDateAndDay, weekdayOf } from "./date-text.ts";
import { useField } from "./field.tsx";
import { IconButton } from "./button.tsx";

/**
 * A civil date by typing: `19/11`, `19 nov`, `tomorrow`, `+14`, `eom`; `↓` opens the month. Shows "19 Nov 2026, Thursday" when left; day and month
 * follow the company's locale, and where they could be swapped the month is spelled back while typing. `base` is the day `+14` counts from.
 */
export function DateInput({ value, onChange, base, min, disabled, autoFocus, placeholder = "19/11, +14, eom", short = false, name, "aria-label": label }: {
  value: string; onChange: (value: string) => void; base?: string; min?: string; disabled?: boolean; autoFocus?: boolean; placeholder?: string;
  /** "19 Nov 2026" without the weekday, where there is little room. */
  short?: boolean; name?: string; "aria-label"?: string;
}) {
  const own = useLocale();
  const session = useSessionIfAny();
  const locale = session?.company?.locale ?? own;
  const today = session?.today ?? new Date().toISOString().slice(0, 10);
  const field = useField();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  // Selected once the shorter text stands there, before the next key can arrive.
  const arriving = useRef(false);
  useLayoutEffect(() => { if (arriving.current) { arriving.current = false; input.current?.select(); } });
  const read = typed === null ? null : readDate(typed, { today, locale, base });
  const settled = isIsoDate(value) ? (short ? showDate(value, own) : showDateAndDay(value, own)) : value;
  const commit = () => {
    if (typed === null) return;
    const result = readDate(typed, { today, locale, base });
    field.setProblem(result.ok ? (min && result.value && result.value < min ? `Choose ${showDate(min, own)} or later.` : null) : result.problem);
    onChange(result.ok ? result.value : typed);
    setTyped(null);
  };
  const choose = (iso: string) => { setTyped(null); field.setProblem(null); onChange(iso); setOpen(false); input.current?.focus(); };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Anchor asChild>
        <div className="control flex items-center gap-1 pr-1!" data-disabled={disabled || undefined}>
          <input ref={input} id={field.id} name={name} type="text" autoComplete="off" spellCheck={false} value={typed ?? settled} disabled={disabled} autoFocus={autoFocus} placeholder={placeholder} aria-label={label}
            aria-invalid={field.invalid || undefined} aria-describedby={field.described}
            onFocus={() => { setTyped(isIsoDate(value) ? showDate(value, own) : value); arriving.current = true; }}
            onChange={(event) => {
              setTyped(event.target.value);
              const result = readDate(event.target.value, { today, locale, base });
              onChange(result.ok ? result.value : event.target.value);
              if (result.ok) field.setProblem(null);
            }}
            onBlur={() => { if (!open) commit(); }}
            onKeyDown={(event) => {
              if (event.key === "ArrowDown") { event.preventDefault(); setOpen(true); }
              if (event.key === "Enter") commit();
            }}
            className="num min-w-0 flex-1 bg-transparent outline-none" />
          {typed !== null && read?.ok && read.value && typed !== showDate(read.value, own) && <span className="num shrink-0 text-sm text-ink-3">{showDate(read.value, own)}</span>}
          <IconButton icon="calendar" label="Open the month" size="small" tabIndex={-1} disabledBecause={disabled ? "locked" : null} onClick={() => setOpen(!open)} />
        </div>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content align="start" sideOffset={4} className="floating z-60 p-2.5" onOpenAutoFocus={(event) => event.preventDefault()} onCloseAutoFocus={(event) => { event.preventDefault(); commit(); }}>
          <Month value={isIsoDate(value) ? value : today} chosen={value} today={today} min={min} locale={own} onChoose={choose} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Month({ value, chosen, today, min, locale, onChoose }: { value: string; chosen: string; today: string; min?: string; locale: string; onChoose: (iso: string) => void }) {
  const [cursor, setCursor] = useState(value);
  const { year, month } = civilOf(cursor);
  const first = isoOf({ year, month, day: 1 });
  const days = Array.from({ length: daysInMonth(year, month) }, (_, index) => addDays(first, index));
  const lead = weekdayOf(first) - 1;
  const name = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(Date.UTC(year, month - 1, 15));
  const heads = Array.from({ length: 7 }, (_, index) => new Intl.DateTimeFormat(locale, { weekday: "narrow", timeZone: "UTC" }).format(Date.UTC(2026, 5, 1 + index)));
  const keys: Record<string, () => string> = {
    ArrowLeft: () => addDays(cursor, -1), ArrowRight: () => addDays(cursor, 1), ArrowUp: () => addDays(cursor, -7), ArrowDown: () => addDays(cursor, 7),
    PageUp: () => addMonths(cursor, -1), PageDown: () => addMonths(cursor, 1), Home: () => first, End: () => days[days.length - 1] ?? cursor,
  };
  const press = (event: KeyboardEvent) => {
    const move = keys[event.key];
    if (!move) return;
    event.preventDefault();
    const next = move();
    setCursor(next);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus());
  };
  return (
    <div onKeyDown={press}>
      <div className="mb-1 flex items-center justify-between">
        <IconButton icon="left" label="Month before" size="small" onClick={() => setCursor(addMonths(cursor, -1))} />
        <b aria-live="polite">{name}</b>
        <IconButton icon="right" label="Month after" size="small" onClick={() => setCursor(addMonths(cursor, 1))} />
      </div>
      <div role="grid" aria-label={name} className="grid grid-cols-7">
        {heads.map((head, index) => <span key={index} aria-hidden="true" className="grid h-6 place-items-center text-xs text-ink-3">{head}</span>)}
        {Array.from({ length: lead }, (_, index) => <span key={`lead${index}`} />)}
        {days.map((day) => {
          const early = min !== undefined && day < min;
          return (
            <button key={day} type="button" data-day={day} autoFocus={day === value} tabIndex={day === cursor ? 0 : -1} disabled={early} aria-current={day === today ? "date" : undefined} aria-pressed={day === chosen}
              aria-label={showDateAndDay(day, locale)} onClick={() => onChoose(day)}
              className={`num grid size-8 place-items-center rounded-2 touch:size-11 ${day === chosen ? "bg-accent text-on-accent" : early ? "text-ink-3 opacity-50" : "hover:bg-hover"} ${day === today && day !== chosen ? "font-strong text-accent-text" : ""}`}>
              {civilOf(day).day}
            </button>
          );
        })}
      </div>
    </div>
  );
}
