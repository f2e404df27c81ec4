/** How one firm's documents look: independent choices, some of them fixed by the family. */
import type { FaceName } from "./faces.ts";
import { hashOf, type Random } from "./random.ts";

export const columnKinds = ["pos", "date", "code", "description", "quantity", "unit", "price", "discount", "rate", "tax", "net", "gross"] as const;
export type ColumnKind = (typeof columnKinds)[number];

export type Design = {
  family: string;
  paper: "a4" | "letter" | "roll80" | "roll58" | "slip";
  face: FaceName;
  narrow: number;
  size: number;
  leading: number;
  margin: number;
  accent: string;
  /** Where the seller introduces itself. */
  head: "left" | "right" | "centre" | "band" | "mark" | "split" | "sidebar" | "twoParties";
  logo: "none" | "disc" | "bars" | "triangle" | "frame";
  /** Where and how the buyer stands. */
  buyer: "window" | "left" | "right" | "boxed" | "columns" | "inline";
  buyerHeading: boolean;
  facts: "twoPairs" | "list" | "pairs" | "rightLabels" | "strip" | "grid" | "ruledPairs" | "dotted" | "inline" | "sentence" | "boxedStrip";
  factsPlace: "right" | "below" | "left";
  /** After a label: ":" or nothing. */
  colon: string;
  boldLabels: boolean;
  title: "left" | "right" | "centre" | "withNumber" | "inHead" | "none" | "inFacts";
  columns: ColumnKind[];
  tableHead: "bold" | "fill" | "underline" | "caps" | "boxed" | "none" | "dark";
  tableRules: "none" | "rows" | "grid" | "outer" | "zebra" | "columns" | "dashed";
  /** Headings of several words stand on several lines. */
  headWrap: boolean;
  headAlign: "same" | "left" | "centre";
  /** What stands under an item's name: its detail, or "12 × 45.00" in place of the columns for both. */
  detail: "below" | "inline" | "none" | "working";
  /** Figures stand one line below the item's name. */
  numbersBelow: boolean;
  codeBelow: boolean;
  unitWithQuantity: boolean;
  carry: boolean;
  repeatHead: boolean;
  sectionSums: boolean;
  totals: "right" | "boxed" | "ruled" | "strip" | "inTable" | "left" | "wide";
  totalsColon: boolean;
  taxGrid: "none" | "below" | "beside" | "only";
  /** Which amounts name their currency. */
  money: "all" | "totals" | "due" | "note" | "labels" | "columnHead";
  payment: "block" | "footer" | "table" | "sentence" | "slip" | "beforeTable" | "none";
  footer: "columns" | "centre" | "line" | "none";
  vatPlace: "head" | "footer" | "facts" | "payment" | "parties";
  pageNumbers: "none" | "foot" | "head" | "facts";
  distractors: number;
  notesFirst: boolean;
  legalFirst: boolean;
  greeting: boolean;
  dueTwice: boolean;
  rateDecimals: boolean;
  quantityDecimals: number | null;
  isoDates: boolean;
  /** Rows of text between the items: deliveries, remarks. */
  comments: boolean;
  numbering: "plain" | "tens" | "padded" | "dotted";
  /** The amount due and its date in large letters above the table. */
  headline: boolean;
  /** A box at the top with the account's movements: balance before, payment, this invoice, what is due. */
  summary: boolean;
  /** References, bank and notes in a column of their own beside the table. */
  sideColumn: boolean;
  /** Sums stand at the foot of the page, however short the table is. */
  totalsAtFoot: boolean;
  /** The seller's contact, bank and tax numbers stand among the references. */
  infoColumn: boolean;
  /** "I N V O I C E". */
  spacedTitle: boolean;
  /** Small print along the left edge, bottom to top. */
  edgeText: boolean;
};

/** Choices that say how big or which colour something is do not make another layout. */
const looks = new Set<keyof Design>(["size", "leading", "margin", "accent", "face", "narrow"]);

/** Eight hexadecimal digits: equal for documents of one layout, whatever they say. */
export function layoutOf(design: Design): string {
  return hashOf(JSON.stringify(Object.entries(design).filter(([key]) => !looks.has(key as keyof Design)))).toString(16).padStart(8, "0");
}

