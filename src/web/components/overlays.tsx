import { AlertDialog, Dialog as RadixDialog, DropdownMenu, Popover as RadixPopover } from "radix-ui";
import { useRef, useState, type ReactNode } from "react";
import type { ApiError } from "../api.ts";
import { Button, IconButton, type ButtonKind } from "./button.tsx";
import { Input } from "./field.tsx";
import { Icon, type IconName } from "./icons.tsx";
import { KeyCap } from "./marks.tsx";

const scrim = "scrim fixed inset-0 z-50 bg-scrim";
const box = "dialog fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-48px)] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-3 bg-raised shadow-dialog focus:outline-none";

/** The first field of a dialog has the caret; without fields the proceeding button, else the dialog itself. */
function focusInside(event: Event): void {
  event.preventDefault();
  const dialog = event.currentTarget as HTMLElement;
  (dialog.querySelector<HTMLElement>("[data-dialog-body] :is(input:not([type=hidden],[type=file]),textarea,[role=combobox],[role=radio],[role=checkbox])") ?? dialog.querySelector<HTMLElement>("[data-dialog-foot] > button:last-of-type") ?? dialog).focus();
}

/** Dialogs are opened by state, without a trigger: what had the focus when one opened has it again, if nothing took it meanwhile. */
function useFocusBack() {
  const from = useRef<Element | null>(null);
  return {
    note: () => { from.current = document.activeElement; },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      if (document.activeElement !== document.body) return;
      const back = from.current?.isConnected && from.current !== document.body ? from.current : document.getElementById("main");
      (back as HTMLElement | null)?.focus({ preventScroll: true });
    },
  };
}

