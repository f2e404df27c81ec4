import type { Services } from "../platform/services.ts";
import type { Identity } from "../sign-in/index.ts";
import type { Claims, OidcProvider } from "./oidc.ts";
import { refuse, stops } from "./policy.ts";
import { readEmail } from "./proof.ts";

/** Ways to sign in that the operator sets up for everybody. */
export type Vendor = "google" | "microsoft";
export const vendors: readonly Vendor[] = ["google", "microsoft"];
export const vendorNames: Record<Vendor, string> = { google: "Google", microsoft: "Microsoft" };

const MICROSOFT = "https://login.microsoftonline.com";
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The provider as the settings name it; refused where it is not set up. One callback path each (V10.2.2). */
export function vendorProvider(services: Services, vendor: Vendor): OidcProvider {
  const { config } = services;
  const callbackUrl = `${config.publicUrl}/api/sso/${vendor}/callback`;
  if (vendor === "google") {
    const { google } = config;
    if (!google) throw refuse("provider_not_offered");
    return { key: `google ${google.clientId} ${google.baseUrl}`, issuer: google.baseUrl, clientId: google.clientId, clientSecret: google.clientSecret, callbackUrl };
  }
  const { microsoft } = config;
  if (!microsoft) throw refuse("provider_not_offered");
  return {
    key: `microsoft ${microsoft.clientId} ${microsoft.baseUrl} ${microsoft.tenant}`, clientId: microsoft.clientId, clientSecret: microsoft.clientSecret, callbackUrl,
    // Asked under its own name, so that the library knows the one provider whose issuer is a pattern; the door calls the configured host.
    issuer: `${MICROSOFT}/${microsoft.tenant}/v2.0`, at: { from: MICROSOFT, to: microsoft.baseUrl },
    checkMetadata({ issuer }) {
      const directory = issuer.startsWith(`${microsoft.baseUrl}/`) && issuer.endsWith("/v2.0") ? issuer.slice(microsoft.baseUrl.length + 1, -5) : "";
      if (directory !== "{tenantid}" && !guid.test(directory)) throw stops.refuse("sso_wrong_issuer");
    },
  };
}

/**
 * Who somebody is at Google or Microsoft, and their address if it is proven. Google says so in `email_verified`. At Microsoft
 * a directory's administrator can write any address into `email`; it counts only with `xms_edov`, by which Microsoft says
 * that the directory has proven the address's domain. There (tid, oid) name a person: `sub` differs from application to application.
 */
export function vendorIdentity(services: Services, vendor: Vendor, claims: Claims): Identity & { email: string | null; emailVerified: boolean } {
  const text = (name: string) => (typeof claims[name] === "string" ? claims[name] : "");
  const email = readEmail(text("email"));
  if (vendor === "google") return { issuer: claims.iss, subject: claims.sub, email, emailVerified: claims["email_verified"] === true };
  const { tenants, baseUrl } = services.config.microsoft!;
  const [tid, oid] = [text("tid").toLowerCase(), text("oid").toLowerCase()];
  if (!guid.test(tid) || !guid.test(oid) || claims.iss !== `${baseUrl}/${tid}/v2.0`) throw stops.refuse("sso_wrong_issuer");
  if (tenants.length > 0 && !tenants.includes(tid)) throw stops.refuse("sso_other_directory");
  const proven = claims["xms_edov"];
  return { issuer: claims.iss, subject: oid, email, emailVerified: proven === true || proven === 1 || proven === "1" || proven === "true" };
}
