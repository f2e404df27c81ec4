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
