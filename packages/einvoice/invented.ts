import { addDays } from "@counterfoil/calendar";
import { Decimal, exponentOf } from "@counterfoil/money";
import { completed } from "./computed.ts";
import type { Address, AllowanceCharge, DocumentAllowanceCharge, Identifier, Invoice, InvoiceLine, Party, VatCategory } from "./types.ts";

/**
 * An invented invoice that uses the standard's terms up and down and obeys its rules: the same seed gives the same invoice.
 * For tests and measurements of writing, reading and judging. All VAT categories occur, and invoices, credit notes, corrections.
 */
export function inventedInvoice(seed: number): Invoice {
  const dice = new Dice(seed);
  const { one, some, whole, text } = dice;
  const currency = one(["EUR", "EUR", "EUR", "SEK", "GBP", "JPY"]);
  const digits = exponentOf(currency);
  const money = (most: number) => Decimal.text(Decimal.of(whole(1, most), digits));
  const date = () => addDays("2024-01-01", whole(0, 700));
  const rates = ratesOf(dice);
  const outside = rates.some(({ vatCategory }) => vatCategory === "O");
  const typeCode = one(["380", "380", "380", "381", "381", "384", "389", "326"]);
  const issueDate = date();
  const lines = Array.from({ length: whole(1, dice.maybe(20) ? 12 : 4) }, (_, index) => line(dice, index, rates, digits));
  const change = (): DocumentAllowanceCharge => ({ ...allowance(dice, money, digits), ...one(rates) });
  const vatCurrency = some(15, () => one(["EUR", "NOK", "DKK"].filter((code) => code !== currency)));
  const start = date();
  const paid = some(80, () => payment(dice));
  const vatPoint = whole(0, 5);
  const seller: Party = {
    ...party(dice, "seller"),
    ...(outside ? {} : { vatId: `DE${whole(100_000_000, 999_999_999)}`, ...terms({ taxNumber: some(30, () => `201/${whole(100, 999)}/${whole(10_000, 99_999)}`) }) }),
    legalRegistration: dice.maybe(50) ? { id: `HRB ${whole(1000, 99_999)}` } : { id: String(whole(100_000_000, 999_999_999)), scheme: "0002" },
    ...terms({ legalInformation: some(20, text) }),
  };
  const buyer: Party = { ...party(dice, "buyer"), ...(outside ? {} : { vatId: `FR${whole(10, 99)}${whole(100_000_000, 999_999_999)}` }), ...terms({ legalRegistration: some(40, () => ({ id: String(whole(1000, 9999)) })) }) };
  const invoice: Omit<Invoice, "totals" | "vatBreakdown"> = {
    number: `${one(["RE", "F", "INV", "ΤΙΜ"])}-${whole(1, 99_999)}`, issueDate, typeCode, currency,
    ...terms({
      vatCurrency,
      vatPointDate: vatPoint === 0 ? date() : undefined,
      vatPointDateCode: vatPoint === 1 ? one(["3", "35", "432"]) : undefined,
      dueDate: typeCode === "381" && paid === undefined ? undefined : some(70, () => addDays(issueDate, whole(0, 60))), // UBL has no place for it then
      buyerReference: some(40, text), projectReference: some(20, text), contractReference: some(20, text), purchaseOrderReference: some(40, text), salesOrderReference: some(20, text),
      receivingAdviceReference: some(15, text), despatchAdviceReference: some(15, text), tenderReference: some(10, text),
      invoicedObject: some(15, () => objectOf(dice)), buyerAccountingReference: some(15, text), businessProcess: some(15, () => "urn:example:billing"),
      payee: some(15, () => ({ name: `Kontor ${text()}`, ...terms({ identifier: some(50, () => identifier(dice)), legalRegistration: some(50, () => ({ id: String(whole(1000, 9999)) })) }) })),
      taxRepresentative: outside ? undefined : some(15, () => ({ name: text(), vatId: `AT U${whole(10_000_000, 99_999_999)}`.replace(" ", ""), address: address(dice) })),
      delivery: rates.some(({ vatCategory }) => vatCategory === "K") || dice.maybe(30)
        ? { ...terms({ name: some(50, text), location: some(30, () => identifier(dice)) }), date: date(), address: address(dice) } : undefined,
      invoicingPeriod: some(25, () => one([{ start, end: addDays(start, whole(0, 90)) }, { start }, { end: start }])),
      payment: paid,
    }),
    paymentTerms: text(),
    notes: dice.list(2, () => ({ ...terms({ subject: some(50, () => one(["AAI", "SUR", "REG", "AAK"])) }), text: text() })),
    specification: "urn:cen.eu:en16931:2017",
    precedingInvoices: typeCode === "380" ? [] : dice.list(2, () => ({ number: `RE-${whole(1, 9999)}`, ...terms({ issueDate: some(60, date) }) })),
    seller, buyer,
    allowances: dice.list(2, change), charges: dice.list(2, change),
    // The rules for CII count descriptions and files of all documents together (CII-SR-475, CII-SR-476).
    supportingDocuments: [...dice.list(1, () => ({
      id: text(), ...terms({
        description: some(50, text), url: some(30, () => "https://documents.example/1"),
        attachment: some(50, () => ({ name: "hours.csv", mimeType: "text/csv", base64: "YSxiCg==" })),
      }),
    })), ...dice.list(1, () => ({ id: text() }))],
    lines,
  };
  const whole0 = completed({ ...invoice, vatBreakdown: [], totals: { ...terms({ prepaid: some(20, () => money(10_000)), rounding: some(10, () => Decimal.text(Decimal.of(whole(-9, 9), digits))) }) } } as unknown as Invoice);
  return { ...whole0, totals: { ...whole0.totals, ...(vatCurrency !== undefined && { vatTotalInVatCurrency: Decimal.text(Decimal.of(whole(1, 100_000), exponentOf(vatCurrency))) }) } };
}

