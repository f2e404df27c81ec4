import { Outlet, useMatches, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState, type ComponentType, type ReactNode } from "react";
import { Menu, type MenuItem } from "./components/overlays.tsx";
import { Avatar, KeyCap } from "./components/marks.tsx";
import { Count } from "./components/money.tsx";
import { Button } from "./components/button.tsx";
import { EmptyState, FailedState, NoPermission } from "./components/states.tsx";
import { Icon } from "./components/icons.tsx";
import { KeyMap } from "./key-map.tsx";
import { useKeyboard, useKeys } from "./keys.ts";
import { Link, useGo, useGoing } from "./navigation.tsx";
import { overlays } from "./nouns.ts";
import { Palette } from "./palette.tsx";
import { allPlaces, billing, capture, creations, home, workspace } from "./places.ts";
import { usePreference, useTheme } from "./preferences.ts";
import type { Place } from "./screen.ts";
import { SessionProvider, signOut, switchWorkspace, useSession, type SessionView } from "./session.tsx";
import { Toasts } from "./toasts.tsx";

/** The frame of signed-in places: sidebar on the desk, bar at the thumb on the phone. */
export function Shell() {
  return <SignedIn><Framed /></SignedIn>;
}

/** Signed in, but the whole window belongs to one task (review, editor). */
export function FocusFrame() {
  return (
    <SignedIn>
      <SkipLink />
      <Everywhere />
      <main id="main" tabIndex={-1} className="flex h-full min-h-0 flex-col bg-surface outline-none max-phone:h-auto max-phone:min-h-full"><Allowed><Outlet /></Allowed></main>
    </SignedIn>
  );
}

function SignedIn({ children }: { children: ReactNode }) {
  return (
    <SessionProvider waiting={<Still />} failed={(error, again) => <main className="min-h-full bg-surface"><h1 className="sr-only">Counterfoil</h1><FailedState what="Counterfoil could not start" error={error} again={again} /></main>} homeless={(view) => <Homeless view={view} />}>
      {children}
    </SessionProvider>
  );
}

/** Signed in, but in no workspace now: choose one, or wait for an invitation. */
function Homeless({ view }: { view: SessionView }) {
  return (
    <main className="min-h-full bg-surface">
      <h1 className="sr-only">Workspaces</h1>
      <EmptyState title={view.workspaces.length > 0 ? "Choose a workspace" : "You are in no workspace"} action={<>{view.workspaces.map((one) => <Button key={one.id} onClick={() => void switchWorkspace(one.id)}>{one.name}</Button>)}<Button kind="quiet" onClick={() => void signOut()}>Sign out</Button></>}>
        {view.workspaces.length > 0 ? `Signed in as ${view.person.email}.` : `Ask for an invitation to ${view.person.email}, then open the link in the mail.`}
      </EmptyState>
    </main>
  );
}

/** The frame's geometry without content, until the session is known. */
function Still() {
  return <div className="grid h-full grid-cols-[var(--sidebar)_minmax(0,1fr)] max-phone:grid-cols-1"><div className="max-phone:hidden" /><div className="border-l border-line bg-surface max-phone:border-0" /></div>;
}

function Framed() {
  const [folded] = usePreference("sidebarFolded", false);
  return (
    <>
      <SkipLink />
      <Everywhere />
      <div className={`grid h-full max-phone:block max-phone:h-auto max-phone:min-h-full max-phone:bg-surface max-phone:pb-[68px] ${folded ? "grid-cols-[minmax(0,1fr)]" : "grid-cols-[var(--sidebar)_minmax(0,1fr)]"}`}>
        {!folded && <Sidebar />}
        <main id="main" tabIndex={-1} className="relative flex min-h-0 min-w-0 flex-col overflow-hidden border-l border-line bg-surface outline-none max-phone:overflow-visible max-phone:border-0"><Allowed><Outlet /></Allowed></main>
      </div>
      <ThumbBar />
    </>
  );
}

function SkipLink() {
  return <a href="#main" className="fixed top-2 left-2 z-80 -translate-y-16 rounded-2 bg-accent px-3 py-1.5 font-medium text-on-accent focus:translate-y-0">Skip to the content</a>;
}

