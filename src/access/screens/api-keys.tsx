import { useState } from "react";
import type { z } from "zod";
import {
  Button, ConfirmDialog, DataTable, DateText, Dialog, EmptyState, Field, Form, FormErrors, Icon, IconButton, Input, Menu, Note, Page, Radios, Select, StateChip, toast, useApiMutation, useApiQuery, useForm, useKeys, type Column, type Pages,
} from "../../web/kit.ts";
import type { ApiKeyView, CreatedApiKey } from "../contract.ts";
import { CopyBox } from "./copy.tsx";
import { roleWords } from "./words.ts";

type Key = z.output<typeof ApiKeyView>;
type Created = z.output<typeof CreatedApiKey>;
type KeyRole = "admin" | "member" | "readonly";

/** Keys for programs: made here, shown once, ended at once. */
export function ApiKeysPage() {
  const query = useApiQuery<{ items: Key[] }>("/api/api-keys");
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<Key | null>(null);
  const end = useApiMutation<Key, Key>("delete", "/api/api-keys/{id}", { request: ({ id }) => ({ path: { id } }), refresh: ["/api/api-keys"], onDone: (key) => { setEnding(null); toast(`Ended the key ${key.name}`); } });
  useKeys("API keys", [{ keys: "n", label: "New key", run: () => setMaking(true) }]);
  const now = Date.now();
  const over = (key: Key) => key.revokedAt !== null || (key.expiresAt !== null && new Date(key.expiresAt).getTime() < now);
  const columns: Column<Key>[] = [
    { key: "name", head: "Name", phone: "title", cell: (key) => <span className="font-medium">{key.name}</span>, full: (key) => key.name },
    { key: "ends", head: "Key", width: 150, cell: (key) => <span className="font-code text-sm">{key.prefix}…{key.lastFour}</span>, phone: "note" },
    { key: "role", head: "May do what", width: 120, cell: (key) => roleWords[key.role].word, phone: "aside" },
    { key: "used", head: "Last used", width: 120, cell: (key) => (key.lastUsedAt ? <DateText value={key.lastUsedAt} short /> : <span className="text-ink-3">Never</span>) },
    { key: "made", head: "Made", width: 110, from: "desk", cell: (key) => <DateText value={key.createdAt} short /> },
    { key: "state", head: "State", width: 190, phone: "state", cell: (key) => (key.revokedAt ? <StateChip stage="ended">Ended <DateText value={key.revokedAt} short /></StateChip> : over(key) ? <StateChip stage="ended">Expired</StateChip> : key.expiresAt ? <StateChip stage="open">Until <DateText value={key.expiresAt.slice(0, 10)} /></StateChip> : <StateChip stage="open" tone="doubt">No end</StateChip>) },
    { key: "more", head: <span className="sr-only">More</span>, width: 64, right: true, phone: "amount", cell: (key) => !over(key) && <Menu items={[{ label: "End this key…", icon: "close", danger: true, onChoose: () => setEnding(key) }]}><IconButton icon="more" size="small" label={`More for ${key.name}`} /></Menu> },
  ];
  const pages: Pages<Key> = { rows: query.data?.items ?? [], total: query.data?.items.length, status: query.data ? "full" : query.error ? "failed" : "loading", error: query.error, fetchedAt: query.dataUpdatedAt, hasOlder: false, hasNewer: false, index: 0, identity: "api-keys", older: () => undefined, newer: () => undefined, again: () => void query.refetch() };
  return (
    <Page title="API keys" back="/settings" scroll={false} line actions={<Button kind="primary" icon="plus" keys="n" onClick={() => setMaking(true)}>New key</Button>}>
      <DataTable label="API keys" pages={pages} columns={columns} id={(key) => key.id} faint={over}
        foot={<span className="max-phone:hidden">A key works like a person of its role: <code className="font-code">Authorization: Bearer cf_live_…</code></span>}
        empty={<EmptyState first title="Make a key for a program" action={<Button kind="primary" onClick={() => setMaking(true)}>New key</Button>}>It sends the key with each request, and may do what its role allows. Every use stands in the activity log.</EmptyState>} />
      {making && <NewKey onClose={() => setMaking(false)} />}
      <ConfirmDialog open={ending !== null} onClose={() => { setEnding(null); end.reset(); }} danger title={`End the key ${ending?.name ?? ""}?`} verb="End key" busy={end.isPending} error={end.error} onConfirm={() => { if (ending) end.mutate(ending); }}>
        Programs that use it are refused from now on. It cannot be brought back.
      </ConfirmDialog>
    </Page>
  );
}

function NewKey({ onClose }: { onClose: () => void }) {
  const [shown, setShown] = useState<Created | null>(null);
  const create = useApiMutation<{ name: string; role: KeyRole; expiresInDays: number | null }, Created>("post", "/api/api-keys", { refresh: ["/api/api-keys"], onDone: setShown });
  const form = useForm({
    initial: { name: "", role: "member" as KeyRole, days: "365" },
    toBody: ({ name, role, days }) => ({ name, role, expiresInDays: days === "" ? null : Number(days) }),
    onSubmit: (body: { name: string; role: KeyRole; expiresInDays: number | null }) => create.mutateAsync(body),
  });
  if (shown) {
    return (
      <Dialog open onClose={onClose} title={`The key ${shown.name}`} foot={<Button kind="primary" onClick={onClose}>I have copied it</Button>} width={560}>
        <div className="grid gap-3"><Note tone="doubt">This key is shown once. Copy it now.</Note><CopyBox text={shown.key} what="Key" /></div>
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title="New API key" foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" type="submit" form="new-key" busy={form.busy}>Make key</Button></>}>
      <Form form={form} id="new-key">
        <FormErrors labels={{ name: "Name", role: "May do what", expiresInDays: "Ends" }} />
        <div className="grid gap-4">
          <Field label="Name" hint="Of the program that will use it." {...form.field("name")}><Input {...form.bind("name")} placeholder="Till sync" /></Field>
          <Field label="May do what" {...form.field("role")}>
            <Radios framed label="May do what" {...form.bind("role")} choices={(["readonly", "member", "admin"] as const).map((role) => ({ value: role, label: roleWords[role].word, hint: roleWords[role].sentence }))} />
          </Field>
          <Field label="Ends" {...form.field("expiresInDays")}><Select {...form.bind("days")} options={[{ value: "30", label: "After 30 days" }, { value: "90", label: "After 90 days" }, { value: "365", label: "After a year" }, { value: "", label: "Never" }]} /></Field>
          {form.values.days === "" && <p className="flex items-start gap-2 text-sm text-doubt"><Icon name="warning" size={14} />A key without an end works until somebody ends it.</p>}
        </div>
      </Form>
    </Dialog>
  );
}
