import { currencyCodes } from "@counterfoil/money";
import { Button, Combobox, DateInput, DecimalInput, Field, Fields, IconButton, Input, Select, TextArea, useLocale } from "../../web/kit.ts";
import { einvoiceFormatOptions } from "../../parties/policy.ts";
import type { CompanyView } from "../../companies/contract.ts";
import { freshKey, readLess, writtenLines, type Draft, type DocumentChange } from "./draft.ts";

const own = ["deliveryDate", "periodStart", "periodEnd", "buyerReference", "contractReference", "intro", "internalNote", "locale", "template", "paper", "seriesId", "termsDays", "einvoiceFormat"] as const;
/** Whether a draft uses one of the fields that are folded away at first. */
export const detailsGiven = (draft: Draft): boolean => own.some((name) => draft[name] !== "");

const languages = ["en-IE", "en-GB", "en-US", "de-DE", "de-AT", "de-CH", "fr-FR", "fr-BE", "fr-CH", "es-ES", "it-IT", "nl-NL", "nl-BE", "ar", "he"];

/** Everything an invoice may carry beyond customer, dates and lines. */
export function Details({ draft, company, set, terms, locale, onClose }: { draft: Draft; company: CompanyView; set: (change: Partial<Draft>) => void; terms: number; locale: string; onClose: () => void }) {
  const reader = useLocale();
  const names = new Intl.DisplayNames([reader, "en"], { type: "language", fallback: "code" });
  const series = company.series.filter((one) => one.kind === "invoice" && !one.archivedAt);
  const currencies = [company.currency, "EUR", "USD", "GBP", "CHF", ...currencyCodes].filter((code, index, all) => all.indexOf(code) === index);
  const priced = writtenLines(draft).some((line) => line.unitPrice !== "");
  const bind = <K extends "buyerReference" | "contractReference" | "intro" | "internalNote" | "deliveryDate" | "periodStart" | "periodEnd" | "termsDays">(name: K) => ({ value: draft[name], onChange: (value: string) => set({ [name]: value } as Partial<Draft>) });
  return (
    <div className="mt-4 border-y border-line py-4">
      <div className="mb-3 flex items-center"><h2 className="flex-1 text-md">Dates, references, language and page</h2><Button size="small" kind="quiet" icon="up" onClick={onClose}>Fold</Button></div>
      <Fields>
        <Field label="Supplied on" optional className="phone:col-span-4!"><DateInput short {...bind("deliveryDate")} /></Field>
        <Field label="or from" optional className="phone:col-span-4!"><DateInput short {...bind("periodStart")} /></Field>
        <Field label="until" optional className="phone:col-span-4!"><DateInput short {...bind("periodEnd")} base={draft.periodStart || undefined} /></Field>
        <Field label="Terms" className="phone:col-span-4!" hint="When no due date is written."><DecimalInput {...bind("termsDays")} decimals={0} after="days" placeholder={String(terms)} /></Field>
        <Field label="Their reference" optional className="phone:col-span-4!"><Input {...bind("buyerReference")} maxLength={100} autoComplete="off" /></Field>
        <Field label="Contract" optional className="phone:col-span-4!"><Input {...bind("contractReference")} maxLength={100} autoComplete="off" /></Field>
        <Field label="Language" className="phone:col-span-4!"><Combobox value={draft.locale} onChange={(next) => set({ locale: next })} placeholder={names.of(locale) ?? locale} options={[...new Set([...languages, ...(draft.locale ? [draft.locale] : [])])].map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))} /></Field>
        <Field label="Currency" className="phone:col-span-4!" hint={priced ? "Changing it keeps the figures as they are." : undefined}><Combobox value={draft.currency} onChange={(next) => { if (next) set({ currency: next }); }} shown={draft.currency} options={currencies.map((code) => ({ value: code, label: code }))} /></Field>
        <Field label="Prices" className="phone:col-span-4!"><Select value={draft.prices} onChange={(prices) => set({ prices })} options={[{ value: "net", label: "Before tax" }, { value: "inclusive", label: "Tax included" }]} /></Field>
        <Field label="Template" className="phone:col-span-4!"><Select value={draft.template} onChange={(template) => set({ template })} options={[{ value: "", label: `As usual (${company.template === "letter" ? "Letter" : "Ledger"})` }, { value: "ledger", label: "Ledger" }, { value: "letter", label: "Letter" }]} /></Field>
        <Field label="Paper" className="phone:col-span-4!"><Select value={draft.paper} onChange={(paper) => set({ paper })} options={[{ value: "", label: `As usual (${company.paper === "us-letter" ? "US Letter" : "A4"})` }, { value: "a4", label: "A4" }, { value: "us-letter", label: "US Letter" }]} /></Field>
        <Field label="VAT is rounded" className="phone:col-span-4!"><Select value={draft.taxRounding} onChange={(taxRounding) => set({ taxRounding })} options={[{ value: "document", label: "Once per rate" }, { value: "line", label: "On each line" }]} /></Field>
        <Field label="E-invoice" className="phone:col-span-6!"><Select value={draft.einvoiceFormat} onChange={(einvoiceFormat) => set({ einvoiceFormat })} options={[{ value: "", label: "As the customer wants it" }, ...einvoiceFormatOptions]} /></Field>
        {series.length > 1 && <Field label="Number series" className="phone:col-span-6!"><Select value={draft.seriesId} onChange={(seriesId) => set({ seriesId })} options={[{ value: "", label: `As usual (${series.find((one) => one.isDefault)?.name ?? "default"})` }, ...series.map((one) => ({ value: one.id, label: one.name, detail: `Like ${one.example}` }))]} /></Field>}
        <Field label="Text before the lines" optional className="phone:col-span-6!"><TextArea {...bind("intro")} rows={2} /></Field>
        <Field label="Note for yourselves" optional className="phone:col-span-6!"><TextArea {...bind("internalNote")} rows={2} placeholder="Never printed" /></Field>
      </Fields>
    </div>
  );
}

