/** A reading as one plain object: the values alone, for exports and for measuring. */
import type { FieldPath, Reading } from "./reading.ts";

export type FlatLine = { description?: string; quantity?: string; unit?: string; unitPrice?: string; netAmount?: string; taxRate?: string; itemId?: string };
export type FlatParty = { name?: string; vatId?: string; address?: string; iban?: string };
export type FlatInvoice = {
  documentType?: string; invoiceNumber?: string; issueDate?: string; dueDate?: string; purchaseOrder?: string; currency?: string;
  supplier: FlatParty; customer: FlatParty; lines: FlatLine[];
  netTotal?: string; taxTotal?: string; grossTotal?: string; amountDue?: string;
};

/** Drops evidence, levels and alternatives; what was not found is absent. */
export function toFlat(reading: Reading): FlatInvoice {
  const value = (path: FieldPath): string | undefined => reading.fields[path]?.value;
  const flat: FlatInvoice = {
    documentType: value("documentType"), invoiceNumber: value("invoiceNumber"), issueDate: value("issueDate"), dueDate: value("dueDate"),
    purchaseOrder: value("purchaseOrder"), currency: value("currency"),
    supplier: { name: value("supplier.name"), vatId: value("supplier.vatId"), address: value("supplier.address"), iban: value("supplier.iban") },
    customer: { name: value("customer.name"), vatId: value("customer.vatId"), address: value("customer.address") },
    lines: reading.lines.map((line) => Object.fromEntries(Object.entries(line).map(([key, field]) => [key, field?.value]))),
    netTotal: value("netTotal"), taxTotal: value("taxTotal"), grossTotal: value("grossTotal"), amountDue: value("amountDue"),
  };
  return JSON.parse(JSON.stringify(flat)) as FlatInvoice;
}
