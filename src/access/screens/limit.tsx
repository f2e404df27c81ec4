import { useState } from "react";
import { Checkbox, FieldSet, Input, Radios, useSession } from "../../web/kit.ts";
import { mayBeLimited, type Role } from "../permissions.ts";
import { explain } from "../policy.ts";

/** What somebody is limited to, in words: "All companies", "Tidewater Joinery", "Tidewater, Marrowbone, 4 more". */
export function limitWords(companies: readonly { name: string }[] | null): string {
  if (companies === null) return "All companies";
  if (companies.length === 0) return "No company";
  const [first, second, ...more] = companies.map((company) => company.name);
  return [first, second, more.length > 0 ? `${more.length} more` : undefined].filter(Boolean).join(", ");
}

/**
 * Chooses companies, or all of them (null). Owners and admins see all, and the choice says so. Beyond eight companies they can be
 * searched. `also` are companies that are chosen already and may be put away meanwhile.
 */
export function CompaniesField({ role, value, onChange, error, also = [] }: {
  role: Role; value: readonly string[] | null; onChange: (value: string[] | null) => void; error?: string | null; also?: readonly { id: string; name: string }[];
}) {
  const session = useSession();
  const companies = [...session.companies, ...also.filter((one) => !session.companies.some((company) => company.id === one.id))];
  const [search, setSearch] = useState("");
  const [kept, setKept] = useState<readonly string[]>(value ?? []);
  const limited = value !== null && mayBeLimited(role);
  // Those that were chosen when this opened stand first, and stay there while others are ticked.
  const [first] = useState(() => new Set(value ?? []));
  const wanted = search.trim().toLocaleLowerCase();
  const shown = companies.filter((company) => company.name.toLocaleLowerCase().includes(wanted)).sort((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)));
  const choose = (next: string[]) => { setKept(next); onChange(next); };
  return (
    <FieldSet legend="Companies" name="companyIds" error={error ?? undefined}>
      <Radios framed label="Companies" value={limited ? "some" : "all"} onChange={(next) => onChange(next === "all" ? null : [...kept])} choices={[
        { value: "all", label: "All companies", hint: "Also those that are added later." },
        { value: "some", label: "Only some", hint: "The others do not exist for them: no lists, sums, files or exports.", disabledBecause: mayBeLimited(role) ? null : explain("sees_all_companies") },
      ]} />
      {limited && (
        <div className="mt-2 rounded-2 border border-line-strong">
          {companies.length > 8 && <div className="border-b border-line p-1.5"><Input value={search} onChange={setSearch} placeholder="Find a company" aria-label="Find a company" autoComplete="off" /></div>}
          <ul role="group" aria-label="Companies they see" className="max-h-[220px] overflow-y-auto px-3 py-1.5">
            {shown.map((company) => (
              <li key={company.id} className="py-1 touch:py-2"><Checkbox checked={value.includes(company.id)} onChange={(on) => choose(on ? [...value, company.id] : value.filter((id) => id !== company.id))}>{company.name}</Checkbox></li>
            ))}
            {shown.length === 0 && <li className="py-1 text-ink-2">{companies.length === 0 ? "There is no company yet." : `Nothing matches “${search}”.`}</li>}
          </ul>
          <p role="status" className="border-t border-line px-3 py-1.5 text-sm text-ink-2">{value.length === 0 ? "Choose at least one." : `${value.length} of ${companies.length} chosen`}</p>
        </div>
      )}
    </FieldSet>
  );
}
