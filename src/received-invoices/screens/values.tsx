import type { ReactNode } from "react";
import { Button, daysBetween, EvidenceRow, IconButton, KeyCap, Menu, ProofRow, showAmount, useLocale, useMoneyText, type MenuItem } from "../../web/kit.ts";
import type { CheckView, FieldView, LineView, ReceivedDetail } from "../contract.ts";
import { addable, listedGroups, partOf, sums } from "./field-groups.ts";
import { fieldAt, remarkOf, shown } from "./words.ts";

/** The paths of the fields that are listed, in their order; `arrow` keys walk these, then the lines, then the totals. */
export const listedFields = (document: ReceivedDetail, part?: "upper" | "lower"): string[] => listedGroups(document).filter(({ title }) => !part || partOf(title) === part).flatMap(({ rows }) => rows.map(({ path }) => path));
export function walk(document: ReceivedDetail): string[] {
  const fields = document.fields as Record<string, FieldView | undefined>;
  const cells = document.lines.flatMap((line, index) => (["description", "quantity", "unitPrice", "netAmount"] as const).filter((cell) => line[cell]).map((cell) => `lines.${index}.${cell}`));
  const taxes = document.taxes.flatMap((tax, index) => (["rate", "base", "amount"] as const).filter((cell) => tax[cell]).map((cell) => `taxes.${index}.${cell}`));
  const onTop = (["allowances", "charges"] as const).flatMap((list) => document[list].flatMap((row, index) => (["reason", "percent", "amount"] as const).filter((cell) => row[cell]).map((cell) => `${list}.${index}.${cell}`)));
  return [...listedFields(document, "upper"), ...cells, ...listedFields(document, "lower"), ...onTop, ...taxes, ...sums.filter((path) => fields[path])];
}

/** Fields for reading: proven and sure ones, doubtful ones that stop nothing, and gaps. */
export function FieldList({ document, part, active, skip, asked, writes, onSelect, onEdit }: { document: ReceivedDetail; /** Of the lines: what a payment needs stands above them. */ part: "upper" | "lower"; active: string | null; skip: ReadonlySet<string>; /** Something is being asked above. */ asked: boolean; writes: boolean; onSelect: (path: string) => void; onEdit: (path: string) => void }) {
  const locale = useLocale();
  const listed = listedGroups(document).map(({ title, rows }) => ({ title, rows: rows.filter(({ path }) => !skip.has(path)) })).filter(({ title, rows }) => partOf(title) === part && rows.length > 0);
  const all = listed.flatMap(({ rows }) => rows);
  const proven = all.length > 0 && all.every(({ path }) => fieldAt(document, path)?.level === "proven");
  const missing = addable(document); // chosen once the menu has given the focus back
  const remark = (path: string, field: FieldView): string => {
    const issued = document.fields.issueDate?.value;
    if (path === "dueDate" && issued && /^\d{4}-\d\d-\d\d$/.test(issued) && /^\d{4}-\d\d-\d\d$/.test(field.value) && field.source !== "human") { const days = daysBetween(issued, field.value); if (days >= 0 && days < 400) return days === 1 ? "1 day" : `${days} days`; }
    return remarkOf(field);
  };
  if (part === "lower" && all.length === 0) return null;
  return (
    <section className={`px-5 max-phone:px-4 ${part === "upper" ? "pt-[9px]" : "pb-2"}`} aria-label={part === "lower" ? "Parties and notes" : undefined}>
      {part === "upper" && <div className="mb-[3px] flex items-center justify-between gap-2">
        <h3>{proven && asked ? "Proven" : "Fields"}</h3>
        {writes ? <span className="flex items-center gap-1 text-sm text-ink-3"><span className="max-phone:hidden">Shown for reading; <KeyCap keys="e" /> edits any</span>
          <Menu width={230} items={missing.flatMap(({ heading, items }, index): MenuItem[] => [...(index > 0 ? ["line" as const] : []), { heading }, ...items.map(({ path, label }) => ({ label, onChoose: () => setTimeout(() => onEdit(path)) }))])}><IconButton icon="plus" size="small" label="Add a field that was not found" /></Menu></span> : null}
      </div>}
      {listed.map(({ title, rows }) => (
        <div key={title} role="group" aria-label={title || "Document"}>
          {title && <p aria-hidden="true" className="mt-1.5 pl-5 text-xs leading-5 text-ink-3">{title}</p>}
          {rows.map(({ path, label }) => {
            const field = fieldAt(document, path);
            const absent = document.absent.includes(path);
            return <EvidenceRow key={path} level={field ? (field.source === "human" ? "sure" : field.level) : "missing"} label={label} active={active === path}
              value={field ? shown(path, field.value, locale) : absent ? "not on the document" : "not found"} remark={field ? remark(path, field) : undefined} onEdit={() => onSelect(path)} />;
          })}
        </div>
      ))}
    </section>
  );
}