type Rate = { vatCategory: VatCategory; vatRate?: string };

function ratesOf({ one, maybe, whole }: Dice): Rate[] {
  if (maybe(8)) return [{ vatCategory: "O" }]; // the only category of its invoice (BR-O-11)
  const zero = (vatCategory: VatCategory): Rate => ({ vatCategory, vatRate: "0" });
  const all: Rate[] = [
    { vatCategory: "S", vatRate: "19" }, { vatCategory: "S", vatRate: "7" }, { vatCategory: "S", vatRate: "5.5" }, zero("Z"), zero("E"), zero("AE"), zero("K"), zero("G"),
    { vatCategory: "L", vatRate: "6.5" }, { vatCategory: "M", vatRate: "4" },
  ];
  return Array.from({ length: whole(1, 3) }, () => (maybe(50) ? all[0]! : one(all)));
}

function line(dice: Dice, index: number, rates: readonly Rate[], digits: number): InvoiceLine {
  const { one, some, whole, text, list } = dice;
  const number = (least: number, most: number, scale: number) => Decimal.shortText(Decimal.of(whole(least, most), scale));
  const money = (most: number) => Decimal.text(Decimal.of(whole(1, most), digits));
  const gross = Decimal.of(whole(10_000, 999_999), whole(2, 4)); // 1 at least, more than any discount
  const discount = dice.maybe(25) ? Decimal.of(whole(1, 99), 2) : undefined;
  const start = addDays("2024-01-01", whole(0, 700));
  const baseQuantity = some(15, () => one(["10", "100", "1000"]));
  const unit = one(["C62", "HUR", "DAY", "KGM", "MTR", "LTR", "XBX"]);
  return {
    id: String(index + 1), quantity: number(dice.maybe(8) ? -99_999 : 1, 99_999, whole(0, 3)), unit,
    ...terms({
      note: some(15, text), object: some(10, () => objectOf(dice)), orderLine: some(20, () => String(whole(1, 99))), accountingReference: some(15, text),
      period: some(15, () => one([{ start, end: addDays(start, whole(0, 60)) }, { start }, { end: start }])),
      priceDiscount: discount && Decimal.shortText(discount), grossUnitPrice: discount || dice.maybe(15) ? Decimal.shortText(gross) : undefined,
      baseQuantity, baseQuantityUnit: baseQuantity && some(50, () => unit),
      description: some(30, text), sellerItemId: some(40, text), buyerItemId: some(15, text), standardItemId: some(25, () => ({ id: "4012345000009", scheme: "0160" })), originCountry: some(20, () => one(["DE", "CN", "FR"])),
    }),
    allowances: list(2, () => allowance(dice, money, digits)), charges: list(1, () => allowance(dice, money, digits)),
    unitPrice: Decimal.shortText(discount ? Decimal.sub(gross, discount) : gross),
    ...one(rates), name: text(),
    classifications: list(2, () => ({ code: String(whole(10_000, 99_999)), list: one(["STI", "HS", "SRV"]), ...terms({ listVersion: some(30, () => "2.1") }) })),
    attributes: list(2, () => ({ name: text(), value: text() })),
  } as InvoiceLine; // without its net, which follows from the rest
}

