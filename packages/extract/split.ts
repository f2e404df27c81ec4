/**
 * Several invoices in one PDF: which pages belong together. A page begins a new document when it says so ("Page 1 of 2"),
 * when it carries another invoice's number, or when the one before was complete and this one has a title of its own.
 */
import { candidatesOf, looksLikeMoney } from "./candidates.ts";
import { documentTypeOf } from "./document-type.ts";
import { headerAnswers } from "./header.ts";
import { learnedAnswers } from "./header-fields.ts";
import { vatIdsIn } from "./identifiers.ts";
import { labelsOf } from "./labels.ts";
import { layOut, type Layout } from "./lines.ts";
import { conventionsOf } from "./locale.ts";
import { formOf } from "./memory.ts";
import type { Part } from "./reading.ts";
import type { PageWords } from "./words.ts";

/** Pages that form one document, in order, and why a new one begins at its first page. */
export type PageGroup = { pages: number[]; reason: string };

type Facts = { mark: { page: number; of: number | null } | null; number: string | null; titled: boolean; totals: boolean; vatIds: string[] };

/** Always at least one group for at least one page; pages keep their order. A single document gives a single group. */
export function splitPages(pages: readonly PageWords[]): PageGroup[] {
  const groups: (PageGroup & { facts: Facts[] })[] = [];
  for (const page of pages) {
    const facts = factsOf(page);
    const group = groups[groups.length - 1];
    const reason = group ? whyNew(group.facts, facts) : "the first page";
    if (reason) groups.push({ pages: [page.number], reason, facts: [facts] });
    else {
      group!.pages.push(page.number);
      group!.facts.push(facts);
    }
  }
  return groups.map(({ pages: numbers, reason }) => ({ pages: numbers, reason }));
}

/**
 * The groups of `splitPages` as page ranges, when there are at least two; null for a single document. Of more than `most`
 * the last range holds all the rest, so that it can be split once more.
 */
export function partsOf(pages: readonly PageWords[], most = 100): Part[] | null {
  const groups = splitPages([...pages].sort((a, b) => a.number - b.number));
  if (groups.length < 2) return null;
  const last = groups[groups.length - 1]!.pages;
  return groups.slice(0, most).map(({ pages: numbers, reason }, i) => ({ from: numbers[0]!, to: i === most - 1 ? last[last.length - 1]! : numbers[numbers.length - 1]!, reason }));
}

/** Ranges for people: "pages 1–2, 3, 4–5". */
export const rangesText = (parts: readonly Pick<Part, "from" | "to">[]): string => `pages ${parts.map(({ from, to }) => (from === to ? from : `${from}–${to}`)).join(", ")}`;

function whyNew(before: readonly Facts[], now: Facts): string | null {
  const last = before[before.length - 1]!;
  const known = before.map((facts) => facts.number).find((number) => number !== null) ?? null;
  const same = known !== null && now.number !== null && known === now.number;
  if (now.mark && now.mark.page > 1 && last.mark && now.mark.page === last.mark.page + 1) return null;
  if (same && !(now.mark?.page === 1 && last.mark?.of === last.mark?.page)) return null;
  if (now.mark?.page === 1 && before.length > 0 && (last.mark !== null || now.titled)) return "it says that it is page 1";
  const otherSeller = now.vatIds.length > 0 && before.some((facts) => facts.vatIds.length > 0) && !now.vatIds.some((id) => before.some((facts) => facts.vatIds.includes(id)));
  const complete = before.some((facts) => facts.totals);
  // Another number on a later page may be an order's or a contract's: it must look like the first, or stand behind a complete document.
  const rival = now.number !== null && known !== null && now.titled;
  if (rival && (otherSeller || formOf(now.number!) === formOf(known!) || (complete && now.totals))) return `it carries another number: ${now.number} instead of ${known}`;
  if (complete && now.titled && (now.number !== null || otherSeller)) return "the document before is complete, and this page has a title of its own";
  if (otherSeller && complete && now.totals) return "the document before is complete, and this page names other tax numbers";
  return null;
}

function factsOf(page: PageWords): Facts {
  const layout = layOut([page]);
  const labels = labelsOf(layout);
  const candidates = candidatesOf(layout, conventionsOf(layout));
  const answers = headerAnswers(layout, labels, candidates, new Set(), new Set());
  const ranking = answers.idRankings.find((each) => each.field === "invoiceNumber");
  const byRule = answers.ids.get("invoiceNumber")?.[0];
  const learned = ranking ? learnedAnswers(ranking) : null;
  const number = learned ? (learned[0] && learned[0].certainty > 0.5 ? learned[0].candidate.value : null) : byRule && byRule.score > 0.5 ? byRule.candidate.value : null;
  const type = documentTypeOf(layout);
  const titled = type !== null && type.words.some((word) => word.box.y < 0.5 * page.height) && type.confidence > 0.7;
  const totals = labels.some((label) => ["grossTotal", "amountDue"].includes(label.field) && label.first === 0 && candidates.numbers.some((money) => money.line === label.line && looksLikeMoney(money)));
  return { mark: markOf(layout), number, titled, totals, vatIds: layout.segments.flatMap((segment) => vatIdsIn(segment.text)).filter((id) => id.valid).map((id) => id.value) };
}

const PAGE_OF = /\b(?:page|seite|blatt|pagina|página|pag\.?|p[aá]g\.?|sida|side|strona|str\.?|sivu|strana|folha|hoja)\s{0,3}:?\s{0,3}(\d{1,3})(?:\s{0,3}(?:\/|of|von|de|di|van|av|af|z|ze|sur)\s{0,3}(\d{1,3}))?\b/iu;
const BARE_OF = /^(\d{1,3})\s*(?:\/|of|von|de|di|van|av|af|z|ze|sur)\s*(\d{1,3})$/i;

/** "Page 2 of 3", mostly in the head or foot. */
function markOf(layout: Layout): Facts["mark"] {
  const height = layout.pages[0]!.height;
  for (const segment of layout.segments) {
    const edge = segment.box.y < 0.15 * height || segment.box.y > 0.85 * height;
    const match = PAGE_OF.exec(segment.text) ?? (edge ? BARE_OF.exec(segment.text.trim()) : null);
    if (!match || (!match[2] && !edge)) continue;
    const [page, of] = [Number(match[1]), match[2] ? Number(match[2]) : null];
    if (page >= 1 && (of === null || page <= of)) return { page, of };
  }
  return null;
}
