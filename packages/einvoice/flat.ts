import { isIban } from "./iban.ts";
import { isCreditNote, type Loose, type Address, type ReadInvoice, type ReadParty } from "./types.ts";

/** The few terms of an invoice that most programs want, null where unknown. Amounts are decimal text, dates ISO. */
export type FlatInvoice = {
  documentType: "invoice" | "credit_note";
  invoiceNumber: string | null;
  issueDate: string | null;
  dueDate: string | null;
  purchaseOrder: string | null;
  currency: string | null;
  supplier: FlatParty & { iban: string | null };
  customer: FlatParty;
  lines: { description: string | null; quantity: string | null; unitPrice: string | null; netAmount: string | null; taxRate: string | null }[];
  netTotal: string | null;
  taxTotal: string | null;
  grossTotal: string | null;
  amountDue: string | null;
};
export type FlatParty = { name: string | null; vatId: string | null; address: string | null };

/** The flat form of an invoice. The address is one line: street, further lines, post code and city. */
export function flatInvoice(invoice: ReadInvoice): FlatInvoice {
  const totals = invoice.totals;
  // A national account number may stand before the IBAN; where no account is one, the first is what the payer has.
  const accounts = (invoice.payment?.transfers ?? []).flatMap(({ account }) => account ?? []);
  return {
    documentType: isCreditNote(invoice.typeCode ?? "") ? "credit_note" : "invoice",
    invoiceNumber: invoice.number ?? null,
    issueDate: invoice.issueDate ?? null,
    dueDate: invoice.dueDate ?? null,
    purchaseOrder: invoice.purchaseOrderReference ?? null,
    currency: invoice.currency ?? null,
    supplier: { ...flatParty(invoice.seller), iban: accounts.find(isIban) ?? accounts[0] ?? null },
    customer: flatParty(invoice.buyer),
    lines: invoice.lines.map((line) => ({
      description: line.name ?? line.description ?? null,
      quantity: line.quantity ?? null,
      unitPrice: line.unitPrice ?? null,
      netAmount: line.netAmount ?? null,
      taxRate: line.vatRate ?? null,
    })),
    netTotal: totals?.netTotal ?? null,
    taxTotal: totals?.vatTotal ?? null,
    grossTotal: totals?.grossTotal ?? null,
    amountDue: totals?.amountDue ?? null,
  };
}

function flatParty(party: ReadParty | undefined): FlatParty {
  return { name: party?.name ?? null, vatId: party?.vatId ?? null, address: addressLine(party?.address) };
}

/** "Lieferantenstraße 20, 80333 München", or null for an address without any of it. */
export function addressLine(address: Loose<Address> | undefined): string | null {
  const place = [address?.postCode, address?.city].filter((part) => part !== undefined).join(" ");
  const parts = [address?.line1, address?.line2, address?.line3, place].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? null : parts.join(", ");
}
