// What a change of settings changed, for the audit log: before and after of each field that differs.

/** Values that open an account are named by their last four characters; values that open a door are not named at all. */
const masked = /iban|^bic$|account_?(no|number)|card/i;
const secret = /password|secret|token|wrapped|sealed|private|_hash$|Hash$|^hash$/;
const technical = new Set(["version", "updated_at", "updatedAt", "created_at", "createdAt", "id", "workspace_id", "workspaceId"]);

export type Changes = { changed: string[]; before: Record<string, unknown>; after: Record<string, unknown> };

/**
 * Compares two states of the same settings (rows or views). `changed` lists the fields in order; `before` and `after` hold their
 * values, bank accounts masked to the last four characters, secrets only as "set" or "not set". Dates become ISO text.
 */
export function changesOf(before: object, after: object, skip: readonly string[] = []): Changes {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => !technical.has(name) && !skip.includes(name));
  const changed = names.filter((name) => name in now && plain(old[name]) !== plain(now[name]));
  const shown = (from: Record<string, unknown>) => Object.fromEntries(changed.map((name) => [name, shownValue(name, from[name])]));
  return { changed, before: shown(old), after: shown(now) };
}

/** The fields of something new, as `changesOf` would show them. */
export const shownFields = (row: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, shownValue(name, (row as Record<string, unknown>)[name])]));

const plain = (value: unknown): string => JSON.stringify(value ?? null, (_key, part: unknown) => (typeof part === "bigint" ? part.toString() : part));

function shownValue(name: string, value: unknown): unknown {
  if (value === null || value === undefined || value === "") return null;
  if (secret.test(name)) return "set";
  if (masked.test(name)) return Array.isArray(value) ? value.map(lastFour) : lastFour(value);
  if (typeof value === "bigint") return value.toString();
  return value instanceof Date ? value.toISOString() : value;
}

/** "…5678": enough to tell two accounts apart, not enough to pay into one. */
export const lastFour = (value: unknown): string => `…${String(value).replace(/\s/g, "").slice(-4)}`;
