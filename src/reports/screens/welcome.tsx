import { useEffect } from "react";
import { api, Button, Field, Form, FormErrors, Icon, Input, Note, queryClient, Select, useApiMutation, useApiQuery, useForm, useGo, usePageTitle, useSession } from "../../web/kit.ts";
import { countries } from "./countries.ts";

type Progress = { state: "none" | "filling" | "filled"; done: number; of: number };

/** First run: keep one's own books from here on, or look around in a workspace filled with sample data. */
export function WelcomePage() {
  usePageTitle("Welcome");
  const { workspace, person, may, companies } = useSession();
  const go = useGo();
  const sample = useApiQuery<Progress>("/api/sample-data", { refetchEveryMs: 1000 });
  const fill = useApiMutation<object, Progress>("post", "/api/sample-data", { refresh: ["/api/sample-data"] });
  const filling = fill.isPending || sample.data?.state === "filling";
  useEffect(() => {
    if (sample.data?.state !== "filled" || companies.length > 0) return;
    void queryClient.invalidateQueries().then(() => go("/", { replace: true }));
  }, [sample.data?.state, companies.length, go]);
  return (
    <div className="min-h-full bg-surface">
      <div className="mx-auto grid max-w-[1000px] gap-12 px-6 py-12 desk:grid-cols-[1fr_360px] desk:py-24">
        <section>
          <h1 className="paper-title text-3xl">Welcome, {person.name.split(" ")[0]}</h1>
          <p className="mt-3 max-w-[52ch] text-lg text-ink-2">Counterfoil reads the invoices you receive and makes the ones you send. Whose books will it keep first?</p>
          {may("companies.write") ? <StartEmpty name={workspace.name} disabled={filling} />
            : <div className="mt-8"><Note>An owner or admin of {workspace.name} adds the first company.</Note></div>}
        </section>
        <section className="desk:pt-2">
          <h2 className="text-lg font-strong">Or look around first</h2>
          <p className="mt-2 text-md text-ink-2">Fills this workspace with a small joinery: customers, proposals, invoices, payments, and received documents in several languages, read on this server as you watch.</p>
          <div className="mt-4">
            <Button icon="inbox" busy={filling} disabledBecause={may("companies.write") ? null : "Only owners and admins can do this"} onClick={() => fill.mutate({})}>Explore with sample data</Button>
          </div>
          {filling && <p className="mt-3 text-sm text-ink-2" role="status">Making sample data{sample.data && sample.data.of > 0 ? <>, <span className="num">{sample.data.done}</span> of <span className="num">{sample.data.of}</span></> : ""}</p>}
          {fill.error && <div className="mt-3"><Note tone="danger">{fill.error.message}</Note></div>}
          <ul className="mt-8 grid gap-3 border-t border-line pt-6 text-md text-ink-2">
            <li className="flex gap-3"><Icon name="upload" /><span>Drop files anywhere, on any page, to have them read.</span></li>
            <li className="flex gap-3"><Icon name="search" /><span>Press <b className="font-medium text-ink">?</b> for the keys of a page and <b className="font-medium text-ink">Ctrl K</b> to find or do anything.</span></li>
          </ul>
        </section>
      </div>
    </div>
  );
}

function StartEmpty({ name, disabled }: { name: string; disabled: boolean }) {
  const go = useGo();
  const guess = countries.find((one) => one.timeZone === Intl.DateTimeFormat().resolvedOptions().timeZone) ?? countries.find((one) => one.code === "IE")!;
  const form = useForm({
    initial: { name, country: guess.code, currency: guess.currency, vatId: "" },
    onSubmit: async (values: { name: string; country: string; currency: string; vatId: string }) => {
      const { timeZone, locale, vatRate } = countries.find((one) => one.code === values.country)!;
      await api.post("/api/companies", { body: {
        ...values, vatId: values.vatId || null, timeZone, locale, defaultVatRate: vatRate, paper: ["US", "CA"].includes(values.country) ? "us-letter" : "a4",
      } } as never);
      await queryClient.invalidateQueries({ queryKey: ["/api/session"] });
      go("/inbox", { replace: true });
    },
  });
  const chooseCountry = (code: string) => form.update((values) => ({ ...values, country: code, currency: countries.find((one) => one.code === code)!.currency }));
  return (
    <Form form={form} className="mt-8">
      <FormErrors labels={{ vatId: "VAT number", country: "Country", currency: "Currency", name: "Company" }} />
      <div className="grid max-w-[460px] gap-4">
        <Field label="Company" {...form.field("name")}><Input autoFocus {...form.bind("name")} /></Field>
        <div className="grid grid-cols-[1fr_120px] gap-4">
          <Field label="Country" {...form.field("country")}><Select value={form.values.country} onChange={chooseCountry} options={countries.map((one) => ({ value: one.code, label: one.name }))} /></Field>
          <Field label="Currency" {...form.field("currency")}><Input figures {...form.bind("currency")} /></Field>
        </div>
        <Field label="VAT number" optional hint="Printed on your invoices, and never taken for a supplier's." {...form.field("vatId")}><Input figures {...form.bind("vatId")} /></Field>
        <div><Button kind="primary" type="submit" busy={form.busy} disabledBecause={disabled ? "Sample data is being made" : null}>Start empty</Button></div>
      </div>
    </Form>
  );
}
