import { useState } from "react";
import { Button, ButtonLink, ConfirmDialog, Content, DateText, EmptyState, FailedState, Facts, Iban, IconButton, Link, Menu, Money, Note, Page, PlainTable, plural, Section, SkeletonLines, State, Tag, toast, useApiMutation, useApiQuery, useCommands, useCompany, useGo, useKeys, useLocale, useParam, usePageTitle, useSession, type ApiPage } from "../../web/kit.ts";
import type { CompanyView } from "../../companies/contract.ts";
import type { InvoiceListRow } from "../../invoices/contract.ts";
import type { CustomerBalance } from "../../payments/contract.ts";
import { RecordPayment } from "../../payments/screens/index.ts";
import type { PartyView } from "../contract.ts";
import { addressLines, localeOptions } from "./words.ts";

/** A customer: who they are, what they owe, and what was sent to them. */
export function CustomerRecord() {
  const id = useParam("id");
  const query = useApiQuery<PartyView>("/api/customers/{id}", { path: { id } });
  usePageTitle(query.data?.name);
  if (query.error && !query.data) return <Page title="Customer" back="/customers"><FailedState what="The customer could not be loaded" error={query.error} again={() => void query.refetch()} /></Page>;
  if (!query.data) return <Page title="Customer" back="/customers"><Content><SkeletonLines lines={6} /></Content></Page>;
  return <Record customer={query.data} />;
}

