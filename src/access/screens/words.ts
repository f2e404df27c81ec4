import type { Role } from "../permissions.ts";

/** The four roles with what stands under each in the menu. */
export const roleWords: Record<Role, { word: string; sentence: string }> = {
  owner: { word: "Owner", sentence: "Everything, with ownership and deletion." },
  admin: { word: "Admin", sentence: "Everything except ownership and deletion." },
  member: { word: "Member", sentence: "Works on documents. No team, keys or settings." },
  readonly: { word: "Read-only", sentence: "Looks, changes nothing, exports no tables." },
};
