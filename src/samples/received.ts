// Received documents of the sample data, printed by our own renderer in the layouts and languages of other firms' programs,
// and brought in the way everybody's files come in.
import { addDays, type CivilDate } from "@counterfoil/calendar";
import { semanticAmounts, totalsOf, writeUbl, type Totals, type TotalsInput } from "@counterfoil/einvoice";
import { formatAmount } from "@counterfoil/money";
import { renderPdf, renderSample, renderSvg, type PaperDocumentInput, type SampleLayout } from "@counterfoil/paper";
import sharp from "sharp";
import { receiveFile } from "../received-invoices/index.ts";
import { placeHold } from "../retention/index.ts";
import { joinery } from "./joinery.ts";
import type { Step } from "./steps.ts";

type Line = [description: string, quantity: string, unitPrice: string, vatRate: string];
type Received = {
  key: string; file: string;
  /** How it came to look as it does. */
  as: SampleLayout | "ledger" | "letter" | "scan" | "ubl";
  seller: PaperDocumentInput["seller"]; number: string;
  /** Days from today. */
  issued: number; due?: number;
  currency?: string; language?: string; order?: string; lines: Line[]; legal?: string[]; notes?: string; paid?: string;
};

const buyer = { name: joinery.legalName, address: [joinery.addressLine1, `${joinery.city}, ${joinery.region}`, joinery.postalCode, "Ireland"], vatId: joinery.vatId };
const firm = (name: string, address: string[], vatId: string | undefined, contact: { phone: string; domain: string }, bank?: { iban: string; bic: string; name?: string }, registration?: string) => ({
  name, address, ...(vatId ? { vatId } : {}), phone: contact.phone, email: `accounts@${contact.domain}`, website: contact.domain, ...(bank ? { bank: { ...bank, holder: name } } : {}), ...(registration ? { registration } : {}),
});

const brennan = firm("Brennan Timber & Panel Ltd", ["Unit 7, Little Island", "Cork T45 X005"], "IE0001101K", { phone: "+353 21 555 0140", domain: "brennantimber.example" }, { iban: "IE03AIBK93117000412233", bic: "AIBKIE2D" });
const corrib = (iban: string, bic: string) => firm("Corrib Electrical Wholesale Ltd", ["Liosban Estate", "Galway H91 X006"], "IE0001202Q", { phone: "+353 91 555 0188", domain: "corribelectrical.example" }, { iban, bic });
const atlantic = firm("Atlantic Tool Hire Ltd", ["Kinsale Road", "Cork T12 X007"], "IE0001303W", { phone: "+353 21 555 0175", domain: "atlantictoolhire.example" }, { iban: "IE85AIBK93640800774410", bic: "AIBKIE2D" });
const toolHire: Omit<Received, "key" | "file" | "as"> = {
  seller: atlantic, number: "ATH-51220", issued: -16, due: 5, order: "TW-PO-0412",
  lines: [["Scaffold tower 6 m, week", "2", "310.00", "23"], ["Dust extractor, day", "5", "48.50", "23"], ["Collection", "1", "152.20", "23"]],
};

