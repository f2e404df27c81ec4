import { isIban } from "./iban.ts";
import type { Address, Loose, Period, ReadAllowanceCharge, ReadIdentifier, ReadInvoice, ReadLine, ReadParty, SupportingDocument, VatBreakdownRow } from "./types.ts";
import { restored } from "./unknown.ts";
import { branch, coded, element as elementOf, leaf, xmlBytes, type Xml, type XmlFile } from "./write-xml.ts";

const urn = "urn:un:unece:uncefact:data:standard:";

/**
 * Writes UN/CEFACT CII D16B by the bindings of EN 16931-3-3, the syntax of Factur-X, ZUGFeRD 2 and XRechnung. Credit notes
 * differ by type code alone. Writes what the invoice says and, where it was read from CII, what that file said beyond the
 * model; rules are not checked here.
 */
export function writeCii(invoice: ReadInvoice): Uint8Array {
  const { unknown } = invoice;
  return xmlBytes(unknown?.syntax === "cii" ? restored(ciiFile(invoice), unknown) : ciiFile(invoice));
}

const namespaces = {
  rsm: `${urn}CrossIndustryInvoice:100`, ram: `${urn}ReusableAggregateBusinessInformationEntity:100`,
  udt: `${urn}UnqualifiedDataType:100`, qdt: `${urn}QualifiedDataType:100`,
};

/** The file as a tree. */
export function ciiFile(invoice: ReadInvoice): XmlFile {
  const root = elementOf(
    "rsm:CrossIndustryInvoice",
    branch(
      "rsm:ExchangedDocumentContext",
      branch("ram:BusinessProcessSpecifiedDocumentContextParameter", leaf("ram:ID", invoice.businessProcess)),
      branch("ram:GuidelineSpecifiedDocumentContextParameter", leaf("ram:ID", invoice.specification)),
    ),
    branch(
      "rsm:ExchangedDocument",
      leaf("ram:ID", invoice.number),
      leaf("ram:TypeCode", invoice.typeCode),
      date("ram:IssueDateTime", invoice.issueDate),
      invoice.notes.map((note) => branch("ram:IncludedNote", leaf("ram:Content", note.text), leaf("ram:SubjectCode", note.subject))),
    ),
    branch("rsm:SupplyChainTradeTransaction", invoice.lines.map(lineItem), agreement(invoice), delivery(invoice), settlement(invoice)),
  );
  return { root, namespaces };
}

function agreement(invoice: ReadInvoice): Xml {
  const document = (element: string, id: string | undefined) => branch(element, leaf("ram:IssuerAssignedID", id));
  const typed = (id: string | undefined, code: string, scheme?: string) =>
    id === undefined ? "" : branch("ram:AdditionalReferencedDocument", leaf("ram:IssuerAssignedID", id), leaf("ram:TypeCode", code), leaf("ram:ReferenceTypeCode", scheme));
  const representative = invoice.taxRepresentative;
  return branch(
    "ram:ApplicableHeaderTradeAgreement",
    leaf("ram:BuyerReference", invoice.buyerReference),
    party("ram:SellerTradeParty", invoice.seller),
    party("ram:BuyerTradeParty", invoice.buyer),
    branch(
      "ram:SellerTaxRepresentativeTradeParty",
      leaf("ram:Name", representative?.name),
      address(representative?.address),
      branch("ram:SpecifiedTaxRegistration", leaf("ram:ID", representative?.vatId, { schemeID: "VA" })),
    ),
    document("ram:SellerOrderReferencedDocument", invoice.salesOrderReference),
    document("ram:BuyerOrderReferencedDocument", invoice.purchaseOrderReference),
    document("ram:ContractReferencedDocument", invoice.contractReference),
    invoice.supportingDocuments.map(supportingDocument),
    typed(invoice.tenderReference, "50"),
    typed(invoice.invoicedObject?.id, "130", invoice.invoicedObject?.scheme),
    // The schema wants a name beside the number; the standard has no term for it.
    invoice.projectReference === undefined ? "" : branch("ram:SpecifiedProcuringProject", leaf("ram:ID", invoice.projectReference), leaf("ram:Name", "Project reference")),
  );
}

