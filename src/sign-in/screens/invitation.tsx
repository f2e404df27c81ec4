import { useState } from "react";
import { Button, FailedState, Field, Form, FormErrors, Input, Link, SkeletonLines, api, useApiQuery, useForm, useParam } from "../../web/kit.ts";
import { Entrance } from "./entrance.tsx";
import { NewPassword } from "./new-password.tsx";
import { SecondStep, type SecondWay } from "./second-step.tsx";

type Preview = { workspace: string; email: string; role: string; hasSignIn: boolean };

const roleWords: Record<string, string> = { owner: "an owner", admin: "an admin", member: "a member", readonly: "a reader" };

/** Opened by an invitation's link: join with a new sign-in, or with the one you have. */
export function InvitationPage() {
  const token = useParam("token");
  const query = useApiQuery<Preview>("/api/invitations/{token}", { path: { token } });
  const [step, setStep] = useState<{ request: string; ways: SecondWay[] } | null>(null);
  const form = useForm({
    initial: { name: "", password: "" },
    onSubmit: async (body: { name: string; password: string }) => {
      const outcome = await api.post<{ state: string; request?: string; ways?: SecondWay[] }>("/api/invitations/accept", { body: { token, ...(query.data?.hasSignIn ? {} : body) } });
      if (outcome.state === "second_factor" && outcome.request) setStep({ request: outcome.request, ways: outcome.ways ?? [] });
      else location.assign("/");
    },
  });
  const { data: ways } = useApiQuery("/api/sign-in/ways", { staleMs: 60_000 });
  if (step) return <SecondStep {...step} />;
  if (query.error) return <Entrance title="Invitation" foot={<Link className="link" to="/sign-in">Go to sign in</Link>}><FailedState compact what="This invitation cannot be used" error={query.error} /></Entrance>;
  if (!query.data) return <Entrance title="Invitation"><SkeletonLines /></Entrance>;
  const { workspace, email, role, hasSignIn } = query.data;
  return (
    <Entrance title={`Join ${workspace}`} lead={`As ${roleWords[role] ?? role}, with ${email}.`}
      foot={hasSignIn ? <>Not signed in as {email}? <Link className="link" to={`/sign-in?next=/invite/${token}`}>Sign in</Link>, then open this again.</> : undefined}>
      <Form form={form}>
        <FormErrors labels={{ password: "Password", name: "Your name" }} />
        <div className="grid gap-4">
          {!hasSignIn && <>
            <input type="hidden" autoComplete="username" value={email} readOnly />
            <Field label="Your name" {...form.field("name")}><Input autoComplete="name" autoFocus {...form.bind("name")} /></Field>
            <NewPassword field={form.field("password")} {...form.bind("password")} names={[form.values.name, email]} />
          </>}
          <Button kind="primary" type="submit" busy={form.busy} grow>Join</Button>
          {!hasSignIn && ways?.ways.filter((way) => way.kind !== "sso").map((way) => (
            <a key={way.kind} href={`/api/sso/${way.kind}/start?next=${encodeURIComponent(`/invite/${token}`)}`} className="inline-flex h-(--control) items-center justify-center rounded-2 border border-line-strong bg-surface px-3 font-medium text-ink no-underline hover:bg-hover">Continue with {way.name}</a>
          ))}
        </div>
      </Form>
    </Entrance>
  );
}
