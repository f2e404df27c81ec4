/** IBAN, BIC, VAT numbers and contacts: found by their own form, given to seller or buyer by label and place. */
import { EMAIL, PHONE } from "./address.ts";
import { put, type Make } from "./field.ts";
import { checkVatId, ibansIn, innerChecksHold, isBic, vatIdsIn, type FoundId } from "./identifiers.ts";
import type { Label } from "./labels.ts";
import { overlapX, wordsAt, type Layout, type Segment } from "./lines.ts";
import type { OwnCompanies, Parties, Party } from "./parties.ts";
import type { Field, FieldPath, Fields } from "./reading.ts";
import type { Word } from "./words.ts";

/** The accounts on the page: those to pay to, and the customer's own that will be debited. `sideOf` says whose a number is, above 0.9 the buyer's. */
export type FoundAccounts = { payable: { found: FoundId; words: Word[] }[]; debited: { found: FoundId; words: Word[] } | null; sideOf: (segment: Segment, value: string) => number };

/** Identifiers found by their own form, given to seller or buyer by label and place. */
export function putIdentifiers(fields: Fields, layout: Layout, labels: readonly Label[], parties: Parties, own: OwnCompanies, make: Make): FoundAccounts {
  const buyerSegments = new Set(parties.buyer?.chunk?.segments ?? []);
  const sellerSegments = new Set(parties.seller?.chunk?.segments ?? []);
  const ibans: { found: FoundId; words: Word[] }[] = [];
  const vats: { found: FoundId; words: Word[]; buyer: number }[] = [];
  for (const segment of layout.segments) {
    const ocr = segment.words[0]?.confidence !== undefined;
    const onSegment = ibansIn(segment.text, ocr);
    for (const found of onSegment) ibans.push({ found, words: wordsAt(segment, found.from, found.to) });
    const joined = wrappedIban(segment, layout);
    if (joined) ibans.push(joined);
    for (const found of vatIdsIn(segment.text, ocr)) {
      if (onSegment.some((iban) => found.from < iban.to && found.to > iban.from)) continue;
      // "PL35 8946 0507" in groups of four is the beginning of an account whose rest went to the next line.
      if (/^[A-Z]{2}\d{2} \d{4} \d{4}$/.test(segment.text.slice(found.from, found.to)) && !labels.some((label) => label.field === "vatId" && label.segment === segment)) continue;
      vats.push({ found, words: wordsAt(segment, found.from, found.to), buyer: buyerSide(segment, found, layout, buyerSegments, sellerSegments, parties, own) });
    }
  }
  // "… will be debited from your account IBAN …" names the buyer's account.
  const debited = ({ words }: { words: Word[] }): boolean => words.length > 0 && /\b(?:ihrem konto|ihr konto|your account|votre compte|uw rekening|su cuenta|suo conto)\b/i.test(textBefore(layout, words[0]!));
  const payable = ibans.filter(({ found, words }) => !own.ibans.includes(found.value) && !debited({ words })).sort((a, b) => Number(b.found.valid) - Number(a.found.valid));
  if (payable[0]) put(fields, "supplier.iban", ibanField(payable[0], payable.slice(1), make));
  putBic(fields, layout, labels, make);
  putVat(fields, vats, own, make);
  labelledVat(fields, layout, labels, vats, (segment, found) => buyerSide(segment, found, layout, buyerSegments, sellerSegments, parties, own), make);
  // Mail and telephone in the customer's block, or where its goods go, are not the seller's.
  putContacts(fields, layout, new Set([...buyerSegments, ...parties.chunks.filter((chunk) => chunk.heading && ["buyer", "deliverTo"].includes(chunk.heading.field)).flatMap((chunk) => chunk.segments)]), make);
  return {
    payable, debited: ibans.find((each) => each.found.valid && debited(each)) ?? null,
    sideOf: (segment, value) => buyerSide(segment, { value, from: 0, to: 0, valid: false }, layout, buyerSegments, sellerSegments, parties, own),
  };
}

