import { Checkbox as RadixCheckbox, RadioGroup, Switch as RadixSwitch } from "radix-ui";
import { useId, type ReactNode } from "react";
import { useField } from "./field.tsx";
import { Icon } from "./icons.tsx";

/** A box to tick, with its sentence. `checked="some"` is the half-way state of a head that selects many. */
export function Checkbox({ checked, onChange, children, hint, disabled, label }: { checked: boolean | "some"; onChange: (checked: boolean) => void; children?: ReactNode; hint?: ReactNode; disabled?: boolean; label?: string }) {
  const id = useId();
  const box = (
    <RadixCheckbox.Root id={id} aria-label={label} checked={checked === "some" ? "indeterminate" : checked} onCheckedChange={(next) => onChange(next === true)} disabled={disabled}
      className="peer relative grid size-[15px] shrink-0 place-items-center rounded-1 border border-control-line bg-surface before:absolute before:-inset-[5px] touch:before:-inset-3.5 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent disabled:opacity-60">
      <RadixCheckbox.Indicator className="text-on-accent"><Icon name={checked === "some" ? "minus" : "check"} size={11} stroke={2} /></RadixCheckbox.Indicator>
    </RadixCheckbox.Root>
  );
  if (!children) return box;
  return (
    <div className="flex items-start gap-2.5 py-0.5">
      <span className="flex h-5 items-center">{box}</span>
      <div className="min-w-0"><label htmlFor={id} className="block">{children}</label>{hint && <p className="text-sm text-ink-3">{hint}</p>}</div>
    </div>
  );
}

export type Choice<V extends string = string> = { value: V; label: ReactNode; hint?: ReactNode; aside?: ReactNode; disabledBecause?: string | null };

/** One of a few. `framed` shows each as a row of a bordered block, for a choice with consequences (file retention). */
export function Radios<V extends string>({ value, onChange, choices, framed = false, label }: { value: V; onChange: (value: V) => void; choices: readonly Choice<V>[]; framed?: boolean; label?: string }) {
  const field = useField();
  return (
    <RadioGroup.Root value={value} onValueChange={(next) => onChange(next as V)} aria-label={label} aria-describedby={field.described}
      className={framed ? "overflow-hidden rounded-3 border border-line-strong" : "grid gap-1"}>
      {choices.map((choice) => (
        <RadioGroup.Item key={choice.value} value={choice.value} disabled={Boolean(choice.disabledBecause)}
          className={`group flex w-full items-start gap-3 text-left disabled:cursor-not-allowed disabled:text-ink-3 ${framed ? "border-b border-line-strong px-3.5 py-3 last:border-b-0 data-[state=checked]:bg-selected data-[state=checked]:shadow-[inset_0_0_0_1px_var(--accent)] focus-visible:-outline-offset-2" : "py-1"}`}>
          <span className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border border-control-line bg-surface group-data-[state=checked]:border-accent"><RadioGroup.Indicator className="size-2 rounded-full bg-accent" /></span>
          <span className="min-w-0 flex-1"><span className={framed ? "font-strong" : ""}>{choice.label}</span>{(choice.hint ?? choice.disabledBecause) && <span className="block text-ink-2">{choice.disabledBecause ?? choice.hint}</span>}</span>
          {choice.aside}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}

/** On or off, at once. For something that waits for Save, use Checkbox. */
export function Switch({ checked, onChange, children, hint, disabled }: { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode; hint?: ReactNode; disabled?: boolean }) {
  const id = useId();
  return (
    <div className="flex items-start gap-3 py-1">
      <RadixSwitch.Root id={id} checked={checked} onCheckedChange={onChange} disabled={disabled}
        className="relative h-5 w-[34px] shrink-0 rounded-full bg-control-line transition-colors duration-(--fast) before:absolute before:-inset-y-0.5 before:inset-x-0 touch:before:-inset-y-3 data-[state=checked]:bg-accent disabled:opacity-60">
        <RadixSwitch.Thumb className="block size-4 translate-x-0.5 rounded-full bg-surface transition-transform duration-(--fast) data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-accent" />
      </RadixSwitch.Root>
      <div className="min-w-0"><label htmlFor={id} className="block font-medium">{children}</label>{hint && <p className="text-sm text-ink-3">{hint}</p>}</div>
    </div>
  );
}
