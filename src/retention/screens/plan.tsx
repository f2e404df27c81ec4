import { useLayoutEffect, useRef, useState } from "react";
import { PlainTable, useKeys, useLocale } from "../../web/kit.ts";
import type { Plan } from "../contract.ts";
import { keepWords, keepYears } from "../policy.ts";
import { count, filesIn, size } from "./words.ts";

type Bar = { month: string; files: number; bytes: number; first: boolean };

/** The months from `from` (an instant) to the end of the time that files are kept, each with what goes in it. */
function barsOf(plan: Plan, from: string): Bar[] {
  const last = plan.months.at(-1)?.month;
  const years = keepYears[plan.keep];
  if (!last || years === null) return [];
  const at = new Map(plan.months.map((month) => [month.month, month]));
  const bars: Bar[] = [];
  const begin = new Date(from);
  for (let step = 0; ; step++) {
    const month = new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + step, 1)).toISOString().slice(0, 7);
    const found = at.get(month);
    bars.push({ month, files: found?.files ?? 0, bytes: found?.bytes ?? 0, first: step === 0 && plan.first.files > 0 });
    if (month >= last && step >= years * 12) return bars;
  }
}

const monthName = (month: string, locale: string, style: "short" | "long") => new Intl.DateTimeFormat(locale.startsWith("en") ? "en-GB" : locale, { month: style, year: "numeric", timeZone: "UTC" }).format(new Date(`${month}-01T00:00:00Z`));

/** What goes when, month by month. The answer stands above it; `T` shows the same as a table. */
export function PlanChart({ plan, from }: { plan: Plan; from: string }) {
  const [table, setTable] = useState(false);
  const locale = useLocale();
  useKeys("File retention", [{ keys: "t", label: "Months as a table", run: () => setTable((on) => !on) }]);
  const bars = barsOf(plan, from);
  if (bars.length === 0) return null;
  return (
    <figure className="mt-4">
      <figcaption className="mb-1 flex items-baseline justify-between gap-3 text-sm text-ink-2"><span>Files that go, by month</span><button type="button" className="link" aria-pressed={table} onClick={() => setTable(!table)}>{table ? "Chart" : "Table"}</button></figcaption>
      {table ? (
        <div className="max-h-64 overflow-y-auto" tabIndex={0} role="region" aria-label={`Files that go under ${keepWords[plan.keep]}, by month`}>
          <PlainTable caption={`Files that go under ${keepWords[plan.keep]}, by month`}>
            <thead><tr><th scope="col">Month</th><th scope="col"><span className="block text-right">Files</span></th><th scope="col"><span className="block text-right">Size</span></th></tr></thead>
            <tbody>{bars.filter((bar) => bar.files > 0).map((bar) => <tr key={bar.month}><td>{monthName(bar.month, locale, "long")}{bar.first && <span className="text-ink-3"> first run</span>}</td><td className="num text-right">{count(bar.files, locale)}</td><td className="num text-right text-ink-2">{size(bar.bytes, locale)}</td></tr>)}</tbody>
          </PlainTable>
        </div>
      ) : <Bars bars={bars} first={plan.first.files} />}
    </figure>
  );
}

// Geometry of the drawing in pixels; it is as wide as the place there is, and its letters keep their size.
const height = 132, top = 18, bottom = 104;

