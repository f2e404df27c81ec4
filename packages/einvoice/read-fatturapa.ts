import { dateAt, decimalAt, amountAt, foldedAt, group, present, readContext, type ReadContext } from "./read-terms.ts";
import type { Problem, ReadAddress, ReadAllowanceCharge, ReadInvoice, ReadLine, ReadParty } from "./types.ts";
import { Decimal } from "@counterfoil/money";
import { find, findAll, textAt, withoutSpace, type XmlElement } from "./xml.ts";

/** True for the document element of FatturaPA 1.0 to 1.3 (Agenzia delle Entrate), ordinary invoices to firms and authorities. */
export function isFatturaPa(root: XmlElement): boolean {
  return root.name === "FatturaElettronica" && /fatture\/v1\.\d|fatturapa/.test(root.namespace);
}

// Tipo documento to UNTDID 1001: credit notes, debit notes, fees, advances, deferred and self-billed ones.
const typeCodes: Record<string, string> = { TD01: "380", TD02: "386", TD03: "386", TD04: "381", TD05: "383", TD06: "380", TD24: "380", TD25: "380", TD26: "380" };
const selfBilled = /^TD(16|17|18|19|20|21|22|23|27|28|29)$/;

// Natura to the category of EN 16931; the numbers after the dot tell the reason.
const categories: [RegExp, string][] = [[/^N1|^N2/, "O"], [/^N3\.1/, "G"], [/^N3\.2/, "K"], [/^N3/, "E"], [/^N4|^N5/, "E"], [/^N6/, "AE"], [/^N7/, "O"]];

// Modalità di pagamento to UNTDID 4461.
const means: Record<string, string> = { MP01: "10", MP02: "20", MP03: "23", MP05: "30", MP08: "48", MP09: "49", MP10: "49", MP11: "49", MP12: "70", MP16: "49", MP19: "59", MP20: "59", MP21: "59" };

/**
 * Reads an Italian FatturaPA as an invoice of EN 16931. Of a file with several invoices the first is read and the others are
 * named as a problem. Withholding (ritenuta) has no term and is counted as prepaid; stamp duty (bollo) that the seller bears
 * changes nothing. Signed envelopes (.p7m) have to be opened before.
 */
