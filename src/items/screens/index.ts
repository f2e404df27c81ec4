import type { ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/services", title: "Services", needs: "items.read", screen: () => import("./services.tsx").then((module) => module.ServiceList) },
  { path: "/services/new", title: "New service", needs: "items.write", screen: () => import("./service-form.tsx").then((module) => module.NewService) },
  { path: "/services/import", title: "Import services", needs: "items.write", screen: () => import("./services-import.tsx").then((module) => module.ImportServices) },
  { path: "/services/$id", title: "Service", needs: "items.read", screen: () => import("./service-form.tsx").then((module) => module.EditService) },
];
