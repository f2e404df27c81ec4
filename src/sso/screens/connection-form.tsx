import { useState } from "react";
import { api, asApiError, Button, Checkbox, DateText, Dialog, Field, FieldSet, FileButton, Form, FormErrors, IconButton, Input, Note, Radios, Select, TextArea, toast, useApiMutation, useForm, type ApiError } from "../../web/kit.ts";
import { ConnectionInput, type ConnectionView } from "../contract.ts";
import { OurAddresses } from "./copy.tsx";
import { stale } from "./words.ts";

type Certificate = ConnectionView["certificates"][number];
type Metadata = { issuer: string; entryPoint: string; certificates: Certificate[] };
type Values = {
  name: string; enabled: boolean; issuer: string; clientId: string; clientSecret: string; entryPoint: string; certificates: string[]; idpInitiated: boolean;
  emailClaim: string; groupsClaim: string; secondFactor: "stated" | "trusted" | "required"; secondFactorValues: string; maxAge: string;
};
const ages = [{ value: "", label: "Any age" }, { value: "0", label: "At each sign-in anew" }, { value: "60", label: "1 hour" }, { value: "480", label: "8 hours" }, { value: "1440", label: "1 day" }, { value: "10080", label: "7 days" }];

/** Makes or changes a connection. Our addresses stand first, as the provider asks for them before it gives its own. */
export function ConnectionForm({ connection, kind, base, onClose }: { connection: ConnectionView | null; kind: "oidc" | "saml"; base: string; onClose: () => void }) {
  const [id] = useState(() => connection?.id ?? crypto.randomUUID());
  const ours = { callbackUrl: `${base}/api/sso/${id}/${kind === "oidc" ? "callback" : "acs"}`, entityId: kind === "saml" ? `${base}/api/sso/${id}/metadata` : null };
  const [known, setKnown] = useState<Certificate[]>(connection?.certificates ?? []);
  const save = useApiMutation<unknown, ConnectionView>(connection ? "put" : "post", connection ? "/api/sso/connections/{id}" : "/api/sso/connections", {
    request: (body) => (connection ? { path: { id }, body } : { body }), refresh: stale, onDone: () => { toast(connection ? "Saved the connection" : "Connected the provider"); onClose(); },
  });
  const form = useForm<Values, ConnectionInput>({
    initial: {
      name: connection?.name ?? "", enabled: connection?.enabled ?? true, issuer: connection?.issuer ?? "", clientId: connection?.clientId ?? "", clientSecret: "", entryPoint: connection?.entryPoint ?? "",
      certificates: connection?.certificates.map((one) => one.pem) ?? [], idpInitiated: connection?.idpInitiated ?? false, emailClaim: connection?.emailClaim ?? "", groupsClaim: connection?.groupsClaim ?? "",
      secondFactor: connection?.secondFactor ?? "stated", secondFactorValues: connection?.secondFactorValues.join("\n") ?? "", maxAge: connection?.maxAgeMinutes === null || connection === null ? "" : String(connection.maxAgeMinutes),
    },
    schema: ConnectionInput,
    toBody: (values) => ({
      ...(connection ? {} : { id }), kind, name: values.name, enabled: values.enabled, issuer: values.issuer, emailClaim: values.emailClaim.trim() || null, groupsClaim: values.groupsClaim.trim() || null, secondFactor: values.secondFactor,
      secondFactorValues: values.secondFactorValues.split("\n").map((line) => line.trim()).filter(Boolean), maxAgeMinutes: values.maxAge === "" ? null : Number(values.maxAge),
      ...(kind === "oidc" ? { clientId: values.clientId, clientSecret: values.clientSecret.trim() || undefined } : { entryPoint: values.entryPoint, certificates: values.certificates.filter((pem) => pem.trim()), idpInitiated: values.idpInitiated }),
    }),
    onSubmit: (body) => save.mutateAsync(body),
  });
  const fill = (read: Metadata) => {
    setKnown((before) => [...before, ...read.certificates]);
    form.update((values) => ({ ...values, issuer: read.issuer, entryPoint: read.entryPoint, certificates: [...new Set([...values.certificates.filter((pem) => pem.trim()), ...read.certificates.map((one) => one.pem)])] }));
  };
  const labels = { name: "Name", issuer: kind === "oidc" ? "Issuer" : "Entity ID", clientId: "Client ID", clientSecret: "Client secret", entryPoint: "Sign-in address", certificates: "Certificates" };
  return (
    <Dialog open onClose={onClose} width={600} title={connection ? `Edit ${connection.name}` : kind === "oidc" ? "Connect by OpenID Connect" : "Connect by SAML 2.0"}
      foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" type="submit" form="sso-connection" busy={form.busy}>{connection ? "Save" : "Connect"}</Button></>}>
      <Form form={form} id="sso-connection">
        <FormErrors labels={labels} />
        <div className="grid gap-5">
          <div className="grid gap-3">
            <p className="text-sm text-ink-3">First make an application for Counterfoil at the provider, and enter there:</p>
            <OurAddresses kind={kind} {...ours} />
          </div>
          {kind === "saml" && <MetadataReader onRead={fill} />}
          <Field label="Name" hint="The sign-in page says: Continue with …" required {...form.field("name")}><Input {...form.bind("name")} placeholder="Acme" /></Field>
          {kind === "oidc" ? (
            <>
              <Field label="Issuer" required hint="As the provider writes it. Okta: https://your-name.okta.com; Entra: https://login.microsoftonline.com/<tenant id>/v2.0" {...form.field("issuer")}><Input type="url" {...form.bind("issuer")} placeholder="https://" /></Field>
              <div className="grid gap-4 phone:grid-cols-2">
                <Field label="Client ID" required {...form.field("clientId")}><Input autoComplete="off" {...form.bind("clientId")} /></Field>
                <Field label="Client secret" required={!connection} hint={connection ? "Leave empty to keep the one that is there." : "Kept sealed, never shown again."} {...form.field("clientSecret")}><Input type="password" autoComplete="off" {...form.bind("clientSecret")} /></Field>
              </div>
            </>
          ) : (
            <>
              <Field label="Entity ID of the provider" required {...form.field("issuer")}><Input {...form.bind("issuer")} /></Field>
              <Field label="Sign-in address" required hint="Binding HTTP-Redirect" {...form.field("entryPoint")}><Input type="url" {...form.bind("entryPoint")} placeholder="https://" /></Field>
              <Certificates values={form.values.certificates} known={known} onChange={(next) => form.set("certificates", next)} error={form.field("certificates").error} />
            </>
          )}
          <FieldSet legend="Second factor">
            <Radios label="Second factor" value={form.values.secondFactor} onChange={(value) => form.set("secondFactor", value)} choices={[
              { value: "stated", label: "Counts when the provider says so", hint: "Else who has one here is asked for it." },
              { value: "required", label: "Required", hint: "Nobody enters without the provider saying that it checked one." },
              { value: "trusted", label: "Trusted", hint: "The provider always checks one, though it does not say so. Choose this only when you know it." },
            ]} />
          </FieldSet>
          <details className="rounded-2 border border-line">
            <summary className="cursor-pointer px-3 py-2 font-medium">More: names of claims, age of the proof{kind === "saml" ? ", sign-ins begun at the provider" : ""}</summary>
            <div className="grid gap-4 border-t border-line p-3">
              <div className="grid gap-4 phone:grid-cols-2">
                <Field label="Mail address stands in" optional {...form.field("emailClaim")}><Input {...form.bind("emailClaim")} placeholder={kind === "oidc" ? "email" : "email, mail, or the name ID"} /></Field>
                <Field label="Groups stand in" optional {...form.field("groupsClaim")}><Input {...form.bind("groupsClaim")} placeholder="groups" /></Field>
              </div>
              <Field label="The proof at the provider may be as old as" {...form.field("maxAgeMinutes")}><Select {...form.bind("maxAge")} options={ages.some((one) => one.value === form.values.maxAge) ? ages : [...ages, { value: form.values.maxAge, label: `${form.values.maxAge} minutes` }]} /></Field>
              <Field label="Further values that mean two factors" optional hint={kind === "oidc" ? "acr or amr, one a line. Known already: mfa and the usual ones." : "AuthnContext, one a line. The usual ones are known."} {...form.field("secondFactorValues")}><TextArea rows={2} {...form.bind("secondFactorValues")} /></Field>
              {kind === "saml" && <Checkbox checked={form.values.idpInitiated} onChange={(on) => form.set("idpInitiated", on)} hint="A click in the provider’s portal leads to a page that asks whether to enter. Without this such sign-ins are refused.">Let a sign-in begin at the provider</Checkbox>}
            </div>
          </details>
          <Checkbox checked={form.values.enabled} onChange={(on) => form.set("enabled", on)}>Switched on</Checkbox>
        </div>
      </Form>
    </Dialog>
  );
}

