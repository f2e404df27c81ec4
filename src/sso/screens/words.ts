import type { Answer } from "../../web/kit.ts";

export type Settings = Answer<"/api/sso">;
export type Part = { settings: Settings; own: boolean };
/** What a change makes stale. */
export const stale = ["/api/sso", "/api/team"];
export const roleWords = { admin: "Admin", member: "Member", readonly: "Read-only" } as const;
export const roleOptions = (["admin", "member", "readonly"] as const).map((value) => ({ value, label: roleWords[value] }));
