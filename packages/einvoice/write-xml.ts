/**
 * Files are made as a tree first, so that what the model does not know can be put back where it stood (unknown.ts), and
 * written as text at the end. "" stands for nothing. Names carry the prefixes that `XmlFile.namespaces` declares.
 */
export type XmlNode = { name: string; attributes: Record<string, string | undefined>; text: string; children: XmlNode[]; raw?: string };
export type Xml = XmlNode | "";
export type XmlFile = { root: XmlNode; namespaces: Readonly<Record<string, string>> };

const none: Readonly<Record<string, string | undefined>> = Object.freeze({});

/** An element with text, left out when there is none. Attributes without a value are left out too. */
export function leaf(name: string, text: string | undefined, attributes: Record<string, string | undefined> = none): Xml {
  return text === undefined || text === "" ? "" : { name, attributes, text, children: [] };
}

/** As `leaf`, but there when one of its attributes is: a quantity's unit, a code's list. */
export function coded(name: string, text: string | undefined, attributes: Record<string, string | undefined>): Xml {
  for (const key in attributes) if (attributes[key] !== undefined) return { name, attributes, text: text ?? "", children: [] };
  return leaf(name, text);
}

/** An element with children, left out when there are none. The order of the children is the caller's: both standards are sequences. */
export function branch(name: string, ...children: (Xml | readonly Xml[])[]): Xml {
  const node = element(name, ...children);
  return node.children.length === 0 ? "" : node;
}

/** An element with children, there even when it is empty. */
export function element(name: string, ...children: (Xml | readonly Xml[])[]): XmlNode {
  const node: XmlNode = { name, attributes: none, text: "", children: [] };
  for (const child of children) {
    if (child === "") continue;
    if ("name" in child) node.children.push(child);
    else for (const each of child) if (each !== "") node.children.push(each);
  }
  return node;
}

/** The whole file as UTF-8. */
export function xmlBytes({ root, namespaces }: XmlFile): Uint8Array {
  const pieces = [`<?xml version="1.0" encoding="UTF-8"?>\n<${root.name}`];
  for (const [prefix, uri] of Object.entries(namespaces)) pieces.push(` ${prefix === "" ? "xmlns" : `xmlns:${prefix}`}="${uri}"`);
  writeAttributes(root, pieces);
  pieces.push(">");
  for (const child of root.children) writeNode(child, pieces);
  pieces.push(`</${root.name}>\n`);
  return new TextEncoder().encode(pieces.join(""));
}

function writeNode(node: XmlNode, pieces: string[]): void {
  if (node.raw !== undefined) return void pieces.push(node.raw);
  pieces.push("<", node.name);
  writeAttributes(node, pieces);
  if (node.text === "" && node.children.length === 0) return void pieces.push("/>");
  pieces.push(">", escaped(node.text));
  for (const child of node.children) writeNode(child, pieces);
  pieces.push("</", node.name, ">");
}

/** One element as text. */
export function nodeText(node: XmlNode): string {
  const pieces: string[] = [];
  writeNode(node, pieces);
  return pieces.join("");
}

function writeAttributes({ attributes }: XmlNode, pieces: string[]): void {
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined && value !== "") pieces.push(" ", key, '="', escapedAttribute(value), '"');
  }
}

// XML 1.0 has no way to write control characters or half surrogate pairs, not even escaped: they are dropped.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const plain = /^[\t\n !#-%'-;=?-\u007e\u00a0-\u2fff]*$/;

/** Text as it stands between tags. */
export function escaped(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(unwritable, "").replace(/\r\n?/g, "\n").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** Text as it stands in an attribute, where readers take a line break for a space unless it is written as a reference. */
export function escapedAttribute(text: string): string {
  return escaped(text).replace(/\n/g, "&#10;").replace(/\t/g, "&#9;");
}
