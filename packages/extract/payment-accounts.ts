/**
 * All accounts that a document asks to pay to (EN 16931 BG-17): IBANs by their check digits, national accounts by their
 * labels, each with the BIC, bank code and holder printed beside it; and how it wants to be paid (BT-81, BT-87, BT-91).
 */
import { put, type Make } from "./field.ts";
import { ibansIn, isBic, innerChecksHold, type FoundId } from "./identifiers.ts";
import { lexicon } from "./lexicon.ts";
import { right, union, wordsAt, type Layout, type Segment } from "./lines.ts";
import type { Field, Fields, ReadAccount } from "./reading.ts";
import { check } from "./register-numbers.ts";
import type { Box } from "./reading.ts";
import type { Word } from "./words.ts";

export type FoundIban = { found: FoundId; words: Word[] };

type Part = "number" | "routing" | "bic" | "iban" | "holder" | "bankgiro" | "none";
const PARTS = lexicon<Part>();
PARTS.means("number",
  "account № | account number | acct № | acct | a c № | a c | bank account № | bank account number | account | konto № | konto | kto № | kto | kontonummer | № de compte | № compte | compte № | compte | № de cuenta | numero de cuenta | cuenta № | cuenta | № cuenta | conto corrente | conto № | c c № | c c | rekening № | rekeningnummer | bankrekening | bankrekening № | № da conta | conta № | conta | nib | № konta | № rachunku | rachunek | konto bankowe | kontonr | tilinumero | tili № | cislo uctu | c uctu | bankovni spojeni | szamlaszam | bankszamlaszam | cont | cont bancar");
PARTS.means("routing", "sort code | sort | routing № | routing | routing number | aba | aba № | aba routing № | ach routing | wire routing № | ifsc | ifsc code | ifs code | bsb | bsb № | bankleitzahl | blz | code banque | bank code | transit № | institution № | clearing № | clearing | clearingnummer | clearing nr | reg № | reg nr | registreringsnummer | bic blz | abi | cab | kod banku | kod banky");
PARTS.means("bankgiro", "bankgiro | bankgiro № | bg | plusgiro | plusgiro № | pg | postgiro");
PARTS.means("bic", "bic | swift | swift code | bic swift | swift bic | bic code | code bic | kod swift | codigo swift | codigo bic | bic № | swift № | bic kod");
PARTS.means("iban", "iban | iban № | iban code");
PARTS.means("holder", "account name | account holder | beneficiary | beneficiary name | name of account | holder | kontoinhaber | kontoinhaberin | zahlungsempfanger | begunstigter | titulaire | titulaire du compte | beneficiaire | titular | titular de la cuenta | beneficiario | intestatario | intestato a | ten name van | t n v | tnv | begunstigde | rekeninghouder | titular da conta | posiadacz rachunku | odbiorca | wlasciciel rachunku | kontoinnehavare | betalningsmottagare | mottagare | kontohaver | modtager | kontoeier | kontoinnehaver | mottaker | tilinomistaja | saaja | majitel uctu | szamlatulajdonos | kedvezmenyezett | titular cont | beneficiar");
PARTS.means("none", "customer account № | account manager | your account № | your account | account balance | statement of account | on account | kundenkonto | client account | debitorenkonto | debitoren № | konto kunde | sort order | account code | account ref | account reference | account id | acct mgr | conta cliente | cuenta cliente | compte client | № compte client | № de compte client | bank account details");

type Mark = { part: Part; segment: Segment; last: number; words: Word[]; box: Box };

/**
 * The accounts, in printing order. `ibans` are those to pay to (neither ours nor the one that will be debited); `buyers`
 * are segments of the buyer's address, where an account number is the customer's.
 */
