import { X509Certificate } from "node:crypto";
import { SAML, ValidateInResponseTo, type CacheProvider, type Profile } from "@node-saml/node-saml";
import { Refusal } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { FLOW_MS, newRequestId, onceKey, requestMadeAt } from "./flow.ts";
import { refuse, stops, type Stop } from "./policy.ts";
import { takeOnce, wasTaken, type Connection } from "./queries.ts";
import { readForm } from "./saml-form.ts";

const SKEW_MS = 5000;
/** An assertion is good for at most this long, whatever it says. */
const ASSERTION_MS = 10 * 60_000;

/** Our own addresses towards a connection's identity provider. */
export function addressesOf(services: Services, connectionId: string): { callbackUrl: string; acsUrl: string; entityId: string; startUrl: string } {
  const base = `${services.config.publicUrl}/api/sso/${connectionId}`;
  return { callbackUrl: `${base}/callback`, acsUrl: `${base}/acs`, entityId: `${base}/metadata`, startUrl: `${base}/start` };
}

/** A certificate as people compare it; throws when it is none, or its key is weak. */
export function readCertificate(pem: string): { pem: string; subject: string; fingerprint: string; expiresAt: string } {
  const body = pem.replace(/-----(BEGIN|END) CERTIFICATE-----/g, "").replace(/\s+/g, "");
  let certificate: X509Certificate;
  try {
    if (!/^[A-Za-z0-9+/]+=*$/.test(body)) throw new Error("not base64");
    certificate = new X509Certificate(Buffer.from(body, "base64"));
  } catch {
    throw refuse("bad_certificate");
  }
  const key = certificate.publicKey;
  if (key.asymmetricKeyType !== "rsa" || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) throw refuse("weak_certificate");
  return {
    pem: `-----BEGIN CERTIFICATE-----\n${certificate.raw.toString("base64").match(/.{1,64}/g)!.join("\n")}\n-----END CERTIFICATE-----`,
    subject: certificate.subject.split("\n").map((part) => part.replace(/^CN=/, "")).reverse().join(", ").slice(0, 200),
    fingerprint: certificate.fingerprint256, expiresAt: new Date(certificate.validTo).toISOString(),
  };
}

/**
 * The library, set to its strictest. Its memory of open requests is ours: an id shows by itself that we made it for this
 * connection, and the database notes that it was answered, so that this holds on every process.
 */
function samlFor(services: Services, connection: Connection, requestId?: string): SAML {
  const { acsUrl, entityId } = addressesOf(services, connection.id);
  const cacheProvider: CacheProvider = {
    saveAsync: async (_id, value) => ({ value, createdAt: Date.now() }),
    getAsync: async (id) => {
      const at = requestMadeAt(services, connection.id, id);
      return at && !await wasTaken(services, onceKey("saml request", id)) ? at.toISOString() : null;
    },
    removeAsync: async (id) => id, // spent by `readSamlAnswer`, for good answers only: a forged one must not spoil the real one
  };
  return new SAML({
    callbackUrl: acsUrl, issuer: entityId, audience: entityId, entryPoint: connection.entry_point!, idpCert: connection.certificates, idpIssuer: connection.issuer,
    wantAssertionsSigned: true, wantAuthnResponseSigned: true, acceptedClockSkewMs: SKEW_MS, maxAssertionAgeMs: ASSERTION_MS, requestIdExpirationPeriodMs: FLOW_MS,
    validateInResponseTo: connection.idp_initiated ? ValidateInResponseTo.ifPresent : ValidateInResponseTo.always, cacheProvider,
    identifierFormat: null, disableRequestedAuthnContext: true, signatureAlgorithm: "sha256", digestAlgorithm: "sha256",
    forceAuthn: connection.max_age_minutes === 0, generateUniqueId: () => requestId ?? newRequestId(services, connection.id),
  });
}

/** Begins a sign-in: the address to send the browser to, and the request whose answer it waits for. */
export async function beginSaml(services: Services, connection: Connection): Promise<{ url: string; requestId: string }> {
  const requestId = newRequestId(services, connection.id);
  return { url: await samlFor(services, connection, requestId).getAuthorizeUrlAsync("", undefined, {}), requestId };
}

/** Our side, as identity providers read it. */
export const samlMetadata = (services: Services, connection: Connection): string => samlFor(services, connection).generateServiceProviderMetadata(null, null);

export type SamlAnswer = {
  issuer: string; subject: string; attributes: Record<string, string[]>; contexts: string[]; endsAt: Date | null;
  /** Our request that this answers; null when the provider began. */
  answers: string | null;
};

type Xml = { _?: string; $?: Record<string, string>; [name: string]: unknown };
const children = (node: Xml | undefined, name: string): Xml[] => ((node?.[name] as Xml[] | undefined) ?? []).map((one) => (typeof one === "string" ? { _: one } : one));
const words = (node: Xml | undefined): string => (node?._ ?? "").trim();

/**
 * Reads an answer that the browser posted. It counts only when response and assertion are both signed by a certificate of
 * this connection, it is for us, here, now, answers a request of ours (or may come unasked), and was never seen before.
 */
