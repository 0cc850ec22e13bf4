import type { Level, LevelCount } from "#lib/scorecards/scorecards/schema.ts";

/** The word for a rank; below the lowest level it is "None". */
export function levelName(levels: readonly Level[], rank: number): string {
  return levels.find((level) => level.rank === rank)?.name ?? "None";
}

/** How many entities have each level, from the highest down to none; a level that nobody has counts 0. */
export function countLevels(levels: readonly Level[], counts: Record<string, number>): LevelCount[] {
  const ranked = [{ rank: 0, name: "None" }, ...levels].sort((one, other) => other.rank - one.rank);
  return ranked.map((level) => ({ rank: level.rank, name: level.name, count: counts[String(level.rank)] ?? 0 }));
}
