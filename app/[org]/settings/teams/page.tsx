import { CreateTeam } from "#components/identity/teams/create-team.tsx";
import { TeamTree } from "#components/identity/teams/team-tree.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { Users } from "#components/ui/icons.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/pages/settings/teams.ts";
import { listTeams } from "#lib/identity/teams/list-teams.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { createTeam } from "./mutations.ts";

export const metadata = { title: words.teams };

export default async function TeamsPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const { items } = await listTeams.call(ctx, {});
  const org = ctx.org.slug;
  const create = ctx.can("team:write") ? (
    <CreateTeam org={org} parents={items} create={createTeam.bind(null, org)} />
  ) : undefined;
  return (
    <>
      <LiveRefresh topics={["team.changed", "member.removed"]} />
      <Section title={words.teams} count={items.length} more={items.length === 0 ? undefined : create}>
        <p className="mb-3 max-w-[76ch] text-text-2">{words.whoWorksTogether}</p>
        {items.length === 0 ? (
          <Panel>
            <EmptyState icon={<Users aria-hidden />} title={words.thereIsNoTeamYet} actions={create}>
              {words.thereIsNoTeamText}
            </EmptyState>
          </Panel>
        ) : (
          <TeamTree org={org} teams={items} label={words.teams} />
        )}
      </Section>
    </>
  );
}
