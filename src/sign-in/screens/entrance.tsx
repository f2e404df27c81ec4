import type { ReactNode } from "react";
import { Link, nextPlace, Perforation } from "../../web/kit.ts";

/** The frame of the pages before the door: the name, one column, and where else to go. */
export function Entrance({ title, lead, children, foot }: { title: string; lead?: ReactNode; children: ReactNode; foot?: ReactNode }) {
  return (
    <main className="flex min-h-full flex-col items-center bg-desk px-4 py-10 phone:py-20">
      <div className="w-full max-w-[400px]">
        <p className="mb-6 flex items-center gap-2 text-md font-strong text-ink">
          <Link to="/sign-in" className="no-underline">Counterfoil</Link>
        </p>
        <section className="rounded-3 border border-line bg-surface">
          <div className="p-6">
            <h1 className="paper-title text-2xl">{title}</h1>
            {lead && <p className="mt-2 text-md text-ink-2">{lead}</p>}
          </div>
          <Perforation across />
          <div className="p-6">{children}</div>
        </section>
        {foot && <p className="mt-5 text-md text-ink-2">{foot}</p>}
      </div>
    </main>
  );
}

/** A full page load after entering, so that nothing of a former person stays in memory. */
export const enter = (): void => location.assign(nextPlace());

/** The token of a link from a mail. It is taken out of the address at once, so that it stays in no history and no picture of the screen. */
export function takeToken(): string | null {
  const url = new URL(location.href);
  const token = url.searchParams.get("token");
  if (token) {
    url.searchParams.delete("token");
    history.replaceState(history.state, "", url);
  }
  return token;
}
