import { expect, test } from "vitest";
import { CannotRead } from "./limits.ts";
import { sniff } from "./sniff.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");
const refusal = (input: Buffer) => {
  try {
    return sniff(input).kind;
  } catch (error) {
    return error instanceof CannotRead ? error.code : error;
  }
};

test("kinds follow from the first bytes", () => {
  expect(sniff(bytes("%PDF-1.4\n")).kind).toBe("pdf");
  expect(sniff(bytes("\x89PNG\r\n\x1a\n")).kind).toBe("png");
  expect(sniff(bytes("\xff\xd8\xff\xe1")).kind).toBe("jpeg");
  expect(sniff(bytes("II*\0")).kind).toBe("tiff");
  expect(sniff(bytes("MM\0*")).kind).toBe("tiff");
  expect(sniff(bytes("RIFF\0\0\0\0WEBPVP8 ")).kind).toBe("webp");
  expect(sniff(bytes("GIF89a")).kind).toBe("gif");
  expect(sniff(bytes("\0\0\0\x18ftypheic")).kind).toBe("heic");
});

test("XML is known with a byte order mark, white space before it, a prefixed root, and in UTF-16", () => {
  expect(sniff(bytes("\xef\xbb\xbf  <?xml version='1.0'?>")).kind).toBe("xml");
  expect(sniff(bytes("<rsm:CrossIndustryInvoice/>")).kind).toBe("xml");
  expect(sniff(Buffer.from("\ufeff<?xml version='1.0'?>", "utf16le")).kind).toBe("xml");
  expect(sniff(Buffer.from("<Invoice/>", "utf16le")).kind).toBe("xml");
  expect(sniff(bytes("<!DOCTYPE Invoice []><Invoice/>")).kind).toBe("xml");
});

test("a PDF after junk begins at its header", () => {
  expect(sniff(bytes("HTTP/1.1 200 OK\r\n\r\n%PDF-1.7"))).toMatchObject({ kind: "pdf", offset: 19 });
});

test("programs, archives and web pages are refused by name of their kind, even with %PDF- inside", () => {
  for (const [input, says] of [["MZ\x90 %PDF-", "Windows program"], ["\x7fELF %PDF-", "Linux program"], ["#!/bin/sh\n%PDF-", "script"], ["PK\x03\x04%PDF-", "ZIP"], ["<!doctype HTML>%PDF-", "web page"]] as const) {
    expect(() => sniff(bytes(input))).toThrow(says);
  }
  expect(refusal(Buffer.alloc(0))).toBe("empty");
  expect(refusal(bytes("hello"))).toBe("not_supported");
});
