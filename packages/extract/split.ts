/**
 * Several invoices in one PDF: which pages belong together. A page begins a new document when it says so ("Page 1 of 2"),
 * when it carries another invoice's number, or when the one before was complete and this one has a title of its own.
 */
import { domainNames } from "./address.ts";
import { candidatesOf, looksLikeMoney, type Candidates, type DateCandidate, type IdCandidate } from "./candidates.ts";
import { documentTypeOf } from "./document-type.ts";
import { plain } from "./fold.ts";
import { headerAnswers } from "./header.ts";
import { learnedAnswers } from "./header-fields.ts";
import { ibansIn, vatIdsIn } from "./identifiers.ts";
import { labelsOf, type Label } from "./labels.ts";
import { layOut, overlapX, type Layout } from "./lines.ts";
import { conventionsOf } from "./locale.ts";
import { formOf } from "./memory.ts";
import type { Ranking } from "./model.ts";
import type { Ranked } from "./rank.ts";
import type { DocumentType, Part } from "./reading.ts";
import type { PageWords } from "./words.ts";

/** Pages that form one document, in order, and why a new one begins at its first page. */
export type PageGroup = { pages: number[]; reason: string };

type Facts = {
  page: PageWords;
  /** "Page 2 of 3" */
  mark: { page: number; of: number | null } | null;
  number: string | null;
  date: string | null;
  /** what the page calls itself, when it says so above its middle or is a till's receipt */
  title: DocumentType | null;
  /** the amounts beside or below the labels of totals */
  totals: Set<string>;
  /** tax numbers and bank accounts whose check digits are right, and the domains of addresses */
  names: Set<string>;
  /** the words of the letterhead, and of its first line */
  head: Set<string>;
  top: string;
  /** all that is printed, without spaces and signs */
  print: string;
};

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
  if (pages.length < 2) return null;
  const groups = splitPages([...pages].sort((a, b) => a.number - b.number));
  if (groups.length < 2) return null;
  const last = groups[groups.length - 1]!.pages;
  return groups.slice(0, most).map(({ pages: numbers, reason }, i) => ({ from: numbers[0]!, to: i === most - 1 ? last[last.length - 1]! : numbers[numbers.length - 1]!, reason }));
}

/** Ranges for people: "pages 1–2, 3, 4–5". */
export const rangesText = (parts: readonly Pick<Part, "from" | "to">[]): string => `pages ${parts.map(({ from, to }) => (from === to ? from : `${from}–${to}`)).join(", ")}`;

/**
 * Why a page begins another document than the pages before it, or null. What speaks against it is weighed first: a page number
 * that goes on, the same number. A page that has all of a first page – title, number, letterhead – needs no more; one that
 * lacks some of it begins a document only behind one that is complete.
 */
function whyNew(before: readonly Facts[], now: Facts): string | null {
  if (now.print === "") return null;
  const mark = before.findLast((facts) => facts.mark !== null)?.mark ?? null;
  const known = before.find((facts) => facts.number !== null)?.number ?? null;
  const first = before.find((facts) => facts.print !== "") ?? before[0]!;
  const complete = before.some((facts) => facts.totals.size > 0) || (mark !== null && mark.of === mark.page);
  const otherSeller = now.names.size > 0 && before.some((facts) => facts.names.size > 0) && !before.some((facts) => meet(facts.names, now.names));
  const shared = before.some((facts) => meet(facts.names, now.names));
  const sameHead = likeness(first.head, now.head) > 0.6 || (first.top.length > 4 && first.top === now.top);
  const otherPaper = Math.abs(first.page.width - now.page.width) > 0.2 * first.page.width;
  const otherDate = now.date !== null && first.date !== null && now.date !== first.date;
  const otherTotals = now.totals.size > 0 && !before.some((facts) => meet(facts.totals, now.totals));
  // A number that a firm prints on all its papers may be taken for the document's: date and total tell them apart.
  const anew = complete && sameHead && otherDate && otherTotals;
  const same = !anew && known !== null && now.number !== null && letters(known) === letters(now.number) && !(otherSeller && !sameHead);

  if (now.mark && now.mark.page > 1 && (mark === null || now.mark.page > mark.page)) return null;
  const begins = now.mark?.page === 1 && (mark !== null || now.title !== null);
  if (same && !(begins && mark?.of === mark?.page)) return null;
  if (begins) return "it says that it is page 1";

  // Only the foot of the same firm: terms of payment, or the rest of a table.
  if (shared && !sameHead && now.date === null) return null;
  // The first number again, on a page that has another of its own: the document refers to it. A credit note may refer to the invoice before it.
  if (!anew && known !== null && letters(known).length > 3 && now.print.includes(letters(known)) && (now.title !== "credit_note" || first.title === "credit_note")) return null;
  // What an earlier page says, too, is an order's or a customer's number.
  const rival = now.number !== null && !same && !before.some((facts) => facts.print.includes(letters(now.number!)));
  if (rival && known !== null && now.title !== null && (sameHead || otherSeller || otherPaper || now.date !== null || formOf(now.number!) === formOf(known))) return `it carries another number: ${now.number} instead of ${known}`;
  if (!complete) return null;
  if (now.title !== null && (rival || otherSeller || otherPaper || otherDate)) return "the document before is complete, and this page has a title of its own";
  if (!otherTotals) return null;
  if (otherSeller) return "the document before is complete, and this page names other tax numbers";
  if (otherPaper) return "the document before is complete, and this page is of another size";
  if (sameHead && (rival || otherDate || now.number === null)) return "the document before is complete, and this page has the letterhead and totals of another";
  return otherDate && !shared && likeness(first.head, now.head) < 0.2 ? "the document before is complete, and this page has another letterhead, date and total" : null;
}

