import { useState } from "react";
import { api, asApiError, queryClient, toast, useApiQuery, useCompany, useForm, useKeys } from "../../web/kit.ts";
import { ChangeCompany, type CompanyView } from "../contract.ts";

const texts = [
  "name", "legalName", "country", "currency", "timeZone", "locale", "addressLine1", "addressLine2", "postalCode", "city", "region", "vatId", "taxNumber", "registration", "email", "phone", "website", "contactName", "electronicAddress",
  "iban", "bic", "bankName", "accountHolder", "colour", "defaultVatRate", "invoiceNote",
] as const;
const needed = new Set<string>(["name", "country", "currency", "timeZone", "locale", "defaultVatRate"]);
export type CompanyValues = Record<(typeof texts)[number], string> & Pick<CompanyView, "template" | "paper" | "taxRounding" | "prices" | "defaultVatCategory"> & { termsDays: string };

const valuesOf = (company: CompanyView): CompanyValues => ({
  ...(Object.fromEntries(texts.map((name) => [name, company[name] ?? ""])) as Record<(typeof texts)[number], string>),
  template: company.template, paper: company.paper, taxRounding: company.taxRounding, prices: company.prices, defaultVatCategory: company.defaultVatCategory, termsDays: String(company.termsDays),
});
/** What the contract takes. A text that is needed goes as typed, so that the contract can say so; an empty other one is absent. */
const bodyOf = (values: CompanyValues, version: number) => ({
  ...values, ...Object.fromEntries(texts.map((name) => [name, needed.has(name) ? values[name].trim() : values[name].trim() || null])),
  defaultVatRate: values.defaultVatRate.trim() || "0", termsDays: values.termsDays === "" ? Number.NaN : Number(values.termsDays), version,
});

/** The chosen company, whole. */
export function useWholeCompany() {
  const company = useCompany();
  return useApiQuery<CompanyView>("/api/companies/{id}", { path: { id: company.id } });
}

/** After a change: the record, the list and the names in the shell. */
export function companyChanged(company: CompanyView): void {
  queryClient.setQueryData(["/api/companies/{id}", { path: { id: company.id }, query: {} }], company);
  void queryClient.invalidateQueries({ queryKey: ["/api/companies"] });
  void queryClient.invalidateQueries({ queryKey: ["/api/session"] });
}

/** A form over the whole company; pages show the part that is theirs. When somebody else saved meanwhile, `newer` holds their version. */
export function useCompanyForm(company: CompanyView) {
  const [newer, setNewer] = useState<CompanyView | null>(null);
  const version = newer?.version ?? company.version;
  const form = useForm<CompanyValues, CompanyValues>({
    initial: valuesOf(company),
    schema: { safeParse: (values) => { const found = ChangeCompany.safeParse(bodyOf(values as CompanyValues, version)); return found.success ? { success: true, data: values as CompanyValues } : { success: false, error: found.error }; } },
    onSubmit: async (values) => {
      const path = { id: company.id };
      try {
        companyChanged(await api.put<CompanyView>("/api/companies/{id}", { path, body: ChangeCompany.parse(bodyOf(values, version)) }));
        setNewer(null);
        toast(`Saved ${values.name.trim()}`);
      } catch (error) {
        if (asApiError(error).code === "changed_elsewhere") setNewer(await api.get<CompanyView>("/api/companies/{id}", { path }));
        throw error;
      }
    },
  });
  useKeys("Form", [{ keys: "mod+s", label: "Save", run: () => void form.submit(), whileEditing: true }], form.changed);
  return { form, newer, takeTheirs: () => { if (newer) { companyChanged(newer); form.reset(valuesOf(newer)); setNewer(null); } } };
}
