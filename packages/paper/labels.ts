/** The words printed around a document's own text. One complete set per language; `of` carries {n} and {total}. */
export type Labels = {
  invoice: string; creditNote: string; proposal: string; draft: string;
  to: string; deliverTo: string; vatId: string; taxNumber: string; registration: string;
  description: string; quantity: string; price: string; vat: string; amount: string; carried: string;
  lineSum: string; net: string; /** "VAT 23% of 2,640.00": {vat}, {rate}, {base}. */ vatRow: string;
  gross: string; total: string; paid: string; paidOn: string; rounding: string; toPay: string; credited: string;
  included: string; schedule: string;
  payTo: string; reference: string; dueBy: string; scan: string;
  signature: string; accept: string;
  certificate: string; acceptedBy: string; acceptedAt: string; acceptedHow: string; fingerprint: string; acceptedText: string; acceptedTotal: string;
  /** Before a number that stands without the kind's word: "No." */ number: string;
  /** "TW-2026-0186 of 17 November 2026": {number}, {date}. */ numberOfDate: string;
  /** "2 of 3": {page}, {pages}. */ pageOf: string;
  facts: Record<FactName, string>;
};

/** Facts about a document that have a name in every language; anything else carries its own label. */
export const factNames = [
  "issued", "due", "supplied", "period", "order", "buyerReference", "contract", "project", "customerNumber",
  "original", "validUntil", "version", "deliveryNote",
] as const;
export type FactName = (typeof factNames)[number];

const en: Labels = {
  invoice: "Invoice", creditNote: "Credit note", proposal: "Proposal", draft: "Draft, no number yet",
  to: "To", deliverTo: "Delivered to", vatId: "VAT", taxNumber: "Tax no.", registration: "Registered",
  description: "Description", quantity: "Quantity", price: "Price", vat: "VAT", amount: "Amount", carried: "Carried forward",
  lineSum: "Sum of lines", net: "Net", vatRow: "{vat} {rate} of {base}",
  gross: "Total", total: "Total", paid: "Paid", paidOn: "Paid on {date}", rounding: "Rounding", toPay: "To pay", credited: "Credited",
  included: "included", schedule: "Payment schedule",
  payTo: "Pay to", reference: "Reference", dueBy: "Due {date}", scan: "Scan to pay",
  signature: "Signature, name, date", accept: "I accept this proposal with the options marked above.",
  certificate: "Certificate of acceptance", acceptedBy: "Accepted by", acceptedAt: "On", acceptedHow: "How",
  fingerprint: "Fingerprint (SHA-256)", acceptedText: "Declaration", acceptedTotal: "Accepted total",
  number: "No.", numberOfDate: "{number} of {date}", pageOf: "{page} of {pages}",
  facts: {
    issued: "Issued", due: "Due", supplied: "Supplied", period: "Period", order: "Your order", buyerReference: "Your reference", contract: "Contract",
    project: "Project", customerNumber: "Customer no.", original: "Credits invoice", validUntil: "Valid until", version: "Version", deliveryNote: "Delivery note",
  },
};

const de: Labels = {
  // “Gutschrift” means self-billing in § 14 (2) UStG, so a credit note is called a correction.
  invoice: "Rechnung", creditNote: "Rechnungskorrektur", proposal: "Angebot", draft: "Entwurf, noch ohne Nummer",
  to: "An", deliverTo: "Lieferanschrift", vatId: "USt-IdNr.", taxNumber: "Steuernummer", registration: "Register",
  description: "Bezeichnung", quantity: "Menge", price: "Einzelpreis", vat: "USt", amount: "Betrag", carried: "Übertrag",
  lineSum: "Summe der Positionen", net: "Nettobetrag", vatRow: "{vat} {rate} auf {base}",
  gross: "Gesamtbetrag", total: "Gesamtbetrag", paid: "Bezahlt", paidOn: "Bezahlt am {date}", rounding: "Rundung", toPay: "Zu zahlen", credited: "Korrekturbetrag",
  included: "enthalten", schedule: "Zahlungsplan",
  payTo: "Zahlbar an", reference: "Verwendungszweck", dueBy: "Fällig am {date}", scan: "Zum Zahlen scannen",
  signature: "Unterschrift, Name, Datum", accept: "Ich nehme dieses Angebot mit den oben angekreuzten Optionen an.",
  certificate: "Annahmebestätigung", acceptedBy: "Angenommen von", acceptedAt: "Am", acceptedHow: "Art der Annahme",
  fingerprint: "Fingerabdruck (SHA-256)", acceptedText: "Erklärung", acceptedTotal: "Angenommener Betrag",
  number: "Nr.", numberOfDate: "{number} vom {date}", pageOf: "{page} von {pages}",
  facts: {
    issued: "Datum", due: "Fällig", supplied: "Leistung am", period: "Zeitraum", order: "Ihre Bestellung", buyerReference: "Ihr Zeichen", contract: "Vertrag",
    project: "Projekt", customerNumber: "Kundennr.", original: "Zu Rechnung", validUntil: "Gültig bis", version: "Fassung", deliveryNote: "Lieferschein",
  },
};

