export { parsePaperDocument, PaperDocument, PaperDocumentError, type PaperDocumentInput } from "./document.ts";
export { renderPdf, renderSvg, unprintableCharacters, type RenderOptions } from "./render.ts";
export { type PaperAttachment } from "./typesetter.ts";
export { epcPayload, type EpcTransfer } from "./qr.ts";
export { labelLanguages } from "./labels.ts";
export { copyPaperAssets, paperAssets } from "./assets.mjs";
export { renderSample, sampleLayouts, type SampleLayout } from "./layouts.ts";
export { renderFacturX, type FacturX, type FacturXOptions, type FacturXProfile } from "./facturx.ts";
export { paperOf } from "./invoice-page.ts";
