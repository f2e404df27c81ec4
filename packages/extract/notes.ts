/** What a document says under the heading "Notes" (EN 16931 BT-22): only what has that heading, up to the next thing that has a label. */
import { put, type Make } from "./field.ts";
import { plain } from "./fold.ts";
import type { Label } from "./labels.ts";
import { bottom, right, type Layout, type Segment } from "./lines.ts";
import type { Fields } from "./reading.ts";
import type { Word } from "./words.ts";

const HEADINGS = new Set((
  "note|notes|remark|remarks|comment|comments|additional notes|additional information|bemerkung|bemerkungen|anmerkung|anmerkungen|hinweis|hinweise|remarque|remarques|observation|observations|commentaire|commentaires|observaciones|nota|notas|comentarios|annotazioni|osservazioni|opmerking|opmerkingen|" +
  "uwagi|observacoes|anmarkning|anmarkningar|ovrigt|bemaerkning|bemaerkninger|merknad|merknader|anmerkning|huomautus|huomautukset|lisatiedot|poznamka|poznamky|megjegyzes|megjegyzesek|observatii|mentiuni|παρατηρησεις|ملاحظات|הערות"
).split("|"));
const MOST_LINES = 8;
const MOST_SIGNS = 600;

/** Puts the note among the fields; `excluded` are lines of the item table. */
export function putNote(fields: Fields, layout: Layout, labels: readonly Label[], excluded: ReadonlySet<number>, make: Make): void {
  if (fields.note) return;
  const labelled = new Set(labels.filter((label) => label.first === 0 && label.weight >= 0.9 && (label.words.length > 1 || /:$/.test(label.text))).map((label) => label.segment));
  for (const segment of layout.segments) {
    if (excluded.has(segment.line)) continue;
    const length = headingOf(segment);
    if (length === 0) continue;
    const words = textUnder(layout, segment, length, (other) => excluded.has(other.line) || (labelled.has(other) && other !== segment));
    const text = words.map((word) => word.text).join(" ");
    if (text.length <= MOST_SIGNS && words.filter((word) => /\p{L}{2,}/u.test(word.text)).length >= 2) return put(fields, "note", make(words, text, 0.85, ["label"]));
  }
}

/** How many words of a segment are a heading: all of them, or those before its colon. */
function headingOf(segment: Segment): number {
  for (let count = 1; count <= Math.min(2, segment.words.length); count++) {
    const text = segment.words.slice(0, count).map((word) => word.text).join(" ");
    if ((count === segment.words.length || /:$/.test(text)) && HEADINGS.has(plain(text).replace(/\s?[:.]$/, ""))) return count;
  }
  return 0;
}

/** The words behind the heading, in the next cell, or below it, and the lines that go on under them. */
function textUnder(layout: Layout, heading: Segment, length: number, stops: (segment: Segment) => boolean): Word[] {
  const behind = heading.words.slice(length);
  const line = layout.lines[heading.line]!;
  const beside = line.segments[line.segments.indexOf(heading) + 1];
  const starts = behind.length === 0 && beside && /:$/.test(heading.text) && beside.box.x - right(heading.box) < 12 * heading.fontSize && !stops(beside);
  const words = [...behind, ...(starts ? beside.words : [])];
  const left = words[0]?.box.x ?? heading.box.x;
  let last = starts ? beside : heading;
  for (let lines = words.length > 0 ? 1 : 0; lines < MOST_LINES; lines++) {
    const next = layout.lines.slice(last.line + 1, last.line + 3).flatMap((each) => each.segments).find((other) => other.page === last.page && other.box.y > last.box.y + 0.4 * last.box.height && other.box.y - bottom(last.box) < (lines === 0 ? 1.4 : 0.9) * last.box.height
      && (Math.abs(other.box.x - left) < heading.fontSize || Math.abs(other.box.x - heading.box.x) < heading.fontSize));
    // Behind its heading on one line, a note that has come to its end is whole.
    if (!next || stops(next) || (behind.length > 0 && /[.!?]$/.test(last.text)) || (next.bold && !last.bold && words.length > 0) || headingOf(next) > 0 || /^[\p{L} ]{2,30}:/u.test(next.text)) break;
    words.push(...next.words);
    last = next;
  }
  return words;
}
