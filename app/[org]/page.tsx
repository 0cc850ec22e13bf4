import type { Metadata } from "next";
import { CatalogEmpty } from "#components/catalog/catalog-empty.tsx";
import { findBestStep } from "#components/home/best-step.ts";
import { BestStepCard } from "#components/home/best-step-card.tsx";
import { changeKinds, collectChanges } from "#components/home/changed.ts";
import { ChangedFeed } from "#components/home/changed-feed.tsx";
import { needsSentence } from "#components/home/count-words.ts";
import { FirstSteps, firstStepTopics, openSteps } from "#components/home/first-steps.tsx";
import { HomeActions, MineList, MyRuns } from "#components/home/home-aside.tsx";
import { NeedsList } from "#components/home/needs-list.tsx";
import { findNeeds } from "#components/home/needs-you.ts";
import { Columns, Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Plus } from "#components/ui/icons.tsx";
import { countText, dateText } from "#components/words/format.ts";
import * as words from "#components/words/pages/home.ts";
import { appOrigin } from "#lib/kernel/env.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { readHome } from "#lib/web/read-home.ts";
import { hideFirstSteps } from "./mutations.ts";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ show?: string }> };

export const metadata: Metadata = { title: words.home };

export default async function HomePage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const { show } = await searchParams;
  const org = ctx.org.slug;
  const home = await readHome(ctx);
  const { firstSteps } = home;
  const steps =
    !firstSteps.isHidden && openSteps(firstSteps.counts) > 0 && ctx.can("run:start") ? (
      <FirstSteps
        org={org}
        counts={firstSteps.counts}
        isShort={firstSteps.hasEntities}
        may={(permission) => ctx.can(permission)}
        putAway={hideFirstSteps.bind(null, org)}
      />
    ) : null;
  if (!firstSteps.hasEntities) {
    return (
      <>
        <TopBar items={[{ label: words.home }]} />
        <LiveRefresh topics={[...firstStepTopics, "entity.changed"]} />
        <Page>
          {steps}
          <CatalogEmpty org={org} origin={appOrigin()} mayImport={ctx.can("catalog:import")} />
        </Page>
      </>
    );
  }
  const { mine, levels, failures, runs } = home;
  const { personId, email } = ctx.actor;
  const needs = findNeeds({
    org,
    personId,
    runs,
    entities: mine.entities,
    failures,
    notifications: home.notifications,
    nowMs: Date.now(),
  });
  const step = findBestStep({ entities: mine.entities, failures, levels });
  const firstAction = home.actions.find((action) => action.identifier === "create-service");
  const today = dateText(new Date(), "weekday", ctx.org.timeZone);
  const teams = mine.teams.map((team) => team.title).join(", ");
  return (
    <>
      <TopBar items={[{ label: words.home }]} />
      <LiveRefresh topics={[...firstStepTopics, "entity.changed"]} />
      <Page>
        <PageHeader
          title={needsSentence(needs.length)}
          sub={`${today}. ${teams === "" ? words.causewayDoesNotKnowYour : words.teamsOwnsEntities(teams, countText(mine.entities.length, words.component))}`}
          actions={
            firstAction !== undefined && ctx.can("run:start") ? (
              <Button
                variant="primary"
                icon={<Plus aria-hidden />}
                href={`/${org}/actions/${firstAction.identifier}`}
                aria-keyshortcuts="c"
              >
                {firstAction.title}
              </Button>
            ) : undefined
          }
        />
        <Columns
          aside={308}
          side={
            <>
              {steps}
              {step === null ? null : <BestStepCard org={org} step={step} />}
              <MineList org={org} mine={mine} levels={levels} />
              <MyRuns org={org} runs={runs.filter((run) => personId !== undefined && run.startedBy.id === personId)} />
              <HomeActions org={org} actions={home.actions} />
            </>
          }
        >
          <NeedsList org={org} needs={needs} teams={mine.teams} email={email} />
          <ChangedFeed
            org={org}
            changes={collectChanges(home)}
            kind={changeKinds.find((kind) => kind === show) ?? "all"}
            timeZone={ctx.org.timeZone}
            isMine={mine.entities.length > 0}
          />
        </Columns>
      </Page>
    </>
  );
}
