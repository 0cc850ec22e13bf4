import { kindHref, kindsHref } from "#components/catalog/blueprints/kind-href.ts";
import { type CatalogSearch, exportAsk } from "#components/catalog/catalog-search.ts";
import { newHref } from "#components/catalog/entity-href.ts";
import { ExportMenu } from "#components/catalog/export-menu.tsx";
import { Button } from "#components/ui/button.tsx";
import { Plus } from "#components/ui/icons.tsx";
import * as words from "#components/words/catalog/catalog-actions.ts";

type Props = {
  org: string;
  /** The kind that is listed; undefined lists all. */
  kind: string | undefined;
  search: CatalogSearch;
  columns: string[];
  mayWrite: boolean;
  mayImport: boolean;
};

/** What can be done from the catalog: take it along, look at its kinds, add to it. */
export function CatalogActions({ org, kind, search, columns, mayWrite, mayImport }: Props) {
  return (
    <>
      <ExportMenu org={org} asked={exportAsk(search)} columns={columns} />
      <Button variant="ghost" href={kind === undefined ? kindsHref(org) : kindHref(org, kind)}>
        {kind === undefined ? words.blueprints : words.blueprint}
      </Button>
      {mayWrite ? (
        <Button href={newHref(org, kind)} aria-keyshortcuts="c">
          {words.newOne}
        </Button>
      ) : null}
      {mayImport ? (
        <Button variant="primary" icon={<Plus aria-hidden />} href={`/${org}/sources/import`}>
          {words.importMore}
        </Button>
      ) : null}
    </>
  );
}
