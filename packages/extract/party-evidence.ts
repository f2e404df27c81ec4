/**
 * What speaks for a block being the seller's or the buyer's: headings, place, what stands in it. Each fact is a named
 * feature for the learned ranking and at the same time adds to the score by rule.
 */
import { domainNames, EMAIL, fitsDomain, hasLegalForm, PHONE, WEBSITE } from "./address.ts";
import { similarity, tokensOf } from "./fold.ts";
import type { Label } from "./labels.ts";
import type { Layout } from "./lines.ts";
import type { Chunk, OwnCompanies } from "./parties.ts";
import type { Word } from "./words.ts";

export const textOf = (words: readonly Word[]): string => words.map((word) => word.text).join(" ").replace(/[,;:|·•]+$/u, "").trim();

/** Fills features and both scores of every chunk. */
export function weigh(layout: Layout, chunks: readonly Chunk[], labels: readonly Label[], own: OwnCompanies): void {
  const inBuyer = new Set(chunks.filter((chunk) => chunk.heading?.field === "buyer" || chunk.heading?.field === "deliverTo").flatMap((chunk) => chunk.segments));
  const sellerDomains = [...new Set(layout.segments.filter((segment) => !inBuyer.has(segment)).flatMap((segment) => domainNames(segment.text)))];
  const senders = chunks.filter((chunk) => chunk.sender);
  const sizes = layout.segments.map((segment) => segment.fontSize).sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 10;
  const firstPage = layout.pages[0]?.number;
  const highest = Math.min(...chunks.filter((chunk) => chunk.page === firstPage).map((chunk) => chunk.top));
  const largest = Math.max(...chunks.map((chunk) => chunk.name!.fontSize));
  for (const chunk of chunks) {
    const add = (fact: string, seller: number, buyer: number, value = 1): void => {
      chunk.features[fact] = value;
      chunk.seller += seller * value;
      chunk.buyer += buyer * value;
    };
    const note = (fact: string, value = 1): void => void (chunk.features[fact] = value);
    const name = textOf(chunk.nameWords);
    const page = layout.pages.find((each) => each.number === chunk.page)!;
    const body = chunk.segments.map((segment) => segment.text).join("\n");
    const heading = chunk.heading;
    if (heading) {
      for (const token of tokensOf(heading.text)) note(`title:${token}`);
      if (heading.field === "seller") add("heading of the seller", 3, 0, heading.weight);
      else if (heading.field === "buyer") add("heading of the buyer", 0, 3, heading.weight);
      else if (heading.field === "deliverTo") add("heading of a delivery", -2.5, -0.9);
      else if (heading.field === "payee" || heading.field === "otherParty") add("heading of somebody else", -2.5, -2.5);
    } else note("no heading");
    if (chunk.sender) add("sender line", 2, 0);
    if (chunk.hasPostal) add("has an address", 0.4, 0.8);
    if (hasLegalForm(name)) add("company form", 0.8, 0);
    if (sellerDomains.some((domain) => fitsDomain(name, domain))) add("named like a web address", 1.4, 0);
    if (senders.some((sender) => sender !== chunk && similarity(textOf(sender.nameWords), name) >= 0.75)) add("named like the sender line", 1.6, 0);
    if (!chunk.sender && senders.some((sender) => sender.page === chunk.page && chunk.top > sender.top && chunk.top - sender.top < 70 && Math.abs(chunk.left - sender.left) < 40) && !senders.some((sender) => similarity(textOf(sender.nameWords), name) >= 0.75)) add("below the sender line", 0, 2);
    if (heading?.field !== "buyer") {
      if (/\b(?:ust|vat|tva|btw|iva|gst|abn|siret|kvk|nif|cif|p\.?\s?iva|hrb|nip|cvr|org\.?\s?nr)\b/i.test(body) && !/\b(?:ihre|your|client|kunden|customer)\b/i.test(body)) add("a tax or company number", 0.8, 0);
      if (EMAIL.test(body) || WEBSITE.test(body)) add("mail or web address", 0.5, 0);
      if (/\b(?:tel|fon|phone|fax)\b/i.test(body) || PHONE.test(body)) add("telephone", 0.3, 0);
    }
    if (/\biban\b/i.test(body)) note("an account");
    if (chunk.page === 1) {
      const place = chunk.top / page.height;
      note(`band ${Math.min(9, Math.floor(place * 10))}`);
      if (place < 0.14) add("at the top", 0.9, 0);
      else if (place < 0.2) add("near the top", 0.3, 0);
      if (place > 0.12 && place < 0.4 && chunk.hasPostal) add("in the address field", 0, 0.4);
      if (place > 0.8 && !heading) add("in the foot", -0.2, -1);
      else if (place > 0.45 && !heading) add("in the lower half", -0.6, -1);
      if (!chunk.hasPostal && !heading) {
        add("a name alone", 0, -1.5);
        chunk.seller += Math.min(0.8, 0.5 * (chunk.name!.fontSize / median - 1)) - (hasLegalForm(name) ? 0 : 0.4);
      }
      if (chunk.top <= highest + 2) note("the highest");
    } else add("not on page 1", -0.6, -0.8);
    const size = chunk.name!.fontSize / median - 1;
    if (size > 0.1) note("large print", Math.min(1.5, size));
    if (size < -0.1) note("small print", Math.min(1, -2 * size));
    if (chunk.name!.fontSize >= largest - 0.1 && size > 0.1) note("the largest");
    if (chunk.name!.bold) note("bold");
    if (chunk.left > 0.5 * page.width) note("right half");
    const repeats = layout.segments.filter((segment) => !chunk.segments.includes(segment) && name.length > 4 && segment.text.includes(name)).length;
    if (repeats > 0) {
      note("printed again");
      if (!heading) chunk.seller += 0.3;
    }
    const words = chunk.nameWords.length;
    note(words === 1 ? "one word" : words <= 4 ? "2 to 4 words" : "many words");
    if (/\d/.test(name)) note("digits in the name");
    if (/\p{Ll}/u.test(name) && !/^\p{Lu}|^\d/u.test(name)) note("begins in lower case");
    if (name === name.toUpperCase()) note("all capitals");
    const label = labels.find((each) => each.segment === chunk.name && each.first === 0 && each.field !== "otherMoney");
    if (label) note("begins like a label", label.words.length / chunk.nameWords.length);
    if (labels.some((each) => each.field === "customerNumber" && chunk.segments.includes(each.segment))) add("a customer number", 0, 0.8);
    if (isOwn(name, body, own)) {
      chunk.ours = true;
      chunk.buyer += 10;
      chunk.seller = -100;
    }
  }
}

function isOwn(name: string, body: string, own: OwnCompanies): boolean {
  const squeezed = body.replace(/[\s.]/g, "").toUpperCase();
  return own.names.some((each) => similarity(each, name) >= 0.8) || own.vatIds.some((id) => squeezed.includes(id.toUpperCase())) || own.ibans.some((iban) => squeezed.includes(iban.toUpperCase()));
}
