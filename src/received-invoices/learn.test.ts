import { PDFDocument, StandardFonts } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { aScope, testServices } from "../../test/builders.ts";
import { NewCompany } from "../companies/contract.ts";
import { createCompany } from "../companies/index.ts";
import type { Scope } from "../workspaces/index.ts";
import { answerField, editLines, undoAnswer } from "./answer.ts";
import type { ReceivedDetail } from "./contract.ts";
import { receiveFile } from "./receive.ts";
import { approve } from "./settle.ts";
import { receivedDetail } from "./stored.ts";
import { exportMemory, forget, importMemory, lookAtMemory } from "../supplier-memory/memory.ts";

/** A firm that labels its number and its total with words nobody else uses. */
const invoice = (number: string, date: string, net: string, tax: string, gross: string): string => `
Blauwe Steen Handel
Lindenlaan 3
3581 AB Utrecht                                           Klare rekening voor goede vrienden
BTW NL001234567B13

                                Kenteken bon    ${number}      Schuifje    K7741
                                Opgemaakt te    ${date}   Loket       L12

Wat wij deden                                   Hoeveel        Geld
Muur gemetseld met rode steen                      1          ${net}

                                                Kaal          ${net}
                                                Staatsdeel    ${tax}
                                                Alles samen   ${gross} EUR

Dank voor het vertrouwen in ons handwerk en tot een volgende keer`;

async function pdf(text: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Courier);
  const page = document.addPage([595, 842]);
  text.split("\n").forEach((row, i) => {
    for (const word of row.matchAll(/\S+(?: \S+)*/g)) page.drawText(word[0], { x: 30 + word.index * 5, y: 800 - i * 16, size: 8, font });
  });
  return Buffer.from(await document.save());
}

