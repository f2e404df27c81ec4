import { Dialog } from "radix-ui";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { api, ApiError } from "./api.ts";
import { useAllCommands } from "./commands.ts";
import { matching } from "./components/combobox.tsx";
import { Icon, type IconName } from "./components/icons.tsx";
import { KeyCap } from "./components/marks.tsx";
import { Money } from "./components/money.tsx";
import { useGo } from "./navigation.tsx";
import { allPlaces, creations } from "./places.ts";
import { useTheme } from "./preferences.ts";
import { signOut, useSession } from "./session.tsx";

type Hit = { kind: string; id: string; title: string; detail?: string; amount?: string | null; currency?: string | null; url: string };
type Entry = { id: string; label: string; detail?: string; icon?: IconName; keys?: string; amount?: string | null; currency?: string | null; why?: string | null; run: () => void };

const kindIcons: Record<string, IconName> = { invoice: "invoices", proposal: "proposals", received_invoice: "inbox", customer: "people", supplier: "suppliers", service: "services", item: "services", payment: "payments" };
// An installation without the search answers 404 once; the palette then finds places and commands only.
let searchOff = false;

/** Find or do: commands of the screen, places, and records from the server, which join below a line and never reorder what is shown. */
export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => { if (!next) onClose(); }}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim fixed inset-0 z-50 bg-scrim" />
        <Dialog.Content aria-describedby={undefined} className="floating fixed top-[12vh] left-1/2 z-50 flex max-h-[70vh] w-[min(600px,calc(100vw-24px))] -translate-x-1/2 flex-col overflow-hidden shadow-dialog! focus:outline-none max-phone:top-3">
          <Dialog.Title className="sr-only">Find or do</Dialog.Title>
          <Search onClose={onClose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Search({ onClose }: { onClose: () => void }) {
  const listId = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const [hits, setHits] = useState<{ query: string; hits: Hit[] }>({ query: "", hits: [] });
  const list = useRef<HTMLDivElement>(null);
  const go = useGo();
  const session = useSession();
  const commands = useAllCommands();
  const [theme, setTheme] = useTheme();

  useEffect(() => {
    const text = query.trim();
    if (text.length < 2 || searchOff) { setHits({ query: "", hits: [] }); return; }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api.get<{ items: Hit[] }>("/api/search", { query: { q: text, companyId: session.company?.id }, signal: abort.signal })
        .then((answer) => setHits({ query: text, hits: answer.items }))
        .catch((error: unknown) => { if (error instanceof ApiError && error.status === 404) searchOff = true; });
    }, 80);
    return () => { clearTimeout(timer); abort.abort(); };
  }, [query, session.company?.id]);

  const local = useMemo<{ heading: string; entries: Entry[] }[]>(() => {
    const visit = (path: string) => () => go(path);
    const here: Entry[] = commands.map((command, index) => ({ id: `here${index}`, label: command.label, icon: command.icon, keys: command.keys, why: command.disabledBecause, run: command.run }));
    const make: Entry[] = creations.filter((place) => !place.needs || session.may(place.needs)).map((place) => ({ id: place.path, label: place.label, icon: "plus", keys: place.keys, run: visit(place.path) }));
    const places: Entry[] = allPlaces.filter((place) => !place.needs || session.may(place.needs)).map((place) => ({ id: place.path, label: place.label, icon: place.icon, keys: place.keys, run: visit(place.path) }));
    const companies: Entry[] = session.companies.length > 1 ? session.companies.map((company) => ({ id: company.id, label: `Switch to ${company.name}`, icon: "building", run: () => session.chooseCompany(company.id) })) : [];
    const others: Entry[] = [
      { id: "theme", label: theme === "dark" ? "Use the light theme" : "Use the dark theme", icon: "sun", run: () => setTheme(theme === "dark" ? "light" : "dark") },
      { id: "out", label: "Sign out", icon: "signOut", run: () => void signOut() },
    ];
    const groups = [{ heading: "Here", entries: here }, { heading: "Make", entries: make }, { heading: "Go to", entries: places }, { heading: "More", entries: [...companies, ...others] }];
    return groups.map((group) => ({ ...group, entries: matching(group.entries, query) })).filter((group) => group.entries.length > 0);
  }, [commands, query, session, theme, go, setTheme]);

  const records: Entry[] = hits.hits.map((hit) => ({ id: `${hit.kind}${hit.id}`, label: hit.title, detail: hit.detail, icon: kindIcons[hit.kind], amount: hit.amount, currency: hit.currency, run: () => go(hit.url) }));
  const groups = records.length > 0 ? [...local, { heading: "Records", entries: records }] : local;
  const flat = groups.flatMap((group) => group.entries);
  const choose = (entry: Entry | undefined) => { if (!entry || entry.why) return; onClose(); entry.run(); };
  useEffect(() => { list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }); }, [active]);

  let index = -1;
  return (
    <>
      <div className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line px-4">
        <Icon name="search" className="text-ink-3" />
        <input autoFocus role="combobox" aria-expanded="true" aria-controls={listId} aria-activedescendant={flat[active] ? `${listId}-${active}` : undefined} aria-label="Find or do" placeholder="A number, a name, an amount, or what to do" value={query}
          onChange={(event) => { setQuery(event.target.value); setActive(0); }}
          onKeyDown={(event) => {
            const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
            if (step !== 0) { event.preventDefault(); setActive((active + step + flat.length) % Math.max(1, flat.length)); }
            if (event.key === "Enter") { event.preventDefault(); choose(flat[active]); }
          }}
          className="min-w-0 flex-1 bg-transparent text-lg outline-none" />
        <KeyCap keys="escape" />
      </div>
      <div ref={list} id={listId} role="listbox" aria-label="Matches" className="min-h-0 overflow-y-auto p-1.5">
        {groups.map((group) => (
          <div key={group.heading} role="group" aria-label={group.heading} className={group.heading === "Records" ? "mt-1 border-t border-line pt-1" : ""}>
            <div aria-hidden="true" className="px-2.5 pt-1.5 pb-0.5 text-xs font-medium text-ink-3">{group.heading}</div>
            {group.entries.map((entry) => {
              const position = ++index;
              return (
                <div key={entry.id} id={`${listId}-${position}`} role="option" aria-selected={position === active} aria-disabled={Boolean(entry.why) || undefined} onPointerMove={() => setActive(position)} onClick={() => choose(entry)}
                  className={`flex min-h-[30px] items-center gap-2.5 rounded-[4px] px-2.5 py-1 touch:min-h-11 ${position === active ? "pointed" : ""} ${entry.why ? "text-ink-3" : ""}`}>
                  {entry.icon && <Icon name={entry.icon} className="text-ink-3" />}
                  <span className="min-w-0 flex-1 clip">{entry.label}{(entry.why ?? entry.detail) && <span className="ml-2 text-ink-3">{entry.why ?? entry.detail}</span>}</span>
                  {entry.amount && <Money amount={entry.amount} currency={entry.currency ?? undefined} />}
                  {entry.keys && <span className="flex gap-1">{entry.keys.split(" ").map((key) => <KeyCap key={key} keys={key} />)}</span>}
                </div>
              );
            })}
          </div>
        ))}
        {flat.length === 0 && <p className="px-2.5 py-3 text-ink-2">Nothing matches “{query}”. Try a number, a name or an amount.</p>}
      </div>
    </>
  );
}
