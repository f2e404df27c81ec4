/// <reference types="node" />
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const block = (start: RegExp) => { const at = css.search(start); return css.slice(css.indexOf("{", at) + 1, css.indexOf("\n}", at)); };
const tokensOf = (text: string) => Object.fromEntries([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name, value]) => [name ?? "", value ?? ""]));
const light = tokensOf(block(/^:root \{/m));
const dark = tokensOf(block(/^:root\[data-theme="dark"\] \{/m));
const system = tokensOf(block(/^@media \(prefers-color-scheme: dark\)/m));

/** WCAG 2.2 relative luminance and contrast ratio, to one digit, cut off as a passing ratio must not be rounded up. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each([["light", light], ["dark", dark]] as const)("contrast in the %s theme", (_name, tokens) => {
  const color = (name: string) => tokens[name] ?? expect.fail(`tokens.css has no --${name} here`);
  const grounds = ["surface", "desk", "selected", "raised", "hover"];
  test.each(["ink", "ink-2", "ink-3", "accent-text", "doubt", "danger"].flatMap((text) => grounds.map((ground) => [text, ground] as const)))("text --%s on --%s is at least 4.5", (text, ground) => {
    expect(contrast(color(text), color(ground))).toBeGreaterThanOrEqual(4.5);
  });
  test.each([["on-accent", "accent"], ["on-danger", "danger"], ["doubt", "doubt-soft"], ["danger", "danger-soft"], ["ink", "doubt-soft"], ["ink", "danger-soft"], ["accent-text", "accent-soft"], ["on-accent", "accent-hover"], ["sheet-ink", "sheet"]] as const)("--%s on --%s is at least 4.5", (text, ground) => {
    expect(contrast(color(text), color(ground))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(["surface", "desk"])("edges of controls on --%s are at least 3", (ground) => {
    expect(contrast(color("control-line"), color(ground))).toBeGreaterThanOrEqual(3);
    expect(contrast(color("focus"), color(ground))).toBeGreaterThanOrEqual(3);
  });
});

// The published figures: whoever changes a colour sees what it does to the table.
test.each([
  ["light", light, { ink: [17.2, 15.7, 14.8], "ink-2": [7.6, 6.9, 6.5], "ink-3": [5.6, 5.1, 4.8], "accent-text": [7.6, 7.0, 6.6], doubt: [7.2, 6.6, 6.2], danger: [7.0, 6.4, 6.1] }],
  ["dark", dark, { ink: [14.5, 15.4, 12.5], "ink-2": [8.2, 8.7, 7.0], "ink-3": [5.8, 6.1, 5.0], "accent-text": [8.8, 9.3, 7.6], doubt: [10.0, 10.6, 8.6], danger: [7.3, 7.7, 6.3] }],
] as const)("the %s table of contrasts is the one of the design", (_name, tokens, table) => {
  for (const [text, figures] of Object.entries(table)) {
    for (const [index, ground] of ["surface", "desk", "selected"].entries()) expect(contrast(tokens[text] ?? "", tokens[ground] ?? ""), `${text} on ${ground}`).toBeCloseTo(figures[index] ?? 0, 0.5);
  }
});

test("the theme that follows the system is the dark theme, value by value", () => {
  expect(Object.keys(dark).length).toBeGreaterThan(25);
  expect(system).toEqual(dark);
});
