/** Puts the regions of an invoice on pages, as one firm's program would. */
import { amount, bankFacts, canPrint, dateOf, factsOf, openItems, tableOf, titleOf, type Fact, type Telling } from "./content.ts";
import type { Design } from "./design.ts";
import { buyerBlock, columnsBlock, factsBlock, footBlock, headBlock, notesLines, numberPages, paymentBlock, sellerLines, splitSentence, summaryBlock, taxGridBlock, totalsBlock } from "./regions.ts";
import { beside, drawLine, printable, stack, textBlock, type Block, type Ink, type Line, type Page } from "./scene.ts";
import { drawTable, type Room } from "./table.ts";

const papers: Record<Design["paper"], [number, number]> = { a4: [595.28, 841.89], letter: [612, 792], roll80: [226.8, 2000], roll58: [164.4, 2000], slip: [300, 2000] };

export function composeInvoice(telling: Telling): Page[] {
  const { story, design, ink } = telling;
  const [pageWidth, pageHeight] = papers[design.paper];
  const side = design.head === "sidebar" ? 132 : design.sideColumn ? 158 : 0;
  const left = design.margin + side;
  const width = pageWidth - design.margin - left;
  const pages: Page[] = [];
  const foot = footBlock(telling, pageWidth - 2 * design.margin);
  const bottom = pageHeight - Math.max(34, 24 + foot.height + 8);
  const room: Room = { page: newPage(), y: design.margin, x: left, width, bottom, next: () => {
    room.page = newPage();
    room.y = design.margin;
    // The pages that follow say in small print what they belong to.
    if (design.pageNumbers === "head" || design.carry) drawLine(room.page, [{ text: `${titleOf(telling)} ${story.number}` }], left, design.margin - 10, { ...ink, size: ink.size * 0.85 });
  } };
  if (design.head === "sidebar") drawSidebar();
  if (design.edgeText) room.page.runs.push({ x: 16, baseline: pageHeight * 0.72, text: printable(`${story.seller.name} · ${story.seller.web} · ${story.words.early}`, ink), ink: { ...ink, size: 5.5, colour: "777777" }, turn: -90 });
  const facts = factsOf(telling);
  if (design.sideColumn) putBesideColumn();
  else {
    put(headBlock(telling, width), 14);
    putParties(facts);
    putTitle();
  }
  if (design.headline && story.kind === "invoice") put(textBlock([[{ ...amount(telling, story.due, "amountDue", "due"), size: ink.size * 1.7, bold: true }, { text: `  ${story.words.due} `, size: ink.size * 1.2 }, { text: dateOf(telling, story.dueDate), path: "dueDate", size: ink.size * 1.2 }]], ink), 12);
  if (design.summary && story.kind === "invoice") put(summaryBlock(telling, Math.min(width, 260)), 14, telling.random.fork("summary").chance(0.5) ? "right" : "left");
  if (design.facts === "sentence" && !design.sideColumn) putLetter();
  else if (design.factsPlace === "below" && !design.sideColumn) put(factsBlock(facts, telling, width), 14);
  if (design.notesFirst) put(textBlock(notesLines(telling), ink, { width, leading: design.leading }), 10);
  if (design.payment === "beforeTable") put(paymentBlock(telling, width), 12);
  const isPriced = story.kind !== "other" || story.other === "quote" || story.other === "orderConfirmation";
  const few = { ...telling, design: { ...design, columns: design.columns.filter((kind) => ["pos", "code", "description", "quantity", "unit"].includes(kind)) } };
  const table = isPriced ? tableOf(telling) : story.other === "delivery" ? tableOf(few) : openItems(telling);
  const { edges } = drawTable(table, isPriced ? design : { ...design, carry: false }, ink, room);
  room.y += design.totals === "inTable" && isPriced ? 0 : 8;
  if (isPriced) putTotals();
  if (design.payment !== "beforeTable" && !design.sideColumn) put(paymentBlock(telling, width), 10);
  if (story.other === "delivery") put(textBlock([[{ text: `${story.words.received} ______________________` }]], ink), 10);
  if (!design.notesFirst && !design.sideColumn) put(textBlock(notesLines(telling), ink, { width, leading: design.leading }), 6);
  for (const page of pages) foot.draw(page, design.margin, pageHeight - 22 - foot.height);
  numberPages(pages, telling);
  return pages;

  function newPage(): Page {
    const page: Page = { width: pageWidth, height: pageHeight, runs: [], shapes: [] };
    pages.push(page);
    return page;
  }

  function put(block: Block, gap: number, at: "left" | "right" | "centre" = "left"): void {
    if (block.height === 0) return;
    if (room.y + block.height > bottom && room.y > design.margin + 40) room.next();
    block.draw(room.page, at === "left" ? left : at === "right" ? left + width - block.width : left + (width - block.width) / 2, room.y);
    room.y += block.height + gap;
  }

  /** Head across the page; then the references, the bank and the notes at the left, the rest beside them. */
  function putBesideColumn(): void {
    const whole = pageWidth - 2 * design.margin;
    const head = headBlock(telling, whole);
    head.draw(room.page, design.margin, room.y);
    room.y += head.height + 16;
    const small = { ...telling, ink: { ...ink, size: ink.size * 0.9 } };
    const column = side - 22;
    const about = facts.flatMap((fact): Line[] => [[{ text: fact.label, colour: "666666", size: ink.size * 0.8 }], [{ text: fact.value, ...(fact.path ? { path: fact.path } : {}) }]]);
    const bank = story.kind === "invoice" && design.payment !== "footer" && design.payment !== "none" ? bankFacts(telling).flatMap((fact): Line[] => [[{ text: fact.label, colour: "666666", size: ink.size * 0.8 }], [{ text: fact.value, ...(fact.path ? { path: fact.path } : {}) }]]) : [];
    stack([about, bank, notesLines(telling)].filter((lines) => lines.length > 0).map((lines) => textBlock(lines, small.ink, { width: column, leading: design.leading })), 12).draw(room.page, design.margin, room.y);
    put(buyerBlock(telling, width), 14);
    putTitle();
  }

  function drawSidebar(): void {
    const block = textBlock(sellerLines({ ...telling, design: { ...design, vatPlace: "head" } }, { name: true }), { ...ink, size: ink.size * 0.88 }, { width: side - 18, leading: 1.4 });
    if (telling.random.fork("sidebar").chance(0.5)) room.page.shapes.push({ kind: "box", x: 0, y: 0, width: design.margin + side - 10, height: pageHeight, fill: "eef1f5" });
    block.draw(room.page, design.margin - 8, design.margin + 20);
  }

  function putParties(facts: readonly Fact[]): void {
    const beneath = design.factsPlace === "below" || design.facts === "sentence" || ["strip", "boxedStrip", "inline", "twoPairs"].includes(design.facts);
    if (design.buyer === "columns" || design.head === "twoParties") {
      const withSeller = design.head === "mark" || design.head === "twoParties" || story.country.code === "PL";
      const beside_ = !beneath && !withSeller && !story.shipTo;
      if (!beside_) {
        put(columnsBlock(telling, width, withSeller, design.tableRules === "grid"), 14);
        if (!beneath) put(factsBlock(facts, telling, width), 12, design.factsPlace === "right" && design.facts !== "grid" ? "right" : "left");
        else if (design.factsPlace !== "below" && design.facts !== "sentence") put(factsBlock(facts, telling, width), 12);
        return;
      }
    }
    const buyer = design.buyer === "columns" ? columnsBlock(telling, width / 2 - 10, false, false) : buyerBlock(telling, width / 2 - 10);
    if (beneath || design.buyer === "inline" || buyer.width > width * 0.62) {
      put(buyer, 14, design.buyer === "right" ? "right" : "left");
      if (design.factsPlace !== "below" && design.facts !== "sentence") put(factsBlock(facts, telling, width), 14);
      return;
    }
    const room_ = width - buyer.width - 24;
    const block = factsBlock(facts, telling, Math.min(room_, width * 0.46));
    if (block.width > room_) {
      put(buyer, 12, design.buyer === "right" ? "right" : "left");
      put(block, 14);
    } else if (design.buyer === "right" || design.factsPlace === "left") put(beside([{ at: 0, block }, { at: Math.max(block.width + 24, width * 0.56 < width - buyer.width ? width * 0.56 : width - buyer.width), block: buyer }], width), 16);
    else put(beside([{ at: 0, block: buyer }, { at: width - block.width, block }], width), 16);
    if (story.shipTo && design.buyer !== "columns") put(textBlock([[{ text: `${story.words.shipTo}: `, bold: true }, { text: [story.shipTo.name, story.shipTo.street, `${story.shipTo.postcode} ${story.shipTo.town}`].join(", ") }]], { ...ink, size: ink.size * 0.9 }, { width }), 10);
  }

  function putTitle(): void {
    if (design.title === "inHead" && ["left", "right", "band", "mark"].includes(design.head)) return;
    const size = ink.size * (design.title === "none" || design.title === "inFacts" ? 1.1 : 1.8);
    const word = { text: design.spacedTitle ? [...titleOf(telling).toUpperCase()].join(" ") : titleOf(telling), path: "documentType", bold: true, size };
    const line: Line = design.title === "withNumber" || design.title === "none" ? [word, { text: " ", size, bold: true }, { text: story.number, path: "invoiceNumber", size, bold: true }] : [word];
    put(textBlock([line], ink), 10, design.title === "right" ? "right" : design.title === "centre" ? "centre" : "left");
  }

  function putLetter(): void {
    const { words } = story;
    const sentence = splitSentence(words.letterNumber, { number: { text: story.number, path: "invoiceNumber" }, date: { text: dateOf(telling, story.issueDate), path: "issueDate" } });
    const place: Line = [{ text: `${story.seller.town}, ` }, { text: dateOf(telling, story.issueDate), path: "issueDate" }];
    if (telling.random.fork("letter").chance(0.5)) put(textBlock([place], ink), 10, "right");
    if (design.greeting) put(textBlock([[{ text: words.dear }]], ink), 6);
    put(textBlock([sentence], ink, { width, leading: design.leading }), 10);
    if (story.purchaseOrder && telling.random.fork("letterOrder").chance(0.6)) put(textBlock([[{ text: `${words.order}: ` }, { text: story.purchaseOrder, path: "purchaseOrder" }]], ink), 8);
  }

  function putTotals(): void {
    const beneath = room.y;
    const totals = totalsBlock(telling, design.totals === "strip" || design.totals === "wide" ? width : width * 0.5, edges);
    const grid = design.taxGrid === "none" || story.treatment !== "normal" ? null : taxGridBlock(telling);
    if (design.totalsAtFoot && pages.length === 1) room.y = Math.max(room.y, bottom - totals.height - (grid?.height ?? 0) - paymentBlock(telling, width).height - 60);
    if (room.y > beneath) room.page.shapes.push({ kind: "line", x1: left, y1: room.y - 8, x2: left + width, y2: room.y - 8, width: 0.5, colour: "777777" });
    if (grid && (design.taxGrid === "beside" || design.taxGrid === "only") && grid.width + totals.width + 20 < width && design.totals !== "left" && design.totals !== "inTable") put(beside([{ at: 0, block: grid }, { at: width - totals.width, block: totals }], width), 14);
    else {
      put(totals, 12, design.totals === "left" || design.totals === "strip" || design.totals === "wide" || design.totals === "inTable" ? "left" : "right");
      if (grid) put(grid, 12);
    }
  }
}

/** The ink a design wants, or a face that can print the story when that one cannot. */
export function inkFor(design: Design, sample: string): Ink {
  const wanted: Ink = { face: design.face, bold: false, size: design.size, colour: "000000", narrow: design.narrow };
  return canPrint(sample, wanted) ? wanted : { ...wanted, face: design.face === "times" || design.face === "serif" ? "serif" : "inter" };
}

