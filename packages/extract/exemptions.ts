/**
 * Why a document charges no VAT (EN 16931 BT-120): the sentence that says so, and the VAT category (BT-118, UNTDID 5305) where
 * its words leave no other: AE reverse charge, K supply within the Union, G export, O not subject to VAT, E exempt, Z zero rated.
 */
import { amountOf } from "./amount.ts";
import { plain } from "./fold.ts";
import type { Make } from "./field.ts";
import { bottom, type Layout, type Segment } from "./lines.ts";
import type { Fields, ReadLine, ReadTax } from "./reading.ts";
import type { Word } from "./words.ts";

type Category = "AE" | "K" | "G" | "O" | "E" | "Z";

/** Folded words (lower case, no accents) of the law and of trade. Without a category they say that no tax is due, and not why. */
const SAYS: readonly (readonly [Category | null, RegExp])[] = [
  ["AE", /reverse[- ]charge|steuerschuldnerschaft des|steuerschuldner ist der|steuerschuld geht|ubergang der steuerschuld|§ ?13 ?b|autoliquida[tc]|inversion del sujeto pasivo|inversione contabile|(?:btw|vat) verlegd|btw-verlegging|verlegging van (?:de )?btw|omvendt (?:betalingspligt|avgiftsplikt)|snudd avregning|omvand (?:betalnings|skatt)skyldighet|odwrotne obciazenie|kaannetty (?:arvonlisa)?verovelvollisuus|prenesen[ai] (?:danove )?povinnosti|forditott adozas|taxare inversa|αντιστροφη επιβαρυνση|(?:customer|recipient|buyer) (?:is )?(?:liable|to account|accounts) (?:for|to)/],
  ["K", /innergemeinschaftliche[rn]? (?:waren)?lieferung|\bintra-?(?:community|eu) (?:suppl|deliver|sale)|livraisons? intra-?communautaires?|(?:entregas?|operacion|operaciones) intra-?comunitarias?|cession[ei] intra-?comunitari|intra-?communautaire (?:levering|lever)|262 ter|§ ?4 (?:abs\. ?1 )?nr\.? ?1 ?(?:lit\. ?)?b|unionsintern|wewnatrzwspolnotow[ae] dostaw|\bwdt\b|transmiss(?:ao|oes) intra-?comunitarias?|\briti\b|yhteisomyynti|do jineho clenskeho statu|kozossegen beluli|livrare intra-?comunitara|\bart(?:icle|ikel|iculo|igo|icolo|\.)? ?138\b|\b331\/(?:19)?93\b/],
  ["G", /ausfuhrlieferung|steuerfreie ausfuhr|§ ?4 nr\.? ?1 ?(?:lit\. ?)?a|export (?:outside|supply|sale|of goods)|zero-rated export|exportation (?:hors|exoneree)|exportacion|cessione all.esportazione|all.esportazione|uitvoer buiten|eksport towarow|exportacao|export utanfor|\bart(?:icle|ikel|iculo|igo|icolo|\.)? ?146\b/],
  ["O", /outside (?:of )?(?:the )?scope|not subject to (?:\w+ )?(?:vat|tax|gst)|nicht steuerbar|hors (?:du )?champ|no sujet[ao]s? a|fuori campo|non soggett[aoie] a|buiten (?:de )?werkingssfeer|nie podlega|nao sujeit[ao]s? a|utanfor momsens/],
  ["E", /§ ?19 (?:abs\. ?1 )?(?:satz 1 )?ustg|kleinunternehmer|293 ?b\b|franchise en base|exone?ree? de (?:la )?tva|exoneration de (?:la )?tva|exempt(?:ed)? from (?:vat|gst|sst|sales tax|tax)|\b(?:vat|gst|sst|tax)[- ]exempt|no vat is charged|exent[ao]s? (?:de |del )?(?:iva|igic)|exencion (?:de |del )?iva|operacion(?:es)? exentas?|esent[ei] (?:da )?(?:l.)?iva|esent[ei] (?:ex )?art|franchigia|vrijgesteld van btw|btw[- ]vrijgesteld|vrijgestelde (?:prestatie|levering)|kleine ?ondernemersregeling|steuerbefreit|(?:umsatz|mehrwert)steuerfrei|(?:umsatz|mehrwert)steuerbefreit|von der (?:umsatz|mehrwert)steuer befreit|zwolnieni[ea] z (?:podatku )?vat|zwolnion[yae] (?:z|od) (?:podatku )?vat|isent[ao]s? de iva|isent[ao],? art|momsfri|fritaget for moms|fritatt for (?:mva|merverdiavgift)|unn?tatt (?:fra )?(?:mva|merverdiavgift)|undanta(?:gen|get|s)? fran (?:moms|mervardesskatt)|arvonlisaveroton|osvobozeno od dane|alanyi adomentes|scutit (?:de|fara) tva|απαλλαγη απο/],
  ["Z", /zero[- ]rated|nullsteuersatz|§ ?12 (?:abs\. ?3|abs 3) ustg/],
  [null, /tva non applicable|non imponibil[ei]|steuerfreie?r? (?:umsatz|umsatze|leistung|lieferung)|steuerfrei (?:nach|gemass|gem\.|gem )|keine (?:umsatz|mehrwert)steuer|exonere|\bexent[ao]\b|\bisent[ao]\b|regime forfettario|no vat (?:is )?(?:due|chargeable|payable)/],
];
/** One test for most lines, which say nothing of the kind. */
const ANY = new RegExp(SAYS.map(([, words]) => words.source).join("|"));
/** A form asks the question, and the answer is no; or the sentence speaks of other cases. */
const DENIED = /reverse[- ]charge\W{0,4}(?:applicable|mechanism)?\W{0,4}(?:\(y\/n\))?\W{0,4}(?:n|no|nein|not applicable|n\/a)\b|\b(?:unless|falls|sofern|whether or not|if applicable|sauf)\b/;

