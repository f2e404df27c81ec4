/**
 * Who sends the invoice and who receives it: blocks of lines that look like a name with an address, scored as seller
 * and as buyer by their headings, their place, and what stands in them. Companies known to be ours can only be buyers.
 */
import { EMAIL, hasLegalForm, hasStreetWord, isCountry, looksLikeStreet, PHONE, postalIn, WEBSITE } from "./address.ts";
import type { Features } from "./features.ts";
import { nameTokens, similarity } from "./fold.ts";
import type { Label } from "./labels.ts";
import { bottom, overlapX, right, segmentOf, type Block, type Layout, type Segment } from "./lines.ts";
import { pointer, type LayoutMemory } from "./memory.ts";
import { rankBy, REMEMBERED_PLACE, WEIGHTS, type Ranking, type Weights } from "./model.ts";
import type { FieldPath } from "./reading.ts";
import { textOf, weigh } from "./party-evidence.ts";
import { couldBeName, endsInForm, hasHardForm, isTitleWord, NEUTRAL, onlyLegalForm, stretchesOf } from "./party-names.ts";
import { firmInFoot, legalNameBehind, sameFirm, wholeName } from "./trading-name.ts";
import type { Word } from "./words.ts";

export { textOf };

/** One of our own companies. */
export type OwnCompany = { name: string; vatIds?: string[]; ibans?: string[] };
/** What our own companies are known by: a hard rule, none of it is ever the supplier's. Ids without spaces. */
export type OwnCompanies = { names: string[]; vatIds: string[]; ibans: string[] };

export type Party = { name?: Word[]; nameText?: string; /** the name on the sign, where the firm's own is another */ trading?: Word[]; address: Word[][]; addressText?: string; score: number; margin: number; page: number; chunk?: Chunk; heading?: string };
/** `chunks` are all blocks weighed, for those who want to see why. */
export type Parties = { seller: Party | null; buyer: Party | null; sellerRunnersUp: Party[]; buyerRunnersUp: Party[]; chunks: Chunk[]; rankings: Ranking<Chunk>[] };

export type Chunk = { page: number; segments: Segment[]; heading: Label | null; name: Segment | null; nameWords: Word[]; /** a line above the name: its sign, or a person */ over?: Segment; address: Segment[]; addressWords: Word[][]; hasPostal: boolean; sender: boolean; top: number; left: number; /** what speaks for either side by rule */ seller: number; buyer: number; features: Features; /** one of our own companies */ ours: boolean };

const PARTY = new Set(["seller", "buyer", "deliverTo", "payee", "otherParty"]);

export function partiesOf(layout: Layout, labels: readonly Label[], excluded: ReadonlySet<number>, own: OwnCompanies, weights: Weights = WEIGHTS, known: LayoutMemory | null = null): Parties {
  const headings = labels.filter((label) => PARTY.has(label.field) && isHeading(label));
  const blocks = layout.blocks.flatMap((block) => chunksOf(block, layout, headings, labels, excluded));
  const chunks = blocks.filter((chunk) => chunk.name !== null);
  const nameless = blocks.filter((chunk) => chunk.name === null && chunk.hasPostal && chunk.heading === null && chunk.address.length >= 2 && postalIn(chunk.address[0]!.text) === null);
  chunks.push(...senderLines(layout, excluded));
  const bare = topNames(layout, labels, chunks, excluded);
  const all = [...chunks, ...bare];
  weigh(layout, all, labels, own);
  return choose(layout, all, nameless, weights, (path) => (known?.fields[path]?.corrected ? pointer(known, layout, path) : null));
}

