import { useState } from "react";
import { Button, ConfirmDialog, DateText, Dialog, Icon, Menu, Note, Section, StateChip, Tag, toast, useApiMutation } from "../../web/kit.ts";
import type { CheckStep, ConnectionView } from "../contract.ts";
import { ConnectionForm } from "./connection-form.tsx";
import { CopyLine, OurAddresses } from "./copy.tsx";
import { stale, type Part } from "./words.ts";

const kindWords = { oidc: "OpenID Connect", saml: "SAML 2.0" } as const;
type Editing = { connection: ConnectionView | null; kind: "oidc" | "saml" };

/** The workspace's identity providers, each with its state and what to enter on the other side. */
export function Connections({ settings, own }: Part) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const [removing, setRemoving] = useState<ConnectionView | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const remove = useApiMutation<ConnectionView>("delete", "/api/sso/connections/{id}", { request: ({ id }) => ({ path: { id } }), refresh: stale, onDone: () => { setRemoving(null); toast("Removed the connection"); } });
  const { connections } = settings;
  const base = new URL(settings.directory.baseUrl).origin;
  return (
    <Section title="Single sign-on" id="single-sign-on">
      <div className="flex gap-6 max-phone:flex-col max-phone:gap-3">
        <p className="max-w-[62ch] flex-1 text-ink-2">Your people enter through your company’s own identity provider: Okta, Microsoft Entra, Google Workspace, or any other that speaks OpenID Connect or SAML 2.0. It opens this workspace and nothing else that they have here.</p>
        {own && <span className="shrink-0"><Menu items={[
          { label: "OpenID Connect", detail: "Okta, Entra, Google, Keycloak", onChoose: () => setEditing({ connection: null, kind: "oidc" }) },
          { label: "SAML 2.0", detail: "by metadata or certificate", onChoose: () => setEditing({ connection: null, kind: "saml" }) },
        ]}><Button icon="plus" kind={connections.length === 0 ? "primary" : "plain"}>Connect a provider</Button></Menu></span>}
      </div>
      {connections.length === 0 ? <p className="mt-3 text-ink-3">No provider is connected. People sign in with password or passkey.</p> : (
        <ul className="mt-4 grid gap-3">
          {connections.map((connection) => (
            <li key={connection.id} className="rounded-3 border border-line-strong">
              <div className="flex items-start gap-3 p-3.5">
                <span className="mt-0.5 text-ink-3"><Icon name="building" /></span>
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1"><span className="font-strong break-words">{connection.name}</span><Tag>{kindWords[connection.kind]}</Tag>
                    <StateChip stage={connection.enabled ? "done" : "notBegun"} tone={connection.enabled ? "done" : "off"}>{connection.enabled ? "On" : "Off"}</StateChip></p>
                  <p className="mt-0.5 text-sm break-words text-ink-3">{connection.issuer}</p>
                  <p className="text-sm text-ink-3">{connection.lastUsedAt ? <>Last used <DateText value={connection.lastUsedAt} short /></> : "Never used"}{connection.secondFactor === "required" ? ", second factor required" : connection.secondFactor === "trusted" ? ", trusted for second factors" : ""}</p>
                  <SoonOver connection={connection} />
                </div>
              </div>
              <div className="flex flex-wrap items-center gap-1.5 border-t border-line px-2.5 py-2">
                {own && <Check connection={connection} />}
                {own && <Button size="small" onClick={() => setEditing({ connection, kind: connection.kind })} aria-label={`Edit ${connection.name}`}>Edit</Button>}
                <Button size="small" kind="quiet" aria-expanded={opened === connection.id} onClick={() => setOpened(opened === connection.id ? null : connection.id)}>{opened === connection.id ? "Hide our addresses" : "Our addresses"}</Button>
                {own && <span className="ml-auto"><Button size="small" kind="quietDanger" onClick={() => setRemoving(connection)} aria-label={`Remove ${connection.name}`}>Remove</Button></span>}
              </div>
              {opened === connection.id && <div className="grid gap-3 border-t border-line p-3.5"><OurAddresses kind={connection.kind} {...connection.ours} /><CopyLine label="Address that begins a sign-in, for bookmarks and app launchers" value={connection.ours.startUrl} /></div>}
            </li>
          ))}
        </ul>
      )}
      {editing && <ConnectionForm {...editing} base={base} onClose={() => setEditing(null)} />}
      <ConfirmDialog open={removing !== null} onClose={() => { setRemoving(null); remove.reset(); }} danger title={`Remove ${removing?.name ?? ""}?`} verb="Remove" busy={remove.isPending} error={remove.error} onConfirm={() => { if (removing) remove.mutate(removing); }}>
        Nobody enters by it any more. Who is in now stays in until their session ends; people stay members.
      </ConfirmDialog>
    </Section>
  );
}

function SoonOver({ connection }: { connection: ConnectionView }) {
  const soon = connection.certificates.filter((one) => Date.parse(one.expiresAt) - Date.now() < 30 * 86_400_000);
  if (soon.length === 0) return null;
  const over = soon.some((one) => Date.parse(one.expiresAt) < Date.now());
  return <p className={`mt-1 flex items-center gap-1.5 text-sm ${over ? "text-danger" : "text-doubt"}`}><Icon name="warning" size={13} />{over ? "A certificate has ended" : "A certificate ends"} <DateText value={soon[0]!.expiresAt} short /></p>;
}

const look = { good: { icon: "check", tone: "text-ink-2" }, warning: { icon: "warning", tone: "text-doubt" }, failed: { icon: "close", tone: "text-danger" } } as const;
const words = { good: "fits", warning: "look at this", failed: "does not work" } as const;

/** Tries the connection, and shows each step with its outcome. */
function Check({ connection }: { connection: ConnectionView }) {
  const [result, setResult] = useState<{ good: boolean; steps: CheckStep[] } | null>(null);
  const check = useApiMutation<void, { good: boolean; steps: CheckStep[] }>("post", "/api/sso/connections/{id}/check", { request: () => ({ path: { id: connection.id }, body: {} }), onDone: setResult });
  return (
    <>
      <Button size="small" busy={check.isPending} onClick={() => check.mutate()} aria-label={`Test ${connection.name}`}>Test</Button>
      {check.error && <span role="alert" className="basis-full text-sm text-danger">{check.error.message}</span>}
      <Dialog open={result !== null} onClose={() => setResult(null)} title={result?.good ? `${connection.name} is ready` : `${connection.name} does not work yet`} width={520}
        description={result?.good ? "What can be tried without a person fits." : "Mend what is marked, then test again."}
        foot={<Button kind="primary" onClick={() => setResult(null)}>Close</Button>}>
        <ul className="mt-1">
          {result?.steps.map((step, index) => (
            <li key={index} className="flex gap-3 border-b border-line py-2 last:border-b-0">
              <span className={`mt-0.5 ${look[step.state].tone}`}><Icon name={look[step.state].icon} size={15} /></span>
              <span className="min-w-0 flex-1"><span className="block font-medium">{step.name}<span className="sr-only">: {words[step.state]}</span></span><span className="block text-sm break-words text-ink-2">{step.detail}</span></span>
            </li>
          ))}
        </ul>
        {result?.good && connection.enabled && <div className="mt-3"><CopyLine label="Now sign in there yourself, in a private window: in this one it would end your session" value={connection.ours.startUrl} /></div>}
        {result && !result.good && <div className="mt-2"><Note tone="doubt">Nobody can enter by it until these are mended.</Note></div>}
      </Dialog>
    </>
  );
}
