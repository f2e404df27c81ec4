import type { ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/settings", title: "Settings", withoutCompany: true, screen: () => import("./settings.tsx").then((module) => module.SettingsPage) },
  { path: "/settings/company", title: "Company", needs: "companies.read", screen: () => import("./profile.tsx").then((module) => module.CompanyProfile) },
  { path: "/settings/numbering", title: "Numbering", needs: "companies.read", screen: () => import("./numbering.tsx").then((module) => module.NumberingPage) },
  { path: "/settings/paper", title: "Paper", needs: "companies.read", screen: () => import("./paper.tsx").then((module) => module.PaperPage) },
  { path: "/companies", title: "Companies", needs: "companies.read", withoutCompany: true, screen: () => import("./companies.tsx").then((module) => module.CompaniesPage) },
  { path: "/companies/new", title: "New company", needs: "companies.write", withoutCompany: true, screen: () => import("./new.tsx").then((module) => module.NewCompanyPage) },
  { path: "/welcome", title: "Welcome", withoutCompany: true, layout: "focus", screen: () => import("./welcome.tsx").then((module) => module.WelcomePage) },
];
