/** Regions of a page as blocks: who writes, to whom, the references, the sums, how to pay. */
import { addressLines } from "./countries.ts";
import { amount, bankFacts, contactFacts, dateOf, partyLines, rateText, registerFacts, taxIdFacts, titleOf, totalRows, type Fact, type Telling, type TotalRow } from "./content.ts";
import { inWords } from "./in-words.ts";
import { further } from "./phrases/further.ts";
import { fill, type Language } from "./phrases/index.ts";
import { beside, drawLine, framed, lineWidth, ruleBlock, space, stack, textBlock, type Block, type Ink, type Line, type Page, type Piece } from "./scene.ts";

const sized = (ink: Ink, factor: number): Ink => ({ ...ink, size: ink.size * factor });
const bold = (ink: Ink): Ink => ({ ...ink, bold: true });
const labelText = (label: string, telling: Telling): string => (/[.:#]$/.test(label) && telling.design.colon !== ":" ? label : `${label}${telling.design.colon}`);
const valueOf = (fact: Fact): Piece => ({ text: fact.value, ...(fact.path ? { path: fact.path } : {}) });
const factLine = (fact: Fact, telling: Telling): Line => [{ text: `${labelText(fact.label, telling)} `, bold: telling.design.boldLabels }, valueOf(fact)];

/** A mark drawn from simple shapes, as logos look to a reader of text: nothing, or a brand in large letters beside it. */
export function logoBlock({ design }: Telling, size: number): Block {
  return { width: design.logo === "none" ? 0 : size * 1.25, height: design.logo === "none" ? 0 : size, draw: (page, x, y) => {
    const { accent } = design;
    if (design.logo === "frame") page.shapes.push({ kind: "box", x, y, width: size, height: size, stroke: accent, line: size / 8 });
    if (design.logo === "triangle") page.shapes.push({ kind: "polygon", points: [[x, y + size], [x + size / 2, y], [x + size, y + size]], fill: accent });
    if (design.logo === "bars") for (let i = 0; i < 3; i++) page.shapes.push({ kind: "box", x: x + (i * size) / 2.6, y: y + (i * size) / 5, width: size / 4, height: size - (i * size) / 5, fill: accent });
    if (design.logo === "disc") page.shapes.push({ kind: "polygon", points: Array.from({ length: 20 }, (_, i): [number, number] => [x + (size / 2) * (1 + Math.cos((i * Math.PI) / 10)), y + (size / 2) * (1 + Math.sin((i * Math.PI) / 10))]), fill: accent });
  } };
}

/** The seller's own lines: name, address, contact, and the VAT number when the design puts it here. */
export function sellerLines(telling: Telling, options: { name: boolean }): Line[] {
  const { story, design } = telling;
  const lines = partyLines(story.seller, "supplier", telling, { bold: true });
  const facts = [...contactFacts(telling).slice(0, 1 + (design.distractors % 3)), ...(design.vatPlace === "head" || design.vatPlace === "parties" ? [...taxIdFacts(telling), ...registerFacts(telling).slice(0, 1)] : [])];
  return [...(options.name ? lines : lines.slice(1)), ...facts.map((fact) => factLine(fact, telling))];
}

/** The top of the first page. */
export function headBlock(telling: Telling, width: number): Block {
  const { story, design, ink } = telling;
  const { seller } = story;
  const small = sized(ink, 0.92);
  const brand: Line = [{ text: seller.brand, bold: true, size: ink.size * 1.9, colour: design.accent }];
  const name: Line = [{ text: seller.name, path: "supplier.name", bold: true, size: ink.size * 1.5, colour: design.accent }];
  const logo = logoBlock(telling, ink.size * 3);
  const title = textBlock([[{ text: titleOf(telling), path: "documentType", bold: true, size: ink.size * 2.1 }]], ink);
  switch (design.head) {
    case "left": {
      const block = stack([beside([{ at: 0, block: logo }, { at: logo.width, block: textBlock([name], ink) }], logo.width + width / 2), textBlock(sellerLines(telling, { name: false }), small, { leading: design.leading })], 3);
      return design.title === "inHead" ? beside([{ at: 0, block }, { at: width - title.width, block: title }], width) : block;
    }
    case "right": {
      const block = stack([textBlock([name], ink, { align: "right" }), textBlock(sellerLines(telling, { name: false }), small, { align: "right", leading: design.leading })], 2, "right");
      return beside([{ at: 0, block: design.title === "inHead" ? title : logo }, { at: width - block.width, block }], width);
    }
    case "centre": {
      const address = addressLines(seller, story.international).flatMap((text, i): Piece[] => [...(i > 0 ? [{ text: " · " }] : []), { text, path: "supplier.address" }]);
      const contact = [...contactFacts(telling), ...(design.vatPlace === "head" ? taxIdFacts(telling) : [])].flatMap((fact, i): Piece[] => [{ text: `${i > 0 ? "   " : ""}${labelText(fact.label, telling)} ` }, valueOf(fact)]);
      const block = stack([logo, textBlock([name], ink), textBlock([address], small, lineWidth(address, small) > width ? { width, align: "centre" } : {}), textBlock([contact], small, lineWidth(contact, small) > width ? { width, align: "centre" } : {})], 2, "centre");
      return beside([{ at: (width - block.width) / 2, block }], width);
    }
    case "band": {
      const white: Line = [{ text: seller.name, path: "supplier.name", bold: true, size: ink.size * 1.6, colour: "ffffff" }];
      const right = textBlock(sellerLines(telling, { name: false }).map((line) => line.map((piece) => ({ ...piece, colour: "ffffff" }))), small, { align: "right" });
      const left = stack([textBlock([white], ink), ...(design.title === "inHead" ? [textBlock([[{ text: titleOf(telling), path: "documentType", size: ink.size * 1.3, colour: "ffffff" }]], ink)] : [])], 3);
      return framed(beside([{ at: 0, block: left }, { at: width - 20 - right.width, block: right }], width - 20), 10, { fill: design.accent }, width);
    }
    case "mark": {
      const block = beside([{ at: 0, block: logo }, { at: logo.width, block: textBlock([brand], ink) }], width);
      return design.title === "inHead" ? beside([{ at: 0, block }, { at: width - title.width, block: title }], width) : block;
    }
    case "split": {
      const facts = [...contactFacts(telling), ...(design.vatPlace === "head" ? [...taxIdFacts(telling), ...registerFacts(telling)] : [])];
      const right = pairsBlock(facts, telling, small, false);
      const left = stack([textBlock([name], ink), textBlock(partyLines(seller, "supplier", telling).slice(1), small)], 2);
      return stack([beside([{ at: 0, block: left }, { at: width - right.width, block: right }], width), ruleBlock(width, design.accent, 1.2)], 6);
    }
    case "sidebar": return space(design.title === "inHead" ? 0.1 : 0.2);
    case "twoParties": return logo.width > 0 ? beside([{ at: 0, block: logo }, { at: logo.width, block: textBlock([brand], ink) }], width) : space(0.1);
  }
}

/** Labels in one column, values in another. */
export function pairsBlock(facts: readonly Fact[], telling: Telling, ink: Ink, rightLabels: boolean, options: { width?: number; ruled?: boolean; dotted?: boolean; valueRight?: boolean } = {}): Block {
  const labels = facts.map((fact): Line => [{ text: labelText(fact.label, telling), bold: telling.design.boldLabels }]);
  const values = facts.map((fact): Line => [valueOf(fact)]);
  const first = Math.max(0, ...labels.map((line) => lineWidth(line, ink)));
  const second = Math.max(0, ...values.map((line) => lineWidth(line, ink)));
  const width = Math.max(options.width ?? 0, first + second + (options.dotted ? 40 : 12));
  const row = ink.size * telling.design.leading + (options.ruled ? 4 : 0);
  return { width, height: row * facts.length, draw: (page, x, y) => facts.forEach((_, i) => {
    const baseline = y + i * row + 0.5 * row + 0.32 * ink.size;
    drawLine(page, labels[i]!, rightLabels ? x + first : x, baseline, ink, rightLabels ? "right" : "left");
    const right = options.valueRight || options.dotted;
    drawLine(page, values[i]!, right ? x + width : x + (options.width ? Math.max(first + 8, options.width * 0.48) : first + 8), baseline, ink, right ? "right" : "left");
    if (options.dotted) page.shapes.push({ kind: "line", x1: x + lineWidth(labels[i]!, ink) + 3, y1: baseline, x2: x + width - lineWidth(values[i]!, ink) - 3, y2: baseline, width: 0.5, colour: "777777", dashed: true });
    if (options.ruled) page.shapes.push({ kind: "line", x1: x, y1: y + (i + 1) * row, x2: x + width, y2: y + (i + 1) * row, width: 0.4, colour: "999999" });
  }) };
}

/** Labels above values, in rows of cells: unruled, or in boxes. */
export function gridBlock(facts: readonly Fact[], telling: Telling, ink: Ink, width: number, perRow: number, boxed: boolean): Block {
  const label = { ...sized(ink, 0.85), bold: telling.design.boldLabels, colour: boxed ? ink.colour : "555555" };
  const need = (fact: Fact): number => Math.max(lineWidth([{ text: labelText(fact.label, telling) }], label), lineWidth([valueOf(fact)], ink)) + 10;
  const rowsOf = (count: number): Fact[][] => Array.from({ length: Math.ceil(facts.length / count) }, (_, i) => facts.slice(i * count, (i + 1) * count));
  while (perRow > 1 && rowsOf(perRow).some((row) => row.reduce((sum, fact) => sum + need(fact), 0) > width)) perRow--;
  const rows = rowsOf(perRow);
  const height = label.size * 1.3 + ink.size * 1.3 + (boxed ? 7 : 5);
  return { width, height: rows.length * height, draw: (page, x, y) => rows.forEach((row, r) => {
    // Cells are as wide as they need to be; what is left is shared.
    const needs = row.map(need);
    const spare = Math.max(0, width - needs.reduce((sum, need) => sum + need, 0)) / (row.length < perRow && !boxed ? perRow : row.length);
    let at = x;
    row.forEach((fact, i) => {
      const cell = needs[i]! + spare;
      if (boxed) page.shapes.push({ kind: "box", x: at, y: y + r * height, width: cell, height, stroke: "555555", line: 0.5 });
      drawLine(page, [{ text: labelText(fact.label, { ...telling, design: { ...telling.design, colon: "" } }) }], at + 4, y + r * height + label.size * 1.15, label);
      drawLine(page, [valueOf(fact)], at + 4, y + r * height + label.size * 1.3 + ink.size * 1.1, ink);
      at += cell;
    });
  }) };
}

/** The references in the design's form. */
export function factsBlock(facts: readonly Fact[], telling: Telling, width: number): Block {
  const { design, ink } = telling;
  switch (design.facts) {
    case "list": return textBlock(facts.map((fact) => factLine(fact, telling)), ink, { leading: design.leading, align: design.factsPlace === "right" && design.boldLabels ? "right" : "left" });
    case "pairs": return pairsBlock(facts, telling, ink, false, { valueRight: design.title === "right" });
    case "twoPairs": {
      if (width < 300) return pairsBlock(facts, telling, ink, false);
      const half = Math.ceil(facts.length / 2);
      const [left, right] = [pairsBlock(facts.slice(0, half), telling, ink, false), pairsBlock(facts.slice(half), telling, ink, false)];
      return left.width > width / 2 - 10 || right.width > width / 2 ? stack([left, right], 2) : beside([{ at: 0, block: left }, { at: width / 2, block: right }], width);
    }
    case "rightLabels": return pairsBlock(facts, telling, ink, true);
    case "ruledPairs": return pairsBlock(facts, telling, ink, false, { ruled: true, width: Math.min(width, 220) });
    case "dotted": return pairsBlock(facts, telling, ink, false, { dotted: true, width: Math.min(width, 230) });
    case "strip": return gridBlock(facts, telling, ink, width, Math.min(width > 350 ? 6 : 2, facts.length), false);
    case "boxedStrip": return gridBlock(facts, telling, ink, width, Math.min(width > 350 ? 5 : 2, facts.length), true);
    case "grid": return gridBlock(facts, telling, ink, width, width > 350 ? 3 : 2, design.tableRules === "grid");
    case "inline": return textBlock([facts.flatMap((fact, i): Piece[] => [{ text: `${i > 0 ? "      " : ""}${labelText(fact.label, telling)} `, bold: design.boldLabels }, valueOf(fact)])], ink, { width, leading: design.leading });
    case "sentence": return space(0);
  }
}

/** The buyer, with what the design puts around it. */
export function buyerBlock(telling: Telling, width: number): Block {
  const { story, design, ink } = telling;
  const lines = partyLines(story.buyer, "customer", telling, { vat: story.treatment === "reverse" || design.vatPlace === "parties" || story.country.code === "PL" || story.country.code === "ES" || story.country.code === "IN" ? true : telling.random.fork("buyerVat").chance(0.35), bold: telling.random.fork("buyerBold").chance(0.4) });
  const heading: Line[] = design.buyerHeading || design.buyer === "boxed" ? [[{ text: labelText(story.words.billTo, telling), bold: true, size: ink.size * 0.92 }]] : [];
  if (design.buyer === "inline") return textBlock([[{ text: `${story.words.billTo}: ` }, ...lines.flatMap((line, i): Piece[] => [...(i > 0 ? [{ text: ", " }] : []), ...line])]], ink, { width });
  if (design.buyer === "window") {
    const tiny = sized(ink, 0.68);
    const sender: Line = [{ text: story.seller.name, path: "supplier.name" }, ...addressLines(story.seller, false).flatMap((text): Piece[] => [{ text: " · " }, { text, path: "supplier.address" }])];
    return stack([textBlock([sender], tiny), ruleBlock(lineWidth(sender, tiny), "999999", 0.4), space(6), textBlock([...heading, ...lines], ink, { leading: design.leading })], 2);
  }
  const block = textBlock([...heading, ...lines], ink, { leading: design.leading });
  return design.buyer === "boxed" ? framed(block, 7, { stroke: "666666" }, Math.max(block.width + 14, Math.min(width, 210))) : block;
}

/** Seller, buyer and perhaps the place of delivery side by side with headings. */
export function columnsBlock(telling: Telling, width: number, withSeller: boolean, boxed: boolean): Block {
  const { story, design, ink } = telling;
  const heading = (text: string): Line[] => [[{ text: labelText(text, telling), bold: true, colour: design.accent }]];
  const parts: Line[][] = [
    ...(withSeller ? [[...heading(story.words.from), ...partyLines(story.seller, "supplier", telling, { vat: design.vatPlace === "parties" || story.country.code === "PL" }), ...(story.country.code === "PL" ? [] : contactFacts(telling).slice(0, 1).map((fact) => factLine(fact, telling)))]] : []),
    [...heading(story.words.billTo), ...partyLines(story.buyer, "customer", telling, { vat: withSeller || design.vatPlace === "parties" })],
    ...(story.shipTo ? [[...heading(story.words.shipTo), ...partyLines(story.shipTo, "deliverTo", telling)]] : []),
  ];
  const gap = 14;
  const each = (width - gap * (parts.length - 1)) / parts.length;
  const blocks = parts.map((lines) => textBlock(lines, ink, { width: each - (boxed ? 12 : 0), leading: design.leading }));
  const tallest = Math.max(...blocks.map((block) => block.height));
  return beside(blocks.map((block, i) => ({ at: i * (each + gap), block: boxed ? framed(block, 6, { stroke: "555555", line: 0.6 }, each, tallest + 12) : block })), width);
}

/** Sums, right or left, ruled or boxed, or as a strip of label-above cells. */
export function totalsBlock(telling: Telling, width: number, edges?: readonly number[]): Block {
  const { design, ink } = telling;
  const rows = totalRows(telling);
  if (design.totals === "strip") return gridBlock(rows.map((row) => ({ label: row.label, value: row.amount.text, ...(row.amount.path ? { path: row.amount.path } : {}) })), telling, ink, width, rows.length > 5 ? 4 : rows.length, true);
  const label = (row: TotalRow): Line => [{ text: `${row.label}${design.totalsColon ? ":" : ""}`, bold: row.strong ?? false }];
  const value = (row: TotalRow): Line => [{ ...row.amount, bold: row.strong ?? false, ...(row.strong && design.boldLabels ? { size: ink.size * 1.2 } : {}) }];
  if (design.totals === "inTable" && edges && edges.length > 2) return tableSums(rows.map((row) => ({ label: label(row), value: value(row) })), telling, edges);
  const natural = Math.max(...rows.map((row) => lineWidth(label(row), ink) + lineWidth(value(row), ink))) + 24;
  const own = design.totals === "wide" ? width : Math.max(natural, Math.min(width, 190));
  const height = ink.size * design.leading + (design.totals === "ruled" ? 4 : 2);
  const block: Block = { width: own, height: rows.length * height, draw: (page, x, y) => rows.forEach((row, i) => {
    const baseline = y + i * height + 0.5 * height + 0.32 * ink.size;
    if (row.strong && design.tableHead === "dark") page.shapes.push({ kind: "box", x: x - 3, y: y + i * height, width: own + 6, height, fill: "e9edf3" });
    const labelRight = design.facts === "rightLabels";
    const column = Math.max(...rows.map((each) => lineWidth(value(each), ink))) + 14;
    drawLine(page, label(row), labelRight ? x + own - column : x, baseline, ink, labelRight ? "right" : "left");
    drawLine(page, value(row), x + own, baseline, ink, "right");
    if (design.totals === "ruled" || (row.strong && design.totals === "right")) page.shapes.push({ kind: "line", x1: x, y1: y + i * height, x2: x + own, y2: y + i * height, width: row.strong ? 0.9 : 0.4, colour: "555555" });
  }) };
  return design.totals === "boxed" ? framed(block, 6, { stroke: "444444" }) : block;
}

/** Sums as the last rows of the table: values in its last column, labels against it or in the column of descriptions. */
function tableSums(rows: readonly { label: Line; value: Line }[], { design, ink }: Telling, edges: readonly number[]): Block {
  const [left, right] = [edges[0]!, edges[edges.length - 1]!];
  const widest = Math.max(...rows.map((row) => lineWidth(row.value, ink))) + 10;
  const split = Math.min(edges[edges.length - 2]!, right - widest);
  const height = ink.size * design.leading + 4;
  const ruled = design.tableRules === "grid" || design.tableRules === "columns";
  return { width: right - left, height: rows.length * height, draw: (page, x, y) => rows.forEach((row, i) => {
    const baseline = y + (i + 0.5) * height + 0.32 * ink.size;
    drawLine(page, row.label, split - left + x - 5, baseline, ink, "right");
    drawLine(page, row.value, right - left + x - 5, baseline, ink, "right");
    if (ruled) {
      page.shapes.push({ kind: "box", x, y: y + i * height, width: right - left, height, stroke: "444444", line: 0.5 });
      page.shapes.push({ kind: "line", x1: split - left + x, y1: y + i * height, x2: split - left + x, y2: y + (i + 1) * height, width: 0.5, colour: "444444" });
    } else if (design.tableRules === "rows") page.shapes.push({ kind: "line", x1: x, y1: y + (i + 1) * height, x2: x + right - left, y2: y + (i + 1) * height, width: 0.4, colour: "444444" });
  }) };
}

/** The tax summary: one row per rate, base and tax. */
export function taxGridBlock(telling: Telling): Block {
  const { story, design } = telling;
  const ink = sized(telling.ink, 0.9);
  const { words } = story;
  const total = telling.random.fork("taxgrid").chance(0.5);
  const rows: Line[][] = [
    [[{ text: words.rate, bold: true }], [{ text: words.taxBase, bold: true }], [{ text: words.tax, bold: true }]],
    ...story.taxes.map((row, i): Line[] => [[{ text: `${rateText(telling, row.rate)} %`, path: `taxes.${i}.rate` }], [amount(telling, row.base, `taxes.${i}.base`, "line")], [amount(telling, row.amount, `taxes.${i}.amount`, "line")]]),
    ...(total && story.taxes.length > 1 ? [[[{ text: words.taxTotal }], [amount(telling, story.net, "netTotal", "line")], [amount(telling, story.tax, "taxTotal", "line")]] as Line[]] : []),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => lineWidth(row[column]!, ink))) + 12);
  const height = ink.size * 1.25 + 4;
  const width = widths.reduce((sum, each) => sum + each, 0);
  return { width, height: rows.length * height, draw: (page, x, y) => rows.forEach((row, r) => {
    let at = x;
    row.forEach((line, column) => {
      const own = widths[column]!;
      if (design.tableRules === "grid") page.shapes.push({ kind: "box", x: at, y: y + r * height, width: own, height, stroke: "666666", line: 0.5 });
      drawLine(page, line, column === 0 ? at + 4 : at + own - 4, y + (r + 0.5) * height + 0.32 * ink.size, ink, column === 0 ? "left" : "right");
      at += own;
    });
    if (r === 0 && design.tableRules !== "grid") page.shapes.push({ kind: "line", x1: x, y1: y + height, x2: x + width, y2: y + height, width: 0.5, colour: "666666" });
  }) };
}

