import type { ReactNode } from "react";
import { useBack } from "../navigation.tsx";
import { IconButton } from "./button.tsx";

/** A page inside the shell: head, then a body which scrolls by itself. Exactly one per screen, as it holds the h1. */
export function Page({ title, beside, actions, back, children, scroll = true, line = false }: {
  title: ReactNode; beside?: ReactNode; actions?: ReactNode; /** Where the arrow leads when the page was opened directly. */ back?: string; children: ReactNode;
  /** false: the children scroll themselves (a DataTable fills the rest). */ scroll?: boolean; line?: boolean;
}) {
  return (
    <>
      <PageHeader title={title} beside={beside} actions={actions} back={back} line={line} />
      <div className={`flex min-h-0 flex-1 flex-col max-phone:overflow-visible ${scroll ? "overflow-y-auto" : "overflow-hidden"}`}>{children}</div>
    </>
  );
}

/** The bar with the page's one h1, a few words beside it and its actions; the primary action last. */
export function PageHeader({ title, beside, actions, back, line = false }: { title: ReactNode; beside?: ReactNode; actions?: ReactNode; back?: string; line?: boolean }) {
  return (
    <header className={`flex min-h-(--header) shrink-0 items-center gap-3 bg-surface px-6 py-2 max-phone:sticky max-phone:top-0 max-phone:z-10 max-phone:flex-wrap max-phone:px-4 ${line ? "border-b border-line" : ""}`}>
      {back !== undefined && <BackButton to={back} />}
      <h1 className="min-w-0 clip max-phone:min-w-[8.5rem] max-phone:flex-1">{title}</h1>
      {beside && <div className="flex min-w-0 items-center gap-3 text-ink-2 max-phone:order-3 max-phone:w-full">{beside}</div>}
      {actions && <div className="ml-auto flex shrink-0 items-center gap-2 max-phone:contents">{actions}</div>}
    </header>
  );
}

/** One step back; `Esc` does the same on record pages that name it. */
export function BackButton({ to, label = "Back", close = false }: { to: string; label?: string; close?: boolean }) {
  const back = useBack(to);
  return <span className="-ml-2.5 shrink-0"><IconButton icon={close ? "close" : "left"} label={label} onClick={back} /></span>;
}

/** A column of content with the page's gutter; `narrow` holds a form. */
export function Content({ children, narrow = false, className = "" }: { children: ReactNode; narrow?: boolean; className?: string }) {
  return <div className={`px-6 pt-2 pb-16 max-phone:px-4 ${narrow ? "max-w-[640px]" : ""} ${className}`}>{children}</div>;
}

/** A titled part of a page, divided from the next by space and a hairline; no card. */
export function Section({ title, aside, children, line = true, id }: { title?: ReactNode; aside?: ReactNode; children: ReactNode; line?: boolean; id?: string }) {
  return (
    <section id={id} className={`py-5 first:pt-2 ${line ? "border-b border-line last:border-b-0" : ""}`}>
      {(title || aside) && <div className="mb-2.5 flex items-baseline gap-x-3 max-phone:flex-wrap">{title && <h2 className="min-w-0 flex-1 max-phone:flex-auto">{title}</h2>}{aside && <span className="text-sm text-ink-3">{aside}</span>}</div>}
      {children}
    </section>
  );
}

/** Two columns of facts: label, value. `wide` sets the value at the right edge (a peek), else beside the label. */
export function Facts({ items, right = false, labelWidth = 128 }: { items: readonly ([ReactNode, ReactNode] | false | null | undefined)[]; right?: boolean; labelWidth?: number }) {
  return (
    <dl className="grid gap-x-3 gap-y-1" style={{ gridTemplateColumns: right ? "auto minmax(0,1fr)" : `minmax(0,${labelWidth}px) minmax(0,1fr)` }}>
      {items.filter((item): item is [ReactNode, ReactNode] => Boolean(item)).map(([label, value], index) => (
        <div key={index} className="contents"><dt className="text-ink-3">{label}</dt><dd className={`min-w-0 break-words ${right ? "text-right" : ""}`}>{value}</dd></div>
      ))}
    </dl>
  );
}

/** Fields of a form side by side where there is room: 12 columns on the desk, one on the phone. Children take `className="phone:col-span-6"`. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 gap-x-3 gap-y-4 phone:grid-cols-12 phone:*:col-span-12">{children}</div>;
}

/** A small plain table inside a page (past runs, history, totals): `th` and `td` as usual. Lists of records use DataTable. */
export function PlainTable({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-left [&_td]:h-(--row) [&_td]:border-b [&_td]:border-line [&_td]:pr-3 [&_td:last-child]:pr-0 [&_tbody_tr:last-child_td]:border-b-0 [&_th]:h-8 [&_th]:border-b [&_th]:border-line [&_th]:pr-3 [&_th]:text-xs [&_th]:font-medium [&_th]:text-ink-3 [&_th:last-child]:pr-0">
        <caption className="sr-only">{caption}</caption>{children}
      </table>
    </div>
  );
}

/** Navigation of settings: headings with places, at the left; on the phone a list above. */
export function SideNav({ label, children }: { label: string; children: ReactNode }) {
  return <nav aria-label={label} className="w-[200px] shrink-0 overflow-y-auto border-r border-line px-3 pb-6 max-phone:w-full max-phone:border-r-0">{children}</nav>;
}
