// What the sample joinery offered, billed and was paid: proposals and invoices in every state, made by the product's own verbs.
import { randomUUID } from "node:crypto";
import { addDays, type CivilDate } from "@counterfoil/calendar";
import { formatAmount, money } from "@counterfoil/money";
import { draftInvoice, findInvoice, issueCreditNote, issueInvoice, listLines, voidInvoice } from "../invoices/index.ts";
import { NewInvoice } from "../invoices/contract.ts";
import { recordPayment } from "../payments/index.ts";
import { NewPayment } from "../payments/contract.ts";
import { acceptProposal, createProposal, declineProposal, findLink, recordView, sendProposal, shownBy } from "../proposals/index.ts";
import { NewProposal } from "../proposals/contract.ts";
import type { Scope } from "../workspaces/index.ts";
import { customerOf, serviceOf, type CustomerKey, type ServiceKey } from "./joinery.ts";
import type { Step } from "./steps.ts";

type Made = (step: string) => string;
/** A catalogue service with a quantity, or something made once with its price. */
type Work = [service: ServiceKey, quantity: string] | { name: string; price: string; quantity?: string; description?: string };

function lineOf(work: Work, made: Made, vat: { vatCategory: string; vatRate: string }) {
  if (!Array.isArray(work)) return { name: work.name, description: work.description ?? null, quantity: work.quantity ?? "1", unitPrice: work.price, ...vat };
  const [key, quantity] = work;
  const { name, unit, unitPrice } = serviceOf(key);
  return { itemId: made(`service.${key}`), name, unit, unitPrice, quantity, ...vat };
}
const home = { vatCategory: "S", vatRate: "23" };

type Bill = {
  key: string; customer: CustomerKey; title: string; work: Work[];
  /** Days from today; absent: it stays a draft. Bills stand in the order of their issue dates. */
  issued?: number;
  order?: string; abroad?: true;
  then?: "void" | "credit_last_line";
};

const bills: Bill[] = [
  { key: "counter", customer: "dental", title: "Reception counter", issued: -75, work: [{ name: "Reception counter, oak and linoleum", price: "2340.00" }, ["fitting", "6"]] },
  { key: "taproom", customer: "quay", title: "Tap room benches", issued: -60, work: [["bench", "34"], { name: "Ash benches, 2.4 m", price: "415.00", quantity: "6" }, ["delivery", "1"]] },
  { key: "shelves", customer: "bookshop", title: "Shelves, ground floor", issued: -52, work: [["shelving", "38"], ["fitting", "14"]] },
  { key: "model", customer: "fenwick", title: "Model room", issued: -45, order: "FSA-2210", work: [["survey", "1"], { name: "Model table, birch", price: "1480.00" }, ["delivery", "1"]] },
  { key: "doors", customer: "hotel", title: "Bedroom doors, first floor", issued: -40, work: [["door", "7"], ["fitting", "21"], ["delivery", "1"]] },
  { key: "bar", customer: "quay", title: "Bar repair", issued: -33, work: [["bench", "12"], ["fitting", "8"], { name: "Brass foot rail", price: "236.00" }], then: "credit_last_line" },
  { key: "cases", customer: "museum", title: "Display cases", issued: -26, order: "EK-4471", abroad: true, work: [{ name: "Display case, oak, 1.2 m", price: "1190.00", quantity: "3" }, { name: "Carriage to Uferwald", price: "420.00" }] },
  { key: "wrong", customer: "dental", title: "Cabinet, surgery 2", issued: -21, work: [{ name: "Wall cabinet, birch", price: "860.00" }], then: "void" },
  { key: "counter2", customer: "bookshop", title: "Till counter", issued: -12, work: [{ name: "Till counter with drawers", price: "1325.00" }, ["fitting", "5"]] },
  { key: "cellar", customer: "quay", title: "Cellar racking", issued: -9, work: [["bench", "18"], { name: "Larch racking", price: "78.50", quantity: "11" }] },
  { key: "library", customer: "fenwick", title: "Sample library", issued: -5, order: "FSA-2237", work: [["shelving", "12"], ["bench", "16"], ["delivery", "1"]] },
  { key: "cabinet", customer: "dental", title: "Cabinet, surgery 2", issued: -3, work: [{ name: "Wall cabinet, birch", price: "790.00" }] },
  { key: "draft", customer: "hotel", title: "Bedroom doors, second floor", work: [["door", "9"], ["fitting", "24"]] },
];

