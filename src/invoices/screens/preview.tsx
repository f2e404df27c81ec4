import type { CSSProperties, ReactNode } from "react";
import type { Totals } from "@counterfoil/einvoice";
import { formatDecimal, formatPercent, Decimal, formatMoney } from "@counterfoil/money";
import { showAmount, showDate } from "../../web/kit.ts";
import type { CompanyView } from "../../companies/contract.ts";
import { readUnit, unitWord, vatWords } from "../../items/policy.ts";
import type { PartyView } from "../../parties/contract.ts";
import { addressLines } from "./address.ts";
import { writtenLines, type Draft } from "./draft.ts";
import { paperWords } from "./paper-words.ts";
import { reasonFor } from "../policy.ts";

/** The page as it will be printed, following every key. The PDF itself is set by the server; this shows the same text at the same places. */
export function PagePreview({ draft, company, customer, totals, issueDate, dueDate, locale }: { draft: Draft; company: CompanyView; customer: PartyView | null; totals: Totals | null; issueDate: string; dueDate: string | null; locale: string }) {
  const words = paperWords(locale);
  const letter = (draft.template || company.template) === "letter";
  const lines = writtenLines(draft);
  const figure = (text: string) => (/^-?\d+(\.\d+)?$/.test(text) ? formatDecimal(Decimal.parse(text), locale) : text);
  const money = (amount: Parameters<typeof formatMoney>[0]) => formatMoney(amount, locale, { currencyDisplay: "none" }).replace("-", "−");
  const date = (iso: string) => (/^\d{4}-\d\d-\d\d$/.test(iso) ? showDate(iso, locale) : iso);
  const facts: [string, string][] = [[words.issued, date(issueDate)]];
  if (dueDate) facts.push([words.due, date(dueDate)]);
  if (draft.periodStart && draft.periodEnd) facts.push([words.period, `${date(draft.periodStart)} – ${date(draft.periodEnd)}`]);
  else if (draft.deliveryDate) facts.push([words.supplied, date(draft.deliveryDate)]);
  if (draft.purchaseOrder) facts.push([words.order, draft.purchaseOrder]);
  if (draft.buyerReference) facts.push([words.buyerReference, draft.buyerReference]);
  if (draft.contractReference) facts.push([words.contract, draft.contractReference]);
  const grey = "text-sheet-ink/75";
  const percent = (rate: string) => (/^\d+(\.\d+)?$/.test(rate) ? formatPercent(Decimal.parse(rate), locale) : rate);
  const legal = totals ? [...new Set(totals.vatBreakdown.map((row) => reasonFor(row.category, lines.find((line) => line.vatCategory === row.category)?.exemptionReason)).filter((reason): reason is string => Boolean(reason)))] : [];
  const foot = [company.legalName ?? company.name, company.registration, company.vatId && `${words.vatId} ${company.vatId}`, company.phone, company.email, company.website].filter(Boolean).join(" · ");
  const symbol = totals ? formatMoney(totals.amountDue, locale).replace(/[\d.,\s\u00a0\u202f−-]/g, "") : draft.currency;
  return (
    <article aria-label="Preview of the page" style={{ "--line-strong": "#b9bbb3" } as CSSProperties} className={`flex aspect-[210/297] w-full max-w-[560px] flex-col overflow-hidden bg-sheet px-[7.6%] pt-[7%] text-[9.3px] leading-[14px] text-sheet-ink shadow-page ${letter ? "font-paper" : ""} ${draft.paper === "us-letter" || (draft.paper === "" && company.paper === "us-letter") ? "aspect-[8.5/11]" : ""}`}>
      <div className={`flex gap-5 ${letter ? "flex-col items-center text-center" : "items-start justify-between"}`}>
        <div className={`flex min-w-0 items-center gap-2.5 ${letter ? "flex-col" : ""}`}>
          {company.hasLogo && <img src={`/api/companies/${company.id}/logo`} alt="" className="max-h-9 max-w-24 object-contain" />}
          <div className="min-w-0"><b className="block font-paper text-[13px] leading-4 font-strong">{company.name}</b><span className={grey}>{addressLines(company, locale, false).join(", ")}</span></div>
        </div>
        <div className={letter ? "" : "shrink-0 text-right"}><div className={`paper-title ${letter ? "text-[17px] leading-5" : "text-[24px] leading-[26px]"}`}>{words.invoice}</div><span className={grey}>{words.draft}</span></div>
      </div>
      <div className="mt-[7%] flex justify-between gap-6">
        <div className="min-w-0">
          {!letter && <div className={`text-[8.2px] ${grey}`}>{words.to}</div>}
          {customer ? <>{customer.contactName && <div>{customer.contactName}</div>}<b className="font-strong">{customer.name}</b>{addressLines(customer, locale, customer.country !== company.country).map((line) => <div key={line}>{line}</div>)}{customer.vatId && <div className="num">{words.vatId} {customer.vatId}</div>}</> : <span className={grey}>–</span>}
        </div>
        <dl className="grid shrink-0 grid-cols-[auto_auto] content-start gap-x-5">{facts.map(([label, value]) => <div key={label} className="contents"><dt className={grey}>{label}</dt><dd className="num max-w-44 text-right break-words whitespace-normal!">{value}</dd></div>)}</dl>
      </div>
      {draft.title && <div className="mt-[5%] font-paper text-[13px] leading-[18px] font-strong">{draft.title}</div>}
      {draft.intro && <p className="mt-2 max-w-[84%] whitespace-pre-wrap">{draft.intro}</p>}
      <table className={`w-full border-collapse ${draft.title ? "mt-3" : "mt-[6%]"}`}>
        <thead><tr className={`text-[8.2px] ${grey} [&_th]:border-b [&_th]:border-sheet-ink [&_th]:pb-[5px] [&_th]:pl-3 [&_th]:text-right [&_th]:font-medium`}><th scope="col" className="pl-0! text-left!">{words.description}</th><th scope="col">{words.quantity}</th><th scope="col">{words.price}</th><th scope="col">{words.vat}</th><th scope="col">{words.amount} {symbol}</th></tr></thead>
        <tbody>
          {lines.map((line, index) => [
            line.group && line.group !== lines[index - 1]?.group ? <tr key={`${line.key}-group`}><td colSpan={5} className="pt-2 pb-0.5 font-strong">{line.group}</td></tr> : null,
            <tr key={line.key} className="[&_td]:border-b [&_td]:border-sheet-ink/18 [&_td]:py-[6px] [&_td]:pl-3 [&_td]:text-right [&_td]:align-top">
              <td className="pl-0! text-left! break-words">{line.name || "–"}{(line.description || line.less) && <div className={`text-[8.2px] whitespace-pre-wrap ${grey}`}>{[line.description, line.less && `−${line.less}`].filter(Boolean).join("\n")}</div>}</td>
              <td className="num">{figure(line.quantity || "1")} {unitWord(readUnit(line.unit) ?? line.unit, locale)}</td>
              <td className="num">{showAmount(line.unitPrice || "0", locale)}</td>
              <td className="num">{line.vatCategory === "S" ? percent(line.vatRate) : vatWords(line.vatCategory, line.vatRate)}</td>
              <td className="num">{totals?.lines[index] ? money(totals.lines[index].amount) : "–"}</td>
            </tr>,
          ])}
        </tbody>
      </table>
      {totals && (
        <dl className="num mt-3 ml-auto grid w-[48%] grid-cols-[1fr_auto] gap-y-1">
          {(totals.allowances.length > 0 || totals.charges.length > 0) && draft.prices === "net" && (
            <>
              <Row label={words.lineSum} value={money(totals.lineTotal)} />
              {draft.changes.map((change, index) => { const parts = (change.kind === "allowance" ? totals.allowances : totals.charges).filter((part) => part.index === draft.changes.filter((one) => one.kind === change.kind).indexOf(change)); const [first, ...rest] = parts; if (!first) return null; const sum = rest.reduce((minor, part) => minor + part.amount.minor, first.amount.minor); return <Row key={index} label={change.reason || `${change.kind === "allowance" ? "−" : "+"}${change.amount}`} value={`${change.kind === "allowance" ? "−" : ""}${money({ ...first.amount, minor: sum })}`} />; })}
            </>
          )}
          <Row label={words.net} value={money(totals.netTotal)} />
          {totals.vatBreakdown.map((row) => <Row key={`${row.category}${row.rate}`} label={words.vatRow.replace("{vat}", words.vat).replace("{rate}", percent(row.rate)).replace("{base}", money(row.base))} value={money(row.tax)} />)}
          <div className="col-span-2 mt-1 border-t border-sheet-ink" />
          <dt className="pt-1 font-ui text-[13px] leading-[18px] font-strong">{words.toPay}</dt><dd className="pt-1 text-right text-[13px] leading-[18px] font-strong">{formatMoney(totals.amountDue, locale)}</dd>
        </dl>
      )}
      {legal.map((reason) => <p key={reason} className="mt-2">{reason}</p>)}
      {(draft.note || company.invoiceNote) && <p className={`mt-[4%] max-w-[64%] whitespace-pre-wrap ${grey}`}>{[draft.note, company.invoiceNote].filter(Boolean).join("\n\n")}</p>}
      <div className="-mx-[8.96%] mt-auto shrink-0">
        <div className={`px-[7.6%] pb-2 text-[7.6px] leading-3 ${grey}`}>{foot}</div>
        {company.iban && totals && totals.amountDue.minor > 0n && (
          <>
            <div aria-hidden="true" className="perforation-across" />
            <div className="num grid grid-cols-[1.6fr_1fr_auto] gap-5 px-[7.6%] pt-3 pb-6 whitespace-normal!">
              <Slip label={words.payTo}><b className="font-strong">{company.accountHolder ?? company.legalName ?? company.name}</b><br />{company.iban.replace(/(.{4})(?=.)/g, "$1 ")}{company.bic && <><br />{company.bic}</>}</Slip>
              <Slip label={words.reference}><b className="font-strong">set when issued</b></Slip>
              <Slip label={dueDate ? words.dueBy.replace("{date}", date(dueDate)) : words.toPay}><b className="text-[15px] leading-5 font-strong">{formatMoney(totals.amountDue, locale)}</b></Slip>
            </div>
          </>
        )}
      </div>
    </article>
  );
}

const Row = ({ label, value }: { label: string; value: string }) => <><dt className="whitespace-normal!">{label}</dt><dd className="text-right">{value}</dd></>;
const Slip = ({ label, children }: { label: string; children: ReactNode }) => <div className="min-w-0"><div className="text-[8.2px] text-sheet-ink/75">{label}</div>{children}</div>;