describe("learning from a corrected document", () => {
  const services = testServices();

  const arrives = async (scope: Scope, name: string, text: string): Promise<ReceivedDetail> => {
    const bytes = await pdf(text);
    const { id } = await receiveFile(scope, { fileName: name, bytes: (async function* () { yield bytes; })() });
    await services.workJobs();
    return receivedDetail(scope, id!);
  };
  const corrected = async (scope: Scope, detail: ReceivedDetail, values: Record<string, string>): Promise<ReceivedDetail> => {
    let now = detail;
    for (const [path, value] of Object.entries(values)) {
      const field = now.fields[path as "invoiceNumber"];
      if (field?.value !== value) now = await answerField(scope, now.id, { version: now.version, path, action: "correct", value });
      else if (field.level === "unsure") now = await answerField(scope, now.id, { version: now.version, path, action: "confirm" });
    }
    return now;
  };
  const first = { invoiceNumber: "ZX-8812", issueDate: "2025-03-14", netTotal: "200.00", taxTotal: "42.00", grossTotal: "242.00", amountDue: "242.00", "supplier.name": "Blauwe Steen Handel", currency: "EUR" };

  test("one corrected and approved document helps the next of its layout, and those that wait; everything is on record", { timeout: 60_000 }, async () => {
    const scope = await aScope(services);
    await createCompany(scope, NewCompany.parse({ name: "Our Own Firm Ltd", country: "NL", currency: "EUR", timeZone: "Europe/Amsterdam", locale: "nl" }));
    const waiting = await arrives(scope, "waiting.pdf", invoice("ZX-9034", "19-06-2025", "310.00", "65.10", "375.10"));
    expect([waiting.fields.invoiceNumber?.value, waiting.fields.grossTotal?.value]).not.toEqual(["ZX-9034", "375.10"]);
    let one = await arrives(scope, "first.pdf", invoice("ZX-8812", "14-03-2025", "200.00", "42.00", "242.00"));
    one = await corrected(scope, one, first);
    one = await approve(scope, one.id, { version: one.version });
    expect(one.state).toBe("approved");
    await services.workJobs();

    const supplierId = one.supplier!.id;
    const memory = await lookAtMemory(scope, supplierId);
    expect(memory.lessons).toMatchObject([{ state: "taken", breaks: 0, documents: 1, receivedInvoiceId: one.id }]);
    expect(memory.lessons[0]!.fixes).toBeGreaterThan(0);
    expect(memory.layouts[0]!.fields).toEqual(expect.arrayContaining(["invoiceNumber", "grossTotal", "supplier.name"]));

    const again = await receivedDetail(scope, waiting.id);
    expect([again.state, again.fields.invoiceNumber?.value, again.fields.grossTotal?.value]).toEqual(["to_review", "ZX-9034", "375.10"]);
    const next = await arrives(scope, "next.pdf", invoice("ZX-9101", "20-07-2025", "410.00", "86.10", "496.10"));
    expect([next.fields.invoiceNumber?.value, next.fields.grossTotal?.value, next.fields["supplier.name"]?.value]).toEqual(["ZX-9101", "496.10", "Blauwe Steen Handel"]);
    expect(next.fields.invoiceNumber!.checks).toContain("memory");
    expect(next.fields.invoiceNumber!.evidence[0]!.raw).toBe("ZX-9101");

    // What others taught can be handed on, and comes back checked.
    const { bytes } = await exportMemory(scope, supplierId);
    expect(bytes.toString("utf8")).not.toContain("ZX-8812");
    await forget(scope, supplierId, null);
    expect((await lookAtMemory(scope, supplierId)).layouts).toEqual([]);
    expect(await importMemory(scope, supplierId, JSON.parse(bytes.toString("utf8")))).toEqual({ layouts: 1 });
    expect(await importMemory(scope, supplierId, JSON.parse(bytes.toString("utf8")))).toEqual({ layouts: 0 });
    await expect(importMemory(scope, supplierId, { version: 7 })).rejects.toMatchObject({ code: "memory_damaged", message: expect.stringContaining("its version must be 1") });
  });

  test("a waiting document that somebody has begun on is read by the lesson too; what was answered stays, and taken back gives what is read now", { timeout: 60_000 }, async () => {
    const scope = await aScope(services);
    await createCompany(scope, NewCompany.parse({ name: "Our Own Firm Ltd", country: "NL", currency: "EUR", timeZone: "Europe/Amsterdam", locale: "nl" }));
    let begun = await arrives(scope, "begun.pdf", invoice("ZX-9034", "19-06-2025", "310.00", "65.10", "375.10"));
    expect([begun.fields.invoiceNumber?.value, begun.fields.grossTotal?.value]).not.toEqual(["ZX-9034", "375.10"]);
    begun = await editLines(scope, begun.id, { version: begun.version, lines: [{ description: "Two walls", quantity: "2", unitPrice: "155.00", netAmount: "310.00" }] });
    begun = await answerField(scope, begun.id, { version: begun.version, path: "note", action: "correct", value: "Ask Jan about the second wall" });
    begun = await answerField(scope, begun.id, { version: begun.version, path: "grossTotal", action: "correct", value: "375.01" });
    let one = await corrected(scope, await arrives(scope, "first.pdf", invoice("ZX-8812", "14-03-2025", "200.00", "42.00", "242.00")), first);
    one = await approve(scope, one.id, { version: one.version });
    await services.workJobs();
    expect((await lookAtMemory(scope, one.supplier!.id)).lessons[0]!.state).toBe("taken");

    const after = await receivedDetail(scope, begun.id);
    expect([after.state, after.fields.invoiceNumber?.value, after.fields.invoiceNumber?.source]).toEqual(["to_review", "ZX-9034", "text"]);
    expect([after.fields.grossTotal?.value, after.fields.grossTotal?.source, after.fields.note?.value]).toEqual(["375.01", "human", "Ask Jan about the second wall"]);
    expect(after.lines.map((line) => [line.description?.value, line.quantity?.value, line.unitPrice?.value])).toEqual([["Two walls", "2", "155.00"]]);
    expect(after.answers.map((answer) => [answer.path, answer.undone])).toEqual([["lines", false], ["note", false], ["grossTotal", false]]);
    expect(after.proof).toBe("contradictory");

    const back = await undoAnswer(scope, after.id, after.version);
    expect([back.fields.grossTotal?.value, back.fields.grossTotal?.source]).toEqual(["375.10", "text"]);
    expect(back.proof).not.toBe("contradictory");
  });

  test("a lesson that would make a confirmed value wrong is not taken", { timeout: 60_000 }, async () => {
    const scope = await aScope(services);
    await createCompany(scope, NewCompany.parse({ name: "Our Own Firm Ltd", country: "NL", currency: "EUR", timeZone: "Europe/Amsterdam", locale: "nl" }));
    const settle = async (name: string, text: string, values: Record<string, string>) => {
      const detail = await corrected(scope, await arrives(scope, name, text), values);
      const done = await approve(scope, detail.id, { version: detail.version });
      await services.workJobs();
      return done;
    };
    const one = await settle("one.pdf", invoice("ZX-8812", "14-03-2025", "200.00", "42.00", "242.00"), first);
    // Somebody takes the counter's number for the invoice's.
    await settle("two.pdf", invoice("ZX-9034", "19-06-2025", "310.00", "65.10", "375.10"), { ...first, invoiceNumber: "K7741", issueDate: "2025-06-19", netTotal: "310.00", taxTotal: "65.10", grossTotal: "375.10", amountDue: "375.10" });
    const { lessons, layouts } = await lookAtMemory(scope, one.supplier!.id);
    expect(lessons.map((lesson) => lesson.state)).toEqual(["not_taken", "taken"]);
    expect(lessons[0]!.breaks).toBeGreaterThan(0);
    expect(layouts).toHaveLength(1);
  });
});
