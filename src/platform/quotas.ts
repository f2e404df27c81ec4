import { declareRefusals } from "./refusal.ts";
import type { Services } from "./services.ts";

const quotas = declareRefusals({
  documents_quota: [429, "This workspace has received all the documents it may within a day ({most}). Try again in {hours} hours, or ask whoever runs this installation to raise COUNTERFOIL_DOCUMENTS_PER_DAY."],
  mails_quota: [429, "This workspace has sent all the mails it may within an hour ({most}). Try again in {minutes} minutes, or ask whoever runs this installation to raise COUNTERFOIL_MAILS_PER_HOUR."],
});

/**
 * Counts something that costs this installation or troubles others, for a workspace: a received document (it is read, maybe
 * by OCR), a mail to somebody outside. Throws 429 when the workspace has had its share.
 */
export async function takeQuota({ limits, config }: Pick<Services, "limits" | "config">, what: "documents" | "mails", workspaceId: string): Promise<void> {
  if (what === "documents") {
    const most = config.limits.documentsPerDay;
    const verdict = await limits.take({ name: "documents", max: most, seconds: 86_400 }, workspaceId);
    if (verdict) throw quotas.refuse("documents_quota", { most, hours: Math.ceil(verdict.retryAfterSeconds / 3600) });
  } else {
    const most = config.limits.mailsPerHour;
    const verdict = await limits.take({ name: "mails", max: most, seconds: 3600 }, workspaceId);
    if (verdict) throw quotas.refuse("mails_quota", { most, minutes: Math.ceil(verdict.retryAfterSeconds / 60) });
  }
}
