import { useState } from "react";
import { currencyCodes } from "@counterfoil/money";
import { api, asApiError, Button, ChangedElsewhere, Combobox, Content, DecimalInput, FailedState, Field, Fields, Form, FormErrors, IconButton, Input, Page, queryClient, Section, Select, SkeletonLines, TextArea, toast, useApiQuery, useCompany, useFilters, useForm, useGo, useKeys, useLocale, useParam, usePageTitle } from "../../web/kit.ts";
import { ChangeParty, NewParty, type EinvoiceFormat, type PartyView } from "../contract.ts";
import { einvoiceFormatOptions } from "../policy.ts";
import { countryOptions, currencyOptions, localeOptions } from "./words.ts";

const labels: Record<string, string> = {
  name: "Name", number: "Number", contactName: "Contact", email: "E-mail", phone: "Telephone", website: "Website", addressLine1: "Address", addressLine2: "Second line", postalCode: "Postal code", city: "City", region: "Region",
  country: "Country", vatId: "VAT number", taxNumber: "Tax number", registration: "Registration", electronicAddress: "Electronic address", einvoiceFormat: "Form", locale: "Language", currency: "Currency", termsDays: "Terms", buyerReference: "Their reference", notes: "Notes",
};
const texts = ["name", "number", "contactName", "email", "phone", "website", "addressLine1", "addressLine2", "postalCode", "city", "region", "country", "vatId", "taxNumber", "registration", "electronicAddress", "locale", "currency", "buyerReference", "notes"] as const;
type Account = { iban: string; bic: string | null; holder: string | null; bankName: string | null };
type Values = Record<(typeof texts)[number] | "termsDays", string> & { einvoiceFormat: EinvoiceFormat; bankAccounts: Account[] };

const valuesOf = (party: Partial<PartyView>): Values => ({
  ...(Object.fromEntries(texts.map((name) => [name, party[name] ?? ""])) as Record<(typeof texts)[number], string>),
  termsDays: party.termsDays?.toString() ?? "", einvoiceFormat: party.einvoiceFormat ?? "auto",
  bankAccounts: (party.bankAccounts ?? []).map(({ iban, bic, holder, bankName }) => ({ iban, bic, holder, bankName })),
});
/** What the contract takes: empty fields are absent ones; days that are no whole number go as typed, so that it refuses them. */
const bodyOf = (values: Values) => ({
  ...Object.fromEntries(texts.map((name) => [name, values[name].trim() || null])), name: values.name, einvoiceFormat: values.einvoiceFormat,
  termsDays: values.termsDays === "" ? null : Number(values.termsDays),
  bankAccounts: values.bankAccounts.filter((account) => account.iban.trim() !== ""),
});

export function NewCustomer() {
  const company = useCompany();
  const [{ name }] = useFilters({ name: "" });
  return <CustomerForm title="New customer" back="/customers" start={valuesOf({ name, country: company.country })} send={async (values) => api.post<PartyView>("/api/customers", { body: NewParty.parse({ companyId: company.id, ...bodyOf(values) }) })} done={(party) => `Added ${party.name}`} />;
}

export function EditCustomer() {
  const id = useParam("id");
  const query = useApiQuery<PartyView>("/api/customers/{id}", { path: { id }, staleMs: Infinity });
  usePageTitle(query.data && `Edit ${query.data.name}`);
  if (query.error && !query.data) return <Page title="Edit customer" back="/customers"><FailedState what="The customer could not be loaded" error={query.error} again={() => void query.refetch()} /></Page>;
  if (!query.data) return <Page title="Edit customer" back={`/customers/${id}`}><Content><SkeletonLines lines={8} /></Content></Page>;
  return <Editing key={query.data.id} party={query.data} />;
}