/** Fills the form from the provider's metadata: pasted, from a file, or from an address. */
function MetadataReader({ onRead }: { onRead: (read: Metadata) => void }) {
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const read = async (given: string) => {
    const value = given.trim();
    if (!value) return;
    setBusy(true); setError(null); setDone(null);
    try {
      const result = await api.post<Metadata>("/api/sso/metadata", { body: /^https?:\/\/\S+$/.test(value) ? { url: value } : { xml: value } });
      onRead(result); setText(""); setDone(`Read: ${result.issuer}`);
    } catch (failure) { setError(asApiError(failure)); } finally { setBusy(false); }
  };
  return (
    <div className="grid gap-2">
      <Field label="Metadata of the provider" hint="Its address, or the XML itself. It fills the fields below."><TextArea rows={2} value={text} onChange={setText} placeholder="https://…/metadata, or <EntityDescriptor …>" /></Field>
      <div className="flex flex-wrap gap-2"><Button size="small" busy={busy} onClick={() => void read(text)} disabledBecause={text.trim() ? null : "Paste an address or XML first"}>Read</Button>
        <FileButton accept=".xml,application/xml,text/xml" multiple={false} onFiles={([file]) => void file?.text().then(read)}>From a file</FileButton></div>
      {error && <Note tone="danger">{error.message}</Note>}
      <p role="status" className={done ? "text-sm text-ink-2" : "sr-only"}>{done}</p>
    </div>
  );
}

