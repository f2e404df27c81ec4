import { SaxesParser } from "saxes";
import { decodeXml, XmlError, xmlLimits, type XmlLimits } from "./xml.ts";

/**
 * An element as the rules see it. `name` is the local name where its namespace is one of the invoice's own, "qdt:Name" for
 * CII's qualified types (which share names with the plain ones), and "{namespace}Name" for anything foreign, so that rules
 * never take a stranger for a term. `text` is its own text exactly as written, white space included.
 */
export type XmlNode = {
  name: string;
  /** As people write it: "cbc:ID", "ram:TypeCode". */
  shown: string;
  parent: XmlNode | null;
  children: XmlNode[];
  attributes: ReadonlyMap<string, string>;
  text: string;
  line: number;
  /** Place in document order. */
  index: number;
};

export type Syntax = "UBL" | "CII";

/** A parsed document with what rules ask for again and again: nodes by name, attributes by name, and answers worked out once. */
export type Doc = {
  root: XmlNode;
  syntax: Syntax;
  nodes: readonly XmlNode[];
  named: (name: string) => readonly XmlNode[];
  attributes: ReadonlyMap<string, readonly XmlNode[]>;
  memo: <T>(key: object, work: (doc: Doc) => T) => T;
};

const ubl = "urn:oasis:names:specification:ubl:schema:xsd:";
const cii = "urn:un:unece:uncefact:data:standard:";
/** The invoice's own namespaces with the prefix people know them by. */
const prefixes: Record<string, string> = {
  [`${ubl}Invoice-2`]: "", [`${ubl}CreditNote-2`]: "", [`${ubl}CommonBasicComponents-2`]: "cbc:",
  [`${ubl}CommonAggregateComponents-2`]: "cac:", [`${ubl}CommonExtensionComponents-2`]: "ext:",
  [`${cii}CrossIndustryInvoice:100`]: "rsm:", [`${cii}ReusableAggregateBusinessInformationEntity:100`]: "ram:",
  [`${cii}UnqualifiedDataType:100`]: "udt:", [`${cii}QualifiedDataType:100`]: "qdt:",
};
const none: ReadonlyMap<string, string> = new Map();
const nobody: readonly XmlNode[] = [];

/** Syntax of a document by its root, or of a fragment by the namespace its root is in; null when it is neither UBL nor CII. */
function syntaxOf(rootName: string, namespace: string, fragment: boolean): Syntax | null {
  if (rootName === "Invoice" || rootName === "CreditNote") return "UBL";
  if (rootName === "CrossIndustryInvoice") return "CII";
  return !fragment ? null : namespace.startsWith(ubl) ? "UBL" : namespace.startsWith(cii) ? "CII" : null;
}

/**
 * Parses an invoice for judging, under the limits of `xml.ts`: no DOCTYPE, bounded bytes, depth and elements. With
 * `fragment` the root may be any element of UBL or CII. Throws XmlError, as `parseXml` does.
 */
export function parseTree(bytes: Uint8Array, { fragment = false, limits = xmlLimits }: { fragment?: boolean; limits?: XmlLimits } = {}): Doc {
  if (bytes.length > limits.bytes) throw new XmlError("too_large", `The XML is larger than ${Math.floor(limits.bytes / (1024 * 1024))} MB, which no invoice needs. Send it without its attachments.`);
  const parser = new SaxesParser({ xmlns: true, position: true });
  const nodes: XmlNode[] = [];
  const byName = new Map<string, XmlNode[]>();
  const byAttribute = new Map<string, XmlNode[]>();
  let open: XmlNode | null = null;
  let depth = 0;
  let rootNamespace = "";
  let attributes = 0;
  parser.on("error", (error) => {
    throw new XmlError("xml_malformed", `The XML is damaged: ${error.message}`, { cause: error });
  });
  parser.on("doctype", () => {
    throw new XmlError("xml_forbidden", "The XML contains a DOCTYPE, which invoices do not have and which can be used to attack readers. Remove it and send the file again.");
  });
  parser.on("opentagstart", () => {
    attributes = 0;
  });
  parser.on("attribute", () => {
    attributes += 1;
    if (attributes > limits.attributesEach) throw new XmlError("too_large", `An XML element has more than ${limits.attributesEach} attributes.`);
  });
  parser.on("opentag", (tag) => {
    if (nodes.length >= limits.elements) throw new XmlError("too_large", `The XML has more than ${limits.elements} elements.`);
    if (depth >= limits.depth) throw new XmlError("xml_too_deep", `The XML is nested more than ${limits.depth} deep.`);
    const prefix = prefixes[tag.uri];
    const name = prefix === undefined ? `{${tag.uri}}${tag.local}` : prefix === "qdt:" ? prefix + tag.local : tag.local;
    const node: XmlNode = { name, shown: prefix === undefined ? `*:${tag.local}` : prefix + tag.local, parent: open, children: [], attributes: none, text: "", line: parser.line, index: nodes.length };
    let own: Map<string, string> | undefined;
    for (const key in tag.attributes) {
      const attribute = tag.attributes[key]!;
      if (attribute.prefix !== "") continue; // declarations of namespaces, and attributes of foreign ones
      if (attribute.local === "xmlns") continue;
      (own ??= new Map()).set(attribute.local, attribute.value);
      push(byAttribute, attribute.local, node);
    }
    if (own) node.attributes = own;
    if (open === null) rootNamespace = tag.uri;
    else open.children.push(node);
    nodes.push(node);
    push(byName, name, node);
    open = node;
    depth += 1;
  });
  const addText = (piece: string): void => {
    if (open !== null) open.text += piece;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    open = open!.parent;
    depth -= 1;
  });
  parser.write(decodeXml(bytes)).close();

  const root = nodes[0];
  if (root === undefined) throw new XmlError("xml_malformed", "The XML is empty.");
  const syntax = syntaxOf(root.name, rootNamespace, fragment);
  if (syntax === null) {
    throw new XmlError("not_an_invoice", `The file's root is “${root.name.replace(/^\{.*\}/, "").slice(0, 60)}”, not a UBL Invoice or CreditNote nor a CII CrossIndustryInvoice. Send the invoice itself.`);
  }
  const answers = new Map<object, unknown>();
  const doc: Doc = {
    root, syntax, nodes, attributes: byAttribute,
    named: (name) => byName.get(name) ?? nobody,
    memo: (key, work) => {
      if (!answers.has(key)) answers.set(key, work(doc));
      return answers.get(key) as ReturnType<typeof work>;
    },
  };
  return doc;
}

