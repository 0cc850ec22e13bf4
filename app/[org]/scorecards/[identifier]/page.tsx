import { cache } from "react";
import { tableMenu } from "#components/patterns/data-table/build-table.ts";
import { ViewMenu } from "#components/patterns/data-table/view-menu.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import type { ListParameters } from "#components/patterns/list-href.ts";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Section } from "#components/patterns/section.tsx";
import { entityNoun } from "#components/scorecards/entity-noun.ts";
import { liftText } from "#components/scorecards/lift-text.ts";
import { RulesByFailures } from "#components/scorecards/rules-by-failures.tsx";
import { matrixColumns, ScoreMatrix } from "#components/scorecards/score-matrix.tsx";
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
import { matrixSorts } from "#lib/scorecards/results/read-matrix.ts";
import { getScorecard } from "#lib/scorecards/scorecards/get-scorecard.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { tableLinks, tableSortOf, tableViewOf, textOf } from "../../table-view.ts";

type Props = { params: Promise<{ org: string; identifier: string }>; searchParams: Promise<ListParameters> };

// Once for the title and for the page.
const read = cache(async (org: string, identifier: string, search: ListParameters) => {
  const view = await tableViewOf("matrix", search);
  const order = tableSortOf(matrixSorts, search);
  const input = { identifier, ...order, cursor: textOf(search, "cursor"), limit: view.rows };
  return { view, order, scorecard: await orNotFound(getScorecard.call(await pageContext(org), input)) };
});

export async function generateMetadata({ params, searchParams }: Props) {
  const { org, identifier } = await params;
  return { title: (await read(org, identifier, await searchParams)).scorecard.title };
}

export default async function ScorecardPage({ params, searchParams }: Props) {
  const { org, identifier } = await params;
  const ctx = await pageContext(org);
  const search = await searchParams;
  const { view, order, scorecard } = await read(org, identifier, search);
  const { total, rules, rows, counts, levels, history } = scorecard;
  const things = scorecard.blocks.length > 0 ? scorecard.blocks : rows;
  const noun = entityNoun(things, total);
  const one = entityNoun(things, 1);
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
      <LiveRefresh topics={["entity.changed", "scorecard.updated", "scorecard.reevaluated"]} />
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
          more={liftText(scorecard.liftedByFirstThree, things)}
        >
          <RulesByFailures rules={rules} />
        </Section>
        <Section
          id="matrix"
          title={words.entityNounRules(entityNoun(things, 2).replace(/^./, (first) => first.toUpperCase()))}
          count={numberText(total)}
          more={
            <>
              <RuleLegend results={["pass", "fail", "error"]} />
              <ViewMenu menu={tableMenu(matrixColumns(org, one, rules), view)} className="!h-[26px] !text-12" />
            </>
          }
        >
          {rows.length === 0 ? (
            <EmptyState title={words.nothingMatchesTheFilter}>{words.importSomethingThatMatches}</EmptyState>
          ) : (
            <ScoreMatrix
              label={words.andRules(noun)}
              noun={one}
              {...{ org, rules, rows, view }}
              {...tableLinks(`/${org}/scorecards/${identifier}`, search, order, scorecard, "#matrix")}
            />
          )}
        </Section>
      </Page>
    </>
  );
}