export function readFatturaPa(root: XmlElement, problems: Problem[]): ReadInvoice {
  const header = find(root, "FatturaElettronicaHeader");
  const [body, ...more] = findAll(root, "FatturaElettronicaBody");
  if (more.length > 0) problems.push({ code: "several_invoices", path: "number", message: `The file holds ${more.length + 1} invoices; the first was read. Split the file to read the others.` });
  const general = find(body, "DatiGenerali/DatiGeneraliDocumento");
  const currency = textAt(general, "Divisa");
  const context = readContext(problems, currency);
  const kind = textAt(general, "TipoDocumento") ?? "";
  const summaries = findAll(body, "DatiBeniServizi/DatiRiepilogo");
  const payments = findAll(body, "DatiPagamento/DettaglioPagamento");
  const lines = findAll(body, "DatiBeniServizi/DettaglioLinee").map((line, index) => readLine(line, index, context));
  const changes = findAll(general, "ScontoMaggiorazione");
  const vatBreakdown = summaries.map((row, index) => present({
    ...categoryOf(row),
    rate: decimalAt(context, row, "AliquotaIVA", `vatBreakdown[${index}].rate`),
    base: amountAt(context, row, "ImponibileImporto", `vatBreakdown[${index}].base`),
    tax: amountAt(context, row, "Imposta", `vatBreakdown[${index}].tax`),
    exemptionReason: textAt(row, "Natura") === undefined ? undefined : [textAt(row, "Natura"), textAt(row, "RiferimentoNormativo")].filter(Boolean).join(" "),
  }));
  const sum = (texts: (string | undefined)[]) => Decimal.sum(texts.map((text) => Decimal.tryParse(text) ?? Decimal.zero));
  const text = (value: Decimal) => Decimal.text(Decimal.round(value, context.amountDigits));
  const net = sum(vatBreakdown.map(({ base }) => base));
  const tax = sum(vatBreakdown.map((row) => row.tax));
  const withheld = sum(findAll(general, "DatiRitenuta/ImportoRitenuta").map((element) => element.text));
  const rounding = amountAt(context, general, "Arrotondamento", "totals.rounding");
  const gross = amountAt(context, general, "ImportoTotaleDocumento", "totals.grossTotal") ?? text(Decimal.add(net, tax));
  const accounts = payments.filter((payment) => find(payment, "IBAN") !== undefined);
  const allowances = changesOf(changes, "SC", context, vatBreakdown[0]);
  const charges = [...changesOf(changes, "MG", context, vatBreakdown[0]), ...funds(general, context)];
  return present({
    number: textAt(general, "Numero"),
    issueDate: dateAt(context, general, "Data", "issueDate"),
    typeCode: selfBilled.test(kind) ? "389" : (typeCodes[kind] ?? "380"),
    currency,
    dueDate: dateAt(context, payments.find((payment) => find(payment, "DataScadenzaPagamento") !== undefined), "DataScadenzaPagamento", "dueDate"),
    buyerReference: textAt(header, "DatiTrasmissione/CodiceDestinatario"),
    purchaseOrderReference: textAt(body, "DatiGenerali/DatiOrdineAcquisto/IdDocumento"),
    contractReference: textAt(body, "DatiGenerali/DatiContratto/IdDocumento"),
    despatchAdviceReference: textAt(body, "DatiGenerali/DatiDDT/NumeroDDT"),
    receivingAdviceReference: textAt(body, "DatiGenerali/DatiRicezione/IdDocumento"),
    tenderReference: textAt(body, "DatiGenerali/DatiOrdineAcquisto/CodiceCIG"),
    projectReference: textAt(body, "DatiGenerali/DatiOrdineAcquisto/CodiceCUP"),
    notes: findAll(general, "Causale").filter((note) => note.text !== "").map((note) => ({ text: note.text })),
    precedingInvoices: findAll(body, "DatiGenerali/DatiFattureCollegate").map((linked, index) => present({ number: textAt(linked, "IdDocumento"), issueDate: dateAt(context, linked, "Data", `precedingInvoices[${index}].issueDate`) })),
    seller: party(find(header, "CedentePrestatore"), true),
    buyer: party(find(header, "CessionarioCommittente"), false),
    taxRepresentative: group({
      name: nameOf(find(header, "RappresentanteFiscale/DatiAnagrafici/Anagrafica")),
      vatId: vatIdOf(find(header, "RappresentanteFiscale/DatiAnagrafici")),
    }),
    payment: group({
      meansCode: payments.length === 0 ? undefined : (means[textAt(payments[0], "ModalitaPagamento") ?? ""] ?? "1"),
      reference: textAt(payments[0], "CodicePagamento"),
      transfers: accounts.map((payment) => present({ account: textAt(payment, "IBAN"), accountName: foldedAt(payment, "Beneficiario"), bic: textAt(payment, "BIC") })),
    }),
    allowances,
    charges,
    totals: group({
      lineTotal: text(sum(lines.map(({ netAmount }) => netAmount))),
      allowanceTotal: allowances.length === 0 ? undefined : text(sum(allowances.map(({ amount }) => amount))),
      chargeTotal: charges.length === 0 ? undefined : text(sum(charges.map(({ amount }) => amount))),
      netTotal: text(net),
      vatTotal: text(tax),
      grossTotal: gross,
      prepaid: Decimal.isZero(withheld) ? undefined : text(withheld),
      rounding,
      amountDue: text(Decimal.add(Decimal.sub(Decimal.parse(gross), withheld), Decimal.tryParse(rounding) ?? Decimal.zero)),
    }),
    vatBreakdown,
    supportingDocuments: findAll(body, "Allegati").map((file) => {
      const base64 = withoutSpace(textAt(file, "Attachment") ?? "");
      return present({ id: textAt(file, "NomeAttachment"), description: textAt(file, "DescrizioneAttachment"), attachment: base64 === "" ? undefined : present({ name: textAt(file, "NomeAttachment"), mimeType: mimeTypeOf(textAt(file, "FormatoAttachment")), base64 }) });
    }),
    lines,
  });
}

function readLine(line: XmlElement, index: number, context: ReadContext): ReadLine {
  const at = (name: string) => `lines[${index}].${name}`;
  const codes = findAll(line, "CodiceArticolo");
  const standard = codes.find((code) => /^(EAN|GTIN)$/i.test(textAt(code, "CodiceTipo") ?? ""));
  const net = amountAt(context, line, "PrezzoTotale", at("netAmount"));
  const quantity = decimalAt(context, line, "Quantita", at("quantity")) ?? "1"; // left out for flat prices
  const price = decimalAt(context, line, "PrezzoUnitario", at("unitPrice"));
  const gross = Decimal.mul(Decimal.parse(quantity), Decimal.tryParse(price) ?? Decimal.zero);
  const difference = Decimal.round(Decimal.sub(gross, Decimal.tryParse(net) ?? gross), context.amountDigits);
  // Discounts stand as percents or amounts a piece and in cascades; what they come to is certain, and that is what a line needs.
  const change = Decimal.isZero(difference) || find(line, "ScontoMaggiorazione") === undefined ? [] : [{ amount: Decimal.text(Decimal.abs(difference)), reason: Decimal.isNegative(difference) ? "Maggiorazione" : "Sconto" }];
  return present({
    id: textAt(line, "NumeroLinea"),
    quantity,
    unit: textAt(line, "UnitaMisura") ?? "C62",
    netAmount: net,
    period: group({ start: dateAt(context, line, "DataInizioPeriodo", at("period.start")), end: dateAt(context, line, "DataFinePeriodo", at("period.end")) }),
    allowances: Decimal.isNegative(difference) ? [] : change,
    charges: Decimal.isNegative(difference) ? change : [],
    unitPrice: price,
    vatCategory: categoryOf(line).category,
    vatRate: decimalAt(context, line, "AliquotaIVA", at("vatRate")),
    name: foldedAt(line, "Descrizione"),
    sellerItemId: textAt(codes.find((code) => code !== standard), "CodiceValore"),
    standardItemId: standard && present({ id: textAt(standard, "CodiceValore"), scheme: "0160" }),
    classifications: [],
    attributes: findAll(line, "AltriDatiGestionali").map((data) => present({ name: textAt(data, "TipoDato"), value: textAt(data, "RiferimentoTesto") ?? textAt(data, "RiferimentoNumero") ?? textAt(data, "RiferimentoData") })),
  });
}

