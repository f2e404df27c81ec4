import { parseMarkdown, type Span } from "@counterfoil/paper/markdown";
import { Fragment } from "react";

const inline = (spans: readonly Span[]) => spans.map((span, index) => {
  const inner = span.bold ? <strong>{span.text}</strong> : span.italic ? <em>{span.text}</em> : span.text;
  return <Fragment key={index}>{span.href ? <a className="link" href={span.href} rel="noreferrer noopener" target="_blank">{inner}</a> : inner}</Fragment>;
});

/** The little Markdown of a section, as the PDF prints it: text nodes only, never HTML. */
export function Prose({ text }: { text: string }) {
  return (
    <div className="grid gap-3">
      {parseMarkdown(text).map((block, index) => {
        if (block.type === "heading") return <h3 key={index} className="mt-2 font-paper text-lg font-strong">{inline(block.spans)}</h3>;
        if (block.type === "list") {
          const items = block.items.map((spans, at) => <li key={at}>{inline(spans)}</li>);
          return block.ordered ? <ol key={index} start={block.start} className="list-decimal pl-6">{items}</ol> : <ul key={index} className="list-disc pl-6">{items}</ul>;
        }
        return <p key={index}>{block.lines.map((spans, at) => <Fragment key={at}>{at > 0 && <br />}{inline(spans)}</Fragment>)}</p>;
      })}
    </div>
  );
}
