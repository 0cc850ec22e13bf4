import { entityHref } from "#components/catalog/entity-href.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/people-list.ts";
import type { RelationGroup } from "#lib/catalog/entities/entity-views.ts";

type Members = Pick<RelationGroup, "items" | "count">;

/** The members of a team as its relations tell, however they are stated; undefined when there are none. */
export function membersOf(relations: RelationGroup[]): Members | undefined {
  return relations.find((group) => group.type === "hasMember" && group.count > 0);
}

/** The first people of a team. */
export function PeopleList({ org, members, shown }: { org: string; members: Members; shown: number }) {
  return (
    <span className="grid gap-1.5">
      {members.items.slice(0, shown).map((person) => (
        <TextLink key={person.identifier} href={entityHref(org, person)} className="text-text">
          <Avatar name={person.title} withName />
        </TextLink>
      ))}
      {members.count > shown ? (
        <span className="text-12 text-text-3">{words.countMore(members.count - shown)}</span>
      ) : null}
    </span>
  );
}

const shownPeople = 12;

/** Who is in a team. */
export function PeoplePanel({ org, relations }: { org: string; relations: RelationGroup[] }) {
  const members = membersOf(relations);
  return (
    <Panel title={words.people} padded>
      {members === undefined ? (
        <p className="text-text-3">{words.nobody}</p>
      ) : (
        <PeopleList org={org} members={members} shown={shownPeople} />
      )}
    </Panel>
  );
}