/** What is on every signed-in page: keys, palette, key map, toasts, the nouns' overlays. */
function Everywhere() {
  const [palette, setPalette] = useState(false);
  const [map, setMap] = useState(false);
  const [folded, setFolded] = usePreference("sidebarFolded", false);
  const go = useGo();
  const session = useSession();
  const going = useGoing();
  const place = useRouterState({ select: (state) => state.location.pathname });
  useKeyboard();
  useEffect(() => { const listen = () => setPalette(true); addEventListener("counterfoil:palette", listen); return () => removeEventListener("counterfoil:palette", listen); }, []);
  // After a change of place the reader starts at its head.
  useEffect(() => { const active = document.activeElement; if (!active || active === document.body) document.getElementById("main")?.focus({ preventScroll: true }); }, [place]);
  const allowed = (one: Place) => !one.needs || session.may(one.needs);
  useKeys("Everywhere", [
    { keys: "mod+k", label: "Find or do", run: () => setPalette(true), whileEditing: true },
    { keys: "?", label: "Keys of this page", run: () => setMap(true) },
    ...allPlaces.filter(allowed).map((one) => ({ keys: one.keys ?? "", label: `Go to ${one.label}`, run: () => go(one.path) })),
    { keys: "g o", label: "Switch company", run: () => document.getElementById("company-switch")?.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, button: 0 })) },
    ...creations.filter(allowed).map((one) => ({ keys: one.keys ?? "", label: one.label, run: () => go(one.path) })),
    { keys: "[", label: folded ? "Show the sidebar" : "Hide the sidebar", run: () => setFolded(!folded) },
  ]);
  return (
    <>
      {going && <div className="appear-late fixed inset-x-0 top-0 z-80 h-0.5 bg-accent" role="progressbar" aria-label="Loading" />}
      <Palette open={palette} onClose={() => setPalette(false)} />
      <KeyMap open={map} onClose={() => setMap(false)} />
      <Toasts />
      <Overlays />
    </>
  );
}

const lazyOverlays: { name: string; Component: ComponentType }[] = overlays.map((overlay) => ({ name: overlay.name, Component: lazy(() => overlay.component().then((component) => ({ default: component }))) }));
function Overlays() {
  return <>{lazyOverlays.map(({ name, Component }) => <Suspense key={name} fallback={null}><Component /></Suspense>)}</>;
}

/** The screen, or who can grant it. */
function Allowed({ children }: { children: ReactNode }) {
  const session = useSession();
  const go = useGo();
  const match = useMatches({ select: (matches) => matches.at(-1)?.staticData });
  const lost = session.company === null && match !== undefined && !match.withoutCompany && match.title !== undefined;
  useEffect(() => { if (lost) go("/welcome", { replace: true }); }, [lost, go]);
  if (lost) return null;
  if (match?.needs && !session.may(match.needs)) return <><h1 className="sr-only">{match.title}</h1><NoPermission what={match.title ?? "this page"} /></>;
  return <>{children}</>;
}

const openPalette = () => dispatchEvent(new Event("counterfoil:palette"));

function Sidebar() {
  const session = useSession();
  const [theme, setTheme] = useTheme();
  const go = useGo();
  const foot: MenuItem[] = [
    { heading: session.person.email },
    { label: "Light", checked: theme === "light", onChoose: () => setTheme("light") },
    { label: "Dark", checked: theme === "dark", onChoose: () => setTheme("dark") },
    { label: "As the device", checked: theme === "system", onChoose: () => setTheme("system") },
    "line",
    { label: "Your settings", onChoose: () => go("/settings/you") },
    { label: "Sign out", onChoose: () => void signOut() },
  ];
  return (
    <aside className="flex min-h-0 flex-col overflow-y-auto px-2.5 pt-3 pb-2.5 max-phone:hidden" aria-label="Sidebar">
      <Switcher />
      <button type="button" onClick={openPalette} className="mb-3 flex h-8 shrink-0 items-center gap-2 rounded-2 border border-line-strong bg-surface px-2 text-ink-2 hover:border-control-line"><Icon name="search" className="text-ink" />Find or do<KeyCap keys="mod+k" className="ml-auto" /></button>
      <nav aria-label="Main">
        <PlaceLink place={home} />
        <PlaceGroup title="Capture" places={capture} />
        <PlaceGroup title="Billing" places={billing} />
      </nav>
      <nav aria-label="Workspace" className="mt-auto pt-4">
        {workspace.map((place) => <PlaceLink key={place.path} place={place} />)}
        <Menu items={foot} align="start" side="top" width={200}>
          <button type="button" className="mt-1.5 flex h-[30px] w-full items-center gap-[9px] rounded-2 px-2 font-medium hover:bg-[color-mix(in_srgb,var(--ink)_4%,transparent)]"><Avatar name={session.person.name} /><span className="clip">{session.person.name}</span></button>
        </Menu>
      </nav>
    </aside>
  );
}