/** Every choice drawn freely. `general` keeps columns in the usual order and adds a few of the optional ones. */
export function drawDesign(family: string, random: Random): Design {
  const r = random;
  const head = r.weigh<Design["head"]>({ left: 5, right: 3, centre: 2, band: 2, mark: 3, split: 3, sidebar: 1 });
  return {
    family, paper: "a4",
    face: r.weigh<FaceName>({ helvetica: 6, times: 2, courier: 0.5, inter: 3, serif: 1.5 }), narrow: r.weigh({ "1": 8, "0.9": 1.5, "0.82": 0.7 }) === "1" ? 1 : r.pick([0.9, 0.82]),
    size: r.pick([8, 8.5, 9, 9, 9.5, 10, 10.5]), leading: r.pick([1.15, 1.2, 1.25, 1.3, 1.4]), margin: r.pick([36, 42, 50, 57, 64]),
    accent: r.pick(["1f3a5f", "7a1f2b", "2e6b3f", "444444", "0b7285", "b3541e", "5b3a8c", "000000", "c0392b", "34495e"]),
    head, logo: r.weigh<Design["logo"]>({ none: 4, disc: 1.5, bars: 1.5, triangle: 1, frame: 1 }),
    buyer: r.weigh<Design["buyer"]>({ window: 3, left: 4, right: 2, boxed: 2, columns: 3, inline: 0.6 }), buyerHeading: r.chance(0.6),
    facts: r.weigh<Design["facts"]>({ twoPairs: 1, list: 3, pairs: 4, rightLabels: 2, strip: 2, grid: 2, ruledPairs: 2, dotted: 0.7, inline: 1, boxedStrip: 2 }), factsPlace: r.weigh<Design["factsPlace"]>({ right: 5, below: 3, left: 1 }),
    colon: r.weigh({ ":": 6, "": 4, " :": 1 }), boldLabels: r.chance(0.35),
    title: r.weigh<Design["title"]>({ left: 4, right: 2, centre: 1, withNumber: 3, inHead: 2, none: 0.6, inFacts: 1 }),
    columns: drawColumns(r), tableHead: r.weigh<Design["tableHead"]>({ bold: 3, fill: 3, underline: 3, caps: 1, boxed: 2, none: 0.5, dark: 2 }),
    tableRules: r.weigh<Design["tableRules"]>({ none: 2.5, rows: 3, grid: 2, outer: 1, zebra: 1.5, columns: 1, dashed: 0.7 }), headWrap: r.chance(0.3), headAlign: r.weigh<Design["headAlign"]>({ same: 7, left: 1.2, centre: 1 }),
    detail: r.weigh<Design["detail"]>({ below: 4, inline: 2, none: 3, working: 0.4 }), numbersBelow: r.chance(0.05), codeBelow: r.chance(0.12), unitWithQuantity: r.chance(0.25), carry: r.chance(0.55), repeatHead: r.chance(0.8), sectionSums: r.chance(0.5),
    totals: r.weigh<Design["totals"]>({ right: 5, boxed: 2, ruled: 2.5, strip: 1.2, inTable: 2.5, left: 0.7, wide: 1.2 }), totalsColon: r.chance(0.35),
    taxGrid: r.weigh<Design["taxGrid"]>({ none: 6, below: 1.5, beside: 1.5, only: 0.5 }),
    money: r.weigh<Design["money"]>({ all: 2.5, totals: 4, due: 2, note: 0.8, labels: 1, columnHead: 1 }),
    payment: r.weigh<Design["payment"]>({ block: 4, footer: 3, table: 1.5, sentence: 1.5, slip: 0.7, beforeTable: 0.5, none: 1 }),
    footer: r.weigh<Design["footer"]>({ columns: 4, centre: 3, line: 2, none: 2 }),
    vatPlace: r.weigh<Design["vatPlace"]>({ head: 4, footer: 4, facts: 1, payment: 1 }), pageNumbers: r.weigh<Design["pageNumbers"]>({ none: 3, foot: 4, head: 1, facts: 1 }),
    distractors: r.int(0, 6), notesFirst: r.chance(0.2), legalFirst: r.chance(0.2), greeting: r.chance(0.35), dueTwice: r.chance(0.25), rateDecimals: r.chance(0.2), quantityDecimals: r.chance(0.25) ? r.pick([2, 2, 3]) : null, isoDates: r.chance(0.06), comments: r.chance(0.09), numbering: r.weigh<Design["numbering"]>({ plain: 6, tens: 1.5, padded: 1, dotted: 1 }), headline: false, summary: false, sideColumn: false, totalsAtFoot: false, infoColumn: false, spacedTitle: r.chance(0.05), edgeText: r.chance(0.06),
  };
}

function drawColumns(r: Random): ColumnKind[] {
  const columns: ColumnKind[] = [];
  if (r.chance(0.4)) columns.push("pos");
  if (r.chance(0.06)) columns.push("date");
  if (r.chance(0.3)) columns.push("code");
  columns.push("description");
  const quantityFirst = r.chance(0.12);
  if (quantityFirst) columns.unshift("quantity");
  else if (r.chance(0.93)) columns.push("quantity");
  if (r.chance(0.35)) columns.push("unit");
  if (r.chance(0.92)) columns.push("price");
  if (r.chance(0.35)) columns.push("rate");
  if (r.chance(0.06)) columns.push("tax");
  columns.push("net");
  if (r.chance(0.06)) columns.push("gross");
  return columns;
}
