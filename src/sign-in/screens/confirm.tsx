import { useState } from "react";
import { api, asApiError, Button, Field, Link, Note, PasswordInput, type ApiError } from "../../web/kit.ts";
import { Entrance, enter, takeToken } from "./entrance.tsx";
import { SecondStep, type SecondWay } from "./second-step.tsx";

/** Opened by a link that proves a mail address. Opening it does nothing; pressing the button does. */
export function ConfirmAddressPage() {
  const [token] = useState(takeToken);
  const [password, setPassword] = useState("");
  const [askPassword, setAskPassword] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [step, setStep] = useState<{ request: string; ways: SecondWay[] } | null>(null);
  const confirm = async () => {
    setBusy(true); setError(null);
    try {
      const outcome = await api.post<{ state: string; request?: string; ways?: SecondWay[] }>("/api/address/prove", { body: { token: token ?? "", ...(password ? { password } : {}) } });
      if (outcome.state === "second_factor" && outcome.request) setStep({ request: outcome.request, ways: outcome.ways ?? [] });
      else enter();
    } catch (failure) {
      const failed = asApiError(failure);
      if (failed.code === "password_for_proof") setAskPassword(true); else setError(failed);
      setBusy(false);
    }
  };
  if (step) return <SecondStep {...step} />;
  return (
    <Entrance title="Confirm your address" lead={askPassword ? "This is not the browser that you signed up in. Enter the password that you chose." : "Only if it was you who asked for this."} foot={<Link className="link" to="/sign-in">Go to sign in</Link>}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void confirm(); }} className="grid gap-4">
        {error && <Note tone="danger">{error.message}{error.code === "sign_in_to_change" && <> <Link className="link" to={`/sign-in?next=${encodeURIComponent(`/confirm?token=${token}`)}`}>Sign in</Link></>}</Note>}
        {askPassword && <Field label="Password"><PasswordInput autoComplete="current-password" autoFocus value={password} onChange={setPassword} /></Field>}
        <Button kind="primary" type="submit" busy={busy} disabledBecause={token ? null : "The link is not whole. Open it from the mail again"} grow>Yes, this is my address</Button>
      </form>
    </Entrance>
  );
}