function delivery(invoice: ReadInvoice): Xml {
  const { delivery: of } = invoice;
  const document = (element: string, id: string | undefined) => branch(element, leaf("ram:IssuerAssignedID", id));
  // Required even when empty.
  return elementOf(
    "ram:ApplicableHeaderTradeDelivery",
    branch("ram:ShipToTradeParty", of?.location ? identifiers([of.location]) : "", leaf("ram:Name", of?.name), address(of?.address)),
    branch("ram:ActualDeliverySupplyChainEvent", date("ram:OccurrenceDateTime", of?.date)),
    document("ram:DespatchAdviceReferencedDocument", invoice.despatchAdviceReference),
    document("ram:ReceivingAdviceReferencedDocument", invoice.receivingAdviceReference),
  );
}

function settlement(invoice: ReadInvoice): Xml {
  const { payment, payee, totals = {} } = invoice;
  return branch(
    "ram:ApplicableHeaderTradeSettlement",
    leaf("ram:CreditorReferenceID", payment?.directDebit?.creditorId),
    leaf("ram:PaymentReference", payment?.reference),
    leaf("ram:TaxCurrencyCode", invoice.vatCurrency),
    leaf("ram:InvoiceCurrencyCode", invoice.currency),
    branch(
      "ram:PayeeTradeParty",
      payee?.identifier ? identifiers([payee.identifier]) : "",
      leaf("ram:Name", payee?.name),
      branch("ram:SpecifiedLegalOrganization", payee?.legalRegistration ? schemed("ram:ID", payee.legalRegistration) : ""),
    ),
    paymentMeans(invoice),
    invoice.vatBreakdown.map((row, index) => breakdownRow(row, index === 0 ? invoice : { ...invoice, vatPointDate: undefined })), // one day of the tax (CII-SR-461)
    // The day or event of the tax has no other place.
    invoice.vatBreakdown.length === 0 && (invoice.vatPointDate ?? invoice.vatPointDateCode) !== undefined ? breakdownRow({}, invoice) : "",
    period(invoice.invoicingPeriod),
    invoice.allowances.map((item) => allowanceCharge(item, false, categoryTax("ram:CategoryTradeTax", item))),
    invoice.charges.map((item) => allowanceCharge(item, true, categoryTax("ram:CategoryTradeTax", item))),
    branch(
      "ram:SpecifiedTradePaymentTerms",
      leaf("ram:Description", invoice.paymentTerms),
      date("ram:DueDateDateTime", invoice.dueDate),
      leaf("ram:DirectDebitMandateID", payment?.directDebit?.mandate),
    ),
    branch(
      "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
      leaf("ram:LineTotalAmount", totals.lineTotal),
      leaf("ram:ChargeTotalAmount", totals.chargeTotal),
      leaf("ram:AllowanceTotalAmount", totals.allowanceTotal),
      leaf("ram:TaxBasisTotalAmount", totals.netTotal),
      leaf("ram:TaxTotalAmount", totals.vatTotal, { currencyID: invoice.currency }),
      leaf("ram:TaxTotalAmount", totals.vatTotalInVatCurrency, { currencyID: invoice.vatCurrency }),
      leaf("ram:RoundingAmount", totals.rounding),
      leaf("ram:GrandTotalAmount", totals.grossTotal),
      leaf("ram:TotalPrepaidAmount", totals.prepaid),
      leaf("ram:DuePayableAmount", totals.amountDue),
    ),
    invoice.precedingInvoices.map((preceding) =>
      branch("ram:InvoiceReferencedDocument", leaf("ram:IssuerAssignedID", preceding.number), date("ram:FormattedIssueDateTime", preceding.issueDate, "qdt")),
    ),
    branch("ram:ReceivableSpecifiedTradeAccountingAccount", leaf("ram:ID", invoice.buyerAccountingReference)),
  );
}

function date(element: string, of: string | undefined, prefix = "udt"): Xml {
  return of === undefined ? "" : branch(element, leaf(`${prefix}:DateTimeString`, of.replaceAll("-", ""), { format: "102" }));
}

function period(of: Period | undefined): Xml {
  return branch("ram:BillingSpecifiedPeriod", date("ram:StartDateTime", of?.start), date("ram:EndDateTime", of?.end));
}

function schemed(element: string, { id, scheme }: ReadIdentifier): Xml {
  return leaf(element, id, { schemeID: scheme });
}

