import { flexRender, getCoreRowModel, useReactTable, type ColumnDef, type RowSelectionState } from "@tanstack/react-table";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type MouseEvent, type ReactNode } from "react";
import type { Pages } from "../api.ts";
import { useKeys } from "../keys.ts";
import { Link, useGo } from "../navigation.tsx";
import { Button } from "./button.tsx";
import { Checkbox } from "./choice.tsx";
import { Icon } from "./icons.tsx";
import { KeyCap } from "./marks.tsx";
import { Count } from "./money.tsx";
import { FailedState, SkeletonRows } from "./states.tsx";

export type Column<Row> = {
  key: string;
  /** One or two words; the currency when the column has one ("Amount €"). */
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Pixels; without, the column takes what is left (one or two columns should). */
  width?: number;
  right?: boolean;
  /** The column of the record's name: its cell is the row's link. Exactly one. */
  link?: boolean;
  /** The server's name for sorting; makes the head a button. */
  sort?: string;
  /** Leaves below 1360 px ("wide") or below 1200 px ("desk"). Names and amounts never do. */
  from?: "wide" | "desk";
  /** Text for the title when the cell may be cut off. */
  full?: (row: Row) => string;
  /** Where it stands in the two-line row of the phone; without, it is left out there. */
  phone?: "title" | "amount" | "state" | "note" | "aside";
  /** Room to the column before, when a right-aligned one stands there. */
  gap?: boolean;
};

export type Sort = { by: string; direction: "asc" | "desc" };

export type Bulk<Row> = { rows: readonly Row[]; ids: readonly string[]; clear: () => void };

export type DataTableProps<Row> = {
  /** Names the table for screen readers, and the rows: "invoices". */
  label: string;
  pages: Pages<Row>;
  columns: readonly Column<Row>[];
  id: (row: Row) => string;
  /** The row's own page; `↵` and a click open it. */
  href?: (row: Row) => string;
  /** Instead of a page: what opening does (a peek, a sheet). */
  onOpen?: (row: Row) => void;
  /** A press beside the record's name shows it (a peek at the right) instead of opening it; the name still opens. */
  onPeek?: (row: Row) => void;
  /** Follows the row cursor, for a peek at the right. */
  onCursor?: (row: Row | null) => void;
  /** The bar over the foot while rows are selected: buttons. Given, rows can be selected. */
  bulk?: (selected: Bulk<Row>) => ReactNode;
  /** Words beside the count in that bar: sums per currency. */
  bulkSum?: (rows: readonly Row[]) => ReactNode;
  sort?: Sort | null;
  onSort?: (sort: Sort) => void;
  /** Shown when there is no row: EmptyState for the first use, or "No invoice matches" with Clear filters. */
  empty: ReactNode;
  /** A heading over rows that share it (days of the activity log). Rows must come in that order. */
  group?: (row: Row) => string;
  /** A second part under an open row. */
  expanded?: (row: Row) => ReactNode;
  /** Words at the left of the foot after "Newest 50 of 1,284", and hints of keys at its right. */
  foot?: ReactNode;
  keyHints?: ReactNode;
  /** Two-line rows (48 px). */
  tall?: boolean;
  /** Rows that recede (void). */
  faint?: (row: Row) => boolean;
  /** Below the last row: a drop target. */
  after?: ReactNode;
  /** Further keys that act on the row under the cursor: `[{ keys: "m", label: "Send reminder", run: (row) => … }]`. */
  rowKeys?: readonly { keys: string; label: string; run: (row: Row, selected: readonly Row[]) => void }[];
  noFoot?: boolean;
};

