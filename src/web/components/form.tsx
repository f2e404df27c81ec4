import { createContext, useContext, useEffect, useMemo, useRef, useState, type FormEvent, type ReactNode } from "react";
import { asApiError, type ApiError } from "../api.ts";

/** What a contract's zod schema offers; anything with this shape will do. */
export type Schema<Out> = { safeParse(value: unknown): { success: true; data: Out } | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } } };

export type FormOptions<Values, Out> = {
  initial: Values;
  /** The contract; its messages stand beside the fields. */
  schema?: Schema<Out>;
  /** From what the fields hold to what the contract takes (empty text to absent, say). Default: as it is. */
  toBody?: (values: Values) => unknown;
  /** Sends; a thrown ApiError with `fields` marks them, any other stands at the top. */
  onSubmit: (body: Out) => Promise<unknown> | unknown;
};

export type FormState<Values, Out = Values> = {
  values: Values;
  /** Whether anything differs from what was loaded or last saved. */
  changed: boolean;
  busy: boolean;
  /** Sentences by path, "lines.0.quantity". */
  errors: Readonly<Record<string, string>>;
  failure: ApiError | null;
  set<K extends keyof Values>(name: K, value: Values[K]): void;
  update(change: (values: Values) => Values): void;
  /** `{ value, onChange }` for an input. */
  bind<K extends keyof Values>(name: K): { value: Values[K]; onChange: (value: Values[K]) => void };
  /** `{ name, error }` for its Field. */
  field(path: string): { name: string; error: string | null };
  submit(): Promise<boolean>;
  reset(values?: Values): void;
  options: FormOptions<Values, Out>;
};

/** A form's data, its checking by the contract, its sending and its errors. */
export function useForm<Values extends object, Out = Values>(options: FormOptions<Values, Out>): FormState<Values, Out> {
  const [base, setBase] = useState(options.initial);
  const [values, setValues] = useState(options.initial);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const newest = useRef(options);
  newest.current = options;
  const changed = useMemo(() => JSON.stringify(values) !== JSON.stringify(base), [values, base]);
  const forget = (path: string) => setErrors((before) => (Object.keys(before).some((name) => name === path || name.startsWith(`${path}.`)) ? Object.fromEntries(Object.entries(before).filter(([name]) => name !== path && !name.startsWith(`${path}.`))) : before));
  const submit = async (): Promise<boolean> => {
    if (busy) return false;
    const { schema, toBody, onSubmit } = newest.current;
    const body = toBody ? toBody(values) : values;
    let parsed = body as Out;
    if (schema) {
      const result = schema.safeParse(body);
      if (!result.success) {
        const found: Record<string, string> = {};
        for (const issue of result.error.issues) found[issue.path.map(String).join(".")] ??= issue.message;
        setErrors(found);
        setFailure(null);
        return false;
      }
      parsed = result.data;
    }
    setBusy(true); setErrors({}); setFailure(null);
    try {
      await onSubmit(parsed);
      setBase(values);
      return true;
    } catch (error) {
      const failed = asApiError(error);
      if (Object.keys(failed.fields).length > 0) setErrors({ ...failed.fields });
      else setFailure(failed);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    values, changed, busy, errors, failure, submit, options,
    set: (name, value) => { setValues((before) => ({ ...before, [name]: value })); forget(String(name)); },
    update: (change) => setValues(change),
    bind: (name) => ({ value: values[name], onChange: (value) => { setValues((before) => ({ ...before, [name]: value })); forget(String(name)); } }),
    field: (path) => ({ name: path, error: errors[path] ?? null }),
    reset: (next) => { const to = next ?? base; setBase(to); setValues(to); setErrors({}); setFailure(null); },
  };
}

const Context = createContext<Pick<FormState<object>, "errors" | "failure"> | null>(null);

/** The form element: Enter submits, after a refusal the list of errors stands at the top and the first wrong field has the caret. */
export function Form<V extends object, O>({ form, children, id, className = "" }: { form: FormState<V, O>; children: ReactNode; id?: string; className?: string }) {
  const element = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries === 0) return;
    const wrong = Object.keys(form.errors);
    if (wrong.length === 0) return;
    const fields = [...(element.current?.querySelectorAll<HTMLElement>("[data-field]") ?? [])];
    focusIn(fields.find((field) => wrong.includes(field.dataset.field ?? "")));
    // After each try, not on each change.
  }, [tries]);
  const submit = (event: FormEvent) => { event.preventDefault(); event.stopPropagation(); void form.submit().then((done) => { if (!done) setTries((count) => count + 1); }); };
  return (
    <Context value={form as unknown as Pick<FormState<object>, "errors" | "failure">}>
      <form ref={element} id={id} noValidate onSubmit={submit} className={className}>{children}</form>
    </Context>
  );
}

const focusIn = (field: HTMLElement | undefined) => {
  field?.scrollIntoView({ block: "center" });
  field?.querySelector<HTMLElement>("input,textarea,select,button,[tabindex]")?.focus({ preventScroll: true });
};

/** What is wrong, listed at the top after submitting; each line leads to its field. Silent while nothing is wrong. */
export function FormErrors({ labels = {} }: { /** Words for the paths: `{ vatId: "VAT number" }`. */ labels?: Readonly<Record<string, string>> }) {
  const form = useContext(Context);
  if (!form) return null;
  const entries = Object.entries(form.errors);
  if (entries.length === 0 && !form.failure) return null;
  const lead = (path: string) => focusIn([...document.querySelectorAll<HTMLElement>("[data-field]")].find((field) => field.dataset.field === path));
  return (
    <div role="alert" className="mb-4 rounded-2 bg-danger-soft px-3 py-2.5">
      {form.failure && <p>{form.failure.message}{form.failure.requestId && form.failure.status >= 500 && <span className="text-sm text-ink-2"> Quote {form.failure.requestId}.</span>}</p>}
      {entries.length > 0 && <p className="font-strong">{entries.length === 1 ? "One field needs another look" : `${entries.length} fields need another look`}</p>}
      {entries.length > 0 && <ul className="mt-0.5">{entries.map(([path, message]) => <li key={path}><button type="button" className="link text-left" onClick={() => lead(path)}>{labels[path] ? `${labels[path]}: ` : ""}{message}</button></li>)}</ul>}
    </div>
  );
}

/** The bar at the foot of a settings page: appears only when something changed. Nothing is saved in silence. */
export function UnsavedBar<V extends object, O>({ form, children }: { form: FormState<V, O>; children: (reset: () => void) => ReactNode }) {
  if (!form.changed) return null;
  return <div role="status" className="sticky bottom-0 z-10 flex items-center gap-3 border-t border-line bg-surface px-6 py-2.5 max-phone:bottom-[60px] max-phone:px-4"><span className="flex-1 text-ink-2">Not saved yet</span>{children(() => form.reset())}</div>;
}