type Said = { text: string; words: Word[]; categories: Set<Category> };

/** Adds why no tax is due to the row of the tax summary that it belongs to, or as a row of its own where there is none. */
export function putExemption(taxes: ReadTax[], fields: Fields, lines: readonly ReadLine[], layout: Layout, make: Make): void {
  const untaxed = isZero(fields.taxTotal?.value) && taxes.every((tax) => isZero(tax.amount?.value));
  const zeros = taxes.filter((tax) => isZero(tax.amount?.value) && (tax.rate ? isZero(tax.rate.value) : tax.amount !== undefined));
  if (!untaxed && zeros.length !== 1) return;
  // A tax that was not found is not a tax that is not there.
  const { netTotal, grossTotal } = fields;
  if (fields.taxTotal === undefined && zeros.length === 0 && (lines.some((line) => line.taxRate && !isZero(line.taxRate.value)) || (netTotal && grossTotal && netTotal.value !== grossTotal.value && !fields.withholding))) return;
  const said = layout.segments.filter((segment) => ANY.test(plain(segment.text))).flatMap((segment) => sentencesAt(layout, segment));
  const first = said.find((each) => categoryOf(each.categories) !== null) ?? said[0];
  if (!first) return;
  const meant = new Set(said.flatMap((each) => [...each.categories]));
  const category = categoryOf(meant);
  const reason = make(first.words, first.text, 0.85, ["phrase"]);
  const found: ReadTax = { ...(category ? { category: make(first.words, category, 0.85, ["phrase"]) } : {}), reason };
  const row = zeros[0] ?? taxes[0];
  if (row) Object.assign(row, found);
  else taxes.push(found);
}

const isZero = (value: string | undefined): boolean => value === undefined || amountOf(value) === 0n;

/** The one category that all these sentences can mean: "exempt" says less than why. */
function categoryOf(categories: ReadonlySet<Category>): Category | null {
  const special = [...categories].filter((each) => each !== "E" && each !== "Z");
  if (special.length > 1) return null;
  if (special.length === 1) return special[0]!;
  return categories.size === 1 ? [...categories][0]! : null;
}

const MOST_LINES = 3;

/** An amount, a rate, a currency. */
const FIGURE = /^[-–€$£]?\d[\d.,']*[.,]\d{2}[€$£-]?$|^\d{0,2}(?:[.,]\d{1,2})?%$|^(?:0|€|\$|£|kr|zł|EUR|USD|GBP|CHF|PLN|SEK|NOK|DKK)$/;

/** The sentences of a paragraph that say so, from the line on which they begin. */
function sentencesAt(layout: Layout, start: Segment): Said[] {
  const rows = [start];
  for (let last = start; rows.length < MOST_LINES && !/[.!:;]$/.test(last.text);) {
    const next = below(layout, last);
    // A sentence goes on in small letters, with a paragraph's number or a bracket, and where its line was full.
    if (!next || !(/^(?:\p{Ll}|[§(\d])/u.test(next.text) || isFull(layout, last, next))) break;
    rows.push(next);
    last = next;
  }
  const words = rows.flatMap((row) => row.words);
  const sentences: Word[][] = [[]];
  words.forEach((word, i) => {
    sentences[sentences.length - 1]!.push(word);
    if (/(?:\p{Ll}{4,}|\p{Lu}{2}\p{L}*|[\d)"“”])[.!?;]$/u.test(word.text) && /^\p{Lu}/u.test(words[i + 1]?.text ?? "")) sentences.push([]);
  });
  return sentences.flatMap((sentence): Said[] => {
    // Figures at the end ("Reverse charge 0 % 0.00") are the tax, not the reason; what begins on a later line is found there.
    const kept = sentence.slice(0, sentence.findLastIndex((word) => !FIGURE.test(word.text)) + 1);
    const text = kept.map((word) => word.text).join(" ");
    const folded = plain(text);
    if (!start.words.includes(kept[0]!) || text.length > 300 || !ANY.test(folded) || DENIED.test(folded)) return [];
    return [{ text, words: kept, categories: new Set(SAYS.flatMap(([category, pattern]) => (category && pattern.test(folded) ? [category] : []))) }];
  });
}

/** The next line's first word would not have fit, and the line is wide enough to be prose. */
function isFull(layout: Layout, { page, box }: Segment, next: Segment): boolean {
  const width = layout.pages.find((each) => each.number === page)?.width ?? 595;
  return box.width > 0.6 * width && next.box.width < box.width + next.words[0]!.box.width && !/:$/.test(next.words[0]!.text);
}

function below(layout: Layout, segment: Segment): Segment | undefined {
  const next = layout.lines[segment.line + 1];
  return next?.segments.find((other) => other.page === segment.page && Math.abs(other.box.x - segment.box.x) < segment.fontSize && other.box.y - bottom(segment.box) < 0.9 * segment.box.height);
}
