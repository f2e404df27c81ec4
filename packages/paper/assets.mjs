// Where paper's templates and fonts lie. Plain JavaScript, because build scripts copy them without a TypeScript loader.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Absolute paths of the templates folder and of the font files in the order of fonts.json. `from` is the `import.meta.url`
 * of the asking module. Looked for, in this order: a folder `paper` beside the module or beside its parent folder (a bundle
 * whose build ran `copyPaperAssets`), then the source tree with the fonts in node_modules. Throws a sentence naming what is
 * missing and how to mend it.
 * @param {string | URL} from
 * @returns {{ templates: string, fonts: string[] }}
 */
export function paperAssets(from) {
  const here = dirname(fileURLToPath(from));
  for (const copied of [join(here, "paper"), join(here, "..", "paper")]) {
    // Only a copy holds font files; the source folder is called “paper” too.
    if (existsSync(join(copied, "fonts", "Inter_400Regular.ttf"))) {
      return { templates: join(copied, "templates"), fonts: readList(copied).map((font) => join(copied, "fonts", basename(font.file))) };
    }
  }
  if (!existsSync(join(here, "fonts.json"))) {
    throw new Error(`No folder “paper” with templates and fonts beside ${here}. Run the build again: it copies them with copyPaperAssets.`);
  }
  return { templates: join(here, "templates"), fonts: readList(here).map((font) => installed(here, font)) };
}

/** `paperAssets` as seen from this package, or from the bundle it became part of: for other packages that want the fonts. */
export function ownPaperAssets() {
  return paperAssets(import.meta.url);
}

/**
 * Copies templates, fonts and their list to `<folder>/paper`, for a bundle in `folder` or one level below it.
 * @param {string} folder
 */
export function copyPaperAssets(folder) {
  const here = dirname(fileURLToPath(import.meta.url));
  const target = join(folder, "paper");
  mkdirSync(join(target, "fonts"), { recursive: true });
  for (const font of readList(here)) copyFileSync(installed(here, font), join(target, "fonts", basename(font.file)));
  copyTree(join(here, "templates"), join(target, "templates"));
  copyFileSync(join(here, "fonts.json"), join(target, "fonts.json"));
}

function copyTree(source, target) {
  mkdirSync(target, { recursive: true });
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    if (entry.isDirectory()) copyTree(join(source, entry.name), join(target, entry.name));
    else if (entry.name.endsWith(".typ")) copyFileSync(join(source, entry.name), join(target, entry.name));
  }
}

function readList(folder) {
  return JSON.parse(readFileSync(join(folder, "fonts.json"), "utf8"));
}

function installed(here, font) {
  for (let folder = here; ; folder = dirname(folder)) {
    const path = join(folder, "node_modules", font.package, font.file);
    if (existsSync(path)) return path;
    if (folder === dirname(folder)) throw new Error(`The font ${font.package}/${font.file} is not installed. Run npm ci.`);
  }
}
