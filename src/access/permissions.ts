// The one permission table (claim A9). Server routes, screens and the Team page all read it; nothing else decides.

export type Role = "owner" | "admin" | "member" | "readonly";
export const roles = ["owner", "admin", "member", "readonly"] as const satisfies readonly Role[];

const everyone: readonly Role[] = ["owner", "admin", "member", "readonly"];
const workers: readonly Role[] = ["owner", "admin", "member"];
const admins: readonly Role[] = ["owner", "admin"];
const owners: readonly Role[] = ["owner"];

/** Permission → who has it, with the words of the Team page. Order: what most may do first. */
export const permissionTable = {
  "companies.read": { roles: everyone, words: "See companies" },
  "received.read": { roles: everyone, words: "See received invoices and their originals" },
  "suppliers.read": { roles: everyone, words: "See suppliers" },
  "customers.read": { roles: everyone, words: "See customers" },
  "items.read": { roles: everyone, words: "See services and products" },
  "proposals.read": { roles: everyone, words: "See proposals" },
  "invoices.read": { roles: everyone, words: "See invoices" },
  "payments.read": { roles: everyone, words: "See payments" },
  "deliveries.read": { roles: everyone, words: "See sent mail" },
  "received.write": { roles: workers, words: "Upload, review, correct, approve and reject received invoices" },
  "suppliers.write": { roles: workers, words: "Change suppliers" },
  "customers.write": { roles: workers, words: "Change customers" },
  "items.write": { roles: workers, words: "Change services and products" },
  "proposals.write": { roles: workers, words: "Write and send proposals" },
  "invoices.write": { roles: workers, words: "Write invoices" },
  "invoices.issue": { roles: workers, words: "Issue and send invoices and credit notes" },
  "payments.write": { roles: workers, words: "Record and reverse payments" },
  "exports.create": { roles: workers, words: "Export whole tables" },
  "events.read": { roles: admins, words: "See and export the activity log" },
  "companies.write": { roles: admins, words: "Change company profiles, bank details and number series" },
  "team.read": { roles: admins, words: "See the team" },
  "team.manage": { roles: admins, words: "Invite people, change roles, remove people" },
  "keys.manage": { roles: admins, words: "Create and revoke API keys" },
  "settings.manage": { roles: admins, words: "Change workspace settings" },
  "sso.manage": { roles: owners, words: "Set up single sign-on and the directory of people" },
  "workspace.own": { roles: owners, words: "Make or remove owners, transfer or delete the workspace" },
} as const satisfies Record<string, { roles: readonly Role[]; words: string }>;

export type Permission = keyof typeof permissionTable;
export const permissions = Object.keys(permissionTable) as Permission[];

/** May this role do that? */
export const roleMay = (role: Role | null, permission: string): boolean =>
  role !== null && ((permissionTable as Record<string, { roles: readonly Role[] }>)[permission]?.roles.includes(role) ?? false);

/** May a key do that: what its role may, and of that only the permissions it was given (`scopes`; null: all). */
export const keyMay = (role: Role, scopes: readonly string[] | null, permission: string): boolean =>
  roleMay(role, permission) && (scopes === null || scopes.includes(permission));

/** Everything a role may do, in table order. */
export const permissionsOf = (role: Role): Permission[] => permissions.filter((permission) => roleMay(role, permission));

const rank: Record<Role, number> = { readonly: 0, member: 1, admin: 2, owner: 3 };

/** Nobody grants a role above their own. */
export const mayGrant = (granter: Role, granted: Role): boolean => rank[granter] >= rank[granted];

/** Who can be limited to some of the workspace's companies. Owners and admins answer for all of it. */
export const mayBeLimited = (role: Role): boolean => role === "member" || role === "readonly";

/** The roles that a key may have: a key is nobody's owner. */
export const keyRoles = ["admin", "member", "readonly"] as const satisfies readonly Role[];

/** The groups in which screens and documents show permissions, by the word before the dot. */
export const permissionGroups: Record<string, string> = {
  received: "Received invoices", suppliers: "Suppliers", customers: "Customers", items: "Services and products", proposals: "Proposals", invoices: "Invoices",
  payments: "Payments", deliveries: "Sent mail", exports: "Exports", companies: "Companies", events: "Activity", team: "Team", keys: "API keys", settings: "Settings", sso: "Single sign-on", workspace: "Workspace",
};

/** What one field may hold or when it may change, beyond the permission of its route: who, when, and the code that says no. */
export type FieldRule = { of: string; fields: string; needs: Permission; when: string; otherwise: string };

/** The rules of single fields by role and state. Contracts and verbs hold them; test/field-rules.test.ts tries each. */
export const fieldRules: readonly FieldRule[] = [
  { of: "Member", fields: "role", needs: "team.manage", when: "up to one's own role, of somebody not above it; the last active owner stays owner; owner and admin ask for a fresh proof", otherwise: "role_above_own, last_owner" },
  { of: "Member", fields: "companies", needs: "team.manage", when: "role is member or read-only", otherwise: "sees_all_companies" },
  { of: "Invitation", fields: "role, companies", needs: "team.manage", when: "as for a member", otherwise: "role_above_own, sees_all_companies" },
  { of: "API key", fields: "role, scopes, companies", needs: "keys.manage", when: "never owner; scopes within the role; companies only for member or read-only", otherwise: "invalid_input, scope_above_role, sees_all_companies" },
  { of: "API key", fields: "key", needs: "keys.manage", when: "in the answer that makes it, once", otherwise: "absent" },
  { of: "Invoice", fields: "customer, lines, dates, texts, currency", needs: "invoices.write", when: "it is a draft", otherwise: "invoice_already_issued" },
  { of: "Invoice", fields: "number, issue date, totals, payments", needs: "invoices.issue", when: "never by hand: made by issuing and by the ledger", otherwise: "ignored" },
  { of: "Invoice", fields: "internal note, tags", needs: "invoices.write", when: "always", otherwise: "" },
  { of: "Received invoice", fields: "values, lines", needs: "received.write", when: "it is neither approved nor rejected", otherwise: "already_approved, already_rejected" },
  { of: "Payment", fields: "customer, date, amount, method", needs: "payments.write", when: "at recording only; reversed, never changed", otherwise: "no such route" },
  { of: "Company", fields: "bank details", needs: "companies.write", when: "with a fresh proof of who acts", otherwise: "step_up_needed" },
  { of: "Mail", fields: "the workspace's own (invitations)", needs: "team.read", when: "always; links in it are never shown", otherwise: "not_found" },
];
