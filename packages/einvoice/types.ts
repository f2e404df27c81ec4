import type { CivilDate } from "@counterfoil/calendar";

/**
 * An invoice or credit note by the semantic model of EN 16931-1, independent of UBL or CII. Amounts, quantities, prices
 * and percents are exact decimal text with a dot ("1234.50", "19"); dates are civil dates; codes are as published in the
 * lists named. Absent terms are absent keys. On a credit note amounts are positive, as in UBL's CreditNote.
 */
export type Invoice = {
  number: string; // BT-1
  issueDate: CivilDate; // BT-2
  typeCode: string; // BT-3, UNTDID 1001: 380 invoice, 381 credit note, 384 corrected, 389 self-billed, 326 partial …
  currency: string; // BT-5, ISO 4217
  vatCurrency?: string; // BT-6
  vatPointDate?: CivilDate; // BT-7
  vatPointDateCode?: string; // BT-8, UNTDID 2005: 3 issue date, 35 delivery, 432 payment
  dueDate?: CivilDate; // BT-9
  buyerReference?: string; // BT-10
  projectReference?: string; // BT-11
  contractReference?: string; // BT-12
  purchaseOrderReference?: string; // BT-13
  salesOrderReference?: string; // BT-14
  receivingAdviceReference?: string; // BT-15
  despatchAdviceReference?: string; // BT-16
  tenderReference?: string; // BT-17
  invoicedObject?: Identifier; // BT-18
  buyerAccountingReference?: string; // BT-19
  paymentTerms?: string; // BT-20
  notes: Note[]; // BG-1
  businessProcess?: string; // BT-23
  specification?: string; // BT-24
  precedingInvoices: PrecedingInvoice[]; // BG-3
  seller: Party; // BG-4
  buyer: Party; // BG-7
  payee?: Payee; // BG-10
  taxRepresentative?: TaxRepresentative; // BG-11
  delivery?: Delivery; // BG-13
  invoicingPeriod?: Period; // BG-14
  payment?: PaymentInstructions; // BG-16
  allowances: DocumentAllowanceCharge[]; // BG-20
  charges: DocumentAllowanceCharge[]; // BG-21
  totals: InvoiceTotals; // BG-22
  vatBreakdown: VatBreakdownRow[]; // BG-23
  supportingDocuments: SupportingDocument[]; // BG-24
  lines: InvoiceLine[]; // BG-25
  unknown?: Unknown;
};

/**
 * What a file says beyond the terms above (extensions, attributes, texts that are no number or date), kept so that writing
 * it again in the same syntax loses nothing. Other syntaxes leave it out.
 */
export type Unknown = {
  syntax: "ubl" | "cii";
  /** The document element, where it is not the one that the type code asks for: "CreditNote". */
  root?: string;
  parts: UnknownPart[];
};

/**
 * One such thing. `at` leads from the document element to the one it belongs to, each step with its place among those of the
 * same name and their number, "cac:InvoiceLine[2/3]/cac:Item[1/1]", or is "" for the document element itself. A part whose
 * place is no longer there is left out; one with `instead` counts only while the file would say just that in its place.
 */
export type UnknownPart =
  /** An element as XML text with its namespaces, after the nth child of a name, or first of all. `instead` is the XML of elements that say the same in our words. */
  | { at: string; after?: string; element: string; instead?: string[] }
  /** An attribute, by its name in the file. */
  | { at: string; attribute: string; value: string; instead?: string }
  /** The text of an element that reads differently. */
  | { at: string; text: string; instead: string };

/** An identifier and the list it comes from (ISO 6523 for parties, EAS for electronic addresses, UNTDID 1153, 7143). */
export type Identifier = { id: string; scheme?: string };

export type Note = { subject?: string; text: string }; // BT-21 (UNTDID 4451), BT-22

export type PrecedingInvoice = { number: string; issueDate?: CivilDate }; // BT-25, BT-26

export type Party = {
  name: string; // BT-27, BT-44: the registered name
  tradingName?: string; // BT-28, BT-45
  identifiers: Identifier[]; // BT-29, BT-46
  legalRegistration?: Identifier; // BT-30, BT-47
  vatId?: string; // BT-31, BT-48
  taxNumber?: string; // BT-32, sellers only: the local tax number
  legalInformation?: string; // BT-33, sellers only
  electronicAddress?: Identifier; // BT-34, BT-49
  address?: Address; // BG-5, BG-8
  contact?: Contact; // BG-6, BG-9
};

export type Address = {
  line1?: string; // BT-35, BT-50, BT-64, BT-75
  line2?: string; // BT-36, BT-51, BT-65, BT-76
  line3?: string; // BT-162, BT-163, BT-164, BT-165
  city?: string; // BT-37, BT-52, BT-66, BT-77
  postCode?: string; // BT-38, BT-53, BT-67, BT-78
  region?: string; // BT-39, BT-54, BT-68, BT-79
  country: string; // BT-40, BT-55, BT-69, BT-80: ISO 3166-1 alpha-2
};

export type Contact = { name?: string; phone?: string; email?: string }; // BT-41 … 43, BT-56 … 58

export type Payee = { name: string; identifier?: Identifier; legalRegistration?: Identifier }; // BT-59 … 61

export type TaxRepresentative = { name: string; vatId: string; address?: Address }; // BT-62, BT-63, BG-12

