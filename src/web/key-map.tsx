import { KeyCap } from "./components/marks.tsx";
import { Dialog } from "./components/overlays.tsx";
import { Checkbox } from "./components/choice.tsx";
import { useKeyGroups } from "./keys.ts";
import { usePreference } from "./preferences.ts";

/** The keys of the current screen, by `?`. */
export function KeyMap({ open, onClose }: { open: boolean; onClose: () => void }) {
  const groups = useKeyGroups();
  const [single, setSingle] = usePreference("singleKeys", true);
  const titles = [...new Set(groups.map((group) => group.title))].sort((a, b) => (a === "Everywhere" ? 1 : b === "Everywhere" ? -1 : 0));
  return (
    <Dialog open={open} onClose={onClose} title="Keys on this page" width={720}
      foot={<div className="mr-auto"><Checkbox checked={single} onChange={setSingle} hint="Off, only keys with ⌘ or Ctrl work.">Single letters work as keys</Checkbox></div>}>
      <div className="columns-2 gap-8 max-phone:columns-1">
        {titles.map((title) => {
          const seen = new Set<string>();
          const bindings = groups.filter((group) => group.title === title).flatMap((group) => group.bindings).filter((binding) => !binding.hidden && !seen.has(binding.keys) && seen.add(binding.keys));
          return (
            <section key={title} className="mb-4 break-inside-avoid">
              <h3 className="mb-1 text-sm font-medium text-ink-3">{title}</h3>
              <dl>{bindings.map((binding) => (
                <div key={binding.keys} className="flex h-7 items-center gap-3 border-b border-line last:border-b-0">
                  <dt className="min-w-0 flex-1 clip">{binding.label}</dt>
                  <dd className="flex gap-1">{binding.keys.split(" ").map((key, index) => <KeyCap key={index} keys={key} className="max-phone:inline-flex!" />)}<span className="sr-only">{binding.keys}</span></dd>
                </div>
              ))}</dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
