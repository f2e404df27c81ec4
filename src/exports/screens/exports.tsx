import { useEffect, useState } from "react";
import { Button, Checkbox, DataTable, DateInput, DateText, Dialog, DownloadLink, EmptyState, Field, Fields, Glyph, IconButton, Note, Page, plural, Radios, StateChip, toast, useApiMutation, useApiQuery, useCompany, useFilters, useKeys, useMoneyText, usePages, usePhone, type Column } from "../../web/kit.ts";
import type { CreateExport, ExportFormat, ExportPreview, ExportView } from "../contract.ts";
import type { z } from "zod";
import { MadeByItself } from "./schedule.tsx";

const formats: Record<ExportFormat, { word: string; hint: string }> = {
  csv: { word: "CSV, one row per invoice", hint: "For a spreadsheet or an import" },
  csv_lines: { word: "CSV, one row per line", hint: "Every line with its invoice's number, supplier and VAT rate" },
  xlsx: { word: "Excel workbook", hint: "Invoices and lines as two sheets, amounts as numbers" },
  json: { word: "JSON", hint: "Everything that was read, with its evidence on the page" },
  originals: { word: "Originals as ZIP", hint: "The files as they came" },
};

/** Files of approved documents: made, and kept to be downloaded again. */
export function Exports() {
  const company = useCompany();
  const phone = usePhone();
  const [filters, setFilters] = useFilters({ new: "", ids: "" });
  const [building, setBuilding] = useState(false);
  const pages = usePages<ExportView>("/api/exports", { refetchEveryMs: building ? 900 : false });
  const making = pages.rows.some((row) => row.state === "building");
  useEffect(() => setBuilding(making), [making]);
  const asking = filters.new === "1";
  const ask = () => setFilters({ new: "1", ids: "" });
  useKeys("Exports", [{ keys: "e", label: "New export", run: ask }], !asking);

  const columns: Column<ExportView>[] = [
    { key: "state", head: "State", width: 112, phone: "state", cell: (row) => <ExportState row={row} /> },
    { key: "file", head: "File", phone: "title", cell: (row) => <span className="font-medium">{row.fileName}</span>, full: (row) => row.fileName },
    { key: "format", head: "Format", width: 190, from: "desk", phone: "note", cell: (row) => <span className="text-ink-2">{formats[row.format].word}</span> },
    { key: "documents", head: "Invoices", width: 84, right: true, phone: "amount", cell: (row) => <span className="num">{row.documents ?? "–"}</span> },
    { key: "size", head: "Size", width: 84, right: true, from: "desk", cell: (row) => <span className="num text-ink-2">{row.sizeBytes === null ? "" : size(row.sizeBytes)}</span> },
    { key: "by", head: "By", width: 150, gap: true, from: "wide", cell: (row) => <span className="text-ink-2">{row.createdBy}</span> },
    { key: "made", head: "Made", width: 84, gap: true, phone: "aside", cell: (row) => <DateText short value={row.createdAt} className="text-ink-2" /> },
    { key: "get", head: "", width: 148, right: true, cell: (row) => (row.url ? <DownloadLink href={row.url} size="small">Download</DownloadLink> : row.state === "failed" || row.deletedAt ? <Again row={row} /> : null) },
  ];
  return (
    <Page title="Exports" scroll={false} actions={<Button kind="primary" icon="plus" keys="e" onClick={ask}>New export</Button>}>
      <MadeByItself />
      <DataTable label="exports" pages={pages} columns={columns} id={(row) => row.id} keyHints={<span />}
        expanded={(row) => (row.deletedAt ? <p className="pb-1 text-ink-2 max-phone:px-4">Deleted on <DateText value={row.deletedAt} />: it held an original whose time under the retention setting was over.</p> : row.state === "failed" ? <p className="pb-1 text-danger max-phone:px-4">{row.failure ?? "It could not be made."}</p> : phone && row.url ? <div className="px-4 pb-3"><DownloadLink href={row.url} size="small">Download</DownloadLink></div> : null)}
        empty={<EmptyState title="Take the approved invoices along" action={<Button kind="primary" icon="plus" onClick={ask}>New export</Button>}>As CSV, Excel, JSON, or with the original files. Exports stay here to be downloaded again.</EmptyState>} />
      {asking && <NewExport companyId={company.id} companyName={company.name} ids={filters.ids ? filters.ids.split(",").filter((id) => /^[0-9a-f-]{36}$/.test(id)) : []} onClose={() => setFilters({ new: "", ids: "" })} />}
    </Page>
  );
}

