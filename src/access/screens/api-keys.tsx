import { useState } from "react";
import type { z } from "zod";
import {
  Button, ConfirmDialog, DataTable, DateText, EmptyState, IconButton, Menu, Note, Page, StateChip, toast, useApiMutation, useApiQuery, useKeys, type Column, type Pages,
} from "../../web/kit.ts";
import type { ApiKeyView } from "../contract.ts";
import { limitWords } from "./limit.tsx";
import { NewKeyDialog } from "./new-key.tsx";
import { roleWords } from "./words.ts";

type Key = z.output<typeof ApiKeyView>;
const endWords: Record<NonNullable<Key["endedBecause"]>, string> = { revoked: "Ended", creator_left: "Ended, its maker left", creator_suspended: "Ended, its maker is suspended", creator_demoted: "Ended, its maker may make none", not_me: "Ended, its maker says it was somebody else" };

/** Keys for programs: made here, shown once, ended at once. */
export function ApiKeysPage() {
  const query = useApiQuery<{ items: Key[] }>("/api/api-keys");
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<Key | null>(null);
  const end = useApiMutation<Key, Key>("delete", "/api/api-keys/{id}", { request: ({ id }) => ({ path: { id } }), refresh: ["/api/api-keys"], onDone: (key) => { setEnding(null); toast(`Ended the key ${key.name}`); } });
  useKeys("API keys", [{ keys: "n", label: "New key", run: () => setMaking(true) }]);
  const now = Date.now();
  const over = (key: Key) => key.revokedAt !== null || (key.expiresAt !== null && new Date(key.expiresAt).getTime() < now);
  const soon = (key: Key) => key.expiresAt !== null && new Date(key.expiresAt).getTime() - now < 14 * 86_400_000;
  const may = (key: Key) => `${roleWords[key.role].word}${key.scopes ? `, ${key.scopes.length} of its permissions` : ""}`;
  const state = (key: Key) => {
    if (key.revokedAt) return <StateChip stage="ended" title={key.revokedAt.slice(0, 10)}>{endWords[key.endedBecause ?? "revoked"]}</StateChip>;
    if (over(key)) return <StateChip stage="ended">Expired</StateChip>;
    if (!key.expiresAt) return <StateChip stage="underWay" tone="doubt">No end</StateChip>;
    return <StateChip stage={soon(key) ? "underWay" : "open"} {...(soon(key) ? { tone: "doubt" as const } : {})}><span>Until <DateText value={key.expiresAt.slice(0, 10)} /></span></StateChip>;
  };
  const columns: Column<Key>[] = [
    { key: "name", head: "Name", phone: "title", cell: (key) => <span className="block min-w-0"><span className="block clip font-medium">{key.name}</span><span className="block clip text-sm font-regular text-ink-2">{key.createdBy ? `Made by ${key.createdBy}, ` : "Made "}<DateText value={key.createdAt} short /></span></span>, full: (key) => key.name },
    { key: "ends", head: "Key", width: 134, from: "wide", cell: (key) => <span className="font-code text-sm">{key.prefix}…{key.lastFour}</span> },
    { key: "role", head: "May do", width: 196, cell: (key) => <span className="block clip" title={key.scopes?.join(", ")}>{may(key)}</span>, phone: "note" },
    { key: "companies", head: "Companies", width: 150, from: "desk", cell: (key) => <span className="block clip" title={key.companies?.map((company) => company.name).join(", ")}>{limitWords(key.companies)}</span> },
    { key: "used", head: "Last used", width: 124, cell: (key) => (key.lastUsedAt ? <span className="block"><DateText value={key.lastUsedAt} short /><span className="block clip text-sm text-ink-2">{key.lastUsedFrom}</span></span> : <span className="text-ink-2">Never</span>) },
    { key: "state", head: "State", width: 196, phone: "state", cell: state },
    { key: "more", head: <span className="sr-only">More</span>, width: 64, right: true, phone: "amount", cell: (key) => !over(key) && <Menu items={[{ label: "End this key…", icon: "close", danger: true, onChoose: () => setEnding(key) }]}><IconButton icon="more" size="small" label={`More for ${key.name}`} /></Menu> },
  ];
  const pages: Pages<Key> = { rows: query.data?.items ?? [], total: query.data?.items.length, status: query.data ? "full" : query.error ? "failed" : "loading", error: query.error, fetchedAt: query.dataUpdatedAt, hasOlder: false, hasNewer: false, index: 0, identity: "api-keys", older: () => undefined, newer: () => undefined, again: () => void query.refetch() };
  return (
    <Page title="API keys" back="/settings" scroll={false} line actions={<Button kind="primary" icon="plus" keys="n" onClick={() => setMaking(true)}>New key</Button>}>
      <div className="border-b border-line px-6 py-3 max-phone:px-4"><Note>Keys belong to the workspace. Those that somebody made end when they leave, are suspended or become member or read-only.</Note></div>
      <DataTable label="API keys" pages={pages} columns={columns} id={(key) => key.id} faint={over} tall
        foot={<span className="max-phone:hidden">Send a key with each request: <code className="font-code">Authorization: Bearer cf_live_…</code></span>}
        empty={<EmptyState first title="Make a key for a program" action={<Button kind="primary" onClick={() => setMaking(true)}>New key</Button>}>It sends the key with each request, and may do what you choose here. Every use stands in the activity log.</EmptyState>} />
      {making && <NewKeyDialog onClose={() => setMaking(false)} />}
      <ConfirmDialog open={ending !== null} onClose={() => { setEnding(null); end.reset(); }} danger title={`End the key ${ending?.name ?? ""}?`} verb="End key" busy={end.isPending} error={end.error} onConfirm={() => { if (ending) end.mutate(ending); }}>
        Programs that use it are refused from now on. It cannot be brought back.
      </ConfirmDialog>
    </Page>
  );
}
