/**
 * What documents print of the parties beside name, address and VAT number: numbers in registers (EN 16931 BT-29, BT-30, BT-46,
 * BT-47), contacts (BT-41 to BT-43, BT-56 to BT-58), payee (BT-59), tax representative (BT-62) and place of delivery (BT-70 ff.).
 */
import { EMAIL, hasLegalForm, isCountry, LEGAL_FORMS, looksLikeStreet, PHONE, postalIn, WEBSITE } from "./address.ts";
import { put, type Make } from "./field.ts";
import { similarity } from "./fold.ts";
import { repair, vatIdsIn } from "./identifiers.ts";
import type { Label } from "./labels.ts";
import { lexicon } from "./lexicon.ts";
import { bottom, right, wordsAt, type Layout, type Segment } from "./lines.ts";
import { textOf, type Parties } from "./parties.ts";
import type { Field, FieldPath, Fields, ReadIdentifier } from "./reading.ts";
import { textBehind, type ReferenceLabel } from "./references.ts";
import { check, SCHEMES, squeezed, type SchemeName } from "./register-numbers.ts";
import { printedBox } from "./right-to-left.ts";
import type { Word } from "./words.ts";

const REGISTERS = lexicon<SchemeName>();
const register = (scheme: SchemeName, phrases: string): void => REGISTERS.means(scheme, phrases);
register("siret", "siret | № siret | siret №");
register("siren", "siren | № siren | siren №");
register("rcs", "rcs | r c s");
register("abn", "abn | a b n | abn №");
register("acn", "acn | a c n");
register("nl_kvk", "kvk | kvk № | k v k | kamer van koophandel | kvk nummer | handelsregister kvk");
register("gb_company", "company № | company reg № | company registration № | company registration | registered № | registration № | reg № | registered in england № | registered in england and wales № | registered in england | registered in england and wales | registered in scotland № | registered in ireland № | registered in ireland | co reg № | company number | crn | cro №");
register("se_org", "org № | organisations № | organisationsnummer | orgnr | organisasjons №");
register("no_org", "org № | organisasjons № | orgnr | foretaks № | foretaksnummer | foretaksregisteret");
register("dk_cvr", "cvr | cvr № | se cvr №");
register("fi_business", "y tunnus | y tunnus № | ly tunnus | business id | fo №");
register("cz_ico", "ico | ic | ico №");
register("pl_krs", "krs | № krs | krs №");
register("pl_regon", "regon | regon №");
register("it_rea", "rea | r e a | № rea | rea №");
register("it_codice_fiscale", "codice fiscale | c f | cod fisc | cod fiscale | cf");
register("ch_uid", "uid | ide | idi");
register("gstin", "gstin | gst in | gstin № | gstin uin");
register("in_pan", "pan | pan № | pan card");
register("in_cin", "cin | cin №");
register("cnpj", "cnpj | c n p j | cnpj №");
register("rfc", "rfc | r f c");
register("ein", "ein | fein | federal tax id | federal id | employer id № | tax id ein | federal ein");
register("ca_bn", "bn | business № | gst hst № | gst hst | gst hst registration № | hst № | hst registration №");
register("gst_nz", "gst № | ird № | ird | gst");
register("nzbn", "nzbn");
register("gln", "gln | iln | gln № | global location №");
register("lei", "lei | lei code | legal entity identifier");
register("duns", "duns | d u n s | duns № | d u n s №");
register("be_enterprise", "ondernemings № | ondernemingsnummer | № d entreprise | numero d entreprise | bce | kbo | rpr | rpm | kbo №");
register("at_firmenbuch", "firmenbuch | firmenbuch № | fn");

/** Registers in the order in which one of a party's numbers counts as its registration (BT-30). */
const REGISTRATIONS: readonly SchemeName[] = ["siret", "siren", "rcs", "de_handelsregister", "at_firmenbuch", "ch_uid", "nl_kvk", "be_enterprise", "gb_company", "abn", "acn", "se_org", "no_org", "dk_cvr", "fi_business", "cz_ico", "pl_krs", "pl_regon", "it_rea", "cnpj", "in_cin", "nzbn", "ca_bn"];

/** Whose number it is: above 0.9 the buyer's. */
export type SideOf = (segment: Segment, value: string) => number;

