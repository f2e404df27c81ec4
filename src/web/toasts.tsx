import { Toast as RadixToast } from "radix-ui";
import { useSyncExternalStore } from "react";
import { useKeys } from "./keys.ts";
import { KeyCap } from "./components/marks.tsx";

type ToastView = { id: number; text: string; undo?: () => void; open: boolean };

let toasts: readonly ToastView[] = [];
let count = 0;
const listeners = new Set<() => void>();
const set = (next: readonly ToastView[]) => { toasts = next; for (const listener of listeners) listener(); };

/**
 * Says what happened, in the past tense and one line: `toast("Approved Atlantic Tool Hire ATH-51220", { undo })`. At most three; `⌘Z` undoes the newest.
 * Not for errors of a form, and not for what cannot be undone and so asked first.
 */
export function toast(text: string, { undo }: { undo?: () => void } = {}): void {
  set([...toasts.filter((one) => one.open).slice(-2), { id: ++count, text, undo, open: true }]);
}

const close = (id: number) => {
  set(toasts.map((one) => (one.id === id ? { ...one, open: false } : one)));
  setTimeout(() => set(toasts.filter((one) => one.id !== id)), 200);
};
const takeBack = (one: ToastView) => { close(one.id); one.undo?.(); };

/** Bottom left, 8 s, waiting while the pointer or the focus is on it. Mounted once by the frame. */
export function Toasts() {
  const shown = useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => toasts);
  const newest = [...shown].reverse().find((one) => one.open && one.undo);
  useKeys("Everywhere", [{ keys: "mod+z", label: "Undo", run: () => { if (newest) takeBack(newest); }, whileEditing: false }], newest !== undefined);
  return (
    <RadixToast.Provider duration={8000} label="Notice">
      {shown.map((one) => (
        <RadixToast.Root key={one.id} open={one.open} onOpenChange={(open) => { if (!open) close(one.id); }} className="toast flex items-center gap-3 rounded-3 bg-ink py-2.5 pr-2.5 pl-4 text-surface shadow-dialog data-[state=closed]:hidden">
          <RadixToast.Description className="min-w-0 flex-1">{one.text}</RadixToast.Description>
          {one.undo && <RadixToast.Action altText="Undo with Control Z" asChild><button type="button" onClick={() => takeBack(one)} className="flex items-center gap-1.5 rounded-1 px-1.5 py-0.5 font-medium underline decoration-current/40 underline-offset-2 focus-visible:outline-surface">Undo <KeyCap keys="mod+z" className="border-current/40! text-inherit!" /></button></RadixToast.Action>}
        </RadixToast.Root>
      ))}
      <RadixToast.Viewport className="fixed bottom-4 left-4 z-70 flex w-[min(460px,calc(100vw-32px))] flex-col gap-2 outline-none max-phone:bottom-[72px]" />
    </RadixToast.Provider>
  );
}
