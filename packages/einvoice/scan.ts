import type { XmlElement, XmlLimits } from "./xml.ts";

// What XML forbids as a character; half surrogate pairs cannot come out of a decoder that refuses what it cannot decode.
const unusual = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const declaration = /^<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? ?\?>/;
const plainName = /^[A-Za-z_][\w.-]*$/;

type Scope = ReadonlyMap<string, string>;
type Open = { element: XmlElement; tag: string; scope: Scope; text: string };

/**
 * Reads XML of the plain kind that nearly every invoice is, at several times the parser's speed: elements, attributes, text,
 * CDATA, comments, names of Latin letters, the five named entities and character references. Answers null for anything else
 * and for anything wrong or beyond the limits, which is then the parser's to read or to refuse: what is read here, it
 * would read the same.
 */
export function scanXml(source: string, limits: XmlLimits): XmlElement | null {
  if (unusual.test(source)) return null;
  const text = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  let at = 0;
  if (text.startsWith("<?")) {
    at = declaration.exec(text)?.[0].length ?? -1;
    if (at < 0) return null;
  }
  const names = new Set<string>();
  const isName = (name: string) => names.has(name) || (plainName.test(name) && names.add(name) !== undefined);
  const open: Open[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  let line = 1;
  let lineEnd = text.indexOf("\n");
  let scope: Scope = new Map([["", ""]]);

  while (at < text.length) {
    const tagAt = text.indexOf("<", at);
    const until = tagAt < 0 ? text.length : tagAt;
    if (until > at) {
      const piece = text.slice(at, until);
      const inside = open.at(-1);
      if (inside === undefined) {
        if (!/^[ \n\t]*$/.test(piece)) return null;
      } else {
        if (piece.includes("]]>")) return null;
        const decoded = piece.includes("&") ? withoutReferences(piece) : piece;
        if (decoded === null) return null;
        inside.text = inside.text === "" ? decoded : inside.text + decoded;
      }
    }
    if (tagAt < 0) break;
    const next = text.charCodeAt(tagAt + 1);
    if (next === 0x2f /* / */) {
      const end = text.indexOf(">", tagAt);
      const closing = open.pop();
      if (end < 0 || closing === undefined) return null;
      const tag = text.slice(tagAt + 2, end);
      if (tag !== closing.tag && tag.trimEnd() !== closing.tag) return null;
      if (tag.includes("\u00a0")) return null;
      closing.element.written = closing.text;
      closing.element.text = closing.text.trim();
      scope = open.at(-1)?.scope ?? scope;
      at = end + 1;
    } else if (next === 0x21 /* ! */) {
      if (text.startsWith("<!--", tagAt)) {
        const end = text.indexOf("--", tagAt + 4);
        if (end < 0 || text[end + 2] !== ">") return null;
        at = end + 3;
      } else if (text.startsWith("<![CDATA[", tagAt)) {
        const end = text.indexOf("]]>", tagAt + 9);
        const inside = open.at(-1);
        if (end < 0 || inside === undefined) return null;
        inside.text += text.slice(tagAt + 9, end);
        at = end + 3;
      } else return null;
    } else {
      if ((root !== null && open.length === 0) || ++elements > limits.elements || open.length >= limits.depth) return null;
      let place = tagAt + 1;
      while (!isEnd(text.charCodeAt(place))) place += 1;
      const tag = text.slice(tagAt + 1, place);
      const attributes: [string, string][] = [];
      let own: Map<string, string> | undefined;
      for (;;) {
        const before = place;
        while (isSpace(text.charCodeAt(place))) place += 1;
        const code = text.charCodeAt(place);
        if (code === 0x3e /* > */ || code === 0x2f /* / */) break;
        if (place === before || attributes.length >= limits.attributesEach) return null;
        const nameAt = place;
        place = text.indexOf("=", place);
        if (place < 0) return null;
        const name = text.slice(nameAt, place);
        const quote = text[place + 1];
        if (quote !== '"' && quote !== "'") return null;
        const end = text.indexOf(quote, place + 2);
        if (end < 0) return null;
        let value: string | null = text.slice(place + 2, end);
        if (/[<\n\t]/.test(value)) return null;
        if (value.includes("&")) value = withoutReferences(value);
        if (value === null) return null;
        place = end + 1;
        if (name === "xmlns" || name.startsWith("xmlns:")) {
          const prefix = name.slice(6);
          own ??= new Map();
          // Reserved prefixes and namespaces are the parser's to weigh, and so is taking a namespace back.
          if (own.has(prefix) || (prefix !== "" && (value.trim() === "" || !isName(prefix))) || /^xml/i.test(prefix) || value.startsWith("http://www.w3.org/XML/") || value.startsWith("http://www.w3.org/2000/xmlns") || value !== value.trim()) return null;
          own.set(prefix, value);
        } else attributes.push([name, value]);
      }
      const selfClosing = text.charCodeAt(place) === 0x2f;
      if (selfClosing && text.charCodeAt(place + 1) !== 0x3e) return null;
      at = place + (selfClosing ? 2 : 1);

      const inner: Scope = own === undefined ? scope : new Map([...scope, ...own]);
      const colon = tag.indexOf(":");
      const name = colon < 0 ? tag : tag.slice(colon + 1);
      const namespace = inner.get(colon < 0 ? "" : tag.slice(0, colon));
      if (namespace === undefined || !isName(name) || (colon >= 0 && !isName(tag.slice(0, colon)))) return null;
      for (; lineEnd >= 0 && lineEnd < tagAt; lineEnd = text.indexOf("\n", lineEnd + 1)) line += 1;
      const element: XmlElement = { name, namespace, attributes: noAttributes, children: [], text: "", written: "", line };
      if (attributes.length > 0) {
        const map = new Map<string, string>();
        for (const [full, value] of attributes) {
          const split = full.indexOf(":");
          const local = split < 0 ? full : full.slice(split + 1);
          const uri = split < 0 ? undefined : inner.get(full.slice(0, split));
          if (!isName(local) || (split >= 0 && (uri === undefined || split === 0))) return null;
          const key = uri === undefined ? local : `{${uri}}${local}`;
          if (map.has(key)) return null;
          map.set(key, value);
        }
        element.attributes = map;
      }
      if (root === null) root = element;
      else open.at(-1)!.element.children.push(element);
      if (!selfClosing) {
        open.push({ element, tag, scope: inner, text: "" });
        scope = inner;
      }
    }
  }
  return open.length === 0 ? root : null;
}

const noAttributes: ReadonlyMap<string, string> = new Map();

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09;
}

/** The end of a tag's name; NaN is the end of the text. */
function isEnd(code: number): boolean {
  return code === 0x3e || code === 0x20 || code === 0x2f || code === 0x0a || code === 0x09 || code !== code;
}

/** Text with its entities and character references replaced, or null where one is unknown or stands for no character. */
function withoutReferences(text: string): string | null {
  let wrong = false;
  const replaced = text.replace(/&([^;&]{0,8})(;?)/g, (_, name: string, end: string) => {
    const known = end === "" ? undefined : ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }[name] ?? character(name));
    wrong ||= known === undefined;
    return known ?? "";
  });
  return wrong ? null : replaced;
}

function character(reference: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(reference) ?? [];
  const code = hex !== undefined ? parseInt(hex, 16) : decimal !== undefined ? parseInt(decimal, 10) : 0;
  const allowed = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
  return allowed ? String.fromCodePoint(code) : undefined;
}
