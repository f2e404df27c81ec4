import { describe, expect, test } from "vitest";
import { anApp, signedIn, testServices, type Client } from "../../test/builders.ts";

// S4: every (state, command) pair gives the listed state or a typed refusal; there is no third outcome.
const commands = ["save", "discard", "issue", "send", "void", "credit", "pay", "write_off"] as const;
const table: Record<string, Record<(typeof commands)[number], string>> = {
  draft: { save: "draft", discard: "gone", issue: "issued unpaid", send: "invoice_not_issued", void: "invoice_not_issued", credit: "invoice_not_issued", pay: "invoice_not_issued", write_off: "invoice_not_issued" },
  issued: { save: "invoice_already_issued", discard: "invoice_already_issued", issue: "invoice_already_issued", send: "issued unpaid", void: "void", credit: "credited credited", pay: "issued part_paid", write_off: "issued written_off" },
  part_paid: { save: "invoice_already_issued", discard: "invoice_already_issued", issue: "invoice_already_issued", send: "issued part_paid", void: "invoice_settled", credit: "credited paid", pay: "issued part_paid", write_off: "issued written_off" },
  paid: { save: "invoice_already_issued", discard: "invoice_already_issued", issue: "invoice_already_issued", send: "issued paid", void: "invoice_settled", credit: "credited paid", pay: "amount_exceeds_open", write_off: "nothing_open" },
  credited: { save: "invoice_already_issued", discard: "invoice_already_issued", issue: "invoice_already_issued", send: "credited credited", void: "invoice_settled", credit: "nothing_to_credit", pay: "amount_exceeds_open", write_off: "nothing_open" },
  void: { save: "invoice_already_issued", discard: "invoice_already_issued", issue: "invoice_already_issued", send: "invoice_void", void: "invoice_void", credit: "invoice_void", pay: "invoice_void", write_off: "invoice_void" },
};

describe("V2.3.1 S4 invoice states and commands", () => {
  const services = testServices();
  const holder = anApp(services);

  test("every state answers every command as the table says", async () => {
    const owner: Client = await signedIn(holder.app);
    const { body: company } = await owner.call("POST", "/api/companies", { name: "Tidewater", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" });
    const { body: customer } = await owner.call("POST", "/api/customers", { companyId: company.id, name: "Quay" });
    const draft = { customerId: customer.id, currency: "EUR", lines: [{ name: "Bar", unitPrice: "100", vatCategory: "Z" }] };
    const pay = (id: string, amount: string) => owner.call("POST", "/api/payments", { companyId: company.id, customerId: customer.id, receivedOn: company.today, amount, currency: "EUR", allocations: [{ invoiceId: id, amount }] });
    const act = (command: string, id: string, version: number) => {
      switch (command) {
        case "save": return owner.call("PUT", `/api/invoices/${id}`, { ...draft, version });
        case "discard": return owner.call("DELETE", `/api/invoices/${id}`);
        case "issue": return owner.call("POST", `/api/invoices/${id}/issue`, {});
        case "send": return owner.call("POST", `/api/invoices/${id}/send`, { to: "ap@quay.example" });
        case "void": return owner.call("POST", `/api/invoices/${id}/void`, { reason: "r" });
        case "credit": return owner.call("POST", `/api/invoices/${id}/credit-notes`, { lines: "all", reason: "r" });
        case "pay": return pay(id, "10.00");
        default: return owner.call("POST", `/api/invoices/${id}/write-off`, { kind: "other", reason: "r" });
      }
    };
    const into = async (state: string): Promise<{ id: string; version: number }> => {
      const { body } = await owner.call("POST", "/api/invoices", { companyId: company.id, ...draft });
      if (state !== "draft") await act("issue", body.id, 1);
      if (state === "part_paid") await pay(body.id, "40.00");
      if (state === "paid") await pay(body.id, "100.00");
      if (state === "credited" || state === "void") await act(state === "void" ? "void" : "credit", body.id, 1);
      return body;
    };
    for (const [state, row] of Object.entries(table)) {
      for (const command of commands) {
        const { id, version } = await into(state);
        const answer = await act(command, id, version);
        const after = await owner.call("GET", `/api/invoices/${id}`);
        const seen = answer.status >= 400 ? answer.body.code : after.status === 404 ? "gone" : [after.body.document, after.body.settlement].filter(Boolean).join(" ");
        expect(seen, `${command} on ${state}`).toBe(row[command]);
      }
    }
  });
});
