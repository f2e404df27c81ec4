import { Content, FailedState, Link, Page, SkeletonLines, useApiQuery, useSession } from "../../web/kit.ts";
import type { WorkspaceTrustView } from "../contract.ts";
import { Figures, Installation, Part, Promises } from "./promises.tsx";

/** The promises as they stand for this workspace, with what it has set for itself. */
export function TrustSettings() {
  const { workspace, may } = useSession();
  const query = useApiQuery<WorkspaceTrustView>("/api/trust/workspace", { staleMs: 15_000 });
  const view = query.data;
  const frame = (children: React.ReactNode) => <Page title="Trust" back="/settings" line beside={workspace.name} actions={<Link className="link" to="/trust">The public page</Link>}>{children}</Page>;
  if (query.error && !view) return frame(<FailedState what="The promises could not be loaded" error={query.error} again={() => void query.refetch()} />);
  if (!view) return frame(<Content><SkeletonLines lines={12} /></Content>);
  return frame(
    <Content className="max-w-[1148px]">
      <div className="grid grid-cols-[minmax(0,1fr)_320px] gap-x-12 max-desk:grid-cols-1">
        <div>
          <p className="max-w-[62ch] pt-3 text-ink-2">Each line is a promise with tests that bear its name. States are read now, from the configuration, the database and the settings of {workspace.name}.</p>
          <div className="mt-5 desk:hidden"><Figures view={view} /></div>
          <Promises view={view} open={false} signedIn />
        </div>
        <aside aria-label="This workspace and installation" className="pt-5 max-desk:mt-6 max-desk:max-w-[640px]">
          <Installation view={view} further={
            <Part title="This workspace" signedIn>
              <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">{view.own.map((line) => (
                <div key={line.label} className="col-span-2 grid grid-cols-subgrid border-t border-line py-1.5">
                  <dt>{line.page && (!line.needs || may(line.needs)) ? <Link className="hover:underline" to={line.page}>{line.label}</Link> : line.label}</dt><dd className="max-w-[180px] text-right text-ink-2">{line.value}</dd>
                </div>
              ))}</dl>
              {view.providers.length > 0 && <p className="mt-2 text-sm text-ink-2">Signed in through {view.providers.map((one) => one.name).join(", ")}: a service of this workspace's own choice, which the public page does not show.</p>}
            </Part>
          } />
        </aside>
      </div>
    </Content>,
  );
}
