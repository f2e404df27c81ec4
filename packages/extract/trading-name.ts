/**
 * The firm behind the name on the sign: invoices show a brand in large print and the firm's own name, with its legal form,
 * under it, in the sender line or in the foot beside the tax number. The law asks for the firm's own (EN 16931 BT-27); the
 * brand is its trading name (BT-28).
 */
import { hasLegalForm, LEGAL_FORMS, postalIn } from "./address.ts";
import { nameTokens } from "./fold.ts";
import { ibansIn, vatIdsIn } from "./identifiers.ts";
import { bottom, overlapX, type Layout, type Segment } from "./lines.ts";
import type { Chunk } from "./parties.ts";
import { textOf } from "./party-evidence.ts";
import { couldBeName, hasHardForm, stretchesOf } from "./party-names.ts";
import type { Word } from "./words.ts";

/**
 * The words of the legal name of the firm that `seller` names otherwise, or null: when it has a legal form already, or
 * nothing certain is printed. Certain is the same name with a legal form anywhere outside the buyer's block; or another
 * name with one right under the sign, over the same postcode, or before the tax number in the foot.
 */
export function legalNameBehind(layout: Layout, seller: Chunk, chunks: readonly Chunk[], buyer: Chunk | null): Word[] | null {
  const sign = textOf(seller.nameWords);
  if (hasHardForm(sign)) return null;
  const others = new Set(chunks.filter((chunk) => chunk === buyer || ["buyer", "deliverTo", "payee", "otherParty"].includes(chunk.heading?.field ?? "")).flatMap((chunk) => chunk.segments));
  const buyerName = buyer ? nameTokens(textOf(buyer.nameWords)).join(" ") : "";
  const isBuyer = (found: readonly string[]): boolean => found.join(" ") === buyerName;
  const tokens = nameTokens(sign);
  const names = namesWithForm(layout, others);
  const same = names.find(({ words }) => {
    const found = nameTokens(textOf(words));
    return (!hasLegalForm(sign) || hasHardForm(textOf(words))) && tokens.every((token) => found.includes(token)) && found.length <= tokens.length + 5 && !isBuyer(found);
  });
  if (same) return same.words;
  const foreign = names.filter(({ words }) => hasHardForm(textOf(words)) && !isBuyer(nameTokens(textOf(words))));
  const postal = seller.address.map((segment) => postalIn(segment.text)).find((each) => each !== null);
  return (foreign.find(({ part }) => isRightUnder(part, seller)) ?? foreign.find(({ part, words }) => chunks.some((chunk) => chunk !== seller && chunk !== buyer && postal && chunk.segments.includes(part) && chunk.nameWords[0] === words[0] && chunk.address.some((segment) => postalIn(segment.text) === postal)))
    ?? (postal ? undefined : foreign.find((name) => isInFoot(layout, name))))?.words ?? null;
}

/**
 * The firm that the foot names before its tax number or account, or null: it sends the invoice, whatever stands larger above.
 * Null as well when feet name several firms, or the one that a heading calls the buyer.
 */
export function firmInFoot(layout: Layout, chunks: readonly Chunk[]): string | null {
  const names = new Map<string, string>();
  for (const name of namesWithForm(layout, new Set())) {
    if (!isInFoot(layout, name) || !hasHardForm(textOf(name.words))) continue;
    names.set(nameTokens(textOf(name.words)).join(" "), textOf(name.words));
  }
  const [tokens, firm] = [...names][0] ?? [];
  if (firm === undefined || names.size > 1) return null;
  return chunks.some((chunk) => chunk.ours || (["buyer", "deliverTo"].includes(chunk.heading?.field ?? "")) && nameTokens(textOf(chunk.nameWords)).join(" ") === tokens) ? null : firm;
}

/** A name that large print broke over two lines, where it stands on one elsewhere outside the buyer's block. */
export function wholeName(layout: Layout, seller: Chunk, chunks: readonly Chunk[]): Word[] | null {
  const sign = seller.name!;
  const tokens = nameTokens(textOf(seller.nameWords)).join(" ");
  const beside = layout.segments.filter((segment) => segment !== sign && segment.page === sign.page && Math.abs(segment.fontSize - sign.fontSize) < 0.1 * sign.fontSize && Math.abs(segment.box.x - sign.box.x) < 0.5 * sign.fontSize && Math.abs(segment.box.y - sign.box.y) < 1.7 * sign.box.height);
  const joined = beside.map((segment) => (segment.box.y < sign.box.y ? `${nameTokens(segment.text).join(" ")} ${tokens}` : `${tokens} ${nameTokens(segment.text).join(" ")}`));
  return chunks.find((chunk) => chunk !== seller && !["buyer", "deliverTo"].includes(chunk.heading?.field ?? "") && joined.includes(nameTokens(textOf(chunk.nameWords)).join(" ")))?.nameWords ?? null;
}

