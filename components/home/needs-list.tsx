import type { Need } from "#components/home/needs-you.ts";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Section } from "#components/patterns/section.tsx";
import { RemedyText } from "#components/scorecards/remedy-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { CircleX, Inbox, ShieldAlert } from "#components/ui/icons.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/home/needs-list.tsx";
import type { EntityReference } from "#lib/catalog/entities/entity-views.ts";

const shown = 6;

type Props = { org: string; needs: Need[]; teams: EntityReference[]; email: string | undefined };

/** What waits for the reader, each with the way to it; or why nothing does. */
export function NeedsList({ org, needs, teams, email }: Props) {
  return (
    <Section
      title={words.needsYou}
      count={needs.length}
      more={
        <>
          {needs.length > shown ? (
            <TextLink href={`/${org}/scorecards`}>{words.moreInScorecards(needs.length - shown)}</TextLink>
          ) : null}
          <TextLink href={`/${org}/inbox`} className="ml-2">
            {words.wholeInbox}
          </TextLink>
          <span className="flex gap-0.5 phone:hidden" aria-hidden="true">
            <Kbd>{"g"}</Kbd>
            <Kbd>{"i"}</Kbd>
          </span>
        </>
      }
    >
      {needs.length === 0 ? (
        <Panel>
          <NothingWaits teams={teams} email={email} />
        </Panel>
      ) : (
        <List framed label={words.needsYou}>
          {needs
            .slice(0, shown)
            .map((need) =>
              need.kind === "run" ? (
                <RunNeed key={need.id} need={need} />
              ) : need.kind === "notification" ? (
                <InboxNeed key={need.id} need={need} />
              ) : (
                <RuleNeed key={need.id} need={need} />
              ),
            )}
        </List>
      )}
    </Section>
  );
}

function RunNeed({ need }: { need: Extract<Need, { kind: "run" }> }) {
  const { run } = need;
  return (
    <ListItem
      leading={<Glyph icon={<CircleX aria-hidden />} tone="bad" />}
      title={words.yourRunFailed(<b>{run.title}</b>)}
      description={run.error ?? words.stoppedAfterOfSteps(run.number, run.stepsDone, run.stepCount)}
      meta={<RelativeTime at={run.finishedAt ?? run.createdAt} style="long" />}
      actions={
        <Button size="sm" href={need.href}>
          {words.openTheRun}
        </Button>
      }
    />
  );
}

function InboxNeed({ need }: { need: Extract<Need, { kind: "notification" }> }) {
  const { notification } = need;
  return (
    <ListItem
      leading={<Glyph icon={<Inbox aria-hidden />} tone={notification.tone} />}
      title={<b>{notification.title}</b>}
      description={notification.body}
      meta={<RelativeTime at={notification.at} style="long" />}
      actions={
        <Button size="sm" href={need.href}>
          {words.seeToIt}
        </Button>
      }
    />
  );
}

function RuleNeed({ need }: { need: Extract<Need, { kind: "rule" }> }) {
  const { entity, failure, isLast } = need;
  const { level, scorecardTitle, state } = failure;
  return (
    <ListItem
      leading={<Glyph icon={<ShieldAlert aria-hidden />} tone={level.rank === 1 ? "warn" : "neutral"} />}
      title={
        <>
          <b>{entity.title}</b> {state === "error" ? words.cannotBeJudgedOn : words.misses} {failure.ruleTitle}
        </>
      }
      description={
        <>
          <RemedyText text={failure.remedy} /> · {scorecardTitle},{" "}
          {isLast ? words.theLastRuleBefore(level.name) : words.levelRule(level.name)}
        </>
      }
      actions={
        <Button size="sm" href={need.href}>
          {words.fixIt}
        </Button>
      }
    />
  );
}

function NothingWaits({ teams, email }: { teams: EntityReference[]; email: string | undefined }) {
  if (teams.length === 0) {
    return (
      <EmptyState title={words.causewayDoesNotKnowYourTeam}>
        {email === undefined ? words.youHaveNoEMailAddress : words.nobodyInTheCatalogHas(email)}
        {words.causewayDoesNotKnowText}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={words.nothingWaitsForYou}>
      {words.nothingWaitsForYouText(teams.map((team) => team.title).join(", "))}
    </EmptyState>
  );
}
