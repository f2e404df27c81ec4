import { useState, type ReactNode } from "react";
import { api, asApiError, Button, ChangedElsewhere, Content, Field, FailedState, FileButton, Form, FormErrors, Input, Note, Page, Radios, Section, SkeletonLines, toast, UnsavedBar, useSession } from "../../web/kit.ts";
import type { CompanyView } from "../contract.ts";
import { companyChanged, useCompanyForm, useWholeCompany } from "./company-form.ts";

/** How the company's documents look: logo, template, paper, colour. */
export function PaperPage() {
  const query = useWholeCompany();
  if (query.error && !query.data) return <Page title="Paper" back="/settings"><FailedState what="The company could not be loaded" error={query.error} again={() => void query.refetch()} /></Page>;
  if (!query.data) return <Page title="Paper" back="/settings"><Content narrow><SkeletonLines lines={8} /></Content></Page>;
  return <Paper key={query.data.id} company={query.data} />;
}

function Paper({ company }: { company: CompanyView }) {
  const { may } = useSession();
  const { form, newer, takeTheirs } = useCompanyForm(company);
  const readOnly = !may("companies.write");
  const { template, paper } = form.values;
  const colour = /^#[0-9a-fA-F]{6}$/.test(form.values.colour) ? form.values.colour : null;
  return (
    <Page title="Paper" back="/settings" line beside={company.name}>
      {newer && <ChangedElsewhere who="Somebody" when={newer.updatedAt} onReload={takeTheirs} onKeep={() => void form.submit()} />}
      <Content className="max-w-[860px]">
        {readOnly && <div className="pt-4"><Note>Only owners and admins can change this.</Note></div>}
        <Section title="Logo"><Logo company={company} readOnly={readOnly} /></Section>
        <Form form={form} id="paper">
          <fieldset disabled={readOnly} className="contents">
            <FormErrors labels={{ colour: "Colour", template: "Template", paper: "Paper" }} />
            <Section title="Template">
              <div className="grid gap-6 phone:grid-cols-2" role="radiogroup" aria-label="Template">
                <Template word="Ledger" text="Sans, facts at the right, a ruled table. Fits a window envelope." chosen={template === "ledger"} onChoose={() => form.set("template", "ledger")}><LedgerSheet letter={paper === "us-letter"} colour={colour} /></Template>
                <Template word="Letter" text="Serif, centred head, lines without rules." chosen={template === "letter"} onChoose={() => form.set("template", "letter")}><LetterSheet letter={paper === "us-letter"} colour={colour} /></Template>
              </div>
            </Section>
            <Section title="Paper and colour">
              <div className="grid gap-5 phone:grid-cols-2">
                <Field label="Paper" {...form.field("paper")}><Radios label="Paper" {...form.bind("paper")} choices={[{ value: "a4", label: "A4", hint: "210 × 297 mm" }, { value: "us-letter", label: "US Letter", hint: "8½ × 11 in" }]} /></Field>
                <Field label="Colour" optional hint="For the name and the rules; for text only where it can be read on white." {...form.field("colour")}>
                  <span className="flex items-center gap-2">
                    <input type="color" aria-label="Choose a colour" value={colour ?? "#191c1a"} onChange={(event) => form.set("colour", event.target.value)} className="size-8 shrink-0 cursor-pointer rounded-2 border border-control-line bg-surface p-1 touch:size-11" />
                    <Input figures {...form.bind("colour")} placeholder="#22405c" />
                  </span>
                </Field>
              </div>
            </Section>
          </fieldset>
        </Form>
        <p className="pt-5 text-sm text-ink-3">Documents that were issued keep the paper of their day. All are PDF/A-3 with fonts embedded.</p>
      </Content>
      <UnsavedBar form={form}>{(reset) => <><Button onClick={reset}>Discard</Button><Button kind="primary" type="submit" form="paper" busy={form.busy} keys="mod+s">Save</Button></>}</UnsavedBar>
    </Page>
  );
}

function Logo({ company, readOnly }: { company: CompanyView; readOnly: boolean }) {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const run = async (work: () => Promise<CompanyView>, done: string) => {
    setBusy(true); setWrong(null);
    try {
      companyChanged(await work());
      toast(done);
    } catch (error) {
      setWrong(asApiError(error).message);
    } finally {
      setBusy(false);
    }
  };
  const upload = ([file]: File[]) => {
    if (!file) return;
    const body = new FormData();
    body.append("file", file);
    void run(() => api.post<CompanyView>("/api/companies/{id}/logo", { path: { id: company.id }, body }), "Changed the logo");
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-4">
        <span className="grid h-[76px] w-[200px] place-items-center rounded-2 border border-line bg-sheet p-3">
          {company.hasLogo ? <img src={`/api/companies/${company.id}/logo?v=${company.version}`} alt={`Logo of ${company.name}`} className="max-h-full max-w-full object-contain" /> : <span className="text-sm text-sheet-ink">{company.name}</span>}
        </span>
        {!readOnly && (
          <span className="flex gap-2">
            <FileButton multiple={false} accept="image/png,image/jpeg,image/webp" onFiles={upload}>{busy ? "Uploading" : company.hasLogo ? "Change" : "Upload a logo"}</FileButton>
            {company.hasLogo && <Button kind="quietDanger" busy={busy} onClick={() => void run(() => api.delete<CompanyView>("/api/companies/{id}/logo", { path: { id: company.id } }), "Took the logo off")}>Remove</Button>}
          </span>
        )}
      </div>
      <p className="mt-2 text-sm text-ink-3">PNG, JPEG or WebP, up to 5 MB. Without a logo the name is printed.</p>
      {wrong && <div className="mt-3"><Note tone="danger">{wrong}</Note></div>}
    </>
  );
}

