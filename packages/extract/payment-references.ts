/**
 * Structured payment references (EN 16931 BT-83) by their published rules: the creditor reference of ISO 11649 (RF…), the Swiss
 * QR reference, the Belgian OGM, the Danish card type 71, the Slovenian SI reference and the lines that Nordic giros read type
 * themselves; Finnish, Swedish and Norwegian numbers do so behind their label. The value is what a payment order takes: digits
 * and letters without spaces, the OGM as "+++123/4567/89002+++". On words from OCR one confusion is put right and marked.
 */
import type { Make } from "./field.ts";
import { plain } from "./fold.ts";
import { repair } from "./identifiers.ts";
import type { Label } from "./labels.ts";
import { overlapX, right, wordsAt, type Layout, type Segment } from "./lines.ts";
import type { Field, Fields } from "./reading.ts";
import { check, squeezed, type SchemeName } from "./register-numbers.ts";
import type { Word } from "./words.ts";

/** Digits, and in scans the letters that stand for misread ones. */
const DIGIT = "[0-9]";
const MISREAD_DIGIT = "[0-9OQDILZSBGT]";

/** The reference is the first group; signs before `from` are never misread. */
type Form = { scheme: SchemeName; at: (digit: string) => RegExp; from?: number; shown?: (value: string) => string };

const FORMS: readonly Form[] = [
  { scheme: "rf", at: (d) => new RegExp(`(?<![A-Za-z0-9])(RF ?${d}{2}(?: ?[0-9A-Z]){1,21})(?![A-Za-z0-9])`, "g"), from: 2 },
  { scheme: "qr_reference", at: (d) => new RegExp(`(?<![A-Za-z0-9.,])(${d}{2}(?: ?${d}{5}){5})(?![A-Za-z0-9])`, "g") },
  { scheme: "ogm", at: (d) => new RegExp(`(?<![A-Za-z0-9/])(${d}{3} ?/ ?${d}{4} ?/ ?${d}{5})(?![A-Za-z0-9/])`, "g"), shown: (value) => `+++${value.slice(0, 3)}/${value.slice(3, 7)}/${value.slice(7)}+++` },
  { scheme: "fik_reference", at: (d) => new RegExp(`[+>] ?71 ?< ?(${d}{15}) ?[+]`, "g") },
  { scheme: "luhn_reference", at: (d) => new RegExp(`# ?(${d}{4,25}) ?# ?[0-9]{1,8} ?[0-9]{2} ?[0-9] ?>`, "g") },
  { scheme: "si_reference", at: (d) => new RegExp(`(?<![A-Za-z0-9])(SI ?(?:01|12) ?${d}{2,13}(?:-${d}{1,12}){0,2})(?![A-Za-z0-9-])`, "g"), from: 4 },
];
const PRINTED = FORMS.map(({ at }) => at(DIGIT));
const MISREAD = FORMS.map(({ at }) => at(MISREAD_DIGIT));
/** Most lines have nothing of the kind. */
const MAYBE = /RF ?[0-9OQDIL]|[0-9OQDILZSBGT]{5} ?[0-9OQDILZSBGT]{5}|\/ ?[0-9OQDILZSBGT]{4} ?\/|#|SI ?(?:01|12)/;

type Found = { value: string; words: Word[]; scheme: SchemeName; repaired: boolean; line: number };

/** Puts a typed reference into BT-83; what was read there before gives way to one whose check digits hold. `excluded` are lines of the item table. */
export function putTypedReference(fields: Fields, layout: Layout, labels: readonly Label[], excluded: ReadonlySet<number>, make: Make): void {
  const said = labels.filter((label) => label.field === "paymentReference" && !excluded.has(label.line));
  const found = byForm(layout, excluded) ?? byLabel(fields, layout, said);
  if (!found) return;
  const { value, words, scheme, repaired, line } = found;
  const labelled = said.some((label) => label.page === words[0]!.page && Math.abs(label.line - line) <= 2);
  const made = make(words, value, repaired ? 0.85 : 0.98, [...(labelled ? ["label"] : []), `${scheme}_checksum`, ...(repaired ? ["repaired"] : [])], repaired ? {} : { level: "proven" });
  // What a looser label said of the same print is overruled.
  for (const other of ["buyerReference", "customer.number", "purchaseOrder", "contractReference", "accountingReference"] as const) if (samePrint(fields[other], made)) delete fields[other];
  fields.paymentReference = made;
}

