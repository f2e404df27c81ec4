import sharp from "sharp";
import { expect, test } from "vitest";
import { readPdfWords } from "@counterfoil/extract";
import { boxesInPicture, makeSpecimen, photographed, randomFrom, scanned, stamped, writePdf, writePicturePdf } from "./index.ts";

const receipt = makeSpecimen("degrade", { kinds: ["receipt"] });

test("the same seed gives the same scan and the same photo, another seed another", async () => {
  const page = receipt.pages[0]!;
  for (const see of [scanned, photographed]) {
    const [first, again, other] = [await see(page, randomFrom("s")), await see(page, randomFrom("s")), await see(page, randomFrom("t"))];
    expect(Buffer.from(again.jpeg).equals(Buffer.from(first.jpeg))).toBe(true);
    expect(Buffer.from(other.jpeg).equals(Buffer.from(first.jpeg))).toBe(false);
  }
});

test("the boxes of values follow the page into the picture: there is ink in them and paper beside them", async () => {
  const page = receipt.pages[0]!;
  for (const see of [scanned, photographed]) for (const seed of ["a", "b", "c"]) {
    const { jpeg, place, width, height } = await see(page, randomFrom(seed));
    const { data, info } = await sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([width, height]);
    for (const { box, path } of boxesInPicture(receipt.boxes, 1, place).filter((each) => each.path === "grossTotal currency" || each.path === "grossTotal")) {
      const shades: number[] = [];
      for (let y = Math.max(0, Math.floor(box.y)); y < Math.min(height, box.y + box.height); y++) for (let x = Math.max(0, Math.floor(box.x)); x < Math.min(width, box.x + box.width); x++) shades.push(data[(y * width + x) * info.channels]!);
      shades.sort((a, b) => a - b);
      const [ink, paper] = [shades[Math.floor(shades.length * 0.03)]!, shades[Math.floor(shades.length * 0.9)]!];
      expect([path, seed, paper - ink > 25]).toEqual([path, seed, true]);
    }
  }
});

test("a scan in a PDF has no text, and says so to the reader", async () => {
  const { jpeg, width, height, grey } = await scanned(receipt.pages[0]!, randomFrom("pdf"));
  const pdf = writePicturePdf([{ width: receipt.pages[0]!.width, height: receipt.pages[0]!.height, jpeg, pixels: { width, height }, grey }]);
  const { needsOcr } = await readPdfWords(pdf);
  expect(needsOcr.map((each) => each.page)).toEqual([1]);
});

test("a stamp is text askew, which no reader takes for a line of the document", async () => {
  const page = stamped(receipt.pages[0]!, randomFrom("stamp-1"));
  const turned = page.runs.filter((run) => run.turn);
  expect(turned).toHaveLength(2);
  const read = await readPdfWords(writePdf([page]));
  expect(read.pages[0]!.words.filter((word) => word.rotated).map((word) => word.text)).toEqual(turned.map((run) => run.text));
});
