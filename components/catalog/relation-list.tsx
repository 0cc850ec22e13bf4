import { KindIcon } from "#components/catalog/blueprint-icon.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { kindName } from "#components/catalog/kind-name.ts";
import { relationSaid } from "#components/catalog/relation-said.tsx";
import { buildTable } from "#components/patterns/data-table/build-table.ts";
import { DataTable } from "#components/patterns/data-table/data-table.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { EntityName } from "#components/patterns/entity-name.tsx";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/catalog/relation-list.ts";
import type { RelationPage } from "#lib/catalog/relations/list-relations.ts";

type Props = { org: string; page: RelationPage; hrefOf: (cursor: string) => string };

/** Everything that an entity has one type of relation with, page by page. */
export function RelationList({ org, page, hrefOf }: Props) {
  const label = page.label.charAt(0).toUpperCase() + page.label.slice(1);
  const { columns, rows } = buildTable({
    columns: [
      {
        id: "title",
        header: label,
        cell: (item) => (
          <EntityName
            name={item.title}
            icon={<KindIcon blueprint={item.blueprint} />}
            href={item.isDangling ? undefined : entityHref(org, item)}
            after={item.isDangling ? <Pill tone="warn">{words.notInTheCatalog}</Pill> : relationSaid(item)}
          />
        ),
      },
      { id: "kind", header: words.whatItIs, cell: (item) => kindName(item) },
      {
        id: "identifier",
        header: words.identifier,
        phone: false,
        cell: (item) => <span className="mono text-12 text-text-2">{`${item.blueprint}:${item.identifier}`}</span>,
      },
    ],
    rows: page.items,
    rowId: (item) => `${item.blueprint}:${item.identifier}`,
    rowName: (item) => item.title,
    rowHref: (item) => (item.isDangling ? undefined : entityHref(org, item)),
  });
  return (
    <DataTable
      framed
      label={label}
      columns={columns}
      rows={rows}
      empty={<EmptyState title={words.nothingIsRelated} />}
      foot={{ hints: true }}
      paging={{
        before: page.before,
        total: page.total,
        previousHref: page.previousCursor === null ? undefined : hrefOf(page.previousCursor),
        nextHref: page.nextCursor === null ? undefined : hrefOf(page.nextCursor),
      }}
    />
  );
}
