import { isCreditNote, type Address, type Loose, type Period, type ReadAllowanceCharge, type ReadIdentifier, type ReadInvoice, type ReadLine, type ReadParty, type SupportingDocument, type VatBreakdownRow } from "./types.ts";
import { restored } from "./unknown.ts";
import { branch, coded, element as elementOf, leaf, xmlBytes, type Xml, type XmlFile } from "./write-xml.ts";

const urn = "urn:oasis:names:specification:ubl:schema:xsd:";

/**
 * Writes UBL 2.1 by the bindings of EN 16931-3-2: a CreditNote for the credit note type codes, else an Invoice. Writes what
 * the invoice says and, where it was read from UBL, what that file said beyond the model; whether that obeys EN 16931 or a
 * national profile is not checked here.
 */
export function writeUbl(invoice: ReadInvoice): Uint8Array {
  const { unknown } = invoice;
  return xmlBytes(unknown?.syntax === "ubl" ? restored(ublFile(invoice, unknown.root), unknown) : ublFile(invoice));
}

/** The file as a tree. `root` overrides the document element that the type code asks for. */
export function ublFile(invoice: ReadInvoice, root?: string): XmlFile {
  const credit = root === undefined ? isCreditNote(invoice.typeCode ?? "") : root === "CreditNote";
  const name = credit ? "CreditNote" : "Invoice";
  const totals = invoice.totals ?? {};
  const money = (element: string, amount: string | undefined) => leaf(`cbc:${element}`, amount, { currencyID: invoice.currency });
  const id = (element: string, value: string | undefined) => branch(`cac:${element}`, leaf("cbc:ID", value));
  const objects = [
    invoice.invoicedObject ? branch("cac:AdditionalDocumentReference", identifier("cbc:ID", invoice.invoicedObject), leaf("cbc:DocumentTypeCode", "130")) : "",
    credit && invoice.projectReference ? branch("cac:AdditionalDocumentReference", leaf("cbc:ID", invoice.projectReference), leaf("cbc:DocumentTypeCode", "50")) : "",
    invoice.supportingDocuments.map(supportingDocument),
  ].flat();
  const taxPoint = leaf("cbc:TaxPointDate", invoice.vatPointDate);
  const notes = invoice.notes.map((note) => leaf("cbc:Note", note.subject === undefined ? note.text : `#${note.subject}#${note.text ?? ""}`));
  const tender = id("OriginatorDocumentReference", invoice.tenderReference);
  const contract = id("ContractDocumentReference", invoice.contractReference);

  const tree = elementOf(
    name,
    leaf("cbc:CustomizationID", invoice.specification),
    leaf("cbc:ProfileID", invoice.businessProcess),
    leaf("cbc:ID", invoice.number),
    leaf("cbc:IssueDate", invoice.issueDate),
    ...(credit
      ? [taxPoint, leaf("cbc:CreditNoteTypeCode", invoice.typeCode), notes]
      : [leaf("cbc:DueDate", invoice.dueDate), leaf("cbc:InvoiceTypeCode", invoice.typeCode), notes, taxPoint]),
    leaf("cbc:DocumentCurrencyCode", invoice.currency),
    leaf("cbc:TaxCurrencyCode", invoice.vatCurrency),
    leaf("cbc:AccountingCost", invoice.buyerAccountingReference),
    leaf("cbc:BuyerReference", invoice.buyerReference),
    period(invoice.invoicingPeriod, invoice.vatPointDateCode),
    branch(
      "cac:OrderReference",
      // UBL wants an ID there; "NA" is what Peppol prescribes when only the sales order is known, and our reader knows it.
      leaf("cbc:ID", invoice.purchaseOrderReference ?? (invoice.salesOrderReference === undefined ? undefined : "NA")),
      leaf("cbc:SalesOrderID", invoice.salesOrderReference),
    ),
    invoice.precedingInvoices.map((preceding) =>
      branch("cac:BillingReference", branch("cac:InvoiceDocumentReference", leaf("cbc:ID", preceding.number), leaf("cbc:IssueDate", preceding.issueDate))),
    ),
    id("DespatchDocumentReference", invoice.despatchAdviceReference),
    id("ReceiptDocumentReference", invoice.receivingAdviceReference),
    ...(credit ? [contract, objects, tender] : [tender, contract, objects, id("ProjectReference", invoice.projectReference)]),
    branch("cac:AccountingSupplierParty", party(invoice.seller, invoice.payee === undefined ? invoice.payment?.directDebit?.creditorId : undefined)),
    branch("cac:AccountingCustomerParty", party(invoice.buyer)),
    branch(
      "cac:PayeeParty",
      invoice.payee?.identifier ? branch("cac:PartyIdentification", identifier("cbc:ID", invoice.payee.identifier)) : "",
      sepaIdentification(invoice.payee === undefined ? undefined : invoice.payment?.directDebit?.creditorId),
      branch("cac:PartyName", leaf("cbc:Name", invoice.payee?.name)),
      invoice.payee?.legalRegistration ? branch("cac:PartyLegalEntity", identifier("cbc:CompanyID", invoice.payee.legalRegistration)) : "",
    ),
    branch(
      "cac:TaxRepresentativeParty",
      branch("cac:PartyName", leaf("cbc:Name", invoice.taxRepresentative?.name)),
      address("cac:PostalAddress", invoice.taxRepresentative?.address),
      taxScheme(invoice.taxRepresentative?.vatId, "VAT"),
    ),
    branch(
      "cac:Delivery",
      leaf("cbc:ActualDeliveryDate", invoice.delivery?.date),
      branch(
        "cac:DeliveryLocation",
        invoice.delivery?.location ? identifier("cbc:ID", invoice.delivery.location) : "",
        address("cac:Address", invoice.delivery?.address),
      ),
      branch("cac:DeliveryParty", branch("cac:PartyName", leaf("cbc:Name", invoice.delivery?.name))),
    ),
    paymentMeans(invoice, credit),
    branch(
      "cac:PaymentTerms",
      leaf("cbc:Note", invoice.paymentTerms),
      // A credit note keeps its due date with the payment means; without any, this is the only place UBL has.
      credit && invoice.payment === undefined ? leaf("cbc:PaymentDueDate", invoice.dueDate) : "",
    ),
    invoice.allowances.map((item) => allowanceCharge(item, false, invoice.currency, taxCategory("cac:TaxCategory", item.vatCategory, item.vatRate))),
    invoice.charges.map((item) => allowanceCharge(item, true, invoice.currency, taxCategory("cac:TaxCategory", item.vatCategory, item.vatRate))),
    branch("cac:TaxTotal", money("TaxAmount", totals.vatTotal), invoice.vatBreakdown.map((row) => taxSubtotal(row, invoice.currency))),
    branch("cac:TaxTotal", leaf("cbc:TaxAmount", totals.vatTotalInVatCurrency, { currencyID: invoice.vatCurrency })),
    branch(
      "cac:LegalMonetaryTotal",
      money("LineExtensionAmount", totals.lineTotal),
      money("TaxExclusiveAmount", totals.netTotal),
      money("TaxInclusiveAmount", totals.grossTotal),
      money("AllowanceTotalAmount", totals.allowanceTotal),
      money("ChargeTotalAmount", totals.chargeTotal),
      money("PrepaidAmount", totals.prepaid),
      money("PayableRoundingAmount", totals.rounding),
      money("PayableAmount", totals.amountDue),
    ),
    invoice.lines.map((line) => invoiceLine(line, credit, invoice.currency)),
  );
  return { root: tree, namespaces: { "": `${urn}${name}-2`, cac: `${urn}CommonAggregateComponents-2`, cbc: `${urn}CommonBasicComponents-2` } };
}