/** The account with its check digits as proof; one that was mended is proven only where it is printed whole a second time. */
function ibanField({ found, words }: { found: FoundId; words: Word[] }, others: readonly { found: FoundId }[], make: Make): Field {
  if (!found.valid) return make(words, found.value, 0.4, [], { level: "unsure", reason: "The check digits of this IBAN do not fit." });
  if (found.repaired && !others.some((other) => other.found.value === found.value && !other.found.repaired)) return make(words, found.value, 0.8, ["iban_checksum", "repaired"], { level: "unsure", reason: "One misread character was put right by the check digits." });
  const inner = innerChecksHold(found.value);
  return make(words, found.value, 0.99, ["iban_checksum", ...(inner ? ["account_checksum"] : []), ...(found.repaired ? ["repaired"] : [])], inner === false ? {} : { level: "proven" });
}

/** What stands on the line before a word, and on the line above it. */
function textBefore(layout: Layout, word: Word): string {
  const line = layout.lines.find((each) => each.words.includes(word));
  if (!line) return "";
  const above = layout.lines[line.index - 1];
  return `${above && above.page === line.page ? above.text : ""} ${line.words.slice(0, line.words.indexOf(word)).map((each) => each.text).join(" ")}`.slice(-60);
}

/** An IBAN whose last group went to the next line. */
function wrappedIban(segment: Segment, layout: Layout): { found: FoundId; words: Word[] } | null {
  if (!/[A-Z]{2}\d{2} ?(?:[A-Z0-9]{4,}|[A-Z0-9]{2,3} [A-Z0-9]{2,})(?: [A-Z0-9]{2,})*$|\bIBAN\b.{0,8}[A-Z]{2}\d{2}(?: [A-Z0-9]{2,4})*$/.test(segment.text)) return null;
  const below = layout.segments.find((other) => other.page === segment.page && other.box.y > segment.box.y && other.box.y - segment.box.y < 2 * segment.box.height && Math.abs(other.box.x - segment.box.x) < 2 * segment.fontSize && /^[\dA-Z]{2,4}(?:[ ,.;]|$)/.test(other.text));
  if (!below || ibansIn(segment.text).some((found) => found.valid)) return null;
  const found = ibansIn(`${segment.text} ${below.text}`).find((each) => each.valid);
  return found && found.from < segment.text.length ? { found, words: [...wordsAt(segment, found.from, segment.text.length), ...wordsAt(below, 0, found.to - segment.text.length - 1)] } : null;
}

