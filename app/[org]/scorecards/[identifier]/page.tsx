import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Section } from "#components/patterns/section.tsx";
import { entityNoun } from "#components/scorecards/entity-noun.ts";
import { MatrixPaging } from "#components/scorecards/matrix-paging.tsx";
import { RulesByFailures } from "#components/scorecards/rules-by-failures.tsx";
import { ScoreMatrix } from "#components/scorecards/score-matrix.tsx";
import { ScorecardNow } from "#components/scorecards/scorecard-now.tsx";
import { ScorecardOverTime } from "#components/scorecards/scorecard-over-time.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Code } from "#components/ui/code.tsx";
import { LiveDot } from "#components/ui/live-dot.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { RuleLegend } from "#components/ui/rule-mark.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/pages/scorecards/identifier.tsx";
import { getScorecard } from "#lib/scorecards/scorecards/get-scorecard.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";

type Props = {
  params: Promise<{ org: string; identifier: string }>;
  searchParams: Promise<{ offset?: string | string[] }>;
};

const rowsPerPage = 12;

export async function generateMetadata({ params }: Props) {
  const { org, identifier } = await params;
  const { title } = await orNotFound(getScorecard.call(await pageContext(org), { identifier, limit: 1 }));
  return { title };
}

export default async function ScorecardPage({ params, searchParams }: Props) {
  const { org, identifier } = await params;
  const ctx = await pageContext(org);
  const offset = startOf((await searchParams).offset);
  const scorecard = await orNotFound(getScorecard.call(ctx, { identifier, limit: rowsPerPage, offset }));
  const { total, rules, rows, counts, levels, history } = scorecard;
  const things = scorecard.blocks.length > 0 ? scorecard.blocks : rows;
  const noun = entityNoun(things, total);
  const last = offset + rows.length;
  const shown = rows.length === 0 ? "none" : words.toOf(offset + 1, last, numberText(total));
  return (
    <>
      <TopBar items={[{ label: words.scorecards, href: `/${org}/scorecards` }, { label: scorecard.title }]}>
        {scorecard.evaluatedAt === null ? null : (
          <LiveDot>
            <span>
              {words.evaluatedPart(<span className="phone:hidden">{words.withTheLastChange} </span>)}
              <RelativeTime at={scorecard.evaluatedAt} style="long" />
            </span>
          </LiveDot>
        )}
      </TopBar>
      <LiveRefresh topics={["entity.changed", "scorecard.updated"]} />
      <Page>
        <PageHeader
          title={scorecard.title}
          pills={<Pill>{words.version(scorecard.version)}</Pill>}
          sub={
            <>
              {words.appliesTo(scorecard.description, <Code className="text-12">{scorecard.filter}</Code>)}{" "}
              {numberText(total)} {noun}.
            </>
          }
        />
        <section
          className="grid grid-cols-[minmax(0,1fr)] gap-4 wide:grid-cols-[372px_minmax(0,1fr)]"
          aria-label={words.levels}
        >
          <ScorecardNow
            {...{ org, counts, levels, total, noun }}
            blocks={scorecard.blocks}
            before={history.points.at(-2)?.counts ?? null}
          />
          <ScorecardOverTime history={history} counts={counts} timeZone={ctx.org.timeZone} />
        </section>
        <Section
          title={words.rulesByFailures}
          count={rules.length}
          more={liftText(scorecard.liftedByFirstThree, entityNoun(things, scorecard.liftedByFirstThree))}
        >
          <RulesByFailures rules={rules} />
        </Section>
        <Section
          id="matrix"
          title={words.entityNounRules(entityNoun(things, 2).replace(/^./, (first) => first.toUpperCase()))}
          count={words.closestToTheNextLevel(shown)}
          more={<RuleLegend results={["pass", "fail", "error"]} />}
        >
          {rows.length === 0 ? (
            <EmptyState title={total === 0 ? words.nothingMatchesTheFilter : words.thereAreNoMore}>
              {total === 0 ? words.importSomethingThatMatches : words.theFirstPageHasThose}
            </EmptyState>
          ) : (
            <ScoreMatrix label={words.andRules(noun)} noun={entityNoun(things, 1)} {...{ org, levels, rules, rows }} />
          )}
          <MatrixPaging href={`/${org}/scorecards/${identifier}`} pageSize={rowsPerPage} {...{ offset, total }} />
        </Section>
      </Page>
    </>
  );
}

function startOf(given: string | string[] | undefined): number {
  const offset = Number(given);
  return Number.isInteger(offset) && offset > 0 && offset <= 1_000_000 ? offset : 0;
}

function liftText(lifted: number, noun: string): string | undefined {
  if (lifted === 0) return undefined;
  return words.fixingTheFirstThreeLifts(numberText(lifted), noun);
}
