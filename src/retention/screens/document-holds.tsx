import { useState } from "react";
import { Button, DateText, Dialog, FailedState, SkeletonLines, Tag, useApiQuery } from "../../web/kit.ts";
import type { HoldView } from "../contract.ts";
import { LiftDialog, PlaceHoldDialog } from "./holds.tsx";

/** The holds that cover one document: put another, lift one. Without any it asks for the first at once. */
export function DocumentHolds({ document, held, onClose }: { document: { id: string; name: string }; held: boolean; onClose: () => void }) {
  const query = useApiQuery<{ items: HoldView[] }>("/api/retention/holds", { query: { documentId: document.id, state: "open" }, enabled: held, staleMs: 0 });
  const [placing, setPlacing] = useState(!held);
  const [lifting, setLifting] = useState<HoldView | null>(null);
  if (placing) return <PlaceHoldDialog document={document} onClose={onClose} />;
  if (lifting) return <LiftDialog hold={lifting} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={`Legal holds on ${document.name}`} description="Its original is kept until the last of them is lifted." width={480} foot={<><Button onClick={() => setPlacing(true)}>Put another…</Button><Button kind="primary" onClick={onClose}>Close</Button></>}>
      {query.error ? <FailedState compact what="The holds could not be loaded" error={query.error} again={() => void query.refetch()} /> : !query.data ? <SkeletonLines lines={2} /> : (
        <ul className="border-t border-line">{query.data.items.map((hold) => (
          <li key={hold.id} className="flex items-center gap-3 border-b border-line py-2.5">
            <span className="min-w-0 flex-1"><span className="block">{hold.reason} {hold.on === "company" && <Tag icon="building">All of {hold.name}</Tag>}</span><span className="block text-sm text-ink-3">{hold.placedBy}, <DateText value={hold.placedAt} /></span></span>
            <Button size="small" onClick={() => setLifting(hold)} aria-label={`Lift the hold: ${hold.reason}`}>Lift…</Button>
          </li>
        ))}</ul>
      )}
    </Dialog>
  );
}
