import { useState } from "react";
import { Button, Dialog, Note, toast, useApiMutation } from "../../web/kit.ts";
import { CompaniesField, limitWords } from "./limit.tsx";
import type { Member } from "./team.tsx";

/** Says which companies a member sees. It counts from their next request on. */
export function LimitDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const [chosen, setChosen] = useState<readonly string[] | null>(member.companies?.map((company) => company.id) ?? null);
  const save = useApiMutation<void>("patch", "/api/team/members/{id}", {
    request: () => ({ path: { id: member.personId }, body: { companyIds: chosen === null ? null : [...chosen] } }), refresh: ["/api/team"],
    onDone: () => { onClose(); toast(chosen === null ? `${member.name} sees all companies now` : `${member.name} sees ${chosen.length === 1 ? "one company" : `${chosen.length} companies`} now`); },
  });
  return (
    <Dialog open onClose={onClose} title={`Companies of ${member.name}`} description={`Now: ${limitWords(member.companies)}. A change counts from their next request on.`}
      foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" busy={save.isPending} disabledBecause={chosen?.length === 0 ? "Choose at least one" : null} onClick={() => save.mutate()}>Save</Button></>}>
      {save.error && <div className="mb-3"><Note tone="danger">{save.error.message}</Note></div>}
      <CompaniesField role={member.role} value={chosen} onChange={setChosen} also={member.companies ?? []} />
    </Dialog>
  );
}
