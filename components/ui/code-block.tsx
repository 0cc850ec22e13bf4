import { classNames } from "#components/ui/class-names.ts";

export type CodeBlockProps = {
  text: string;
  /** Number of the first line. */
  startLine?: number | undefined;
  /** Lines that are meant, by their number. */
  highlight?: number[] | undefined;
  label: string;
  className?: string | undefined;
};

/** A piece of a file with its line numbers; the line that is meant carries an edge. */
export function CodeBlock({ text, startLine = 1, highlight = [], label, className }: CodeBlockProps) {
  const lines = text
    .replace(/\n$/u, "")
    .split("\n")
    .map((line, index) => ({ line, number: startLine + index }));
  return (
    <section
      aria-label={label}
      className={classNames("rounded-2 border border-line bg-sunken py-2 font-mono text-12 leading-[20px]", className)}
    >
      <pre className="[overflow-wrap:anywhere] whitespace-pre-wrap">
        {lines.map(({ line, number }) => (
          <span
            key={number}
            className={classNames(
              "grid grid-cols-[30px_minmax(0,1fr)] px-3",
              highlight.includes(number) && "bg-bad-tint shadow-[inset_2px_0_0_var(--bad-mark)]",
            )}
          >
            <span aria-hidden="true" className="text-text-3 select-none">
              {number}
            </span>
            <span>{`${line}\n`}</span>
          </span>
        ))}
      </pre>
    </section>
  );
}
