import { SaxesParser } from "saxes";
import type { z } from "zod";
import { OutboundRefusal } from "../platform/outbound.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import type { MetadataView } from "./contract.ts";
import { refuse } from "./policy.ts";
import { readCertificate } from "./saml.ts";

const METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
const SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
const REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

/** Reads an identity provider's metadata: who it is, where a sign-in begins, by which certificates it signs. */
export function readMetadata(xml: string): z.input<typeof MetadataView> {
  const bad = (detail: string): never => { throw refuse("bad_metadata", { detail }); };
  const path: string[] = [];
  const certificates: string[] = [];
  let issuer: string | null = null;
  let entryPoint: string | null = null;
  let providers = 0;
  let signing = false;
  let text: string | null = null;
  let elements = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", () => bad("this is not well-formed XML"));
  parser.on("doctype", () => bad("a DOCTYPE is not accepted"));
  parser.on("opentag", (tag) => {
    path.push(tag.local);
    if (++elements > 5000 || path.length > 60) bad("it is too large");
    const value = (name: string) => tag.attributes[name]?.value ?? null;
    if (tag.uri === METADATA && tag.local === "EntityDescriptor") issuer = value("entityID");
    if (tag.uri === METADATA && tag.local === "IDPSSODescriptor" && ++providers > 1) bad("it describes more than one provider");
    if (tag.uri === METADATA && tag.local === "KeyDescriptor") signing = value("use") !== "encryption" && path.includes("IDPSSODescriptor");
    if (tag.uri === METADATA && tag.local === "SingleSignOnService" && value("Binding") === REDIRECT && path.includes("IDPSSODescriptor")) entryPoint ??= value("Location");
    if (tag.uri === SIGNATURE && tag.local === "X509Certificate" && signing && path.includes("KeyDescriptor")) text = "";
  });
  parser.on("text", (part) => { if (text !== null) text += part; });
  parser.on("closetag", () => {
    if (path.pop() === "X509Certificate" && text !== null) { certificates.push(text); text = null; }
  });
  parser.write(xml.replace(/^\ufeff/, "").trim()).close();
  if (providers === 0) bad("no IDPSSODescriptor is in it");
  if (!issuer) bad("it has no entityID");
  if (!entryPoint) bad("it names no sign-in address for HTTP-Redirect");
  if (certificates.length === 0) bad("it has no signing certificate");
  return { issuer: issuer!, entryPoint: entryPoint!, certificates: [...new Set(certificates.map((one) => one.replace(/\s+/g, "")))].slice(0, 5).map(readCertificate) };
}

/** Gets metadata from an address, by the guarded way out, and reads them. */
export async function fetchMetadata(services: Services, address: string): Promise<z.input<typeof MetadataView>> {
  try {
    const url = new URL(address);
    const answer = await services.outbound.fetch(url, { hosts: [url.host], headers: { accept: "application/samlmetadata+xml, application/xml, text/xml" } });
    if (answer.status !== 200) throw refuse("address_not_called", { detail: `${url.host} answered with ${answer.status}.` });
    return readMetadata(await answer.text());
  } catch (error) {
    if (error instanceof OutboundRefusal) throw refuse("address_not_called", { detail: error.message });
    throw error instanceof Refusal ? error : refuse("bad_metadata", { detail: "this is not XML" });
  }
}
