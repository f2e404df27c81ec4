import { useState } from "react";
import { Button, Field, Form, FormErrors, Input, Link, Note, api, useForm } from "../../web/kit.ts";
import { Entrance, takeToken } from "./entrance.tsx";
import { NewPassword } from "./new-password.tsx";

/** Asks for a reset link, or, opened by one (`?token=`), sets a new password. */
export function RecoverPage() {
  const [token] = useState(takeToken);
  return token ? <SetPassword token={token} /> : <AskForLink />;
}

function AskForLink() {
  const [asked, setAsked] = useState(false);
  const form = useForm({
    initial: { email: "" },
    onSubmit: async (body: { email: string }) => { await api.post("/api/password/forgotten", { body }); setAsked(true); },
  });
  return (
    <Entrance title="Reset your password" foot={<Link className="link" to="/sign-in">Back to sign in</Link>}>
      {asked ? <Note>If there is a sign-in for {form.values.email}, a link is on its way. It works for one hour.</Note> : (
        <Form form={form}>
          <FormErrors />
          <div className="grid gap-4">
            <Field label="E-mail" {...form.field("email")}><Input type="email" autoComplete="username" autoFocus {...form.bind("email")} /></Field>
            <Button kind="primary" type="submit" busy={form.busy} grow>Send a link</Button>
          </div>
        </Form>
      )}
    </Entrance>
  );
}

function SetPassword({ token }: { token: string }) {
  const [done, setDone] = useState(false);
  const form = useForm({
    initial: { password: "" },
    onSubmit: async (body: { password: string }) => { await api.post("/api/password/reset", { body: { token, ...body } }); setDone(true); },
  });
  return (
    <Entrance title={done ? "Password changed" : "Choose a new password"} lead={done ? undefined : "All devices will be signed out."} foot={<Link className="link" to="/sign-in">Go to sign in</Link>}>
      {done ? <Note>Sign in with the new one. A second factor is asked for as before.</Note> : (
        <Form form={form}>
          <FormErrors labels={{ password: "New password" }} />
          <div className="grid gap-4">
            <NewPassword label="New password" field={form.field("password")} {...form.bind("password")} autoFocus />
            <Button kind="primary" type="submit" busy={form.busy} grow>Change password</Button>
          </div>
        </Form>
      )}
    </Entrance>
  );
}
