import { expect, test } from "vitest";
import { NO_MEMORY, parseMemory, type Correction } from "./memory.ts";
import { readWords } from "./read.ts";
import { replay, teach } from "./teach.ts";
import { typed } from "./test-pages.ts";

/** A layout that labels its number and its total with words nobody else uses. */
const page = (number: string, date: string, net: string, tax: string, gross: string, extra = "") => typed(`
Blauwe Steen Handel
Lindenlaan 3
3581 AB Utrecht                                           Klare rekening voor goede vrienden

                                Kenteken bon    ${number}      Schuifje    K7741
                                Opgemaakt te    ${date}      Loket       L12
${extra}
Wat wij deden                                   Hoeveel        Geld
Muur gemetseld met rode steen                      1          ${net}

                                                Kaal          ${net}
                                                Staatsdeel    ${tax}
                                                Alles samen   ${gross} EUR

Dank voor het vertrouwen in ons handwerk en tot een volgende keer
`);
const first = page("ZX-8812", "04-03-2025", "200.00", "42.00", "242.00");
const second = page("ZX-9034", "19-06-2025", "310.00", "65.10", "375.10");
const lesson: Correction[] = [{ path: "invoiceNumber", value: "ZX-8812" }, { path: "grossTotal", value: "242.00" }, { path: "supplier.name", value: "Blauwe Steen Handel" }, { path: "purchaseOrder", value: null }];
const taught = teach(NO_MEMORY, [first], "Blauwe Steen Handel", lesson);

test("one corrected document helps the next one of its layout", () => {
  const before = readWords([second]).fields;
  expect([before.invoiceNumber?.value, before.grossTotal?.value]).not.toEqual(["ZX-9034", "375.10"]);
  const { fields } = readWords([second], { memory: taught });
  expect([fields.invoiceNumber?.value, fields.grossTotal?.value, fields["supplier.name"]?.value]).toEqual(["ZX-9034", "375.10", "Blauwe Steen Handel"]);
  expect(fields.invoiceNumber!.checks).toContain("memory");
});

test("memory points by the neighbours of a value: the page may have grown by a line", () => {
  const grown = page("ZX-9101", "20-06-2025", "310.00", "65.10", "375.10", "\n");
  expect(readWords([grown], { memory: taught }).fields.grossTotal?.value).toBe("375.10");
});

test("one misread letter of each label, also one that became a digit, does not hide the values they stand beside", () => {
  const clean = page("ZX-9034", "19-06-2025", "310.00", "65.10", "375.10");
  const misread: Record<string, string> = { Kenteken: "Kentek3n", Schuifje: "Schu1fje", Opgemaakt: "0pgemaakt", samen: "5amen", Staatsdeel: "Staat5deel", Blauwe: "B1auwe", Hoeveel: "Hoevecl" };
  const scan = { ...clean, source: "ocr" as const, words: clean.words.map((word) => ({ ...word, confidence: 0.9, text: misread[word.text] ?? word.text })) };
  expect(scan.words.filter((word, i) => word.text !== clean.words[i]!.text)).toHaveLength(7);
  const { fields } = readWords([scan], { memory: taught });
  expect([fields.invoiceNumber?.value, fields.grossTotal?.value]).toEqual(["ZX-9034", "375.10"]);
  expect([fields.invoiceNumber!.checks, fields.grossTotal!.checks]).toEqual([expect.arrayContaining(["memory"]), expect.arrayContaining(["memory"])]);
});

test("another layout is left alone", () => {
  const other = typed("Rechnung Nr. 5 vom 02.01.2024\nNetto   100,00\nMwSt. 19 %   19,00\nGesamtbetrag EUR   119,00");
  expect(readWords([other], { memory: taught })).toEqual(readWords([other]));
});

test("a lesson is replayed over confirmed documents before it is taken", () => {
  const confirmed = [{ pages: [second], values: { invoiceNumber: "ZX-9034", grossTotal: "375.10" } }];
  expect(replay(NO_MEMORY, taught, confirmed)).toMatchObject({ fixes: expect.any(Number), breaks: 0 });
  expect(replay(NO_MEMORY, taught, confirmed).fixes).toBeGreaterThan(0);
  const wrong = teach(taught, [first], "Blauwe Steen Handel", [{ path: "invoiceNumber", value: "K7741" }]);
  expect(replay(taught, wrong, confirmed)).toMatchObject({ breaks: 1, broken: [{ document: 0, path: "invoiceNumber", was: "ZX-9034" }] });
});