function Switcher() {
  const session = useSession();
  const { company } = session;
  const open = (counts: Record<string, number> | undefined) => Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
  const others = session.workspaces.filter((one) => one.id !== session.workspace.id);
  const items: MenuItem[] = [
    { heading: session.workspace.name },
    ...session.companies.map((one) => ({ label: one.name, checked: one.id === company?.id, detail: open(one.open) > 0 ? `${open(one.open)} waiting` : undefined, onChoose: () => session.chooseCompany(one.id) })),
    ...(others.length > 0 ? ["line" as const, { heading: "Other workspaces" }, ...others.map((one) => ({ label: one.name, onChoose: () => void switchWorkspace(one.id) }))] : []),
  ];
  return (
    <Menu items={items} align="start" width={240}>
      <button type="button" id="company-switch" className="mb-2 flex shrink-0 items-center gap-[9px] rounded-2 p-1.5 text-left hover:bg-[color-mix(in_srgb,var(--ink)_4%,transparent)]">
        <Avatar name={company?.name ?? session.workspace.name} company size={28} />
        <span className="sr-only">Switch company: </span>
        <span className="min-w-0 flex-1 leading-4"><b className="block clip">{company?.name ?? session.workspace.name}</b>{company && company.name !== session.workspace.name && <span className="block clip text-sm text-ink-3">{session.workspace.name}</span>}</span>
        <Icon name="switch" className="text-ink-3" />
      </button>
    </Menu>
  );
}

function PlaceGroup({ title, places }: { title: string; places: readonly Place[] }) {
  return <div role="group" aria-label={title}><div aria-hidden="true" className="px-2 pt-3.5 pb-1 text-xs font-medium text-ink-3">{title}</div>{places.map((place) => <PlaceLink key={place.path} place={place} />)}</div>;
}

const isAt = (pathname: string, path: string) => (path === "/" ? pathname === "/" : pathname === path || pathname.startsWith(`${path}/`));

function PlaceLink({ place }: { place: Place }) {
  const session = useSession();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const here = isAt(pathname, place.path);
  if (place.needs && !session.may(place.needs)) return null;
  const count = place.count ? session.company?.open?.[place.count] : undefined;
  return (
    <Link to={place.path} current={here} className="flex h-[30px] items-center gap-[9px] rounded-2 px-2 font-medium text-ink-2 hover:bg-[color-mix(in_srgb,var(--ink)_4%,transparent)] aria-[current]:bg-[color-mix(in_srgb,var(--ink)_7%,transparent)] aria-[current]:text-ink">
      <Icon name={place.icon} className={here ? "text-ink" : "text-ink-3"} />{place.label}{count ? <Count value={count} className="ml-auto text-sm font-regular text-ink-2" /> : null}
    </Link>
  );
}

const thumb: readonly Place[] = [
  home,
  { path: "/inbox", label: "Inbox", icon: "inbox", count: "inbox" },
  { path: "/proposals", label: "Proposals", icon: "proposals", count: "proposals" },
  { path: "/invoices", label: "Invoices", icon: "invoices" },
  { path: "/more", label: "More", icon: "more" },
];

function ThumbBar() {
  const session = useSession();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav aria-label="Main" className="fixed inset-x-0 bottom-0 z-30 hidden h-[60px] grid-cols-5 border-t border-line-strong bg-surface pb-1 max-phone:grid">
      {thumb.map((place) => {
        const count = place.count ? session.company?.open?.[place.count] : undefined;
        const here = isAt(pathname, place.path);
        return (
          <Link key={place.path} to={place.path} current={here} className="relative flex flex-col items-center justify-center gap-0.5 text-xs text-ink-2 focus-visible:-outline-offset-2 aria-[current]:font-medium aria-[current]:text-accent-text">
            <Icon name={place.icon} size={22} stroke={1.2} />
            {count ? <span className="num absolute top-[7px] left-[calc(50%+7px)] h-4 min-w-4 rounded-full bg-ink px-1 text-center text-[10px] leading-4 font-medium text-surface">{count}</span> : null}
            <span>{place.label}</span>
          </Link>
        );
      })}
    </nav>
  );
}