function ExportState({ row }: { row: ExportView }) {
  if (row.deletedAt) return <StateChip stage="ended">Deleted</StateChip>;
  if (row.state === "building") return <StateChip stage="quarter">Being made</StateChip>;
  return row.state === "ready" ? <StateChip stage="done">Ready</StateChip> : <StateChip stage="needsYou">Failed</StateChip>;
}

function useCreate(onDone: (made: ExportView) => void) {
  return useApiMutation<z.input<typeof CreateExport>, ExportView>("post", "/api/exports", {
    refresh: ["/api/exports", "/api/exports/preview", "/api/received-invoices", "/api/received-invoices/counts", "/api/received-invoices/{id}"], onDone,
  });
}

/** The same format over what is approved now. */
function Again({ row }: { row: ExportView }) {
  const create = useCreate((made) => toast(`Making ${made.fileName}`));
  return <IconButton icon="again" size="small" label="Make it again" busy={create.isPending} onClick={() => create.mutate({ format: row.format, selection: { includeExported: true, ...(row.companyId ? { companyId: row.companyId } : {}) } }, { onError: (error) => toast(error.message) })} />;
}

type Which = "new" | "all" | "chosen";

function NewExport({ companyId, companyName, ids, onClose }: { companyId: string; companyName: string; ids: readonly string[]; onClose: () => void }) {
  const moneyText = useMoneyText();
  const [format, setFormat] = useState<ExportFormat>("csv");
  const [which, setWhich] = useState<Which>(ids.length > 0 ? "chosen" : "new");
  const [from, setFrom] = useState(""), [until, setUntil] = useState("");
  const [mark, setMark] = useState(true);
  const includeExported = which !== "new";
  const chosen = which === "chosen";
  const preview = useApiQuery<z.infer<typeof ExportPreview>>("/api/exports/preview", { query: { companyId, includeExported: String(includeExported), issuedFrom: from || null, issuedUntil: until || null }, enabled: !chosen, keep: true, staleMs: 0 });
  const create = useCreate((made) => { toast(`Making ${made.fileName}`); onClose(); });
  const count = chosen ? ids.length : preview.data?.documents;
  const backwards = from !== "" && until !== "" && from > until;
  const make = () => create.mutate({
    format, markExported: mark,
    selection: chosen ? { ids: [...ids], includeExported: true } : { companyId, includeExported, ...(from ? { issuedFrom: from } : {}), ...(until ? { issuedUntil: until } : {}) },
  });
  return (
    <Dialog open onClose={onClose} title="New export" width={560}
      foot={<><span className="num flex-1 text-ink-2">{chosen ? `${plural(ids.length, "invoice")} chosen` : preview.data ? [plural(preview.data.documents, "invoice"), ...preview.data.sums.map((sum) => moneyText(sum.grossTotal, sum.currency))].join(" · ") : ""}</span>
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="primary" busy={create.isPending} disabledBecause={count === 0 ? "No approved invoice fits" : backwards ? "The period ends before it begins" : null} onClick={make}>{count ? `Export ${count}` : "Export"}</Button></>}>
      <div className="grid gap-5">
        <Radios framed label="Format" value={format} onChange={setFormat} choices={(Object.keys(formats) as ExportFormat[]).map((value) => ({ value, label: formats[value].word, hint: formats[value].hint }))} />
        <div className="grid gap-2">
          <h3>Which invoices of {companyName}</h3>
          <Radios label="Which invoices" value={which} onChange={setWhich} choices={[
            ...(ids.length > 0 ? [{ value: "chosen" as const, label: `The ${ids.length} chosen in the inbox`, hint: "Only the approved ones among them leave." }] : []),
            { value: "new" as const, label: "Approved and not exported yet" },
            { value: "all" as const, label: "All approved ones, also those exported before" },
          ]} />
          {!chosen && <div className="mt-1"><Fields>
            <Field label="Issued from" optional className="phone:col-span-6!"><DateInput value={from} onChange={setFrom} /></Field>
            <Field label="Issued until" optional error={backwards ? "This is before the first day." : null} className="phone:col-span-6!"><DateInput value={until} onChange={setUntil} /></Field>
          </Fields></div>}
        </div>
        <Checkbox checked={mark} onChange={setMark} hint="They move to Exported and cannot change there any more.">Count them as exported</Checkbox>
        {preview.error && !chosen && <p className="flex items-center gap-2 text-danger"><Glyph stage="needsYou" />{preview.error.message}</p>}
        {count === 0 && !preview.isFetching && <Note>No approved invoice fits. Approve some first, or include those exported before.</Note>}
        {create.error && <Note tone="danger">{create.error.message}</Note>}
      </div>
    </Dialog>
  );
}

const size = (bytes: number): string => (bytes < 1000 ? `${bytes} B` : bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