export async function readSamlAnswer(services: Services, connection: Connection, field: string): Promise<SamlAnswer> {
  const form = readForm(field);
  const { acsUrl, entityId } = addressesOf(services, connection.id);
  if (form.issuer !== null && form.issuer !== connection.issuer) throw stops.refuse("sso_wrong_issuer");
  if (form.destination !== null && form.destination !== acsUrl) throw stops.refuse("sso_wrong_recipient");
  if (form.inResponseTo === null && !connection.idp_initiated) throw stops.refuse("sso_unsolicited");
  const answered = async () => form.inResponseTo !== null && await wasTaken(services, onceKey("saml request", form.inResponseTo));
  if (await answered()) throw stops.refuse("sso_used");
  if (form.inResponseTo !== null && !requestMadeAt(services, connection.id, form.inResponseTo)) throw stops.refuse("sso_unsolicited");

  const profile = await samlFor(services, connection).validatePostResponseAsync({ SAMLResponse: field }).then((result) => result.profile, async (error: unknown) => {
    throw error instanceof Refusal ? error : stops.refuse(await answered() ? "sso_used" : stopFor(services, error)); // another process may have been faster
  });
  const answer = checkAssertion(services, connection, profile, form.inResponseTo, { acsUrl, entityId });

  const until = new Date(services.clock().getTime() + 2 * (ASSERTION_MS + SKEW_MS));
  const fresh = await takeOnce(services, onceKey("saml assertion", connection.id, form.assertionId), until)
    && (form.inResponseTo === null || await takeOnce(services, onceKey("saml request", form.inResponseTo), until));
  if (!fresh) throw stops.refuse("sso_used");
  return answer;
}

/** What the library leaves to us, read from the very bytes whose signature it checked. */
function checkAssertion(services: Services, connection: Connection, profile: Profile | null, inResponseTo: string | null, ours: { acsUrl: string; entityId: string }): SamlAnswer {
  const assertion = (profile?.getAssertion?.() as { Assertion?: Xml } | undefined)?.Assertion;
  if (!assertion) throw stops.refuse("sso_malformed");
  const now = services.clock().getTime();
  const time = (text: string | undefined): number => (text && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? Date.parse(text) : Number.NaN);
  const inTime = (node: Xml): boolean => (node.$?.["NotBefore"] === undefined || time(node.$["NotBefore"]) <= now + SKEW_MS) && time(node.$?.["NotOnOrAfter"]) > now - SKEW_MS;

  if (words(children(assertion, "Issuer")[0]) !== connection.issuer) throw stops.refuse("sso_wrong_issuer");
  const [subject, ...moreSubjects] = children(assertion, "Subject");
  const [nameId, ...moreIds] = children(subject, "NameID");
  const [conditions, ...moreConditions] = children(assertion, "Conditions");
  if (!subject || !nameId || !words(nameId) || !conditions || moreSubjects.length + moreIds.length + moreConditions.length > 0) throw stops.refuse("sso_malformed");

  // Bearer: whoever brings it, here, in time, as the answer to that request.
  const bearers = children(subject, "SubjectConfirmation").filter((one) => one.$?.["Method"] === "urn:oasis:names:tc:SAML:2.0:cm:bearer").flatMap((one) => children(one, "SubjectConfirmationData"));
  const here = bearers.filter((one) => one.$?.["Recipient"] === ours.acsUrl);
  if (bearers.length === 0) throw stops.refuse("sso_malformed");
  if (here.length === 0) throw stops.refuse("sso_wrong_recipient");
  const asked = here.filter((one) => (one.$?.["InResponseTo"] ?? null) === inResponseTo);
  if (asked.length === 0) throw stops.refuse("sso_unsolicited");
  if (!asked.some(inTime) || !inTime(conditions) || !(time(assertion.$?.["IssueInstant"]) <= now + SKEW_MS) || time(assertion.$?.["IssueInstant"]) + ASSERTION_MS < now) throw stops.refuse("sso_expired");
  const audiences = children(conditions, "AudienceRestriction");
  if (audiences.length === 0 || !audiences.every((one) => children(one, "Audience").some((audience) => words(audience) === ours.entityId))) throw stops.refuse("sso_wrong_audience");

  const statements = children(assertion, "AuthnStatement");
  if (statements.length !== 1) throw stops.refuse("sso_malformed");
  const statement = statements[0]!;
  const authenticatedAt = time(statement.$?.["AuthnInstant"]);
  const { max_age_minutes: maxAge } = connection;
  if (maxAge !== null && !(now - authenticatedAt <= maxAge * 60_000 + SKEW_MS + (maxAge === 0 ? 60_000 : 0))) throw stops.refuse("sso_too_old");
  const ends = statement.$?.["SessionNotOnOrAfter"];
  if (ends !== undefined && !(time(ends) > now)) throw stops.refuse("sso_expired");

  const attributes: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const one of children(assertion, "AttributeStatement").flatMap((list) => children(list, "Attribute"))) {
    const name = one.$?.["Name"];
    if (name) attributes[name] = [...(attributes[name] ?? []), ...children(one, "AttributeValue").map(words).filter(Boolean)];
  }
  const contexts = children(statement, "AuthnContext").flatMap((one) => children(one, "AuthnContextClassRef")).map(words);
  return {
    issuer: connection.issuer, subject: words(nameId), attributes, endsAt: ends === undefined ? null : new Date(time(ends)), answers: inResponseTo,
    contexts: [...contexts, ...(attributes["http://schemas.microsoft.com/claims/authnmethodsreferences"] ?? [])],
  };
}

function stopFor(services: Services, error: unknown): Stop {
  const message = error instanceof Error ? error.message : "";
  services.log.info({ detail: message.slice(0, 200) }, "a SAML answer was refused");
  if (/InResponseTo/.test(message)) return "sso_unsolicited";
  if (/audience/i.test(message)) return "sso_wrong_audience";
  if (/expired|not yet valid|No valid subject confirmation|too old/i.test(message)) return "sso_expired";
  if (/signature/i.test(message)) return "sso_bad_signature";
  return "sso_malformed";
}
