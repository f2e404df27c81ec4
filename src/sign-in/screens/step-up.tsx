import { useEffect, useRef, useState } from "react";
import { answersStepUp, api, asApiError, Button, Dialog, Field, Note, PasswordInput, SkeletonLines, useApiQuery, type ApiError } from "../../web/kit.ts";
import { CodeInput } from "./code-input.tsx";
import { browserHasPasskeys, showPasskey } from "./passkey.ts";

type Ask = { factorOnly: boolean; answer: (proved: boolean) => void };
/** A question that waits for its dialog. */
export type StepUp = { asked: Ask | null; ask(how?: { factorOnly?: boolean }): Promise<boolean>; close(proved: boolean): void };

/** Lets a page ask for a fresh proof, and answers requests that the server refused for want of one. Two questions at once share one dialog. */
export function useStepUp(): StepUp {
  const [asked, setAsked] = useState<Ask | null>(null);
  const waiting = useRef<{ promise: Promise<boolean>; answer: (proved: boolean) => void } | null>(null);
  const ask = ({ factorOnly = false }: { factorOnly?: boolean } = {}): Promise<boolean> => {
    if (waiting.current) return waiting.current.promise;
    let answer: (proved: boolean) => void = () => undefined;
    const promise = new Promise<boolean>((resolve) => { answer = resolve; });
    waiting.current = { promise, answer };
    setAsked({ factorOnly, answer });
    return promise;
  };
  const close = (proved: boolean) => { waiting.current?.answer(proved); waiting.current = null; setAsked(null); };
  const newest = useRef(ask);
  newest.current = ask;
  useEffect(() => answersStepUp(() => newest.current()), []);
  return { asked, ask, close };
}

/** Stands on every signed-in page: the dialog for dangerous acts whose ten minutes are over. */
export function StepUpOverlay() {
  return <StepUpDialog state={useStepUp()} />;
}

type Way = "passkey" | "totp" | "password";
const wayNames: Record<Way, string> = { passkey: "Use a passkey", totp: "Use a code", password: "Use the password" };

export function StepUpDialog({ state }: { state: StepUp }) {
  return state.asked ? <Open factorOnly={state.asked.factorOnly} close={state.close} /> : null;
}

function Open({ factorOnly, close }: { factorOnly: boolean; close: (proved: boolean) => void }) {
  const { data, error } = useApiQuery("/api/security");
  const [chosen, choose] = useState<Way | null>(null);
  const [value, setValue] = useState("");
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const ways: Way[] = data ? [
    ...(data.passkeys.length > 0 && browserHasPasskeys() ? ["passkey" as const] : []), ...(data.totpSince ? ["totp" as const] : []), ...(data.hasPassword && !factorOnly ? ["password" as const] : []),
  ] : [];
  const way = chosen ?? ways[0] ?? null;
  const prove = async () => {
    if (busy || !way) return;
    setBusy(true); setFailure(null);
    try {
      if (way === "passkey") {
        const { options } = await api.post<{ options: unknown }>("/api/session/prove/passkey-options");
        await api.post("/api/session/prove", { body: { passkey: await showPasskey(options) } });
      } else await api.post("/api/session/prove", { body: way === "totp" ? { code: value } : { password: value } });
      close(true);
    } catch (problem) { setFailure(asApiError(problem)); setBusy(false); }
  };
  const others = ways.filter((one) => one !== way);
  return (
    <Dialog open onClose={() => close(false)} title="Is it you?" description="This is worth a second look. Prove it once; it holds for ten minutes." width={400}
      foot={<><Button onClick={() => close(false)}>Cancel</Button>{way && <Button kind="primary" busy={busy} icon={way === "passkey" ? "key" : undefined} onClick={() => void prove()}>{way === "passkey" ? "Use your passkey" : "Continue"}</Button>}</>}>
      {error && <Note tone="danger">{error.message}</Note>}
      {!data && !error && <SkeletonLines lines={2} />}
      {failure && <div className="mb-3"><Note tone="danger">{failure.message}</Note></div>}
      {data && ways.length === 0 && <p>You sign in elsewhere and have no password, code or passkey here. <a className="link" href={`/sign-in?next=${encodeURIComponent(location.pathname)}`}>Sign in again</a>, then repeat this.</p>}
      <form noValidate onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); void prove(); }}>
        {way === "password" && <><input type="hidden" autoComplete="username" value={data?.email ?? ""} readOnly /><Field label="Password"><PasswordInput autoComplete="current-password" autoFocus value={value} onChange={setValue} /></Field></>}
        {way === "totp" && <CodeInput field={{ name: "code", error: null }} value={value} onChange={setValue} />}
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">Continue</button>
      </form>
      {others.length > 0 && <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1">{others.map((one) => <button key={one} type="button" className="link" onClick={() => { choose(one); setValue(""); setFailure(null); }}>{wayNames[one]}</button>)}</p>}
    </Dialog>
  );
}
