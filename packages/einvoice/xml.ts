import { SaxesParser } from "saxes";
import { scanXml } from "./scan.ts";

export type XmlErrorCode = "xml_forbidden" | "xml_malformed" | "xml_too_deep" | "too_large" | "encoding" | "not_an_invoice";

/** Why a file could not be read as XML or as an invoice: `code` is stable, `message` is a sentence a person can act on. */
export class XmlError extends Error {
  override readonly name = "XmlError";
  readonly code: XmlErrorCode;
  constructor(code: XmlErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What a file may cost us. A large real invoice has some 50,000 elements in 5 MB, eleven deep. */
export type XmlLimits = { bytes: number; depth: number; elements: number; attributesEach: number };
export const xmlLimits: XmlLimits = { bytes: 20 * 1024 * 1024, depth: 100, elements: 200_000, attributesEach: 256 };

/**
 * An element without its prefix; `text` is its own text, trimmed, `written` the same as it stands. Attributes are by name, those of a
 * namespace as "{namespace}name". `line` counts from 1.
 */
export type XmlElement = { name: string; namespace: string; attributes: ReadonlyMap<string, string>; children: XmlElement[]; text: string; written: string; line: number };

/**
 * Parses namespaced XML under limits. A DOCTYPE of any kind is refused, so there are no entities to expand and nothing to
 * fetch. Throws XmlError: xml_forbidden, xml_malformed (with line and column), xml_too_deep, too_large, encoding (with byte offset).
 * Plain files are read by `scanXml`, all others and every refusal by the parser.
 */
export function parseXml(bytes: Uint8Array, limits: XmlLimits = xmlLimits): XmlElement {
  if (bytes.length > limits.bytes) throw new XmlError("too_large", `The XML is larger than ${Math.floor(limits.bytes / (1024 * 1024))} MB, which no invoice needs. Send it without its attachments.`);
  const text = decodeXml(bytes);
  if (hasDoctype(text)) throw new XmlError("xml_forbidden", "The XML contains a DOCTYPE, which invoices do not have and which can be used to attack readers. Remove it and send the file again.");
  if (tagsIn(text, limits.elements) > limits.elements) throw new XmlError("too_large", `The XML has more than ${limits.elements} elements.`);
  return scanXml(text, limits) ?? parseWhole(text, limits);
}

/** Any XML without a DOCTYPE, by a parser that knows all of it. */
export function parseWhole(text: string, limits: XmlLimits): XmlElement {
  if (tagsIn(text, limits.elements) > limits.elements) throw new XmlError("too_large", `The XML has more than ${limits.elements} elements.`);
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: (XmlElement & { pieces: string[] })[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  let attributes = 0;
  parser.on("error", (error) => {
    throw new XmlError("xml_malformed", `The XML is damaged: ${error.message}`, { cause: error });
  });
  parser.on("doctype", () => {
    throw new XmlError("xml_forbidden", "The XML contains a DOCTYPE. Remove it and send the file again.");
  });
  parser.on("opentagstart", () => {
    attributes = 0;
  });
  parser.on("attribute", () => {
    attributes += 1;
    if (attributes > limits.attributesEach) throw new XmlError("too_large", `An XML element has more than ${limits.attributesEach} attributes.`);
  });
  parser.on("opentag", (tag) => {
    elements += 1;
    if (elements > limits.elements) throw new XmlError("too_large", `The XML has more than ${limits.elements} elements.`);
    if (open.length >= limits.depth) throw new XmlError("xml_too_deep", `The XML is nested more than ${limits.depth} deep.`);
    const element = { name: tag.local, namespace: tag.uri, attributes: new Map<string, string>(), children: [], text: "", written: "", line: parser.line, pieces: [] };
    for (const key in tag.attributes) {
      const attribute = tag.attributes[key]!;
      if (attribute.prefix === "xmlns" || attribute.name === "xmlns") continue;
      if (attribute.prefix === "") element.attributes.set(attribute.local, attribute.value);
      else element.attributes.set(`{${attribute.uri}}${attribute.local}`, attribute.value);
    }
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (piece: string) => open.at(-1)?.pieces.push(piece);
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const element = open.pop()!;
    element.written = element.pieces.join("");
    element.text = element.written.trim();
    element.pieces = [];
  });
  parser.write(text).close();
  if (root === null) throw new XmlError("xml_malformed", "The XML is empty.");
  return root;
}

// In front of the root there may be white space, comments and processing instructions; after it a DOCTYPE is not well-formed anyway.
function hasDoctype(text: string): boolean {
  let at = 0;
  for (;;) {
    while (at < text.length && /\s/.test(text[at]!)) at += 1;
    const end = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?", at) ? "?>" : null;
    if (end === null) return text.slice(at, at + 9).toUpperCase() === "<!DOCTYPE";
    const closed = text.indexOf(end, at + 2);
    if (closed < 0) return false;
    at = closed + end.length;
  }
}

/** Start tags of a text without comments and CDATA, counted before they cost anything; 0 where only parsing can tell. */
function tagsIn(text: string, most: number): number {
  if (text.includes("<!")) return 0;
  let count = 0;
  for (let at = text.indexOf("<"); at >= 0 && count <= most; at = text.indexOf("<", at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next !== 0x2f && next !== 0x3f) count += 1;
  }
  return count;
}

/** Text of an XML file by its byte order mark, else its declaration, else UTF-8. Throws XmlError encoding with the byte offset that made no sense. */
export function decodeXml(bytes: Uint8Array): string {
  const { label, skip } = encodingOf(bytes);
  const body = bytes.subarray(skip);
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  } catch (cause) {
    throw new XmlError("encoding", `The XML says it is written in “${label.slice(0, 40)}”, which we cannot read (byte 0). Save it as UTF-8.`, { cause });
  }
  // WHATWG takes ASCII for Windows-1252; a file that claims ASCII and is not would then be read wrongly without notice.
  const notAscii = /^(us-)?ascii$/i.test(label) ? body.findIndex((byte) => byte > 0x7f) : -1;
  if (notAscii >= 0) throw undecodable(label, skip + notAscii);
  if (decoder.encoding === "windows-1252") return fromWindows1252(body);
  try {
    return decoder.decode(body).replace(/^\uFEFF+/, ""); // some writers put the mark twice
  } catch {
    throw undecodable(label, skip + firstUndecodable(body, label));
  }
}

// The encodings standard takes Latin-1 for Windows-1252; Node.js decodes that name as plain Latin-1, where these are control characters.
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function fromWindows1252(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes).replace(/[\u0080-\u009f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80]!);
}

function encodingOf(bytes: Uint8Array): { label: string; skip: number } {
  const begins = (...start: number[]) => start.every((byte, index) => bytes[index] === byte);
  if (begins(0xef, 0xbb, 0xbf)) return { label: "utf-8", skip: 3 };
  if (begins(0xff, 0xfe, 0, 0) || begins(0, 0, 0xfe, 0xff) || begins(0, 0, 0, 0x3c) || begins(0x3c, 0, 0, 0)) return { label: "utf-32", skip: 0 };
  if (begins(0xff, 0xfe)) return { label: "utf-16le", skip: 2 };
  if (begins(0xfe, 0xff)) return { label: "utf-16be", skip: 2 };
  if (begins(0x3c, 0, 0x3f, 0) || begins(0x3c, 0)) return { label: "utf-16le", skip: 0 };
  if (begins(0, 0x3c)) return { label: "utf-16be", skip: 0 };
  if (begins(0x4c, 0x6f, 0xa7, 0x94)) return { label: "EBCDIC", skip: 0 };
  const head = String.fromCharCode(...bytes.subarray(0, 400));
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.:-]*)["']/.exec(head)?.[1];
  // Bytes that can be read as text this far are not UTF-16, whatever they declare.
  const label = declared === undefined || /^utf-?(8|16)|^ucs-?2|^iso-10646-ucs/i.test(declared) ? "utf-8" : declared;
  return { label, skip: 0 };
}

