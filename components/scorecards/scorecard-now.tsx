import { LevelBlocks } from "#components/scorecards/level-blocks.tsx";
import { Milestone } from "#components/ui/milestone.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/scorecards/scorecard-now.ts";
import { percentText } from "#components/words/units.ts";
import type { ScoredBlock } from "#lib/scorecards/results/read-blocks.ts";
import type { Level, LevelCount } from "#lib/scorecards/scorecards/schema.ts";

export type ScorecardNowProps = {
  org: string;
  blocks: ScoredBlock[];
  counts: LevelCount[];
  levels: Level[];
  total: number;
  noun: string;
  /** Counts a week ago, or null when that is not known. */
  before: LevelCount[] | null;
};

/** How many entities have each level now, and how many more than a week ago. */
export function ScorecardNow({ org, blocks, counts, levels, total, noun, before }: ScorecardNowProps) {
  return (
    <Panel title={words.now} more={<span className="numeric">{`${numberText(total)} ${noun}`}</span>} padded>
      <LevelBlocks org={org} blocks={blocks} counts={counts} levels={levels} total={total} />
      <table className="mt-3 w-full" aria-label={words.levelsNow}>
        <thead className="sr-only">
          <tr>
            <th scope="col">{words.level}</th>
            <th scope="col">{words.count}</th>
            <th scope="col">{words.share}</th>
            {before === null ? null : <th scope="col">{words.changeInAWeek}</th>}
          </tr>
        </thead>
        <tbody>
          {counts.map(({ rank, name, count }) => (
            <tr key={rank} className="h-[30px]">
              <th scope="row" className="text-left font-400">
                <Milestone level={rank} name={name} size={20} />
              </th>
              <td className="numeric text-right font-550">{numberText(count)}</td>
              <td className="numeric w-20 text-right text-text-3">
                {percentText(total === 0 ? 0 : (100 * count) / total)}
              </td>
              {before === null ? null : (
                <td className="w-16">
                  <Change rank={rank} by={count - (before.find((level) => level.rank === rank)?.count ?? 0)} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

// Fewer without a level is better; between the levels, only the highest says by itself whether more is better.
function Change({ rank, by }: { rank: number; by: number }) {
  if (by === 0) return null;
  const isBetter = rank === 0 ? by < 0 : by > 0;
  const tone = rank === 0 || isBetter ? (isBetter ? "text-ok-text" : "text-bad-text") : "text-text-3";
  return <span className={`numeric block text-right text-12 font-500 ${tone}`}>{by > 0 ? `+${by}` : `−${-by}`}</span>;
}
