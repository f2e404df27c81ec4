import { expect, test } from "vitest";
import sharp from "sharp";
import { pagesOfHocr, tiffOf } from "./system-tesseract.ts";

const HOCR = `<body>
  <div class='ocr_page' id='page_1' title='image ""; bbox 0 0 457 1170; ppageno 0'>
   <span class='ocr_line' id='line_1_1' title="bbox 30 110 430 150; baseline 0.01 -6; x_size 22.5; x_descenders 5.5; x_ascenders 5.5">
    <span class='ocrx_word' id='word_1_1' title='bbox 30 112 87 128; x_wconf 92'>Tea &amp; cake</span>
    <span class='ocrx_word' id='word_1_2' title='bbox 96 112 151 128; x_wconf 41'><strong>4,80</strong></span>
   </span>
   <span class='ocr_header' id='line_1_2' title="bbox 0 200 10 210; x_size 10"></span>
  </div>
  <div class='ocr_page' id='page_2' title='image ""; bbox 0 0 40 20; ppageno 1'>
  </div>`;

test("lines, words and baselines are taken from the engine's answer, page by page", () => {
  const pages = pagesOfHocr(HOCR);
  expect(pages).toHaveLength(2);
  expect(pages[1]).toEqual([]);
  const [line] = pages[0]!;
  expect(line!.words.map(({ text, confidence }) => [text, confidence])).toEqual([["Tea & cake", 92], ["4,80", 41]]);
  expect(line!.words[1]!.bbox).toEqual({ x0: 96, y0: 112, x1: 151, y1: 128 });
  expect(line!.baseline).toEqual({ x0: 30, y0: 144, x1: 430, y1: 148 });
  expect(line!.rowAttributes.rowHeight).toBe(22.5);
  expect(pages[0]).toHaveLength(1);
});

test("several pictures become one TIFF that others read", async () => {
  const picture = (width: number, height: number, value: number) => ({ data: Buffer.alloc(width * height, value), width, height, channels: 1 as const, dpi: 300 });
  const tiff = tiffOf([picture(7, 3, 40), picture(12, 5, 200)]);
  const { pages, density } = await sharp(tiff).metadata();
  expect([pages, density]).toEqual([2, 300]);
  const second = await sharp(tiff, { page: 1 }).greyscale().toColourspace("b-w").raw().toBuffer({ resolveWithObject: true });
  expect([second.info.width, second.info.height, second.data[0]]).toEqual([12, 5, 200]);
});
