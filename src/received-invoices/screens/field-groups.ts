// Which values of a document are listed, in which order, under which heading: the screen shows what was found, and offers the rest.
import type { FieldView, ReceivedDetail } from "../contract.ts";
import { shortTitleOf } from "./words.ts";

/** Fields by what they are about. The first group needs no heading; those after the payment stand below the lines. */
export const groups = [
  { title: "", paths: ["documentType", "supplier.name", "supplier.tradingName", "invoiceNumber", "issueDate", "time", "dueDate", "deliveryDate", "taxPointDate", "periodStart", "periodEnd"] },
  { title: "References", paths: ["purchaseOrder", "salesOrder", "buyerReference", "customer.number", "contractReference", "projectReference", "despatchAdvice", "receivingAdvice", "accountingReference", "precedingInvoice.number", "precedingInvoice.date"] },
  { title: "Payment", paths: ["paymentTerms", "paymentMeans", "supplier.iban", "supplier.bic", "paymentReference", "payee.name", "mandateReference", "creditorId", "debitedAccount", "cardLastFour", "tendered", "change", "tip"] },
  { title: "Supplier", paths: ["supplier.vatId", "supplier.taxNumber", "supplier.registrationNumber", "supplier.address", "supplier.contactName", "supplier.email", "supplier.phone", "supplier.website", "taxRepresentative.name", "taxRepresentative.vatId", "taxRepresentative.address"] },
  { title: "Addressed to", paths: ["customer.name", "customer.vatId", "customer.taxNumber", "customer.registrationNumber", "customer.address", "customer.contactName", "customer.email", "customer.phone"] },
  { title: "Delivered to", paths: ["deliverTo.name", "deliverTo.address"] },
  { title: "Currency and notes", paths: ["currency", "taxCurrency", "exchangeRate", "taxTotalInTaxCurrency", "note"] },
] as const;

/** Sums, shown as the proof in the order in which they are added up. */
export const sums = ["lineTotal", "allowanceTotal", "chargeTotal", "netTotal", "taxTotal", "grossTotal", "withholding", "prepaid", "rounding", "previousBalance", "amountDue"] as const;
/** Shown as gaps when nothing was found: what a payment or a booking would want. */
const wanted: ReadonlySet<string> = new Set(["supplier.name", "invoiceNumber", "issueDate", "dueDate", "currency"]);

const schemeWords: Record<string, string> = {
  abn: "ABN", acn: "ACN", at_firmenbuch: "Firmenbuch", be_enterprise: "Enterprise no.", ca_bn: "Business no.", ch_uid: "UID", cnpj: "CNPJ", cz_ico: "IČO", de_handelsregister: "Handelsregister", dk_cvr: "CVR", duns: "D-U-N-S", ein: "EIN", fi_business: "Y-tunnus",
  gb_company: "Company no.", gln: "GLN", gst_nz: "GST number", gstin: "GSTIN", in_cin: "CIN", in_pan: "PAN", it_codice_fiscale: "Codice fiscale", it_rea: "REA", lei: "LEI", nl_kvk: "KvK", no_org: "Org.nr.", nzbn: "NZBN", pl_krs: "KRS", pl_regon: "REGON", rcs: "RCS", rfc: "RFC",
  se_org: "Org.nr", siren: "SIREN", siret: "SIRET", leitweg: "Leitweg-ID",
};

export type Listed = { path: string; label: string };
type Document = Pick<ReceivedDetail, "fields" | "accounts" | "identifiers" | "taxes">;

const below: ReadonlySet<string> = new Set(["Supplier", "Addressed to", "Delivered to", "Currency and notes"]);
/** Whether a group stands above or below the lines of the invoice. */
export const partOf = (title: string): "upper" | "lower" => (below.has(title) ? "lower" : "upper");