/** Numbers in registers, each once, by their label or (Handelsregister, Firmenbuch) by their own form. */
export function registerNumbers(layout: Layout, sideOf: SideOf, excluded: ReadonlySet<number>, make: Make): ReadIdentifier[] {
  const found: ReadIdentifier[] = [];
  const add = (scheme: SchemeName, segment: Segment, words: readonly Word[], value: string, checks: string[], repaired = false): void => {
    const party = sideOf(segment, value) > 0.9 ? "customer" : "supplier";
    if (words.length === 0 || found.some((each) => each.scheme === scheme && (each.value.value === value || each.party === party))) return;
    const proven = checks.includes("register_checksum") && !repaired;
    found.push({ party, scheme, value: make(words, value, proven ? 0.97 : 0.82, [...checks, ...(repaired ? ["repaired"] : [])], proven ? { level: "proven" } : {}) });
  };
  for (const segment of layout.segments) {
    if (excluded.has(segment.line)) continue;
    for (const match of segment.text.matchAll(/(?<![\p{L}\d])HR\s?([AB])(?:\s?-?\s?Nr\.?)?[\s:.-]{0,3}(\d{1,6})(?:\s?([A-Z]{1,2})(?![\p{L}\d]))?(?!\d)/gu)) add("de_handelsregister", segment, wordsAt(segment, match.index, match.index + match[0].length), `HR${match[1]} ${match[2]}${match[3] ? ` ${match[3]}` : ""}`, ["form"]);
    for (const match of segment.text.matchAll(/(?<![\p{L}\d])FN\s?(\d{5,6})\s?([a-z])(?![\p{L}\d])/gu)) add("at_firmenbuch", segment, wordsAt(segment, match.index, match.index + match[0].length), `FN ${match[1]} ${match[2]}`, ["form"]);
    const ocr = segment.words[0]?.confidence !== undefined;
    for (const { last, inside, meanings } of REGISTERS.find(segment.words.map((word) => word.text), false)) {
      if (inside) continue;
      for (const { meaning } of meanings) {
        const value = numberBehind(layout, segment, last, meaning, ocr);
        if (!value) continue;
        add(meaning, segment, value.words, value.text, value.checked ? ["label", "register_checksum"] : ["label"], value.repaired);
        break;
      }
    }
  }
  return found;
}

/** The longest run of words behind a label that is a number of the scheme. Where the scheme has check digits they must hold. */
function numberBehind(layout: Layout, segment: Segment, last: number, scheme: SchemeName, ocr: boolean): { text: string; words: Word[]; checked: boolean; repaired: boolean } | null {
  const line = layout.lines[segment.line]!;
  const label = segment.words[last]!;
  const glued = /[:.](?=[\dA-Za-z])(.*\d.*)$/.exec(label.text)?.[1];
  const rest = line.words.filter((word) => word.box.x >= right(label.box) - 1 && word.box.x - right(label.box) < 20 * word.fontSize);
  const parts = [...(glued ? [{ text: glued, word: label }] : []), ...rest.map((word) => ({ text: word.text, word }))].slice(0, 9);
  const checked = "holds" in SCHEMES[scheme];
  // "RCS Lyon 732 829 320": a town or two words may come first.
  let start = 0;
  while (start < parts.length && start < (scheme === "rcs" ? 3 : 2) && !/\d/.test(parts[start]!.text)) start++;
  let best: { text: string; words: Word[]; checked: boolean; repaired: boolean } | null = null;
  for (let end = start + 1; end <= Math.min(parts.length, start + 6); end++) {
    const run = parts.slice(start, end);
    if (run.length > 1 && !/\d/.test(run[run.length - 1]!.text)) break;
    const printed = run.map((part) => part.text).join(" ").replace(/[,;|)]+$/, "");
    const value = squeezed(printed.replace(/\s?\([^)]*$/, ""), scheme);
    const verdict = check(scheme, value);
    const words = run.map((part) => part.word);
    if (verdict === "valid") best = { text: value, words, checked: true, repaired: false };
    else if (verdict === "well_formed" && !checked) best = { text: printed.trim(), words, checked: false, repaired: false };
    else if (ocr && checked && !best) {
      const mended = repair(value, (each) => check(scheme, each) === "valid");
      if (mended) best = { text: mended, words, checked: true, repaired: true };
    }
  }
  return best && scheme === "ein" ? { ...best, checked: false } : best;
}

/** The registration of each side, from its numbers (BT-30, BT-47). */
export function putRegistrations(fields: Fields, identifiers: readonly ReadIdentifier[]): void {
  for (const party of ["supplier", "customer"] as const) {
    const own = identifiers.filter((each) => each.party === party);
    const best = REGISTRATIONS.flatMap((scheme) => own.filter((each) => each.scheme === scheme))[0];
    if (best) put(fields, `${party}.registrationNumber`, best.value);
  }
}

