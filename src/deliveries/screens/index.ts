import type { ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/settings/outbox", title: "Mail outbox", needs: "deliveries.read", withoutCompany: true, screen: () => import("./outbox.tsx").then((module) => module.Outbox) },
];
