import { useState, type ReactNode } from "react";
import type { z } from "zod";
import {
  Avatar, Button, ConfirmDialog, Content, DateText, DownloadLink, EmptyState, FailedState, Icon, IconButton, Menu, Note, Page, plural, SkeletonRows, StateChip, toast, useApiMutation, useApiQuery, useKeys, useSession, type MenuItem,
} from "../../web/kit.ts";
import type { ChangeMember, TeamView } from "../contract.ts";
import { mayBeLimited, roles, type Role } from "../permissions.ts";
import { explain, whyNotChangeRole } from "../policy.ts";
import { InviteDialog, LinkDialog } from "./invite.tsx";
import { limitWords } from "./limit.tsx";
import { LimitDialog } from "./limit-dialog.tsx";
import { FieldRules, Matrix } from "./matrix.tsx";
import { roleWords } from "./words.ts";

type Team = z.output<typeof TeamView>;
export type Member = Team["members"][number];
type Invitation = Team["invitations"][number];
type Asked = { what: "remove" | "suspend" | "leave" | "transfer"; member: Member };

/** Who is in the workspace, as what, for which companies, and what that allows. */
export function TeamPage() {
  const { may, role } = useSession();
  const query = useApiQuery<Team>("/api/team");
  const [inviting, setInviting] = useState(false);
  const [limiting, setLimiting] = useState<Member | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const manage = may("team.manage");
  useKeys("Team", [{ keys: "i", label: "Invite somebody", run: () => setInviting(true) }], manage);
  const refresh = ["/api/team"];
  const change = useApiMutation<{ member: Member; body: z.input<typeof ChangeMember> }>("patch", "/api/team/members/{id}", {
    request: ({ member, body }) => ({ path: { id: member.personId }, body }), refresh, onDone: (_, { member, body }) => body.role && toast(`${member.name} is ${roleWords[body.role].word.toLowerCase()} now`),
  });
  const reactivate = useApiMutation<Member>("post", "/api/team/members/{id}/reactivate", { request: ({ personId }) => ({ path: { id: personId } }), refresh, onDone: (_, member) => toast(`${member.name} may enter again`) });
  const withdraw = useApiMutation<Invitation>("delete", "/api/team/invitations/{id}", { request: ({ id }) => ({ path: { id } }), refresh, onDone: (_, { email }) => toast(`Withdrew the invitation to ${email}`) });
  const again = useApiMutation<Invitation, { link: string | null }>("post", "/api/team/invitations/{id}/send", { request: ({ id }) => ({ path: { id } }), refresh, onDone: ({ link }, { email }) => { if (link === null) toast(`Sent ${email} a new link`); } });
  const team = query.data;
  if (query.error && !team) return <Page title="Team"><FailedState what="The team could not be loaded" error={query.error} again={() => void query.refetch()} /></Page>;
  if (!team) return <Page title="Team"><SkeletonRows label="Loading the team" /></Page>;
  const owners = team.members.filter((member) => member.role === "owner" && !member.suspendedAt).length;
  const failed = change.error ?? withdraw.error ?? again.error ?? reactivate.error;
  const locked = (member: Member, next: Role | null) => {
    const why = role ? whyNotChangeRole({ role }, { role: member.role, suspended: member.suspendedAt !== null }, next, owners) : "role_above_own";
    return why && explain(why);
  };
  const about = (member: Member): (MenuItem | false)[] => [
    manage && mayBeLimited(member.role) && { label: "Companies…", icon: "building", onChoose: () => setLimiting(member) },
    role === "owner" && !member.isYou && !member.suspendedAt && { label: "Hand over ownership…", icon: "switch", onChoose: () => setAsked({ what: "transfer", member }) },
    manage && !member.isYou && (member.suspendedAt ? { label: "Let in again", icon: "check", onChoose: () => reactivate.mutate(member), disabledBecause: locked(member, member.role) }
      : { label: "Suspend…", icon: "lock", onChoose: () => setAsked({ what: "suspend", member }), disabledBecause: locked(member, null) }),
    member.isYou ? { label: "Leave the workspace…", danger: true, onChoose: () => setAsked({ what: "leave", member }), disabledBecause: locked(member, null) }
      : manage && { label: "Remove from workspace…", danger: true, onChoose: () => setAsked({ what: "remove", member }), disabledBecause: locked(member, null) },
  ];
  const beside = `${plural(team.members.length, "person", "people")}${team.invitations.length > 0 ? `, ${team.invitations.length} invited` : ""}`;
  const actions = <><span className="max-phone:hidden"><DownloadLink href="/api/team.csv">Access review</DownloadLink></span>{manage && <Button kind="primary" icon="plus" keys="i" onClick={() => setInviting(true)}>Invite</Button>}</>;
  return (
    <Page title="Team" line beside={beside} actions={actions}>
      {query.error && <FailedState compact what="The team could not be refreshed" error={query.error} again={() => void query.refetch()} since={query.dataUpdatedAt} />}
      {failed && <div className="px-6 pt-3 max-phone:px-4"><Note tone="danger">{failed.message}</Note></div>}
      <table className="w-full table-fixed border-separate border-spacing-0 max-phone:block max-phone:[&_tbody]:block">
        <caption className="sr-only">People and invitations</caption>
        <colgroup className="max-phone:hidden"><col /><col className="w-[150px]" /><col className="w-[24%]" /><col className="w-[126px]" /><col className="w-[120px]" /><col className="w-16" /></colgroup>
        <thead className="max-phone:sr-only"><tr className="[&>th]:h-8 [&>th]:border-b [&>th]:border-line [&>th]:px-2 [&>th]:text-left [&>th]:text-xs [&>th]:font-medium [&>th]:text-ink-3">
          <th scope="col" className="!pl-6">Person</th><th scope="col">Role</th><th scope="col">Companies</th><th scope="col">Second factor</th><th scope="col">Last active</th><th scope="col"><span className="sr-only">More</span></th>
        </tr></thead>
        <tbody>
          {team.members.map((member) => (
            <Row key={member.personId} avatar={<Avatar name={member.name} size={28} />} name={<>{member.name}{member.isYou && <span className="font-regular text-ink-2"> you</span>}</>} below={member.email} faint={member.suspendedAt !== null}
              role={<RoleMenu member={member} locked={locked} manage={manage} onChoose={(next) => change.mutate({ member, body: { role: next } })} about={about(member)} />}
              companies={manage && mayBeLimited(member.role) ? <>
                <button type="button" title={member.companies?.map((company) => company.name).join(", ")} className="-ml-2 max-w-full clip rounded-2 px-2 py-1 text-left hover:bg-hover max-phone:hidden touch:min-h-11" onClick={() => setLimiting(member)}>{limitWords(member.companies)}</button>
                <span className="phone:hidden">{limitWords(member.companies)}</span>
              </> : limitWords(member.companies)}
              factor={<SecondFactor member={member} />}
              seen={member.suspendedAt ? <StateChip stage="held" tone="doubt" title={`Since ${member.suspendedAt.slice(0, 10)}`}>Suspended</StateChip>
                : <><span className="text-ink-2 phone:hidden">Last active: </span>{member.lastSeenAt ? <DateText value={member.lastSeenAt} short /> : <span className="text-ink-2">not yet</span>}</>}
              more={<Menu items={about(member)}><IconButton icon="more" label={`More for ${member.name}`} /></Menu>} />
          ))}
          {team.invitations.map((invitation) => (
            <Row key={invitation.id} avatar={<span className="grid size-7 place-items-center rounded-full border border-dashed border-control-line text-ink-3"><Icon name="mail" size={14} /></span>} name={invitation.email}
              below={<>Invited{invitation.invitedBy ? ` by ${invitation.invitedBy}` : ""}, expires <DateText value={invitation.expiresAt} short /></>}
              role={<span className="px-2 text-ink-2">{roleWords[invitation.role].word}</span>} companies={limitWords(invitation.companies)} factor={null} seen={<span className="text-ink-2 max-phone:hidden">Invited</span>}
              more={manage && (
                <Menu items={[
                  { label: "Send again", icon: "mail", detail: "A new link; the one before stops working", onChoose: () => again.mutate(invitation) },
                  { label: "Withdraw", icon: "close", danger: true, onChoose: () => withdraw.mutate(invitation) },
                ]}><IconButton icon="more" label={`More for ${invitation.email}`} /></Menu>
              )} />
          ))}
        </tbody>
      </table>
      {team.members.length === 1 && team.invitations.length === 0 && manage && <EmptyState title="Invite whoever works on your invoices" action={<Button onClick={() => setInviting(true)}>Invite</Button>}>Each gets a sign-in of their own, a role, and the companies they work for.</EmptyState>}
      <div className="px-4 pt-4 phone:hidden"><DownloadLink href="/api/team.csv">Access review</DownloadLink></div>
      <Content><Matrix matrix={team.matrix} /><FieldRules rules={team.rules} /></Content>
      {inviting && role && <InviteDialog mine={role} onClose={() => setInviting(false)} />}
      {again.data?.link && <LinkDialog title={`A new link for ${again.variables?.email ?? ""}`} link={again.data.link} onClose={() => again.reset()} />}
      {limiting && <LimitDialog member={limiting} onClose={() => setLimiting(null)} />}
      {asked && <Ask asked={asked} onClose={() => setAsked(null)} />}
    </Page>
  );
}

