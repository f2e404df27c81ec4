import { useEffect, useRef, useState } from "react";
import { api, asApiError, Button, Field, Form, FormErrors, Input, Note, SkeletonLines, useForm, type ApiError } from "../../web/kit.ts";
import { CodeInput } from "./code-input.tsx";
import { browserHasPasskeys, makePasskey } from "./passkey.ts";
import { QrCode } from "./qr.tsx";

type Done = (recoveryCodes: string[] | null) => void;

/** Sets up an authenticator app: scan, then type the first code. */
export function AddTotp({ onDone }: { onDone: Done }) {
  const [setup, setSetup] = useState<{ secret: string; uri: string } | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    api.post<{ secret: string; uri: string }>("/api/totp").then(setSetup, (failure: unknown) => setError(asApiError(failure)));
  }, []);
  const form = useForm({ initial: { code: "" }, onSubmit: async (body: { code: string }) => { onDone((await api.post<{ recoveryCodes: string[] | null }>("/api/totp/confirm", { body })).recoveryCodes); } });
  if (error) return <Note tone="danger">{error.message}</Note>;
  if (!setup) return <SkeletonLines />;
  return (
    <div className="grid gap-5">
      <ol className="grid gap-4">
        <li>1. Open an authenticator app (Aegis, Google Authenticator, 1Password …) and scan this.
          <div className="mt-3 flex flex-wrap items-start gap-4">
            <QrCode text={setup.uri} label="QR code for the authenticator app" />
            <div className="min-w-0 flex-1 basis-40 text-sm text-ink-2">No camera? Type this key, by time, six digits:<code className="mt-1 block font-code break-words text-ink select-all">{setup.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code></div>
          </div>
        </li>
        <li>2. Type the code that it shows.</li>
      </ol>
      <Form form={form}>
        <FormErrors labels={{ code: "Code" }} />
        <div className="grid gap-4"><CodeInput label="Code" field={form.field("code")} {...form.bind("code")} autoFocus={false} /><Button kind="primary" type="submit" busy={form.busy} grow>Turn it on</Button></div>
      </Form>
    </div>
  );
}

/** Names and makes a passkey on this device or a key. */
export function AddPasskey({ onDone }: { onDone: Done }) {
  const form = useForm({
    initial: { name: guessName() },
    onSubmit: async ({ name }: { name: string }) => {
      const { options } = await api.post<{ options: unknown }>("/api/passkeys/options");
      onDone((await api.post<{ recoveryCodes: string[] | null }>("/api/passkeys", { body: { name, response: await makePasskey(options) } })).recoveryCodes);
    },
  });
  if (!browserHasPasskeys()) return <Note>This browser knows no passkeys. Use another one, or an authenticator app.</Note>;
  return (
    <Form form={form}>
      <FormErrors labels={{ name: "Name" }} />
      <div className="grid gap-4">
        <p className="text-ink-2">Your device asks for finger, face or PIN. Nothing of that leaves it.</p>
        <Field label="Name" hint="So that you know it again, for instance the device." {...form.field("name")}><Input autoFocus {...form.bind("name")} /></Field>
        <Button kind="primary" icon="key" type="submit" busy={form.busy} grow>Make a passkey</Button>
      </div>
    </Form>
  );
}

function guessName(): string {
  const agent = navigator.userAgent;
  return /iPhone/.test(agent) ? "iPhone" : /iPad/.test(agent) ? "iPad" : /Android/.test(agent) ? "Android phone" : /Mac OS X/.test(agent) ? "Mac" : /Windows/.test(agent) ? "Windows computer" : "This computer";
}
