/** How a value becomes a field: with evidence, a level, and a reason wherever a person should look. */
import { evidenceOf } from "./lines.ts";
import type { Field, FieldPath, Fields, Source } from "./reading.ts";
import type { Word } from "./words.ts";

/** Makes a field from the words it was read from; `confidence` is what the layout gives, the words' own doubt caps it. */
export type Make = (words: readonly Word[], value: string, confidence: number, checks: string[], extra?: Partial<Field>) => Field;

export function maker(source: Source): Make {
  return (words, value, confidence, checks, extra = {}) => {
    const certain = confidenceOf(words, confidence);
    const level = (extra.level === "proven" && certain < 0.9 && certain < confidence ? undefined : extra.level) ?? (certain >= 0.75 ? "sure" : "unsure");
    const reason = level === "unsure" ? (extra.reason ?? (certain < confidence ? "The print is hard to read here." : "Nothing else on the page confirms this value.")) : undefined;
    const { reason: _unused, ...rest } = extra;
    return { value, source, evidence: evidenceOf(words), checks, alternatives: [], ...rest, confidence: certain, level, ...(reason ? { reason } : {}) };
  };
}

/** OCR doubt caps what the layout gives. */
export const confidenceOf = (words: readonly Word[], layout: number): number => Math.round(100 * Math.min(layout, ...words.map((word) => word.confidence ?? 1))) / 100;

/** A field is kept only with a value and with evidence or a formula. */
export function put(fields: Fields, path: FieldPath, field: Field | null | undefined | false): void {
  if (field && field.value !== "" && (field.evidence.length > 0 || field.formula)) fields[path] = field;
}
