import { entityHref } from "#components/catalog/entity-href.ts";
import type { Change, ChangeKind } from "#components/home/changed.ts";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Feed, type FeedItem } from "#components/patterns/feed.tsx";
import { RunStatus } from "#components/patterns/run-status.tsx";
import { Section } from "#components/patterns/section.tsx";
import { ArrowRight, ChevronsDown, ChevronsUp, CircleX, FolderInput, Rocket, Zap } from "#components/ui/icons.tsx";
import { Link } from "#components/ui/link.tsx";
import { Milestone } from "#components/ui/milestone.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { dateText, isSameDay, momentText } from "#components/words/format.ts";
import * as words from "#components/words/home/changed-feed.tsx";
import type { LevelChange } from "#lib/scorecards/results/list-level-changes.ts";

const shown = 14;

type Props = { org: string; changes: Change[]; kind: ChangeKind | "all"; timeZone: string; isMine: boolean };

/** What happened lately, on a road line. `isMine`: deploys and levels are those of the reader's components only. */
export function ChangedFeed({ org, changes, kind, timeZone, isMine }: Props) {
  const chosen = kind === "all" ? changes : changes.filter((change) => change.kind === kind);
  const count = (of: ChangeKind) => changes.filter((change) => change.kind === of).length;
  const items = [
    { value: "all", label: words.all, href: `/${org}` },
    { value: "deploys", label: words.deploys, count: count("deploys"), href: `/${org}?show=deploys` },
    { value: "levels", label: words.levels, count: count("levels"), href: `/${org}?show=levels` },
    { value: "imports", label: words.imports, count: count("imports"), href: `/${org}?show=imports` },
    { value: "runs", label: words.runs, count: count("runs"), href: `/${org}?show=runs` },
  ];
  return (
    <Section
      title={words.changed}
      count={changes.length}
      more={<Segmented label={words.whatChanged} value={kind} items={items} />}
    >
      {chosen.length === 0 ? (
        <Panel>
          <EmptyState title={words.nothingChangedLately}>{words.nothingChangedLatelyText}</EmptyState>
        </Panel>
      ) : (
        <Feed
          label={words.whatChanged}
          items={chosen.slice(0, shown).map((change) => feedItem(org, change, timeZone))}
        />
      )}
      <p className="mt-2 text-12 text-text-3">
        {isMine ? words.deploysAndLevelsOfYour : words.ofEverythingInTheCatalog}
      </p>
    </Section>
  );
}

function feedItem(org: string, change: Change, timeZone: string): FeedItem {
  const shared = { id: change.id, at: <Moment at={change.at} timeZone={timeZone} /> };
  if (change.kind === "deploys") {
    const { deployment } = change;
    const href = entityHref(org, { blueprint: deployment.entityBlueprint, identifier: deployment.entityIdentifier });
    const outcome = {
      succeeded: words.deployedToProduction,
      failed: words.didNotReachProduction,
      cancelled: words.wasCancelledOnItsWay,
    };
    return {
      ...shared,
      icon: deployment.status === "failed" ? <CircleX aria-hidden /> : <Rocket aria-hidden />,
      tone: deployment.status === "succeeded" ? "ok" : deployment.status === "failed" ? "bad" : "neutral",
      title: (
        <>
          <Link href={href} className="hover:underline">
            <b>{deployment.entityTitle}</b>
          </Link>{" "}
          <span className="mono">{deployment.version}</span> {outcome[deployment.status]}
        </>
      ),
      description:
        [deployment.title, leadText(deployment.leadHours), deployment.deployedBy].filter(Boolean).join(" · ") ||
        undefined,
    };
  }
  if (change.kind === "levels") return { ...shared, ...levelItem(org, change.change) };
  if (change.kind === "imports") {
    const { summary } = change;
    return {
      ...shared,
      icon: <FolderInput aria-hidden />,
      tone: summary.refused > 0 ? "warn" : "neutral",
      title: (
        <>
          {words.importedNewChanged(
            <Link href={`/${org}/sources`} className="hover:underline">
              <b>{summary.sourceName}</b>
            </Link>,
            summary.created,
            summary.changed,
          )}
          {summary.refused > 0 ? words.refused(summary.refused) : ""}
        </>
      ),
      description: summary.actorName,
    };
  }
  const { run } = change;
  const failed = run.status === "failed";
  return {
    ...shared,
    icon: failed ? <CircleX aria-hidden /> : <Zap aria-hidden />,
    tone: failed ? "bad" : "accent",
    title: (
      <Link href={`/${org}/runs/${run.number}`} className="hover:underline">
        <b>{run.title}</b>
      </Link>
    ),
    description: `${run.action.title} #${run.number}, ${run.startedBy.name}`,
    aside: <RunStatus status={run.status} />,
  };
}

function levelItem(org: string, change: LevelChange): Omit<FeedItem, "id" | "at"> {
  const { from, to } = change;
  const hasRisen = from !== null && to !== null && to.rank > from.rank;
  const what =
    to === null
      ? words.isNoLongerScored
      : `${hasRisen ? words.roseTo : words.droppedTo} ${to.rank === 0 ? words.noLevel : to.name}`;
  return {
    icon: hasRisen ? <ChevronsUp aria-hidden /> : <ChevronsDown aria-hidden />,
    tone: hasRisen ? "ok" : "warn",
    title: (
      <>
        {words.linkWhatInScorecard(
          <Link href={entityHref(org, change)} className="hover:underline">
            <b>{change.entityTitle}</b>
          </Link>,
          what,
          change.scorecardTitle,
        )}
      </>
    ),
    aside:
      from === null || to === null ? undefined : (
        <>
          <Milestone level={from.rank} name={from.name} hideName />
          <ArrowRight aria-hidden className="text-text-3" />
          <Milestone level={to.rank} name={to.name} hideName />
        </>
      ),
  };
}

function leadText(hours: number | null): string | null {
  if (hours === null) return null;
  if (hours < 1) return words.leadTimeMin(Math.max(1, Math.round(hours * 60)));
  return hours < 48 ? words.leadTimeH(Math.round(hours)) : words.leadTimeD(Math.round(hours / 24));
}

/** "09:41" today, "Wed 17:58" within a week, a date before. */
function Moment({ at, timeZone }: { at: string; timeZone: string }) {
  const [date, now] = [new Date(at), new Date()];
  const isRecent = now.getTime() - date.getTime() < 6 * 24 * 60 * 60 * 1000;
  const text = isSameDay(date, now, timeZone)
    ? dateText(date, "time", timeZone)
    : isRecent
      ? momentText(date, timeZone, "shortWeekday")
      : dateText(date, "day", timeZone);
  return <time dateTime={at}>{text}</time>;
}
