import { PDFiumLibrary } from "@hyzyla/pdfium";
import type { PaperDocumentInput } from "./document.ts";
import { epcPayload } from "./qr.ts";

// Documents of invented firms for this package's tests, and PDFium to read back what was printed.

const seller: PaperDocumentInput["seller"] = {
  name: "Tidewater Joinery Ltd", brand: "Tidewater Joinery", address: ["The Boatyard, Pier Road", "Kinsale, Co. Cork P17 D5X2"],
  vatId: "IE 3209174KH", registration: "Registered in Ireland 402 911", phone: "021 477 2290", website: "tidewaterjoinery.example",
  bank: { iban: "IE29AIBK93115212345678", bic: "AIBKIE2D" }, colour: "#22405c",
};

export function anInvoice(changes: Partial<PaperDocumentInput> = {}): PaperDocumentInput {
  return {
    kind: "invoice", number: "TW-2026-0186", language: "en", locale: "en-IE", currency: "EUR", date: "2026-11-17", seller,
    buyer: { name: "Portobello Dental Practice", address: ["18 Lennox Street", "Dublin D08 W2N7"], vatId: "IE 9F54812M" },
    facts: [{ name: "due", date: "2026-12-01" }, { name: "order", text: "PD-311" }, { name: "supplied", date: "2026-11-16" }],
    lines: [
      { description: "Reception counter, oak and linoleum", quantity: "1", price: "2340", vatRate: "23", amount: "2340.00" },
      { description: "Delivery and fitting", quantity: "1", price: "300", vatRate: "23", amount: "300.00" },
    ],
    totals: { net: "2640.00", vat: [{ rate: "23", base: "2640.00", amount: "607.20" }], gross: "3247.20", toPay: "3247.20" },
    notes: "The counter carries a five-year guarantee.",
    slip: {
      payee: "Tidewater Joinery Ltd", iban: "IE29AIBK93115212345678", bic: "AIBKIE2D", reference: "TW-2026-0186", amount: "3247.20", due: "2026-12-01",
      qr: epcPayload({ payee: "Tidewater Joinery Ltd", iban: "IE29AIBK93115212345678", bic: "AIBKIE2D", amount: "3247.20", reference: "TW-2026-0186" }),
    },
    ...changes,
  };
}

export function aCreditNote(changes: Partial<PaperDocumentInput> = {}): PaperDocumentInput {
  return anInvoice({
    kind: "credit_note", number: "TW-C-2026-0004", facts: [{ name: "original", text: "TW-2026-0186" }], slip: undefined,
    lines: [{ description: "Delivery and fitting", quantity: "1", price: "300", vatRate: "23", amount: "300.00" }],
    totals: { net: "300.00", vat: [{ rate: "23", base: "300.00", amount: "69.00" }], gross: "369.00", toPay: "369.00" }, ...changes,
  });
}

export function aProposal(changes: Partial<PaperDocumentInput> = {}): PaperDocumentInput {
  return anInvoice({
    kind: "proposal", number: "P-2026-044", title: "Proposal for a library bar", date: "2026-11-06", slip: undefined,
    facts: [{ name: "version", text: "2" }, { name: "validUntil", date: "2026-11-20" }],
    sections: [{ title: "Dear Orla", text: "We propose a bar in **European oak**.\n\n- Survey\n- Make and fit" }],
    lines: [
      { group: "The work", description: "Bar and back-bar", quantity: "1", amount: "8900" },
      { group: "Timber", description: "European oak", quantity: "1", amount: "1260", option: "chosen" },
      { group: "Timber", description: "instead smoked oak", amount: "2140", option: "not_chosen" },
      { group: "Timber", description: "instead ash", amount: null, option: "not_chosen" },
    ],
    totals: { net: "10160.00", vat: [{ rate: "13.5", base: "10160.00", amount: "1371.60" }], gross: "11531.60" },
    schedule: [{ label: "on acceptance", amount: "3459.48" }, { label: "when it is fitted", amount: "8072.12" }],
    signature: { online: "Or sign online: the link is in the mail." }, notes: undefined, ...changes,
  });
}

/** An invoice of so many lines of 12.34 each; the sums are exact. */
export function aLongInvoice(lines: number): PaperDocumentInput {
  const cents = (minor: bigint) => `${minor / 100n}.${String(minor % 100n).padStart(2, "0")}`;
  const net = BigInt(lines) * 1234n;
  const tax = (net * 23n + 50n) / 100n;
  return anInvoice({
    lines: Array.from({ length: lines }, (_, index) => ({ description: `Item ${index + 1} of a long delivery`, quantity: "1", price: "12.34", vatRate: "23", amount: "12.34" })),
    totals: { net: cents(net), vat: [{ rate: "23", base: cents(net), amount: cents(tax) }], gross: cents(net + tax), toPay: cents(net + tax) },
  });
}

/** The text of every page, with the thin and hard spaces of number formats made plain. */
export async function textOfPages(pdf: Uint8Array): Promise<string[]> {
  return withPdf(pdf, (document) => [...document.pages()].map((page) => page.getText().replace(/[\u00a0\u202f\u2009]/g, " ").replace(/[\u200b\u200e\u200f\ufffe]/g, "").replace(/\r/g, "")));
}

/** Darkness of the first page at a point in millimetres from the top left: true for dark ink. `scale` pixels to a PDF point. */
export async function inkOf(pdf: Uint8Array, scale: number): Promise<{ width: number; height: number; dark: (x: number, y: number) => boolean }> {
  return withPdf(pdf, async (document) => {
    const page = document.getPage(0);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const { width, height, data } = await page.render({ scale, render: "bitmap", colorSpace: "Gray" });
    // PDFium fits the page into whole pixels, so the true scale is a little less than the one asked for.
    const [widthMm, heightMm] = [(originalWidth * 25.4) / 72, (originalHeight * 25.4) / 72];
    return { width: widthMm, height: heightMm, dark: (x, y) => data[Math.floor((y / heightMm) * height) * width + Math.floor((x / widthMm) * width)]! < 140 };
  });
}

async function withPdf<T>(pdf: Uint8Array, use: (document: Awaited<ReturnType<PDFiumLibrary["loadDocument"]>>) => T | Promise<T>): Promise<T> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const result = await use(document);
    document.destroy();
    return result;
  } finally {
    library.destroy();
  }
}
