import { useEffect, useRef, useState, type ReactNode } from "react";
import { IconButton, Button } from "./button.tsx";
import { Icon } from "./icons.tsx";
import { Glyph, type Stage } from "./state-chip.tsx";

export type UploadFile = {
  id: string;
  name: string;
  state: "waiting" | "sending" | "reading" | "done" | "duplicate" | "problem";
  /** Sent part of the file, 0 to 1, while `sending`. */
  progress?: number;
  /** What stands at the right: "Page 2 of 5", "0.2 s", "Already here". */
  detail?: ReactNode;
  /** What mends it, as a link: "Needs a password". */
  remedy?: { label: string; run: () => void };
  /** Where the document can be opened. */
  open?: () => void;
};

const stages: Record<UploadFile["state"], Stage> = { waiting: "notBegun", sending: "quarter", reading: "quarter", done: "done", duplicate: "open", problem: "needsYou" };
const words: Record<UploadFile["state"], string> = { waiting: "Waiting", sending: "Sending", reading: "Reading", done: "Read", duplicate: "Already here", problem: "Not read" };

/** The files on their way, bottom right; survives navigation when mounted as an overlay. A finished batch is one line. */
export function UploadTray({ files, onClose, left }: { files: readonly UploadFile[]; onClose: () => void; /** "about 4 s left" */ left?: ReactNode }) {
  const [folded, setFolded] = useState(false);
  if (files.length === 0) return null;
  const finished = files.filter((file) => ["done", "duplicate", "problem"].includes(file.state));
  const busy = finished.length < files.length;
  const done = files.filter((file) => file.state === "done").length, same = files.filter((file) => file.state === "duplicate").length, wrong = files.filter((file) => file.state === "problem").length;
  const summary = [`${done} read`, same > 0 && `${same} already here`, wrong > 0 && `${wrong} ${wrong === 1 ? "needs" : "need"} you`].filter(Boolean).join(", ");
  // A finished batch is one line, and those that still need somebody.
  const shown = busy ? files : files.filter((file) => file.remedy);
  const share = files.reduce((sum, file) => sum + (["done", "duplicate", "problem"].includes(file.state) ? 1 : file.state === "reading" ? 0.7 : file.state === "sending" ? (file.progress ?? 0) * 0.6 : 0), 0) / files.length;
  return (
    <section aria-label="Uploads" className="floating fixed right-5 bottom-14 z-40 w-[312px] p-2.5 max-phone:inset-x-3 max-phone:bottom-[68px] max-phone:w-auto">
      <div className="flex items-center gap-2 px-1 pb-1.5">
        <b className="flex-1" role="status">{busy ? `Reading ${Math.min(finished.length + 1, files.length)} of ${files.length} ${files.length === 1 ? "file" : "files"}` : summary}</b>
        {busy && left && <span className="text-sm text-ink-3">{left}</span>}
        {shown.length > 0 && <IconButton icon={folded ? "up" : "down"} label={folded ? "Show the files" : "Fold"} size="small" onClick={() => setFolded(!folded)} />}
        {!busy && <IconButton icon="close" label="Close" size="small" onClick={onClose} />}
      </div>
      {busy && <div className="mx-1 h-[3px] overflow-hidden rounded-full bg-line" aria-hidden="true"><span className="block h-full origin-left bg-accent transition-[width] duration-(--slow)" style={{ width: `${Math.round(share * 100)}%` }} /></div>}
      {!folded && shown.length > 0 && (
        <ul className="mt-1.5 max-h-60 overflow-y-auto">
          {shown.map((file) => (
            <li key={file.id} className="flex h-[26px] items-center gap-2 px-1 touch:h-10">
              <Glyph stage={stages[file.state]} tone={file.state === "duplicate" ? "calm" : undefined} size={14} />
              <span className="sr-only">{words[file.state]}:</span>
              {file.open ? <button type="button" onClick={file.open} className="min-w-0 flex-1 clip text-left hover:underline" title={file.name}>{file.name}</button> : <span className="min-w-0 flex-1 clip" title={file.name}>{file.name}</span>}
              {file.remedy ? <button type="button" className="link shrink-0 text-sm" onClick={file.remedy.run}>{file.remedy.label}</button> : <span className="num shrink-0 text-sm text-ink-3">{file.detail ?? (file.state === "sending" ? `${Math.round((file.progress ?? 0) * 100)}%` : words[file.state])}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Files dropped anywhere on the page or pasted reach `onFiles`; while dragging, the page says so. */
export function useDropAnywhere(onFiles: (files: File[]) => void, enabled = true): boolean {
  const [over, setOver] = useState(false);
  const newest = useRef(onFiles);
  newest.current = onFiles;
  useEffect(() => {
    if (!enabled) return;
    let depth = 0;
    const carries = (event: DragEvent) => [...(event.dataTransfer?.types ?? [])].includes("Files");
    const enter = (event: DragEvent) => { if (carries(event)) { depth++; setOver(true); } };
    const leave = (event: DragEvent) => { if (carries(event) && --depth <= 0) { depth = 0; setOver(false); } };
    const hover = (event: DragEvent) => { if (carries(event)) event.preventDefault(); };
    const drop = (event: DragEvent) => { if (!carries(event)) return; event.preventDefault(); depth = 0; setOver(false); const files = [...(event.dataTransfer?.files ?? [])]; if (files.length > 0) newest.current(files); };
    const paste = (event: ClipboardEvent) => { const files = [...(event.clipboardData?.files ?? [])]; if (files.length > 0) { event.preventDefault(); newest.current(files); } };
    addEventListener("dragenter", enter); addEventListener("dragleave", leave); addEventListener("dragover", hover); addEventListener("drop", drop); addEventListener("paste", paste);
    return () => { removeEventListener("dragenter", enter); removeEventListener("dragleave", leave); removeEventListener("dragover", hover); removeEventListener("drop", drop); removeEventListener("paste", paste); };
  }, [enabled]);
  return over;
}

/** The frame over the page while files are dragged across it. */
export function DropFrame({ shown, children = "Drop to upload" }: { shown: boolean; children?: ReactNode }) {
  if (!shown) return null;
  return <div aria-hidden="true" className="pointer-events-none fixed inset-2 z-50 grid place-items-center rounded-3 border-2 border-dashed border-accent bg-[color-mix(in_srgb,var(--surface)_82%,transparent)] text-xl font-strong">{children}</div>;
}

/** A button that opens the file picker. */
export function FileButton({ onFiles, accept, multiple = true, children = "Choose files", kind = "plain", keys }: { onFiles: (files: File[]) => void; accept?: string; multiple?: boolean; children?: ReactNode; kind?: "plain" | "primary"; keys?: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input ref={input} type="file" hidden multiple={multiple} accept={accept} data-file-input onChange={(event) => { const files = [...(event.target.files ?? [])]; event.target.value = ""; if (files.length > 0) onFiles(files); }} />
      <Button kind={kind} icon="upload" keys={keys} onClick={() => input.current?.click()}>{children}</Button>
    </>
  );
}

/** The dashed block under a list: where files may be dropped, which, and that they stay here. */
export function DropHint({ children }: { children: ReactNode }) {
  return <div className="mx-6 my-3.5 flex items-center gap-2.5 rounded-3 border-[1.5px] border-dashed border-line-strong p-3.5 text-sm text-ink-2 max-phone:hidden"><Icon name="upload" />{children}</div>;
}
