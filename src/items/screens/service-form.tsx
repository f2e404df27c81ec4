import { useState, type ReactNode } from "react";
import { currencyCodes } from "@counterfoil/money";
import { api, asApiError, Button, ChangedElsewhere, Combobox, Content, DecimalInput, FailedState, Facts, Field, Fields, Form, FormErrors, IconButton, Input, Menu, Money, Note, Page, queryClient, Radios, Select, SkeletonLines, Tag, TextArea, toast, useApiMutation, useApiQuery, useCompany, useFilters, useForm, useGo, useKeys, useParam, usePageTitle, useSession } from "../../web/kit.ts";
import type { CompanyView } from "../../companies/contract.ts";
import type { VatCategory } from "../../platform/fields.ts";
import { ChangeItem, NewItem, type ItemView } from "../contract.ts";
import { carriesRate, readUnit, unitName, whyNotRate } from "../policy.ts";
import { categoryOptions, unitOptions, vatSentence, withCents } from "./words.ts";

type Values = { kind: "service" | "product"; name: string; code: string; description: string; unit: string; unitPrice: string; currency: string; vatCategory: VatCategory; vatRate: string };
const bodyOf = (values: Values) => ({ ...values, code: values.code.trim() || null, description: values.description.trim() || null, unit: readUnit(values.unit) ?? values.unit, vatRate: carriesRate(values.vatCategory) ? values.vatRate : "0" });
const valuesOf = (item: ItemView): Values => ({ ...item, code: item.code ?? "", description: item.description ?? "", unit: unitName(item.unit), unitPrice: withCents(item.unitPrice, item.currency) });
const labels = { name: "Name", code: "Code", unit: "Unit", unitPrice: "Price", currency: "Currency", vatRate: "VAT rate", vatCategory: "VAT", description: "Description" };

/** Prices and tax of the company's profile, which the session does not carry. */
const useProfile = () => useApiQuery<CompanyView>("/api/companies/{id}", { path: { id: useCompany().id }, staleMs: 60_000 });

export function NewService() {
  const company = useCompany();
  const [{ name }] = useFilters({ name: "" });
  const profile = useProfile();
  if (profile.error && !profile.data) return <Page title="New service" back="/services"><FailedState what="The company could not be loaded" error={profile.error} again={() => void profile.refetch()} /></Page>;
  if (!profile.data) return <Page title="New service" back="/services"><Content><SkeletonLines lines={6} /></Content></Page>;
  const start: Values = { kind: "service", name, code: "", description: "", unit: "hour", unitPrice: "", currency: company.currency, vatCategory: profile.data.defaultVatCategory, vatRate: profile.data.defaultVatRate };
  return <ServiceForm title="New service" start={start} done={(item) => `Added ${item.name}`} send={(values) => api.post<ItemView>("/api/items", { body: NewItem.parse({ companyId: company.id, ...bodyOf(values) }) })} />;
}

export function EditService() {
  const id = useParam("id");
  const { may } = useSession();
  const query = useApiQuery<ItemView>("/api/items/{id}", { path: { id }, staleMs: Infinity });
  usePageTitle(query.data?.name);
  if (query.error && !query.data) return <Page title="Service" back="/services"><FailedState what="The service could not be loaded" error={query.error} again={() => void query.refetch()} /></Page>;
  if (!query.data) return <Page title="Service" back="/services"><Content><SkeletonLines lines={6} /></Content></Page>;
  return may("items.write") ? <Editing key={query.data.id} item={query.data} /> : <Reading item={query.data} />;
}

function Reading({ item }: { item: ItemView }) {
  return (
    <Page title={item.name} back="/services">
      <Content narrow><Facts items={[["Price", <Money amount={item.unitPrice} currency={item.currency} />], ["Per", unitName(item.unit)], ["VAT", vatSentence(item.vatCategory, item.vatRate)], ["Code", item.code ?? "–"], item.description ? ["Description", <span className="whitespace-pre-wrap">{item.description}</span>] : null]} /></Content>
    </Page>
  );
}