/** A person or an invitation; on a phone its facts stand in a second line. */
function Row({ avatar, name, below, role, companies, factor, seen, more, faint = false }: { avatar: ReactNode; name: ReactNode; below: ReactNode; role: ReactNode; companies: ReactNode; factor: ReactNode; seen: ReactNode; more: ReactNode; faint?: boolean }) {
  return (
    <tr className={`hover:bg-hover max-phone:grid max-phone:grid-cols-[minmax(0,1fr)_auto_auto] max-phone:items-center max-phone:gap-x-1 max-phone:border-b max-phone:border-line max-phone:px-4 max-phone:py-2 phone:[&>td]:h-[50px] phone:[&>td]:border-b phone:[&>td]:border-line phone:[&>td]:px-2 ${faint ? "text-ink-2" : ""}`}>
      <td className="phone:!pl-6"><span className="flex items-center gap-3">{avatar}<span className="min-w-0"><span className="block clip font-strong">{name}</span><span className="block clip text-sm text-ink-2">{below}</span></span></span></td>
      <td className="max-phone:col-start-2">{role}</td>
      <td className="clip max-phone:col-span-3 max-phone:row-start-2 max-phone:pl-10 max-phone:text-sm">{companies}</td>
      <td className="max-phone:col-span-3 max-phone:row-start-3 max-phone:pl-10 max-phone:text-sm max-phone:empty:hidden">{factor}</td>
      <td className="max-phone:col-span-3 max-phone:row-start-4 max-phone:pl-10 max-phone:text-sm">{seen}</td>
      <td className="text-right max-phone:col-start-3 max-phone:row-start-1 phone:!pr-6">{more}</td>
    </tr>
  );
}

