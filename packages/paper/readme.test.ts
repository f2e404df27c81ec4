import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { textOfPages } from "./examples.ts";
// example:
import { epcPayload, parsePaperDocument, renderPdf } from "@counterfoil/paper";

const account = { payee: "Tidewater Joinery Ltd", iban: "IE29 AIBK 9311 5212 3456 78", amount: "3247.20", reference: "TW-2026-0186" };
const invoice = parsePaperDocument({
  kind: "invoice", number: "TW-2026-0186", date: "2026-11-17", language: "en", locale: "en-IE", currency: "EUR",
  seller: { name: "Tidewater Joinery Ltd", address: ["Pier Road", "Kinsale, Co. Cork"], vatId: "IE 3209174KH" },
  buyer: { name: "Portobello Dental Practice", address: ["18 Lennox Street", "Dublin D08 W2N7"] },
  facts: [{ name: "due", date: "2026-12-01" }, { name: "order", text: "PD-311" }],
  lines: [{ description: "Reception counter, oak", quantity: "1", price: "2640", vatRate: "23", amount: "2640.00" }],
  totals: { net: "2640.00", vat: [{ rate: "23", base: "2640.00", amount: "607.20" }], gross: "3247.20", toPay: "3247.20" },
  slip: { ...account, due: "2026-12-01", qr: epcPayload(account) },
});

export const pdf = await renderPdf(invoice, { template: "ledger", paper: "a4" });
// → one page of tagged PDF/A-3a with "To pay €3,247.20" and a code that banking apps read
// end of example

test("the README opens with this example, and it says what comes out", async () => {
  const source = readFileSync(new URL("readme.test.ts", import.meta.url), "utf8");
  const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
  const shown = source.split("// example:\n")[1]!.split("// end of example")[0]!.trim();
  expect(/```ts\n([^]*?)\n```/.exec(readme)?.[1]).toBe(shown);
  const pages = await textOfPages(pdf);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain("To pay €3,247.20");
});
