import { KindIcon } from "#components/catalog/blueprint-icon.tsx";
import { type DrawnRelation, drawnRelations } from "#components/catalog/drawn-relations.ts";
import { entityHref } from "#components/catalog/entity-href.ts";
import { RelationsDrawing } from "#components/catalog/relations-drawing.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/catalog/relations-panel.ts";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";

const shownOnPhone = 8;

/** Who needs this and what it needs: drawn where there is room, a list on a phone. */
export function RelationsPanel({ org, entity }: { org: string; entity: EntityDetail }) {
  const { before, after, summary, total } = drawnRelations(entity.relations);
  const allHref = `${entityHref(org, { blueprint: entity.blueprint.identifier, identifier: entity.identifier })}?tab=relations`;
  return (
    <Panel
      title={words.relations}
      more={
        total === 0 ? undefined : (
          <>
            <span className="phone:hidden">{summary}</span>
            <Link href={allHref} className="text-link hover:underline">
              {words.allRelations}
            </Link>
          </>
        )
      }
    >
      {total === 0 ? (
        <EmptyState title={words.nothingPointsHere}>{words.relationsComeFrom}</EmptyState>
      ) : (
        <>
          <div className="p-4 phone:hidden">
            <RelationsDrawing org={org} entity={entity} before={before} after={after} allHref={allHref} />
          </div>
          <div className="hidden phone:block">
            <List label={words.relations}>
              {[...after.items, ...before.items].slice(0, shownOnPhone).map((relation) => (
                <RelationItem key={relation.id} org={org} relation={relation} />
              ))}
            </List>
          </div>
        </>
      )}
    </Panel>
  );
}

function RelationItem({ org, relation }: { org: string; relation: DrawnRelation }) {
  return (
    <ListItem
      tight
      leading={<KindIcon blueprint={relation.blueprint} />}
      title={<span className="font-550">{relation.title}</span>}
      meta={relation.isDangling ? words.notInTheCatalog(relation.label) : relation.label}
      href={relation.isDangling ? undefined : entityHref(org, relation)}
    />
  );
}