/** A heading stands alone or before a colon: "Bill to", "Käufer:", not "to" within a sentence. */
function isHeading(label: Label): boolean {
  if (label.first > 1 || label.inside || (label.first === 1 && /\p{L}{3,}/u.test(label.segment.words[0]!.text) && label.weight < 0.9)) return false;
  const rest = label.segment.words.slice(label.last + 1).map((word) => word.text).join(" ");
  const colon = /:$/.test(label.words[label.words.length - 1]!.text) || /^:/.test(rest);
  const short = label.words.length === 1 && label.text.replace(/\W/g, "").length <= 6;
  if (/^[^\p{L}]*\d/u.test(rest)) return false; // "Customer: 2" is the customer's number
  return rest === "" || colon || (!short && /^[(:/]/.test(rest)) || (label.weight >= 1 && label.first === 0 && label.words.length >= 2 && rest.length < 60 && /^\p{Lu}/u.test(rest));
}

function chunksOf(block: Block, layout: Layout, headings: readonly Label[], labels: readonly Label[], excluded: ReadonlySet<number>): Chunk[] {
  const chunks: Chunk[] = [];
  let current: { heading: Label | null; segments: Segment[] } = { heading: null, segments: [] };
  const flush = (): void => {
    if (current.segments.length > 0) chunks.push(parse(current.segments, current.heading, labels, layout));
  };
  for (const segment of block.segments) {
    if (excluded.has(segment.line)) continue;
    const heading = headings.find((label) => label.segment === segment);
    if (heading) {
      flush();
      const rest = segment.words.slice(heading.last + 1).filter((word) => /[\p{L}\d]/u.test(word.text));
      const leftover = rest.length > 0 && !/^\(/.test(rest[0]!.text) && rest.some((word) => /\p{L}{2,}/u.test(word.text)) ? [segmentOf(rest, segment.line)] : [];
      current = { heading, segments: leftover };
      continue;
    }
    if (current.segments.length === 0 && !current.heading) current.heading = headingBeside(segment, headings, layout) ?? headingAbove(segment, headings);
    current.segments.push(segment);
  }
  flush();
  for (const chunk of chunks) if (!chunk.hasPostal) extendDown(chunk, layout, labels, excluded);
  return chunks;
}

/** Addresses set with wide leading: looks for the town a little further down, in the same column. */
function extendDown(chunk: Chunk, layout: Layout, labels: readonly Label[], excluded: ReadonlySet<number>): void {
  const more: Segment[] = [];
  let last = chunk.segments[chunk.segments.length - 1]!;
  for (let step = 0; step < 5; step++) {
    const next = layout.segments.find((segment) => {
      const gap = segment.box.y - bottom(last.box);
      if (segment.page !== last.page || excluded.has(segment.line) || segment.box.y <= last.box.y + 0.5 * last.box.height || gap >= 2.9 * last.box.height) return false;
      const inColumn = Math.abs(segment.box.x - last.box.x) < 0.6 * last.fontSize || Math.abs(right(segment.box) - right(last.box)) < 0.4 * last.fontSize;
      if (!inColumn || Math.abs(segment.fontSize - last.fontSize) >= 0.35 * last.fontSize) return false;
      return gap < 1.9 * last.box.height || postalIn(segment.text) !== null || looksLikeStreet(segment.text);
    });
    if (!next || labels.some((label) => label.segment === next && label.first === 0 && label.weight >= 0.7 && label.field !== "otherMoney")) break;
    more.push(next);
    last = next;
    if (postalIn(next.text) !== null) break;
  }
  if (more.length === 0 || postalIn(more[more.length - 1]!.text) === null) return;
  const wider = parse([...chunk.segments, ...more], chunk.heading, labels, layout);
  if (wider.hasPostal && wider.name) Object.assign(chunk, wider);
}

/** "Sold To    Lakeside Toys": a heading in its own column to the left. */
function headingBeside(segment: Segment, headings: readonly Label[], layout: Layout): Label | null {
  return headings.find((label) => label.line === segment.line && label.segment !== segment && !hasOwnBelow(label, layout) && right(label.box) < segment.box.x && !layout.lines[segment.line]!.segments.some((other) => other !== segment && other !== label.segment && other.box.x > label.box.x && other.box.x < segment.box.x)) ?? null;
}

/** The heading's own column goes on below it: then it does not speak for its neighbour. */
const hasOwnBelow = (label: Label, layout: Layout): boolean => layout.segments.some((other) => other.page === label.page && other.box.y > label.box.y && other.box.y - bottom(label.box) < 1.3 * label.box.height && Math.abs(other.box.x - label.box.x) < 1.5 * other.fontSize && !/:$/.test(other.text));

/** A heading a little above that did not join the block, because of its size or an indentation. */
function headingAbove(segment: Segment, headings: readonly Label[]): Label | null {
  const near = headings.filter((label) => label.page === segment.page && label.segment.words.length - label.words.length <= 1 && bottom(label.box) <= segment.box.y + 2 && segment.box.y - bottom(label.box) < 2.2 * segment.box.height && (Math.abs(label.box.x - segment.box.x) < 3 * segment.fontSize || overlapX(label.box, segment.box) > 0.6));
  return near.sort((a, b) => b.box.y - a.box.y)[0] ?? null;
}

const SKIPPED = /^(?:(?:attn|att|tel|tel[eé]f[oa][nx]\p{L}*|t[eé]l[eé]phone|fax|phone|e-?mail|mobil[ey]?|mobiltelefon|gln|www|https?|vat|ust|ust-?id\p{L}*|umsatzsteuer\p{L}*|steuer(?:nummer|nr|-nr|-id)\p{L}*|tva|siret|btw|kvk|iban|bic|swift)(?!\p{L})|z\.? ?hd|c\/o|no\.?$|nr\.?$)/iu;

/** Not part of a name or an address: labelled values, contacts, dates, amounts. */
function isDetail(segment: Segment, labels: readonly Label[], layout: Layout): boolean {
  const { text } = segment;
  // "Nummer      : GE2020211": a label whose colon and value stand in the next column.
  const beside = layout.lines[segment.line]!.segments;
  if (beside[beside.indexOf(segment) + 1]?.text.startsWith(":")) return true;
  if (EMAIL.test(text) || /^(?:https?:|www\.)/i.test(text) || (WEBSITE.test(text) && text.split(" ").length <= 2) || SKIPPED.test(text)) return true;
  if (/^[^\p{L}]*$/u.test(text) || NEUTRAL.test(text)) return true;
  if (/(?<![\p{L}])(?:RCS|SIRET|SIREN|HRB|HRA|KvK|CIF|NIF|IBAN|TVA|VAT|USt|GSTIN|BTW|CVR|Org\.? ?nr|P\.? ?IVA|NIP|REGON|IČO|DIČ|EORI)(?![\p{L}]).*\d/iu.test(text) && !/^\d/.test(text)) return true;
  if (PHONE.test(text) && text.replace(/[^\p{L}]/gu, "").length < 12 && !postalIn(text)) return true;
  const own = labels.filter((label) => label.segment === segment && label.first === 0 && !PARTY.has(label.field) && label.field !== "title" && label.weight >= 0.7);
  if (own.length > 0 && /:/.test(text)) return true;
  if (own.some((label) => label.words.length === segment.words.length && /^(?:invoiceNumber|issueDate|dueDate|customerNumber|purchaseOrder|vatId|phone|email|taxNumber)$/.test(label.field))) return true;
  return /^[\p{L}. -]{2,25}:\s/u.test(text) && !postalIn(text) && !hasStreetWord(text);
}

function parse(segments: Segment[], heading: Label | null, labels: readonly Label[], layout: Layout): Chunk {
  const chunk: Chunk = { page: segments[0]!.page, segments, heading, name: null, nameWords: [], address: [], addressWords: [], hasPostal: false, sender: false, top: segments[0]!.box.y, left: segments[0]!.box.x, seller: 0, buyer: 0, features: {}, ours: false };
  const usable = segments.filter((segment) => !isDetail(segment, labels, layout));
  const postals = usable.flatMap((segment, i) => (i <= 7 && postalIn(segment.text) !== null && segment.text.length < 90 ? [i] : []));
  // A house number may look like a postcode: of two lines in a row the second is the town.
  const country = usable.findIndex((segment, i) => i >= 2 && i <= 6 && isCountry(segment.text) && usable.slice(1, i).some((each) => /\d/.test(each.text)));
  // Where there are no postcodes (Hong Kong, Ireland) the country closes the address.
  const postalAt = postals.length > 1 && postals[1]! - postals[0]! <= 2 ? postals[1]! : postals[0] ?? country;
  if (postalAt < 0) {
    if (!heading || !["buyer", "seller"].includes(heading.field) || usable.length === 0) return chunk;
    const first = usable[0]!;
    if (!couldBeName(first.text)) return chunk;
    chunk.name = first;
    chunk.nameWords = first.words;
    const rest = usable.slice(1, 6).filter((segment) => looksLikeStreet(segment.text) || isCountry(segment.text) || hasStreetWord(segment.text));
    if (rest.some((segment) => /\d/.test(segment.text))) chunk.address = rest;
  } else {
    const first = nameAt(usable, postalAt);
    const firm = firmBelow(usable, first, postalAt);
    const start = firm ?? first;
    if (firm !== null) chunk.over = usable[first]!;
    const name = usable[start];
    let from = 0;
    if (name && start < postalAt && couldBeName(name.text)) {
      chunk.name = name;
      const cut = endOfName(name);
      const formBelow = cut === null && start + 1 < postalAt && continuesName(name, usable[start + 1]!);
      chunk.nameWords = formBelow ? [...name.words, ...usable[start + 1]!.words] : name.words;
      from = start + (formBelow ? 2 : 1);
      if (cut !== null) {
        // "Monteluz S.A., Pol. Ind. Los" / "Almendros, 98, 71968 Torresierra": name and address run on.
        chunk.nameWords = name.words.slice(0, cut);
        chunk.name = segmentOf(chunk.nameWords, name.line);
        usable.splice(start, 1, chunk.name, segmentOf(name.words.slice(cut), name.line));
        chunk.address = usable.slice(start + 1, postalAt + 2);
        chunk.hasPostal = true;
        chunk.addressWords = chunk.address.map((segment) => segment.words);
        return chunk;
      }
    }
    // People and departments between the name and the street are no part of the address.
    while (from < postalAt && !/\d/.test(usable[from]!.text) && !hasStreetWord(usable[from]!.text)) from++;
    if (from >= postalAt && postalAt - start > 1 && !hasStreetWord(usable[postalAt]!.text) && !/\d[^,]*,.*\d/.test(usable[postalAt]!.text)) from = Math.max(start + 1, postalAt - 1);
    chunk.address = usable.slice(from, postalAt + 1);
    const next = usable[postalAt + 1];
    if (next && isCountry(next.text)) chunk.address.push(next);
    chunk.hasPostal = true;
    // "9 Town Road, 12345 Town" with the name on the line above the block's first detail.
    if (!chunk.name && chunk.heading && postalAt === 0 && usable[0]!.words.length > 4) chunk.name = null;
  }
  chunk.addressWords = chunk.address.map((segment) => segment.words);
  return chunk;
}

/** Where the name stands above a postal line: the first line of the run, unless street lines begin right there. */
function nameAt(usable: readonly Segment[], postalAt: number): number {
  const from = Math.max(0, postalAt - 5);
  for (let i = from; i < postalAt; i++) {
    const text = usable[i]!.text;
    if (isTitleWord(text)) continue;
    return i;
  }
  return from;
}

/** A person or a sign stands above the firm: the next line of two that ends in a legal form is the firm's name. */
function firmBelow(usable: readonly Segment[], first: number, postalAt: number): number | null {
  const above = usable[first];
  if (!above || first >= postalAt || hasLegalForm(above.text) || !couldBeName(above.text) || /\d/.test(above.text)) return null;
  const person = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.?)?(?: \p{Lu}[\p{L}’'-]+){1,2}$/u.test(above.text);
  const at = [first + 1, first + 2].find((i) => i < postalAt && (hasHardForm(usable[i]!.text) || (person && hasLegalForm(usable[i]!.text))) && endsInForm(usable[i]!.text) && couldBeName(usable[i]!.text) && !/\d/.test(usable[i]!.text) && !/^\(|^(?:c\/o|bei|chez|att)/i.test(usable[i]!.text));
  return at ?? null;
}

/** How many words of a line are the name, where a company form and a comma end it and an address goes on; null otherwise. */
function endOfName(line: Segment): number | null {
  const at = line.words.findIndex((word, i) => i > 0 && word.text.endsWith(",") && hasLegalForm(line.words.slice(0, i + 1).map((each) => each.text).join(" ").replace(/,$/, "")));
  return at >= 0 && at < line.words.length - 1 ? at + 1 : null;
}

/** "Talleres Robledo" / "S.L.": a company form on a line of its own belongs to the name above it. */
const continuesName = (name: Segment, below: Segment): boolean =>
  ((onlyLegalForm(below.text) && !hasLegalForm(name.text)) || /^\(haftungsbeschr[aä]nkt\)$/i.test(below.text)) && below.page === name.page && below.box.y > name.box.y && below.box.y - bottom(name.box) < 0.8 * name.box.height &&
  Math.abs(below.fontSize - name.fontSize) < 0.1 * name.fontSize && (Math.abs(below.box.x - name.box.x) < name.fontSize || overlapX(below.box, name.box) > 0.9);

/** One line with name, street and town between separators: the sender above an address window, or a footer. */
function senderLines(layout: Layout, excluded: ReadonlySet<number>): Chunk[] {
  const chunks: Chunk[] = [];
  for (const line of layout.lines) {
    if (excluded.has(line.index)) continue;
    // Wide spaces around the dots may have split it into segments.
    for (const segment of [...line.segments, ...stretchesOf(line)]) {
      const postal = postalIn(segment.text);
      if (!postal) continue;
      const parts = splitParts(segment);
      const at = parts.findIndex((part) => postalIn(part.text) !== null);
      if (parts.length < 3 || at < 1 || at > 6 || !couldBeName(parts[0]!.text) || /\d{2,}/.test(parts[0]!.text) || EMAIL.test(parts[0]!.text)) continue;
      if (at === 1 && !/\d/.test(parts[1]!.text)) continue;
      const address = parts.slice(1, at + 1);
      const next = parts[at + 1];
      if (next && (isCountry(next.text) || (/(?<!\d)\d{6},?$/.test(parts[at]!.text) && at + 2 === parts.length && /^\p{Lu}[\p{L} ]{3,24}$/u.test(next.text)))) address.push(next); // the state, in India
      if (!hasLegalForm(parts[0]!.text) && !address.some((part) => /\d/.test(part.text) && part !== parts[at])) continue;
      chunks.push({ page: line.page, segments: [segment], heading: null, name: parts[0]!, nameWords: parts[0]!.words, address, addressWords: address.map((part) => part.words), hasPostal: true, sender: true, top: line.box.y, left: segment.box.x, seller: 0, buyer: 0, features: {}, ours: false });
      break;
    }
  }
  return chunks;
}

const SEPARATOR = /^(?:[·•●|*–—−-]|\u2022|\/{1,2}|\*+|,|;)$/u;

function splitParts(segment: Segment): Segment[] {
  const groups: Word[][] = [[]];
  for (const [i, word] of segment.words.entries()) {
    const next = segment.words[i + 1]?.text ?? "";
    if (SEPARATOR.test(word.text) && !(word.text === "-" && /^\d{3}(?:\d{3})?,?$/.test(next) && /^\p{L}/u.test(segment.words[i - 1]?.text ?? ""))) { // "Devagram - 264622" is one part
      groups.push([]);
      continue;
    }
    groups[groups.length - 1]!.push(word);
    if (/[,;·•|]$/.test(word.text)) groups.push([]);
  }
  return groups.filter((group) => group.length > 0).map((group) => segmentOf(group, segment.line));
}

/** Names at the top without an address block below: a large line, or one with a company form. */
function topNames(layout: Layout, labels: readonly Label[], chunks: readonly Chunk[], excluded: ReadonlySet<number>): Chunk[] {
  const first = layout.pages[0];
  if (!first) return [];
  const taken = new Set(chunks.filter((chunk) => !chunk.sender).flatMap((chunk) => chunk.segments.filter((segment) => segment !== chunk.segments[0])));
  const found: Chunk[] = [];
  for (const segment of layout.segments) {
    if (segment.page !== first.number || segment.box.y > 0.33 * first.height || excluded.has(segment.line) || taken.has(segment)) continue;
    if (chunks.some((chunk) => chunk.name === segment) || !couldBeName(segment.text) || isDetail(segment, labels, layout) || segment.words.length > 8) continue;
    if (labels.some((label) => label.segment === segment && label.first === 0 && (label.weight >= 0.7 || label.words.length === segment.words.length))) continue;
    if (postalIn(segment.text) || looksLikeStreet(segment.text) || isCountry(segment.text) || /\d{3,}/.test(segment.text)) continue;
    const form = layout.segments.find((other) => other !== segment && continuesName(segment, other));
    found.push({ page: segment.page, segments: form ? [segment, form] : [segment], heading: null, name: segment, nameWords: form ? [...segment.words, ...form.words] : segment.words, address: [], addressWords: [], hasPostal: false, sender: false, top: segment.box.y, left: segment.box.x, seller: 0, buyer: 0, features: {}, ours: false });
  }
  return found;
}

function choose(layout: Layout, chunks: Chunk[], nameless: readonly Chunk[], weights: Weights, pointers: (path: FieldPath) => ReturnType<typeof pointer>): Parties {
  const memoryOf = (path: FieldPath, chunk: Chunk): Features => {
    const strength = pointers(path)?.({ page: chunk.page, box: chunk.nameWords[0]!.box, text: textOf(chunk.nameWords) }) ?? 0;
    return strength !== 0 ? { [REMEMBERED_PLACE]: strength } : {};
  };
  const named = chunks.filter((chunk) => chunk.name !== null);
  const byRule = named.filter((chunk) => chunk.seller > 0.3 && chunk.heading?.field !== "buyer").sort((a, b) => b.seller - b.buyer * 0.5 - (a.seller - a.buyer * 0.5));
  const inFoot = firmInFoot(layout, named);
  const maySell = named.filter((chunk) => !chunk.ours);
  const certain = inFoot === null ? [] : maySell.filter((chunk) => sameFirm(textOf(chunk.nameWords), inFoot));
  const sellerRanking = rankBy(weights, "supplier.name", (certain.length > 0 ? certain : maySell).map((candidate) => ({ candidate, features: { ...candidate.features, ...ruleFeatures(candidate.seller, candidate === byRule[0]), ...memoryOf("supplier.name", candidate) } })));
  const sellers = sellerRanking.learned ? best(sellerRanking) : byRule;
  const seller = sellers[0];
  const sellerName = seller ? textOf(seller.nameWords) : "";
  const mayBuy = (chunk: Chunk): boolean => chunk !== seller && !chunk.sender && chunk.heading?.field !== "seller" && (sellerName === "" || similarity(sellerName, textOf(chunk.nameWords)) < 0.75 || chunk.heading?.field === "buyer");
  const buyersByRule = named.filter((chunk) => mayBuy(chunk) && chunk.buyer > 0.3).sort((a, b) => b.buyer - b.seller * 0.5 - (a.buyer - a.seller * 0.5));
  // Where a heading names the buyer, whom the goods went to, or whom the money goes to, is somebody else.
  const whole = seller ? wholeName(layout, seller, named) : null;
  const mayReceive = named.filter((chunk) => chunk !== seller && (whole === null || chunk.heading?.field === "buyer" || textOf(chunk.nameWords) !== textOf(whole)));
  // A block beside the place of delivery, without a heading, is whom the invoice is for.
  const besideDelivery = mayReceive.filter((chunk) => chunk.heading?.field === "deliverTo" && chunk.heading.weight >= 0.9 && !chunk.ours && mayReceive.some((other) => other.heading === null && other.hasPostal && !other.sender && other.page === chunk.page && Math.abs(other.top - chunk.top) < 40 && overlapX(other.segments[0]!.box, chunk.segments[0]!.box) === 0 && nameTokens(textOf(other.nameWords)).join(" ") !== nameTokens(sellerName).join(" ")));
  const addressed = besideDelivery.length > 0 ? mayReceive.filter((chunk) => !besideDelivery.includes(chunk)) : mayReceive.some((chunk) => chunk.heading?.field === "buyer" && chunk.heading.weight >= 0.9 && chunk.hasPostal) ? mayReceive.filter((chunk) => !["deliverTo", "payee", "otherParty", "seller"].includes(chunk.heading?.field ?? "")) : mayReceive;
  const buyerRanking = rankBy(weights, "customer.name", addressed.map((candidate) => ({ candidate, features: { ...candidate.features, ...ruleFeatures(candidate.buyer, candidate === buyersByRule[0]), ...memoryOf("customer.name", candidate), ...(sellerName !== "" && similarity(sellerName, textOf(candidate.nameWords)) >= 0.75 ? { "same name as the seller": 1 } : {}) } })));
  const ours = named.filter((chunk) => chunk.ours && chunk.heading?.field !== "deliverTo");
  const buyers = ours.length > 0 || !buyerRanking.learned ? (ours.length > 0 ? [...ours].sort((a, b) => b.buyer - a.buyer) : buyersByRule) : best(buyerRanking);
  const buyer = buyers[0];
  const result: Parties = { seller: null, buyer: null, sellerRunnersUp: [], buyerRunnersUp: [], chunks, rankings: [sellerRanking, buyerRanking] };
  if (seller) {
    result.seller = partyOf(seller, marginOf(sellerRanking, seller, sellers[1] ? seller.seller - sellers[1].seller : 2), "seller");
    complete(result.seller, seller, named.filter((chunk) => chunk !== buyer), sellerName);
    if (whole) Object.assign(result.seller, { name: whole, nameText: textOf(whole) });
    const legal = legalNameBehind(layout, seller, named, buyer ?? null);
    nameTheFirm(result.seller, legal);
    // A sign alone at the top: the block under the firm's own name is the firm's, with its address and its numbers.
    const home = legal && !seller.hasPostal ? named.find((chunk) => chunk !== seller && chunk !== buyer && chunk.hasPostal && chunk.nameWords.some((word) => legal.includes(word)) && !["buyer", "deliverTo", "payee", "otherParty"].includes(chunk.heading?.field ?? "")) : undefined;
    if (home) Object.assign(result.seller, { chunk: home, address: home.addressWords, addressText: home.addressWords.map(textOf).join(", "), ...(home.heading ? { heading: home.heading.text } : {}) });
    result.seller.trading ??= signOver(seller);
    withoutSign(result.seller);
    withoutStreet(result.seller);
    // The head may set the name at one side and the address at the other.
    const apart = nameless.filter((chunk) => chunk.page === seller.page && Math.abs(chunk.top - seller.top) < 60).sort((a, b) => Math.abs(a.top - seller.top) - Math.abs(b.top - seller.top))[0];
    if (result.seller.address.length === 0 && apart) Object.assign(result.seller, { address: apart.addressWords, addressText: apart.addressWords.map(textOf).join(", ") });
    result.sellerRunnersUp = sellers.slice(1, 3).filter((each) => similarity(textOf(each.nameWords), sellerName) < 0.75).map((each) => partyOf(each, 0, "seller"));
  }
  if (buyer) {
    result.buyer = partyOf(buyer, marginOf(buyerRanking, buyer, buyers[1] ? buyer.buyer - buyers[1].buyer : 2), "buyer");
    complete(result.buyer, buyer, named.filter((chunk) => chunk !== seller && !chunk.sender), textOf(buyer.nameWords));
    withoutStreet(result.buyer);
    result.buyerRunnersUp = buyers.slice(1, 3).map((each) => partyOf(each, 0, "buyer"));
  }
  return result;
}

const ruleFeatures = (score: number, first: boolean): Features => ({ "score by rule": Math.max(-1, Math.min(1.5, score / 4)), ...(first ? { "first by rule": 1 } : {}) });

/** The chosen one and what else could be, or nothing where "none" is likelier than any. */
const best = (ranking: Ranking<Chunk>): Chunk[] => (ranking.choices[0] && ranking.choices[0].share > ranking.none ? ranking.choices.slice(0, 4).map((choice) => choice.candidate) : []);

/** How clear the choice is, 0 to 1: the share of all candidates with this name; by rule where nothing was learned. */
function marginOf(ranking: Ranking<Chunk>, chosen: Chunk, byRule: number): number {
  if (!ranking.learned) return byRule;
  const name = textOf(chosen.nameWords);
  return ranking.choices.filter((choice) => choice.candidate === chosen || similarity(textOf(choice.candidate.nameWords), name) >= 0.8).reduce((sum, choice) => sum + choice.share, 0);
}

function partyOf(chunk: Chunk, margin: number, side: "seller" | "buyer"): Party {
  return { name: chunk.nameWords, nameText: textOf(chunk.nameWords), address: chunk.addressWords, addressText: chunk.addressWords.map(textOf).join(", "), score: chunk[side], margin, page: chunk.page, chunk, ...(chunk.heading ? { heading: chunk.heading.text } : {}) };
}

/** The line above the firm's name as its trading name: it says the same in part, or is in larger print. */
function signOver({ over, name, nameWords }: Chunk): Word[] | undefined {
  const common = over && nameTokens(over.text).some((token) => token.length > 2 && nameTokens(textOf(nameWords)).includes(token));
  return over && (common || over.fontSize > 1.15 * name!.fontSize) ? over.words : undefined;
}

/** "Foo · Weg 1, 12345 Ort" under the firm's name: the sign before (or behind) the address is no part of it. */
function withoutSign(party: Party): void {
  const row = party.address[0] ?? [];
  const own = nameTokens(party.nameText!);
  const isSign = (words: readonly Word[]): boolean => words.length > 0 && nameTokens(textOf(words)).every((token) => own.includes(token));
  const dots = row.flatMap((word, i) => (/^[·•|]$/.test(word.text) ? [i] : []));
  const parts = [[0, dots[0] ?? 0, (dots[0] ?? -1) + 1, row.length], [(dots.at(-1) ?? row.length) + 1, row.length, 0, dots.at(-1) ?? row.length]].find(([from, to]) => isSign(row.slice(from, to)));
  if (dots.length === 0 || !parts) return;
  const sign = row.slice(parts[0], parts[1]);
  party.address = [row.slice(parts[2], parts[3]), ...party.address.slice(1)];
  party.addressText = party.address.map(textOf).join(", ");
  if (nameTokens(textOf(sign)).length < own.length) party.trading ??= sign;
}

/** "Foo S.p.A., Via delle Rose, 90, 22561": behind the comma the address begins. */
function withoutStreet(party: Party): void {
  const name = party.name!;
  const comma = name.findIndex((word) => word.text.endsWith(",")) + 1;
  const [own, rest] = [name.slice(0, comma), name.slice(comma)];
  if (comma === 0 || !rest.some((word) => /\d/.test(word.text)) || !hasLegalForm(textOf(own))) return;
  Object.assign(party, { name: own, nameText: textOf(own).replace(/,$/, ""), address: [rest, ...party.address], addressText: [textOf(rest).replace(/,$/, ""), ...(party.addressText ? [party.addressText] : [])].join(", ") });
}

/** The firm's own name stands for it where another is larger on the page; that one stays as its trading name. */
function nameTheFirm(party: Party, legal: Word[] | null): void {
  if (!legal) return;
  party.trading = party.name!;
  party.name = legal;
  party.nameText = textOf(legal);
  if (party.address.length > 1 && party.address[0]!.every((word) => legal.includes(word) || textOf(party.address[0]!) === party.nameText)) party.address = party.address.slice(1);
  party.addressText = party.address.map(textOf).join(", ");
}

/** A name without address takes it from another block of the same company, or from the block right below it. */
function complete(party: Party, chosen: Chunk, chunks: readonly Chunk[], name: string): void {
  if (party.address.length > 0) return;
  const below = chunks.find((chunk) => chunk !== chosen && chunk.hasPostal && chunk.page === chosen.page && !chunk.heading && chunk.top > chosen.top && chunk.top - chosen.top < 90 && (Math.abs(chunk.left - chosen.left) < 60 || overlapX(chunk.segments[0]!.box, chosen.segments[0]!.box) > 0.5));
  const twin = chunks.find((chunk) => chunk !== chosen && chunk.hasPostal && similarity(textOf(chunk.nameWords), name) >= 0.6);
  const source = twin ?? below;
  if (!source || (source.heading && source.heading.field !== chosen.heading?.field && source !== twin)) return;
  const words = source !== twin && looksLikeStreet(textOf(source.nameWords)) ? [source.nameWords, ...source.addressWords] : source.addressWords;
  party.address = words;
  party.addressText = words.map(textOf).join(", ");
}

