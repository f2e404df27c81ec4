// What a document's values mean beside everything else on file: supplier, changed bank account, likely duplicate, open questions.
import type { Tx } from "../workspaces/index.ts";
import { flatOf, severalIn, type Current } from "./current.ts";
import { questionsOf } from "./policy.ts";
import { approvedIbans, findTwin, flatColumns, type ReceivedRow, type Settable, type Twin } from "./queries.ts";
import { recogniseSupplier } from "./suppliers.ts";

/** The part of a row that assessing looks at. */
export type AssessedRow = Pick<ReceivedRow, "id" | "company_id" | "review_state" | "approval_state" | "hold_code" | "cleared_duplicates" | "bank_confirmed_iban" | "flags">;

/**
 * The columns that follow from a document's current values: those of lists, its supplier if on file, whether it seems to
 * be here already, whether the supplier's account changed (which puts it on hold), and what is left to answer.
 */
export async function assess(tx: Tx, row: AssessedRow, current: Current, findings: readonly string[] = row.flags): Promise<Settable> {
  const flat = flatOf(current);
  const supplier = await recogniseSupplier(tx, row.company_id, current.fields);
  const twin = await findTwin(tx, row.id, row.company_id, flat, supplier?.id ?? null, row.cleared_duplicates);
  const duplicateReason = twin ? twinReason(twin) : null;
  const bankDoubt = supplier && flat.supplierIban && flat.supplierIban !== row.bank_confirmed_iban ? await doubtAccount(tx, row.id, supplier, flat.supplierIban) : null;
  const questions = questionsOf({ fields: current.fields, lines: current.lines, taxes: current.taxes, allowances: current.allowances, charges: current.charges, absent: current.absent, bankChanged: bankDoubt, duplicate: duplicateReason, severalDocuments: severalIn(current, findings) });
  const flags = new Set(findings.filter((flag) => flag !== "bank_changed" && flag !== "sums_differ"));
  if (bankDoubt) flags.add("bank_changed");
  if (current.proof === "contradictory") flags.add("sums_differ");
  return {
    ...flatColumns(flat),
    proof: current.proof,
    supplier_id: supplier?.id ?? null,
    duplicate_of: twin?.id ?? null,
    duplicate_reason: duplicateReason,
    ...(row.review_state === "to_review" || row.review_state === "duplicate" ? { review_state: twin ? "duplicate" as const : "to_review" as const } : {}),
    bank_doubt: bankDoubt,
    ...holdFor(row, bankDoubt, tx.scope.now()),
    to_check: questions.slice(0, 50).map((question) => question.path),
    blocking: questions.filter((question) => question.blocking).length,
    flags: [...flags],
  };
}

/** A changed account holds the payment; an account that is right after all lets go of that hold, but of no other. */
function holdFor(row: AssessedRow, bankDoubt: string | null, now: Date): Settable {
  if (bankDoubt && row.approval_state === "to_approve") return { approval_state: "on_hold", hold_code: "bank_changed", hold_note: bankDoubt, held_at: now };
  if (!bankDoubt && row.approval_state === "on_hold" && row.hold_code === "bank_changed") return { approval_state: "to_approve", hold_code: null, hold_note: null, held_at: null };
  return {};
}

function twinReason(twin: Twin): string {
  const who = [twin.invoice_number, twin.supplier_name && `from ${twin.supplier_name}`].filter(Boolean).join(" ") || "A document like this";
  return twin.same_number ? `${who} is already here. Compare the two.` : `${who} has the same amount and date. Compare the two.`;
}

/** The sentence when an account is none of those the supplier used before; null when it is known, or none is. */
async function doubtAccount(tx: Tx, id: string, supplier: { id: string; ibans: string[] }, iban: string): Promise<string | null> {
  const used = await approvedIbans(tx, supplier.id, id);
  const known = new Set([...supplier.ibans, ...used.map((one) => one.iban)]);
  if (known.size === 0 || known.has(iban)) return null;
  const end = (account: string) => account.slice(-4);
  const latest = used[0];
  return latest
    ? `The account ends in ${end(iban)}; ${latest.documents === 1 ? "the invoice before ended" : `the ${latest.documents} invoices before ended`} in ${end(latest.iban)}.`
    : `The account ends in ${end(iban)}; the one on file ends in ${end([...known][0]!)}.`;
}
