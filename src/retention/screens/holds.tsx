import { useState } from "react";
import type { z } from "zod";
import {
  Button, Combobox, DateText, Dialog, FailedState, Field, Form, FormErrors, Link, PlainTable, plural, Radios, Section, Select, SkeletonLines, Tag, TextArea, toast, useApiMutation, useApiQuery, useForm, useLocale, useSession,
} from "../../web/kit.ts";
import { LiftHold, PlaceHold, type HoldView } from "../contract.ts";
import { filesIn } from "./words.ts";

export const refreshHolds = ["/api/retention", "/api/retention/holds", "/api/retention/preview", "/api/received-invoices/{id}"];

/** Legal holds: what stands, who put it and why; a way to put one and to lift it. */
export function Holds({ openHolds }: { openHolds: number }) {
  const [lifted, setLifted] = useState(false);
  const [placing, setPlacing] = useState(false);
  const [lifting, setLifting] = useState<HoldView | null>(null);
  const query = useApiQuery<{ items: HoldView[]; nextCursor: string | null }>("/api/retention/holds", { query: { state: lifted ? "all" : "open", limit: 100 }, keep: true });
  const rows = query.data?.items ?? [];
  return (
    <Section title="Legal holds" aside={<span className="flex items-baseline gap-3"><button type="button" className="link" aria-pressed={lifted} onClick={() => setLifted(!lifted)}>{lifted ? "Only open ones" : "Show lifted ones"}</button><Button size="small" icon="plus" onClick={() => setPlacing(true)}>Put on hold</Button></span>}>
      {query.error && !query.data ? <FailedState compact what="The holds could not be loaded" error={query.error} again={() => void query.refetch()} /> : !query.data ? <SkeletonLines lines={2} /> : rows.length === 0 ? (
        <p className="text-ink-2">{openHolds === 0 ? "Nothing is held. A document or a whole company that is held keeps its files whatever the setting, for a dispute or an audit." : "None."}</p>
      ) : (
        <PlainTable caption="Legal holds">
          <thead><tr><th scope="col">What</th><th scope="col" className="max-phone:hidden">Why</th><th scope="col" className="max-phone:hidden">Since</th><th scope="col"><span className="block text-right">Files</span></th><th scope="col" className="w-16"><span className="sr-only">Lift</span></th></tr></thead>
          <tbody>{rows.map((hold) => <HoldRow key={hold.id} hold={hold} onLift={() => setLifting(hold)} />)}</tbody>
        </PlainTable>
      )}
      {placing && <PlaceHoldDialog onClose={() => setPlacing(false)} />}
      {lifting && <LiftDialog hold={lifting} onClose={() => setLifting(null)} />}
    </Section>
  );
}

function HoldRow({ hold, onLift }: { hold: HoldView; onLift: () => void }) {
  const name = hold.documentId ? <Link to={`/inbox/${hold.documentId}`} className="link">{hold.name}</Link> : hold.name;
  const who = <span className="text-sm text-ink-3">{hold.placedBy}, <DateText value={hold.placedAt} short />{hold.liftedAt && <>; lifted by {hold.liftedBy}, <DateText value={hold.liftedAt} short />: {hold.liftReason}</>}</span>;
  return (
    <tr className={hold.liftedAt ? "text-ink-3" : ""}>
      <td className="py-2!"><span className="font-medium">{name}</span> {hold.on === "company" && <Tag icon="building">Company</Tag>}<span className="block phone:hidden">{hold.reason}</span><span className="block phone:hidden">{who}</span></td>
      <td className="py-2! max-phone:hidden">{hold.reason}</td>
      <td className="py-2! max-phone:hidden">{who}</td>
      <td className="num text-right whitespace-nowrap">{hold.files}{hold.due > 0 && !hold.liftedAt && <span className="block text-sm text-doubt">{hold.due} past due</span>}</td>
      <td className="text-right">{!hold.liftedAt && <Button size="small" onClick={onLift} aria-label={`Lift the hold on ${hold.name}`}>Lift…</Button>}</td>
    </tr>
  );
}

type Found = { id: string; supplierName: string | null; invoiceNumber: string | null; fileName: string; receivedAt: string };
type NewHold = z.infer<typeof PlaceHold>;

