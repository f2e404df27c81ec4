import { randomUUID } from "node:crypto";
import { deviceOf } from "../platform/device.ts";
import { queueMail } from "../platform/mail.ts";
import { changesOf } from "../platform/changes.ts";
import { common } from "../platform/refusal.ts";
import { recordEvent, type Actor, type Scope, type Tx } from "../workspaces/index.ts";
import { alertDefaults, alertOf, alertWords, tellsOwners, volumeOf, volumeWords, type AlertKind, type Volume } from "./policy.ts";
import {
  addVolume, countAlertsOf, findAlertSettings, insertAlert, listOwners, lockHead, noteDevice, saveAlertSettings, type AlertSettingRow, type NewAlert, type WrittenEvent,
} from "./queries.ts";

const HOUR_MS = 3_600_000;
/** After so many mails of a kind about one actor within an hour, further alerts stand in the list only. */
const MAILS_AN_HOUR = 5;

/**
 * Raises what follows from a transaction's events: alert and mail are committed with the event that caused them, under the
 * chain's lock, so none is lost by a crash and none comes twice.
 */
export async function raiseAlerts(tx: Tx, events: readonly WrittenEvent[]): Promise<void> {
  const volumes = new Map<Volume, { amount: number; last: WrittenEvent }>();
  for (const event of events) {
    const volume = volumeOf(event.action);
    if (volume) volumes.set(volume, { amount: (volumes.get(volume)?.amount ?? 0) + 1, last: event });
    const details = JSON.parse(event.details) as Record<string, unknown>;
    const kind = alertOf(event.action, details) ?? (await newDevice(tx, event, details));
    if (kind) await raise(tx, { ...factsOf(event), kind, summary: kind === "new_device" ? `${event.actorName ?? "Somebody"} signed in from ${deviceOf(event.userAgent)}` : event.summary }, !tellsOwners(event.action));
  }
  const { actor } = tx.scope;
  if (!actor.id || !["person", "key", "operator"].includes(actor.kind)) return;
  for (const [volume, { amount, last }] of volumes) {
    const sum = await addVolume(tx, actor.id, volume, amount, last.at);
    await raiseOver(tx, volume, sum, { ...factsOf(last), kind: "mass_export", subject_kind: null, subject_id: null });
  }
}

type Facts = Omit<NewAlert, "id" | "kind" | "summary">;
const factsOf = (event: WrittenEvent): Facts => ({
  at: event.at, actor_kind: event.actorKind, actor_id: event.actorId, actor_name: event.actorName,
  subject_kind: event.subjectKind, subject_id: event.subjectId, company_id: event.companyId, event_seq: event.seq,
});

async function newDevice(tx: Tx, event: WrittenEvent, details: Record<string, unknown>): Promise<"new_device" | null> {
  if (event.actorKind !== "person" || !event.actorId || !["access.signed_in", "workspace.created", "team.joined"].includes(event.action)) return null;
  const device = await noteDevice(tx, event.actorId, deviceOf(event.userAgent).slice(0, 100), event.at);
  if (event.action !== "access.signed_in") return null;
  const isNew = typeof details["newDevice"] === "boolean" ? details["newDevice"] : device === "new";
  return isNew ? "new_device" : null;
}

/** Notes that an actor was refused; raises an alert when that happened often within the hour. For a transaction that writes no event. */
export async function countRefusal(tx: Tx, actor: Pick<Actor, "kind" | "id" | "name">, at: Date): Promise<void> {
  const sum = await addVolume(tx, actor.id!, "refusals", 1, at);
  if (sum < (await settingsOf(tx)).refusals_per_hour) return;
  await lockHead(tx); // two refusals at once would each raise it
  await raiseOver(tx, "refusals", sum, { kind: "many_refusals", at, actor_kind: actor.kind, actor_id: actor.id, actor_name: actor.name, subject_kind: null, subject_id: null, company_id: null, event_seq: null });
}

/** At most one alert an hour for the same kind of volume and actor. */
async function raiseOver(tx: Tx, volume: Volume, sum: number, alert: Facts & { kind: AlertKind }): Promise<void> {
  const settings = await settingsOf(tx);
  const threshold = { exports: settings.exports_per_hour, downloads: settings.downloads_per_hour, views: settings.views_per_hour, refusals: settings.refusals_per_hour }[volume];
  if (sum < threshold || (await countAlertsOf(tx, alert.kind, alert.actor_id, new Date(alert.at.getTime() - HOUR_MS))) > 0) return;
  await raise(tx, { ...alert, summary: volumeWords(volume, alert.actor_name ?? "Somebody", sum) });
}

async function raise(tx: Tx, input: Omit<NewAlert, "id">, byMail = true): Promise<void> {
  const alert = { ...input, id: randomUUID() };
  const before = await countAlertsOf(tx, alert.kind, alert.actor_id, new Date(alert.at.getTime() - HOUR_MS));
  if (!(await insertAlert(tx, alert)) || !byMail || before >= MAILS_AN_HOUR || !(await settingsOf(tx)).by_mail) return;
  const { services, ip, userAgent } = tx.scope;
  const origin = [userAgent ? deviceOf(userAgent) : null, ip].filter(Boolean).join(", ");
  for (const owner of await listOwners(tx)) {
    await queueMail(services, tx.db, { workspaceId: tx.workspaceId }, {
      kind: "alert", to: owner.email, toName: owner.name, subject: `${alertWords[alert.kind]}: ${alert.summary}`.slice(0, 200),
      text: `${alertWords[alert.kind]}.\n\n${alert.summary}.\nBy: ${alert.actor_name ?? "Counterfoil"}${origin ? ` (${origin})` : ""}\nAt: ${alert.at.toISOString()}\n\n`
        + `If this is as it should be, there is nothing to do. If not, look at what happened before and after:\n${services.config.publicUrl}/activity?alert=${alert.id}\n`,
    });
  }
}

const defaults: AlertSettingRow = {
  exports_per_hour: alertDefaults.exportsPerHour, downloads_per_hour: alertDefaults.downloadsPerHour, views_per_hour: alertDefaults.viewsPerHour,
  refusals_per_hour: alertDefaults.refusalsPerHour, by_mail: alertDefaults.byMail, version: 0,
};
/** The workspace's thresholds; version 0 while nobody changed them. */
export const settingsOf = async (tx: Tx): Promise<AlertSettingRow> => (await findAlertSettings(tx)) ?? defaults;

/** Changes the thresholds; the owners learn of it like of any other alert. Refuses changed_elsewhere. */
export function changeAlertSettings(scope: Scope, next: Omit<AlertSettingRow, "version">, version: number): Promise<AlertSettingRow> {
  return scope.transaction(async (tx) => {
    const before = await settingsOf(tx);
    if (before.version !== version || !(await saveAlertSettings(tx, next, version))) throw common.refuse("changed_elsewhere");
    const changes = changesOf(before, next);
    if (changes.changed.length > 0) recordEvent(tx, { action: "alerts.settings_changed", summary: "Changed when owners are alerted", subjectKind: "workspace", subjectId: tx.workspaceId, details: changes });
    return settingsOf(tx);
  });
}