function Editing({ party }: { party: PartyView }) {
  const [base, setBase] = useState(party);
  const [newer, setNewer] = useState<PartyView | null>(null);
  const go = useGo();
  const path = { id: party.id };
  return (
    <CustomerForm key={base.version} title={`Edit ${base.name}`} back={`/customers/${party.id}`} start={valuesOf(base)} done={(saved) => `Saved ${saved.name}`}
      send={async (values) => {
        try {
          return await api.put<PartyView>("/api/customers/{id}", { path, body: ChangeParty.parse({ ...bodyOf(values), version: newer?.version ?? base.version }) });
        } catch (error) {
          if (asApiError(error).code === "changed_elsewhere") setNewer(await api.get<PartyView>("/api/customers/{id}", { path }));
          throw error;
        }
      }}
      notice={(submit) => newer && <ChangedElsewhere who="Somebody" when={newer.updatedAt} onKeep={submit} onReload={() => { queryClient.setQueryData(["/api/customers/{id}", { path, query: {} }], newer); setBase(newer); setNewer(null); go(`/customers/${party.id}/edit`, { replace: true }); }} />} />
  );
}

function CustomerForm({ title, back, start, send, done, notice }: { title: string; back: string; start: Values; send: (values: Values) => Promise<PartyView>; done: (party: PartyView) => string; notice?: (submit: () => void) => React.ReactNode }) {
  const company = useCompany();
  const locale = useLocale();
  const go = useGo();
  const [{ then }] = useFilters({ then: "" });
  const form = useForm<Values, Values>({
    initial: start,
    schema: { safeParse: (values) => { const found = ChangeParty.safeParse({ ...bodyOf(values as Values), version: 0 }); return found.success ? { success: true, data: values as Values } : { success: false, error: found.error }; } },
    onSubmit: async (values) => {
      const saved = await send(values);
      await Promise.all(["/api/customers", "/api/customers/{id}"].map((path) => queryClient.invalidateQueries({ queryKey: [path] })));
      toast(done(saved));
      go(then === "invoice" ? `/invoices/new?customer=${saved.id}` : `/customers/${saved.id}`, { replace: true });
    },
  });
  useKeys("Form", [{ keys: "mod+s", label: "Save", run: () => document.querySelector<HTMLFormElement>("#customer")?.requestSubmit(), whileEditing: true }]);
  const set = (index: number, change: Partial<Account>) => form.set("bankAccounts", form.values.bankAccounts.map((one, at) => (at === index ? { ...one, ...change } : one)));
  const currencies = [company.currency, "EUR", "USD", "GBP", "CHF", ...currencyCodes].filter((code, index, all) => all.indexOf(code) === index);
  return (
    <Page title={title} back={back} actions={<><Button kind="quiet" onClick={() => go(back)}>Cancel</Button><Button kind="primary" type="submit" form="customer" busy={form.busy} keys="mod+s">Save</Button></>}>
      {notice?.(() => void form.submit())}
      <Content narrow>
        <Form form={form} id="customer">
          <FormErrors labels={labels} />
          <Section title="Who">
            <Fields>
              <Field label="Name" required {...form.field("name")} className="phone:col-span-8!"><Input {...form.bind("name")} autoFocus autoComplete="off" /></Field>
              <Field label="Your number for them" optional {...form.field("number")} className="phone:col-span-4!"><Input figures {...form.bind("number")} autoComplete="off" /></Field>
              <Field label="Contact" optional {...form.field("contactName")} className="phone:col-span-6!"><Input {...form.bind("contactName")} autoComplete="off" /></Field>
              <Field label="E-mail" optional hint="Invoices go here." {...form.field("email")} className="phone:col-span-6!"><Input type="email" {...form.bind("email")} autoComplete="off" /></Field>
              <Field label="Telephone" optional {...form.field("phone")} className="phone:col-span-6!"><Input type="tel" {...form.bind("phone")} autoComplete="off" /></Field>
              <Field label="Website" optional {...form.field("website")} className="phone:col-span-6!"><Input {...form.bind("website")} inputMode="url" autoComplete="off" /></Field>
            </Fields>
          </Section>
          <Section title="Address on the invoice">
            <Fields>
              <Field label="Street and number" optional {...form.field("addressLine1")}><Input {...form.bind("addressLine1")} autoComplete="off" /></Field>
              <Field label="Second line" optional {...form.field("addressLine2")}><Input {...form.bind("addressLine2")} autoComplete="off" /></Field>
              <Field label="Postal code" optional {...form.field("postalCode")} className="phone:col-span-4!"><Input figures {...form.bind("postalCode")} autoComplete="off" /></Field>
              <Field label="City" optional {...form.field("city")} className="phone:col-span-8!"><Input {...form.bind("city")} autoComplete="off" /></Field>
              <Field label="Region" optional {...form.field("region")} className="phone:col-span-6!"><Input {...form.bind("region")} autoComplete="off" /></Field>
              <Field label="Country" optional {...form.field("country")} className="phone:col-span-6!"><Combobox {...form.bind("country")} options={countryOptions(locale)} placeholder="Type to find" /></Field>
            </Fields>
          </Section>
          <Section title="Tax">
            <Fields>
              <Field label="VAT number" optional hint="Needed for reverse charge and supplies within the EU." {...form.field("vatId")} className="phone:col-span-6!"><Input figures {...form.bind("vatId")} autoComplete="off" /></Field>
              <Field label="Tax number" optional {...form.field("taxNumber")} className="phone:col-span-6!"><Input figures {...form.bind("taxNumber")} autoComplete="off" /></Field>
              <Field label="Registration" optional hint="Company register, as it must be printed." {...form.field("registration")}><Input {...form.bind("registration")} autoComplete="off" /></Field>
            </Fields>
          </Section>
          <Section title="E-invoices">
            <Fields>
              <Field label="Form" hint="What is promised and cannot be kept is refused before it is issued." {...form.field("einvoiceFormat")}><Select {...form.bind("einvoiceFormat")} options={einvoiceFormatOptions} /></Field>
              <Field label="Electronic address" optional hint="Where networks deliver, like 0204:04011000-12345-03 (Leitweg-ID) or 0088: and a GLN. Their e-mail address when empty." {...form.field("electronicAddress")}><Input figures {...form.bind("electronicAddress")} autoComplete="off" /></Field>
            </Fields>
          </Section>
          <Section title="What their invoices start with">
            <Fields>
              <Field label="Terms" optional {...form.field("termsDays")} className="phone:col-span-4!" hint="Days from issue to due."><DecimalInput {...form.bind("termsDays")} decimals={0} after="days" placeholder="usual" /></Field>
              <Field label="Currency" optional {...form.field("currency")} className="phone:col-span-4!"><Combobox {...form.bind("currency")} options={currencyOptions(currencies, locale)} placeholder={company.currency} /></Field>
              <Field label="Language" optional {...form.field("locale")} className="phone:col-span-4!"><Combobox {...form.bind("locale")} options={localeOptions(locale, form.values.locale)} placeholder="The company’s" /></Field>
              <Field label="Their reference" optional hint="Printed on every invoice to them, for instance a cost centre or routing id (BT-10)." {...form.field("buyerReference")}><Input {...form.bind("buyerReference")} autoComplete="off" /></Field>
            </Fields>
          </Section>
          <Section title="Bank accounts" aside="For refunds and direct debit">
            <div className="grid gap-2">
              {form.values.bankAccounts.map((account, index) => (
                <div key={index} className="grid grid-cols-[1fr_auto] items-start gap-2 phone:grid-cols-[1fr_140px_auto]">
                  <Field label="IBAN or account" {...form.field(`bankAccounts.${index}.iban`)}><Input figures value={account.iban} onChange={(iban) => set(index, { iban })} autoComplete="off" /></Field>
                  <Field label="BIC" {...form.field(`bankAccounts.${index}.bic`)} className="max-phone:order-last max-phone:col-span-2"><Input figures value={account.bic ?? ""} onChange={(bic) => set(index, { bic: bic || null })} autoComplete="off" /></Field>
                  <span className="pt-[22px]"><IconButton icon="trash" label={`Remove account ${index + 1}`} onClick={() => form.set("bankAccounts", form.values.bankAccounts.filter((_, at) => at !== index))} /></span>
                </div>
              ))}
              <div><Button size="small" icon="plus" onClick={() => form.set("bankAccounts", [...form.values.bankAccounts, { iban: "", bic: null, holder: null, bankName: null }])}>Add an account</Button></div>
            </div>
          </Section>
          <Section title="Notes">
            <Field label="Notes for yourselves" optional hint="Never printed." {...form.field("notes")}><TextArea {...form.bind("notes")} rows={3} /></Field>
          </Section>
        </Form>
      </Content>
    </Page>
  );
}
