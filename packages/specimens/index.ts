export { makeSpecimen, withOneDigitChanged, type Specimen, type SpecimenWish } from "./specimen.ts";
export { families, type Family } from "./families.ts";
export { languages, type Language } from "./phrases/index.ts";
export { writePdf, writePicturePdf, type PicturePage } from "./pdf.ts";
export { type Truth, type TruthLine, type ValueBox } from "./truth.ts";
export { randomFrom, type Random } from "./random.ts";
export { type Page, type Run } from "./scene.ts";
export { type Design } from "./design.ts";
export { glyphsOf, type DrawnGlyph } from "./glyphs.ts";
