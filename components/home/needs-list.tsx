import { CircleX, Inbox, ShieldAlert } from "lucide-react";
import type { Need } from "#components/home/needs-you.ts";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Section } from "#components/patterns/section.tsx";
import { RemedyText } from "#components/scorecards/remedy-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { EntityReference } from "#lib/catalog/entities/entity-views.ts";

const shown = 6;

type Props = { org: string; needs: Need[]; teams: EntityReference[]; email: string | undefined };

/** What waits for the reader, each with the way to it; or why nothing does. */
export function NeedsList({ org, needs, teams, email }: Props) {
  return (
    <Section
      title="Needs you"
      count={needs.length}
      more={
        <>
          {needs.length > shown ? (
            <TextLink href={`/${org}/scorecards`}>{`${needs.length - shown} more in scorecards`}</TextLink>
          ) : null}
          <TextLink href={`/${org}/inbox`} className="ml-2">
            Whole inbox
          </TextLink>
          <span className="flex gap-0.5 phone:hidden" aria-hidden="true">
            <Kbd>g</Kbd>
            <Kbd>i</Kbd>
          </span>
        </>
      }
    >
      {needs.length === 0 ? (
        <Panel>
          <NothingWaits teams={teams} email={email} />
        </Panel>
      ) : (
        <List framed label="Needs you">
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
      title={
        <>
          Your run <b>{run.title}</b> failed
        </>
      }
      description={run.error ?? `#${run.number} stopped after ${run.stepsDone} of ${run.stepCount} steps`}
      meta={<RelativeTime at={run.finishedAt ?? run.createdAt} style="long" />}
      actions={
        <Button size="sm" href={need.href}>
          Open the run
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
          See to it
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
          <b>{entity.title}</b> {state === "error" ? "cannot be judged on" : "misses"} {failure.ruleTitle}
        </>
      }
      description={
        <>
          <RemedyText text={failure.remedy} /> · {scorecardTitle},{" "}
          {isLast ? `the last rule before ${level.name}` : `${level.name} rule`}
        </>
      }
      actions={
        <Button size="sm" href={need.href}>
          Fix it
        </Button>
      }
    />
  );
}

function NothingWaits({ teams, email }: { teams: EntityReference[]; email: string | undefined }) {
  if (teams.length === 0) {
    return (
      <EmptyState title="Causeway does not know your team">
        {email === undefined ? "You have no e-mail address here" : `Nobody in the catalog has the address ${email}`},
        and no team is set in your membership. Once either is there, what your team owns and what fails on it stands
        here.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing waits for you">
      No rule keeps a component of {teams.map((team) => team.title).join(", ")} has its highest level, and no run of
      yours failed this week.
    </EmptyState>
  );
}
