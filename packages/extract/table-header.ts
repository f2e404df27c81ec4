/**
 * The header row of an item table: which columns there are, what they hold, where they stand. Headers may take
 * several lines ("Prix / unitaire") and may stand so close that only their words tell the columns apart.
 */
import { lexicon } from "./lexicon.ts";
import { bottom, overlapX, right, union, type Layout, type Line, type Segment } from "./lines.ts";
import type { Box } from "./reading.ts";
import type { Word } from "./words.ts";

export type Role = "position" | "itemId" | "description" | "quantity" | "unit" | "unitPrice" | "discount" | "taxRate" | "taxAmount" | "amount" | "grossAmount" | "date" | "base" | "other";

export type Column = { role: Role; /** other roles its words could mean */ roles: Role[]; box: Box; text: string; /** its figures have two decimals: one without is none of them */ cents?: boolean; /** its place is that of its words, not of its heading */ placed?: boolean };

/** `first`..`last` are the indexes of the lines it takes. */
export type Header = { page: number; first: number; last: number; columns: Column[]; box: Box };

export const COLUMNS = lexicon<Role | "modifier">();
COLUMNS.means("position", "pos | position | posten | line | ln | sr № | s № | sl № | lp | poz | item № ~0.6 | № ~0.5 | ligne | l p | pol | zeile | s n | sno | rad | lfd № | posizione | # ~0.5 | riga | sl");
COLUMNS.means("itemId",
  "item code | code | sku | product code | article № | part № | item № | product № | art № | artikel № | artikelnr | unsere art № | ihre art № | art № kunde | art № lief | reference ~0.8 | ref | product id | item id | hsn | hsn sac | sac | hsn code | hsn / sac | referencia | codigo | codice | cod art | cod | articolo № | art nr | artnr | artikelcode | code article | reference article | material | material № | varenr | vare № | art | ean | gtin | kod | symbol | indeks | pkwiu | model | catalog № | artikkelnr | varu № | mat № | stock code | item # | best № | artikelnummer | tuotenro | ean gtin | tariff | cn code | artikul | plu | isbn | kod towaru");
COLUMNS.means("description",
  "description | item | items | product | products | service | services | details | particulars | item description | description of goods | product description | goods | description of services | activity | article | work description | product name | item name | description / service | description of goods and services | item details | description of supply | material description | product service",
  "beschreibung | bezeichnung | artikel | artikelbeschreibung | artikelbezeichnung | leistung | produkt | produktbeschreibung | text | leistungsbeschreibung | warenbezeichnung | material / beschreibung | position material / beschreibung | gegenstand | titel | position beschreibung | artikel bezeichnung | leistungen | dienstleistung | bezeichnung der leistung | tatigkeit | buchungstext | ware | positionsbeschreibung | beschreibung der leistung",
  "designation | libelle | prestation | produits | produit | desription | intitule | articles | designation des produits | prestations | objet",
  "descripcion | concepto | producto | servicio | articulo | detalle | conceptos | descrizione | prodotto | servizio | articolo | descrizione articolo | omschrijving | artikel | product | dienst | artikelomschrijving | omschrijving dienst",
  "descricao | designacao | artigo | produto | opis | nazwa | nazwa towaru | nazwa towaru lub uslugi | nazwa uslugi | nazwa towaru uslugi | towar usluga | beskrivning | benamning | beskrivelse | varebetegnelse | tekst | kuvaus | tuote | nimike | popis | nazev | nazev polozky | oznaceni dodavky | megnevezes | denumire | denumirea produselor sau a serviciilor | produkttjanst");
COLUMNS.means("quantity",
  "qty | quantity | qty hr | hours | hrs | hrs qty | units ~0.7 | pcs | qty hrs | quantity / hours | no of units | qty shipped | qty ordered ~0.7 | shipped ~0.6 | ordered ~0.5 | billed qty | hours / qty | pieces | usage | days | nights | qty unit | invoiced qty | qty / hrs",
  "menge | anzahl | stuck | stk | stunden | std | liefermenge | anz | mge | menge einheit | stuckzahl | menge me | tage",
  "quantite | qte | qtes | nombre | nb | quant | cantidad | cant | unidades | uds | ud ~0.6 | quantita | q ta | qta | qt | aantal | hoeveelheid | uren | quantidade | qtd | qtde | ilosc | antal | mangd | mangde | antall | maara | kpl | mnozstvi | pocet | menny | mennyiseg | cant | cantitate | kogus");
