/** Invoice, credit note, receipt, statement of account or something else: what the page calls itself, where it says so large or early. */
import { plain } from "./fold.ts";
import type { Layout, Segment } from "./lines.ts";
import type { DocumentType } from "./reading.ts";
import type { Word } from "./words.ts";

const CREDIT = /\b(?:credit ?note|credit ?memo|gutschrift|rechnungskorrektur|stornorechnung|avoir|nota de credito|nota de abono|abono|factura de abono|nota di credito|nota credito|note de credit|facture d avoir|correction invoice|rechnungskorrektur|stornobeleg|korekta|hyvitys|creditnota|creditfactuur|factura rectificativa|faktura korygujaca|kreditnota|kreditfaktura|hyvityslasku|dobropis)\b/;
const INVOICE = /\b(?:invoice|\p{L}*rechnung|facture|factura|fattura|factuur|fatura|faktura|lasku|szamla|regning|verkoopfactuur|honorarnote|note d honoraires|bill)\b/u;
const RECEIPT = /\b(?:receipt|quittung|kassenbon|kassenbeleg|bon(?! de | pour )|recu|ticket de caisse|ricevuta|scontrino|kassabon|paragon|kvittering|kvitto)\b/;
const STATEMENT = /\b(?:statement of accounts?|account statement|customer statement|kontoauszug|saldenmitteilung|saldobesked|saldooversigt|situation de compte|rekeningafschrift|saldo overzicht|releve de compte|estado de cuenta|extracto de cuenta|estratto conto|rekeningoverzicht|kontoutdrag|kontoudtog|kontoutskrift|extrato de conta|conta corrente|wyciag|zestawienie (?:sald|rozrachunkow))\b/;
/** Quotes, delivery notes, order papers, reminders: they look like invoices and ask for nothing, or a second time. */
const OTHER = /\b(?:angebot|kostenvoranschlag|quotation|quote|estimate|devis|presupuesto|preventivo|offerte|orcamento|oferta|tilbud|offert|lieferschein|delivery (?:note|slip)|packing (?:slip|list)|bon de livraison|albaran|documento di trasporto|ddt|bolla di consegna|pakbon|guia de (?:remessa|transporte)|folgeseddel|foljesedel|pakkseddel|dokument wz|wydanie zewnetrzne|auftragsbestatigung|order (?:confirmation|acknowledgement)|acknowledgement of order|sales order|ordererkannande|acuse de pedido|accuse de reception de commande|avis de livraison|avis d expedition|nota di consegna|nota de entrega|guia de entrega|pro forma order|cotizacion|proposta commerciale|kosztorys|zapytanie ofertowe|mise en demeure|dunning|confirmation de commande|confirmacion de(?:l)? pedido|conferma (?:d )?ordine|orderbevestiging|ordrebekraeftelse|orderbekraftelse|orderbekreftelse|ordrebekreftelse|potwierdzenie zamowienia|confirmacao de encomenda|purchase order|bestellung|bon de commande|orden de compra|ordine d acquisto|inkooporder|mahnung|zahlungserinnerung|(?:payment )?reminder|rappel|lettre de relance|relance|recordatorio(?: de pago)?|sollecito(?: di pagamento)?|(?:betalings)?herinnering|aanmaning|wezwanie do zaplaty|przypomnienie(?: o platnosci)?|(?:betalnings)?paminnelse|rykker|betalingspaminnelse|purring|betalingspaminning|lembrete(?: de pagamento)?|aviso de pagamento)\b/;

/** The same in scripts that `\b` knows nothing of, and in languages above which it would cut. */
const either = (words: string): string => words.split(" | ").map(plain).join("|").replace(/[^\p{L}|]+/gu, "[^\\p{L}|]?");
const CREDIT_WORDS = either("إشعار دائن | إشعار الدائن | חשבונית זיכוי | הודעת זיכוי | πιστωτικό τιμολόγιο | πιστωτικό σημείωμα | helyesbítő számla | sztornó számla | opravný daňový doklad | odobrenje");
const INVOICE_WORDS = either("فاتورة | الفاتورة | חשבונית | τιμολόγιο | számla | račun ");
const RECEIPT_WORDS = either("إيصال | سند قبض | קבלה | απόδειξη | nyugta | kuitti");
const OTHER_WORDS = either("عرض سعر | הצעת מחיר | תעודת משלוח | سند التسليم | אישור הזמנה | προσφορά | δελτίο αποστολής | árajánlat | ajánlat | szállítólevél | ofertă | nabídka | dodací list | tarjous | lähete | ponuda | otpremnica");
const STATEMENT_WORDS = either("كشف حساب | דף חשבון | כרטסת | κατάσταση λογαριασμού | folyószámla kivonat | extras de cont | výpis z účtu | tiliote | izvod");
const FURTHER = {
  credit: new RegExp(`(?<!\\p{L})(?:${CREDIT_WORDS})(?!\\p{L})`, "u"),
  invoice: new RegExp(`(?<!\\p{L})(?:${INVOICE_WORDS})(?!\\p{L})`, "u"),
  receipt: new RegExp(`(?<!\\p{L})(?:${RECEIPT_WORDS})(?!\\p{L})`, "u"),
  other: new RegExp(`(?<!\\p{L})(?:${OTHER_WORDS})(?!\\p{L})`, "u"),
  statement: new RegExp(`(?<!\\p{L})(?:${STATEMENT_WORDS})(?!\\p{L})`, "u"),
};

