import { useState } from "react";
import { DateText, Money, PlainTable, showDate, useKeys, useLocale, useMoneyText, usePhone } from "../../web/kit.ts";
import type { Flow } from "../contract.ts";

/** Twelve weeks of money in and out around today. The answer stands above as a sentence; `T` shows the same as a table. */
export function FlowChart({ flow, others, onCurrency }: { flow: Flow; others: readonly string[]; onCurrency: (currency: string) => void }) {
  const [table, setTable] = useState(false);
  useKeys("Home", [{ keys: "t", label: "Weeks as a table", run: () => setTable((on) => !on) }]);
  return (
    <>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="flow-title">Due in and out{others.length > 0 && <span className="font-regular text-ink-3"> {flow.currency}</span>}</h2>
        <span className="flex items-center gap-3 text-sm text-ink-2">
          {others.map((currency) => <button key={currency} type="button" className="link" onClick={() => onCurrency(currency)}>{currency}</button>)}
          <Key colour="var(--chart-in)">In</Key><Key colour="var(--chart-out)">Out</Key>
          <span className="text-ink-3 max-desk:hidden">Pale: expected, shifted by how late each customer usually pays</span>
          <button type="button" className="link" aria-pressed={table} onClick={() => setTable(!table)}>{table ? "Chart" : "Table"}</button>
        </span>
      </div>
      <Answer flow={flow} />
      {table ? <Weeks flow={flow} /> : <Bars flow={flow} />}
    </>
  );
}

const Key = ({ colour, children }: { colour: string; children: string }) => <span className="inline-flex items-center gap-1.5"><i aria-hidden="true" className="size-2.5 rounded-1" style={{ background: colour }} />{children}</span>;

const dayAndMonth = (date: string, locale: string, month: "short" | "long") => new Intl.DateTimeFormat(locale, { day: "numeric", month, timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));

function Answer({ flow: { tight, currency } }: { flow: Flow }) {
  const locale = useLocale();
  const money = useMoneyText();
  if (!tight) return <p className="mb-3 max-w-[70ch] text-ink-2">No week ahead is tight: at least as much is expected as falls due.</p>;
  return (
    <p className="mb-3 max-w-[70ch] text-ink-2">
      The week of <b className="text-doubt">{dayAndMonth(tight.start, locale, "long")}</b> is tight: {money(tight.out, currency)} falls due and {money(tight.in, currency)} is expected.
      {tight.largest && <> {money(tight.largest.amount, currency)} of it is {tight.largest.name}{tight.largest.approved ? "" : ", not yet approved"}.</>}
    </p>
  );
}

// Geometry of the drawing, in its own units; it stretches to the width there is.
const height = 292, top = 24, bottom = 248, left = 44;

function Bars({ flow }: { flow: Flow }) {
  const locale = useLocale();
  const phone = usePhone();
  const width = phone ? 400 : 744;
  // Only for the height of bars; every figure that is read comes from the server as text.
  const most = Math.max(1, ...flow.weeks.map((week) => Number(week.in)));
  const least = Math.max(1, ...flow.weeks.map((week) => Number(week.out)));
  const step = niceStep(most + least);
  const up = Math.ceil(most / step) * step, down = Math.ceil(least / step) * step;
  const y = (value: number) => top + ((up - value) / (up + down)) * (bottom - top);
  const slot = (width - left) / flow.weeks.length;
  const bar = slot * 0.66;
  const today = left + slot * flow.weeks.findIndex((week) => week.ahead);
  const ticks = Array.from({ length: Math.round((up + down) / step) + 1 }, (_, index) => up - index * step);
  const short = (value: number) => (value === 0 ? "0" : `${value < 0 ? "−" : ""}${new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 }).format(Math.abs(value))}`);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-label="Money in and out by week; the same figures stand in the table" className="block">
      {ticks.map((value) => <g key={value}><line x1={left - 4} x2={width} y1={y(value)} y2={y(value)} stroke={value === 0 ? "var(--line-strong)" : "var(--line)"} /><text x={left - 10} y={y(value) + 4} textAnchor="end" fontSize="11" fill="var(--ink-3)">{short(value)}</text></g>)}
      {flow.weeks.map((week, index) => {
        const x = left + slot * index + (slot - bar) / 2;
        const inTop = y(Number(week.in)), outBottom = y(-Number(week.out));
        const isTight = flow.tight?.start === week.start;
        const look = (side: "in" | "out") => (week.ahead ? { fill: `var(--chart-${side}-soft)`, stroke: `var(--chart-${side})`, strokeWidth: 1 } : { fill: `var(--chart-${side})` });
        return (
          <g key={week.start}>
            {Number(week.in) > 0 && <rect x={x} y={inTop} width={bar} height={Math.max(1, y(0) - inTop)} rx="1.5" {...look("in")} />}
            {Number(week.out) > 0 && <rect x={x} y={y(0) + 1} width={bar} height={Math.max(1, outBottom - y(0))} rx="1.5" {...look("out")} />}
            {isTight && <path d={`M${x} ${outBottom + 5}h${bar}`} stroke="var(--doubt)" strokeWidth="2" />}
            {(!phone || index % 3 === 1) && <text x={x + bar / 2} y={276} textAnchor="middle" fontSize="11" fontWeight={isTight ? 620 : 420} fill={isTight ? "var(--doubt)" : "var(--ink-3)"}>{dayAndMonth(week.start, locale, "short")}</text>}
          </g>
        );
      })}
      <line x1={today} x2={today} y1="8" y2="262" stroke="var(--ink-3)" strokeDasharray="1 4" strokeLinecap="round" strokeWidth="1.5" />
      <text x={today + 7} y="16" fontSize="11" fill="var(--ink-2)">This week</text>
    </svg>
  );
}

/** A round step so that three to six lines cross the whole height. */
function niceStep(span: number): number {
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}

function Weeks({ flow }: { flow: Flow }) {
  const locale = useLocale();
  return (
    <PlainTable caption={`Money in and out by week, ${flow.currency}`}>
      <thead><tr><th scope="col">Week of</th><th scope="col"><span className="block text-right">In</span></th><th scope="col"><span className="block text-right">Out</span></th><th scope="col" className="w-24" /></tr></thead>
      <tbody>{flow.weeks.map((week) => (
        <tr key={week.start}><th scope="row" className="!text-md !font-regular !text-ink" title={showDate(week.start, locale)}><DateText short value={week.start} /></th><td className="text-right"><Money amount={week.in} /></td><td className="text-right"><Money amount={week.out} /></td><td className="text-sm text-ink-3">{week.ahead ? "expected" : ""}</td></tr>
      ))}</tbody>
    </PlainTable>
  );
}
