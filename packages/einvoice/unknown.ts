import { isCreditNote, type Unknown, type UnknownPart } from "./types.ts";
import { element, escaped, escapedAttribute, nodeText, type XmlFile, type XmlNode } from "./write-xml.ts";
import { withoutSpace, type XmlElement } from "./xml.ts";

// Nobody's extension is richer than this, and a hostile file shall not fill a database.
const partsAtMost = 20_000;
// Comparing repeated elements with one another takes squares of their number; beyond this they are taken in their order.
const comparisonsAtMost = 1_000_000;
const schemaInstance = "{http://www.w3.org/2001/XMLSchema-instance}";

/**
 * What `source` says and `written`, the same invoice in our own words, does not. Comments, processing instructions, empty
 * elements, white space around texts, the spelling of numbers and xsi:schemaLocation are not kept. Undefined when there is nothing.
 */
export function unknownIn(syntax: Unknown["syntax"], source: XmlElement, written: XmlFile): Unknown | undefined {
  const comparison = new Comparison(written.namespaces);
  comparison.compare(source, written.root, "");
  const typeCode = written.root.children.find(({ name }) => name === "cbc:InvoiceTypeCode" || name === "cbc:CreditNoteTypeCode")?.text ?? "";
  const root = syntax === "ubl" && (source.name === "CreditNote") !== isCreditNote(typeCode) ? source.name : undefined;
  if (comparison.parts.length === 0 && root === undefined) return undefined;
  // By place, so that a file in our order of elements has the same parts as one in its own.
  const parts = comparison.parts.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return { syntax, ...(root !== undefined && { root }), parts };
}

class Comparison {
  readonly parts: UnknownPart[] = [];
  private readonly prefixes: ReadonlyMap<string, string>;
  private readonly names = new Map<string, Map<string, string>>();
  private comparisons = 0;

