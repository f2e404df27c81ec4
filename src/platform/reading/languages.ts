/** The languages that pages are recognised in, and which of them a page is in, told by little words. */

export const OCR_LANGUAGES = ["eng", "deu", "fra", "spa", "ita", "nld", "por", "pol", "dan"] as const;
export type OcrLanguage = (typeof OCR_LANGUAGES)[number];

/** Their letters are foreign to English and German models, which read others in their place, and are sure of them. */
export const FOREIGN_LETTERS: ReadonlySet<OcrLanguage> = new Set<OcrLanguage>(["por", "pol", "dan"]);

/** Little words that belong to one of the languages only, as they stand on invoices and slips. */
const LITTLE_WORDS: Record<OcrLanguage | "swe", string> = {
  eng: "the of and for to your with please from this by date invoice total amount due number tax description quantity price payment bill ship cash change thank you qty receipt",
  deu: "der die das und für mit den bitte von zu auf ist nicht rechnung datum betrag gesamt menge preis mwst ust zzgl inkl kunde nummer steuer zahlbar summe netto brutto beleg vielen dank ihren einkauf karte uhr einzelpreis rechnungsnummer rechnungsdatum gesamtbetrag kundennummer geschäftsführer amtsgericht",
  fra: "le la les et pour du des vous votre facture date montant ttc ht tva quantité prix échéance règlement client sur désignation siret",
  spa: "el los las por para con su factura fecha importe total iva cantidad precio cliente vencimiento base imponible pago cif nif",
  ita: "il lo gli per con della del di fattura data importo totale iva quantità prezzo cliente scadenza pagamento partita imponibile descrizione",
  nld: "de het een van en voor met uw factuur datum bedrag totaal btw aantal prijs klant factuurnummer betalen omschrijving excl incl vervaldatum te",
  por: "os para por com sua fatura recibo data vencimento valor total iva quantidade qtd preço cliente descrição pagamento emissão contribuinte morada não até artigo pagar",
  pol: "faktura data wystawienia sprzedaży termin płatności zapłaty sprzedawca nabywca nazwa ilość cena wartość razem kwota rachunek przelew słownie dnia nip suma sposób konta numer paragon gotówka reszta",
  // Norwegian too: the letters are the same, and so is most of the print on an invoice.
  dan: "faktura fakturanr fakturadato forfaldsdato forfallsdato kunde kundenr beløb beløp moms mva betale pris antal antall og til af fra beskrivelse varenr enhed enhet ekskl eks inkl betaling dage dager konto kontonummer kvittering cvr betalingsfrist",
  // Without a model; known, so that it is not taken for Danish.
  swe: "faktura fakturanummer fakturadatum förfallodatum förfallodag kundnummer kund belopp moms summa att betala pris antal och för av till är från benämning beskrivning exkl inkl bankgiro dagar kvitto artikel referens betalningsvillkor",
};
const fold = (text: string): string => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/ø/g, "o").replace(/ł/g, "l").replace(/æ/g, "ae");
const littleWords = Object.entries(LITTLE_WORDS).map(([language, words]) => ({ language, words: new Set(fold(words).split(" ")) }));
const isRead = (language: string): language is OcrLanguage => (OCR_LANGUAGES as readonly string[]).includes(language);

/** The language most of whose little words occur (accents do not count: another language's model drops them); null unless one that can be read is clearly ahead. */
export function guessLanguage(words: readonly string[]): OcrLanguage | null {
  const folded = [...new Set(words.map((word) => fold(word).replace(/[^\p{L}]/gu, "")))];
  const [best, second] = littleWords.map(({ language, words: little }) => ({ language, score: folded.filter((word) => little.has(word)).length })).sort((a, b) => b.score - a.score);
  return best!.score >= 4 && best!.score >= second!.score + 2 && isRead(best!.language) ? best!.language : null;
}
