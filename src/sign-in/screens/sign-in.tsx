import { Button, Field, Form, FormErrors, Input, Link, PasswordInput, api, useForm } from "../../web/kit.ts";
import { Entrance, enter } from "./entrance.tsx";

/** Address and password. A wrong pair is told in one sentence that does not say which of the two it was. */
export function SignInPage() {
  const form = useForm({
    initial: { email: "", password: "" },
    onSubmit: async (body: { email: string; password: string }) => { await api.post("/api/sign-in", { body }); enter(); },
  });
  return (
    <Entrance title="Sign in" foot={<>New here? <Link className="link" to="/sign-up">Make an account</Link></>}>
      <Form form={form}>
        <FormErrors />
        <div className="grid gap-4">
          <Field label="E-mail" {...form.field("email")}><Input type="email" autoComplete="username" autoFocus {...form.bind("email")} /></Field>
          <Field label="Password" aside={<Link className="link" to="/recover">Forgotten?</Link>} {...form.field("password")}>
            <PasswordInput autoComplete="current-password" {...form.bind("password")} />
          </Field>
          <Button kind="primary" type="submit" busy={form.busy} grow>Continue</Button>
        </div>
      </Form>
    </Entrance>
  );
}
