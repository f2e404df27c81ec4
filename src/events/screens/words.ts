import type { EventView } from "../contract.ts";

/** What can be filtered by, in this order: the noun before the dot of an action. Others follow by name. */
const nounWords: Readonly<Record<string, string>> = {
  received_invoice: "Received invoices", invoice: "Invoices", credit: "Credit", proposal: "Proposals", payment: "Payments", customer: "Customers", customers: "Customer lists", supplier: "Suppliers",
  item: "Services", items: "Service lists", delivery: "Mail", export: "Exports", company: "Companies", series: "Number series", access: "Sign-in", team: "Team", key: "API keys", sso: "Single sign-on",
  scim: "Directory", retention: "File retention", operator_access: "The operator", session: "Sessions", factors: "Second factors", workspace: "Workspace", alerts: "Alerts", events: "This log", sample_data: "Sample data",
};
const order = Object.keys(nounWords);

export const nounLabel = (noun: string): string => nounWords[noun] ?? sentence(noun.replace(/_/g, " "));

/** The nouns that this log has, with how many events, as the menu lists them. */
export const nounChoices = (counts: readonly { noun: string; events: number }[]): { noun: string; events: number }[] => {
  const rank = (noun: string) => (order.includes(noun) ? order.indexOf(noun) : order.length);
  return counts.toSorted((a, b) => rank(a.noun) - rank(b.noun) || a.noun.localeCompare(b.noun));
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "received_invoice.bank_confirmed" as people say it: "Received invoice bank confirmed". */
export function actionWords(action: string): string {
  const known: Record<string, string> = {
    "access.refused": "Request refused", "access.signed_in": "Signed in", "access.sign_in_failed": "Sign-in failed", "access.sign_in_refused": "Sign-in refused", "access.proved": "Proved again", "access.proof_failed": "Proof failed",
    "events.verified": "Log verified", "events.check_failed": "Log check failed", "events.exported": "Log exported", "alerts.seen": "Alert seen", "operator_access.used": "Operator read", "operator_access.refused": "Operator refused",
    "received_invoice.viewed": "Document looked at", "received_invoice.downloaded": "Original opened", "invoice.viewed": "Draft looked at", "invoice.downloaded": "Invoice PDF opened", "proposal.downloaded": "Proposal PDF opened", "export.downloaded": "Export downloaded",
  };
  return known[action] ?? sentence(action.replace(/^access\./, "").replace(/[._]/g, " ").replace(/\bkey\b/, "API key").replace(/\bsso\b/, "single sign-on").replace(/\bscim\b/, "directory").trim());
}

/** Where the thing that an event is about can be looked at; null when it has no page. */
export function placeOf({ subject, action }: EventView): string | null {
  if (!subject.id) return null;
  if (subject.kind === "received_invoice") return `/inbox/${subject.id}`;
  if (subject.kind === "invoice" || subject.kind === "credit_note") return `/invoices/${subject.id}`;
  if (subject.kind === "proposal" || subject.kind === "payment" || subject.kind === "export") return `/${subject.kind}s/${subject.id}`;
  if (subject.kind === "party") return `/${action.startsWith("supplier") ? "suppliers" : "customers"}/${subject.id}`;
  return { company: "/settings/company", series: "/settings/numbering", api_key: "/settings/api-keys", invitation: "/team", person: "/team" }[subject.kind ?? ""] ?? null;
}

/** "ibanBefore" as a label: "IBAN before". */
export function labelWords(key: string): string {
  const text = key.replace(/_/g, " ").replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return sentence(text).replace(/\b(iban|bic|id|ids|sha256|vat|url|ip|pdf|csv|sso)\b/gi, (word) => word.toUpperCase());
}

/** A value of an event's details on one line. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (value === true) return "yes";
  if (value === false) return "no";
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.map(valueWords).join(", ");
  if (typeof value === "object") return Object.entries(value).map(([key, part]) => `${labelWords(key)} ${valueWords(part)}`).join(", ");
  return String(value);
}

export type Difference = { label: string; before: string; after: string };

/** What was before and after, field by field; what stayed the same is left out. */
export function differencesOf(details: Record<string, unknown>): Difference[] {
  const { before, after } = details;
  if (before === undefined && after === undefined) return [];
  const isFields = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isFields(before) && !isFields(after)) return [{ label: "Change", before: valueWords(before), after: valueWords(after) }];
  const [old, now] = [isFields(before) ? before : {}, isFields(after) ? after : {}];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return names.map((name) => ({ label: labelWords(name), before: valueWords(old[name]), after: valueWords(now[name]) })).filter((one) => one.before !== one.after || /iban|bic/i.test(one.label));
}

/** The rest of the details, label and value. */
export const restOf = (details: Record<string, unknown>): [string, string][] =>
  Object.entries(details).filter(([key]) => !["before", "after", "changed"].includes(key)).map(([key, value]) => [labelWords(key), valueWords(value)]);
