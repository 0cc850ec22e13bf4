import { CellList } from "#components/catalog/columns/cell-list.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { Pill } from "#components/ui/pill.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/columns/member-columns.ts";
import type { EntityReference, ListedEntity } from "#lib/catalog/entities/entity-views.ts";

type Ends = NonNullable<ListedEntity["relations"]>[string] | undefined;

/** What a relation of a row leads to; what the catalog does not have is said. */
export function RelationCell({ org, ends }: { org: string; ends: Ends }) {
  if (ends === undefined || ends.count === 0) return <span className="text-text-3">–</span>;
  const items = ends.items.map((end) => ({
    key: `${end.blueprint}:${end.identifier}`,
    name: end.title,
    node: <End org={org} end={end} />,
  }));
  return <CellList items={items} total={ends.count} />;
}

function End({ org, end }: { org: string; end: EntityReference }) {
  if (end.isDangling)
    return (
      <Pill tone="warn" title={words.notInTheCatalog}>
        <span className="cut max-w-[24ch]">{end.title}</span>
      </Pill>
    );
  return (
    <TextLink href={entityHref(org, end)} className="cut inline-block max-w-[24ch] align-bottom">
      {end.title}
    </TextLink>
  );
}
