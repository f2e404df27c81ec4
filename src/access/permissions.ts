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
  "workspace.own": { roles: owners, words: "Make or remove owners, transfer or delete the workspace" },
} as const satisfies Record<string, { roles: readonly Role[]; words: string }>;

export type Permission = keyof typeof permissionTable;
export const permissions = Object.keys(permissionTable) as Permission[];

/** May this role do that? */
export const roleMay = (role: Role | null, permission: string): boolean =>
  role !== null && ((permissionTable as Record<string, { roles: readonly Role[] }>)[permission]?.roles.includes(role) ?? false);

/** Everything a role may do, in table order. */
export const permissionsOf = (role: Role): Permission[] => permissions.filter((permission) => roleMay(role, permission));

const rank: Record<Role, number> = { readonly: 0, member: 1, admin: 2, owner: 3 };

/** Nobody grants a role above their own. */
export const mayGrant = (granter: Role, granted: Role): boolean => rank[granter] >= rank[granted];
