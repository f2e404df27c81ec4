import { all, has, value, type Doc, type XmlNode } from "./tree.ts";

// What several files of UBL rules ask of a document.

/** True for a tax category or scheme that is VAT: its TaxScheme says so, in capitals or not. */
export const isVat = (node: XmlNode): boolean => all(node, "TaxScheme").some((scheme) => value(scheme, "ID").toUpperCase() === "VAT");
/** True for a boolean element that says so ("true" or "1"); for its contrary, "false" or "0". */
export const isTrue = (node: XmlNode, path: string): boolean => all(node, path).some((found) => ["true", "1"].includes(found.text.trim()));
export const isFalse = (node: XmlNode, path: string): boolean => all(node, path).some((found) => ["false", "0"].includes(found.text.trim()));
export const isAllowance = (node: XmlNode): boolean => isFalse(node, "ChargeIndicator");
export const isCharge = (node: XmlNode): boolean => isTrue(node, "ChargeIndicator");

/** VAT categories as one pass over the document finds them; codes are squeezed, kinds say where they stand. */
export type Categories = {
  /** Below TaxCategory or ClassifiedTaxCategory anywhere, when the scheme is VAT. */
  anywhere: Set<string>;
  /** Of lines, whatever the scheme, and when it is VAT. */
  lines: Set<string>;
  linesVat: Set<string>;
  /** Below allowances and charges anywhere, whatever the scheme; of allowances and of charges with VAT. */
  changes: Set<string>;
  changesVat: Set<string>;
  allowancesVat: Set<string>;
  chargesVat: Set<string>;
  /** As the last two, but only of the document's own, not of lines or prices. */
  documentAllowancesVat: Set<string>;
  documentChargesVat: Set<string>;
  /** How often each stands in the breakdown: whatever the scheme, and with VAT. */
  breakdown: Map<string, number>;
  breakdownVat: Map<string, number>;
};

export const categoriesOf = (doc: Doc): Categories => doc.memo(categoriesOf, () => {
  const found: Categories = {
    anywhere: new Set(), lines: new Set(), linesVat: new Set(), changes: new Set(), changesVat: new Set(), allowancesVat: new Set(), chargesVat: new Set(),
    documentAllowancesVat: new Set(), documentChargesVat: new Set(), breakdown: new Map(), breakdownVat: new Map(),
  };
  const count = (map: Map<string, number>, code: string): void => void map.set(code, (map.get(code) ?? 0) + 1);
  for (const node of doc.named("ClassifiedTaxCategory")) {
    const code = value(node, "ID");
    found.lines.add(code);
    if (!isVat(node)) continue;
    found.linesVat.add(code);
    if (has(node, "ID")) found.anywhere.add(code);
  }
  for (const node of doc.named("TaxCategory")) {
    const code = value(node, "ID");
    const vat = isVat(node);
    if (vat && has(node, "ID")) found.anywhere.add(code);
    const owner = node.parent;
    if (owner?.name === "AllowanceCharge") {
      const ofDocument = owner.parent === doc.root;
      found.changes.add(code);
      if (!vat) continue;
      found.changesVat.add(code);
      if (isAllowance(owner)) (found.allowancesVat.add(code), ofDocument && found.documentAllowancesVat.add(code));
      if (isCharge(owner)) (found.chargesVat.add(code), ofDocument && found.documentChargesVat.add(code));
    } else if (owner?.name === "TaxSubtotal" && owner.parent?.name === "TaxTotal" && owner.parent.parent === doc.root) {
      count(found.breakdown, code);
      if (vat) count(found.breakdownVat, code);
    }
  }
  return found;
});

/** Who is registered for what: exists(CompanyID) below the parties, wherever they stand. */
export const registrations = (doc: Doc): Record<"sellerTax" | "sellerVat" | "representativeVat" | "buyerVat" | "buyerLegal", boolean> => doc.memo(registrations, () => {
  const seller = doc.named("AccountingSupplierParty").flatMap((party) => all(party, "Party/PartyTaxScheme"));
  const buyer = doc.named("AccountingCustomerParty");
  const vat = (schemes: XmlNode[]): boolean => schemes.some((scheme) => isVat(scheme) && has(scheme, "CompanyID"));
  return {
    sellerTax: seller.some((scheme) => has(scheme, "CompanyID")), sellerVat: vat(seller),
    representativeVat: vat(doc.named("TaxRepresentativeParty").flatMap((party) => all(party, "PartyTaxScheme"))),
    buyerVat: vat(buyer.flatMap((party) => all(party, "Party/PartyTaxScheme"))), buyerLegal: buyer.some((party) => has(party, "Party/PartyLegalEntity/CompanyID")),
  };
});
