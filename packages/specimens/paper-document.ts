/** A story as a document for our own printer (`@counterfoil/paper`): what it prints must be read back as it was. */
import type { PaperDocumentInput } from "@counterfoil/paper";
import { addressLines } from "./countries.ts";
import { fill } from "./phrases/index.ts";
import type { Story } from "./story.ts";
import type { Truth } from "./truth.ts";

/** The document of an invoice or credit note in one of the printer's languages; other kinds have no such document. `brand`: the head shows the trading name, the legal one stands in the foot. */
export function paperDocumentOf(story: Story, language: string, locale: string, options: { brand?: boolean } = {}): PaperDocumentInput {
  const { seller, buyer, words } = story;
  const account = story.accounts[0]!;
  const plain = (text: string): string => text.replace(/^-/, "");
  return {
    kind: story.kind === "credit_note" ? "credit_note" : "invoice", number: story.number, date: story.issueDate, language, locale, currency: story.country.currency,
    seller: {
      name: seller.name, ...(options.brand ? { brand: seller.brand } : {}), address: addressLines(seller, story.international), ...(seller.vatId ? { vatId: seller.vatId } : {}), phone: seller.phone, email: seller.mail, website: seller.web,
      ...(account.iban ? { bank: { iban: account.iban, bic: account.bic } } : {}),
    },
    buyer: { name: buyer.name, address: addressLines(buyer, story.international), ...(buyer.vatId ? { vatId: buyer.vatId } : {}) },
    facts: [
      ...(story.kind === "invoice" ? [{ name: "due" as const, date: story.dueDate }] : [{ name: "original" as const, text: story.originalInvoice }]),
      ...(story.purchaseOrder ? [{ name: "order" as const, text: story.purchaseOrder }] : []), { name: "supplied", date: story.deliveryDate }, { name: "customerNumber", text: story.customerNumber },
    ],
    lines: story.lines.map((line) => ({
      description: line.description, ...(line.detail ? { detail: line.detail } : {}), ...(line.section ? { group: line.section } : {}), quantity: plain(line.quantity), unit: line.unit, vatRate: line.rate, amount: plain(line.net),
      ...(line.discountPercent ? { detail: `${words.discount} ${line.discountPercent} %` } : { price: line.unitPrice }),
    })),
    totals: {
      adjustments: [...(story.discount ? [{ label: `${words.docDiscount} ${story.discount.percent} %`, amount: `-${plain(story.discount.amount)}` }] : []), ...(story.freight ? [{ label: words.freight, amount: story.freight }] : [])],
      net: plain(story.net), vat: story.taxes.map((row) => ({ rate: row.rate, base: plain(row.base), amount: plain(row.amount) })), gross: plain(story.gross),
      ...(story.prepaid ? { paid: [{ amount: story.prepaid }] } : {}), ...(story.rounding ? { rounding: story.rounding } : {}), toPay: plain(story.due),
    },
    legal: story.treatment === "reverse" ? [words.reverse] : story.treatment === "exempt" ? [words.exempt] : [],
    ...(story.kind === "invoice" ? { notes: fill(words.payTerms, { days: story.termDays }) } : {}),
  };
}

/** What the printed page says; the letter leaves out the price of what was sold once. */
export function paperTruthOf(story: Story, template: "ledger" | "letter"): Truth {
  const plain = (text: string): string => text.replace(/^-/, "");
  const { seller, buyer } = story;
  return {
    documentType: story.kind, invoiceNumber: story.number, issueDate: story.issueDate, dueDate: story.kind === "invoice" ? story.dueDate : null, purchaseOrder: story.purchaseOrder, currency: story.country.currency,
    supplier: { name: seller.name, vatId: seller.vatId, address: addressLines(seller, story.international).join(", "), iban: story.accounts[0]!.iban },
    customer: { name: buyer.name, vatId: buyer.vatId, address: addressLines(buyer, story.international).join(", ") },
    lines: story.lines.map((line) => ({ description: line.description, quantity: plain(line.quantity), ...(line.discountPercent || (template === "letter" && line.quantity.replace("-", "") === "1") ? {} : { unitPrice: line.unitPrice }), netAmount: plain(line.net) })),
    _alt: Object.fromEntries(story.lines.flatMap((line, i): [string, string[]][] => (line.discountPercent || line.detail ? [[`lines.${i}.description`, [`${line.description} ${line.discountPercent ? `${story.words.discount} ${line.discountPercent} %` : line.detail}`]]] : []))),
    netTotal: plain(story.net), taxTotal: plain(story.tax), grossTotal: plain(story.gross), amountDue: plain(story.due),
  };
}
