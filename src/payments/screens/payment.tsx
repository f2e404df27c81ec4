import { useState } from "react";
import { Button, Content, DateText, FailedState, Facts, IconButton, Link, Menu, Money, Note, Page, PlainTable, Section, SkeletonLines, StateChip, toast, useApiMutation, useApiQuery, useKeys, useGo, useMoneyText, useParam, usePageTitle, useSession } from "../../web/kit.ts";
import type { z } from "zod";
import type { EntryView, PaymentDetail } from "../contract.ts";
import { isAbove } from "./allocation.ts";
import { PayBackDialog, UseDialog } from "./use-credit.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { entryWords, methodWords, paymentCaches, paymentLook } from "./words.ts";

type Payment = z.infer<typeof PaymentDetail>;

/** One payment: what arrived, what it pays, and every entry that was ever made of it. */
export function PaymentRecord() {
  const id = useParam("id");
  const query = useApiQuery<Payment>("/api/payments/{id}", { path: { id } });
  usePageTitle(query.data && `Payment from ${query.data.customerName}`);
  if (query.error && !query.data) return <Page title="Payment" back="/payments"><FailedState what="The payment could not be loaded" error={query.error} again={() => void query.refetch()} /></Page>;
  if (!query.data) return <Page title="Payment" back="/payments"><Content><SkeletonLines lines={6} /></Content></Page>;
  return <Record payment={query.data} />;
}

