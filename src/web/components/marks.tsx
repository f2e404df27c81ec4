import type { ReactNode } from "react";
import { keyText } from "../keys.ts";
import { Icon, type IconName } from "./icons.tsx";

/** A key as printed on the keyboard. `keys` is our notation ("mod+k", "g h", "shift+j"); each key of a sequence is one cap. */
export function KeyCap({ keys, className = "" }: { keys: string; className?: string }) {
  return (
    <kbd aria-hidden="true" className={`inline-flex h-[17px] min-w-[17px] shrink-0 items-center justify-center rounded-1 border border-line-strong px-1 font-ui text-[10.5px] leading-none font-medium text-ink-2 max-phone:hidden ${className}`}>
      {keyText(keys)}
    </kbd>
  );
}

/** The line of dots between a document and what we keep of it. Never decoration. */
export function Perforation({ across = false, className = "" }: { across?: boolean; className?: string }) {
  return <div aria-hidden="true" className={`${across ? "perforation-across" : "perforation-down"} shrink-0 ${className}`} />;
}

/** The highlighter, for what is unsure. */
export function Mark({ children }: { children: ReactNode }) {
  return <mark className="mark">{children}</mark>;
}

/** A small bordered word: "Now", "recommended", a file's name. Not a state: that is StateChip. */
export function Tag({ children, icon }: { children: ReactNode; icon?: IconName }) {
  return <span className="inline-flex h-5 items-center gap-1.5 whitespace-nowrap rounded-[4px] border border-line px-[7px] text-sm text-ink-2">{icon && <Icon name={icon} size={12} />}{children}</span>;
}

/** A coloured block with a sentence that stays on the page: `doubt` warns, `danger` says what is wrong, `calm` informs. */
export function Note({ tone = "calm", children, action }: { tone?: "calm" | "doubt" | "danger"; children: ReactNode; action?: ReactNode }) {
  const ground = { calm: "bg-hover", doubt: "bg-doubt-soft", danger: "bg-danger-soft" }[tone];
  const ink = { calm: "text-ink-3", doubt: "text-doubt", danger: "text-danger" }[tone];
  return (
    <div className={`flex gap-2.5 rounded-2 px-3 py-2.5 ${ground}`} role={tone === "danger" ? "alert" : undefined}>
      <span className={`mt-0.5 ${ink}`}><Icon name={tone === "calm" ? "help" : "warning"} /></span>
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}

/** The initials of a name: at most two, first and last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return chosen.map((word) => [...(word ?? "")][0] ?? "").join("").toLocaleUpperCase();
}

/** A person (round) or a company (square, dark). Decoration: the name stands beside it. */
export function Avatar({ name, company = false, size = 22 }: { name: string; company?: boolean; size?: 22 | 28 }) {
  const shape = company ? "rounded-[4px] bg-ink text-surface" : "rounded-full bg-[color-mix(in_srgb,var(--ink)_9%,var(--surface))] text-ink-2";
  const measure = size === 28 ? "size-7 text-[11px]" : "size-[22px] text-[9.5px]";
  return <span aria-hidden="true" className={`grid shrink-0 place-items-center font-strong tracking-[.02em] ${shape} ${measure}`}>{initials(name)}</span>;
}
