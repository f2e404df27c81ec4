/** A story as a document for our own printer (`@counterfoil/paper`): what it prints must be read back as it was. */
import type { PaperDocumentInput } from "@counterfoil/paper";
import { addressLines } from "./countries.ts";
import { fill } from "./phrases/index.ts";
import type { Story } from "./story.ts";
import type { Truth } from "./truth.ts";

/** What a page shows beside what every page shows. */
export type PaperWish = {
  /** The head shows the trading name, the legal one stands under it and in the foot. */
  brand?: boolean;
  /** Instead of the country's own; with two decimals. */
  currency?: string;
  /** A payment slip at the foot of the last page. */
  slip?: boolean;
  /** A title of the document's own: the letter then says what it is in its sentence. */
  title?: string;
  /** PNG. */
  logo?: Uint8Array;
  /** Period, contract, project, delivery note, a person to the attention of, a place of delivery, registrations, law and thanks. */
  full?: boolean;
};

/** The document of an invoice or credit note in one of the printer's languages; other kinds have no such document. */
export function paperDocumentOf(story: Story, language: string, locale: string, options: PaperWish = {}): PaperDocumentInput {
  const { seller, buyer, words } = story;
  const { full = false } = options;
  const register = seller.registers.find((each) => !each.isVat && !each.isTax);
  const account = story.accounts[0]!;
  const plain = (text: string): string => text.replace(/^-/, "");
  return {
    kind: story.kind === "credit_note" ? "credit_note" : "invoice", number: story.number, date: story.issueDate, language, locale, currency: options.currency ?? story.country.currency, ...(options.title ? { title: options.title } : {}),
    seller: {
      name: seller.name, ...(options.brand ? { brand: seller.brand } : {}), address: addressLines(seller, story.international), ...(seller.vatId ? { vatId: seller.vatId } : {}), phone: seller.phone, email: seller.mail, website: seller.web, ...(options.logo ? { logo: options.logo } : {}),
      ...(full && register ? { registration: `${register.label} ${register.value}` } : {}),
      ...(account.iban ? { bank: { iban: account.iban, bic: account.bic } } : {}),
    },
    buyer: { name: buyer.name, ...(full && buyer.name !== buyer.brand ? { attention: "Robin Vale" } : {}), address: addressLines(buyer, story.international), ...(buyer.vatId ? { vatId: buyer.vatId } : {}) },
    facts: [
      ...(story.kind === "invoice" ? [{ name: "due" as const, date: story.dueDate }] : [{ name: "original" as const, text: story.originalInvoice }]),
      ...(story.purchaseOrder ? [{ name: "order" as const, text: story.purchaseOrder }] : []), { name: "supplied", date: story.deliveryDate }, { name: "customerNumber", text: story.customerNumber },
      ...(full ? [{ name: "period" as const, from: story.orderDate, to: story.deliveryDate }, { name: "contract" as const, text: `V-${story.reference}` }, { name: "project" as const, text: "Harbour 7" }, { name: "deliveryNote" as const, text: story.ocr }] : []),
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
    ...(full && story.shipTo ? { deliverTo: { name: story.shipTo.name, address: addressLines(story.shipTo, story.international) } } : {}),
    ...(options.slip && account.iban && story.kind === "invoice" ? { slip: { payee: seller.name, iban: account.iban, bic: account.bic, reference: story.number, amount: story.due, due: story.dueDate } } : {}),
    ...(story.kind === "invoice" ? { notes: fill(words.payTerms, { days: story.termDays }) } : {}),
  };
}

/** What the printed page says; the letter leaves out the price of what was sold once. */
export function paperTruthOf(story: Story, template: "ledger" | "letter", options: PaperWish = {}): Truth {
  const plain = (text: string): string => text.replace(/^-/, "");
  const { seller, buyer } = story;
  return {
    documentType: story.kind, invoiceNumber: story.number, issueDate: story.issueDate, dueDate: story.kind === "invoice" ? story.dueDate : null, purchaseOrder: story.purchaseOrder, currency: options.currency ?? story.country.currency,
    supplier: { name: seller.name, vatId: seller.vatId, address: addressLines(seller, story.international).join(", "), iban: story.accounts[0]!.iban },
    customer: { name: buyer.name, vatId: buyer.vatId, address: addressLines(buyer, story.international).join(", ") },
    lines: story.lines.map((line) => ({ description: line.description, quantity: plain(line.quantity), ...(line.discountPercent || (template === "letter" && line.quantity.replace("-", "") === "1") ? {} : { unitPrice: line.unitPrice }), netAmount: plain(line.net) })),
    _alt: Object.fromEntries(story.lines.flatMap((line, i): [string, string[]][] => (line.discountPercent || line.detail ? [[`lines.${i}.description`, [`${line.description} ${line.discountPercent ? `${story.words.discount} ${line.discountPercent} %` : line.detail}`]]] : []))),
    netTotal: plain(story.net), taxTotal: plain(story.tax), grossTotal: plain(story.gross), amountDue: plain(story.due),
  };
}
