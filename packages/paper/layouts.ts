import { parsePaperDocument, type PaperDocumentInput } from "./document.ts";
import { jobFor } from "./render.ts";
import { typesetPdf } from "./typesetter.ts";

// Each layout speaks the languages its template has words for; the first is taken when the document's language is none of them.
const layouts = {
  /** German business letter by DIN 5008, form B: address window, block of references, boxed positions. */
  din_5008: { template: "samples/din-5008", paper: "a4", locales: ["de-DE"] },
  /** French "facture" with HT and TTC, a table of rates and the client in a box. */
  facture: { template: "samples/facture", paper: "a4", locales: ["fr-FR"] },
  /** Plain US Letter invoice: Bill To, terms in a row of boxes, Balance Due. */
  us_plain: { template: "samples/us-plain", paper: "us-letter", locales: ["en-US"] },
  /** Dutch "factuur": the seller in a narrow column at the left. */
  factuur: { template: "samples/factuur", paper: "a4", locales: ["nl-NL"] },
  /** Spanish "factura": references in a ruled grid, sums as a strip across the foot. */
  factura: { template: "samples/factura", paper: "a4", locales: ["es-ES"] },
  /** Italian "fattura": Spett.le, summary by VAT rate, "Totale documento". */
  fattura: { template: "samples/fattura", paper: "a4", locales: ["it-IT"] },
  /** Till receipt on an 80 mm roll, as long as it needs to be. */
  till_receipt: { template: "samples/till-receipt", paper: "a4", locales: ["en-IE", "en-GB", "de-DE"] },
} as const;

export type SampleLayout = keyof typeof layouts;
export const sampleLayouts = Object.keys(layouts) as SampleLayout[];

/**
 * Prints an invoice the way other firms' programs do: for sample data and for testing how received documents are read. The
 * layout decides language, number format and paper; the document gives the rest. Facts used where a layout has a place for
 * them: issued, due, supplied, period, order, customerNumber; facts with their own label are printed as they are. Otherwise
 * as `renderPdf`: deterministic, PDF/A-3a, PaperDocumentError for bad input.
 */
export async function renderSample(layout: SampleLayout, input: PaperDocumentInput): Promise<Uint8Array> {
  const { template, paper, locales } = layouts[layout];
  const language = new Intl.Locale(input.language ?? "en").language;
  const spoken = locales.filter((each) => each.startsWith(`${language}-`));
  const locale = spoken.find((each) => each === input.locale) ?? spoken[0] ?? locales[0];
  const document = parsePaperDocument({ ...input, language: locale, locale });
  return typesetPdf(jobFor(document, template, paper, []));
}
