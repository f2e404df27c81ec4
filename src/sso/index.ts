import type { Services } from "../platform/services.ts";
import type { SignInWay, SsoHooks } from "../sign-in/index.ts";
import { domainHash } from "./domains.ts";
import { domainOf } from "./policy.ts";
import { readEmail } from "./proof.ts";
import { connectionsOfDomain, demandsOf, forgetWorn } from "./queries.ts";
import { vendorNames, vendors } from "./vendors.ts";

/** What single sign-on adds to sign-in; the host hands it to `services`. */
export const ssoHooks: SsoHooks = {
  /** A person who has no place but where single sign-on is required cannot enter otherwise. One with other places may, and the door keeps them out of this one. */
  async demandFor(services, person) {
    const places = await demandsOf(services, person.id);
    const first = places[0];
    if (!first || places.some((one) => !one.asked)) return null;
    const [way] = await connectionsOfDomain(services, domainHash(domainOf(person.email)));
    return way ? { workspaceId: first.workspace_id, workspaceName: first.name, href: `/api/sso/${way.id}/start` } : null;
  },
  async ways(services, email) {
    const ways: SignInWay[] = vendors.filter((vendor) => services.config[vendor] !== null).map((vendor) => ({ kind: vendor, name: vendorNames[vendor], href: `/api/sso/${vendor}/start` }));
    const address = email === null ? null : readEmail(email);
    // Told by the domain alone, whoever asks: it says that the company uses Counterfoil, not that a person does.
    const ofDomain = address ? await connectionsOfDomain(services, domainHash(domainOf(address))) : [];
    return [...ways, ...ofDomain.map(({ id, name }) => ({ kind: "sso" as const, name, href: `/api/sso/${id}/start?email=${encodeURIComponent(address!)}` }))];
  },
};

/** A worker's sweep: forgets what can no longer come a second time. */
export const forgetWornOnce = { name: "sso.forget-worn", everyMs: 3_600_000, run: async (services: Services): Promise<void> => { await services.database.transaction({}, (db) => forgetWorn(db)); } };
