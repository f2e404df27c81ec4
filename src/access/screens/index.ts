import type { ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/team", title: "Team", needs: "team.read", withoutCompany: true, screen: () => import("./team.tsx").then((module) => module.TeamPage) },
  { path: "/settings/api-keys", title: "API keys", needs: "keys.manage", withoutCompany: true, screen: () => import("./api-keys.tsx").then((module) => module.ApiKeysPage) },
];
export { CopyBox } from "./copy.tsx";
export { roleWords } from "./words.ts";
