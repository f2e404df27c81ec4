import type { ReactNode } from "react";
import type { ApiError } from "../api.ts";
import { Button } from "./button.tsx";
import { Glyph } from "./state-chip.tsx";
import { useLocale } from "../preferences.ts";
import { showInstantShort } from "./date-text.ts";

/** Nothing here yet, or nothing matches. The title says the next act ("Drop your first invoice"), not the absence. `first` sets it in the serif of a first run. */
export function EmptyState({ title, children, action, first = false }: { title: ReactNode; children?: ReactNode; action?: ReactNode; first?: boolean }) {
  return (
    <div className="mx-auto flex max-w-[52ch] flex-col items-start gap-3 px-6 py-16 max-phone:px-4 max-phone:py-10">
      <h2 className={first ? "paper-title text-3xl" : "text-xl"}>{title}</h2>
      {children && <div className={first ? "text-lg text-ink-2" : "text-ink-2"}>{children}</div>}
      {action && <div className="mt-1 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}

/** What failed, why, Try again, and the request's id to quote. `since`: when the last good data came, where it still stands, greyed. */
export function FailedState({ what, error, again, since, compact = false }: { what: string; error: ApiError | null; again?: () => void; since?: number; compact?: boolean }) {
  const locale = useLocale();
  const gone = error?.status === 404;
  return (
    <div role="alert" className={compact ? "flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-danger-soft px-6 py-2.5 max-phone:px-4" : "mx-auto flex max-w-[52ch] flex-col items-start gap-3 px-6 py-16 max-phone:px-4"}>
      {compact ? <span className="inline-flex items-center gap-2 font-medium"><Glyph stage="needsYou" />{what}</span> : <h2 className="flex items-center gap-2.5 text-xl"><Glyph stage="needsYou" size={16} />{what}</h2>}
      <p className="text-ink-2">{error?.message ?? "The server gave no reason."}{since ? ` Shown as of ${showInstantShort(new Date(since).toISOString(), locale)}.` : ""}</p>
      <div className="flex items-center gap-3">
        {again && !gone && <Button size={compact ? "small" : "normal"} icon="again" onClick={again}>Try again</Button>}
        {error?.requestId && <span className="text-sm text-ink-3">Request <code className="font-code">{error.requestId}</code></span>}
      </div>
    </div>
  );
}

/** The person's role does not allow this place: says who can change that. */
export function NoPermission({ what = "this page" }: { what?: string }) {
  return <EmptyState title={`Your role does not include ${what}`} >An owner or admin of this workspace can change your role under Team.</EmptyState>;
}

/** Rows of still grey bars with the rows' own height; nothing at all for the first 150 ms. */
export function SkeletonRows({ rows = 12, columns = [46, 160, 240, 90, 110], label = "Loading" }: { rows?: number; columns?: readonly number[]; label?: string }) {
  return (
    <div role="status" aria-label={label} className="appear-late">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-(--row) items-center gap-4 border-b border-line px-6 max-phone:h-[66px] max-phone:px-4">
          {columns.map((width, column) => <span key={column} className="h-2.5 rounded-1 bg-line" style={{ width: `${Math.round(width * (0.55 + (((row * 7 + column * 5) % 9) / 20)))}px` }} />)}
        </div>
      ))}
    </div>
  );
}

/** A block of a page while it loads: lines of text. */
export function SkeletonLines({ lines = 4 }: { lines?: number }) {
  return <div role="status" aria-label="Loading" className="appear-late grid gap-3">{Array.from({ length: lines }, (_, line) => <span key={line} className="h-2.5 rounded-1 bg-line" style={{ width: `${90 - ((line * 23) % 45)}%` }} />)}</div>;
}

/** Somebody changed the record meanwhile: who, when, and the two ways on. */
export function ChangedElsewhere({ who, when, onReload, onKeep }: { who: string; when: string; onReload: () => void; onKeep: () => void }) {
  const locale = useLocale();
  const since = showInstantShort(when, locale);
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 border-b border-line bg-doubt-soft px-6 py-2.5">
      <span className="flex-1"><b>{who}</b> changed this {since === "now" ? "just now" : `${since} ago`}.</span>
      <Button size="small" onClick={onReload}>Reload</Button><Button size="small" kind="quiet" onClick={onKeep}>Keep mine</Button>
    </div>
  );
}
