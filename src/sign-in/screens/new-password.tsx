import { useEffect, useState } from "react";
import { Field, PasswordInput } from "../../web/kit.ts";
import { weaknessWords, weigh, wordsOf, type Weakness } from "../strength.ts";

const words = ["Far too easy", "Too easy", "Too easy", "Good", "Very good"];

/** A field for a new password: how good it is shows while one types. The lists it is held against come when the first letter is typed. */
export function NewPassword({ label = "Password", field, value, onChange, names = [], autoFocus }: {
  label?: string; field: { name: string; error: string | null }; value: string; onChange: (value: string) => void; /** Texts whose words it must not lean on. */ names?: readonly string[]; autoFocus?: boolean;
}) {
  const [judged, setJudged] = useState<{ score: number; weakness: Weakness | null } | null>(null);
  const about = names.join("\n");
  useEffect(() => {
    if (!value) { setJudged(null); return; }
    let stale = false;
    const timer = setTimeout(() => { void weigh(value, wordsOf(about)).then((next) => { if (!stale) setJudged(next); }, () => undefined); }, 120);
    return () => { stale = true; clearTimeout(timer); };
  }, [value, about]);
  const length = [...value].length;
  const hint = !judged ? "At least 12 characters, any of them. A short sentence is good."
    : judged.weakness === "too_short" ? `${12 - length} more ${12 - length === 1 ? "character" : "characters"}.`
    : judged.weakness ? weaknessWords[judged.weakness] : `${words[judged.score]}.`;
  return (
    <Field label={label} hint={<span aria-live="polite">{hint}</span>} {...field}>
      <PasswordInput autoComplete="new-password" value={value} onChange={onChange} autoFocus={autoFocus} maxLength={256} />
      <div aria-hidden="true" className="mt-1.5 grid grid-cols-4 gap-1">
        {[1, 2, 3, 4].map((step) => <span key={step} className={`h-1 rounded-full ${judged && !judged.weakness && judged.score >= step ? "bg-accent" : judged && judged.weakness && step <= Math.max(1, judged.score) ? "bg-danger" : "bg-line"}`} />)}
      </div>
    </Field>
  );
}
