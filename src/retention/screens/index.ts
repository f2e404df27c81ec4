import { lazy } from "react";
import type { ScreenRoute } from "../../web/screen.ts";

export const routes: readonly ScreenRoute[] = [
  { path: "/settings/retention", title: "File retention", needs: "received.read", withoutCompany: true, screen: () => import("./page.tsx").then((module) => module.RetentionPage) },
];

/** Legal holds of one document, put and lifted from its own page. Fetched when first opened; stands inside a Suspense. */
export const DocumentHolds = lazy(() => import("./document-holds.tsx").then((module) => ({ default: module.DocumentHolds })));
