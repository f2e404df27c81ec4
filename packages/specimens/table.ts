/** The table of lines: columns by content, rows that wrap, pages that carry sums forward. */
import type { ColumnKind, Design } from "./design.ts";
import { drawLine, lineWidth, wrap, type Align, type Ink, type Line, type Page, type Piece } from "./scene.ts";

export type Column = { kind: ColumnKind; title: string; align: Align };
export type Row = {
  /** Lines of text per column; a spanning row has one cell for all. */
  cells: Line[][];
  spanning?: boolean;
  bold?: boolean;
  /** Printed sum of all rows so far: what a page carries forward. */
  running?: string;
};
export type Table = { columns: Column[]; rows: Row[]; carried: (amount: string) => Line[][]; brought: (amount: string) => Line[][] };
/** Where a table may draw: the page it is on, and how to get the next. */
export type Room = { page: Page; y: number; x: number; width: number; bottom: number; next(): void };

const numeric = new Set<ColumnKind>(["quantity", "price", "discount", "rate", "tax", "net", "gross"]);
export const isNumeric = (kind: ColumnKind): boolean => numeric.has(kind);

/** A heading in one line, or a word or two a line where the firm's columns are narrow. */
function headingLines({ title, kind }: Column, design: Design): string[] {
  const text = design.tableHead === "caps" ? title.toUpperCase() : title;
  return design.headWrap && kind !== "description" ? text.split(/(?<=[\p{L}.%]{3,}) /u) : [text];
}

/** Widths by content; what is left is the description's. */
function widthsOf(table: Table, design: Design, ink: Ink, width: number, pad: number): number[] {
  const wanted = table.columns.map((column, index) => {
    const texts = table.rows.filter((row) => !row.spanning).flatMap((row) => row.cells[index]!);
    return Math.max(...headingLines(column, design).map((text) => lineWidth([{ text, bold: true }], ink)), ...texts.map((line) => lineWidth(line, ink))) + 2 * pad;
  });
  const others = wanted.reduce((sum, each, index) => (table.columns[index]!.kind === "description" ? sum : sum + each), 0);
  return wanted.map((each, index) => (table.columns[index]!.kind === "description" ? Math.max(90, width - others) : each));
}