COLUMNS.means("unit", "unit | uom | um | u m | mengeneinheit | meng einheit | einheit | einh | me | unite | unidad | unita | u mis | eenheid | unidade | un | jm | j m | jedn | enhet | enhed | yksikko | mj | jednotka | per | unit of measure | me einheit | unita misura");
COLUMNS.means("unitPrice",
  "unit price | price | rate | price each | unit cost | price per unit | unit rate | net price | rate price | cost | unit net price | unit price excl vat | each | price / unit | unit price excl | list price ~0.7 | hourly rate | price excl vat | item price | rate per item | rate / item | unit amount | selling price | price unit | sales price",
  "einzelpreis | preis | stuckpreis | ep | e preis | nettopreis | preis einheit | preis je einheit | einzel | vk preis | einheitspreis | preis / einheit | preis pro einheit | epreis | e p | netto einzelpreis | einzelpreis netto | stundensatz | satz | preis netto | netto preis | preis pro stuck | preis stk | einzelpr | einzelbetrag | preis je st | listenpreis ~0.7",
  "prix unitaire | prix | pu | p u | pu ht | p u ht | prix unitaire ht | prix unit | prix u | prix unit ht | pu net | tarif | prix u ht | px unitaire | prix unitaire htva",
  "precio | precio unitario | precio unidad | p unit | precio ud | precio unit | prezzo | prezzo unitario | prezzo unit | p unitario | prezzo un | prijs | prijs per stuk | stukprijs | eenheidsprijs | tarief ~0.8 | uurtarief | prijs per eenheid | per stuk | prijs excl btw",
  "preco | preco unitario | preco unit | p unit | pr unit | cena | cena netto | cena jedn | cena jednostkowa | cena jedn netto | cena jednostkowa netto | a pris | apris | pris | styckpris | enhetspris | enhedspris | stk pris | pris pr enhet | yksikkohinta | a hinta | ahinta | hinta | cena za mj | cena za jednotku | jednotkova cena | cena / mj | egysegar | pret unitar | pret");
COLUMNS.means("discount", "discount | disc | discount % | disc % | rabatt | rabatt % | nachlass | remise | rem | remise % | descuento | dto | desc | sconto | sc | sconti | korting | korting % | desconto | rabat | rabat % | alennus | ale | sleva | adjust | adj | kedvezmeny");
COLUMNS.means("taxRate",
  "vat % | vat rate | tax rate | vat | tax % | gst % | gst rate | taxes | tax | gst | igst rate | mwst | ust | mwst % | ust % | steuersatz | mwst satz | ust satz | ust satz % | mw st | u st | steuer | st satz | st % | tva | tva % | taux tva | taux | taxe | % tva | iva | iva % | % iva | tipo iva | aliquota | al iva | c iva | btw | btw % | % btw | btw tarief | btw perc | taxa iva | taxa | stawka vat | stawka | vat stawka | % vat | moms | moms % | mva | mva % | alv | alv % | dph | dph % | sazba dph | sazba | % dph | afa | afa % | cota tva | tax code ~0.8 | steuercode | hst ~0.7 | steuer % | vat code ~0.8");
