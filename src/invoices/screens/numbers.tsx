import type { z } from "zod";
import { Content, EmptyState, FailedState, Glyph, Page, PlainTable, plural, Section, SkeletonLines, useApiQuery, useCompany } from "../../web/kit.ts";
import type { NumberReport } from "../contract.ts";

const kinds: Record<string, string> = { invoice: "Invoices", credit_note: "Credit notes" };

/** Every number of every series, and whether one is missing: what an auditor asks first. */
export function NumberReportPage() {
  const company = useCompany();
  const query = useApiQuery<z.infer<typeof NumberReport>>("/api/invoices/numbers", { query: { companyId: company.id } });
  if (query.error && !query.data) return <Page title="Numbers" back="/invoices"><FailedState what="The numbers could not be checked" error={query.error} again={() => void query.refetch()} /></Page>;
  if (!query.data) return <Page title="Numbers" back="/invoices"><Content><SkeletonLines lines={5} /></Content></Page>;
  const { series } = query.data;
  const used = series.reduce((sum, one) => sum + one.used, 0);
  const missing = series.reduce((sum, one) => sum + one.missingCount, 0);
  if (series.length === 0) return <Page title="Numbers" back="/invoices"><EmptyState title="No number was given yet">The first one is taken when the first invoice is issued.</EmptyState></Page>;
  return (
    <Page title="Numbers" back="/invoices">
      <Content className="max-w-[920px]">
        <Section>
          <p role="status" className="flex items-center gap-2.5 text-lg">
            <Glyph stage={missing > 0 ? "needsYou" : "done"} tone={missing > 0 ? "danger" : "done"} size={16} />
            {missing > 0 ? `${plural(missing, "number is", "numbers are")} missing. Each must be explained to a tax office.` : `${plural(used, "number")} given, none missing.`}
          </p>
          <p className="mt-1.5 text-ink-2">A number is taken in the moment of issuing, one after the other. Void documents keep theirs.</p>
        </Section>
        <Section>
          <PlainTable caption="Series and their numbers">
            <thead><tr><th scope="col">Series</th><th scope="col" className="max-phone:hidden">Of</th><th scope="col">Period</th><th scope="col">From</th><th scope="col">To</th><th scope="col" className="text-right">Given</th><th scope="col" className="text-right max-phone:hidden">Void</th><th scope="col" className="pl-5">Missing</th></tr></thead>
            <tbody>
              {series.map((one) => (
                <tr key={`${one.seriesId} ${one.period}`}>
                  <td>{one.name}</td><td className="text-ink-2 max-phone:hidden">{kinds[one.kind] ?? one.kind}</td><td className="num">{one.period || "always"}</td><td className="num whitespace-nowrap">{one.first}</td><td className="num whitespace-nowrap">{one.last}</td>
                  <td className="num text-right">{one.used.toLocaleString("en")}</td><td className="num text-right text-ink-2 max-phone:hidden">{one.voided}</td>
                  <td className={`num pl-5 ${one.missingCount > 0 ? "text-danger" : "text-ink-3"}`}>{one.missingCount === 0 ? "none" : `${one.missing.join(", ")}${one.missingCount > one.missing.length ? ` and ${one.missingCount - one.missing.length} more` : ""}`}</td>
                </tr>
              ))}
            </tbody>
          </PlainTable>
        </Section>
      </Content>
    </Page>
  );
}
