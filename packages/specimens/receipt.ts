/** Till receipts: a narrow roll, as long as it needs to be. */
import { addressLines } from "./countries.ts";
import { dateOf, rateText, type Telling } from "./content.ts";
import { fill } from "./phrases/index.ts";
import { drawLine, lineWidth, wrap, type Ink, type Line, type Page, type Piece } from "./scene.ts";
import { writeAmount, writeNumber } from "./writing.ts";

export function composeReceipt(telling: Telling): Page[] {
  const { story, design, ink } = telling;
  const { words, writing } = story;
  const r = telling.random.fork("receipt");
  const width = design.paper === "roll58" ? 164.4 : design.paper === "roll80" ? 226.8 : 300;
  const margin = design.paper === "roll58" ? 7 : 11; // else a slip from a wide printer
  const page: Page = { width, height: 0, runs: [], shapes: [] };
  const inner = width - 2 * margin;
  const step = ink.size * design.leading;
  let y = margin + 6;
  const shout = r.chance(0.3);
  const text = (line: Line, align: "left" | "right" | "centre" = "left", own: Ink = ink): void => {
    for (const part of wrap(line, own, inner)) {
      y += own.size * design.leading;
      drawLine(page, part, align === "left" ? margin : align === "right" ? width - margin : width / 2, y, own, align);
    }
  };
  const both = (left: Line, right: Line, own: Ink = ink): void => {
    if (lineWidth(left, own) + lineWidth(right, own) + 3 > inner) {
      text(left, "left", own);
      left = [];
    }
    y += own.size * design.leading;
    drawLine(page, left, margin, y, own);
    drawLine(page, right, width - margin, y, own, "right");
  };
  const ruler = r.pick(["-", "=", "*", "line", "gap"]);
  const rule = (): void => {
    if (ruler === "gap") y += step * 0.6;
    else if (ruler === "line") {
      y += step * 0.5;
      page.shapes.push({ kind: "line", x1: margin, y1: y, x2: width - margin, y2: y, width: 0.6, colour: "333333", dashed: r.chance(0.5) });
      y += step * 0.2;
    } else {
      y += step;
      drawLine(page, [{ text: ruler.repeat(Math.floor(inner / lineWidth([{ text: ruler }], ink))) }], width / 2, y, ink, "centre");
    }
  };
  const colon = design.colon || (r.chance(0.5) ? ":" : "");
  const money = (value: string, place: "line" | "total"): string => (design.money === "all" || (place === "total" && design.money !== "due") ? writeAmount(value, writing) : writeNumber(value, writing, 2));
  const named = (place: "line" | "total"): string => ((design.money === "all" || (place === "total" && design.money !== "due")) && writing.currencyPlace !== "none" ? " currency" : "");
  // Malaysian and Indian tills print a small table of their own, and the register number beside the name.
  const asian = story.country.code === "MY" || story.country.code === "IN";
  const align = r.chance(0.75) ? "centre" : "left";

  header();
  rule();
  facts();
  rule();
  items();
  rule();
  totals();
  rule();
  if (!r.chance(0.3)) taxes();
  tail();
  page.height = y + margin + 14;
  return [page];

  function header(): void {
    const { seller } = story;
    const big = { ...ink, size: ink.size * r.pick([1.2, 1.5, 1.8]), bold: r.chance(0.7) };
    if (r.chance(0.25)) text([{ text: seller.brand.toUpperCase() }], align, { ...big, size: big.size * 1.1 });
    text([{ text: shout ? seller.name.toUpperCase() : seller.name, path: "supplier.name" }], align, big);
    for (const line of addressLines(seller, false)) text([{ text: shout ? line.toUpperCase() : line, path: "supplier.address" }], align);
    if (r.chance(0.7)) text([{ text: `${words.phone}${colon} ` }, { text: seller.phone, path: "supplier.phone" }], align);
    if (seller.vatPrinted && r.chance(0.8)) text([{ text: `${words.vatId}${colon} ` }, { text: seller.vatPrinted, path: "supplier.vatId" }], align);
    for (const register of r.sample(seller.registers, r.int(0, 1))) text([{ text: `${register.label}${colon} ` }, { text: register.value, ...(register.isVat ? { path: "supplier.vatId" } : register.isTax ? { path: "supplier.taxNumber" } : {}) }], align);
    if (r.chance(asian ? 0.75 : 0.55)) {
      y += step * 0.3;
      const title = asian ? r.pick(["TAX INVOICE", "CASH BILL", "RECEIPT", "INVOICE", "Cash Sales", words.receipt]) : words.receipt;
      text([{ text: shout ? title.toUpperCase() : title, path: "documentType", bold: true }], "centre");
    }
  }

  function facts(): void {
    const half = asian && r.chance(0.5);
    const time = half ? `${r.int(1, 11)}:${String(r.int(10, 59))}:${String(r.int(10, 59))} ${r.pick(["AM", "PM"])}` : `${String(r.int(8, 21)).padStart(2, "0")}:${String(r.int(0, 59)).padStart(2, "0")}${r.chance(0.2) ? `:${String(r.int(0, 59)).padStart(2, "0")}` : ""}`;
    const date: Piece = { text: dateOf(telling, story.issueDate), path: "issueDate" };
    const dateLine: Line = r.chance(0.5) ? [{ text: `${words.date}${colon} ` }, date, { text: `  ${time}`, path: "time" }] : [date, { text: ` ${time}`, path: "time" }];
    const number: Line = [{ text: `${words.receiptNo}${colon} ` }, { text: story.number, path: "invoiceNumber" }];
    const till: Line = [{ text: `${words.till}${colon} ${r.int(1, 9)}` }];
    const cashier: Line = [{ text: `${words.cashier}${colon} ${r.int(1, 40)}` }];
    const customer = asian && r.chance(0.2) ? r.pick([`Table : ${r.int(1, 40)}   Pax : ${r.int(1, 8)}`, "Bill To : CASH", `Member : ${r.digits(8)}`]) : null;
    if (customer) text([{ text: customer }]);
    if (r.chance(0.35)) both(number, till);
    else text(number);
    if (r.chance(0.4)) both(dateLine, r.chance(0.5) ? cashier : [{ text: "" }]);
    else {
      text(dateLine);
      if (r.chance(0.5)) text(cashier);
    }
  }

  function items(): void {
    const form = r.pick(asian ? (["table", "table", "below", "columns", "oneLine"] as const) : (["oneLine", "oneLine", "below", "above", "columns", "table"] as const));
    const barcodes = r.chance(0.15);
    if (form === "table") return tableItems(barcodes);
    const mark = story.taxes.length > 1 || r.chance(0.3);
    if (form === "columns") both([{ text: words.description, bold: true }], [{ text: words.net, bold: true }]);
    story.lines.forEach((line, index) => {
      const path = `lines.${index}.`;
      const letter = mark ? ` ${"ABC"[story.taxes.findIndex((row) => row.rate === line.rate)] ?? "A"}` : "";
      const name: Piece = { text: shout ? line.description.toUpperCase() : line.description, path: `${path}description` };
      const total: Line = [{ text: money(line.net, "line"), path: `${path}netAmount` }, { text: letter }];
      const quantity: Piece = { text: writeNumber(line.quantity, writing), path: `${path}quantity` };
      const price: Piece = { text: writeNumber(line.unitPrice, writing, 2), path: `${path}unitPrice` };
      const single = line.quantity === "1";
      if (barcodes) text([{ text: r.digits(13) }]);
      if (form === "below" || (form === "oneLine" && !single)) {
        text([name]);
        both([{ text: "   " }, quantity, { text: r.pick([" x ", " X ", " × ", " @ "]) }, price], total);
      } else if (form === "above") {
        if (!single) text([quantity, { text: " x " }, price]);
        both([name], total);
      } else if (form === "columns") both([quantity, { text: " " }, name, ...(single ? [] : [{ text: "  @" }, price])], total);
      else both([name], total);
    });
  }

  /** Name on a line of its own, figures below it in columns with headings. */
  function tableItems(barcodes: boolean): void {
    const heads = [words.qtyWord, words.price, words.net].map((word) => (shout ? word.toUpperCase() : word).replace(/ \(.*\)$/, ""));
    const columns = [margin + inner * (barcodes ? 0.55 : 0.3), margin + inner * 0.66, width - margin];
    const row = (cells: Line[]): void => cells.forEach((cell, i) => drawLine(page, cell, columns[i]!, y, ink, "right"));
    const name: Line = [{ text: words.description.split(" ")[0]!, bold: true }];
    text(name);
    if (margin + lineWidth(name, ink) + 6 > columns[0]! - lineWidth([{ text: heads[0]!.split(" ")[0]!, bold: true }], ink)) y += step;
    row(heads.map((text) => [{ text: text.split(" ")[0]!, bold: true }]));
    story.lines.forEach((line, index) => {
      const path = `lines.${index}.`;
      text([{ text: shout ? line.description.toUpperCase() : line.description, path: `${path}description` }]);
      y += step;
      if (barcodes) drawLine(page, [{ text: line.code, path: `${path}itemId` }], margin, y, ink);
      row([[{ text: writeNumber(line.quantity, writing), path: `${path}quantity` }], [{ text: writeNumber(line.unitPrice, writing, 2), path: `${path}unitPrice` }], [{ text: money(line.net, "line"), path: `${path}netAmount` }, ...(asian && story.taxes.some((tax) => tax.rate !== "0") && r.fork(`code${index}`).chance(0.3) ? [{ text: " SR" }] : [])]]);
    });
  }

  function totals(): void {
    const strong = { ...ink, bold: true, size: ink.size * r.pick([1, 1.2, 1.5]) };
    if (!story.inclusive) {
      both([{ text: words.subtotal }], [{ text: money(story.net, "line"), path: "netTotal" }]);
      story.taxes.forEach((row, index) => both([{ text: fill(words.taxed, { r: rateText(telling, row.rate) }) }], [{ text: money(row.amount, "line"), path: story.taxes.length === 1 ? "taxTotal taxes.0.amount" : `taxes.${index}.amount` }]));
    } else if (r.chance(0.2)) both([{ text: `${words.items}${colon}` }], [{ text: String(story.lines.length) }]);
    both([{ text: shout ? words.grossTotal.toUpperCase() : words.grossTotal }], [{ text: money(story.gross, "total"), path: `grossTotal${named("total")}` }], strong);
    if (story.rounding) {
      both([{ text: words.rounding }], [{ text: money(story.rounding, "line"), path: "rounding" }]);
      both([{ text: words.amountDue }], [{ text: money(story.due, "total"), path: "amountDue" }], strong);
    }
    for (const tender of story.tenders) both([{ text: words[tender.kind] }], [{ text: money(tender.amount, "line"), path: tender.kind === "cash" ? "tendered" : "tender" }]);
    if (story.change) both([{ text: words.change }], [{ text: money(story.change, "line"), path: "change" }]);
    if (story.tenders[0]?.kind === "card" && r.chance(0.6)) text([{ text: `**** **** **** ${r.digits(4)}   ${r.digits(6)}` }]);
  }

  function taxes(): void {
    if (!story.inclusive) return;
    if (design.paper === "roll58" || r.chance(0.5)) story.taxes.forEach((row, index) => both([{ text: fill(words.includes, { r: rateText(telling, row.rate) }) }], [{ text: money(row.amount, "line"), path: story.taxes.length === 1 ? "taxTotal taxes.0.amount" : `taxes.${index}.amount` }]));
    else {
      const at = [margin, margin + inner * 0.52, margin + inner * 0.76, width - margin];
      const row = (cells: Line[]): void => {
        y += step;
        cells.forEach((cell, i) => drawLine(page, cell, at[i]!, y, ink, i === 0 ? "left" : "right"));
      };
      row([[{ text: words.rate.split(" ")[0]! }], [{ text: words.taxBase.split(" ")[0]! }], [{ text: words.tax.split(" ")[0]! }], [{ text: words.gross.split(" ")[0]! }]]);
      story.taxes.forEach((tax, i) => row([[{ text: `${"ABC"[i]} ${rateText(telling, tax.rate)}%`, path: `taxes.${i}.rate` }], [{ text: money(tax.base, "line"), path: story.taxes.length === 1 ? `netTotal taxes.${i}.base` : `taxes.${i}.base` }], [{ text: money(tax.amount, "line"), path: story.taxes.length === 1 ? `taxTotal taxes.${i}.amount` : `taxes.${i}.amount` }], [{ text: money(story.taxes.length === 1 ? story.gross : sum(tax.base, tax.amount), "line"), ...(story.taxes.length === 1 ? { path: "grossTotal" } : {}) }]]));
    }
  }

  function tail(): void {
    y += step * 0.5;
    if (design.money === "due" || writing.currencyPlace === "none") text([{ text: r.pick(["", "* "]) }, { text: writing.code, path: "currency" }], "centre");
    text([{ text: words.bye }], "centre");
    if (r.chance(0.4)) text([{ text: story.seller.web, path: "supplier.website" }], "centre");
    if (r.chance(0.3)) text([{ text: r.digits(20) }], "centre");
  }
}

function sum(a: string, b: string): string {
  const minor = BigInt(a.replace(".", "")) + BigInt(b.replace(".", ""));
  const digits = (minor < 0n ? -minor : minor).toString().padStart(3, "0");
  return `${minor < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
