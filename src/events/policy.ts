import { declareRefusals } from "../platform/refusal.ts";

export const { refuse, refuseIf } = declareRefusals({
  view_name_taken: [409, "There is a saved view with this name already. Choose another."],
  too_many_views: [409, "There are 30 saved views already. Delete one first."],
  time_zone_unknown: [400, "The database does not know this time zone. Write one like Europe/Dublin."],
});

export type AlertKind = "mass_export" | "many_refusals" | "new_device" | "role_rise" | "bank_change" | "break_glass" | "retention_shortened" | "key_created" | "security_changed" | "alerts_changed" | "not_me";

/** What an owner reads as the heading of an alert. */
export const alertWords: Record<AlertKind, string> = {
  mass_export: "Much was taken out", many_refusals: "Many requests were refused", new_device: "Signed in from a new device", role_rise: "Somebody got more rights",
  bank_change: "Bank details changed", break_glass: "The operator acted", retention_shortened: "Files will be kept for a shorter time", key_created: "An API key was made",
  security_changed: "Sign-in settings changed", alerts_changed: "Alert settings changed",
  not_me: "A sign-in was somebody else's",
};

export type Volume = "exports" | "downloads" | "views" | "refusals";

/** Thresholds within an hour and actor. Above what a busy person does by hand, below what a program takes in a minute. */
export const alertDefaults = { exportsPerHour: 10, downloadsPerHour: 60, viewsPerHour: 400, refusalsPerHour: 20, byMail: true };

const rank: Record<string, number> = { readonly: 0, member: 1, admin: 2, owner: 3 };

/** The alert that one event raises by itself, if any. `access.signed_in` is decided by the devices known before. */
export function alertOf(action: string, details: Record<string, unknown>): AlertKind | null {
  if (action === "key.created") return "key_created";
  if (action === "team.ownership_transferred") return "role_rise";
  if (action === "team.role_changed") return (rank[String(details["after"])] ?? 0) > (rank[String(details["before"])] ?? 0) ? "role_rise" : null;
  if (action === "company.changed" || action === "supplier.changed") return changesBank(details) ? "bank_change" : null;
  if (/^(break_glass|operator_access)\.(granted|used|refused)$|_by_operator$/.test(action)) return "break_glass";
  if (action === "retention.change_asked" || (action === "retention.changed" && details["shortened"] === true)) return "retention_shortened";
  if (action === "alerts.settings_changed") return "alerts_changed";
  if (action === "access.not_me") return "not_me";
  if (action === "workspace.security_changed" || /^(sso\.(connection|policy|domain)|scim\.token)_\w+$/.test(action)) return "security_changed";
  return null;
}

function changesBank(details: Record<string, unknown>): boolean {
  const list = (name: string) => (Array.isArray(details[name]) ? (details[name] as unknown[]) : []);
  return list("changed").some((field) => /^(iban|bic|bank|account)/i.test(String(field))) || list("added").length > 0 || list("removed").length > 0;
}

/** Actions whose own noun writes to the owners; a second mail about the same would say less. */
export const tellsOwners = (action: string): boolean => /^(operator_access\.(granted|used)|retention\.change_asked)$/.test(action);

/** What an event counts towards, so that many of them in an hour stand out. */
export function volumeOf(action: string): Volume | null {
  if (/exported$/.test(action) || action === "export.downloaded" || action === "team.reviewed") return "exports";
  if (/\.downloaded$/.test(action)) return "downloads";
  return /\.viewed$/.test(action) ? "views" : null;
}

/** The sentence of an alert over a threshold. */
export function volumeWords(volume: Volume, who: string, amount: number): string {
  const what = { exports: `exported ${amount} times`, downloads: `opened ${amount} files`, views: `looked at ${amount} documents`, refusals: `was refused ${amount} times` }[volume];
  return `${who} ${what} within an hour`;
}

/** What was turned away or went wrong stands in red. */
export const isRefusal = (action: string): boolean => /(refused|failed)$/.test(action);
