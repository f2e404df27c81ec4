import { FailedState, Note, SkeletonLines, useApiQuery, useSession } from "../../web/kit.ts";
import { Connections } from "./connections.tsx";
import { Directory } from "./directory.tsx";
import { Domains } from "./domains.tsx";
import { Rules } from "./rules.tsx";
import type { Part } from "./words.ts";

/** Single sign-on of the workspace: which providers, for which domains, for whom it is required, and the directory that keeps its people. */
export function SsoSettings() {
  const { may } = useSession();
  const own = may("sso.manage");
  const query = useApiQuery("/api/sso");
  if (query.error && !query.data) return <FailedState compact what="Single sign-on could not be loaded" error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={6} />;
  const part: Part = { settings: query.data, own };
  return (
    <>
      {!own && <div className="pt-5"><Note>Only owners change single sign-on: whoever sets up a provider decides who enters as whom.</Note></div>}
      <Connections {...part} />
      <Domains {...part} />
      {(query.data.connections.length > 0 || query.data.domains.length > 0) && <Rules key={JSON.stringify(query.data.policy)} {...part} />}
      <Directory {...part} />
    </>
  );
}
