/** What happened between two firms, before anybody set it on paper: parties, lines, exact sums. */
import { addDays, addMonths, type CivilDate } from "@counterfoil/calendar";
import { Decimal, Money, formatAmount, lineAmounts, parseAmount, percentOf, roundToCash, spreadOverGroups, splitInclusive } from "@counterfoil/money";
import { countries, makeFirm, type Country, type CountryCode, type Firm } from "./countries.ts";
import { goodsFor, sectionsOf } from "./goods.ts";
import { makeBic, makeIban, makeOcr, makePaymentReference, makeVatId, printIban, printVatId, registersOf, type Register } from "./made-identifiers.ts";
import { wordingOf, type Language, type Phrases } from "./phrases/index.ts";
import type { Random } from "./random.ts";
import { writingOf, type Writing } from "./writing.ts";

export type Account = { bank: string; iban: string | null; ibanPrinted: string; bic: string; number: string; sort: string };
export type Party = Firm & { vatId: string | null; vatPrinted: string | null; registers: Register[] };
export type StoryLine = {
  description: string; detail: string | null; code: string; quantity: string; unit: string; unitPrice: string;
  /** The price is for so many (BT-149); absent for one. */
  per?: number;
  discountPercent: string | null; rate: string; net: string; tax: string; gross: string; section: string | null;
};
export type TaxRow = { rate: string; base: string; amount: string };
export type OtherKind = "delivery" | "statement" | "quote" | "orderConfirmation" | "reminder";

/** All amounts are decimal text with two decimals; `lines[].net` includes tax when `inclusive`. */
export type Story = {
  kind: "invoice" | "credit_note" | "receipt" | "other";
  other: OtherKind | null;
  country: Country;
  language: Language;
  words: Phrases;
  writing: Writing;
  seller: Party;
  buyer: Party;
  shipTo: Firm | null;
  /** Crosses a border: addresses carry the country. */
  international: boolean;
  accounts: Account[];
  number: string;
  issueDate: CivilDate;
  dueDate: CivilDate;
  termDays: number;
  purchaseOrder: string | null;
  originalInvoice: string;
  deliveryDate: CivilDate;
  orderDate: CivilDate;
  customerNumber: string;
  reference: string;
  ocr: string;
  /** What the payment shall quote instead of the invoice number. */
  payReference: { value: string; printed: string } | null;
  /** Acts for the seller in tax matters. */
  representative: Firm | null;
  treatment: "normal" | "reverse" | "exempt";
  /** India inside one state: the tax is shown in two halves. */
  halves: boolean;
  inclusive: boolean;
  lines: StoryLine[];
  subtotal: string;
  discount: { amount: string; percent: string | null } | null;
  freight: string | null;
  net: string;
  taxes: TaxRow[];
  tax: string;
  gross: string;
  withheld: { rate: string; amount: string } | null;
  prepaid: string | null;
  rounding: string | null;
  due: string;
  tenders: { kind: "cash" | "card"; amount: string }[];
  change: string | null;
};

export type StoryWish = { country: CountryCode; language: Language; kind: Story["kind"]; long?: boolean; shelf?: "goods" | "services" | "groceries"; /** Prices without tax, nothing withheld: what our own printer can say. */ plain?: boolean };

const priceFactor: Partial<Record<string, number>> = { SEK: 9, NOK: 9, DKK: 7, PLN: 4, INR: 60, MYR: 4 };

