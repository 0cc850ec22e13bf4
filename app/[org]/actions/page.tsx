import { ActionCard } from "#components/actions/action-card.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { listActions } from "#lib/actions/actions/list-actions.ts";
import { pageContext } from "#lib/web/page-context.ts";

export const metadata = { title: "Actions" };

export default async function ActionsPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const org = ctx.org.slug;
  const { actions } = await listActions.call(ctx, {});
  const categories = [...new Set(actions.map((action) => action.category))];
  return (
    <>
      <LiveRefresh topics={["run.updated"]} />
      <TopBar items={[{ label: "Actions" }]} />
      <Page>
        <PageHeader
          title={
            actions.length === 1 ? "One thing you can do yourself" : `${actions.length} things you can do yourself`
          }
          sub="Each shows what it will do before it does it, keeps a log, and goes on where it was when a machine stops."
          actions={
            <>
              <Button href={`/${org}/repositories`}>Repositories</Button>
              <Button href={`/${org}/runs`}>Runs</Button>
            </>
          }
        />
        {actions.length === 0 ? (
          <EmptyState title="There are no actions">
            A new organization starts with one; here it was taken away.
          </EmptyState>
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
