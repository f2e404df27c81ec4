import { Button, Field, Form, FormErrors, Input, Link, PasswordInput, Radios, api, useForm } from "../../web/kit.ts";
import { SignUp } from "../contract.ts";
import { Entrance } from "./entrance.tsx";

/** A person with a workspace of their own, whose owner they are. Afterwards the first run begins. */
export function SignUpPage() {
  const form = useForm({
    initial: { name: "", email: "", password: "", workspaceName: "", kind: "business" as "business" | "firm" },
    schema: SignUp,
    onSubmit: async (body) => { await api.post("/api/sign-up", { body }); location.assign("/welcome"); },
  });
  return (
    <Entrance title="Make an account" lead="Yours alone, on this server. You can invite others later." foot={<>Have one already? <Link className="link" to="/sign-in">Sign in</Link></>}>
      <Form form={form}>
        <FormErrors labels={{ workspaceName: "Workspace" }} />
        <div className="grid gap-4">
          <Field label="Your name" {...form.field("name")}><Input autoComplete="name" autoFocus {...form.bind("name")} /></Field>
          <Field label="E-mail" {...form.field("email")}><Input type="email" autoComplete="username" {...form.bind("email")} /></Field>
          <Field label="Password" hint="At least 12 characters. Any will do; a short sentence is good." {...form.field("password")}>
            <PasswordInput autoComplete="new-password" {...form.bind("password")} />
          </Field>
          <Field label="Workspace" hint="Usually the name of your business." {...form.field("workspaceName")}><Input autoComplete="organization" {...form.bind("workspaceName")} /></Field>
          <Radios value={form.values.kind} onChange={(kind) => form.set("kind", kind as "business" | "firm")} framed
            choices={[{ value: "business", label: "My own business", hint: "One or a few companies" }, { value: "firm", label: "A bookkeeping firm", hint: "Companies are clients" }]} />
          <Button kind="primary" type="submit" busy={form.busy} grow>Make account</Button>
        </div>
      </Form>
    </Entrance>
  );
}