/** Draws the whole table from `room.y` on, over as many pages as it takes; `room.y` ends below it. */
export function drawTable(table: Table, design: Design, ink: Ink, room: Room): { edges: number[] } {
  const pad = design.tableRules === "grid" || design.tableRules === "columns" ? 4 : 5;
  let own = ink;
  let widths = widthsOf(table, design, own, room.width, pad);
  // A table too wide for its page is set smaller, as programs do.
  for (let i = 0; i < 6 && widths.reduce((sum, each) => sum + each, 0) > room.width + 0.5; i++) {
    own = { ...own, size: own.size * 0.93 };
    widths = widthsOf(table, design, own, room.width, pad);
  }
  const edges = [room.x];
  for (const width of widths) edges.push(edges[edges.length - 1]! + width);
  const lineHeight = own.size * design.leading;
  const rowPad = design.tableRules === "grid" || design.tableRules === "zebra" ? 3 : design.tableRules === "rows" || design.tableRules === "dashed" ? 2.5 : 1;
  let top = room.y;
  drawHead();
  let onPage = 0;
  table.rows.forEach((row, index) => {
    const cells = row.cells.map((cell, column) => (row.spanning || table.columns[column]!.kind === "description" ? cell.flatMap((line) => wrap(line, own, (row.spanning ? room.width : widths[column]!) - 2 * pad)) : cell));
    const height = Math.max(1, ...cells.map((cell) => cell.length)) * lineHeight + 2 * rowPad;
    const carry = table.rows[index - 1]?.running;
    const reserve = design.carry ? lineHeight + 2 * rowPad : 0;
    if (room.y + height + reserve > room.bottom && onPage > 0) {
      if (design.carry && carry !== undefined) drawRow({ cells: table.carried(carry), bold: true }, lineHeight + 2 * rowPad, -1);
      closePage();
      room.next();
      top = room.y;
      if (design.repeatHead) drawHead();
      if (design.carry && carry !== undefined) drawRow({ cells: table.brought(carry), bold: true }, lineHeight + 2 * rowPad, -1);
      onPage = 0;
    }
    drawRow({ ...row, cells }, height, index);
    onPage++;
  });
  closePage();
  return { edges };

  function drawHead(): void {
    if (design.tableHead === "none") return;
    const headings = table.columns.map((column, index) => headingLines(column, design).flatMap((text) => (column.kind === "description" ? wrap([{ text, bold: true }], own, widths[index]! - 2 * pad).map((line) => line.map((piece) => piece.text).join("")) : [text])));
    const height = Math.max(...headings.map((lines) => lines.length)) * lineHeight + 2 * rowPad + 2;
    const dark = design.tableHead === "dark";
    if (design.tableHead === "fill" || dark) room.page.shapes.push({ kind: "box", x: room.x, y: room.y, width: edges[edges.length - 1]! - room.x, height, fill: dark ? design.accent : "e6e9ee" });
    if (design.tableHead === "boxed") room.page.shapes.push({ kind: "box", x: room.x, y: room.y, width: edges[edges.length - 1]! - room.x, height, stroke: "333333" });
    table.columns.forEach((column, index) => {
      const align = design.headAlign === "same" ? column.align : design.headAlign;
      headings[index]!.forEach((text, i) => put([{ text, bold: design.tableHead !== "underline" || design.boldLabels, ...(dark ? { colour: "ffffff" } : {}) }], index, align, room.y + rowPad + 1 + i * lineHeight));
    });
    room.y += height;
    if (design.tableHead === "underline" || design.tableHead === "bold") rule(room.y, design.tableHead === "bold" ? 0.5 : 0.9);
    if (design.tableHead === "bold") room.y += 2;
  }

  function drawRow(row: Row, height: number, index: number): void {
    if (design.tableRules === "zebra" && index % 2 === 1) room.page.shapes.push({ kind: "box", x: room.x, y: room.y, width: edges[edges.length - 1]! - room.x, height, fill: "f2f4f7" });
    row.cells.forEach((cell, column) => cell.forEach((line, i) => {
      const styled: Piece[] = line.map((piece) => (row.bold && piece.bold === undefined ? { ...piece, bold: true } : piece));
      if (row.spanning) drawLine(room.page, styled, room.x + pad, room.y + rowPad + (i + 0.82) * lineHeight, own);
      else put(styled, column, table.columns[column]!.align, room.y + rowPad + i * lineHeight);
    }));
    room.y += height;
    if (design.tableRules === "rows") rule(room.y, 0.4);
    if (design.tableRules === "dashed") room.page.shapes.push({ kind: "line", x1: room.x, y1: room.y, x2: edges[edges.length - 1]!, y2: room.y, width: 0.4, colour: "888888", dashed: true });
    if (design.tableRules === "grid" && index >= -1) rule(room.y, 0.5);
  }

  function put(line: Line, column: number, align: Align, y: number): void {
    const [left, right] = [edges[column]! + pad, edges[column + 1]! - pad];
    drawLine(room.page, line, align === "left" ? left : align === "right" ? right : (left + right) / 2, y + 0.82 * lineHeight, own, align);
  }

  function rule(y: number, width: number): void {
    room.page.shapes.push({ kind: "line", x1: room.x, y1: y, x2: edges[edges.length - 1]!, y2: y, width, colour: design.tableHead === "dark" ? design.accent : "444444" });
  }

  function closePage(): void {
    const bottom = room.y;
    if (design.tableRules === "grid" || design.tableRules === "outer" || design.tableRules === "columns") room.page.shapes.push({ kind: "box", x: room.x, y: top, width: edges[edges.length - 1]! - room.x, height: bottom - top, stroke: "444444", line: 0.6 });
    if (design.tableRules === "grid" || design.tableRules === "columns") for (const edge of edges.slice(1, -1)) room.page.shapes.push({ kind: "line", x1: edge, y1: top, x2: edge, y2: bottom, width: 0.5, colour: "444444" });
    if (design.tableRules === "none") rule(bottom + 1, 0.5);
  }
}
