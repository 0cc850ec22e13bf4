import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";

export type PavingState =
  | "pass"
  | "fail"
  | "exempt"
  | "error"
  | "not-applicable"
  | "not-yet"
  | "level"
  /** Not laid yet: the track shows. */
  | "open";

export type PavingBlock = {
  state: PavingState;
  /** Rank for `state: "level"`; 0 is none. */
  level?: number | undefined;
  /** What this block is; shown on hover and the name of its link. */
  title?: string | undefined;
  href?: string | undefined;
};

export type PavingSize = "sm" | "md" | "lg" | "xl";

export type PavingProps = {
  /** The same in words: "10 of 12 rules pass". */
  label: string;
  blocks: PavingBlock[];
  size?: PavingSize | undefined;
  /** Blocks share the whole width in one row. */
  fill?: boolean | undefined;
  className?: string | undefined;
};

const sizes: Record<PavingSize, string> = {
  sm: "h-3 w-2",
  md: "h-3.5 w-2",
  lg: "h-4 w-[11px]",
  xl: "h-[26px] w-3 !rounded-[2px]",
};
const levels = ["inset-ring-[1.2px] inset-ring-level-none", "bg-level-1", "bg-level-2", "bg-level-3", "bg-level-4"];
const states: Record<Exclude<PavingState, "level">, string> = {
  pass: "bg-accent-mark",
  fail: "inset-ring-[1.4px] inset-ring-bad-mark",
  exempt: "hatched",
  error: "bg-warn-tint inset-ring-[1.4px] inset-ring-warn-mark",
  "not-applicable": "[background:linear-gradient(var(--line-control),var(--line-control))_center/70%_2px_no-repeat]",
  "not-yet": "border-[1.75px] border-dotted border-note-mark",
  open: "bg-level-track",
};

function blockClass(block: PavingBlock): string {
  if (block.state !== "level") return states[block.state];
  return levels[Math.max(0, Math.min(block.level ?? 0, 4))] ?? "";
}

/** One block is one thing: a service, a rule, a step, a deployment. Gaps never close. */
export function Paving({ label, blocks, size = "md", fill, className }: PavingProps) {
  // A block has no identity beyond its place in the row.
  const placed = blocks.map((block, place) => ({ block, key: `${place}-${block.href ?? block.state}` }));
  const linked = blocks.some((block) => block.href);
  const shape = (block: PavingBlock) =>
    classNames(
      "block rounded-paver",
      fill ? "h-4 min-w-0 flex-[1_1_0]" : "flex-none",
      !fill && sizes[size],
      blockClass(block),
    );
  const row = classNames("flex gap-[2px] align-middle", fill ? "" : "flex-wrap", className);
  if (!linked) {
    return (
      <span className={row} role="img" aria-label={label}>
        {placed.map(({ block, key }) => (
          <span key={key} title={block.title} className={shape(block)} />
        ))}
      </span>
    );
  }
  return (
    <ul className={row} aria-label={label}>
      {placed.map(({ block, key }) => (
        <li key={key} className={fill ? "min-w-0 flex-[1_1_0]" : ""}>
          {block.href ? (
            <Link href={block.href} title={block.title} aria-label={block.title ?? label} className={shape(block)} />
          ) : (
            <span title={block.title} className={shape(block)} />
          )}
        </li>
      ))}
    </ul>
  );
}
