import type { ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/activity", title: "Activity", needs: "events.read", withoutCompany: true, screen: () => import("./activity.tsx").then((module) => module.ActivityPage) },
  { path: "/settings/alerts", title: "Alerts", needs: "events.read", withoutCompany: true, screen: () => import("./alert-settings.tsx").then((module) => module.AlertSettingsPage) },
];
