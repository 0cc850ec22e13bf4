import { ActionCard } from "#components/actions/action-card.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/pages/actions.ts";
import { listActions } from "#lib/actions/actions/list-actions.ts";
import { pageContext } from "#lib/web/page-context.ts";

export const metadata = { title: words.actions };

export default async function ActionsPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const org = ctx.org.slug;
  const { actions } = await listActions.call(ctx, {});
  const categories = [...new Set(actions.map((action) => action.category))];
  return (
    <>
      <LiveRefresh topics={["run.updated"]} />
      <TopBar items={[{ label: words.actions }]} />
      <Page>
        <PageHeader
          title={actions.length === 1 ? words.oneThingYouCanDoYourself : words.thingsYouCanDoYourself(actions.length)}
          sub={words.eachShowsWhatItWill}
          actions={
            <>
              <Button href={`/${org}/repositories`}>{words.repositories}</Button>
              <Button href={`/${org}/runs`}>{words.runs}</Button>
            </>
          }
        />
        {actions.length === 0 ? (
          <EmptyState title={words.thereAreNoActions}>{words.thereAreNoActionsText}</EmptyState>
        ) : null}
        {categories.map((category) => {
          const inCategory = actions.filter((action) => action.category === category);
          return (
            <Section key={category} title={category} count={inCategory.length}>
              <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,420px),1fr))] gap-4">
                {inCategory.map((action) => (
                  <ActionCard key={action.id} org={org} action={action} mayRun={ctx.can("run:start")} />
                ))}
              </div>
            </Section>
          );
        })}
      </Page>
    </>
  );
}