const fr: Labels = {
  invoice: "Facture", creditNote: "Avoir", proposal: "Devis", draft: "Brouillon, sans numéro",
  to: "À", deliverTo: "Livré à", vatId: "TVA", taxNumber: "N° fiscal", registration: "Immatriculation",
  description: "Désignation", quantity: "Quantité", price: "Prix unitaire", vat: "TVA", amount: "Montant", carried: "Report",
  lineSum: "Total des lignes", net: "Total HT", vatRow: "{vat} {rate} sur {base}",
  gross: "Total TTC", total: "Total TTC", paid: "Déjà réglé", paidOn: "Réglé le {date}", rounding: "Arrondi", toPay: "Net à payer", credited: "Total de l’avoir",
  included: "inclus", schedule: "Échéancier",
  payTo: "À l’ordre de", reference: "Référence", dueBy: "Échéance {date}", scan: "Scanner pour payer",
  signature: "Signature, nom, date", accept: "J’accepte ce devis avec les options cochées ci-dessus. Bon pour accord.",
  certificate: "Certificat d’acceptation", acceptedBy: "Accepté par", acceptedAt: "Le", acceptedHow: "Moyen",
  fingerprint: "Empreinte (SHA-256)", acceptedText: "Déclaration", acceptedTotal: "Montant accepté",
  number: "N°", numberOfDate: "{number} du {date}", pageOf: "{page} sur {pages}",
  facts: {
    issued: "Date", due: "Échéance", supplied: "Livré le", period: "Période", order: "Votre commande", buyerReference: "Votre référence", contract: "Contrat",
    project: "Projet", customerNumber: "N° client", original: "Facture d’origine", validUntil: "Valable jusqu’au", version: "Version", deliveryNote: "Bon de livraison",
  },
};

const es: Labels = {
  invoice: "Factura", creditNote: "Factura rectificativa", proposal: "Presupuesto", draft: "Borrador, sin número",
  to: "Para", deliverTo: "Entregado en", vatId: "NIF-IVA", taxNumber: "NIF", registration: "Registro",
  description: "Descripción", quantity: "Cantidad", price: "Precio", vat: "IVA", amount: "Importe", carried: "Suma y sigue",
  lineSum: "Suma de líneas", net: "Base imponible", vatRow: "{vat} {rate} sobre {base}",
  gross: "Total", total: "Total", paid: "Pagado", paidOn: "Pagado el {date}", rounding: "Redondeo", toPay: "A pagar", credited: "Total abonado",
  included: "incluido", schedule: "Calendario de pagos",
  payTo: "Pagar a", reference: "Concepto", dueBy: "Vence el {date}", scan: "Escanear para pagar",
  signature: "Firma, nombre, fecha", accept: "Acepto este presupuesto con las opciones marcadas arriba.",
  certificate: "Certificado de aceptación", acceptedBy: "Aceptado por", acceptedAt: "Fecha", acceptedHow: "Medio",
  fingerprint: "Huella (SHA-256)", acceptedText: "Declaración", acceptedTotal: "Importe aceptado",
  number: "N.º", numberOfDate: "{number} del {date}", pageOf: "{page} de {pages}",
  facts: {
    issued: "Fecha", due: "Vencimiento", supplied: "Entregado", period: "Período", order: "Su pedido", buyerReference: "Su referencia", contract: "Contrato",
    project: "Proyecto", customerNumber: "N.º de cliente", original: "Rectifica a", validUntil: "Válido hasta", version: "Versión", deliveryNote: "Albarán",
  },
};