export function paymentAccounts(layout: Layout, ibans: readonly FoundIban[], buyers: ReadonlySet<Segment>, excluded: ReadonlySet<number>, make: Make): ReadAccount[] {
  const marks = layout.segments.filter((segment) => !buyers.has(segment) && !excluded.has(segment.line)).flatMap(marksIn);
  const accounts: { account: ReadAccount; box: Box; page: number }[] = [];
  for (const { found, words } of ibans) {
    if (!found.valid || words.length === 0 || accounts.some(({ account }) => account.iban?.value === found.value)) continue;
    accounts.push({ account: { iban: ibanField(found, words, make) }, box: union(words.map((word) => word.box)), page: words[0]!.page });
  }
  const near = (box: Box, page: number, most = 6): { account: ReadAccount; box: Box } | undefined => accounts.filter((each) => each.page === page && apart(each.box, box) < most * box.height + 2).sort((a, b) => apart(a.box, box) - apart(b.box, box))[0];

  const numbers: { number: Field; box: Box; page: number; mark: Mark }[] = [];
  for (const mark of marks.filter((each) => each.part === "number" || each.part === "bankgiro")) {
    const value = valueBehind(layout, mark, mark.part === "bankgiro" ? /^\d{3,4}-\d{4}|^\d{1,7}-\d/ : /^[A-Z]{0,4}\d[\d ./-]{3,24}\d(?![A-Za-z])|^[\dA-Z]{6,24}(?![\w])/);
    if (!value || value.text.replace(/\D/g, "").length < 5 || /[A-Z]{2}\d{2}\s?[A-Z0-9]{4}/.test(value.text) || /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(value.text)) continue;
    const box = union(value.words.map((word) => word.box));
    // A bare "Konto" is an account only where a bank's code, an IBAN or a BIC stands by it.
    const company = marks.some((other) => (other.part === "routing" || other.part === "bic") && other.segment.page === mark.segment.page && apart(other.box, mark.box) < 5 * mark.box.height);
    if (mark.part === "number" && !company && !near(box, mark.segment.page)) continue;
    if (!numbers.some((each) => each.number.value === value.text.trim())) numbers.push({ number: make(value.words, value.text.trim(), 0.82, ["label"]), box: union([mark.box, box]), page: mark.segment.page, mark });
  }
  // An IBAN contains the account's national number; else, as many numbers as IBANs near each other are the same accounts twice.
  const twice = numbers.length === accounts.length;
  const ibanned = accounts.length;
  numbers.forEach(({ number, box, page, mark }, index) => {
    const digits = number.value.replace(/\D/g, "").replace(/^0+/, "");
    const home = accounts.slice(0, ibanned).find(({ account }) => account.iban!.value.includes(digits)) ?? (mark.part === "number" ? (twice && accounts[index]!.page === page && apart(accounts[index]!.box, box) < 25 * box.height ? accounts[index] : near(box, page, 3)) : undefined);
    if (home && !home.account.number) home.account.number = number;
    else accounts.push({ account: { number }, box, page });
  });
  for (const mark of marks) {
    const home = near(mark.box, mark.segment.page, 8);
    if (!home) continue;
    if (mark.part === "bic" && !home.account.bic) {
      const value = valueBehind(layout, mark, /^[A-Z]{4} ?[A-Z]{2} ?[A-Z0-9]{2}(?: ?[A-Z0-9]{3})?(?![A-Z0-9])/);
      const text = value?.text.replace(/\s/g, "");
      if (value && text && isBic(text)) home.account.bic = make(value.words, text, 0.9, ["label", "bic_form"]);
    }
    if (mark.part === "routing" && !home.account.routing) {
      const value = valueBehind(layout, mark, /^(?:[A-Z]{4}0[A-Z0-9]{6}|\d[\d -]{2,12}\d)/);
      const digits = value?.text.replace(/\D/g, "") ?? "";
      if (value && digits.length >= 4 && !/^\d{1,2}[.-]\d{1,2}[.-]\d{4}$/.test(value.text)) {
        const aba = check("us_routing", digits) === "valid" && /aba|routing|ach|wire/i.test(mark.words.map((word) => word.text).join(" "));
        home.account.routing = make(value.words, value.text.trim(), aba ? 0.95 : 0.82, aba ? ["label", "routing_checksum"] : ["label"]);
      }
    }
    if (mark.part === "holder" && !home.account.name) {
      const value = valueBehind(layout, mark, /^\p{Lu}[\p{L}\d&.,'’()/ -]{2,70}/u);
      if (value && !ibansIn(value.text).length && !/\d{5}/.test(value.text)) home.account.name = make(value.words, value.text.replace(/[\s,;]+$/, ""), 0.8, ["label"]);
    }
  }
  return accounts.map(({ account }) => account);
}

function ibanField(found: FoundId, words: Word[], make: Make): Field {
  if (found.repaired) return make(words, found.value, 0.8, ["iban_checksum", "repaired"]);
  const inner = innerChecksHold(found.value);
  return make(words, found.value, 0.99, ["iban_checksum", ...(inner ? ["account_checksum"] : [])], inner === false ? {} : { level: "proven" });
}

function marksIn(segment: Segment): Mark[] {
  return PARTS.find(segment.words.map((word) => word.text), segment.words[0]?.confidence !== undefined)
    .filter((hit) => hit.meanings[0]!.meaning !== "none" && !hit.inside)
    .map(({ first, last, meanings }) => { const words = segment.words.slice(first, last + 1); return { part: meanings[0]!.meaning, segment, last, words, box: union(words.map((word) => word.box)) }; });
}

/** What stands behind a mark: in its last word after a colon, on its line, or below it, in the form asked for. */
function valueBehind(layout: Layout, mark: Mark, form: RegExp): { text: string; words: Word[] } | null {
  const line = layout.lines[mark.segment.line]!;
  const after = line.words.filter((word) => word.box.x >= right(mark.box) - 1 && word.box.x - right(mark.box) < 22 * word.fontSize);
  const glued = /[:.](?=[\dA-Z])(.+)$/.exec(mark.words[mark.words.length - 1]!.text)?.[1];
  const texts = glued ? [glued, ...after.map((word) => word.text)] : after.map((word) => word.text);
  const words = glued ? [mark.words[mark.words.length - 1]!, ...after] : after;
  const found = matchWords(texts, words, form);
  if (found) return found;
  if (after.some((word) => word.box.x - right(mark.box) < 3 * word.fontSize && /[\p{L}\d]/u.test(word.text))) return null;
  const below = layout.segments.find((segment) => segment.page === mark.segment.page && segment.box.y > mark.box.y + 0.3 * mark.box.height && segment.box.y - mark.box.y < 2.2 * mark.box.height && Math.abs(segment.box.x - mark.box.x) < 1.5 * segment.fontSize);
  return below ? matchWords(below.words.map((word) => word.text), below.words, form) : null;
}

function matchWords(texts: readonly string[], words: readonly Word[], form: RegExp): { text: string; words: Word[] } | null {
  const skip = texts.findIndex((text) => /[\p{L}\d]/u.test(text));
  if (skip < 0 || skip > 1) return null;
  const match = form.exec(texts.slice(skip).join(" "));
  if (!match) return null;
  // Whole words only: the form may end within the one that follows.
  let text = "";
  let count = 0;
  for (const each of texts.slice(skip)) {
    const next = text === "" ? each : `${text} ${each}`;
    if (next.replace(/[,;)]$/, "").length > match[0].length) break;
    text = next;
    count++;
  }
  return count === 0 ? null : { text: text.replace(/[,;)]$/, ""), words: words.slice(skip, skip + count) };
}

