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

/** The six-sided stone with its numeral cut in, and the word. Shape, numeral, colour and word say the same thing. */
export function Milestone({ level, name, size, updating, hideName, className }: MilestoneProps) {
  const rank = Math.max(0, Math.min(level, 6));
  const label = updating ? words.updating : name;
  const look = {
    className: classNames("milestone", updating ? `stone-again stone-again-${rank}` : `stone-${rank}`, className),
    style: size === undefined ? undefined : ({ "--stone-size": `${size}px` } as Record<string, string>),
  };
  if (hideName) return <span role="img" aria-label={label} title={label} {...look} />;
  return <span {...look}>{label}</span>;
}
