/**
 * Habits of countries: money, tax rates, how addresses, firms and telephone numbers are written. All names are put
 * together from word lists; none is meant to be a real firm, street or town.
 */
import type { Language } from "./phrases/index.ts";
import type { Random } from "./random.ts";

export type CountryCode = "DE" | "AT" | "CH" | "FR" | "BE" | "NL" | "ES" | "IT" | "PL" | "PT" | "SE" | "DK" | "NO" | "US" | "GB" | "IE" | "MY" | "IN";

export type Country = {
  code: CountryCode;
  languages: Language[];
  currency: string;
  /** How amounts name their currency, besides the code. */
  symbol: string;
  /** Usual rates in percent, the general one first. */
  rates: string[];
  name: Partial<Record<Language, string>>;
  towns: [string[], string[]];
  streets: [string[], string[]];
  /** "#" digit, "@" letter. */
  postcode: string;
  phone: string;
  stems: string[];
  trades: string[];
  forms: string[];
  /** Country line under an address going abroad. */
  abroad: string;
};

const split = (text: string): string[] => text.split("|");
const latin = { towns: [split("Montre|Clair|Beau|Roche|Vau|Saint-Au|Font|Mar"), split("fort|val|lieu|court|mont|vigne|bois|ville")] as [string[], string[]] };

