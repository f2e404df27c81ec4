import { useState } from "react";
import {
  Button, ChangedElsewhere, Combobox, ConfirmDialog, Content, DecimalInput, FailedState, Field, Fields, Form, FormErrors, Input, Note, Page, Radios, Section, Select, SkeletonLines, TextArea, toast, UnsavedBar, useApiMutation, useLocale, useSession,
} from "../../web/kit.ts";
import type { CompanyView } from "../contract.ts";
import { companyChanged, useCompanyForm, useWholeCompany } from "./company-form.ts";
import { countryOptions, currencyOptions, localeOptions, timeZoneOptions, vatCategoryOptions } from "./words.ts";

const labels: Record<string, string> = {
  name: "Name", legalName: "Legal name", country: "Country", currency: "Currency", timeZone: "Time zone", locale: "Language", addressLine1: "Street and number", addressLine2: "Second line", postalCode: "Postal code", city: "City", region: "Region",
  vatId: "VAT number", taxNumber: "Tax number", registration: "Registration", email: "E-mail", phone: "Telephone", website: "Website", iban: "IBAN", bic: "BIC", contactName: "Contact", electronicAddress: "Electronic address", bankName: "Bank", accountHolder: "Account holder",
  termsDays: "Terms", defaultVatRate: "VAT rate", defaultVatCategory: "VAT category", invoiceNote: "Note on every invoice",
};

/** Who the company is on paper, how it is paid, and what new documents start with. */
export function CompanyProfile() {
  const query = useWholeCompany();
  if (query.error && !query.data) return <Page title="Company" back="/settings"><FailedState what="The company could not be loaded" error={query.error} again={() => void query.refetch()} /></Page>;
  if (!query.data) return <Page title="Company" back="/settings"><Content narrow><SkeletonLines lines={10} /></Content></Page>;
  return <Profile key={query.data.id} company={query.data} />;
}

