import type { ScreenRoute } from "../../web/kit.ts";

export const routes: readonly ScreenRoute[] = [
  { path: "/e-invoices/check", title: "Check an e-invoice", needs: "invoices.read", withoutCompany: true, screen: () => import("./check.tsx").then((module) => module.CheckPage) },
  { path: "/settings/access-point", title: "Access point", needs: "settings.manage", withoutCompany: true, screen: () => import("./access-point.tsx").then((module) => module.AccessPointPage) },
];
