import { parseAmount } from "@counterfoil/money";
import { encode } from "uqr";

/** What a banking app needs for a SEPA credit transfer. */
export type EpcTransfer = { payee: string; iban: string; bic?: string; /** Decimal text in euros. */ amount: string; /** Unstructured remittance text or an RF creditor reference. */ reference: string };

/**
 * Text of an EPC QR code (EPC069-12, version 002, UTF-8). The name is cut at 70 characters and the text at 140, as the
 * guideline allows no more. Throws RangeError when the amount is outside 0.01 to 999,999,999.99 euros, or when name or IBAN
 * cannot be used: such a code would be refused by every banking app.
 */
export function epcPayload(transfer: EpcTransfer): string {
  const amount = parseAmount(transfer.amount, "EUR");
  if (amount.minor < 1n || amount.minor > 99_999_999_999n) throw new RangeError(`A payment code can carry 0.01 to 999,999,999.99 euros, not ${transfer.amount}.`);
  const iban = transfer.iban.replace(/\s/g, "").toUpperCase();
  if (!isIban(iban)) throw new RangeError(`“${transfer.iban}” is not a valid IBAN.`);
  const payee = oneLine(transfer.payee, 70);
  if (payee === "") throw new RangeError("A payment code needs the payee's name.");
  const reference = oneLine(transfer.reference, 140);
  const structured = /^RF\d{2}[A-Z0-9]{1,21}$/.test(reference.replace(/\s/g, "").toUpperCase());
  const money = `EUR${amount.minor / 100n}.${String(amount.minor % 100n).padStart(2, "0")}`;
  const lines = ["BCD", "002", "1", "SCT", (transfer.bic ?? "").replace(/\s/g, "").toUpperCase(), payee, iban, money, "",
    structured ? reference.replace(/\s/g, "").toUpperCase() : "", structured ? "" : reference];
  return lines.join("\n").replace(/\n+$/, "");
}

/** A QR code as horizontal runs of dark modules, [x, y, length] in modules from the top left. No quiet zone: the paper leaves more than 4 modules. */
export type QrCode = { size: number; runs: [number, number, number][] };

/** Error correction M, as EPC069-12 prescribes. One rectangle per run prints without seams and needs a quarter of the objects. */
export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: "M", boostEcc: false, border: 0 });
  const runs: QrCode["runs"] = [];
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (x < size && row[x]) x += 1;
      runs.push([start, y, x - start]);
    }
  }
  return { size, runs };
}

/** ISO 13616: letters become numbers, the first four characters go last, and the rest by 97 is 1. */
function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((letter) => parseInt(letter, 36).toString()).join("");
  return BigInt(digits) % 97n === 1n;
}

function oneLine(text: string, longest: number): string {
  return [...text.replace(/\s+/g, " ").trim()].slice(0, longest).join("");
}
