import type { Loose, Address, Delivery, PaymentInstructions, Payee, Period, Problem, ReadAllowanceCharge, ReadInvoice, ReadLine, ReadParty, SupportingDocument, TaxRepresentative, VatBreakdownRow } from "./types.ts";
import { amountAt, attachmentOf, dateAt, decimalAt, discountAt, foldedAt, group, identifierAt, identifiersAt, present, readContext, type ReadContext } from "./read-terms.ts";
import { find, findAll, textAt, type XmlElement } from "./xml.ts";

/** Reads a UBL 2.1 Invoice or CreditNote by the bindings of EN 16931-3-2. `root` is the document element, foreign namespaces gone. */
export function readUbl(root: XmlElement, problems: Problem[]): ReadInvoice {
  const currency = textAt(root, "DocumentCurrencyCode");
  const context = readContext(problems, currency);
  const supplier = find(root, "AccountingSupplierParty/Party");
  const taxTotals = findAll(root, "TaxTotal");
  const inCurrency = (code: string | undefined) => taxTotals.find((total) => find(total, "TaxAmount")?.attributes.get("currencyID") === code);
  // A tax in another currency must not pass for one in the invoice's; one without a currency is the invoice's own.
  const taxTotal = inCurrency(currency) ?? inCurrency(undefined);
  const vatCurrency = textAt(root, "TaxCurrencyCode");
  const vatCurrencyTotal = vatCurrency !== undefined && vatCurrency !== currency ? inCurrency(vatCurrency) : undefined;
  const sums = find(root, "LegalMonetaryTotal|RequestedMonetaryTotal");
  const sum = (name: string, term: string) => amountAt(context, sums, name, `totals.${term}`);
  const references = findAll(root, "AdditionalDocumentReference");
  const ofType = (code: string) => references.find((reference) => textAt(reference, "DocumentTypeCode") === code);
  const order = textAt(root, "OrderReference/ID");

  return present({
    number: textAt(root, "ID"),
    issueDate: dateAt(context, root, "IssueDate", "issueDate"),
    // The element name alone says it is a credit note when the code is missing.
    typeCode: textAt(root, "InvoiceTypeCode|CreditNoteTypeCode") ?? (root.name === "CreditNote" ? "381" : undefined),
    currency,
    vatCurrency,
    vatPointDate: dateAt(context, root, "TaxPointDate", "vatPointDate"),
    vatPointDateCode: textAt(root, "InvoicePeriod/DescriptionCode"),
    dueDate:
      dateAt(context, root, "DueDate", "dueDate") ??
      dateAt(context, root, "PaymentMeans/PaymentDueDate", "dueDate") ??
      dateAt(context, root, "PaymentTerms/PaymentDueDate", "dueDate"),
    buyerReference: textAt(root, "BuyerReference"),
    projectReference: textAt(root, "ProjectReference/ID") ?? textAt(ofType("50"), "ID"),
    contractReference: textAt(root, "ContractDocumentReference/ID"),
    // UBL wants an ID beside a sales order; Peppol and XRechnung write "NA" where there is no purchase order.
    purchaseOrderReference: order === "NA" ? undefined : order,
    salesOrderReference: textAt(root, "OrderReference/SalesOrderID"),
    receivingAdviceReference: textAt(root, "ReceiptDocumentReference/ID"),
    despatchAdviceReference: textAt(root, "DespatchDocumentReference/ID"),
    tenderReference: textAt(root, "OriginatorDocumentReference/ID"),
    invoicedObject: identifierAt(ofType("130"), "ID"),
    buyerAccountingReference: textAt(root, "AccountingCost"),
    paymentTerms: foldedAt(root, "PaymentTerms/Note"),
    notes: findAll(root, "Note").filter((note) => note.text !== "").map((note) => {
      const [, subject, text] = /^#([A-Z]{3})#([^]*)$/.exec(note.text) ?? [undefined, undefined, note.text];
      return present({ subject, text: text.trim() });
    }),
    businessProcess: textAt(root, "ProfileID"),
    specification: textAt(root, "CustomizationID"),
    precedingInvoices: findAll(root, "BillingReference/InvoiceDocumentReference|CreditNoteDocumentReference").map((reference, index) =>
      present({ number: textAt(reference, "ID"), issueDate: dateAt(context, reference, "IssueDate", `precedingInvoices[${index}].issueDate`) }),
    ),
    seller: party(supplier, "seller"),
    buyer: party(find(root, "AccountingCustomerParty/Party"), "buyer"),
    payee: payee(find(root, "PayeeParty")),
    taxRepresentative: taxRepresentative(find(root, "TaxRepresentativeParty")),
    delivery: delivery(find(root, "Delivery"), context),
    invoicingPeriod: period(find(root, "InvoicePeriod"), context, "invoicingPeriod"),
    payment: payment(root, supplier),
    allowances: changes(root, false, context, "allowances"),
    charges: changes(root, true, context, "charges"),
    totals: group({
      lineTotal: sum("LineExtensionAmount", "lineTotal"),
      allowanceTotal: sum("AllowanceTotalAmount", "allowanceTotal"),
      chargeTotal: sum("ChargeTotalAmount", "chargeTotal"),
      netTotal: sum("TaxExclusiveAmount", "netTotal"),
      vatTotal: amountAt(context, taxTotal, "TaxAmount", "totals.vatTotal"),
      vatTotalInVatCurrency: amountAt(readContext(problems, vatCurrency), vatCurrencyTotal, "TaxAmount", "totals.vatTotalInVatCurrency"),
      grossTotal: sum("TaxInclusiveAmount", "grossTotal"),
      prepaid: sum("PrepaidAmount", "prepaid"),
      rounding: sum("PayableRoundingAmount", "rounding"),
      amountDue: sum("PayableAmount", "amountDue"),
    }),
    vatBreakdown: findAll(taxTotal, "TaxSubtotal").map((row, index) => breakdownRow(row, index, context)),
    supportingDocuments: references.filter((reference) => !["50", "130"].includes(textAt(reference, "DocumentTypeCode") ?? "")).map(supportingDocument),
    lines: findAll(root, "InvoiceLine|CreditNoteLine").map((line, index) => readLine(line, index, context)),
  });
}

