/** Judges an e-invoice by our own rules; in the child, since the file is anybody's. A PDF is judged by the XML that it carries. */

import { flatInvoice, judge, readInvoiceFile, XmlError, type RuleSet } from "@counterfoil/einvoice";
import type { JudgedDocument } from "./answers.ts";
import type { JudgeJob } from "./frames.ts";
import { CannotRead } from "./limits.ts";
import { xmlLimits, xmlRefusal } from "./read-document.ts";
import { sniff } from "./sniff.ts";

const MOST_FINDINGS = 500;

/** Throws CannotRead: for files that are no e-invoice, damaged, or an attack. */
export async function judgeDocument(bytes: Uint8Array, job: JudgeJob): Promise<JudgedDocument> {
  const { kind, offset } = sniff(bytes);
  if (kind !== "xml" && kind !== "pdf") throw new CannotRead("xml_not_invoice", "A picture carries no e-invoice.");
  try {
    const { invoice, xml, container } = await readInvoiceFile(kind === "pdf" ? bytes.subarray(offset) : bytes, xmlLimits(job.limits));
    const verdict = judge(xml, job.rules ? { rules: job.rules as RuleSet[] } : {});
    const { invoiceNumber, issueDate, supplier, customer, currency, grossTotal, amountDue } = flatInvoice(invoice);
    const short = (text: string | null | undefined) => text?.replaceAll("\0", "").slice(0, 300) ?? null;
    return {
      container, syntax: verdict.syntax, profile: verdict.profile.slice(0, 300), engine: verdict.engine.slice(0, 400), rules: verdict.rules, more: Math.max(0, verdict.findings.length - MOST_FINDINGS),
      findings: verdict.findings.slice(0, MOST_FINDINGS).map(({ rule, severity, count, path, line, text }) => ({ rule, severity, count, line, path: short(path)!, text: text.replaceAll("\0", "").slice(0, 1000) })),
      says: { number: short(invoiceNumber), issueDate: short(issueDate), seller: short(supplier?.name), buyer: short(customer?.name), currency: short(currency), total: short(grossTotal ?? amountDue) },
    };
  } catch (error) {
    throw error instanceof XmlError ? xmlRefusal(error) : error;
  }
}
