/**
 * How this document writes numbers and dates. Decided once per document by votes, because a single "1.234" or
 * "03/04/2024" cannot tell: unambiguous numbers and impossible days elsewhere on the page can.
 */
import { plain } from "./fold.ts";
import type { Layout } from "./lines.ts";

export type NumberStyle = { decimal: "." | ","; /** false when nothing in the document decided it */ certain: boolean; spaceGroups: boolean };
export type DateOrder = { order: "dmy" | "mdy"; certain: boolean };
export type Conventions = { number: NumberStyle; date: DateOrder };

const NUMBER = /(?<![\p{L}\d.,/-])\d[\d.,]*\d(?![\p{L}\d]|[.,/-]\d)/gu;

/** Votes of every number for a decimal sign: both signs in one number, or two digits after the only one. */
export function numberStyleOf(texts: readonly string[]): NumberStyle {
  let point = 0;
  let comma = 0;
  let spaced = 0;
  let grouped = 0;
  for (const text of texts) {
    spaced += (text.match(/(?<![\d.,])\d{1,3}(?: \d{3})+(?:,\d{2}(?!\d)| ?(?:Ft|HUF|kr|Kč|zł|€|SEK|NOK)(?!\p{L}))/gu) ?? []).length;
    // "13 732.00 €" in a cell of its own; within other words "2 100.00" may be two numbers.
    if (/^(?:\p{Sc}|[A-Z]{3})? ?[-−]?[1-9]\d{0,2}(?: \d{3})+\.\d{2}(?: (?:\p{Sc}|[A-Z]{3}))?$/u.test(text)) spaced++;
    if (/^(?:[-−]?\s?\d{1,3}(?: \d{3})+,\d{2} ?(?:\p{Sc}|[A-Z]{3}|zł|kr|Kč)|(?:\p{Sc}|[A-Z]{3}) ?[-−]?\d{1,3}(?: \d{3})+,\d{2})$/u.test(text)) spaced += 2; // nothing but the sum stands in its cell
    for (const [number] of text.matchAll(NUMBER)) {
      const signs = number.replace(/\d/g, "");
      if (signs === "") continue;
      const last = signs[signs.length - 1]!;
      const after = number.length - number.lastIndexOf(last) - 1;
      const kinds = new Set(signs).size;
      let vote = 0;
      if (kinds === 2 && signs.indexOf(last) === signs.length - 1) vote = 3;
      else if (kinds === 1 && signs.length > 1 && after === 3) vote = -2; // 1.234.567: the sign groups
      else if (signs.length === 1 && after === 2) vote = 1;
      else if (signs.length === 1 && (after === 1 || after === 4)) vote = 0.3;
      if ((kinds === 2 || vote < 0) && !number.startsWith("0")) grouped++;
      if (last === ".") vote < 0 ? (comma -= vote) : (point += vote);
      else vote < 0 ? (point -= vote) : (comma += vote);
    }
  }
  const certain = Math.abs(point - comma) > 0.5;
  return { decimal: comma > point ? "," : ".", certain, spaceGroups: spaced > 0 && (spaced >= 2 * grouped || (spaced > 2 && spaced >= grouped)) };
}

const NUMERIC_DATE = /(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|[.,]\d)/g;

/** Day or month first: an impossible month anywhere settles it; else the kind of English (dollars, US states) does. */
export function dateOrderOf(texts: readonly string[]): DateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const text of texts) {
    for (const [, a, sign, b] of text.matchAll(NUMERIC_DATE)) {
      if (Number(a) > 12 && Number(b) <= 12) dayFirst += 1;
      if (Number(b) > 12 && Number(a) <= 12) monthFirst += 1;
      if (sign === ".") dayFirst += 2; // nobody writes the month first with points
    }
  }
  if (dayFirst !== monthFirst) return { order: dayFirst > monthFirst ? "dmy" : "mdy", certain: true };
  return { order: looksAmerican(texts) ? "mdy" : "dmy", certain: false };
}

const STATE_ZIP = /\b(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])[ ,.]{1,2}\d{5}(?:-\d{4})?\b/;

/** US postal addresses, "$" without another country's mark, and no European tax words. */
export function looksAmerican(texts: readonly string[]): boolean {
  const all = texts.join("\n");
  if (STATE_ZIP.test(all)) return true;
  return /\$/.test(all) && !/\b(?:GST|ABN|HST|VAT|TVA|IVA|MwSt|BTW)\b/.test(all) && !/(?:A|S|NZ|HK|C|CA|MX|R)\$/.test(all);
}

/**
 * A printed number as plain decimal text ("-1234.50"), or null. A number that can be read in one way only is read so;
 * "1.234" and "1,234" follow the document's style.
 */
