import { DeleteTeam, MoveTeam, RenameTeam } from "#components/identity/teams/change-team.tsx";
import { AddTeamMembers, TeamPerson } from "#components/identity/teams/team-people.tsx";
import { Section } from "#components/patterns/section.tsx";
import { List } from "#components/ui/list.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/pages/settings/teams/team/team-parts.ts";
import type { Team, TeamNode } from "#lib/identity/teams/schema.ts";
import * as mutations from "../mutations.ts";

type Props = { org: string; team: Team; mayWrite: boolean };

/** Where the team stands, and what an admin may do with it. */
export function TeamHead({ org, team, all, mayWrite }: Props & { all: TeamNode[] }) {
  const under = new Set([team.id, ...team.subteams.map((subteam) => subteam.id)]);
  return (
    <Section
      title={team.name}
      more={
        mayWrite ? (
          <>
            <RenameTeam team={team} rename={mutations.renameTeam.bind(null, org, team.id)} />
            <MoveTeam
              team={team}
              parentId={team.ancestors.at(-1)?.id ?? ""}
              parents={all.filter((other) => !under.has(other.id))}
              move={mutations.moveTeam.bind(null, org, team.id)}
            />
            <DeleteTeam
              org={org}
              team={team}
              subteams={team.subteams.filter(({ depth }) => depth === 0).length}
              remove={mutations.deleteTeam.bind(null, org, team.id)}
            />
          </>
        ) : undefined
      }
    >
      <p className="max-w-[76ch] text-text-2 [overflow-wrap:anywhere]">
        <TextLink href={`/${org}/settings/teams`}>{words.teams}</TextLink>
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
  );
}

/** The team's own people, and those whom its sub-teams bring. */
export function TeamPeople({ org, team, mayWrite }: Props) {
  const own = team.members.filter(({ through }) => through === null).map(({ personId }) => personId);
  return (
    <Section
      title={words.people}
      count={team.members.length}
      more={
        mayWrite ? (
          <AddTeamMembers
            org={org}
            team={team.name}
            own={own}
            add={mutations.addTeamMembers.bind(null, org, team.id)}
          />
        ) : undefined
      }
    >
      {team.members.length === 0 ? (
        <Panel>
          <PanelBody className="text-text-3">{words.nobodyIsInThisTeam}</PanelBody>
        </Panel>
      ) : (
        <List label={words.peopleOfTheTeam} framed>
          {team.members.map((member) => (
            <TeamPerson
              key={member.personId}
              org={org}
              team={team.name}
              member={member}
              add={mutations.addTeamMembers.bind(null, org, team.id)}
              remove={mayWrite ? mutations.removeTeamMember.bind(null, org, team.id, member.personId) : null}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