function party(element: XmlElement | undefined, term: "seller" | "buyer"): ReadParty | undefined {
  const registered = foldedAt(element, "PartyLegalEntity/RegistrationName");
  const called = foldedAt(element, "PartyName/Name");
  const schemes = findAll(element, "PartyTaxScheme");
  const isVat = (scheme: XmlElement) => (textAt(scheme, "TaxScheme/ID") ?? "VAT").toUpperCase() === "VAT";
  const seller = term === "seller";
  return group({
    name: registered ?? called,
    tradingName: registered === undefined ? undefined : called,
    // A creditor identifier of SEPA sits among the party's own (BT-90) and is read with the payment.
    identifiers: identifiersAt(element, "PartyIdentification/ID").filter(({ scheme }) => scheme !== "SEPA"),
    legalRegistration: identifierAt(element, "PartyLegalEntity/CompanyID"),
    vatId: textAt(schemes.find(isVat), "CompanyID"),
    taxNumber: seller ? textAt(schemes.find((scheme) => !isVat(scheme)), "CompanyID") : undefined,
    legalInformation: seller ? foldedAt(element, "PartyLegalEntity/CompanyLegalForm") : undefined,
    electronicAddress: identifierAt(element, "EndpointID"),
    address: address(find(element, "PostalAddress")),
    contact: group({
      name: textAt(element, "Contact/Name"),
      phone: textAt(element, "Contact/Telephone"),
      email: textAt(element, "Contact/ElectronicMail"),
    }),
  });
}

