import { useEffect, useRef, useState } from "react";
import { Button, Dialog, DropFrame, UploadTray, useCommands, useDropAnywhere, useGo, useKeys, useSession, type UploadFile } from "../../web/kit.ts";
import { clearUploads, isFinished, pausedFor, sendAgain, uploadFiles, useUploadKey, useUploads, type Upload } from "./uploads.ts";

/** What the picker offers; the server tells the kind by the first bytes. */
const accept = ".pdf,.xml,.jpg,.jpeg,.png,.tif,.tiff,.webp,.heic,.heif,.gif,application/pdf,image/*,text/xml,application/xml";
const pick = "counterfoil:pick-files";
/** Opens the file picker of the overlay; for every button that says Upload. */
export const pickFiles = (): void => void dispatchEvent(new Event(pick));

/** On every signed-in page: drop anywhere, paste, or `U`; the tray at the bottom right says what becomes of each file. */
export function Uploads() {
  const { may, company } = useSession();
  const go = useGo();
  const uploads = useUploads();
  const keyFree = useUploadKey();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Upload | null>(null);
  const enabled = may("received.write") && company !== null;
  const take = (files: File[]) => { if (company) uploadFiles(files, company.id); };
  const over = useDropAnywhere(take, enabled);
  const choose = () => input.current?.click();

  useEffect(() => { addEventListener(pick, choose); return () => removeEventListener(pick, choose); }, []);
  const sending = uploads.some((one) => one.state === "sending" || one.state === "waiting");
  useEffect(() => {
    if (!sending) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [sending]);
  // A batch in which nothing needs anybody leaves by itself.
  const calm = uploads.length > 0 && uploads.every((one) => one.state === "read");
  useEffect(() => {
    if (!calm) return;
    const timer = setTimeout(clearUploads, 6000);
    return () => clearTimeout(timer);
  }, [calm]);
  useKeys("Everywhere", [{ keys: "u", label: "Upload", run: choose }], enabled && keyFree);
  useCommands(enabled ? [{ label: "Upload invoices", icon: "upload", keys: "u", run: choose }] : []);
  if (!enabled) return null;
  const paused = pausedFor();
  return (
    <>
      <input ref={input} type="file" multiple hidden accept={accept} data-upload-input onChange={(event) => { const files = [...(event.target.files ?? [])]; event.target.value = ""; if (files.length > 0) take(files); }} />
      <DropFrame shown={over}>Drop to read them into {company?.name}</DropFrame>
      <UploadTray files={inOrder(uploads).map((one) => view(one, go, setProblem))} onClose={clearUploads} left={sending && paused > 0 ? `goes on in ${Math.ceil(paused / 1000)} s` : left(uploads)} />
      <Dialog open={problem !== null} onClose={() => setProblem(null)} title={problem?.file.name ?? ""} width={440}
        foot={problem && <>
          {problem.state === "failed" && <Button icon="again" onClick={() => { sendAgain(problem.id); setProblem(null); }}>Send again</Button>}
          <Button kind="primary" icon="upload" onClick={() => { setProblem(null); choose(); }}>Choose another file</Button>
        </>}>
        <p>{problem?.problem}</p>
        {problem?.state === "refused" && <p className="mt-2 text-ink-2">Nothing of it was kept.</p>}
      </Dialog>
    </>
  );
}

// What moves first, then what needs somebody, what waits, and what is done.
const places: Record<Upload["state"], number> = { reading: 0, sending: 0, failed: 1, refused: 1, unreadable: 1, needs_password: 1, already_here: 2, waiting: 3, read: 4 };
const inOrder = (uploads: readonly Upload[]): Upload[] => [...uploads].sort((a, b) => places[a.state] - places[b.state] || a.id - b.id);

function view(upload: Upload, go: (to: string) => void, explain: (upload: Upload) => void): UploadFile {
  const { received } = upload;
  const open = received ? () => go(`/inbox/${received}`) : undefined;
  const base = { id: String(upload.id), name: upload.file.name, open };
  switch (upload.state) {
    case "waiting": return { ...base, state: "waiting" };
    case "sending": return { ...base, state: "sending", progress: upload.sent };
    case "reading": return { ...base, state: "reading", detail: upload.page ? `Page ${upload.page}${upload.pages ? ` of ${upload.pages}` : ""}` : "Reading" };
    case "read": return { ...base, state: "done", detail: typeof upload.readMs === "number" ? seconds(upload.readMs) : undefined };
    case "already_here": return { ...base, state: "duplicate", remedy: open && { label: "Already here", run: open } };
    case "needs_password": return { ...base, state: "problem", remedy: open && { label: "Needs a password", run: open } };
    case "unreadable": return { ...base, state: "problem", remedy: open && { label: "Could not be read", run: open } };
    case "refused": return { ...base, state: "problem", remedy: { label: "Not taken: why", run: () => explain(upload) } };
    case "failed": return { ...base, state: "problem", remedy: { label: "Send again", run: () => sendAgain(upload.id) } };
  }
}

const seconds = (ms: number): string => `${ms < 950 ? (Math.max(ms, 50) / 1000).toFixed(1) : ms < 9500 ? (ms / 1000).toFixed(1) : Math.round(ms / 1000)} s`;

/** "about 4 s left", from the pace of those that are done; nothing before there is a pace. */
function left(uploads: readonly Upload[]): string | undefined {
  const finished = uploads.filter((one) => isFinished(one) && one.startedAt);
  const open = uploads.length - uploads.filter(isFinished).length;
  if (finished.length < 2 || open === 0) return undefined;
  const since = Math.min(...finished.map((one) => one.startedAt!));
  const rest = ((Date.now() - since) / finished.length) * open;
  return rest < 1500 ? undefined : rest < 90_000 ? `about ${Math.ceil(rest / 1000)} s left` : `about ${Math.round(rest / 60_000)} min left`;
}
