/** What the claims are judged by: what this installation runs with, as it stands now. No secrets, no names of tenants. */
export type Facts = {
  version: string;
  /** How the listener is reached: TLS by its own certificate, by a declared proxy, or loopback only. */
  reach: "certificate" | "proxy" | "loopback";
  /** People use an https address, so that cookies are Secure and HSTS is sent. */
  https: boolean;
  database: { place: "embedded" | "this_server" | "remote"; encrypted: boolean; version: string };
  /** Read from the catalogue: tables that belong to tenants, and those among them where row security has a gap. */
  tables: { total: number; open: string[] };
  /** Rights or powers of the application's role that it must not have: bypass of row security, ownership, change of events. */
  powers: string[];
  /** Providers that people may sign in with, by their names: "Google", "Microsoft". */
  signInProviders: string[];
  /** A mail server is set; without one mails stay in the outbox. */
  mail: boolean;
  /** Address that security.txt names. */
  securityContact: string;
  routes: { total: number; writing: number };
  /** Settings of the workspace that asks; null on the public page. */
  workspace: WorkspaceFacts | null;
};

/** What a workspace has set for itself, as far as promises depend on it. */
export type WorkspaceFacts = {
  /** Years that original files are kept; "permanent" for ever; null where it was never chosen and the standard holds. */
  retention: { years: number | "permanent"; chosen: boolean } | null;
  secondFactorForAll: boolean;
  sso: { connections: number; required: boolean };
  /** Break-glass access of the operator that is open now. */
  operatorAccess: number;
  lastExportAt: Date | null;
  /** Exports that are made by themselves. */
  exportSchedules: number;
};