const documents: Received[] = [
  { key: "timber", file: "BTP-20618.pdf", as: "ledger", seller: brennan, number: "BTP-20618", issued: -12, due: 18, order: "TW-PO-0415", lines: [
    ["European oak, prime, 27 mm", "1.85", "1460.00", "23"], ["Birch plywood 18 mm, sheet", "12", "62.40", "23"], ["Moisture-resistant MDF 19 mm, sheet", "6", "41.15", "23"], ["Delivery, tail lift", "1", "65.00", "23"]] },
  { key: "electrical", file: "CEW-88214.pdf", as: "letter", seller: corrib("IE56REVO99036099117820", "REVOIE23"), number: "CEW/88214", issued: -6, due: 24,
    lines: [["LED strip 24 V, warm white, 5 m", "14", "46.90", "23"], ["Driver 24 V 150 W", "7", "58.20", "23"], ["Dimmer switch, brass", "9", "52.45", "23"]] },
  { key: "hire", file: "ATH-51220.pdf", as: "ledger", ...toolHire },
  { key: "hire-again", file: "Copy of ATH-51220.pdf", as: "letter", ...toolHire },
  { key: "fair", file: "Rechnung_2026_3381.pdf", as: "din_5008", language: "de", number: "R-3381", issued: -9, due: 21, order: "Messe Kinsale",
    seller: firm("Messehotel Rheinblick GmbH", ["Uferstraße 90", "50000 Köln"], "DE999999995", { phone: "+49 221 555 0160", domain: "messehotel-rheinblick.example" }, { iban: "DE29200505500012345670", bic: "HASPDEHH", name: "Beispielbank" }, "HRB 00000 Köln"),
    lines: [["Übernachtung Einzelzimmer", "3", "118.00", "7"], ["Frühstück", "3", "17.00", "19"], ["Stellplatz", "3", "12.00", "19"]] },
  { key: "van", file: "facture-F2026-0917.pdf", as: "facture", language: "fr", number: "F2026-0917", issued: -20, due: 10,
    seller: firm("Ker Location SARL", ["14 quai des Charpentiers", "29200 Brest"], "FR11123456782", { phone: "+33 2 55 50 01 70", domain: "ker-location.example" }, { iban: "FR1420041010050500013M02606", bic: "PSSTFRPPXXX" }),
    lines: [["Location fourgon 12 m³, journée", "4", "89.00", "20"], ["Kilomètres supplémentaires", "240", "0.32", "20"]] },
  { key: "veneer", file: "Factuur 2026-4471.pdf", as: "factuur", language: "nl", number: "2026-4471", issued: -15, due: 15,
    seller: firm("Van Dijk Fineerhandel B.V.", ["Havenkade 31", "1000 AA Amsterdam"], "NL123456782B01", { phone: "+31 20 555 0123", domain: "vandijkfineer.example" }, { iban: "NL36INGB0007654321", bic: "INGBNL2A" }),
    lines: [["Eiken fineer 0,6 mm, m²", "42", "18.75", "0"], ["Noten fineer 0,6 mm, m²", "15", "27.40", "0"], ["Verzending", "1", "74.00", "0"]],
    legal: ["Intracommunautaire levering, btw 0 % (artikel 138 richtlijn 2006/112/EG)."] },
  { key: "tiles", file: "factura_A-1093.pdf", as: "factura", language: "es", number: "A-1093", issued: -34, due: -4,
    seller: firm("Azulejos Marisma S.L.", ["Calle del Faro 8", "11000 Cádiz"], "ESB11000007", { phone: "+34 956 55 50 19", domain: "azulejosmarisma.example" }, { iban: "ES9121000418450200051332", bic: "CAIXESBB" }),
    lines: [["Azulejo artesano 10×10, caja", "18", "36.50", "21"], ["Embalaje y transporte", "1", "112.00", "21"]] },
  { key: "varnish", file: "fattura_2026_118.pdf", as: "fattura", language: "it", number: "118/2026", issued: -4, due: 26,
    seller: firm("Colorificio Adriatico S.r.l.", ["Via del Porto 5", "60100 Ancona"], "IT12345678903", { phone: "+39 071 555 0144", domain: "colorificioadriatico.example" }, { iban: "IT60X0542811101000000123456", bic: "BPPIITRR" }),
    lines: [["Olio cera per legno, 10 l", "3", "142.00", "22"], ["Vernice ad acqua opaca, 5 l", "6", "68.90", "22"]] },
  { key: "planes", file: "invoice-10027.pdf", as: "us_plain", language: "en", currency: "USD", number: "10027", issued: -26, due: 4,
    seller: firm("Blue Ridge Hand Tools LLC", ["410 Mill Creek Road", "Asheville, NC 28800"], undefined, { phone: "(828) 555-0117", domain: "blueridgehandtools.example" }),
    lines: [["Low-angle jack plane", "2", "265.00", "0"], ["Card scraper set", "4", "32.50", "0"], ["International shipping", "1", "88.00", "0"]] },
  { key: "receipt", file: "till receipt.pdf", as: "till_receipt", language: "en", number: "004417", issued: -2, paid: "Card",
    seller: firm("Quayside Builders Providers", ["Dock Road", "Kinsale"], "IE0001404F", { phone: "+353 21 555 0101", domain: "quaysidebuilders.example" }),
    lines: [["Screws 4×40, box", "3", "7.95", "23"], ["Wood glue D4, 1 l", "2", "11.60", "23"], ["Masking tape", "4", "3.25", "23"]] },
  { key: "glass", file: "LVG-7052.xml", as: "ubl", number: "LVG-7052", issued: -7, due: 23, order: "TW-PO-0419",
    seller: firm("Lee Valley Glass Ltd", ["Tivoli Docks", "Cork T23 X008"], "IE0001505L", { phone: "+353 21 555 0166", domain: "leevalleyglass.example" }, { iban: "IE22BOFI90550100223344", bic: "BOFIIE2D" }),
    lines: [["Reeded glass 4 mm, cut to size", "8", "54.30", "23"], ["Toughened shelf 10 mm", "5", "71.00", "23"]] },
  { key: "waste", file: "scan0001.jpg", as: "scan", number: "MW 40112", issued: -18, due: 12,
    seller: firm("Moyle Waste Services Ltd", ["Ringaskiddy Road", "Co. Cork P43 X009"], "IE0001606R", { phone: "+353 21 555 0112", domain: "moylewaste.example" }, { iban: "IE61PTSB99065112345678", bic: "IPBSIE2D" }),
    lines: [["Skip 8 yd, timber waste", "2", "245.00", "13.5"], ["Weight charge, t", "1.4", "92.00", "13.5"]] },
];

function totalsInputOf(one: Received): TotalsInput {
  return { currency: one.currency ?? "EUR", lines: one.lines.map(([, quantity, unitPrice, rate]) => ({ quantity, unitPrice, vat: { category: vatOf(one, rate), rate } })) };
}
const vatOf = (one: Received, rate: string) => (rate !== "0" ? "S" as const : one.legal ? "K" as const : "O" as const);

