import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { ScorecardRow } from "#components/scorecards/scorecard-row.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { List } from "#components/ui/list.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/pages/scorecards.tsx";
import { listScorecards } from "#lib/scorecards/scorecards/list-scorecards.ts";
import { pageContext } from "#lib/web/page-context.ts";

type Props = { params: Promise<{ org: string }> };

export const metadata = { title: words.scorecards };

export default async function ScorecardsPage({ params }: Props) {
  const ctx = await pageContext((await params).org);
  const { scorecards } = await listScorecards.call(ctx, {});
  const withoutLevel = scorecards.reduce(
    (sum, { counts }) => sum + (counts.find((level) => level.rank === 0)?.count ?? 0),
    0,
  );
  const total = scorecards.reduce((sum, scorecard) => sum + scorecard.total, 0);
  return (
    <>
      <TopBar items={[{ label: words.scorecards }]} />
      <LiveRefresh
        topics={[
          "entity.changed",
          "scorecard.created",
          "scorecard.updated",
          "scorecard.deleted",
          "scorecard.reevaluated",
        ]}
      />
      <Page>
        {scorecards.length === 0 ? (
          <EmptyState size="page" title={words.thereIsNoScorecard}>
            {words.thereIsNoScorecardText(<code className="mono">{"POST /api/v1/scorecards"}</code>)}
          </EmptyState>
        ) : (
          <>
            <PageHeader title={sentenceOf(total, withoutLevel)} sub={words.scoredInTheSameMoment} />
            <List label={words.scorecards} framed>
              {scorecards.map((scorecard) => (
                <ScorecardRow key={scorecard.id} org={ctx.org.slug} scorecard={scorecard} />
              ))}
            </List>
          </>
        )}
      </Page>
    </>
  );
}

function sentenceOf(total: number, withoutLevel: number): string {
  if (total === 0) return words.nothingIsScoredYet;
  if (withoutLevel === 0) return words.everythingThatIsScoredHas;
  return words.ofScoresAreBelow(numberText(withoutLevel), numberText(total));
}
