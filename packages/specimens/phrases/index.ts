/** What documents say in eleven languages. "|" parts wordings that other firms use for the same thing; "{r}" and the like are filled in. */
import type { Random } from "../random.ts";
import { da } from "./da.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { no } from "./no.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { sv } from "./sv.ts";

const keys = [
  "invoice", "credit", "receipt", "delivery", "statement", "quote", "orderConfirmation", "reminder",
  "number", "creditNumber", "date", "due", "customerNo", "order", "yourRef", "delivered", "deliveryNote", "period", "project", "contract", "contact", "terms", "originalInvoice", "quoteNo", "orderDate",
  "billTo", "shipTo", "from",
  "pos", "code", "description", "quantity", "unit", "price", "discount", "rate", "tax", "net", "gross",
  "subtotal", "docDiscount", "freight", "netTotal", "taxed", "taxTotal", "grossTotal", "prepaid", "rounding", "amountDue", "withheld", "carried", "brought", "taxBase",
  "iban", "bic", "bank", "holder", "reference", "account", "sort",
  "vatId", "phone", "mail", "web", "page", "thanks", "dear", "letterNumber", "letterDue", "letterTotal", "payTerms", "reverse", "exempt", "inclusive", "early", "wordsLabel",
  "till", "cashier", "time", "items", "cash", "card", "change", "includes", "bye", "receiptNo", "qtyWord", "openItem", "balance", "received",
] as const;

export type PhraseKey = (typeof keys)[number];
export type Phrases = Record<PhraseKey, string>;
export const languages = ["en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "no"] as const;
export type Language = (typeof languages)[number];
const all: Record<Language, Phrases> = { en, de, fr, es, it, nl, pl, pt, sv, da, no };

/** One firm's wording: each thing is called the same throughout a document. Some nations have words of their own. */
export function wordingOf(language: Language, country: string, random: Random): Phrases {
  const local = (key: PhraseKey): string => national[`${country}-${language}`]?.[key] ?? all[language][key];
  const words = Object.fromEntries(keys.map((key) => [key, random.pick(local(key).split("|"))])) as Phrases;
  for (const group of distinct) {
    const taken = new Set<string>();
    for (const key of group) {
      const other = [words[key], ...local(key).split("|")].find((wording) => !taken.has(wording.toLowerCase()));
      if (other !== undefined) words[key] = other;
      taken.add(words[key].toLowerCase());
    }
  }
  return words;
}

/** No firm calls two columns, two sums or two references of one page the same. */
const distinct: PhraseKey[][] = [
  ["description", "net", "quantity", "price", "rate", "code", "pos", "unit", "discount", "tax", "gross"],
  ["grossTotal", "netTotal", "taxTotal", "amountDue", "subtotal", "docDiscount", "freight", "prepaid", "rounding"],
  ["number", "date", "due", "order", "customerNo", "yourRef", "delivered", "deliveryNote", "period", "project", "contract", "contact", "terms", "originalInvoice", "quoteNo", "orderDate"],
];

/** Words of a country where they differ from those of its language elsewhere. */
const national: Record<string, Partial<Phrases>> = {
  "US-en": {
    invoice: "Invoice|INVOICE|Sales Invoice", rate: "Tax|Tax %", tax: "Tax", taxed: "Sales Tax {r}%|Sales Tax ({r}%)|Tax {r}%", taxTotal: "Sales Tax|Tax", netTotal: "Subtotal|Sub Total|Taxable subtotal", grossTotal: "Total|Invoice Total|TOTAL|Grand Total", gross: "Total", vatId: "EIN|Tax ID", inclusive: "Tax included", exempt: "Tax exempt", includes: "Tax {r}%", account: "Account No.|Acct #", sort: "Routing No.|ABA Routing", bank: "Bank|Remit to|Make checks payable to", amountDue: "Balance Due|Amount Due|Total Due", letterTotal: "The total comes to {gross}, including {tax} sales tax.", reverse: "Tax exempt sale", freight: "Shipping|Shipping & Handling|Freight",
  },
  "MY-en": {
    invoice: "Invoice|INVOICE|Tax Invoice|INVOICE", rate: "SST %|Tax %", tax: "SST", taxed: "SST {r}%|Service Tax {r}%|SST @ {r}%|Sales Tax {r}%", taxTotal: "SST|Total SST|Service Tax", gross: "Total incl. SST", grossTotal: "Total|Grand Total|Total (RM)|Total Amount|Nett Total", netTotal: "Sub Total|Total excl. SST|Subtotal", vatId: "SST No.|SST Reg. No.", price: "Unit Price|U/Price|Price (RM)|Unit Price (RM)", net: "Amount|Amount (RM)|Total (RM)|Total", includes: "SST {r}% incl.", inclusive: "Prices incl. SST", rounding: "Rounding Adj|Rounding|Rounding Adjustment", exempt: "SST exempt", account: "A/C No.|Account No.", sort: "Bank code", letterTotal: "The total is {gross}, of which SST {tax}.",
  },
  "IN-en": {
    invoice: "Tax Invoice|TAX INVOICE|Invoice", code: "HSN/SAC|HSN|HSN Code", rate: "GST %|GST Rate|Tax %", tax: "GST|Tax Amt", taxed: "IGST {r}%|IGST @ {r}%|GST {r}%", taxTotal: "Total GST|Total Tax|GST", gross: "Total|Amount incl. GST", grossTotal: "Grand Total|Total|Invoice Total|Total Amount|Total Amount after Tax", netTotal: "Taxable Value|Taxable Amount|Sub Total|Total Amount before Tax", vatId: "GSTIN|GSTIN No.|GSTIN/UIN", price: "Rate|Unit Price|Rate (Rs.)", net: "Amount|Taxable Value|Amount (Rs.)|Total", includes: "GST {r}% incl.", inclusive: "Rates incl. of GST", rounding: "Round Off|Rounded off", exempt: "GST exempt supply", reverse: "Whether tax is payable on reverse charge: Yes", account: "A/c No.|Account Number", sort: "IFSC|IFSC Code", amountDue: "Amount Payable|Balance Due|Net Payable", letterTotal: "The total is {gross}, including GST of {tax}.",
  },
  "CH-de": { rate: "MWST|MWST %", tax: "MWST", taxed: "MWST {r}%|{r} % MWST|MWST {r} %", taxTotal: "MWST|Total MWST", grossTotal: "Total|Total CHF|Gesamttotal|Rechnungstotal|Total inkl. MWST", netTotal: "Total exkl. MWST|Zwischentotal|Total netto", subtotal: "Zwischentotal|Subtotal", vatId: "MWST-Nr.|UID|MWST", includes: "inkl. MWST {r}%", price: "Preis|Einzelpreis|Ansatz", rounding: "Rundung|Rundungsdifferenz" },
  "AT-de": { taxed: "{r} % USt.|zzgl. {r}% USt|USt {r} %", vatId: "UID-Nr.|UID|ATU-Nr.", includes: "inkl. USt {r}%" },
  "GB-en": { invoice: "Invoice|INVOICE|VAT Invoice|Sales Invoice" },
};

/** Puts values into a phrase. */
export const fill = (phrase: string, values: Record<string, string | number>): string => phrase.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
