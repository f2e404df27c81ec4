import { z } from "zod";
import { nameText } from "../platform/fields.ts";
import { declareRefusals, type Refusal } from "../platform/refusal.ts";
import type { GroupFilter, GroupRow, Paging, UserFacts, UserFilter, UserRow } from "./directory-queries.ts";
import { readEmail } from "./proof.ts";

// SCIM 2.0 on the wire (RFC 7643, 7644), with the habits of Okta and Entra: operations written "Add", booleans as "False",
// values without a path, paths with a filter, dotted names as keys. Attributes that we do not keep are taken and dropped.

export const { refuse: scimRefuse } = declareRefusals({
  scim_token: [401, "The bearer token is missing, ended or not ours. Make one under Settings, Security, Directory."],
  scim_not_found: [404, "There is no such resource in this workspace's directory."],
  scim_uniqueness: [409, "{detail}"],
  scim_value: [400, "{detail}"],
  scim_path: [400, "The path {path} cannot be read."],
  scim_filter: [400, "This filter is not supported. Use: attribute eq \"value\", with userName, externalId, emails.value, displayName or id."],
  scim_syntax: [400, "{detail}"],
  scim_mutability: [400, "{detail}"],
  scim_conflict: [409, "{detail}"],
});
const types: Record<string, string> = {
  scim_uniqueness: "uniqueness", scim_value: "invalidValue", scim_path: "invalidPath", scim_filter: "invalidFilter", scim_syntax: "invalidSyntax", scim_mutability: "mutability", invalid_input: "invalidSyntax", bad_request: "invalidSyntax",
};
const invalid = (detail: string) => scimRefuse("scim_value", { detail });

/** RFC 7644 §3.12. */
export const errorView = (refusal: Refusal) => ({
  schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"], status: String(refusal.status), ...(types[refusal.code] ? { scimType: types[refusal.code] } : {}), detail: refusal.message,
});

export const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
export const GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";

// ---- Views

export const viewUser = (base: string, row: UserRow) => ({
  schemas: [USER], id: row.id, ...(row.external_id === null ? {} : { externalId: row.external_id }), userName: row.user_name,
  name: {
    ...(row.given_name === null ? {} : { givenName: row.given_name }), ...(row.family_name === null ? {} : { familyName: row.family_name }),
    formatted: row.display_name ?? ([row.given_name, row.family_name].filter(Boolean).join(" ") || row.user_name),
  },
  ...(row.display_name === null ? {} : { displayName: row.display_name }),
  emails: [{ value: row.email, type: "work", primary: true }], active: row.active,
  groups: row.groups.map((group) => ({ ...group, $ref: `${base}/Groups/${group.value}`, type: "direct" })),
  meta: { resourceType: "User", created: row.created_at.toISOString(), lastModified: row.changed_at.toISOString(), location: `${base}/Users/${row.id}` },
});
export const viewGroup = (base: string, row: GroupRow, withMembers: boolean) => ({
  schemas: [GROUP], id: row.id, ...(row.external_id === null ? {} : { externalId: row.external_id }), displayName: row.display_name,
  ...(withMembers ? { members: row.members.map((member) => ({ ...member, $ref: `${base}/Users/${member.value}`, type: "User" })) } : {}),
  meta: { resourceType: "Group", created: row.created_at.toISOString(), lastModified: row.changed_at.toISOString(), location: `${base}/Groups/${row.id}` },
});
export const viewList = (resources: unknown[], total: number, { from }: Paging) => ({
  schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], totalResults: total, startIndex: from + 1, itemsPerPage: resources.length, Resources: resources,
});

// ---- Queries

