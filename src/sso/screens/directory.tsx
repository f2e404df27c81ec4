import { useState } from "react";
import { Button, ConfirmDialog, DateText, Dialog, Field, Form, FormErrors, Icon, Input, Note, plural, Section, Select, Tag, toast, useApiMutation, useForm } from "../../web/kit.ts";
import { NewToken, type TokenView } from "../contract.ts";
import { CopyLine } from "./copy.tsx";
import { roleOptions, roleWords, stale, type Part } from "./words.ts";

/** The directory (SCIM) that adds, suspends and removes people by itself. */
export function Directory({ settings, own }: Part) {
  const { directory } = settings;
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<TokenView | null>(null);
  const end = useApiMutation<TokenView>("delete", "/api/sso/tokens/{id}", { request: ({ id }) => ({ path: { id } }), refresh: stale, onDone: () => { setEnding(null); toast("Ended the token"); } });
  return (
    <Section title="Directory (SCIM 2.0)" id="directory" aside={directory.people > 0 ? `${plural(directory.people, "person", "people")}, ${plural(directory.groups.length, "group", "groups")}` : undefined}>
      <div className="flex gap-6 max-phone:flex-col max-phone:gap-3">
        <p className="max-w-[62ch] flex-1 text-ink-2">Your directory keeps the team: it adds people, and when somebody leaves it suspends them here at once, with their sessions and keys. The last owner it cannot remove.</p>
        {own && <span className="shrink-0"><Button icon="key" onClick={() => setMaking(true)}>Make a token…</Button></span>}
      </div>
      <div className="mt-3"><CopyLine label="Base URL for the directory" value={directory.baseUrl} /></div>
      {directory.tokens.length === 0 ? <p className="mt-3 text-ink-3">No directory is connected.</p> : (
        <ul className="mt-3 border-t border-line">
          {directory.tokens.map((token) => (
            <li key={token.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2.5">
              <Icon name="key" className="text-ink-3" />
              <span className="min-w-0 flex-1"><span className="flex flex-wrap items-center gap-2"><span className="font-medium break-words">{token.name}</span><Tag>gives up to {roleWords[token.highestRole]}</Tag></span>
                <span className="block text-sm text-ink-3"><code className="font-code">cf_scim_…{token.lastFour}</code>, {token.lastUsedAt ? <>last used <DateText value={token.lastUsedAt} short /></> : "never used"}{token.expiresAt && <>, ends <DateText value={token.expiresAt} short /></>}</span></span>
              {own && <Button size="small" kind="quietDanger" onClick={() => setEnding(token)} aria-label={`End the token ${token.name}`}>End</Button>}
            </li>
          ))}
        </ul>
      )}
      {making && <MakeToken onClose={() => setMaking(false)} />}
      <ConfirmDialog open={ending !== null} onClose={() => { setEnding(null); end.reset(); }} danger title={`End the token ${ending?.name ?? ""}?`} verb="End token" busy={end.isPending} error={end.error} onConfirm={() => { if (ending) end.mutate(ending); }}>
        From this moment the directory can no longer add or suspend anybody with it. To change over, make a second token first.
      </ConfirmDialog>
    </Section>
  );
}

const lives = [{ value: "90", label: "90 days" }, { value: "365", label: "1 year" }, { value: "", label: "No end" }];

function MakeToken({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<(TokenView & { token: string }) | null>(null);
  const make = useApiMutation<unknown, TokenView & { token: string }>("post", "/api/sso/tokens", { request: (body) => ({ body }), refresh: stale, onDone: setMade });
  const form = useForm({
    initial: { name: "", highestRole: "member", days: "365" }, schema: NewToken, toBody: ({ name, highestRole, days }) => ({ name, highestRole, expiresInDays: days === "" ? null : Number(days) }),
    onSubmit: (body) => make.mutateAsync(body),
  });
  if (made) {
    return (
      <Dialog open onClose={() => undefined} title="The directory’s token" width={560} foot={<Button kind="primary" onClick={onClose}>I have entered it</Button>}>
        <div className="grid gap-3"><Note tone="doubt">It is shown once. Enter it at the directory now; only its hash is kept here.</Note><CopyLine label="Bearer token" value={made.token} /></div>
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title="Make a directory token" width={480} foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" type="submit" form="sso-token" busy={form.busy}>Make token</Button></>}>
      <Form form={form} id="sso-token">
        <FormErrors labels={{ name: "Name" }} />
        <div className="grid gap-4">
          <Field label="Name" required {...form.field("name")}><Input {...form.bind("name")} placeholder="Okta" autoFocus /></Field>
          <Field label="Gives at most the role" hint="Whatever its groups say."><Select value={form.values.highestRole as "member"} onChange={(role) => form.set("highestRole", role)} options={roleOptions as unknown as { value: "member"; label: string }[]} /></Field>
          <Field label="Ends after"><Select value={form.values.days} onChange={(days) => form.set("days", days)} options={lives} /></Field>
        </div>
      </Form>
    </Dialog>
  );
}
