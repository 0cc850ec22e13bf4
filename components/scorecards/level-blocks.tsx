import { entityHref } from "#components/catalog/entity-href.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import * as words from "#components/words/scorecards/level-blocks.tsx";
import type { ScoredBlock } from "#lib/scorecards/results/read-blocks.ts";
import type { Level, LevelCount } from "#lib/scorecards/scorecards/schema.ts";

export type LevelBlocksProps = {
  org: string;
  /** One block each; empty when there are too many to draw. */
  blocks: ScoredBlock[];
  counts: LevelCount[];
  levels: Level[];
  total: number;
};

const fills = ["inset-ring-[1.2px] inset-ring-level-none", "bg-level-1", "bg-level-2", "bg-level-3", "bg-level-4"];
const mostDrawn = 150;
// More would be smaller than a finger: then blocks are a picture, and the table below leads to the entities.
const mostLinks = 91;

/** All scored entities as paving, highest level first. Each block is one entity and leads to it, as long as they can be told apart. */
export function LevelBlocks({ org, blocks, counts, levels, total }: LevelBlocksProps) {
  const isDense = blocks.length > mostLinks || blocks.length === 0;
  const grid = classNames(
    "grid",
    isDense ? "grid-cols-[repeat(25,1fr)] gap-[3px]" : "grid-cols-[repeat(13,1fr)] gap-1",
  );
  const shape = (rank: number) =>
    classNames("block rounded-[2px]", isDense ? "h-3.5" : "h-[25px]", fills[Math.max(0, Math.min(rank, 4))]);
  const label = counts.map((level) => `${level.count} ${level.name}`).join(", ");
  const nameOf = (rank: number) => levels.find((level) => level.rank === rank)?.name ?? words.none;
  if (blocks.length > 0 && !isDense) {
    return (
      <ul className={grid} aria-label={label}>
        {blocks.map((block) => {
          const title = `${block.title}, ${nameOf(block.rank)}`;
          return (
            <li key={`${block.blueprint}:${block.identifier}`}>
              <Link href={entityHref(org, block)} title={title} aria-label={title} className={shape(block.rank)} />
            </li>
          );
        })}
      </ul>
    );
  }
  const perBlock = Math.max(1, Math.ceil(total / mostDrawn));
  const isOneEach = perBlock === 1;
  const drawn = counts.flatMap(({ rank, count }) =>
    Array.from({ length: Math.ceil(count / perBlock) }, (_, place) => ({ rank, key: `${rank}-${place}` })),
  );
  return (
    <>
      <div className={grid} role="img" aria-label={label}>
        {drawn.map(({ rank, key }) => (
          <span key={key} className={shape(rank)} />
        ))}
      </div>
      {isOneEach ? null : <p className="mt-2 text-11 text-text-3">{words.oneBlockStandsForUp(perBlock)}</p>}
    </>
  );
}
