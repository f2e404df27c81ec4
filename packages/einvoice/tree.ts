import { parseXml, XmlError, xmlLimits, type XmlElement, type XmlLimits } from "./xml.ts";

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
  /** Children by name, made when an element with many is first asked. */
  byName: Map<string, XmlNode[]> | null;
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
  const top = parseXml(bytes, limits);
  const nodes: XmlNode[] = [];
  const byName = new Map<string, XmlNode[]>();
  const byAttribute = new Map<string, XmlNode[]>();
  const add = ({ name: local, namespace, attributes, children, written, line }: XmlElement, parent: XmlNode | null): XmlNode => {
    const prefix = prefixes[namespace];
    const name = prefix === undefined ? `{${namespace}}${local}` : prefix === "qdt:" ? prefix + local : local;
    const node: XmlNode = { name, shown: prefix === undefined ? `*:${local}` : prefix + local, parent, children: [], attributes, text: written, line, index: nodes.length, byName: null };
    nodes.push(node);
    push(byName, name, node);
    for (const key of attributes.keys()) push(byAttribute, key, node);
    for (const child of children) node.children.push(add(child, node));
    return node;
  };
  const root = add(top, null);
  const syntax = syntaxOf(root.name, top.namespace, fragment);
  if (syntax === null) {
    throw new XmlError("not_an_invoice", `The file's root is “${top.name.slice(0, 60)}”, not a UBL Invoice or CreditNote nor a CII CrossIndustryInvoice. Send the invoice itself.`);
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

/** Children that may have one of these names: all of a small element, exactly those of one with thousands of lines. */
function candidates(node: XmlNode, names: readonly string[]): readonly XmlNode[] {
  if (node.children.length < 24) return node.children;
  if (node.byName === null) {
    node.byName = new Map();
    for (const child of node.children) push(node.byName, child.name, child);
  }
  if (names.length === 1) return node.byName.get(names[0]!) ?? nobody;
  return names.flatMap((name) => node.byName!.get(name) ?? []).sort((a, b) => a.index - b.index);
}

function collect(node: XmlNode, steps: readonly (readonly string[])[], at: number, found: XmlNode[]): void {
  const names = steps[at]!;
  const last = at + 1 === steps.length;
  for (const child of candidates(node, names)) {
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
  for (const child of candidates(node, names)) {
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