const list: Country[] = [
  { code: "DE", languages: ["de"], currency: "EUR", symbol: "€", rates: ["19", "7"], name: { de: "Deutschland", en: "Germany" }, abroad: "DEUTSCHLAND", towns: [split("Ober|Unter|Neu|Alt|Wald|Stein|Linden|Birken|Kirch|Sonnen"), split("felden|bruck|heim|stetten|hausen|kirchen|bach|berg|stadt|rode")], streets: [split("Ahorn|Mühlen|Bahnhof|Garten|Linden|Schul|Industrie|Werk|Ring|Kastanien"), split("straße {n}|weg {n}|allee {n}|gasse {n}|str. {n}|platz {n}|ring {n}a")], postcode: "#####", phone: "+49 #### ######", stems: split("Lindhof|Brenntal|Kieselbach|Ostermoor|Falkenried|Rotbuche|Sandkamp|Wiesengrund|Eichwerk|Blaustein|Hafenkante|Nordfeld|Talblick|Goldammer"), trades: split("Metallbau|Bürotechnik|Elektroanlagen|Gartenbau|Software|Druckerei|Logistik|Werbetechnik|Medizintechnik|Beratung|Holzhandel|Sanitär"), forms: split("GmbH|GmbH|GmbH & Co. KG|AG|KG|OHG|e.K.|UG (haftungsbeschränkt)") },
  { code: "AT", languages: ["de"], currency: "EUR", symbol: "€", rates: ["20", "10", "13"], name: { de: "Österreich" }, abroad: "ÖSTERREICH", towns: [split("Ober|Unter|Sankt |Bad |Neu|Alm|Berg"), split("tann|hof|gmünd|ach|leiten|aich|egg")], streets: [split("Haupt|Kirchen|Donau|Post|Wiesen|Ring"), split("straße {n}|gasse {n}|weg {n}|platz {n}")], postcode: "####", phone: "+43 #### #####", stems: split("Almhof|Steinfeder|Murtal|Edelgrat|Hochkar|Tannegg"), trades: split("Holzbau|Haustechnik|Spenglerei|IT-Dienste|Feinkost|Maschinen"), forms: split("GmbH|GesmbH|KG|OG|e.U.") },
  { code: "CH", languages: ["de", "fr", "it"], currency: "CHF", symbol: "CHF", rates: ["8.1", "2.6"], name: { de: "Schweiz", fr: "Suisse", it: "Svizzera" }, abroad: "SCHWEIZ", towns: [split("Ober|Nieder|Wil|Flühli|Rüti|Mur"), split("wil|ikon|ach|egg|matt|au")], streets: [split("Dorf|Seefeld|Bahnhof|Zug|Kirch|Gewerbe"), split("strasse {n}|weg {n}|gasse {n}")], postcode: "####", phone: "+41 ## ### ## ##", stems: split("Firnlicht|Seeblick|Gratweg|Murmelwerk|Zinnkopf|Föhntal"), trades: split("Treuhand|Schreinerei|Informatik|Gartenpflege|Uhrenteile|Catering"), forms: split("AG|GmbH|AG|& Co.") },
  { code: "FR", languages: ["fr"], currency: "EUR", symbol: "€", rates: ["20", "10", "5.5"], name: { fr: "France" }, abroad: "FRANCE", ...latin, streets: [split("rue des |avenue du |boulevard de la |place du |chemin des |rue de l'"), split("Tilleuls|Moulin|Vallée|Marché|Vignes|Horloge|Prés|Lavoir|Fontaines")], postcode: "#####", phone: "0# ## ## ## ##", stems: split("Atelier Vaubois|Brume & Sel|Clairval|Hautepierre|Lavandou|Trois Chênes|Grand Large|Ponceau|Mirabeau-Val|Sèvrebois"), trades: split("Menuiserie|Informatique|Conseil|Paysages|Imprimerie|Électricité|Distribution|Logistique|Nettoyage|Traiteur"), forms: split("SARL|SAS|SA|EURL|SASU|SNC") },
  { code: "BE", languages: ["fr", "nl"], currency: "EUR", symbol: "€", rates: ["21", "6", "12"], name: { fr: "Belgique", nl: "België" }, abroad: "BELGIUM", towns: [split("Wester|Ooster|Bever|Zand|Meer|Heist"), split("beke|hove|gem|donk|zele|broek")], streets: [split("Molen|Kerk|Stations|Nieuw|Veld"), split("straat {n}|laan {n}|weg {n}|plein {n}")], postcode: "####", phone: "+32 # ### ## ##", stems: split("Klaverblad|Zilvermeer|Maasbloem|Ardoise|Hopveld|Belleroche"), trades: split("Bouw|Drukkerij|Techniek|Solutions|Horeca|Interieur"), forms: split("BV|NV|SRL|SA|VOF") },
  { code: "NL", languages: ["nl"], currency: "EUR", symbol: "€", rates: ["21", "9"], name: { nl: "Nederland" }, abroad: "NETHERLANDS", towns: [split("Noord|Zuid|Ooster|Wester|Nieuw|Hoog|Water"), split("veld|wijk|dam|dijk|kerk|drecht|land|hoven")], streets: [split("Molen|Kerk|Dorps|Haven|Wilgen|Spoor|Tulpen|Sluis"), split("straat {n}|laan {n}|weg {n}|kade {n}|plein {n}|dijk {n}")], postcode: "#### @@", phone: "0## ### ## ##", stems: split("De Wilg|Polderlicht|Waterkant|Zeegras|Duinroos|Stroomop|Lage Landen|Klinkerweg|Eb & Vloed|Rietveer"), trades: split("Installatie|Ontwerp|Bouwservice|Bloemen|Transport|Techniek|Advies|Groothandel|Webbureau|Schilderwerken"), forms: split("B.V.|B.V.|V.O.F.|N.V.|BV|") },
  { code: "ES", languages: ["es"], currency: "EUR", symbol: "€", rates: ["21", "10", "4"], name: { es: "España" }, abroad: "ESPAÑA", towns: [split("Villa|Monte|Torre|Puebla de |Casas de |Valde|Fuente"), split("olmos|clara|rubia|lago|sierra|mora|flores|hermosa")], streets: [split("Calle |C/ |Avda. |Avenida |Plaza |Pol. Ind. |Paseo "), split("del Olivo, {n}|de la Fuente, {n}|Mayor, {n}|de las Eras, {n}|del Río, {n}|Los Almendros, {n}|San Telmo, {n}")], postcode: "#####", phone: "9## ## ## ##", stems: split("Olivares del Sur|Almena|Rocío y Sal|Tramontana|Hermanos Valdeolmos|Cierzo|Monteluz|Azahar|Levante Norte|La Encina"), trades: split("Suministros|Reformas|Consultoría|Electricidad|Alimentación|Gráficas|Transportes|Sistemas|Jardinería|Climatización"), forms: split("S.L.|S.L.|S.A.|S.L.U.|SL|S. Coop.") },
  { code: "IT", languages: ["it"], currency: "EUR", symbol: "€", rates: ["22", "10", "4"], name: { it: "Italia" }, abroad: "ITALIA", towns: [split("Monte|Castel|Borgo |Villa|San |Ponte|Rocca"), split("chiaro|verde|fiorito|nuovo|alto|marino|sereno")], streets: [split("Via |Viale |Corso |Piazza |Via dei |Strada "), split("Mulini, {n}|della Fonte, {n}|Orti, {n}|delle Rose, {n}|Stazione, {n}|Pioppi, {n}/B|del Lavoro, {n}")], postcode: "#####", phone: "0## #######", stems: split("Fiordaliso|Pietraluna|Ventolera|Colleverde|Bottega Aurea|Lagochiaro|Stellamare|Cipressi|Mareggiata|Altopiano"), trades: split("Impianti|Forniture|Grafica|Arredamenti|Consulenze|Trasporti|Informatica|Edilizia|Ceramiche|Alimentari"), forms: split("S.r.l.|S.r.l.|S.p.A.|S.n.c.|Srl|S.a.s.") },
  { code: "PL", languages: ["pl"], currency: "PLN", symbol: "zł", rates: ["23", "8", "5"], name: { pl: "Polska" }, abroad: "POLSKA", towns: [split("Nowa |Stara |Dolna |Górna |Wielka |Mała "), split("Brzezina|Lipka|Wola|Olszyna|Dąbrówka|Sosnówka")], streets: [split("ul. |ul. |al. |pl. |os. "), split("Lipowa {n}|Słoneczna {n}|Krótka {n}|Młyńska {n}/{m}|Ogrodowa {n}|Brzozowa {n}A|Przemysłowa {n}")], postcode: "##-###", phone: "+48 ### ### ###", stems: split("Brzozowy Gaj|Wiślana|Złoty Kłos|Modrzew|Zielone Pole|Bursztyn|Jarzębina|Szum Lasu|Granit-Max|Promyk"), trades: split("Budownictwo|Usługi|Hurtownia|Systemy|Transport|Drukarnia|Meble|Instalacje|Doradztwo|Elektro"), forms: split("Sp. z o.o.|Sp. z o.o.|S.A.|sp.k.|s.c.|sp. z o.o.") },
  { code: "PT", languages: ["pt"], currency: "EUR", symbol: "€", rates: ["23", "13", "6"], name: { pt: "Portugal" }, abroad: "PORTUGAL", towns: [split("Vila |Santa |Ponte de |Casal |Monte |Ribeira "), split("Verde|Alva|Luz|Nova|Serena|Formosa")], streets: [split("Rua |Rua da |Avenida |Largo |Travessa "), split("do Moinho, {n}|Oliveira, {n}|das Flores, n.º {n}|da Estação, {n}|do Cais, {n}|Central, lote {n}")], postcode: "####-###", phone: "2## ### ###", stems: split("Maresia|Sobreiro|Azulejo Novo|Serra e Mar|Pinhal|Rosa dos Ventos|Fonte Fria|Alfazema"), trades: split("Construções|Informática|Distribuição|Mobiliário|Serviços|Gráfica|Vinhos|Climatização"), forms: split("Lda.|Lda|, S.A.|Unipessoal Lda.|, Lda.") },
  { code: "SE", languages: ["sv"], currency: "SEK", symbol: "kr", rates: ["25", "12", "6"], name: { sv: "Sverige" }, abroad: "SVERIGE", towns: [split("Björk|Nor|Söder|Lind|Al|Ö|Grans"), split("vik|köping|torp|ås|sjö|bro|hamn")], streets: [split("Björk|Stor|Kungs|Industri|Hamn|Skog|Ängs"), split("gatan {n}|vägen {n}|gränd {n}|stigen {n}|torget {n}")], postcode: "### ##", phone: "0##-### ## ##", stems: split("Norrsken|Björkdal|Granbacken|Havsvind|Lingonhed|Vinterväg|Skärgårdens|Älvkraft|Tallmo|Silverån"), trades: split("Bygg|Elteknik|Redovisning|Data|Trädgård|Tryckeri|Åkeri|Möbler|Städ|Konsult"), forms: split("AB|AB|Aktiebolag|HB|KB|AB") },
  { code: "DK", languages: ["da"], currency: "DKK", symbol: "kr.", rates: ["25"], name: { da: "Danmark" }, abroad: "DANMARK", towns: [split("Nør|Sønder|Øster|Lille |Store |Hav|Skov"), split("by|lund|strup|holm|rød|havn|ager")], streets: [split("Møll|Kirk|Strand|Birk|Havn|Skov"), split("evej {n}|egade {n}|e Allé {n}|estræde {n}")], postcode: "####", phone: "+45 ## ## ## ##", stems: split("Klitrosen|Fjordlys|Bøgelund|Havgus|Lyngbakke|Stenbro|Marehalm|Vestenvind"), trades: split("Byg|El-service|Revision|Tryk|Møbler|Transport|Consult|Anlæg"), forms: split("ApS|A/S|ApS|I/S|K/S") },
  { code: "NO", languages: ["no"], currency: "NOK", symbol: "kr", rates: ["25", "15", "12"], name: { no: "Norge" }, abroad: "NORGE", towns: [split("Nord|Sør|Fjell|Bjerk|Lang|Sand|Vest"), split("vik|nes|dal|eid|sund|mo|heim")], streets: [split("Bjørke|Stor|Fjord|Kirke|Industri|Sjø"), split("veien {n}|gata {n}|bakken {n}|vegen {n} B")], postcode: "####", phone: "+47 ## ## ## ##", stems: split("Fjellbris|Nordlys Vest|Havblikk|Bjørnemyr|Snøkant|Tindevei|Molteheia|Sjøbua"), trades: split("Bygg|Elektro|Regnskap|Data|Transport|Trykk|Møbler|Rådgivning"), forms: split("AS|AS|ANS|DA|ASA") },
  { code: "US", languages: ["en"], currency: "USD", symbol: "$", rates: ["8.25", "7", "6.5", "8.875"], name: { en: "USA" }, abroad: "USA", towns: [split("Cedar |Maple |Spring|Oak|River|Lake|Fair|Green"), split("field|ville|ton|wood|brook|haven|dale")], streets: [split("{n} Maple |{n} Cedar |{n} Industrial |{n} Harbor |{n} Mill |{n} Lakeview |{n} Orchard "), split("Street|Ave|Avenue|Blvd|Drive|Parkway|Road, Suite 210|St.")], postcode: "#####", phone: "(###) 555-01##", stems: split("Bluestem|Copper Kettle|Granite Fork|Lone Juniper|Prairie Loop|Harbor Lantern|Silver Birch|Tin Roof|Wild Quill|Second Summit|Red Canoe|Foxglove"), trades: split("Supply|Design|Plumbing|Software|Consulting|Electric|Landscaping|Printing|Logistics|Catering|Hardware|Media"), forms: split("Inc.|LLC|Corp.|Co.|LLC|, Inc.|Ltd.") },
  { code: "GB", languages: ["en"], currency: "GBP", symbol: "£", rates: ["20", "5", "0"], name: { en: "United Kingdom" }, abroad: "UNITED KINGDOM", towns: [split("Ash|Thorn|Market |Little |Up|Brad|Wych|Hollow"), split("combe|ford|bury|wick|leigh|minster|stead|worth")], streets: [split("{n} Mill |{n} Station |Unit {n}, Tannery |{n} Church |{n} Foundry |{n} Orchard |{n} Weir "), split("Lane|Road|Court|Street|Way|Business Park|Terrace|Close")], postcode: "@@# #@@", phone: "01### ######", stems: split("Thistledown|Brackenbury|Wren & Oak|Marlstone|Hedgerow|Saltmarsh|Tolling Bell|Fernhollow|Greyfriar|Pebble Lane|Cobnut"), trades: split("Joinery|Catering|IT Services|Supplies|Engineering|Textiles|Roofing|Design|Wholesale|Couriers|Stationery"), forms: split("Ltd|Limited|LLP|plc|Ltd|Ltd.") },
  { code: "IE", languages: ["en"], currency: "EUR", symbol: "€", rates: ["23", "13.5", "9"], name: { en: "Ireland" }, abroad: "IRELAND", towns: [split("Bally|Kil|Clon|Knock|Drum|Carrig"), split("more|bawn|keel|derry|roe|nagh")], streets: [split("{n} Quay |{n} Bridge |{n} Strand |Unit {n} Weavers "), split("Street|Road|Park|Lane")], postcode: "@## @#@#", phone: "0## ### ####", stems: split("Heron & Reed|Saltwell|Burrow Hill|Kestrel Point|Misty Lough"), trades: split("Joinery|Foods|Systems|Print|Marine|Interiors"), forms: split("Ltd|Limited|DAC|Ltd") },
  { code: "MY", languages: ["en"], currency: "MYR", symbol: "RM", rates: ["6", "8", "10"], name: { en: "Malaysia" }, abroad: "MALAYSIA", towns: [split("Taman |Kampung |Bandar |Bukit |Sungai "), split("Melur|Kenari|Seroja|Cempaka|Damai")], streets: [split("No. {n}, Jalan |Lot {n}, Jalan |{n}-G, Lorong |{n} & {m}, Jalan "), split("Melati 3/2|Kenanga 5|Seri Indah 1|Perdana 8/1|Bunga Raya 2")], postcode: "#####", phone: "03-#### ####", stems: split("Kenari Jaya|Melur Maju|Seroja|Cahaya Timur|Bintang Biru|Wawasan Hijau|Tiga Bukit|Perkasa Laut"), trades: split("Trading|Hardware|Enterprise|Restoran|Stationery|Marketing|Motor|Supplies"), forms: split("Sdn Bhd|Sdn. Bhd.|Enterprise|SDN BHD|PLT") },
  { code: "IN", languages: ["en"], currency: "INR", symbol: "₹", rates: ["18", "12", "5", "28"], name: { en: "India" }, abroad: "INDIA", towns: [split("Chandra|Surya|Rama|Deva|Hari|Vijaya"), split("pur|nagar|abad|gram|kot|palli")], streets: [split("Plot No. {n}, |{n}, |Shop {n}, |{n}/{m}, "), split("Lotus Industrial Estate|Neem Road|Temple Street|Banyan Marg|Station Road|Mango Lane|Lake View Colony")], postcode: "######", phone: "+91 ##### #####", stems: split("Neelkamal Nova|Suryodaya|Banyan Peak|Saffron Leaf|Monsoon|Peacock Blue|Himgiri|Lotus Arc"), trades: split("Traders|Textiles|Infotech|Electricals|Industries|Agencies|Enterprises|Packaging|Engineering"), forms: split("Pvt. Ltd.|Private Limited|LLP|Pvt Ltd|& Co.|Ltd.") },
];

