import { expect, test } from "vitest";
import { cellsToReread, takeReading } from "./numeric-cells.ts";

type Word = { bbox: { x0: number; y0: number; x1: number; y1: number }; text: string; confidence: number };

const word = (text: string, x0: number, y0: number, confidence = 90): Word => ({ text, confidence, bbox: { x0, y0, x1: x0 + 20 * text.length, y1: y0 + 30 } });
const lineOf = (...words: Word[]) => ({ words, bbox: { x0: words[0]!.bbox.x0, y0: words[0]!.bbox.y0, x1: words.at(-1)!.bbox.x1, y1: words[0]!.bbox.y1 } });

test("beside a money word without an amount, and at an amount in doubt, is looked again", () => {
  const doubted = word("3.45", 500, 200, 40);
  const lines = [lineOf(word("Tea", 20, 100), word("4.80", 500, 100)), lineOf(word("Milk", 20, 200), doubted), lineOf(word("TOTAL", 20, 300)), lineOf(word("TAX", 20, 400), word("INVOICE", 100, 400))];
  const cells = cellsToReread(lines, 620);
  expect(cells.map((cell) => cell.word?.text ?? cell.line.words[0]!.text)).toEqual(["TOTAL", "3.45"]);
  expect(cells[0]!.bounds.x0).toBeGreaterThan(120);
  expect(cells[0]!.bounds.x1).toBeLessThanOrEqual(620);
  expect(cellsToReread([...lines, lineOf(word("8.25", 500, 300))], 620).map((cell) => cell.word?.text)).toEqual(["3.45"]);
});

test("only an amount that was read more surely takes the place", () => {
  const line = lineOf(word("TOTAL", 20, 300));
  takeReading({ line }, [word("RM", 400, 300, 80), word("8.2", 480, 300, 90)]);
  expect(line.words).toHaveLength(1);
  takeReading({ line }, [word("8.25", 480, 300, 85), word("|", 600, 300, 20)]);
  expect(line.words.map(({ text }) => text)).toEqual(["TOTAL", "8.25"]);
  const doubted = word("3.45", 500, 200, 55);
  takeReading({ line: lineOf(doubted), word: doubted }, [word("8.45", 500, 200, 60)]);
  expect(doubted.text).toBe("3.45");
  takeReading({ line: lineOf(doubted), word: doubted }, [word("3.48", 500, 200, 90)]);
  expect(doubted).toMatchObject({ text: "3.48", confidence: 90 });
});