/** The lines as a table; each figure can be chosen. */
export function LineTable({ document, active, writes, onSelect, onEdit }: { document: ReceivedDetail; active: string | null; writes: boolean; onSelect: (path: string) => void; onEdit: () => void }) {
  const locale = useLocale();
  const { lines } = document;
  if (lines.length === 0 && !writes) return null;
  const cell = (line: LineView, index: number, name: "description" | "quantity" | "unitPrice" | "netAmount", look: string) => {
    const field = line[name], path = `lines.${index}.${name}`;
    const doubtful = field?.level === "unsure" && field.source !== "human";
    return (
      <td className={`h-[23px] p-0 ${look}`} title={name === "description" ? field?.value : undefined}>
        <button type="button" tabIndex={-1} onClick={() => onSelect(path)} className={`max-w-full clip rounded-1 px-1 align-bottom touch:min-h-9 ${name === "description" ? "-ml-1 text-left" : "-mr-1"} ${active === path ? "bg-selected font-medium" : "hover:bg-hover"}`}>
          {field ? (doubtful ? <mark className="mark">{shown(path, field.value, locale)}</mark> : shown(path, field.value, locale)) : <span className="text-ink-3">–</span>}
        </button>
      </td>
    );
  };
  return (
    <section className="px-5 pt-[9px] max-phone:px-4">
      <div className="mb-[3px] flex items-center justify-between"><h3>Lines</h3><span className="flex items-center gap-1 text-sm text-ink-3">{lines.length > 0 && <span className="num">{lines.length}</span>}{writes && <Button kind="quiet" size="small" onClick={onEdit}>{lines.length > 0 ? "Edit lines" : "Add lines"}</Button>}</span></div>
      {lines.length > 0 && (
        <table className="w-full table-fixed">
          <caption className="sr-only">Lines: description, quantity, price, amount</caption>
          <colgroup><col /><col className="w-[52px]" /><col className="w-[78px]" /><col className="w-[86px]" /></colgroup>
          <tbody>{lines.map((line, index) => (
            <tr key={index} className={active?.startsWith(`lines.${index}.`) ? "font-medium" : ""}>
              {cell(line, index, "description", "overflow-hidden")}{cell(line, index, "quantity", "num text-right")}{cell(line, index, "unitPrice", "num text-right text-ink-2")}{cell(line, index, "netAmount", "num text-right")}
            </tr>
          ))}</tbody>
        </table>
      )}
    </section>
  );
}

const kindWords: Record<string, string> = { discount: "Discount", freight: "Freight", tip: "Tip", deposit: "Deposit" };

