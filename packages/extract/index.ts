export * from "./reading.ts";
export { layOut } from "./lines.ts";
export { PdfError, readPdfWords, type PdfErrorCode } from "./pdf.ts";
export { readWords, type ReadOptions } from "./read.ts";
export { toFlat, type FlatInvoice } from "./flat.ts";
export type { OwnCompany } from "./parties.ts";
export type { PageWords, PdfWords, Word } from "./words.ts";
export { checkVatId, isBic, isGtin, isIban } from "./identifiers.ts";