function identifier(element: string, { id, scheme }: ReadIdentifier): Xml {
  return leaf(element, id, { schemeID: scheme });
}

function sepaIdentification(creditorId: string | undefined): Xml {
  return branch("cac:PartyIdentification", leaf("cbc:ID", creditorId, { schemeID: "SEPA" }));
}

function party(of: ReadParty | undefined, creditorId?: string): Xml {
  if (of === undefined) return branch("cac:Party", sepaIdentification(creditorId));
  return branch(
    "cac:Party",
    of.electronicAddress ? identifier("cbc:EndpointID", of.electronicAddress) : "",
    of.identifiers.map((item) => branch("cac:PartyIdentification", identifier("cbc:ID", item))),
    sepaIdentification(creditorId),
    branch("cac:PartyName", leaf("cbc:Name", of.tradingName)),
    address("cac:PostalAddress", of.address),
    taxScheme(of.vatId, "VAT"),
    taxScheme(of.taxNumber, "FC"),
    branch(
      "cac:PartyLegalEntity",
      leaf("cbc:RegistrationName", of.name),
      of.legalRegistration ? identifier("cbc:CompanyID", of.legalRegistration) : "",
      leaf("cbc:CompanyLegalForm", of.legalInformation),
    ),
    branch("cac:Contact", leaf("cbc:Name", of.contact?.name), leaf("cbc:Telephone", of.contact?.phone), leaf("cbc:ElectronicMail", of.contact?.email)),
  );
}

