import { useEffect, useRef, useState } from "react";
import { asApiError, Button, ConfirmDialog, DateText, DownloadLink, FailedState, FileButton, IconButton, Note, PlainTable, plural, Section, SkeletonLines, toast, useApiMutation, useApiQuery, useGo, useSession } from "../../web/kit.ts";
import { labelOf } from "../../received-invoices/policy.ts";
import type { LearnedLayout, Lesson, SupplierMemory } from "../../supplier-memory/contract.ts";

const refresh = ["/api/supplier-memory/{id}"];

/** What corrections of this supplier's documents taught, with the way to forget it, take it along and bring it back. */
export function Learned({ supplierId, name }: { supplierId: string; name: string }) {
  const { may } = useSession();
  const go = useGo();
  const path = { id: supplierId };
  const [learning, setLearning] = useState(false);
  const query = useApiQuery<SupplierMemory>("/api/supplier-memory/{id}", { path, refetchEveryMs: learning ? 2000 : false });
  const waits = query.data?.lessons.some((lesson) => lesson.state === "waiting") ?? false;
  useEffect(() => setLearning(waits), [waits]);
  const [forgetting, setForgetting] = useState<LearnedLayout | "all" | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const forgot = useRef(false), place = useRef<HTMLDivElement>(null);
  const done = { refresh, onDone: () => { forgot.current = true; setForgetting(null); setTrouble(null); toast("Forgotten"); } };
  const forgetAll = useApiMutation<void, SupplierMemory>("delete", "/api/supplier-memory/{id}", { request: () => ({ path }), ...done });
  const forgetOne = useApiMutation<string, SupplierMemory>("delete", "/api/supplier-memory/{id}/layouts/{layout}", { request: (layout) => ({ path: { ...path, layout } }), ...done });
  const bring = useApiMutation<unknown, { layouts: number }>("post", "/api/supplier-memory/{id}/import", { request: (memory) => ({ path, body: { memory } }), refresh, onDone: ({ layouts }) => toast(layouts === 0 ? "All of it was known already" : `Took in ${plural(layouts, "layout")}`) });
  const writes = may("suppliers.write");
  const { layouts, lessons } = query.data ?? { layouts: [], lessons: [] };
  const taught = layouts.length > 0 || lessons[0]?.state !== "taken";
  // The button that forgot a layout is gone with it: the keyboard goes on from here.
  useEffect(() => {
    if (!forgot.current) return;
    forgot.current = false;
    place.current?.focus({ preventScroll: true });
  }, [layouts.length]);
  const take = async (file: File) => {
    setTrouble(null);
    let memory: unknown;
    try { memory = JSON.parse(await file.text()); } catch { setTrouble(`${file.name} is not a JSON file. Choose one that came from Export.`); return; }
    await bring.mutateAsync(memory).catch((error: unknown) => setTrouble(`${file.name}: ${asApiError(error).message}`));
  };
  return (
    <Section title="What we learned" aside={lessons[0] && taught && <Outcome lesson={lessons[0]} />}>
      {query.error && <FailedState compact what="What was learned could not be loaded" error={query.error} again={() => void query.refetch()} />}
      {trouble && <div className="mb-3"><Note tone="danger">{trouble}</Note></div>}
      {query.isPending ? <SkeletonLines lines={2} /> : !query.data ? null : layouts.length === 0 ? <p className="text-ink-3">{taught ? "Nothing yet. Correct" : "All of it is forgotten. Correct"} and approve one of their invoices, and the next ones are read with what you corrected.</p> : (
        <PlainTable caption={`Layouts of ${name}`}>
          <thead><tr><th scope="col">Known on this layout</th><th scope="col" className="max-phone:hidden">From</th><th scope="col">Learned</th>{writes && <th scope="col" className="w-10"><span className="sr-only">Forget</span></th>}</tr></thead>
          <tbody>{layouts.map((layout) => (
            <tr key={layout.id}>
              <td className="py-2"><Fields of={layout} /></td>
              <td className="whitespace-nowrap text-ink-2 max-phone:hidden">{layout.source === "import" && layout.documents === 0 ? "A file" : plural(layout.documents, "invoice")}{layout.failed > 0 && <span className="text-ink-3">, misled {layout.failed === 1 ? "once" : `${layout.failed} times`}</span>}</td>
              <td className="text-ink-2 max-phone:w-24"><DateText short value={layout.learnedAt} /><span className="text-ink-3 max-phone:hidden">, {layout.source === "import" ? "from a file, " : ""}by {layout.learnedBy}</span></td>
              {writes && <td><IconButton size="small" icon="trash" label="Forget this layout" onClick={() => setForgetting(layout)} /></td>}
            </tr>
          ))}</tbody>
        </PlainTable>
      )}
      <div ref={place} tabIndex={-1} className="mt-3 flex flex-wrap items-center gap-2 outline-none">
        {layouts.length > 0 && <DownloadLink href={`/api/supplier-memory/${supplierId}/export`}>Export</DownloadLink>}
        {writes && query.data && <FileButton multiple={false} accept="application/json,.json" onFiles={([file]) => void take(file!)}>Import</FileButton>}
        {writes && layouts.length > 0 && <Button kind="quiet" onClick={() => setForgetting("all")}>Forget everything</Button>}
        {lessons[0] && <button type="button" className="link" onClick={() => go(`/inbox/${lessons[0]!.receivedInvoiceId}`)}>Show the last corrected invoice</button>}
      </div>
      <ConfirmDialog open={forgetting !== null} onClose={() => setForgetting(null)} danger verb="Forget" busy={forgetAll.isPending || forgetOne.isPending} error={forgetAll.error ?? forgetOne.error}
        title={forgetting === "all" ? `Forget everything learned of ${name}?` : "Forget this layout?"} onConfirm={() => (forgetting === "all" ? forgetAll.mutate() : forgetOne.mutate(forgetting!.id))}>
        Their next invoices are read as if they were new. Approved ones stay as they are.
      </ConfirmDialog>
    </Section>
  );
}

const MOST_NAMED = 6;

function Fields({ of: layout }: { of: LearnedLayout }) {
  const names = [...new Set(layout.fields.map((path) => (path === "lines" ? "lines" : labelOf(path))))];
  const more = names.length - MOST_NAMED;
  const first = names.slice(0, MOST_NAMED).join(", ");
  return <span title={names.join(", ")}>{first.charAt(0).toLocaleUpperCase()}{first.slice(1)}{more > 0 && <span className="text-ink-3"> and {more} more</span>}</span>;
}

function Outcome({ lesson }: { lesson: Lesson }) {
  if (lesson.state === "waiting") return <>Learning from the last correction</>;
  if (lesson.state === "nothing") return <>The last correction had nothing to teach</>;
  const numbers = <span className="num">fixes {lesson.fixes}, breaks {lesson.breaks}</span>;
  return lesson.state === "taken" ? <>Last lesson: {numbers}</> : <>Last lesson left out: {numbers}</>;
}
