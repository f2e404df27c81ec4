import type { Place } from "./screen.ts";

/** The places of the shell, in their order. `keys` open them from anywhere; `count` names the number a company shows beside the word. */
export const home: Place = { path: "/", label: "Home", icon: "home", keys: "g h" };
export const capture: readonly Place[] = [
  { path: "/inbox", label: "Inbox", icon: "inbox", keys: "g i", count: "inbox" },
  { path: "/suppliers", label: "Suppliers", icon: "suppliers", keys: "g s" },
  { path: "/exports", label: "Exports", icon: "download", keys: "g e" },
];
export const billing: readonly Place[] = [
  { path: "/proposals", label: "Proposals", icon: "proposals", keys: "g p", count: "proposals" },
  { path: "/invoices", label: "Invoices", icon: "invoices", keys: "g v", count: "invoices" },
  { path: "/payments", label: "Payments", icon: "payments", keys: "g m" },
  { path: "/customers", label: "Customers", icon: "people", keys: "g c" },
  { path: "/services", label: "Services", icon: "services", keys: "g l" },
];
export const workspace: readonly Place[] = [
  { path: "/activity", label: "Activity", icon: "activity", keys: "g a", needs: "events.read" },
  { path: "/team", label: "Team", icon: "people", keys: "g t", needs: "team.read" },
  { path: "/settings", label: "Settings", icon: "settings", keys: "g ," },
];
export const allPlaces: readonly Place[] = [home, ...capture, ...billing, ...workspace];

/** What `C` and a letter makes. `needs` follows the permission table; a place that may not be used is not offered. */
export const creations: readonly Place[] = [
  { path: "/invoices/new", label: "New invoice", icon: "invoices", keys: "c i", needs: "invoices.write" },
  { path: "/proposals/new", label: "New proposal", icon: "proposals", keys: "c p", needs: "proposals.write" },
  { path: "/customers/new", label: "New customer", icon: "people", keys: "c c", needs: "customers.write" },
  { path: "/services/new", label: "New service", icon: "services", keys: "c s", needs: "items.write" },
];