function taxScheme(companyId: string | undefined, scheme: "VAT" | "FC"): Xml {
  return companyId === undefined ? "" : branch("cac:PartyTaxScheme", leaf("cbc:CompanyID", companyId), branch("cac:TaxScheme", leaf("cbc:ID", scheme)));
}

function address(element: string, of: Loose<Address> | undefined): Xml {
  return branch(
    element,
    leaf("cbc:StreetName", of?.line1),
    leaf("cbc:AdditionalStreetName", of?.line2),
    leaf("cbc:CityName", of?.city),
    leaf("cbc:PostalZone", of?.postCode),
    leaf("cbc:CountrySubentity", of?.region),
    branch("cac:AddressLine", leaf("cbc:Line", of?.line3)),
    branch("cac:Country", leaf("cbc:IdentificationCode", of?.country)),
  );
}

function period(of: Period | undefined, descriptionCode?: string): Xml {
  return branch("cac:InvoicePeriod", leaf("cbc:StartDate", of?.start), leaf("cbc:EndDate", of?.end), leaf("cbc:DescriptionCode", descriptionCode));
}

// One PaymentMeans per account; what there may be one of stands in the first (UBL-SR-45, UBL-SR-46).
function paymentMeans({ payment, dueDate }: ReadInvoice, credit: boolean): Xml[] {
  if (payment === undefined) return [];
  const transfers = payment.transfers.length === 0 ? [undefined] : payment.transfers;
  return transfers.map((transfer, index) =>
    branch(
      "cac:PaymentMeans",
      leaf("cbc:PaymentMeansCode", payment.meansCode, { name: index > 0 ? undefined : payment.meansText }),
      credit && index === 0 ? leaf("cbc:PaymentDueDate", dueDate) : "",
      leaf("cbc:PaymentID", payment.reference),
      index > 0 || payment.card === undefined
        ? ""
        : branch("cac:CardAccount", leaf("cbc:PrimaryAccountNumberID", payment.card.number), leaf("cbc:NetworkID", "NA"), leaf("cbc:HolderName", payment.card.holder)),
      (transfer === undefined ? branch : elementOf)(
        "cac:PayeeFinancialAccount",
        leaf("cbc:ID", transfer?.account),
        leaf("cbc:Name", transfer?.accountName),
        branch("cac:FinancialInstitutionBranch", leaf("cbc:ID", transfer?.bic)),
      ),
      index > 0
        ? ""
        : branch(
            "cac:PaymentMandate",
            leaf("cbc:ID", payment.directDebit?.mandate),
            branch("cac:PayerFinancialAccount", leaf("cbc:ID", payment.directDebit?.debitedAccount)),
          ),
    ),
  );
}

function allowanceCharge(of: ReadAllowanceCharge, charge: boolean, currency: string | undefined, category: Xml): Xml {
  return branch(
    "cac:AllowanceCharge",
    leaf("cbc:ChargeIndicator", String(charge)),
    leaf("cbc:AllowanceChargeReasonCode", of.reasonCode),
    leaf("cbc:AllowanceChargeReason", of.reason),
    leaf("cbc:MultiplierFactorNumeric", of.percent),
    leaf("cbc:Amount", of.amount, { currencyID: currency }),
    leaf("cbc:BaseAmount", of.base, { currencyID: currency }),
    category,
  );
}

