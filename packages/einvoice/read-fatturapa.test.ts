import { describe, expect, test } from "vitest";
import { checkTotals } from "./check.ts";
import { flatInvoice } from "./flat.ts";
import { readInvoiceFile } from "./read-file.ts";
import { readXmlInvoice } from "./read.ts";
import { writeCii } from "./write-cii.ts";
import { writeUbl } from "./write-ubl.ts";

const body = `<FatturaElettronicaBody>
  <DatiGenerali>
    <DatiGeneraliDocumento><TipoDocumento>TD01</TipoDocumento><Divisa>EUR</Divisa><Data>2026-03-02</Data><Numero>77/A</Numero>
      <DatiCassaPrevidenziale><TipoCassa>TC01</TipoCassa><AlCassa>4.00</AlCassa><ImportoContributoCassa>4.00</ImportoContributoCassa><ImponibileCassa>100.00</ImponibileCassa><AliquotaIVA>22.00</AliquotaIVA></DatiCassaPrevidenziale>
      <ImportoTotaleDocumento>165.28</ImportoTotaleDocumento><Causale>Consulenza &amp; disegni</Causale></DatiGeneraliDocumento>
    <DatiOrdineAcquisto><IdDocumento>OA-12</IdDocumento><CodiceCUP>CUP1</CodiceCUP><CodiceCIG>CIG1</CodiceCIG></DatiOrdineAcquisto>
    <DatiFattureCollegate><IdDocumento>70/A</IdDocumento><Data>2026-02-01</Data></DatiFattureCollegate>
  </DatiGenerali>
  <DatiBeniServizi>
    <DettaglioLinee><NumeroLinea>1</NumeroLinea><CodiceArticolo><CodiceTipo>EAN</CodiceTipo><CodiceValore>4012345000009</CodiceValore></CodiceArticolo><CodiceArticolo><CodiceTipo>INT</CodiceTipo><CodiceValore>S-1</CodiceValore></CodiceArticolo><Descrizione>Sedia</Descrizione><Quantita>2.00</Quantita><UnitaMisura>pz</UnitaMisura><PrezzoUnitario>62.50</PrezzoUnitario>
      <ScontoMaggiorazione><Tipo>SC</Tipo><Percentuale>20.00</Percentuale></ScontoMaggiorazione><PrezzoTotale>100.00</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee>
    <DettaglioLinee><NumeroLinea>2</NumeroLinea><Descrizione>Trasporto intracomunitario</Descrizione><PrezzoUnitario>38.40</PrezzoUnitario><PrezzoTotale>38.40</PrezzoTotale><AliquotaIVA>0.00</AliquotaIVA><Natura>N3.2</Natura></DettaglioLinee>
    <DatiRiepilogo><AliquotaIVA>22.00</AliquotaIVA><ImponibileImporto>104.00</ImponibileImporto><Imposta>22.88</Imposta></DatiRiepilogo>
    <DatiRiepilogo><AliquotaIVA>0.00</AliquotaIVA><Natura>N3.2</Natura><ImponibileImporto>38.40</ImponibileImporto><Imposta>0.00</Imposta><RiferimentoNormativo>Art. 41 DL 331/93</RiferimentoNormativo></DatiRiepilogo>
  </DatiBeniServizi>
  <DatiPagamento><CondizioniPagamento>TP02</CondizioniPagamento><DettaglioPagamento><ModalitaPagamento>MP05</ModalitaPagamento><DataScadenzaPagamento>2026-04-01</DataScadenzaPagamento><ImportoPagamento>165.28</ImportoPagamento><IBAN>IT60X0542811101000000123456</IBAN></DettaglioPagamento></DatiPagamento>
  <Allegati><NomeAttachment>ore.csv</NomeAttachment><FormatoAttachment>CSV</FormatoAttachment><Attachment>YSxi
Cg==</Attachment></Allegati>
</FatturaElettronicaBody>`;