/** Money that came: days from today, and how much of what the invoice asks for. */
const receipts: { bill: string; day: number; pays: "all" | "part" | "too_much"; method: "transfer" | "card" }[] = [
  { bill: "counter", day: -63, pays: "all", method: "transfer" },
  { bill: "taproom", day: -38, pays: "all", method: "transfer" },
  { bill: "shelves", day: -30, pays: "part", method: "transfer" },
  { bill: "doors", day: -20, pays: "all", method: "transfer" },
  { bill: "bar", day: -11, pays: "too_much", method: "transfer" },
  { bill: "cabinet", day: -1, pays: "all", method: "card" },
];

async function bill(scope: Scope, one: Bill, made: Made, today: CivilDate): Promise<string> {
  const vat = one.abroad ? { vatCategory: "K", vatRate: "0" } : home;
  const draft = await scope.transaction((tx) => draftInvoice(tx, NewInvoice.parse({
    companyId: made("company"), customerId: made(`customer.${one.customer}`), currency: "EUR", title: one.title, purchaseOrder: one.order ?? null,
    deliveryDate: one.issued === undefined ? null : addDays(today, one.issued - 1), lines: one.work.map((work) => lineOf(work, made, vat)),
  }), {}));
  if (one.issued === undefined) return draft.id;
  await issueInvoice(scope, draft.id, { issueDate: addDays(today, one.issued) });
  if (one.then === "void") await voidInvoice(scope, draft.id, "Wrong price: written again as the next invoice");
  // The foot rail was never delivered, and is taken back two weeks later.
  if (one.then === "credit_last_line") await issueCreditNote(scope, draft.id, { lines: [{ lineId: (await scope.transaction((tx) => listLines(tx, draft.id))).at(-1)!.id, quantity: "1" }], reason: "Foot rail not delivered", issueDate: addDays(today, one.issued + 14) });
  return draft.id;
}

const billSteps = bills.map((one): Step => ({ name: `invoice.${one.key}`, run: (scope, made, today) => bill(scope, one, made, today) }));

const receiptSteps = receipts.map((one): Step => ({
  name: `payment.${one.bill}`,
  async run(scope, made, today) {
    const invoice = (await scope.transaction((tx) => findInvoice(tx, made(`invoice.${one.bill}`))))!;
    // Half, down to whole euros, and for the customer who rounded up 12.40 on top.
    const minor = one.pays === "all" ? invoice.open_minor : one.pays === "part" ? (invoice.open_minor / 200n) * 100n : invoice.open_minor + 1240n;
    const payment = await recordPayment(scope, NewPayment.parse({
      companyId: made("company"), customerId: invoice.customer_id, receivedOn: addDays(today, one.day), currency: invoice.currency, method: one.method, reference: invoice.number,
      amount: formatAmount(money(minor, invoice.currency)), allocations: [{ invoiceId: invoice.id, amount: formatAmount(money(minor < invoice.open_minor ? minor : invoice.open_minor, invoice.currency)) }],
    }));
    return payment.id;
  },
}));