// Identifiers of a known list are global, and stand after the others.
function identifiers(list: readonly ReadIdentifier[]): Xml[] {
  return [...list.filter(({ scheme }) => scheme === undefined).map(({ id }) => leaf("ram:ID", id)), ...list.filter(({ scheme }) => scheme !== undefined).map((item) => schemed("ram:GlobalID", item))];
}

function party(element: string, of: ReadParty | undefined): Xml {
  if (of === undefined) return "";
  return branch(
    element,
    identifiers(of.identifiers),
    leaf("ram:Name", of.name),
    leaf("ram:Description", of.legalInformation),
    branch("ram:SpecifiedLegalOrganization", of.legalRegistration ? schemed("ram:ID", of.legalRegistration) : "", leaf("ram:TradingBusinessName", of.tradingName)),
    branch(
      "ram:DefinedTradeContact",
      leaf("ram:PersonName", of.contact?.name),
      branch("ram:TelephoneUniversalCommunication", leaf("ram:CompleteNumber", of.contact?.phone)),
      branch("ram:EmailURIUniversalCommunication", leaf("ram:URIID", of.contact?.email)),
    ),
    address(of.address),
    of.electronicAddress ? branch("ram:URIUniversalCommunication", schemed("ram:URIID", of.electronicAddress)) : "",
    branch("ram:SpecifiedTaxRegistration", leaf("ram:ID", of.vatId, { schemeID: "VA" })),
    branch("ram:SpecifiedTaxRegistration", leaf("ram:ID", of.taxNumber, { schemeID: "FC" })),
  );
}

function address(of: Loose<Address> | undefined): Xml {
  return branch(
    "ram:PostalTradeAddress",
    leaf("ram:PostcodeCode", of?.postCode),
    leaf("ram:LineOne", of?.line1),
    leaf("ram:LineTwo", of?.line2),
    leaf("ram:LineThree", of?.line3),
    leaf("ram:CityName", of?.city),
    leaf("ram:CountryID", of?.country),
    leaf("ram:CountrySubDivisionName", of?.region),
  );
}

// One PaymentMeans per account; card and debited account stand in the first.
function paymentMeans({ payment }: ReadInvoice): Xml[] {
  if (payment === undefined) return [];
  const transfers = payment.transfers.length === 0 ? [undefined] : payment.transfers;
  return transfers.map((transfer, index) => {
    const iban = transfer?.account !== undefined && isIban(transfer.account);
    return branch(
      "ram:SpecifiedTradeSettlementPaymentMeans",
      leaf("ram:TypeCode", payment.meansCode),
      leaf("ram:Information", payment.meansText),
      index > 0 ? "" : branch("ram:ApplicableTradeSettlementFinancialCard", leaf("ram:ID", payment.card?.number), leaf("ram:CardholderName", payment.card?.holder)),
      index > 0 ? "" : branch("ram:PayerPartyDebtorFinancialAccount", leaf("ram:IBANID", payment.directDebit?.debitedAccount)),
      (transfer === undefined ? branch : elementOf)(
        "ram:PayeePartyCreditorFinancialAccount",
        iban ? leaf("ram:IBANID", transfer?.account) : "",
        leaf("ram:AccountName", transfer?.accountName),
        iban ? "" : leaf("ram:ProprietaryID", transfer?.account),
      ),
      branch("ram:PayeeSpecifiedCreditorFinancialInstitution", leaf("ram:BICID", transfer?.bic)),
    );
  });
}

function breakdownRow(row: Loose<VatBreakdownRow>, { vatPointDate, vatPointDateCode }: ReadInvoice): Xml {
  // CII names BT-8 by UNTDID 2475, the standard by UNTDID 2005.
  const code = vatPointDateCode === undefined ? undefined : ({ "3": "5", "35": "29", "432": "72" }[vatPointDateCode] ?? vatPointDateCode);
  return branch(
    "ram:ApplicableTradeTax",
    leaf("ram:CalculatedAmount", row.tax),
    leaf("ram:TypeCode", "VAT"),
    leaf("ram:ExemptionReason", row.exemptionReason),
    leaf("ram:BasisAmount", row.base),
    leaf("ram:CategoryCode", row.category),
    leaf("ram:ExemptionReasonCode", row.exemptionReasonCode),
    vatPointDate === undefined ? "" : branch("ram:TaxPointDate", leaf("udt:DateString", vatPointDate.replaceAll("-", ""), { format: "102" })),
    leaf("ram:DueDateTypeCode", code),
    leaf("ram:RateApplicablePercent", row.rate),
  );
}

