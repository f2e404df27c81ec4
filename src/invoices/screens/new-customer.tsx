import { api, Button, Dialog, Field, Fields, Form, FormErrors, Input, queryClient, toast, useForm } from "../../web/kit.ts";
import type { CompanyView } from "../../companies/contract.ts";
import { NewParty, type PartyView } from "../../parties/contract.ts";

type Values = { name: string; email: string; addressLine1: string; postalCode: string; city: string; vatId: string };

/** A customer without leaving the invoice: what the page needs. The rest can be written later on their own page. */
export function NewCustomerDialog({ name, company, onClose, onAdded }: { name: string; company: CompanyView; onClose: () => void; onAdded: (party: PartyView) => void }) {
  const form = useForm<Values, NewParty>({
    initial: { name, email: "", addressLine1: "", postalCode: "", city: "", vatId: "" },
    schema: NewParty,
    toBody: (values) => ({ companyId: company.id, country: company.country, ...Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.trim() || null])), name: values.name }),
    onSubmit: async (body) => {
      const party = await api.post<PartyView>("/api/customers", { body });
      void queryClient.invalidateQueries({ queryKey: ["/api/customers"] });
      toast(`Added ${party.name}`);
      onAdded(party);
    },
  });
  return (
    <Dialog open onClose={onClose} title="New customer" foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" type="submit" form="new-customer" busy={form.busy}>Add customer</Button></>}>
      <Form form={form} id="new-customer">
        <FormErrors labels={{ name: "Name", email: "E-mail", vatId: "VAT number" }} />
        <Fields>
          <Field label="Name" required {...form.field("name")}><Input {...form.bind("name")} autoComplete="off" /></Field>
          <Field label="E-mail" optional {...form.field("email")}><Input type="email" {...form.bind("email")} autoComplete="off" /></Field>
          <Field label="Street and number" optional {...form.field("addressLine1")}><Input {...form.bind("addressLine1")} autoComplete="off" /></Field>
          <Field label="Postal code" optional {...form.field("postalCode")} className="phone:col-span-4!"><Input figures {...form.bind("postalCode")} autoComplete="off" /></Field>
          <Field label="City" optional {...form.field("city")} className="phone:col-span-8!"><Input {...form.bind("city")} autoComplete="off" /></Field>
          <Field label="VAT number" optional {...form.field("vatId")}><Input figures {...form.bind("vatId")} autoComplete="off" /></Field>
        </Fields>
      </Form>
    </Dialog>
  );
}
