import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { ScorecardRow } from "#components/scorecards/scorecard-row.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { List } from "#components/ui/list.tsx";
import { numberText } from "#components/words/format.ts";
import { listScorecards } from "#lib/scorecards/scorecards/list-scorecards.ts";
import { pageContext } from "#lib/web/page-context.ts";

type Props = { params: Promise<{ org: string }> };

export const metadata = { title: "Scorecards" };

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
      <TopBar items={[{ label: "Scorecards" }]} />
      <LiveRefresh topics={["entity.changed", "scorecard.created", "scorecard.updated", "scorecard.deleted"]} />
      <Page>
        {scorecards.length === 0 ? (
          <EmptyState size="page" title="There is no scorecard">
            An admin creates one with <code className="mono">POST /api/v1/scorecards</code>; it is scored as soon as it
            is saved.
          </EmptyState>
        ) : (
          <>
            <PageHeader
              title={sentenceOf(total, withoutLevel)}
              sub="Scored in the same moment as anything changes: a level is never older than the catalog."
            />
            <List label="Scorecards" framed>
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
  if (total === 0) return "Nothing is scored yet; the catalog has nothing that a scorecard applies to";
  if (withoutLevel === 0) return "Everything that is scored has at least the lowest level";
  return `${numberText(withoutLevel)} of ${numberText(total)} scores are below the lowest level`;
}
