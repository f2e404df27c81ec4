import type { ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/p/$token", title: "Proposal", layout: "public", screen: () => import("./buyer.tsx").then((module) => module.BuyerPage) },
];
