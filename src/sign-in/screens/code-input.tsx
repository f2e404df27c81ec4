import { Field, Input } from "../../web/kit.ts";

/** Six digits of an authenticator app, large enough to be typed from a phone. */
export function CodeInput({ label = "Code of your authenticator app", field, value, onChange, autoFocus = true }: { label?: string; field: { name: string; error: string | null }; value: string; onChange: (value: string) => void; autoFocus?: boolean }) {
  return (
    <Field label={label} hint="Six digits; the app shows new ones every half minute." {...field}>
      <Input value={value} onChange={(text) => onChange(text.replace(/[^\d ]/g, "").slice(0, 7))} inputMode="numeric" autoComplete="one-time-code" figures autoFocus={autoFocus} className="text-lg! tracking-[.3em]" />
    </Field>
  );
}
