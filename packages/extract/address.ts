/** What postal addresses and company names look like, country by country, in plain patterns. */
import { plain } from "./fold.ts";

const CITY = "[\\p{Lu}\\p{Lo}][\\p{L}.'’]+(?:[ /-](?:\\p{L}[\\p{L}.'’]*))*";
const POSTAL: readonly RegExp[] = [
  new RegExp(`(?<![\\d\\p{L}])(?:[A-Z]{1,3}[- ])?\\d{5}(?:-\\d{4})?[ ,]{1,2}${CITY}`, "u"), // DE FR ES IT FI HR MY US(zip first) …
  new RegExp(`(?<![\\d\\p{L}])\\d{4}\\s?[A-Z]{2}[ ,]{1,3}${CITY}`, "u"), // NL
  new RegExp(`(?<![\\d\\p{L}./-])(?:(?:A|B|CH|L|DK|N|H|BE|AT|LU|NO|HU)[- ])?[1-9]\\d{3} ${CITY}`, "u"), // AT CH BE DK NO HU LU
  new RegExp(`(?<![\\d\\p{L}])(?:PL[- ])?\\d{2}-\\d{3} ${CITY}`, "u"), // PL
  new RegExp(`(?<![\\d\\p{L}])(?:P-)?\\d{4}-\\d{3} ${CITY}`, "u"), // PT
  new RegExp(`(?<![\\d\\p{L}+])(?:[A-Z]{1,2}-)?\\d{3} \\d{2} ${CITY}`, "u"), // SE CZ SK GR
  /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d])/u, // GB
  /(?:^|\p{L}{3,}[, ]{1,2})[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?=$|,)/u, // GB, as people write it
  /(?<![\p{L}\d])[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d(?![\p{L}\d])/u, // CA
  /\p{L}{2,}[ ,.]{1,3}(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])[ ,.]{1,3}(?:\d{5}(?:-\d{4})?|\d{3,4}[A-Z]?\d?)(?![\p{L}\d])/u, // US
  /\p{L}{2,}[ ,]{1,2}(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)[ ,]{1,2}\d{4}(?!\d)/u, // AU
  /\p{L}{3,}[ ,-]{1,4}[1-9]\d{2} ?\d{3}(?!\d)/u, // IN, SG
  /(?<![\p{L}\d])[A-Z]\d{2} [A-Z\d]{4}(?![\p{L}\d])/u, // IE
  /\p{Lo}{2,}[ ,-]{1,3}\d{5}(?:\d{2}|-\d{4})?(?!\d)/u, // IL, SA, EG … in their own script
];
/** Street words by where in a word they stand, in lower case; each boundary is compiled once, as it is what compiling costs. */
const STREET = new RegExp([
  String.raw`(?<![\p{L}\d])(?:rue|avenue|av\.?|bd|place|route|quai|street|st\.?|road|rd\.?|ave\.?|drive|dr\.?|lane|ln|way|suite|floor|unit|block|court|square|po box|calle|plaza|via|corso|largo|jalan|jln?|lorong|taman|tmn|lot|batu|bandar|rua|[uú]t|str|sector|nagar|marg|cross|plot|building|tower|house|mall|centre|center|calea|tér)(?![\p{L}\d])`,
  String.raw`(?<![\p{L}\d])(?:boulevard|chemin|impasse|all[eé]e|blvd|highway|parkway|p\.?o\.? box|c\/|camino|avda|paseo|ctra|pol[ií]gono|viale|piazza|persiaran|kampung|kawasan|estrada|pra[cç]a|ul\.|ulica|aleja|al\.|os\.|ulice|utca|strada|οδός|λεωφ|πλατεία|bulevardul|aleea|körút)`,
  String.raw`(?:(?<=\p{L})str|weg|ring|damm|ufer|laan|plein|kade|gade|vej|katu|tie)(?![\p{L}\d])`,
  String.raw`(?:stra(?:ss|ß)e|str\.|strasse|platz|allee|gasse|chauss|postfach|straat|gracht|v[aä]gen|gatan|vegen|veien|n[aá]m[eě]st|شارع|طريق|ص\.? ?ب|רחוב|רח['׳]|שדרות|שד['׳]|דרך|כיכר|ת\.? ?ד\.?(?= ?\d))`,
].join("|"), "u");
/** Company forms, as separate words at (or near) the end of a name. */
const LEGAL_FORM = /(?<![\p{L}])(?:GmbH(?:\s?&\s?Co\.?(?:\s?KGa?A?)?)?|AG|KG|KGaA|OHG|GbR|UG|e\.?\s?K\.?|e\.?\s?V\.?|SE|S\.?A\.?R\.?L\.?|SAS(?:U)?|S\.?A\.?S\.?|S\.?A\.?|EURL|SCI|SNC|S\.?L\.?U?\.?|S\.?r\.?l\.?s?|S\.?p\.?A\.?|S\.?n\.?c\.?|B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|BVBA|SPRL|SRL|Lda\.?|Ltda\.?|[Ss]p\.? ?z\.? ?o\.? ?o\.?|S\.?\s?K\.?\s?A\.?|Ltd\.?|Limited|LLC|L\.L\.C\.?|LLP|PLC|Inc\.?|Incorporated|Corp\.?|Corporation|Co\.|Company|Pty|Pvt\.?|Private Limited|Oy|Oyj|AB|ApS|A\/S|AS|ASA|s\.\s?r\.\s?o\.?|a\.\s?s\.|spol\.|Kft\.?|Zrt\.?|Bt\.|S\.?R\.?L\.?|d\.o\.o\.|S[Dd][Nn]\.?\s?B[Hh][Dd]\.?|BHD|GMBH|LTD\.?|PVT\.?|INC\.?|LIMITED|COMPANY|ENTERPRISE|TRADING|S\/B|PTE\.?|PT|Genossenschaft|Stiftung|Verein|Enterprise|Trading|Holdings?|Group|S\.\s?Coop\.?|e\.\s?U\.?|Ges\.?\s?m\.?\s?b\.?\s?H\.?|DAC|CLG|PLT|plc|Aktiebolag|I\/S|K\/S|ANS|sp\.\s?[kjp]\.|s\.\s?c\.|Unipessoal|S[aà]rl|SELARL|SCOP|CVBA|ASBL|VZW|v\.\s?o\.\s?s\.|k\.\s?s\.|Nyrt\.?|P\.?F\.?A\.|(?:OG|HB|KB|DA|CV|Ky|Tmi)(?=\W*$)|Α\.?Ε\.?|Ε\.?Π\.?Ε\.?|Ο\.?Ε\.?|Ι\.?Κ\.?Ε\.?|בע["״']{1,2}מ|[ذش]\s?\.\s?م\s?\.\s?م\s?\.?)(?![\p{L}])/u;
export const LEGAL_FORMS = new RegExp(LEGAL_FORM.source, "gu");
const COUNTRIES = new Set(
  ("deutschland|germany|allemagne|france|frankreich|francia|espana|spain|spanien|espagne|italia|italy|italien|italie|nederland|netherlands|the netherlands|niederlande|belgie|belgium|belgique|belgien|osterreich|austria|" +
    "schweiz|switzerland|suisse|svizzera|portugal|polska|poland|polen|pologne|sverige|sweden|schweden|danmark|denmark|danemark|norge|norway|norwegen|suomi|finland|finnland|united kingdom|uk|great britain|england|scotland|wales|ireland|irland|" +
    "usa|united states|united states of america|us|canada|india|malaysia|singapore|australia|new zealand|hong kong|china|japan|luxembourg|luxemburg|ceska republika|czech republic|cesko|slovensko|slovakia|magyarorszag|hungary|romania|greece|" +
    "turkey|mexico|brasil|brazil|uae|united arab emirates|ile de la reunion|liechtenstein|croatia|hrvatska|slovenia|slovenija|bulgaria|israel|south africa|السعودية|المملكة العربية السعودية|الإمارات|الإمارات العربية المتحدة|مصر|الأردن|قطر|الكويت|المغرب|ישראל|ελλαδα|ελλας|slovakia|slovenska republika|republica moldova|deutschland / germany|thailand|indonesia|vietnam").split("|").map(plain),
);

/** The part of a line that is postcode and town, or null. */
export function postalIn(text: string): string | null {
  for (const pattern of POSTAL) {
    const match = pattern.exec(text);
    // "4512 Old Oak St" begins like a postcode but is a house number.
    if (match && !(/^\p{L}{3,}[ ,-]/u.test(match[0]) && /\b(?:invoice|rechnung|facture|factuur|fattura|factura|fatura|faktura|no|nr|order|bill|receipt|number|nummer|id|siret|siren|rcs|kvk|reg|regon|krs|ein|tel|fax|phone|account|konto|ref|rea|fn|hrb|cin|pan)\b/i.test(match[0])) && !(match.index === 0 && /^\d/.test(match[0]) && hasEnglishStreet(match[0]))) return match[0];
  }
  return null;
}

const ENGLISH_STREET = /(?<![\p{L}\d])(?:street|st\.?|road|rd\.?|ave\.?|avenue|drive|dr\.?|lane|ln|way|blvd|boulevard|court|square|parkway|suite|highway|place|jalan|jln|jl)(?![\p{L}\d])/u;
/** "8342 LN Hoogveld" is a Dutch postcode, not a lane. */
const hasEnglishStreet = (text: string): boolean => ENGLISH_STREET.test(text.replace(/^\d{4} ?[A-Z]{2} (?=\p{Lu}\p{Ll}+$)/u, "").toLowerCase());

export const looksLikeStreet = (text: string): boolean => (/\d/.test(text) && /\p{L}{3,}/u.test(text) && hasStreetWord(text)) || /^\p{Lu}[\p{L}.' -]{2,40} \d{1,4} ?[a-zA-Z]?(?:[-/]\d+ ?[a-zA-Z]?)?$/u.test(text) || /^\d{1,5}[a-zA-Z]?,? (?:(?:bis|ter) )?\p{L}[\p{L}\d' .-]{3,}$/u.test(text);
export const hasStreetWord = (text: string): boolean => STREET.test(text.toLowerCase());
export const hasLegalForm = (text: string): boolean => LEGAL_FORM.test(text);
export const isCountry = (text: string): boolean => COUNTRIES.has(plain(text).replace(/[^\p{L}/ ]+/gu, " ").replace(/\s+/g, " ").trim());

export const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;
export const WEBSITE = /(?:https?:\/\/|www\.)[\w-]+(?:\.[\w-]+)+|(?<![\w@.])[\w-]{3,}\.(?:com|de|fr|nl|co\.uk|eu|org|net|it|es|be|at|ch|pl|se|dk|fi|my|com\.my|in|io)(?![\w@])/iu;
export const PHONE = /(?<![\p{L}\d])(?:\+|\(?0|\d{3}[-.]\d{3}[-.])[\d\s()/.-]{5,}\d/u;

/** The naming parts of mail and web domains in a text: "info@nordlicht-werbung.example" → ["nordlicht-werbung"]. Mail providers name nobody. */
export function domainNames(text: string): string[] {
  const names: string[] = [];
  for (const match of text.matchAll(/(?:@|https?:\/\/(?:www\.)?|www\.)([\w-]+(?:\.[\w-]+)+)/giu)) {
    const parts = match[1]!.toLowerCase().split(".");
    const name = parts.length > 2 && parts[parts.length - 2]!.length <= 3 ? parts[parts.length - 3]! : parts[parts.length - 2]!;
    if (!/^(?:gmail|gmx|web|hotmail|outlook|yahoo|t-online|localhost|example|aol|icloud|orange|wanadoo|free|live|msn)$/.test(name)) names.push(name);
  }
  return names;
}

/** True when the domain is made of the name's letters ("harborplumbing" ~ "Harbor Plumbing & Heating"). */
export function fitsDomain(name: string, domain: string): boolean {
  const letters = plain(domain).replace(/[^a-z0-9]/g, "");
  const words = plain(name).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 4);
  const all = plain(name).replace(/[^a-z0-9]/g, "");
  return all.includes(letters) || letters.includes(all) && all.length > 3 || words.filter((word) => letters.includes(word)).join("").length >= 0.6 * letters.length && words.some((word) => letters.includes(word));
}