/** `house` is the firm's own source of chance: who it is, how it words and writes. */
export function tellStory(wish: StoryWish, random: Random, house: Random = random): Story {
  const country = countries[wish.country];
  const words = wordingOf(wish.language, country.code, house.fork("words"));
  const writing = writingOf(country, wish.language, house.fork("writing"));
  const facts = random.fork("facts");
  const seller = party(country, house.fork("seller"));
  const foreign = wish.kind === "invoice" && country.currency === "EUR" && facts.chance(0.08);
  const buyer = party(foreign ? countries[facts.pick((["DE", "FR", "NL", "ES", "IT", "AT"] as const).filter((code) => code !== country.code))] : country, random.fork("buyer"));
  const issueDate = addDays("2021-06-01", facts.int(0, 1980));
  const termDays = facts.pick([7, 8, 10, 14, 14, 15, 20, 30, 30, 30, 45, 60]);
  const treatment = foreign ? "reverse" : wish.kind !== "receipt" && facts.chance(0.05) ? "exempt" : "normal";
  const halves = country.code === "IN" && facts.chance(0.6);
  const ocr = makeOcr(random.fork("giro"));
  const structured = country.code === "CH" || country.code === "BE" ? 0.5 : 0.12;
  const payReference = country.code === "SE" || country.code === "NO" ? { value: ocr, printed: ocr } : house.fork("structured").chance(structured) ? makePaymentReference(country.code, random.fork("structured")) : null;
  const sums = sumsOf(wish, country, treatment, halves, random.fork("sums"));
  return {
    kind: wish.kind, other: wish.kind === "other" ? facts.pick(["delivery", "statement", "quote", "orderConfirmation", "reminder"]) : null, country, language: wish.language, words, writing, seller, buyer,
    shipTo: facts.chance(0.25) ? makeFirm(country, random.fork("shipTo")) : null, international: foreign || facts.chance(0.08),
    accounts: Array.from({ length: facts.chance(0.18) ? 2 : 1 }, (_, index) => account(country, house.fork(`account${index}`))),
    number: documentNumber(country.code, wish.kind, issueDate, facts), issueDate, dueDate: facts.chance(0.1) ? addMonths(issueDate, 1) : addDays(issueDate, termDays), termDays,
    purchaseOrder: facts.chance(0.4) ? facts.pick([`PO-${facts.digits(5)}`, `45${facts.digits(8)}`, `B${facts.digits(6)}`, `${facts.int(10000, 99999)}`, `ORD-${facts.digits(4)}-${facts.letters(1)}`]) : null,
    originalInvoice: documentNumber(country.code, "invoice", addDays(issueDate, -20), facts), deliveryDate: addDays(issueDate, -facts.int(0, 9)), orderDate: addDays(issueDate, -facts.int(10, 40)),
    customerNumber: facts.pick([`${facts.int(10000, 79999)}`, `K${facts.digits(5)}`, `C-${facts.digits(4)}`, `D${facts.int(1000, 9999)}`]), reference: facts.pick([`${facts.letters(2)}/${facts.digits(3)}`, facts.digits(6), `${facts.letters(3)}-${facts.int(10, 99)}`]), ocr, payReference,
    representative: house.fork("representative").chance(0.04) ? makeFirm(country, house.fork("representative firm")) : null,
    treatment, halves: halves && !sums.inclusive, ...sums,
  };
}

function party(country: Country, random: Random): Party {
  const firm = makeFirm(country, random);
  const vatId = makeVatId(country.code, random);
  return { ...firm, vatId, vatPrinted: vatId && printVatId(vatId, random), registers: registersOf(country.code, vatId, firm.town, random) };
}

const bankWords: Partial<Record<Language, string[]>> = { de: ["Volksbank Ostermoor", "Sparkasse Steinfelden", "Handelsbank Nord"], fr: ["Banque du Lavoir", "Crédit Vauval"], es: ["Banco Valdeolmos", "Caja Monteclara"], it: ["Banca Montechiaro", "Cassa Rurale Lagochiaro"], nl: ["Polderbank", "Bank Zuidwijk"], pl: ["Bank Bursztyn", "Bank Lipowy"], pt: ["Banco da Ribeira", "Caixa Maresia"], sv: ["Björkbanken", "Vikbanken"], da: ["Fjordbanken", "Strandlund Bank"], no: ["Fjellbanken", "Nordvik Sparebank"], en: ["Harbour Bank", "Marlstone Bank", "First Bluestem Bank"] };

function account(country: Country, random: Random): Account {
  const iban = makeIban(country.code, random);
  return {
    bank: random.pick(bankWords[country.languages[0]!]!), iban, ibanPrinted: iban ? printIban(iban, random) : "", bic: makeBic(country.code, random),
    number: country.code === "SE" ? `${random.digits(3)}-${random.digits(4)}` : country.code === "DK" ? random.digits(10) : country.code === "NO" ? `${random.digits(4)}.${random.digits(2)}.${random.digits(5)}` : random.digits(country.code === "GB" ? 8 : 12),
    sort: country.code === "GB" ? `${random.digits(2)}-${random.digits(2)}-${random.digits(2)}` : country.code === "IN" ? `${random.letters(4)}0${random.digits(6)}` : country.code === "DK" ? random.digits(4) : random.digits(9),
  };
}

