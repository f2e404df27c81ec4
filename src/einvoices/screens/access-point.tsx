import { useState } from "react";
import type { z } from "zod";
import { Button, ConfirmDialog, Content, DateText, FailedState, Field, Fields, Form, FormErrors, Input, Note, Page, Section, SkeletonLines, toast, useApiMutation, useApiQuery, useForm } from "../../web/kit.ts";
import { PutAccessPoint, type AccessPointView } from "../contract.ts";

type View = z.infer<typeof AccessPointView>;
const path = "/api/access-point";

/** The service that e-invoices are sent through, with its key. */
export function AccessPointPage() {
  const query = useApiQuery<View>(path);
  return (
    <Page title="Access point" back="/settings" line>
      <Content narrow>
        <p className="max-w-[68ch] pt-5 text-ink-2">XRechnung and Peppol invoices can go straight into the receiver's system. A service that takes part in the network, an access point, passes them on; you have a contract with it, and it gives you an address and a key. Nothing is sent there unless you send it.</p>
        {query.error && !query.data ? <FailedState what="The access point could not be loaded" error={query.error} again={() => void query.refetch()} /> : !query.data ? <div className="pt-5"><SkeletonLines lines={4} /></div> : <Setting key={query.data.accessPoint?.changedAt ?? "none"} view={query.data} />}
      </Content>
    </Page>
  );
}

function Setting({ view }: { view: View }) {
  const now = view.accessPoint;
  const [removing, setRemoving] = useState(false);
  const save = useApiMutation<z.input<typeof PutAccessPoint>, View>("put", path, { refresh: [path, "/api/invoices/{id}/transmissions"], onDone: () => toast("Saved the access point") });
  const remove = useApiMutation<void, View>("delete", path, { request: () => ({}), refresh: [path, "/api/invoices/{id}/transmissions"], onDone: () => { setRemoving(false); toast("Removed the access point"); } });
  const form = useForm<{ url: string; key: string }, z.output<typeof PutAccessPoint>>({
    initial: { url: now?.url ?? "", key: "" },
    schema: { safeParse: (values) => { const { url, key } = values as { url: string; key: string }; return PutAccessPoint.safeParse({ url: url.trim(), ...(key.trim() ? { key: key.trim() } : {}) }); } },
    onSubmit: async (values) => { await save.mutateAsync(values); },
  });
  return (
    <>
      <Form form={form} id="access-point">
        <div className="pt-4"><FormErrors labels={{ url: "Address", key: "Key" }} /></div>
        <Section title={now ? "In use" : "Not set up"} aside={now && <>Changed <DateText value={now.changedAt} /> by {now.changedBy}</>}>
          <Fields>
            <Field label="Address" required hint="As the service gave it, like https://access-point.example/api." {...form.field("url")}><Input inputMode="url" autoComplete="off" {...form.bind("url")} /></Field>
            <Field label="Key" required={!now} optional={Boolean(now)} hint={now ? `The one in use ends in ${now.keyEndsIn}. Leave empty to keep it.` : "Kept sealed, and never shown again."} {...form.field("key")}><Input type="password" autoComplete="off" {...form.bind("key")} /></Field>
          </Fields>
          <div className="mt-4 flex gap-2"><Button kind="primary" type="submit" busy={form.busy}>Save</Button>{now && <Button onClick={() => setRemoving(true)}>Remove…</Button>}</div>
        </Section>
      </Form>
      <Section title="What it must be able to do">
        <p className="max-w-[68ch] text-ink-2">It takes documents at <code className="font-code text-sm">POST …/documents</code> and says how they are at <code className="font-code text-sm">GET …/documents/ID</code>. The documentation describes both on a page. Sender and receiver are the electronic addresses of your company and the customer.</p>
      </Section>
      <ConfirmDialog open={removing} onClose={() => setRemoving(false)} danger title="Remove the access point?" verb="Remove" busy={remove.isPending} error={remove.error} onConfirm={() => remove.mutate()}><Note>What is on its way arrives all the same, but how it ended is no longer asked.</Note></ConfirmDialog>
    </>
  );
}