const samePrint = (field: Field | undefined, other: Field): boolean => field?.evidence.some((a) => other.evidence.some((b) => a.page === b.page && Math.abs(a.box.y - b.box.y) < 2 && a.box.x < b.box.x + b.box.width && b.box.x < a.box.x + a.box.width)) ?? false;

/** The first reference of the document whose form and check digits say what it is. */
function byForm(layout: Layout, excluded: ReadonlySet<number>): Found | null {
  for (const line of layout.lines) {
    if (excluded.has(line.index) || !MAYBE.test(line.text)) continue;
    const row = inOne(line.words);
    const seen = line.words[0]!.confidence !== undefined;
    for (const [i, { scheme, from = 0, shown = (value: string) => value }] of FORMS.entries()) {
      for (const match of row.text.matchAll((seen ? MISREAD : PRINTED)[i]!)) {
        const start = match.index + match[0].indexOf(match[1]!);
        const good = verified(match[1]!, scheme, seen, from);
        if (good) return { value: shown(good.value), words: wordsAt(row, start, start + good.length), scheme, repaired: good.repaired, line: line.index };
      }
    }
  }
  return null;
}

/** Digits behind, or under, a label for references, by the rule of its country. */
function byLabel(fields: Fields, layout: Layout, labels: readonly Label[]): Found | null {
  for (const label of labels) {
    const schemes = schemesOf(label, fields);
    if (schemes.length === 0) continue;
    const line = layout.lines[label.line]!;
    const behind = line.words.filter((word) => word.box.x >= right(label.box) - 1 && word.box.x - right(label.box) < 20 * word.fontSize);
    const under = layout.segments.find((segment) => segment.page === label.page && segment.box.y > label.box.y + 0.5 * label.box.height && segment.box.y - label.box.y < 2.4 * label.box.height && overlapX(segment.box, label.box) > 0.3);
    for (const words of [behind, under?.words ?? []]) {
      const end = words.findIndex((word) => !/^[0-9OQDILZSBGT]+$/.test(word.text));
      const run = inOne(end < 0 ? words : words.slice(0, end));
      if (!/\d/.test(run.text)) continue;
      const seen = run.words[0]!.confidence !== undefined;
      for (const scheme of schemes) {
        const good = verified(run.text, scheme, seen, 0);
        if (good) return { value: good.value, words: wordsAt(run, 0, good.length), scheme, repaired: good.repaired, line: run.words[0]!.page === label.page ? label.line : -1 };
      }
    }
  }
  return null;
}

/** By the label's own word, else by where the account is. */
function schemesOf(label: Label, fields: Fields): SchemeName[] {
  const word = plain(label.text);
  if (/\bkid\b/.test(word)) return ["luhn_reference", "kid_mod11"];
  if (/\bocr\b/.test(word)) return ["luhn_reference"];
  if (/viite/.test(word)) return ["fi_reference"];
  const country = (fields["supplier.iban"] ?? fields["supplier.vatId"])?.value.slice(0, 2);
  return country === "SE" || country === "DK" ? ["luhn_reference"] : country === "NO" ? ["luhn_reference", "kid_mod11"] : country === "FI" || country === "EE" ? ["fi_reference"] : [];
}

/** The longest run of printed groups, from the first, whose check digits hold; in scans with one confusion put right. `length` is in printed signs. */
function verified(printed: string, scheme: SchemeName, seen: boolean, from: number): { value: string; repaired: boolean; length: number } | null {
  const ends = [printed.length, ...[...printed.matchAll(/ /g)].map((match) => match.index).reverse()];
  for (const end of ends) {
    const value = squeezed(printed.slice(0, end));
    if (check(scheme, value) === "valid") return { value, repaired: false, length: end };
  }
  if (!seen) return null;
  const value = squeezed(printed);
  const mended = repair(value, (each) => check(scheme, each) === "valid", from);
  return mended ? { value: mended, repaired: true, length: printed.length } : null;
}

/** Words as one segment, whatever the gaps between them. */
function inOne(words: readonly Word[]): Pick<Segment, "words" | "text" | "starts"> {
  let text = "";
  const starts = words.map((word) => {
    if (text !== "") text += " ";
    const start = text.length;
    text += word.text;
    return start;
  });
  return { words: [...words], text, starts };
}
