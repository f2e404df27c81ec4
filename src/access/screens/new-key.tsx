import { useState } from "react";
import type { z } from "zod";
import { Button, Checkbox, Dialog, Field, FieldSet, Form, FormErrors, Icon, Input, Note, Radios, Select, useApiMutation, useForm } from "../../web/kit.ts";
import type { CreatedApiKey, NewApiKey } from "../contract.ts";
import { keyRoles, mayBeLimited, permissionGroups, permissionsOf, permissionTable, type Permission } from "../permissions.ts";
import { CopyBox } from "./copy.tsx";
import { CompaniesField } from "./limit.tsx";
import { roleWords } from "./words.ts";

type Created = z.output<typeof CreatedApiKey>;
type KeyRole = (typeof keyRoles)[number];
type Body = z.input<typeof NewApiKey>;

/** Asks what a key may do and until when, then shows it once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const [shown, setShown] = useState<Created | null>(null);
  const create = useApiMutation<Body, Created>("post", "/api/api-keys", { refresh: ["/api/api-keys"], onDone: setShown });
  const form = useForm({
    initial: { name: "", role: "member" as KeyRole, scopes: null as Permission[] | null, companyIds: null as string[] | null, days: "365" },
    // A permission that the role does not have cannot be seen any more, and so is not sent.
    toBody: ({ name, role, scopes, companyIds, days }) => ({ name, role, scopes: scopes?.filter((scope) => permissionsOf(role).includes(scope)) ?? null, companyIds: mayBeLimited(role) ? companyIds : null, expiresInDays: days === "" ? null : Number(days) }),
    onSubmit: (body: Body) => create.mutateAsync(body),
  });
  if (shown) {
    return (
      <Dialog open onClose={onClose} title={`The key ${shown.name}`} foot={<Button kind="primary" onClick={onClose}>I have copied it</Button>} width={560}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <Note tone="doubt">This key is shown once. Copy it now.</Note>
          <CopyBox text={shown.key} what="Key" />
          <div><p className="mb-1 text-sm text-ink-2">The program sends it with each request:</p><CopyBox text={`curl -H "Authorization: Bearer ${shown.key}" ${location.origin}/api/companies`} what="Example" /></div>
        </div>
      </Dialog>
    );
  }
  const { role, scopes, companyIds, days } = form.values;
  const nothing = scopes?.filter((scope) => permissionsOf(role).includes(scope)).length === 0 ? "Choose at least one permission" : mayBeLimited(role) && companyIds?.length === 0 ? "Choose at least one company" : null;
  return (
    <Dialog open onClose={onClose} title="New API key" width={560} foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" type="submit" form="new-key" busy={form.busy} disabledBecause={nothing}>Make key</Button></>}>
      <Form form={form} id="new-key">
        <FormErrors labels={{ name: "Name", role: "Role", scopes: "Permissions", companyIds: "Companies", expiresInDays: "Ends" }} />
        <div className="grid gap-4">
          <Field label="Name" hint="Of the program that will use it." {...form.field("name")}><Input {...form.bind("name")} placeholder="Till sync" /></Field>
          <Field label="Role" {...form.field("role")}>
            <Radios framed label="Role" {...form.bind("role")} choices={keyRoles.toReversed().map((one) => ({ value: one, label: roleWords[one].word, hint: roleWords[one].sentence }))} />
          </Field>
          <ScopesField role={role} value={scopes} onChange={(next) => form.set("scopes", next)} error={form.field("scopes").error} />
          <CompaniesField role={role} value={companyIds} onChange={(next) => form.set("companyIds", next)} error={form.field("companyIds").error} />
          <Field label="Ends" {...form.field("expiresInDays")}><Select {...form.bind("days")} options={[{ value: "30", label: "After 30 days" }, { value: "90", label: "After 90 days" }, { value: "365", label: "After a year" }, { value: "", label: "Never" }]} /></Field>
          {days === "" && <p className="flex items-start gap-2 text-sm text-doubt"><Icon name="warning" size={14} />A key without an end works until somebody ends it.</p>}
        </div>
      </Form>
    </Dialog>
  );
}

/** Everything that the role may (null), or some of it. */
function ScopesField({ role, value, onChange, error }: { role: KeyRole; value: readonly Permission[] | null; onChange: (value: Permission[] | null) => void; error?: string | null }) {
  const [kept, setKept] = useState<readonly Permission[]>([]);
  const allowed = permissionsOf(role);
  const groups = [...new Set(allowed.map((permission) => permission.split(".")[0]!))];
  const choose = (next: Permission[]) => { setKept(next); onChange(next); };
  const chosen = value?.filter((one) => allowed.includes(one)) ?? [];
  return (
    <FieldSet legend="Permissions" name="scopes" error={error ?? undefined}>
      <Radios framed label="Permissions" value={value === null ? "all" : "some"} onChange={(next) => onChange(next === "all" ? null : [...kept])} choices={[
        { value: "all", label: `Everything a ${roleWords[role].word.toLowerCase()} may`, hint: "Also what the role may in later versions." },
        { value: "some", label: "Only some of it", hint: "The least that the program needs." },
      ]} />
      {value !== null && (
        <div className="mt-2 rounded-2 border border-line-strong">
          <div className="max-h-[260px] overflow-y-auto px-3 py-1.5">
            {groups.map((group) => {
              const of = allowed.filter((permission) => permission.startsWith(`${group}.`));
              return (
                <div key={group} role="group" aria-label={permissionGroups[group]} className="py-1">
                  <p className="text-sm font-medium text-ink-2">{permissionGroups[group]}</p>
                  {of.map((permission) => <div key={permission} className="py-0.5 touch:py-2"><Checkbox checked={chosen.includes(permission)} onChange={(on) => choose(on ? [...chosen, permission] : chosen.filter((one) => one !== permission))}>{permissionTable[permission].words}</Checkbox></div>)}
                </div>
              );
            })}
          </div>
          <p role="status" className="border-t border-line px-3 py-1.5 text-sm text-ink-2">{chosen.length === 0 ? "Choose at least one." : `${chosen.length} of ${allowed.length} chosen`}</p>
        </div>
      )}
    </FieldSet>
  );
}
