import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect, type AnyRoute } from "@tanstack/react-router";
import { useLayoutEffect, type ReactNode } from "react";
import { Nowhere, ScreenFailed, ScreenLoading } from "./frames.tsx";
import { routes } from "./nouns.ts";
import type { ScreenRoute } from "./screen.ts";

// The search part of an address holds plain text, one value a name, so that addresses stay readable and a number typed in a search stays text.
const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
const stringifySearch = (search: Record<string, unknown>): string => {
  const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== "").map(([name, value]) => [name, String(value)] as [string, string]);
  return kept.length > 0 ? `?${new URLSearchParams(kept).toString()}` : "";
};

function Root() {
  return <Outlet />;
}

const root = createRootRoute({ component: Root, notFoundComponent: Nowhere, errorComponent: ScreenFailed });

// The signed-in frame is a chunk of its own, so that a buyer's page does not carry it.
const shell = createRoute({ getParentRoute: () => root, id: "shell", component: lazyRouteComponent(() => import("./shell.tsx"), "Shell") });
const focus = createRoute({ getParentRoute: () => root, id: "focus", component: lazyRouteComponent(() => import("./shell.tsx"), "FocusFrame") });
const parents: Record<NonNullable<ScreenRoute["layout"]>, AnyRoute> = { shell, focus, open: root, public: root };

function routeOf(screen: ScreenRoute): AnyRoute {
  const parent = parents[screen.layout ?? "shell"];
  const Screen = lazyRouteComponent<{ default: () => ReactNode }>(() => screen.screen().then((Component) => ({ default: () => <Component /> })));
  // A layout effect, so that the closer title a screen sets in its own effect comes after.
  function Titled() {
    useLayoutEffect(() => { document.title = `${screen.title} · Counterfoil`; }, []);
    return <Screen />;
  }
  Titled.preload = Screen.preload;
  return createRoute({
    getParentRoute: () => parent,
    path: screen.path,
    component: Titled,
    staticData: { needs: screen.needs, title: screen.title, withoutCompany: screen.withoutCompany },
  }) as AnyRoute;
}

const own: ScreenRoute[] = [
  { path: "/more", title: "More", withoutCompany: true, screen: () => import("./more.tsx").then((module) => module.More) },
];
const known = new Set(routes.map((route) => route.path));
const all = [...own.filter((route) => !known.has(route.path)), ...routes];
const under = (layout: "shell" | "focus") => all.filter((screen) => (screen.layout ?? "shell") === layout).map(routeOf);
const homeless = known.has("/") ? [] : [createRoute({ getParentRoute: () => root, path: "/", beforeLoad: () => { throw redirect({ to: "/inbox" as string }); } }) as AnyRoute];

export const router = createRouter({
  routeTree: root.addChildren([
    shell.addChildren(under("shell")),
    focus.addChildren(under("focus")),
    ...all.filter((screen) => screen.layout === "open" || screen.layout === "public").map(routeOf),
    ...homeless,
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultPreloadDelay: 40,
  scrollRestoration: true,
  defaultPendingMs: 150,
  defaultPendingComponent: ScreenLoading,
  defaultErrorComponent: ScreenFailed,
  defaultNotFoundComponent: Nowhere,
});

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption { needs?: string; title?: string; withoutCompany?: boolean }
}
