import { expect, test } from "vitest";
import { usableLocale } from "./preferences.ts";

test("a locale that Intl refuses falls back to its language, then to English", () => {
  expect(usableLocale("de-CH")).toBe("de-CH");
  expect(usableLocale("en-US@posix")).toBe("en-US");
  expect(usableLocale("de_DE.UTF-8")).toBe("en");
  expect(usableLocale("")).toBe("en");
});
