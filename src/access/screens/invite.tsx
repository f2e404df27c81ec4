import { Button, Dialog, Field, Form, FormErrors, Input, Radios, useApiMutation, useForm } from "../../web/kit.ts";
import { mayBeLimited, mayGrant, roles, type Role } from "../permissions.ts";
import { explain } from "../policy.ts";
import { CopyBox } from "./copy.tsx";
import { CompaniesField } from "./limit.tsx";
import { roleWords } from "./words.ts";

type Body = { email: string; role: Role; companyIds: string[] | null };

/** Asks for an address, a role and companies. Where no mail can be sent the link is shown once: it is kept only as its hash. */
export function InviteDialog({ mine, onClose }: { mine: Role; onClose: () => void }) {
  const invite = useApiMutation<Body, { id: string; link: string | null }>("post", "/api/team/invitations", { refresh: ["/api/team"] });
  const form = useForm({
    initial: { email: "", role: "member" as Role, companyIds: null as string[] | null },
    toBody: ({ email, role, companyIds }) => ({ email: email.trim(), role, companyIds: mayBeLimited(role) ? companyIds : null }),
    onSubmit: (body: Body) => invite.mutateAsync(body),
  });
  const title = `Invited ${form.values.email.trim()}`;
  if (invite.data?.link) return <LinkDialog title={title} link={invite.data.link} onClose={onClose} />;
  if (invite.data) return <Dialog open onClose={onClose} title={title} foot={<Button kind="primary" onClick={onClose}>Done</Button>}><p className="text-ink-2">A mail with a link is on its way. It works once, for 7 days.</p></Dialog>;
  const { role, companyIds } = form.values;
  return (
    <Dialog open onClose={onClose} title="Invite somebody" foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" type="submit" form="invite" busy={form.busy} disabledBecause={mayBeLimited(role) && companyIds?.length === 0 ? "Choose at least one company" : null}>Invite</Button></>}>
      <Form form={form} id="invite">
        <FormErrors labels={{ email: "E-mail", role: "Role", companyIds: "Companies" }} />
        <div className="grid gap-4">
          <Field label="E-mail" {...form.field("email")}><Input type="email" autoComplete="off" {...form.bind("email")} /></Field>
          <Field label="Role" {...form.field("role")}>
            <Radios framed label="Role" {...form.bind("role")} choices={roles.toReversed().map((one) => ({ value: one, label: roleWords[one].word, hint: roleWords[one].sentence, disabledBecause: mayGrant(mine, one) ? null : explain("role_above_own") }))} />
          </Field>
          <CompaniesField role={role} value={companyIds} onChange={(next) => form.set("companyIds", next)} error={form.field("companyIds").error} />
        </div>
      </Form>
    </Dialog>
  );
}

/** An invitation's link, shown this once. */
export function LinkDialog({ title, link, onClose }: { title: string; link: string; onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title={title} foot={<Button kind="primary" onClick={onClose}>Done</Button>} width={560}>
      <p className="mb-3 text-ink-2">No mail server is set up, so pass this link on yourself. It works once, for 7 days, and is shown only now.</p>
      <CopyBox text={link} what="Link" />
    </Dialog>
  );
}
