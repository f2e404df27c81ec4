/**
 * Every service outside this installation that its code can talk to, each with its descriptor: the list that the Trust page
 * calls sub-processors. Made from the running configuration: what is off is not in it.
 *
 * `code` names the files that open connections for the service. A test goes through the sources and fails on a file that
 * talks to the network and is named by none, so no adapter can come without its descriptor.
 */
import { isLoopback, type Config } from "../platform/config.ts";
import { parseConnection } from "../platform/postgres/index.ts";

export type Service = {
  key: string;
  vendor: string;
  role: string;
  purpose: string;
  /** Categories of data that it sees. */
  data: string[];
  region: string;
  link: string | null;
};

export type Adapter = { key: string; code: string[]; describe(config: Config): Service | null };

const NOT_SAID = "Region not stated by the operator";

/** Mail services that are known by the end of their host name; the operator's word (COUNTERFOIL_PROVIDERS) goes before. */
const mailVendors: [ending: string, vendor: string, region: string, link: string][] = [
  ["mailgun.org", "Mailgun", "United States", "https://www.mailgun.com/legal/dpa/"],
  ["resend.com", "Resend", "United States", "https://resend.com/legal/dpa"],
  ["sendgrid.net", "Twilio SendGrid", "United States", "https://www.twilio.com/legal/data-protection-addendum"],
  ["postmarkapp.com", "Postmark", "United States", "https://postmarkapp.com/dpa"],
  ["mailjet.com", "Mailjet", "European Union", "https://www.mailjet.com/legal/dpa/"],
  ["brevo.com", "Brevo", "European Union", "https://www.brevo.com/legal/termsofuse/#annex"],
  ["amazonaws.com", "Amazon SES", NOT_SAID, "https://aws.amazon.com/compliance/gdpr-center/"],
  ["gmail.com", "Google Workspace", NOT_SAID, "https://workspace.google.com/terms/dpa_terms.html"],
  ["office365.com", "Microsoft 365", NOT_SAID, "https://www.microsoft.com/licensing/docs/view/Microsoft-Products-and-Services-Data-Protection-Addendum-DPA"],
];

const hostEndsIn = (host: string, ending: string) => host === ending || host.endsWith(`.${ending}`);

export const adapters: readonly Adapter[] = [
  {
    key: "mail", code: ["src/platform/mail.ts", "src/doctor.ts"],
    describe({ smtpUrl, providers }) {
      if (!smtpUrl) return null;
      const host = new URL(smtpUrl).hostname.toLowerCase();
      if (isLoopback(host)) return null;
      const known = mailVendors.find(([ending]) => hostEndsIn(host, ending));
      return {
        key: "mail", vendor: providers["mail"]?.name ?? known?.[1] ?? "The operator's mail server", role: "Outgoing mail", purpose: "Delivers invoices, proposals and account mails to their recipients",
        data: ["names and mail addresses of recipients", "text of the mail", "attached documents"], region: providers["mail"]?.region ?? known?.[2] ?? NOT_SAID, link: providers["mail"] ? null : known?.[3] ?? null,
      };
    },
  },
  {
    key: "database", code: ["src/platform/database.ts", "src/platform/jobs.ts", "src/platform/migrate.ts", "src/platform/postgres/connections.ts", "src/platform/postgres/launcher.ts", "src/platform/postgres/roles.ts"],
    describe({ databaseUrl, providers }) {
      if (!databaseUrl) return null;
      const { host } = parseConnection(databaseUrl);
      if (host.startsWith("/") || isLoopback(host)) return null;
      return {
        key: "database", vendor: providers["database"]?.name ?? "The operator's database server", role: "Database", purpose: "Holds everything but the files", data: ["all records; secrets and readings sealed"],
        region: providers["database"]?.region ?? NOT_SAID, link: null,
      };
    },
  },
  {
    key: "google", code: [],
    describe: ({ google }) => google ? {
      key: "google", vendor: "Google", role: "Sign-in", purpose: "Vouches for people who choose to sign in with Google", data: ["the fact and time of a sign-in", "the person's mail address"], region: "Worldwide", link: "https://policies.google.com/privacy",
    } : null,
  },
  {
    key: "microsoft", code: [],
    describe: ({ microsoft }) => microsoft ? {
      key: "microsoft", vendor: "Microsoft", role: "Sign-in", purpose: "Vouches for people who choose to sign in with Microsoft", data: ["the fact and time of a sign-in", "the person's mail address"], region: "Worldwide", link: "https://privacy.microsoft.com/privacystatement",
    } : null,
  },
  {
    key: "single-sign-on", code: ["src/platform/outbound.ts"],
    // A workspace's own identity provider is its own choice and shown to it alone; the door for it is the guarded way out.
    describe: () => null,
  },
  {
    key: "leaked-passwords", code: [],
    describe: ({ leakedPasswordsUrl }) => leakedPasswordsUrl ? {
      key: "leaked-passwords", vendor: new URL(leakedPasswordsUrl).hostname === "api.pwnedpasswords.com" ? "Have I Been Pwned" : "A list of leaked passwords, chosen by the operator", role: "Check of new passwords",
      purpose: "Says whether a password has leaked elsewhere", data: ["five digits of a hash of the password, which tell nothing about it or the person"], region: "Worldwide", link: "https://haveibeenpwned.com/Privacy",
    } : null,
  },
  {
    key: "this-server", code: ["src/start.ts", "src/doors/sockets.ts", "src/doors/plain.ts"],
    // These listen, or ask this very machine whether it is up; nothing leaves it.
    describe: () => null,
  },
];

/** The services that are on, in the order of the list. Empty: everything stays on this server. */
export const servicesOf = (config: Config): Service[] => adapters.flatMap((adapter) => adapter.describe(config) ?? []);