function Template({ word, text, chosen, onChoose, children }: { word: string; text: string; chosen: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    <button type="button" role="radio" aria-checked={chosen} onClick={onChoose} className="flex items-start gap-4 rounded-3 border border-line-strong p-3.5 text-left hover:bg-hover aria-checked:border-accent aria-checked:bg-selected aria-checked:shadow-[inset_0_0_0_1px_var(--accent)]">
      <span className="w-[104px] shrink-0 shadow-page">{children}</span>
      <span className="min-w-0"><b className="block font-strong">{word}</b><span className="mt-1 block text-sm text-ink-2">{text}</span></span>
    </button>
  );
}

// Little drawings of the two templates, in millimetres of the sheet.
const sheetOf = (letter: boolean) => (letter ? { width: 216, height: 279 } : { width: 210, height: 297 });
const grey = "#b9bdb8";

function LedgerSheet({ letter, colour }: { letter: boolean; colour: string | null }) {
  const { width, height } = sheetOf(letter);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="block w-full bg-sheet">
      <rect x="16" y="15" width="40" height="11" fill={colour ?? "#191c1a"} /><rect x={width - 66} y="16" width="50" height="8" fill="#191c1a" opacity=".7" />
      {[46, 53, 60].map((y) => <rect key={y} x="16" y={y} width={y === 46 ? 46 : 36} height="3.4" fill={grey} />)}
      {[46, 53, 60].map((y) => <rect key={y} x={width - 66} y={y} width="50" height="3.4" fill={grey} />)}
      <line x1="16" x2={width - 16} y1="86" y2="86" stroke="#191c1a" strokeWidth="1" />
      {[94, 106, 118, 130].map((y) => <g key={y}><rect x="16" y={y} width="88" height="3.4" fill={grey} /><rect x={width - 40} y={y} width="24" height="3.4" fill={grey} /><line x1="16" x2={width - 16} y1={y + 7.5} y2={y + 7.5} stroke={grey} strokeWidth=".6" /></g>)}
      <rect x={width - 100} y="148" width="84" height="3.4" fill={grey} /><rect x={width - 100} y="158" width="84" height="6" fill={colour ?? "#191c1a"} opacity=".85" />
      <line x1="0" x2={width} y1={height - 52} y2={height - 52} stroke="#191c1a" strokeWidth="1.2" strokeDasharray="1 4" strokeLinecap="round" /><rect x="16" y={height - 42} width="29" height="29" fill={grey} />
    </svg>
  );
}

function LetterSheet({ letter, colour }: { letter: boolean; colour: string | null }) {
  const { width, height } = sheetOf(letter);
  const middle = width / 2;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="block w-full bg-sheet">
      <rect x={middle - 22} y="14" width="44" height="14" fill={colour ?? "#191c1a"} /><rect x={middle - 44} y="34" width="88" height="3" fill={grey} />
      {[54, 61, 68].map((y) => <rect key={y} x="25" y={y} width={y === 54 ? 48 : 36} height="3.4" fill={grey} />)}
      <rect x={middle - 26} y="86" width="52" height="6" fill="#191c1a" opacity=".7" /><rect x={middle - 52} y="97" width="104" height="3" fill={grey} />
      {[114, 127, 140, 153].map((y) => <g key={y}><rect x="25" y={y} width="96" height="3.4" fill={grey} /><rect x={width - 55} y={y} width="30" height="3.4" fill={grey} /></g>)}
      <line x1={width - 95} x2={width - 25} y1="168" y2="168" stroke="#191c1a" strokeWidth=".8" /><line x1={width - 95} x2={width - 25} y1="170.4" y2="170.4" stroke="#191c1a" strokeWidth=".8" /><rect x={width - 95} y="175" width="70" height="5" fill="#191c1a" opacity=".8" />
      <line x1="0" x2={width} y1={height - 52} y2={height - 52} stroke="#191c1a" strokeWidth="1.2" strokeDasharray="1 4" strokeLinecap="round" /><rect x="25" y={height - 42} width="29" height="29" fill={grey} />
    </svg>
  );
}
