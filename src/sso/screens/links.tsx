import { useState } from "react";
import { api, asApiError, Button, ConfirmDialog, DateText, FailedState, Icon, Note, Section, SkeletonLines, toast, useApiMutation, useApiQuery, type Answer, type ApiError } from "../../web/kit.ts";

type Link = Answer<"/api/sso/links">["items"][number];

/** Google and Microsoft as further ways to sign in; nothing stands here when the installation offers neither. */
export function LinkedSignIns() {
  const query = useApiQuery("/api/sso/links");
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [removing, setRemoving] = useState<Link | null>(null);
  const unlink = useApiMutation<Link>("delete", "/api/sso/links/{vendor}", { request: ({ vendor }) => ({ path: { vendor } }), refresh: ["/api/sso/links"], onDone: () => { setRemoving(null); toast("Unlinked"); } });
  const link = async (vendor: Link["vendor"]) => {
    setBusy(vendor); setError(null);
    try { location.assign((await api.post<{ href: string }>("/api/sso/links/{vendor}", { path: { vendor }, body: { next: location.pathname } })).href); } catch (failure) { setError(asApiError(failure)); setBusy(null); }
  };
  if (query.error && !query.data) return <FailedState compact what="Linked sign-ins could not be loaded" error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={2} />;
  if (query.data.items.length === 0) return null;
  return (
    <Section title="Sign in with" id="linked">
      <ul className="border-t border-line">
        {query.data.items.map((item) => (
          <li key={item.vendor} className="flex items-center gap-3 border-b border-line py-2.5">
            <Icon name="link" className="text-ink-3" />
            <span className="min-w-0 flex-1"><span className="block font-medium">{item.name}</span><span className="block clip text-sm text-ink-3">{item.linkedAt ? <>{item.email ?? "Linked"}, since <DateText value={item.linkedAt} short /></> : "Not linked. We take the proven mail address and nothing else."}</span></span>
            {item.linkedAt ? <Button size="small" kind="quietDanger" onClick={() => setRemoving(item)} aria-label={`Unlink ${item.name}`}>Unlink</Button>
              : <Button size="small" busy={busy === item.vendor} onClick={() => void link(item.vendor)} aria-label={`Link ${item.name}`}>Link</Button>}
          </li>
        ))}
      </ul>
      {error && <div className="mt-3"><Note tone="danger">{error.message}</Note></div>}
      <ConfirmDialog open={removing !== null} onClose={() => { setRemoving(null); unlink.reset(); }} danger title={`Unlink ${removing?.name ?? ""}?`} verb="Unlink" busy={unlink.isPending} error={unlink.error} onConfirm={() => { if (removing) unlink.mutate(removing); }}>You then sign in with your password or passkey.</ConfirmDialog>
    </Section>
  );
}