function Record({ payment }: { payment: Payment }) {
  const { may } = useSession();
  const go = useGo();
  const money = useMoneyText();
  const [asking, setAsking] = useState<"use" | "refund" | "reverse" | EntryView | null>(null);
  const look = paymentLook[payment.state];
  const path = { id: payment.id };
  const writes = may("payments.write");
  const left = isAbove(payment.unallocated);
  const reversed = payment.state === "reversed";
  const noLeft = left ? null : reversed ? "This payment was reversed" : "All of it is used";
  useKeys("Payment", [
    ...(writes && left ? [{ keys: "a", label: "Use on invoices", run: () => setAsking("use") }] : []),
    { keys: "escape", label: "Back to payments", run: () => go("/payments") },
  ]);
  const close = () => setAsking(null);
  const source = { kind: "payment" as const, id: payment.id, companyId: payment.companyId, customerId: payment.customerId, customerName: payment.customerName, currency: payment.currency, left: payment.unallocated };
  const reverse = useApiMutation<{ reason: string; date?: string }, Payment>("post", "/api/payments/{id}/reverse", { request: (body) => ({ path, body }), refresh: paymentCaches, onDone: () => { close(); toast(`Reversed the payment from ${payment.customerName}`); } });
  const takeOff = useApiMutation<{ reason: string; entryId: string }, Payment>("post", "/api/payments/{id}/unallocate", { request: (body) => ({ path, body }), refresh: paymentCaches, onDone: () => { close(); toast("Taken off the invoice"); } });
  return (
    <Page title={`${money(payment.amount, payment.currency)} from ${payment.customerName}`} back="/payments" beside={<StateChip stage={look.stage} tone={look.tone}>{look.word}</StateChip>} actions={writes && (
      <>
        <Menu items={[
          { label: "Pay back", icon: "again", onChoose: () => setAsking("refund"), disabledBecause: noLeft },
          { label: "Reverse", icon: "trash", danger: true, onChoose: () => setAsking("reverse"), disabledBecause: reversed ? "It is reversed already" : payment.state === "refunded" ? "All of it was paid back" : null },
        ]}><IconButton icon="more" label="More" kind="plain" /></Menu>
        {left && <Button kind="primary" keys="a" onClick={() => setAsking("use")}>Use on invoices</Button>}
      </>
    )}>
      <Content className="max-w-[820px]">
        {reversed && <div className="mt-2"><Note tone="doubt">Reversed. What it paid is open again.</Note></div>}
        <Section title="What arrived">
          <Facts items={[
            ["From", <Link className="link" to={`/customers/${payment.customerId}`}>{payment.customerName}</Link>],
            ["Amount", <Money amount={payment.amount} currency={payment.currency} total struck={reversed} />],
            ["Arrived on", <DateText value={payment.receivedOn} />],
            ["By", methodWords[payment.method]],
            payment.reference ? ["Reference", payment.reference] : null,
            payment.provider ? ["Recorded by", payment.provider] : null,
            payment.note ? ["Note", payment.note] : null,
            ["Used", <Money amount={payment.allocated} currency={payment.currency} />],
            isAbove(payment.refunded) ? ["Paid back", <Money amount={payment.refunded} currency={payment.currency} />] : null,
            ["Left to use", <Money amount={payment.unallocated} currency={payment.currency} />],
          ]} />
        </Section>
        <Section title="What it pays now">
          {payment.invoices.length === 0 ? <p className="text-ink-3">Nothing{left ? ". It stays with the customer as credit." : "."}</p> : (
            <PlainTable caption="Invoices this payment pays">
              <thead><tr><th scope="col">Invoice</th><th scope="col" className="text-right">Amount</th></tr></thead>
              <tbody>{payment.invoices.map((one) => <tr key={one.invoiceId}><td><Link className="num font-medium hover:underline" to={`/invoices/${one.invoiceId}`}>{one.number}</Link></td><td className="text-right"><Money amount={one.amount} currency={payment.currency} /></td></tr>)}</tbody>
            </PlainTable>
          )}
        </Section>
        <Section title="Ledger" aside="Nothing here is ever changed; undoing adds an entry">
          <PlainTable caption="Entries of this payment">
            <thead><tr><th scope="col" className="w-28">Date</th><th scope="col">Entry</th><th scope="col" className="max-phone:hidden">By</th><th scope="col" className="text-right">Amount</th><th scope="col" className="w-24"><span className="sr-only">Undo</span></th></tr></thead>
            <tbody>
              {payment.entries.map((entry) => (
                <tr key={entry.id} className={entry.undone ? "text-ink-3" : ""}>
                  <td><DateText short value={entry.date} /></td>
                  <td>{entryWords(entry)}{entry.undone && " (taken back)"}{entry.reason && <span className="block text-sm text-ink-3">{entry.reason}</span>}</td>
                  <td className="text-ink-2 max-phone:hidden">{entry.by}</td>
                  <td className="text-right"><Money amount={entry.amount} currency={entry.currency} struck={entry.undone} /></td>
                  <td className="text-right">{writes && entry.kind === "allocate" && !entry.undone && !reversed && <Button size="small" kind="quiet" onClick={() => setAsking(entry)}>Take off</Button>}</td>
                </tr>
              ))}
            </tbody>
          </PlainTable>
        </Section>
      </Content>
      {asking === "use" && <UseDialog source={source} onClose={close} />}
      {asking === "refund" && <PayBackDialog source={source} onClose={close} />}
      {asking === "reverse" && <ReasonDialog title="Reverse this payment?" verb="Reverse payment" danger dated busy={reverse.isPending} error={reverse.error} onClose={close} onConfirm={(reason, date) => reverse.mutate({ reason, date })} label="Why" placeholder="Returned by the bank">
        {payment.invoices.length > 0 ? `${payment.invoices.map((one) => `${one.number} is open again by ${money(one.amount, payment.currency)}`).join(", ")}.` : "It paid nothing yet."} The entry stays in the ledger.
      </ReasonDialog>}
      {asking !== null && typeof asking === "object" && <ReasonDialog title={`Take ${money(asking.amount, asking.currency)} off ${asking.invoiceNumber}?`} verb="Take off" busy={takeOff.isPending} error={takeOff.error} onClose={close} onConfirm={(reason) => takeOff.mutate({ reason, entryId: asking.id })} label="Why" placeholder="Meant for another invoice">
        {asking.invoiceNumber} is open again by that much, and the money is free to use.
      </ReasonDialog>}
    </Page>
  );
}