function documentNumber(country: CountryCode, kind: Story["kind"], date: CivilDate, random: Random): string {
  const [year, month] = [date.slice(0, 4), date.slice(5, 7)];
  const count = random.int(1, 9999);
  const padded = String(count).padStart(random.int(3, 6), "0");
  if (kind === "receipt") return random.pick([random.digits(6), `${random.digits(4)}-${random.digits(5)}`, `${random.letters(2)}${random.digits(7)}`, `${random.digits(3)}/${random.digits(4)}`]);
  const national: Partial<Record<CountryCode, string[]>> = {
    DE: [`RE-${year}-${padded}`, `R${year.slice(2)}${padded}`, `RG${padded}`], FR: [`FA${year.slice(2)}${month}-${padded}`, `F-${year}-${padded}`, `FAC${padded}`], PL: [`FV/${count}/${month}/${year}`, `${count}/${year}`, `FV ${count}/${month}/${year}`, `F/${padded}/${year.slice(2)}`],
    PT: [`FT ${year}/${count}`, `FT A${year}/${count}`, `FAC ${padded}`], IT: [`${count}/${year}`, `${count}/A`, `FPR ${count}/${year.slice(2)}`, `${year}-${padded}`], ES: [`F${year.slice(2)}/${padded}`, `A-${padded}`, `${year}/${padded}`], US: [`INV-${padded}`, `${10000 + count}`, `#${1000 + count}`.slice(1)], IN: [`${random.letters(3)}/${year.slice(2)}-${Number(year.slice(2)) + 1}/${padded}`, `GST-${padded}`], SE: [`${100000 + count}`, `F${padded}`], NO: [`${10000 + count}`],
  };
  const number = random.chance(0.55) && national[country] ? random.pick(national[country]) : random.pick([`${year}${padded}`, `${year}-${padded}`, `${year.slice(2)}-${padded}`, `${100000 + count * 7}`, `INV${padded}`, `${random.letters(1)}${padded}`, `${padded}/${year}`, `${year}.${padded}`, `${random.letters(2)}-${padded}`]);
  return kind === "credit_note" && random.chance(0.4) ? `${random.pick(["CN", "GS", "AV", "KN"])}-${padded}` : number;
}

type Sums = Pick<Story, "inclusive" | "lines" | "subtotal" | "discount" | "freight" | "net" | "taxes" | "tax" | "gross" | "withheld" | "prepaid" | "rounding" | "due" | "tenders" | "change">;