const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((each) => b.has(each));
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const common = [...a].filter((each) => b.has(each)).length;
  return Math.min(a.size, b.size) < 3 ? 0 : common / Math.max(a.size, b.size);
};
const letters = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]+/gu, "");

function factsOf(page: PageWords): Facts {
  const layout = layOut([page]);
  const labels = labelsOf(layout);
  const candidates = candidatesOf(layout, conventionsOf(layout));
  const answers = headerAnswers(layout, labels, candidates, rowsOf(candidates), new Set());
  const type = documentTypeOf(layout);
  const titled = type !== null && ((type.words.some((word) => word.box.y < 0.5 * page.height) && type.confidence > 0.7) || type.value === "receipt");
  const texts = layout.segments.map((segment) => segment.text);
  return {
    page, mark: markOf(layout), title: titled ? type.value : null,
    number: likeliest(answers.idRankings.find((each) => each.field === "invoiceNumber"), answers.ids.get("invoiceNumber")),
    date: likeliest(answers.dateRankings.find((each) => each.field === "issueDate"), answers.dates.get("issueDate")),
    totals: totalsOn(labels, candidates),
    names: new Set(texts.flatMap((text) => [...[...vatIdsIn(text), ...ibansIn(text)].filter((id) => id.valid).map((id) => id.value), ...domainNames(text)])),
    head: new Set(layout.lines.slice(0, 6).filter((line) => line.box.y < 0.4 * page.height).flatMap((line) => line.text.split(/\s+/)).map(plain).filter((word) => /^\p{L}{3}/u.test(word))),
    top: letters((layout.lines[0]?.text ?? "").replace(/\d/g, "")),
    print: letters(texts.join("")),
  };
}

/** Lines with two amounts: rows of the table, whose codes are no document's number. */
function rowsOf({ numbers }: Candidates): Set<number> {
  const money = numbers.filter((number) => looksLikeMoney(number)).map((number) => number.line);
  return new Set(money.filter((line, i) => money.indexOf(line) !== i));
}

function likeliest<C extends IdCandidate | DateCandidate>(ranking: Ranking<C> | undefined, byRule: readonly Ranked<C>[] | undefined): string | null {
  const learned = ranking ? learnedAnswers(ranking) : null;
  if (learned) return learned[0] && learned[0].certainty > 0.5 ? learned[0].candidate.value : null;
  return byRule?.[0] && byRule[0].score > 0.5 ? byRule[0].candidate.value : null;
}

/** Amounts behind a total's label on its line, or below it in a row of labels over a row of amounts. */
function totalsOn(labels: readonly Label[], { numbers }: Candidates): Set<string> {
  const money = numbers.filter((number) => looksLikeMoney(number));
  const found = labels.filter((label) => label.field === "grossTotal" || label.field === "amountDue").flatMap((label) => {
    const beside = label.first === 0 ? money.filter((number) => number.line === label.line && number.box.x > label.box.x) : [];
    return beside.length > 0 ? beside : money.filter((number) => (number.line === label.line + 1 || number.line === label.line + 2) && overlapX(number.box, label.box) > 0.3);
  });
  return new Set(found.filter((number) => number.amount !== 0n).map((number) => String(number.amount)));
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
