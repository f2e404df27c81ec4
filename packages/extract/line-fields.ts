/** Rows of the item table as invoice lines, every cell with its evidence. */
import { abs, amountShown, amountText } from "./amount.ts";
import type { NumberCandidate } from "./candidates.ts";
import { confidenceOf } from "./field.ts";
import { addLineDetails } from "./line-details.ts";
import { evidenceOf } from "./lines.ts";
import type { Field, ReadLine, Source } from "./reading.ts";
import type { Misprint } from "./repairs.ts";
import { multipliesOut, netOf, takesPercent, type ItemRow, type ItemTable } from "./table-rows.ts";
import { MISPRINTED, repairOf } from "./total-fields.ts";
import type { Word } from "./words.ts";

/** The rows as fields with evidence. `sums` says that the rows add up to a printed total, which makes amounts proven. */
export function readLines(table: ItemTable, source: Source, sums: boolean, misprints: readonly Misprint[] = []): ReadLine[] {
  const lines = table.rows.map((row): ReadLine => {
    const line: ReadLine = {};
    const checks = [...(row.adds ? ["quantity_times_price"] : []), ...(sums ? ["lines_sum"] : [])];
    const level = row.adds && sums ? "proven" : row.adds || sums ? "sure" : "unsure";
    const reason = level === "unsure" ? "Neither quantity × price nor the sum of the lines confirms this row." : undefined;
    const confidence = level === "proven" ? 0.99 : level === "sure" ? 0.9 : 0.6;
    const number = (candidate: NumberCandidate, decimals: number): Field => ({
      value: amountText(candidate.amount, decimals), source, confidence: confidenceOf(candidate.words, confidence), level, evidence: evidenceOf(candidate.words), checks, alternatives: [], ...(reason ? { reason } : {}),
    });
    const text = (words: Word[]): Field => ({ value: words.map((word) => word.text).join(" ").replace(/\s*:\s*$/, ""), source, confidence: confidenceOf(words, 0.85), level: "sure", evidence: evidenceOf(words), checks: [], alternatives: [] });
    if (row.description.length > 0) line.description = text(row.description);
    if (row.quantity) line.quantity = number(row.quantity, 0);
    if (row.unit.length > 0) line.unit = text(row.unit);
    if (row.unitPrice) line.unitPrice = number(row.unitPrice, 2);
    else if (row.amount && row.quantity?.amount === 1_000_000n && row.reductions.length === 0 && !row.discount) {
      line.unitPrice = { ...number(row.amount, 2), source: "derived", evidence: [], level: "sure", checks: [], formula: `${amountShown(row.amount.amount)} ÷ 1 = ${amountShown(row.amount.amount)}` };
      delete line.unitPrice.reason;
    }
    if (row.amount) line.netAmount = row.reductions.length === 0 ? number(row.amount, 2) : reduced(row, source);
    const misprint = misprints.find((each) => row.amount && each.numbers.includes(row.amount));
    if (misprint && line.netAmount) line.netAmount = { ...line.netAmount, level: "unsure", confidence: Math.min(0.5, line.netAmount.confidence), reason: MISPRINTED, alternatives: [repairOf(misprint, row.amount!), ...line.netAmount.alternatives] };
    if (row.per && row.unitPrice) line.baseQuantity = { ...number(row.unitPrice, 2), value: String(row.per), ...placeOfPer(row) };
    if (row.discount && row.adds && row.discount.amount !== 0n && !multipliesOut({ ...row, discount: undefined })) line[takesPercent(row) ? "discountPercent" : "discount"] = number(row.discount, takesPercent(row) ? 0 : 2);
    if (row.taxRate) line.taxRate = { ...number(row.taxRate, 0), level: "sure", checks: [] };
    if (row.itemId.length > 0) line.itemId = text(row.itemId.slice(0, 1));
    return line;
  });
  addLineDetails(lines, table.rows, source);
  return lines;
}

function reduced(row: ItemRow, source: Source): Field {
  const net = netOf(row);
  const parts = row.reductions.map((reduction) => ` − ${amountShown(abs(reduction.amount))}`).join("");
  return {
    value: amountText(net), source: "derived", confidence: 0.85, level: "sure", checks: [], alternatives: [{ value: amountText(row.amount!.amount), evidence: evidenceOf(row.amount!.words), confidence: 0.4, reason: "amount before the reduction printed under it" }],
    evidence: evidenceOf([...row.amount!.words, ...row.reductions.flatMap((each) => each.words)]), formula: `${amountShown(row.amount!.amount)}${parts} = ${amountShown(net)}`,
    ...(source === "ocr" ? { reason: "Computed from two amounts read by OCR." } : {}),
  };
}

/** Where a row says "per 100": behind the price, maybe glued to it. */
function placeOfPer(row: ItemRow): Partial<Field> {
  const figures = [...(row.quantity?.words ?? []), ...(row.amount?.words ?? [])];
  const says = row.line.words.find((word) => !figures.includes(word) && word.text.split("/").at(-1)!.replace(/[^\d]/g, "") === String(row.per));
  return says ? { evidence: evidenceOf([says]) } : {};
}
