import { expect, test } from "vitest";
import { answer, keyText, pressOf, type KeyBinding } from "./keys.ts";

// `answer` asks whether text is being edited by looking at the element; without a browser no element is one.
Object.assign(globalThis, { HTMLElement: class {}, HTMLInputElement: class {}, HTMLTextAreaElement: class {}, HTMLSelectElement: class {} });

const press = (key: string, modifiers: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers });
const event = (key: string, modifiers = {}) => ({ ...press(key, modifiers), target: null, defaultPrevented: false, isComposing: false, preventDefault() {} }) as unknown as KeyboardEvent;

test("a press is named as our notation names it, on Apple and elsewhere", () => {
  expect(pressOf(press("j"), false)).toBe("j");
  expect(pressOf(press("J", { shiftKey: true }), false)).toBe("shift+j");
  expect(pressOf(press("?", { shiftKey: true }), false)).toBe("?");
  expect(pressOf(press("k", { ctrlKey: true }), false)).toBe("mod+k");
  expect(pressOf(press("k", { metaKey: true }), true)).toBe("mod+k");
  expect(pressOf(press("ArrowRight", { shiftKey: true }), false)).toBe("shift+arrowright");
  expect(pressOf(press(" "), false)).toBe("space");
});

test("keys are printed as the keyboard prints them", () => {
  expect(keyText("mod+k", true)).toBe("⌘K");
  expect(keyText("mod+k", false)).toBe("Ctrl K");
  expect(keyText("shift+arrowright", false)).toBe("⇧→");
  expect(keyText("g h", false)).toBe("G H");
  expect(keyText("mod+enter", false)).toBe("Ctrl ↵");
});

test("the newest binding answers, sequences wait for their second key, and letters can be turned off", () => {
  const done: string[] = [];
  const bind = (keys: string, name: string): KeyBinding => ({ keys, label: name, run: () => done.push(name) });
  const groups = [{ title: "Everywhere", bindings: [bind("j", "old"), bind("g i", "inbox"), bind("mod+k", "palette")] }, { title: "Lists", bindings: [bind("j", "new")] }];
  expect(answer(event("j"), groups, 0, true)).toBe(true);
  expect(answer(event("g"), groups, 0, true)).toBe(true);
  expect(answer(event("i"), groups, 500, true)).toBe(true);
  expect(answer(event("g"), groups, 1000, true)).toBe(true);
  expect(answer(event("i"), groups, 9000, true)).toBe(false);
  expect(answer(event("j"), groups, 9100, false)).toBe(false);
  expect(answer(event("k", { ctrlKey: true }), groups, 9200, false)).toBe(true);
  expect(answer(event("x"), groups, 9300, true)).toBe(false);
  expect(done).toEqual(["new", "inbox", "palette"]);
});