const factorWords = { passkey: "Passkey", totp: "Code app" } as const;
/** Whoever may do much and has no second factor stands in amber. */
function SecondFactor({ member }: { member: Member }) {
  if (member.secondFactors.length > 0) return <>{member.secondFactors.map((factor) => factorWords[factor]).join(", ")}</>;
  const much = member.role === "owner" || member.role === "admin";
  return <StateChip stage={much ? "underWay" : "open"} tone={much ? "doubt" : "off"}><span className="phone:hidden">No second factor</span><span className="max-phone:hidden">None</span></StateChip>;
}

function RoleMenu({ member, locked, manage, onChoose, about }: { member: Member; locked: (member: Member, next: Role | null) => string | null; manage: boolean; onChoose: (role: Role) => void; about: readonly (MenuItem | false)[] }) {
  const word = roleWords[member.role].word;
  if (!manage || roles.every((next) => next === member.role || locked(member, next))) return <span className="px-2 font-medium" title={manage ? locked(member, "member") ?? undefined : undefined}>{word}</span>;
  const items: (MenuItem | false)[] = [
    { heading: `Role of ${member.name}` },
    ...roles.map((next): MenuItem => ({ label: roleWords[next].word, detail: roleWords[next].sentence, checked: next === member.role, onChoose: () => { if (next !== member.role) onChoose(next); }, disabledBecause: next === member.role ? null : locked(member, next) })),
    "line",
    ...about.map((item): MenuItem | false => (item && item !== "line" && "onChoose" in item && item.onChoose ? { ...item, checked: false, detail: undefined } : item)),
  ];
  return <Menu items={items} align="start" width={310}><button type="button" aria-label={`Role of ${member.name}: ${word}`} className="inline-flex h-7 items-center gap-2 rounded-2 border border-transparent px-2 font-medium hover:border-line-strong data-[state=open]:border-control-line data-[state=open]:bg-surface touch:h-11">{word}<Icon name="down" size={12} /></button></Menu>;
}

