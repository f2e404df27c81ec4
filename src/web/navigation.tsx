import { Link as RouterLink, useNavigate, useParams, useRouter, useRouterState, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, type ReactNode, type Ref } from "react";

type Search = Record<string, string | undefined>;

export type LinkProps = {
  /** The address, parameters filled in: `/invoices/${id}`. May carry its own "?q=…". */
  to: string;
  search?: Search;
  children: ReactNode;
  className?: string;
  title?: string;
  current?: boolean;
  "aria-label"?: string;
  "data-row-link"?: boolean;
  tabIndex?: number;
  onFocus?: () => void;
  onClick?: () => void;
  ref?: Ref<HTMLAnchorElement>;
};

/** A link to a place of the product; its screen is fetched when the pointer rests on it. Style with "link" where it stands in text. */
export function Link({ to, search, current, ...rest }: LinkProps) {
  const [path = to, query] = to.split("?");
  const all = { ...(query ? Object.fromEntries(new URLSearchParams(query)) : {}), ...search };
  return <RouterLink to={path as "/"} search={all as never} aria-current={current ? "page" : undefined} activeOptions={{ exact: true }} activeProps={{}} {...rest} />;
}

/** Goes to a place: `go("/invoices/…")`. `replace` leaves no entry for Back. */
export function useGo(): (to: string, options?: { search?: Search; replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback((to, options = {}) => {
    const [path = to, query] = to.split("?");
    void navigate({ to: path as "/", search: { ...(query ? Object.fromEntries(new URLSearchParams(query)) : {}), ...options.search } as never, replace: options.replace });
  }, [navigate]);
}

/** Back to where one came from, or to `otherwise` when the page was opened directly. */
export function useBack(otherwise: string): () => void {
  const router = useRouter();
  const go = useGo();
  return useCallback(() => { if (router.history.canGoBack()) router.history.back(); else go(otherwise); }, [router, go, otherwise]);
}

/** A parameter of the address ("/invoices/$id" → `useParam("id")`). */
export function useParam(name: string): string {
  const value = (useParams({ strict: false }) as Record<string, string | undefined>)[name];
  if (value === undefined) throw new Error(`this screen's address has no parameter ${name}`);
  return value;
}

/**
 * Filters, sort and selection of a list, kept in the URL. Values are text; a default is left out of the address.
 * `const [filters, setFilters] = useFilters({ state: "all", q: "" })`; `setFilters({ q: "oak" })` merges.
 */
export function useFilters<F extends Record<string, string>>(defaults: F): [F, (change: Partial<F>, options?: { push?: boolean }) => void] {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const filters = Object.fromEntries(Object.entries(defaults).map(([name, fallback]) => [name, search[name] ?? fallback])) as F;
  const set = (change: Partial<F>, options: { push?: boolean } = {}) => {
    void navigate({
      to: ".",
      replace: !options.push,
      resetScroll: false,
      search: ((before: Record<string, string | undefined>) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([name, value]) => value !== undefined && value !== "" && value !== defaults[name]))) as never,
    });
  };
  return [filters, set];
}

/** Whether the address is being changed, for the thin bar at the top. */
export const useGoing = (): boolean => useRouterState({ select: (state) => state.status === "pending" });

/** The window's title, once the record's name is known: `usePageTitle("TW-2026-0187")`. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => { if (title) document.title = `${title} · Counterfoil`; }, [title]);
}