function Profile({ company }: { company: CompanyView }) {
  const { may } = useSession();
  const locale = useLocale();
  const { form, newer, takeTheirs } = useCompanyForm(company);
  const readOnly = !may("companies.write");
  const { values } = form;
  return (
    <Page title="Company" back="/settings" line beside={company.name}>
      {newer && <ChangedElsewhere who="Somebody" when={newer.updatedAt} onReload={takeTheirs} onKeep={() => void form.submit()} />}
      <Content narrow>
        {readOnly && <div className="pt-4"><Note>Only owners and admins can change this.</Note></div>}
        <Form form={form} id="company">
          <fieldset disabled={readOnly} className="contents">
            <div className="pt-4"><FormErrors labels={labels} /></div>
            <Section title="Who">
              <Fields>
                <Field label="Name" required hint="As people know it." {...form.field("name")} className="phone:col-span-6!"><Input {...form.bind("name")} /></Field>
                <Field label="Legal name" optional hint="As registered, when it differs." {...form.field("legalName")} className="phone:col-span-6!"><Input {...form.bind("legalName")} /></Field>
                <Field label="E-mail" optional hint="Answers to sent invoices arrive here." {...form.field("email")} className="phone:col-span-6!"><Input type="email" {...form.bind("email")} /></Field>
                <Field label="Telephone" optional {...form.field("phone")} className="phone:col-span-6!"><Input type="tel" {...form.bind("phone")} /></Field>
                <Field label="Website" optional {...form.field("website")} className="phone:col-span-6!"><Input inputMode="url" {...form.bind("website")} /></Field>
              </Fields>
            </Section>
            <Section title="Address">
              <Fields>
                <Field label="Street and number" optional {...form.field("addressLine1")}><Input {...form.bind("addressLine1")} /></Field>
                <Field label="Second line" optional {...form.field("addressLine2")}><Input {...form.bind("addressLine2")} /></Field>
                <Field label="Postal code" optional {...form.field("postalCode")} className="phone:col-span-4!"><Input figures {...form.bind("postalCode")} /></Field>
                <Field label="City" optional {...form.field("city")} className="phone:col-span-8!"><Input {...form.bind("city")} /></Field>
                <Field label="Region" optional {...form.field("region")} className="phone:col-span-6!"><Input {...form.bind("region")} /></Field>
                <Field label="Country" required {...form.field("country")} className="phone:col-span-6!"><Combobox {...form.bind("country")} options={countryOptions(locale)} placeholder="Type to find" /></Field>
              </Fields>
            </Section>
            <Section title="Tax">
              <Fields>
                <Field label="VAT number" optional hint="Printed on invoices, and never taken for a supplier's." {...form.field("vatId")} className="phone:col-span-6!"><Input figures {...form.bind("vatId")} /></Field>
                <Field label="Tax number" optional {...form.field("taxNumber")} className="phone:col-span-6!"><Input figures {...form.bind("taxNumber")} /></Field>
                <Field label="Registration" optional hint="Company register, as it must be printed." {...form.field("registration")}><Input {...form.bind("registration")} /></Field>
                <Field label="New lines have" {...form.field("defaultVatCategory")} className="phone:col-span-8!"><Select {...form.bind("defaultVatCategory")} options={vatCategoryOptions} /></Field>
                <Field label="VAT rate" {...form.field("defaultVatRate")} className="phone:col-span-4!"><DecimalInput {...form.bind("defaultVatRate")} decimals={4} loose after="%" /></Field>
                <Field label="Prices are entered" {...form.field("prices")} className="phone:col-span-6!"><Radios label="Prices are entered" {...form.bind("prices")} choices={[{ value: "net", label: "Without VAT" }, { value: "inclusive", label: "With VAT in them" }]} /></Field>
                <Field label="VAT is rounded" {...form.field("taxRounding")} className="phone:col-span-6!"><Radios label="VAT is rounded" {...form.bind("taxRounding")} choices={[{ value: "document", label: "Once per rate", hint: "As e-invoices need it" }, { value: "line", label: "On every line" }]} /></Field>
              </Fields>
            </Section>
            <Section title="E-invoices" aside="What networks and receivers ask for beyond the page">
              <Fields>
                <Field label="Contact" optional hint="Whom buyers ask about an invoice; XRechnung needs one." {...form.field("contactName")} className="phone:col-span-6!"><Input {...form.bind("contactName")} autoComplete="off" /></Field>
                <Field label="Electronic address" optional hint="Scheme and number, like 9930:DE123456789. Your e-mail address when empty." {...form.field("electronicAddress")} className="phone:col-span-6!"><Input figures {...form.bind("electronicAddress")} autoComplete="off" /></Field>
              </Fields>
            </Section>
            <Section title="Bank account" aside="Printed on invoices, with a code to scan">
              <Fields>
                <Field label="IBAN" optional hint="Or the account number where there are none." {...form.field("iban")} className="phone:col-span-8!"><Input figures {...form.bind("iban")} autoComplete="off" /></Field>
                <Field label="BIC" optional {...form.field("bic")} className="phone:col-span-4!"><Input figures {...form.bind("bic")} autoComplete="off" /></Field>
                <Field label="Bank" optional {...form.field("bankName")} className="phone:col-span-6!"><Input {...form.bind("bankName")} /></Field>
                <Field label="Account holder" optional hint="The legal name when empty." {...form.field("accountHolder")} className="phone:col-span-6!"><Input {...form.bind("accountHolder")} /></Field>
              </Fields>
            </Section>
            <Section title="Money, language and time">
              <Fields>
                <Field label="Currency" required hint="Of new documents." {...form.field("currency")} className="phone:col-span-6!"><Combobox {...form.bind("currency")} options={currencyOptions([values.currency], locale)} /></Field>
                <Field label="Terms" required hint="Days from issue to due." {...form.field("termsDays")} className="phone:col-span-6!"><DecimalInput {...form.bind("termsDays")} decimals={0} after="days" /></Field>
                <Field label="Language" required hint="Of documents, unless the customer has another." {...form.field("locale")} className="phone:col-span-6!"><Combobox {...form.bind("locale")} options={localeOptions(values.locale, locale)} /></Field>
                <Field label="Time zone" required hint="Decides what today is, and when something is late." {...form.field("timeZone")} className="phone:col-span-6!"><Combobox {...form.bind("timeZone")} options={timeZoneOptions(values.timeZone)} /></Field>
                <Field label="Note on every invoice" optional {...form.field("invoiceNote")}><TextArea rows={3} {...form.bind("invoiceNote")} /></Field>
              </Fields>
            </Section>
          </fieldset>
        </Form>
        {!readOnly && <Archive company={company} />}
      </Content>
      <UnsavedBar form={form}>{(reset) => <><Button onClick={reset}>Discard</Button><Button kind="primary" type="submit" form="company" busy={form.busy} keys="mod+s">Save</Button></>}</UnsavedBar>
    </Page>
  );
}

/** Putting a company away: nothing is deleted, and it comes back the same way. */
function Archive({ company }: { company: CompanyView }) {
  const [asking, setAsking] = useState(false);
  const away = company.archivedAt !== null;
  const move = useApiMutation<void, CompanyView>("post", away ? "/api/companies/{id}/restore" : "/api/companies/{id}/archive", { request: () => ({ path: { id: company.id }, body: {} }), onDone: (changed) => { setAsking(false); companyChanged(changed); toast(away ? `Brought back ${changed.name}` : `Archived ${changed.name}`); } });
  return (
    <Section title={away ? "Archived" : "Archive"}>
      <p className="mb-3 text-ink-2">{away ? "This company is put away: it takes no new documents." : "An archived company takes no new documents and leaves the switcher. Its documents stay and can be exported."}</p>
      <Button onClick={() => (away ? move.mutate() : setAsking(true))} busy={move.isPending}>{away ? "Bring back" : "Archive this company"}</Button>
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={`Archive ${company.name}?`} verb="Archive" busy={move.isPending} error={move.error} onConfirm={() => move.mutate()}>It takes no new documents until somebody brings it back. Nothing is deleted.</ConfirmDialog>
    </Section>
  );
}
