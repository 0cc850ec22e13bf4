import { DefinitionPart } from "#components/catalog/definition/definition-part.tsx";
import { GraphTab } from "#components/catalog/graph/graph-tab.tsx";
import { changeableFields } from "#components/catalog/history/changeable-fields.ts";
import { ChangesList } from "#components/catalog/history/changes-list.tsx";
import { RelationList } from "#components/catalog/relation-list.tsx";
import { RelationsTables } from "#components/catalog/relations-tables.tsx";
import { listHref } from "#components/patterns/list-href.ts";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";
import { EntityOverview } from "./entity-overview.tsx";
import type { EntityParameters, Part } from "./read-parts.ts";

type Props = { org: string; href: string; entity: EntityDetail; part: Part; parameters: EntityParameters };

/** The part of an entity's page that is shown. */
export function EntityPart({ org, href, entity, part, parameters }: Props) {
  switch (part.tab) {
    case "overview":
      return <EntityOverview org={org} entity={entity} overview={part.overview} />;
    case "reference":
      return (
        <DefinitionPart
          answer={part.answer}
          definition={part.definition}
          type={entity.type}
          property={part.property}
          references={entity.references}
          href={href}
        />
      );
    case "graph":
      return <GraphTab org={org} href={href} parameters={parameters} search={part.search} graph={part.graph} />;
    case "relations":
      return part.page === null ? (
        <RelationsTables org={org} entity={entity} />
      ) : (
        <RelationList org={org} page={part.page} hrefOf={(cursor) => listHref(href, parameters, { cursor })} />
      );
    case "changes": {
      const { items, nextBefore } = part.history;
      const { field, only } = part;
      return (
        <ChangesList
          items={items}
          href={`${href}?tab=changes`}
          field={field}
          fields={changeableFields(entity)}
          only={only}
          olderHref={
            nextBefore === null ? null : listHref(href, { tab: "changes", field }, { before: String(nextBefore) })
          }
        />
      );
    }
  }
}
