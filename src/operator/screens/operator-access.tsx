import { useState } from "react";
import {
  Button, Checkbox, ConfirmDialog, DateText, Dialog, FailedState, Field, FieldSet, Form, FormErrors, Icon, Note, plural, Section, Select, SkeletonLines, StateChip, TextArea, toast, useApiMutation, useApiQuery, useForm, useSession,
} from "../../web/kit.ts";
import { GrantAccess, readable, type AccessView, type Readable } from "../contract.ts";
import { readableWords } from "../policy.ts";

type Granted = AccessView & { code: string };
const stages = { open: "underWay", expired: "ended", ended: "ended" } as const;
const durations = [1, 4, 8, 24, 48, 72];

/** What the people who run this server may read in this workspace: nothing, unless an owner grants it for a time. */
export function OperatorAccess() {
  const { may } = useSession();
  const own = may("workspace.own");
  const query = useApiQuery<{ items: AccessView[] }>("/api/operator-access", { enabled: own });
  const [granting, setGranting] = useState(false);
  const [ending, setEnding] = useState<AccessView | null>(null);
  const end = useApiMutation<AccessView, AccessView>("post", "/api/operator-access/{id}/end", { request: ({ id }) => ({ path: { id } }), refresh: ["/api/operator-access"], onDone: () => { setEnding(null); toast("Ended the operator's access"); } });
  const items = query.data?.items ?? [];
  const open = items.filter((one) => one.state === "open");
  return (
    <Section title="Operator access" id="operator-access">
      <div className="flex gap-6 max-phone:flex-col max-phone:gap-3">
        <p className="max-w-[62ch] flex-1 text-ink-2">Whoever runs this server sees counts and health, no content. To let them look into something with you, an owner grants access for a time: reading only, every look in the activity log and told to the owners by mail.</p>
        {own && <span className="shrink-0"><Button onClick={() => setGranting(true)}>Grant access…</Button></span>}
      </div>
      {!own ? <p className="mt-2 text-sm text-ink-3">Only owners grant access and see what was granted.</p>
        : query.error && !query.data ? <FailedState compact what="The list could not be loaded" error={query.error} again={() => void query.refetch()} />
        : !query.data ? <SkeletonLines lines={2} />
        : items.length === 0 ? <p className="mt-3 text-ink-3">No access was ever granted.</p>
        : <ul className="mt-3">{[...open, ...items.filter((one) => one.state !== "open")].slice(0, 12).map((access) => (
          <li key={access.id} className={`flex gap-x-4 gap-y-1 border-t border-line py-2 max-phone:flex-col ${access.state === "open" ? "" : "text-ink-2"}`}>
            <div className="min-w-0 flex-1"><div className="break-words">{access.reason}</div><div className="text-sm text-ink-3">{access.reads.map((kind) => readableWords[kind]).join(", ")} · granted by {access.grantedBy}, <DateText value={access.createdAt} short /></div></div>
            <div className="w-[220px] shrink-0 max-phone:w-auto"><StateChip stage={stages[access.state]} tone={access.state === "open" ? "doubt" : "off"}>{access.state === "open" ? <>Open until <DateText value={access.expiresAt} /></> : access.state === "ended" ? <>Ended <DateText value={access.endedAt} short /></> : <>Expired <DateText value={access.expiresAt} short /></>}</StateChip>
              <div className="text-sm text-ink-3">{access.uses === 0 ? "never used" : <>read {access.uses === 1 ? "once" : `${access.uses} times`}, last <DateText value={access.lastUsedAt} short /></>}</div></div>
            <div className="w-20 shrink-0 text-right max-phone:w-auto max-phone:text-left">{access.state === "open" && <Button size="small" kind="quietDanger" onClick={() => setEnding(access)}>End now</Button>}</div>
          </li>
        ))}</ul>}
      {granting && <Grant onClose={() => setGranting(false)} />}
      <ConfirmDialog open={ending !== null} onClose={() => { setEnding(null); end.reset(); }} danger title="End the operator's access?" verb="End access" busy={end.isPending} error={end.error} onConfirm={() => { if (ending) end.mutate(ending); }}>
        From this moment its code opens nothing. It cannot be brought back; you can grant another.
      </ConfirmDialog>
    </Section>
  );
}

