import type { Totals } from "@counterfoil/einvoice";
import { formatAmount } from "@counterfoil/money";
import { Money } from "../../web/kit.ts";
import type { TotalsView } from "../contract.ts";
import { carriesRate, vatWords } from "../../items/policy.ts";
import { vatCategories } from "@counterfoil/einvoice";
import type { VatCategory } from "../../platform/fields.ts";
import type { DocumentChange } from "./draft.ts";

type Rows = { currency: string; lineTotal: string; allowanceTotal: string; chargeTotal: string; netTotal: string; vat: { category: VatCategory; rate: string; base: string; tax: string }[]; total: string };
const some = (amount: string) => /[1-9]/.test(amount);

/** The sums of a document, as they stand on paper. */
export function TotalsBlock({ totals, closing }: { totals: Totals; changes?: readonly DocumentChange[]; closing: string }) {
  return <Sums closing={closing} of={{
    currency: totals.currency, lineTotal: formatAmount(totals.lineTotal), allowanceTotal: formatAmount(totals.allowanceTotal), chargeTotal: formatAmount(totals.chargeTotal), netTotal: formatAmount(totals.netTotal), total: formatAmount(totals.amountDue),
    vat: totals.vatBreakdown.map((row) => ({ category: row.category, rate: row.rate, base: formatAmount(row.base), tax: formatAmount(row.tax) })),
  }} />;
}
/** The stored sums of a document that the server sent. */
export function StoredTotals({ totals, currency, closing }: { totals: TotalsView; currency: string; closing: string }) {
  return <Sums closing={closing} of={{ ...totals, currency, total: totals.grossTotal }} />;
}

function Sums({ of, closing }: { of: Rows; closing: string }) {
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-[7px] [&_dd]:text-right [&_dt]:text-ink-2">
      {(some(of.allowanceTotal) || some(of.chargeTotal)) && <><dt>Sum of lines</dt><dd><Money amount={of.lineTotal} /></dd></>}
      {some(of.allowanceTotal) && <><dt>Discount</dt><dd><Money amount={`-${of.allowanceTotal}`} /></dd></>}
      {some(of.chargeTotal) && <><dt>Charge</dt><dd><Money amount={of.chargeTotal} /></dd></>}
      <dt>Net</dt><dd><Money amount={of.netTotal} /></dd>
      {of.vat.map((row) => (
        <div key={`${row.category}${row.rate}`} className="contents"><dt>{carriesRate(row.category) ? <>VAT {vatWords(row.category, row.rate)}</> : vatCategories.find((rule) => rule.category === row.category)?.label} <span className="text-ink-3">of <Money amount={row.base} faint /></span></dt><dd><Money amount={row.tax} /></dd></div>
      ))}
      <div className="col-span-2 h-px bg-line-strong" />
      <dt className="pt-1 text-xl font-strong text-ink!">{closing}</dt><dd className="pt-1 text-xl font-strong"><Money amount={of.total} currency={of.currency} total /></dd>
    </dl>
  );
}
