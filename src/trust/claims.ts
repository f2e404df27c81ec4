/**
 * Every promise that Counterfoil makes to its users, once. The Trust page, `counterfoil trust`, `npm run claims` and the
 * check of test titles read this list and nothing else: a claim without a test, or a test without a claim, fails the build.
 *
 * What is only partly there is "not yet built" with a sentence that says which part; the rest is judged by the facts of
 * the running installation, never by the text here.
 */
import type { Facts } from "./facts.ts";

/** broken: it should hold here and does not. Where one is broken, the page says so before anything else. */
export type ClaimState = "kept" | "off" | "not_configured" | "not_built" | "broken";
export type Standing = { state: ClaimState; says: string };

export const areas = {
  reach: "Reaching the server",
  enter: "Who may enter",
  apart: "Keeping workspaces apart",
  files: "Keeping files and data",
  record: "What is recorded",
  outside: "Services outside",
  rights: "Your rights",
  work: "The work itself",
} as const;
export type Area = keyof typeof areas;

export type Claim = {
  id: string;
  area: Area;
  /** One plain sentence, in the words of the person it is made to. */
  promise: string;
  /** What shows that it is kept, to somebody who wants to see for themselves. */
  shows: string;
  /** Where to see it: a page of the product or a command. */
  where: { page?: string; command?: string };
  /** How it stands in one installation; of what is not (or only partly) built, a sentence about what is missing. */
  state: ((facts: Facts) => Standing) | { notBuilt: string };
};

const kept = (says: string): Standing => ({ state: "kept", says });
const notConfigured = (says: string): Standing => ({ state: "not_configured", says });
const broken = (says: string): Standing => ({ state: "broken", says });
const notBuilt = (says: string) => ({ notBuilt: says });

const rowSecurity = ({ tables, powers }: Facts): Standing =>
  tables.open.length > 0 ? broken(`${tables.open.length} of ${tables.total} tables lack forced row security: ${tables.open.join(", ")}.`)
    : powers.length > 0 ? broken(`The application's database role has powers it must not have: ${powers.join(", ")}.`)
    : kept(`${tables.total} of ${tables.total} tables under forced row security, read from the database now.`);

