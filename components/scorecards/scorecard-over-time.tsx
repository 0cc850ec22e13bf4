import { ChartFrame, type ChartSeries } from "#components/patterns/chart/chart-frame.tsx";
import { dateText } from "#components/words/format.ts";
import * as words from "#components/words/scorecards/scorecard-over-time.ts";
import type { LevelHistory } from "#lib/scorecards/results/read-history.ts";
import type { LevelCount } from "#lib/scorecards/scorecards/schema.ts";

export type ScorecardOverTimeProps = { history: LevelHistory; counts: LevelCount[]; timeZone: string };

const colors: ChartSeries["color"][] = ["level-0", "level-1", "level-2", "level-3", "level-4"];

/** Twelve weeks of levels, highest at the foot of each column. Weeks before the first evaluation stay empty, and it says why. */
export function ScorecardOverTime({ history, counts, timeZone }: ScorecardOverTimeProps) {
  const day = (at: string) => dateText(at, "day", timeZone);
  const series = counts.map(({ rank, name }) => ({
    key: String(rank),
    label: name,
    color: colors[Math.min(rank, 4)] ?? "level-4",
  }));
  const points = history.points.map(({ at, counts: then }, place) => ({
    key: at.slice(0, 10),
    label: place === history.points.length - 1 ? words.today : day(at),
    values: Object.fromEntries(
      counts.map(({ rank }) => [String(rank), then?.find((level) => level.rank === rank)?.count ?? null]),
    ),
  }));
  const isPartial = history.points.some((point) => point.counts === null);
  return (
    <ChartFrame
      title={words.overTime}
      kind="columns"
      series={series}
      points={points}
      height={230}
      more={<span className="text-12 text-text-3">{words.weeks}</span>}
    >
      {isPartial ? (
        <p className="border-t border-line px-4 py-2 text-12 text-text-3">
          {history.startedAt === null
            ? words.nothingHasBeenScoredYet
            : words.scoredSinceWhatTheLevels(day(history.startedAt))}
        </p>
      ) : null}
    </ChartFrame>
  );
}