function taxCategory(element: string, category: string | undefined, rate: string | undefined, exemption?: Pick<Loose<VatBreakdownRow>, "exemptionReason" | "exemptionReasonCode">): Xml {
  if (category === undefined && rate === undefined && exemption?.exemptionReason === undefined && exemption?.exemptionReasonCode === undefined) return "";
  return branch(
    element,
    leaf("cbc:ID", category),
    leaf("cbc:Percent", rate),
    leaf("cbc:TaxExemptionReasonCode", exemption?.exemptionReasonCode),
    leaf("cbc:TaxExemptionReason", exemption?.exemptionReason),
    branch("cac:TaxScheme", leaf("cbc:ID", "VAT")),
  );
}

function taxSubtotal(row: Loose<VatBreakdownRow>, currency: string | undefined): Xml {
  return elementOf(
    "cac:TaxSubtotal",
    leaf("cbc:TaxableAmount", row.base, { currencyID: currency }),
    leaf("cbc:TaxAmount", row.tax, { currencyID: currency }),
    taxCategory("cac:TaxCategory", row.category, row.rate, row),
  );
}

function supportingDocument(of: Loose<SupportingDocument>): Xml {
  return elementOf(
    "cac:AdditionalDocumentReference",
    leaf("cbc:ID", of.id),
    leaf("cbc:DocumentDescription", of.description),
    branch(
      "cac:Attachment",
      leaf("cbc:EmbeddedDocumentBinaryObject", of.attachment?.base64, { mimeCode: of.attachment?.mimeType, filename: of.attachment?.name }),
      branch("cac:ExternalReference", leaf("cbc:URI", of.url)),
    ),
  );
}

function invoiceLine(line: ReadLine, credit: boolean, currency: string | undefined): Xml {
  const changes = [
    ...line.allowances.map((item) => allowanceCharge(item, false, currency, "")),
    ...line.charges.map((item) => allowanceCharge(item, true, currency, "")),
  ];
  return elementOf(
    credit ? "cac:CreditNoteLine" : "cac:InvoiceLine",
    leaf("cbc:ID", line.id),
    leaf("cbc:Note", line.note),
    coded(credit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", line.quantity, { unitCode: line.unit }),
    leaf("cbc:LineExtensionAmount", line.netAmount, { currencyID: currency }),
    leaf("cbc:AccountingCost", line.accountingReference),
    period(line.period),
    branch("cac:OrderLineReference", leaf("cbc:LineID", line.orderLine)),
    line.object ? branch("cac:DocumentReference", identifier("cbc:ID", line.object), leaf("cbc:DocumentTypeCode", "130")) : "",
    changes,
    branch(
      "cac:Item",
      leaf("cbc:Description", line.description),
      leaf("cbc:Name", line.name),
      branch("cac:BuyersItemIdentification", leaf("cbc:ID", line.buyerItemId)),
      branch("cac:SellersItemIdentification", leaf("cbc:ID", line.sellerItemId)),
      line.standardItemId ? branch("cac:StandardItemIdentification", identifier("cbc:ID", line.standardItemId)) : "",
      branch("cac:OriginCountry", leaf("cbc:IdentificationCode", line.originCountry)),
      line.classifications.map((item) =>
        branch("cac:CommodityClassification", coded("cbc:ItemClassificationCode", item.code, { listID: item.list, listVersionID: item.listVersion })),
      ),
      taxCategory("cac:ClassifiedTaxCategory", line.vatCategory, line.vatRate),
      line.attributes.map((item) => branch("cac:AdditionalItemProperty", leaf("cbc:Name", item.name), leaf("cbc:Value", item.value))),
    ),
    branch(
      "cac:Price",
      leaf("cbc:PriceAmount", line.unitPrice, { currencyID: currency }),
      coded("cbc:BaseQuantity", line.baseQuantity, { unitCode: line.baseQuantityUnit }),
      line.priceDiscount === undefined && line.grossUnitPrice === undefined
        ? ""
        : branch(
            "cac:AllowanceCharge",
            leaf("cbc:ChargeIndicator", "false"),
            leaf("cbc:Amount", line.priceDiscount ?? "0", { currencyID: currency }), // a gross price alone has no place of its own
            leaf("cbc:BaseAmount", line.grossUnitPrice, { currencyID: currency }),
          ),
    ),
  );
}
