import { formatAmount } from "@counterfoil/money";
import { DateText, DecimalInput, decimalsOf, Money, PlainTable, useLocale, usePhone, useMoneyText, Checkbox } from "../../web/kit.ts";
import { leftOf, moneyOf, type OpenInvoice } from "./allocation.ts";

/** Which invoices the money pays and with how much: ticking one gives it what is left, typing shares it freely. */
export function AllocationTable({ invoices, shares, onChange, available, currency }: { invoices: readonly OpenInvoice[]; shares: Readonly<Record<string, string>>; onChange: (shares: Record<string, string>) => void; available: string; currency: string }) {
  const phone = usePhone();
  const locale = useLocale();
  const set = (id: string, share: string) => onChange(Object.fromEntries(Object.entries({ ...shares, [id]: share }).filter(([, value]) => value !== "")));
  const tick = (invoice: OpenInvoice, on: boolean) => {
    if (!on) return set(invoice.id, "");
    const { left } = leftOf(available, shares, currency);
    const open = moneyOf(invoice.open, currency);
    set(invoice.id, left.minor > 0n && left.minor < open.minor ? formatAmount(left) : invoice.open);
  };
  return (
    <PlainTable caption="Invoices this money pays">
      <thead><tr><th scope="col" className="w-7"><span className="sr-only">Pay</span></th><th scope="col">Invoice</th>{!phone && <th scope="col">Due</th>}<th scope="col" className="text-right">Open {currency}</th><th scope="col" className="w-32 text-right">Pays</th></tr></thead>
      <tbody>
        {invoices.map((invoice) => {
          const share = shares[invoice.id] ?? "";
          return (
            <tr key={invoice.id}>
              <td><span className="flex"><Checkbox label={`Pay ${invoice.number}`} checked={share !== ""} onChange={(on) => tick(invoice, on)} /></span></td>
              <td className="max-w-52 clip"><span className="num font-medium">{invoice.number}</span>{invoice.title && <span className="ml-2 text-ink-3 max-phone:hidden">{invoice.title}</span>}</td>
              {!phone && <td><DateText short value={invoice.dueDate} late={invoice.daysOverdue > 0} /></td>}
              <td className="text-right"><Money amount={invoice.open} locale={locale} /></td>
              <td><DecimalInput bare loose={false} decimals={decimalsOf(currency)} unit={currency} value={share} onChange={(value) => set(invoice.id, value)} placeholder="–" aria-label={`Amount for ${invoice.number}`} /></td>
            </tr>
          );
        })}
      </tbody>
    </PlainTable>
  );
}

/** What the shares amount to, in a sentence. */
export function AllocationWords({ invoices, shares, available, currency, who }: { invoices: readonly OpenInvoice[]; shares: Readonly<Record<string, string>>; available: string; currency: string; who: string }) {
  const money = useMoneyText();
  const paid = invoices.filter((invoice) => shares[invoice.id] !== undefined && moneyOf(shares[invoice.id]!, currency).minor > 0n);
  const full = paid.filter((invoice) => moneyOf(shares[invoice.id]!, currency).minor === moneyOf(invoice.open, currency).minor);
  const part = paid.filter((invoice) => !full.includes(invoice));
  const { left } = leftOf(available, shares, currency);
  const names = (list: readonly OpenInvoice[]) => (list.length > 3 ? `${list.length} invoices` : list.map((one) => one.number ?? "").join(" and "));
  return (
    <p role="status" className="text-ink-2">
      {full.length > 0 && `Pays ${names(full)} in full. `}
      {part.map((invoice) => `${money(shares[invoice.id]!, currency)} of ${invoice.number}. `).join("")}
      {left.minor > 0n && `${money(formatAmount(left), currency)} stays with ${who} as credit.`}
      {left.minor < 0n && <span className="text-danger">{money(formatAmount({ ...left, minor: -left.minor }), currency)} more is shared out than there is.</span>}
    </p>
  );
}