/** The shortest prefix that cannot be decoded ends with the byte where the fault shows; found by halving, since decoders do not tell. */
function firstUndecodable(bytes: Uint8Array, label: string): number {
  const fails = (length: number) => {
    try {
      new TextDecoder(label, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return false;
    } catch {
      return true;
    }
  };
  let [good, bad] = [0, bytes.length];
  if (!fails(bad)) good = bad; // cut off in the middle of the last character
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (fails(middle)) bad = middle;
    else good = middle;
  }
  if (label !== "utf-8") return good;
  // In UTF-8 the fault shows one byte late when a sequence breaks off; the sequence's first byte is the one to look at.
  const whole = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, good), { stream: true });
  return new TextEncoder().encode(whole).length;
}

function undecodable(label: string, offset: number): XmlError {
  return new XmlError("encoding", `The file is not the ${label.toUpperCase()} it should be: byte ${offset} makes no sense. Save it as UTF-8 and send it again.`);
}

// --- finding things. Names in a path are local names, `A|B` where two versions differ, steps are separated by "/".

const paths = new Map<string, readonly (readonly string[])[]>();

// Paths are written in our programs, hence few; splitting them once makes reading a file half as long.
function stepsOf(path: string): readonly (readonly string[])[] {
  let steps = paths.get(path);
  if (steps === undefined) paths.set(path, (steps = path.split("/").map((step) => step.split("|"))));
  return steps;
}

function walk(element: XmlElement, steps: readonly (readonly string[])[], at: number, visit: (found: XmlElement) => boolean): boolean {
  const names = steps[at]!;
  for (const child of element.children) {
    if (!names.includes(child.name)) continue;
    if (at + 1 === steps.length ? visit(child) : walk(child, steps, at + 1, visit)) return true;
  }
  return false;
}

/** First element on a path below `element`. */
export function find(element: XmlElement | undefined, path: string): XmlElement | undefined {
  let first: XmlElement | undefined;
  if (element !== undefined) walk(element, stepsOf(path), 0, (found) => ((first = found), true));
  return first;
}

/** All elements on a path, in document order. */
export function findAll(element: XmlElement | undefined, path: string): XmlElement[] {
  const all: XmlElement[] = [];
  if (element !== undefined) walk(element, stepsOf(path), 0, (found) => (all.push(found), false));
  return all;
}

/** The text without any white space. Letter by letter where it is long: a pattern over millions of line breaks takes seconds. */
export function withoutSpace(text: string): string {
  if (text.length < 10_000) return text.replace(/\s+/g, "");
  const kept = new Uint16Array(text.length);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x20 && code !== 0xa0) kept[length++] = code;
  }
  return length === text.length ? text : new TextDecoder("utf-16le").decode(kept.subarray(0, length));
}

/** Text of the first element on a path that has any. */
export function textAt(element: XmlElement | undefined, path: string): string | undefined {
  let text: string | undefined;
  if (element !== undefined) walk(element, stepsOf(path), 0, (found) => found.text !== "" && ((text = found.text), true));
  return text;
}

/** The tree without elements of foreign namespaces (extensions, signatures, XInclude): they are no invoice terms, whatever their names. */
export function onlyNamespaces(element: XmlElement, known: (namespace: string) => boolean): XmlElement {
  if (element.children.length === 0) return element;
  const children = element.children.filter((child) => known(child.namespace)).map((child) => onlyNamespaces(child, known));
  return children.length === element.children.length && children.every((child, index) => child === element.children[index]) ? element : { ...element, children };
}
