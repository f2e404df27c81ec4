import { amountAt, attachmentOf, dateAt, decimalAt, discountAt, foldedAt, group, identifierAt, identifiersAt, present, readContext, type ReadContext } from "./read-terms.ts";
import type { Address, Delivery, Loose, Payee, PaymentInstructions, Period, Problem, ReadAllowanceCharge, ReadInvoice, ReadLine, ReadParty, SupportingDocument, TaxRepresentative, VatBreakdownRow } from "./types.ts";
import { find, findAll, textAt, type XmlElement } from "./xml.ts";

/**
 * Reads a UN/CEFACT Cross Industry Invoice D16B by the bindings of EN 16931-3-3 (ZUGFeRD 2, Factur-X, XRechnung). ZUGFeRD 1.0
 * comes here in the same names (zugferd1.ts).
 */
export function readCii(root: XmlElement, problems: Problem[]): ReadInvoice {
  const process = find(root, "ExchangedDocumentContext");
  const header = find(root, "ExchangedDocument");
  const trade = find(root, "SupplyChainTradeTransaction");
  const agreement = find(trade, "ApplicableHeaderTradeAgreement");
  const deliveries = find(trade, "ApplicableHeaderTradeDelivery");
  const settlement = find(trade, "ApplicableHeaderTradeSettlement");
  const sums = find(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation");
  const currency = textAt(settlement, "InvoiceCurrencyCode");
  const vatCurrency = textAt(settlement, "TaxCurrencyCode");
  const context = readContext(problems, currency);
  const sum = (name: string, term: string) => amountAt(context, sums, name, `totals.${term}`);
  const taxSums = findAll(sums, "TaxTotalAmount");
  const taxSum = (code: string | undefined) => taxSums.find((element) => element.attributes.get("currencyID") === code);
  // A tax in another currency must not pass for one in the invoice's; one without a currency is the invoice's own.
  const vatTotal = taxSum(currency) ?? taxSum(undefined);
  const vatTotalInVatCurrency = vatCurrency !== undefined && vatCurrency !== currency ? taxSum(vatCurrency) : undefined;
  // The reading helpers take a parent and a path; these amounts are already found.
  const own = (element: XmlElement | undefined): XmlElement | undefined => element && { ...element, children: [element] };
  const documents = findAll(agreement, "AdditionalReferencedDocument");
  const ofType = (code: string) => documents.find((document) => textAt(document, "TypeCode") === code);
  const id = "IssuerAssignedID";

  return present({
    number: textAt(header, "ID"),
    issueDate: dateAt(context, header, "IssueDateTime/DateTimeString|DateTime", "issueDate"),
    typeCode: textAt(header, "TypeCode"),
    currency,
    vatCurrency,
    vatPointDate: dateAt(context, settlement, "ApplicableTradeTax/TaxPointDate/DateString", "vatPointDate"),
    vatPointDateCode: vatPointCode(textAt(settlement, "ApplicableTradeTax/DueDateTypeCode")),
    dueDate: dateAt(context, settlement, "SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString|DateTime", "dueDate"),
    buyerReference: textAt(agreement, "BuyerReference"),
    projectReference: textAt(agreement, "SpecifiedProcuringProject/ID"),
    contractReference: textAt(agreement, `ContractReferencedDocument/${id}`),
    purchaseOrderReference: textAt(agreement, `BuyerOrderReferencedDocument/${id}`),
    salesOrderReference: textAt(agreement, `SellerOrderReferencedDocument/${id}`),
    receivingAdviceReference: textAt(deliveries, `ReceivingAdviceReferencedDocument/${id}`),
    despatchAdviceReference: textAt(deliveries, `DespatchAdviceReferencedDocument/${id}`),
    tenderReference: textAt(ofType("50"), id),
    invoicedObject: referenced(ofType("130")),
    buyerAccountingReference: textAt(settlement, "ReceivableSpecifiedTradeAccountingAccount/ID"),
    paymentTerms: foldedAt(settlement, "SpecifiedTradePaymentTerms/Description"),
    notes: findAll(header, "IncludedNote").flatMap((note) => {
      const text = textAt(note, "Content");
      return text === undefined ? [] : [present({ subject: textAt(note, "SubjectCode"), text })];
    }),
    businessProcess: textAt(process, "BusinessProcessSpecifiedDocumentContextParameter/ID"),
    specification: textAt(process, "GuidelineSpecifiedDocumentContextParameter/ID"),
    precedingInvoices: findAll(settlement, "InvoiceReferencedDocument").map((document, index) =>
      present({
        number: textAt(document, id),
        issueDate: dateAt(context, document, "FormattedIssueDateTime/DateTimeString", `precedingInvoices[${index}].issueDate`),
      }),
    ),
    seller: party(find(agreement, "SellerTradeParty"), "seller"),
    buyer: party(find(agreement, "BuyerTradeParty"), "buyer"),
    payee: payee(find(settlement, "PayeeTradeParty")),
    taxRepresentative: taxRepresentative(find(agreement, "SellerTaxRepresentativeTradeParty")),
    delivery: delivery(deliveries, context),
    invoicingPeriod: period(find(settlement, "BillingSpecifiedPeriod"), context, "invoicingPeriod"),
    payment: payment(settlement),
    allowances: changes(settlement, false, context, "allowances"),
    charges: [...changes(settlement, true, context, "charges"), ...logisticsCharges(settlement, context)],
    totals: group({
      lineTotal: sum("LineTotalAmount", "lineTotal"),
      allowanceTotal: sum("AllowanceTotalAmount", "allowanceTotal"),
      chargeTotal: sum("ChargeTotalAmount", "chargeTotal"),
      netTotal: sum("TaxBasisTotalAmount", "netTotal"),
      vatTotal: amountAt(context, own(vatTotal), "TaxTotalAmount", "totals.vatTotal"),
      vatTotalInVatCurrency: amountAt(readContext(problems, vatCurrency), own(vatTotalInVatCurrency), "TaxTotalAmount", "totals.vatTotalInVatCurrency"),
      grossTotal: sum("GrandTotalAmount", "grossTotal"),
      prepaid: sum("TotalPrepaidAmount", "prepaid"),
      rounding: sum("RoundingAmount", "rounding"),
      amountDue: sum("DuePayableAmount", "amountDue"),
    }),
    vatBreakdown: findAll(settlement, "ApplicableTradeTax").filter(isBreakdownRow).map((row, index) => breakdownRow(row, index, context)),
    supportingDocuments: documents.filter((document) => !["50", "130"].includes(textAt(document, "TypeCode") ?? "")).map(supportingDocument),
    lines: findAll(trade, "IncludedSupplyChainTradeLineItem").filter(isInvoiced).map((line, index) => readLine(line, index, context)),
  });
}

// CII names BT-8 by UNTDID 2475, the standard by UNTDID 2005: issue date, delivery, payment.
function vatPointCode(code: string | undefined): string | undefined {
  return code === undefined ? undefined : ({ "5": "3", "29": "35", "72": "432" }[code] ?? code);
}

// ZUGFeRD 1.0 prints remarks as lines without a product; Extended groups lines under headings. Neither charges anything.
function isInvoiced(line: XmlElement): boolean {
  const reason = textAt(line, "AssociatedDocumentLineDocument/LineStatusReasonCode");
  return reason !== "GROUP" && reason !== "INFORMATION" && find(line, "SpecifiedTradeProduct") !== undefined;
}

function party(element: XmlElement | undefined, term: "seller" | "buyer"): ReadParty | undefined {
  const registrations = findAll(element, "SpecifiedTaxRegistration/ID");
  const registration = (scheme: string) => registrations.find((found) => found.attributes.get("schemeID") === scheme)?.text;
  const seller = term === "seller";
  const legal = find(element, "SpecifiedLegalOrganization");
  return group({
    name: foldedAt(element, "Name"),
    tradingName: foldedAt(legal, "TradingBusinessName"),
    identifiers: identifiersAt(element, "ID|GlobalID"),
    legalRegistration: identifierAt(legal, "ID"),
    vatId: registration("VA"),
    taxNumber: seller ? registration("FC") : undefined,
    legalInformation: seller ? foldedAt(element, "Description") : undefined,
    electronicAddress: identifierAt(element, "URIUniversalCommunication/URIID"),
    address: address(find(element, "PostalTradeAddress")),
    contact: group({
      name: textAt(element, "DefinedTradeContact/PersonName") ?? textAt(element, "DefinedTradeContact/DepartmentName"),
      phone: textAt(element, "DefinedTradeContact/TelephoneUniversalCommunication/CompleteNumber"),
      email: textAt(element, "DefinedTradeContact/EmailURIUniversalCommunication/URIID"),
    }),
  });
}

function address(element: XmlElement | undefined): Loose<Address> | undefined {
  return group({
    line1: textAt(element, "LineOne"),
    line2: textAt(element, "LineTwo"),
    line3: textAt(element, "LineThree"),
    city: textAt(element, "CityName"),
    postCode: textAt(element, "PostcodeCode"),
    region: textAt(element, "CountrySubDivisionName"),
    country: textAt(element, "CountryID"),
  });
}

function payee(element: XmlElement | undefined): Loose<Payee> | undefined {
  return group({
    name: foldedAt(element, "Name"),
    identifier: identifierAt(element, "ID|GlobalID"),
    legalRegistration: identifierAt(element, "SpecifiedLegalOrganization/ID"),
  });
}

function taxRepresentative(element: XmlElement | undefined): Loose<TaxRepresentative> | undefined {
  return group({
    name: foldedAt(element, "Name"),
    vatId: textAt(element, "SpecifiedTaxRegistration/ID"),
    address: address(find(element, "PostalTradeAddress")),
  });
}

function delivery(element: XmlElement | undefined, context: ReadContext): Loose<Delivery> | undefined {
  const receiver = find(element, "ShipToTradeParty");
  return group({
    name: foldedAt(receiver, "Name"),
    location: identifierAt(receiver, "ID|GlobalID"),
    date: dateAt(context, element, "ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString|DateTime", "delivery.date"),
    address: address(find(receiver, "PostalTradeAddress")),
  });
}

function period(element: XmlElement | undefined, context: ReadContext, term: string): Period | undefined {
  return group({
    start: dateAt(context, element, "StartDateTime/DateTimeString|DateTime", `${term}.start`),
    end: dateAt(context, element, "EndDateTime/DateTimeString|DateTime", `${term}.end`),
  });
}

function payment(settlement: XmlElement | undefined): Loose<PaymentInstructions> | undefined {
  const means = "SpecifiedTradeSettlementPaymentMeans";
  return group({
    meansCode: textAt(settlement, `${means}/TypeCode`),
    meansText: textAt(settlement, `${means}/Information`),
    reference: textAt(settlement, "PaymentReference"),
    transfers: findAll(settlement, means).flatMap((element) => {
      const account = find(element, "PayeePartyCreditorFinancialAccount");
      const transfer = group({
        account: textAt(account, "IBANID") ?? textAt(account, "ProprietaryID"),
        accountName: textAt(account, "AccountName"),
        bic: textAt(element, "PayeeSpecifiedCreditorFinancialInstitution/BICID"),
      });
      return transfer !== undefined ? [transfer] : account === undefined ? [] : [{}];
    }),
    card: group({
      number: textAt(settlement, `${means}/ApplicableTradeSettlementFinancialCard/ID`),
      holder: textAt(settlement, `${means}/ApplicableTradeSettlementFinancialCard/CardholderName`),
    }),
    directDebit: group({
      mandate: textAt(settlement, "SpecifiedTradePaymentTerms/DirectDebitMandateID"),
      creditorId: textAt(settlement, "CreditorReferenceID"),
      debitedAccount: textAt(settlement, `${means}/PayerPartyDebtorFinancialAccount/IBANID`),
    }),
  });
}

const rate = "RateApplicablePercent";

function changes(parent: XmlElement | undefined, charge: boolean, context: ReadContext, term: string): ReadAllowanceCharge[] {
  return findAll(parent, "SpecifiedTradeAllowanceCharge")
    .filter((element) => /^(true|1)$/.test(textAt(element, "ChargeIndicator/Indicator") ?? textAt(element, "ChargeIndicator") ?? "false") === charge)
    .map((element, index) =>
      present({
        amount: amountAt(context, element, "ActualAmount", `${term}[${index}].amount`),
        base: amountAt(context, element, "BasisAmount", `${term}[${index}].base`),
        percent: decimalAt(context, element, "CalculationPercent", `${term}[${index}].percent`),
        reason: textAt(element, "Reason"),
        reasonCode: textAt(element, "ReasonCode"),
        vatCategory: textAt(element, "CategoryTradeTax/CategoryCode"),
        vatRate: decimalAt(context, element, `CategoryTradeTax/${rate}`, `${term}[${index}].vatRate`),
      }),
    );
}

// Freight in ZUGFeRD 1.0 and Extended: a charge by another name, part of the same sum (BT-108).
function logisticsCharges(settlement: XmlElement | undefined, context: ReadContext): ReadAllowanceCharge[] {
  return findAll(settlement, "SpecifiedLogisticsServiceCharge").map((element) =>
    present({
      amount: amountAt(context, element, "AppliedAmount", "charges"),
      reason: textAt(element, "Description"),
      vatCategory: textAt(element, "AppliedTradeTax/CategoryCode"),
      vatRate: decimalAt(context, element, `AppliedTradeTax/${rate}`, "charges"),
    }),
  );
}

// One that only says when the tax falls due stands for no amount.
function isBreakdownRow(row: XmlElement): boolean {
  return find(row, "TaxPointDate|DueDateTypeCode") === undefined || find(row, "CategoryCode|BasisAmount|CalculatedAmount") !== undefined;
}

function breakdownRow(row: XmlElement, index: number, context: ReadContext): Loose<VatBreakdownRow> {
  return present({
    category: textAt(row, "CategoryCode"),
    rate: decimalAt(context, row, rate, `vatBreakdown[${index}].rate`),
    base: amountAt(context, row, "BasisAmount", `vatBreakdown[${index}].base`),
    tax: amountAt(context, row, "CalculatedAmount", `vatBreakdown[${index}].tax`),
    exemptionReason: textAt(row, "ExemptionReason"),
    exemptionReasonCode: textAt(row, "ExemptionReasonCode"),
  });
}

function supportingDocument(document: XmlElement): Loose<SupportingDocument> {
  const object = find(document, "AttachmentBinaryObject");
  return present({
    id: textAt(document, "IssuerAssignedID"),
    description: textAt(document, "Name"),
    url: textAt(document, "URIID"),
    attachment: attachmentOf(object),
  });
}

function referenced(document: XmlElement | undefined): { id?: string; scheme?: string } | undefined {
  return group({ id: textAt(document, "IssuerAssignedID"), scheme: textAt(document, "ReferenceTypeCode") });
}

function readLine(line: XmlElement, index: number, context: ReadContext): ReadLine {
  const at = (name: string) => `lines[${index}].${name}`;
  const product = find(line, "SpecifiedTradeProduct");
  const agreement = find(line, "SpecifiedLineTradeAgreement");
  const net = find(agreement, "NetPriceProductTradePrice");
  const gross = find(agreement, "GrossPriceProductTradePrice");
  const quantity = find(line, "SpecifiedLineTradeDelivery/BilledQuantity");
  const settlement = find(line, "SpecifiedLineTradeSettlement");
  const sums = find(settlement, "SpecifiedTradeSettlementLineMonetarySummation");
  const priced = find(net, "BasisQuantity") ? net : gross;
  const objects = findAll(settlement, "AdditionalReferencedDocument");
  return present({
    id: textAt(line, "AssociatedDocumentLineDocument/LineID"),
    note: foldedAt(line, "AssociatedDocumentLineDocument/IncludedNote/Content"),
    object: referenced(objects.find((document) => (textAt(document, "TypeCode") ?? "130") === "130")),
    quantity: decimalAt(context, line, "SpecifiedLineTradeDelivery/BilledQuantity", at("quantity")),
    unit: quantity?.attributes.get("unitCode") || undefined,
    netAmount: amountAt(context, sums, "LineTotalAmount", at("netAmount")),
    orderLine: textAt(agreement, "BuyerOrderReferencedDocument/LineID"),
    accountingReference: textAt(settlement, "ReceivableSpecifiedTradeAccountingAccount/ID"),
    period: period(find(settlement, "BillingSpecifiedPeriod"), context, at("period")),
    allowances: changes(settlement, false, context, at("allowances")),
    charges: changes(settlement, true, context, at("charges")),
    unitPrice: decimalAt(context, net, "ChargeAmount", at("unitPrice")),
    priceDiscount: discountAt(context, gross, "AppliedTradeAllowanceCharge/ActualAmount", at("priceDiscount")),
    grossUnitPrice: decimalAt(context, gross, "ChargeAmount", at("grossUnitPrice")),
    baseQuantity: decimalAt(context, priced, "BasisQuantity", at("baseQuantity")),
    baseQuantityUnit: find(priced, "BasisQuantity")?.attributes.get("unitCode") || undefined,
    vatCategory: textAt(settlement, "ApplicableTradeTax/CategoryCode"),
    vatRate: decimalAt(context, settlement, `ApplicableTradeTax/${rate}`, at("vatRate")),
    name: foldedAt(product, "Name"),
    description: foldedAt(product, "Description"),
    sellerItemId: textAt(product, "SellerAssignedID"),
    buyerItemId: textAt(product, "BuyerAssignedID"),
    standardItemId: identifierAt(product, "GlobalID"),
    classifications: findAll(product, "DesignatedProductClassification/ClassCode").map((code) =>
      present({ code: code.text, list: code.attributes.get("listID"), listVersion: code.attributes.get("listVersionID") }),
    ),
    originCountry: textAt(product, "OriginTradeCountry/ID"),
    attributes: findAll(product, "ApplicableProductCharacteristic").map((property) => present({ name: textAt(property, "Description"), value: textAt(property, "Value") })),
  });
}
