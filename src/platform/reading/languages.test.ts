import { expect, test } from "vitest";
import { guessLanguage } from "./languages.ts";

test("a page's language is told by its little words, accents or not, and only where it is clear", () => {
  expect(guessLanguage("FACTURE n° 12 Date Quantite Prix Montant TTC votre reglement".split(" "))).toBe("fra");
  expect(guessLanguage("Rechnung Nr. 4 Menge Preis Gesamt zzgl. MwSt".split(" "))).toBe("deu");
  expect(guessLanguage("Faktura Data wystawienia Termin platnosci Nabywca Razem Kwota".split(" "))).toBe("pol");
  expect(guessLanguage("Fakturanr Fakturadato Forfallsdato Antall Belop Mva Betaling".split(" "))).toBe("dan");
  expect(guessLanguage("Fakturanummer Fakturadatum Forfallodag Antal Belopp Moms Att betala".split(" "))).toBeNull();
  expect(guessLanguage("TOTAL 12.00 CASH 20.00".split(" "))).toBeNull();
});
