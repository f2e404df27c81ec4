import { formatDate } from "@counterfoil/calendar";
import { formatMoney, parseAmount } from "@counterfoil/money";
import type { z } from "zod";
import { deliverByMail, type Attachment } from "../deliveries/index.ts";
import { recordEvent } from "../events/index.ts";
import { common } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { SendInvoice } from "./contract.ts";
import { lockInvoice, type InvoiceRow } from "./queries.ts";
import { refuse } from "./policy.ts";
import type { InvoiceSnapshot } from "./snapshot.ts";

/** Mails an issued document with its PDF. While that is being made the mail waits and leaves by itself. */
export function sendInvoice(scope: Scope, id: string, input: z.infer<typeof SendInvoice>): Promise<InvoiceRow> {
  return scope.transaction(async (tx) => {
    const invoice = await lockInvoice(tx, id);
    if (!invoice) throw common.refuse("not_found");
    if (!invoice.issued_at) throw refuse("invoice_not_issued");
    if (invoice.voided_at) throw refuse("invoice_void", { number: invoice.number! });
    await sendLater(tx, invoice, input);
    return invoice;
  });
}

/** As `sendInvoice`, for a caller who holds the document already. */
export async function sendLater(tx: Tx, invoice: InvoiceRow, input: z.infer<typeof SendInvoice>): Promise<void> {
  const of = invoice.snapshot!;
  const usual = usualMail(of);
  await deliverByMail(tx, {
    companyId: invoice.company_id, subject: { kind: "invoice", id: invoice.id },
    mail: {
      kind: invoice.kind, to: input.to, toName: input.toName || undefined, fromName: of.seller.brand, replyTo: of.seller.email ?? undefined,
      subject: input.subject || usual.subject, text: input.message || usual.text,
    },
    attachments: invoice.pdf_file_id && (invoice.xml_file_id || !of.einvoice || of.einvoice.form === "facturx") ? attachmentsOf(invoice) : null,
  });
  recordEvent(tx, { action: "invoice.sent", summary: `Sent ${invoice.number} to ${input.to}`, subjectKind: "invoice", subjectId: invoice.id, companyId: invoice.company_id, details: { to: input.to } });
}

/** PDF, and the e-invoice that stands alone, as they hang on a mail. */
export const attachmentsOf = (invoice: Pick<InvoiceRow, "pdf_file_id" | "xml_file_id" | "number">): Attachment[] => [
  { fileId: invoice.pdf_file_id!, name: fileName(invoice.number!, "pdf"), mediaType: "application/pdf" },
  ...(invoice.xml_file_id ? [{ fileId: invoice.xml_file_id, name: fileName(invoice.number!, "xml"), mediaType: "application/xml" }] : []),
];
export const fileName = (number: string, ending: "pdf" | "xml"): string => `${number.replace(/[^\p{L}\p{N}._-]+/gu, "-")}.${ending}`;

// Subject and text in the document's language: {number}, {seller}, {amount}, {due}, {original}.
const mails: Record<string, { invoice: readonly [string, string]; credit_note: readonly [string, string] }> = {
  en: { invoice: ["Invoice {number} from {seller}", "Hello,\n\nattached is invoice {number} over {amount}, due {due}.\n\nKind regards\n{seller}\n"], credit_note: ["Credit note {number} from {seller}", "Hello,\n\nattached is credit note {number} over {amount} for invoice {original}.\n\nKind regards\n{seller}\n"] },
  de: { invoice: ["Rechnung {number} von {seller}", "Guten Tag,\n\nanbei die Rechnung {number} über {amount}, fällig am {due}.\n\nMit freundlichen Grüßen\n{seller}\n"], credit_note: ["Rechnungskorrektur {number} von {seller}", "Guten Tag,\n\nanbei die Rechnungskorrektur {number} über {amount} zur Rechnung {original}.\n\nMit freundlichen Grüßen\n{seller}\n"] },
  fr: { invoice: ["Facture {number} de {seller}", "Bonjour,\n\nveuillez trouver ci-joint la facture {number} de {amount}, à régler avant le {due}.\n\nCordialement\n{seller}\n"], credit_note: ["Avoir {number} de {seller}", "Bonjour,\n\nveuillez trouver ci-joint l’avoir {number} de {amount} sur la facture {original}.\n\nCordialement\n{seller}\n"] },
  es: { invoice: ["Factura {number} de {seller}", "Buenos días:\n\nAdjuntamos la factura {number} por {amount}, con vencimiento el {due}.\n\nUn saludo\n{seller}\n"], credit_note: ["Factura rectificativa {number} de {seller}", "Buenos días:\n\nAdjuntamos la factura rectificativa {number} por {amount} de la factura {original}.\n\nUn saludo\n{seller}\n"] },
  it: { invoice: ["Fattura {number} di {seller}", "Buongiorno,\n\nin allegato la fattura {number} di {amount}, con scadenza il {due}.\n\nCordiali saluti\n{seller}\n"], credit_note: ["Nota di credito {number} di {seller}", "Buongiorno,\n\nin allegato la nota di credito {number} di {amount} per la fattura {original}.\n\nCordiali saluti\n{seller}\n"] },
  nl: { invoice: ["Factuur {number} van {seller}", "Beste,\n\nbijgaand factuur {number} over {amount}, te betalen voor {due}.\n\nMet vriendelijke groet\n{seller}\n"], credit_note: ["Creditfactuur {number} van {seller}", "Beste,\n\nbijgaand creditfactuur {number} over {amount} bij factuur {original}.\n\nMet vriendelijke groet\n{seller}\n"] },
};

function usualMail(of: InvoiceSnapshot): { subject: string; text: string } {
  const [subject, text] = (mails[of.locale.split("-")[0]!] ?? mails["en"]!)[of.kind];
  const values: Record<string, string> = {
    number: of.number ?? "", seller: of.seller.brand, amount: formatMoney(parseAmount(of.totals.grossTotal, of.currency), of.locale),
    due: of.dueDate ? formatDate(of.dueDate, of.locale, "long") : "", original: of.credits?.number ?? "",
  };
  const fill = (template: string) => template.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? "");
  return { subject: fill(subject), text: fill(text) };
}