export const ListQuery = z.object({
  filter: z.string().max(1000).optional(), startIndex: z.string().max(20).optional(), count: z.string().max(20).optional(), excludedAttributes: z.string().max(1000).optional(), attributes: z.string().max(1000).optional(),
  sortBy: z.string().max(100).optional(), sortOrder: z.string().max(20).optional(),
});
export const MOST_RESULTS = 200;
/** RFC 7644 §3.4.2.4: below 1 counts as 1, a negative count as 0. */
export function pagingOf(query: z.output<typeof ListQuery>): Paging {
  const whole = (text: string | undefined, fallback: number) => {
    if (text === undefined || text === "") return fallback;
    if (!/^-?\d{1,9}$/.test(text)) throw invalid(`${text.slice(0, 20)} is not a whole number.`);
    return Number(text);
  };
  return { from: Math.max(1, whole(query.startIndex, 1)) - 1, count: Math.min(MOST_RESULTS, Math.max(0, whole(query.count, 100))) };
}
/** Whether the caller wants a group's members; they may be thousands. */
export const wantsMembers = (query: z.output<typeof ListQuery>): boolean => {
  const names = (text: string) => text.toLowerCase().split(",").map((name) => name.trim());
  return query.attributes ? names(query.attributes).some((name) => /(^|:)members(\.|$)/.test(name)) : !names(query.excludedAttributes ?? "").some((name) => /(^|:)members$/.test(name));
};

function readFilter(text: string | undefined): { attribute: string; value: string } | null {
  if (text === undefined || text.trim() === "") return null;
  const parts = /^\s*([\w.:$-]+)\s+eq\s+("(?:[^"\\]|\\.)*")\s*$/i.exec(text);
  const value = parts && jsonText(parts[2]!);
  if (!parts || value === null) throw scimRefuse("scim_filter");
  return { attribute: parts[1]!.toLowerCase().replace(/^urn:ietf:params:scim:schemas:core:2\.0:(user|group):/, ""), value };
}
const jsonText = (text: string): string | null => {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === "string" && value.isWellFormed() && !value.includes("\u0000") ? value : null;
  } catch {
    return null;
  }
};
const userAttributes: Record<string, UserFilter> = { id: "id", username: "username", externalid: "externalid", "emails.value": "email", emails: "email", displayname: "displayname" };
const groupAttributes: Record<string, GroupFilter> = { id: "id", displayname: "displayname", externalid: "externalid" };
const filterBy = <T>(names: Record<string, T>) => (text: string | undefined): { by: T; value: string } | null => {
  const filter = readFilter(text);
  if (!filter) return null;
  const by = Object.hasOwn(names, filter.attribute) ? names[filter.attribute] : undefined;
  if (by === undefined) throw scimRefuse("scim_filter");
  return { by, value: filter.value };
};
export const userFilter = filterBy(userAttributes);
export const groupFilter = filterBy(groupAttributes);

// ---- Bodies

/** A user as a directory describes them: facts, and whether they may enter. */
export type UserState = Omit<UserFacts, "email"> & { email: string | null; active: boolean };
export type GroupState = { displayName: string; externalId: string | null; members: string[] };

const Line = nameText(320);
const line = (value: unknown, what: string, max = 200): string | null => {
  if (value === null || value === undefined || value === "") return null;
  const parsed = Line.safeParse(value);
  if (!parsed.success || parsed.data.length > max) throw invalid(`${what} must be one line of text of at most ${max} characters.`);
  return parsed.data;
};
const truth = (value: unknown): boolean => {
  if (typeof value === "boolean") return value;
  const word = String(value).toLowerCase();
  if (word === "true" || word === "false") return word === "true"; // Entra writes "True" and "False"
  throw invalid("active must be true or false.");
};
const record = (value: unknown, what: string): Record<string, unknown> => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(`${what} must be an object.`);
  return value as Record<string, unknown>;
};
/** A member of an object, whatever the case of its name. */
const field = (of: Record<string, unknown>, name: string): unknown => of[Object.keys(of).find((key) => key.toLowerCase() === name.toLowerCase()) ?? ""];

