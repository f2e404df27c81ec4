import type { ReadAddress, ReadInvoice, ReadLine, ReadParty } from "./types.ts";

const core = "urn:cen.eu:en16931:2017";
const peppolProcess = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

/** The forms an invoice is sent in, with what they ask for in BT-24 and BT-23, and what they are called. */
export const profiles = {
  en16931: { name: "EN 16931", specification: core },
  xrechnung: { name: "XRechnung 3.0", specification: `${core}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0`, businessProcess: peppolProcess },
  peppol: { name: "Peppol BIS Billing 3.0", specification: `${core}#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0`, businessProcess: peppolProcess },
  "facturx-minimum": { name: "Factur-X MINIMUM", specification: "urn:factur-x.eu:1p0:minimum" },
  "facturx-basicwl": { name: "Factur-X BASIC WL", specification: "urn:factur-x.eu:1p0:basicwl" },
  "facturx-basic": { name: "Factur-X BASIC", specification: `${core}#compliant#urn:factur-x.eu:1p0:basic` },
  "facturx-en16931": { name: "Factur-X EN 16931", specification: core },
  "facturx-extended": { name: "Factur-X EXTENDED", specification: `${core}#conformant#urn:factur-x.eu:1p0:extended` },
} as const satisfies Record<string, { name: string; specification: string; businessProcess?: string }>;
export type Profile = keyof typeof profiles;

/** An invoice brought into a profile. `left` names what the profile has no place for, as paths: "payment.transfers[0].bic". */
export type Fitted = { invoice: ReadInvoice; left: string[] };

/** Why an invoice cannot take a form: without what would be left out, it would say something else. */
export class ProfileError extends Error {
  override readonly name = "ProfileError";
}

/**
 * The invoice with the identifiers of a profile (BT-24, BT-23) and without what the profile has no place for. What was kept
 * from another profile's file goes too. Throws ProfileError where leaving a term out would falsify the amounts.
 */
export function fitted(invoice: ReadInvoice, profile: Profile): Fitted {
  const of: { specification: string; businessProcess?: string } = profiles[profile];
  // A national extension of a profile is that profile still: XRechnung's own, or a later version.
  const extended = profile === "xrechnung" && invoice.specification?.includes("#urn:xeinkauf.de:kosit:xrechnung_");
  const specification = extended ? invoice.specification! : of.specification;
  const { unknown, ...rest } = invoice;
  // EXTENDED takes further terms, and by whichever name and version of the profile they came.
  const same = unknown !== undefined && (invoice.specification === specification || (profile === "facturx-extended" && /extended$/i.test(invoice.specification ?? "")));
  const businessProcess = invoice.businessProcess ?? of.businessProcess;
  const whole: ReadInvoice = { ...rest, specification, ...(businessProcess !== undefined && { businessProcess }), ...(same && { unknown }) };
  const reduced = profile === "facturx-minimum" ? minimum(whole) : profile === "facturx-basicwl" ? { ...basic(whole), lines: [] } : profile === "facturx-basic" ? basic(whole) : whole;
  if (reduced === whole) return { invoice: whole, left: [] };
  const left = pathsOf(rest, "");
  const kept = new Set(pathsOf(reduced, ""));
  return { invoice: reduced, left: left.filter((path) => !kept.has(path)) };
}

// BASIC has no place for these terms (Factur-X 1.0, table of profiles); BASIC WL is the same without lines.
function basic(invoice: ReadInvoice): ReadInvoice {
  if (invoice.totals?.rounding !== undefined && !/^-?0*\.?0*$/.test(invoice.totals.rounding)) {
    throw new ProfileError(`The amount due is rounded by ${invoice.totals.rounding} (BT-114), which Factur-X BASIC cannot say. Choose the profile EN 16931.`);
  }
  const { salesOrderReference, receivingAdviceReference, projectReference, tenderReference, invoicedObject, vatPointDate, unknown, ...rest } = invoice;
  return {
    ...rest,
    seller: rest.seller && basicParty(rest.seller),
    buyer: rest.buyer && basicParty(rest.buyer),
    supportingDocuments: [],
    ...(rest.totals && { totals: without(rest.totals, "rounding") }),
    ...(rest.payment && {
      payment: { ...without(rest.payment, "meansText", "card"), transfers: rest.payment.transfers.map((transfer) => without(transfer, "accountName", "bic")) },
    }),
    lines: rest.lines.map(basicLine),
  };
}

function basicParty(party: ReadParty): ReadParty {
  return without(party, "contact", "legalInformation") as ReadParty;
}

function basicLine(line: ReadLine): ReadLine {
  return { ...without(line, "object", "orderLine", "accountingReference", "description", "sellerItemId", "buyerItemId", "originCountry"), classifications: [], attributes: [] } as ReadLine;
}

function minimum(invoice: ReadInvoice): ReadInvoice {
  const { number, issueDate, typeCode, currency, buyerReference, purchaseOrderReference, businessProcess, specification, seller, buyer, totals } = invoice;
  const kept = {
    number, issueDate, typeCode, currency, buyerReference, purchaseOrderReference, businessProcess, specification,
    seller: seller && defined({ name: seller.name, identifiers: [], legalRegistration: seller.legalRegistration, vatId: seller.vatId, taxNumber: seller.taxNumber, address: countryOf(seller.address) }),
    buyer: buyer && defined({ name: buyer.name, identifiers: [], legalRegistration: buyer.legalRegistration }),
    totals: totals && defined({ netTotal: totals.netTotal, vatTotal: totals.vatTotal, grossTotal: totals.grossTotal, amountDue: totals.amountDue }),
  };
  return { ...defined(kept), notes: [], precedingInvoices: [], allowances: [], charges: [], vatBreakdown: [], supportingDocuments: [], lines: [] } as ReadInvoice;
}

function countryOf(address: ReadAddress | undefined): ReadAddress | undefined {
  return address?.country === undefined ? undefined : { country: address.country };
}

function without<T extends object, K extends keyof T>(terms: T, ...names: K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(terms).filter(([name]) => !names.includes(name as K))) as Omit<T, K>;
}

function defined<T extends object>(terms: T): T {
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined)) as T;
}

/** Every term that has a value, by its path. */
function pathsOf(value: unknown, at: string): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object") return [at];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, Array.isArray(value) ? `${at}[${key}]` : at === "" ? key : `${at}.${key}`));
}
