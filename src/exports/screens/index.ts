import type { ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/exports", title: "Exports", needs: "exports.create", screen: () => import("./exports.tsx").then((module) => module.Exports) },
];
