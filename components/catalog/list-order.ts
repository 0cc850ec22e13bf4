import type { ListParameters } from "#components/patterns/list-href.ts";
import { wordsOf } from "#lib/catalog/entities/lists/entity-filter.ts";
import { unfoldFilter } from "#lib/catalog/entities/lists/fold-filter.ts";
import { type ListOrder, sortFields } from "#lib/catalog/entities/schema.ts";

export type ReadOrder = { sort: ListOrder; direction: "ascending" | "descending" };

/** The order of a list: a column that was chosen, best match where there are words, the name. */
export function readOrder(parameters: ListParameters): ReadOrder {
  const one = (name: string) => [parameters[name] ?? []].flat().find((value) => value !== "");
  const direction = one("direction") === "descending" ? "descending" : "ascending";
  const column = sortFields.find((field) => field === one("sort"));
  if (column !== undefined) return { sort: column, direction };
  // A direction is that of a column: of the name, where none is said.
  if (one("sort") !== "best" && one("direction") !== undefined) return { sort: "title", direction };
  return hasWords(parameters) ? { sort: "best", direction: "ascending" } : { sort: "title", direction };
}

/** Whether an address has words to look for, however it writes them. */
function hasWords(parameters: ListParameters): boolean {
  const [text, query] = [parameters["text"], parameters["query"]].map((value) => [value ?? []].flat()[0]);
  if (wordsOf(text).length > 0) return true;
  const unfolded = unfoldFilter({ text: undefined, query, owner: [], lifecycle: [], type: [], tag: [] });
  return wordsOf(unfolded.text).length > 0;
}
