/**
 * What of e-invoices the child needs, by name: loading the whole package would also load what checks JSON from outside,
 * and the child may open few files. It is imported when the first e-invoice is met.
 */
export { extractXmlFromPdf, readXmlInvoice } from "@counterfoil/einvoice";