export const countries: Record<CountryCode, Country> = Object.fromEntries(list.map((country) => [country.code, country])) as Record<CountryCode, Country>;

const filled = (pattern: string, random: Random): string => pattern.replace(/#/g, () => String(random.int(1, 9))).replace(/@/g, () => random.letters(1));

export type Firm = { name: string; brand: string; domain: string; street: string; extra: string | null; postcode: string; town: string; region: string; country: Country; phone: string; mail: string; web: string };

/** A firm put together from the country's word lists. */
export function makeFirm(country: Country, random: Random): Firm {
  const stem = random.pick(country.stems);
  const trade = random.pick(country.trades);
  const form = random.pick(country.forms);
  const brand = random.weigh({ both: 5, stem: 2, swapped: 1 }) === "stem" ? stem : random.chance(0.15) ? `${trade} ${stem}` : `${stem} ${trade}`;
  const name = `${brand}${form === "" || form.startsWith(",") ? form : ` ${form}`}`;
  const domain = `${stem.normalize("NFD").toLowerCase().replace(/ß/g, "ss").replace(/[øœ]/g, "o").replace(/æ/g, "ae").replace(/ł/g, "l").replace(/[^a-z]+/g, "")}${random.chance(0.3) ? random.pick(["-shop", "-group", "24"]) : ""}.example`;
  const town = `${random.pick(country.towns[0])}${random.pick(country.towns[1])}`;
  const number = String(random.int(1, 180));
  let street = `${random.pick(country.streets[0])}${random.pick(country.streets[1])}`.replace("{n}", number).replace("{m}", String(random.int(1, 60)));
  if (!/\d/.test(street) && !street.startsWith("Pol.")) street = country.code === "FR" ? `${number}${random.pick(["", " bis", ","])} ${street}` : `${street} ${number}`;
  const extra = random.chance(0.15) ? extraLine[country.languages[0]!] ?? null : null;
  return { name, brand, domain, street, extra, postcode: filled(country.postcode, random), town, region: random.pick(regions[country.code] ?? [""]), country, phone: filled(country.phone, random), mail: `${random.pick(["info", "office", "mail", "contact", "sales"])}@${domain}`, web: `${random.chance(0.7) ? "www." : ""}${domain}` };
}

const extraLine: Partial<Record<Language, string>> = { de: "Gebäude C, 2. OG", en: "Building 4", fr: "Bâtiment B", nl: "Gebouw Oost", es: "Nave 7", it: "Scala A, int. 5", pl: "Budynek B", pt: "2.º andar Esq.", sv: "Box 214", da: "3. sal", no: "Postboks 118" };
const regions: Partial<Record<CountryCode, string[]>> = { US: split("TX|CA|NY|OH|WA|CO|NC|IL"), IN: split("Maharashtra|Karnataka|Gujarat|Tamil Nadu"), MY: split("Selangor|Johor|Kuala Lumpur|Penang"), IT: split("MI|TO|BO|VR|PD"), GB: split("Kent|Dorset|Leeds|York"), IE: split("Co. Cork|Co. Clare|Co. Mayo") };

/** The lines of an address below the name, national order; `international` adds prefix or country. */
export function addressLines(firm: Firm, international: boolean): string[] {
  const { code } = firm.country;
  const place = code === "US" ? `${firm.town}, ${firm.region} ${firm.postcode}`
    : code === "GB" ? `${firm.town}` : code === "IE" ? `${firm.town}, ${firm.region}`
    : code === "IN" ? `${firm.town} - ${firm.postcode}, ${firm.region}` : code === "MY" ? `${firm.postcode} ${firm.town}, ${firm.region}`
    : code === "IT" ? `${firm.postcode} ${firm.town} (${firm.region})`
    : `${international && ["DE", "AT", "CH"].includes(code) ? `${code === "DE" ? "D" : code === "AT" ? "A" : "CH"}-` : ""}${firm.postcode} ${firm.town}`.trim();
  return [firm.street, ...(firm.extra ? [firm.extra] : []), place, ...(code === "GB" || code === "IE" ? [firm.postcode] : []), ...(international ? [firm.country.abroad] : [])];
}
