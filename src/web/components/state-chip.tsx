import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons.tsx";

// The shape tells the stage, the colour whether it needs you: nothing depends on colour alone.
const shapes = {
  notBegun: <circle cx="6" cy="6" r="4.3" fill="none" stroke="currentColor" strokeWidth="1.3" strokeDasharray="2.2 1.9" />,
  open: <circle cx="6" cy="6" r="4.3" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  underWay: <><circle cx="6" cy="6" r="4.3" fill="none" stroke="currentColor" strokeWidth="1.3" /><path d="M6 1.7a4.3 4.3 0 0 1 0 8.6z" fill="currentColor" /></>,
  quarter: <><circle cx="6" cy="6" r="4.3" fill="none" stroke="currentColor" strokeWidth="1.3" /><path d="M6 6V1.7A4.3 4.3 0 0 1 10.3 6z" fill="currentColor" /></>,
  done: <><circle cx="6" cy="6" r="5" fill="currentColor" /><path d="m3.8 6.1 1.6 1.6 2.9-3.2" fill="none" stroke="var(--surface)" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round" /></>,
  needsYou: <><path d="M6 1.2 11.4 10.6H.6z" fill="currentColor" /><path d="M6 4.6v2.6M6 8.7v.2" stroke="var(--surface)" strokeWidth="1.2" strokeLinecap="round" /></>,
  held: <><circle cx="6" cy="6" r="5" fill="currentColor" /><path d="M4.7 4.2v3.6M7.3 4.2v3.6" stroke="var(--surface)" strokeWidth="1.3" strokeLinecap="round" /></>,
  ended: <><circle cx="6" cy="6" r="4.3" fill="none" stroke="currentColor" strokeWidth="1.3" /><path d="m4.4 4.4 3.2 3.2M7.6 4.4 4.4 7.6" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" /></>,
} satisfies Record<string, ReactNode>;

/** The stage of something: ◌ not begun, ○ open, ◐ under way (◔ quarter while files are read), ● done, ▲ needs you, ⏸ held, ⊗ ended. */
export type Stage = keyof typeof shapes;
/** calm is the default; done is green in the glyph only; doubt is amber; danger red; off recedes. */
export type Tone = "calm" | "done" | "doubt" | "danger" | "off";

export const toneOf: Record<Stage, Tone> = { notBegun: "off", open: "calm", underWay: "calm", quarter: "calm", done: "done", needsYou: "danger", held: "danger", ended: "off" };
const colours: Record<Tone, string> = { calm: "text-ink-2", done: "text-ink-2", doubt: "text-doubt", danger: "text-danger", off: "text-ink-3" };

/** The glyph alone, where a word already stands nearby. */
export function Glyph({ stage, tone = toneOf[stage], size = 12, className = "" }: { stage: Stage; tone?: Tone; size?: number; className?: string }) {
  const colour = tone === "done" ? "text-accent-text" : colours[tone];
  return <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" className={`${colour} ${className}`}>{shapes[stage]}</svg>;
}

/** A state: glyph and word, no filled pill. `tone` defaults to what the stage means; "To review" in doubt is `stage="underWay" tone="doubt"`. */
export function StateChip({ stage, children, tone = toneOf[stage], title }: { stage: Stage; children: ReactNode; tone?: Tone; title?: string }) {
  return <span title={title} className={`inline-flex items-center gap-1.5 align-top whitespace-nowrap ${colours[tone]}`}><Glyph stage={stage} tone={tone} />{children}</span>;
}

type ChipLook = { stage: Stage; tone?: Tone; word: string };

/**
 * The table of states, one row per axis. Keys are the states as the API names them; words with a number take it as an argument
 * (`chip("settlement", "overdue", 26)` reads "26 days late").
 */