/** An account's movements, as utilities print them: the balance before is paid, so that what is due is this invoice. */
export function summaryBlock(telling: Telling, width: number): Block {
  const { story, ink } = telling;
  const { words } = story;
  const before = `${telling.random.fork(`before ${story.number}`).int(20, 900)}.${telling.random.fork(`cents ${story.number}`).digits(2)}`;
  const facts: Fact[] = [
    { label: `${words.balance} ${dateOf(telling, story.orderDate)}`, value: amount(telling, before, undefined, "line").text }, { label: `${words.prepaid} ${dateOf(telling, story.deliveryDate)}`, value: amount(telling, `-${before}`, undefined, "line").text },
    { label: words.grossTotal, value: amount(telling, story.gross, undefined, "total").text, path: "grossTotal" }, { label: words.amountDue, value: amount(telling, story.due, undefined, "due").text, path: "amountDue" }, { label: words.due, value: dateOf(telling, story.dueDate), path: "dueDate" },
  ];
  return framed(pairsBlock(facts, telling, ink, false, { width: width - 16, valueRight: true }), 8, { stroke: "555555" });
}

/** How to pay, when it is not in the footer. */
export function paymentBlock(telling: Telling, width: number): Block {
  const { story, design, ink } = telling;
  const { words } = story;
  if (story.kind !== "invoice" || design.payment === "none" || design.payment === "footer") return space(0);
  const reference: Fact[] = [{ label: words.reference, value: story.payReference?.printed ?? story.number, path: story.payReference ? "paymentReference" : "paymentReference invoiceNumber" }];
  const holder: Fact[] = [{ label: words.holder, value: story.seller.name, path: "supplier.name" }];
  const r = telling.random.fork("payment");
  if (design.payment === "table") return gridBlock([...bankFacts(telling), ...(r.chance(0.5) ? reference : [])], telling, ink, width, 5, true);
  if (design.payment === "slip") {
    const facts = [...holder, ...bankFacts(telling), ...reference, { label: words.due, value: dateOf(telling, story.dueDate), path: "dueDate" }, { label: words.amountDue, ...{ value: amount(telling, story.due, undefined, "due").text, path: "amountDue" } }];
    return stack([{ width, height: 1, draw: (page, x, y) => void page.shapes.push({ kind: "line", x1: x, y1: y, x2: x + width, y2: y, width: 0.6, colour: "333333", dashed: true }) }, gridBlock(facts, telling, ink, width, 3, true)], 8);
  }
  if (design.payment === "sentence") {
    const parts = splitSentence(words.letterDue, { due: amount(telling, story.due, "amountDue", "due"), dueDate: { text: dateOf(telling, story.dueDate), path: "dueDate" } });
    return stack([textBlock([parts], ink, { width, leading: design.leading }), textBlock([bankFacts(telling).flatMap((fact, i): Piece[] => [{ text: `${i > 0 ? ", " : ""}${fact.label} ` }, valueOf(fact)])], ink, { width, leading: design.leading })], 4);
  }
  const blocks = story.accounts.map((_, index) => pairsBlock([...(index === 0 && r.chance(0.4) ? holder : []), ...bankFacts(telling, index), ...(index === 0 && r.chance(0.4) ? reference : [])], telling, ink, false));
  if (blocks.some((block) => block.width > width / 2 - 10)) return stack(blocks, 6);
  return beside(blocks.map((block, index) => ({ at: index * Math.min(width / 2, 240), block })), width);
}