function addressIn(emails: unknown): string | null {
  const all = (Array.isArray(emails) ? emails : [emails]).map((one) => (typeof one === "string" ? { value: one } : record(one, "An e-mail")));
  const best = all.find((one) => field(one, "primary") === true || String(field(one, "primary")).toLowerCase() === "true") ?? all.find((one) => field(one, "type") === "work") ?? all[0];
  const text = best && field(best, "value");
  return text === undefined || text === null || text === "" ? null : addressOf(text);
}
function addressOf(value: unknown): string {
  const email = typeof value === "string" ? readEmail(value) : null;
  if (!email) throw invalid("emails must hold a mail address.");
  return email;
}

const nobody: UserState = { userName: "", externalId: null, givenName: null, familyName: null, displayName: null, email: null, active: true };
/** Reads a whole user (POST, PUT). */
export function readUser(body: Record<string, unknown>): UserState {
  const user = Object.entries(body).reduce((state, [name, value]) => setUser(state, name.toLowerCase(), value), nobody);
  if (!user.userName) throw invalid("userName is needed.");
  return user;
}
/** The address that names a user: of their e-mails, else the user name. */
export function addressOfUser(user: UserState): string {
  const email = user.email ?? readEmail(user.userName);
  if (!email) throw invalid("A user needs a mail address, in emails or as userName.");
  return email;
}

function setUser(state: UserState, path: string, value: unknown): UserState {
  switch (path.replace(`${USER.toLowerCase()}:`, "")) {
    case "username": {
      const userName = line(value, "userName", 320);
      if (!userName) throw scimRefuse("scim_mutability", { detail: "userName cannot be empty." });
      return { ...state, userName };
    }
    case "externalid": return { ...state, externalId: line(value, "externalId", 300) };
    case "displayname": return { ...state, displayName: line(value, "displayName") };
    case "active": return { ...state, active: truth(value) };
    case "name.givenname": return { ...state, givenName: line(value, "name.givenName") };
    case "name.familyname": return { ...state, familyName: line(value, "name.familyName") };
    case "name": return value === null || value === undefined ? { ...state, givenName: null, familyName: null }
      : Object.entries(record(value, "name")).reduce((next, [name, one]) => setUser(next, `name.${name.toLowerCase()}`, one), state);
    case "emails": return value === null || value === undefined || (Array.isArray(value) && value.length === 0) ? { ...state, email: null } : { ...state, email: addressIn(value) };
    default: return state; // a photo, a title, an extension: taken and dropped
  }
}

export type Operation = { op: "add" | "remove" | "replace"; path: string | null; value: unknown };
/** Reads a PATCH body, whatever case its operations are written in. */
export function readOperations(body: Record<string, unknown>): Operation[] {
  const list = field(body, "Operations");
  if (!Array.isArray(list) || list.length === 0 || list.length > 1000) throw scimRefuse("scim_syntax", { detail: "Operations must be a list of 1 to 1000 operations." });
  return list.map((one) => {
    const operation = record(one, "An operation");
    const op = String(field(operation, "op")).toLowerCase();
    if (op !== "add" && op !== "remove" && op !== "replace") throw scimRefuse("scim_syntax", { detail: "op must be add, remove or replace." });
    const path = field(operation, "path");
    if (path !== undefined && path !== null && (typeof path !== "string" || path.length > 500)) throw scimRefuse("scim_path", { path: "given" });
    const value = field(operation, "value");
    if (op !== "remove" && value === undefined) throw scimRefuse("scim_syntax", { detail: `${op} needs a value.` });
    return { op, path: path ? (path as string) : null, value };
  });
}

// attribute, attribute.sub, attribute[filter], attribute[filter].sub, each perhaps behind a schema's URN
const pathForm = /^((?:urn:[\w.:-]+:)?[a-z$][\w$-]*)(?:\[\s*([\w$]+)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false)\s*\])?(?:\.([a-z$][\w$]*))?$/i;
function readPath(path: string): { attribute: string; filter: { attribute: string; value: string } | null; sub: string | null } {
  const parts = pathForm.exec(path.trim());
  if (!parts) throw scimRefuse("scim_path", { path: path.slice(0, 100) });
  const value = parts[3]?.startsWith("\"") ? jsonText(parts[3]) : parts[3] ?? null;
  return { attribute: parts[1]!.toLowerCase(), filter: parts[2] ? { attribute: parts[2].toLowerCase(), value: value ?? "" } : null, sub: parts[4]?.toLowerCase() ?? null };
}

