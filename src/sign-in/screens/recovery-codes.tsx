import { useState } from "react";
import { Button, Checkbox, Note, toast } from "../../web/kit.ts";

/** The ten codes, this once: to copy, keep as a file or print. Going on takes a tick, since they never come back. */
export function RecoveryCodes({ codes, email, onKept, verb = "Continue" }: { codes: readonly string[]; email: string; onKept: () => void; verb?: string }) {
  const [kept, setKept] = useState(false);
  const text = `Counterfoil recovery codes of ${email}\nEach opens the second step of a sign-in once.\n\n${codes.join("\n")}\n`;
  const save = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.download = "counterfoil-recovery-codes.txt";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  return (
    <div className="grid gap-4">
      <p>When phone and key are lost, one of these opens the second step. Each works once. They are shown now and never again.</p>
      <ol className="grid gap-y-1 rounded-2 bg-sunken px-3 py-2.5 font-code text-sm select-all">{codes.map((code) => <li key={code} className="break-all">{code}</li>)}</ol>
      <div className="flex flex-wrap gap-2">
        <Button icon="copy" onClick={() => void navigator.clipboard.writeText(text).then(() => toast("Recovery codes copied"), () => toast("The browser did not let us copy"))}>Copy</Button>
        <Button icon="download" onClick={save}>Save as a file</Button>
        <Button icon="print" onClick={() => window.print()}>Print</Button>
      </div>
      <Note tone="doubt">Keep them apart from this device and from your password.</Note>
      <Checkbox checked={kept} onChange={setKept}>I have kept them</Checkbox>
      <Button kind="primary" disabledBecause={kept ? null : "Tick that you have kept them first"} onClick={onKept} grow>{verb}</Button>
    </div>
  );
}
