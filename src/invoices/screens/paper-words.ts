// The words of the printed page for the preview beside the editor, as packages/paper prints them.
const keys = ["invoice", "creditNote", "draft", "to", "vatId", "description", "quantity", "price", "vat", "amount", "lineSum", "net", "vatRow", "toPay", "payTo", "reference", "dueBy", "issued", "due", "supplied", "period", "order", "buyerReference", "contract"] as const;
export type PaperWords = Record<(typeof keys)[number], string>;
const sets: Record<string, readonly string[]> = {
  en: ["Invoice", "Credit note", "Draft, no number yet", "To", "VAT", "Description", "Quantity", "Price", "VAT", "Amount", "Sum of lines", "Net", "{vat} {rate} of {base}", "To pay", "Pay to", "Reference", "Due {date}", "Issued", "Due", "Supplied", "Period", "Your order", "Your reference", "Contract"],
  de: ["Rechnung", "Rechnungskorrektur", "Entwurf, noch ohne Nummer", "An", "USt-IdNr.", "Bezeichnung", "Menge", "Einzelpreis", "USt", "Betrag", "Summe der Positionen", "Nettobetrag", "{vat} {rate} auf {base}", "Zu zahlen", "Zahlbar an", "Verwendungszweck", "Fällig am {date}", "Datum", "Fällig", "Leistung am", "Zeitraum", "Ihre Bestellung", "Ihr Zeichen", "Vertrag"],
  fr: ["Facture", "Avoir", "Brouillon, sans numéro", "À", "TVA", "Désignation", "Quantité", "Prix unitaire", "TVA", "Montant", "Total des lignes", "Total HT", "{vat} {rate} sur {base}", "Net à payer", "À l’ordre de", "Référence", "Échéance {date}", "Date", "Échéance", "Livré le", "Période", "Votre commande", "Votre référence", "Contrat"],
  es: ["Factura", "Factura rectificativa", "Borrador, sin número", "Para", "NIF-IVA", "Descripción", "Cantidad", "Precio", "IVA", "Importe", "Suma de líneas", "Base imponible", "{vat} {rate} sobre {base}", "A pagar", "Pagar a", "Concepto", "Vence el {date}", "Fecha", "Vencimiento", "Entregado", "Período", "Su pedido", "Su referencia", "Contrato"],
  it: ["Fattura", "Nota di credito", "Bozza, senza numero", "A", "P. IVA", "Descrizione", "Quantità", "Prezzo", "IVA", "Importo", "Somma delle righe", "Imponibile", "{vat} {rate} su {base}", "Da pagare", "Pagare a", "Causale", "Scadenza {date}", "Data", "Scadenza", "Fornito il", "Periodo", "Vostro ordine", "Vostro rif.", "Contratto"],
  nl: ["Factuur", "Creditfactuur", "Concept, nog zonder nummer", "Aan", "Btw-id", "Omschrijving", "Aantal", "Prijs", "Btw", "Bedrag", "Som van de regels", "Totaal excl. btw", "{vat} {rate} over {base}", "Te betalen", "Te betalen aan", "Betalingskenmerk", "Vervalt op {date}", "Datum", "Vervaldatum", "Geleverd op", "Periode", "Uw bestelling", "Uw kenmerk", "Contract"],
};

/** The words of a document's language; English where it is not one of these. */
export function paperWords(locale: string): PaperWords {
  const set = sets[locale.split("-")[0] ?? "en"] ?? sets["en"]!;
  return Object.fromEntries(keys.map((key, index) => [key, set[index]])) as PaperWords;
}
