import { route } from "../platform/http.ts";
import { HomeQuery, HomeView } from "./contract.ts";
import { homeView } from "./home.ts";

export const routes = [
  route({
    method: "GET", url: "/api/home", tag: "Reports", summary: "What needs somebody, what is owed both ways, the weeks around today", permission: "invoices.read", query: HomeQuery, answer: HomeView,
    handler: ({ scope, query }) => homeView(scope, query.companyId ?? null),
  }),
];
