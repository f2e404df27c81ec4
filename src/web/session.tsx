import { createContext, useContext, useEffect, useMemo, type ReactNode } from "react";
import { api, queryClient, useApiQuery, type Answer, type ApiError } from "./api.ts";
import { usePreference } from "./preferences.ts";

/** GET /api/session: the person, their workspace (null for somebody who left their only one), role, permissions, companies. */
export type SessionView = Answer<"/api/session">;
/** A legal entity whose books the workspace keeps. `open` counts what waits there, by the names of places.ts, where the server sends it. */
export type Company = SessionView["companies"][number] & { open?: Record<string, number> };

export type Session = Omit<SessionView, "workspace" | "role" | "companies"> & {
  workspace: NonNullable<SessionView["workspace"]>;
  role: NonNullable<SessionView["role"]>;
  companies: readonly Company[];
  /** Whether the person's role has a permission of the table in access. The server asks again; this only decides what is offered. */
  may(permission: string): boolean;
  /** The company whose books are open; null only before the first one exists. */
  company: Company | null;
  chooseCompany(id: string): void;
  /** Today in the chosen company's time zone, "2026-11-19". */
  today: string;
};

const Context = createContext<Session | null>(null);

/** The signed-in person, workspace, role, permissions and companies. Throws outside a signed-in page (a bug). */
export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error("useSession is only for signed-in screens");
  return session;
}
/** The session where there may be none (public pages, the frame of an error). */
export const useSessionIfAny = (): Session | null => useContext(Context);

/** The chosen company; throws when the workspace has none yet. Screens that need one are reached only after the first is made. */
export function useCompany(): Company {
  const { company } = useSession();
  if (!company) throw new Error("this screen needs a company");
  return company;
}

/** The civil date now in a time zone, as "2026-11-19". */
export function todayIn(timeZone: string, now = new Date()): string {
  try {
    return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
  } catch {
    return now.toISOString().slice(0, 10);
  }
}

/** Gives the session to what is inside; meanwhile `waiting`, when it cannot be had `failed`, and `homeless` for a person without any workspace. */
export function SessionProvider({ children, waiting, failed, homeless }: { children: ReactNode; waiting: ReactNode; failed: (error: ApiError, again: () => void) => ReactNode; homeless: (view: SessionView) => ReactNode }) {
  const query = useApiQuery("/api/session", { staleMs: 30_000 });
  const [chosen, choose] = usePreference<string | null>("company", null);
  const data = query.data;
  const session = useMemo<Session | null>(() => {
    if (!data?.workspace) return null;
    const fromAddress = new URLSearchParams(location.search).get("company");
    const company = data.companies.find((one) => one.id === fromAddress) ?? data.companies.find((one) => one.id === chosen) ?? data.companies[0] ?? null;
    const permissions = new Set<string>(data.permissions);
    return { ...data, workspace: data.workspace, role: data.role ?? "readonly", may: (permission) => permissions.has(permission), company, chooseCompany: choose, today: todayIn(company?.timeZone ?? "UTC") };
    // `choose` only writes a preference, which is the same for every render.
  }, [data, chosen]);
  const elsewhere = data?.attention.singleSignOn ?? false;
  const held = elsewhere || (data?.attention.secondFactor ?? false);
  // The workspace asks for its company's sign-in, or a second factor, first; its screens would only be refused.
  useEffect(() => { if (held) location.replace(`${elsewhere ? "/sign-in/company" : "/second-factor"}?next=${encodeURIComponent(location.pathname + location.search)}`); }, [held, elsewhere]);
  if (held) return waiting;
  if (session) return <Context value={session}>{children}</Context>;
  if (data) return homeless(data);
  if (query.error) return query.error.status === 401 ? waiting : failed(query.error, () => void query.refetch());
  return waiting;
}

/** Where to go after signing in: the place that asked for it (`?next=`), if it is one of ours, else home. */
export function nextPlace(search = location.search): string {
  const next = new URLSearchParams(search).get("next") ?? "/";
  // Only a path of this site: "//host" and "/\\host" would leave it.
  return /^\/(?![\/\\])/.test(next) ? next : "/";
}

/** Ends the session and shows the sign-in page. A full load, so that nothing of the former person stays in memory. */
export async function signOut(): Promise<void> {
  await api.post("/api/sign-out").catch(() => undefined);
  queryClient.clear();
  location.assign("/sign-in");
}

/** Works in another workspace from now on. A full load, for the same reason. */
export async function switchWorkspace(workspaceId: string): Promise<void> {
  await api.post("/api/session/workspace", { body: { workspaceId } });
  location.assign("/");
}
