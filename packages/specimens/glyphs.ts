/** The characters of a page with their places, as a PDF reader would report them: the short way for training, without a PDF. */
import { faceOf } from "./faces.ts";
import type { Page } from "./scene.ts";

/** One drawn character: `x0`..`x1` is its advance; points, `baseline` from the top. */
export type DrawnGlyph = { text: string; x0: number; x1: number; baseline: number; size: number; bold: boolean; fontName: string };

/** Upright text in drawing order, spaces included: what `readPdfWords` sees in the file that `writePdf` makes of the same page. */
export function glyphsOf(page: Page): DrawnGlyph[] {
  return page.runs.filter((run) => !run.turn).flatMap((run) => {
    const face = faceOf(run.ink.face, run.ink.bold);
    let x = run.x;
    return [...run.text].map((text): DrawnGlyph => {
      const x0 = x;
      x += ((face.widthOf(text) ?? 0) * run.ink.size * run.ink.narrow) / 1000;
      return { text, x0, x1: x, baseline: run.baseline, size: run.ink.size, bold: run.ink.bold, fontName: face.postscript };
    });
  });
}
