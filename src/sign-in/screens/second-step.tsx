import { useState } from "react";
import { api, asApiError, Button, Field, Form, FormErrors, Input, Link, Note, useForm, type ApiError } from "../../web/kit.ts";
import { CodeInput } from "./code-input.tsx";
import { Entrance, enter } from "./entrance.tsx";
import { browserHasPasskeys, showPasskey } from "./passkey.ts";

export type SecondWay = "totp" | "passkey" | "recovery";

/** The second step of a sign-in, in place of the first: a code, a passkey, or a recovery code. */
export function SecondStep({ request, ways }: { request: string; ways: readonly SecondWay[] }) {
  const passkeys = ways.includes("passkey") && browserHasPasskeys();
  const [way, setWay] = useState<SecondWay>(passkeys ? "passkey" : ways.includes("totp") ? "totp" : "recovery");
  const others = ways.filter((one) => one !== way && (one !== "passkey" || passkeys));
  const names: Record<SecondWay, string> = { passkey: "Use a passkey", totp: "Use a code", recovery: "Use a recovery code" };
  return (
    <Entrance title="One more step" lead="Show that it is you by something only you have." foot={<Link className="link" to="/sign-in" onClick={() => location.assign("/sign-in")}>Begin again</Link>}>
      {way === "passkey" ? <ByPasskey request={request} /> : <ByCode key={way} request={request} recovery={way === "recovery"} />}
      {others.length > 0 && <div className="mt-5 flex flex-wrap gap-x-4 gap-y-1">{others.map((one) => <button key={one} type="button" className="link" onClick={() => setWay(one)}>{names[one]}</button>)}</div>}
    </Entrance>
  );
}

function ByCode({ request, recovery }: { request: string; recovery: boolean }) {
  const form = useForm({
    initial: { code: "" },
    onSubmit: async ({ code }: { code: string }) => { await api.post("/api/sign-in/second-step", { body: { request, ...(recovery ? { recoveryCode: code } : { code }) } }); enter(); },
  });
  return (
    <Form form={form}>
      <FormErrors labels={{ code: "Code" }} />
      <div className="grid gap-4">
        {recovery
          ? <Field label="Recovery code" hint="One of the ten that you kept when you set up your second factor. Each works once." {...form.field("code")}><Input autoComplete="off" autoFocus figures {...form.bind("code")} /></Field>
          : <CodeInput field={form.field("code")} {...form.bind("code")} />}
        <Button kind="primary" type="submit" busy={form.busy} grow>Continue</Button>
      </div>
    </Form>
  );
}

function ByPasskey({ request }: { request: string }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const run = async () => {
    setBusy(true); setError(null);
    try {
      const { options } = await api.post<{ options: unknown }>("/api/sign-in/second-step/passkey-options", { body: { request } });
      await api.post("/api/sign-in/second-step", { body: { request, passkey: await showPasskey(options) } });
      enter();
    } catch (failure) { setError(asApiError(failure)); setBusy(false); }
  };
  return (
    <div className="grid gap-4">
      {error && <Note tone="danger">{error.message}</Note>}
      <Button kind="primary" icon="key" busy={busy} onClick={() => void run()} autoFocus grow>Use your passkey</Button>
    </div>
  );
}

/** The second step after coming back from Google, Microsoft or a company's sign-in: `?request=` names it, `?ways=` how. */
export function SecondStepPage() {
  const search = new URLSearchParams(location.search);
  const known: readonly SecondWay[] = ["passkey", "totp", "recovery"];
  const ways = known.filter((way) => (search.get("ways") ?? "passkey,totp,recovery").split(",").includes(way));
  return <SecondStep request={search.get("request") ?? ""} ways={ways} />;
}
