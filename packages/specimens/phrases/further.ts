/** What only some firms print: a heading for notes and a note, and the word for a representative in tax matters. */
import type { Language } from "./index.ts";

export const further: Record<Language, { note: string[]; notes: string[]; representative: string }> = {
  en: { note: ["Note", "Remarks", "Notes"], notes: ["Please leave the goods at gate four, the yard closes at noon.", "The keys were handed over to the porter.", "Replaces the parts that came damaged in spring."], representative: "Fiscal representative" },
  de: { note: ["Bemerkung", "Hinweis", "Anmerkung"], notes: ["Bitte die Ware am Tor vier abladen, der Hof schließt mittags.", "Die Schlüssel wurden beim Pförtner abgegeben.", "Ersetzt die im Frühjahr beschädigt gelieferten Teile."], representative: "Fiskalvertreter" },
  fr: { note: ["Remarque", "Observations", "Commentaire"], notes: ["Merci de déposer la marchandise au quai quatre, la cour ferme à midi.", "Les clés ont été remises au gardien.", "Remplace les pièces livrées abîmées au printemps."], representative: "Représentant fiscal" },
  es: { note: ["Observaciones", "Notas", "Comentarios"], notes: ["Entregar la mercancía en el muelle cuatro, el patio cierra a mediodía.", "Las llaves se dejaron en conserjería.", "Sustituye las piezas que llegaron dañadas en primavera."], representative: "Representante fiscal" },
  it: { note: ["Note", "Annotazioni", "Osservazioni"], notes: ["Scaricare la merce al cancello quattro, il cortile chiude a mezzogiorno.", "Le chiavi sono state consegnate in portineria.", "Sostituisce i pezzi arrivati danneggiati in primavera."], representative: "Rappresentante fiscale" },
  nl: { note: ["Opmerking", "Opmerkingen"], notes: ["Graag lossen bij poort vier, het terrein sluit om twaalf uur.", "De sleutels zijn bij de portier afgegeven.", "Vervangt de onderdelen die in het voorjaar beschadigd aankwamen."], representative: "Fiscaal vertegenwoordiger" },
  pl: { note: ["Uwagi"], notes: ["Prosimy o rozładunek przy bramie numer cztery, plac zamykamy w południe.", "Klucze zostały przekazane portierowi.", "Zastępuje części dostarczone wiosną w stanie uszkodzonym."], representative: "Przedstawiciel podatkowy" },
  pt: { note: ["Observações", "Notas"], notes: ["Descarregar a mercadoria no portão quatro, o pátio fecha ao meio-dia.", "As chaves foram entregues na portaria.", "Substitui as peças que chegaram danificadas na primavera."], representative: "Representante fiscal" },
  sv: { note: ["Anmärkning", "Övrigt"], notes: ["Lossa gärna vid grind fyra, gården stänger mitt på dagen.", "Nycklarna lämnades hos vaktmästaren.", "Ersätter delarna som kom skadade i våras."], representative: "Skatterepresentant" },
  da: { note: ["Bemærkning", "Bemærkninger"], notes: ["Aflæs venligst ved port fire, gården lukker midt på dagen.", "Nøglerne blev afleveret hos portneren.", "Erstatter de dele, der kom beskadiget i foråret."], representative: "Fiskal repræsentant" },
  no: { note: ["Merknad", "Merknader"], notes: ["Vennligst loss ved port fire, gården stenger midt på dagen.", "Nøklene ble levert hos vaktmesteren.", "Erstatter delene som kom skadet i vår."], representative: "Skatterepresentant" },
};