function sumsOf(wish: StoryWish, country: Country, treatment: Story["treatment"], halves: boolean, random: Random): Sums {
  const { currency } = country;
  const receipt = wish.kind === "receipt";
  const inclusive = wish.plain ? false : receipt ? country.code !== "US" : treatment === "normal" && country.code !== "US" && random.chance(0.09);
  const shelf = wish.shelf ?? (receipt ? random.pick(["groceries", "groceries", "goods"] as const) : random.pick(["goods", "services"] as const));
  const count = wish.long && !receipt ? random.int(28, 75) : receipt ? random.int(1, 12) : random.weigh({ few: 5, some: 5, many: 2 }) === "few" ? random.int(1, 3) : random.chance(0.75) ? random.int(3, 8) : random.int(9, 16);
  const mixed = country.rates.length > 1 && country.code !== "US" && random.chance(0.28);
  const general = random.chance(0.85) ? country.rates[0]! : random.pick(country.rates);
  const withDiscounts = !receipt && random.chance(0.18);
  const sections = !receipt && count >= 4 && random.chance(0.15) ? random.sample(sectionsOf(wish.language), random.int(2, 3)) : [];
  const whole = random.chance(0.2);
  const goods = goodsFor(wish.language, count, random, shelf);
  const returns = random.chance(0.05);
  const negative = !wish.plain && wish.kind === "credit_note" && random.chance(0.5);
  const lines = goods.map((good, index): StoryLine => {
    const own = random.fork(`line${index}`);
    const quantity = quantityOf(good.unit, good.service, receipt, own);
    const per = !receipt && !wish.plain && Number(quantity) >= 100 && own.chance(0.15) ? 100 : undefined;
    const drawn = priceOf(shelf, whole, priceFactor[currency] ?? 1, own, Number(quantity) >= 100);
    // Now and then something is free of charge.
    const unitPrice = !receipt && !wish.plain && own.chance(0.008) ? "0.00" : per ? (Number(drawn) * 40).toFixed(2) : drawn;
    const discountPercent = withDiscounts && own.chance(0.4) ? own.pick(["5", "10", "15", "20", "2.5", "50"]) : null;
    const returned = wish.kind === "invoice" && !wish.plain && count >= 4 && returns && index > 0 && own.chance(0.15);
    const rate = treatment !== "normal" ? "0" : mixed && own.chance(0.45) ? own.pick(country.rates) : general;
    const amounts = lineAmounts({ quantity: Decimal.parse(negative || returned ? `-${quantity}` : quantity), ...(per ? { baseQuantity: Decimal.of(per) } : {}), unitPrice: Decimal.parse(unitPrice), ...(discountPercent ? { discountPercent: Decimal.parse(discountPercent) } : {}) }, currency);
    const tax = inclusive ? Money.zero(currency) : percentOf(amounts.net, Decimal.parse(rate));
    return {
      description: good.description, detail: good.detail, code: own.pick([own.digits(5), `${own.letters(2)}-${own.digits(4)}`, `${own.digits(3)}.${own.digits(3)}`, `${own.letters(1)}${own.digits(4)}`]), quantity: negative || returned ? `-${quantity}` : quantity, unit: good.unit, unitPrice, ...(per ? { per } : {}),
      discountPercent, rate, net: formatAmount(amounts.net), tax: formatAmount(tax), gross: formatAmount(Money.add(amounts.net, tax)), section: sections.length > 0 ? sections[Math.min(sections.length - 1, Math.floor((index * sections.length) / count))]! : null,
    };
  });
  return { inclusive, lines, ...totalsOf(wish, country, lines, inclusive, treatment, general, halves, random.fork("totals")) };
}

