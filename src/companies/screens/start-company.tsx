import { api, Button, Combobox, Field, Form, FormErrors, Input, queryClient, useForm, useLocale } from "../../web/kit.ts";
import { NewCompany, type CompanyView } from "../contract.ts";
import { countries } from "./countries.ts";
import { countryOptions, currencyOptions } from "./words.ts";

/** The few facts a company needs to begin; everything else has a usual value from its country and can change in Settings. */
export function StartCompany({ name, verb, disabledBecause, onDone }: { name: string; verb: string; disabledBecause?: string | null; onDone: (company: CompanyView) => void }) {
  const locale = useLocale();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const guess = countries.find((one) => one.timeZone === zone) ?? countries.find((one) => one.code === "IE")!;
  const form = useForm({
    initial: { name, country: guess.code, currency: guess.currency, vatId: "" },
    toBody: (values) => {
      const usual = countries.find((one) => one.code === values.country) ?? { timeZone: zone, locale: navigator.language, vatRate: "0" };
      return { ...values, vatId: values.vatId || null, timeZone: usual.timeZone, locale: usual.locale, defaultVatRate: usual.vatRate, paper: ["US", "CA"].includes(values.country) ? "us-letter" : "a4" };
    },
    schema: NewCompany,
    onSubmit: async (body: NewCompany) => {
      const company = await api.post<CompanyView>("/api/companies", { body });
      await Promise.all(["/api/session", "/api/companies"].map((path) => queryClient.invalidateQueries({ queryKey: [path] })));
      onDone(company);
    },
  });
  const chooseCountry = (code: string) => form.update((values) => ({ ...values, country: code, currency: countries.find((one) => one.code === code)?.currency ?? values.currency }));
  return (
    <Form form={form}>
      <FormErrors labels={{ vatId: "VAT number", country: "Country", currency: "Currency", name: "Company", timeZone: "Time zone", locale: "Language" }} />
      <div className="grid max-w-[480px] gap-4">
        <Field label="Company" {...form.field("name")}><Input autoFocus {...form.bind("name")} /></Field>
        <div className="grid gap-4 phone:grid-cols-2">
          <Field label="Country" {...form.field("country")}><Combobox value={form.values.country} onChange={chooseCountry} options={countryOptions(locale)} placeholder="Type to find" /></Field>
          <Field label="Currency" {...form.field("currency")}><Combobox {...form.bind("currency")} options={currencyOptions([form.values.currency], locale)} placeholder="Type to find" /></Field>
        </div>
        <Field label="VAT number" optional hint="Printed on your invoices, and never taken for a supplier's." {...form.field("vatId")}><Input figures {...form.bind("vatId")} autoComplete="off" /></Field>
        <div><Button kind="primary" type="submit" busy={form.busy} disabledBecause={disabledBecause}>{verb}</Button></div>
      </div>
    </Form>
  );
}
