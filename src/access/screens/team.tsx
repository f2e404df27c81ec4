import { useState, type ReactNode } from "react";
import type { z } from "zod";
import {
  Avatar, Button, ConfirmDialog, Content, DateText, Dialog, EmptyState, FailedState, Field, Form, FormErrors, Icon, IconButton, Input, Menu, Note, Page, plural, Radios, SkeletonRows, toast, useApiMutation, useApiQuery,
  useForm, useKeys, useSession, type MenuItem,
} from "../../web/kit.ts";
import type { TeamView } from "../contract.ts";
import { mayGrant, roles, type Role } from "../permissions.ts";
import { explain, whyNotChangeRole } from "../policy.ts";
import { CopyBox } from "./copy.tsx";
import { roleWords } from "./words.ts";

type Team = z.output<typeof TeamView>;
type Member = Team["members"][number];
type Invitation = Team["invitations"][number];

/** Who is in the workspace, as what, and what that allows. */
export function TeamPage() {
  const { may, role } = useSession();
  const query = useApiQuery<Team>("/api/team");
  const [inviting, setInviting] = useState<{ email: string; role: Role } | null>(null);
  const [removing, setRemoving] = useState<Member | null>(null);
  const manage = may("team.manage");
  useKeys("Team", [{ keys: "i", label: "Invite somebody", run: () => setInviting({ email: "", role: "member" }) }], manage);
  const change = useApiMutation<{ id: string; role: Role; name: string }>("patch", "/api/team/members/{id}", { request: ({ id, role: next }) => ({ path: { id }, body: { role: next } }), refresh: ["/api/team"], onDone: (_, input) => toast(`${input.name} is ${roleWords[input.role].word.toLowerCase()} now`) });
  const remove = useApiMutation<{ id: string; name: string }>("delete", "/api/team/members/{id}", { request: ({ id }) => ({ path: { id } }), refresh: ["/api/team"], onDone: (_, input) => { setRemoving(null); toast(`Removed ${input.name}`); } });
  const withdraw = useApiMutation<Invitation>("delete", "/api/team/invitations/{id}", { request: ({ id }) => ({ path: { id } }), refresh: ["/api/team"], onDone: (_, input) => toast(`Withdrew the invitation to ${input.email}`) });
  const team = query.data;
  const actions = manage && <Button kind="primary" icon="plus" keys="i" onClick={() => setInviting({ email: "", role: "member" })}>Invite</Button>;
  if (query.error && !team) return <Page title="Team"><FailedState what="The team could not be loaded" error={query.error} again={() => void query.refetch()} /></Page>;
  if (!team) return <Page title="Team"><SkeletonRows label="Loading the team" /></Page>;
  const owners = team.members.filter((member) => member.role === "owner").length;
  const failed = change.error ?? withdraw.error;
  return (
    <Page title="Team" line beside={`${plural(team.members.length, "person", "people")}${team.invitations.length > 0 ? `, ${team.invitations.length} invited` : ""}`} actions={actions}>
      {query.error && <FailedState compact what="The team could not be refreshed" error={query.error} again={() => void query.refetch()} since={query.dataUpdatedAt} />}
      {failed && <div className="px-6 pt-3 max-phone:px-4"><Note tone="danger">{failed.message}</Note></div>}
      <table className="w-full table-fixed border-separate border-spacing-0 max-phone:block max-phone:[&_tbody]:block">
        <caption className="sr-only">People and invitations</caption>
        <colgroup className="max-phone:hidden"><col /><col className="w-[180px]" /><col className="w-[150px]" /><col className="w-16" /></colgroup>
        <thead className="max-phone:sr-only"><tr className="[&>th]:h-8 [&>th]:border-b [&>th]:border-line [&>th]:px-2 [&>th]:text-left [&>th]:text-xs [&>th]:font-medium [&>th]:text-ink-3"><th scope="col" className="!pl-6">Person</th><th scope="col">Role</th><th scope="col">Since</th><th scope="col"><span className="sr-only">More</span></th></tr></thead>
        <tbody>
          {team.members.map((member) => (
            <Row key={member.personId} avatar={<Avatar name={member.name} size={28} />} name={<>{member.name}{member.isYou && <span className="font-regular text-ink-3"> you</span>}</>} below={member.email}
              role={<RoleMenu member={member} mine={role} owners={owners} manage={manage} onChoose={(next) => change.mutate({ id: member.personId, role: next, name: member.name })} onRemove={() => setRemoving(member)} />}
              since={<DateText value={member.since} short />}
              more={manage && <Menu items={[{ label: member.isYou ? "Leave the workspace…" : "Remove from workspace…", danger: true, onChoose: () => setRemoving(member), disabledBecause: locked(role, member, null, owners) }]}><IconButton icon="more" label={`More for ${member.name}`} /></Menu>} />
          ))}
          {team.invitations.map((invitation) => (
            <Row key={invitation.id} avatar={<span className="grid size-7 place-items-center rounded-full border border-dashed border-control-line text-ink-3"><Icon name="mail" size={14} /></span>} name={invitation.email} below={<>Invited, expires <DateText value={invitation.expiresAt} short /></>}
              role={<span className="px-2 text-ink-2">{roleWords[invitation.role].word}</span>} since={<span className="text-ink-3">Invited</span>}
              more={manage && (
                <Menu items={[
                  { label: "Make a new link…", icon: "link", detail: "The old link stops working", onChoose: () => withdraw.mutate(invitation, { onSuccess: () => setInviting({ email: invitation.email, role: invitation.role }) }) },
                  { label: "Withdraw", icon: "close", danger: true, onChoose: () => withdraw.mutate(invitation) },
                ]}><IconButton icon="more" label={`More for ${invitation.email}`} /></Menu>
              )} />
          ))}
        </tbody>
      </table>
      {team.members.length === 1 && team.invitations.length === 0 && manage && <EmptyState title="Invite whoever works on your invoices" action={<Button onClick={() => setInviting({ email: "", role: "member" })}>Invite</Button>}>Each gets a sign-in of their own and a role.</EmptyState>}
      <Content><Matrix matrix={team.matrix} /></Content>
      {inviting && role && <InviteDialog first={inviting} mine={role} onClose={() => setInviting(null)} />}
      <ConfirmDialog open={removing !== null} onClose={() => { setRemoving(null); remove.reset(); }} danger title={removing?.isYou ? "Leave this workspace?" : `Remove ${removing?.name ?? ""}?`} verb={removing?.isYou ? "Leave" : "Remove"} busy={remove.isPending} error={remove.error}
        onConfirm={() => { if (removing) remove.mutate({ id: removing.personId, name: removing.name }); }}>
        {removing?.isYou ? "You lose access at once. Somebody in it can invite you again." : `${removing?.name ?? ""} loses access at once. What they did stays in the activity log.`}
      </ConfirmDialog>
    </Page>
  );
}