// Reason code 95 is a discount among allowances (UNTDID 5189), and no charge has it: a text serves both.
function allowance({ maybe, whole, text }: Dice, money: (most: number) => string, digits: number): AllowanceCharge {
  if (maybe(50)) return { amount: money(10_000), reason: text() };
  const [base, percent] = [Decimal.of(whole(100, 1_000_000), digits), Decimal.of(whole(1, 9_999), 2)];
  return { amount: Decimal.text(Decimal.round(Decimal.mul(Decimal.mul(base, percent), Decimal.of(1, 2)), digits)), base: Decimal.text(base), percent: Decimal.shortText(percent), reason: text() };
}

function payment({ one, some, whole, text, list }: Dice): NonNullable<Invoice["payment"]> {
  const common = terms({ meansText: some(30, text), reference: some(60, text) });
  const transfer = () => ({ account: one(["DE02120300000000202051", "FR1420041010050500013M02606", "SE4550000000058398257466"]), ...terms({ accountName: some(40, text), bic: some(40, () => "BYLADEM1001") }) });
  return one([
    () => ({ meansCode: one(["30", "58"]), ...common, transfers: [transfer(), ...list(1, transfer)] }),
    () => ({ meansCode: one(["49", "59"]), ...common, transfers: [], directDebit: { mandate: `M-${whole(1, 999)}`, creditorId: "DE98ZZZ09999999999", debitedAccount: "DE02120300000000202051" } }),
    () => ({ meansCode: one(["48", "54"]), ...common, transfers: [], card: { number: String(whole(1000, 9999)), ...terms({ holder: some(50, text) }) } }),
    () => ({ meansCode: "10", ...common, transfers: [] }),
  ])();
}

function party(dice: Dice, role: "seller" | "buyer"): Party {
  const { some, text, list, maybe, whole } = dice;
  const identifiers = [...(maybe(25) ? [{ id: String(whole(1000, 9999)) }] : []), ...(maybe(25) ? [{ id: String(whole(1_000_000_000, 9_999_999_999)), scheme: "0088" }] : [])];
  return {
    name: text(), identifiers: role === "buyer" ? identifiers.slice(0, 1) : identifiers,
    ...terms({
      tradingName: some(30, text), electronicAddress: some(70, () => dice.one([{ id: "billing@firm.example", scheme: "EM" }, { id: "4012345000009", scheme: "0088" }])),
      contact: some(60, () => ({ name: text(), ...terms({ phone: some(60, () => "+49 30 123456"), email: some(60, () => "someone@firm.example") }) })),
    }),
    address: address(dice),
  };
}

function address({ one, some, text }: Dice): Address {
  return { ...terms({ line1: some(90, text), line2: some(30, text), line3: some(15, text), city: some(90, text), postCode: some(90, () => one(["10115", "75011", "1010", "SW1A 1AA"])), region: some(15, text) }), country: one(["DE", "FR", "AT", "ES", "SE"]) };
}

function identifier({ maybe, whole }: Dice): Identifier {
  return maybe(50) ? { id: String(whole(1000, 9999)) } : { id: String(whole(1_000_000_000, 9_999_999_999)), scheme: "0088" };
}

function objectOf({ some, one, text }: Dice): Identifier {
  return { id: text(), ...terms({ scheme: some(50, () => one(["AAJ", "ABT", "AVE"])) }) };
}

function terms<T extends object>(of: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

const words = ["Beratung", "Stühle", "façade", "kaffe", "oak & ash", "<blue>", "\"quoted\"", "Ωμέγα", "漢字", "naïve", "50 %", "3.5 mm", "No. 7", "it's", "Œuvre", "łódź", "über", "A/B", "x=1", "smile 😀"];

/** Numbers from a seed (mulberry32), and what is made of them. */
class Dice {
  private state: number;
  constructor(seed: number) {
    this.state = seed >>> 0;
  }
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  /** Both ends included. */
  readonly whole = (least: number, most: number): number => least + Math.floor(this.next() * (most - least + 1));
  readonly maybe = (percent: number): boolean => this.next() * 100 < percent;
  readonly one = <T>(of: readonly T[]): T => of[this.whole(0, of.length - 1)]!;
  readonly some = <T>(percent: number, make: () => T): T | undefined => (this.maybe(percent) ? make() : undefined);
  readonly list = <T>(most: number, make: () => T): T[] => (this.maybe(60) ? [] : Array.from({ length: this.whole(1, Math.max(1, most)) }, make));
  readonly text = (): string => Array.from({ length: this.whole(1, 4) }, () => this.one(words)).join(" ");
}