  constructor(namespaces: XmlFile["namespaces"]) {
    this.prefixes = new Map(Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]));
  }

  compare(source: XmlElement, written: XmlNode, at: string): void {
    if (this.identical(source, written)) return;
    for (const [attribute, value] of source.attributes) {
      const ours = written.attributes[attribute];
      if (value === "" || value === ours || attribute.startsWith(schemaInstance)) continue;
      this.add({ at, attribute, value, ...(ours !== undefined && ours !== "" && { instead: ours }) });
    }
    if (source.children.length === 0) {
      if (!sameText(source.text, written.text)) this.add({ at, text: source.text, instead: written.text });
      return;
    }
    const pairs = this.pairsOf(source.children, written.children);
    const places = placesOf(written.children);
    const surplus = new Set(written.children);
    for (const node of pairs.values()) surplus.delete(node);
    let after: string | undefined;
    for (const child of source.children) {
      const node = pairs.get(child);
      if (node !== undefined) {
        after = places.get(node)!;
        this.compare(child, node, at === "" ? after : `${at}/${after}`);
      } else if (!isEmpty(child)) {
        const texts = surplus.size === 0 ? undefined : new Set(textsOf(child));
        const instead = texts === undefined ? [] : [...surplus].filter((other) => this.shares(texts, other)).map(nodeText);
        this.add({ at, ...(after !== undefined && { after }), element: this.elementText(child), ...(instead.length > 0 && { instead }) });
      }
    }
  }

  /** True when both say the same in the same order: so it is for most of most files, and then there is nothing to look for. */
  private identical(source: XmlElement, written: XmlNode): boolean {
    const { children } = source;
    if (children.length !== written.children.length) return false;
    for (const [attribute, value] of source.attributes) if (value !== written.attributes[attribute]) return false;
    if (children.length === 0) return sameText(source.text, written.text);
    for (let index = 0; index < children.length; index += 1) {
      const node = written.children[index]!;
      if (node.name !== this.nameOf(children[index]!) || !this.identical(children[index]!, node)) return false;
    }
    return true;
  }

  private add(part: UnknownPart): void {
    if (this.parts.length < partsAtMost) this.parts.push(part);
  }

  /** Which element of the file is which of ours: by name, and among those of one name by what they say, else by their order. */
  private pairsOf(source: readonly XmlElement[], written: readonly XmlNode[]): Map<XmlElement, XmlNode> {
    const pairs = new Map<XmlElement, XmlNode>();
    const ours = grouped(written, ({ name }) => name);
    for (const [name, theirs] of grouped(source, (child) => this.nameOf(child))) {
      const group = ours.get(name);
      if (group === undefined) continue;
      if (theirs.length === 1 && group.length === 1) {
        pairs.set(theirs[0]!, group[0]!);
        continue;
      }
      let first = 0; // everything before it has its pair
      const unmatched: XmlNode[] = [];
      for (const node of group) {
        const found = this.firstSaying(theirs, first, node, pairs);
        if (found === undefined) unmatched.push(node);
        else pairs.set(found, node);
        while (first < theirs.length && pairs.has(theirs[first]!)) first += 1;
      }
      // Not the same in all they say (a date with a zone, a text folded): the order has to do, where it is clear.
      const rest = unmatched.length === 0 ? [] : theirs.filter((child) => !pairs.has(child));
      if (rest.length === unmatched.length) unmatched.forEach((node, index) => pairs.set(rest[index]!, node));
    }
    return pairs;
  }

  private firstSaying(candidates: readonly XmlElement[], first: number, node: XmlNode, taken: ReadonlyMap<XmlElement, XmlNode>): XmlElement | undefined {
    for (let index = first; index < candidates.length; index += 1) {
      if (++this.comparisons > comparisonsAtMost) return candidates[first];
      if (!taken.has(candidates[index]!) && this.covers(candidates[index]!, node)) return candidates[index];
    }
    return undefined;
  }

  /** True when everything our element says stands in theirs. */
  private covers(source: XmlElement, written: XmlNode): boolean {
    if (++this.comparisons > comparisonsAtMost) return true;
    if (written.children.length === 0) return source.children.length === 0 && sameText(source.text, written.text);
    return written.children.every((node) => source.children.some((child) => this.nameOf(child) === node.name && this.covers(child, node)));
  }

  private shares(texts: ReadonlySet<string>, node: XmlNode): boolean {
    if (++this.comparisons > comparisonsAtMost) return false;
    return node.children.length === 0 ? texts.has(comparable(node.text)) : node.children.some((child) => this.shares(texts, child));
  }

  private nameOf({ namespace, name }: XmlElement): string {
    let names = this.names.get(namespace);
    if (names === undefined) this.names.set(namespace, (names = new Map()));
    let known = names.get(name);
    if (known === undefined) names.set(name, (known = this.qualified(namespace, name)));
    return known;
  }

  private qualified(namespace: string, name: string): string {
    // The CII schemas of all years differ in their number only.
    const prefix = this.prefixes.get(namespace) ?? this.prefixes.get(namespace.replace(/:\d+$/, ":100"));
    return prefix === undefined ? `{${namespace}}${name}` : prefix === "" ? name : `${prefix}:${name}`;
  }

  private elementText(of: XmlElement, around?: string): string {
    const known = this.nameOf(of);
    const foreign = known.startsWith("{") || !known.includes(":");
    const name = foreign ? of.name : known;
    const pieces = [`<${name}`];
    if (foreign && of.namespace !== around) pieces.push(` xmlns="${escapedAttribute(of.namespace)}"`);
    let count = 0;
    for (const [attribute, value] of of.attributes) {
      const [, namespace, local] = /^\{([^}]*)\}(.*)$/.exec(attribute) ?? [];
      const prefix = namespace === "http://www.w3.org/XML/1998/namespace" ? "xml" : `a${++count}`;
      if (namespace !== undefined && prefix !== "xml") pieces.push(` xmlns:${prefix}="${escapedAttribute(namespace)}"`);
      pieces.push(` ${namespace === undefined ? attribute : `${prefix}:${local}`}="${escapedAttribute(value)}"`);
    }
    const inner = of.children.map((child) => this.elementText(child, foreign ? of.namespace : around)).join("");
    pieces.push(">", escaped(of.text), inner, `</${name}>`);
    return pieces.join("");
  }
}

