/** A small PDF writer (ISO 32000-1) for pages of text runs and shapes. The same pages give the same bytes. */
import { deflateSync } from "node:zlib";
import { faceOf, joined, subset, winAnsi, type Face } from "./faces.ts";
import type { Page, Run, Shape } from "./scene.ts";

/** A picture that fills its page: a scan inside a PDF. JPEG bytes, size in points and pixels. */
export type PicturePage = { width: number; height: number; jpeg: Uint8Array; pixels: { width: number; height: number }; grey: boolean };

const number = (value: number): string => (Math.round(value * 1000) / 1000).toString();
const colour = (hex: string): string => [0, 2, 4].map((at) => number(parseInt(hex.slice(at, at + 2), 16) / 255)).join(" ");
const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");

function writer(): { add(body: string, stream?: Uint8Array): number; reserve(): number; set(id: number, body: string, stream?: Uint8Array): void; finish(root: number): Uint8Array } {
  const objects: Uint8Array[] = [];
  const encode = (id: number, body: string, stream?: Uint8Array): Uint8Array => (stream ? joined([latin(`${id} 0 obj\n${body.replace(/>>$/, `/Length ${stream.length}>>`)}\nstream\n`), stream, latin("\nendstream\nendobj\n")]) : latin(`${id} 0 obj\n${body}\nendobj\n`));
  const reserve = (): number => objects.push(new Uint8Array());
  const set = (id: number, body: string, stream?: Uint8Array): void => void (objects[id - 1] = encode(id, body, stream));
  return {
    reserve, set,
    add: (body, stream) => {
      const id = reserve();
      set(id, body, stream);
      return id;
    },
    finish: (root) => {
      const header = latin("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n");
      let at = header.length;
      const offsets = objects.map((object) => {
        const here = at;
        at += object.length;
        return here;
      });
      const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")}trailer\n<</Size ${objects.length + 1}/Root ${root} 0 R>>\nstartxref\n${at}\n%%EOF\n`;
      return joined([header, ...objects, latin(table)]);
    },
  };
}

const packed = (bytes: Uint8Array): Uint8Array => new Uint8Array(deflateSync(bytes, { level: 6 }));

/** Pages as a PDF with selectable text. */
export function writePdf(pages: readonly Page[]): Uint8Array {
  const out = writer();
  const [catalog, tree] = [out.reserve(), out.reserve()];
  const faces = new Map<Face, { id: number; name: string; used: Map<number, string> }>();
  const fontOf = (face: Face): { id: number; name: string; used: Map<number, string> } => {
    let font = faces.get(face);
    if (!font) faces.set(face, (font = { id: out.reserve(), name: `F${faces.size + 1}`, used: new Map() }));
    return font;
  };
  const contents = pages.map((page) => contentOf(page, fontOf));
  const fonts = [...faces].map(([face, font]) => {
    writeFont(out, face, font);
    return `/${font.name} ${font.id} 0 R`;
  }).join("");
  const kids = pages.map((page, index) => {
    const content = out.add("<</Filter/FlateDecode>>", packed(latin(contents[index]!)));
    return out.add(`<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${number(page.width)} ${number(page.height)}]/Resources<</Font<<${fonts}>>>>/Contents ${content} 0 R>>`);
  });
  out.set(tree, `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(" ")}]>>`);
  out.set(catalog, `<</Type/Catalog/Pages ${tree} 0 R>>`);
  return out.finish(catalog);
}

/** Pictures as a PDF without text, as scanners make them. */
export function writePicturePdf(pages: readonly PicturePage[]): Uint8Array {
  const out = writer();
  const [catalog, tree] = [out.reserve(), out.reserve()];
  const kids = pages.map((page) => {
    const image = out.add(`<</Type/XObject/Subtype/Image/Width ${page.pixels.width}/Height ${page.pixels.height}/ColorSpace/${page.grey ? "DeviceGray" : "DeviceRGB"}/BitsPerComponent 8/Filter/DCTDecode>>`, page.jpeg);
    const content = out.add("<<>>", latin(`q ${number(page.width)} 0 0 ${number(page.height)} 0 0 cm /I Do Q`));
    return out.add(`<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${number(page.width)} ${number(page.height)}]/Resources<</XObject<</I ${image} 0 R>>>>/Contents ${content} 0 R>>`);
  });
  out.set(tree, `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(" ")}]>>`);
  out.set(catalog, `<</Type/Catalog/Pages ${tree} 0 R>>`);
  return out.finish(catalog);
}

function contentOf(page: Page, fontOf: (face: Face) => { name: string; used: Map<number, string> }): string {
  const shapes = page.shapes.map((shape) => drawShape(shape, page.height));
  const texts = page.runs.map((run) => drawRun(run, page.height, fontOf));
  return `${shapes.join("\n")}\nBT\n${texts.join("\n")}\nET\n`;
}