/** Asks before somebody loses the workspace, or it changes hands. */
function Ask({ asked: { what, member }, onClose }: { asked: Asked; onClose: () => void }) {
  const request = () => ({ path: { id: member.personId } });
  const refresh = ["/api/team"];
  const done = (text: string) => () => { onClose(); toast(text); };
  const remove = useApiMutation<void>("delete", "/api/team/members/{id}", { request, refresh, onDone: done(`Removed ${member.name}`) });
  const suspend = useApiMutation<void>("post", "/api/team/members/{id}/suspend", { request, refresh, onDone: done(`Suspended ${member.name}`) });
  const transfer = useApiMutation<void>("post", "/api/team/transfer", { request: () => ({ body: { personId: member.personId } }), refresh: ["/api/team", "/api/session"], onDone: done(`${member.name} is owner now; you are admin`) });
  const leave = useApiMutation<void>("post", "/api/session/workspace/leave", { request: () => ({}), onDone: () => location.assign("/") });
  const acts = { remove, suspend, transfer, leave };
  const ends = member.keys > 0 ? ` ${plural(member.keys, "API key", "API keys")} that they made ${member.keys === 1 ? "ends" : "end"}.` : "";
  const words = {
    remove: { title: `Remove ${member.name}?`, verb: "Remove", text: <>They lose access at once, and the invitations they sent are withdrawn.{ends} What they did stays in the activity log.</> },
    suspend: { title: `Suspend ${member.name}?`, verb: "Suspend", text: <>They keep their place and history, and may not enter until somebody lets them in again.{ends}</> },
    transfer: { title: `Make ${member.name} owner?`, verb: "Hand over", text: <>{member.name} may then do everything, also end the workspace. You become admin, and cannot take it back by yourself. Both of you get a mail.</> },
    leave: { title: "Leave this workspace?", verb: "Leave", text: <>You lose access at once.{member.keys > 0 ? ` ${plural(member.keys, "API key", "API keys")} that you made ${member.keys === 1 ? "ends" : "end"}.` : ""} Somebody in it can invite you again.</> },
  }[what];
  const act = acts[what];
  return <ConfirmDialog open onClose={() => { act.reset(); onClose(); }} danger title={words.title} verb={words.verb} busy={act.isPending} error={act.error} onConfirm={() => act.mutate()}>{words.text}</ConfirmDialog>;
}
