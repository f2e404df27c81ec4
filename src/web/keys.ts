import { useEffect, useRef, useSyncExternalStore } from "react";
import { readPreference } from "./preferences.ts";

/**
 * The keyboard manager. Screens name their keys with `useKeys`; one listener on the window finds who answers, the newest first.
 * Notation: "j", "shift+j", "mod+k" (⌘ on Apple, Ctrl elsewhere), "alt+arrowup", "g h" (a sequence), "?", "/", "enter", "space", "escape".
 * Single letters are silent while text is edited or a dialog or menu is open, and altogether when the person turned them off (WCAG 2.1.4).
 */
export type KeyBinding = {
  keys: string;
  /** What it does, for the `?` map: "Move down". */
  label: string;
  run: (event: KeyboardEvent) => void;
  /** Works while text is being edited as well (only with a modifier, enter or escape). */
  whileEditing?: boolean;
  /** Answers inside an open dialog. */
  inDialog?: boolean;
  /** Not listed in the `?` map. */
  hidden?: boolean;
};
export type KeyGroup = { title: string; bindings: readonly KeyBinding[] };

const groups: { current: KeyGroup }[] = [];
const listeners = new Set<() => void>();
let snapshot: readonly KeyGroup[] = [];
function changed() {
  snapshot = groups.map((group) => group.current);
  for (const listener of listeners) listener();
}

/** Names keys while the component is mounted. The list may be a fresh array on each render; the newest functions are called. */
export function useKeys(title: string, bindings: readonly KeyBinding[], enabled = true): void {
  const holder = useRef<KeyGroup>({ title, bindings });
  const signature = bindings.map((binding) => `${binding.keys}\n${binding.label}`).join("\n");
  useEffect(() => { holder.current.bindings = bindings; });
  useEffect(() => {
    if (!enabled) return;
    const entry = { get current() { return holder.current; } };
    holder.current.title = title;
    groups.push(entry);
    changed();
    return () => {
      groups.splice(groups.indexOf(entry), 1);
      changed();
    };
  }, [title, signature, enabled]);
}

/** All keys that answer now, for the `?` map. */
export function useKeyGroups(): readonly KeyGroup[] {
  return useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => snapshot);
}

export const onApple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

const caps: Record<string, string> = {
  enter: "↵", escape: "Esc", space: "Space", tab: "Tab", backspace: "⌫", arrowup: "↑", arrowdown: "↓", arrowleft: "←", arrowright: "→", pageup: "PgUp", pagedown: "PgDn", delete: "Del",
};

/** A key in our notation as it is printed: "mod+k" is "⌘K" or "Ctrl K", "g h" is "G H". */
export function keyText(keys: string, apple = onApple): string {
  return keys.split(" ").map((press) => {
    const parts = press === "+" ? ["+"] : press.split("+");
    const text = parts.map((part) => {
      if (part === "mod") return apple ? "⌘" : "Ctrl";
      if (part === "shift") return "⇧";
      if (part === "alt") return apple ? "⌥" : "Alt";
      return caps[part] ?? part.toUpperCase();
    });
    return text.reduce((line, part) => line + (/^(Ctrl|Alt)$/.test(line.split(/\s/).pop() ?? "") ? ` ${part}` : part), "");
  }).join(" ");
}

/** What was pressed, in our notation. Shift is named only for letters and named keys: "?" is "?" on every layout. */
export function pressOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">, apple = onApple): string {
  const name = event.key === " " ? "space" : event.key.toLowerCase();
  const named = name.length > 1 || /\p{L}/u.test(name);
  const mod = apple ? event.metaKey : event.ctrlKey;
  return [mod && "mod", event.altKey && "alt", event.shiftKey && named && "shift", name].filter(Boolean).join("+");
}

/** Whether a key types, edits or operates the focused element, so that single letters must stay out of its way. */
export function isEditing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit", "range", "file"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.closest("[role=listbox],[role=menu],[role=combobox]") !== null;
}

const needsNoModifier = /^(shift\+)?[^+]+$/;
/** Keys that a focused button or link answers itself. */
const operates = (press: string, target: EventTarget | null) =>
  (press === "enter" || press === "space") && target instanceof HTMLElement && target.closest("button,a,summary,[role=button],[role=switch],[role=checkbox],[role=radio]") !== null && !target.closest("[data-row-link]");

let waiting: { prefix: string; until: number } | null = null;

/** Finds and runs the binding for a key press. Exported for the test; the shell connects it to the window once. */
export function answer(event: KeyboardEvent, lists: readonly KeyGroup[] = snapshot, now = Date.now(), singleKeys = readPreference("singleKeys", true)): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const press = pressOf(event);
  if (["shift", "control", "alt", "meta"].includes(event.key.toLowerCase())) return false;
  const editing = isEditing(event.target);
  const inDialog = typeof document !== "undefined" && document.querySelector("[role=dialog][data-state=open],[role=alertdialog][data-state=open],[role=menu][data-state=open]") !== null;
  const prefix = waiting && waiting.until > now ? waiting.prefix : null;
  waiting = null;
  const plain = needsNoModifier.test(press) && !["escape"].includes(press);
  if (plain && editing && !["enter"].includes(press)) return false;
  if (plain && !singleKeys && press.length === 1) return false;
  if (operates(press, event.target)) return false;
  const full = prefix ? `${prefix} ${press}` : press;
  const all = [...lists].reverse().flatMap((group) => group.bindings);
  const allowed = (binding: KeyBinding) => (!inDialog || binding.inDialog) && (!editing || binding.whileEditing === true || (press.startsWith("mod+") && binding.whileEditing !== false));
  const found = all.find((binding) => binding.keys === full && allowed(binding));
  if (found) {
    event.preventDefault();
    found.run(event);
    return true;
  }
  if (!prefix && !editing && !inDialog && all.some((binding) => binding.keys.startsWith(`${press} `))) {
    waiting = { prefix: press, until: now + 1500 };
    event.preventDefault();
    return true;
  }
  return false;
}

let connected = 0;
/** Connects the manager to the window; mounted once by the shell. */
export function useKeyboard(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => void answer(event);
    if (connected++ === 0) window.addEventListener("keydown", listen);
    return () => { connected--; window.removeEventListener("keydown", listen); };
  }, []);
}