function totalsOf(wish: StoryWish, country: Country, lines: StoryLine[], inclusive: boolean, treatment: Story["treatment"], general: string, halves: boolean, random: Random): Omit<Sums, "inclusive" | "lines"> {
  const { currency } = country;
  const rates = [...new Set(lines.map((line) => line.rate))].sort((a, b) => Number(b) - Number(a));
  const groups = rates.map((rate) => Money.sum(lines.filter((line) => line.rate === rate).map((line) => parseAmount(line.net, currency)), currency));
  const subtotal = Money.sum(groups, currency);
  const business = wish.kind === "invoice" || wish.kind === "other";
  const percent = !inclusive && business && random.chance(0.12) ? random.pick(["2", "3", "5", "10"]) : null;
  const spread = percent ? spreadOverGroups(groups, { percent: Decimal.parse(percent) }) : null;
  const bases = groups.map((group, index) => (spread ? Money.sub(group, spread.parts[index]!) : group));
  const freight = !inclusive && business && random.chance(0.16) ? parseAmount(`${random.int(4, 60)}.${random.pick(["00", "50", "90", "95"])}`, currency) : null;
  const general_ = Math.max(0, rates.indexOf(general));
  if (freight) bases[general_] = Money.add(bases[general_]!, freight);
  const taxes = rates.map((rate, index) => {
    if (!inclusive) return { rate, base: bases[index]!, amount: percentOf(bases[index]!, Decimal.parse(rate)) };
    const { net, taxes: [tax] } = splitInclusive(bases[index]!, [Decimal.parse(rate)]);
    return { rate, base: net, amount: tax! };
  });
  // Each half is rounded on its own, so the whole is twice the half.
  const rows = taxes.map((row) => (halves && !inclusive ? { ...row, amount: twice(percentOf(row.base, Decimal.div(Decimal.parse(row.rate), Decimal.of(2), 3))) } : row));
  const net = Money.sum(rows.map((row) => row.base), currency);
  const tax = Money.sum(rows.map((row) => row.amount), currency);
  const gross = Money.add(net, tax);
  const withholds = !wish.plain && wish.kind === "invoice" && treatment === "normal" && !inclusive && ((country.code === "ES" && random.chance(0.35)) || (country.code === "IT" && random.chance(0.3)));
  const withheldRate = country.code === "ES" ? random.pick(["15", "7", "19"]) : "20";
  const withheld = withholds ? percentOf(net, Decimal.parse(withheldRate)) : null;
  const afterWithheld = withheld ? Money.sub(gross, withheld) : gross;
  const prepaid = wish.kind === "invoice" && !withheld && random.chance(0.12) && gross.minor > 5000n ? (random.chance(0.25) ? gross : percentOf(gross, Decimal.parse(random.pick(["20", "30", "50"])))) : null;
  const beforeRounding = prepaid ? Money.sub(afterWithheld, prepaid) : afterWithheld;
  const step = ({ SEK: 100n, NOK: 100n, CHF: 5n, MYR: 5n, INR: 100n, DKK: 50n } as Record<string, bigint>)[currency];
  const cash = step !== undefined && !prepaid && random.chance(currency === "INR" || currency === "CHF" || currency === "SEK" ? 0.5 : 0.3) ? roundToCash(beforeRounding, step) : null;
  const due = cash ? cash.payable : beforeRounding;
  const tender = wish.kind === "receipt" ? random.weigh({ cash: 3, card: 4 }) : null;
  const handed = tender === "cash" ? roundUp(due.minor, random.pick([500n, 1000n, 2000n, 5000n])) : due.minor;
  const text = (amount: Money): string => formatAmount(amount);
  const minorText = (minor: bigint): string => formatAmount({ minor, currency });
  return {
    subtotal: text(subtotal), discount: spread ? { amount: text(spread.total), percent } : null, freight: freight && text(freight), net: text(net),
    taxes: rows.map((row) => ({ rate: row.rate, base: text(row.base), amount: text(row.amount) })), tax: text(tax), gross: text(gross), withheld: withheld && { rate: withheldRate, amount: text(withheld) },
    prepaid: prepaid && text(prepaid), rounding: cash && cash.rounding.minor !== 0n ? text(cash.rounding) : null, due: text(due),
    tenders: tender ? [{ kind: tender, amount: minorText(handed) }] : [], change: tender === "cash" ? minorText(handed - due.minor) : null,
  };
}

const twice = (amount: Money): Money => Money.add(amount, amount);
const roundUp = (minor: bigint, step: bigint): bigint => (minor <= 0n ? minor : ((minor + step - 1n) / step) * step);

function quantityOf(unit: string, service: boolean, receipt: boolean, random: Random): string {
  if (receipt) return random.chance(0.06) ? `${random.int(0, 2)}.${random.int(101, 999)}` : String(random.pick([1, 1, 1, 1, 1, 2, 2, 3, 4, 6]));
  if (/^(kg|m)$/i.test(unit) && random.chance(0.6)) return `${random.int(0, 30)}.${random.int(1, 9)}${random.pick(["", "5", "25"])}`;
  if (service || /^(h|hrs|Std\.|uur|timer|tim|godz\.)$/.test(unit)) return random.chance(0.4) ? `${random.int(1, 40)}.${random.pick(["5", "25", "75"])}` : String(random.pick([1, 1, 1, 2, 3, 8, 12, 16, 40]));
  return String(random.weigh({ few: 6, tens: 3, many: 1 }) === "few" ? random.int(1, 9) : random.chance(0.75) ? random.pick([10, 12, 15, 20, 24, 25, 36, 50]) : random.int(100, 2500));
}

function priceOf(shelf: string, whole: boolean, factor: number, random: Random, cheap: boolean): string {
  const base = cheap ? Math.exp(random.next() * 4 - 2) : shelf === "groceries" ? Math.exp(random.next() * 2.4 - 0.2) : shelf === "services" ? Math.exp(3.2 + random.next() * 3.2) : Math.exp(0.8 + random.next() * 4.6);
  const price = base * factor;
  if (cheap && random.chance(0.3)) return price.toFixed(random.pick([3, 4]));
  if (whole && price > 5) return `${Math.round(price)}.00`;
  if (random.chance(0.3) && price > 3) return `${Math.floor(price)}.${random.pick(["90", "95", "50", "99", "00"])}`;
  return Math.max(price, 0.05).toFixed(2);
}
