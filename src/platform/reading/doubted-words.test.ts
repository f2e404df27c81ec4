import { expect, test } from "vitest";
import { doubtedSpans, keepSurerWords, takeSecondReading } from "./doubted-words.ts";

const word = (text: string, x0: number, confidence: number) => ({ text, confidence, bbox: { x0, y0: 100, x1: x0 + 20 * text.length, y1: 130 } });

test("neighbours in doubt are looked at together, figures first, and not more than a third of the page", () => {
  const sure = Array.from({ length: 12 }, (_, i) => ({ words: [word("certainly", 20 + i, 95)] }));
  const lines = [...sure, { words: [word("Rechnungs", 20, 40), word("ftrafle", 220, 50), word("12", 400, 95)] }, { words: [word("|", 20, 10), word("4S,10", 300, 60)] }];
  expect(doubtedSpans(lines, 75, 1000, 1000).map(({ words }) => words.map(({ text }) => text).join(" "))).toEqual(["| 4S,10", "Rechnungs ftrafle"]);
  const hopeless = [{ words: Array.from({ length: 20 }, (_, i) => word("x1y", 100 * i, i % 2 ? 30 : 90)) }];
  expect(doubtedSpans(hopeless, 75, 3000, 1000).length).toBeLessThan(9);
});

test("the surer reading stands, word by word, or as a whole where the words differ in number", () => {
  const line = { words: [word("fiir", 20, 40), word("Ihren", 120, 90)] };
  takeSecondReading({ line, words: [line.words[0]!], bounds: line.words[0]!.bbox }, [word("für", 20, 88)]);
  expect(line.words.map(({ text }) => text)).toEqual(["für", "Ihren"]);
  takeSecondReading({ line, words: [line.words[0]!], bounds: line.words[0]!.bbox }, [word("fur", 20, 80)]);
  expect(line.words[0]!.text).toBe("für");
  const split = { words: [word("Zuzahlen", 20, 50)] };
  takeSecondReading({ line: split, words: [...split.words], bounds: split.words[0]!.bbox }, [word("Zu", 20, 92), word("zahlen", 80, 92)]);
  expect(split.words.map(({ text }) => text)).toEqual(["Zu", "zahlen"]);
});

test("of a page read again in its own language, surer words of the first reading stand, but for letters it could not know", () => {
  const again = [{ words: [word("Łódź", 20, 70), word("1.2S4,00", 200, 60), word("Razem", 500, 95)] }];
  const first = [{ words: [word("Lodz", 20, 92), word("1.254,00", 200, 90), word("Rasem", 500, 60)] }];
  keepSurerWords(again, first);
  expect(again[0]!.words.map(({ text }) => text)).toEqual(["Łódź", "1.254,00", "Razem"]);
});