test("the memory is JSON, holds no values but the supplier's name, and is checked when it comes back", () => {
  const text = JSON.stringify(taught);
  for (const value of ["ZX-8812", "242.00", "2025-03-04"]) expect(text).not.toContain(value);
  expect(parseMemory(JSON.parse(text))).toEqual(taught);
  expect(() => parseMemory({ version: 2 })).toThrow("its version must be 1");
  expect(() => parseMemory({ version: 1, layouts: [{ supplier: "x", print: ["1"], documents: 1, fields: {} }] })).toThrow("layouts[0] lacks");
});

/** A layout whose date and sums can be read in two ways. */
const twoWays = (date: string, gross: string, extra = "") => typed(`
Blauwe Steen Handel
Lindenlaan 3
Ergens in het groene land                                 Klare rekening voor goede vrienden

                                Invoice number  ZX-8812      Schuifje    K7741
                                Invoice date    ${date}      Loket       L12
                                                ${extra}
Wat wij deden met rode steen en veel geduld
                                                Total         ${gross}

Dank voor het vertrouwen in ons handwerk en tot een volgende keer
`);
const writingAfter = (page: ReturnType<typeof typed>, corrections: Correction[], memory = NO_MEMORY) => teach(memory, [page], "Blauwe Steen Handel", corrections).layouts[0]!.writing;

test("a date that a person put right teaches the order of day and month, and the next one is read by it", () => {
  const page = twoWays("03/04/2025", "75");
  const guessed = readWords([page]).fields.issueDate!.value;
  expect(guessed).toBe("2025-04-03");
  const memory = teach(NO_MEMORY, [page], "Blauwe Steen Handel", [{ path: "issueDate", value: "2025-03-04" }]);
  expect(memory.layouts[0]!.writing).toEqual({ dates: "mdy" });
  expect(parseMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
  const next = readWords([twoWays("05/06/2025", "75")], { memory }).fields.issueDate!;
  expect([next.value, next.alternatives]).toEqual(["2025-05-06", []]);
});

test("a date that was only passed over does not make the engine's guess certain; one that the calendar decides does", () => {
  expect(writingAfter(twoWays("03/04/2025", "75"), [{ path: "issueDate", value: "2025-04-03" }])).toEqual({});
  expect(writingAfter(twoWays("13/04/2025", "75"), [{ path: "issueDate", value: "2025-04-13" }])).toEqual({ dates: "dmy" });
  expect(writingAfter(twoWays("03/04/2025", "75", "04/03/2025"), [{ path: "issueDate", value: "2025-03-04" }])).toEqual({});
  const american = teach(NO_MEMORY, [twoWays("04/13/2025", "75")], "Blauwe Steen Handel", [{ path: "issueDate", value: "2025-04-13" }]);
  expect(american.layouts[0]!.writing).toEqual({ dates: "mdy" });
  expect(writingAfter(twoWays("19/04/2025", "75"), [{ path: "issueDate", value: "2025-04-19" }], american)).toEqual({});
});

test("amounts teach the decimal sign: by their form, or where a person put one right", () => {
  expect(writingAfter(twoWays("2025-04-03", "1.234,50"), [{ path: "grossTotal", value: "1234.50" }])).toEqual({ decimal: "," });
  expect(writingAfter(twoWays("2025-04-03", "1,234.50"), [{ path: "grossTotal", value: "1234.50" }])).toEqual({ decimal: "." });
  expect(writingAfter(twoWays("2025-04-03", "75"), [{ path: "grossTotal", value: "75.00" }])).toEqual({});
  const read = readWords([twoWays("2025-04-03", "12.345")]).fields.grossTotal?.value;
  expect(Number(read)).toBe(12.345);
  const memory = teach(NO_MEMORY, [twoWays("2025-04-03", "12.345")], "Blauwe Steen Handel", [{ path: "grossTotal", value: "12345.00" }]);
  expect(memory.layouts[0]!.writing).toEqual({ decimal: "," });
  expect(Number(readWords([twoWays("2025-04-03", "67.890")], { memory }).fields.grossTotal?.value)).toBe(67890);
});