/** A phrase with places for values becomes pieces. */
export function splitSentence(phrase: string, values: Partial<Record<string, Piece>>): Piece[] {
  return phrase.split(/(\{\w+\})/).filter((part) => part !== "").map((part) => values[part.slice(1, -1)] ?? { text: part });
}

/** Sentences at the end: terms, the law's phrases, thanks. */
export function notesLines(telling: Telling): Line[] {
  const { story, random } = telling;
  const { words } = story;
  const r = random.fork("notes");
  const lines: Line[] = [];
  if (story.treatment === "reverse") lines.push([{ text: words.reverse, path: "taxes.reason" }]);
  if (story.treatment === "exempt") lines.push([{ text: words.exempt, path: "taxes.reason" }]);
  if (story.inclusive) lines.push([{ text: words.inclusive }]);
  if (r.chance(0.35) && story.kind === "invoice") lines.push([{ text: fill(words.payTerms, { days: story.termDays }), path: "paymentTerms" }]);
  if (r.chance(0.2)) lines.push([{ text: words.early }]);
  const spelled = r.chance(story.country.code === "PL" || story.country.code === "IN" ? 0.6 : story.country.code === "MY" ? 0.3 : 0) ? inWords(story.due, story.country.currency) : null;
  if (spelled) lines.push([{ text: `${words.wordsLabel}: ${spelled}` }]);
  if (r.chance(0.35)) lines.push([{ text: words.thanks }]);
  if (telling.design.money === "note") lines.push([{ text: noteOf[story.language] }, { text: story.writing.code, path: "currency" }]);
  const own = further[story.language];
  const house = random.fork("further");
  if (house.chance(0.08)) lines.push([{ text: `${house.pick(own.note)}: ` }, { text: random.fork(`note ${story.number}`).pick(own.notes), path: "note" }]);
  if (story.representative) {
    const { representative } = story;
    lines.push([{ text: `${own.representative}: ` }, { text: `${representative.name}`, path: "taxRepresentative.name" }, { text: ", " }, { text: addressLines(representative, false).join(", "), path: "taxRepresentative.address" }]);
  }
  return r.shuffle(lines);
}

