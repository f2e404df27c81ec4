import { Avatar } from "./components/marks.tsx";
import { Icon } from "./components/icons.tsx";
import { Content, Page, Section } from "./components/page.tsx";
import { Select } from "./components/select.tsx";
import { Link } from "./navigation.tsx";
import { billing, capture, workspace } from "./places.ts";
import { useTheme, type Theme } from "./preferences.ts";
import { signOut, useSession } from "./session.tsx";
import { Button } from "./components/button.tsx";

/** The fifth place at the thumb: everything that has no place in the bar, the company and you. */
export function More() {
  const session = useSession();
  const [theme, setTheme] = useTheme();
  const lists = [{ title: "Capture", places: capture }, { title: "Billing", places: billing }, { title: session.workspace.name, places: workspace }];
  return (
    <Page title="More">
      <Content narrow>
        {session.companies.length > 1 && (
          <Section title="Company">
            <Select aria-label="Company" value={session.company?.id ?? ""} onChange={session.chooseCompany} options={session.companies.map((company) => ({ value: company.id, label: company.name }))} />
          </Section>
        )}
        {lists.map((list) => (
          <Section key={list.title} title={list.title}>
            <ul>{list.places.filter((place) => !place.needs || session.may(place.needs)).map((place) => (
              <li key={place.path} className="border-b border-line last:border-b-0"><Link to={place.path} className="flex min-h-11 items-center gap-3"><Icon name={place.icon} className="text-ink-3" />{place.label}<Icon name="right" className="ml-auto text-ink-3" /></Link></li>
            ))}</ul>
          </Section>
        ))}
        <Section title="You">
          <div className="flex items-center gap-3"><Avatar name={session.person.name} size={28} /><div className="min-w-0 flex-1"><div className="font-medium">{session.person.name}</div><div className="clip text-sm text-ink-3">{session.person.email}</div></div><Button onClick={() => void signOut()}>Sign out</Button></div>
          <div className="mt-4"><Select<Theme> aria-label="Theme" value={theme} onChange={setTheme} options={[{ value: "system", label: "Theme of the device" }, { value: "light", label: "Light" }, { value: "dark", label: "Dark" }]} /></div>
        </Section>
      </Content>
    </Page>
  );
}
