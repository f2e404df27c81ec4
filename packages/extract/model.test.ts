import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { chanceOf, contributionsOf, rankBy, REMEMBERED_PLACE, WEIGHTS, type Weights } from "./model.ts";
import { explainWords, readWords } from "./read.ts";
import { typed } from "./test-pages.ts";
import { calibrate, train, type Example } from "./training.ts";

const page = () => typed(`
Nordlicht Werbung GmbH
Hafenstraße 12
20457 Hamburg

Rechnung

Rechnungsnummer:   RE-2024-0815      Kundennummer:   10442
Rechnungsdatum:    14.03.2024        Bestellung:     PO-7781

Beschreibung                Menge    Einzelpreis     Betrag
Flyer                       10       10,00           100,00

Nettobetrag                                          100,00
USt 19 %                                              19,00
Gesamtbetrag                                         119,00 EUR`);

test("the same words give the same JSON, byte for byte, and say which engine and weights read them", () => {
  const [first, second] = [readWords([page()]), readWords([page()])];
  expect(JSON.stringify(first)).toBe(JSON.stringify(second));
  expect(first.engine).toEqual({ name: "counterfoil", version: expect.stringMatching(/^\d+\.\d+\.\d+$/), weights: WEIGHTS.hash });
});

test("the hash of the shipped weights is theirs", () => {
  const { fields, calibration } = WEIGHTS;
  expect(createHash("sha256").update(JSON.stringify({ fields, calibration })).digest("hex").slice(0, 16)).toBe(WEIGHTS.hash);
});

test("an explanation adds up to the score of each candidate", () => {
  const { reading, rankings } = explainWords([page()], { explain: true });
  const ranking = rankings.find((each) => each.field === "invoiceNumber")!;
  for (const choice of ranking.choices) expect(contributionsOf(WEIGHTS, "invoiceNumber", choice.features).reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(choice.score, 0);
  expect(ranking.none + ranking.choices.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
  const explained = reading.explained!.find((each) => each.field === "invoiceNumber")!;
  expect(explained.candidates[0]).toMatchObject({ value: "RE-2024-0815", page: 1, facts: expect.arrayContaining([{ name: "label", adds: expect.any(Number) }]) });
  expect(readWords([page()]).explained).toBeUndefined();
});

test("the learned ranking reads number, order, dates and parties of a plain invoice", () => {
  const { fields } = readWords([page()]);
  expect([fields.invoiceNumber?.value, fields.purchaseOrder?.value, fields["customer.number"]?.value, fields.issueDate?.value, fields["supplier.name"]?.value]).toEqual(["RE-2024-0815", "PO-7781", "10442", "2024-03-14", "Nordlicht Werbung GmbH"]);
});

const example = (group: string, right: number[], ...candidates: Record<string, number>[]): Example => ({ field: "x", group, candidates, right });

test("training finds what the right candidates have in common, and words of one supplier only are not learned", () => {
  const examples = Array.from({ length: 12 }, (_, i) => example(`g${i}`, i % 3 === 0 ? [] : [1], { label: 0, "before:total": 1 }, i % 3 === 0 ? { label: 0.1 } : { label: 1, "before:number": 1, [`before:firm${i}`]: 1 }));
  const weights = train(examples);
  expect(weights["label"]!).toBeGreaterThan(1);
  expect(weights["before:number"]!).toBeGreaterThan(0);
  expect(Object.keys(weights).some((name) => name.includes("firm"))).toBe(false);
  expect(train(examples)).toEqual(weights);
  const model: Weights = { version: 1, hash: "", fields: { x: weights } };
  expect(rankBy(model, "x", [{ candidate: "a", features: { label: 0 } }, { candidate: "b", features: { label: 1, "before:number": 1 } }]).choices[0]!.candidate).toBe("b");
  expect(rankBy(model, "x", [{ candidate: "a", features: { label: 0 } }]).none).toBeGreaterThan(0.5);
});

test("memory speaks through a fixed weight, also for fields without learned ones", () => {
  const ranking = rankBy({ version: 1, hash: "", fields: {} }, "y", [{ candidate: "a", features: {} }, { candidate: "b", features: { [REMEMBERED_PLACE]: 1 } }]);
  expect(ranking.choices[0]!.candidate).toBe("b");
  expect(rankBy({ version: 1, hash: "", fields: {} }, "y", [{ candidate: "a", features: { [REMEMBERED_PLACE]: -1 } }]).none).toBeGreaterThan(0.99);
});

test("calibration rises, is a little pessimistic, and is read between its steps", () => {
  const answers = Array.from({ length: 400 }, (_, i) => ({ share: i / 400, right: i >= 200 || i % 2 === 0 }));
  const steps = calibrate(answers);
  for (let i = 1; i < steps.length; i++) expect(steps[i]![1]).toBeGreaterThan(steps[i - 1]![1]);
  const weights: Weights = { version: 1, hash: "", fields: {}, calibration: { x: steps } };
  expect(chanceOf(weights, "x", 0.99)).toBeLessThan(1);
  expect(chanceOf(weights, "x", 0.99)).toBeGreaterThan(0.98);
  expect(chanceOf(weights, "x", 0.2)).toBeLessThan(0.8);
  expect(chanceOf(weights, "unknown", 0.42)).toBe(0.42);
});
