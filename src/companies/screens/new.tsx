import { Content, Page, toast, useGo, useSession } from "../../web/kit.ts";
import { StartCompany } from "./start-company.tsx";

/** Another company (or client) of the workspace. */
export function NewCompanyPage() {
  const { workspace, chooseCompany } = useSession();
  const go = useGo();
  const word = workspace.kind === "firm" ? "client" : "company";
  return (
    <Page title={`New ${word}`} back="/companies" line>
      <Content narrow className="pt-6!">
        <StartCompany name="" verb={`Add ${word}`} onDone={(company) => { chooseCompany(company.id); toast(`Added ${company.name}`); go("/settings/company", { replace: true }); }} />
      </Content>
    </Page>
  );
}
