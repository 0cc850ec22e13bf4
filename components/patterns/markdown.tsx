import type { ReactNode } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { linkHref } from "#components/patterns/link-href.ts";
import * as words from "#components/words/patterns/markdown.ts";

type Props = { text: string; className?: string | undefined };

// Sanitised last, whatever the parts before it make. Pictures are links: fetching one would tell its server who reads this.
const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter(
    (name) => !["input", "picture", "source", "details", "summary"].includes(name),
  ),
  protocols: { href: ["http", "https", "mailto"], src: ["http", "https"], cite: ["http", "https"] },
};

function SafeLink({ href, children }: { href?: string | undefined; children?: ReactNode }) {
  const safe = linkHref(href ?? "");
  if (safe === null) return <span>{children}</span>;
  return (
    <a href={safe} rel="noopener noreferrer ugc" className="text-link underline">
      {children}
    </a>
  );
}

const parts: Components = {
  a: ({ href, children }) => <SafeLink href={href}>{children}</SafeLink>,
  img: ({ src, alt }) => <SafeLink href={typeof src === "string" ? src : ""}>{alt || words.picture}</SafeLink>,
  // The page has its own headings above these.
  h1: ({ children }) => <h3 className="mt-4 text-16 font-600 first:mt-0">{children}</h3>,
  h2: ({ children }) => <h3 className="mt-4 text-14 font-600 first:mt-0">{children}</h3>,
  h3: ({ children }) => <h4 className="mt-3 font-600 first:mt-0">{children}</h4>,
  h4: ({ children }) => <h4 className="mt-3 font-550 first:mt-0">{children}</h4>,
  p: ({ children }) => <p className="mt-2 first:mt-0">{children}</p>,
  ul: ({ children }) => <ul className="mt-2 list-disc pl-5">{children}</ul>,
  ol: ({ children }) => <ol className="mt-2 list-decimal pl-5">{children}</ol>,
  pre: ({ children }) => (
    <pre className="mono mt-2 rounded-2 bg-sunken px-3 py-2 text-12 leading-[20px] [overflow-wrap:anywhere] whitespace-pre-wrap">
      {children}
    </pre>
  ),
  table: ({ children }) => (
    <div className="mt-2 max-w-full overflow-x-auto">
      <table className="border-collapse">{children}</table>
    </div>
  ),
  th: ({ children }) => (
    <th className="border-b border-line-2 py-1 pr-4 text-left text-12 font-500 text-text-3">{children}</th>
  ),
  td: ({ children }) => <td className="border-b border-line py-1 pr-4 align-top">{children}</td>,
  code: ({ children }) => <code className="mono text-12">{children}</code>,
};

/** Markdown that people or repositories wrote. HTML in it is dropped, links are web pages, mail and places of this portal. */
export function Markdown({ text, className }: Props) {
  return (
    <div className={className ?? "max-w-[92ch] [overflow-wrap:anywhere]"}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[[rehypeSanitize, schema]]}
        urlTransform={(url) => linkHref(url) ?? ""}
        components={parts}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}
