import sharp from "sharp";
import { recordEvent } from "../events/index.ts";
import type { Scope } from "../workspaces/index.ts";
import { needCompany } from "./change.ts";
import { refuse } from "./policy.ts";
import { lockCompany, setLogo, type CompanyRow } from "./queries.ts";
import { storeBytes } from "./stored.ts";

/** Bytes of an uploaded logo that are looked at, and its pixels: 5 MB, 20 megapixels. */
export const LOGO_BYTES = 5 * 1024 * 1024;
const LOGO_PIXELS = 20_000_000;

/**
 * Keeps a logo as a PNG of our own making, at most 1,200 × 600: metadata, hidden payloads and odd formats do not survive
 * the re-encoding. The old one stays stored, since issued documents print it. Refuses logo_is_svg, logo_not_usable.
 */
export async function changeLogo(scope: Scope, companyId: string, upload: Buffer): Promise<CompanyRow> {
  const png = await reencode(upload);
  return scope.transaction(async (tx) => {
    const before = await needCompany(tx, companyId, lockCompany);
    const file = await storeBytes(tx, companyId, png, "image/png");
    recordEvent(tx, { action: "company.logo_changed", summary: `Changed the logo of ${before.name}`, subjectKind: "company", subjectId: companyId, companyId });
    return setLogo(tx, companyId, file.id, scope.now());
  });
}

/** Takes the logo off new documents. */
export function removeLogo(scope: Scope, companyId: string): Promise<CompanyRow> {
  return scope.transaction(async (tx) => {
    const before = await needCompany(tx, companyId, lockCompany);
    recordEvent(tx, { action: "company.logo_removed", summary: `Removed the logo of ${before.name}`, subjectKind: "company", subjectId: companyId, companyId });
    return setLogo(tx, companyId, null, scope.now());
  });
}

async function reencode(upload: Buffer): Promise<Buffer> {
  const beginning = upload.subarray(0, 2000).toString("latin1").replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
  if (/^<(\?xml|!doctype|svg|!--)/i.test(beginning)) throw refuse("logo_is_svg");
  try {
    const picture = sharp(upload, { limitInputPixels: LOGO_PIXELS, failOn: "error", animated: false });
    const { format } = await picture.metadata();
    if (!["png", "jpeg", "webp"].includes(format ?? "")) throw refuse("logo_not_usable");
    return await picture.rotate().resize({ width: 1200, height: 600, fit: "inside", withoutEnlargement: true }).png({ compressionLevel: 9 }).toBuffer();
  } catch {
    throw refuse("logo_not_usable");
  }
}
