import { useState } from "react";
import { Button, Icon } from "../../web/kit.ts";

/** Something to be passed on by hand, with Copy; spoken when it is copied. Where the clipboard is not allowed the text can be selected. */
export function CopyBox({ text, what }: { text: string; what: string }) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  const copy = () => void navigator.clipboard.writeText(text).then(() => setState("copied"), () => setState("refused"));
  return (
    <div>
      <div className="flex items-center gap-2 rounded-2 border border-line-strong bg-sunken p-1 pl-3">
        <code className="min-w-0 flex-1 overflow-x-auto font-code text-sm whitespace-nowrap select-all">{text}</code>
        <Button size="small" kind="primary" icon={state === "copied" ? "check" : "copy"} onClick={copy}>{state === "copied" ? "Copied" : "Copy"}</Button>
      </div>
      <p role="status" className="mt-1 text-sm text-ink-3">{state === "copied" ? `${what} copied` : state === "refused" ? <><Icon name="warning" size={12} /> This browser does not allow copying. Select the text and copy it.</> : ""}</p>
    </div>
  );
}
