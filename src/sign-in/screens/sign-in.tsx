import { useState } from "react";
import { api, asApiError, Button, Field, Form, FormErrors, Icon, Input, Link, Note, PasswordInput, useApiQuery, useForm, type ApiError } from "../../web/kit.ts";
import { stops } from "../../sso/policy.ts";
import { declared, explain } from "../policy.ts";
import { Entrance, enter } from "./entrance.tsx";
import { browserHasPasskeys, showPasskey } from "./passkey.ts";
import { SecondStep, type SecondWay } from "./second-step.tsx";

type Outcome = { state: "signed_in" | "second_factor" | "check_mail"; request?: string; ways?: SecondWay[] };

/** All ways in: passkey, password, Google, Microsoft, a company's own. A wrong pair is told in one sentence that does not say which of the two it was. */
export function SignInPage() {
  const [step, setStep] = useState<{ request: string; ways: SecondWay[] } | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const [domain, setDomain] = useState("");
  const { data: ways } = useApiQuery("/api/sign-in/ways", { query: { email: domain || null }, keep: true, staleMs: 60_000 });
  const goOn = (outcome: Outcome) => { if (outcome.state === "second_factor" && outcome.request) setStep({ request: outcome.request, ways: outcome.ways ?? [] }); else enter(); };
  const form = useForm({
    initial: { email: "", password: "" },
    onSubmit: async (body: { email: string; password: string }) => { setFailure(null); goOn(await api.post<Outcome>("/api/sign-in", { body })); },
  });
  const byPasskey = async () => {
    setBusy(true); setFailure(null); form.reset(form.values);
    try {
      const { options } = await api.post<{ options: unknown }>("/api/sign-in/passkey/options");
      goOn(await api.post<Outcome>("/api/sign-in/passkey", { body: { answer: await showPasskey(options) } }));
    } catch (error) { setFailure(asApiError(error)); setBusy(false); }
  };
  if (step) return <SecondStep {...step} />;
  const next = new URLSearchParams(location.search).get("next");
  const refused = problemIn(location.search);
  const passkeys = (ways?.passkeys ?? true) && browserHasPasskeys();
  const others = ways?.ways ?? [];
  const own = sentenceWithLink(form.failure ?? failure);
  return (
    <Entrance title="Sign in" foot={ways?.signUp === "invited" ? "New here? Ask an owner or admin for an invitation." : <>New here? <Link className="link" to="/sign-up">Make an account</Link></>}>
      {refused && !form.failure && !failure && <div className="mb-4"><Note tone="danger">{refused}</Note></div>}
      {own && <div className="mb-4"><Note tone="danger">{own}</Note></div>}
      <Form form={form}>
        {!own && <FormErrors />}
        <div className="grid gap-4">
          <Field label="E-mail" {...form.field("email")}><Input type="email" autoComplete="username webauthn" autoFocus {...form.bind("email")} onBlur={() => setDomain(/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(form.values.email) ? form.values.email : "")} /></Field>
          <Field label="Password" aside={<Link className="link" to="/recover">Forgotten?</Link>} {...form.field("password")}>
            <PasswordInput autoComplete="current-password" {...form.bind("password")} />
          </Field>
          <Button kind="primary" type="submit" busy={form.busy} grow>Continue</Button>
        </div>
      </Form>
      {(passkeys || others.length > 0) && (
        <>
          <p className="my-4 flex items-center gap-3 text-sm text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">or</p>
          <div className="grid gap-2">
            {passkeys && <Button icon="key" busy={busy} onClick={() => void byPasskey()} grow>Use a passkey</Button>}
            {others.map((way) => (
              <a key={way.href} href={`${way.href}${next ? `${way.href.includes("?") ? "&" : "?"}next=${encodeURIComponent(next)}` : ""}`}
                className="inline-flex h-(--control) items-center justify-center gap-[7px] rounded-2 border border-line-strong bg-surface px-3 font-medium text-ink no-underline hover:bg-hover">
                {way.kind === "sso" && <Icon name="building" />}Continue with {way.name}
              </a>
            ))}
          </div>
        </>
      )}
    </Entrance>
  );
}

/** Why a sign-in elsewhere came to nothing: `?problem=` holds a code of ours, never a sentence that somebody could put there. */
function problemIn(search: string): string | null {
  const code = new URLSearchParams(search).get("problem");
  if (!code) return null;
  if (Object.hasOwn(stops.declared, code)) return stops.explain(code as keyof typeof stops.declared);
  if (Object.hasOwn(declared, code) && code !== "sso_required") return explain(code as keyof typeof declared);
  return "This sign-in came to nothing. Begin again, or choose another way.";
}

/** The refusal that names another way in ("… asks its people to sign in through their own company: /api/…") with a link for the address. */
function sentenceWithLink(error: ApiError | null) {
  if (!error) return null;
  const match = error.code === "sso_required" ? /^(.*?):?\s+(\/\S+)$/.exec(error.message) : null;
  return match ? <>{match[1]}. <a className="link" href={match[2]}>Continue there</a></> : error.message;
}
