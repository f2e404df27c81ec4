import { useState } from "react";
import { api, asApiError, Button, Entrance, FailedState, Link, Note, SkeletonLines, useApiQuery, type ApiError } from "../../web/kit.ts";

/** What waits for a person's consent: a sign-in that their provider began, or Google or Microsoft to be linked with who they are here. */
export function ConnectPage() {
  const query = useApiQuery("/api/sso/waiting");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const confirm = async () => {
    setBusy(true); setError(null);
    try { location.assign((await api.post<{ to: string }>("/api/sso/confirm", { body: {} })).to); } catch (failure) { setError(asApiError(failure)); setBusy(false); }
  };
  const waiting = query.data;
  if (query.error && !waiting) return <Entrance title="One more step"><FailedState compact what="This could not be loaded" error={query.error} again={() => void query.refetch()} /></Entrance>;
  if (!waiting) return <Entrance title="One more step"><SkeletonLines lines={3} /></Entrance>;
  const signIn = "/sign-in?next=%2Fsign-in%2Fconnect";
  if (waiting.kind === "nothing") return <Entrance title="Nothing waits here" lead="A sign-in that was begun elsewhere ends after ten minutes."><Link className="link" to="/sign-in">Sign in</Link></Entrance>;
  if (waiting.kind === "arrival") return (
    <Entrance title={`Enter ${waiting.name ?? "the workspace"}?`} lead={<>Your company’s sign-in page sent you here as <strong className="break-words">{waiting.email}</strong>.</>} foot="You did not ask for this? Close this page, and tell your administrator.">
      {error && <div className="mb-4"><Note tone="danger">{error.message}</Note></div>}
      <div className="grid"><Button kind="primary" grow autoFocus busy={busy} onClick={() => void confirm()}>Enter</Button></div>
    </Entrance>
  );
  return (
    <Entrance title={`Link ${waiting.name}?`} lead={<>There is a sign-in with <strong className="break-words">{waiting.email}</strong> here already. Show that it is yours; then {waiting.name} opens it, too.</>}>
      {error && <div className="mb-4"><Note tone="danger">{error.message}</Note></div>}
      {waiting.ready ? <div className="grid"><Button kind="primary" grow autoFocus busy={busy} onClick={() => void confirm()}>Link {waiting.name}</Button></div> : (
        <div className="grid gap-3">
          <p className="text-ink-2">Sign in as you did before, with password or passkey, within ten minutes. You come back to this page.</p>
          <a href={signIn} className="inline-flex h-(--control) items-center justify-center rounded-2 bg-accent px-3 font-medium text-on-accent no-underline">Sign in first</a>
        </div>
      )}
    </Entrance>
  );
}