type Offered = { key: string; customer: CustomerKey; title: string; validIn: number; letter: string; work: Work[]; choice?: { title: string; options: Work[] }; extra?: Work[]; until: "draft" | "sent" | "viewed" | "accepted" | "declined" };
const offers: Offered[] = [
  { key: "bar", customer: "hotel", title: "Library bar and reading room", validIn: 1, until: "viewed", letter: "We propose a bar and back-bar for the library, made in our workshop and fitted in **one week**.",
    work: [["survey", "1"], { name: "Bar and back-bar, 4.2 m", price: "8900.00" }, ["fitting", "40"]],
    choice: { title: "Timber", options: [{ name: "European oak, oiled", price: "1260.00" }, { name: "Smoked oak", price: "2140.00" }, { name: "Ash", price: "0.00" }] }, extra: [{ name: "Brass foot rail", price: "680.00" }] },
  { key: "reading", customer: "bookshop", title: "Reading room, first floor", validIn: 12, until: "accepted", letter: "Shelves to the ceiling on three walls, with a ladder.",
    work: [["shelving", "46"], ["fitting", "18"]], extra: [{ name: "Library ladder, ash", price: "540.00" }] },
  { key: "treatment", customer: "dental", title: "Treatment room 3", validIn: 20, until: "sent", letter: "Wall units and a worktop, as in rooms 1 and 2.", work: [{ name: "Wall units, birch", price: "2480.00" }, { name: "Worktop, solid surface", price: "910.00" }, ["fitting", "12"]] },
  { key: "stand", customer: "museum", title: "Visitor desk", validIn: 9, until: "declined", letter: "A desk for two people, one half at wheelchair height.", work: [{ name: "Visitor desk, oak", price: "3650.00" }] },
  { key: "terrace", customer: "quay", title: "Terrace tables", validIn: 30, until: "draft", letter: "Twelve tables for outside, larch.", work: [{ name: "Terrace table, larch", price: "310.00", quantity: "12" }, ["delivery", "1"]] },
];

async function offer(scope: Scope, one: Offered, made: Made, today: CivilDate): Promise<string> {
  const groupId = randomUUID();
  const proposal = await createProposal(scope, NewProposal.parse({
    companyId: made("company"), customerId: made(`customer.${one.customer}`), title: one.title, currency: "EUR", validUntil: addDays(today, one.validIn), sections: [{ title: null, text: one.letter }],
    groups: one.choice ? [{ id: groupId, title: one.choice.title }] : [],
    lines: [
      ...one.work.map((work) => lineOf(work, made, home)),
      ...(one.choice?.options ?? []).map((work, index) => ({ ...lineOf(work, made, home), groupId, preselected: index === 0 })),
      ...(one.extra ?? []).map((work) => ({ ...lineOf(work, made, home), optional: true })),
    ],
    schedule: [{ label: "On acceptance", percent: "40" }, { label: "When it is fitted", percent: "60" }],
  }));
  if (one.until === "draft") return proposal.id;
  const { linkId } = await sendProposal(scope, proposal.id, {});
  if (one.until === "sent") return proposal.id;
  await scope.transaction(async (tx) => {
    const link = (await findLink(tx, linkId))!;
    await recordView(scope, link);
    const { version } = await shownBy(scope, link);
    const answer = { hash: version.shown_hash.toString("hex"), name: `${customerOf(one.customer).name}, purchasing` };
    const preselected = version.shown.lines.filter((line) => line.preselected || line.optional).map((line) => ({ lineId: line.id }));
    if (one.until === "viewed") { await recordView(scope, link); await recordView(scope, link); }
    if (one.until === "accepted") await acceptProposal(scope, link, { ...answer, selection: preselected, email: null, consent: true, consentVersion: version.shown.consent.version });
    if (one.until === "declined") await declineProposal(scope, link, { ...answer, reason: "Our budget was cut this year." });
  });
  return proposal.id;
}

const offerSteps = offers.map((one): Step => ({ name: `proposal.${one.key}`, run: (scope, made, today) => offer(scope, one, made, today) }));

export const billingSteps: Step[] = [...offerSteps, ...billSteps, ...receiptSteps];