function Row({ avatar, name, below, role, since, more }: { avatar: ReactNode; name: ReactNode; below: ReactNode; role: ReactNode; since: ReactNode; more: ReactNode }) {
  return (
    <tr className="hover:bg-hover max-phone:grid max-phone:grid-cols-[minmax(0,1fr)_auto_auto] max-phone:items-center max-phone:border-b max-phone:border-line max-phone:px-2 [&>td]:h-[50px] [&>td]:border-b [&>td]:border-line [&>td]:px-2 max-phone:[&>td]:h-auto max-phone:[&>td]:border-b-0 max-phone:[&>td]:py-2.5">
      <td className="phone:!pl-6"><span className="flex items-center gap-3">{avatar}<span className="min-w-0"><span className="block clip font-strong">{name}</span><span className="block clip text-sm text-ink-2">{below}</span></span></span></td>
      <td>{role}</td><td className="max-phone:hidden">{since}</td><td className="text-right phone:!pr-6">{more}</td>
    </tr>
  );
}

/** Why this cannot be, as the sentence that stands in the menu; null when it can. */
function locked(mine: Role | null, member: Member, next: Role | null, owners: number): string | null {
  const why = mine ? whyNotChangeRole({ role: mine }, member, next, owners) : "role_above_own";
  return why && explain(why);
}

