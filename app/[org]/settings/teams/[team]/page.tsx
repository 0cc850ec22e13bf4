import { notFound } from "next/navigation";
import { TeamOwned } from "#components/catalog/team-owned.tsx";
import { CreateTeam } from "#components/identity/teams/create-team.tsx";
import { LinkTeam, UnlinkTeam } from "#components/identity/teams/team-group.tsx";
import { TeamTree } from "#components/identity/teams/team-tree.tsx";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import * as words from "#components/words/pages/settings/teams/team.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import { listTeamGroups } from "#lib/catalog/teams/list-team-groups.ts";
import { getTeam } from "#lib/identity/teams/get-team.ts";
import { listTeams } from "#lib/identity/teams/list-teams.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import * as mutations from "../mutations.ts";
import { TeamHead, TeamPeople } from "./team-parts.tsx";

export const metadata = { title: words.team };

type Props = { params: Promise<{ org: string; team: string }> };

export default async function TeamPage({ params }: Props) {
  const path = await params;
  const ctx = await pageContext(path.org);
  if (!/^[0-9a-f-]{36}$/.test(path.team)) notFound();
  const id = path.team;
  const { team, all, groups } = await orNotFound(
    readTransaction(ctx, async (tx) => {
      const team = await getTeam.call(ctx, { id }, tx);
      const { items: all } = await listTeams.call(ctx, {}, tx);
      const { items: groups } = await listTeamGroups.call(ctx, { id }, tx);
      return { team, all, groups };
    }),
  );
  const org = ctx.org.slug;
  const mayWrite = ctx.can("team:write");
  const owned = team.group === null ? null : await listEntities.call(ctx, { owner: team.group.ref, limit: 8 });
  const link = mutations.linkTeam.bind(null, org, id);
  return (
    <>
      <LiveRefresh topics={["team.changed", "member.added", "member.changed", "member.removed"]} />
      <LiveRefresh topics={["entity.changed", "catalog.imported"]} />
      <TeamHead org={org} team={team} all={all} mayWrite={mayWrite} />
      <TeamPeople org={org} team={team} mayWrite={mayWrite} />
      <Section
        title={words.subTeams}
        count={team.subteams.length}
        more={
          mayWrite ? (
            <CreateTeam
              org={org}
              parents={all}
              parentId={id}
              label={words.addASubTeam}
              create={mutations.createTeam.bind(null, org)}
            />
          ) : undefined
        }
      >
        {team.subteams.length === 0 ? (
          <p className="text-text-3">{words.noTeamStandsUnderThisOne}</p>
        ) : (
          <TeamTree org={org} teams={team.subteams} label={words.subTeams} />
        )}
      </Section>
      <TeamOwned
        org={org}
        team={team}
        owned={owned}
        suggestion={groups.find(({ hasSameName }) => hasSameName)?.title ?? null}
        actions={
          !mayWrite ? undefined : team.group === null ? (
            <LinkTeam team={team.name} groups={groups} link={link} />
          ) : (
            <UnlinkTeam team={team.name} group={team.group.ref.replace(/^group:/, "")} link={link} />
          )
        }
      />
    </>
  );
}
