import { ActionIcon } from "#components/actions/action-icon.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { RunStatus } from "#components/patterns/run-status.tsx";
import { Section } from "#components/patterns/section.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Milestone } from "#components/ui/milestone.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { countText } from "#components/words/format.ts";
import * as words from "#components/words/home/home-aside.ts";
import type { ActionSummary } from "#lib/actions/actions/schema.ts";
import type { RunSummary } from "#lib/actions/runs/schema.ts";
import type { Mine } from "#lib/catalog/mine/get-mine.ts";
import type { EntityLevel } from "#lib/scorecards/results/list-entity-levels.ts";

const shownEntities = 10;
const shownRuns = 5;
const shownActions = 5;

/** What the reader's teams own, with a stone for each scorecard; the scorecards are named once below. */
export function MineList({ org, mine, levels }: { org: string; mine: Mine; levels: EntityLevel[] }) {
  const scorecards = [...new Map(levels.map((level) => [level.scorecard, level.title]))];
  const owners = mine.teams
    .map((team) => `owner=${encodeURIComponent(`${team.blueprint}:${team.identifier}`)}`)
    .join("&");
  return (
    <Section
      title={words.mine}
      count={mine.entities.length}
      more={
        mine.teams.length > 0 ? (
          <TextLink href={`/${org}/catalog?${owners}`}>{words.openInCatalog}</TextLink>
        ) : undefined
      }
    >
      {mine.entities.length === 0 ? (
        <Panel>
          <EmptyState title={words.yourTeamOwnsNothingYet}>{words.yourTeamOwnsNothingText}</EmptyState>
        </Panel>
      ) : (
        <List framed label={words.mine}>
          {mine.entities.slice(0, shownEntities).map((entity) => (
            <ListItem
              key={entity.id}
              tight
              title={<span className="font-550">{entity.title}</span>}
              href={entityHref(org, entity)}
              meta={
                <span className="flex gap-1">
                  {scorecards.map(([scorecard, title]) => {
                    const level = levels.find((other) => other.entityId === entity.id && other.scorecard === scorecard);
                    return level === undefined ? null : (
                      <Milestone
                        key={scorecard}
                        level={level.rank}
                        name={`${title}: ${level.name}`}
                        size={16}
                        hideName
                      />
                    );
                  })}
                </span>
              }
            />
          ))}
          {scorecards.length > 0 ? (
            <li className="flex justify-between gap-2 border-t border-line px-4 py-1.5 text-11 text-text-3">
              <span>
                {mine.entities.length > shownEntities ? words.entitiesMore(mine.entities.length - shownEntities) : ""}
              </span>
              <span>{scorecards.map(([, title]) => title).join(" · ")}</span>
            </li>
          ) : null}
        </List>
      )}
    </Section>
  );
}

/** The reader's latest runs. */
export function MyRuns({ org, runs }: { org: string; runs: RunSummary[] }) {
  return (
    <Section title={words.runs} count="mine" more={<TextLink href={`/${org}/runs`}>{words.allRuns}</TextLink>}>
      {runs.length === 0 ? (
        <Panel>
          <EmptyState title={words.noRunsOfYours}>{words.noRunsOfYoursText}</EmptyState>
        </Panel>
      ) : (
        <List framed label={words.myRuns}>
          {runs.slice(0, shownRuns).map((run) => (
            <ListItem
              key={run.id}
              tight
              title={run.title}
              href={`/${org}/runs/${run.number}`}
              meta={
                run.finishedAt === null || run.status === "failed" ? (
                  <RunStatus status={run.status} />
                ) : (
                  <RelativeTime at={run.finishedAt} />
                )
              }
            />
          ))}
        </List>
      )}
    </Section>
  );
}

/** The actions that are run most. */
export function HomeActions({ org, actions }: { org: string; actions: ActionSummary[] }) {
  if (actions.length === 0) return null;
  const sorted = [...actions].sort(
    (one, other) => other.runCount - one.runCount || one.title.localeCompare(other.title, "en"),
  );
  return (
    <Section title={words.actions} more={<TextLink href={`/${org}/actions`}>{words.allActions}</TextLink>}>
      <List framed label={words.actions}>
        {sorted.slice(0, shownActions).map((action) => (
          <ListItem
            key={action.id}
            tight
            leading={<ActionIcon icon={action.icon} />}
            title={action.title}
            href={`/${org}/actions/${action.identifier}`}
            meta={action.runCount === 0 ? undefined : countText(action.runCount, words.run)}
          />
        ))}
      </List>
    </Section>
  );
}