/** The type with the words that say so; null when nothing does. */
export function documentTypeOf(layout: Layout): { value: DocumentType; words: Word[]; confidence: number } | null {
  const page = layout.pages[0];
  if (!page) return null;
  const votes: { value: DocumentType; weight: number; segment: Segment; words: Word[] }[] = [];
  const sizes = layout.segments.map((segment) => segment.fontSize).sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 10;
  for (const segment of layout.segments) {
    if (segment.page !== page.number) continue;
    const text = plain(segment.text).replace(/[^\p{L}\d]+/gu, " ").trim();
    const place = segment.box.y < 0.5 * page.height ? 1 : 0.35;
    const size = Math.min(2.5, Math.max(0.7, segment.fontSize / median));
    // "Facture 22-001815 du 28 décembre 2022. Échéance …": a sentence that begins with the title and a number.
    const short = segment.words.length <= 4 ? 1 : /^\p{L}+(?: \p{L}+){0,2} (?:n[or]? )?\p{L}{0,5}[ -]?\d/u.test(text) && (INVOICE.test(text.slice(0, 30)) || CREDIT.test(text.slice(0, 40))) ? 0.7 : segment.words.length <= 8 ? 0.5 : 0.15;
    const weight = place * size * short * (segment.bold ? 1.2 : 1);
    const at = (pattern: RegExp): Word[] => segment.words.filter((word) => pattern.test(plain(word.text)));
    // Only as a title does another kind count: most invoices name a delivery note or an order somewhere.
    const bare = segment.words.filter((word) => !/\d/.test(word.text));
    const titled = bare.length > 0 && bare.length <= 5 && segment.words.length - bare.length <= 2 && segment.box.y < 0.45 * page.height && (bare.length === segment.words.length || segment.fontSize > 1.2 * median) && !/:$/.test(segment.text) && (segment.fontSize > 1.2 * median || segment.bold || segment.text === segment.text.toUpperCase());
    if (titled && (STATEMENT.test(text) || FURTHER.statement.test(text))) votes.push({ value: "statement", weight: weight * 1.2, segment, words: segment.words });
    else if (titled && (OTHER.test(text) || FURTHER.other.test(text))) votes.push({ value: "other", weight, segment, words: segment.words });
    else if (CREDIT.test(text) || FURTHER.credit.test(text)) votes.push({ value: "credit_note", weight: weight * 1.3, segment, words: at(CREDIT).length ? at(CREDIT) : segment.words });
    else if (INVOICE.test(text) || FURTHER.invoice.test(text)) votes.push({ value: "invoice", weight, segment, words: at(INVOICE).length ? at(INVOICE) : segment.words });
    else if (RECEIPT.test(text) || FURTHER.receipt.test(text)) votes.push({ value: "receipt", weight: weight * 0.8, segment, words: at(RECEIPT).length ? at(RECEIPT) : segment.words });
  }
  const best = (value: DocumentType): number => Math.max(0, ...votes.filter((vote) => vote.value === value).map((vote) => vote.weight));
  const [credit, invoice, receipt] = [best("credit_note"), best("invoice"), best("receipt")];
  const rival = Math.max(credit, invoice);
  const different = (["statement", "other"] as const).find((kind) => votes.some((vote) => vote.value === kind && vote.weight > 1.15 * rival && (rival === 0 || vote.segment.fontSize > 1.25 * median)));
  const value: DocumentType | null = different ?? (credit > 0 && credit >= invoice * 0.9 ? "credit_note" : invoice > 0 && invoice >= receipt * 0.7 ? "invoice" : receipt > 0 ? "receipt" : null);
  if (value === null) return byNumberLabel(layout) ?? tillReceipt(layout);
  // A strip of till paper, whatever the law makes it call itself ("factura simplificada").
  if (value === "invoice" && page.width < 260 && page.height > page.width) return { value: "receipt", words: votes.find((vote) => vote.value === value)!.segment.words, confidence: 0.85 };
  const from = votes.filter((vote) => vote.value === value).sort((a, b) => b.weight - a.weight)[0]!;
  return { value, words: from.words.length > 0 ? from.words : from.segment.words, confidence: Math.min(0.95, 0.6 + 0.2 * from.weight) };
}

/** No title, but a number that is called an invoice's. */
function byNumberLabel(layout: Layout): { value: DocumentType; words: Word[]; confidence: number } | null {
  const pattern = /^(?:rechnungs(?:nummer|nr|datum)|invoiceno|factuur(?:nummer|datum)|faktura(?:nummer|nr|datum)|fakturadato)/;
  for (const segment of layout.segments) {
    const word = segment.words.find((each) => pattern.test(plain(each.text)));
    if (word) return { value: "invoice", words: [word], confidence: 0.8 };
  }
  return null;
}

/** No title, but the words of a till. */
function tillReceipt(layout: Layout): { value: DocumentType; words: Word[]; confidence: number } | null {
  const till = layout.segments.find((segment) => /\b(?:change|cash|r[uü]ckgeld|gegeben|bar|ec-?cash|girocard|kartenzahlung|kasse|cashier|tendered|bon-?nr|visa|mastercard|zu zahlen euro|summe eur|kundenbeleg|kassierer|es bediente)\b/i.test(segment.text));
  return till ? { value: "receipt", words: till.words.slice(0, 3), confidence: 0.75 } : null;
}