/** Whether a media query holds, following changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => { const list = matchMedia(query); list.addEventListener("change", listener); return () => list.removeEventListener("change", listener); },
    () => matchMedia(query).matches,
  );
}
export const usePhone = (): boolean => useMedia("(max-width: 699px)");

// Where each list was left: its scroll and row cursor survive Back from a record.
const remembered = new Map<string, { top: number; cursor: string | null }>();

/**
 * A list of records: sticky head, row cursor (`J` `K`), selection (`Space`, `⇧J` `⇧K`), bulk bar, sort, pages by key, and its own loading, failed and empty states.
 * Takes the height that is left (`<Page scroll={false}>`). On the phone rows have two lines.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, pages, columns, id, href, onOpen, onCursor, bulk, sort, onSort, empty, group, expanded, tall = false, faint, after } = props;
  const phone = usePhone();
  const wide = useMedia("(min-width: 1360px)");
  const desk = useMedia("(min-width: 1200px)");
  const go = useGo();
  const place = `${location.pathname}${location.search}#${label}`;
  const [cursor, setCursor] = useState<string | null>(() => remembered.get(place)?.cursor ?? null);
  const [selection, setSelection] = useState<RowSelectionState>({});
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLElement | null>(null);
  const { rows } = pages;

  const visible = useMemo(() => columns.filter((column) => column.from === undefined || (column.from === "wide" ? wide : desk)), [columns, wide, desk]);
  const table = useReactTable<Row>({
    data: rows as Row[],
    columns: useMemo<ColumnDef<Row>[]>(() => visible.map((column) => ({ id: column.key, header: () => column.head, cell: ({ row }) => column.cell(row.original) })), [visible]),
    getCoreRowModel: getCoreRowModel(),
    getRowId: id,
    state: { rowSelection: selection },
    onRowSelectionChange: setSelection,
    enableRowSelection: Boolean(bulk),
  });
  const selected = rows.filter((row) => selection[id(row)]);
  const at = rows.findIndex((row) => id(row) === cursor);

  // Beside a peek there is always a row that it shows.
  const first = rows[0];
  useEffect(() => { if (props.onPeek && desk && at < 0 && first) setCursor(id(first)); /* when the rows come or go */
  }, [first === undefined, pages.identity, pages.index, desk]);
  // Another page or filter: the selection is of rows that can no longer be seen.
  useEffect(() => { setSelection({}); scroller.current?.scrollTo({ top: 0 }); }, [pages.index, pages.identity]);
  useEffect(() => { onCursor?.(at >= 0 ? (rows[at] ?? null) : null); /* the caller's function may be fresh each time */
  }, [cursor, rows]);
  useEffect(() => {
    const kept = remembered.get(place);
    if (kept && pages.status === "full") scroller.current?.scrollTo({ top: kept.top });
    const element = scroller.current;
    return () => { remembered.set(place, { top: element?.scrollTop ?? 0, cursor: cursorNow.current }); };
    // Once per place, when its rows are there.
  }, [place, pages.status]);
  const cursorNow = useRef(cursor);
  cursorNow.current = cursor;

  const open = (row: Row | undefined) => { if (!row) return; if (onOpen) onOpen(row); else if (href) go(href(row)); };
  const moveTo = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    setCursor(id(row));
    requestAnimationFrame(() => { const line = body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id(row))}"]`); line?.scrollIntoView({ block: "nearest" }); (line?.querySelector<HTMLElement>("[data-row-link]") ?? line)?.focus({ preventScroll: true }); });
  };
  const toggle = (row: Row, on?: boolean) => setSelection((before) => { const key = id(row), next = { ...before }; if (on ?? !next[key]) next[key] = true; else delete next[key]; return next; });
  const extend = (step: number) => { const row = rows[at]; if (row) toggle(row, true); const next = rows[at + step]; if (next) { toggle(next, true); moveTo(at + step); } };
  const current = rows[at];
  useKeys("Lists", [
    { keys: "j", label: "Next row", run: () => moveTo(at + 1) },
    { keys: "k", label: "Row before", run: () => moveTo(at < 0 ? 0 : at - 1) },
    { keys: "arrowdown", label: "Next row", hidden: true, run: () => moveTo(at + 1) },
    { keys: "arrowup", label: "Row before", hidden: true, run: () => moveTo(at < 0 ? 0 : at - 1) },
    ...(href || onOpen ? [{ keys: "enter", label: "Open", run: () => open(current ?? rows[0]) }] : []),
    ...(bulk ? [
      { keys: "space", label: "Select", run: () => { if (current) toggle(current); } },
      { keys: "shift+j", label: "Select downwards", run: () => extend(1) },
      { keys: "shift+k", label: "Select upwards", run: () => extend(-1) },
      ...(selected.length > 0 ? [{ keys: "escape", label: "Clear the selection", run: () => setSelection({}) }] : []),
    ] : []),
    { keys: "shift+arrowright", label: "Older page", run: pages.older },
    { keys: "shift+arrowleft", label: "Newer page", run: pages.newer },
    { keys: "f", label: "Filter", run: () => document.querySelector<HTMLElement>("[data-filter]")?.click() },
    ...(props.rowKeys ?? []).map((key) => ({ keys: key.keys, label: key.label, run: () => { const row = current ?? selected[0]; if (row) key.run(row, selected); } })),
  ]);

  if (pages.status === "loading") return <SkeletonRows label={`Loading ${label}`} />;
  if (pages.status === "failed") return <FailedState what={`The ${label} could not be loaded`} error={pages.error} again={pages.again} />;
  if (rows.length === 0 && pages.index === 0) return <div className="min-h-0 flex-1 overflow-y-auto">{pages.error && <FailedState compact what={`The ${label} could not be refreshed`} error={pages.error} again={pages.again} since={pages.fetchedAt} />}{empty}{after}</div>;

  const bar = bulk && selected.length > 0 && (
    <div role="region" aria-label="Selected rows" className="floating pointer-events-auto absolute bottom-[54px] left-1/2 z-20 flex max-w-[calc(100%-24px)] -translate-x-1/2 items-center gap-2.5 py-[7px] pr-2 pl-4 max-phone:fixed max-phone:bottom-[72px] max-phone:w-[calc(100%-24px)] max-phone:flex-wrap">
      <b className="whitespace-nowrap">{selected.length} selected</b>
      {props.bulkSum && <span className="num text-ink-2">{props.bulkSum(selected)}</span>}
      <span className="mx-1 h-[18px] w-px bg-line" />
      {bulk({ rows: selected, ids: selected.map(id), clear: () => setSelection({}) })}
      <Button kind="quiet" keys="escape" onClick={() => setSelection({})}>Clear</Button>
    </div>
  );
  const stale = pages.error && <FailedState compact what={`The ${label} could not be refreshed`} error={pages.error} again={pages.again} since={pages.fetchedAt} />;
  const foot = !props.noFoot && (
    <div className="flex h-10 shrink-0 items-center gap-4 border-t border-line px-6 text-sm text-ink-2 max-phone:px-4">
      <span className="num">{pages.index === 0 ? "Newest" : `Page ${pages.index + 1},`} <Count value={rows.length} />{pages.total !== undefined && <> of <Count value={pages.total} /></>}</span>
      {props.foot}
      <span className="flex-1" />
      <span className="flex items-center gap-4 max-desk:hidden">{props.keyHints ?? <><Hint keys={["j", "k"]} word="move" />{bulk && <Hint keys={["space"]} word="select" />}<Hint keys={["?"]} word="all keys" /></>}</span>
      {(pages.hasNewer || pages.hasOlder) && <Button size="small" onClick={pages.newer} disabledBecause={pages.hasNewer ? null : "These are the newest"}>Newer</Button>}
      {(pages.hasNewer || pages.hasOlder) && <Button size="small" keys="shift+arrowright" onClick={pages.older} disabledBecause={pages.hasOlder ? null : "These are the oldest"}>Older</Button>}
    </div>
  );

  if (phone) {
    const slot = (name: Column<Row>["phone"]) => columns.filter((column) => column.phone === name);
    return (
      <div className={pages.error ? "opacity-70" : ""}>
        {stale}
        <ul ref={(element) => { body.current = element; }} aria-label={label}>
          {rows.map((row) => {
            const inner = (
              <>
                <span className="flex items-baseline gap-2.5 text-[15px] leading-[22px]"><span className="min-w-0 flex-1 clip font-medium">{slot("title").map((column) => <span key={column.key}>{column.cell(row)}</span>)}</span><span>{slot("amount").map((column) => <span key={column.key}>{column.cell(row)}</span>)}</span></span>
                <span className="mt-[3px] flex items-center gap-2.5"><span className="shrink-0">{slot("state").map((column) => <span key={column.key}>{column.cell(row)}</span>)}</span><span className="min-w-0 flex-1 clip text-ink-2">{slot("note").map((column) => <span key={column.key}>{column.cell(row)}</span>)}</span><span className="shrink-0 text-ink-2">{slot("aside").map((column) => <span key={column.key}>{column.cell(row)}</span>)}</span></span>
              </>
            );
            return (
              <li key={id(row)} data-row={id(row)} className={`relative border-b border-line ${faint?.(row) ? "text-ink-3" : ""}`}>
                {href && !onOpen ? <Link to={href(row)} className="block px-4 py-[11px] active:bg-hover">{inner}</Link> : onOpen ? <button type="button" onClick={() => onOpen(row)} className="block w-full px-4 py-[11px] text-left active:bg-hover">{inner}</button> : <div className="px-4 py-[11px]">{inner}</div>}
                {expanded?.(row)}
              </li>
            );
          })}
        </ul>
        {after}
        {foot}
      </div>
    );
  }

  const click = (event: MouseEvent<HTMLTableRowElement>, row: Row) => {
    if ((event.target as HTMLElement).closest("a,button,input,label,[role=checkbox],[role=menuitem]") || getSelection()?.toString()) return;
    setCursor(id(row));
    if (bulk && event.shiftKey && at >= 0) { const to = rows.indexOf(row); for (const between of rows.slice(Math.min(at, to), Math.max(at, to) + 1)) toggle(between, true); return; }
    if (bulk && (event.metaKey || event.ctrlKey)) { toggle(row); return; }
    if (props.onPeek) props.onPeek(row); else open(row);
  };
  const every = rows.length > 0 && selected.length === rows.length;
  const cell = (column: Column<Row>) => `overflow-hidden text-ellipsis whitespace-nowrap border-b border-line px-2 first:pl-6 last:pr-6 ${column.right ? "text-right" : "text-left"} ${column.gap ? "pl-5" : ""}`;
  let lastGroup: string | null = null;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {stale}
      <div ref={scroller} className={`min-h-0 flex-1 overflow-auto scroll-pt-8 ${pages.error ? "opacity-70" : ""}`}>
        <table className="w-full table-fixed border-separate border-spacing-0">
          <caption className="sr-only">{label}</caption>
          <colgroup>{bulk && <col style={{ width: 46 }} />}{visible.map((column) => <col key={column.key} style={{ width: column.width }} />)}</colgroup>
          <thead>
            {table.getHeaderGroups().map((headers) => (
              <tr key={headers.id}>
                {bulk && <th scope="col" className="sticky top-0 z-10 h-8 border-b border-line bg-surface pl-6 text-left align-middle"><span className="flex"><Checkbox label="Select all rows shown" checked={every ? true : selected.length > 0 ? "some" : false} onChange={(on) => setSelection(on ? Object.fromEntries(rows.map((row) => [id(row), true])) : {})} /></span></th>}
                {headers.headers.map((header, index) => {
                  const column = visible[index];
                  if (!column) return null;
                  const sorted = sort && column.sort === sort.by ? sort.direction : null;
                  return (
                    <th key={header.id} scope="col" aria-sort={sorted ? (sorted === "asc" ? "ascending" : "descending") : undefined} className={`sticky top-0 z-10 h-8 bg-surface text-xs font-medium text-ink-3 ${cell(column)}`}>
                      {column.sort && onSort ? (
                        <button type="button" onClick={() => onSort({ by: column.sort ?? "", direction: sorted === "desc" ? "asc" : "desc" })} className={`inline-flex items-center gap-1 rounded-1 hover:text-ink ${sorted ? "text-ink" : ""} ${column.right ? "flex-row-reverse" : ""}`}>
                          {flexRender(header.column.columnDef.header, header.getContext())}{sorted && <Icon name={sorted === "asc" ? "sortUp" : "sortDown"} size={12} />}
                        </button>
                      ) : flexRender(header.column.columnDef.header, header.getContext())}
                    </th>
                  );
                })}
              </tr>
            ))}
          </thead>
          <tbody ref={(element) => { body.current = element; }}>
            {table.getRowModel().rows.map((line) => {
              const row = line.original, key = line.id, chosen = Boolean(selection[key]), here = key === cursor;
              const heading = group?.(row);
              const headed = heading !== undefined && heading !== lastGroup;
              if (heading !== undefined) lastGroup = heading;
              const below = expanded?.(row);
              const ground = chosen || here ? "bg-selected" : "group-hover/row:bg-hover";
              return [
                headed && <tr key={`${key}-group`}><th scope="rowgroup" colSpan={visible.length + (bulk ? 1 : 0)} className="h-[34px] border-b border-line px-6 text-left font-strong">{heading}</th></tr>,
                <tr key={key} data-row={key} aria-selected={bulk ? chosen : undefined} onClick={(event) => click(event, row)} className={`group/row ${href || onOpen ? "cursor-pointer" : ""} ${faint?.(row) ? "text-ink-3" : ""}`}>
                  {bulk && <td className={`border-b border-line pl-6 align-middle ${ground} ${here ? "shadow-[inset_2px_0_0_var(--accent)]" : ""} ${tall ? "h-12" : "h-(--row)"}`}><span className="flex"><Checkbox label="Select this row" checked={chosen} onChange={(on) => { setCursor(key); toggle(row, on); }} /></span></td>}
                  {line.getVisibleCells().map((item, index) => {
                    const column = visible[index];
                    if (!column) return null;
                    const content = flexRender(item.column.columnDef.cell, item.getContext());
                    return (
                      <td key={item.id} title={column.full?.(row)} className={`${cell(column)} ${ground} ${below ? "border-b-0!" : ""} ${tall ? "h-12" : "h-(--row)"} ${!bulk && index === 0 && here ? "shadow-[inset_2px_0_0_var(--accent)]" : ""}`}>
                        {column.link && (href || onOpen) ? (
                          href && !onOpen ? <Link to={href(row)} data-row-link onFocus={() => setCursor(key)} className="font-medium focus-visible:outline-none">{content}</Link>
                            : <button type="button" data-row-link onFocus={() => setCursor(key)} onClick={() => open(row)} className="max-w-full clip text-left align-bottom font-medium focus-visible:outline-none">{content}</button>
                        ) : content}
                      </td>
                    );
                  })}
                </tr>,
                below && <tr key={`${key}-more`}><td colSpan={visible.length + (bulk ? 1 : 0)} className={`border-b border-line px-6 pb-3 ${here ? "bg-selected shadow-[inset_2px_0_0_var(--accent)]" : ""}`}>{below}</td></tr>,
              ];
            })}
          </tbody>
        </table>
        {after}
        {bar && <div className="h-16" />}
      </div>
      {bar}
      {foot}
    </div>
  );
}

/** Keys with a word, for the foot of a page: J K move. */
export function Hint({ keys, word }: { keys: readonly string[]; word: string }) {
  return <span className="inline-flex items-center gap-1">{keys.map((key) => <KeyCap key={key} keys={key} />)} {word}</span>;
}
