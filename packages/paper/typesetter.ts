import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { paperAssets } from "./assets.mjs";
import { PaperDocumentError } from "./document.ts";
import { codePointsOf, fontStack, printableValue } from "./fonts.ts";
import type { Sheet } from "./sheet.ts";

/** A file put inside the PDF (PDF/A-3): the XML of a Factur-X invoice, terms, care notes. */
export type PaperAttachment = {
  /** File name only: "factur-x.xml". */
  name: string;
  mime: string;
  bytes: Uint8Array;
  /** AFRelationship. Factur-X takes "alternative" (or "data" for the profiles MINIMUM and BASIC WL); the rest "supplement". */
  relationship: "source" | "data" | "alternative" | "supplement";
  description?: string;
};

export type Job = {
  /** Template file below templates/, without ".typ". */
  template: string;
  paper: "a4" | "us-letter";
  sheet: Sheet;
  /** PNG by name, as templates ask for them: logo, signature. */
  images: Record<string, Uint8Array | undefined>;
  attachments: readonly PaperAttachment[];
  /** Civil date; becomes the creation date of the file. */
  date: string;
};

type Typesetter = { compiler: NodeCompiler; templates: string; covered: ReadonlySet<number> };
let ready: Typesetter | undefined;

/** The compiler and its fonts, made at first use and kept: about 20 MB of fonts, read once. */
function typesetter(): Typesetter {
  if (ready === undefined) {
    const { templates, fonts } = paperAssets(import.meta.url);
    const files = fonts.map((path) => readFileSync(path));
    const covered = new Set<number>();
    for (const file of files) for (const code of codePointsOf(file)) covered.add(code);
    ready = { compiler: NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: files }] }), templates, covered };
  }
  return ready;
}

/** PDF/A-3a with tags. Same job, same bytes. */
export function typesetPdf(job: Job): Uint8Array {
  const unshowable = new Set<number>();
  for (;;) {
    try {
      const pdf = withCompiled(job, unshowable, (compiler, document) => compiler.pdf(document, {
        pdfStandard: "a-3a",
        creationTimestamp: Date.parse(`${job.date}T00:00:00Z`) / 1000,
      }));
      // Typst may hand out a view of a pooled buffer; the caller gets memory of its own.
      return new Uint8Array(pdf);
    } catch (error) {
      // A character can have a glyph and still not be shaped, such as a mark on a base of another font. The standard
      // forbids it, so it is printed as a missing one. Each round names new characters, hence this ends.
      const before = unshowable.size;
      for (const code of codePointsRefused(error)) unshowable.add(code);
      if (unshowable.size === before) throw error;
    }
  }
}

function codePointsRefused(error: unknown): number[] {
  const message = error instanceof Error ? error.message : String(error);
  const texts = [...message.matchAll(/(?:the text|the codepoint) `\\?"(.*?)\\?"`/g)].map((match) => match[1]!);
  return texts.flatMap((text) => [...text.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))].map((character) => character.codePointAt(0)!))
    .filter((code) => code > 0x7f);
}

/** One SVG with all pages below each other, text as outlines. */
export function typesetSvg(job: Job): string {
  return withCompiled(job, new Set(), (compiler, document) => compiler.plainSvg(document));
}

/** Characters of the sheet which none of the fonts can print. */
export function missingCharacters(sheet: Sheet): string[] {
  const missing = new Set<string>();
  printableValue(sheet, typesetter().covered, missing);
  return [...missing];
}

/**
 * Compiles and hands the pages to `use`, all in one synchronous go: the compiler's extra files belong to one job at a time.
 * Text reaches the template only as JSON in sys.inputs, so nothing a person wrote is ever read as markup.
 */
function withCompiled<T>(job: Job, unshowable: ReadonlySet<number>, use: (compiler: NodeCompiler, document: NodeTypstDocument) => T): T {
  const { compiler, templates, covered } = typesetter();
  const sheet = printableValue(job.sheet, unshowable.size === 0 ? covered : new Set([...covered].filter((code) => !unshowable.has(code))), new Set());
  const files: string[] = [];
  const lend = (name: string, bytes: Uint8Array) => {
    const path = join(templates, name);
    compiler.mapShadow(path, Buffer.from(bytes));
    files.push(path);
  };
  try {
    for (const [name, bytes] of Object.entries(job.images)) if (bytes) lend(`${name}.png`, bytes);
    for (const [index, attachment] of job.attachments.entries()) lend(`attachment-${index}`, attachment.bytes);
    const result = compiler.compile({
      mainFilePath: join(templates, `${job.template}.typ`),
      inputs: {
        sheet: JSON.stringify(sheet),
        paper: job.paper,
        sans: JSON.stringify(fontStack("sans", sheet.language)),
        serif: JSON.stringify(fontStack("serif", sheet.language)),
        attachments: JSON.stringify(job.attachments.map(({ name, mime, relationship, description }, index) => ({ file: `/attachment-${index}`, name, mime, relationship, description: description ?? name }))),
      },
    });
    const document = result.result;
    if (document === null) {
      const findings = JSON.stringify(result.takeError()?.shortDiagnostics);
      if (/decode (?:png )?image|image/i.test(findings)) throw new PaperDocumentError(["The logo or the signature is not a readable PNG image. Save it again as PNG, then retry."]);
      throw new Error(`The template ${job.template} does not compile: ${findings}`);
    }
    return use(compiler, document);
  } finally {
    for (const path of files) compiler.unmapShadow(path);
    // Keeps what the last few documents had in common (templates, fonts) and lets go of the rest; a long document's pages are
    // some 200 MB which the next document would not use, so they go at once.
    compiler.evictCache(sheet.lines.length > 200 ? 0 : 5);
  }
}
