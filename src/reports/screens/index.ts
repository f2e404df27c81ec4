import type { ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/welcome", title: "Welcome", withoutCompany: true, layout: "focus", screen: () => import("./welcome.tsx").then((module) => module.WelcomePage) },
];
