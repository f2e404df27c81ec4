import { createContext, useContext, useEffect, useId, useMemo, useState, type ReactNode, type Ref } from "react";
import { useKeys } from "../keys.ts";
import { Icon, type IconName } from "./icons.tsx";
import { KeyCap } from "./marks.tsx";

type FieldContext = { id: string; hintId: string; problemId: string; invalid: boolean; described: string | undefined; required: boolean; setProblem: (problem: string | null) => void };
const Context = createContext<FieldContext | null>(null);

/** What an input needs from the field around it: id, descriptions, and a way to say what is wrong with the text typed. */
export function useField(): FieldContext {
  const alone = useId();
  return useContext(Context) ?? { id: alone, hintId: "", problemId: "", invalid: false, described: undefined, required: false, setProblem: () => undefined };
}

/**
 * A labelled field. The label is always visible; `error` (from the form or the server) stands below in words, else what the input itself found.
 * `name` is the path in the form, so that the list of errors at the top can lead here.
 */
export function Field({ label, name, hint, error, required = false, optional = false, aside, children, className = "" }: {
  label: ReactNode; name?: string; hint?: ReactNode; error?: string | null; required?: boolean; optional?: boolean; aside?: ReactNode; children: ReactNode; className?: string;
}) {
  const id = useId();
  const [own, setProblem] = useState<string | null>(null);
  const problem = error ?? own;
  const context = useMemo<FieldContext>(() => {
    const hintId = `${id}-hint`, problemId = `${id}-problem`;
    const described = [problem && problemId, hint && hintId].filter(Boolean).join(" ") || undefined;
    return { id, hintId, problemId, invalid: Boolean(problem), described, required, setProblem };
  }, [id, problem, hint, required]);
  return (
    <Context value={context}>
      <div className={`min-w-0 ${className}`} data-field={name}>
        <div className="mb-1 flex items-baseline justify-between gap-2">
          <label htmlFor={id} className="block text-sm font-medium text-ink-2">{label}{optional && <span className="font-regular text-ink-3"> optional</span>}</label>
          {aside && <span className="text-sm text-ink-3">{aside}</span>}
        </div>
        {children}
        {problem && <p id={context.problemId} className="mt-1 flex gap-1.5 text-sm text-danger"><Icon name="warning" size={14} className="mt-0.5" />{problem}</p>}
        {hint && <p id={context.hintId} className="mt-1 text-sm text-ink-3">{hint}</p>}
      </div>
    </Context>
  );
}

/** Several inputs under one heading (radios, check boxes, an address). */
export function FieldSet({ legend, hint, error, name, children }: { legend: ReactNode; hint?: ReactNode; error?: string | null; name?: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0" data-field={name}>
      <legend className="mb-1 text-sm font-medium text-ink-2">{legend}</legend>
      {children}
      {error && <p className="mt-1 flex gap-1.5 text-sm text-danger"><Icon name="warning" size={14} className="mt-0.5" />{error}</p>}
      {hint && <p className="mt-1 text-sm text-ink-3">{hint}</p>}
    </fieldset>
  );
}

export type InputProps = {
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "email" | "password" | "tel" | "url" | "search";
  placeholder?: string;
  autoComplete?: string;
  autoFocus?: boolean;
  inputMode?: "text" | "decimal" | "numeric" | "email" | "tel" | "url" | "search";
  maxLength?: number;
  disabled?: boolean;
  readOnly?: boolean;
  /** Digits in columns: numbers, IBANs, VAT ids. */
  figures?: boolean;
  onBlur?: () => void;
  onEnter?: () => void;
  name?: string;
  ref?: Ref<HTMLInputElement>;
  "aria-label"?: string;
  className?: string;
};

/** One line of text. */
export function Input({ value, onChange, type = "text", figures, onEnter, className = "", ref, ...rest }: InputProps) {
  const field = useField();
  return (
    <input ref={ref} id={field.id} type={type} value={value} onChange={(event) => onChange(event.target.value)} aria-invalid={field.invalid || undefined} aria-describedby={field.described} aria-required={field.required || undefined}
      onKeyDown={onEnter && ((event) => { if (event.key === "Enter" && !event.nativeEvent.isComposing) onEnter(); })} spellCheck={type === "text" && !figures ? undefined : false} className={`control ${figures ? "num" : ""} ${className}`} {...rest} />
  );
}

/** A password with a switch to read it. Pasting and password managers work. */
export function PasswordInput(props: Omit<InputProps, "type" | "figures">) {
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input {...props} type={shown ? "text" : "password"} className="pr-16" />
      <button type="button" onClick={() => setShown(!shown)} aria-pressed={shown} className="link absolute inset-y-0 right-2.5 text-sm">{shown ? "Hide" : "Show"}</button>
    </div>
  );
}

/** Several lines; grows with its text from `rows` on. */
export function TextArea({ value, onChange, rows = 3, ref, className = "", ...rest }: Omit<InputProps, "type" | "figures" | "onEnter" | "ref"> & { rows?: number; ref?: Ref<HTMLTextAreaElement> }) {
  const field = useField();
  return (
    <textarea ref={ref} id={field.id} value={value} rows={rows} onChange={(event) => onChange(event.target.value)} aria-invalid={field.invalid || undefined} aria-describedby={field.described} aria-required={field.required || undefined}
      className={`control field-sizing-content h-auto! resize-y py-[7px] ${className}`} style={{ minHeight: `${rows * 20 + 16}px` }} {...rest} />
  );
}

/** The search of a list; `/` brings the caret here, Escape empties it. The text is handed on 200 ms after the last key. */
export function SearchBox({ value, onChange, placeholder = "Search", label = placeholder, width = 262 }: { value: string; onChange: (value: string) => void; placeholder?: string; label?: string; width?: number }) {
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), 200);
    return () => clearTimeout(timer);
    // Only the text starts the wait; a fresh `onChange` must not restart it.
  }, [text]);
  useKeys("Lists", [{ keys: "/", label: "Search", run: () => document.getElementById(id)?.focus() }]);
  return (
    <div className="control flex items-center gap-2 border-line-strong! max-phone:order-last max-phone:w-full!" style={{ width }} role="search">
      <Icon name="search" className="text-ink-3" />
      <input id={id} type="search" aria-label={label} value={text} placeholder={placeholder} onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => { if (event.key === "Escape") { event.stopPropagation(); if (text) { setText(""); onChange(""); } else event.currentTarget.blur(); } }}
        className="min-w-0 flex-1 bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden" />
      <KeyCap keys="/" />
    </div>
  );
}

/** An input that carries an icon or a word inside its edge: `<Framed icon="people" after="14 days net"><input …/></Framed>`. */
export function Framed({ icon, after, children }: { icon?: IconName; after?: ReactNode; children: ReactNode }) {
  return <div className="control flex items-center gap-2 [&_input]:min-w-0 [&_input]:flex-1 [&_input]:bg-transparent [&_input]:outline-none">{icon && <Icon name={icon} />}{children}{after && <span className="shrink-0 text-sm text-ink-3">{after}</span>}</div>;
}
