import { SaxesParser, type SaxesTagNS } from "saxes";
import { stops } from "./policy.ts";

// What a SAML answer may look like, decided before any library works on it. XML signatures are attacked by giving two
// readers two meanings of one document (wrapping, comments, entities). So there is exactly one form: a response, signed as
// a whole, with one assertion, signed as a whole; no comment, entity, doctype, instruction or CDATA; each id once; and
// only today's algorithms. Everything else is turned away here, with its reason.

const PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
const ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
const SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

/** Limits of an answer: 200 KB of XML, 60 levels, 3,000 elements. */
export const SAML_LIMITS = { bytes: 200_000, depth: 60, elements: 3000 };

const allowed: Record<string, ReadonlySet<string>> = {
  SignatureMethod: new Set(["http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"]),
  DigestMethod: new Set(["http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2001/04/xmlenc#sha512"]),
  CanonicalizationMethod: new Set(["http://www.w3.org/2001/10/xml-exc-c14n#"]),
  Transform: new Set(["http://www.w3.org/2000/09/xmldsig#enveloped-signature", "http://www.w3.org/2001/10/xml-exc-c14n#"]),
};

/** Facts of the response element, which its signature covers. */
export type ResponseForm = { xml: string; id: string; destination: string | null; inResponseTo: string | null; issuer: string | null; assertionId: string };

/** Reads the form field of an answer. Throws the stop that names what is wrong with its form. */
export function readForm(field: string): ResponseForm {
  if (field.length > SAML_LIMITS.bytes * 1.4 || !/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(field)) throw stops.refuse("sso_malformed");
  const bytes = Buffer.from(field, "base64");
  const xml = bytes.toString("utf8");
  if (bytes.length > SAML_LIMITS.bytes || !Buffer.from(xml, "utf8").equals(bytes)) throw stops.refuse("sso_malformed");

  const path: string[] = [];
  const ids = new Set<string>();
  const signed: string[] = [];
  const attribute = (tag: SaxesTagNS, name: string): string | null => tag.attributes[name]?.value ?? null;
  let response: SaxesTagNS | null = null;
  let assertion: SaxesTagNS | null = null;
  let elements = 0;
  let issuer: string | null = null;
  let inIssuer = false;
  let status: string | null = null;
  const malformed = () => { throw stops.refuse("sso_malformed"); };

  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", malformed);
  parser.on("doctype", malformed);
  parser.on("comment", malformed);
  parser.on("cdata", malformed);
  parser.on("processinginstruction", malformed);
  parser.on("text", (text) => { if (inIssuer) issuer = (issuer ?? "") + text; });
  parser.on("opentag", (tag) => {
    const name = `${tag.uri} ${tag.local}`;
    const parent = path.at(-1) ?? "";
    path.push(name);
    if (++elements > SAML_LIMITS.elements || path.length > SAML_LIMITS.depth) malformed();
    for (const one of Object.values(tag.attributes)) {
      if (!/^(ID|Id|id)$/.test(one.local)) continue;
      if (ids.has(one.value)) malformed();
      ids.add(one.value);
    }
    if (path.length === 1) {
      if (name !== `${PROTOCOL} Response`) malformed();
      response = tag;
    } else if (tag.local === "Response" || tag.local === "LogoutResponse") malformed();
    if (/^Encrypted/.test(tag.local)) throw stops.refuse("sso_encrypted");
    if (tag.local === "Assertion") {
      if (name !== `${ASSERTION} Assertion` || path.length !== 2 || assertion) malformed();
      assertion = tag;
    }
    if (tag.local === "Signature") {
      // Directly under the response or under its assertion, once each: nowhere else does a signature mean anything.
      if (tag.uri !== SIGNATURE || !(path.length === 2 || (path.length === 3 && parent === `${ASSERTION} Assertion`)) || signed.includes(parent)) malformed();
      signed.push(parent);
    }
    if (tag.uri === SIGNATURE && tag.local === "Object") malformed();
    if (tag.local in allowed && !allowed[tag.local]!.has(attribute(tag, "Algorithm") ?? "")) {
      throw stops.refuse(/sha1|#md5|hmac/i.test(attribute(tag, "Algorithm") ?? "") ? "sso_weak_algorithm" : "sso_malformed");
    }
    if (path.length === 2 && name === `${ASSERTION} Issuer`) { inIssuer = true; issuer = ""; }
    if (path.length === 3 && name === `${PROTOCOL} StatusCode`) status = attribute(tag, "Value");
  });
  parser.on("closetag", () => { path.pop(); inIssuer = false; });
  parser.write(xml).close();

  const root = response as SaxesTagNS | null;
  if (!root) throw stops.refuse("sso_malformed");
  if (status !== "urn:oasis:names:tc:SAML:2.0:status:Success") throw stops.refuse(status === null ? "sso_malformed" : "sso_denied");
  const held = assertion as SaxesTagNS | null;
  const id = attribute(root, "ID");
  const assertionId = held && attribute(held, "ID");
  if (!id || !assertionId) throw stops.refuse("sso_malformed");
  if (signed.length !== 2) throw stops.refuse("sso_not_signed");
  return { xml, id, destination: attribute(root, "Destination"), inResponseTo: attribute(root, "InResponseTo"), issuer: (issuer as string | null)?.trim() ?? null, assertionId };
}
