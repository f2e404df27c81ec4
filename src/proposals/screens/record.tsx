import { useState } from "react";
import type { z } from "zod";
import {
  Button, ButtonLink, ConfirmDialog, Content, DateInput, DateText, Dialog, DownloadLink, FailedState, Facts, Field, Input, Link, Money, Note, Page, PlainTable, Section, SkeletonLines, State, TextArea,
  showInstant, toast, useApiMutation, useApiQuery, useGo, useLocale, useParam, usePageTitle, useSession,
} from "../../web/kit.ts";
import type { ProposalView, SentProposal } from "../contract.ts";
import { Prose } from "./prose.tsx";

type Sent = z.infer<typeof SentProposal>;
const refresh = ["/api/proposals", "/api/proposals/{id}", "/api/proposals/counts"];

/** One proposal as the seller keeps it: what was offered, who looked, what was answered, and the invoices made of it. */
export function ProposalRecord() {
  const id = useParam("id");
  const go = useGo();
  const { may } = useSession();
  const locale = useLocale();
  const query = useApiQuery<ProposalView>("/api/proposals/{id}", { path: { id } });
  const [sending, setSending] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const [extending, setExtending] = useState<string | null>(null);
  const withdraw = useApiMutation<object, ProposalView>("post", "/api/proposals/{id}/withdraw", { request: () => ({ path: { id }, body: { reason: null } }), refresh, onDone: () => toast("Withdrawn. The links no longer open it for answering.") });
  const extend = useApiMutation<object, ProposalView>("post", "/api/proposals/{id}/extend", { request: () => ({ path: { id }, body: { validUntil: extending } }), refresh, onDone: () => { setExtending(null); toast("Extended"); } });
  const invoice = useApiMutation<object, { id: string }>("post", "/api/proposals/{id}/invoices", { request: () => ({ path: { id }, body: { lines: "all" } }), refresh: [...refresh, "/api/invoices"], onDone: (made) => go(`/invoices/${made.id}/edit`) });
  usePageTitle(query.data?.title);
  if (query.error && !query.data) return <Page title="Proposal" back="/proposals"><FailedState what="The proposal could not be loaded" error={query.error} again={() => void query.refetch()} /></Page>;
  if (!query.data) return <Page title="Proposal" back="/proposals"><Content><SkeletonLines lines={8} /></Content></Page>;
  const proposal = query.data;
  const write = may("proposals.write");
  const open = proposal.state === "sent" || proposal.state === "viewed";
  const editable = write && !["accepted", "part_invoiced", "invoiced"].includes(proposal.state);
  const leftToInvoice = proposal.answer?.kind === "accepted" && proposal.left.some((row) => row.left !== "0");
  return (
    <Page title={proposal.title} back="/proposals" beside={<State of="proposal" is={proposal.state} count={proposal.views} />} actions={<>
      {editable && <ButtonLink to={`/proposals/${id}/edit`} icon="edit">Edit</ButtonLink>}
      {proposal.versions.some((version) => version.hasPdf) && <DownloadLink href={`/api/proposals/${id}/pdf`} icon="download">PDF</DownloadLink>}
      {leftToInvoice && write && <Button kind="primary" busy={invoice.isPending} onClick={() => invoice.mutate({})}>Make invoice</Button>}
      {editable && <Button kind={open ? "plain" : "primary"} onClick={() => setSending(true)} disabledBecause={proposal.blockers[0]?.message ?? null}>{proposal.sentVersion ? "Send again" : "Send"}</Button>}
    </>}>
      <Content>
        {invoice.error && <Note tone="danger">{invoice.error.message}</Note>}
        <Section>
          <Facts items={[
            ["Number", <span className="num">{proposal.number ?? "Given when it is sent"}</span>],
            ["Customer", proposal.customerId ? <Link className="link" to={`/customers/${proposal.customerId}`}>{proposal.customerName}</Link> : "–"],
            ["Valid until", <span>{proposal.validUntil ? <DateText value={proposal.validUntil} /> : "No end"} {open && write && <button type="button" className="link ml-2" onClick={() => setExtending(proposal.validUntil ?? "")}>Extend</button>}</span>],
            ["Sent", proposal.sentAt ? `${showInstant(proposal.sentAt, locale)}, version ${proposal.sentVersion}` : "–"],
            ["Opened", proposal.views > 0 ? `${proposal.views}×, last ${proposal.lastViewedAt ? showInstant(proposal.lastViewedAt, locale) : ""}` : "Not yet"],
            ["Total", <Money amount={proposal.totals.grossTotal} currency={proposal.currency} total />],
          ]} />
          {proposal.unsentChanges && proposal.sentVersion && <div className="mt-3"><Note tone="doubt">There are changes that the buyer has not seen. Send again to replace version {proposal.sentVersion}.</Note></div>}
        </Section>
        {proposal.answer && (
          <Section title={proposal.answer.kind === "accepted" ? "Accepted" : "Declined"}>
            <Facts items={[
              ["By", [proposal.answer.name, proposal.answer.email].filter(Boolean).join(", ")],
              ["When", showInstant(proposal.answer.at, locale)],
              !!proposal.answer.reason && ["Reason", proposal.answer.reason],
              !!proposal.answer.totals && ["For", <Money amount={proposal.answer.totals.grossTotal} currency={proposal.currency} total />],
              !!proposal.answer.consentText && ["Declared", `“${proposal.answer.consentText}”`],
              ["From", [proposal.answer.ip, proposal.answer.userAgent].filter(Boolean).join(" · ") || "–"],
              ["Shown", <span className="num break-all font-code text-sm">{proposal.answer.shownHash}</span>],
              ["Fingerprint", <span className="num break-all font-code text-sm">{proposal.answer.fingerprint}</span>],
            ]} />
          </Section>
        )}
        <Section title="Lines">
          <PlainTable caption="Lines of the proposal">
            <thead><tr><th scope="col">Description</th><th scope="col" className="text-right">Quantity</th><th scope="col" className="text-right">Price</th><th scope="col" className="text-right">Amount</th></tr></thead>
            <tbody>
              {proposal.lines.map((line, index) => {
                const taken = proposal.answer?.kind === "accepted" ? proposal.answer.selection.find((one) => one.lineId === line.id) : undefined;
                const out = proposal.answer?.kind === "accepted" && (line.optional || line.groupId) && !taken;
                return (
                  <tr key={line.id} className={out ? "text-ink-3" : ""}>
                    <td>{line.name}{line.groupId ? <span className="text-ink-3"> · {proposal.groups.find((group) => group.id === line.groupId)?.title}</span> : line.optional ? <span className="text-ink-3"> · optional</span> : null}{out && <span className="text-ink-3"> · not chosen</span>}</td>
                    <td className="num text-right">{taken?.quantity ?? line.quantity}</td><td className="num text-right">{line.unitPrice}</td>
                    <td className="text-right"><Money amount={proposal.lineAmounts[index] ?? null} currency={proposal.currency} struck={Boolean(out)} /></td>
                  </tr>
                );
              })}
            </tbody>
          </PlainTable>
        </Section>
        {proposal.sections.length > 0 && <Section title="Text"><div className="grid max-w-[66ch] gap-5 font-paper text-lg">{proposal.sections.map((section, index) => <div key={index}>{section.title && <h3 className="mb-2 font-strong">{section.title}</h3>}<Prose text={section.text} /></div>)}</div></Section>}
        {proposal.invoices.length > 0 && (
          <Section title="Invoices">
            <ul className="grid gap-1.5">{proposal.invoices.map((one) => <li key={one.id} className="flex justify-between gap-4"><Link className="link" to={`/invoices/${one.id}`}>{one.number ?? "Draft"}</Link><Money amount={one.total} currency={proposal.currency} /></li>)}</ul>
          </Section>
        )}
        {proposal.links.length > 0 && <Links proposal={proposal} />}
        {open && write && <Section><Button kind="quietDanger" onClick={() => setWithdrawing(true)}>Withdraw this proposal</Button></Section>}
      </Content>
      {sending && <SendDialog proposal={proposal} onClose={() => setSending(false)} />}
      <ConfirmDialog open={withdrawing} onClose={() => setWithdrawing(false)} title="Withdraw this proposal?" verb="Withdraw" danger busy={withdraw.isPending} error={withdraw.error} onConfirm={() => withdraw.mutate({}, { onSuccess: () => setWithdrawing(false) })}>
        {proposal.customerName ?? "The buyer"} can no longer accept it. You can send a new version later.
      </ConfirmDialog>
      <Dialog open={extending !== null} onClose={() => setExtending(null)} title="Extend the proposal" foot={<><Button onClick={() => setExtending(null)}>Cancel</Button><Button kind="primary" busy={extend.isPending} disabledBecause={extending ? null : "Choose a day"} onClick={() => extend.mutate({})}>Extend</Button></>}>
        <Field label="Valid until the end of" error={extend.error?.message}><DateInput value={extending ?? ""} onChange={setExtending} /></Field>
      </Dialog>
    </Page>
  );
}