function Bars({ bars, first }: { bars: readonly Bar[]; first: number }) {
  const locale = useLocale();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(340);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(240, Math.round(entry!.contentRect.width))));
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, []);
  // A first run that takes years at once would press the months after it flat: its bar is then cut, and says its number.
  const most = Math.max(1, ...bars.filter((bar) => !bar.first).map((bar) => bar.files));
  const top1 = Math.max(...bars.map((bar) => bar.files));
  const cut = bars[0]!.first && bars.length > 1 && top1 > most * 3;
  const tallest = cut ? most * 1.8 : top1;
  const y = (files: number) => bottom - Math.max(2, (Math.min(files, tallest) / tallest) * (bottom - top));
  const slot = width / bars.length, bar = Math.max(1.5, Math.min(slot * 0.7, 18));
  const x = (index: number) => slot * index + (slot - bar) / 2;
  const named = bars.flatMap((one, index) => (one.month.endsWith("-01") && index > 0 ? [{ index, year: one.month.slice(0, 4) }] : []));
  // Year labels far enough apart to be read, and none over the word at the beginning.
  const every = Math.max(1, Math.ceil(34 / (slot * 12)));
  const labelled = cut ? 0 : bars.findIndex((one) => one.files === top1);
  const label = filesIn(bars[labelled]!.first ? first : top1, locale);
  return (
    <div ref={frame}><svg viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-label="Files that are due by month; the same figures stand in the table" className="block">
      <line x1={0} x2={width} y1={bottom} y2={bottom} stroke="var(--line-strong)" />
      {named.map(({ index, year }, at) => <g key={year}><line x1={slot * index} x2={slot * index} y1={bottom} y2={bottom + 4} stroke="var(--line-strong)" />{at % every === 0 && slot * index > 58 && slot * index < width - 14 && <text x={slot * index} y={bottom + 17} textAnchor="middle" fontSize="10.5" fill="var(--ink-3)">{year}</text>}</g>)}
      {bars.map((one, index) => one.files > 0 && (
        <rect key={one.month} x={x(index)} y={y(one.files)} width={bar} height={bottom - y(one.files)} rx={Math.min(1.5, bar / 3)}
          {...(one.first ? { fill: "var(--danger)" } : { fill: "var(--chart-out-soft)", stroke: "var(--chart-out)", strokeWidth: bar > 4 ? 1 : 0.5 })}>
          <title>{`${monthName(one.month, locale, "long")}: ${filesIn(one.files, locale)}, ${size(one.bytes, locale)}`}</title>
        </rect>
      ))}
      {cut && <path d={`M${x(0) - 3} ${top + 22}l${bar + 6} -5v5l${-(bar + 6)} 5z`} fill="var(--surface)" />}
      <text x={Math.min(Math.max(x(labelled) + bar / 2, label.length * 3), width - label.length * 3)} y={11} textAnchor="middle" fontSize="10.5" fill="var(--ink-2)">{label}</text>
      <line x1={0.75} x2={0.75} y1={top} y2={bottom + 4} stroke="var(--ink-3)" strokeDasharray="1 4" strokeLinecap="round" strokeWidth="1.5" />
      <text x={0} y={bottom + 17} fontSize="10.5" fill="var(--ink-2)">{bars[0]!.first ? "First run" : "Today"}</text>
    </svg></div>
  );
}

/** What the first run deletes, by the year in which it came, and what a hold keeps. */
export function FirstRunTable({ plan }: { plan: Plan }) {
  const locale = useLocale();
  if (plan.first.files === 0 && plan.heldDue.files === 0) return null;
  const size1 = (bytes: number) => <td className="num text-right text-ink-2">{size(bytes, locale)}</td>;
  return (
    <div className="mt-3">
      <PlainTable caption="What the first run deletes">
        <thead><tr><th scope="col">Received</th><th scope="col"><span className="block text-right">Files</span></th><th scope="col"><span className="block text-right">Size</span></th></tr></thead>
        <tbody>
          {plan.firstByYear.map((row) => <tr key={row.year}><td>{row.year}</td><td className="num text-right">{count(row.files, locale)}</td>{size1(row.bytes)}</tr>)}
          {plan.heldDue.files > 0 && <tr className="text-accent-text"><td>Kept: under a legal hold</td><td className="num text-right">{count(plan.heldDue.files, locale)}</td><td className="num text-right">{size(plan.heldDue.bytes, locale)}</td></tr>}
        </tbody>
      </PlainTable>
    </div>
  );
}
