import { Link, Money, Section } from "../../web/kit.ts";
import type { Ageing } from "../contract.ts";

type Bucket = Ageing["buckets"][number]["key"];
const words: Record<Bucket, string> = { not_due: "Not yet due", days_1_30: "1–30 days", days_31_60: "31–60 days", days_61_90: "61–90 days", over_90: "Over 90" };

/** How old open amounts are, per currency; each bucket leads to its list. Bars only compare buckets of one currency. */
export function AgeingTable({ title, aside, rows, none, tone, hrefOf }: { title: string; aside?: string; rows: readonly Ageing[]; none: string; tone: "in" | "out"; hrefOf: (bucket: Bucket) => string }) {
  const heading = <span className="text-md font-strong">{title}</span>;
  if (rows.length === 0) return <Section title={heading} aside={aside}><p className="text-ink-2">{none}</p></Section>;
  return (
    <Section title={<span className="flex items-baseline gap-2">{heading}{aside && <span className="flex-1 text-sm font-regular text-ink-3">{aside}</span>}</span>} aside={<Money amount={rows[0]?.total} currency={rows[0]?.currency} total className="text-md font-strong text-ink" />}>
      {rows.map((one, index) => {
        const widest = Math.max(...one.buckets.map((bucket) => Number(bucket.amount)));
        return (
          <table key={one.currency} className={`w-full table-fixed border-collapse ${index > 0 ? "mt-3" : ""}`}>
            <caption className={index === 0 ? "sr-only" : "pb-1 text-left"}>{index === 0 ? `${title}, ${one.currency}` : <span className="flex items-baseline justify-between"><span className="text-sm text-ink-3">{one.currency}</span><Money amount={one.total} currency={one.currency} total className="font-strong" /></span>}</caption>
            <colgroup><col className="w-[86px]" /><col /><col className="w-[88px]" /><col className="w-7" /></colgroup>
            <tbody>
              {one.buckets.filter((bucket) => index === 0 || bucket.count > 0).map((bucket) => (
                <tr key={bucket.key} className="h-[25px] touch:h-9">
                  <th scope="row" className="text-left text-sm font-regular text-ink-3">{bucket.count > 0 ? <Link to={hrefOf(bucket.key)} className="hover:text-ink hover:underline">{words[bucket.key]}</Link> : words[bucket.key]}</th>
                  <td className="px-2">{bucket.count > 0 && <span aria-hidden="true" className="block h-2 rounded-1" style={{ width: `${Math.max(3, (Number(bucket.amount) / widest) * 100)}%`, background: bucket.key === "not_due" ? `var(--chart-${tone})` : "var(--doubt-mark)", outline: bucket.key === "not_due" ? undefined : "1px solid var(--doubt)" }} />}</td>
                  <td className="text-right">{bucket.count > 0 ? <Money amount={bucket.amount} /> : <span className="text-ink-3">–</span>}</td>
                  <td className="num text-right text-sm text-ink-3">{bucket.count > 0 && bucket.count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </Section>
  );
}
