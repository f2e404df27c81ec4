/** Written XML; empty when there is nothing to write, so that absent terms leave no empty elements behind (Peppol R008). */
export type Xml = string;

/** An element with text, left out when the text is undefined or empty. */
export function leaf(name: string, text: string | undefined, attributes: Record<string, string | undefined> = {}): Xml {
  if (text === undefined || text === "") return "";
  const written = Object.entries(attributes).map(([key, value]) => (value === undefined || value === "" ? "" : ` ${key}="${escaped(value)}"`));
  return `<${name}${written.join("")}>${escaped(text)}</${name}>`;
}

/** An element with children, left out when there are none. The order of the children is the caller's: both standards are sequences. */
export function branch(name: string, ...children: (Xml | readonly Xml[])[]): Xml {
  const content = children.flat().join("");
  return content === "" ? "" : `<${name}>${content}</${name}>`;
}

/** The whole file as UTF-8. */
export function xmlFile(root: string, namespaces: Record<string, string>, ...children: (Xml | readonly Xml[])[]): Uint8Array {
  const declared = Object.entries(namespaces).map(([prefix, uri]) => ` ${prefix === "" ? "xmlns" : `xmlns:${prefix}`}="${uri}"`);
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n<${root}${declared.join("")}>${children.flat().join("")}</${root}>\n`);
}

// XML 1.0 has no way to write control characters or half surrogate pairs, not even escaped: they are dropped.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escaped(text: string): string {
  return text.replace(unwritable, "").replace(/\r\n?/g, "\n").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
