import { useSyncExternalStore } from "react";

/** What a person chose for this browser: theme, language of the screens, keys, the company last looked at. Never anything about documents. */
const prefix = "counterfoil.";
const listeners = new Set<() => void>();
const cache = new Map<string, unknown>();

/** A preference, or `fallback` when it was never set, cannot be read, or storage is forbidden. */
export function readPreference<T>(name: string, fallback: T): T {
  if (cache.has(name)) return cache.get(name) as T;
  let value: T = fallback;
  try {
    const stored = localStorage.getItem(prefix + name);
    if (stored !== null) value = JSON.parse(stored) as T;
  } catch { /* private windows may forbid storage: the choice then lasts as long as the page */ }
  cache.set(name, value);
  return value;
}

export function writePreference(name: string, value: unknown): void {
  cache.set(name, value);
  try {
    if (value === undefined || value === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch { /* as above */ }
  for (const listener of listeners) listener();
}

/** A preference and its setter; all components that use the name follow. */
export function usePreference<T>(name: string, fallback: T): [T, (value: T) => void] {
  const value = useSyncExternalStore(
    (listener) => { listeners.add(listener); return () => listeners.delete(listener); },
    () => readPreference(name, fallback),
  );
  return [value, (next) => writePreference(name, next)];
}

export type Theme = "light" | "dark" | "system";
/** Theme of this browser. "system" follows the operating system. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, set] = usePreference<Theme>("theme", "system");
  return [theme, (next) => { set(next); applyTheme(next); }];
}
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Locale of the screens for numbers and dates: the person's choice, else the browser's. Documents use their company's or customer's instead. */
export function useLocale(): string {
  const [chosen] = usePreference<string | null>("locale", null);
  return usableLocale(chosen ?? (typeof navigator === "undefined" ? "en" : navigator.language));
}

const checked = new Map<string, string>();
/** The locale itself, or its language, or English: some systems report one that Intl refuses ("en-US@posix", "C"). */
export function usableLocale(locale: string): string {
  const known = checked.get(locale);
  if (known) return known;
  const found = [locale, locale.split(/[@.]/)[0] ?? "", "en"].find((candidate) => {
    try {
      return Intl.getCanonicalLocales(candidate).length === 1;
    } catch {
      return false;
    }
  }) ?? "en";
  checked.set(locale, found);
  return found;
}