/** A dialog that needs an answer: title is the question or the task. `foot` holds the buttons, the proceeding one last. */
export function Dialog({ open, onClose, title, description, children, foot, width = 480 }: { open: boolean; onClose: () => void; title: ReactNode; description?: ReactNode; children?: ReactNode; foot?: ReactNode; width?: number }) {
  const { note, onCloseAutoFocus } = useFocusBack();
  return (
    <RadixDialog.Root open={open} onOpenChange={(next) => { if (!next) onClose(); }}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={scrim} />
        <RadixDialog.Content className={box} onOpenAutoFocus={(event) => { note(); focusInside(event); }} onCloseAutoFocus={onCloseAutoFocus} style={{ maxWidth: width }} {...(description ? {} : { "aria-describedby": undefined })}>
          <div className="flex items-start gap-3 px-5 pt-4 pb-1">
            <RadixDialog.Title className="min-w-0 flex-1">{title}</RadixDialog.Title>
            <RadixDialog.Close asChild><IconButton icon="close" label="Close" size="small" /></RadixDialog.Close>
          </div>
          {description && <RadixDialog.Description className="px-5 text-ink-2">{description}</RadixDialog.Description>}
          <div data-dialog-body className="min-h-0 overflow-y-auto px-5 py-3">{children}</div>
          {foot && <div data-dialog-foot className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">{foot}</div>}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

/**
 * Asks before something that cannot be undone. `title` is the question ("Void TW-2026-0187?"), `children` the effect in numbers, `verb` the button.
 * `typed` asks for the words to be typed, only where files or a workspace are lost. Focus starts on the button that keeps things as they are when `danger`.
 */
export function ConfirmDialog({ open, onClose, title, children, verb, keep = "Cancel", danger = false, busy, error, typed, onConfirm }: {
  open: boolean; onClose: () => void; title: ReactNode; children?: ReactNode; verb: string; keep?: string; danger?: boolean; busy?: boolean; error?: ApiError | null; typed?: string; onConfirm: () => void;
}) {
  const [text, setText] = useState("");
  const cancel = useRef<HTMLButtonElement>(null), proceed = useRef<HTMLButtonElement>(null), field = useRef<HTMLInputElement>(null);
  const { note, onCloseAutoFocus } = useFocusBack();
  const missing = typed !== undefined && text.trim() !== typed ? `Type ${typed} first` : null;
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => { if (!next) { setText(""); onClose(); } }}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={scrim} />
        <AlertDialog.Content className={box} style={{ maxWidth: 440 }} onCloseAutoFocus={onCloseAutoFocus} onOpenAutoFocus={(event) => { note(); event.preventDefault(); (typed !== undefined ? field : danger ? cancel : proceed).current?.focus(); }} {...(children ? {} : { "aria-describedby": undefined })}>
          <div className="min-h-0 overflow-y-auto px-5 pt-4 pb-4">
            <AlertDialog.Title className="text-lg font-strong">{title}</AlertDialog.Title>
            {children && <AlertDialog.Description asChild><div className="mt-1.5 text-ink-2">{children}</div></AlertDialog.Description>}
            {typed !== undefined && <label className="mt-3 block"><span className="mb-1 block text-sm font-medium text-ink-2">Type <b className="text-ink">{typed}</b> to confirm</span><Input ref={field} value={text} onChange={setText} autoComplete="off" /></label>}
            {error && <p role="alert" className="mt-3 text-danger">{error.message}{error.requestId && <span className="block text-sm text-ink-3">{error.requestId}</span>}</p>}
          </div>
          <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
            {/* The safest control that proceeds comes first in the order of focus: Cancel when something is lost, else the verb. */}
            <AlertDialog.Cancel asChild><Button ref={cancel}>{keep}</Button></AlertDialog.Cancel>
            <Button kind={danger ? "danger" : "primary"} busy={busy} disabledBecause={missing} ref={proceed} onClick={onConfirm}>{verb}</Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

/** A panel from the right edge: a peek below 1200 px, a small form beside its list. */
export function Sheet({ open, onClose, title, children, foot, width = 440 }: { open: boolean; onClose: () => void; title: ReactNode; children: ReactNode; foot?: ReactNode; width?: number }) {
  const { note, onCloseAutoFocus } = useFocusBack();
  return (
    <RadixDialog.Root open={open} onOpenChange={(next) => { if (!next) onClose(); }}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={scrim} />
        <RadixDialog.Content aria-describedby={undefined} onOpenAutoFocus={note} onCloseAutoFocus={onCloseAutoFocus} className="sheet-right fixed inset-y-0 right-0 z-50 flex w-full flex-col bg-raised shadow-dialog focus:outline-none" style={{ maxWidth: width }}>
          <div className="flex h-14 shrink-0 items-center gap-3 px-5"><RadixDialog.Title className="min-w-0 flex-1 clip">{title}</RadixDialog.Title><RadixDialog.Close asChild><IconButton icon="close" label="Close" size="small" /></RadixDialog.Close></div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
          {foot && <div className="flex justify-end gap-2 border-t border-line px-5 py-3">{foot}</div>}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

export type MenuItem =
  | { label: string; onChoose: () => void; icon?: IconName; keys?: string; detail?: ReactNode; danger?: boolean; checked?: boolean; disabledBecause?: string | null | false; href?: undefined }
  | { label: string; href: string; icon?: IconName; keys?: undefined; detail?: ReactNode; danger?: undefined; checked?: undefined; disabledBecause?: undefined; onChoose?: undefined }
  | { heading: string } | "line";

/** A menu behind any button: `<Menu items={[…]}><IconButton icon="more" label="More" /></Menu>`. Items with `detail` take a second line (the role menu). */
export function Menu({ children, items, align = "end", side = "bottom", width }: { children: ReactNode; items: readonly (MenuItem | false | null)[]; align?: "start" | "end"; side?: "bottom" | "top" | "right"; width?: number }) {
  const shown = items.filter((item): item is MenuItem => Boolean(item));
  const checks = shown.some((item) => item !== "line" && "checked" in item && item.checked !== undefined);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align={align} side={side} sideOffset={4} collisionPadding={8} className="floating z-60 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto p-1" style={{ width }}>
          {shown.map((item, index) => {
            if (item === "line") return <DropdownMenu.Separator key={index} className="-mx-1 my-1 h-px bg-line" />;
            if ("heading" in item) return <DropdownMenu.Label key={index} className="px-2.5 pt-1.5 pb-1 text-sm text-ink-3">{item.heading}</DropdownMenu.Label>;
            const inner = (
              <>
                {checks && <span className="mt-0.5 w-4 shrink-0 text-accent-text">{item.checked && <Icon name="check" size={16} />}</span>}
                {item.icon && <Icon name={item.icon} className="mt-0.5 text-ink-3" />}
                <span className="min-w-0 flex-1"><span className={item.detail ? "font-strong" : ""}>{item.label}</span>{(item.disabledBecause || item.detail) && <span className="block text-sm text-ink-2">{item.disabledBecause || item.detail}</span>}</span>
                {item.keys && <KeyCap keys={item.keys} className="mt-px" />}
              </>
            );
            const look = `flex min-h-7 cursor-default items-start gap-2.5 rounded-[4px] px-2.5 py-1 outline-none select-none data-disabled:text-ink-3 data-highlighted:pointed touch:min-h-11 touch:py-2.5 ${item.danger ? "text-danger" : ""}`;
            if (item.href !== undefined) return <DropdownMenu.Item key={index} asChild className={look}><a href={item.href} download>{inner}</a></DropdownMenu.Item>;
            return <DropdownMenu.Item key={index} disabled={Boolean(item.disabledBecause)} onSelect={item.onChoose} textValue={item.label} className={look}>{inner}</DropdownMenu.Item>;
          })}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** Something small behind a button: a filter, a note. `content` may take `close`. */
export function Popover({ children, content, align = "start", width = 280, open, onOpenChange }: { children: ReactNode; content: ReactNode | ((close: () => void) => ReactNode); align?: "start" | "end"; width?: number; open?: boolean; onOpenChange?: (open: boolean) => void }) {
  const [own, setOwn] = useState(false);
  const shown = open ?? own;
  const set = (next: boolean) => { setOwn(next); onOpenChange?.(next); };
  return (
    <RadixPopover.Root open={shown} onOpenChange={set}>
      <RadixPopover.Trigger asChild>{children}</RadixPopover.Trigger>
      <RadixPopover.Portal>
        <RadixPopover.Content align={align} sideOffset={4} collisionPadding={8} className="floating z-60 max-w-[calc(100vw-16px)] p-3 focus:outline-none" style={{ width }}>
          {typeof content === "function" ? content(() => set(false)) : content}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  );
}

/** A primary button with further verbs behind an arrow ("Issue and send" | "Issue without sending"). */
export function SplitButton({ children, onClick, items, kind = "primary", keys, busy, disabledBecause }: { children: ReactNode; onClick: () => void; items: readonly (MenuItem | false | null)[]; kind?: ButtonKind; keys?: string; busy?: boolean; disabledBecause?: string | null | false }) {
  return (
    <span className="inline-flex [&>button:first-child]:rounded-r-none [&>button:last-child]:-ml-px [&>button:last-child]:w-7 [&>button:last-child]:rounded-l-none [&>button:last-child]:border-l-current/25">
      <Button kind={kind} keys={keys} busy={busy} disabledBecause={disabledBecause} onClick={onClick}>{children}</Button>
      <Menu items={items}><IconButton icon="down" label="More ways" kind={kind} /></Menu>
    </span>
  );
}
