import {
  type CatalogParameters,
  type CatalogSearch,
  catalogHref,
  unfoldSearch,
} from "#components/catalog/catalog-search.ts";
import { readOrder } from "#components/catalog/list-order.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import * as columns from "#components/words/catalog/catalog-columns.tsx";
import * as words from "#components/words/catalog/order-note.ts";
import type { EntityPage } from "#lib/catalog/entities/lists/list-entities.ts";
import type { EntityGroups } from "#lib/catalog/entities/lists/list-groups.ts";
import { rankedMatches } from "#lib/catalog/entities/schema.ts";

type Props = {
  org: string;
  search: CatalogSearch;
  parameters: CatalogParameters;
  list: EntityPage;
  groups: EntityGroups | null;
};

const names = {
  title: columns.name,
  owner: columns.owner,
  lifecycle: columns.lifecycle,
  type: columns.type,
  updatedAt: columns.lastChange,
};

/** In which order a list stands that words are looked for in: best match, how far that goes, or a column that was chosen instead. */
export function OrderNote({ org, search, parameters, list, groups }: Props) {
  const unordered = { ...parameters, sort: undefined, direction: undefined };
  if (list.total === 0 || readOrder(unordered).sort !== "best") return null;
  const { text = "" } = unfoldSearch(search);
  const ranking = groups === null ? list.ranking : groups.ranking;
  return (
    <p className="border-b border-line px-4 py-1.5 text-12 text-text-3">
      {search.sort === "best" ? (
        <>
          <span className="text-text-2">{words.bestFirst}</span>
          {ranking === "beginnings"
            ? ` · ${(groups === null ? words.manyMatch : words.manyInGroup)(rankedMatches, text.trim())}`
            : null}
        </>
      ) : (
        <>
          {words.sortedBy(names[search.sort])}{" "}
          <TextLink
            href={catalogHref(org, unordered, { open: parameters["open"], groups: parameters["groups"] })}
            underline
          >
            {words.sortByBest}
          </TextLink>
        </>
      )}
    </p>
  );
}
