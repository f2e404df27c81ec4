import { useState } from "react";
import { api, asApiError, Button, IconButton, useApiQuery } from "../../web/kit.ts";

/** Reminds somebody whose address was never proven, until it is, or until they close it for this visit. */
export function AddressBanner() {
  const { data } = useApiQuery("/api/session", { staleMs: 30_000 });
  const [closed, setClosed] = useState(false);
  const [sent, setSent] = useState<string | null>(null);
  if (closed || !data?.attention.address || data.attention.secondFactor) return null;
  const send = () => api.post("/api/address/send-again").then(() => setSent("Sent. Look into your mail."), (error: unknown) => setSent(asApiError(error).message));
  return (
    <aside aria-label="Your address" className="fixed right-4 bottom-4 z-40 flex max-w-[400px] items-start gap-3 rounded-3 border border-line bg-raised px-4 py-3 shadow-dialog max-phone:inset-x-3 max-phone:bottom-[72px] max-phone:max-w-none">
      <div className="min-w-0 flex-1"><p><b className="font-strong">Confirm your address.</b> We mail a link to <span className="break-words">{data.person.email}</span>; open it.</p>
        <p className="mt-2" aria-live="polite">{sent ?? <Button size="small" onClick={() => void send()}>Send the link</Button>}</p></div>
      <IconButton icon="close" size="small" label="Not now" onClick={() => setClosed(true)} />
    </aside>
  );
}
