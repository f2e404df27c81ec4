import { Popover } from "radix-ui";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useField } from "./field.tsx";
import { Icon } from "./icons.tsx";

export type Option<V extends string = string> = { value: V; label: string; detail?: ReactNode; disabled?: boolean };

/**
 * One of up to a few dozen: a select-only combobox (arrows, Home, End, type-ahead, Enter, Escape). For more, or for records, use Combobox.
 * Not Radix Select: that writes a <style> element at run time, which the content security policy forbids.
 */
export function Select<V extends string>({ value, onChange, options, placeholder = "Choose", disabled, "aria-label": label, compact = false }: {
  value: V | ""; onChange: (value: V) => void; options: readonly Option<V>[]; placeholder?: string; disabled?: boolean; "aria-label"?: string; /** A small one in a bar of filters. */ compact?: boolean;
}) {
  const field = useField();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const typed = useRef({ text: "", at: 0 });
  const list = useRef<HTMLUListElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const chosen = options.find((option) => option.value === value);
  useEffect(() => { if (open) list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" }); }, [open, active]);
  const show = () => { if (disabled) return; setActive(Math.max(0, options.findIndex((option) => option.value === value))); setOpen(true); };
  const take = (index: number) => { const option = options[index]; if (!option || option.disabled) return; setOpen(false); if (option.value !== value) onChange(option.value); };
  const step = (from: number, by: number) => { let next = from; do next += by; while (options[next]?.disabled); return options[next] ? next : from; };
  const press = (event: KeyboardEvent) => {
    const { key } = event;
    if (!open && ["ArrowDown", "ArrowUp", "Enter", " "].includes(key)) { event.preventDefault(); show(); return; }
    if (key.length === 1 && key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const now = event.timeStamp;
      typed.current = { text: (now - typed.current.at < 700 ? typed.current.text : "") + key.toLocaleLowerCase(), at: now };
      const start = typed.current.text.length === 1 ? active + 1 : active;
      const order = [...options.keys()].map((index) => (index + start) % options.length);
      const found = order.find((index) => !options[index]?.disabled && options[index]?.label.toLocaleLowerCase().startsWith(typed.current.text));
      if (found !== undefined) { if (!open) show(); setActive(found); }
      event.preventDefault();
      return;
    }
    if (!open) return;
    const moves: Record<string, () => number> = { ArrowDown: () => step(active, 1), ArrowUp: () => step(active, -1), Home: () => step(-1, 1), End: () => step(options.length, -1) };
    const move = moves[key];
    if (move) { event.preventDefault(); setActive(move()); }
    else if (key === "Enter" || key === " ") { event.preventDefault(); take(active); }
    else if (key === "Tab") take(active);
    else if (key === "Escape") { event.preventDefault(); event.stopPropagation(); setOpen(false); }
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Anchor asChild>
        <button ref={trigger} type="button" id={field.id} role="combobox" aria-haspopup="listbox" aria-expanded={open} aria-controls={listId} aria-activedescendant={open ? `${listId}-${active}` : undefined} aria-label={label}
          aria-invalid={field.invalid || undefined} aria-describedby={field.described} disabled={disabled} data-state={open ? "open" : "closed"} onClick={() => (open ? setOpen(false) : show())} onKeyDown={press}
          className={`control inline-flex items-center justify-between gap-2 text-left ${chosen ? "" : "text-ink-3!"} ${compact ? "h-[26px]! w-auto! border-line-strong! px-2! text-sm" : ""}`}>
          <span className="clip">{chosen?.label ?? placeholder}</span><Icon name="down" size={14} className="text-ink-3" />
        </button>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content align="start" sideOffset={4} collisionPadding={8} onOpenAutoFocus={(event) => event.preventDefault()} onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => { if (trigger.current?.contains(event.target as Node)) event.preventDefault(); }}
          className="floating z-60 max-h-[min(360px,var(--radix-popper-available-height))] min-w-(--radix-popper-anchor-width) max-w-[min(440px,92vw)] overflow-y-auto p-1">
          <ul ref={list} id={listId} role="listbox" aria-label={label ?? "Choices"}>
            {options.map((option, index) => (
              <li key={option.value} id={`${listId}-${index}`} role="option" aria-selected={option.value === value} aria-disabled={option.disabled || undefined} data-active={index === active || undefined}
                onPointerMove={() => setActive(index)} onMouseDown={(event) => event.preventDefault()} onClick={() => take(index)}
                className={`flex min-h-7 items-start gap-2 rounded-[4px] py-1 pr-2.5 pl-1.5 select-none touch:min-h-11 touch:items-center ${index === active ? "pointed" : ""} ${option.disabled ? "text-ink-3" : ""}`}>
                <span className="mt-0.5 w-4 shrink-0 text-accent-text">{option.value === value && <Icon name="check" size={14} stroke={1.8} />}</span>
                <span className="min-w-0 flex-1">{option.label}{option.detail && <span className="block text-sm text-ink-3">{option.detail}</span>}</span>
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