/** The rows of each group that has any: found fields, gaps that matter, further accounts, register numbers. */
export function listedGroups(document: Document): { title: string; rows: Listed[] }[] {
  const fields = document.fields as Record<string, FieldView | undefined>;
  const shows = (path: string) => (path === "documentType" ? fields[path] !== undefined && (fields[path].value !== "invoice" || fields[path].level === "unsure") : fields[path] !== undefined || wanted.has(path));
  return groups.map(({ title, paths }) => ({
    title,
    rows: [...paths.filter(shows).map((path): Listed => ({ path, label: shortTitleOf(path) })), ...(title === "Payment" ? otherAccounts(document) : title === "Supplier" ? numbersOf(document, "supplier") : title === "Addressed to" ? numbersOf(document, "customer") : title === "Currency and notes" ? reasonsOf(document) : [])],
  })).filter(({ rows }) => rows.length > 0);
}

/** Whether an account is the one to pay to; one without an IBAN is compared as it is written. */
export const isPayTo = (account: Document["accounts"][number], chosen: string | undefined): boolean => (account.iban ?? account.number)?.value.replace(/\s/g, "") === chosen;

/** Accounts beside the one to pay to. */
function otherAccounts({ fields, accounts }: Document): Listed[] {
  return accounts.flatMap((account, index): Listed[] => {
    if (isPayTo(account, fields["supplier.iban"]?.value)) return account.iban && account.number ? [{ path: `accounts.${index}.number`, label: "Account no." }, ...cells(account, index, ["routing", "name"])] : cells(account, index, ["routing", "name"]);
    const first = account.iban ? "iban" : account.number ? "number" : null;
    return first ? [{ path: `accounts.${index}.${first}`, label: "Other account" }, ...cells(account, index, ["routing", "bic", "name"])] : [];
  });
}
const cellWords = { routing: "Bank code", bic: "Its BIC", name: "Holder" } as const;
const cells = (account: Document["accounts"][number], index: number, names: readonly (keyof typeof cellWords)[]): Listed[] => names.filter((name) => account[name]).map((name) => ({ path: `accounts.${index}.${name}`, label: cellWords[name] }));

function numbersOf({ fields, identifiers }: Document, party: "supplier" | "customer"): Listed[] {
  const shown = new Set([fields[`${party}.registrationNumber`]?.value, fields[`${party}.vatId`]?.value, fields[`${party}.taxNumber`]?.value, party === "customer" ? fields["customer.number"]?.value : undefined]);
  return identifiers.flatMap((one, index) => (one.party === party && one.value && !shown.has(one.value.value) ? [{ path: `identifiers.${index}.value`, label: schemeWords[one.scheme] ?? "Register no." }] : []));
}

/** Why no VAT is charged, by row of the tax summary. */
const reasonsOf = ({ taxes }: Document): Listed[] => taxes.flatMap((tax, index): Listed[] => [...(tax.category && tax.reason ? [{ path: `taxes.${index}.category`, label: "VAT category" }] : []), ...(tax.reason ? [{ path: `taxes.${index}.reason`, label: "Why no VAT" }] : [])]);

/** What can be added because it was not found: fields by group, then an account, an allowance, a charge. */
export function addable(document: ReceivedDetail): { heading: string; items: Listed[] }[] {
  const fields = document.fields as Record<string, FieldView | undefined>;
  const listed = new Set(listedGroups(document).flatMap(({ rows }) => rows.map(({ path }) => path)));
  const missing = (paths: readonly string[]) => paths.filter((path) => !fields[path] && !listed.has(path) && path !== "documentType").map((path): Listed => ({ path, label: shortTitleOf(path) }));
  return [
    { heading: "Sums", items: [...missing(sums), { path: `allowances.${document.allowances.length}.amount`, label: "An allowance" }, { path: `charges.${document.charges.length}.amount`, label: "A charge" }] },
    ...groups.map(({ title, paths }) => ({ heading: title || "Document", items: [...missing(paths), ...(title === "Payment" ? [{ path: `accounts.${document.accounts.length}.iban`, label: "Another account" }] : [])] })),
  ].filter(({ items }) => items.length > 0);
}
