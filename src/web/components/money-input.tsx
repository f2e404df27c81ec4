import { useState, type Ref } from "react";
import { useLocale } from "../preferences.ts";
import { decimalsOf, readAmount, showAmount } from "./amount-text.ts";
import { useField } from "./field.tsx";

export type DecimalInputProps = {
  /** Canonical decimal text ("1234.50") or "". While the text cannot be read it is handed on as typed, so that a form refuses it. */
  value: string;
  onChange: (value: string) => void;
  /** Most digits after the point. */
  decimals: number;
  /** Keeps typed decimals instead of filling up ("3", not "3.00"): quantities, prices, rates. */
  loose?: boolean;
  unit?: string;
  locale?: string;
  placeholder?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  /** Without edge, for a cell of the line editor; the edge appears with the caret. */
  bare?: boolean;
  after?: string;
  name?: string;
  onBlur?: () => void;
  ref?: Ref<HTMLInputElement>;
  "aria-label"?: string;
};

/** A number by typing: `1234,5`, `1.234,50`, `1 234.50`, `=3*95.38`. Shows its reading when left, never rewrites while typing, says what it cannot take. */
export function DecimalInput({ value, onChange, decimals, loose = true, unit, locale: given, bare = false, after, ref, onBlur, ...rest }: DecimalInputProps) {
  const own = useLocale();
  const locale = given ?? own;
  const field = useField();
  const [typed, setTyped] = useState<string | null>(null);
  const { setProblem } = field;
  const [wrong, setWrong] = useState<string | null>(null);
  const read = loose ? null : readAmount(value, { decimals, locale: "en" });
  const shown = showAmount(read?.ok ? read.value : value, locale);
  const say = (problem: string | null) => { setWrong(problem); setProblem(problem); };
  const input = (
    <input ref={ref} id={field.id} type="text" inputMode="decimal" autoComplete="off" spellCheck={false} value={typed ?? shown}
      aria-invalid={field.invalid || wrong !== null || undefined} aria-describedby={field.described} title={wrong ?? undefined}
      onFocus={(event) => { setTyped(shown); event.currentTarget.select(); }}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        const read = readAmount(text, { decimals, locale, loose, unit });
        onChange(read.ok ? read.value : text);
        if (read.ok) say(null);
      }}
      onBlur={() => {
        const read = readAmount(typed ?? "", { decimals, locale, loose, unit });
        say(read.ok || typed === null ? null : read.problem);
        setTyped(null);
        onBlur?.();
      }}
      className={bare ? `num h-(--control) w-full min-w-0 rounded-2 border border-transparent bg-transparent px-2 text-right hover:border-line-strong focus:bg-surface focus-visible:outline-offset-[-1px] aria-invalid:border-danger` : after ? "num min-w-0 flex-1 bg-transparent text-right outline-none" : "control num text-right"}
      {...rest} />
  );
  return after && !bare ? <div className="control flex items-center gap-2">{input}<span className="shrink-0 text-ink-3">{after}</span></div> : input;
}

/** An amount in a currency; always with the currency's decimals. */
export function MoneyInput({ currency, ...rest }: Omit<DecimalInputProps, "decimals" | "loose" | "unit" | "after"> & { currency: string }) {
  return <DecimalInput {...rest} decimals={decimalsOf(currency)} loose={false} unit={currency} after={currency} />;
}
