import { readStored, storeBytes } from "../companies/index.ts";
import { releaseWaiting } from "../deliveries/index.ts";
import { recordEvent, recordView } from "../events/index.ts";
import { common } from "../platform/refusal.ts";
import type { Scope } from "../workspaces/index.ts";
import { previewSnapshot } from "./issue.ts";
import { refuse } from "./policy.ts";
import { printInvoice } from "./print.ts";
import { findInvoice, lockInvoice, setPdf, setXml } from "./queries.ts";
import { formNames, xmlOf } from "./semantic.ts";
import { attachmentsOf, fileName } from "./send.ts";

/**
 * Makes the PDF of an issued document from its snapshot, and its e-invoice where that stands alone, and stores them, sealed,
 * with their SHA-256; later calls find them. Mails
 * that waited for it leave in the same transaction. Safe to run twice, and at once.
 */
export async function renderInvoice(scope: Scope, id: string): Promise<void> {
  const seen = await scope.transaction((tx) => findInvoice(tx, id));
  if (!seen) throw common.refuse("not_found");
  if (!seen.issued_at) return;
  const { einvoice, seller } = seen.snapshot!;
  const pdf = seen.pdf_file_id ? null : await printInvoice(seen.snapshot!, await logoOf(scope, seller.logoFileId));
  const xml = seen.xml_file_id || !einvoice || einvoice.form === "facturx" ? null : xmlOf(einvoice.invoice, einvoice.form);
  await scope.transaction(async (tx) => {
    const row = (await lockInvoice(tx, id))!;
    let fileId = row.pdf_file_id;
    if (fileId === null && pdf) {
      const file = await storeBytes(tx, row.company_id, pdf, "application/pdf");
      await setPdf(tx, id, (fileId = file.id), file.sha256);
      recordEvent(tx, { action: "invoice.rendered", summary: `Made the PDF of ${row.number}`, subjectKind: "invoice", subjectId: id, companyId: row.company_id, details: { sha256: file.sha256.toString("hex") } });
    }
    let xmlFileId = row.xml_file_id;
    if (xmlFileId === null && xml) {
      const file = await storeBytes(tx, row.company_id, xml, "application/xml");
      await setXml(tx, id, (xmlFileId = file.id), file.sha256);
      recordEvent(tx, { action: "invoice.written", summary: `Wrote ${row.number} as ${formNames[einvoice!.form]}`, subjectKind: "invoice", subjectId: id, companyId: row.company_id, details: { sha256: file.sha256.toString("hex") } });
    }
    await releaseWaiting(tx, id, attachmentsOf({ pdf_file_id: fileId, xml_file_id: xmlFileId, number: row.number }));
  });
}

/** The PDF of a document: of an issued one the stored bytes, of a draft what it would look like now. */
export async function readPdf(scope: Scope, id: string): Promise<{ bytes: Uint8Array; name: string }> {
  const row = await scope.transaction((tx) => findInvoice(tx, id));
  if (!row) throw common.refuse("not_found");
  if (!row.issued_at) {
    const snapshot = await scope.transaction(async (tx) => {
      await recordView(tx, { action: "invoice.viewed", summary: "Looked at a draft invoice as PDF", subjectKind: "invoice", subjectId: id, companyId: row.company_id });
      return previewSnapshot(tx, row);
    });
    return { bytes: await printInvoice(snapshot, await logoOf(scope, snapshot.seller.logoFileId)), name: "draft.pdf" };
  }
  if (!row.pdf_file_id) await renderInvoice(scope, id);
  const issued = await scope.transaction(async (tx) => {
    recordEvent(tx, { action: "invoice.downloaded", summary: `Opened the PDF of ${row.number}`, subjectKind: "invoice", subjectId: id, companyId: row.company_id });
    return (await findInvoice(tx, id))!;
  });
  return { bytes: (await readStored(scope, issued.pdf_file_id!)).bytes, name: fileName(row.number!, "pdf") };
}

/** The e-invoice of an issued document, as XML: the one that was stored, or the one inside its PDF. Refuses einvoice_absent. */
export async function readXml(scope: Scope, id: string): Promise<{ bytes: Uint8Array; name: string }> {
  let row = await scope.transaction((tx) => findInvoice(tx, id));
  if (!row) throw common.refuse("not_found");
  if (!row.issued_at) throw refuse("invoice_not_issued");
  const einvoice = row.snapshot!.einvoice;
  if (!einvoice) throw refuse("einvoice_absent", { number: row.number! });
  if (einvoice.form !== "facturx" && !row.xml_file_id) {
    await renderInvoice(scope, id);
    row = (await scope.transaction((tx) => findInvoice(tx, id)))!;
  }
  const bytes = einvoice.form === "facturx" ? xmlOf(einvoice.invoice, "facturx") : (await readStored(scope, row.xml_file_id!)).bytes;
  await scope.transaction(async (tx) => recordEvent(tx, { action: "invoice.downloaded", summary: `Opened the e-invoice of ${row.number}`, subjectKind: "invoice", subjectId: id, companyId: row.company_id }));
  return { bytes, name: fileName(row.number!, "xml") };
}

export const logoOf = async (scope: Scope, fileId: string | null): Promise<Buffer | null> => (fileId ? (await readStored(scope, fileId)).bytes : null);