COLUMNS.means("taxAmount", "vat amount | tax amount | gst amount | tax amt | mwst betrag | ust betrag | steuerbetrag | montant tva | cuota iva | importe iva | cuota | imposta | btw bedrag | valor iva | kwota vat | wartosc vat | vat kwota | momsbelop | alv yht | dph kc | castka dph | valoare tva | afa osszeg | cgst | sgst | igst | igst amount | cgst amount | sgst amount | amount tax");
COLUMNS.means("amount",
  "amount | total | line total | net amount | total price | ext price | extended price | line amount | subtotal | net | total amount | value | sum | extension | net total | total net | amount excl vat | line amount excl vat | total excl vat | price total | taxable value | taxable amount | net value | amount usd | amount eur | amount gbp | extended amount | line total excl vat | ext amount | sales amount | total cost | price w o tax | line net | total excl | amount ex vat | excl vat | line value | ext | price wo tax | item total | item subtotal | amount rm | total rm",
  "betrag | gesamt | gesamtpreis | summe | gp | gesamtbetrag | g preis | entgelt | positionsbetrag | positions betrag | zeilenbetrag | netto | nettobetrag | wert | gesamt netto | netto gesamt | gesamtpreis netto | betrag netto | warenwert | zeilensumme | gpreis | g p | preis gesamt | gesamt eur | betrag eur | summe netto | nettowert | gesamtwert | total netto | positionssumme | betrag in eur | gesamt preis | preis summe | endpreis ~0.8 | netto betrag",
  "montant | montant ht | total ht | prix ht | total | prix total | montant net | prix total ht | mt ht | total net | net ht | montant hors taxe | total h t | total hors tva | montant htva | total htva | prix total htva",
  "importe | total | importe neto | subtotal | neto | base | total linea | importo | totale | importo netto | prezzo totale | valore | tot | imponibile | bedrag | totaal | totaal excl btw | totaalprijs | netto bedrag | regeltotaal | bedrag excl btw | subtotaal",
  "valor | total | valor total | total liquido | wartosc | wartosc netto | netto | kwota | belopp | summa | totalt | belop | belob | sum | i alt | yhteensa | summa veroton | summa | celkem | cena celkem | celkem bez dph | zaklad | osszesen | ertek | netto ertek | osszeg | valoare | netto osszesen | nettobelop | netto belop | veroton | bez dph | castka");
COLUMNS.means("grossAmount", "amount incl vat | total incl vat | gross | gross amount | prijs incl btw | totaal incl btw | bedrag incl btw | brutto | bruttobetrag | betrag brutto | gesamt brutto | total ttc | montant ttc | ttc | prix ttc | total con iva | wartosc brutto | totale ivato | amount incl tax | total inc vat | total inc gst | total incl | brutto wert | s dph | celkem s dph | brutto osszesen | total inkl | prix total ttc | incl btw | gesamt inkl mwst | inkl mwst | amount inc gst | verollinen | amount including vat | brutto ertek");
COLUMNS.means("date", "date | datum | fecha | data | date de prestation | leistungs datum | service date | shipment date | training date | dato | liefer datum | period");
COLUMNS.means("base", "basisbetrag | base amount | tax base | taxable base | bemessungsgrundlage | nettobasis | grundbetrag | base ht | base tva | grundlag");
COLUMNS.means("other", "weight | gewicht | per ~0.5 | terms | salesperson | due date | p o № | payment terms | ship via | f o b | fob | shipped via | requisitioner | falligkeit | teilzahlung | project | serial № | warehouse | basismenge | art kategorie | zu abschlag | warenwert zu abschlag | discount amount ~0.5 | balance | credit | debit | charges | payments | rendement | garantie | lot | batch");
COLUMNS.means("modifier", "excl vat | excl | incl | ohne mwst | ohne ust | in eur | eur | usd | gbp | chf | in € | ht | h t | net of tax | inr | rm | netto ~0.1 | pro | je | w o tax | excl tax | ex vat | inkl mwst | inkl | inc | con | com | zl | kc | in");

