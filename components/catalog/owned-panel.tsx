import { KindIcon } from "#components/catalog/blueprint-icon.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { kindName } from "#components/catalog/kind-name.ts";
import { List, ListItem } from "#components/ui/list.tsx";
import { Milestone } from "#components/ui/milestone.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/owned-panel.ts";
import type { EntityPage } from "#lib/catalog/entities/lists/list-entities.ts";
import type { EntityLevel } from "#lib/scorecards/results/list-entity-levels.ts";

type Props = {
  org: string;
  /** The owner as filters name it: `group:payments`. */
  owner: string;
  owned: Pick<EntityPage, "items" | "total" | "isTotalExact">;
  levels: Pick<EntityLevel, "entityId" | "rank" | "name">[];
};

/** The first of what a team or a person owns, and how good it is. */
export function OwnedPanel({ org, owner, owned, levels }: Props) {
  // Of several scorecards the first, as in lists.
  const levelOf = new Map(levels.toReversed().map((level) => [level.entityId, level]));
  const all = `/${org}/catalog?blueprint=all&owner=${encodeURIComponent(owner)}`;
  return (
    <Panel
      title={words.title}
      className="overflow-hidden"
      more={
        owned.total === 0 ? undefined : (
          <span className="flex gap-2">
            {words.howMany(owned.total, owned.isTotalExact)} <TextLink href={all}>{words.all}</TextLink>
          </span>
        )
      }
    >
      {owned.total === 0 ? (
        <PanelBody className="text-text-3">{words.nothing}</PanelBody>
      ) : (
        <List label={words.title}>
          {owned.items.map((entity) => {
            const level = levelOf.get(entity.id);
            return (
              <ListItem
                key={entity.id}
                tight
                href={entityHref(org, entity)}
                leading={<KindIcon blueprint={entity.blueprint} />}
                title={entity.title}
                meta={
                  <span className="flex items-center gap-3">
                    {level === undefined ? null : <Milestone level={level.rank} name={level.name} size={16} />}
                    {kindName(entity)}
                  </span>
                }
              />
            );
          })}
        </List>
      )}
    </Panel>
  );
}
