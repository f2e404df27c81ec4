/** A piece of one line with its emphasis; `href` only for http, https and mailto. */
export type Span = { text: string; bold?: true; italic?: true; href?: string };
export type Block =
  | { type: "paragraph"; lines: Span[][] }
  | { type: "heading"; spans: Span[] }
  | { type: "list"; ordered: boolean; start: number; items: Span[][] };

const bullet = /^\s{0,3}[-*•]\s+(.*)$/;
const numbered = /^\s{0,3}(\d{1,4})[.)]\s+(.*)$/;
const heading = /^#{1,4}\s+(.*)$/;

/**
 * Reads the little Markdown people write in letters and notes: paragraphs, headings, bulleted and numbered lists, **bold**,
 * *italic*, [text](address). Everything else, HTML included, stays the text it is. Never throws; linear in the text's length.
 */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const asHeading = heading.exec(line);
    const asBullet = bullet.exec(line);
    const asNumber = numbered.exec(line);
    if (line.trim() === "") {
      open = null;
    } else if (asHeading) {
      blocks.push({ type: "heading", spans: parseSpans(asHeading[1]!.trim()) });
      open = null;
    } else if (asBullet || asNumber) {
      const ordered = asNumber !== null && asBullet === null;
      const spans = parseSpans((asBullet?.[1] ?? asNumber?.[2] ?? "").trim());
      if (open?.type === "list" && open.ordered === ordered) {
        open.items.push(spans);
      } else {
        open = { type: "list", ordered, start: ordered ? Number(asNumber![1]) : 1, items: [spans] };
        blocks.push(open);
      }
    } else if (open?.type === "paragraph") {
      open.lines.push(parseSpans(line.trim()));
    } else if (open?.type === "list" && /^\s{2,}\S/.test(line)) {
      open.items[open.items.length - 1]!.push({ text: " " }, ...parseSpans(line.trim()));
    } else {
      open = { type: "paragraph", lines: [parseSpans(line.trim())] };
      blocks.push(open);
    }
  }
  return blocks;
}

// One alternation without nesting: bold, italic, link. Each part is bounded by its own closing mark, so no backtracking blow-up.
const mark = /\*\*([^*\n]+)\*\*|\*([^*\s][^*\n]*)\*|\[([^\]\n]{1,300})\]\(([^()\s]{1,500})\)/g;

function parseSpans(line: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const found of line.matchAll(mark)) {
    const [whole, bold, italic, label, address] = found;
    if (found.index > from) spans.push({ text: line.slice(from, found.index) });
    if (bold !== undefined) spans.push({ text: bold, bold: true });
    else if (italic !== undefined) spans.push({ text: italic, italic: true });
    else if (/^(https?:\/\/|mailto:)/i.test(address!)) spans.push({ text: label!, href: address! });
    else spans.push({ text: whole });
    from = found.index + whole.length;
  }
  if (from < line.length) spans.push({ text: line.slice(from) });
  return spans;
}