export type Delivery = {
  name?: string; // BT-70
  location?: Identifier; // BT-71
  date?: CivilDate; // BT-72
  address?: Address; // BG-15
};

export type Period = { start?: CivilDate; end?: CivilDate }; // BT-73, BT-74; BT-134, BT-135

export type PaymentInstructions = {
  meansCode: string; // BT-81, UNTDID 4461: 30 and 58 transfer, 49 and 59 direct debit, 48 card, 10 cash
  meansText?: string; // BT-82
  reference?: string; // BT-83: what the payer should quote
  transfers: CreditTransfer[]; // BG-17
  card?: { number: string; holder?: string }; // BG-18, only the last digits are allowed
  directDebit?: { mandate?: string; creditorId?: string; debitedAccount?: string }; // BG-19: BT-89, BT-90, BT-91
};

export type CreditTransfer = { account: string; accountName?: string; bic?: string }; // BT-84 (IBAN where there is one), BT-85, BT-86

/** Allowance or charge on the whole document. */
export type DocumentAllowanceCharge = AllowanceCharge & {
  vatCategory: VatCategory; // BT-95, BT-102
  vatRate?: string; // BT-96, BT-103
};

export type AllowanceCharge = {
  amount: string; // BT-92, BT-99, BT-136, BT-141
  base?: string; // BT-93, BT-100, BT-137, BT-142
  percent?: string; // BT-94, BT-101, BT-138, BT-143
  reason?: string; // BT-97, BT-104, BT-139, BT-144
  reasonCode?: string; // BT-98 and BT-140 UNTDID 5189, BT-105 and BT-145 UNTDID 7161
};

export type InvoiceTotals = {
  lineTotal: string; // BT-106
  allowanceTotal?: string; // BT-107
  chargeTotal?: string; // BT-108
  netTotal: string; // BT-109
  vatTotal?: string; // BT-110
  vatTotalInVatCurrency?: string; // BT-111
  grossTotal: string; // BT-112
  prepaid?: string; // BT-113
  rounding?: string; // BT-114
  amountDue: string; // BT-115
};

export type VatBreakdownRow = {
  category: VatCategory; // BT-118
  rate?: string; // BT-119
  base: string; // BT-116
  tax: string; // BT-117
  exemptionReason?: string; // BT-120
  exemptionReasonCode?: string; // BT-121, VATEX
};

/** UNTDID 5305 as EN 16931 uses it: S standard, Z zero, E exempt, AE reverse charge, K intra-community, G export, O outside scope, L IGIC, M IPSI. */
export type VatCategory = "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";

export type SupportingDocument = {
  id: string; // BT-122
  description?: string; // BT-123
  url?: string; // BT-124
  attachment?: { name: string; mimeType: string; base64: string }; // BT-125
};

export type InvoiceLine = {
  id: string; // BT-126
  note?: string; // BT-127
  object?: Identifier; // BT-128
  quantity: string; // BT-129
  unit: string; // BT-130, UN/ECE Recommendation 20 or 21: C62 one, HUR hour, KGM kilogram
  netAmount: string; // BT-131
  orderLine?: string; // BT-132
  accountingReference?: string; // BT-133
  period?: Period; // BG-26
  allowances: AllowanceCharge[]; // BG-27
  charges: AllowanceCharge[]; // BG-28
  unitPrice: string; // BT-146
  priceDiscount?: string; // BT-147
  grossUnitPrice?: string; // BT-148
  baseQuantity?: string; // BT-149; 1 when absent
  baseQuantityUnit?: string; // BT-150
  vatCategory: VatCategory; // BT-151
  vatRate?: string; // BT-152
  name: string; // BT-153
  description?: string; // BT-154
  sellerItemId?: string; // BT-155
  buyerItemId?: string; // BT-156
  standardItemId?: Identifier; // BT-157
  classifications: { code: string; list: string; listVersion?: string }[]; // BT-158
  originCountry?: string; // BT-159
  attributes: { name: string; value: string }[]; // BG-32
};

/** The same shape with every term that holds a value optional: what a file of others may turn out to say. Lists are always there. */
export type Loose<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? Loose<Item>[]
    : { [Key in keyof T as T[Key] extends readonly unknown[] ? Key : never]: Loose<T[Key]> } & {
        [Key in keyof T as T[Key] extends readonly unknown[] ? never : Key]?: Loose<Exclude<T[Key], undefined>>;
      };

/** An invoice as read. Terms absent from the file, or unreadable there, are absent here. Every `Invoice` is one. */
export type ReadInvoice = Loose<Omit<Invoice, "unknown">> & { unknown?: Unknown };
export type ReadIdentifier = Loose<Identifier>;
export type ReadParty = Loose<Party>;
export type ReadAddress = Loose<Address>;
export type ReadLine = Loose<InvoiceLine>;
export type ReadAllowanceCharge = Loose<DocumentAllowanceCharge>;

/** A finding about somebody's file; reading goes on. `path` is the term by our names ("lines[2].quantity") or the element's. */
export type Problem = { code: string; path: string; message: string };

/** True for credit notes by UNTDID 1001 as EN 16931 lists it (381 and ten rarer ones). */
export function isCreditNote(typeCode: string): boolean {
  return ["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"].includes(typeCode);
}