function address(element: XmlElement | undefined): Loose<Address> | undefined {
  return group({
    line1: textAt(element, "StreetName"),
    line2: textAt(element, "AdditionalStreetName"),
    line3: textAt(element, "AddressLine/Line"),
    city: textAt(element, "CityName"),
    postCode: textAt(element, "PostalZone"),
    region: textAt(element, "CountrySubentity"),
    country: textAt(element, "Country/IdentificationCode"),
  });
}

function payee(element: XmlElement | undefined): Loose<Payee> | undefined {
  return group({
    name: foldedAt(element, "PartyName/Name"),
    identifier: identifiersAt(element, "PartyIdentification/ID").find(({ scheme }) => scheme !== "SEPA"),
    legalRegistration: identifierAt(element, "PartyLegalEntity/CompanyID"),
  });
}

function taxRepresentative(element: XmlElement | undefined): Loose<TaxRepresentative> | undefined {
  return group({
    name: foldedAt(element, "PartyName/Name"),
    vatId: textAt(element, "PartyTaxScheme/CompanyID"),
    address: address(find(element, "PostalAddress")),
  });
}

function delivery(element: XmlElement | undefined, context: ReadContext): Loose<Delivery> | undefined {
  return group({
    name: foldedAt(element, "DeliveryParty/PartyName/Name"),
    location: identifierAt(element, "DeliveryLocation/ID"),
    date: dateAt(context, element, "ActualDeliveryDate", "delivery.date"),
    address: address(find(element, "DeliveryLocation/Address") ?? find(element, "DeliveryAddress")),
  });
}

function period(element: XmlElement | undefined, context: ReadContext, term: string): Period | undefined {
  return group({ start: dateAt(context, element, "StartDate", `${term}.start`), end: dateAt(context, element, "EndDate", `${term}.end`) });
}

