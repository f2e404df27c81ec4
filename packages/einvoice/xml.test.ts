import { describe, expect, test } from "vitest";
import { XmlError, decodeXml, find, findAll, onlyNamespaces, parseXml, textAt, xmlLimits } from "./xml.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return error instanceof XmlError ? error.code : error;
  }
  return "no error";
};
const utf16 = (text: string, little: boolean) => Uint8Array.from([...text].flatMap((char) => {
  const unit = char.charCodeAt(0);
  return little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
}));

describe("parsing", () => {
  test("elements are found by path, with text and attributes, prefixes aside", () => {
    const root = parseXml(bytes('<a:x xmlns:a="urn:a"><a:y k="1">one</a:y><a:y> t<![CDATA[w<]]>o </a:y><a:z><a:y>three</a:y></a:z></a:x>'));
    expect(root).toMatchObject({ name: "x", namespace: "urn:a" });
    expect(findAll(root, "y").map((element) => element.text)).toEqual(["one", "tw<o"]);
    expect(find(root, "y")?.attributes.get("k")).toBe("1");
    expect(textAt(root, "q|z/y")).toBe("three");
    expect(find(undefined, "y")).toBeUndefined();
  });
  test("elements of foreign namespaces are dropped, whatever their names", () => {
    const root = onlyNamespaces(parseXml(bytes('<x xmlns="urn:a"><b:ID xmlns:b="urn:evil">1</b:ID><ID>2</ID></x>')), (namespace) => namespace === "urn:a");
    expect(textAt(root, "ID")).toBe("2");
  });
  test("attributes called like object internals are harmless", () => {
    expect(parseXml(bytes('<x __proto__="1" constructor="2"/>')).attributes.get("constructor")).toBe("2");
  });
});

describe("limits", () => {
  test("V1.5.1 any DOCTYPE is refused, wherever the prolog hides it", () => {
    for (const prolog of [
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "<!doctype x>", '<?xml version="1.0"?>\n<!-- c --> <?pi?><!DOCTYPE x>', '<!DOCTYPE x [<!ENTITY a "',
    ]) expect(codeOf(() => parseXml(bytes(`${prolog}<x/>`)))).toBe("xml_forbidden");
    expect(codeOf(() => parseXml(bytes("<x/><!DOCTYPE x>")))).toMatch(/xml_(forbidden|malformed)/);
    expect(textAt(parseXml(bytes("<!-- <!DOCTYPE x> --><x><y><![CDATA[<!DOCTYPE]]></y></x>")), "y")).toBe("<!DOCTYPE");
  });
  test("V1.5.1 unknown entities are errors, never files", () => {
    expect(codeOf(() => parseXml(bytes("<x>&file;</x>")))).toBe("xml_malformed");
  });
  test("size, depth, elements and attributes are bounded", () => {
    expect(codeOf(() => parseXml(new Uint8Array(xmlLimits.bytes + 1)))).toBe("too_large");
    expect(codeOf(() => parseXml(bytes("<x>".repeat(101) + "</x>".repeat(101))))).toBe("xml_too_deep");
    expect(codeOf(() => parseXml(bytes("<x>".repeat(100) + "</x>".repeat(100))))).toBe("no error");
    expect(codeOf(() => parseXml(bytes(`<r>${"<x/>".repeat(200_000)}</r>`)))).toBe("too_large");
    expect(codeOf(() => parseXml(bytes(`<r ${Array.from({ length: 257 }, (_, index) => `a${index}=""`).join(" ")}/>`)))).toBe("too_large");
    expect(codeOf(() => parseXml(bytes("<x>".repeat(100_000))))).toBe("xml_too_deep");
  });
  test("damaged files say where", () => {
    for (const text of ["", "   ", "no xml", "<x>", "<x></y>", "<x a=1/>", "<x>\u0000</x>", "<a:x/>", "<x/><y/>"]) expect(codeOf(() => parseXml(bytes(text)))).toBe("xml_malformed");
    expect(() => parseXml(bytes("<x>\n<y></z></x>"))).toThrow(/damaged: 2:/);
  });
});

describe("encodings", () => {
  test("the byte order mark decides, then the declaration, then UTF-8", () => {
    const latin = Uint8Array.from([...'<?xml version="1.0" encoding="ISO-8859-1"?><x>\u00fc</x>'].map((char) => char.charCodeAt(0)));
    expect(parseXml(latin).text).toBe("ü");
    expect(parseXml(bytes("<x>ü</x>")).text).toBe("ü");
    expect(parseXml(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes('<?xml version="1.0" encoding="latin1"?><x>ü</x>')])).text).toBe("ü");
    expect(parseXml(Uint8Array.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, ...bytes("<x>ü</x>")])).text).toBe("ü");
    for (const little of [true, false]) {
      const text = '<?xml version="1.0" encoding="UTF-16"?><x>ü</x>';
      expect(parseXml(utf16(text, little)).text).toBe("ü");
      expect(parseXml(Uint8Array.from([...(little ? [0xff, 0xfe] : [0xfe, 0xff]), ...utf16(text, little)])).text).toBe("ü");
    }
    expect(parseXml(bytes('<?xml version="1.0" encoding="UTF-16"?><x>ü</x>')).text).toBe("ü");
  });
  test("what cannot be decoded is refused with the byte that made no sense", () => {
    const declared = (encoding: string, ...tail: number[]) => Uint8Array.from([...bytes(`<?xml version="1.0" encoding="${encoding}"?><x>`), ...tail, ...bytes("</x>")]);
    const offset = (encoding: string) => bytes(`<?xml version="1.0" encoding="${encoding}"?><x>`).length;
    const message = (input: Uint8Array) => {
      try {
        return decodeXml(input);
      } catch (error) {
        return error instanceof XmlError && error.code === "encoding" ? error.message : String(error);
      }
    };
    for (const latin of [0xfc, 0xe9]) expect(message(declared("UTF-8", latin))).toContain(`byte ${offset("UTF-8")} `); // ü and é of Latin-1
    expect(message(declared("UTF-8", 0x80))).toContain(`byte ${offset("UTF-8")} `);
    expect(message(declared("UTF-8", 0xc0, 0xaf))).toContain("byte"); // overlong
    expect(message(declared("UTF-8", 0xed, 0xa0, 0x80))).toContain("byte"); // half a surrogate pair
    expect(message(declared("US-ASCII", 0xfc))).toContain(`byte ${offset("US-ASCII")} `);
    expect(message(declared("UTF-7"))).toContain("UTF-7");
    expect(message(declared("x-nonsense"))).toContain("x-nonsense");
    expect(message(Uint8Array.from([...bytes("<x>"), 0xe2, 0x82]))).toContain("byte 3 ");
    expect(message(Uint8Array.from([0xff, 0xfe, ...utf16("<x>", true), 0x00, 0xd8, ...utf16("</x>", true)]))).toContain("byte");
    expect(codeOf(() => decodeXml(Uint8Array.from([0x4c, 0x6f, 0xa7, 0x94])))).toBe("encoding");
    expect(codeOf(() => decodeXml(Uint8Array.from([0, 0, 0, 0x3c, 0, 0, 0, 0x78])))).toBe("encoding");
  });
});
