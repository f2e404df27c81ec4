import { useState } from "react";
import { api, asApiError, Button, ButtonLink, DateText, Facts, FailedState, Link, Note, SkeletonLines, useApiQuery, type ApiError } from "../../web/kit.ts";
import { Entrance, takeToken } from "./entrance.tsx";

type Notice = { device: string; ip: string | null; at: string; restoresAddress: boolean };

/** Opened by a mail about a sign-in: says what happened, and on a press of the button shuts everybody out. */
export function NotMePage() {
  const [token] = useState(() => takeToken() ?? "");
  const query = useApiQuery<Notice>("/api/sign-in/notices/{token}", { path: { token: token || "none-at-all-in-this-link" } });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [done, setDone] = useState(false);
  const foot = <Link className="link" to="/sign-in">Go to sign in</Link>;
  if (done) return (
    <Entrance title="Everybody is signed out" foot={foot}>
      <p>The password no longer works. We sent you a link to choose a new one; it works for an hour.</p>
      <p className="mt-3 text-ink-2">What was added to your sign-in since then was removed. Owners of your workspaces can see it under Activity.</p>
    </Entrance>
  );
  if (query.error) return <Entrance title="Was this you?" foot={foot}><FailedState compact what="This link cannot be used" error={query.error} /><div className="mt-4"><ButtonLink to="/recover">Reset the password</ButtonLink></div></Entrance>;
  if (!query.data) return <Entrance title="Was this you?"><SkeletonLines /></Entrance>;
  const { device, ip, at, restoresAddress } = query.data;
  const act = async () => {
    setBusy(true); setError(null);
    try { await api.post("/api/sign-in/notices/{token}/not-me", { path: { token } }); setDone(true); } catch (failure) { setError(asApiError(failure)); setBusy(false); }
  };
  return (
    <Entrance title="Was this you?" lead={restoresAddress ? "The address of your sign-in was changed." : "Somebody signed in as you, in a browser that you had not used before."} foot={<>It was you? Then close this page.</>}>
      <Facts labelWidth={88} items={[["Device", device], ["Address", ip ?? "Unknown"], ["Time", <DateText key="at" value={at} />]]} />
      <div className="mt-5 grid gap-4">
        {error && <Note tone="danger">{error.message}</Note>}
        <p className="text-ink-2">Every device will be signed out and the password made useless{restoresAddress ? ", and this address becomes the sign-in's again" : ""}. You choose a new password by a link that we mail you.</p>
        <Button kind="danger" busy={busy} onClick={() => void act()} grow>This was not me</Button>
      </div>
    </Entrance>
  );
}