const noteOf: Record<Language, string> = { en: "All amounts in ", de: "Alle Beträge in ", fr: "Montants exprimés en ", es: "Importes en ", it: "Importi in ", nl: "Alle bedragen in ", pl: "Kwoty w walucie ", pt: "Valores em ", sv: "Alla belopp i ", da: "Alle beløb i ", no: "Alle beløp i " };

/** The foot of every page. */
export function footBlock(telling: Telling, width: number): Block {
  const { story, design } = telling;
  const ink = sized(telling.ink, 0.76);
  const { seller } = story;
  const ids: Fact[] = [...(design.vatPlace === "footer" || design.head === "mark" ? taxIdFacts(telling) : []), ...registerFacts(telling)];
  const bank = design.payment === "footer" ? bankFacts(telling) : [];
  if (design.footer === "none" && bank.length === 0 && design.head !== "mark" && design.vatPlace !== "footer") return space(0);
  const named = partyLines(seller, "supplier", telling);
  if (design.footer === "columns" || design.footer === "none") {
    const columns = [named, contactFacts(telling).map((fact) => factLine(fact, telling)), ids.map((fact) => factLine(fact, telling)), bank.map((fact) => factLine(fact, telling))].filter((lines) => lines.length > 0);
    const each = width / columns.length;
    return stack([ruleBlock(width, "888888", 0.4), beside(columns.map((lines, i) => ({ at: i * each, block: textBlock(lines, ink, { width: each - 8 }) })), width)], 4);
  }
  const pieces = (facts: readonly Fact[]): Piece[] => facts.flatMap((fact, i): Piece[] => [{ text: `${i > 0 ? " | " : ""}${labelText(fact.label, telling)} ` }, valueOf(fact)]);
  const first = named.flatMap((line, i): Piece[] => [...(i > 0 ? [{ text: " - " }] : []), ...line]);
  const lines: Line[] = [first, pieces([...contactFacts(telling).slice(0, 2), ...ids]), ...(bank.length > 0 ? [pieces(bank)] : [])].filter((line) => line.length > 0);
  return textBlock(lines, ink, { width, align: design.footer === "centre" ? "centre" : "left" });
}

/** Page numbers, once the number of pages is known. */
export function numberPages(pages: readonly Page[], telling: Telling): void {
  const { design, story } = telling;
  if (design.pageNumbers === "none" || (design.pageNumbers === "facts" && pages.length === 1)) return;
  const ink = sized(telling.ink, 0.8);
  pages.forEach((page, index) => {
    if (design.pageNumbers !== "foot" && index === 0) return;
    const text = fill(story.words.page, { n: index + 1, m: pages.length });
    drawLine(page, [{ text }], page.width - design.margin, design.pageNumbers === "foot" ? page.height - 16 : 22, ink, "right");
  });
}
