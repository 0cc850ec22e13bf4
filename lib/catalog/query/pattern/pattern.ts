/** A regular expression of the subset that both engines read alike and match in linear time. */
export type Pattern = { node: PatternNode; written: string };

export type Range = readonly [from: number, to: number];
export type PatternNode =
  /** One character out of these ranges of code points, or out of all others. */
  | { type: "set"; isNegated: boolean; ranges: Range[] }
  | { type: "sequence"; of: PatternNode[] }
  | { type: "choice"; of: PatternNode[] }
  | { type: "repeat"; of: PatternNode; least: number; most: number | null }
  | { type: "start" }
  | { type: "end" };

export const patternLimits = {
  characters: 500,
  depth: 20,
  /** The highest count in `{m,n}`. */
  repetitions: 100,
  /** Characters after every counted repetition is written out. */
  size: 2000,
} as const;
