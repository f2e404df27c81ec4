import { Button, Entrance, FailedState, Icon, nextPlace, signOut, SkeletonLines, switchWorkspace, useApiQuery } from "../../web/kit.ts";

/** The workspace that is open asks for its company's own sign-in, which this session did not come by. */
export function CompanyPage() {
  const session = useApiQuery("/api/session");
  const email = session.data?.person.email ?? "";
  const ways = useApiQuery("/api/sign-in/ways", { query: { email: email || null }, enabled: email !== "" });
  const title = "Sign in through your company";
  if (session.error && !session.data) return <Entrance title={title}><FailedState compact what="This could not be loaded" error={session.error} again={() => void session.refetch()} /></Entrance>;
  if (!session.data || !ways.data) return <Entrance title={title}><SkeletonLines lines={3} /></Entrance>;
  const own = ways.data.ways.filter((way) => way.kind === "sso");
  const others = session.data.workspaces.filter((one) => one.id !== session.data?.workspace?.id);
  return (
    <Entrance title={title} lead={<>{session.data.workspace?.name ?? "This workspace"} asks people of your domain to come by their own sign-in page.</>} foot={<button type="button" className="link" onClick={() => void signOut()}>Sign out</button>}>
      <div className="grid gap-2">
        {own.map((way) => (
          <a key={way.href} href={`${way.href}&next=${encodeURIComponent(nextPlace())}`} className="inline-flex h-(--control) items-center justify-center gap-[7px] rounded-2 bg-accent px-3 font-medium text-on-accent no-underline"><Icon name="building" />Continue with {way.name}</a>
        ))}
        {own.length === 0 && <p className="text-ink-2">No way is switched on at the moment. An owner of the workspace can help.</p>}
        {others.length > 0 && <p className="mt-3 text-sm text-ink-3">Or work elsewhere</p>}
        {others.map((one) => <Button key={one.id} onClick={() => void switchWorkspace(one.id)} grow>{one.name}</Button>)}
      </div>
    </Entrance>
  );
}
