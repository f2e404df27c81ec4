import { describe, expect, test } from "vitest";
import { inventedInvoice } from "./invented.ts";
import { scanXml } from "./scan.ts";
import { writeCii } from "./write-cii.ts";
import { writeUbl } from "./write-ubl.ts";
import { XmlError, parseWhole, xmlLimits, type XmlElement } from "./xml.ts";

const parsed = (text: string, limits = xmlLimits): XmlElement | null => {
  try {
    return parseWhole(text, limits);
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
};
const plain = (element: XmlElement | null): unknown => element && [element.name, element.namespace, [...element.attributes], element.text, element.written, element.children.map(plain)];

const files = Array.from({ length: 30 }, (_, seed) => [writeUbl(inventedInvoice(seed)), writeCii(inventedInvoice(seed))].map((file) => new TextDecoder().decode(file))).flat();

describe("plain XML is read as the parser reads it", () => {
  test("invoices of ours, with and without line breaks", () => {
    for (const file of files) {
      for (const text of [file, file.replace(/></g, ">\r\n  <"), `\n<!-- invoice -->${file.replace(/^<\?.*\?>\n/, "")}<!-- end -->\n`]) {
        const scanned = scanXml(text, xmlLimits);
        expect(scanned).not.toBeNull();
        expect(plain(scanned)).toEqual(plain(parsed(text)));
      }
    }
  });

  test.each([
    "<a/>", "<a></a >", "<a b='1' c=\"&quot;x&#x41;&#66;&amp;\"/>", "<a><![CDATA[<x>&amp;]]> t &gt; &lt;b&apos;</a>", '<a xmlns="urn:x" xmlns:p="urn:y"><p:b p:c="1" c="2"/><d xmlns="">e</d></a>',
    "<a>\u00a0x\u00a0</a>", "<a>1<b/>2<c/>3</a>", "<a>&#10;x&#13;</a>", "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?><a/>", "<a\n\tb='1'\n/>", "<a:b xmlns:a='urn:z'/>", "<a>😀&#x1F600;</a>",
  ])("%j", (text) => {
    const scanned = scanXml(text, xmlLimits);
    expect(scanned).not.toBeNull();
    expect(plain(scanned)).toEqual(plain(parsed(text)));
  });

  test.each([
    "", " ", "a", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a b=1/>", "<a b='1' b='2'/>", "<a b='<'/>", "<a b='1'c='2'/>", "<a>&x;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&amp</a>", "<a>& b</a>", "<a>]]></a>",
    "<a><!-- -- --></a>", "<a><![CDATA[</a>", "<p:a/>", "<a p:b='1'/>", "<a>\u0001</a>", "<1a/>", "<a xmlns:p=''/>", "<a xmlns:xml='urn:x'/>", "<a xmlns:p='urn:x' xmlns:q='urn:x' p:b='1' q:b='2'/>", "<!DOCTYPE a><a/>", "x<a/>", "<a/>x",
    "<?xml version='2.0'?><a/>", "<a><?pi?></a", "<:a/>", "<a:/>", "<a:b:c xmlns:a='urn:x'/>", "<a :b='1'/>", "<a/ >", "< a/>", "<a>\ufffe</a>", "<a b ='1'/>x", "<![CDATA[x]]><a/>", "<a></a\u00a0>", "<a\u00a0/>",
  ])("is never read where the parser refuses: %j", (text) => {
    expect(parsed(text)).toBeNull();
    expect(scanXml(text, xmlLimits)).toBeNull();
  });

  test("is never read otherwise than by the parser, whatever happened to the file", () => {
    // Changes that break files, and some that do not, at places that a seed decides.
    const changes = ["<", ">", "&", "/", "\"", "'", "=", " ", "!", "?", "]]>", "--", "<!--", "-->", "<![CDATA[", "&amp;", "&#38;", "&#x", ";", ":", "xmlns", "\u00a0", "\r", "\t", "é", "\u0000", "</", "/>", "<a>", "😀"];
    let state = 7;
    const dice = (below: number) => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) % below;
    let read = 0;
    for (let round = 0; round < 4_000; round += 1) {
      const file = files[dice(files.length)]!.slice(0, 39) + `<w>${files[dice(files.length)]!.slice(600, 600 + dice(500))}`;
      const start = dice(2) === 0 ? file : '<a xmlns:b="urn:b" c="1"><b:d e="2">x &amp; y</b:d><f/><![CDATA[z]]><!-- g --></a>';
      const at = dice(start.length);
      const text = start.slice(0, at) + changes[dice(changes.length)]! + start.slice(at + dice(3));
      const scanned = scanXml(text, xmlLimits);
      if (scanned === null) continue;
      read += 1;
      expect([text, plain(scanned)]).toEqual([text, plain(parsed(text))]);
    }
    expect(read).toBeGreaterThan(200);
  });

  test("is left to the parser beyond the limits", () => {
    const limits = { ...xmlLimits, depth: 3, elements: 5, attributesEach: 2 };
    for (const text of ["<a><b><c><d/></c></b></a>", "<a><b/><b/><b/><b/><b/></a>", "<a b='1' c='2' d='3'/>"]) expect([scanXml(text, limits), parsed(text, limits)]).toEqual([null, null]);
    for (const text of ["<a><b><c/></b></a>", "<a><b/><b/><b/><b/></a>", "<a b='1' c='2'/>"]) expect(plain(scanXml(text, limits))).toEqual(plain(parsed(text, limits)));
  });
});