export const states = {
  document: { draft: ["notBegun", "Draft"], issued: ["open", "Issued"], credited: ["done", "Credited"], void: ["ended", "Void"] },
  settlement: { unpaid: ["open", "Unpaid"], part_paid: ["underWay", "Part-paid"], paid: ["done", "Paid"], overpaid: ["done", "Overpaid"], overdue: ["needsYou", (n = 0) => (n === 1 ? "1 day late" : `${n} days late`)],
    disputed: ["held", "Disputed"], written_off: ["ended", "Written off"], applied: ["done", "Applied"], draft: ["notBegun", "Draft"], void: ["ended", "Void"] },
  delivery: { queued: ["notBegun", "Queued"], sent: ["open", "Sent"], delivered: ["underWay", "Delivered"], opened: ["underWay", (n = 1) => (n > 1 ? `Opened ${n}×` : "Opened")], bounced: ["needsYou", "Bounced"], failed: ["needsYou", "Failed"], outbox: ["notBegun", "In the outbox"] },
  proposal: { draft: ["notBegun", "Draft"], sent: ["open", "Sent"], viewed: ["underWay", (n = 1) => (n > 1 ? `Viewed ${n}×` : "Viewed")], accepted: ["done", "Accepted"], part_invoiced: ["done", "Part-invoiced"], invoiced: ["done", "Invoiced"],
    ending: ["needsYou", "Ends tomorrow"], change_asked: ["needsYou", "Change asked"], declined: ["ended", "Declined"], expired: ["ended", "Expired"], withdrawn: ["ended", "Withdrawn"], superseded: ["ended", "Superseded"] },
  reading: { waiting: ["notBegun", "Waiting"], reading: ["quarter", "Reading"], read: ["done", "Read"], unreadable: ["needsYou", "Unreadable"], needs_password: ["needsYou", "Needs a password"], not_an_invoice: ["ended", "Not an invoice"] },
  review: { to_review: ["underWay", "To review"], doubtful: ["underWay", "To review", "doubt"], reviewed: ["done", "Reviewed"], duplicate: ["needsYou", "Duplicate?"], rejected: ["ended", "Rejected"], split: ["ended", "Split"] },
  approval: { to_approve: ["open", "To approve"], part_approved: ["underWay", "1 of 2 approved"], approved: ["done", "Approved"], over_limit: ["needsYou", "Over limit"], on_hold: ["held", "On hold"] },
  export: { not_exported: ["open", "Not exported"], queued: ["underWay", "Queued"], exported: ["done", "Exported"], refused: ["needsYou", "Refused"] },
} satisfies Record<string, Record<string, readonly [Stage, string | ((count?: number) => string), Tone?]>>;

export type Axis = keyof typeof states;

/** The look of a state on an axis; an unknown state (a newer server) shows its own name rather than nothing. */
export function lookOf(axis: Axis, state: string, count?: number): ChipLook {
  const entry = (states[axis] as Record<string, readonly [Stage, string | ((count?: number) => string), Tone?]>)[state];
  if (!entry) return { stage: "open", word: state.replaceAll("_", " ").replace(/^./, (letter) => letter.toUpperCase()) };
  const [stage, word, tone] = entry;
  return { stage, tone, word: typeof word === "function" ? word(count) : word };
}

const deliveryIcons: Record<string, IconName> = { queued: "clock", outbox: "inbox", sent: "send", delivered: "mail", opened: "eye", bounced: "warning", failed: "warning" };

/** How an invoice reached its reader: an icon and a word, smaller than the chips. `children` replaces the word ("Reminded 1×"). */
export function Delivery({ is, count, children }: { is: string; count?: number; children?: ReactNode }) {
  const bad = is === "bounced" || is === "failed";
  return <span className={`inline-flex items-center gap-2 align-top text-sm leading-5 whitespace-nowrap ${bad ? "text-danger" : "text-ink-3"}`}><Icon name={deliveryIcons[is] ?? "mail"} size={14} />{children ?? lookOf("delivery", is, count).word}</span>;
}

/** A chip straight from a state's name: `<State of="settlement" is="overdue" count={26} />`. */
export function State({ of, is, count, title }: { of: Axis; is: string; count?: number; title?: string }) {
  const look = lookOf(of, is, count);
  return <StateChip stage={look.stage} tone={look.tone} title={title}>{look.word}</StateChip>;
}
