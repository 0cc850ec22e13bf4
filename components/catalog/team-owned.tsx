import type { ReactNode } from "react";
import { entityHref } from "#components/catalog/entity-href.ts";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Section } from "#components/patterns/section.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/team-owned.tsx";
import type { EntityPage } from "#lib/catalog/entities/lists/list-entities.ts";
import type { Team } from "#lib/identity/teams/schema.ts";

type Props = {
  org: string;
  team: Pick<Team, "name" | "group">;
  owned: Pick<EntityPage, "items" | "total"> | null;
  /** A group of the catalog with the team's name, while none is chosen. */
  suggestion: string | null;
  actions: ReactNode;
};

/** What the team owns in the catalog: what the group owns that it is. */
export function TeamOwned({ org, team, owned, suggestion, actions }: Props) {
  const { group } = team;
  const identifier = group?.ref.slice("group:".length) ?? "";
  return (
    <Section title={words.inTheCatalog} {...(owned === null ? {} : { count: owned.total })} more={actions}>
      <p className="mb-3 max-w-[76ch] text-text-2">
        {group === null
          ? suggestion === null
            ? words.noGroupOfTheCatalog
            : words.theCatalogHasAGroup(suggestion)
          : words.itIsTheGroupSaid(
              <TextLink href={entityHref(org, { blueprint: "group", identifier })}>{identifier}</TextLink>,
              group.evidence === "same name" ? words.sameName : "",
              group.linkedBy,
              <RelativeTime at={group.linkedAt} style="long" />,
            )}
      </p>
      {owned === null || group === null ? null : owned.items.length === 0 ? (
        <Panel>
          <PanelBody className="text-text-3">{words.theGroupOwnsNothing}</PanelBody>
        </Panel>
      ) : (
        <List label={words.ownedBy(team.name)} framed>
          {owned.items.map((entity) => (
            <ListItem
              key={entity.id}
              tight
              href={entityHref(org, entity)}
              title={entity.title}
              meta={entity.type ?? entity.blueprint}
            />
          ))}
          {owned.total > owned.items.length ? (
            <ListItem
              tight
              href={`/${org}/catalog?owner=${encodeURIComponent(group.ref)}`}
              title={<span className="text-link">{words.allInTheCatalog(owned.total)}</span>}
            />
          ) : null}
        </List>
      )}
    </Section>
  );
}