function paperOf(one: Received, totals: Totals, today: CivilDate): PaperDocumentInput {
  const gross = formatAmount(totals.grossTotal);
  return {
    kind: "invoice", number: one.number, date: addDays(today, one.issued), language: one.language ?? "en", locale: one.language === undefined ? "en-IE" : undefined, currency: one.currency ?? "EUR",
    seller: one.seller, buyer,
    facts: [...(one.due === undefined ? [] : [{ name: "due" as const, date: addDays(today, one.due) }]), ...(one.order ? [{ name: "order" as const, text: one.order }] : [])],
    lines: one.lines.map(([description, quantity, price, vatRate], index) => ({ description, quantity, price, vatRate, amount: formatAmount(totals.lines[index]!.net) })),
    totals: {
      net: formatAmount(totals.netTotal), gross,
      vat: totals.vatBreakdown.filter((row) => row.category === "S").map((row) => ({ rate: row.rate, base: formatAmount(row.base), amount: formatAmount(row.tax) })),
      ...(one.paid ? { paid: [{ label: one.paid, amount: gross }], toPay: "0.00" } : { toPay: gross }),
    },
    ...(one.legal ? { legal: one.legal } : {}), ...(one.notes ? { notes: one.notes } : {}),
    ...(one.seller.bank && one.due !== undefined && ["ledger", "letter", "scan"].includes(one.as)
      ? { slip: { payee: one.seller.name, iban: one.seller.bank.iban, ...(one.seller.bank.bic ? { bic: one.seller.bank.bic } : {}), amount: gross, reference: one.number, due: addDays(today, one.due) } } : {}),
  };
}

/** The bytes of a document. The same day gives the same bytes, so that a repeated upload is recognised as the same file. */
async function bytesOf(one: Received, today: CivilDate): Promise<Uint8Array> {
  const input = totalsInputOf(one);
  const totals = totalsOf(input);
  if (one.as === "ubl") return ublOf(one, input, totals, today);
  const paper = paperOf(one, totals, today);
  if (one.as === "ledger" || one.as === "letter") return renderPdf(paper, { template: one.as, paper: "a4" });
  if (one.as !== "scan") return renderSample(one.as, paper);
  // A sheet that lay askew on an office scanner: 200 dpi, grey, a little soft.
  const svg = await renderSvg(paper, { template: "ledger", paper: "a4" });
  const sheet = await sharp(Buffer.from(svg), { density: 200, limitInputPixels: 30_000_000 }).resize({ width: 1654 }).flatten({ background: "#ffffff" }).png().toBuffer();
  return sharp(sheet).rotate(0.6, { background: "#f4f2ee" }).grayscale().blur(0.6).linear(0.94, 8).jpeg({ quality: 72 }).withMetadata({ density: 200 }).toBuffer();
}

function ublOf(one: Received, input: TotalsInput, totals: Totals, today: CivilDate): Uint8Array {
  const amounts = semanticAmounts(input, totals);
  const [street, city] = one.seller.address!;
  return writeUbl({
    ...amounts, specification: "urn:cen.eu:en16931:2017", number: one.number, typeCode: "380", issueDate: addDays(today, one.issued), dueDate: addDays(today, one.due!), purchaseOrderReference: one.order, buyerReference: one.order,
    seller: { name: one.seller.name, vatId: one.seller.vatId!, identifiers: [], address: { line1: street!, city: city!, country: "IE" }, contact: { name: "Accounts", phone: one.seller.phone!, email: one.seller.email! } },
    buyer: { name: joinery.legalName, vatId: joinery.vatId, identifiers: [], address: { line1: joinery.addressLine1, city: joinery.city, postCode: joinery.postalCode, country: "IE" } },
    payment: { meansCode: "58", reference: one.number, transfers: [{ account: one.seller.bank!.iban, bic: one.seller.bank!.bic!, accountName: one.seller.name }] },
    lines: amounts.lines.map((line, index) => ({ ...line, id: String(index + 1), name: one.lines[index]![0], unit: "C62", classifications: [], attributes: [] })),
    notes: [], precedingInvoices: [], supportingDocuments: [],
  } as Parameters<typeof writeUbl>[0]);
}

export const receivedSteps: Step[] = documents.map((one): Step => ({
  name: `received.${one.key}`,
  async run(scope, made, today) {
    const bytes = Buffer.from(await bytesOf(one, today));
    const result = await receiveFile(scope, { fileName: one.file, bytes: (async function* () { yield bytes; })(), companyId: made("company"), via: "sample" });
    if (!result.id) throw new Error(`the sample document ${one.file} was refused: ${result.code}`);
    return result.id;
  },
}));

/** A dispute, so that file retention has something to hold. */
export const holdSteps: Step[] = [{
  name: "retention.hold",
  run: async (scope, made) => (await placeHold(scope, { documentId: made("received.electrical"), reason: "Warranty dispute over the drivers, letter of claim sent" })).id,
}];