function Grant({ onClose }: { onClose: () => void }) {
  const [granted, setGranted] = useState<Granted | null>(null);
  const grant = useApiMutation<GrantAccess, Granted>("post", "/api/operator-access", { refresh: ["/api/operator-access"], onDone: setGranted });
  const form = useForm({
    initial: { hours: "8", reason: "", reads: [] as Readable[] }, schema: GrantAccess, toBody: ({ hours, reason, reads }) => ({ hours: Number(hours), reason, reads }),
    onSubmit: (body: GrantAccess) => grant.mutateAsync(body),
  });
  if (granted) {
    return (
      <Dialog open onClose={onClose} title="Access granted" width={560} foot={<Button kind="primary" onClick={onClose}>I have handed it over</Button>}>
        <div className="grid gap-3"><Note tone="doubt">This code is shown once. Give it to the person who is to look, in a way you trust.</Note><Code text={granted.code} />
          <p className="text-sm text-ink-2">It opens {granted.reads.map((kind) => readableWords[kind].toLowerCase()).join(", ")} of this workspace for reading, until <DateText value={granted.expiresAt} />.</p></div>
      </Dialog>
    );
  }
  const { reads } = form.values;
  const toggle = (kind: Readable, on: boolean) => form.set("reads", on ? [...reads, kind] : reads.filter((one) => one !== kind));
  const problem = form.field("reads").error;
  return (
    <Dialog open onClose={onClose} title="Grant the operator access" width={520} foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" type="submit" form="grant-access" busy={form.busy}>Grant access</Button></>}>
      <Form form={form} id="grant-access">
        <FormErrors labels={{ reason: "Why", reads: "What they may read", hours: "For how long" }} />
        <div className="grid gap-4">
          <Field label="Why" hint="Stands in the activity log, and in the mail to all owners." {...form.field("reason")}><TextArea rows={2} {...form.bind("reason")} placeholder="An export does not finish" /></Field>
          <FieldSet legend="What they may read">
            <div className="grid grid-cols-2 gap-x-3 gap-y-1.5 max-phone:grid-cols-1">{readable.map((kind) => <Checkbox key={kind} checked={reads.includes(kind)} onChange={(on) => toggle(kind, on === true)}>{readableWords[kind]}</Checkbox>)}</div>
            {problem && <p role="alert" className="mt-1 text-sm text-danger">{problem}</p>}
          </FieldSet>
          <Field label="For how long" {...form.field("hours")}><Select {...form.bind("hours")} options={durations.map((hours) => ({ value: String(hours), label: plural(hours, "hour") }))} /></Field>
        </div>
      </Form>
    </Dialog>
  );
}

/** The code, to be passed on by hand; spoken when it is copied. */
function Code({ text }: { text: string }) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  const copy = () => void navigator.clipboard.writeText(text).then(() => setState("copied"), () => setState("refused"));
  return (
    <div>
      <div className="flex items-center gap-2 rounded-2 border border-line-strong bg-sunken p-1 pl-3"><code className="min-w-0 flex-1 overflow-x-auto font-code text-sm whitespace-nowrap select-all">{text}</code><Button size="small" kind="primary" icon={state === "copied" ? "check" : "copy"} onClick={copy}>{state === "copied" ? "Copied" : "Copy"}</Button></div>
      <p role="status" className="mt-1 text-sm text-ink-3">{state === "copied" ? "Code copied" : state === "refused" ? <><Icon name="warning" size={12} /> This browser does not allow copying. Select the text and copy it.</> : ""}</p>
    </div>
  );
}