/** A user after a PATCH. */
export function patchUser(before: UserState, operations: Operation[]): UserState {
  return operations.reduce((state, { op, path, value }) => {
    if (path === null) {
      if (op === "remove") throw scimRefuse("scim_path", { path: "(none)" });
      return Object.entries(record(value, "value")).reduce((next, [name, one]) => patchUser(next, [{ op, path: name, value: one }]), state);
    }
    const { attribute, filter, sub } = readPath(path);
    const name = attribute.replace(`${USER.toLowerCase()}:`, "");
    const given = op === "remove" ? null : value;
    if (name === "emails") {
      // We keep the work address; another kind of address is taken and dropped.
      if (filter && !(filter.attribute === "type" && filter.value.toLowerCase() === "work") && !(filter.attribute === "primary" && filter.value === "true")) return state;
      if (sub && sub !== "value") return state;
      return { ...state, email: given === null ? null : sub || typeof given === "string" ? addressOf(given) : addressIn(given) };
    }
    if (name === "active" && op === "remove") return state;
    return setUser(state, sub ? `${attribute}.${sub}` : attribute, given);
  }, before);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const memberIds = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map((one) => {
  const id = typeof one === "string" ? one : field(record(one, "A member"), "value");
  if (typeof id !== "string" || !uuid.test(id)) throw invalid("A member's value must be the id of a user of this directory.");
  return id.toLowerCase();
});
const MOST_MEMBERS = 10_000;

/** Reads a whole group (POST, PUT). */
export function readGroup(body: Record<string, unknown>): GroupState {
  const displayName = line(field(body, "displayName"), "displayName", 300);
  if (!displayName) throw invalid("displayName is needed.");
  const members = field(body, "members");
  return limited({ displayName, externalId: line(field(body, "externalId"), "externalId", 300), members: members === undefined || members === null ? [] : [...new Set(memberIds(members))] });
}
const limited = (group: GroupState): GroupState => {
  if (group.members.length > MOST_MEMBERS) throw invalid(`A group may have ${MOST_MEMBERS} members.`);
  return group;
};

/** A group after a PATCH. */
export function patchGroup(before: GroupState, operations: Operation[]): GroupState {
  return operations.reduce((state, { op, path, value }): GroupState => {
    if (path === null) {
      if (op === "remove") throw scimRefuse("scim_path", { path: "(none)" });
      return Object.entries(record(value, "value")).reduce((next, [name, one]) => (name.toLowerCase() === "id" || name.toLowerCase() === "schemas" ? next : patchGroup(next, [{ op, path: name, value: one }])), state);
    }
    const { attribute, filter } = readPath(path);
    switch (attribute.replace(`${GROUP.toLowerCase()}:`, "")) {
      case "displayname": {
        const displayName = line(op === "remove" ? null : value, "displayName", 300);
        if (!displayName) throw scimRefuse("scim_mutability", { detail: "displayName cannot be empty." });
        return { ...state, displayName };
      }
      case "externalid": return { ...state, externalId: op === "remove" ? null : line(value, "externalId", 300) };
      case "members": {
        if (filter && filter.attribute !== "value") throw scimRefuse("scim_path", { path: path.slice(0, 100) });
        if (op === "replace" && !filter) return limited({ ...state, members: [...new Set(memberIds(value))] });
        const named = filter ? [filter.value.toLowerCase()] : value === undefined || value === null ? null : memberIds(value);
        if (op === "remove") return { ...state, members: named === null ? [] : state.members.filter((id) => !named.includes(id)) };
        return limited({ ...state, members: [...new Set([...state.members, ...(named ?? [])])] });
      }
      default: return state;
    }
  }, before);
}