function Record({ customer }: { customer: PartyView }) {
  const { may } = useSession();
  const company = useCompany();
  const profile = useApiQuery<CompanyView>("/api/companies/{id}", { path: { id: company.id }, staleMs: 60_000 }).data;
  const locale = useLocale();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const [paying, setPaying] = useState(false);
  const path = { id: customer.id };
  const refresh = ["/api/customers", "/api/customers/{id}"];
  const restore = useApiMutation<void, PartyView>("post", "/api/customers/{id}/restore", { request: () => ({ path }), refresh, onDone: () => toast(`Brought back ${customer.name}`) });
  const archive = useApiMutation<void, PartyView>("post", "/api/customers/{id}/archive", { request: () => ({ path }), refresh, onDone: () => toast(`Put away ${customer.name}`, { undo: () => restore.mutate() }) });
  const writes = may("customers.write");
  const archived = customer.archivedAt !== null;
  const invoices = may("invoices.write") && !archived;
  const newInvoice = `/invoices/new?customer=${customer.id}`;
  useKeys("Customer", [
    ...(invoices ? [{ keys: "i", label: "New invoice", run: () => go(newInvoice) }] : []),
    ...(may("payments.write") ? [{ keys: "p", label: "Record payment", run: () => setPaying(true) }] : []),
    ...(writes ? [{ keys: "e", label: "Edit", run: () => go(`/customers/${customer.id}/edit`) }] : []),
    { keys: "escape", label: "Back to customers", run: () => go("/customers") },
  ]);
  useCommands([
    ...(invoices ? [{ label: `New invoice to ${customer.name}`, icon: "invoices" as const, keys: "i", run: () => go(newInvoice) }] : []),
    ...(may("payments.write") ? [{ label: `Record payment from ${customer.name}`, icon: "payments" as const, keys: "p", run: () => setPaying(true) }] : []),
    ...(writes ? [{ label: `Edit ${customer.name}`, icon: "edit" as const, keys: "e", run: () => go(`/customers/${customer.id}/edit`) }] : []),
  ]);
  const lines = addressLines(customer, locale);
  return (
    <Page title={customer.name} back="/customers" beside={<>{customer.number && <span className="num">{customer.number}</span>}{archived && <Tag>Put away</Tag>}{customer.isSupplier && <Tag>Also a supplier</Tag>}</>} actions={
      <>
        {writes && <Menu items={[
          archived ? { label: "Bring back", icon: "again", onChoose: () => restore.mutate() } : { label: "Put away", icon: "inbox", onChoose: () => setAsking(true) },
          customer.isSupplier && { label: "Open as supplier", icon: "suppliers", onChoose: () => go(`/suppliers/${customer.id}`) },
        ]}><IconButton icon="more" label="More" kind="plain" /></Menu>}
        {writes && <ButtonLink to={`/customers/${customer.id}/edit`} icon="edit" keys="e">Edit</ButtonLink>}
        {may("payments.write") && <Button icon="payments" keys="p" onClick={() => setPaying(true)}>Record payment</Button>}
        {invoices && <ButtonLink to={newInvoice} kind="primary" icon="plus" keys="i">New invoice</ButtonLink>}
      </>
    }>
      <Content className="desk:grid desk:grid-cols-[minmax(0,1fr)_340px] desk:gap-10">
        <div className="min-w-0">
          {archived && <div className="mt-2"><Note action={writes && <Button size="small" busy={restore.isPending} onClick={() => restore.mutate()}>Bring back</Button>}>Put away. Their invoices stay, and they are not offered for new ones.</Note></div>}
          <Balance customerId={customer.id} />
          <Invoices customer={customer} />
        </div>
        <aside className="min-w-0" aria-label="About the customer">
          <Section title="Address">
            {lines.length > 0 ? <address className="not-italic">{customer.name}{lines.map((line) => <span key={line} className="block">{line}</span>)}</address>
              : <p className="text-ink-3">No address yet.{writes && <> <Link to={`/customers/${customer.id}/edit`} className="link">Add it</Link></>}</p>}
          </Section>
          <Section title="Contact">
            <Facts labelWidth={112} items={[
              ["Contact", customer.contactName ?? <None />], ["E-mail", customer.email ? <a className="link break-all" href={`mailto:${customer.email}`}>{customer.email}</a> : <None />],
              customer.phone ? ["Telephone", <a className="link num" href={`tel:${customer.phone.replace(/[^\d+]/g, "")}`}>{customer.phone}</a>] : null, customer.website ? ["Website", customer.website] : null,
            ]} />
          </Section>
          <Section title="Invoicing">
            <Facts labelWidth={112} items={[
              ["Terms", customer.termsDays === null ? (profile ? `${plural(profile.termsDays, "day")}, as usual` : "As usual") : plural(customer.termsDays, "day")],
              ["Currency", customer.currency ?? `${company.currency}, as usual`],
              ["Language", customer.locale ? (localeOptions(locale, customer.locale).find((one) => one.value === customer.locale)?.label ?? customer.locale) : "The company’s"],
              ["VAT number", customer.vatId ? <span className="num">{customer.vatId}</span> : <None />],
              customer.taxNumber ? ["Tax number", <span className="num">{customer.taxNumber}</span>] : null, customer.registration ? ["Registration", customer.registration] : null, customer.buyerReference ? ["Reference", customer.buyerReference] : null,
            ]} />
          </Section>
          {customer.bankAccounts.length > 0 && <Section title="Bank accounts"><ul className="grid gap-1.5">{customer.bankAccounts.map((one) => <li key={one.id}><Iban value={one.iban} />{one.bic && <span className="num ml-2 text-ink-3">{one.bic}</span>}</li>)}</ul></Section>}
          {customer.notes && <Section title="Notes"><p className="whitespace-pre-wrap text-ink-2">{customer.notes}</p></Section>}
        </aside>
      </Content>
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={`Put ${customer.name} away?`} verb="Put away" busy={archive.isPending} error={archive.error} onConfirm={() => archive.mutate(undefined, { onSuccess: () => setAsking(false) })}>They are no longer offered for new invoices and proposals. What was issued stays, and you can bring them back.</ConfirmDialog>
      {paying && <RecordPayment customer={customer} onClose={() => setPaying(false)} />}
    </Page>
  );
}

const None = () => <span className="text-ink-3">–</span>;

