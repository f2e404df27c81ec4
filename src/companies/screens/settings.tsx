import { Content, Icon, Link, Page, useSession, type IconName } from "../../web/kit.ts";

type Entry = { to: string; icon: IconName; title: string; text: string; needs?: string; company?: boolean };

/** All settings, by whom they concern. What a role may not see is not listed. */
export function SettingsPage() {
  const { may, company, workspace } = useSession();
  const groups: { title: string; entries: Entry[] }[] = [
    { title: company?.name ?? "Company", entries: [
      { to: "/settings/company", icon: "building", title: "Company", text: "Name, address, tax numbers, bank account, currency, language", needs: "companies.read", company: true },
      { to: "/settings/numbering", icon: "invoices", title: "Numbering", text: "Number series of invoices, credit notes and proposals", needs: "companies.read", company: true },
      { to: "/settings/paper", icon: "print", title: "Paper", text: "Logo, template, paper size, colour", needs: "companies.read", company: true },
    ] },
    { title: workspace.name, entries: [
      { to: "/companies", icon: "building", title: workspace.kind === "firm" ? "Clients" : "Companies", text: "Whose books this workspace keeps", needs: "companies.read" },
      { to: "/team", icon: "people", title: "Team", text: "People, invitations, roles", needs: "team.read" },
      { to: "/settings/api-keys", icon: "key", title: "API keys", text: "Access for programs", needs: "keys.manage" },
      { to: "/settings/access-point", icon: "server", title: "Access point", text: "The service that sends XRechnung and Peppol invoices for you", needs: "settings.manage" },
      { to: "/e-invoices/check", icon: "approvals", title: "Check an e-invoice", text: "Any XML or PDF file, judged by the rules of EN 16931, XRechnung and Peppol", needs: "invoices.read" },
      { to: "/settings/retention", icon: "clock", title: "File retention", text: "How long original files are kept, what goes when, legal holds", needs: "received.read" },
      { to: "/settings/alerts", icon: "warning", title: "Alerts", text: "From when on owners are told that something stands out", needs: "events.read" },
      { to: "/settings/outbox", icon: "send", title: "Sent mail", text: "What left, what waits, what failed", needs: "deliveries.read" },
      { to: "/settings/trust", icon: "check", title: "Trust", text: "What is promised, and whether it is kept here" },
      { to: "/activity", icon: "activity", title: "Activity", text: "Everything that happened, sealed", needs: "events.read" },
    ] },
    { title: "Yours", entries: [
      { to: "/settings/security", icon: "shield", title: "Security", text: "Password, second factor, passkeys, devices; what the workspace asks of everybody" },
      { to: "/settings/you", icon: "settings", title: "You", text: "Theme, keys, language of numbers" },
    ] },
  ];
  return (
    <Page title="Settings" line>
      <Content narrow>
        {groups.map((group) => {
          const entries = group.entries.filter((entry) => (!entry.needs || may(entry.needs)) && (!entry.company || company));
          return entries.length > 0 && (
            <section key={group.title} className="pt-5">
              <h2 className="mb-2 clip text-sm font-medium text-ink-3">{group.title}</h2>
              <ul className="border-t border-line">{entries.map((entry) => (
                <li key={entry.to} className="border-b border-line"><Link to={entry.to} className="-mx-2 flex items-center gap-3 rounded-2 px-2 py-2.5 hover:bg-hover">
                  <Icon name={entry.icon} className="text-ink-3" /><span className="min-w-0 flex-1"><span className="block font-strong">{entry.title}</span><span className="block text-sm text-ink-2">{entry.text}</span></span><Icon name="right" className="text-ink-3" />
                </Link></li>
              ))}</ul>
            </section>
          );
        })}
      </Content>
    </Page>
  );
}
