import { useState } from "react";
import { Button, Content, DateText, DropFrame, EmptyState, Facts, FileButton, Note, Page, plural, Section, Select, SkeletonLines, StateChip, useApiMutation, useDropAnywhere, useKeys } from "../../web/kit.ts";
import type { CheckAnswer } from "../contract.ts";

type Finding = CheckAnswer["findings"][number];
const sets = [{ value: "", label: "As the file claims" }, { value: "EN16931", label: "EN 16931" }, { value: "EN16931,XRECHNUNG", label: "EN 16931 and XRechnung" }, { value: "EN16931,PEPPOL", label: "EN 16931 and Peppol" }] as const;
const setNames: Record<string, string> = { EN16931: "EN 16931", PEPPOL: "Peppol BIS 3", XRECHNUNG: "XRechnung" };
const most = 20 * 1024 * 1024;

/** Any e-invoice, dropped or chosen, and what our own rules make of it. Nothing of it is kept. */
export function CheckPage() {
  const [rules, setRules] = useState<(typeof sets)[number]["value"]>("");
  const [file, setFile] = useState<File | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const check = useApiMutation<{ file: File; rules: string }, CheckAnswer>("post", "/api/e-invoices/check", { request: ({ file: chosen, rules: names }) => { const body = new FormData(); body.append("file", chosen); return { body, query: names ? { rules: names } : {} }; } });
  const run = (chosen: File, names: string = rules) => { setFile(chosen); setTooLarge(chosen.size > most); if (chosen.size <= most) check.mutate({ file: chosen, rules: names }); else check.reset(); };
  const over = useDropAnywhere((files) => run(files[0]!));
  useKeys("Check", [{ keys: "u", label: "Choose a file", run: () => document.querySelector<HTMLInputElement>("[data-file-input]")?.click() }, ...(file ? [{ keys: "r", label: "Check again", run: () => run(file) }] : [])]);
  const answer = check.isPending ? undefined : check.data;
  return (
    <Page title="Check an e-invoice" beside={file?.name} line actions={
      <>
        <span className="w-56 max-phone:w-40"><Select aria-label="Rules" value={rules} onChange={(next) => { setRules(next); if (file) run(file, next); }} options={sets} /></span>
        <FileButton multiple={false} accept=".xml,.pdf,application/xml,text/xml,application/pdf" kind="primary" keys="u" onFiles={(files) => run(files[0]!)}>{file ? "Another file" : "Choose a file"}</FileButton>
      </>
    }>
      <DropFrame shown={over}>Drop to check</DropFrame>
      <Content narrow>
        {tooLarge && <div className="pt-5"><Note tone="danger">{file?.name} is larger than 20 MB, which no e-invoice needs to be.</Note></div>}
        {check.error && !check.isPending && <div className="pt-5" role="alert"><Note tone="danger" action={file && <Button size="small" onClick={() => run(file)}>Try again</Button>}>{check.error.message}</Note></div>}
        {check.isPending && <div className="pt-6" role="status" aria-label="Checking"><SkeletonLines lines={6} /></div>}
        {!file && !check.isPending && (
          <EmptyState title="Drop an XML or PDF file here">It is judged by the rules of EN 16931, and of XRechnung and Peppol where it claims them. A PDF is judged by the e-invoice inside it. Nothing of it is kept.</EmptyState>
        )}
        {answer && <Verdict answer={answer} />}
      </Content>
    </Page>
  );
}

const groups: { severity: Finding["severity"]; title: string; chip: "needsYou" | "underWay" | "open" }[] = [
  { severity: "fatal", title: "Errors", chip: "needsYou" }, { severity: "warning", title: "Warnings", chip: "underWay" }, { severity: "information", title: "Notes", chip: "open" },
];

function Verdict({ answer }: { answer: CheckAnswer }) {
  const errors = answer.findings.filter((finding) => finding.severity === "fatal").length;
  const { says } = answer;
  return (
    <>
      <div className="pt-5" role="status">
        <p className="flex flex-wrap items-center gap-x-3 text-lg font-strong"><StateChip stage={answer.valid ? "done" : "needsYou"}>{answer.valid ? "No errors" : plural(errors, "error")}</StateChip></p>
        <p className="mt-1 max-w-[68ch] text-ink-2">{answer.valid ? "It keeps every rule that was looked at." : "A receiver may refuse it. Each error says what to mend."} Looked at: {answer.rules.map((name) => setNames[name]).join(", ")}. This is our own judgement, not an official one ({answer.engine}).</p>
      </div>
      {groups.map(({ severity, title }) => {
        const found = answer.findings.filter((finding) => finding.severity === severity);
        return found.length > 0 && (
          <Section key={severity} title={title} aside={plural(found.length, "rule")}>
            <ul className="border-t border-line">{found.map((finding) => (
              <li key={finding.rule} className="grid gap-x-4 border-b border-line py-2.5 phone:grid-cols-[168px_minmax(0,1fr)]">
                <span className="num font-medium">{finding.rule}{finding.count > 1 && <span className="text-ink-3"> ×{finding.count}</span>}</span>
                <span className="min-w-0"><span className="block">{finding.text}</span><span className="block text-sm break-all text-ink-3">{finding.line > 0 && <>line {finding.line}, </>}{finding.path}</span></span>
              </li>
            ))}</ul>
          </Section>
        );
      })}
      {answer.more > 0 && <p className="pt-3 text-ink-3">{plural(answer.more, "further rule")} not listed.</p>}
      <Section title="What it says">
        <Facts labelWidth={112} items={[
          ["Number", says.number ?? "–"], ["Issued", says.issueDate ? <DateText value={says.issueDate} /> : "–"], ["From", says.seller ?? "–"], ["To", says.buyer ?? "–"],
          ["Total", says.total ? <span className="num">{says.total} {says.currency}</span> : "–"], ["File", `${answer.syntax}${answer.container === "pdf" ? " in a PDF" : ""}`], ["Profile", <span className="break-all">{answer.profile || "none named"}</span>],
        ]} />
      </Section>
    </>
  );
}