function categoryOf(element: XmlElement): { category: string } {
  const nature = textAt(element, "Natura");
  return { category: nature === undefined ? "S" : (categories.find(([pattern]) => pattern.test(nature))?.[1] ?? "O") };
}

function changesOf(changes: readonly XmlElement[], kind: "SC" | "MG", context: ReadContext, row: { category?: string; rate?: string } | undefined): ReadAllowanceCharge[] {
  return changes.filter((change) => textAt(change, "Tipo") === kind && find(change, "Importo") !== undefined).map((change) =>
    present({ amount: amountAt(context, change, "Importo", "allowances"), reason: kind === "SC" ? "Sconto" : "Maggiorazione", vatCategory: row?.category, vatRate: row?.rate }));
}

// A professional's pension fund (cassa) is charged on top, with VAT of its own.
function funds(general: XmlElement | undefined, context: ReadContext): ReadAllowanceCharge[] {
  return findAll(general, "DatiCassaPrevidenziale").map((fund) => present({
    amount: amountAt(context, fund, "ImportoContributoCassa", "charges"), percent: decimalAt(context, fund, "AlCassa", "charges"), base: amountAt(context, fund, "ImponibileCassa", "charges"),
    reason: `Cassa previdenziale ${textAt(fund, "TipoCassa") ?? ""}`.trim(), vatCategory: categoryOf(fund).category, vatRate: decimalAt(context, fund, "AliquotaIVA", "charges"),
  }));
}

function party(element: XmlElement | undefined, seller: boolean): ReadParty | undefined {
  const data = find(element, "DatiAnagrafici");
  const register = find(element, "IscrizioneREA");
  return group({
    name: nameOf(find(data, "Anagrafica")),
    identifiers: seller || textAt(data, "CodiceFiscale") === undefined ? [] : [{ id: textAt(data, "CodiceFiscale"), scheme: "0210" }],
    legalRegistration: register && present({ id: [textAt(register, "Ufficio"), textAt(register, "NumeroREA")].filter(Boolean).join(" ") }),
    vatId: vatIdOf(data),
    taxNumber: seller ? textAt(data, "CodiceFiscale") : undefined,
    legalInformation: seller ? textAt(data, "RegimeFiscale") : undefined,
    address: address(find(element, "Sede")),
    contact: group({ phone: textAt(element, "Contatti/Telefono"), email: textAt(element, "Contatti/Email") }),
  });
}

function nameOf(person: XmlElement | undefined): string | undefined {
  return foldedAt(person, "Denominazione") ?? ([textAt(person, "Nome"), textAt(person, "Cognome")].filter(Boolean).join(" ") || undefined);
}

function vatIdOf(data: XmlElement | undefined): string | undefined {
  const code = textAt(data, "IdFiscaleIVA/IdCodice");
  return code === undefined ? undefined : `${textAt(data, "IdFiscaleIVA/IdPaese") ?? ""}${code}`;
}

function address(seat: XmlElement | undefined): ReadAddress | undefined {
  return group({
    line1: [textAt(seat, "Indirizzo"), textAt(seat, "NumeroCivico")].filter(Boolean).join(" ") || undefined,
    city: textAt(seat, "Comune"), postCode: textAt(seat, "CAP"), region: textAt(seat, "Provincia"), country: textAt(seat, "Nazione"),
  });
}

function mimeTypeOf(format: string | undefined): string {
  return { PDF: "application/pdf", CSV: "text/csv", XML: "text/xml", PNG: "image/png", JPG: "image/jpeg", JPEG: "image/jpeg", TXT: "text/plain" }[(format ?? "").toUpperCase()] ?? "application/octet-stream";
}
