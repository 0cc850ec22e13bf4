import { KindIcon } from "#components/catalog/blueprint-icon.tsx";
import {
  type CatalogParameters,
  type CatalogSearch,
  catalogHref,
  choicesOf,
  isNarrowed,
} from "#components/catalog/catalog-search.ts";
import { CatalogTable, type CatalogTableProps } from "#components/catalog/catalog-table.tsx";
import { archivedHref, entityHref, newHref } from "#components/catalog/entity-href.ts";
import type { SaveCell } from "#components/catalog/inline/cell-editor.tsx";
import { OrderNote } from "#components/catalog/order-note.tsx";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { type FacetGroup, Facets } from "#components/patterns/facets.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Code } from "#components/ui/code.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/catalog-rows.tsx";
import type { BlueprintCount } from "#lib/catalog/blueprints/list-blueprints.ts";
import type { EntitySummary } from "#lib/catalog/entities/entity-views.ts";
import { noOwner } from "#lib/catalog/entities/lists/entity-filter.ts";
import type { EntityPage } from "#lib/catalog/entities/lists/list-entities.ts";
import type { EntityGroups } from "#lib/catalog/entities/lists/list-groups.ts";
import type { ExplainedQuery } from "#lib/scorecards/queries/explain-query.ts";

export type Level = { entityId: string; scorecard: string; title: string; rank: number; name: string };

type Props = Pick<CatalogTableProps, "definition" | "askedColumns" | "usualColumns" | "named"> & {
  org: string;
  kind: BlueprintCount | undefined;
  /** Null when the query could not be read. */
  list: EntityPage | null;
  groups: EntityGroups | null;
  levels: Level[];
  /** Names like the words that nothing has. */
  near: EntitySummary[];
  /** Why a query that matches nothing cannot be decided for one entity; null where it can. */
  undecided: ExplainedQuery | null;
  search: CatalogSearch;
  parameters: CatalogParameters;
  view: TableView;
  /** Saves a cell; null for who may change nothing. */
  save: SaveCell | null;
};

/** Facets and the table beside them. */
export function CatalogRows({
  org,
  kind,
  list,
  groups: rowGroups,
  levels,
  near,
  undecided,
  search,
  parameters,
  view,
  save,
  ...members
}: Props) {
  const noun = kind?.pluralTitle ?? words.everything;
  if (list === null) {
    return (
      <div className="border-t border-line">
        <EmptyState title={words.unreadable}>{words.correctIt}</EmptyState>
      </div>
    );
  }
  const groups = facetGroups(list);
  const scorecard = levels[0];
  const shown = levels.filter((level) => level.scorecard === scorecard?.scorecard);
  return (
    <div className="flex min-h-0 flex-1 border-t border-line phone:flex-col">
      {groups.length === 0 ? null : (
        <aside
          aria-label={words.filters}
          className="sticky top-0 max-h-screen w-[220px] flex-none self-start overflow-y-auto pt-2 pr-4 pb-6 pl-6 phone:hidden print:hidden"
        >
          <Facets groups={groups} choices={choicesOf(parameters, search)} />
        </aside>
      )}
      <div className="flex min-w-0 flex-1 flex-col border-l border-line phone:border-l-0">
        <OrderNote org={org} search={search} parameters={parameters} list={list} groups={rowGroups} />
        <CatalogTable
          org={org}
          noun={noun}
          list={list}
          groups={rowGroups}
          levels={new Map(shown.map((level) => [level.entityId, { rank: level.rank, name: level.name }]))}
          levelTitle={scorecard?.title ?? null}
          search={search}
          parameters={parameters}
          view={view}
          save={save}
          {...members}
          freshness={
            <>
              <TextLink href={archivedHref(org, search.blueprint)}>{words.archived}</TextLink>
              {kind?.lastChangedAt ? (
                <span className="ml-4">{words.lastChange(<RelativeTime at={kind.lastChangedAt} style="long" />)}</span>
              ) : null}
            </>
          }
          empty={
            <NothingMatches
              org={org}
              kind={kind}
              search={search}
              parameters={parameters}
              near={near}
              undecided={undecided}
              mayWrite={save !== null}
            />
          }
        />
        {list.total > 0 && near.length > 0 ? (
          <section aria-label={words.similar} className="border-t border-line px-4 py-3 text-12 text-text-2">
            <p>{words.similar}</p>
            <NearNames org={org} near={near} className="mt-1" />
          </section>
        ) : null}
      </div>
    </div>
  );
}

function facetGroups(list: EntityPage): FacetGroup[] {
  return (
    (["type", "lifecycle", "owner", "tag"] as const)
      .map((param) => ({
        param,
        title: words.facets[param],
        options: list.facets[param],
        isExact: !list.inexactFacets.includes(param),
      }))
      // That nothing of a list has an owner, as among people, is no choice.
      .filter(({ options }) => options.some(({ value }) => value !== noOwner) || list.total !== options[0]?.count)
      .filter(({ options }) => options.length > 0)
  );
}

function NothingMatches({
  org,
  kind,
  search,
  parameters,
  near,
  undecided,
  mayWrite,
}: Pick<Props, "org" | "kind" | "search" | "parameters" | "near" | "undecided"> & { mayWrite: boolean }) {
  if (search.blueprint !== undefined && kind === undefined)
    return <EmptyState title={words.noSuchKind(search.blueprint)}>{words.chooseAKind}</EmptyState>;
  const noun = kind?.pluralTitle ?? words.everything;
  if (!isNarrowed(search))
    return (
      <EmptyState
        title={kind === undefined ? words.nothingInCatalog : words.noneInCatalog(noun)}
        actions={
          mayWrite && kind !== undefined ? (
            <Button href={newHref(org, kind.identifier)}>{words.newOf(kind.title)}</Button>
          ) : undefined
        }
      >
        {words.nextImport}
      </EmptyState>
    );
  const [cause] = undecided?.causes ?? [];
  const clear = {
    owner: undefined,
    lifecycle: undefined,
    type: undefined,
    tag: undefined,
    text: undefined,
    query: undefined,
  };
  return (
    <EmptyState
      title={words.noneMatches(noun)}
      actions={<Button href={catalogHref(org, parameters, clear)}>{words.takeFiltersOff}</Button>}
    >
      {cause !== undefined && undecided?.entity ? (
        words.cannotBeDecided(
          <TextLink href={entityHref(org, undecided.entity)}>{undecided.entity.title}</TextLink>,
          <Code>{cause.condition}</Code>,
          cause.found,
        )
      ) : near.length === 0 ? (
        words.nothingLeft
      ) : (
        <>
          <p>{words.nearestNames}</p>
          <NearNames org={org} near={near} className="mt-2 justify-center" />
        </>
      )}
    </EmptyState>
  );
}

function NearNames({ org, near, className }: { org: string; near: EntitySummary[]; className: string }) {
  return (
    <ul className={classNames("flex flex-wrap gap-x-4 gap-y-1", className)}>
      {near.map((entity) => (
        <li key={entity.id}>
          <TextLink href={entityHref(org, entity)} className="flex items-center gap-1.5">
            <KindIcon blueprint={entity.blueprint} />
            {entity.title}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
