import { lazy } from "react";
import type { ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/sign-in/connect", title: "One more step", layout: "open", screen: () => import("./connect.tsx").then((module) => module.ConnectPage) },
  { path: "/sign-in/company", title: "Sign in through your company", layout: "open", screen: () => import("./company.tsx").then((module) => module.CompanyPage) },
];

/** Sections of the Security page: connections, domains, rules and directory of the workspace. Fetched when first shown; stands inside a Suspense. */
export const SsoSettings = lazy(() => import("./settings.tsx").then((module) => ({ default: module.SsoSettings })));
/** A section of the Security page: Google and Microsoft as ways to sign in of the person's own. */
export const LinkedSignIns = lazy(() => import("./links.tsx").then((module) => ({ default: module.LinkedSignIns })));
