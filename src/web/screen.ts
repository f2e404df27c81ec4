import type { ComponentType } from "react";
import type { IconName } from "./components/icons.tsx";

/**
 * One screen of a noun. Each noun exports `routes: ScreenRoute[]` (and, if it must stand on every page, `overlays`) from its screens/index.ts;
 * the router collects them. The module is fetched when the place is visited or its link is hovered.
 */
export type ScreenRoute = {
  /** "/invoices", "/invoices/$id" (parameters with a dollar sign, read with `useParam("id")`). */
  path: string;
  /** The window's title, until the screen sets a closer one with `usePageTitle`. */
  title: string;
  /** `() => import("./list.tsx").then((module) => module.InvoiceList)`. */
  screen: () => Promise<ComponentType>;
  /**
   * shell: sidebar and bar (the default) · focus: signed in, the whole window for one task (review, editor) · open: nobody signed in
   * (sign-in, sign-up) · public: a buyer's page by token, without shell or session.
   */
  layout?: "shell" | "focus" | "open" | "public";
  /** Permission of the table in src/access without which the place says who can grant it. */
  needs?: string;
  /** Works before the workspace has a company (first run, settings, sign-in). Elsewhere a workspace without one is led to /welcome. */
  withoutCompany?: boolean;
};

/** Stands on every signed-in page, for example the upload tray with its drop target. Fetched after the first paint. */
export type Overlay = { name: string; component: () => Promise<ComponentType> };

/** A place in the sidebar and the palette. */
export type Place = { path: string; label: string; icon: IconName; keys?: string; needs?: string; count?: string };