/** Σ lines, allowances and charges, VAT, total: each with ✓ or the difference. */
export function Proof({ document, onSelect, active }: { document: ReceivedDetail; active: string | null; onSelect: (path: string) => void }) {
  const locale = useLocale();
  const moneyText = useMoneyText();
  const { fields, taxes, checks, currency } = document;
  const find = (...names: string[]): CheckView | undefined => checks.find((check) => names.includes(check.name));
  const amount = (field: FieldView | undefined) => (field && /^-?\d+(\.\d+)?$/.test(field.value) ? showAmount(field.value, locale) : field?.value ?? "–");
  const off = (check: CheckView | undefined) => (check && !check.holds && check.difference ? `off by ${check.difference}` : undefined);
  const sum = find("lines_sum"), whole = find("net_plus_tax"), rates = find("tax_sum", "tax_rows_sum"), due = checks.find((check) => check.operands.includes("amountDue") && check.name !== "net_plus_tax");
  const row = (path: string, key: string, node: ReactNode) => <button key={key} type="button" tabIndex={-1} onClick={() => onSelect(path)} className={`-mx-1 block w-[calc(100%+8px)] rounded-1 px-1 text-left ${active === path ? "bg-selected" : "hover:bg-hover"}`}>{node}</button>;
  const total = fields.grossTotal;
  if (!total && !fields.netTotal && taxes.length === 0) return null;
  const rows = taxes.filter((tax) => tax.amount || tax.base);
  // Allowances and charges stand between the lines and the net total; without any of them the lines are the net total.
  const minus = (field: FieldView | undefined) => (field ? `−${amount(field).replace(/^[−-]/, "")}` : "–");
  const onTop = (["allowances", "charges"] as const).flatMap((list) => document[list].map((one, index) => ({ list, one, index })).filter(({ one }) => one.amount ?? one.percent));
  const listed = onTop.length > 0;
  const apart = fields.lineTotal !== undefined && (listed || fields.lineTotal.value !== fields.netTotal?.value);
  const net = find("net_of_lines", "net_total");
  return (
    <section aria-label="Proof" className="mt-auto max-h-[45vh] overflow-y-auto border-t border-line bg-surface px-5 py-1.5 max-phone:px-4">
      <div aria-live="polite" className="sr-only">{document.proof === "complete" ? "The sums hold." : document.proof === "contradictory" ? "The sums contradict each other." : ""}</div>
      {apart && row("lineTotal", "lines", <ProofRow label={document.lines.length > 0 ? `Σ ${document.lines.length} ${document.lines.length === 1 ? "line" : "lines"}` : "Lines"} amount={amount(fields.lineTotal)} holds={sum ? sum.holds : null} difference={off(sum)} />)}
      {onTop.map(({ list, one, index }) => row(`${list}.${index}.amount`, `${list}${index}`, <ProofRow label={`${one.reason?.value ?? kindWords[one.kind] ?? (list === "charges" ? "Charge" : "Allowance")}${one.percent ? ` ${shown("taxes.0.rate", one.percent.value, locale)}` : ""}`} amount={one.amount ? list === "allowances" ? minus(one.amount) : amount(one.amount) : "–"} holds={null} />))}
      {!listed && fields.allowanceTotal && row("allowanceTotal", "allowances", <ProofRow label="Allowances" amount={minus(fields.allowanceTotal)} holds={null} />)}
      {!listed && fields.chargeTotal && row("chargeTotal", "charges", <ProofRow label="Charges" amount={amount(fields.chargeTotal)} holds={null} />)}
      {apart && fields.netTotal ? row("netTotal", "net", <ProofRow label="Net" amount={amount(fields.netTotal)} holds={net ? net.holds : whole ? whole.holds : null} difference={off(net)} />) : (fields.netTotal || sum) && row("netTotal", "net", <ProofRow label={sum ? `Σ ${document.lines.length} ${document.lines.length === 1 ? "line" : "lines"}` : "Net"} amount={amount(fields.netTotal ?? (sum ? total : undefined))} holds={sum ? sum.holds : whole ? whole.holds : null} difference={off(sum)} />)}
      {rows.length > 0 ? rows.map((tax, index) => {
        const at = taxes.indexOf(tax), check = checks.find((one) => one.name.startsWith("tax_of") && one.operands.some((path) => path.startsWith(`taxes.${at}.`)));
        const label = `VAT${tax.rate ? ` ${shown("taxes.0.rate", tax.rate.value, locale)}` : ""}${tax.base ? ` of ${amount(tax.base)}` : ""}`;
        return row(`taxes.${at}.amount`, `tax${index}`, <ProofRow label={label} amount={amount(tax.amount)} holds={check ? check.holds : rates ? rates.holds : rows.length === 1 && whole ? whole.holds : null} difference={off(check)} />);
      }) : fields.taxTotal && row("taxTotal", "tax", <ProofRow label="VAT" amount={amount(fields.taxTotal)} holds={whole ? whole.holds : null} />)}
      {fields.withholding && row("withholding", "withholding", <ProofRow label="Tax withheld" amount={minus(fields.withholding)} holds={due ? due.holds : null} />)}
      {fields.rounding && row("rounding", "rounding", <ProofRow label="Rounding" amount={amount(fields.rounding)} holds={due ? due.holds : null} />)}
      {fields.previousBalance && row("previousBalance", "previous", <ProofRow label="Previous balance" amount={amount(fields.previousBalance)} holds={due ? due.holds : null} />)}
      {fields.prepaid && row("prepaid", "prepaid", <ProofRow label="Paid before" amount={amount(fields.prepaid)} holds={due ? due.holds : null} />)}
      {row("grossTotal", "gross", <ProofRow total label="Total" amount={total && currency ? moneyText(total.value, currency) : amount(total)} holds={total ? (whole ? whole.holds : sum ? sum.holds : null) : null} difference={off(whole)} />)}
      {fields.amountDue && fields.amountDue.value !== total?.value && row("amountDue", "due", <ProofRow label="To pay" amount={amount(fields.amountDue)} holds={due ? due.holds : null} difference={off(due)} />)}
    </section>
  );
}