COLUMNS.means("position", "linea | linha | linje | regel | radnr | item | n ~0.4 | lp № | no");
COLUMNS.means("itemId", "artikel ~0.6 | articulo ~0.6 | articolo ~0.6 | artigo ~0.6 | vare ~0.6 | varekode | item ref | product № | bestell № | artikel kod | ref article | codice articolo | indeks towaru | material nr");
COLUMNS.means("description", "prestazione | prestazioni | beschrijving | specifikation | varetekst | ydelse | ydelser | varebeskrivelse | betegnelse | vare tekst | tjeneste | tjanst | designation des travaux | detalle del servicio | descripcion del producto | popis zbozi | nazwa produktu | produktnavn | produktnamn | details of service | leistungstext | arbeit | nature | detail | service description | descricao do servico | rodzaj uslugi | denominazione");
COLUMNS.means("quantity", "aant | il | kvantitet | ant | mengde | maengde | mangde | lev antal | lev ant | qte livree | quant livrada | ilosc szt | no ~0.2 | nos | stuks | q te | cantid | stunden anzahl | no of days | weight kg ~0.4 | number ~0.4");
COLUMNS.means("unit", "unit | uom | einheit | einh | eh | me | unite | u | un | unid | unidad | ud | u m | um | eenheid | eenh | jm | j m | jedn | jednostka | enhet | enhed | enh | unidade | per unit ~0.3 | mj | yksikko");
COLUMNS.means("unitPrice", "pr unitario | precio ud iva | prezzo netto | prezzo listino | pris enhet | pris / enhet | enhetspris kr | stk pris | pris stk | stukprijs excl | prijs excl | precio unit sin iva | valor unitario | cena netto jedn | tarif unitaire | montant unitaire | rate per hour | hourly rate | charge rate | preis / eh | ep netto | unit cost | unit price excl vat | price / unit | price each | price unit | einzelpreis eur");
COLUMNS.means("discount", "rab | rab % | krt | krt % | rem % | dto % | desc % | dcto | disc amt | sc % | rbt | rabais | nachlass % | less");
COLUMNS.means("taxRate", "momssats | mva sats | satz % | % | vat cat | iva % | aliquota iva | taux de tva | tva taux | tipo de iva | btw code | tax cat");
COLUMNS.means("taxAmount", "momsbelopp | momsbelob | moms kr | mva kr | mva belop | importo iva | iva importe | i v a importe | btw eur | ust eur | mwst eur | montant taxe | steuer eur | imp iva | podatek");
COLUMNS.means("amount", "nettobelopp | radsumma | linjetotal | linjesum | linjebelob | totaalbedrag | montante | nettosum | net line | net eur | total net ht | importe total | bedrag eur | totaal eur | linhas total | wartosc bez vat | amount excl | amount excl tax | line amount excl | price excl | excl btw | ekskl moms | eks mva | exkl moms | positionssumme netto | tot netto | valor liquido | netto eur | summe eur | gesamt netto eur | importe sin iva");
COLUMNS.means("grossAmount", "inkl moms | inkl mva | belopp inkl moms | belob inkl moms | belop inkl mva | i alt inkl moms | bruto | importe con iva | importo ivato | total c iva | valor c iva | total com iva | incl vat | incl tax | totaal incl | ttc eur | brutto eur | total incl gst | razem brutto | kwota brutto | suma brutto");