function push(map: Map<string, XmlNode[]>, key: string, node: XmlNode): void {
  const list = map.get(key);
  if (list) list.push(node);
  else map.set(key, [node]);
}

/** Where a node stands, as an XPath with the usual prefixes and positions among namesakes: "/Invoice/cac:InvoiceLine[2]/cbc:ID". */
export function pathOf(node: XmlNode): string {
  if (node.parent === null) return `/${node.shown}`;
  const namesakes = node.parent.children.filter((sibling) => sibling.name === node.name);
  const position = namesakes.length > 1 ? `[${namesakes.indexOf(node) + 1}]` : "";
  return `${pathOf(node.parent)}/${node.shown}${position}`;
}

// --- asking. A path is local names separated by "/", names of one step by "|"; a step "*" takes any element.

const compiled = new Map<string, readonly (readonly string[])[]>();

function stepsOf(path: string): readonly (readonly string[])[] {
  let steps = compiled.get(path);
  if (steps === undefined) compiled.set(path, (steps = path.split("/").map((step) => step.split("|"))));
  return steps;
}

function collect(node: XmlNode, steps: readonly (readonly string[])[], at: number, found: XmlNode[]): void {
  const names = steps[at]!;
  const last = at + 1 === steps.length;
  for (const child of node.children) {
    if (!names.includes(child.name)) continue;
    if (last) found.push(child);
    else collect(child, steps, at + 1, found);
  }
}

/** All elements on a path below a node, or below each of several, in document order. */
export function all(from: XmlNode | readonly XmlNode[] | null | undefined, path: string): XmlNode[] {
  const found: XmlNode[] = [];
  const steps = stepsOf(path);
  if (from === null || from === undefined) return found;
  if (isNodes(from)) for (const node of from) collect(node, steps, 0, found);
  else collect(from, steps, 0, found);
  return found;
}

const isNodes = (from: XmlNode | readonly XmlNode[]): from is readonly XmlNode[] => Array.isArray(from);

function search(node: XmlNode, steps: readonly (readonly string[])[], at: number): XmlNode | undefined {
  const names = steps[at]!;
  for (const child of node.children) {
    if (!names.includes(child.name)) continue;
    const found = at + 1 === steps.length ? child : search(child, steps, at + 1);
    if (found) return found;
  }
  return undefined;
}

/** The first element on a path. */
export function first(from: XmlNode | null | undefined, path: string): XmlNode | undefined {
  return from ? search(from, stepsOf(path), 0) : undefined;
}

/** True when there is any element on the path. */
export const has = (from: XmlNode | null | undefined, path: string): boolean => first(from, path) !== undefined;

/** White space trimmed and collapsed, as XPath's normalize-space. */
export const squeezed = (text: string): string => (/^\S*$/.test(text) ? text : text.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, ""));

/** Everything written inside a node, its descendants included. */
export const contentOf = (node: XmlNode): string => (node.children.length === 0 ? node.text : node.text + node.children.map(contentOf).join(""));

/** Normalised text of the first element on a path; "" when there is none. */
export function value(from: XmlNode | null | undefined, path: string): string {
  const node = first(from, path);
  return node ? squeezed(contentOf(node)) : "";
}

/** True when any element on the path has exactly this text. */
export const says = (from: XmlNode | null | undefined, path: string, text: string): boolean => all(from, path).some((node) => node.text === text);

export const attribute = (node: XmlNode | null | undefined, name: string): string | undefined => node?.attributes.get(name);

/** True when a node stands somewhere inside an element of this name. */
export function within(node: XmlNode, name: string): boolean {
  for (let above = node.parent; above !== null; above = above.parent) if (above.name === name) return true;
  return false;
}
