import { peopleCount } from "#components/identity/teams/people-count.ts";
import { List, ListItem } from "#components/ui/list.tsx";
import { TeamBadge } from "#components/ui/team-badge.tsx";
import type { TeamNode } from "#lib/identity/teams/schema.ts";

/** Teams in reading order, each one set in under the one above it. */
export function TeamTree({ org, teams, label }: { org: string; teams: TeamNode[]; label: string }) {
  return (
    <List label={label} framed>
      {teams.map((team) => (
        <ListItem
          key={team.id}
          href={`/${org}/settings/teams/${team.id}`}
          leading={
            <span className="flex items-center" style={{ paddingLeft: `${Math.min(team.depth, 7) * 20}px` }}>
              <TeamBadge name={team.name} decorative />
            </span>
          }
          title={<b>{team.name}</b>}
          description={[peopleCount(team.memberCount, team.includedCount), team.description]
            .filter((text) => text !== "")
            .join(" · ")}
        />
      ))}
    </List>
  );
}
