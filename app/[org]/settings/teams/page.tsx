import { Users } from "lucide-react";
import { CreateTeam } from "#components/identity/teams/create-team.tsx";
import { TeamTree } from "#components/identity/teams/team-tree.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { listTeams } from "#lib/identity/teams/list-teams.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { createTeam } from "./mutations.ts";

export const metadata = { title: "Teams" };

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
      <Section title="Teams" count={items.length} more={items.length === 0 ? undefined : create}>
        <p className="mb-3 max-w-[76ch] text-text-2">
          Who works together, in a tree. A team counts the people of its sub-teams, too. Being in a team permits
          nothing: rights come from roles.
        </p>
        {items.length === 0 ? (
          <Panel>
            <EmptyState icon={<Users aria-hidden className="lucide" />} title="There is no team yet" actions={create}>
              Groups of the catalog are no teams by themselves: a file that describes people gives nobody a place here.
            </EmptyState>
          </Panel>
        ) : (
          <TeamTree org={org} teams={items} label="Teams" />
        )}
      </Section>
    </>
  );
}
