import { PaperDocumentError, parsePaperDocument, type PaperDocument, type PaperDocumentInput } from "./document.ts";
import { makeSheet } from "./sheet.ts";
import { missingCharacters, typesetPdf, typesetSvg, type Job, type PaperAttachment } from "./typesetter.ts";

export type RenderOptions = {
  /** Ledger: Inter, a table with rules, facts at the right. Letter: Source Serif, centred, facts as a sentence. */
  template: "ledger" | "letter";
  paper: "a4" | "us-letter";
  attachments?: readonly PaperAttachment[];
};

/**
 * Prints a document as tagged PDF/A-3a with embedded, subset fonts. Deterministic: the same document and options give the
 * same bytes, in any process. Needs no network. Throws PaperDocumentError when the document does not hold what
 * `parsePaperDocument` asks for, or when an image in it cannot be decoded. Works for about 50 ms per page on the calling
 * thread (a long first call loads the fonts), so call it from a worker.
 */
export async function renderPdf(document: PaperDocumentInput, options: RenderOptions): Promise<Uint8Array> {
  return typesetPdf(jobOf(document, options));
}

/** The same pages as one SVG, one below the other, for previews. Text is drawn as outlines and cannot be selected. */
export async function renderSvg(document: PaperDocumentInput, options: Omit<RenderOptions, "attachments">): Promise<string> {
  return typesetSvg(jobOf(document, options));
}

/** Characters which no font here can print and which appear as "□": ask before issuing, and tell the person. */
export function unprintableCharacters(document: PaperDocumentInput): string[] {
  return missingCharacters(makeSheet(parsePaperDocument(document)));
}

function jobOf(input: PaperDocumentInput, options: RenderOptions): Job {
  const document = parsePaperDocument(input);
  return jobFor(document, options.template, options.paper, options.attachments ?? []);
}

/** A checked document and a template's name become work for the typesetter. */
export function jobFor(document: PaperDocument, template: string, paper: Job["paper"], attachments: readonly PaperAttachment[]): Job {
  for (const { name } of attachments) {
    if (!/^[^/\\\u0000-\u001f]{1,200}$/.test(name)) throw new PaperDocumentError([`“${name}” cannot be the name of an attachment. Use a file name without folders.`]);
  }
  return {
    template,
    paper,
    sheet: makeSheet(document),
    images: { logo: document.seller.logo, signature: document.certificate?.signature },
    attachments,
    date: document.date,
  };
}