const it: Labels = {
  invoice: "Fattura", creditNote: "Nota di credito", proposal: "Preventivo", draft: "Bozza, senza numero",
  to: "A", deliverTo: "Consegnato a", vatId: "P. IVA", taxNumber: "Cod. fiscale", registration: "Registro imprese",
  description: "Descrizione", quantity: "Quantità", price: "Prezzo", vat: "IVA", amount: "Importo", carried: "Riporto",
  lineSum: "Somma delle righe", net: "Imponibile", vatRow: "{vat} {rate} su {base}",
  gross: "Totale", total: "Totale", paid: "Pagato", paidOn: "Pagato il {date}", rounding: "Arrotondamento", toPay: "Da pagare", credited: "Totale a credito",
  included: "incluso", schedule: "Piano dei pagamenti",
  payTo: "Pagare a", reference: "Causale", dueBy: "Scadenza {date}", scan: "Inquadrare per pagare",
  signature: "Firma, nome, data", accept: "Accetto questo preventivo con le opzioni segnate sopra.",
  certificate: "Certificato di accettazione", acceptedBy: "Accettato da", acceptedAt: "Il", acceptedHow: "Modalità",
  fingerprint: "Impronta (SHA-256)", acceptedText: "Dichiarazione", acceptedTotal: "Importo accettato",
  number: "N.", numberOfDate: "{number} del {date}", pageOf: "{page} di {pages}",
  facts: {
    issued: "Data", due: "Scadenza", supplied: "Fornito il", period: "Periodo", order: "Vostro ordine", buyerReference: "Vostro rif.", contract: "Contratto",
    project: "Progetto", customerNumber: "N. cliente", original: "Rettifica fattura", validUntil: "Valido fino al", version: "Versione", deliveryNote: "DDT",
  },
};

const nl: Labels = {
  invoice: "Factuur", creditNote: "Creditfactuur", proposal: "Offerte", draft: "Concept, nog zonder nummer",
  to: "Aan", deliverTo: "Afleveradres", vatId: "Btw-id", taxNumber: "Fiscaal nr.", registration: "KvK",
  description: "Omschrijving", quantity: "Aantal", price: "Prijs", vat: "Btw", amount: "Bedrag", carried: "Transport",
  lineSum: "Som van de regels", net: "Totaal excl. btw", vatRow: "{vat} {rate} over {base}",
  gross: "Totaal incl. btw", total: "Totaal incl. btw", paid: "Betaald", paidOn: "Betaald op {date}", rounding: "Afronding", toPay: "Te betalen", credited: "Totaal gecrediteerd",
  included: "inbegrepen", schedule: "Betalingsschema",
  payTo: "Te betalen aan", reference: "Betalingskenmerk", dueBy: "Vervalt op {date}", scan: "Scan om te betalen",
  signature: "Handtekening, naam, datum", accept: "Ik ga akkoord met deze offerte en de hierboven aangekruiste opties.",
  certificate: "Bewijs van aanvaarding", acceptedBy: "Aanvaard door", acceptedAt: "Op", acceptedHow: "Wijze",
  fingerprint: "Vingerafdruk (SHA-256)", acceptedText: "Verklaring", acceptedTotal: "Aanvaard bedrag",
  number: "Nr.", numberOfDate: "{number} van {date}", pageOf: "{page} van {pages}",
  facts: {
    issued: "Datum", due: "Vervaldatum", supplied: "Geleverd op", period: "Periode", order: "Uw bestelling", buyerReference: "Uw kenmerk", contract: "Contract",
    project: "Project", customerNumber: "Klantnr.", original: "Corrigeert factuur", validUntil: "Geldig tot", version: "Versie", deliveryNote: "Pakbon",
  },
};