/** Signing certificates: what each is and when it ends; one more to paste while the provider changes keys. */
function Certificates({ values, known, onChange, error }: { values: string[]; known: Certificate[]; onChange: (next: string[]) => void; error: string | null }) {
  const change = (index: number, pem: string) => onChange(values.map((one, at) => (at === index ? pem : one)));
  return (
    <FieldSet legend="Signing certificates" name="certificates" error={error} hint="Two at once while the provider changes keys. RSA with at least 2048 bits.">
      <div className="grid gap-2">
        {values.map((pem, index) => {
          const facts = known.find((one) => one.pem === pem);
          return facts ? (
            <div key={index} className="flex items-start gap-2 rounded-2 border border-line bg-sunken px-3 py-2">
              <span className="min-w-0 flex-1"><span className="block font-medium break-words">{facts.subject}</span><span className="block text-sm text-ink-3">until <DateText value={facts.expiresAt} /></span><code className="block font-code text-xs break-all text-ink-3">SHA-256 {facts.fingerprint}</code></span>
              <IconButton icon="trash" size="small" label={`Remove the certificate ${facts.subject}`} onClick={() => onChange(values.filter((_one, at) => at !== index))} />
            </div>
          ) : (
            <div key={index} className="flex items-start gap-2"><span className="min-w-0 flex-1"><TextArea rows={3} aria-label={`Certificate ${index + 1}`} value={pem} onChange={(next) => change(index, next)} placeholder="-----BEGIN CERTIFICATE-----" className="font-code text-xs" /></span>
              <IconButton icon="trash" size="small" label={`Remove certificate ${index + 1}`} onClick={() => onChange(values.filter((_one, at) => at !== index))} /></div>
          );
        })}
        <span><Button size="small" icon="plus" onClick={() => onChange([...values, ""])} disabledBecause={values.length >= 5 ? "Five are enough" : null}>Paste a certificate</Button></span>
      </div>
    </FieldSet>
  );
}
