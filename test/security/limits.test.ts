// docs/security/limits.md is what the program holds to: written from the same constants, settings and routes (npm run generate).
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BODY_BYTES } from "../../src/doors/content.ts";
import { DRAIN_MS, LATE_MS, PLACES } from "../../src/doors/load.ts";
import { SOCKETS } from "../../src/doors/sockets.ts";
import { jobs, routes } from "../../src/nouns.ts";
import { loadConfig, rootDir, settings } from "../../src/platform/config.ts";
import { LIMITS } from "../../src/platform/reading/limits.ts";
import { delayRules } from "../../src/sign-in/delays.ts";
import { AT_ONCE, MOST_WAITING } from "../../src/sign-in/passwords.ts";

const MB = 1024 * 1024;
const n = (value: number) => value.toLocaleString("en-US");
const mb = (bytes: number) => `${n(Math.round(bytes / MB))} MB`;
const s = (ms: number) => (ms < 60_000 ? `${ms / 1000} s` : `${ms / 60_000} min`);
const table = (head: string[], rows: (string | number)[][]) => [`| ${head.join(" | ")} |`, `|${head.map(() => "---").join("|")}|`, ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n");

function page(): string {
  const { limits, readers } = loadConfig({});
  const setting = (name: string) => settings.find((one) => one.name === name)!;
  const kinds: Record<keyof typeof PLACES, string> = { api: "data", files: "files and PDFs", public: "public doors (sign-in, buyers, this installation's trust page)", reserved: "issuing, and what other services tell us", uploads: "uploads" };
  return `# Limits

Everything that is bounded, and what happens at the bound. This page is made from the program's own settings and constants
(\`npm run generate\`); a test holds it to them. A limit of requests is answered 429, a full server 503, both with
\`Retry-After\`; a body or header that is too large 413 or 431, one that comes too slowly 408.

## For one person, API key or network

Counted over all processes of the installation, in PostgreSQL ([why and how](../decisions/0012-limits.md)). Somebody who is not
known counts as their network: an IPv4 address, an IPv6 /64. Refused requests and guesses count too. Settings change the
first rows; 0 sets no limit.

${table(["what", "a minute", "setting"], [
    ["all requests", n(limits.requestsPerMinute), `\`${setting("COUNTERFOIL_REQUESTS_PER_MINUTE").name}\``],
    ["upload requests", n(limits.uploadsPerMinute), `\`${setting("COUNTERFOIL_UPLOADS_PER_MINUTE").name}\``],
    ...routes.filter((route) => typeof route.ratePerMinute === "number").map((route) => [`\`${route.method} ${route.url}\``, n(route.ratePerMinute as number), ""]).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  ])}

Failed proofs of who somebody is (passwords, second factors, codes) also wait longer each time; nothing is locked for good:

${table(["tries of", "free", "longest wait", "forgotten after"], Object.entries(delayRules).map(([name, rule]) => [name, rule.free, s(rule.capS * 1000), `${rule.forgetMs / 3_600_000} h`]))}

## For one workspace

${table(["what", "most", "setting"], [
    ["documents received in 24 hours", n(limits.documentsPerDay), `\`${setting("COUNTERFOIL_DOCUMENTS_PER_DAY").name}\``],
    ["mails to others in an hour", n(limits.mailsPerHour), `\`${setting("COUNTERFOIL_MAILS_PER_HOUR").name}\``],
    ...Object.entries(PLACES).map(([name, places]) => [`requests waiting in one process, ${kinds[name as keyof typeof PLACES]}`, places.waitingEach, ""]),
    ["uploads running in one process", PLACES.uploads.runningEach, ""],
  ])}

Whoever waits, waits behind their own workspace: the queues take turns, and so does reading.

## For the whole installation, each web process

${table(["what", "at once", "waiting"], Object.entries(PLACES).map(([name, places]) => [kinds[name as keyof typeof PLACES], places.running, places.waiting]))}

A process that comes ${s(LATE_MS)} late to its own clock twice in a row turns away all but the reserved kind until it has caught up.
A stop waits up to ${s(DRAIN_MS)} for requests in work.

${table(["what", "most"], [
    ["headers of one request", `${SOCKETS.headerBytes / 1024} kB, ${SOCKETS.headerCount} of them`],
    ["a body that is no upload", mb(BODY_BYTES)],
    ["time for the headers", s(SOCKETS.headersMs)],
    ["time for a body that is no upload", s(SOCKETS.bodyMs)],
    ["time for a whole request, uploads too", s(SOCKETS.requestMs)],
    ["a connection on which nothing moves", s(SOCKETS.idleMs)],
    ["a connection between two requests", s(SOCKETS.keepAliveMs)],
    ["connections", n(SOCKETS.connections)],
  ])}

## Files that come in

PDF, PNG, JPEG, TIFF, WebP, HEIC and GIF; e-invoices in XML (UBL, CII). What a file is, its bytes say, not its name.

${table(["what", "most"], [
    ["one file", mb(LIMITS.fileBytes)], ["one XML file", mb(LIMITS.xmlBytes)], ["files in one request", "100, together 200 MB"],
    ["pages of a document", n(LIMITS.pages)], ["pages read by OCR", n(LIMITS.ocrPages)], ["side of a page", `${n(LIMITS.pageSidePt)} pt`],
    ["pixels of an image", `${n(LIMITS.imagePixels / 1e6)} million`], ["pixels of a drawn page", `${n(LIMITS.rasterPixels / 1e6)} million`], ["frames of an image", n(LIMITS.imageFrames)],
    ["characters of text", n(LIMITS.textCharacters)], ["depth of XML", n(LIMITS.xmlDepth)], ["elements of XML", n(LIMITS.xmlElements)], ["attributes of an element", n(LIMITS.xmlAttributes)],
  ])}

## What costs much, and its caps

${table(["work", "where", "at once", "caps"], [
    ["reading text", "a caged process", `${readers} (\`COUNTERFOIL_READERS\`)`, `${s(LIMITS.pageMs)} a page, ${s(LIMITS.documentMs)} a document, ${mb(LIMITS.textMemoryBytes)}`],
    ["OCR", "a caged process", `${readers}`, `${s(LIMITS.ocrPageMs)} a page, ${s(LIMITS.ocrDocumentMs)} a document, ${mb(LIMITS.memoryBytes)}`],
    ["hashing a password", "web", AT_ONCE, `${MOST_WAITING} waiting`],
    ...jobs.map((job) => [`job ${job.kind}`, "worker", job.parallel, "one after the other beyond that"]),
  ])}
`;
}

test("V2.1.3 V5.1.1 V15.1.3 the page of limits is what the program holds to", async () => {
  const path = join(rootDir, "docs/security/limits.md");
  const fresh = page();
  if (process.env["CF_GENERATE"] === "1") await writeFile(path, fresh);
  expect((await readFile(path, "utf8").catch(() => "")) === fresh, "docs/security/limits.md is out of date: run npm run generate").toBe(true);
  for (const name of ["COUNTERFOIL_REQUESTS_PER_MINUTE", "COUNTERFOIL_UPLOADS_PER_MINUTE", "COUNTERFOIL_DOCUMENTS_PER_DAY", "COUNTERFOIL_MAILS_PER_HOUR"]) expect(fresh).toContain(name);
});
