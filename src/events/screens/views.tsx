import { useState } from "react";
import { Button, Checkbox, ConfirmDialog, Dialog, Field, Input, Menu, toast, useApiMutation, type ApiError } from "../../web/kit.ts";
import type { SavedView } from "../contract.ts";

type Filter = Record<string, string>;
const refresh = ["/api/events/views"];

/** At the end of the tabs: saves the filters under a name, or changes the saved view that is shown. */
export function ViewTools({ current, filter, changed, onSaved, onDeleted }: { current: SavedView | null; filter: Filter; changed: boolean; onSaved: (view: SavedView) => void; onDeleted: () => void }) {
  const [asking, setAsking] = useState<"new" | "rename" | "delete" | null>(null);
  const close = () => setAsking(null);
  const add = useApiMutation<{ name: string; shared: boolean }, SavedView>("post", "/api/events/views", { request: (input) => ({ body: { ...input, filter } }), refresh, onDone: (view) => { close(); onSaved(view); toast(`Saved the view ${view.name}`); } });
  const change = useApiMutation<{ name?: string; filter?: Filter }, SavedView>("patch", "/api/events/views/{id}", { request: (body) => ({ path: { id: current?.id ?? "" }, body }), refresh, onDone: (view) => { close(); toast(`Changed the view ${view.name}`); } });
  const remove = useApiMutation<void, unknown>("delete", "/api/events/views/{id}", { request: () => ({ path: { id: current?.id ?? "" } }), refresh, onDone: () => { close(); onDeleted(); toast("Deleted the view"); } });
  return (
    <span className="flex items-center gap-1">
      {changed && !current && <Button size="small" onClick={() => setAsking("new")}>Save this view</Button>}
      {changed && current && <Button size="small" busy={change.isPending} onClick={() => change.mutate({ filter })}>Save changes</Button>}
      {current && <Menu items={[changed && { label: "Save as another view", onChoose: () => setAsking("new") }, { label: "Rename", icon: "edit", onChoose: () => setAsking("rename") }, { label: "Delete", icon: "trash", danger: true, onChoose: () => setAsking("delete") }]}><Button size="small" kind="quiet" icon="more">View</Button></Menu>}
      <NameDialog key={`new ${asking === "new"}`} open={asking === "new"} title="Save this view" name="" share busy={add.isPending} error={add.error} onClose={close} onName={(name, shared) => add.mutate({ name, shared })} />
      <NameDialog key={`rename ${asking === "rename"}`} open={asking === "rename"} title="Rename this view" name={current?.name ?? ""} busy={change.isPending} error={change.error} onClose={close} onName={(name) => change.mutate({ name })} />
      <ConfirmDialog open={asking === "delete"} onClose={close} title={`Delete the view ${current?.name ?? ""}?`} verb="Delete view" danger busy={remove.isPending} error={remove.error} onConfirm={() => remove.mutate()}>{current?.shared ? "Everybody who may see the log loses this tab. The events stay." : "Only you have this tab. The events stay."}</ConfirmDialog>
    </span>
  );
}

function NameDialog({ open, title, name: first, share = false, busy, error, onClose, onName }: { open: boolean; title: string; name: string; share?: boolean; busy: boolean; error: ApiError | null; onClose: () => void; onName: (name: string, shared: boolean) => void }) {
  const [name, setName] = useState(first);
  const [shared, setShared] = useState(false);
  const save = () => { if (name.trim()) onName(name.trim(), shared); };
  return (
    <Dialog open={open} onClose={onClose} title={title} width={420} foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" busy={busy} onClick={save} disabledBecause={name.trim() ? null : "Type a name first"}>Save</Button></>}>
      <Field label="Name" name="view-name" error={error?.fields["name"] ?? error?.message}><Input value={name} onChange={setName} onEnter={save} placeholder="Exports this month" /></Field>
      {share && <div className="mt-3"><Checkbox checked={shared} onChange={setShared}>Show it to everybody who may see the log</Checkbox></div>}
    </Dialog>
  );
}
