// docs/security/permissions.md, made from the one permission table, so that what is written is what the server does.
import { fieldRules, keyRoles, permissionGroups, permissions, permissionTable, roles } from "../src/access/permissions.ts";

const words = { owner: "Owner", admin: "Admin", member: "Member", readonly: "Read-only" } as const;

/** The page as Markdown. */
export function permissionsPage(): string {
  const groups = [...new Set(permissions.map((permission) => permission.split(".")[0]!))];
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) => [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
  return `# Who may do what

Made from \`src/access/permissions.ts\` by \`npm run generate\`; do not edit. The server asks this table before every request: a
route that names no permission of it does not start, and the screens only hide what it would refuse. Row security in the
database decides *which* rows: those of the workspace, and of a limited person's companies.

## Roles

${table(["May", "Permission", ...roles.map((role) => words[role])], groups.flatMap((group) => [
    [`**${permissionGroups[group]}**`, "", ...roles.map(() => "")],
    ...permissions.filter((permission) => permission.startsWith(`${group}.`)).map((permission) => [
      permissionTable[permission].words, `\`${permission}\``, ...roles.map((role) => ((permissionTable[permission].roles as readonly string[]).includes(role) ? "yes" : "–")),
    ]),
  ]))}

- Nobody gives a role above their own, and nobody changes somebody whose role is above their own. The last active owner stays owner.
- A member or read-only person can be limited to some of the workspace's companies. They see nothing of the others: not in lists,
  searches, sums, exports or files, and what belongs to another company is "not found" like another workspace's. Owners and admins
  see all companies.
- Making somebody owner or admin, handing over the workspace, making and ending keys and changing bank details ask for a proof of
  who acts that is no older than 10 minutes.
- Whoever is removed or suspended loses the workspace with their next request. The keys they made end and the invitations they sent
  are withdrawn; the same happens when they become member or read-only.

## API keys

A key has the role ${keyRoles.map((role) => words[role]).join(", ")} (never Owner), of that role only the permissions it was given (its scopes), and for Member
and Read-only only the companies it was given. It ends after a year unless chosen otherwise. Only its SHA-256 is kept. No key can do
what asks for a fresh proof of who acts.

## Rules of single fields

${table(["Of", "Fields", "Needs", "When", "Otherwise"], fieldRules.map((rule) => [rule.of, rule.fields, `\`${rule.needs}\``, rule.when, rule.otherwise || "–"]))}
`;
}