/** Discounts and charges on the whole document, spread over the tax rates. */
export function Changes({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const locale = useLocale();
  const edit = (key: string, change: Partial<DocumentChange>) => set({ changes: draft.changes.map((one) => (one.key === key ? { ...one, ...change } : one)) });
  return (
    <div className="mt-3">
      {draft.changes.map((change, index) => {
        const wrong = readLess(change.amount, locale) === "wrong";
        return (
          <div key={change.key} className="mb-2 grid grid-cols-[1fr_auto] gap-2" role="group" aria-label={`${change.kind === "allowance" ? "Discount" : "Charge"} ${index + 1}`}>
            <div className="grid grid-cols-[112px_1fr] gap-2">
              <Select aria-label="Kind" value={change.kind} onChange={(kind) => edit(change.key, { kind })} options={[{ value: "allowance", label: "Discount" }, { value: "charge", label: "Charge" }]} />
              <Field label={<span className="sr-only">Amount</span>} error={wrong ? "Write an amount, or a percent like 5%." : null} className="-mt-[22px] self-start"><Input figures value={change.amount} onChange={(amount) => edit(change.key, { amount })} placeholder="5% or 20.00" autoFocus={change.amount === ""} className="mt-[22px] text-right" /></Field>
              <div className="col-span-2"><Input aria-label="Reason" value={change.reason} onChange={(reason) => edit(change.key, { reason })} placeholder="Reason, printed" maxLength={200} /></div>
            </div>
            <IconButton icon="trash" label="Remove" onClick={() => set({ changes: draft.changes.filter((one) => one.key !== change.key) })} />
          </div>
        );
      })}
      <div className="text-right"><Button size="small" kind="quiet" icon="plus" onClick={() => set({ changes: [...draft.changes, { key: freshKey(), kind: "allowance", amount: "", reason: "" }] })}>{draft.changes.length === 0 ? "Add discount or charge" : "Another"}</Button></div>
    </div>
  );
}