const apart = (a: Box, b: Box): number => Math.max(0, Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height)) + 0.25 * Math.max(0, Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width));

/** UNTDID 4461 by the words for it. */
const MEANS: readonly (readonly [code: string, words: RegExp])[] = [
  ["59", /lastschrift|direct debit|pr[ée]l[èe]vement|domiciliaci[óo]n|adeudo|addebito diretto|\bsdd\b|\brid\b|incasso|d[ée]bito direto|polecenie zap[łl]aty|autogiro|betalingsservice|avtalegiro|suoraveloitus|inkaso/i],
  ["48", /credit card|debit card|kreditkarte|\bkarte\b|kartenzahlung|carte bancaire|\bcb\b|tarjeta|carta di credito|\bcarta\b|creditcard|cart[ãa]o|\bkart[ąay]\b|\bkort\b|kortti|platebn[íi] karta|bankk[áa]rtya|\bcard\b|visa|mastercard|paypal/i],
  ["10", /\bcash\b|\bbar\b|barzahlung|esp[èe]ces|efectivo|al contado|contanti|\bcontant\b|numer[áa]rio|dinheiro|got[óo]wk[aą]|kontant|k[äa]teinen|hotov[eě]|k[ée]szp[ée]nz|numerar|μετρητ[άα]/i],
  ["20", /\bcheque\b|\bcheck\b|scheck|ch[èe]que|\bassegno\b/i],
  ["30", /transfer|[üu]berweisung|virement|transferencia|bonifico|overschrijving|overboeking|transfer[êe]ncia|przelew|bank[öo]verf[öo]ring|overf[øo]rsel|bankoverf[øo]ring|tilisiirto|p[řr]evod|[áa]tutal[áa]s|ordin de plat[ăa]|\bwire\b|\bach\b|\bbacs\b|έμβασμα|κατάθεση/i],
];

/** The means of payment from the words behind its label; "58" (SEPA transfer) where a transfer goes to an IBAN in euros. */
export function putPaymentMeans(fields: Fields, words: readonly Word[], make: Make): void {
  const text = words.map((word) => word.text).join(" ");
  const found = MEANS.find(([, pattern]) => pattern.test(text));
  if (!found || fields.paymentMeans) return;
  const code = found[0] === "30" && fields["supplier.iban"] && fields.currency?.value === "EUR" ? "58" : found[0];
  put(fields, "paymentMeans", make(words.slice(0, 8), code, 0.85, ["label"]));
}

/** "**** 1234", "xxxx-xxxx-xxxx-1234", "card ending 1234": all that may be kept of a card (BT-87). */
export function putCard(fields: Fields, layout: Layout, make: Make): void {
  for (const segment of layout.segments) {
    const match = /[x*•#X]{2}[x*•#X\s-]{0,24}(\d{4})(?!\d)|\b(?:ending(?: in| with)?|endet auf|endend auf|se terminant par|terminada en|che termina con|eindigend op)\s+(\d{4})(?!\d)/i.exec(segment.text);
    const digits = match?.[1] ?? match?.[2];
    if (!match || !digits) continue;
    const around = layout.lines[segment.line]!.text + (layout.lines[segment.line - 1]?.text ?? "");
    if (!/card|karte|carte|tarjeta|carta|kaart|cart[ãa]o|kart|kort|kortti|visa|master|amex|girocard|maestro|debit|credit|pan|[x*•#]{4}/i.test(around)) continue;
    return put(fields, "cardLastFour", make(wordsAt(segment, match.index, match.index + match[0].length), digits, 0.9, ["form"]));
  }
}
