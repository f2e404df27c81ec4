import { useState } from "react";
import type { z } from "zod";
import { Icon, PlainTable, Section, Tabs } from "../../web/kit.ts";
import type { TeamView } from "../contract.ts";
import { roles, type Role } from "../permissions.ts";
import { roleWords } from "./words.ts";

type Row = z.output<typeof TeamView>["matrix"][number];

/** The permission table as the server enforces it: all roles side by side, on a phone one at a time. */
export function Matrix({ matrix }: { matrix: readonly Row[] }) {
  const [role, setRole] = useState<Role>("member");
  const groups = [...new Set(matrix.map((row) => row.group))].map((group) => ({ group, rows: matrix.filter((row) => row.group === group) }));
  return (
    <section className="pt-5" aria-labelledby="matrix">
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4"><h2 id="matrix">What each role may do</h2><span className="text-sm text-ink-2">Enforced by the server for every request; the table is made from the same rules.</span></div>
      <table className="w-full table-fixed border-collapse max-phone:hidden">
        <caption className="sr-only">Permissions by role</caption>
        <colgroup><col />{roles.map((one) => <col key={one} className="w-[104px]" />)}</colgroup>
        <thead><tr><td />{roles.map((one) => <th key={one} scope="col" className="h-8 text-center text-sm font-medium text-ink-2">{roleWords[one].word}</th>)}</tr></thead>
        {groups.map(({ group, rows }) => (
          <tbody key={group}>
            <tr><th scope="rowgroup" colSpan={5} className="h-9 border-t border-line pt-1.5 text-left align-bottom text-sm font-medium text-ink-2">{group}</th></tr>
            {rows.map((row) => (
              <tr key={row.permission}>
                <th scope="row" className="h-8 pr-3 text-left font-regular">{row.words}</th>
                {roles.map((one) => <td key={one} className="text-center"><Mark yes={row.roles.includes(one)} /></td>)}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <div className="phone:hidden">
        <div className="-mx-4"><Tabs label="Role" current={role} onChoose={setRole} tabs={roles.map((one) => ({ key: one, label: roleWords[one].word }))} /></div>
        {groups.map(({ group, rows }) => (
          <div key={group} className="pt-3">
            <h3 className="text-sm font-medium text-ink-2">{group}</h3>
            <ul>{rows.map((row) => <li key={row.permission} className={`flex items-start gap-3 py-1.5 ${row.roles.includes(role) ? "" : "text-ink-2"}`}><span className="mt-0.5 grid w-4 shrink-0 place-items-center"><Mark yes={row.roles.includes(role)} /></span>{row.words}</li>)}</ul>
          </div>
        ))}
      </div>
    </section>
  );
}

const Mark = ({ yes }: { yes: boolean }) => (yes ? <span className="inline-block align-middle text-accent-text"><Icon name="check" /><span className="sr-only">yes</span></span> : <span className="text-ink-3">–<span className="sr-only"> no</span></span>);

/** Rules of single fields, beyond what a permission says. */
export function FieldRules({ rules }: { rules: z.output<typeof TeamView>["rules"] }) {
  return (
    <Section title="Rules of single fields" aside={<span className="text-ink-2 max-phone:hidden">Beyond the table: who may set a field, and when.</span>}>
      <div className="max-phone:hidden">
        <PlainTable caption="Rules of single fields">
          <thead><tr><th scope="col" className="w-[150px]">Of</th><th scope="col" className="w-[280px]">Fields</th><th scope="col">When</th></tr></thead>
          <tbody>{rules.map((rule) => <tr key={rule.of + rule.fields}><td>{rule.of}</td><td>{sentence(rule.fields)}</td><td className="text-ink-2">{sentence(rule.when)}</td></tr>)}</tbody>
        </PlainTable>
      </div>
      <dl className="phone:hidden">{rules.map((rule) => <div key={rule.of + rule.fields} className="border-b border-line py-2"><dt className="font-medium">{rule.of}: {rule.fields}</dt><dd className="text-ink-2">{sentence(rule.when)}</dd></div>)}</dl>
    </Section>
  );
}
const sentence = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase());
