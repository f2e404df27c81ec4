import { useId, useState } from "react";
import { Icon, IconButton } from "../../web/kit.ts";

/** A value to carry to another program, with its name; spoken when it is copied. */
export function CopyLine({ label, value }: { label: string; value: string }) {
  const id = useId();
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  const copy = () => void navigator.clipboard.writeText(value).then(() => setState("copied"), () => setState("refused"));
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm font-medium text-ink-2">{label}</label>
      <div className="flex h-(--control) items-center gap-1 rounded-2 border border-line bg-sunken pl-2.5">
        <input id={id} readOnly value={value} spellCheck={false} onFocus={(event) => event.target.select()} className="min-w-0 flex-1 bg-transparent font-code text-sm text-ink" />
        <IconButton icon={state === "copied" ? "check" : "copy"} size="small" label={`Copy ${label}`} onClick={copy} />
      </div>
      <p role="status" className={state === "refused" ? "mt-1 text-sm text-ink-3" : "sr-only"}>{state === "copied" ? `${label} copied` : state === "refused" ? <><Icon name="warning" size={12} /> This browser does not allow copying. Select the text and copy it.</> : ""}</p>
    </div>
  );
}

/** What to enter at the provider. */
export function OurAddresses({ kind, callbackUrl, entityId }: { kind: "oidc" | "saml"; callbackUrl: string; entityId: string | null }) {
  return kind === "oidc" ? <CopyLine label="Redirect URI" value={callbackUrl} /> : (
    <>
      <CopyLine label="ACS URL (single sign-on URL, reply URL)" value={callbackUrl} />
      <CopyLine label="Entity ID (audience, identifier); our metadata are there" value={entityId ?? ""} />
    </>
  );
}
