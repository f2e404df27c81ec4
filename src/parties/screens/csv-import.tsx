import { useEffect, useRef, useState, type ReactNode } from "react";
import { api, ApiError, asApiError, Button, Content, DropFrame, FileButton, Glyph, Note, Page, PlainTable, plural, queryClient, Section, toast, useCompany, useGo } from "../../web/kit.ts";
import type { ImportAnswer } from "../contract.ts";

/** The text of a CSV as programs save it: UTF-8 or UTF-16 with their marks, else the Windows code page of western Europe. */
export async function readCsvFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Files dropped here are tables, not received invoices: they are taken before the tray that stands on every page sees them. */
function useCsvDrop(onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  const newest = useRef(onFile);
  newest.current = onFile;
  useEffect(() => {
    let depth = 0;
    const take = (event: DragEvent) => {
      if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
      event.preventDefault();
      event.stopPropagation();
      depth = event.type === "dragenter" ? depth + 1 : event.type === "dragleave" ? depth - 1 : event.type === "drop" ? 0 : depth;
      setOver(depth > 0);
      const file = event.type === "drop" ? event.dataTransfer?.files[0] : undefined;
      if (file) newest.current(file);
    };
    const types = ["dragenter", "dragover", "dragleave", "drop"] as const;
    for (const type of types) document.addEventListener(type, take, true);
    return () => { for (const type of types) document.removeEventListener(type, take, true); };
  }, []);
  return over;
}

const mostCharacters = 900_000;
type Look = { name: string; csv: string; answer: ImportAnswer };

/** A file is read and shown row by row before anything changes; then all of its rows are written, or none. */
export function CsvImport({ title, back, path, one, many, matched, columns, needed, refresh }: {
  title: string; back: string; path: string; /** "customer" */ one: string; many: string; matched: ReactNode; columns: readonly string[]; needed: readonly string[]; refresh: readonly string[];
}) {
  const company = useCompany();
  const go = useGo();
  const [look, setLook] = useState<Look | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setBusy(true); setError(null);
    await work().catch((cause: unknown) => setError(asApiError(cause)));
    setBusy(false);
  };
  const choose = ([file]: File[]) => file && run(async () => {
    const csv = await readCsvFile(file);
    if (csv.length > mostCharacters) throw new ApiError(413, { message: `“${file.name}” has ${csv.length.toLocaleString("en")} characters; one import takes ${mostCharacters.toLocaleString("en")}. Split it and import the parts.` });
    if (csv.trim() === "") throw new ApiError(422, { message: `“${file.name}” is empty. Choose another file.` });
    setLook({ name: file.name, csv, answer: await api.post<ImportAnswer>(path, { body: { companyId: company.id, csv, commit: false } }) });
  });
  const commit = () => look && run(async () => {
    const answer = await api.post<ImportAnswer>(path, { body: { companyId: company.id, csv: look.csv, commit: true } });
    await Promise.all(refresh.map((one) => queryClient.invalidateQueries({ queryKey: [one] })));
    toast(`Imported ${look.name}: ${answer.created} added, ${answer.updated} changed`);
    go(back, { replace: true });
  });
  const over = useCsvDrop((file) => void choose([file]));
  const answer = look?.answer;
  const work = answer ? answer.created + answer.updated : 0;
  const because = !answer ? null : answer.failed > 0 ? `${plural(answer.failed, "row has", "rows have")} errors. Mend them in the file and choose it again` : work === 0 ? "Nothing would change" : null;
  return (
    <Page title={title} back={back} actions={<><FileButton accept=".csv,.tsv,.txt,text/csv,text/plain" multiple={false} kind={look ? "plain" : "primary"} onFiles={(files) => void choose(files)}>{look ? "Choose another file" : "Choose a file"}</FileButton>
      {answer && <Button kind="primary" busy={busy} disabledBecause={because} onClick={() => void commit()}>{work > 0 ? `Import ${plural(work, one, many)}` : "Import"}</Button>}</>}>
      <Content className="max-w-[920px]">
        {error && <div className="mt-2 mb-4"><Note tone="danger">{error.message}</Note></div>}
        {!answer && (
          <>
            <Section>
              <p className="text-lg">Choose a CSV file, or drop it here. You see what would happen to each row before anything changes.</p>
              <p className="mt-2 text-ink-2">Comma, semicolon or tab; the first row names the columns. {matched} A column that is missing leaves what is there.</p>
            </Section>
            <Section title="Columns">
              <ul className="flex flex-wrap gap-x-4 gap-y-1.5">{columns.map((column) => <li key={column}><code className="font-code text-sm">{column}</code>{needed.includes(column) && <span className="text-sm text-ink-3"> needed</span>}</li>)}</ul>
              <p className="mt-3 text-ink-2">An export from the list has the same columns: change it in a spreadsheet and bring it back.</p>
            </Section>
          </>
        )}
        {answer && look && (
          <>
            <Section title={look.name} aside={busy ? "Reading" : undefined}>
              <p role="status" className="flex flex-wrap gap-x-5 gap-y-1">
                <Tally count={answer.created} word="new" /><Tally count={answer.updated} word="changed" /><Tally count={answer.unchanged} word="as they are" />
                {answer.failed > 0 && <span className="inline-flex items-center gap-1.5 text-danger"><Glyph stage="needsYou" /><b className="num">{answer.failed}</b> with errors</span>}
              </p>
              {answer.failed > 0 && <p className="mt-2 text-ink-2">Either all rows are imported or none. Mend the rows below in the file, or take them out, then choose it again.</p>}
              {answer.unknownColumns.length > 0 && <p className="mt-2 text-ink-2">Not read, because {answer.unknownColumns.length === 1 ? "this column is" : "these columns are"} not known: {answer.unknownColumns.map((column) => <code key={column} className="mr-2 font-code text-sm">{column}</code>)}</p>}
            </Section>
            <Section>
              <PlainTable caption="What happens to each row">
                <thead><tr><th scope="col" className="w-16 text-right">Line</th><th scope="col">Name</th><th scope="col" className="w-28">Then</th><th scope="col">Problem</th></tr></thead>
                <tbody>
                  {answer.rows.map((row) => (
                    <tr key={row.line}>
                      <td className="num text-right text-ink-3">{row.line}</td>
                      <td>{row.name || <span className="text-ink-3">no name</span>}</td>
                      <td className={row.errors.length > 0 ? "text-danger" : row.action === "skip" ? "text-ink-3" : ""}>{row.errors.length > 0 ? "Error" : { create: "Add", update: "Change", skip: "As it is" }[row.action]}</td>
                      <td>{row.errors.map((problem, index) => <span key={index} className="block py-0.5"><code className="font-code text-sm">{problem.column}</code> {problem.message}</span>)}</td>
                    </tr>
                  ))}
                </tbody>
              </PlainTable>
              {answer.created + answer.updated + answer.unchanged + answer.failed > answer.rows.length && <p className="mt-2 text-sm text-ink-3">The first {answer.rows.length} rows, those with errors first.</p>}
            </Section>
          </>
        )}
      </Content>
      <DropFrame shown={over}>Drop a CSV file to look at it</DropFrame>
    </Page>
  );
}

function Tally({ count, word }: { count: number; word: string }) {
  return <span className={count === 0 ? "text-ink-3" : ""}><b className="num">{count.toLocaleString("en")}</b> {word}</span>;
}
