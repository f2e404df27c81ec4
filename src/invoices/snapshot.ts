import { createHash } from "node:crypto";
import type { Invoice } from "@counterfoil/einvoice";
import { addressLines, shortDecimal, type CompanyRow } from "../companies/index.ts";
import { canonical } from "../events/index.ts";
import type { PartyRow } from "../parties/index.ts";
import type { VatCategory } from "../platform/fields.ts";
import type { TotalsView } from "./contract.ts";

export type SellerSnapshot = {
  name: string; brand: string; address: string[]; country: string; vatId: string | null; taxNumber: string | null; registration: string | null;
  email: string | null; phone: string | null; website: string | null; iban: string | null; bic: string | null; bankName: string | null; accountHolder: string | null;
  colour: string | null; logoFileId: string | null;
};
export type BuyerSnapshot = {
  id: string; name: string; contactName: string | null; address: string[]; country: string | null; vatId: string | null; taxNumber: string | null; registration: string | null;
  email: string | null; number: string | null;
};
export type LineSnapshot = {
  id: string; group: string | null; name: string; description: string | null; code: string | null; quantity: string; unit: string; unitPrice: string;
  discount: { amount: string } | { percent: string } | null; vatCategory: VatCategory; vatRate: string; amount: string; net: string;
};

/**
 * Everything an issued document says, frozen (I1): its PDF, its XML and every later reading are made from this alone.
 * Amounts are decimal text in `currency`, dates civil dates. `form` names this shape, for readers of old documents: form 1 had no
 * `einvoice`, which is what the document says by EN 16931 and the form in which it goes out, or null for a PDF without data.
 */
export type InvoiceSnapshot = {
  form: 1 | 2;
  kind: "invoice" | "credit_note"; number: string | null; issueDate: string; dueDate: string | null; deliveryDate: string | null; periodStart: string | null; periodEnd: string | null;
  title: string | null; purchaseOrder: string | null; buyerReference: string | null; contractReference: string | null;
  currency: string; locale: string; prices: "net" | "inclusive"; taxRounding: "document" | "line"; template: "ledger" | "letter"; paper: "a4" | "us-letter";
  seller: SellerSnapshot; buyer: BuyerSnapshot | null;
  lines: LineSnapshot[];
  /** Document allowances (negative) and charges as they are printed, net. */
  adjustments: { label: string; amount: string }[];
  totals: TotalsView;
  intro: string | null; note: string | null; companyNote: string | null; legal: string[];
  einvoice?: { form: "facturx" | "xrechnung" | "peppol"; invoice: Invoice } | null;
  credits: { invoiceId: string; number: string; issueDate: string; reason: string } | null;
};

/** SHA-256 of the canonical JSON: what the row keeps, and what anybody can recompute. */
export const hashOfSnapshot = (snapshot: unknown): Buffer => createHash("sha256").update(canonical(snapshot)).digest();

export const sellerSnapshot = (company: CompanyRow): SellerSnapshot => ({
  name: company.legal_name ?? company.name, brand: company.name, address: addressLines(company), country: company.country,
  vatId: company.vat_id, taxNumber: company.tax_number, registration: company.registration, email: company.email, phone: company.phone, website: company.website,
  iban: company.iban, bic: company.bic, bankName: company.bank_name, accountHolder: company.account_holder, colour: company.colour, logoFileId: company.logo_file_id,
});

/** The customer as of today; abroad, the country stands below the address in the document's language. */
export function buyerSnapshot(party: PartyRow, company: CompanyRow, locale: string): BuyerSnapshot {
  const abroad = party.country !== null && party.country !== company.country;
  return {
    id: party.id, name: party.name, contactName: party.contact_name, address: [...addressLines(party), ...(abroad ? [countryName(party.country!, locale)] : [])], country: party.country,
    vatId: party.vat_id, taxNumber: party.tax_number, registration: party.registration, email: party.email, number: party.number,
  };
}

const countryName = (code: string, locale: string): string => new Intl.DisplayNames([locale, "en"], { type: "region", fallback: "code" }).of(code) ?? code;

/** Exact decimals as they are written on paper: without trailing zeros. */
export const lineNumber = shortDecimal;
