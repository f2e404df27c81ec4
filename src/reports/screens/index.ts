import type { ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/", title: "Home", needs: "invoices.read", screen: () => import("./home.tsx").then((module) => module.HomePage) },
];
