import { Popover } from "radix-ui";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { useField } from "./field.tsx";
import { Icon, type IconName } from "./icons.tsx";

export type ComboOption = { value: string; label: string; detail?: ReactNode; aside?: ReactNode };

/** Options whose label holds every word of the query, beginnings first. */
export function matching<O extends { label: string }>(options: readonly O[], query: string): O[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...options];
  const rank = (label: string) => (label.startsWith(words[0] ?? "") ? 0 : 1);
  return options.filter((option) => { const label = option.label.toLocaleLowerCase(); return words.every((word) => label.includes(word)); })
    .sort((a, b) => rank(a.label.toLocaleLowerCase()) - rank(b.label.toLocaleLowerCase()));
}

/**
 * Finds one of many by typing: a customer, a service, a currency. With `onQuery` the caller searches (the server) and passes the matches as `options`;
 * without, the options are filtered here. `create` adds a last row "New customer “Quay…”". `free` keeps typed text as the value (a line's description).
 */
export function Combobox({ value, onChange, options, shown, onQuery, loading = false, placeholder, icon, after, create, free = false, disabled, "aria-label": label, bare = false, autoFocus, name }: {
  value: string; onChange: (value: string, option: ComboOption | null) => void; options: readonly ComboOption[];
  /** The text of the chosen value when it is not among the options (a search result that has gone). */
  shown?: string;
  onQuery?: (query: string) => void; loading?: boolean; placeholder?: string; icon?: IconName; after?: ReactNode;
  create?: { label: (query: string) => string; run: (query: string) => void }; free?: boolean; disabled?: boolean; "aria-label"?: string; bare?: boolean; autoFocus?: boolean; name?: string;
}) {
  const field = useField();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const chosen = options.find((option) => option.value === value);
  const text = query ?? (free ? value : shown ?? chosen?.label ?? "");
  const found = onQuery ? [...options] : matching(options, query ?? "");
  const offer = create && (query ?? "").trim() !== "" ? create : null;
  const count = found.length + (offer ? 1 : 0);
  useEffect(() => { list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }); }, [active, open]);

  const close = () => { setOpen(false); setQuery(null); };
  const take = (index: number) => {
    const option = found[index];
    if (option) onChange(option.value, option);
    else if (offer && index === found.length) offer.run((query ?? "").trim());
    close();
  };
  const type = (next: string) => {
    setQuery(next); setOpen(true); setActive(0); onQuery?.(next);
    if (free) onChange(next, null);
    else if (next === "") onChange("", null);
  };
  return (
    <Popover.Root open={open && (count > 0 || loading || Boolean(query))} onOpenChange={(next) => { if (!next) close(); }}>
      <Popover.Anchor asChild>
        <div className={bare ? "flex min-w-0 items-center" : "control flex items-center gap-2"} data-disabled={disabled || undefined}>
          {icon && <Icon name={icon} />}
          <input ref={input} id={field.id} name={name} role="combobox" aria-expanded={open} aria-controls={listId} aria-autocomplete="list" aria-activedescendant={open && count > 0 ? `${listId}-${active}` : undefined} aria-label={label}
            aria-invalid={field.invalid || undefined} aria-describedby={field.described} autoComplete="off" spellCheck={false} disabled={disabled} autoFocus={autoFocus} placeholder={placeholder} value={text}
            onChange={(event) => type(event.target.value)}
            onClick={() => { setOpen(true); onQuery?.(query ?? ""); }}
            onFocus={(event) => { if (!free) event.currentTarget.select(); }}
            onBlur={() => { setTimeout(() => { if (document.activeElement !== input.current) close(); }, 120); }}
            onKeyDown={(event) => {
              if (event.key === "ArrowDown" || event.key === "ArrowUp") {
                event.preventDefault();
                if (!open) { setOpen(true); onQuery?.(query ?? ""); setActive(Math.max(0, found.findIndex((option) => option.value === value))); return; }
                setActive((active + (event.key === "ArrowDown" ? 1 : -1) + count) % Math.max(1, count));
              } else if (event.key === "Enter" && open && count > 0 && (!free || query)) { event.preventDefault(); take(active); }
              else if (event.key === "Escape" && open) { event.preventDefault(); event.stopPropagation(); close(); }
              else if (event.key === "Tab" && open && query && !free && count > 0) take(active);
            }}
            className="min-w-0 flex-1 bg-transparent outline-none" />
          {after && !open && <span className="shrink-0 text-sm text-ink-3">{after}</span>}
        </div>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content align="start" sideOffset={4} onOpenAutoFocus={(event) => event.preventDefault()} onCloseAutoFocus={(event) => event.preventDefault()} onInteractOutside={(event) => { if (event.target === input.current) event.preventDefault(); }}
          className="floating z-60 max-h-72 w-(--radix-popper-anchor-width) min-w-60 overflow-y-auto p-1">
          <ul ref={list} id={listId} role="listbox" aria-label={label ?? "Matches"}>
            {found.map((option, index) => (
              <li key={option.value} id={`${listId}-${index}`} role="option" aria-selected={index === active} onPointerMove={() => setActive(index)} onMouseDown={(event) => { event.preventDefault(); take(index); }}
                className={`flex min-h-7 items-center gap-2 rounded-[4px] px-2 py-1 touch:min-h-11 ${index === active ? "pointed" : ""}`}>
                <span className="min-w-0 flex-1"><span className="block clip">{option.label}</span>{option.detail && <span className="block clip text-sm text-ink-3">{option.detail}</span>}</span>
                {option.aside && <span className="num text-sm text-ink-3">{option.aside}</span>}
                {option.value === value && !free && <Icon name="check" size={14} className="text-accent-text" />}
              </li>
            ))}
            {offer && (
              <li id={`${listId}-${found.length}`} role="option" aria-selected={active === found.length} onPointerMove={() => setActive(found.length)} onMouseDown={(event) => { event.preventDefault(); take(found.length); }}
                className={`flex min-h-7 items-center gap-2 rounded-[4px] px-2 py-1 text-accent-text touch:min-h-11 ${active === found.length ? "pointed" : ""}`}><Icon name="plus" size={14} /><span className="clip">{offer.label((query ?? "").trim())}</span></li>
            )}
          </ul>
          {count === 0 && <p className="px-2 py-1.5 text-ink-3">{loading ? "Searching…" : `Nothing matches “${query ?? ""}”.`}</p>}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