function Links({ proposal }: { proposal: ProposalView }) {
  const { may } = useSession();
  const revoke = useApiMutation<{ linkId: string }>("delete", "/api/proposals/{id}/links/{linkId}", { request: ({ linkId }) => ({ path: { id: proposal.id, linkId } }), refresh, onDone: () => toast("The link no longer opens anything") });
  const [made, setMade] = useState<string | null>(null);
  const make = useApiMutation<object, { link: string }>("post", "/api/proposals/{id}/links", { request: () => ({ path: { id: proposal.id }, body: { label: null } }), refresh, onDone: (answer) => setMade(answer.link) });
  return (
    <Section title="Links" aside={may("proposals.write") && proposal.sentVersion !== null ? <Button size="small" busy={make.isPending} onClick={() => make.mutate({})}>New link</Button> : undefined}>
      {made && <CopyLink link={made} />}
      {make.error && <Note tone="danger">{make.error.message}</Note>}
      <ul className="grid gap-2">
        {proposal.links.map((link) => (
          <li key={link.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <span className={link.revokedAt ? "text-ink-3 line-through" : ""}>{link.recipient ?? "Passed on by hand"}, version {link.sentVersion}</span>
            <span className="text-ink-2">{link.views > 0 ? `opened ${link.views}×` : "not opened"}</span>
            {!link.revokedAt && may("proposals.write") && <button type="button" className="link" onClick={() => revoke.mutate({ linkId: link.id })}>Revoke</button>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A link that is shown this once, with a way to take it along. */
function CopyLink({ link }: { link: string }) {
  return (
    <div className="mb-4 grid gap-2">
      <Note>This link is shown once. Copy it now.</Note>
      <div className="flex gap-2"><input readOnly aria-label="Link for the buyer" value={link} onFocus={(event) => event.target.select()} className="num min-w-0 flex-1 rounded-2 border border-control-line bg-surface px-2.5 py-1.5" />
        <Button icon="copy" onClick={() => { void navigator.clipboard?.writeText(link); toast("Copied the link"); }}>Copy</Button></div>
    </div>
  );
}

/** Sends by mail, or makes a link to pass on by hand. The version that leaves is frozen. */
export function SendDialog({ proposal, onClose }: { proposal: ProposalView; onClose: () => void }) {
  const customer = useApiQuery<{ email: string | null; contactName: string | null }>("/api/customers/{id}", { path: { id: proposal.customerId ?? "" }, enabled: proposal.customerId !== null });
  const [typed, setTyped] = useState<string | null>(null);
  const [message, setMessage] = useState("");
  const [link, setLink] = useState<string | null>(null);
  const to = typed ?? customer.data?.email ?? "";
  const send = useApiMutation<{ byMail: boolean }, Sent>("post", "/api/proposals/{id}/send", {
    request: ({ byMail }) => ({ path: { id: proposal.id }, body: { version: proposal.version, ...(byMail ? { mail: { to, toName: customer.data?.contactName ?? null, message: message || null } } : {}) } }),
    refresh, onDone: (sent, { byMail }) => { if (byMail) { toast(`Sent ${sent.number} to ${to}`); onClose(); } else setLink(sent.link); },
  });
  return (
    <Dialog open onClose={onClose} title={link ? "The link" : `Send ${proposal.title}`} description={link ? undefined : "What you send is kept as it is. Later changes become a new version."}
      foot={link ? <Button kind="primary" onClick={onClose}>Done</Button> : <>
        <Button busy={send.isPending} onClick={() => send.mutate({ byMail: false })}>Only make a link</Button>
        <Button kind="primary" busy={send.isPending} disabledBecause={to ? null : "Write an address, or only make a link"} onClick={() => send.mutate({ byMail: true })}>Send by mail</Button>
      </>}>
      {link ? <CopyLink link={link} /> : (
        <div className="grid gap-4">
          <Field label="To" error={send.error?.fields["mail.to"]}><Input type="email" value={to} onChange={setTyped} /></Field>
          <Field label="Message" optional><TextArea rows={4} value={message} onChange={setMessage} placeholder="The link and the end date are added below." /></Field>
          {send.error && <Note tone="danger">{send.error.message}</Note>}
        </div>
      )}
    </Dialog>
  );
}
