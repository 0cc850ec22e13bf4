import { redirect } from "next/navigation";
import {
  askedColumns,
  type CatalogParameters,
  checkInput,
  groupsInput,
  listInput,
  readCatalogSearch,
  settledHref,
  unfoldSearch,
} from "#components/catalog/catalog-search.ts";
import type { Named } from "#components/catalog/properties/formatted-value.tsx";
import { completeHref } from "#components/catalog/views/complete-view.ts";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import { getBlueprint } from "#lib/catalog/blueprints/get-blueprint.ts";
import { type BlueprintCount, listBlueprints } from "#lib/catalog/blueprints/list-blueprints.ts";
import type { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";
import { shippedBlueprint } from "#lib/catalog/blueprints/shipped-blueprints.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import { listGroups } from "#lib/catalog/entities/lists/list-groups.ts";
import { fewFound, searchEntities } from "#lib/catalog/entities/search/search-entities.ts";
import { checkQuery } from "#lib/catalog/queries/check-query.ts";
import { checkView } from "#lib/catalog/views/check-view.ts";
import { listViews } from "#lib/catalog/views/list-views.ts";
import type { Context } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { explainQuery } from "#lib/scorecards/queries/explain-query.ts";
import { listEntityLevels } from "#lib/scorecards/results/list-entity-levels.ts";
import { readNamed } from "./read-named.ts";

/** What the catalog shows for an address. An address that only names a view, or a kind that opens with one, is sent on to all of it. */
export function readCatalog(ctx: Context, parameters: CatalogParameters, viewOf: (kind?: string) => TableView) {
  return readTransaction(ctx, async (tx) => {
    const [{ items }, saved] = await Promise.all([listBlueprints.call(ctx, {}, tx), listViews.call(ctx, {}, tx)]);
    const kinds = items.filter((kind) => kind.entityCount > 0);
    const search = readCatalogSearch(parameters, kinds[0]?.identifier);
    const whole = completeHref(ctx.org.slug, parameters, saved.items, search.blueprint);
    const settled = whole ?? settledHref(ctx.org.slug, parameters, search);
    if (settled !== undefined) redirect(settled);
    const kind = items.find((candidate) => candidate.identifier === search.blueprint) ?? unusedKind(search.blueprint);
    const view = viewOf(search.blueprint);
    const columns = view.columns ?? kind?.columns ?? null;
    // Beside the list, which need not wait for it; it is awaited in each case.
    const checking = checkView.call(ctx, checkInput(search, parameters), tx);
    checking.catch(() => {});
    const members = (definition: BlueprintDefinition | null, named: Named) => ({
      definition,
      askedColumns: askedColumns(parameters),
      usualColumns: kind?.columns ?? [],
      named,
    });
    const found = {
      kinds,
      kind,
      search,
      view,
      saved,
      problems: [],
      list: null,
      groups: null,
      mistake: undefined,
      levels: [],
      near: [],
      undecided: null,
      members: members(null, new Map()),
    };
    if (kinds.length === 0) return { ...found, ...(await checking) };
    try {
      const { group } = search;
      // What boxes can say is asked as boxes: then each counts what another choice in it would give.
      const asked = unfoldSearch(search);
      const [list, groups, definition] = await Promise.all([
        listEntities.call(ctx, listInput(asked, view.rows, columns), tx),
        group === undefined ? null : listGroups.call(ctx, groupsInput(asked, group, columns), tx),
        kind === undefined
          ? null
          : getBlueprint.call(ctx, { identifier: kind.identifier }, tx).then((blueprint) => blueprint.definition),
      ]);
      const shown = groups === null ? list.items : groups.groups.flatMap((opened) => opened.items ?? []);
      const entityIds = shown.map((item) => item.id);
      const named = await readNamed(ctx, tx, definition?.properties ?? [], shown);
      const { levels } = entityIds.length === 0 ? { levels: [] } : await listEntityLevels.call(ctx, { entityIds }, tx);
      // Whoever misspelled a name is told the nearest ones, as in a search: where hardly anything has the words.
      const { text = "" } = asked;
      const isFew = text.trim() !== "" && list.total < fewFound;
      const nearest = isFew ? (await searchEntities.call(ctx, { text: text.slice(0, 200), limit: 8 }, tx)).items : [];
      const near = nearest.filter(({ id }) => !entityIds.includes(id)).slice(0, 5);
      // A query that matches nothing may do so because it cannot be decided: then the reason is worth more than the figure.
      const { query: written, blueprint } = search;
      const undecided =
        list.total > 0 || written === undefined ? null : await explainQuery.call(ctx, { text: written, blueprint }, tx);
      const { problems } = await checking;
      const mistake = problems.find(({ part }) => part === "query");
      return {
        ...found,
        problems,
        list,
        groups,
        levels,
        near,
        undecided,
        members: members(definition, named),
        mistake,
      };
    } catch (error) {
      // A query that cannot be read is said beside the query, not instead of the page.
      if (!(error instanceof AppError) || error.code !== "invalid") throw error;
      const { query: text = "", blueprint } = search;
      const { problem } = await checkQuery.call(ctx, { text, blueprint }, tx);
      return {
        ...found,
        ...(await checking),
        mistake: problem ?? { message: error.fields[0]?.message ?? error.message, offset: 0, end: 0 },
      };
    }
  });
}

/** A kind that comes with Causeway and that nothing is of yet. */
function unusedKind(identifier: string | undefined): BlueprintCount | undefined {
  const shipped = identifier === undefined ? null : shippedBlueprint(identifier);
  if (shipped === null) return undefined;
  const { title, pluralTitle, icon, definition } = shipped;
  return {
    identifier: shipped.identifier,
    title,
    pluralTitle,
    icon,
    entityCount: 0,
    lastChangedAt: null,
    columns: definition.columns,
  };
}
