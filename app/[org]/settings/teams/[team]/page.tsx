import { notFound } from "next/navigation";
import { TeamOwned } from "#components/catalog/team-owned.tsx";
import { DeleteTeam, MoveTeam, RenameTeam } from "#components/identity/teams/change-team.tsx";
import { CreateTeam } from "#components/identity/teams/create-team.tsx";
import { LinkTeam, UnlinkTeam } from "#components/identity/teams/team-group.tsx";
import { AddTeamMembers, TeamPerson } from "#components/identity/teams/team-people.tsx";
import { TeamTree } from "#components/identity/teams/team-tree.tsx";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { List } from "#components/ui/list.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { listEntities } from "#lib/catalog/entities/list-entities.ts";
import { listTeamGroups } from "#lib/catalog/teams/list-team-groups.ts";
import { listMembers } from "#lib/identity/members/list-members.ts";
import { getTeam } from "#lib/identity/teams/get-team.ts";
import { listTeams } from "#lib/identity/teams/list-teams.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import * as mutations from "../mutations.ts";

export const metadata = { title: "Team" };

type Props = { params: Promise<{ org: string; team: string }> };

export default async function TeamPage({ params }: Props) {
  const path = await params;
  const ctx = await pageContext(path.org);
  if (!/^[0-9a-f-]{36}$/.test(path.team)) notFound();
  const id = path.team;
  const { team, all, groups, members } = await orNotFound(
    readTransaction(ctx, async (tx) => {
      const team = await getTeam.call(ctx, { id }, tx);
      const { items: all } = await listTeams.call(ctx, {}, tx);
      const { items: groups } = await listTeamGroups.call(ctx, { id }, tx);
      const { items: members } = await listMembers.call(ctx, {}, tx);
      return { team, all, groups, members };
    }),
  );
  const org = ctx.org.slug;
  const mayWrite = ctx.can("team:write");
  const owned = team.group === null ? null : await listEntities.call(ctx, { owner: team.group.ref, limit: 8 });
  const own = new Set(team.members.filter(({ through }) => through === null).map(({ personId }) => personId));
  const under = new Set([id, ...team.subteams.map((subteam) => subteam.id)]);
  const link = mutations.linkTeam.bind(null, org, id);
  return (
    <>
      <LiveRefresh topics={["team.changed", "member.added", "member.changed", "member.removed"]} />
      <LiveRefresh topics={["entity.changed", "catalog.imported"]} />
      <Section
        title={team.name}
        more={
          mayWrite ? (
            <>
              <RenameTeam team={team} rename={mutations.renameTeam.bind(null, org, id)} />
              <MoveTeam
                team={team}
                parentId={team.ancestors.at(-1)?.id ?? ""}
                parents={all.filter((other) => !under.has(other.id))}
                move={mutations.moveTeam.bind(null, org, id)}
              />
              <DeleteTeam
                org={org}
                team={team}
                subteams={team.subteams.filter(({ depth }) => depth === 0).length}
                remove={mutations.deleteTeam.bind(null, org, id)}
              />
            </>
          ) : undefined
        }
      >
        <p className="max-w-[76ch] text-text-2 [overflow-wrap:anywhere]">
          <TextLink href={`/${org}/settings/teams`}>Teams</TextLink>
          {team.ancestors.map((above) => (
            <span key={above.id}>
              {" / "}
              <TextLink href={`/${org}/settings/teams/${above.id}`}>{above.name}</TextLink>
            </span>
          ))}
          {" / "}
          {team.name}
        </p>
        {team.description === "" ? null : <p className="mt-1 max-w-[76ch] text-text-2">{team.description}</p>}
      </Section>
      <Section
        title="People"
        count={team.members.length}
        more={
          mayWrite ? (
            <AddTeamMembers
              team={team.name}
              candidates={members.filter(({ personId }) => !own.has(personId))}
              add={mutations.addTeamMembers.bind(null, org, id)}
            />
          ) : undefined
        }
      >
        {team.members.length === 0 ? (
          <Panel>
            <PanelBody className="text-text-3">Nobody is in this team yet, and nobody in a team under it.</PanelBody>
          </Panel>
        ) : (
          <List label="People of the team" framed>
            {team.members.map((member) => (
              <TeamPerson
                key={member.personId}
                org={org}
                team={team.name}
                member={member}
                remove={mayWrite ? mutations.removeTeamMember.bind(null, org, id, member.personId) : null}
              />
            ))}
          </List>
        )}
      </Section>
      <Section
        title="Sub-teams"
        count={team.subteams.length}
        more={
          mayWrite ? (
            <CreateTeam
              org={org}
              parents={all}
              parentId={id}
              label="Add a sub-team"
              create={mutations.createTeam.bind(null, org)}
            />
          ) : undefined
        }
      >
        {team.subteams.length === 0 ? (
          <p className="text-text-3">No team stands under this one.</p>
        ) : (
          <TeamTree org={org} teams={team.subteams} label="Sub-teams" />
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
            <UnlinkTeam team={team.name} link={link} />
          )
        }
      />
    </>
  );
}
