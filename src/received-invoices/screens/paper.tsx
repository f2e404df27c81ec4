import { Perforation, showAmount, showDate, useLocale } from "../../web/kit.ts";
import type { FieldView, ReceivedDetail } from "../contract.ts";
import { isPayTo } from "./field-groups.ts";
import { shown, typeWords } from "./words.ts";

/** An electronic invoice has no pages: its fields set as one reads an invoice. Pressing a value goes to its field. */
export function ReadableInvoice({ document, active, onPick }: { document: ReceivedDetail; active: string | null; onPick: (path: string) => void }) {
  const locale = useLocale();
  const { fields, lines, taxes } = document;
  const money = (value: string | undefined) => (value && /^-?\d+(\.\d+)?$/.test(value) ? showAmount(value, locale) : value ?? "");
  const at = (path: string, field: FieldView | undefined, className = "") => field && (
    <button type="button" tabIndex={-1} onClick={() => onPick(path)} className={`-mx-1 rounded-[2px] px-1 text-left hover:bg-[rgb(15_95_75/.08)] ${active === path ? "bg-[rgb(240_189_39/.5)] shadow-[0_0_0_2px_#b98700]" : field.level === "unsure" && field.source !== "human" ? "bg-[rgb(240_189_39/.38)]" : ""} ${className}`}>{shown(path, field.value, locale)}</button>
  );
  const facts = (["issueDate", "dueDate", "deliveryDate", "taxPointDate", "purchaseOrder", "salesOrder", "buyerReference", "customer.number", "contractReference", "projectReference", "despatchAdvice", "receivingAdvice", "accountingReference", "precedingInvoice.number", "precedingInvoice.date"] as const).filter((path) => fields[path]);
  const words: Record<string, string> = { issueDate: "Issued", dueDate: "Due", deliveryDate: "Supplied", purchaseOrder: "Order", buyerReference: "Your reference", "customer.number": "Customer number", taxPointDate: "Tax point", salesOrder: "Our order", contractReference: "Contract", projectReference: "Project", despatchAdvice: "Delivery note", receivingAdvice: "Goods receipt", accountingReference: "Cost centre", "precedingInvoice.number": "Earlier invoice", "precedingInvoice.date": "Its date" };
  const currency = fields.currency?.value ?? "";
  return (
    <div className="min-h-0 flex-1 overflow-auto bg-sunken p-7 max-phone:p-3">
      <article aria-label="The invoice as data" className="mx-auto max-w-[800px] bg-sheet px-14 py-12 text-[13.5px] leading-5 text-[#23221f] shadow-page max-phone:px-4 max-phone:py-5">
        <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2">
          <div className="min-w-0"><h2 className="paper-title text-2xl">{at("supplier.name", fields["supplier.name"])}</h2><div className="mt-1 whitespace-pre-line text-[#57544d]">{at("supplier.address", fields["supplier.address"])}</div><div className="num text-[#57544d]">{at("supplier.vatId", fields["supplier.vatId"])}</div></div>
          <div className="text-right"><div className="paper-title text-xl">{typeWords[fields.documentType?.value ?? "invoice"] ?? "Invoice"}</div><div className="num text-lg">{at("invoiceNumber", fields.invoiceNumber)}</div></div>
        </header>
        <div className="mt-8 flex flex-wrap justify-between gap-8">
          <div className="min-w-0 max-w-[46%] max-phone:max-w-none"><small className="block text-[#6b675f]">Invoice to</small>{at("customer.name", fields["customer.name"], "font-medium")}<div className="whitespace-pre-line">{at("customer.address", fields["customer.address"])}</div></div>
          <dl className="grid grid-cols-[auto_auto] content-start gap-x-6 gap-y-0.5">{facts.map((path) => <div key={path} className="contents"><dt className="text-[#6b675f]">{words[path]}</dt><dd className="num text-right">{at(path, fields[path])}</dd></div>)}
            {fields.periodStart && <div className="contents"><dt className="text-[#6b675f]">Period</dt><dd className="num text-right">{at("periodStart", fields.periodStart)} – {at("periodEnd", fields.periodEnd)}</dd></div>}</dl>
        </div>
        {lines.length > 0 && (
          <table className="mt-8 w-full border-collapse">
            <thead><tr className="bg-[#e4e1d8] text-left text-[12px]">{["Description", "Quantity", "Price", "VAT", `Amount ${currency}`].map((head, index) => <th key={head} className={`px-2 py-1 font-medium ${index > 0 ? "text-right" : ""}`}>{head}</th>)}</tr></thead>
            <tbody>{lines.map((line, index) => (
              <tr key={index} className="border-b border-[#dedbd2] align-top">
                <td className="px-2 py-1.5">{at(`lines.${index}.description`, line.description)}</td>
                <td className="num px-2 py-1.5 text-right">{at(`lines.${index}.quantity`, line.quantity)} {line.unit?.value}</td>
                <td className="num px-2 py-1.5 text-right">{at(`lines.${index}.unitPrice`, line.unitPrice)}</td>
                <td className="num px-2 py-1.5 text-right">{at(`lines.${index}.taxRate`, line.taxRate)}</td>
                <td className="num px-2 py-1.5 text-right">{at(`lines.${index}.netAmount`, line.netAmount)}</td>
              </tr>
            ))}</tbody>
          </table>
        )}
        <dl className="ml-auto mt-5 grid w-full max-w-[330px] grid-cols-[1fr_auto] gap-y-1">
          {fields.lineTotal && (fields.lineTotal.value !== fields.netTotal?.value || document.allowances.length + document.charges.length > 0) && <><dt>Lines</dt><dd className="num text-right">{at("lineTotal", fields.lineTotal)}</dd></>}
          {(["allowances", "charges"] as const).flatMap((list) => document[list].map((one, index) => one.amount && <div key={`${list}${index}`} className="contents"><dt>{one.reason?.value ?? (list === "charges" ? "Charge" : "Allowance")}{one.percent ? ` ${shown("taxes.0.rate", one.percent.value, locale)}` : ""}</dt><dd className="num text-right">{list === "allowances" ? "−" : ""}{at(`${list}.${index}.amount`, one.amount)}</dd></div>))}
          {fields.netTotal && <><dt>Net</dt><dd className="num text-right">{at("netTotal", fields.netTotal)}</dd></>}
          {taxes.map((tax, index) => tax.amount && <div key={index} className="contents"><dt>VAT{tax.rate ? ` ${shown("taxes.0.rate", tax.rate.value, locale)}` : ""}{tax.base ? ` of ${money(tax.base.value)}` : ""}</dt><dd className="num text-right">{at(`taxes.${index}.amount`, tax.amount)}</dd></div>)}
          {fields.grossTotal && <><dt className="border-t border-[#23221f] pt-1 font-strong">Total {currency}</dt><dd className="num border-t border-[#23221f] pt-1 text-right font-strong">{at("grossTotal", fields.grossTotal)}</dd></>}
          {fields.withholding && <><dt>Tax withheld</dt><dd className="num text-right">−{at("withholding", fields.withholding)}</dd></>}
          {fields.rounding && <><dt>Rounding</dt><dd className="num text-right">{at("rounding", fields.rounding)}</dd></>}
          {fields.prepaid && <><dt>Paid before</dt><dd className="num text-right">{at("prepaid", fields.prepaid)}</dd></>}
          {fields.amountDue && fields.amountDue.value !== fields.grossTotal?.value && <><dt className="font-strong">To pay</dt><dd className="num text-right font-strong">{at("amountDue", fields.amountDue)}</dd></>}
        </dl>
        {(fields["supplier.iban"] || fields.paymentTerms || fields.paymentReference) && (
          <>
            <div className="mt-8"><Perforation across /></div>
            <div className="mt-3 grid gap-0.5 text-[#57544d]">
              {fields["payee.name"] && <span>Payee <span className="text-[#23221f]">{at("payee.name", fields["payee.name"])}</span></span>}
              {fields["supplier.iban"] && <span>Pay to <span className="num text-[#23221f]">{at("supplier.iban", fields["supplier.iban"])}</span> {fields["supplier.bic"]?.value}</span>}
              {document.accounts.map((account, index) => { const cell = account.iban ? "iban" : "number", field = account[cell]; return field && !isPayTo(account, fields["supplier.iban"]?.value) && <span key={index}>or to <span className="num text-[#23221f]">{at(`accounts.${index}.${cell}`, field)}</span> {account.bic?.value}</span>; })}
              {fields.mandateReference && <span>Collected by direct debit, mandate <span className="num text-[#23221f]">{at("mandateReference", fields.mandateReference)}</span>{fields.creditorId && <>, creditor <span className="num text-[#23221f]">{at("creditorId", fields.creditorId)}</span></>}</span>}
              {fields.paymentReference && <span>Reference <span className="num text-[#23221f]">{at("paymentReference", fields.paymentReference)}</span></span>}
              {fields.paymentTerms && <span className="whitespace-pre-line">{at("paymentTerms", fields.paymentTerms)}</span>}
            </div>
          </>
        )}
        {taxes.map((tax, index) => tax.reason && <p key={index} className="mt-6 text-[#57544d]">{at(`taxes.${index}.reason`, tax.reason)}</p>)}
        {fields.note && <p className="mt-6 whitespace-pre-line text-[#57544d]">{at("note", fields.note)}</p>}
        {document.receivedAt && <p className="mt-8 text-[12px] text-[#6b675f]">{document.syntax === "ubl" ? "UBL" : document.syntax === "cii" ? "CII" : "XML"} e-invoice, shown from its data. {fields.issueDate ? `Dated ${showDate(fields.issueDate.value, locale)}.` : ""}</p>}
      </article>
    </div>
  );
}
