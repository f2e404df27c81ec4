import type { ReactNode } from "react";
import { Link } from "../navigation.tsx";
import { Perforation } from "./marks.tsx";

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