const ar: Labels = {
  invoice: "فاتورة", creditNote: "إشعار دائن", proposal: "عرض سعر", draft: "مسودة بلا رقم بعد",
  to: "إلى", deliverTo: "عنوان التسليم", vatId: "الرقم الضريبي", taxNumber: "رقم المكلف", registration: "السجل التجاري",
  description: "الوصف", quantity: "الكمية", price: "السعر", vat: "الضريبة", amount: "المبلغ", carried: "المجموع المرحّل",
  lineSum: "مجموع البنود", net: "الصافي قبل الضريبة", vatRow: "{vat} {rate} على {base}",
  gross: "الإجمالي", total: "الإجمالي", paid: "المدفوع", paidOn: "دُفع في {date}", rounding: "التقريب", toPay: "المبلغ المستحق", credited: "المبلغ الدائن",
  included: "مشمول", schedule: "جدول الدفعات",
  payTo: "الدفع إلى", reference: "المرجع", dueBy: "يستحق في {date}", scan: "امسح للدفع",
  signature: "التوقيع والاسم والتاريخ", accept: "أقبل هذا العرض مع الخيارات المحددة أعلاه.",
  certificate: "شهادة القبول", acceptedBy: "قبِله", acceptedAt: "في", acceptedHow: "الطريقة",
  fingerprint: "البصمة (SHA-256)", acceptedText: "الإقرار", acceptedTotal: "المبلغ المقبول",
  number: "رقم", numberOfDate: "{number} بتاريخ {date}", pageOf: "{page} من {pages}",
  facts: {
    issued: "التاريخ", due: "الاستحقاق", supplied: "تاريخ التوريد", period: "الفترة", order: "طلبكم", buyerReference: "مرجعكم", contract: "العقد",
    project: "المشروع", customerNumber: "رقم العميل", original: "عن الفاتورة", validUntil: "صالح حتى", version: "النسخة", deliveryNote: "سند التسليم",
  },
};

const he: Labels = {
  invoice: "חשבונית", creditNote: "חשבונית זיכוי", proposal: "הצעת מחיר", draft: "טיוטה, ללא מספר עדיין",
  to: "לכבוד", deliverTo: "נמסר אל", vatId: "מס׳ עוסק", taxNumber: "תיק מס", registration: "מס׳ חברה",
  description: "תיאור", quantity: "כמות", price: "מחיר", vat: "מע״מ", amount: "סכום", carried: "הועבר מדף קודם",
  lineSum: "סכום השורות", net: "לפני מע״מ", vatRow: "{vat} {rate} על {base}",
  gross: "סה״כ", total: "סה״כ", paid: "שולם", paidOn: "שולם ב־{date}", rounding: "עיגול", toPay: "לתשלום", credited: "סה״כ זיכוי",
  included: "כלול", schedule: "לוח תשלומים",
  payTo: "לתשלום אל", reference: "אסמכתא", dueBy: "לתשלום עד {date}", scan: "סריקה לתשלום",
  signature: "חתימה, שם, תאריך", accept: "אני מקבל/ת הצעה זו עם האפשרויות המסומנות לעיל.",
  certificate: "אישור קבלה", acceptedBy: "התקבל על ידי", acceptedAt: "בתאריך", acceptedHow: "אופן",
  fingerprint: "טביעת אצבע (SHA-256)", acceptedText: "הצהרה", acceptedTotal: "הסכום שהתקבל",
  number: "מס׳", numberOfDate: "{number} מיום {date}", pageOf: "{page} מתוך {pages}",
  facts: {
    issued: "תאריך", due: "לתשלום עד", supplied: "סופק ב־", period: "תקופה", order: "הזמנתכם", buyerReference: "סימוכין", contract: "חוזה",
    project: "פרויקט", customerNumber: "מס׳ לקוח", original: "מזכה חשבונית", validUntil: "בתוקף עד", version: "גרסה", deliveryNote: "תעודת משלוח",
  },
};

const sets: Record<string, Labels> = { en, de, fr, es, it, nl, ar, he };

/** Languages with printed words of their own; every other language is printed with the English words. */
export const labelLanguages: readonly string[] = Object.keys(sets);

/** The words for a BCP 47 tag: "de-AT" takes German, an unknown language English. */
export function labelsFor(language: string): Labels {
  return sets[language.toLowerCase().split("-")[0]!] ?? en;
}

/** Puts values into a label's {holes}; a hole without a value stays visible, as that is a mistake of ours. */
export function fill(label: string, values: Record<string, string>): string {
  return label.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
}
