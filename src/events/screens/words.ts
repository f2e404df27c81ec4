import type { EventView } from "../contract.ts";

/** What can be filtered by: the noun before the dot of an action. */
export const nouns: readonly { value: string; label: string }[] = [
  { value: "received_invoice", label: "Received invoices" }, { value: "invoice", label: "Invoices" }, { value: "credit", label: "Credit" }, { value: "proposal", label: "Proposals" },
  { value: "payment", label: "Payments" }, { value: "customer", label: "Customers" }, { value: "supplier", label: "Suppliers" }, { value: "item", label: "Services" }, { value: "delivery", label: "Mail" },
  { value: "export", label: "Exports" }, { value: "company", label: "Companies" }, { value: "series", label: "Number series" }, { value: "team", label: "Team" }, { value: "key", label: "API keys" },
  { value: "workspace", label: "Workspace" }, { value: "events", label: "This log" },
];

/** "received_invoice.bank_confirmed" as people say it: "Received invoice bank confirmed". */
export function actionWords(action: string): string {
  const text = action.replace(/[._]/g, " ").replace(/\bkey\b/, "API key").replace(/^events /, "activity log ").trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What was turned away or went wrong stands in red. */
export const isRefusal = (action: string): boolean => /(\.|_)(refused|failed)$|^sign_in\.failed/.test(action);

/** Where the thing that an event is about can be looked at; null when it has no page. */
export function placeOf({ subject, action }: EventView): string | null {
  if (!subject.id) return null;
  if (subject.kind === "received_invoice") return `/inbox/${subject.id}`;
  if (subject.kind === "invoice" || subject.kind === "credit_note") return `/invoices/${subject.id}`;
  if (subject.kind === "proposal" || subject.kind === "payment" || subject.kind === "export") return `/${subject.kind}s/${subject.id}`;
  if (subject.kind === "party") return `/${action.startsWith("supplier") ? "suppliers" : "customers"}/${subject.id}`;
  return { company: "/settings/company", series: "/settings/numbering", api_key: "/settings/api-keys", invitation: "/team", person: "/team" }[subject.kind ?? ""] ?? null;
}

/** "ibanBefore" as a label: "Iban before". */
export function labelWords(key: string): string {
  const text = key.replace(/_/g, " ").replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase().replace(/\b(iban|id|ids|sha256|vat)\b/g, (word) => word.toUpperCase());
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A value of an event's details on one line. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.map(valueWords).join(", ");
  if (typeof value === "object") return Object.entries(value).map(([key, part]) => `${labelWords(key)} ${valueWords(part)}`).join(", ");
  return String(value);
}