function drawShape(shape: Shape, height: number): string {
  if (shape.kind === "line") return `${colour(shape.colour)} RG ${number(shape.width)} w ${shape.dashed ? "[2 2] 0 d" : "[] 0 d"} ${number(shape.x1)} ${number(height - shape.y1)} m ${number(shape.x2)} ${number(height - shape.y2)} l S`;
  if (shape.kind === "polygon") return `${colour(shape.fill)} rg ${shape.points.map(([x, y], i) => `${number(x)} ${number(height - y)} ${i === 0 ? "m" : "l"}`).join(" ")} f`;
  const path = `${number(shape.x)} ${number(height - shape.y - shape.height)} ${number(shape.width)} ${number(shape.height)} re`;
  return `${shape.fill ? `${colour(shape.fill)} rg ${path} f` : ""}${shape.stroke ? ` ${colour(shape.stroke)} RG ${number(shape.line ?? 0.7)} w [] 0 d ${path} S` : ""}`;
}

function drawRun(run: Run, height: number, fontOf: (face: Face) => { name: string; used: Map<number, string> }): string {
  const face = faceOf(run.ink.face, run.ink.bold);
  const font = fontOf(face);
  const { program } = face;
  const codes = [...run.text].map((character) => {
    const code = program ? program.glyphOf(character.codePointAt(0)!) : winAnsi(character) ?? 63;
    font.used.set(code, character);
    return code.toString(16).padStart(program ? 4 : 2, "0");
  }).join("");
  const [cos, sin] = [Math.cos(((run.turn ?? 0) * Math.PI) / 180), Math.sin(((run.turn ?? 0) * Math.PI) / 180)];
  const turn = run.turn ? `${number(cos)} ${number(-sin)} ${number(sin)} ${number(cos)}` : "1 0 0 1";
  return `${colour(run.ink.colour)} rg /${font.name} ${number(run.ink.size)} Tf ${number(run.ink.narrow * 100)} Tz ${turn} ${number(run.x)} ${number(height - run.baseline)} Tm <${codes}> Tj`;
}

function writeFont(out: ReturnType<typeof writer>, face: Face, font: { id: number; used: Map<number, string> }): void {
  const { program, postscript } = face;
  if (!program) {
    const widths = Array.from({ length: 224 }, (_, i) => (face.postscript.startsWith("Courier") ? 600 : face.widthOf(characterOf(i + 32)) ?? 0));
    const [ascent, descent] = face.name === "times" ? [683, -217] : face.name === "courier" ? [629, -157] : [718, -207];
    const descriptor = out.add(`<</Type/FontDescriptor/FontName/${postscript}/Flags ${face.name === "courier" ? 33 : face.name === "times" ? 34 : 32}/FontBBox[-170 -228 1003 962]/ItalicAngle 0/Ascent ${ascent}/Descent ${descent}/CapHeight 700/StemV ${face.bold ? 140 : 80}>>`);
    out.set(font.id, `<</Type/Font/Subtype/Type1/BaseFont/${postscript}/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255/Widths[${widths.join(" ")}]/FontDescriptor ${descriptor} 0 R>>`);
    return;
  }
  const em = (value: number): number => Math.round((1000 * value) / program.unitsPerEm);
  const used = [...font.used].sort(([a], [b]) => a - b);
  const cut = subset(program, used.map(([glyph]) => glyph));
  const name = `SPECIM+${postscript}`;
  const file = out.add(`<</Filter/FlateDecode/Length1 ${cut.length}>>`, packed(cut));
  const descriptor = out.add(`<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[-500 -300 1500 1100]/ItalicAngle 0/Ascent ${em(program.ascent)}/Descent ${em(program.descent)}/CapHeight 700/StemV ${face.bold ? 120 : 80}/FontFile2 ${file} 0 R>>`);
  const widths = used.map(([glyph]) => `${glyph}[${em(program.advanceOf(glyph))}]`).join("");
  const descendant = out.add(`<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 1000/W[${widths}]/FontDescriptor ${descriptor} 0 R>>`);
  const hex = (value: number, length: number): string => value.toString(16).padStart(length, "0");
  const chunks: string[] = [];
  for (let i = 0; i < used.length; i += 100) {
    const part = used.slice(i, i + 100);
    chunks.push(`${part.length} beginbfchar\n${part.map(([glyph, character]) => `<${hex(glyph, 4)}><${hex(character.codePointAt(0)!, 4)}>`).join("\n")}\nendbfchar`);
  }
  const unicode = out.add("<<>>", latin(`/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /U def\n/CMapType 2 def\n1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n${chunks.join("\n")}\nendcmap\nend\nend`));
  out.set(font.id, `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`);
}

const characterOf = (byte: number): string => (byte >= 128 && byte < 160 ? "€\u0001‚ƒ„…†‡ˆ‰Š‹Œ\u0001Ž\u0001\u0001‘’“”•–—˜™š›œ\u0001žŸ"[byte - 128]! : String.fromCharCode(byte));
