/** What a reader should find on the pages: the story's values, as far as they are printed. */
import { monthOf } from "./content.ts";
import { addressLines } from "./countries.ts";
import { runBox, type Page } from "./scene.ts";
import type { Story } from "./story.ts";

export type TruthLine = { description?: string; quantity?: string; unit?: string; unitPrice?: string; netAmount?: string; taxRate?: string; itemId?: string; periodStart?: string; periodEnd?: string };
/**
 * The flat invoice. Prices for more than one piece are left out. A key that is missing is not known from the page and is not asked for; null means that the page has no
 * such value. `_alt` lists further right answers by path. Amounts are decimal text.
 */
export type Truth = {
  documentType: string; invoiceNumber?: string | null; issueDate?: string | null; dueDate?: string | null; purchaseOrder?: string | null; currency?: string;
  supplier?: { name?: string; vatId?: string | null; address?: string | null; iban?: string | null };
  customer?: { name?: string | null; vatId?: string | null; address?: string | null };
  lines?: TruthLine[]; netTotal?: string; taxTotal?: string; grossTotal?: string; amountDue?: string;
  prepaid?: string; rounding?: string; withheld?: string; taxes?: { rate: string; base: string; amount: string }[];
  /** Line amounts and prices include tax. */
  inclusive?: boolean;
  /** Fields beyond those above that are printed with a label, by their path among a reading's fields; null where the page has no such value. */
  further?: Record<string, string | null>;
  /** Every account on the page, by IBAN and by its national number. */
  accounts?: string[];
  _alt?: Record<string, string[]>;
};
export type ValueBox = { path: string; page: number; box: { x: number; y: number; width: number; height: number }; text: string };

/** The box of every printed value; a value printed twice has two, an address one per line. */
export function valueBoxes(pages: readonly Page[]): ValueBox[] {
  return pages.flatMap((page, index) => page.runs.filter((run) => run.path).flatMap((run) => run.path!.split(" ").map((path) => ({ path, page: index + 1, box: runBox(run), text: run.text }))));
}

export function truthOf(story: Story, boxes: readonly ValueBox[]): Truth {
  if (story.kind === "other") return { documentType: "other", ...(story.other === "statement" ? { _alt: { documentType: ["statement"] } } : {}) };
  const printed = new Set(boxes.map((box) => box.path));
  const ifPrinted = <T>(path: string, value: T): T | undefined => (printed.has(path) ? value : undefined);
  const orNull = <T>(path: string, value: T): T | null => (printed.has(path) ? value : null);
  const address = (party: Story["seller"]): string => addressLines(party, story.international).join(", ");
  const terms = printed.has("paymentTerms") && !printed.has("dueDate");
  const alt: Record<string, string[]> = {};
  if (story.seller.brand !== story.seller.name) alt["supplier.name"] = [story.seller.brand];
  for (const side of ["supplier", "customer"] as const) {
    const { vatId } = side === "supplier" ? story.seller : story.buyer;
    if (vatId && printed.has(`${side}.vatId`)) alt[`${side}.vatId`] = vatId.startsWith("CHE") ? ["MWST", "TVA", "IVA"].map((ending) => vatId + ending) : [vatId.slice(2), `${vatId.replace("MVA", "")}`, vatId.slice(2).replace("MVA", "")]; // the country's prefix is not always printed
  }
  const others = story.accounts.slice(1).flatMap((account) => (account.iban ? [account.iban] : []));
  if (others.length > 0 && printed.has("other.supplier.iban")) alt["supplier.iban"] = others;
  if (story.kind === "credit_note") for (const [path, text] of [["netTotal", story.net], ["taxTotal", story.tax], ["grossTotal", story.gross], ["amountDue", story.due]] as const) alt[path] = [flipped(text)];
  const truth: Truth = {
    documentType: story.kind, invoiceNumber: orNull("invoiceNumber", story.number), issueDate: orNull("issueDate", story.issueDate),
    ...(terms ? {} : { dueDate: orNull("dueDate", story.dueDate) }), purchaseOrder: orNull("purchaseOrder", story.purchaseOrder),
    currency: ifPrinted("currency", story.country.currency),
    supplier: { name: story.seller.name, ...(printed.has("supplier.taxNumber") && !printed.has("supplier.vatId") ? {} : { vatId: orNull("supplier.vatId", story.seller.vatId) }), address: orNull("supplier.address", address(story.seller)), iban: orNull("supplier.iban", story.accounts[0]!.iban) },
    customer: { name: orNull("customer.name", story.buyer.name), vatId: orNull("customer.vatId", story.buyer.vatId), address: orNull("customer.address", address(story.buyer)) },
    lines: story.lines.map((line, index): TruthLine => {
      const path = `lines.${index}.`;
      if (story.kind === "credit_note") for (const key of ["quantity", "net"] as const) alt[`${path}${key === "net" ? "netAmount" : key}`] = [flipped(line[key])];
      const [main, whole] = printedText(boxes, path, line);
      // The days that a row is for may count as a part of its description.
      const days = boxes.filter((box) => box.path === `${path}periodStart` || box.path === `${path}periodEnd`).map((box) => box.text);
      const others = [...(whole !== main ? [main] : []), ...(days.length > 0 ? [`${whole} ${days.join(" – ")}`] : [])];
      if (others.length > 0) alt[`${path}description`] = others;
      return { description: whole, quantity: ifPrinted(`${path}quantity`, line.quantity), unit: ifPrinted(`${path}unit`, line.unit), unitPrice: line.per ? undefined : ifPrinted(`${path}unitPrice`, line.unitPrice), netAmount: ifPrinted(`${path}netAmount`, line.net), taxRate: ifPrinted(`${path}taxRate`, line.rate), itemId: ifPrinted(`${path}itemId`, line.code), periodStart: ifPrinted(`${path}periodStart`, monthOf(story, index)[0]), periodEnd: ifPrinted(`${path}periodEnd`, monthOf(story, index)[1]) };
    }),
    netTotal: ifPrinted("netTotal", story.net), taxTotal: ifPrinted("taxTotal", story.tax), grossTotal: ifPrinted("grossTotal", story.gross), amountDue: ifPrinted("amountDue", story.due),
    prepaid: ifPrinted("prepaid", story.prepaid ?? undefined), rounding: ifPrinted("rounding", story.rounding ?? undefined), withheld: ifPrinted("withheld", story.withheld?.amount), taxes: story.taxes,
    further: furtherOf(story, boxes), accounts: story.accounts.flatMap((account, index) => (printed.has(`${index === 0 ? "" : "other."}supplier.iban`) ? [account.iban!] : []).concat(printed.has(`accounts.${index}.number`) ? [account.number] : [])),
    ...(story.inclusive ? { inclusive: true } : {}), ...(Object.keys(alt).length > 0 ? { _alt: alt } : {}),
  };
  return JSON.parse(JSON.stringify(truth)) as Truth;
}

