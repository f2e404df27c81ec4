import { useState } from "react";
import { Button, DecimalInput, Dialog, IconButton, Input, MoneyInput, Note, type ApiError } from "../../web/kit.ts";
import type { EditLines, ReceivedDetail } from "../contract.ts";

/** Cells that the table has no column for; they stay with their line. */
const further = ["lineNumber", "discount", "discountPercent", "grossPrice", "baseQuantity", "gtin", "periodStart", "periodEnd", "taxCategory"] as const;
type Row = Partial<Record<(typeof further)[number], string>> & { from?: number; key: number; description: string; quantity: string; unitPrice: string; netAmount: string; taxRate: string; unit: string; itemId: string };

/** All lines at once: changed, added, removed. Cells that stay keep their place on the page. */
export function LinesDialog({ document, open, onClose, busy, error, onSave }: { document: ReceivedDetail; open: boolean; onClose: () => void; busy: boolean; error: ApiError | null; onSave: (lines: EditLines["lines"]) => void }) {
  const [rows, setRows] = useState<Row[]>(() => document.lines.map((line, index) => ({
    from: index, key: index, description: line.description?.value ?? "", quantity: line.quantity?.value ?? "", unitPrice: line.unitPrice?.value ?? "", netAmount: line.netAmount?.value ?? "",
    taxRate: line.taxRate?.value ?? "", unit: line.unit?.value ?? "", itemId: line.itemId?.value ?? "",
    ...Object.fromEntries(further.flatMap((cell) => (line[cell] ? [[cell, line[cell].value]] : []))),
  })));
  const [next, setNext] = useState(document.lines.length);
  const currency = document.currency ?? "EUR";
  const set = (key: number, change: Partial<Row>) => setRows((before) => before.map((row) => (row.key === key ? { ...row, ...change } : row)));
  const add = () => { setRows((before) => [...before, { key: next, description: "", quantity: "", unitPrice: "", netAmount: "", taxRate: "", unit: "", itemId: "" }]); setNext(next + 1); };
  const save = () => onSave(rows.map(({ key: _key, from, ...cells }) => ({ ...(from === undefined ? {} : { from }), ...Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== "")) })));
  return (
    <Dialog open={open} onClose={onClose} title="Lines" width={860} foot={<><Button icon="plus" onClick={add}>Add a line</Button><span className="flex-1" /><Button onClick={onClose}>Cancel</Button><Button kind="primary" busy={busy} onClick={save}>Save lines</Button></>}>
      {rows.length === 0 && <p className="py-4 text-ink-2">No lines yet. Add the first one.</p>}
      {rows.length > 0 && (
        <table className="w-full table-fixed border-separate border-spacing-x-1.5 border-spacing-y-1 max-phone:[&_td]:block max-phone:[&_td]:w-full max-phone:[&_thead]:hidden max-phone:[&_tr]:block max-phone:[&_tr]:border-b max-phone:[&_tr]:border-line max-phone:[&_tr]:py-2">
          <thead><tr className="text-left text-xs text-ink-3"><th className="font-medium">Description</th><th className="w-[88px] text-right font-medium">Quantity</th><th className="w-[110px] text-right font-medium">Price</th><th className="w-[120px] text-right font-medium">Amount {currency}</th><th className="w-[76px] text-right font-medium">VAT</th><th className="w-9" /></tr></thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.key}>
                <td><Input aria-label={`Line ${index + 1} description`} value={row.description} onChange={(description) => set(row.key, { description })} /></td>
                <td><DecimalInput aria-label={`Line ${index + 1} quantity`} decimals={6} loose value={row.quantity} onChange={(quantity) => set(row.key, { quantity })} /></td>
                <td><DecimalInput aria-label={`Line ${index + 1} price`} decimals={6} loose value={row.unitPrice} onChange={(unitPrice) => set(row.key, { unitPrice })} /></td>
                <td><MoneyInput aria-label={`Line ${index + 1} amount`} currency={currency} value={row.netAmount} onChange={(netAmount) => set(row.key, { netAmount })} /></td>
                <td><DecimalInput aria-label={`Line ${index + 1} VAT rate`} decimals={3} loose unit="%" value={row.taxRate} onChange={(taxRate) => set(row.key, { taxRate })} /></td>
                <td><IconButton icon="trash" label={`Remove line ${index + 1}`} onClick={() => setRows((before) => before.filter((one) => one.key !== row.key))} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {error && <div className="mt-3"><Note tone="danger">{error.message}</Note></div>}
    </Dialog>
  );
}
