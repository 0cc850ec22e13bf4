import { classNames } from "#components/ui/class-names.ts";
import * as words from "#components/words/ui/milestone.ts";

export type MilestoneProps = {
  /** Rank of the level: 0 is none, 1 the lowest. */
  level: number;
  /** The level's word: "Silver". It stands beside the stone, or is its accessible name. */
  name: string;
  size?: 14 | 16 | 18 | 20 | 26 | 28 | undefined;
  /** The level is being worked out again: the old one is never shown as current. */
  updating?: boolean | undefined;
  hideName?: boolean | undefined;
  className?: string | undefined;
};

const stone = "M10 1.2 17.6 5.6v8.8L10 18.8 2.4 14.4V5.6Z";
const numerals: Record<number, string> = {
  1: "M10 6.6v6.8",
  2: "M7.9 6.6v6.8M12.1 6.6v6.8",
  3: "M6.3 6.6v6.8M10 6.6v6.8M13.7 6.6v6.8",
  4: "M6 6.6v6.8M8.6 6.6l2.9 6.6 2.9-6.6",
  5: "M6.6 6.6l3.4 6.6 3.4-6.6",
  6: "M5.2 6.6l2.9 6.6 2.9-6.6M13.7 6.6v6.8",
};
const marks = ["text-level-none", "text-level-1", "text-level-2", "text-level-3", "text-level-4"];
const textColors = ["text-text-3", "text-level-1-text", "text-level-2-text", "text-level-3-text", "text-level-4-text"];

/** The six-sided stone with its numeral cut in, and the word. Shape, numeral, colour and word say the same thing. */
export function Milestone({ level, name, size = 18, updating, hideName, className }: MilestoneProps) {
  const rank = Math.max(0, Math.min(level, 6));
  const tone = Math.min(rank, 4);
  const label = updating ? words.updating : name;
  const dash = updating ? "5 2.4" : rank === 0 ? "2.6 2" : undefined;
  const filled = rank > 0 && !updating;
  return (
    <span
      className={classNames(
        "inline-flex flex-none items-center gap-1.5 align-middle font-500 whitespace-nowrap",
        updating ? "text-note-text" : textColors[tone],
        className,
      )}
    >
      <svg
        width={size}
        height={size}
        viewBox="0 0 20 20"
        role={hideName ? "img" : undefined}
        aria-label={hideName ? label : undefined}
        aria-hidden={hideName ? undefined : true}
        className={classNames("flex-none", updating ? "text-note-mark" : marks[tone])}
      >
        {hideName ? <title>{label}</title> : null}
        <path
          d={stone}
          fill={filled ? "currentColor" : "none"}
          stroke="currentColor"
          strokeLinejoin="round"
          strokeWidth={rank === 0 ? 1.4 : 1.6}
          strokeDasharray={dash}
        />
        {numerals[rank] === undefined ? null : (
          <path d={numerals[rank]} fill="none" strokeWidth={1.9} stroke={updating ? "currentColor" : "var(--panel)"} />
        )}
      </svg>
      {hideName ? null : label}
    </span>
  );
}