/** What they owe and what stands to their credit, per currency, never added over currencies. */
function Balance({ customerId }: { customerId: string }) {
  const { may } = useSession();
  const query = useApiQuery<CustomerBalance>("/api/customers/{id}/balance", { path: { id: customerId }, enabled: may("payments.read") });
  if (query.error) return <Section title="Balance"><FailedState compact what="The balance could not be loaded" error={query.error} again={() => void query.refetch()} /></Section>;
  if (!query.data) return <Section title="Balance"><SkeletonLines lines={2} /></Section>;
  const { balances } = query.data;
  return (
    <Section title="Balance">
      {balances.length === 0 && <p className="text-ink-3">Nothing is owed either way.</p>}
      {balances.map((one) => (
        <dl key={one.currency} className="mb-3 flex flex-wrap gap-x-10 gap-y-3 last:mb-0">
          <Figure label={`Open on ${plural(one.openInvoices, "invoice")}`}><Money amount={one.open} currency={one.currency} /></Figure>
          <Figure label="Overdue"><Money amount={one.overdue} currency={one.currency} bad={/[1-9]/.test(one.overdue)} /></Figure>
          <Figure label="Credit to use"><Money amount={one.credit} currency={one.currency} /></Figure>
          {/[1-9]/.test(one.credit) && <Figure label="Balance"><Money amount={one.balance} currency={one.currency} /></Figure>}
        </dl>
      ))}
    </Section>
  );
}

function Figure({ label, children }: { label: string; children: React.ReactNode }) {
  return <div><dt className="text-sm text-ink-3">{label}</dt><dd className="mt-0.5 text-xl font-strong">{children}</dd></div>;
}

function Invoices({ customer }: { customer: PartyView }) {
  const { may } = useSession();
  const query = useApiQuery<ApiPage<InvoiceListRow>>("/api/invoices", { query: { customerId: customer.id, limit: 25 }, enabled: may("invoices.read") });
  if (query.error && !query.data) return <Section title="Invoices"><FailedState compact what="The invoices could not be loaded" error={query.error} again={() => void query.refetch()} /></Section>;
  if (!query.data) return <Section title="Invoices"><SkeletonLines lines={4} /></Section>;
  const rows = query.data.items;
  if (rows.length === 0) return <Section title="Invoices"><EmptyState title="Write the first invoice to them" action={may("invoices.write") && <ButtonLink to={`/invoices/new?customer=${customer.id}`} icon="plus">New invoice</ButtonLink>} /></Section>;
  return (
    <Section title="Invoices" aside={<Link className="link" to={`/invoices?customer=${customer.id}`}>All in the list</Link>}>
      <PlainTable caption={`Invoices to ${customer.name}`}>
        <thead><tr><th scope="col">Number</th><th scope="col" className="max-phone:hidden">For</th><th scope="col" className="max-phone:hidden">Issued</th><th scope="col" className="max-phone:hidden">Due</th><th scope="col" className="text-right">Total</th><th scope="col" className="text-right max-phone:hidden">Open</th><th scope="col" className="pl-5">State</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td><Link to={row.document === "draft" ? `/invoices/${row.id}/edit` : `/invoices/${row.id}`} className="num font-medium hover:underline">{row.number ?? "Draft"}</Link></td>
              <td className="clip max-w-56 text-ink-2 max-phone:hidden">{row.title}</td>
              <td className="max-phone:hidden"><DateText short value={row.issueDate} /></td>
              <td className="max-phone:hidden"><DateText short value={row.dueDate} late={row.daysOverdue > 0} /></td>
              <td className="text-right"><Money amount={row.total} currency={row.currency} struck={row.document === "void"} /></td>
              <td className="text-right max-phone:hidden">{row.document === "draft" || row.document === "void" ? <None /> : <Money amount={row.open} currency={row.currency} />}</td>
              <td className="pl-5 whitespace-nowrap">{row.daysOverdue > 0 ? <State of="settlement" is="overdue" count={row.daysOverdue} /> : row.document === "draft" || row.document === "void" ? <State of="document" is={row.document} /> : <State of="settlement" is={row.settlement ?? "unpaid"} />}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {query.data.nextCursor && <p className="mt-2 text-sm text-ink-3">The newest {rows.length}. <Link className="link" to={`/invoices?customer=${customer.id}`}>See all</Link></p>}
    </Section>
  );
}
