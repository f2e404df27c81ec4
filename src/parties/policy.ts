import { declareRefusals } from "../platform/refusal.ts";
import type { EinvoiceFormat } from "./contract.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  party_number_taken: [409, "{name} has this number already. Choose another."],
  party_archived: [409, "{name} is archived. Bring them back first."],
});

/** What goes to a customer, in the order in which it is offered. */
export const einvoiceFormatOptions: { value: EinvoiceFormat; label: string }[] = [
  { value: "auto", label: "PDF with the e-invoice inside, where the data allow it" }, { value: "none", label: "PDF alone" }, { value: "facturx", label: "Factur-X: PDF with the e-invoice inside" },
  { value: "xrechnung", label: "XRechnung: XML beside the PDF" }, { value: "peppol", label: "Peppol BIS 3: XML beside the PDF" },
];
