import { useState } from "react";
import { api, Button, ConfirmDialog, DateText, Field, Form, FormErrors, Input, queryClient, Section, StateChip, toast, useApiMutation, useForm } from "../../web/kit.ts";
import type { DomainView } from "../contract.ts";
import { CopyLine } from "./copy.tsx";
import { stale, type Part } from "./words.ts";

/** The mail domains that the workspace has shown to be its own. Only their people enter by single sign-on. */
export function Domains({ settings, own }: Part) {
  const [removing, setRemoving] = useState<DomainView | null>(null);
  const remove = useApiMutation<DomainView>("delete", "/api/sso/domains/{id}", { request: ({ id }) => ({ path: { id } }), refresh: stale, onDone: () => { setRemoving(null); toast("Gave the domain up"); } });
  const form = useForm({
    initial: { domain: "" },
    onSubmit: async (body: { domain: string }) => { await api.post("/api/sso/domains", { body }); form.reset({ domain: "" }); await queryClient.invalidateQueries({ queryKey: ["/api/sso"] }); },
  });
  return (
    <Section title="Domains" id="sso-domains">
      <p className="max-w-[62ch] text-ink-2">A provider vouches for people of your own domains alone. A TXT record in the domain’s DNS shows that it is yours; it belongs to one workspace at a time.</p>
      {settings.domains.length > 0 && (
        <ul className="mt-3 border-t border-line">
          {settings.domains.map((domain) => <DomainRow key={domain.id} domain={domain} own={own} onRemove={() => { setRemoving(domain); }} />)}
        </ul>
      )}
      {own && (
        <div className="mt-4">
          <Form form={form}>
            <FormErrors labels={{ domain: "Domain" }} />
            <div className="flex items-end gap-2"><Field label="Add a domain" className="min-w-0 flex-1 phone:max-w-[320px]" {...form.field("domain")}><Input {...form.bind("domain")} placeholder="example.com" autoComplete="off" /></Field><Button type="submit" busy={form.busy} disabledBecause={form.values.domain.trim() ? null : "Type a domain first"}>Add</Button></div>
          </Form>
        </div>
      )}
      <ConfirmDialog open={removing !== null} onClose={() => { setRemoving(null); remove.reset(); }} danger title={`Give up ${removing?.domain ?? ""}?`} verb="Give up" busy={remove.isPending} error={remove.error} onConfirm={() => { if (removing) remove.mutate(removing); }}>
        People with an address there can no longer enter by single sign-on, and the directory can no longer add them. Members stay members.
      </ConfirmDialog>
    </Section>
  );
}

function DomainRow({ domain, own, onRemove }: { domain: DomainView; own: boolean; onRemove: () => void }) {
  const check = useApiMutation<void, DomainView>("post", "/api/sso/domains/{id}/check", { request: () => ({ path: { id: domain.id }, body: {} }), refresh: stale, onDone: (answer) => { if (answer.verifiedAt && !answer.problem) toast(`${domain.domain} is verified`); } });
  const waiting = domain.verifiedAt === null;
  return (
    <li className="border-b border-line py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="min-w-0 flex-1 font-medium break-words max-phone:basis-full">{domain.domain}</span>
        <StateChip stage={waiting ? "open" : "done"} tone={waiting ? "doubt" : "done"}>{waiting ? "Waits for its record" : <>Verified <DateText value={domain.verifiedAt} short /></>}</StateChip>
        {own && waiting && <Button size="small" kind="primary" busy={check.isPending} onClick={() => check.mutate()} aria-label={`Check ${domain.domain} now`}>Check now</Button>}
        {own && <Button size="small" kind="quietDanger" onClick={onRemove} aria-label={`Give up ${domain.domain}`}>Give up</Button>}
      </div>
      {(check.error ?? domain.problem) && <p role="status" className={`mt-1.5 text-sm ${check.error ? "text-danger" : "text-doubt"}`}>{check.error?.message ?? domain.problem}{!check.error && domain.checkedAt && <span className="text-ink-3"> Looked <DateText value={domain.checkedAt} short />.</span>}</p>}
      {waiting && <div className="mt-3 grid gap-3"><CopyLine label="Name of the TXT record" value={domain.record.name} /><CopyLine label="Its value" value={domain.record.value} /></div>}
    </li>
  );
}