function Editing({ item }: { item: ItemView }) {
  const [base, setBase] = useState(item);
  const [newer, setNewer] = useState<ItemView | null>(null);
  const path = { id: item.id };
  const refresh = ["/api/items"];
  const keep = (next: ItemView) => { queryClient.setQueryData(["/api/items/{id}", { path, query: {} }], next); setBase(next); };
  const restore = useApiMutation<void, ItemView>("post", "/api/items/{id}/restore", { request: () => ({ path }), refresh, onDone: (one) => { keep(one); toast(`Brought back ${one.name}`); } });
  const archive = useApiMutation<void, ItemView>("post", "/api/items/{id}/archive", { request: () => ({ path }), refresh, onDone: (one) => { keep(one); toast(`Put away ${one.name}`, { undo: () => restore.mutate() }); } });
  const archived = base.archivedAt !== null;
  return (
    <ServiceForm key={base.version} title={base.name} start={valuesOf(base)} done={(saved) => `Saved ${saved.name}`} beside={archived && <Tag>Put away</Tag>}
      actions={<Menu items={[archived ? { label: "Bring back", icon: "again", onChoose: () => restore.mutate() } : { label: "Put away", icon: "inbox", onChoose: () => archive.mutate() }]}><IconButton icon="more" label="More" kind="plain" /></Menu>}
      send={async (values) => {
        try {
          return await api.put<ItemView>("/api/items/{id}", { path, body: ChangeItem.parse({ ...bodyOf(values), version: newer?.version ?? base.version }) });
        } catch (error) {
          if (asApiError(error).code === "changed_elsewhere") setNewer(await api.get<ItemView>("/api/items/{id}", { path }));
          throw error;
        }
      }}
      notice={(submit) => newer ? <ChangedElsewhere who="Somebody" when={newer.updatedAt} onKeep={submit} onReload={() => { keep(newer); setNewer(null); }} /> : archived && <div className="px-6 pt-2 max-phone:px-4"><Note action={<Button size="small" onClick={() => restore.mutate()}>Bring back</Button>}>Put away. It is no longer offered for new lines; invoices that name it stay as they are.</Note></div>} />
  );
}

function ServiceForm({ title, start, send, done, beside, actions, notice }: { title: string; start: Values; send: (values: Values) => Promise<ItemView>; done: (item: ItemView) => string; beside?: ReactNode; actions?: ReactNode; notice?: (submit: () => void) => ReactNode }) {
  const go = useGo();
  const company = useCompany();
  const profile = useProfile().data;
  const form = useForm<Values, Values>({
    initial: start,
    schema: {
      safeParse: (values) => {
        const body = bodyOf(values as Values);
        const found = ChangeItem.safeParse({ ...body, version: 0 });
        const problem = found.success ? whyNotRate(body.vatCategory, body.vatRate) : null;
        if (problem) return { success: false, error: { issues: [{ path: ["vatRate"], message: problem }] } };
        return found.success ? { success: true, data: values as Values } : { success: false, error: found.error };
      },
    },
    onSubmit: async (values) => {
      const saved = await send(values);
      queryClient.setQueryData(["/api/items/{id}", { path: { id: saved.id }, query: {} }], saved);
      await queryClient.invalidateQueries({ queryKey: ["/api/items"] });
      toast(done(saved));
      go("/services", { replace: true });
    },
  });
  useKeys("Form", [{ keys: "mod+s", label: "Save", run: () => document.querySelector<HTMLFormElement>("#service")?.requestSubmit(), whileEditing: true }]);
  const currencies = [company.currency, ...currencyCodes.filter((code) => code !== company.currency)];
  return (
    <Page title={title} back="/services" beside={beside} actions={<>{actions}<Button kind="quiet" onClick={() => go("/services")}>Cancel</Button><Button kind="primary" type="submit" form="service" busy={form.busy} keys="mod+s">Save</Button></>}>
      {notice?.(() => void form.submit())}
      <Content narrow>
        <Form form={form} id="service" className="pt-2">
          <FormErrors labels={labels} />
          <Fields>
            <Field label="Name" required {...form.field("name")} className="phone:col-span-8!"><Input {...form.bind("name")} autoFocus autoComplete="off" /></Field>
            <Field label="Code" optional {...form.field("code")} className="phone:col-span-4!"><Input figures {...form.bind("code")} autoComplete="off" /></Field>
            <Field label="Description" optional hint="Printed under the name, in smaller type." {...form.field("description")}><TextArea {...form.bind("description")} rows={3} /></Field>
            <Field label={profile?.prices === "inclusive" ? "Price, tax included" : "Price before tax"} required {...form.field("unitPrice")} className="phone:col-span-4!"><DecimalInput {...form.bind("unitPrice")} decimals={6} after={form.values.currency} /></Field>
            <Field label="Per" {...form.field("unit")} className="phone:col-span-4!"><Combobox free {...form.bind("unit")} options={unitOptions} /></Field>
            <Field label="Currency" {...form.field("currency")} className="phone:col-span-4!"><Combobox {...form.bind("currency")} options={currencies.map((code) => ({ value: code, label: code }))} /></Field>
            <Field label="VAT" {...form.field("vatCategory")} className="phone:col-span-8!"><Select value={form.values.vatCategory} onChange={(vatCategory) => form.update((values) => ({ ...values, vatCategory, vatRate: carriesRate(vatCategory) ? (/[1-9]/.test(values.vatRate) ? values.vatRate : (profile?.defaultVatRate ?? "")) : "0" }))} options={categoryOptions} /></Field>
            {carriesRate(form.values.vatCategory) && <Field label="Rate" {...form.field("vatRate")} className="phone:col-span-4!"><DecimalInput {...form.bind("vatRate")} decimals={4} after="%" /></Field>}
            <Field label="Kind" className="phone:col-span-12!"><Radios label="Kind" value={form.values.kind} onChange={(kind) => form.set("kind", kind)} choices={[{ value: "service", label: "Service" }, { value: "product", label: "Goods" }]} /></Field>
          </Fields>
        </Form>
      </Content>
    </Page>
  );
}
