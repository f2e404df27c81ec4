/** One labelled document from one seed. */
import { composeInvoice, inkFor } from "./compose.ts";
import type { Telling } from "./content.ts";
import { countries, type CountryCode } from "./countries.ts";
import { layoutOf, type Design } from "./design.ts";
import { designFor, families, type Family } from "./families.ts";
import type { Language } from "./phrases/index.ts";
import { randomFrom, type Random } from "./random.ts";
import { composeReceipt } from "./receipt.ts";
import { widthOf, type Page } from "./scene.ts";
import { tellStory, type Story } from "./story.ts";
import { truthOf, valueBoxes, type Truth, type ValueBox } from "./truth.ts";

export type Specimen = {
  seed: string;
  /** Family of layouts, and the layout itself: eight hexadecimal digits, equal for equal layouts whatever they say. */
  family: string;
  layout: string;
  country: CountryCode;
  language: Language;
  story: Story;
  design: Design;
  pages: Page[];
  truth: Truth;
  boxes: ValueBox[];
};

export type SpecimenWish = {
  /** Only these languages; all when absent. */
  languages?: readonly Language[];
  /** Only these families, by name; all when absent. */
  families?: readonly string[];
  /** Only these kinds of document. */
  kinds?: readonly Story["kind"][];
  /** Documents with the same one come from one firm: same layout and seller, other contents. Absent: a firm per document. */
  firm?: string;
};

/** Makes the document of a seed. The same seed and wish give the same pages and truth, on any machine. */
export function makeSpecimen(seed: string, wish: SpecimenWish = {}): Specimen {
  const random = randomFrom(seed);
  const firm = wish.firm === undefined ? random.fork("firm") : randomFrom(wish.firm);
  const kinds = wish.kinds;
  const open = families.filter((family) => (!wish.families || wish.families.includes(family.name)) && languagesOf(family).some((language) => !wish.languages || wish.languages.includes(language)) && (!kinds || kinds.some((kind) => family.kinds[kind])));
  if (open.length === 0) throw new RangeError("No family of layouts has documents of such a kind in such a language.");
  const family = firm.pick(open);
  const pairs = family.countries.flatMap((code) => countries[code].languages.map((language) => ({ code, language }))).filter(({ language }) => !wish.languages || wish.languages.includes(language));
  // Languages come up equally often, however many countries speak them.
  const language = firm.pick([...new Set(pairs.map((pair) => pair.language))]);
  const { code } = firm.pick(pairs.filter((pair) => pair.language === language));
  const allowed = Object.fromEntries(Object.entries(family.kinds).filter(([kind]) => !kinds || kinds.includes(kind as Story["kind"]))) as Partial<Record<Story["kind"], number>>;
  const kind = random.weigh<Story["kind"]>(allowed);
  const story = tellStory({ country: code, language, kind, long: random.fork("long").chance(family.long ?? 0.02), ...(family.shelf ? { shelf: family.shelf } : {}) }, random.fork("story"), firm.fork("house"));
  const drawn = designFor(family, code, firm.fork("design"));
  const design = story.writing.currencyPlace === "none" && drawn.money !== "labels" && drawn.money !== "columnHead" ? { ...drawn, money: "note" as const } : drawn;
  const sample = `${story.seller.name}${story.words.number}${story.words.netTotal}${story.words.amountDue}${story.words.prepaid}${story.lines.map((line) => line.description).join("")}${story.writing.symbol}`;
  const telling: Telling = { story, design, ink: inkFor(design, sample), random: firm.fork("regions") };
  const pages = kind === "receipt" ? composeReceipt(telling) : composeInvoice(telling);
  const boxes = valueBoxes(pages);
  return { seed, family: family.name, layout: layoutOf(design), country: code, language, story, design, pages, truth: truthOf(story, boxes), boxes };
}

const languagesOf = (family: Family): Language[] => family.countries.flatMap((code) => countries[code].languages);

/** Fields printed on a page where a change of one digit breaks an equation. */
const checkable = /^(?:lines\.\d+\.netAmount|netTotal|taxTotal|grossTotal|amountDue)$/;

/**
 * The same document with one digit of one printed amount changed, everywhere that value is printed, or null when no amount
 * on it stands in an equation. `path` says which; the truth stays that of the untouched document.
 */
export function withOneDigitChanged(specimen: Specimen, random: Random): { pages: Page[]; path: string; from: string; to: string } | null {
  const amounts = specimen.pages.flatMap((page) => page.runs).filter((run) => run.path?.split(" ").some((path) => checkable.test(path)) && /[1-9]/.test(run.text));
  if (amounts.length < 3) return null;
  const chosen = random.pick(amounts);
  const path = chosen.path!.split(" ").find((each) => checkable.test(each))!;
  const places = [...chosen.text].flatMap((character, i) => (/\d/.test(character) ? [i] : []));
  const at = random.pick(places);
  const digit = String((Number(chosen.text[at]) + random.int(1, 9)) % 10);
  const to = chosen.text.slice(0, at) + digit + chosen.text.slice(at + 1);
  const pages = specimen.pages.map((page) => ({ ...page, runs: page.runs.map((run) => {
    if (!run.path?.split(" ").includes(path) || run.text !== chosen.text) return run;
    return { ...run, text: to, x: run.x + widthOf(run.text, run.ink) - widthOf(to, run.ink) };
  }) }));
  return { pages, path, from: chosen.text, to };
}
