/** The languages that pages are recognised in, and which of them a page is in, told by little words. */

export const OCR_LANGUAGES = ["eng", "deu", "fra", "spa", "ita", "nld"] as const;
export type OcrLanguage = (typeof OCR_LANGUAGES)[number];

/** Little words that belong to one of the languages only, as they stand on invoices and slips. */
const LITTLE_WORDS: Record<OcrLanguage, string> = {
  eng: "the of and for to your with please from this by date invoice total amount due number tax description quantity price payment bill ship cash change thank you qty receipt",
  deu: "der die das und für mit den bitte von zu auf ist nicht rechnung datum betrag gesamt menge preis mwst ust zzgl inkl kunde nummer steuer zahlbar summe netto brutto beleg vielen dank ihren einkauf karte uhr einzelpreis rechnungsnummer rechnungsdatum gesamtbetrag kundennummer geschäftsführer amtsgericht",
  fra: "le la les et pour du des vous votre facture date montant ttc ht tva quantité prix échéance règlement client sur désignation siret",
  spa: "el los las por para con su factura fecha importe total iva cantidad precio cliente vencimiento base imponible pago cif nif",
  ita: "il lo gli per con della del di fattura data importo totale iva quantità prezzo cliente scadenza pagamento partita imponibile descrizione",
  nld: "de het een van en voor met uw factuur datum bedrag totaal btw aantal prijs klant factuurnummer betalen omschrijving excl incl vervaldatum te",
};
const fold = (text: string): string => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const littleWords = Object.fromEntries(Object.entries(LITTLE_WORDS).map(([language, words]) => [language, new Set(fold(words).split(" "))])) as Record<OcrLanguage, Set<string>>;

/** The language most of whose little words occur (accents do not count: another language's model drops them); null unless one is clearly ahead. */
export function guessLanguage(words: readonly string[]): OcrLanguage | null {
  const folded = new Set(words.map((word) => fold(word).replace(/[^\p{L}]/gu, "")));
  const score = (language: OcrLanguage) => [...folded].filter((word) => littleWords[language].has(word)).length;
  const [best, second] = OCR_LANGUAGES.map((language) => ({ language, score: score(language) })).sort((a, b) => b.score - a.score);
  return best!.score >= 4 && best!.score >= second!.score + 2 ? best!.language : null;
}