COLUMNS.means("position", "م | ت | مسلسل | שורה | מס׳ ~0.5 | α α | tétel | sorsz | nr crt | redni br | rb");
COLUMNS.means("itemId", "رقم الصنف | كود الصنف | رمز المنتج | رقم المنتج | מק״ט | קוד פריט | מספר פריט | κωδικός | κωδ | cikkszám | cod produs | šifra | číslo položky | katalogové č");
COLUMNS.means("description", "الوصف | البيان | الصنف | اسم الصنف | التفاصيل | المنتج | الخدمة | البند | وصف السلعة أو الخدمة | תיאור | פירוט | פרטים | שם פריט | תאור | פריט | מוצר | שירות | περιγραφή | είδος | περιγραφή είδους | υπηρεσία | termék | szolgáltatás | termék szolgáltatás megnevezése | denumire produs | descriere | popis položky | opis usluge | naziv");
COLUMNS.means("quantity", "الكمية | العدد | عدد | כמות | כמ׳ | יח׳ ~0.6 | ποσότητα | ποσ | τεμάχια | menny | cant | količina | kol | množství | mnozstvo | määrä");
COLUMNS.means("unit", "الوحدة | وحدة القياس | יחידה | יחידת מידה | μονάδα | μ μ | mértékegység | me | mee | u m | jed mj | jedinica");
COLUMNS.means("unitPrice", "السعر | سعر الوحدة | سعر الوحده | الثمن | سعر البيع | מחיר | מחיר יחידה | מחיר ליחידה | מחיר ליח׳ | τιμή | τιμή μονάδας | τιμή μον | nettó egységár | egységár nettó | preț unitar | pret unitar fara tva | preț | jedn cena | jedinična cijena | cijena | yksikköhinta");
COLUMNS.means("discount", "الخصم | خصم | نسبة الخصم | הנחה | % הנחה | έκπτωση | έκπτ | engedmény | zľava | popust | rabat %");
COLUMNS.means("taxRate", "الضريبة | نسبة الضريبة | ضريبة القيمة المضافة | % الضريبة | מע״מ | % מע״מ | φπα | φπα % | συντ φπα | áfakulcs | áfa kulcs | áfa % | cota tva % | sadzba dph | pdv | pdv % | stopa pdv");
COLUMNS.means("taxAmount", "مبلغ الضريبة | قيمة الضريبة | סכום מע״מ | ποσό φπα | αξία φπα | áfa összege | iznos pdv");
COLUMNS.means("amount", "المبلغ | الإجمالي | المجموع | القيمة | الإجمالي قبل الضريبة | المبلغ الإجمالي ~0.9 | סכום | סה״כ | סך הכל | סה״כ לפני מע״מ | αξία | σύνολο | ποσό | καθαρή αξία | nettó összeg | nettó érték | valoare fara tva | iznos | ukupno | spolu | cena spolu");
COLUMNS.means("grossAmount", "الإجمالي شامل الضريبة | المجموع شامل الضريبة | סה״כ כולל מע״מ | כולל מע״מ | τελική αξία | αξία με φπα | bruttó összeg | bruttó érték | valoare cu tva | iznos s pdv");
COLUMNS.means("date", "التاريخ | תאריך | ημερομηνία | dátum");
COLUMNS.means("modifier", "ر س | ريال | درهم | ₪ | ש״ח | ft | lei | kn | £uk | us$");

const isNumeric = (word: Word): boolean => /\d/.test(word.text);

/** All header rows of the document, best columns each, top to bottom. */
export function headersOf(layout: Layout): Header[] {
  const headers: Header[] = [];
  for (const line of layout.lines) {
    if (headers.some((header) => line.index <= header.last && line.index >= header.first)) continue;
    const header = headerAt(layout, line);
    if (header) headers.push(header);
  }
  return headers;
}

