import type { ScreenRoute } from "../../web/screen.ts";

export const routes: readonly ScreenRoute[] = [
  { path: "/trust", title: "Trust", layout: "public", screen: () => import("./public.tsx").then((module) => module.TrustPage) },
  { path: "/settings/trust", title: "Trust", withoutCompany: true, screen: () => import("./settings.tsx").then((module) => module.TrustSettings) },
];
