import { useRouter } from "@tanstack/react-router";
import { asApiError } from "./api.ts";
import { Button, ButtonLink } from "./components/button.tsx";
import { EmptyState, FailedState, SkeletonLines } from "./components/states.tsx";

/** While a screen's code is fetched for the first time. */
export function ScreenLoading() {
  return <div className="p-6"><SkeletonLines lines={3} /></div>;
}

/** An address that leads nowhere. */
export function Nowhere() {
  return (
    <main className="min-h-full bg-surface">
      <title>Not here · Counterfoil</title>
      <h1 className="sr-only">Not here</h1>
      <EmptyState title="There is no page at this address" action={<ButtonLink to="/" kind="primary">Go home</ButtonLink>}>It may have moved, or the link was cut off.</EmptyState>
    </main>
  );
}

/** A screen that broke while drawing, or whose code could not be fetched (a new version was installed meanwhile). */
export function ScreenFailed({ error, reset }: { error: unknown; reset?: () => void }) {
  const router = useRouter();
  const stale = error instanceof Error && /dynamically imported module|Importing a module script failed|error loading dynamically/i.test(error.message);
  if (stale) {
    return <EmptyState title="A newer version is running" action={<Button kind="primary" icon="again" onClick={() => location.reload()}>Load it</Button>}>This page was opened before the server was updated.</EmptyState>;
  }
  const known = asApiError(error);
  return <><h1 className="sr-only">This page broke</h1><FailedState what="This page broke" error={error instanceof Error && known.status === 0 && known.cause === undefined && !(error.name === "ApiError") ? Object.assign(known, { message: "Something broke on our side. Your entry is kept. Try again." }) : known} again={() => { reset?.(); void router.invalidate(); }} /></>;
}