/** The file with what was unknown in it, wherever its place is still there. `file` is changed and returned. */
export function restored(file: XmlFile, unknown: Unknown): XmlFile {
  const nodes = new Map<string, XmlNode>([["", file.root]]);
  const index = (node: XmlNode, at: string): void => {
    for (const [child, place] of placesOf(node.children)) {
      const path = at === "" ? place : `${at}/${place}`;
      nodes.set(path, child);
      index(child, path);
    }
  };
  index(file.root, "");
  const elements = new Map<string, Extract<UnknownPart, { element: string }>[]>();
  for (const part of unknown.parts) {
    const node = nodes.get(part.at);
    if (node === undefined) continue;
    if ("element" in part) elements.set(part.at, [...(elements.get(part.at) ?? []), part]);
    else if ("text" in part) {
      if (node.text === part.instead) node.text = part.text;
    } else if ((node.attributes[part.attribute] || undefined) === part.instead) node.attributes = { ...node.attributes, [part.attribute]: part.value };
  }
  for (const [at, parts] of elements) insert(nodes.get(at)!, parts);
  return file;
}

function insert(parent: XmlNode, parts: readonly Extract<UnknownPart, { element: string }>[]): void {
  const byText = new Map<string, XmlNode>();
  if (parts.some(({ instead }) => instead !== undefined)) for (const child of parent.children) byText.set(nodeText(child), child);
  const places = placesOf(parent.children);
  const anchors = new Map([...places].map(([node, place]) => [place.replace(/\/\d+\]$/, "]"), node]));
  const gone = new Set<XmlNode>();
  const following = new Map<XmlNode | undefined, XmlNode[]>();
  for (const part of parts) {
    const instead = (part.instead ?? []).map((text) => byText.get(text));
    if (instead.includes(undefined)) continue; // changed since: what the file said then would contradict it
    for (const node of instead) gone.add(node!);
    const anchor = part.after === undefined ? undefined : anchors.get(part.after.replace(/\/\d+\]$/, "]"));
    following.set(anchor, [...(following.get(anchor) ?? []), { ...element("raw"), raw: part.element }]);
  }
  const children = [...(following.get(undefined) ?? [])];
  for (const child of parent.children) {
    if (!gone.has(child)) children.push(child);
    children.push(...(following.get(child) ?? []));
  }
  parent.children = children;
}

/** Each child with its place among those of its name: "cac:InvoiceLine[2/3]". */
function placesOf(children: readonly XmlNode[]): Map<XmlNode, string> {
  const places = new Map<XmlNode, string>();
  for (const [name, group] of grouped(children, (child) => child.name)) group.forEach((node, index) => places.set(node, `${name}[${index + 1}/${group.length}]`));
  return places;
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const of = key(item);
    const group = groups.get(of);
    if (group === undefined) groups.set(of, [item]);
    else group.push(item);
  }
  return groups;
}

function isEmpty(element: XmlElement): boolean {
  return element.text === "" && element.attributes.size === 0 && element.children.every(isEmpty);
}

// Constants which any two elements may share say nothing about whether they mean the same.
const commonplace = new Set(["", "VAT", "true", "false", "NA", "130", "50", "916", "0", "1"]);

function* textsOf(element: XmlElement): Generator<string> {
  if (element.children.length === 0 && !commonplace.has(element.text)) yield comparable(element.text);
  for (const child of element.children) yield* textsOf(child);
}

/** "0.500" says ".5". */
function withoutZeros(fraction: string): string {
  let end = fraction.length;
  while (fraction[end - 1] === "0") end -= 1;
  return fraction.slice(0, end);
}

function sameText(theirs: string, ours: string): boolean {
  return theirs === ours || comparable(theirs) === comparable(ours);
}

/** A text apart from its white space, a number apart from its spelling: "+1.50" and "1.5" are the same. */
function comparable(text: string): string {
  const compact = withoutSpace(text);
  if (compact.length > 40) return compact; // no number of an invoice is that long
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(compact);
  if (!match || compact === "") return compact;
  const [minus, whole, fraction] = [match[1] === "-" ? "-" : "", match[2]!.replace(/^0+/, ""), withoutZeros(match[3] ?? "")];
  return whole === "" && fraction === "" ? "0" : `${minus}${whole === "" ? "0" : whole}${fraction === "" ? "" : `.${fraction}`}`;
}