/** Puts one document, or all of a company, on hold. With `document` it is about that one. */
export function PlaceHoldDialog({ document, onClose }: { document?: { id: string; name: string }; onClose: () => void }) {
  const { companies, company } = useSession();
  const [asked, setAsked] = useState("");
  const [name, setName] = useState("");
  const place = useApiMutation<NewHold, HoldView>("post", "/api/retention/holds", { refresh: refreshHolds, onDone: (hold) => { toast(`Put ${hold.name} on legal hold`); onClose(); } });
  const form = useForm({
    initial: { on: "document" as "document" | "company", documentId: document?.id ?? "", companyId: company?.id ?? "", reason: "" },
    schema: PlaceHold,
    toBody: ({ on, documentId, companyId, reason }) => ({ reason, ...(on === "document" ? { documentId: documentId || undefined } : { companyId: companyId || undefined }) }),
    onSubmit: (body: NewHold) => place.mutateAsync(body),
  });
  const found = useApiQuery<{ items: Found[] }>("/api/received-invoices", { query: { search: asked, limit: 12 }, enabled: !document && form.values.on === "document", keep: true });
  const options = (found.data?.items ?? []).map((one) => ({ value: one.id, label: [one.supplierName ?? one.fileName, one.invoiceNumber].filter(Boolean).join(" "), detail: one.supplierName ? one.fileName : undefined, aside: <DateText value={one.receivedAt} short /> }));
  return (
    <Dialog open onClose={onClose} title={document ? `Put ${document.name} on legal hold` : "Put on legal hold"} description="What is held is not deleted, whatever the setting, until the hold is lifted." width={480}
      foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" type="submit" form="place-hold" busy={form.busy}>Put on hold</Button></>}>
      <Form form={form} id="place-hold">
        <FormErrors labels={{ documentId: "Document", companyId: "Company", reason: "Why" }} />
        <div className="grid gap-4">
          {!document && <Radios label="What" {...form.bind("on")} choices={[{ value: "document", label: "One document" }, { value: "company", label: "All documents of a company", hint: "Also those that arrive later." }]} />}
          {!document && form.values.on === "document" && <Field label="Document" required {...form.field("documentId")}><Combobox value={form.values.documentId} shown={name} options={options} onQuery={setAsked} loading={found.isFetching} icon="search" placeholder="Supplier, number or file name" onChange={(id, option) => { form.set("documentId", id); setName(option?.label ?? ""); }} /></Field>}
          {!document && form.values.on === "company" && <Field label="Company" required {...form.field("companyId")}><Select {...form.bind("companyId")} options={companies.map((one) => ({ value: one.id, label: one.name }))} /></Field>}
          <Field label="Why" required hint="Stands in the audit log: the case, the audit, the letter." {...form.field("reason")}><TextArea {...form.bind("reason")} rows={2} placeholder="Revenue audit 2026, letter of 3 March" /></Field>
        </div>
      </Form>
    </Dialog>
  );
}

/** Lifts a hold, saying first what then goes. */
export function LiftDialog({ hold, onClose }: { hold: HoldView; onClose: () => void }) {
  const locale = useLocale();
  const lift = useApiMutation<z.infer<typeof LiftHold>, HoldView>("post", "/api/retention/holds/{id}/lift", { request: (body) => ({ path: { id: hold.id }, body }), refresh: refreshHolds, onDone: () => { toast(`Lifted the hold on ${hold.name}`); onClose(); } });
  const form = useForm({ initial: { reason: "" }, schema: LiftHold, onSubmit: (body: z.infer<typeof LiftHold>) => lift.mutateAsync(body) });
  return (
    <Dialog open onClose={onClose} title={`Lift the hold on ${hold.name}?`} width={480}
      description={hold.due > 0 ? `${filesIn(hold.due, locale)} past the time that originals are kept ${hold.due === 1 ? "goes" : "go"} with the next run, unless another hold covers ${hold.due === 1 ? "it" : "them"}.` : `No file is past its time: ${plural(hold.files, "original")} ${hold.files === 1 ? "keeps its" : "keep their"} date.`}
      foot={<><Button onClick={onClose}>Cancel</Button><Button kind={hold.due > 0 ? "danger" : "primary"} type="submit" form="lift-hold" busy={form.busy}>Lift hold</Button></>}>
      <Form form={form} id="lift-hold">
        <FormErrors labels={{ reason: "Why" }} />
        <div className="grid gap-4">
          <p className="text-ink-2">Put by {hold.placedBy} on <DateText value={hold.placedAt} />: {hold.reason}</p>
          <Field label="Why it is lifted" required {...form.field("reason")}><TextArea {...form.bind("reason")} rows={2} placeholder="Audit closed" /></Field>
        </div>
      </Form>
    </Dialog>
  );
}
