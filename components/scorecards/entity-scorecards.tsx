import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { NextLevel } from "#components/scorecards/next-level.tsx";
import { ScoreRow } from "#components/scorecards/score-row.tsx";
import { ShieldCheck } from "#components/ui/icons.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/scorecards/entity-scorecards.tsx";
import type { EntityScore } from "#lib/scorecards/results/list-entity-scores.ts";

export type EntityScorecardsProps = { org: string; scores: EntityScore[] };

/** How one entity stands in each scorecard, and what to do for the next level in the one where it is nearest. */
export function EntityScorecards({ org, scores }: EntityScorecardsProps) {
  const evaluatedAt = scores
    .map((score) => score.evaluatedAt)
    .sort()
    .at(-1);
  const nearest = scores
    .filter((score) => score.next !== null)
    .sort((one, other) => (one.next?.missing ?? 0) - (other.next?.missing ?? 0))
    .at(0);
  return (
    <Panel
      title={words.scorecards}
      className="overflow-hidden"
      more={
        evaluatedAt === undefined ? undefined : (
          <span>{words.evaluatedWithTheLastChange(<RelativeTime at={evaluatedAt} style="long" />)}</span>
        )
      }
    >
      {scores.length === 0 ? (
        <EmptyState icon={<ShieldCheck />} title={words.noScorecardAppliesHere}>
          {words.noScorecardAppliesHereText}
        </EmptyState>
      ) : (
        <ul>
          {scores.map((score) => (
            <ScoreRow key={score.scorecard.identifier} org={org} score={score} />
          ))}
        </ul>
      )}
      {nearest === undefined ? null : <NextLevel score={nearest} />}
    </Panel>
  );
}