function categoryTax(element: string, { vatCategory, vatRate }: Pick<ReadAllowanceCharge, "vatCategory" | "vatRate">): Xml {
  if (vatCategory === undefined && vatRate === undefined) return "";
  return branch(element, leaf("ram:TypeCode", "VAT"), leaf("ram:CategoryCode", vatCategory), leaf("ram:RateApplicablePercent", vatRate));
}

function allowanceCharge(of: ReadAllowanceCharge, charge: boolean, category: Xml): Xml {
  return branch(
    "ram:SpecifiedTradeAllowanceCharge",
    branch("ram:ChargeIndicator", leaf("udt:Indicator", String(charge))),
    leaf("ram:CalculationPercent", of.percent),
    leaf("ram:BasisAmount", of.base),
    leaf("ram:ActualAmount", of.amount),
    leaf("ram:ReasonCode", of.reasonCode),
    leaf("ram:Reason", of.reason),
    category,
  );
}

function supportingDocument(of: Loose<SupportingDocument>): Xml {
  return branch(
    "ram:AdditionalReferencedDocument",
    leaf("ram:IssuerAssignedID", of.id),
    leaf("ram:URIID", of.url),
    leaf("ram:TypeCode", "916"),
    leaf("ram:Name", of.description),
    leaf("ram:AttachmentBinaryObject", of.attachment?.base64, { mimeCode: of.attachment?.mimeType, filename: of.attachment?.name }),
  );
}

function lineItem(line: ReadLine): Xml {
  return branch(
    "ram:IncludedSupplyChainTradeLineItem",
    branch("ram:AssociatedDocumentLineDocument", leaf("ram:LineID", line.id), branch("ram:IncludedNote", leaf("ram:Content", line.note))),
    elementOf(
      "ram:SpecifiedTradeProduct",
      line.standardItemId ? schemed("ram:GlobalID", line.standardItemId) : "",
      leaf("ram:SellerAssignedID", line.sellerItemId),
      leaf("ram:BuyerAssignedID", line.buyerItemId),
      leaf("ram:Name", line.name),
      leaf("ram:Description", line.description),
      line.attributes.map((item) => branch("ram:ApplicableProductCharacteristic", leaf("ram:Description", item.name), leaf("ram:Value", item.value))),
      line.classifications.map((item) => branch("ram:DesignatedProductClassification", coded("ram:ClassCode", item.code, { listID: item.list, listVersionID: item.listVersion }))),
      branch("ram:OriginTradeCountry", leaf("ram:ID", line.originCountry)),
    ),
    branch(
      "ram:SpecifiedLineTradeAgreement",
      branch("ram:BuyerOrderReferencedDocument", leaf("ram:LineID", line.orderLine)),
      branch(
        "ram:GrossPriceProductTradePrice",
        leaf("ram:ChargeAmount", line.grossUnitPrice),
        line.priceDiscount === undefined
          ? ""
          : branch("ram:AppliedTradeAllowanceCharge", branch("ram:ChargeIndicator", leaf("udt:Indicator", "false")), leaf("ram:ActualAmount", line.priceDiscount)),
      ),
      branch("ram:NetPriceProductTradePrice", leaf("ram:ChargeAmount", line.unitPrice), coded("ram:BasisQuantity", line.baseQuantity, { unitCode: line.baseQuantityUnit })),
    ),
    branch("ram:SpecifiedLineTradeDelivery", coded("ram:BilledQuantity", line.quantity, { unitCode: line.unit })),
    branch(
      "ram:SpecifiedLineTradeSettlement",
      categoryTax("ram:ApplicableTradeTax", line),
      period(line.period),
      line.allowances.map((item) => allowanceCharge(item, false, "")),
      line.charges.map((item) => allowanceCharge(item, true, "")),
      branch("ram:SpecifiedTradeSettlementLineMonetarySummation", leaf("ram:LineTotalAmount", line.netAmount)),
      line.object
        ? branch("ram:AdditionalReferencedDocument", leaf("ram:IssuerAssignedID", line.object.id), leaf("ram:TypeCode", "130"), leaf("ram:ReferenceTypeCode", line.object.scheme))
        : "",
      branch("ram:ReceivableSpecifiedTradeAccountingAccount", leaf("ram:ID", line.accountingReference)),
    ),
  );
}