function furtherOf(story: Story, boxes: readonly ValueBox[]): Record<string, string | null> {
  const text = (path: string): string | null => boxes.filter((box) => box.path === path).map((box) => box.text.trim())[0] ?? null;
  const printed = (path: string, value: string | null): string | null => (boxes.some((box) => box.path === path) ? value : null);
  // A sentence may stand on several lines.
  const whole = (path: string): string | null => boxes.filter((box) => box.path === path).map((box) => box.text.trim()).join(" ").replace(/\s+/g, " ").trim() || null;
  return {
    ...Object.fromEntries(["despatchAdvice", "projectReference", "contractReference", "supplier.website", "customer.number", "supplier.email"].map((path) => [path, text(path)])),
    paymentReference: printed("paymentReference", story.payReference?.value ?? story.number), note: whole("note"), "taxes.reason": whole("taxes.reason"), "taxRepresentative.name": whole("taxRepresentative.name"), "taxRepresentative.address": whole("taxRepresentative.address"),
    "precedingInvoice.number": printed("precedingInvoice.number", story.originalInvoice), deliveryDate: printed("deliveryDate", story.deliveryDate), periodStart: printed("periodStart", story.orderDate), periodEnd: printed("periodEnd", story.deliveryDate),
    "deliverTo.name": story.shipTo && printed("deliverTo.name", story.shipTo.name), "deliverTo.address": story.shipTo && printed("deliverTo.address", addressLines(story.shipTo, story.international).join(", ")),
    time: timeOf(text("time")), tendered: printed("tendered", story.tenders.find((tender) => tender.kind === "cash")?.amount ?? null), change: printed("change", story.change),
  };
}

/** "7:05:09 PM" in 24 hours. */
function timeOf(text: string | null): string | null {
  const match = text && /^(\d+):(\d\d(?::\d\d)?)(?: ([AP])M)?$/.exec(text);
  return match ? `${String(match[3] ? (Number(match[1]) % 12) + (match[3] === "P" ? 12 : 0) : Number(match[1])).padStart(2, "0")}:${match[2]}` : null;
}

/** The item's name as printed, and with the line of detail below it (BT-153, and BT-154 with it): both are right. */
function printedText(boxes: readonly ValueBox[], path: string, line: Story["lines"][number]): [string, string] {
  const main = boxes.filter((box) => box.path === `${path}description`).map((box) => box.text).join(" ").replace(/\s+/g, " ").trim();
  return [main, boxes.some((box) => box.path === `${path}detail`) ? `${main} ${line.detail}` : main];
}

const flipped = (text: string): string => (text.startsWith("-") ? text.slice(1) : `-${text}`);