function payment(root: XmlElement, supplier: XmlElement | undefined): Loose<PaymentInstructions> | undefined {
  const means = findAll(root, "PaymentMeans");
  const first = <T>(pick: (element: XmlElement) => T | undefined): T | undefined => {
    for (const element of means) {
      const found = pick(element);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const sepa = [...identifiersAt(find(root, "PayeeParty"), "PartyIdentification/ID"), ...identifiersAt(supplier, "PartyIdentification/ID")];
  return group({
    meansCode: first((element) => textAt(element, "PaymentMeansCode")),
    meansText: first((element) => find(element, "PaymentMeansCode")?.attributes.get("name") || undefined),
    reference: first((element) => textAt(element, "PaymentID")),
    transfers: means.flatMap((element) => findAll(element, "PayeeFinancialAccount")).map((account) =>
      present({ account: textAt(account, "ID"), accountName: textAt(account, "Name"), bic: textAt(account, "FinancialInstitutionBranch/ID") }),
    ),
    card: first((element) => group({ number: textAt(element, "CardAccount/PrimaryAccountNumberID"), holder: textAt(element, "CardAccount/HolderName") })),
    directDebit: group({
      mandate: first((element) => textAt(element, "PaymentMandate/ID")),
      creditorId: sepa.find(({ scheme }) => scheme === "SEPA")?.id,
      debitedAccount: first((element) => textAt(element, "PaymentMandate/PayerFinancialAccount/ID")),
    }),
  });
}

function changes(parent: XmlElement, charge: boolean, context: ReadContext, term: string): ReadAllowanceCharge[] {
  return findAll(parent, "AllowanceCharge")
    .filter((element) => /^(true|1)$/.test(textAt(element, "ChargeIndicator") ?? "false") === charge)
    .map((element, index) =>
      present({
        amount: amountAt(context, element, "Amount", `${term}[${index}].amount`),
        base: amountAt(context, element, "BaseAmount", `${term}[${index}].base`),
        percent: decimalAt(context, element, "MultiplierFactorNumeric", `${term}[${index}].percent`),
        reason: textAt(element, "AllowanceChargeReason"),
        reasonCode: textAt(element, "AllowanceChargeReasonCode"),
        vatCategory: textAt(element, "TaxCategory/ID"),
        vatRate: decimalAt(context, element, "TaxCategory/Percent", `${term}[${index}].vatRate`),
      }),
    );
}

function breakdownRow(row: XmlElement, index: number, context: ReadContext): Loose<VatBreakdownRow> {
  return present({
    category: textAt(row, "TaxCategory/ID"),
    rate: decimalAt(context, row, "TaxCategory/Percent", `vatBreakdown[${index}].rate`),
    base: amountAt(context, row, "TaxableAmount", `vatBreakdown[${index}].base`),
    tax: amountAt(context, row, "TaxAmount", `vatBreakdown[${index}].tax`),
    exemptionReason: textAt(row, "TaxCategory/TaxExemptionReason"),
    exemptionReasonCode: textAt(row, "TaxCategory/TaxExemptionReasonCode"),
  });
}

function supportingDocument(reference: XmlElement): Loose<SupportingDocument> {
  const object = find(reference, "Attachment/EmbeddedDocumentBinaryObject");
  return present({
    id: textAt(reference, "ID"),
    description: textAt(reference, "DocumentDescription"),
    url: textAt(reference, "Attachment/ExternalReference/URI"),
    attachment: attachmentOf(object),
  });
}

function readLine(line: XmlElement, index: number, context: ReadContext): ReadLine {
  const at = (name: string) => `lines[${index}].${name}`;
  const quantity = find(line, "InvoicedQuantity|CreditedQuantity|DebitedQuantity");
  const base = find(line, "Price/BaseQuantity");
  const item = find(line, "Item");
  const object = findAll(line, "DocumentReference").find((reference) => (textAt(reference, "DocumentTypeCode") ?? "130") === "130");
  return present({
    id: textAt(line, "ID"),
    note: foldedAt(line, "Note"),
    object: identifierAt(object, "ID"),
    quantity: decimalAt(context, line, "InvoicedQuantity|CreditedQuantity|DebitedQuantity", at("quantity")),
    unit: quantity?.attributes.get("unitCode") || undefined,
    netAmount: amountAt(context, line, "LineExtensionAmount", at("netAmount")),
    orderLine: textAt(line, "OrderLineReference/LineID"),
    accountingReference: textAt(line, "AccountingCost"),
    period: period(find(line, "InvoicePeriod"), context, at("period")),
    allowances: changes(line, false, context, at("allowances")),
    charges: changes(line, true, context, at("charges")),
    unitPrice: decimalAt(context, line, "Price/PriceAmount", at("unitPrice")),
    priceDiscount: discountAt(context, line, "Price/AllowanceCharge/Amount", at("priceDiscount")),
    grossUnitPrice: decimalAt(context, line, "Price/AllowanceCharge/BaseAmount", at("grossUnitPrice")),
    baseQuantity: decimalAt(context, line, "Price/BaseQuantity", at("baseQuantity")),
    baseQuantityUnit: base?.attributes.get("unitCode") || undefined,
    vatCategory: textAt(item, "ClassifiedTaxCategory/ID"),
    vatRate: decimalAt(context, item, "ClassifiedTaxCategory/Percent", at("vatRate")),
    name: foldedAt(item, "Name"),
    description: foldedAt(item, "Description"),
    sellerItemId: textAt(item, "SellersItemIdentification/ID"),
    buyerItemId: textAt(item, "BuyersItemIdentification/ID"),
    standardItemId: identifierAt(item, "StandardItemIdentification/ID"),
    classifications: findAll(item, "CommodityClassification/ItemClassificationCode").map((code) =>
      present({ code: code.text, list: code.attributes.get("listID"), listVersion: code.attributes.get("listVersionID") }),
    ),
    originCountry: textAt(item, "OriginCountry/IdentificationCode"),
    attributes: findAll(item, "AdditionalItemProperty").map((property) => present({ name: textAt(property, "Name"), value: textAt(property, "Value") })),
  });
}