function headerAt(layout: Layout, line: Line): Header | null {
  if (line.words.length < 2 || line.words.filter(isNumeric).length > 1) return null;
  const cells = line.segments.flatMap(splitCells);
  const known = cells.filter((cell) => cell.roles.length > 0);
  const distinct = new Set(known.map((cell) => cell.roles[0]));
  if (distinct.size < 2) return null;
  // "Sub-total additional services   1,792.69": what ends in an amount is no heading.
  if (/^[-−]?\d[\d.,' ]*[.,]\d{2}[-−]?$/.test(line.words[line.words.length - 1]!.text)) return null;
  const wordsKnown = known.reduce((count, cell) => count + cell.known, 0);
  if (wordsKnown < 0.5 * line.words.length) return null;
  const merged = absorbNeighbours(layout, line, cells);
  const columns = merged.columns.filter((column) => column.role !== "other" || column.text !== "");
  const roles = new Set(columns.map((column) => column.role));
  const hasAmount = roles.has("amount") || roles.has("grossAmount") || roles.has("unitPrice");
  const useful = [...roles].filter((role) => role !== "other").length;
  if (useful === 2 && line.segments.length < 2) return null; // "Total quantity" 
  if (!hasAmount || useful < 2 || (useful === 2 && !(roles.has("description") || roles.has("quantity")))) return null;
  return { page: line.page, first: merged.first, last: merged.last, columns, box: union(columns.map((column) => column.box)) };
}

type Cell = { words: Word[]; box: Box; roles: Role[]; known: number };

/** A header segment may hold several headings set close together: each known phrase starts a cell of its own. */
function splitCells(segment: Segment): Cell[] {
  const hits = COLUMNS.find(segment.words.map((word) => word.text), segment.words[0]?.confidence !== undefined);
  const starts = hits.filter((hit) => hit.meanings[0]!.meaning !== "modifier");
  const cells: Cell[] = [];
  if (starts.length <= 1) return [cellOf(segment.words)];
  starts.forEach((hit, i) => {
    const from = i === 0 ? 0 : hit.first;
    const to = i + 1 < starts.length ? starts[i + 1]!.first : segment.words.length;
    if (to > from) cells.push(cellOf(segment.words.slice(from, to)));
  });
  return cells;
}

function cellOf(words: Word[]): Cell {
  const hits = COLUMNS.find(words.map((word) => word.text), words[0]?.confidence !== undefined);
  const roles = words.some(isNumeric) ? [] : rolesOf(hits); // "Net 30" is a value
  const known = roles.length === 0 ? 0 : hits.reduce((count, hit) => count + hit.last - hit.first + 1, 0);
  return { words, box: union(words.map((word) => word.box)), roles, known };
}

function rolesOf(hits: ReturnType<typeof COLUMNS.find>): Role[] {
  const scored: { role: Role; score: number }[] = [];
  for (const hit of hits) {
    for (const { meaning, weight } of hit.meanings) if (meaning !== "modifier") scored.push({ role: meaning, score: weight * (1 + 0.5 * (hit.last - hit.first)) });
  }
  return [...new Set(scored.sort((a, b) => b.score - a.score).map((each) => each.role))];
}

/** Joins headings printed over several lines: neighbouring lines whose pieces stand over or under the cells. */
function absorbNeighbours(layout: Layout, line: Line, cells: Cell[]): { columns: Column[]; first: number; last: number } {
  const stacks = cells.map((cell) => ({ words: [...cell.words], box: cell.box }));
  let [first, last] = [line.index, line.index];
  for (const direction of [-1, 1]) {
    let edge = line.box;
    for (let step = 1; step <= 3; step++) {
      const other = layout.lines[line.index + direction * step];
      if (!other || other.page !== line.page) break;
      const gap = direction < 0 ? edge.y - bottom(other.box) : other.box.y - bottom(edge);
      if (gap > 0.75 * line.box.height || !continuesHeader(other, stacks.map((stack) => stack.box), direction)) break;
      for (const piece of other.segments) {
        const over = stacks.filter((stack) => overlapX(stack.box, piece.box) > 0.25).sort((a, b) => overlapX(b.box, piece.box) - overlapX(a.box, piece.box))[0];
        const words = piece.words;
        if (over) {
          over.words = direction < 0 ? [...words, ...over.words] : [...over.words, ...words];
          over.box = union([over.box, piece.box]);
        } else stacks.push({ words: [...words], box: piece.box });
      }
      edge = other.box;
      if (direction < 0) first = other.index;
      else last = other.index;
    }
  }
  const columns = stacks.map((stack): Column => {
    const texts = joinHyphens(stack.words.map((word) => word.text));
    const hits = COLUMNS.find(texts, stack.words[0]?.confidence !== undefined);
    const roles = rolesOf(hits);
    return { role: roles[0] ?? "other", roles, box: stack.box, text: texts.join(" ") };
  });
  return { columns: columns.sort((a, b) => a.box.x - b.box.x), first, last };
}

/** "Positions-" "betrag" is one word broken over two lines. */
function joinHyphens(texts: string[]): string[] {
  const joined: string[] = [];
  for (const text of texts) {
    const before = joined[joined.length - 1];
    if (before?.endsWith("-") && before.length > 3 && /^\p{Ll}/u.test(text)) joined[joined.length - 1] = `${before} ${text}`;
    else joined.push(text);
  }
  return joined;
}

function continuesHeader(other: Line, boxes: readonly Box[], direction: number): boolean {
  if (other.words.some(isNumeric)) return false;
  const hits = other.segments.flatMap((segment) => COLUMNS.find(segment.words.map((word) => word.text), false).map((hit) => ({ hit, segment })));
  const knownWords = hits.reduce((count, { hit }) => count + hit.last - hit.first + 1, 0);
  if (knownWords < 0.4 * other.words.length) return false;
  // A wide stretch under several headings is a sentence or a description, not a heading.
  if (other.segments.some((segment) => boxes.filter((box) => overlapX(box, segment.box) > 0.3).length >= 3)) return false;
  return direction > 0 || other.segments.every((segment) => right(segment.box) - segment.box.x < 200);
}
