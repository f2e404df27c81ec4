import { expect, test } from "vitest";
import { evidenceOf, layOut, linesOf, overlapX } from "./lines.ts";
import { typed } from "./test-pages.ts";
import type { Word } from "./words.ts";

test("a line is parted into segments at wide gaps only", () => {
  const { lines } = layOut([typed("Rechnung Nr. 12       Datum 1.2.2024")]);
  expect(lines.map((line) => line.segments.map((segment) => segment.text))).toEqual([["Rechnung Nr. 12", "Datum 1.2.2024"]]);
});

test("lines of a crooked scan hold together", () => {
  const words = ["One", "slightly", "sloping", "line"].map((text, i): Word => ({ text, page: 1, fontSize: 10, bold: false, box: { x: 20 + i * 120, y: 100 + i * 3, width: 60, height: 10 }, confidence: 0.9 }));
  const below = words.map((word): Word => ({ ...word, text: `${word.text}2`, box: { ...word.box, y: word.box.y + 14 } }));
  expect(linesOf([...words, ...below]).map((line) => line.map((word) => word.text).join(" "))).toEqual(["One slightly sloping line", "One2 slightly2 sloping2 line2"]);
});

test("stacked segments of one column form a block, the neighbouring column another", () => {
  const { blocks } = layOut([typed("Acme GmbH             Invoice\nMain Street 1         No. 7\n10115 Berlin")]);
  expect(blocks.map((block) => block.segments.map((segment) => segment.text))).toEqual([["Acme GmbH", "Main Street 1", "10115 Berlin"], ["Invoice", "No. 7"]]);
});

test("hidden and turned words take no part", () => {
  const page = typed("seen unseen turned");
  page.words[1]!.hidden = true;
  page.words[2]!.rotated = true;
  expect(layOut([page]).lines[0]!.text).toBe("seen");
});

test("a raised letter stays in its word's line", () => {
  const page = typed("123 456   St");
  page.words.push({ text: "th", page: 1, fontSize: 6, bold: false, box: { x: 55.5, y: 28, width: 6, height: 6 } });
  expect(layOut([page]).lines.map((line) => line.words.map((word) => word.text))).toEqual([["123", "456", "th", "St"]]);
});

test("evidence names every printed line it came from", () => {
  const page = typed("Main Street 1\n10115 Berlin");
  expect(evidenceOf(page.words).map((each) => each.raw)).toEqual(["Main Street 1", "10115 Berlin"]);
});

test("overlap is a share of the narrower box", () => {
  const box = (x: number, width: number) => ({ x, y: 0, width, height: 1 });
  expect(overlapX(box(0, 100), box(50, 10))).toBe(1);
  expect(overlapX(box(0, 10), box(20, 10))).toBe(0);
});