/** In the order in which people ask. */
export const claims: readonly Claim[] = [
  {
    id: "A1", area: "reach", promise: "Nothing is accepted unencrypted, web or API.",
    shows: "A listener that others can reach does not start without a certificate or a declared TLS proxy; what reaches that proxy in clear is redirected (page) or refused (API).",
    where: { command: "counterfoil doctor" },
    state: ({ reach }) => kept({
      certificate: "TLS by a certificate of this server.", proxy: "TLS by a declared proxy; requests in clear are refused.",
      loopback: "Only this machine can reach the server; it refuses to listen elsewhere without TLS.",
    }[reach]),
  },
  {
    id: "A2", area: "reach", promise: "Browsers are told to insist on TLS for two years, subdomains included.",
    shows: "Strict-Transport-Security on every answer over TLS.", where: { page: "/trust" },
    state: ({ https }) => https ? kept("Sent with every answer.") : notConfigured("There is no TLS to insist on: only this machine can reach the server."),
  },
  {
    id: "A3", area: "reach", promise: "Session cookies cannot be read by scripts, sent by other sites or sent in clear.",
    shows: "HttpOnly, SameSite, and Secure with the __Host- prefix over TLS, read from the answer of a sign-in.", where: { page: "/settings/security" },
    state: ({ https }) => https ? kept("HttpOnly, SameSite, Secure, __Host-.") : notConfigured("HttpOnly and SameSite are set; Secure and __Host- come with TLS, which is not configured."),
  },
  {
    id: "A12", area: "reach", promise: "A request that changes something must come from our own pages.",
    shows: "With a cookie and a foreign, missing or null Origin every changing route answers 403.", where: { page: "/trust" },
    state: ({ routes }) => kept(`${routes.writing} changing routes, each behind the same check.`),
  },
  {
    id: "A13", area: "reach", promise: "Uploads are limited per person, so that one cannot starve the others.",
    shows: "429 with Retry-After; counted in the database, so for all processes together.", where: { page: "/inbox" },
    state: () => kept("Counted in the database, for all processes together."),
  },
  {
    id: "A14", area: "reach", promise: "Every answer, errors included, carries strict security headers.",
    shows: "Content-Security-Policy without inline scripts, X-Frame-Options, nosniff, Referrer-Policy, Permissions-Policy.", where: { page: "/trust" },
    state: () => kept("Set before any route runs, so that none can leave them out."),
  },
  {
    id: "B12", area: "reach", promise: "Everything that comes in is checked against a schema before it is used.",
    shows: "A schema on every route; hostile input to each of them never breaks the server.", where: { command: "npm run claims B12" },
    state: ({ routes }) => kept(`${routes.total} routes, each with a schema.`),
  },

  {
    id: "A4", area: "enter", promise: "API keys are stored only as SHA-256 and shown once.",
    shows: "The list shows the beginning and the last four signs, expiry and last use; keys carry a role and scopes and can be revoked.", where: { page: "/settings/api-keys" },
    state: () => kept("The database holds no key, only hashes."),
  },
  {
    id: "A9", area: "enter", promise: "Four roles – Owner, Admin, Member, Read-only – are enforced by the server for every request.",
    shows: "One permission table decides; the Team page prints it, and a test walks every route with every role.", where: { page: "/team" },
    state: ({ routes }) => kept(`${routes.total} routes × 4 roles.`),
  },
  {
    id: "A25", area: "enter", promise: "Signing in with Google or Microsoft takes nothing but the verified e-mail address.",
    shows: "OpenID Connect with PKCE, nonce, issuer and audience checks; accounts are linked only on a verified address.", where: { page: "/sign-in" },
    state: ({ signInProviders }) => signInProviders.length > 0 ? kept(`On: ${signInProviders.join(" and ")}.`) : notConfigured("The operator has set up neither."),
  },
  {
    id: "A30", area: "enter", promise: "A workspace can use its own single sign-on (SAML 2.0 or OpenID Connect), require it, and have people provisioned by SCIM.",
    shows: "Connections, verified domains and provisioning in the workspace's security settings.", where: { page: "/settings/security" },
    state: ({ workspace }) => !workspace ? kept("Each workspace sets up its own.")
      : workspace.sso.connections === 0 ? notConfigured("This workspace has no connection.")
      : kept(`${workspace.sso.connections === 1 ? "One connection" : `${workspace.sso.connections} connections`}${workspace.sso.required ? ", required" : ""}.`),
  },
  {
    id: "B9", area: "enter", promise: "Passwords are hashed with bcrypt, 12 rounds, and long ones are not cut.",
    shows: "Stored hashes begin with $2b$12$; beyond 72 bytes a keyed hash goes before.", where: { command: "npm run claims B9" },
    state: () => kept("bcrypt, 12 rounds."),
  },
  {
    id: "B10", area: "enter", promise: "Signing out, on one device or everywhere, ends the session at once.",
    shows: "A signed token in an HttpOnly cookie names the session; the session list ends one or all, and the next request is refused.", where: { page: "/settings/security" },
    state: () => kept("Signed with rotating keys; every request looks the session up."),
  },
  {
    id: "B18", area: "enter", promise: "Good habits are made easy: sign out other devices, say that a sign-in was not you, take your data out from time to time, or have an export made by itself.",
    shows: "The session list, “this wasn't me” in mails about new devices, the scheduled export on the Exports page, and the date of the last export.", where: { page: "/settings/trust" },
    state: ({ workspace }) => kept(!workspace ? "Session list, mails about new devices, scheduled export, reminder of the last export."
      : `${workspace.lastExportAt ? `Last export on ${workspace.lastExportAt.toISOString().slice(0, 10)}.` : "Nothing has been exported yet."} ${workspace.exportSchedules > 0 ? "A scheduled export is set up." : "No scheduled export is set up."}`),
  },

  {
    id: "A6", area: "apart", promise: "No query can read across workspaces.",
    shows: "Forced row security on every table under a role that cannot bypass it; another workspace's ids are not found on any route.", where: { page: "/trust" },
    state: rowSecurity,
  },
  {
    id: "A8", area: "apart", promise: "PostgreSQL itself filters every row by workspace.",
    shows: "The policies in the database's catalogue.", where: { page: "/trust" },
    state: (facts) => {
      const standing = rowSecurity(facts);
      return standing.state === "kept" ? kept(`PostgreSQL ${facts.database.version}; ${facts.tables.total} tables with a policy each.`) : standing;
    },
  },
  {
    id: "B3", area: "apart", promise: "Each account's storage is isolated.",
    shows: "Rows by policy, files under the workspace's own prefix and sealed under its own key.", where: { page: "/trust" },
    state: (facts) => {
      const standing = rowSecurity(facts);
      return standing.state === "kept" ? kept("Rows by policy, files by prefix and key.") : standing;
    },
  },
  {
    id: "B5", area: "apart", promise: "Hosting staff cannot read business data.",
    shows: "The operator's console shows counts and health only. Reading takes an owner's grant of limited time, and each use is in that owner's log.", where: { page: "/settings/security" },
    state: ({ workspace }) => kept(!workspace ? "Console without content; break-glass access only by an owner's grant."
      : workspace.operatorAccess > 0 ? `${workspace.operatorAccess === 1 ? "One grant is" : `${workspace.operatorAccess} grants are`} open in this workspace now.` : "No grant is open in this workspace."),
  },

  {
    id: "A29", area: "files", promise: "Each file is sealed under a key of its own.",
    shows: "AES-256-GCM; the file's key is wrapped by the workspace's, that by the server's. Without the workspace's key nothing opens.", where: { command: "counterfoil operator keys list" },
    state: () => kept("AES-256-GCM, one key per file."),
  },
  {
    id: "A11", area: "files", promise: "The workspace chooses how long original files are kept; expired ones are deleted for good.",
    shows: "A preview of what a shorter choice would delete and when; each deletion is in the log with the file's hash.", where: { page: "/settings/retention" },
    state: ({ workspace }) => kept(!workspace?.retention ? "Each workspace chooses: 7 years, 3 years, 1 year or for ever."
      : workspace.retention.years === "permanent" ? "This workspace keeps files for ever." : `This workspace keeps files for ${workspace.retention.years} ${workspace.retention.years === 1 ? "year" : "years"}.`),
  },
  {
    id: "A7", area: "files", promise: "Files can lie in an S3-compatible object store, under their workspace's prefix.",
    shows: "Keys begin with the workspace's id.", where: { page: "/trust" },
    state: notBuilt("Files lie in a folder of this server, under their workspace's prefix. Object stores are not there yet."),
  },
  {
    id: "B2", area: "files", promise: "Backups are made by themselves and proven by restoring them.",
    shows: "A restore drill that compares counts and checksums.", where: { command: "counterfoil doctor" },
    state: notBuilt("Back up the state folder by your own means until then."),
  },
  {
    id: "B4", area: "files", promise: "The production database is encrypted and access-controlled.",
    shows: "TLS to the database, least-privilege roles, sealed columns.", where: { command: "counterfoil doctor" },
    state: notBuilt("Least-privilege roles and sealed secrets are there; TLS to a remote database is checked by doctor, but not yet enforced, and bank details are not yet sealed."),
  },
  {
    id: "B6", area: "files", promise: "Development and support work only on anonymised data.",
    shows: "A command that writes an anonymised copy.", where: {}, state: notBuilt("No such command yet."),
  },
  {
    id: "A20", area: "files", promise: "A cache or queue outside the database never holds invoice content.",
    shows: "The whole key space holds ids only.", where: {}, state: notBuilt("There is no such cache: jobs, locks and limits live in PostgreSQL."),
  },

  {
    id: "A10", area: "record", promise: "Every significant action is in the audit log: who, when, from where; it exports as CSV, and any change to it is found.",
    shows: "Append-only in the database; each event carries the hash of the one before; verify names the first that does not fit.", where: { page: "/activity" },
    state: ({ powers }) => powers.some((power) => power.includes("event")) ? broken("The application's database role may change events.") : kept("Append-only, chained by SHA-256."),
  },
  {
    id: "B7", area: "record", promise: "Reading is logged as well as writing, and what is unusual alerts the owners.",
    shows: "Reads of originals and exports are events; mass export, many denials, a new device and a change of bank details raise an alert.", where: { page: "/activity" },
    state: () => kept("Reads are events; alerts go to the owners."),
  },
  {
    id: "A15", area: "record", promise: "Roles, retention and the audit trail are open to be tried in a trial workspace.",
    shows: "Team, Settings and Activity, in a workspace filled with sample data by one click.", where: { page: "/activity" },
    state: () => kept("In every workspace; sample data by one click."),
  },
  {
    id: "A32", area: "record", promise: "The product produces the evidence that a SOC 2 Type II audit asks for.",
    shows: "A dated export from controls to evidence.", where: {}, state: notBuilt("The log and this page are there; the export of evidence is not."),
  },

  {
    id: "A26", area: "outside", promise: "Every service that touches data is named, with its role and region.",
    shows: "The list below, made from the running configuration; what is off does not appear.", where: { page: "/trust" },
    state: () => kept("Made from the running configuration."),
  },
  {
    id: "A22", area: "outside", promise: "Mail leaves through Resend, Mailgun or SMTP, with a second provider as fallback.",
    shows: "A provider that fails is replaced, nothing is sent twice.", where: { page: "/settings/outbox" },
    state: notBuilt("Mail leaves by SMTP, or stays in the outbox. Other providers and a fallback are not there yet."),
  },
  { id: "A5", area: "outside", promise: "Tokens of QuickBooks, Xero and Zoho Books are encrypted at rest with Fernet.", shows: "The stored value is a Fernet token; keys rotate.", where: {}, state: notBuilt("There is no connection to these services yet.") },
  { id: "A16", area: "outside", promise: "Azure Document Intelligence can read documents.", shows: "Off unless a workspace turns it on.", where: {}, state: notBuilt("Documents are read on this server only.") },
  { id: "A17", area: "outside", promise: "A language model can fill the fields that are unsure.", shows: "Off unless a workspace turns it on; a local model works too.", where: {}, state: notBuilt("No text leaves this server for a model.") },
  { id: "A18", area: "outside", promise: "Cloudflare R2 or any S3 service can store the files.", shows: "Sealed before they leave.", where: {}, state: notBuilt("Files lie in a folder of this server.") },
  { id: "A19", area: "outside", promise: "The web application can be served by any CDN, apart from the API.", shows: "Static files with documented headers.", where: {}, state: notBuilt("Pages and API come from the same server.") },
  { id: "A21", area: "outside", promise: "Customers can pay an invoice online through Stripe.", shows: "Off unless a workspace connects it.", where: {}, state: notBuilt("Payments are recorded by hand; no payment service is involved.") },
  { id: "A23", area: "outside", promise: "Errors can be reported to Sentry, without personal or invoice data.", shows: "Off unless the operator turns it on.", where: {}, state: notBuilt("Errors stay in this server's log.") },
  { id: "A24", area: "outside", promise: "Product analytics are opt-in and never see invoice content.", shows: "Off unless an owner turns them on.", where: {}, state: notBuilt("There are no analytics.") },
  { id: "B13", area: "outside", promise: "Integrations are optional, under your control, and erased when switched off.", shows: "Connect, see what is shared, disconnect.", where: {}, state: notBuilt("The access point for e-invoices is off until it is set up, and is removed with one press; accounting services cannot be connected yet.") },

  {
    id: "A28", area: "rights", promise: "Whoever finds a weakness knows whom to tell, and is answered within one business day.",
    shows: "/.well-known/security.txt and SECURITY.md.", where: { page: "/.well-known/security.txt" },
    state: ({ securityContact }) => kept(`Contact: ${securityContact.replace(/^mailto:/, "")}.`),
  },
  {
    id: "B11", area: "rights", promise: "Cookies are only for signing in, preferences and the session. Nobody is tracked.",
    shows: "A tour through every page lists what the browser stored.", where: { page: "/trust" }, state: () => kept("One session cookie; preferences stay in the browser."),
  },
  {
    id: "A27", area: "rights", promise: "Everything can be taken along: CSV, XLSX, JSON, UBL, and as bills into QuickBooks, Xero and Zoho Books.",
    shows: "Exports with their originals.", where: { page: "/exports" },
    state: notBuilt("CSV, XLSX, JSON and originals are there; pushing into accounting services is not."),
  },
  {
    id: "B14", area: "rights", promise: "You can see, change, take along and delete a record or the whole account.",
    shows: "A full export that imports again.", where: { page: "/exports" },
    state: notBuilt("Records can be seen, changed and exported, customers and services as CSV that imports again; the export and deletion of a whole account are not there yet."),
  },
  { id: "B15", area: "rights", promise: "A deleted account is gone for good within 30 days, backups included.", shows: "A certificate of deletion.", where: {}, state: notBuilt("Deleting a whole workspace is not there yet.") },
  { id: "B16", area: "rights", promise: "Everything about one person can be found, exported, corrected and erased (GDPR).", shows: "Requests with their deadlines.", where: {}, state: notBuilt("Not there yet.") },
  { id: "B17", area: "rights", promise: "The same rights under CCPA and PIPEDA.", shows: "A privacy page that states them.", where: {}, state: notBuilt("Not there yet.") },
  { id: "A31", area: "rights", promise: "A data processing addendum can be accepted and downloaded.", shows: "Its annexes come from the configuration.", where: {}, state: notBuilt("Not there yet; the list of services below is what its annex will hold.") },

  {
    id: "B1", area: "work", promise: "Customers, services, proposals, invoices and payments work from end to end in the browser.",
    shows: "An accepted proposal becomes an invoice and is paid, with nothing typed again.", where: { page: "/" }, state: () => kept("Walked in a real browser by the tests."),
  },
  {
    id: "B8", area: "work", promise: "Company profile, customers, services, proposals, invoices, payments and preferences each have their page and their API.",
    shows: "Pages, and the description of the API.", where: { page: "/settings" }, state: ({ routes }) => kept(`${routes.total} routes, described in openapi.json.`),
  },
];

export const claimIds: ReadonlySet<string> = new Set(claims.map((claim) => claim.id));

/** Whether this version has what the claim is about, wherever it stands in one installation. */
export const isBuilt = (claim: Claim): boolean => typeof claim.state === "function";

/** How a claim stands by the given facts. */
export const standingOf = (claim: Claim, facts: Facts): Standing =>
  typeof claim.state === "function" ? claim.state(facts) : { state: "not_built", says: claim.state.notBuilt };
