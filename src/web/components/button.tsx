import type { MouseEvent, ReactNode, Ref } from "react";
import { useId } from "react";
import { Link } from "../navigation.tsx";
import { Icon, type IconName } from "./icons.tsx";
import { KeyCap } from "./marks.tsx";

export type ButtonKind = "plain" | "primary" | "danger" | "quiet" | "quietDanger";
export type ButtonProps = {
  /** A verb: "Void invoice", not "OK". */
  children: ReactNode;
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  kind?: ButtonKind;
  size?: "normal" | "small";
  icon?: IconName;
  /** The key that does the same, shown as a cap; name it with `useKeys` as well. */
  keys?: string;
  /** Work is under way: presses are ignored, a turning mark appears after 150 ms. */
  busy?: boolean;
  /** Why it cannot be pressed now; false or null when it can. The reason is read aloud and stands on hover; `reasonBeside` prints it. */
  disabledBecause?: string | null | false;
  reasonBeside?: boolean;
  type?: "button" | "submit";
  form?: string;
  grow?: boolean;
  autoFocus?: boolean;
  title?: string;
  ref?: Ref<HTMLButtonElement>;
  "aria-label"?: string;
  "aria-expanded"?: boolean;
  "aria-haspopup"?: "menu" | "dialog";
  "data-state"?: string;
  tabIndex?: number;
};

const kinds: Record<ButtonKind, string> = {
  plain: "border-line-strong bg-surface text-ink hover:bg-hover",
  primary: "border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover",
  danger: "border-danger bg-danger text-on-danger hover:opacity-92",
  quiet: "border-transparent text-ink-2 hover:bg-hover hover:text-ink",
  quietDanger: "border-transparent text-danger hover:bg-danger-soft",
};
const off = "border-line bg-hover text-ink-3 cursor-not-allowed";
const sizes = { normal: "h-(--control) px-3 rounded-2", small: "h-[26px] px-[9px] text-sm rounded-[4px] touch:h-9" };

/** The look of a button, for the rare element that is none (a label around a file input). */
export function buttonLook(kind: ButtonKind = "plain", size: "normal" | "small" = "normal", disabled = false): string {
  return `inline-flex shrink-0 items-center justify-center gap-[7px] border font-medium whitespace-nowrap select-none transition-colors duration-(--fast) ${sizes[size]} ${disabled ? off : kinds[kind]}`;
}

function Content({ icon, keys, children, kind, busy, size }: { icon?: IconName; keys?: string; children: ReactNode; kind: ButtonKind; busy?: boolean; size: "normal" | "small" }) {
  const onColour = kind === "primary" || kind === "danger";
  return (
    <>
      {busy ? <Turning size={size === "small" ? 14 : 16} /> : icon && <Icon name={icon} size={size === "small" ? 14 : 16} />}
      {children}
      {keys && <KeyCap keys={keys} className={onColour ? "border-current/40 bg-transparent text-inherit!" : "bg-surface"} />}
    </>
  );
}

/** The turning mark; unseen for the first 150 ms. */
export function Turning({ size = 16 }: { size?: number }) {
  return <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" className="appear-late"><g className="spin-slow origin-center"><circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" opacity=".28" /><path d="M8 2.5A5.5 5.5 0 0 1 13.5 8" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" /></g></svg>;
}

export function Button({ children, onClick, kind = "plain", size = "normal", icon, keys, busy, disabledBecause, reasonBeside, type = "button", grow, ref, title, ...rest }: ButtonProps) {
  const reasonId = useId();
  const disabled = Boolean(disabledBecause);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy || disabled) { event.preventDefault(); return; }
    onClick?.(event);
  };
  const button = (
    // Not `disabled`: a disabled button cannot be focused, so its reason could not be read.
    <button ref={ref} type={type} onClick={press} aria-disabled={disabled || undefined} aria-busy={busy || undefined} aria-describedby={disabled ? reasonId : undefined}
      title={disabled ? String(disabledBecause) : title} className={`${buttonLook(kind, size, disabled)} ${grow ? "flex-1" : ""}`} {...rest}>
      <Content icon={icon} keys={keys} kind={disabled ? "plain" : kind} busy={busy} size={size}>{children}</Content>
    </button>
  );
  if (!disabled) return button;
  return (
    <span className={`inline-flex min-w-0 items-center gap-2.5 ${grow ? "flex-1" : ""}`}>
      <span id={reasonId} className={reasonBeside ? "text-sm text-ink-3" : "sr-only"}>{disabledBecause}</span>
      {button}
    </span>
  );
}

/** A link that looks like a button: for going somewhere. */
export function ButtonLink({ to, search, children, kind = "plain", size = "normal", icon, keys, grow }: Pick<ButtonProps, "children" | "kind" | "size" | "icon" | "keys" | "grow"> & { to: string; search?: Record<string, string> }) {
  return <Link to={to} search={search} className={`${buttonLook(kind, size)} ${grow ? "flex-1" : ""}`}><Content icon={icon} keys={keys} kind={kind} size={size}>{children}</Content></Link>;
}

/** A download by the browser itself (a file of the API); opens nothing and keeps the page. */
export function DownloadLink({ href, children, kind = "plain", size = "normal", icon = "download" }: { href: string; children: ReactNode; kind?: ButtonKind; size?: "normal" | "small"; icon?: IconName }) {
  return <a href={href} download className={buttonLook(kind, size)}><Content icon={icon} kind={kind} size={size}>{children}</Content></a>;
}

/** A square button with an icon; `label` is its name for everybody who does not see the drawing. */
export function IconButton({ icon, label, size = "normal", kind = "quiet", keys, ...rest }: Omit<ButtonProps, "children" | "icon"> & { icon: IconName; label: string }) {
  const measure = size === "small" ? "size-[26px] rounded-[4px] touch:size-9" : "size-(--control) rounded-2";
  const disabled = Boolean(rest.disabledBecause);
  const { onClick, busy, disabledBecause, reasonBeside: _, grow: __, ref, title, type = "button", ...others } = rest;
  return (
    <button ref={ref} type={type} aria-label={label} aria-disabled={disabled || undefined} aria-busy={busy || undefined} title={title ?? (disabled ? `${label}: ${String(disabledBecause)}` : label)}
      onClick={(event) => { if (!busy && !disabled) onClick?.(event); }}
      className={`inline-grid shrink-0 place-items-center border transition-colors duration-(--fast) ${measure} ${disabled ? "border-transparent text-ink-3" : kinds[kind]}`} {...others}>
      {busy ? <Turning size={14} /> : <Icon name={icon} size={size === "small" ? 14 : 16} />}
    </button>
  );
}
