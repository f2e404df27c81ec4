/** Invoice, credit note or receipt: what the page calls itself, where it says so large or early. */
import { plain } from "./fold.ts";
import type { Layout, Segment } from "./lines.ts";
import type { DocumentType } from "./reading.ts";
import type { Word } from "./words.ts";

const CREDIT = /\b(?:credit ?note|credit ?memo|gutschrift|rechnungskorrektur|stornorechnung|avoir|nota de credito|nota di credito|creditnota|creditfactuur|factura rectificativa|faktura korygujaca|kreditnota|kreditfaktura|hyvityslasku|dobropis)\b/;
const INVOICE = /\b(?:invoice|\p{L}*rechnung|facture|factura|fattura|factuur|fatura|faktura|lasku|szamla)\b/u;
const RECEIPT = /\b(?:receipt|quittung|kassenbon|kassenbeleg|bon|recu|ticket de caisse|ricevuta|scontrino|kassabon|paragon|kvittering|kvitto)\b/;

/** The type with the words that say so; null when nothing does. */
export function documentTypeOf(layout: Layout): { value: DocumentType; words: Word[]; confidence: number } | null {
  const page = layout.pages[0];
  if (!page) return null;
  const votes: { value: DocumentType; weight: number; segment: Segment; words: Word[] }[] = [];
  const sizes = layout.segments.map((segment) => segment.fontSize).sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 10;
  for (const segment of layout.segments) {
    if (segment.page !== page.number) continue;
    const text = plain(segment.text);
    const place = segment.box.y < 0.5 * page.height ? 1 : 0.35;
    const size = Math.min(2.5, Math.max(0.7, segment.fontSize / median));
    const short = segment.words.length <= 4 ? 1 : segment.words.length <= 8 ? 0.5 : 0.15;
    const weight = place * size * short * (segment.bold ? 1.2 : 1);
    const at = (pattern: RegExp): Word[] => segment.words.filter((word) => pattern.test(plain(word.text)));
    if (CREDIT.test(text)) votes.push({ value: "credit_note", weight: weight * 1.3, segment, words: at(CREDIT).length ? at(CREDIT) : segment.words });
    else if (INVOICE.test(text)) votes.push({ value: "invoice", weight, segment, words: at(INVOICE) });
    else if (RECEIPT.test(text)) votes.push({ value: "receipt", weight: weight * 0.8, segment, words: at(RECEIPT) });
  }
  const best = (value: DocumentType): number => Math.max(0, ...votes.filter((vote) => vote.value === value).map((vote) => vote.weight));
  const [credit, invoice, receipt] = [best("credit_note"), best("invoice"), best("receipt")];
  const value: DocumentType | null = credit > 0 && credit >= invoice * 0.9 ? "credit_note" : invoice > 0 && invoice >= receipt * 0.7 ? "invoice" : receipt > 0 ? "receipt" : null;
  if (value === null) return byNumberLabel(layout) ?? tillReceipt(layout);
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
