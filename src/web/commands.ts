import { useEffect, useRef, useSyncExternalStore } from "react";
import type { IconName } from "./components/icons.tsx";

/** Something that can be done now, offered first in the palette: for the selection or the open record. */
export type Command = { label: string; icon?: IconName; keys?: string; run: () => void; disabledBecause?: string | null };

const sets: { current: readonly Command[] }[] = [];
let snapshot: readonly Command[] = [];
const listeners = new Set<() => void>();
const changed = () => { snapshot = [...sets].reverse().flatMap((one) => one.current); for (const listener of listeners) listener(); };

/** Names the commands of a screen while it is shown. */
export function useCommands(commands: readonly Command[]): void {
  const holder = useRef(commands);
  const signature = commands.map((command) => `${command.label}\n${command.disabledBecause ?? ""}`).join("\n");
  useEffect(() => { holder.current = commands; });
  useEffect(() => {
    sets.push(holder);
    changed();
    return () => { sets.splice(sets.indexOf(holder), 1); changed(); };
  }, [signature]);
}

export const useAllCommands = (): readonly Command[] => useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => snapshot);