/** Website and contact person of the seller; mail, telephone and contact of the buyer where they stand in its block. */
export function putContacts(fields: Fields, layout: Layout, references: readonly ReferenceLabel[], rivals: readonly Label[], parties: Parties, excluded: ReadonlySet<number>, make: Make): void {
  const buyers = new Set(parties.buyer?.chunk?.segments ?? []);
  const mail = fields["supplier.email"]?.value.split("@")[1]?.toLowerCase();
  for (const segment of layout.segments) {
    if (buyers.has(segment) || excluded.has(segment.line) || fields["supplier.website"]) continue;
    const labels = references.filter((label) => label.field === "website" && label.line === segment.line && (label.segment === segment || layout.lines[label.line]!.segments.indexOf(label.segment) + 1 === layout.lines[label.line]!.segments.indexOf(segment)));
    const labelled = labels.length > 0;
    const text = segment.text.replace(EMAIL, (each) => " ".repeat(each.length));
    const match = WEBSITE.exec(text) ?? (labelled ? /(?<![\w@.-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,10}(?![\w@])/i.exec(labels[0]!.segment === segment ? text.slice(segment.starts[labels[0]!.first]!).padStart(text.length) : text) : null);
    if (!match) continue;
    const host = match[0].replace(/^https?:\/\//i, "").toLowerCase();
    if (!labelled && !/^(?:https?:\/\/|www\.)/i.test(match[0]) && host.replace(/^www\./, "") !== mail) continue;
    put(fields, "supplier.website", make(wordsAt(segment, match.index, match.index + match[0].length), match[0].replace(/[.,;]$/, ""), host.replace(/^www\./, "") === mail ? 0.95 : 0.85, [labelled ? "label" : "form"]));
  }
  for (const label of references.filter((each) => each.field === "contactName" && !excluded.has(each.line))) {
    const words = personIn(textBehind(layout, label, rivals));
    const path: FieldPath = buyers.has(label.segment) ? "customer.contactName" : "supplier.contactName";
    if (words && !fields[path] && !answers(fields, words)) put(fields, path, make(words, textOf(words), 0.8, ["label"]));
  }
  for (const segment of buyers) {
    const match = EMAIL.exec(segment.text);
    if (match) put(fields, "customer.email", fields["customer.email"] ?? make(wordsAt(segment, match.index, match.index + match[0].length), match[0].replace(/[.,;]$/, ""), 0.85, ["form"]));
    const phone = /\b(?:tel|telefon|phone|fon|t[eé]l[eé]phone|ph|tlf|telefono|telefoon|puh|mob|mobile)\b[\s.:]*/i.exec(segment.text);
    const number = phone ? PHONE.exec(segment.text.slice(phone.index + phone[0].length)) : null;
    if (phone && number && number.index < 6) {
      const from = phone.index + phone[0].length + number.index;
      put(fields, "customer.phone", fields["customer.phone"] ?? make(wordsAt(segment, from, from + number[0].length), number[0].trim(), 0.85, ["label"]));
    }
  }
}

/** Two to four words that are written like a person's name; a title may stand before it. */
function personIn(words: readonly Word[]): Word[] | null {
  const name = words.slice(0, 6).filter((word) => !/^(?:Herr|Frau|Hr|Fr|Mr|Mrs|Ms|Miss|M|Mme|Monsieur|Madame|Sr|Sra|Sig|Sig\.ra|Dhr|Mevr|Pan|Pani)\.?$/i.test(word.text));
  const end = name.findIndex((word) => !/^(?:\p{Lu}[\p{L}'’-]+|\p{Lu}\.|von|van|de|der|den|di|da|la|le|zu|ter)[,;]?$/u.test(word.text));
  const person = end < 0 ? name : name.slice(0, end);
  const text = textOf(person);
  return person.length >= 2 && person.length <= 4 && !hasLegalForm(text) && !/^\p{Lu}+$/u.test(text.replace(/\s/g, "").slice(0, 2) + text.slice(-2)) ? person : null;
}

const answers = (fields: Fields, words: readonly Word[]): boolean => Object.values(fields).some((field) => field.evidence.some((each) => words.some((word) => { const box = printedBox(word); return word.page === each.page && Math.abs(box.y - each.box.y) < 2 && box.x < each.box.x + each.box.width && box.x + box.width > each.box.x; })));

/** A payee other than the seller, and the seller's tax representative, by their labels. */
export function putOthers(fields: Fields, layout: Layout, references: readonly ReferenceLabel[], rivals: readonly Label[], make: Make): void {
  const seller = fields["supplier.name"]?.value ?? "";
  const trading = fields["supplier.tradingName"]?.value ?? "";
  const bare = (text: string): string => text.replace(LEGAL_FORMS, "").replace(/[^\p{L}\d]/gu, "").toLowerCase();
  for (const label of references) {
    if (label.field !== "payeeName" && label.field !== "taxRepresentative") continue;
    const words = [textBehind(layout, label, rivals), ...linesUnder(layout, label)].map((each) => each.slice(0, 8)).map((each) => each.slice(0, (each.findIndex((word) => word.text.endsWith(",")) + 1) || each.length)).find((each) => hasLegalForm(textOf(each))) ?? [];
    const name = textOf(words).replace(/[\s,;]+$/, "");
    if (!/^\p{Lu}[\p{L}\d&.,'’()/ -]{2,79}$/u.test(name) || /\d{4}/.test(name) || !hasLegalForm(name)) continue;
    if (label.field === "taxRepresentative") {
      if (!fields["taxRepresentative.name"]) {
        put(fields, "taxRepresentative.name", make(words, name, 0.85, ["label"]));
        const address = addressAfter(layout, words);
        if (address.length > 0) put(fields, "taxRepresentative.address", make(address.flat(), address.map((each) => textOf(each).replace(/,$/, "")).join(", "), 0.82, ["label"]));
      }
      for (const line of layout.lines.slice(label.line, label.line + 5)) for (const segment of line.segments) {
        const vat = vatIdsIn(segment.text).find((each) => each.valid && each.value !== fields["supplier.vatId"]?.value && each.value !== fields["customer.vatId"]?.value);
        if (vat && segment.page === label.page && !fields["taxRepresentative.vatId"]) put(fields, "taxRepresentative.vatId", make(wordsAt(segment, vat.from, vat.to), vat.value, 0.96, ["label", "vat_checksum"], { level: "proven" }));
      }
      continue;
    }
    const same = similarity(name, seller) >= 0.5 || similarity(name, trading) >= 0.5 || bare(seller).includes(bare(name)) || bare(name).includes(bare(seller));
    if (seller !== "" && !same && name !== fields["customer.name"]?.value && !fields["payee.name"]) put(fields, "payee.name", make(words, name, 0.82, ["label"]));
  }
}

/** The three segments that stand under a heading, flush with it. */
const linesUnder = (layout: Layout, label: ReferenceLabel): Word[][] => layout.lines.slice(label.line + 1, label.line + 4).flatMap((line) => line.segments.filter((segment) => segment.page === label.page && Math.abs(segment.box.x - label.box.x) < 2 * segment.fontSize && segment.box.y - label.box.y < 6 * label.box.height).map((segment) => segment.words));

/** What follows a name on its line and stands under it, as far as its postcode and a country; empty without a postcode. */
function addressAfter(layout: Layout, name: readonly Word[]): Word[][] {
  const segment = layout.segments.find((each) => each.words.includes(name[0]!))!;
  const lines = [segment.words.slice(segment.words.indexOf(name[name.length - 1]!) + 1)].filter((words) => words.length > 0);
  let [last, ended] = [segment, lines.some((words) => postalIn(textOf(words)) !== null)];
  while (lines.length < 5) {
    const next = layout.lines.slice(last.line + 1, last.line + 3).flatMap((line) => line.segments).find((other) => other.page === last.page && other.box.y > last.box.y + 0.4 * last.box.height && other.box.y - bottom(last.box) < 0.9 * last.box.height && [segment.box.x, name[0]!.box.x].some((x) => Math.abs(other.box.x - x) < 1.5 * other.fontSize));
    if (!next || /[:@]/.test(next.text) || vatIdsIn(next.text).length > 0 || (ended && !isCountry(next.text))) break;
    lines.push(next.words);
    ended ||= postalIn(next.text) !== null;
    last = next;
  }
  return ended ? lines : [];
}

/** Where the goods went: the block under its own heading. */
export function putDelivery(fields: Fields, parties: Parties, make: Make): void {
  const place = parties.chunks.find((chunk) => chunk.heading?.field === "deliverTo" && chunk.hasPostal && chunk.nameWords.length > 0);
  if (!place) return;
  // Where no name is printed, the street comes first.
  const street = looksLikeStreet(textOf(place.nameWords).replace(/,$/, ""));
  const checks = [`heading “${place.heading!.text}”`];
  if (!street) put(fields, "deliverTo.name", make(place.nameWords, textOf(place.nameWords), 0.85, checks));
  const lines = [...(street ? [place.nameWords] : []), ...place.addressWords];
  const address: Field | null = lines.length > 0 ? make(lines.flat(), lines.map((words) => textOf(words).replace(/,$/, "")).join(", "), 0.82, checks) : null;
  put(fields, "deliverTo.address", address);
}
