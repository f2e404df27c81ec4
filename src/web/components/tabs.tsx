import type { ReactNode } from "react";
import { useKeys } from "../keys.ts";
import { Popover } from "./overlays.tsx";
import { Count } from "./money.tsx";
import { Icon, type IconName } from "./icons.tsx";

export type Tab<K extends string = string> = { key: K; label: string; count?: number };

/** Saved filters of a list (or parts of a record) as tabs with live counts; `1`–`9` choose with `keys`. `extra` stands at the right end ("Save this view"). */
export function Tabs<K extends string>({ tabs, current, onChoose, label = "Saved filters", extra, keys = false }: { tabs: readonly Tab<K>[]; current: K; onChoose: (key: K) => void; label?: string; extra?: ReactNode; keys?: boolean }) {
  useKeys("Lists", tabs.slice(0, 9).map((tab, index) => ({ keys: String(index + 1), label: `Show ${tab.label}`, run: () => onChoose(tab.key), hidden: index > 0 && index < tabs.length - 1 && tabs.length > 4 })), keys);
  return (
    <nav aria-label={label} className="flex h-10 shrink-0 items-stretch gap-0.5 border-b border-line px-4 max-phone:h-11 max-phone:overflow-x-auto max-phone:px-2 max-phone:[scrollbar-width:none]">
      {tabs.map((tab) => (
        <button key={tab.key} type="button" aria-current={tab.key === current ? "page" : undefined} onClick={() => onChoose(tab.key)}
          className="relative flex shrink-0 items-center gap-1.5 px-2 font-medium text-ink-2 hover:text-ink focus-visible:-outline-offset-2 aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-2 aria-[current]:after:-bottom-px aria-[current]:after:h-0.5 aria-[current]:after:bg-accent">
          {tab.label}{tab.count !== undefined && <Count value={tab.count} className="font-regular text-ink-3" />}
        </button>
      ))}
      {extra && <span className="ml-auto flex items-center">{extra}</span>}
    </nav>
  );
}

/** The row of filters under the tabs: chips that read as a sentence, and figures at the right end. */
export function FilterBar({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-b border-line px-6 py-1.5 max-phone:px-4">{children}{aside && <span className="ml-auto flex items-baseline gap-2">{aside}</span>}</div>;
}

/**
 * A filter as words: `Issued` **this year**. `value` is what is chosen in words (null: not filtered, `any` is shown); `onClear` shows the cross.
 * `children` is the panel that opens; it may take `close`.
 */
export function FilterChip({ label, value, any = "any", onClear, children }: { label: string; value: ReactNode | null; any?: string; onClear?: () => void; children: ReactNode | ((close: () => void) => ReactNode) }) {
  const on = value !== null && value !== undefined && value !== "";
  return (
    <span className={`inline-flex h-[26px] items-stretch rounded-[4px] border text-sm touch:h-9 ${on ? "border-accent bg-accent-soft text-ink" : "border-line-strong text-ink-2"}`}>
      <Popover content={children} width={260}>
        <button type="button" data-filter className="flex items-center gap-1.5 rounded-[3px] px-2 hover:bg-hover data-[state=open]:bg-hover">{label} <b className="font-medium text-ink">{on ? value : any}</b>{!on && <Icon name="down" size={12} />}</button>
      </Popover>
      {on && onClear && <button type="button" onClick={onClear} aria-label={`Clear the filter ${label}`} className="grid w-6 place-items-center rounded-[3px] hover:bg-hover touch:w-9"><Icon name="close" size={12} /></button>}
    </span>
  );
}

/** On or off in one press: `Refused only`. */
export function ToggleChip({ children, on, onChange, icon }: { children: ReactNode; on: boolean; onChange: (on: boolean) => void; icon?: IconName }) {
  return <button type="button" aria-pressed={on} onClick={() => onChange(!on)} className={`inline-flex h-[26px] items-center gap-1.5 rounded-[4px] border px-2 text-sm touch:h-9 ${on ? "border-accent bg-accent-soft text-ink" : "border-line-strong text-ink-2 hover:bg-hover"}`}>{icon && <Icon name={icon} size={12} />}{children}</button>;
}

/** The choices of a FilterChip's panel: one of a list, closing when chosen. */
export function FilterChoices<V extends string>({ value, choices, onChoose }: { value: V; choices: readonly { value: V; label: string }[]; onChoose: (value: V) => void }) {
  return (
    <ul role="listbox" className="-m-1.5">
      {choices.map((choice) => (
        <li key={choice.value} role="option" aria-selected={choice.value === value}>
          <button type="button" onClick={() => onChoose(choice.value)} className="flex min-h-7 w-full items-center gap-2 rounded-[4px] px-2 text-left hover:pointed touch:min-h-11"><span className="w-4 text-accent-text">{choice.value === value && <Icon name="check" size={14} />}</span>{choice.label}</button>
        </li>
      ))}
    </ul>
  );
}