function putBic(fields: Fields, layout: Layout, labels: readonly Label[], make: Make): void {
  for (const label of labels.filter((each) => each.field === "bic")) {
    const line = layout.lines[label.line]!;
    const behind = line.words.filter((word) => word.box.x >= label.box.x && !label.words.includes(word));
    const after = behind.slice(Math.max(0, behind.findIndex((word) => /[A-Z0-9]/.test(word.text))));
    const text = after.map((word) => word.text).join(" ");
    const inLabel = label.words.map((word) => word.text).join("").split(":")[1] ?? "";
    const match = /^\W*([A-Z]{4} ?[A-Z]{2} ?[A-Z0-9]{2}(?: ?[A-Z0-9]{3})?)(?![A-Z0-9])/.exec(text) ?? /^([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)$/.exec(inLabel);
    const below = layout.segments.find((segment) => segment.page === label.page && segment.box.y > label.box.y && segment.box.y - label.box.y < 2.5 * label.box.height && overlapX(segment.box, label.box) > 0.3 && isBic(segment.text.replace(/\s/g, "")));
    const value = match ? match[1]!.replace(/\s/g, "") : below?.text.replace(/\s/g, "");
    if (!value || !isBic(value)) continue;
    const words = match ? (inLabel ? label.words : after.slice(0, match[1]!.trim().split(" ").length)) : below!.words;
    put(fields, "supplier.bic", make(words, value, 0.9, ["label", "bic_form"]));
    return;
  }
  const beside = bicBeside(fields["supplier.iban"]?.value, layout);
  if (beside) put(fields, "supplier.bic", make(beside.words, beside.text, 0.85, ["bic_form", "iban_country"]));
}

/** A cell that is nothing but a BIC of the IBAN's country, beside the IBAN or right below it, needs no label. */
function bicBeside(iban: string | undefined, layout: Layout): Segment | null {
  const home = iban === undefined ? undefined : layout.segments.find((segment) => ibansIn(segment.text).some((found) => found.value === iban));
  return home && (layout.segments.find((segment) => segment.page === home.page && isBic(segment.text) && segment.text.slice(4, 6) === iban!.slice(0, 2) &&
    (segment.line === home.line || (segment.box.y > home.box.y && segment.box.y - home.box.y < 2.2 * home.box.height && Math.abs(segment.box.x - home.box.x) < home.fontSize))) ?? null) || null;
}

const BUYERS_OWN = /\b(?:ihre|ihr|your|client|kunden|kunde|customer|buyer|cliente|klant|acheteur|abnehmer|koper|nabywc\w*)\b/i;

/** Above 0: the VAT number is the buyer's. */
function buyerSide(segment: Segment, found: FoundId, layout: Layout, buyers: ReadonlySet<Segment>, sellers: ReadonlySet<Segment>, parties: Parties, own: OwnCompanies): number {
  if (own.vatIds.includes(found.value)) return 10;
  let side = 0;
  const line = layout.lines[segment.line]!;
  const before = line.words.filter((word) => word.box.x < segment.box.x + segment.box.width && (word.box.x < segment.box.x || segment.words.includes(word))).map((word) => word.text).join(" ");
  if (BUYERS_OWN.test(before.slice(-90))) side += 3;
  if (buyers.has(segment)) side += 2.5;
  if (sellers.has(segment)) side -= 2.5;
  const near = (party: Party | null): number => {
    const box = party?.chunk?.segments[party.chunk.segments.length - 1]?.box;
    if (!box || party!.page !== segment.page) return Infinity;
    return Math.abs(segment.box.x - box.x) / 4 + Math.abs(segment.box.y - box.y);
  };
  const [toBuyer, toSeller] = [near(parties.buyer), near(parties.seller)];
  // To stand near the buyer is not enough, unless flush under its address: where a page has one number only, it is the seller's.
  if (toBuyer < 60 && toBuyer < toSeller) side += followsOn(segment, parties.buyer) ? 1.2 : 0.9;
  if (toSeller < 60 && toSeller < toBuyer) side -= 1.2;
  const page = layout.pages.find((each) => each.number === segment.page)!;
  if (segment.box.y > 0.8 * page.height) side -= 0.8;
  if (segment.box.y < 0.1 * page.height) side -= 0.5;
  return side;
}

/** Flush with the last line of a party's block, and a few lines below it at most. */
function followsOn({ page, box, fontSize }: Segment, party: Party | null): boolean {
  const last = party?.chunk?.segments.at(-1);
  return last !== undefined && last.page === page && Math.abs(last.box.x - box.x) < 0.3 * fontSize && box.y > last.box.y && box.y - last.box.y < 6.5 * Math.max(last.box.height, box.height);
}

function putVat(fields: Fields, vats: { found: FoundId; words: Word[]; buyer: number }[], own: OwnCompanies, make: Make): void {
  const field = (each: { found: FoundId; words: Word[] }): Field => {
    const verdict = checkVatId(each.found.value);
    if (each.found.repaired) return make(each.words, each.found.value, 0.8, ["vat_checksum", "repaired"], { reason: "One misread character was put right by the check digit." });
    if (verdict === "valid") return make(each.words, each.found.value, 0.98, ["vat_checksum"], { level: "proven" });
    return make(each.words, each.found.value, verdict === "well_formed" ? 0.85 : 0.7, verdict === "well_formed" ? ["vat_form"] : [], verdict === "well_formed" ? {} : { level: "unsure", reason: "The check digit of this VAT number does not fit." });
  };
  const sorted = [...vats].sort((a, b) => Number(b.found.valid) - Number(a.found.valid));
  const distinct = sorted.filter((each, i) => sorted.findIndex((other) => other.found.value === each.found.value) === i).map((each) => ({ ...each, buyer: Math.max(...sorted.filter((other) => other.found.value === each.found.value).map((other) => other.buyer)) }));
  const seller = distinct.filter((each) => each.buyer <= 0.9 && !own.vatIds.includes(each.found.value)).sort((a, b) => a.buyer - b.buyer)[0];
  const buyer = distinct.filter((each) => each !== seller && (each.buyer > 0 || own.vatIds.includes(each.found.value) || distinct.length === 2)).sort((a, b) => b.buyer - a.buyer)[0];
  if (seller) put(fields, "supplier.vatId", field(seller));
  if (buyer && !(seller && buyer.buyer < seller.buyer)) put(fields, "customer.vatId", field(buyer));
}

/** National forms without the country's prefix, which their label names. */
const NATIONAL: [RegExp, string][] = [[/^(?:nip)/i, "PL"], [/p\.?\s?iva|partita/i, "IT"], [/^(?:cif|nif)/i, "ES"], [/contribuinte|^nif/i, "PT"], [/ust|mwst|steuer/i, "DE"], [/btw/i, "NL"], [/tva/i, "FR"], [/momsreg|moms/i, "SE"], [/cvr/i, "DK"], [/alv|y-tunnus/i, "FI"]];

/** A number behind a VAT label without a country's prefix is still what the page says; checked where the label tells the country. */
function labelledVat(fields: Fields, layout: Layout, labels: readonly Label[], vats: readonly { words: Word[] }[], sideOf: (segment: Segment, found: FoundId) => number, make: Make): void {
  for (const label of labels.filter((each) => each.field === "vatId")) {
    const line = layout.lines[label.line]!;
    const last = label.words[label.words.length - 1]!;
    const after = line.words.filter((word) => word.box.x >= last.box.x && (label.segment.words.includes(word) || word.box.x - last.box.x < 200));
    const text = after.map((word) => word.text).join(" ").slice(0, 60);
    const match = /(?:^|[\s#:.])((?!UE)[A-Z]{2}\s?[A-Z0-9]{8,13}|\d[\d .-]{6,14}\d|[A-Z]-?\d{8}|\d{8}-?[A-Z]|[A-Z]\d{7}[A-Z])(?=$|[\s,;|)])/.exec(text);
    if (!match || /%|[.,]\d{2}(?!\d)/.test(match[0])) continue;
    const words = after.filter((word) => match[1]!.includes(word.text.replace(/^.*[#:]/, "").replace(/[,;)]$/, "")) && /\d/.test(word.text) || word.text.includes(match[1]!));
    if (words.length === 0 || vats.some((vat) => vat.words.some((word) => words.includes(word)))) continue;
    const value = match[1]!.replace(/[\s.-]/g, "");
    const own = BUYERS_OWN.test(line.words.filter((word) => word.box.x <= label.box.x + label.box.width).map((word) => word.text).join(" ").slice(-80)) ? 3 : 0;
    const side = Math.max(own, sideOf(label.segment, { value, from: 0, to: 0, valid: false }));
    const path: FieldPath = side > 0.9 ? "customer.vatId" : "supplier.vatId";
    if (fields[path]) continue;
    const country = NATIONAL.filter(([pattern]) => pattern.test(label.text)).find(([, code]) => checkVatId(code + value) === "valid");
    put(fields, path, country ? make(words, value, 0.95, ["vat_checksum"], { level: "proven" }) : make(words, value, 0.6, ["label"], { level: "unsure", reason: "This tax number has no form that can be checked." }));
  }
}

function putContacts(fields: Fields, layout: Layout, buyers: ReadonlySet<Segment>, make: Make): void {
  for (const segment of layout.segments) {
    if (buyers.has(segment)) continue;
    const mail = EMAIL.exec(segment.text);
    if (mail && !fields["supplier.email"]) put(fields, "supplier.email", make(wordsAt(segment, mail.index, mail.index + mail[0].length), mail[0].replace(/[.,;]$/, ""), 0.8, ["form"]));
    const phone = /\b(?:tel|telefon|phone|fon|t[eé]l[eé]phone|ph|tlf|telefono|telefoon)\b[\s.:]*/i.exec(segment.text);
    if (!phone || fields["supplier.phone"]) continue;
    const number = PHONE.exec(segment.text.slice(phone.index + phone[0].length));
    if (number && number.index < 6) {
      const from = phone.index + phone[0].length + number.index;
      put(fields, "supplier.phone", make(wordsAt(segment, from, from + number[0].length), number[0].trim(), 0.8, ["label"]));
    }
  }
}
