import { Button, Combobox, Field, Fields, Form, FormErrors, IconButton, Input, Sheet, TextArea, useApiMutation, useForm, useLocale } from "../../web/kit.ts";
import type { PartyView } from "../contract.ts";
import { countryOptions } from "./words.ts";

type Values = { name: string; number: string; contactName: string; email: string; phone: string; addressLine1: string; addressLine2: string; postalCode: string; city: string; country: string; vatId: string; taxNumber: string; notes: string; accounts: { iban: string; bic: string; bankName: string; holder: string }[] };
const texts = ["name", "number", "contactName", "email", "phone", "addressLine1", "addressLine2", "postalCode", "city", "country", "vatId", "taxNumber", "notes"] as const;

/** A supplier's details beside the list: new, or changed as a whole with the version that was read. */
export function SupplierSheet({ companyId, supplier, onClose, onSaved }: { companyId: string; supplier?: PartyView; onClose: () => void; onSaved: (saved: PartyView) => void }) {
  const locale = useLocale();
  const refresh = ["/api/suppliers", "/api/suppliers/{id}"];
  const create = useApiMutation<unknown, PartyView>("post", "/api/suppliers", { refresh });
  const change = useApiMutation<unknown, PartyView>("put", "/api/suppliers/{id}", { request: (body) => ({ path: { id: supplier!.id }, body }), refresh });
  const form = useForm<Values, Record<string, unknown>>({
    initial: {
      ...(Object.fromEntries(texts.map((name) => [name, supplier?.[name] ?? ""])) as Omit<Values, "accounts">),
      accounts: (supplier?.bankAccounts ?? []).map((one) => ({ iban: one.iban, bic: one.bic ?? "", bankName: one.bankName ?? "", holder: one.holder ?? "" })),
    },
    toBody: (values) => {
      const kept = supplier ? { website: supplier.website, region: supplier.region, registration: supplier.registration, locale: supplier.locale, currency: supplier.currency, termsDays: supplier.termsDays, buyerReference: supplier.buyerReference, version: supplier.version } : { companyId };
      return {
        ...kept, ...Object.fromEntries(texts.map((name) => [name, values[name].trim() === "" && name !== "name" ? null : values[name]])),
        bankAccounts: values.accounts.filter((one) => one.iban.trim() !== "").map((one) => ({ iban: one.iban, bic: one.bic.trim() || null, bankName: one.bankName.trim() || null, holder: one.holder.trim() || null })),
      };
    },
    onSubmit: async (body) => onSaved(await (supplier ? change : create).mutateAsync(body)),
  });
  const account = (index: number, to: Partial<Values["accounts"][number]>) => form.update((values) => ({ ...values, accounts: values.accounts.map((one, at) => (at === index ? { ...one, ...to } : one)) }));
  return (
    <Sheet open onClose={onClose} title={supplier ? `Edit ${supplier.name}` : "New supplier"} width={520} foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" type="submit" form="supplier" busy={form.busy}>{supplier ? "Save" : "Add supplier"}</Button></>}>
      <Form form={form} id="supplier" className="grid gap-6">
        <FormErrors labels={{ vatId: "VAT id" }} />
        <Fields>
          <Field label="Name" required {...form.field("name")}><Input {...form.bind("name")} autoFocus maxLength={200} /></Field>
          <Field label="VAT id" optional {...form.field("vatId")} className="phone:col-span-6!"><Input {...form.bind("vatId")} figures /></Field>
          <Field label="Tax number" optional {...form.field("taxNumber")} className="phone:col-span-6!"><Input {...form.bind("taxNumber")} figures /></Field>
          <Field label="Contact" optional {...form.field("contactName")} className="phone:col-span-6!"><Input {...form.bind("contactName")} /></Field>
          <Field label="Your number for them" optional {...form.field("number")} className="phone:col-span-6!"><Input {...form.bind("number")} figures /></Field>
          <Field label="E-mail" optional {...form.field("email")} className="phone:col-span-6!"><Input type="email" {...form.bind("email")} /></Field>
          <Field label="Telephone" optional {...form.field("phone")} className="phone:col-span-6!"><Input type="tel" {...form.bind("phone")} figures /></Field>
          <Field label="Address" optional {...form.field("addressLine1")}><Input {...form.bind("addressLine1")} /></Field>
          <Field label="Second line" optional {...form.field("addressLine2")}><Input {...form.bind("addressLine2")} /></Field>
          <Field label="Postcode" optional {...form.field("postalCode")} className="phone:col-span-4!"><Input {...form.bind("postalCode")} figures /></Field>
          <Field label="Town" optional {...form.field("city")} className="phone:col-span-8!"><Input {...form.bind("city")} /></Field>
          <Field label="Country" optional {...form.field("country")} ><Combobox {...form.bind("country")} options={countryOptions(locale)} /></Field>
        </Fields>
        <div className="grid gap-3">
          <div className="flex items-center justify-between"><h3>Bank accounts</h3><Button size="small" icon="plus" onClick={() => form.update((values) => ({ ...values, accounts: [...values.accounts, { iban: "", bic: "", bankName: "", holder: "" }] }))}>Add</Button></div>
          {form.values.accounts.map((one, index) => (
            <div key={index} className="flex items-end gap-2">
              <Field label="IBAN or account number" {...form.field(`bankAccounts.${index}.iban`)} className="min-w-0 flex-1"><Input value={one.iban} onChange={(iban) => account(index, { iban })} figures /></Field>
              <Field label="BIC" optional {...form.field(`bankAccounts.${index}.bic`)} className="w-[132px]"><Input value={one.bic} onChange={(bic) => account(index, { bic })} figures /></Field>
              <IconButton icon="trash" label={`Remove account ${index + 1}`} onClick={() => form.update((values) => ({ ...values, accounts: values.accounts.filter((_, at) => at !== index) }))} />
            </div>
          ))}
        </div>
        <Field label="Notes" optional {...form.field("notes")}><TextArea {...form.bind("notes")} rows={3} maxLength={4000} /></Field>
      </Form>
    </Sheet>
  );
}