function RoleMenu({ member, mine, owners, manage, onChoose, onRemove }: { member: Member; mine: Role | null; owners: number; manage: boolean; onChoose: (role: Role) => void; onRemove: () => void }) {
  const word = roleWords[member.role].word;
  if (!manage || roles.every((next) => next === member.role || locked(mine, member, next, owners))) return <span className="px-2 font-medium" title={manage ? locked(mine, member, "member", owners) ?? undefined : undefined}>{word}</span>;
  const items: MenuItem[] = [
    { heading: `Role of ${member.name}` },
    ...roles.map((next): MenuItem => ({ label: roleWords[next].word, detail: roleWords[next].sentence, checked: next === member.role, onChoose: () => { if (next !== member.role) onChoose(next); }, disabledBecause: next === member.role ? null : locked(mine, member, next, owners) })),
    "line",
    { label: member.isYou ? "Leave the workspace…" : "Remove from workspace…", danger: true, checked: false, onChoose: onRemove, disabledBecause: locked(mine, member, null, owners) },
  ];
  return <Menu items={items} align="start" width={310}><button type="button" className="inline-flex h-7 items-center gap-2 rounded-2 border border-transparent px-2 font-medium hover:border-line-strong data-[state=open]:border-control-line data-[state=open]:bg-surface touch:h-11">{word}<Icon name="down" size={12} /></button></Menu>;
}

/** Asks for an address and a role, then shows the link once: it is kept only as its hash. */
function InviteDialog({ first, mine, onClose }: { first: { email: string; role: Role }; mine: Role; onClose: () => void }) {
  const invite = useApiMutation<{ email: string; role: Role }, { id: string; link: string | null }>("post", "/api/team/invitations", { refresh: ["/api/team"] });
  const form = useForm({ initial: first, onSubmit: (body: { email: string; role: Role }) => invite.mutateAsync({ ...body, email: body.email.trim() }) });
  if (invite.data) {
    return (
      <Dialog open onClose={onClose} title={`Invited ${form.values.email.trim()}`} foot={<Button kind="primary" onClick={onClose}>Done</Button>}>
        {invite.data.link === null ? <p className="text-ink-2">A mail with a link is on its way. It works once, for 7 days.</p> : <>
          <p className="mb-3 text-ink-2">No mail server is set up, so pass this link on yourself. It works once, for 7 days, and is shown only now.</p>
          <CopyBox text={invite.data.link} what="Link" />
        </>}
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title="Invite somebody" foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" type="submit" form="invite" busy={form.busy}>Invite</Button></>}>
      <Form form={form} id="invite">
        <FormErrors labels={{ email: "E-mail", role: "Role" }} />
        <div className="grid gap-4">
          <Field label="E-mail" {...form.field("email")}><Input type="email" autoComplete="off" {...form.bind("email")} /></Field>
          <Field label="Role" {...form.field("role")}>
            <Radios framed label="Role" {...form.bind("role")} choices={roles.toReversed().map((role) => ({ value: role, label: roleWords[role].word, hint: roleWords[role].sentence, disabledBecause: mayGrant(mine, role) ? null : explain("role_above_own") }))} />
          </Field>
        </div>
      </Form>
    </Dialog>
  );
}

/** The permission table as the server enforces it. */
function Matrix({ matrix }: { matrix: Team["matrix"] }) {
  return (
    <section className="pt-5" aria-labelledby="matrix">
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4"><h2 id="matrix">What each role may do</h2><span className="text-sm text-ink-3">Enforced by the server for every request; the table is made from the same rules.</span></div>
      <div role="region" aria-label="Permissions by role" tabIndex={0} className="overflow-x-auto">
        <table className="w-full min-w-[520px] table-fixed border-collapse">
          <caption className="sr-only">Permissions by role</caption>
          <colgroup><col />{roles.map((role) => <col key={role} className="w-[104px] max-phone:w-[76px]" />)}</colgroup>
          <thead><tr><td />{roles.map((role) => <th key={role} scope="col" className="h-8 text-center text-sm font-medium text-ink-2">{roleWords[role].word}</th>)}</tr></thead>
          <tbody>{matrix.map((row) => (
            <tr key={row.permission}>
              <th scope="row" className="h-8 border-t border-line pr-3 text-left font-regular">{row.words}</th>
              {roles.map((role) => <td key={role} className="border-t border-line text-center">{row.roles.includes(role) ? <span className="inline-block align-middle text-accent-text"><Icon name="check" /><span className="sr-only">yes</span></span> : <span className="text-ink-3">–<span className="sr-only"> no</span></span>}</td>)}
            </tr>
          ))}</tbody>
        </table>
      </div>
    </section>
  );
}
