import { VisibleName } from "#components/patterns/visible-name.tsx";
import { classNames } from "#components/ui/class-names.ts";

export type DiffLine = { kind: "add" | "remove" | "same"; text: string };
export type DiffListProps = { label: string; lines: DiffLine[] };

const shapes = {
  add: { sign: "+", word: "added", className: "bg-ok-tint text-ok-text" },
  remove: { sign: "−", word: "removed", className: "bg-bad-tint text-bad-text" },
  same: { sign: " ", word: "", className: "text-text-2" },
};

/** What was and what is, line by line; sign and colour say the same. */
export function DiffList({ label, lines }: DiffListProps) {
  const placed = lines.map((line, place) => ({ line, key: `${place}-${line.kind}` }));
  return (
    <ol
      aria-label={label}
      className="overflow-hidden rounded-2 border border-line bg-panel py-1 font-mono text-12 leading-[22px]"
    >
      {placed.map(({ line, key }) => (
        <li key={key} className={classNames("flex gap-2 px-3", shapes[line.kind].className)}>
          <span aria-hidden="true" className="w-2 flex-none select-none">
            {shapes[line.kind].sign}
          </span>
          <span className="sr-only">{shapes[line.kind].word}</span>
          <span className="[overflow-wrap:anywhere] whitespace-pre-wrap">
            <VisibleName text={line.text} />
          </span>
        </li>
      ))}
    </ol>
  );
}