export function plainNumber(printed: string, style: NumberStyle): string | null {
  const negative = /^\s*[-−–(]|[-−–)]\s*$/.test(printed);
  let digits = printed.replace(/[^\d.,'’ \u00a0\u202f]/g, "").trim().replace(/['’ \u00a0\u202f]/g, "");
  if (!/\d/.test(digits)) return null;
  const dot = digits.lastIndexOf(".");
  const comma = digits.lastIndexOf(",");
  if (dot >= 0 && comma >= 0) {
    const decimal = dot > comma ? "." : ",";
    if (digits.split(decimal).length > 2) return null;
    digits = digits.replaceAll(decimal === "." ? "," : ".", "").replace(",", ".");
  } else if (dot >= 0 || comma >= 0) {
    const sign = dot >= 0 ? "." : ",";
    const parts = digits.split(sign);
    const after = parts[parts.length - 1]!.length;
    if (parts.length > 2) {
      if (parts.slice(1).some((part) => part.length !== 3)) return null;
      digits = parts.join("");
    } else if (after === 3 && parts[0] !== "" && parts[0] !== "0" && parts[0]!.length <= 3 && sign !== style.decimal) digits = parts.join("");
    else digits = `${parts[0] || "0"}.${parts[1]}`;
  }
  digits = digits.replace(/\.$/, "");
  return /^\d+(\.\d+)?$/.test(digits) ? `${negative ? "-" : ""}${digits}` : null;
}

const MONTHS: Record<string, number> = {};
const MONTH_NAMES = [
  "ιανουαριος ιανουαριου ιαν يناير ינואר ינו ianuarie ian كانون_الثاني january januar janvier enero gennaio januari janeiro stycznia styczen januara leden ledna tammikuu tammikuuta jaenner janner jan janv ene gen sty",
  "φεβρουαριος φεβρουαριου φεβ فبراير شباط פברואר פבר februarie february februar fevrier febrero febbraio februari fevereiro lutego luty unor unora helmikuu helmikuuta feb fev fevr febr lut",
  "μαρτιος μαρτιου μαρ مارس آذار מרץ מרס martie marcius marc marts march marz maerz mars marzo maart marco marca marzec brezen brezna maaliskuu maaliskuuta mar mrz mrt",
  "απριλιος απριλιου απρ أبريل إبريل نيسان אפריל אפר aprilie aprilis april avril abril aprile kwietnia kwiecien duben dubna huhtikuu huhtikuuta apr avr abr kwi",
  "μαιος μαιου μαι مايو أيار מאי majus may mai mayo maggio mei maio maja maj kveten kvetna toukokuu toukokuuta mag",
  "ιουνιος ιουνιου ιουν يونيو حزيران יוני יונ iunie iun junius june juni juin junio giugno junho czerwca czerwiec cerven cervna kesakuu kesakuuta jun giu cze",
  "ιουλιος ιουλιου ιουλ يوليو تموز יולי יול iulie iul julius july juli juillet julio luglio julho lipca lipiec cervenec cervence heinakuu heinakuuta jul juil lug lip",
  "αυγουστος αυγουστου αυγ أغسطس آب אוגוסט אוג augusztus august aout agosto augustus augusti sierpnia sierpien srpen srpna elokuu elokuuta aug ago sie",
  "σεπτεμβριος σεπτεμβριου σεπ σεπτ سبتمبر أيلول ספטמבר ספט septembrie szeptember szept september septembre septiembre settembre setembro wrzesnia wrzesien zari syyskuu syyskuuta sep sept set wrz",
  "οκτωβριος οκτωβριου οκτ أكتوبر אוקטובר אוק octombrie تشرين_الأول october oktober octobre octubre ottobre outubro pazdziernika pazdziernik rijen rijna lokakuu lokakuuta oct okt ott out paz",
  "νοεμβριος νοεμβριου νοε نوفمبر נובמבר נוב noiembrie تشرين_الثاني listopadu november novembre noviembre novembro listopada listopad marraskuu marraskuuta nov lis",
  "desember δεκεμβριος δεκεμβριου δεκ ديسمبر דצמבר דצמ decembrie كانون_الأول december dezember decembre diciembre dicembre dezembro grudnia grudzien prosinec prosince joulukuu joulukuuta dec dez dic des gru",
];
MONTH_NAMES.forEach((names, index) => names.split(" ").forEach((name) => (MONTHS[plain(name)] = index + 1)));

/** The month of a name in any of the languages, as printed; Hebrew sets "in" before it as one letter. */
export function monthOf(name: string): number | null {
  const bare = plain(name).replace(/[.'’׳]/gu, "").replace(/ /g, "_");
  return MONTHS[bare] ?? (/^ב\p{L}{3,}$/u.test(bare) ? MONTHS[bare.slice(1)] ?? null : null);
}

/** Both readings of a numeric date that the calendar allows, the document's own order first. */
export function numericDate(a: number, b: number, year: number, order: DateOrder): string[] {
  const full = year < 100 ? (year < 80 ? 2000 + year : 1900 + year) : year;
  const dayFirst = civil(full, b, a);
  const monthFirst = civil(full, a, b);
  const both = order.order === "dmy" ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  return [...new Set(both.filter((date): date is string => date !== null))];
}

/** "2025-03-31", or null when there is no such day or the year is out of an invoice's reach. */
export function civil(year: number, month: number, day: number): string | null {
  if (year < 1980 || year > 2099 || month < 1 || month > 12 || day < 1) return null;
  const last = month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (day > last) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function conventionsOf(layout: Layout): Conventions {
  const texts = layout.segments.map((segment) => segment.text);
  return { number: numberStyleOf(texts), date: dateOrderOf(texts) };
}