/** The same firm under both names: every token of the shorter one stands in the longer. */
export function sameFirm(a: string, b: string): boolean {
  const [short, long] = [nameTokens(a), nameTokens(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  return short.length > 0 && short.some((token) => token.length > 2) && short.every((token) => long.includes(token));
}

type Named = { /** the cell it stands in */ part: Segment; words: Word[]; /** the rest of its line behind it */ behind: string };

/** Everything between separators that ends in a legal form and could be a firm's name. */
function namesWithForm(layout: Layout, excluded: ReadonlySet<Segment>): Named[] {
  const found: Named[] = [];
  for (const line of layout.lines) {
    if (!hasLegalForm(line.text)) continue;
    for (const part of [...line.segments, ...stretchesOf(line)]) {
      if (line.segments.some((segment) => excluded.has(segment) && part.words.some((word) => segment.words.includes(word)))) continue;
      for (const words of namesIn(part)) found.push({ part, words, behind: part.text.slice(part.starts[part.words.indexOf(words[words.length - 1]!)]!) });
    }
  }
  return found;
}

const SEPARATOR = /^[·•●|*–—−/,;]+$/u;

/** "Foo GmbH · Weg 1 · Ort", "Foo GmbH, Weg 1": the stretches between separators, as far as the last legal form in each. */
function namesIn(segment: Segment): Word[][] {
  const groups: Word[][] = [[]];
  segment.words.forEach((word, i) => {
    const group = groups[groups.length - 1]!;
    if (SEPARATOR.test(word.text)) groups.push([]);
    else group.push(word);
    const next = segment.words[i + 1]?.text ?? "";
    if (/[,;·•|]$/.test(word.text) && !hasLegalForm(next.replace(/[,;]$/, ""))) groups.push([]);
  });
  return groups.flatMap((group) => {
    const last = group.findLastIndex((_, i) => hasLegalForm(group.slice(0, i + 1).map((word) => word.text).join(" ")) && !hasLegalForm(group.slice(0, i).map((word) => word.text).join(" ").replace(/[,;]$/, "")));
    const end = last < 0 ? -1 : group.findLastIndex((_, i) => i >= last && onlyForms(group.slice(last + 1, i + 1)));
    const words = group.slice(0, Math.max(last, end) + 1);
    const text = textOf(words);
    const proper = words.length >= 2 && words.length <= 9 && Math.max(last, end) >= group.length - 2 && couldBeName(text) && /^[\p{Lu}\p{Lo}\d]/u.test(text) && postalIn(text) === null && !/\d{4,}|@|:/.test(text);
    return proper ? [words] : [];
  });
}

const onlyForms = (words: readonly Word[]): boolean => words.map((word) => word.text).join(" ").replace(LEGAL_FORMS, "").replace(/[^\p{L}\d]/gu, "").length === 0;

/** The next line below the sign, in its column or centred under it. */
function isRightUnder(part: Segment, seller: Chunk): boolean {
  const sign = seller.name!;
  const drop = part.box.y - bottom(sign.box);
  return part.page === sign.page && part.box.y > sign.box.y && drop < 1.1 * part.box.height && (Math.abs(part.box.x - sign.box.x) < sign.fontSize || overlapX(part.box, sign.box) > 0.9);
}

/** In the lowest fifth of a page, first on its line, with a tax number or an account behind it or right below. */
function isInFoot(layout: Layout, { part, words, behind }: Named): boolean {
  const page = layout.pages.find((each) => each.number === part.page)!;
  const line = layout.lines[part.line]!;
  if (part.box.y < 0.8 * page.height || words[0] !== line.words[0]) return false;
  const below = layout.lines[part.line + 1];
  const text = `${behind} ${below && below.page === part.page && below.box.y - bottom(line.box) < line.box.height ? below.text : ""}`;
  return vatIdsIn(text).length > 0 || ibansIn(text).length > 0;
}
