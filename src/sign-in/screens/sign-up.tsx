import { useState } from "react";
import { Button, Field, Form, FormErrors, Icon, Input, Link, Note, Radios, SkeletonLines, api, useApiQuery, useForm } from "../../web/kit.ts";
import { SignUp } from "../contract.ts";
import { Entrance } from "./entrance.tsx";
import { NewPassword } from "./new-password.tsx";

/** A person with a workspace of their own, whose owner they are. Afterwards the first run begins, or the address is proven first. */
export function SignUpPage() {
  const { data: ways } = useApiQuery("/api/sign-in/ways", { staleMs: 60_000 });
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    initial: { name: "", email: "", password: "", workspaceName: "", kind: "business" as "business" | "firm", setupToken: "" },
    schema: SignUp,
    toBody: ({ setupToken, ...values }) => ({ ...values, ...(setupToken.trim() ? { setupToken: setupToken.trim() } : {}) }),
    onSubmit: async (body) => {
      const { state } = await api.post<{ state: string }>("/api/sign-up", { body });
      if (state === "check_mail") setSentTo(body.email);
      else location.assign("/welcome");
    },
  });
  const foot = <>Have one already? <Link className="link" to="/sign-in">Sign in</Link></>;
  if (sentTo) return (
    <Entrance title="Look into your mail" foot={<Link className="link" to="/sign-in">Go to sign in</Link>}>
      <p className="flex gap-2.5"><Icon name="mail" className="mt-0.5 text-ink-3" /><span>We wrote to <b className="break-words">{sentTo}</b>. Open the link there within a day: it proves that the address is yours. Best in this browser.</span></p>
      <p className="mt-3 text-sm text-ink-3">Nothing there? Look among unwanted mail, or sign up again.</p>
    </Entrance>
  );
  if (!ways) return <Entrance title="Make an account" foot={foot}><SkeletonLines /></Entrance>;
  if (ways.signUp === "invited") return <Entrance title="By invitation" foot={foot}><Note>New people come in by invitation here. Ask an owner or admin of your workspace to send you one.</Note></Entrance>;
  const setup = ways.signUp === "setup";
  return (
    <Entrance title={setup ? "Make the first account" : "Make an account"} lead={setup ? "You will be the owner of this installation's first workspace. Others come in by your invitation." : "Yours alone, on this server. You can invite others later."} foot={foot}>
      <Form form={form}>
        <FormErrors labels={{ workspaceName: "Workspace", password: "Password", email: "E-mail", name: "Your name" }} />
        <div className="grid gap-4">
          {setup && <Field label="Setup code" hint="The server printed it when it started." {...form.field("setupToken")}><Input autoComplete="off" figures autoFocus {...form.bind("setupToken")} /></Field>}
          <Field label="Your name" {...form.field("name")}><Input autoComplete="name" autoFocus={!setup} {...form.bind("name")} /></Field>
          <Field label="E-mail" {...form.field("email")}><Input type="email" autoComplete="username" {...form.bind("email")} /></Field>
          <NewPassword field={form.field("password")} {...form.bind("password")} names={[form.values.name, form.values.email, form.values.workspaceName]} />
          <Field label="Workspace" hint="Usually the name of your business." {...form.field("workspaceName")}><Input autoComplete="organization" {...form.bind("workspaceName")} /></Field>
          <Radios value={form.values.kind} onChange={(kind) => form.set("kind", kind as "business" | "firm")} framed
            choices={[{ value: "business", label: "My own business", hint: "One or a few companies" }, { value: "firm", label: "A bookkeeping firm", hint: "Companies are clients" }]} />
          <Button kind="primary" type="submit" busy={form.busy} grow>Make account</Button>
        </div>
      </Form>
    </Entrance>
  );
}