const file = (bodies: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<p:FatturaElettronica xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2" versione="FPR12">
<FatturaElettronicaHeader>
  <DatiTrasmissione><CodiceDestinatario>ABC1234</CodiceDestinatario></DatiTrasmissione>
  <CedentePrestatore><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>01234567890</IdCodice></IdFiscaleIVA><CodiceFiscale>01234567890</CodiceFiscale><Anagrafica><Denominazione>Bottega Esempio S.r.l.</Denominazione></Anagrafica><RegimeFiscale>RF01</RegimeFiscale></DatiAnagrafici>
    <Sede><Indirizzo>Via Roma</Indirizzo><NumeroCivico>1</NumeroCivico><CAP>00100</CAP><Comune>Roma</Comune><Provincia>RM</Provincia><Nazione>IT</Nazione></Sede></CedentePrestatore>
  <CessionarioCommittente><DatiAnagrafici><CodiceFiscale>98765432109</CodiceFiscale><Anagrafica><Denominazione>Cliente Esempio S.p.A.</Denominazione></Anagrafica></DatiAnagrafici>
    <Sede><Indirizzo>Via Milano 2</Indirizzo><CAP>20100</CAP><Comune>Milano</Comune><Nazione>IT</Nazione></Sede></CessionarioCommittente>
</FatturaElettronicaHeader>${bodies}</p:FatturaElettronica>`);

describe("FatturaPA", () => {
  const { syntax, invoice, problems } = readXmlInvoice(file(body));
  test("is read as an invoice of the standard's terms", () => {
    expect([syntax, problems]).toEqual(["fatturapa", []]);
    expect(flatInvoice(invoice)).toEqual({
      documentType: "invoice", invoiceNumber: "77/A", issueDate: "2026-03-02", dueDate: "2026-04-01", purchaseOrder: "OA-12", currency: "EUR",
      supplier: { name: "Bottega Esempio S.r.l.", vatId: "IT01234567890", address: "Via Roma 1, 00100 Roma", iban: "IT60X0542811101000000123456" },
      customer: { name: "Cliente Esempio S.p.A.", vatId: null, address: "Via Milano 2, 20100 Milano" },
      lines: [{ description: "Sedia", quantity: "2", unitPrice: "62.5", netAmount: "100.00", taxRate: "22" }, { description: "Trasporto intracomunitario", quantity: "1", unitPrice: "38.4", netAmount: "38.40", taxRate: "0" }],
      netTotal: "142.40", taxTotal: "22.88", grossTotal: "165.28", amountDue: "165.28",
    });
    expect(invoice).toMatchObject({
      tenderReference: "CIG1", projectReference: "CUP1", buyerReference: "ABC1234", precedingInvoices: [{ number: "70/A", issueDate: "2026-02-01" }], buyer: { identifiers: [{ id: "98765432109", scheme: "0210" }] },
      charges: [{ amount: "4.00", percent: "4", reason: "Cassa previdenziale TC01", vatCategory: "S", vatRate: "22" }],
      vatBreakdown: [{ category: "S", rate: "22", base: "104.00", tax: "22.88" }, { category: "K", rate: "0", base: "38.40", tax: "0.00", exemptionReason: "N3.2 Art. 41 DL 331/93" }],
      supportingDocuments: [{ id: "ore.csv", attachment: { mimeType: "text/csv", base64: "YSxiCg==" } }],
    });
    expect(invoice.lines[0]).toMatchObject({ allowances: [{ amount: "25.00", reason: "Sconto" }], standardItemId: { id: "4012345000009", scheme: "0160" }, sellerItemId: "S-1" });
    expect(checkTotals(invoice).filter((check) => !check.holds)).toEqual([]);
  });
  test("becomes UBL and CII with the same terms", () => {
    for (const write of [writeUbl, writeCii]) expect(readXmlInvoice(write(invoice)).invoice).toEqual(invoice);
  });
  test("of several invoices in a file says so, and a signed envelope is told what to do", async () => {
    expect(readXmlInvoice(file(body + body)).problems).toEqual([expect.objectContaining({ code: "several_invoices" })]);
    const envelope = Uint8Array.from([0x30, 0x82, 0x10, 0x00, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02, 0xa0]);
    await expect(readInvoiceFile(envelope)).rejects.toThrow("signed envelope");
    await expect(readInvoiceFile(new TextEncoder().encode(Buffer.concat([envelope, Buffer.alloc(60)]).toString("base64")))).rejects.toThrow(/signed envelope/);
  });
});
