import type { MembersInput } from "#components/catalog/columns/member-columns.tsx";
import { ofProperties } from "#components/catalog/columns/member-ids.ts";
import { type ColumnDefinition, tableMenu } from "#components/patterns/data-table/build-table.ts";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import { ViewMenu } from "#components/patterns/data-table/view-menu.tsx";
import * as words from "#components/words/catalog/columns/member-columns.ts";
import type { ListedEntity } from "#lib/catalog/entities/entity-views.ts";

type Props = {
  org: string;
  kind: { identifier: string } | undefined;
  definition: MembersInput["definition"];
  columns: ColumnDefinition<ListedEntity>[];
  view: TableView;
};

/** Which columns the list has. Of a kind that allows more than it describes, what its entities have is asked for, too. */
export function ColumnMenu({ org, kind, definition, columns, view }: Props) {
  const more =
    kind === undefined || definition?.allowsOthers !== true
      ? undefined
      : {
          org,
          path: "/properties" as const,
          parameters: { blueprint: kind.identifier },
          prefix: ofProperties,
          about: words.notDescribed,
        };
  return <ViewMenu menu={tableMenu(columns, view, more)} className="!h-9" />;
}
